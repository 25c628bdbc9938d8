//! `yidi estimate`: what a case costs, and who pays it.

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::report::{estimate_json, estimate_text, ladder_text, workings_text};
use yidi_core::case::Case;
use yidi_core::checklist::checklist;
use yidi_core::estimate::{EstimateError, estimate, ladder};
use yidi_core::policy::Book;

/// Prints the estimate.
///
/// # Errors
/// With everything that is wrong with the request; where there is no estimate.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let case = case::case(run)?;
    let book = run.book()?;
    let estimate = match estimate(&book, &case) {
        Err(EstimateError::NoBill) if !run.is_set("json") => return ladder_of(run, &book, &case),
        other => other.map_err(|error| Fail::estimate(text, &error))?,
    };
    let json = || estimate_json(&book, &estimate).map_err(|error| Fail::broken(text, &error));
    out::print_either(run, json, || {
        let mut words = estimate_text(text, &book, &estimate);
        if run.is_set("explain") {
            words.push_str(&workings_text(text, &estimate));
        }
        Ok(words)
    })
}

/// The bill is not known: what the person pays of several.
fn ladder_of(run: &Run<'_>, book: &Book, case: &Case) -> Result<(), Fail> {
    let text = run.text;
    let ladder = ladder(book, case).map_err(|error| Fail::estimate(text, &error))?;
    let checklist = checklist(book, case, *run.today).map_err(|error| Fail::broken(text, &error))?;
    let mut words = ladder_text(text, case, &checklist, &ladder);
    words.push_str(&text.ladder_then());
    words.push('\n');
    out::print(run, &words)
}
