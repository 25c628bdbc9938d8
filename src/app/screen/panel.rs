//! A part of the screen that is drawn on.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::pen::Pen;
use super::theme::Theme;
use crate::words::Text;

/// A part of the screen; its pen writes lines as long as it is wide.
pub(super) struct Panel<'p, 'f> {
    frame: &'p mut Frame<'f>,
    pub(super) area: Rect,
    pub(super) pen: Pen<'p>,
}

impl<'p, 'f> Panel<'p, 'f> {
    /// All of the screen.
    pub(super) fn whole(frame: &'p mut Frame<'f>, text: &'p Text, theme: &'p Theme) -> Self {
        let area = frame.area();
        Self { frame, area, pen: Pen { text, theme, cells: usize::from(area.width) } }
    }

    /// A part of it.
    pub(super) fn part(&mut self, area: Rect) -> Panel<'_, 'f> {
        Panel { frame: self.frame, area, pen: self.pen.within(usize::from(area.width)) }
    }

    /// Writes a line in a row.
    pub(super) fn put(&mut self, row: u16, line: Line<'_>) {
        let row = Rect { y: self.area.y + row, height: 1, ..self.area };
        self.frame.render_widget(line, row);
    }

    /// Where the cursor stands.
    pub(super) fn caret(&mut self, column: u16, row: u16) {
        self.frame.set_cursor_position(Position::new(self.area.x + column, self.area.y + row));
    }
}
