//! `yidi policy show`: what holds in a place on a date.

use crate::cli::fail::Fail;
use crate::cli::run::Run;
use crate::cli::{case, out};
use crate::report::{figures_json, figures_text};
use yidi_core::case::Field;
use yidi_core::policy::audit::in_force;

/// Prints the figures of a place.
///
/// # Errors
/// With everything that is wrong with the request.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let mut problems = Vec::new();
    let place = case::place(run, "area", Field::Insured, &mut problems);
    let scheme = case::answer(run, "scheme", Field::Scheme, &mut problems);
    let date = case::date(run, &mut problems);
    let (Some(place), Some(date), true) = (place, date, problems.is_empty()) else {
        return Err(Fail::problems(text, &problems));
    };
    let book = run.book()?;
    let found = in_force(&book, place, date, scheme).map_err(|error| Fail::broken(text, &error))?;
    let json = || figures_json(&book, &found).map_err(|error| Fail::broken(text, &error));
    let words = || figures_text(text, &book, &found).map_err(|error| Fail::broken(text, &error));
    out::publish_either(run, json, words)
}
