//! `yidi curve`: what the person pays against the bill, as text, drawing or table.

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::report::{curve_csv, curve_json, curve_svg, curve_text};
use yidi_core::estimate::curve;

/// What is written, by the ending of the file that is named.
const SVG: &str = "svg";
const CSV: &str = "csv";

/// Draws the curve.
///
/// # Errors
/// With everything that is wrong with the request; where there is no estimate.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let case = case::case(run)?;
    let book = run.book()?;
    let curve = curve(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
    let file = run.path("output").unwrap_or(std::path::Path::new(""));
    let ends_with = |ending: &str| file.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if !run.is_set("json") && ends_with(SVG) {
        return out::print_exactly(run, &curve_svg(text, &case, &curve));
    }
    if !run.is_set("json") && ends_with(CSV) {
        return out::print_exactly(run, &curve_csv(&curve));
    }
    let words = || Ok(curve_text(text, &case, &curve, run.is_set("ascii")));
    out::print_either(run, || Ok(curve_json(&curve)), words)
}
