//! What is offered at the start: an unfinished case, or to delete old ones.

use jiff::civil::Date;
use ratatui::text::Line;

use super::super::bindings::{Action, Context};
use super::super::body::{Body, count};
use super::super::effect::Effect;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::Outcome;
use crate::casebook::LeftDraft;
use crate::words::width::wrap;

/// An offer. The usual keys never take anything away that was saved.
#[derive(Clone, Debug)]
pub(in crate::screen) enum Offer {
    /// Go on with the answers of a session that ended without finishing them.
    Resume(LeftDraft),
    /// Delete cases that are older than they are kept.
    Expire(Expired),
}

impl Offer {
    /// Where its keys are looked up.
    pub(super) const fn context(&self) -> Context {
        match self {
            Self::Resume(_) => Context::Offer,
            Self::Expire(_) => Context::Expire,
        }
    }

    /// Takes a key.
    pub(super) fn act(&self, action: Action) -> Outcome {
        let reply = match action {
            Action::Continue => Reply::Take,
            Action::Delete => Reply::Delete,
            _ => return Outcome::Stays,
        };
        Outcome::Ends(Effect::TakeOffer(Box::new(self.clone()), reply))
    }
}

/// What is done with an offer; left for later, nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screen) enum Reply {
    /// Goes on with the case that was left.
    Take,
    /// Deletes what the offer is about, for good.
    Delete,
}

/// Cases that are older than they are kept, and by which clock.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Expired {
    /// Their numbers.
    pub(in crate::screen) numbers: Vec<i64>,
    /// For how many days a case is kept.
    pub(in crate::screen) days: u32,
    /// The day that the clock shows: who knows better sees that it is wrong.
    pub(in crate::screen) today: Date,
}

/// Draws the offer.
pub(in crate::screen) fn draw(offer: &Offer, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
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
            (text.offer_resume(), text.offer_resume_keys(places))
        }
        Offer::Expire(old) => {
            let (many, days) = (count(old.numbers.len()), u64::from(old.days));
            let body = text.offer_expire_body(old.today.to_string(), many, days);
            (text.offer_expire(), body)
        }
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
