//! A case that was left unfinished: to go on with, to leave for later, or to
//! delete.

use super::state::{At, Home, LinesEffect, OfferReply, Session};
use yidi_core::answers::Draft;
use yidi_core::case::Field;

/// Takes a line as what is done with the draft that was left.
pub(super) fn take(session: &mut Session<'_>, left: Draft, line: &str) -> Option<LinesEffect> {
    let text = session.world.text;
    let names = |reply: OfferReply| {
        let words = reply.words().iter().map(|word| (*word).to_owned());
        words.chain([reply.name(text)]).collect()
    };
    let reply = match line {
        "" => OfferReply::Take,
        _ => *OfferReply::ALL.get(session.row(line, OfferReply::ALL.map(names).into())?)?,
    };
    match reply {
        OfferReply::Take => {
            session.draft = left;
            session.go_to_open();
        }
        OfferReply::Later | OfferReply::Delete => session.go(At::Ask(Field::Insured, Home::Walk)),
    }
    Some(LinesEffect::TakeOffer(reply))
}
