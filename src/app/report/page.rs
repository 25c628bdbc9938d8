//! A page of plain text that is being written.

use crate::words::width::wrap_at_pauses;

/// In cells: leaves a margin on the narrowest terminal that shows everything.
const WIDTH: usize = 78;

/// Lines of at most [`WIDTH`] cells.
#[derive(Default)]
pub(crate) struct Page(String);

impl Page {
    /// What was written.
    pub(crate) fn text(self) -> String {
        self.0
    }

    /// A line that is known to fit.
    pub(crate) fn line(&mut self, line: &str) {
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    /// Lines that were written before.
    pub(crate) fn block(&mut self, lines: &str) {
        self.0.push_str(lines);
        if !lines.ends_with('\n') {
            self.0.push('\n');
        }
    }

    /// Text from the margin on.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.indented(0, 0, text);
    }

    /// One thing of a list.
    pub(crate) fn item(&mut self, text: &str) {
        self.indented(2, 4, text);
    }

    /// What belongs to the item above.
    pub(crate) fn below(&mut self, text: &str) {
        self.indented(6, 6, text);
    }

    /// Text that begins after so many cells, its later lines after so many.
    pub(crate) fn indented(&mut self, first: usize, later: usize, text: &str) {
        for line in wrap_at_pauses(&format!("{}{text}", " ".repeat(first)), WIDTH, later) {
            self.line(&line);
        }
    }
}
