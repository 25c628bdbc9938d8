//! `yidi policy show`: what holds in a place on a date.

use clap::ArgMatches;
use jiff::civil::Date;

use super::broken;
use crate::cli::case;
use crate::cli::fail::Fail;
use crate::report::{figures_json, figures_text};
use crate::words::Text;
use yidi_core::case::Field;
use yidi_core::policy::audit::in_force;

/// Prints the figures of a place.
///
/// # Errors
/// With everything that is wrong with the request.
pub(super) fn show(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let mut problems = Vec::new();
    let place = case::place(matches, "area", Field::Insured, &mut problems);
    let scheme = case::answer(matches, "scheme", Field::Scheme, &mut problems);
    let date = case::date(matches, today, &mut problems);
    let (Some(place), Some(date), true) = (place, date, problems.is_empty()) else {
        return Err(Fail::problems(text, &problems));
    };
    let book = crate::cli::loaded(text, matches, today)?;
    let found = in_force(&book, place, date, scheme).map_err(|error| broken(text, &error))?;
    if matches.get_flag("json") {
        crate::cli::out::print_json(
            text,
            matches,
            &figures_json(&book, &found).map_err(|error| broken(text, &error))?,
        )
    } else {
        crate::cli::out::print(
            text,
            matches,
            &figures_text(text, &book, &found).map_err(|error| broken(text, &error))?,
        )
    }
}
