//! What is not known, one question after the other: what moves the most first.

use super::result::{settled, show_result};
use super::state::{At, Home, Session};
use yidi_core::case::Field;
use yidi_core::estimate::Asks;

/// Begins with the first; says so where nothing is unknown.
pub(super) fn ask_in_a_row(session: &mut Session<'_>) {
    session.asked.clear();
    if let Some(field) = next(session) {
        ask(session, field);
    } else {
        session.tell(&session.world.text.nothing_to_settle());
        session.show();
    }
}

/// Goes on with what still moves the most; then the result.
pub(super) fn ask_next(session: &mut Session<'_>) {
    match next(session) {
        Some(field) => ask(session, field),
        None => show_result(session),
    }
}

fn ask(session: &mut Session<'_>, field: Field) {
    session.asked.push(field);
    session.go(At::Ask(field, Home::Unknowns));
}

fn next(session: &Session<'_>) -> Option<Field> {
    const UNCOVERED: [Field; 3] = [Field::OwnExpense, Field::Prepay, Field::OverLimit];
    let estimate = settled(session)?;
    let fields = estimate.all_asks().into_iter().flat_map(|asks| match asks {
        Asks::Question(field) => vec![field],
        Asks::Uncovered => UNCOVERED.to_vec(),
    });
    fields.into_iter().find(|field| !session.asked.contains(field))
}
