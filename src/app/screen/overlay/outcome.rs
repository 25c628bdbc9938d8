//! What a key in an overlay leads to.

use jiff::civil::Date;

use super::super::bindings::Action;
use super::super::context::ScreenContext;
use super::super::effect::ScreenEffect;
use super::super::result::ResultState;
use yidi_core::answers::{Draft, YearStays};
use yidi_core::case::Field;

/// What lies below it.
pub(in crate::screen) struct Below<'a> {
    pub(in crate::screen) world: &'a ScreenContext<'a>,
    pub(in crate::screen) result: Option<&'a ResultState>,
    /// The answers.
    pub(in crate::screen) draft: &'a Draft,
    /// The day on which the program runs.
    pub(in crate::screen) today: Date,
}

/// What a key leads to.
pub(in crate::screen) enum OverlayOutcome {
    /// It stays, whatever changed in it.
    Stays,
    /// It stays, and something is done outside.
    Does(ScreenEffect),
    /// It closes.
    Closes,
    /// It closes, and something is done outside.
    Ends(ScreenEffect),
    /// It closes, and this is done as if a key had been pressed.
    Chosen(Action),
    /// It closes with another list of stays, one of which is looked at.
    Year(Box<YearStays>),
    /// It closes with other answers, where none is wrong.
    Answered(Box<Draft>),
    /// It closes, and these answers are taken beside the others.
    Learned(Vec<(Field, String)>),
    /// It closes with a whole case, or with the question that is still open.
    Arrives(Box<Draft>, Option<Field>),
    /// This row of the result is highlighted; whether it stays.
    GoesTo { row: usize, stays: bool },
}
