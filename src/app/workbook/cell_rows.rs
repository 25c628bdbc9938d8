//! Cells of a sheet gathered into its rows.

use calamine::{Cell, Data, DataRef, Range};

use super::cells::{CellForm, SheetCell};

/// What takes the cells of a row; false where no more are wanted.
pub(super) type Taker<'t> = &'t mut dyn FnMut(u32, Vec<(u32, SheetCell)>) -> bool;

/// Whether a cell has no value.
pub(super) fn is_empty(cell: &Cell<DataRef<'_>>) -> bool {
    matches!(cell.get_value(), DataRef::Empty)
}

/// Cells that come one by one, gathered into rows.
pub(super) struct CellRows<'t> {
    row: u32,
    cells: Vec<(u32, SheetCell)>,
    forms: Vec<CellForm>,
    take: Taker<'t>,
}

impl<'t> CellRows<'t> {
    /// None yet; the forms are those of the styles of cells.
    pub(super) const fn of(forms: Vec<CellForm>, take: Taker<'t>) -> Self {
        Self { row: 0, cells: Vec::new(), forms, take }
    }

    /// Takes a cell; one without a value as the formula that it holds. False where no
    /// more are wanted.
    pub(super) fn put(&mut self, cell: &Cell<DataRef<'_>>, style: usize, formula: String) -> bool {
        let (row, column) = cell.get_position();
        if row != self.row
            && !self.cells.is_empty()
            && !(self.take)(self.row, std::mem::take(&mut self.cells))
        {
            return false;
        }
        self.row = row;
        let cell = if formula.is_empty() {
            SheetCell::of(cell.get_value(), self.forms.get(style).copied().unwrap_or_default())
        } else {
            SheetCell { text: formula, is_number: false }
        };
        if !cell.text.is_empty() {
            self.cells.push((column, cell));
        }
        true
    }

    /// Hands on the last row.
    pub(super) fn end(self) {
        if !self.cells.is_empty() {
            (self.take)(self.row, self.cells);
        }
    }
}

/// The rows of a sheet that was read whole.
pub(super) fn each_of(range: &Range<Data>, take: Taker<'_>) {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, cells) in (first_row..).zip(range.rows()) {
        let cells = (first_column..).zip(cells.iter().map(SheetCell::of_data));
        let cells: Vec<(u32, SheetCell)> = cells.filter(|(_, cell)| !cell.text.is_empty()).collect();
        if !cells.is_empty() && !take(row, cells) {
            return;
        }
    }
}
