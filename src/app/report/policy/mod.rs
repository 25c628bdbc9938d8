//! What the data itself says, for those who keep it or doubt a number.

mod calibration;
mod check;
mod coverage;
mod diff;
mod show;
mod sources;

use std::fmt::Debug;

use enumset::{EnumSet, EnumSetType};
use serde_json::{Value as Json, json};

use super::values::{day, figure, route_key};
use crate::words::Text;
use yidi_core::answers::word;
use yidi_core::num::{Percent, divide_half_up};
use yidi_core::policy::{Band, Book, Destination, Figure, FileError, Selectors};

pub use calibration::{calibration_json, calibration_markdown, calibration_text};
pub use check::check_json;
pub use coverage::{coverage_json, coverage_markdown, coverage_text};
pub use diff::{DiffReport, diff_json, diff_text};
pub use show::{figures_json, figures_text};
pub use sources::{source_text, sources_json, sources_text};

/// A part of so many, in percent.
fn share(count: usize, of: usize) -> Percent {
    let number = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
    let hundredths = divide_half_up(number(count) * Percent::SCALE, number(of.max(1)));
    Percent::from_hundredths(u32::try_from(hundredths).unwrap_or(u32::MAX))
}

/// A figure's number and for whom it holds.
fn number(text: &Text, figure: &Figure) -> String {
    text.figure_for(text.full_value(&figure.value), text.for_whom(&figure.selectors))
}

/// Since when a figure holds, how sure it is, who says so.
fn whence(text: &Text, figure: &Figure) -> String {
    text.figure_says(text.since(figure), text.grade(figure.grade), text.list(&figure.sources))
}

/// A figure with its number, its sources and its selectors.
fn full_figure(book: &Book, one: &Figure) -> Result<Json, FileError> {
    let mut json = figure(book, one)?;
    json["until"] = json!(one.until.map(day));
    json["overlay"] = json!(one.overlay.as_deref());
    json["for"] = selectors(&one.selectors);
    Ok(json)
}

/// Where a figure holds; an empty list or nothing means any.
fn selectors(selectors: &Selectors) -> Json {
    let destination = |but| {
        let places = selectors.to.map(Destination::of).filter(|to| to.but == but);
        places.map(|to| to.places.iter().map(|place| place.code().to_string()).collect::<Vec<_>>())
    };
    let routes: Vec<&str> = selectors.routes.iter().map(route_key).collect();
    json!({
        "scheme": selectors.scheme.map(word),
        "care": selectors.care.map(key),
        "statuses": selectors.statuses.iter().map(word).collect::<Vec<_>>(),
        "tiers": selectors.tiers.iter().map(word).collect::<Vec<_>>(),
        "routes": routes,
        "trips": selectors.trips.iter().map(route_key).collect::<Vec<_>>(),
        "to": destination(false),
        "not_to": destination(true),
        "returns_home": selectors.returns_home,
        "diseases": keys(selectors.diseases),
        "hardship": selectors.hardship,
        "ages": selectors.ages.map(band),
        "hospitals": keys(selectors.hospitals),
        "contributions": keys(selectors.contributions),
        "retired_in": selectors.retired_in.map(band),
    })
}

fn band(Band { from, to }: Band) -> Json {
    json!({ "from": from, "to": to })
}

fn keys<T: EnumSetType + Debug>(set: EnumSet<T>) -> Vec<String> {
    set.iter().map(key).collect()
}

/// The name data files use, in the form of all other keys: `CoronaryDisease`
/// becomes `coronary-disease`.
fn key(one: impl Debug) -> String {
    let mut key = String::new();
    for c in format!("{one:?}").chars() {
        if c.is_ascii_uppercase() && !key.is_empty() {
            key.push('-');
        }
        key.push(c.to_ascii_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::key;
    use yidi_core::policy::{Care, Disease, HospitalClass};

    #[test]
    fn keys_are_the_names_of_the_data_files_in_small_letters() {
        assert_eq!(key(Care::Inpatient), "inpatient");
        assert_eq!(key(Disease::CoronaryDisease), "coronary-disease");
        assert_eq!(key(HospitalClass::GradeA), "grade-a");
    }
}
