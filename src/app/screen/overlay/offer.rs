//! What is offered at the start: an unfinished case, or to delete old ones.

use ratatui::text::Line;

use super::super::bindings::{Action, Context};
use super::super::body::{Body, count};
use super::super::effect::ScreenEffect;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::desk::{Offer, Reply};
use crate::words::width::wrap;

/// Where its keys are looked up.
pub(super) const fn context(offer: &Offer) -> Context {
    match offer {
        Offer::Resume(_) => Context::Offer,
        Offer::Expire(_) => Context::Expire,
    }
}

/// Takes a key.
pub(super) fn act(offer: &Offer, action: Action) -> OverlayOutcome {
    let reply = match action {
        Action::Continue => Reply::Take,
        Action::Delete => Reply::Delete,
        _ => return OverlayOutcome::Stays,
    };
    OverlayOutcome::Ends(ScreenEffect::TakeOffer(Box::new(offer.clone()), reply))
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
