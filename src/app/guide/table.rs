//! A table in columns: as wide as the page, long cells on several lines.

use pulldown_cmark::Alignment;

use crate::words::width::{pad_left, pad_right, width, wrap};

/// In cells, as all that is printed.
const ROOM: usize = 78;

/// Rows of cells; the first names the columns.
#[derive(Default)]
pub(super) struct GuideTable {
    sides: Vec<Alignment>,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
}

impl GuideTable {
    /// An empty one, its columns set to these sides.
    pub(super) fn new(sides: Vec<Alignment>) -> Self {
        Self { sides, ..Self::default() }
    }

    /// The next cell of the row.
    pub(super) fn cell(&mut self, words: String) {
        self.row.push(words);
    }

    /// The row is whole.
    pub(super) fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// Its lines.
    pub(super) fn lines(&self) -> Vec<String> {
        let gap = if self.sides.len() > 3 { " " } else { "  " };
        let widths = self.widths(gap.len());
        let mut lines = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            lines.extend(self.row_lines(row, &widths, gap));
            if at == 0 {
                let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                lines.push(rules.join(gap));
            }
        }
        lines
    }

    /// A row, on as many lines as its longest cell takes.
    fn row_lines(&self, row: &[String], widths: &[usize], gap: &str) -> Vec<String> {
        let cells: Vec<Vec<String>> =
            row.iter().zip(widths).map(|(cell, width)| wrap(cell, *width, 0)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let line = |at: usize| {
            let cell = |((lines, width), side): ((&Vec<String>, &usize), &Alignment)| {
                let words = lines.get(at).map_or("", String::as_str);
                if *side == Alignment::Right { pad_left(words, *width) } else { pad_right(words, *width) }
            };
            let cells: Vec<String> = cells.iter().zip(widths).zip(&self.sides).map(cell).collect();
            cells.join(gap)
        };
        (0..height).map(line).collect()
    }

    /// How wide each column is: what its cells take, and where that is too much
    /// the widest give way, down to their longest word.
    fn widths(&self, gap: usize) -> Vec<usize> {
        let column = |at: usize| self.rows.iter().filter_map(move |row| row.get(at));
        let columns = 0..self.sides.len();
        let most = |measured: fn(&str) -> usize| -> Vec<usize> {
            columns
                .clone()
                .map(|at| column(at).map(|cell| measured(cell)).max().unwrap_or_default())
                .collect()
        };
        let (mut widths, least) = (most(width), most(longest_word));
        let room = ROOM.saturating_sub(gap * self.sides.len().saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            let may = columns.clone().filter(|at| widths[*at] > least[*at]);
            let Some(widest) = may.max_by_key(|at| widths[*at]) else { break };
            widths[widest] -= 1;
        }
        widths
    }
}

/// How wide the longest part is that is not broken; Chinese may be broken
/// between any two characters.
fn longest_word(cell: &str) -> usize {
    let is_wide = |c: char| width(c.encode_utf8(&mut [0; 4])) == 2;
    let words = cell.split(|c: char| c.is_whitespace() || is_wide(c));
    words.map(width).max().unwrap_or_default().max(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(sides: &[Alignment], rows: &[&[&str]]) -> Vec<String> {
        let mut table = GuideTable::new(sides.to_vec());
        for row in rows {
            for cell in *row {
                table.cell((*cell).to_owned());
            }
            table.end_row();
        }
        table.lines()
    }

    #[test]
    fn columns_are_as_wide_as_their_cells() {
        let shown = table(&[Alignment::None, Alignment::Right], &[&["省份", "数字"], &["上海", "7"]]);
        assert_eq!(shown, ["省份  数字", "----  ----", "上海     7"]);
    }

    #[test]
    fn a_long_cell_takes_several_lines_and_every_line_fits() {
        let long = "经办机构 the agency ".repeat(12);
        let shown = table(&[Alignment::None; 2], &[&["term", "means"], &["agency", &long]]);
        assert!(shown.len() > 4, "{shown:?}");
        assert!(shown[3].starts_with("        "), "{shown:?}");
        for line in &shown {
            assert!(width(line) <= ROOM, "{line}");
        }
    }
}
