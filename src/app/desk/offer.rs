//! What is offered at the start: an unfinished case, or to delete old ones.

use jiff::civil::Date;

use crate::casebook::LeftDraft;

/// An offer. The usual keys never take anything away that was saved.
#[derive(Clone, Debug)]
pub(crate) enum Offer {
    /// Go on with the answers of a session that ended without finishing them.
    Resume(LeftDraft),
    /// Delete cases that are older than they are kept.
    Expire(Expired),
}

/// What is done with an offer; left for later, nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// Goes on with the case that was left.
    Take,
    /// Deletes what the offer is about, for good.
    Delete,
}

/// Cases that are older than they are kept, and by which clock.
#[derive(Clone, Debug)]
pub(crate) struct Expired {
    /// Their numbers.
    pub(crate) numbers: Vec<i64>,
    /// For how many days a case is kept.
    pub(crate) days: u32,
    /// The day that the clock shows: who knows better sees that it is wrong.
    pub(crate) today: Date,
}
