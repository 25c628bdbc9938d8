//! The settings of a run: those of the file, and over them the environment and
//! the options. The file is read once, before the language is known.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::fail::Fail;
use super::run::{is_set, path, typed};
use super::stream::tell;
use crate::folders;
use crate::guard;
use crate::guard::{ReadError, read_file};
use crate::settings;
use crate::settings::{DAYS, Edition, LANGUAGES, MINUTES, SettingFlaw, Settings, SettingsFinding};
use crate::words::{Lang, Text};

/// So many mistakes of the file are told one by one.
const MOST_TOLD: usize = 20;

/// The environment variables that name a settings file, an overlay folder and a
/// case book.
const FILE: &str = "YIDI_CONFIG";
const DATA: &str = "YIDI_DATA";
const CASES: &str = "YIDI_CASES";

/// The environment variable by which people ask every program for a plain mode.
const ACCESSIBLE: &str = "ACCESSIBLE";

/// What counts, of all that may say it: the command line, else a variable of the
/// program's own, else the settings file, else what is usual here.
pub(super) fn first_of<T>(
    given: Option<T>,
    environment: Option<T>,
    set: Option<T>,
    usual: impl FnOnce() -> Option<T>,
) -> Option<T> {
    given.or(environment).or(set).or_else(usual)
}

/// A variable of the environment; empty counts as not set.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The settings file as it was read, or why it was not; none where there is none.
pub(super) struct SettingsFile {
    given: Option<PathBuf>,
    path: Option<PathBuf>,
    /// What it is called, and what it says.
    found: Option<(String, Result<FileRead, ReadError>)>,
}

/// What a file says, and its mistakes.
type FileRead = (Settings, Vec<SettingsFinding>);

impl SettingsFile {
    /// Reads the file that was given, else that of the environment, else the
    /// user's own.
    pub(super) fn read(given: Option<PathBuf>) -> Self {
        let path = first_of(given.clone(), variable(FILE).map(PathBuf::from), None, || {
            folders::settings().filter(|path| path.is_file())
        });
        let found = path.as_ref().map(|path| {
            let content = read_file(path, guard::SETTINGS);
            (path.display().to_string(), content.map(|content| settings::read(&content)))
        });
        Self { given, path, found }
    }

    /// The language it asks for; its mistakes can be told in it.
    pub(super) fn language(&self) -> Option<Lang> {
        let (_, read) = self.found.as_ref()?;
        let (settings, _) = read.as_ref().ok()?;
        Lang::of_tag(settings.language.as_deref()?)
    }

    /// What it says; its mistakes are told on standard error, and the rest counts.
    ///
    /// # Errors
    /// Where a file that was named cannot be read.
    fn told(self, text: &Text) -> Result<Settings, Fail> {
        let Some((name, read)) = self.found else { return Ok(Settings::default()) };
        let (settings, mistakes) = read
            .map_err(|error| Fail::Request(vec![text.config_unreadable(&name, text.read_error(&error))]))?;
        for mistake in mistakes.iter().take(MOST_TOLD) {
            tell(&text.config_mistake_in(&name, mistake));
        }
        if let Some(more @ 1..) = mistakes.len().checked_sub(MOST_TOLD) {
            tell(&text.config_more(u64::try_from(more).unwrap_or(u64::MAX)));
        }
        Ok(settings)
    }
}

/// The settings of a run, and the file that was read for them.
///
/// # Errors
/// Where an option is wrong, or a file that was named cannot be read.
pub(super) fn settings(
    text: &Text,
    file: SettingsFile,
    matches: &ArgMatches,
) -> Result<(Settings, Option<PathBuf>), Fail> {
    // What looked like `--config` before the arguments were read may have been
    // the value of another option.
    let given = path(matches, "config").map(Path::to_owned);
    let file = if given == file.given { file } else { SettingsFile::read(given) };
    let read = file.path.clone();
    let set = file.told(text)?;
    let mut wrong = Vec::new();
    let settings = over(text, set, matches, &mut wrong);
    if wrong.is_empty() { Ok((settings, read)) } else { Err(Fail::Request(wrong)) }
}

/// Lays the options and the environment over what is set; a command knows only
/// some of the options. What is wrong with one is told of.
fn over(text: &Text, set: Settings, matches: &ArgMatches, wrong: &mut Vec<String>) -> Settings {
    let typed = |name: &str| typed(matches, name);
    let switched = |name: &str| is_set(matches, name).then_some(true);
    let mut flawed = |name: &str, flaw: &SettingFlaw| {
        wrong.push(text.option_problem(format!("--{name}"), text.config_wrong(flaw)));
    };
    let language = typed("lang").and_then(|tag| {
        let word = settings::language(tag).map(str::to_owned);
        word.or_else(|| {
            flawed("lang", &SettingFlaw::Word(&LANGUAGES));
            None
        })
    });
    let edition = typed("edition").and_then(|name| {
        let named = Edition::named(name);
        named.or_else(|| {
            flawed("edition", &SettingFlaw::Word(&Edition::KEYS));
            None
        })
    });
    let mut number = |name: &str, limits| {
        let number = settings::number_typed(typed(name)?, limits);
        number.map_err(|flaw| flawed(name, &flaw)).ok()
    };
    let (counter, retention) = (number("counter", MINUTES), number("retention", DAYS));
    let city =
        typed("city").and_then(|name| settings::place(name).map_err(|flaw| flawed("city", &flaw)).ok());
    let path = |name: &str| path(matches, name).map(Path::to_owned);
    Settings {
        language: first_of(language, None, set.language, || None),
        theme: first_of(typed("theme").map(str::to_owned), None, set.theme, || None),
        ascii: first_of(switched("ascii"), None, set.ascii, || None),
        mouse: first_of(switched("mouse"), None, set.mouse, || None),
        plain: first_of(switched("plain"), None, set.plain, || {
            variable(ACCESSIBLE).map(|value| value != "0")
        }),
        data: first_of(path("data"), variable(DATA).map(PathBuf::from), set.data, own_overlay),
        cases: first_of(path("cases"), variable(CASES).map(PathBuf::from), set.cases, || None),
        counter: first_of(counter, None, set.counter, || None),
        locked: first_of(switched("locked"), None, set.locked, || None),
        print: first_of(typed("print").map(str::to_owned), None, set.print, || None),
        edition: first_of(edition, None, set.edition, || None),
        retention: first_of(retention, None, set.retention, || None),
        city: first_of(city, None, set.city, || None),
    }
}

/// The overlay folder of the user, where there is one.
fn own_overlay() -> Option<PathBuf> {
    own_folder().filter(|folder| folder.is_dir())
}

/// Where the overlay folder of the user is, or would be.
pub(super) fn own_folder() -> Option<PathBuf> {
    folders::overlay()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_wins_over_the_environment_that_over_the_file_and_that_over_the_usual() {
        let usual = || Some(4);
        assert_eq!(first_of(Some(1), Some(2), Some(3), usual), Some(1));
        assert_eq!(first_of(None, Some(2), Some(3), usual), Some(2));
        assert_eq!(first_of(None, None, Some(3), usual), Some(3));
        assert_eq!(first_of(None, None, None, usual), Some(4));
        assert_eq!(first_of(None::<u8>, None, None, || None), None);
    }
}
