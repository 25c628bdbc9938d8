//! What a question or a view of the result hands to the screen.

use std::ops::Range;

use ratatui::text::Line;

use super::bindings::Action;

/// Rows above the body: title, answers, rule, question, blank.
pub(super) const HEAD: u16 = 5;
/// Rows below the body: notice, footer.
pub(super) const FOOT: u16 = 2;
/// Rows that what stands between them does not have.
pub(super) const HEAD_AND_FOOT: u16 = HEAD + FOOT;

/// Where the caret stands in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Caret {
    pub(super) column: usize,
    pub(super) line: usize,
}

/// What a click on a place of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// A tab of the result, from 1.
    Tab(u8),
    /// A row of what is shown.
    Row(usize),
    /// A field of the form, by its place.
    Field(usize),
    /// A key of the footer: what it does.
    Key(Action),
}

/// What stands between head and foot.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// Lines that stay above what scrolls.
    pub(super) head: Vec<Line<'static>>,
    pub(super) lines: Vec<Line<'static>>,
    pub(super) caret: Option<Caret>,
    /// Highlighted row and number of rows of a list of which only the rows that fit were drawn.
    pub(super) position: Option<(usize, usize)>,
    /// The lines that must be in view, where the body is longer than the screen.
    pub(super) focus: Option<Range<usize>>,
    /// How far it was scrolled away from there.
    pub(super) scroll: isize,
    /// Lines that can be clicked.
    pub(super) hits: Vec<(Range<usize>, Hit)>,
}

impl Body {
    /// The first line shown of so many rows, and how far that is from where the
    /// focus alone would put it.
    pub(super) fn top(&self, rows: usize) -> (usize, isize) {
        let last = self.lines.len().saturating_sub(rows);
        let follow = match (&self.focus, self.caret) {
            // What stands above the first row is seen with its beginning.
            (Some(focus), _) if self.is_first(focus) && focus.start + 3 <= rows => 0,
            (Some(focus), _) => focus.end.saturating_sub(rows).min(focus.start),
            // What is wrong with a field stands below it.
            (None, Some(caret)) => (caret.line + 3).saturating_sub(rows),
            (None, None) => 0,
        }
        .min(last);
        let top = follow.saturating_add_signed(self.scroll).min(last);
        (top, top.cast_signed() - follow.cast_signed())
    }

    fn is_first(&self, focus: &Range<usize>) -> bool {
        self.hits.first().is_some_and(|(lines, _)| lines.start == focus.start)
    }

    /// Adds lines on which a row can be highlighted.
    pub(super) fn row(
        &mut self,
        row: usize,
        highlighted: bool,
        lines: impl IntoIterator<Item = Line<'static>>,
    ) {
        let start = self.lines.len();
        self.lines.extend(lines);
        let all = start..self.lines.len();
        if highlighted {
            self.caret = Some(Caret { column: 1, line: start });
            // With the first row goes all that stands above it: a view begins at its top.
            let begins = row == 0 && all.len() == 1;
            self.focus = Some(if begins { 0 } else { start }..all.end);
        }
        self.hits.push((all, Hit::Row(row)));
    }
}

/// Numbers as the messages take them.
pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(lines: usize, focus: Range<usize>, scroll: isize) -> Body {
        Body {
            lines: (0..lines).map(|number| Line::raw(number.to_string())).collect(),
            focus: Some(focus),
            scroll,
            ..Body::default()
        }
    }

    #[test]
    fn the_focus_is_in_view_and_scrolling_stops_at_both_ends() {
        assert_eq!(body(30, 0..1, 0).top(10), (0, 0));
        assert_eq!(body(30, 14..15, 0).top(10), (5, 0));
        assert_eq!(body(30, 14..15, 100).top(10), (20, 15));
        assert_eq!(body(30, 14..15, -100).top(10), (0, -5));
        assert_eq!(body(30, 5..25, 0).top(10), (5, 0), "a long row is shown from its beginning");
        assert_eq!(body(5, 4..5, 3).top(10), (0, 0));
    }
}
