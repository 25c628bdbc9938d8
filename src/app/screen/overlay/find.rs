//! Finding a row of the result by typing: it is highlighted at once.

use ratatui::text::{Line, Span};
use tui_input::Input;

use super::super::bindings::Action;
use super::super::body::{Body, Caret, count};
use super::super::pen::Pen;
use super::super::result::ResultState;
use super::super::theme::Meaning;
use super::outcome::{Below, OverlayOutcome};
use crate::words::width::width;

/// What is typed, and where the search began.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Find {
    input: Input,
    /// The row that was highlighted before.
    from: usize,
    /// The row that is highlighted.
    row: usize,
}

impl Find {
    /// Nothing is typed yet.
    pub(in crate::screen) fn new(row: usize) -> Self {
        Self { input: Input::default(), from: row, row }
    }

    /// Takes a key. Esc goes back to where the search began, Enter stays where it
    /// has come to.
    pub(super) fn act(&mut self, action: Action, below: &Below<'_>) -> OverlayOutcome {
        let found = |find: &Self| {
            below.result.map_or_else(Vec::new, |result| result.found(find.input.value(), below.world.text))
        };
        match action {
            Action::Close => return OverlayOutcome::GoesTo { row: self.from, stays: false },
            Action::Continue => return OverlayOutcome::Closes,
            Action::Edit(request) => {
                super::super::input::edit(&mut self.input, request);
                let found = found(self);
                let first = found.iter().find(|row| **row >= self.from).or(found.first());
                self.row = first.copied().unwrap_or(self.from);
            }
            Action::Down => {
                let found = found(self);
                let next = found.iter().find(|row| **row > self.row).or(found.first());
                self.row = next.copied().unwrap_or(self.row);
            }
            Action::Up => {
                let found = found(self);
                let next = found.iter().rev().find(|row| **row < self.row).or(found.last());
                self.row = next.copied().unwrap_or(self.row);
            }
            _ => {}
        }
        OverlayOutcome::GoesTo { row: self.row, stays: true }
    }
}

/// Draws the line, and which of the rows that were found is highlighted.
pub(super) fn draw(find: &Find, result: Option<&ResultState>, pen: Pen<'_>) -> Body {
    let Pen { text, theme, .. } = pen;
    let mut body = Body::default();
    let label = format!(" {}  ", text.place_prompt());
    body.caret = Some(Caret { column: width(&label) + find.input.visual_cursor(), line: 0 });
    body.lines.push(Line::from(vec![
        Span::styled(label, theme.style(Meaning::Title)),
        Span::styled(find.input.value().to_owned(), theme.style(Meaning::Input)),
    ]));
    let found = result.map_or_else(Vec::new, |result| result.found(find.input.value(), text));
    let at = found.iter().position(|row| *row == find.row);
    let line = match at {
        _ if find.input.value().trim().is_empty() => {
            Line::styled(format!("   {}", text.find_hint()), theme.style(Meaning::Muted))
        }
        Some(at) => Line::raw(format!("   {}", text.list_position(count(at + 1), count(found.len())))),
        None => Line::styled(format!("   {}", text.find_none()), theme.style(Meaning::Warning)),
    };
    body.lines.push(line);
    body
}
