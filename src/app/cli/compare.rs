//! `yidi compare`: the same case by every way it could be filed.

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::report::{comparison_json, comparison_text};
use yidi_core::estimate::compare;

/// Prints the comparison.
///
/// # Errors
/// With everything that is wrong with the request; where there is no estimate.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let case = case::case(run)?;
    let book = run.book()?;
    let comparison = compare(&book, &case).map_err(|error| Fail::estimate(run.text, &error))?;
    let json = || Ok(comparison_json(&comparison));
    out::print_either(run, json, || Ok(comparison_text(run.text, &case, &comparison)))
}
