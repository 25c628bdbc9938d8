//! `yidi policy coverage`: which items are known where, and how well.

use clap::ArgMatches;
use jiff::civil::Date;

use crate::cli::case;
use crate::cli::fail::Fail;
use crate::report::{coverage_json, coverage_markdown, coverage_text};
use crate::words::Text;
use yidi_core::policy::audit::{Coverage, CoverageError};

/// Prints how far the data reaches.
///
/// # Errors
/// Where the date is none, or the data at fault.
pub(super) fn coverage(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let mut problems = Vec::new();
    let Some(date) = case::date(matches, today, &mut problems) else {
        return Err(Fail::problems(text, &problems));
    };
    let book = crate::cli::loaded(text, matches, today)?;
    let coverage = Coverage::of(&book, date).map_err(|error| match error {
        CoverageError::File(error) => super::broken(text, &error),
        CoverageError::ClashError(clash) => Fail::program(text.data_clash(clash.to_string())),
    })?;
    if matches.get_flag("json") {
        crate::cli::out::print_json(text, matches, &coverage_json(&coverage))
    } else if matches.get_flag("markdown") {
        crate::cli::out::print(text, matches, &coverage_markdown(text, &coverage))
    } else {
        crate::cli::out::print(text, matches, &coverage_text(text, &coverage))
    }
}
