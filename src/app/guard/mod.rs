//! What text of others passes before it reaches a person or a spreadsheet, and
//! which files are read at all; what a crash may leave.

mod core_file;
mod file;
mod formula;
mod shown;

pub use core_file::no_core;
pub use file::{
    CASES, POLICY, ReadError, SETTINGS, SLIP, SLIP_WORKBOOK, read_bytes, read_file, read_stream,
    read_stream_bytes, read_written, written,
};
pub use formula::{harmless, runs_as_formula};
pub use shown::Shown;
