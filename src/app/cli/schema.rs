//! `yidi schema`: the JSON schema of a form.

use super::fail::Fail;
use super::out;
use super::run::Run;
use crate::report::{ESTIMATE_SCHEMA, year_schema};

/// The forms that have a schema; the first is meant where none is named.
pub(super) const FORMS: [&str; 2] = ["estimate", "year"];

/// Prints a schema.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    match run.typed("form") {
        Some("year") => out::print_exactly(run, &year_schema()),
        // The reader of the arguments knows no other.
        _ => out::print_exactly(run, ESTIMATE_SCHEMA),
    }
}
