//! The result: it is computed, said, and put on a sheet.

use std::collections::BTreeSet;

use super::state::{At, LinesContext, Menu, Session};
use crate::report::{checklist_text, estimate_text, ladder_text};
use crate::sheet::{Document, Handout, handout};
use yidi_core::case::Case;
use yidi_core::checklist::{Checklist, checklist};
use yidi_core::estimate::{Estimate, EstimateError, compare, estimate, ladder, with_usual_bill};
use yidi_core::year::case_of;

/// Computes the result, says it, and asks what to do with it.
pub(super) fn show_result(session: &mut Session<'_>) {
    session.out.line("");
    result(session);
    session.go(At::Menu(Menu::Result));
}

/// Says the result, or why there is none.
pub(super) fn result(session: &mut Session<'_>) {
    let LinesContext { book, text, today, .. } = session.world;
    let Ok(case) = case_of(book, &session.draft, today) else { return };
    session.told = Some(session.draft.clone());
    match estimate(book, &case) {
        Ok(estimate) => session.out.block(&estimate_text(text, book, &estimate)),
        Err(EstimateError::NoBill) => several_bills(session, &case),
        Err(error) => session.tell(&text.estimate_error(&error)),
    }
}

/// The bill is not known: what is to be done, and what several bills cost.
fn several_bills(session: &mut Session<'_>, case: &Case) {
    let LinesContext { book, text, today, .. } = session.world;
    let (Ok(checklist), Ok(ladder)) = (checklist(book, case, today), ladder(book, case)) else { return };
    session.out.block(&list_text(session.world, case, &checklist));
    session.out.line("");
    session.out.block(&ladder_text(text, case, &checklist, &ladder));
}

/// The estimate of the case.
pub(super) fn settled(session: &Session<'_>) -> Option<Estimate> {
    let LinesContext { book, today, .. } = session.world;
    estimate(book, &case_of(book, &session.draft, today).ok()?).ok()
}

/// The checklist with the questions for the hotline.
pub(super) fn list_text(world: LinesContext<'_>, case: &Case, checklist: &Checklist) -> String {
    let asked = estimate(world.book, &with_usual_bill(case)).ok();
    checklist_text(world.text, case, checklist, asked.as_ref())
}

/// The sheet to take home.
pub(super) fn document(session: &Session<'_>, note: &str) -> Option<Document> {
    let LinesContext { book, text, today, edition, .. } = session.world;
    let case: Case = case_of(book, &session.draft, today).ok()?;
    let (estimate, comparison) = (estimate(book, &case), compare(book, &case).ok());
    let made_of = Handout {
        case: &case,
        estimate: estimate.as_ref(),
        comparison: comparison.as_ref(),
        checklist: &checklist(book, &case, today).ok()?,
        ticked: &BTreeSet::new(),
        pinned: None,
        note,
        edition,
    };
    Some(handout(book, &made_of, text, today))
}
