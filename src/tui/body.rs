//! What a question or a view of the result hands to the screen.

use ratatui::text::Line;

/// Where the caret stands in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Caret {
    pub(super) column: usize,
    pub(super) line: usize,
}

/// What stands between head and foot.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) lines: Vec<Line<'static>>,
    pub(super) caret: Option<Caret>,
    /// Highlighted row and number of rows of a list that may be longer than the screen.
    pub(super) position: Option<(usize, usize)>,
}

/// Numbers as the messages take them.
pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
