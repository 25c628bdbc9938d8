//! What everything is drawn with.

use ratatui::text::Line;

use super::theme::{Meaning, Theme};
use crate::words::Text;

/// The words, the looks, and how many cells a line has.
#[derive(Clone, Copy)]
pub(super) struct Pen<'a> {
    pub(super) text: &'a Text,
    pub(super) theme: &'a Theme,
    pub(super) cells: usize,
}

impl Pen<'_> {
    /// A line that divides.
    pub(super) fn rule(&self) -> Line<'static> {
        Line::styled(self.theme.glyphs.rule.repeat(self.cells), self.theme.style(Meaning::Rule))
    }

    /// The same for lines of so many cells.
    pub(super) const fn within(self, cells: usize) -> Self {
        Self { cells, ..self }
    }
}
