//! `yidi compare`: the same case by every way it could be filed, or two cases.

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::report::{comparison_json, comparison_text, pair_json, pair_text};
use yidi_core::estimate::{compare, estimate};

/// Prints the comparison.
///
/// # Errors
/// With everything that is wrong with the request; where there is no estimate.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let (case, other) = case::case_and_other(run)?;
    let book = run.book()?;
    if let Some(other) = other {
        let settled = |case| estimate(&book, case).map_err(|error| Fail::estimate(run.text, &error));
        let (first, second) = (settled(&case)?, settled(&other)?);
        let words = || Ok(pair_text(run.text, &first, &second));
        return out::print_either(run, || Ok(pair_json(&first, &second)), words);
    }
    let comparison = compare(&book, &case).map_err(|error| Fail::estimate(run.text, &error))?;
    let json = || Ok(comparison_json(&comparison));
    out::print_either(run, json, || Ok(comparison_text(run.text, &case, &comparison)))
}
