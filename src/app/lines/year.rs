//! The next stay of the person, and the stays of the year, one a line.

use super::answer;
use super::result::show_result;
use super::state::{At, Home, LinesContext, List, Menu, Session};
use crate::report::year_text;
use yidi_core::answers::{YearStays, next_stay};
use yidi_core::case::Field;
use yidi_core::year::settle_stays;

/// Begins the next stay: person and places stay, the bill is asked, and the result is
/// there.
pub(super) fn next(session: &mut Session<'_>) {
    let text = session.world.text;
    let mut list = YearStays::of(&session.draft);
    if !list.add(next_stay(&session.draft)) {
        return session.tell(&text.year_too_long(list.stays.len() as u64));
    }
    let number = list.stays.len() as u64;
    session.draft = list.into_draft();
    session.tell(&text.plain_next_stay(number));
    session.go(At::Ask(Field::Total, Home::List(List::Change)));
}

/// Says the year, and its stays with their numbers.
pub(super) fn show(session: &mut Session<'_>) {
    let LinesContext { book, text, today, .. } = session.world;
    let list = YearStays::of(&session.draft);
    match settle_stays(book, &list, today) {
        Ok(settled) => {
            let comparison = settled.comparison.unwrap_or_default();
            session.out.block(&year_text(text, &settled.year, &comparison));
        }
        Err(error) => session.tell(&text.estimate_error(&error)),
    }
    session.out.line("");
    session.tell(&text.plain_stays());
    for (stay, number) in list.stays.iter().zip(1_usize..) {
        let answers = [Field::Date, Field::CarePlace, Field::Total];
        let answers = answers.map(|field| text.answer(&stay.draft, field, today).unwrap_or_default());
        session.out.item(&text.plain_option(number.to_string(), answers.join("  ")));
    }
}

/// Takes a line: a stay to look at, or with a minus one to take out.
pub(super) fn take(session: &mut Session<'_>, line: &str) {
    if line.is_empty() {
        return session.go(At::Menu(Menu::Result));
    }
    let mut list = YearStays::of(&session.draft);
    let (is_out, typed) = match line.strip_prefix(['-', '－', '−']) {
        Some(rest) => (true, rest.trim()),
        None => (false, line),
    };
    let at = answer::number(typed).and_then(|number| number.checked_sub(1));
    let Some(at) = at.filter(|at| *at < list.stays.len()) else {
        return session.tell(&session.world.text.plain_no_row(line));
    };
    if is_out {
        list.remove(at);
        session.draft = list.into_draft();
        return session.go(At::Menu(Menu::Year));
    }
    list.here = at;
    session.draft = list.into_draft();
    show_result(session);
}
