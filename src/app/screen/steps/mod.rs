//! One module a question: its state, and how it is drawn.

pub(super) mod card;
pub(super) mod check;
pub(super) mod choice;
pub(super) mod place;
pub(super) mod trip;
