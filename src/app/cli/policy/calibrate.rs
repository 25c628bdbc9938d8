//! `yidi policy calibrate`: how often the ranges hold where an area's rules are missing.

use crate::cli::fail::Fail;
use crate::cli::run::Run;
use crate::cli::{case, out};
use crate::report::{calibration_json, calibration_markdown, calibration_text};
use yidi_core::answers::Draft;
use yidi_core::case::Field;
use yidi_core::estimate::calibrate;
use yidi_core::places::{AreaId, Place};
use yidi_core::policy::{Status, Tier};

/// Prints how often the ranges hold.
///
/// # Errors
/// Where the date is none, or the data at fault.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let mut problems = Vec::new();
    let Some(date) = case::date(run, &mut problems) else {
        return Err(Fail::problems(text, &problems));
    };
    // The stay that is tried: who, where, how and the bill are varied.
    let place = |code| AreaId::by_code(code).map(Place::Area);
    let mut draft = Draft {
        insured: place(210_300),
        care_place: place(110_000).or_else(|| place(110_100)),
        status: Some(Status::Active),
        tier: Some(Tier::Three),
        ..Draft::default()
    };
    draft.write(Field::Total, "1");
    let plain = draft.finish(date).map_err(|problems| Fail::problems(text, &problems))?;
    let book = run.book()?;
    let found = calibrate(&book, &plain).map_err(|error| Fail::estimate(text, &error))?;
    let is_table = run.is_set("markdown");
    let words = || if is_table { calibration_markdown(text, &found) } else { calibration_text(text, &found) };
    out::print_either(run, || Ok(calibration_json(&found)), || Ok(words()))
}
