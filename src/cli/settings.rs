//! The settings of a run: those of the file, and over them the options.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::ArgMatches;
use etcetera::BaseStrategy;

use super::fail::Fail;
use crate::config::{self, DAYS, LANGUAGES, MINUTES, Settings, THEMES, Wrong};
use crate::text::Text;

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

fn of_file(text: &Text, matches: Option<&ArgMatches>, tells: bool) -> Result<Settings, Fail> {
    let named = matches.and_then(|matches| matches.get_one::<String>("config")).map(PathBuf::from);
    let named =
        named.or_else(|| std::env::var_os(VARIABLE).filter(|named| !named.is_empty()).map(PathBuf::from));
    let usual = || {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("yidi").join("config.toml")).filter(|path| path.is_file())
    };
    let Some(path) = named.or_else(usual) else { return Ok(Settings::default()) };
    let name = path.display().to_string();
    let content = fs::read_to_string(&path)
        .map_err(|error| Fail::Request(vec![text.config_unreadable(name.as_str(), error.to_string())]))?;
    let (settings, mistakes) = config::read(&content);
    for mistake in mistakes.iter().filter(|_| tells) {
        // Nobody left to tell when this fails.
        let _ = writeln!(io::stderr(), "{}", text.config_mistake_in(&name, mistake));
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
    let mut told = |name: &str, what: &Wrong| {
        wrong.push(text.option_problem(format!("--{name}"), text.config_wrong(what)));
    };
    let one_of = |typed: &str, words: &'static [&'static str]| {
        if words.contains(&typed) { Ok(typed.to_owned()) } else { Err(Wrong::Word(words)) }
    };
    if let Some(typed) = typed("lang") {
        match one_of(typed, &LANGUAGES) {
            Ok(word) => settings.language = Some(word),
            Err(what) => told("lang", &what),
        }
    }
    if let Some(typed) = typed("theme").filter(|typed| THEMES.contains(typed)) {
        settings.theme = Some(typed.to_owned());
    }
    for (name, limits, setting) in
        [("counter", MINUTES, &mut settings.counter), ("retention", DAYS, &mut settings.retention)]
    {
        match typed(name).map(|typed| config::number_typed(typed, limits)).transpose() {
            Ok(number) => *setting = number.or(*setting),
            Err(what) => told(name, &what),
        }
    }
    match typed("city").map(config::place).transpose() {
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
