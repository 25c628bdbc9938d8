//! `yidi estimate`: what a case costs, and who pays it.

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::report::{estimate_json, estimate_text, workings_text};
use yidi_core::estimate::{estimate, filing_saves};

/// Prints the estimate.
///
/// # Errors
/// With everything that is wrong with the request; where there is no estimate.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let case = case::case(run)?;
    let book = run.book()?;
    let estimate = estimate(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
    let json = || estimate_json(&book, &estimate).map_err(|error| Fail::broken(text, &error));
    out::print_either(run, json, || {
        let saving = filing_saves(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
        let mut words = estimate_text(text, &estimate, saving);
        if run.is_set("explain") {
            words.push_str(&workings_text(text, &estimate));
        }
        Ok(words)
    })
}
