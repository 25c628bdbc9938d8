//! What text of others passes before it reaches a person or a spreadsheet.

mod formula;

pub use formula::{harmless, runs_as_formula};
