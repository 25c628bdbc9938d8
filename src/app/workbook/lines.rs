//! The rows of a sheet as lines of CSV, from the column on where its table begins.

use std::io;

use crossbeam_channel::Sender;

use super::cells::{CellRole, SheetCell};

/// So many columns are laid out; a table has fewer.
const MOST_COLUMNS: u32 = 4097;

/// Cells at their places, from a column on.
pub(super) fn laid_out(
    cells: Vec<(u32, SheetCell)>,
    first: u32,
    text: impl Fn(usize, SheetCell) -> String,
) -> Vec<String> {
    let mut row: Vec<String> = Vec::new();
    for (column, cell) in cells {
        let Some(column) = column.checked_sub(first).filter(|column| *column < MOST_COLUMNS) else {
            continue;
        };
        let column = column as usize;
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = text(column, cell);
    }
    row
}

/// Where in a sheet its table stands.
pub(super) struct BookLayout {
    /// Its first column.
    first: u32,
    /// How many columns it has.
    width: usize,
    /// The row of its header.
    header: u32,
    /// What the columns are for.
    roles: Vec<CellRole>,
}

impl BookLayout {
    /// From the row with the most known names, as far as its names go.
    pub(super) fn of(
        rows: Vec<(u32, Vec<String>)>,
        known: fn(&[String]) -> usize,
        roles: &dyn Fn(&[Vec<String>]) -> Vec<CellRole>,
    ) -> Self {
        let header = rows.iter().enumerate().rev().max_by_key(|(_, (_, row))| known(row));
        let Some((at, (row, names))) = header.map(|(at, (row, names))| (at, (*row, names))) else {
            return Self { first: 0, width: 0, header: 0, roles: Vec::new() };
        };
        let first = names.iter().position(|cell| !cell.trim().is_empty()).unwrap_or_default();
        let width = names.len().saturating_sub(first);
        let from_first = |(_, row): (u32, Vec<String>)| row.into_iter().skip(first).collect();
        let head: Vec<Vec<String>> = rows.into_iter().take(at + 1).map(from_first).collect();
        Self { first: u32::try_from(first).unwrap_or_default(), width, header: row, roles: roles(&head) }
    }

    /// What a column is for, in a row.
    fn role(&self, row: u32, column: usize) -> CellRole {
        let role = if row > self.header { self.roles.get(column) } else { None };
        role.copied().unwrap_or(CellRole::Plain)
    }
}

/// No spreadsheet program has a row below this one, counted from 0: a file that names
/// one is made to be long.
const LAST_ROW: u32 = (1 << 24) - 1;

/// Rows as CSV, in pieces.
pub(super) struct Lines<'s> {
    layout: BookLayout,
    /// The row that comes next.
    next: u32,
    text: Vec<u8>,
    send: &'s Sender<io::Result<Vec<u8>>>,
}

impl<'s> Lines<'s> {
    /// Nothing handed on yet.
    pub(super) const fn of(layout: BookLayout, send: &'s Sender<io::Result<Vec<u8>>>) -> Self {
        Self { layout, next: 0, text: Vec::new(), send }
    }

    /// A row; false where nobody wants more.
    pub(super) fn row(&mut self, row: u32, cells: Vec<(u32, SheetCell)>) -> bool {
        if row > LAST_ROW {
            let _ = self.send.send(Err(io::ErrorKind::InvalidData.into()));
            return false;
        }
        // Rows without cells count as rows.
        while self.next < row {
            self.text.push(b'\n');
            self.next += 1;
            if self.text.len() >= PIECE && !self.flush() {
                return false;
            }
        }
        self.next = row.saturating_add(1);
        let text = |column, cell: SheetCell| cell.into_text(self.layout.role(row, column));
        let mut cells = laid_out(cells, self.layout.first, text);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            cells.resize(cells.len().max(self.layout.width), String::new());
            for (place, cell) in cells.iter().enumerate() {
                if place > 0 {
                    self.text.push(b',');
                }
                quoted(&mut self.text, cell);
            }
        }
        self.text.push(b'\n');
        self.text.len() < PIECE || self.flush()
    }

    pub(super) fn flush(&mut self) -> bool {
        self.text.is_empty() || self.send.send(Ok(std::mem::take(&mut self.text))).is_ok()
    }
}

/// So much is handed on at a time.
const PIECE: usize = 64 * 1024;

/// A cell of CSV.
fn quoted(out: &mut Vec<u8>, cell: &str) {
    if !cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        out.extend_from_slice(cell.as_bytes());
        return;
    }
    out.push(b'"');
    out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}
