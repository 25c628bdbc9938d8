//! `yidi checklist`: what to file and what to bring.

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::report::{calendar, checklist_json, checklist_text};
use yidi_core::checklist::checklist;
use yidi_core::estimate::{estimate, with_usual_bill};

/// Prints the list.
///
/// # Errors
/// With everything that is wrong with the request; where the data is at fault.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let case = case::case_without_bill(run)?;
    let book = run.book()?;
    let checklist = checklist(&book, &case, *run.today).map_err(|error| Fail::broken(run.text, &error))?;
    if let Some(path) = run.path("ics") {
        let calendar = calendar(run.text, &case, &checklist, *run.today);
        let calendar = calendar.ok_or_else(|| Fail::Request(vec![run.text.calendar_none()]))?;
        return out::save_exactly(run, path, &calendar);
    }
    let asked = estimate(&book, &with_usual_bill(&case)).ok();
    let json = || Ok(checklist_json(&case, &checklist, asked.as_ref()));
    out::print_either(run, json, || Ok(checklist_text(run.text, &case, &checklist, asked.as_ref())))
}
