//! The settings of a run: those of the file, and over them the options.

use std::path::PathBuf;

use clap::ArgMatches;
use etcetera::BaseStrategy;

use super::fail::Fail;
use super::out::tell;
use crate::guard;
use crate::guard::read_file;
use crate::settings;
use crate::settings::{DAYS, LANGUAGES, MINUTES, SettingFlaw, Settings, THEMES};
use crate::words::{Lang, Text};

/// So many mistakes of the file are told one by one.
const MOST_TOLD: usize = 20;

/// The environment variable that names a settings file.
const VARIABLE: &str = "YIDI_CONFIG";

/// The settings of a run. What is wrong with the file is told on standard
/// error; the rest of it counts.
///
/// # Errors
/// Where an option is wrong, or a file that was named cannot be read.
pub(super) fn settings(text: &Text, matches: Option<&ArgMatches>) -> Result<Settings, Fail> {
    let mut settings = of_file(text, matches, true)?;
    if let Some(matches) = matches {
        lay_over(text, matches, &mut settings)?;
    }
    Ok(settings)
}

/// The same for a command that asks again: what is wrong was told before.
pub(super) fn again(text: &Text, matches: &ArgMatches) -> Settings {
    of_file(text, Some(matches), false).unwrap_or_default()
}

/// The language that the settings file asks for, before anything can be told
/// about the file.
pub(super) fn language(named: Option<PathBuf>) -> Option<Lang> {
    let content = read_file(&located(named)?, guard::SETTINGS).ok()?;
    Lang::of_tag(&settings::read(&content).0.language?)
}

/// The settings file: the one given, that of the environment, or the user's own.
fn located(given: Option<PathBuf>) -> Option<PathBuf> {
    let of_environment = || std::env::var_os(VARIABLE).filter(|named| !named.is_empty()).map(PathBuf::from);
    let usual = || {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("yidi").join("config.toml")).filter(|path| path.is_file())
    };
    given.or_else(of_environment).or_else(usual)
}

fn of_file(text: &Text, matches: Option<&ArgMatches>, tells: bool) -> Result<Settings, Fail> {
    let given = matches.and_then(|matches| matches.get_one::<String>("config")).map(PathBuf::from);
    let Some(path) = located(given) else { return Ok(Settings::default()) };
    let name = path.display().to_string();
    let unreadable = |error| Fail::Request(vec![text.config_unreadable(&name, text.read_error(&error))]);
    let content = read_file(&path, guard::SETTINGS).map_err(unreadable)?;
    let (settings, mistakes) = settings::read(&content);
    for mistake in mistakes.iter().take(MOST_TOLD).filter(|_| tells) {
        tell(&text.config_mistake_in(&name, mistake));
    }
    if let Some(more @ 1..) = mistakes.len().checked_sub(MOST_TOLD).filter(|_| tells) {
        tell(&text.config_more(u64::try_from(more).unwrap_or(u64::MAX)));
    }
    Ok(settings)
}

/// Takes the options that are given; a command knows only some of them.
fn lay_over(text: &Text, matches: &ArgMatches, settings: &mut Settings) -> Result<(), Fail> {
    let typed = |name: &str| match matches.try_get_one::<String>(name) {
        Ok(Some(typed)) => Some(typed.as_str()),
        _ => None,
    };
    let is_set = |name: &str| matches!(matches.try_get_one::<bool>(name), Ok(Some(true)));
    let mut wrong = Vec::new();
    let mut told = |name: &str, what: &SettingFlaw| {
        wrong.push(text.option_problem(format!("--{name}"), text.config_wrong(what)));
    };
    if let Some(typed) = typed("lang") {
        match settings::language(typed) {
            Some(word) => settings.language = Some(word.to_owned()),
            None => told("lang", &SettingFlaw::Word(&LANGUAGES)),
        }
    }
    if let Some(typed) = typed("theme").filter(|typed| THEMES.contains(typed)) {
        settings.theme = Some(typed.to_owned());
    }
    for (name, limits, setting) in
        [("counter", MINUTES, &mut settings.counter), ("retention", DAYS, &mut settings.retention)]
    {
        match typed(name).map(|typed| settings::number_typed(typed, limits)).transpose() {
            Ok(number) => *setting = number.or(*setting),
            Err(what) => told(name, &what),
        }
    }
    match typed("city").map(settings::place).transpose() {
        Ok(city) => settings.city = city.or(settings.city),
        Err(what) => told("city", &what),
    }
    for (name, setting) in [("data", &mut settings.data), ("cases", &mut settings.cases)] {
        if let Some(typed) = typed(name) {
            *setting = Some(PathBuf::from(typed));
        }
    }
    let switches =
        [("ascii", &mut settings.ascii), ("mouse", &mut settings.mouse), ("plain", &mut settings.plain)];
    for (name, setting) in switches {
        if is_set(name) {
            *setting = Some(true);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Fail::Request(wrong)) }
}
