//! Workbooks of spreadsheet programs, in and out. A sheet is read as the table
//! that it would be as CSV, so that everything behind it is the same, and what
//! would be written as CSV is written into a sheet.

mod cell_rows;
mod cells;
mod form;
mod formulas;
mod lines;
mod old;
mod open_document;
mod pipe;
mod read;
mod source;
mod strings;
mod write;

pub use cells::{CellRole, number_text};
pub use form::{BlankSheet, form_workbook};
pub use read::{OpenSheet, SheetCells, SheetRows, all_sheets, is_workbook, open, rows};
pub use source::{SheetSource, WorkbookError};
pub use write::{ColumnKind, MOST_ROWS, SheetWriter, is_workbook_name};
