//! What every command gets. All of it is read once, before the command runs.

use std::cell::LazyCell;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::civil::Date;

use super::fail::Fail;
use super::stream::tell;
use crate::data;
use crate::data::PolicyData;
use crate::settings::Settings;
use crate::words::Text;
use yidi_core::policy::Book;

/// A run of the program.
#[derive(Debug)]
pub(super) struct Run<'r> {
    /// The language.
    pub(super) text: &'r Text,
    /// The arguments of the command that was named last.
    pub(super) matches: &'r ArgMatches,
    /// The settings, with the options and the environment laid over them.
    pub(super) settings: Settings,
    /// The settings file that was read, where there is one.
    pub(super) settings_file: Option<PathBuf>,
    /// Today, by the clock of the process; asked for where it is needed first.
    pub(super) today: LazyCell<Date, fn() -> Date>,
}

impl<'r> Run<'r> {
    /// What was typed for an argument; none as well where the command has no such
    /// argument.
    pub(super) fn typed(&self, name: &str) -> Option<&'r str> {
        typed(self.matches, name)
    }

    /// The path that was typed for an argument.
    pub(super) fn path(&self, name: &str) -> Option<&'r Path> {
        path(self.matches, name)
    }

    /// Every word that was typed for an argument.
    pub(super) fn words(&self, name: &str) -> Vec<&'r str> {
        let words = self.matches.try_get_many::<String>(name).ok().flatten();
        words.unwrap_or_default().map(String::as_str).collect()
    }

    /// Whether a flag is given that the command may have.
    pub(super) fn is_set(&self, name: &str) -> bool {
        is_set(self.matches, name)
    }

    /// The policy data, with what was left aside.
    ///
    /// # Errors
    /// Where the embedded data cannot be read, or the overlay folder that was
    /// named is not there.
    pub(super) fn data(&self, today: Date) -> Result<PolicyData, Fail> {
        data::load(self.text, self.settings.data.as_deref(), today)
            .map_err(|error| Fail::data(self.text, &error))
    }

    /// The policy data; what was left aside is told on standard error.
    ///
    /// # Errors
    /// As [`Run::data`].
    pub(super) fn book(&self) -> Result<Book, Fail> {
        let PolicyData { book, overlays } = self.data(*self.today)?;
        for file in overlays.set_aside {
            tell(&self.text.set_aside(&file));
        }
        Ok(book)
    }
}

/// What was typed for an argument that the command may have.
pub(super) fn typed<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// The path that was typed for an argument that the command may have.
pub(super) fn path<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m Path> {
    matches.try_get_one::<OsString>(name).ok().flatten().map(Path::new)
}

/// Whether a flag is given that the command may have.
pub(super) fn is_set(matches: &ArgMatches, name: &str) -> bool {
    matches.try_get_one::<bool>(name).ok().flatten() == Some(&true)
}
