//! What is offered at the start: an unfinished case, or to delete old ones.

use ratatui::text::Line;

use super::super::body::{Body, count};
use super::super::theme::{Meaning, Theme};
use crate::casebook::LeftDraft;
use crate::words::Text;
use crate::words::width::wrap;

/// An offer, answered by yes or no.
#[derive(Clone, Debug)]
pub(in crate::screen) enum Offer {
    /// Go on with the answers of a session that ended without finishing them.
    Resume(LeftDraft),
    /// Delete cases that are older than they are kept.
    Expire(Vec<i64>),
}

/// Draws the offer.
pub(in crate::screen) fn draw(offer: &Offer, text: &Text, theme: &Theme, cells: usize) -> Body {
    let (title, words) = match offer {
        Offer::Resume(left) => {
            let place = |place: Option<yidi_core::places::Place>| {
                place.map_or_else(|| text.cases_open(), |one| text.place(one).to_owned())
            };
            let places = format!(
                "{} {} {}",
                place(left.draft.insured),
                theme.glyphs.arrow,
                place(left.draft.care_place)
            );
            (text.offer_resume(), text.offer_resume_body(places))
        }
        Offer::Expire(old) => (text.offer_expire(), text.offer_expire_body(count(old.len()))),
    };
    let mut body = Body::default();
    body.lines.push(Line::default());
    body.lines.push(Line::styled(format!("  {title}"), theme.style(Meaning::Title)));
    body.lines.push(Line::default());
    for part in wrap(&words, cells.saturating_sub(4), 0) {
        body.lines.push(Line::raw(format!("  {part}")));
    }
    body
}
