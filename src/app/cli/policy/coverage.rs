//! `yidi policy coverage`: which items are known where, and how well.

use crate::cli::fail::Fail;
use crate::cli::run::Run;
use crate::cli::{case, out};
use crate::report::{coverage_json, coverage_markdown, coverage_text};
use yidi_core::policy::audit::{Coverage, CoverageError};

/// Prints how far the data reaches.
///
/// # Errors
/// Where the date is none, or the data at fault.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let mut problems = Vec::new();
    let Some(date) = case::date(run, &mut problems) else {
        return Err(Fail::problems(text, &problems));
    };
    let book = run.book()?;
    let coverage = Coverage::of(&book, date).map_err(|error| match error {
        CoverageError::File(error) => Fail::broken(text, &error),
        CoverageError::ClashError(clash) => Fail::program(text.data_clash(clash.to_string())),
    })?;
    let is_table = run.is_set("markdown");
    let words = || if is_table { coverage_markdown(text, &coverage) } else { coverage_text(text, &coverage) };
    out::publish_either(run, || Ok(coverage_json(&coverage)), || Ok(words()))
}
