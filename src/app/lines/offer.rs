//! A case that was left unfinished: to go on with, to leave for later, or to
//! delete.

use super::session::{At, Home, LinesEffect, Session};
use crate::words::Text;
use yidi_core::answers::Draft;
use yidi_core::case::Field;

/// What is done with a draft that was left; for later, it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OfferReply {
    /// Goes on with it.
    Take,
    /// Asks again at the next start.
    Later,
    /// Deletes it for good.
    Delete,
}

impl OfferReply {
    /// Every reply, in the order of its number.
    pub(super) const ALL: [Self; 3] = [Self::Take, Self::Later, Self::Delete];

    /// What it is called.
    pub(super) fn name(self, text: &Text) -> String {
        match self {
            Self::Take => text.yes(),
            Self::Later => text.key_later(),
            Self::Delete => text.key_delete(),
        }
    }

    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Take => yidi_core::answers::YES,
            Self::Later => yidi_core::answers::NO,
            Self::Delete => &["delete"],
        }
    }
}

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
