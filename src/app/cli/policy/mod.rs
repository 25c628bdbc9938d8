//! `yidi policy …`: one file a command.

mod check;
mod coverage;
mod diff;
mod folder;
mod show;
mod sources;

use clap::ArgMatches;
use jiff::civil::Date;

use super::fail::Fail;
use crate::words::Text;
use yidi_core::policy::FileError;

/// Runs the command that was named.
///
/// # Errors
/// As the command fails.
pub(super) fn run(text: &Text, matches: &ArgMatches, today: fn() -> Date) -> Result<(), Fail> {
    match matches.subcommand() {
        Some(("show", matches)) => show::show(text, matches, today()),
        Some(("sources", matches)) => sources::sources(text, matches, today()),
        Some(("coverage", matches)) => coverage::coverage(text, matches, today()),
        Some(("diff", matches)) => diff::diff(text, matches),
        Some((_, matches)) => check::check(text, matches, today()),
        None => Ok(()),
    }
}

/// The program's own data cannot be read.
fn broken(text: &Text, error: &FileError) -> Fail {
    Fail::program(text.data_broken(error.to_string()))
}
