//! What text of others passes before it reaches a person or a spreadsheet, and
//! which files are read at all; what a crash may leave.

mod core_file;
mod file;
mod formula;
mod reader;
mod shown;
mod system;

pub use core_file::no_core;
pub use file::{
    CASES, OpenFile, POLICY, ReadError, SETTINGS, SLIP, SLIP_WORKBOOK, is_of_shell, open_file, read_bytes,
    read_file, read_stream, read_stream_bytes, read_written, written,
};
pub use formula::{harmless, runs_as_formula};
pub use reader::{inside_reader, on_giving_up};
pub use shown::Shown;
pub use system::SystemError;
