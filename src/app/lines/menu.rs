//! What can be done with the result.

use std::collections::BTreeSet;
use std::path::Path;

use super::answer;
use super::menu_words::{Does, lines, prompt, settled};
use super::state::{At, LinesContext, LinesEffect, List, Menu, Session};
use super::year;
use crate::report::{checklist_text, comparison_text, estimate_text, grounds_text, ladder_text, line_text};
use crate::sheet::{Document, Format, Handout, handout};
use yidi_core::case::Case;
use yidi_core::checklist::{Checklist, checklist};
use yidi_core::estimate;
use yidi_core::estimate::{EstimateError, compare, estimate, ladder, with_usual_bill};
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

/// Takes a line.
pub(super) fn take(session: &mut Session<'_>, menu: Menu, line: &str, is_none: bool) -> Option<LinesEffect> {
    let text = session.world.text;
    let line = if is_none { "" } else { line };
    match menu {
        Menu::Result => return choose(session, line),
        Menu::Explain => {
            if line.is_empty() {
                session.go(At::Menu(Menu::Result));
                return None;
            }
            let lines = lines(session);
            let names = lines.iter().map(|(_, name)| vec![name.clone()]).collect();
            if let Some((line, _)) = session.row(line, names).and_then(|row| lines.get(row)) {
                explain(session, *line);
            }
        }
        Menu::Path => {
            let usual = prompt(session, &Menu::Path).1.unwrap_or_default();
            let path = if line.is_empty() { usual } else { line.to_owned() };
            if Format::of_file(Path::new(&path)).is_some() {
                session.go(At::Menu(Menu::Note(path)));
            } else {
                session.tell(&text.plain_path_ending());
            }
        }
        Menu::Note(path) => {
            return Some(LinesEffect::Write { path, note: line.to_owned(), overwrite: false });
        }
        Menu::Overwrite { path, note } => match session.yes_or_no(line, false) {
            Some(true) => return Some(LinesEffect::Write { path, note, overwrite: true }),
            Some(false) => session.go(At::Menu(Menu::Path)),
            None => {}
        },
        Menu::Year => year::take(session, line),
        Menu::Save => {
            session.at = At::Menu(Menu::Result);
            return Some(LinesEffect::Save(line.to_owned()));
        }
    }
    None
}

fn choose(session: &mut Session<'_>, line: &str) -> Option<LinesEffect> {
    let LinesContext { book, text, today, .. } = session.world;
    if line.is_empty() {
        session.show();
        return None;
    }
    let does = if let Some(number) = answer::number(line) {
        Does::ALL.into_iter().find(|does| does.number() == number)
    } else {
        let words = |does: Does| {
            let words = does.words().iter().map(|word| (*word).to_owned());
            words.chain([does.name(text)]).collect::<Vec<_>>()
        };
        let found = answer::one_of(&answer::folded(line), Does::ALL.into_iter().map(words));
        found.ok().map(|place| Does::ALL[place])
    };
    let Some(does) = does else {
        session.tell(&text.plain_no_option(line));
        session.show();
        return None;
    };
    // Only a whole case has a menu.
    let Ok(case) = case_of(session.world.book, &session.draft, today) else {
        session.go(At::List(List::Check));
        return None;
    };
    let words = match does {
        Does::Explain => {
            session.go(At::Menu(Menu::Explain));
            return None;
        }
        Does::Checklist => match checklist(book, &case, today) {
            Ok(checklist) => list_text(session.world, &case, &checklist),
            Err(error) => text.data_broken(error.to_string()),
        },
        Does::Compare => match compare(book, &case) {
            Ok(comparison) => comparison_text(text, &case, &comparison),
            Err(error) => text.estimate_error(&error),
        },
        Does::Grounds => match estimate(book, &case) {
            Ok(estimate) => grounds_text(text, book, &estimate, today),
            Err(error) => text.estimate_error(&error),
        },
        Does::Print => {
            session.go(At::Menu(Menu::Path));
            return None;
        }
        Does::Save => {
            session.go(At::Menu(Menu::Save));
            return None;
        }
        Does::Change => {
            session.go(At::List(List::Change));
            return None;
        }
        Does::Again => {
            show_result(session);
            return None;
        }
        Does::New => {
            session.tell(&text.new_case_done());
            session.begin_anew();
            return Some(LinesEffect::Forget);
        }
        Does::Unknowns => {
            super::unknowns::ask_in_a_row(session);
            return None;
        }
        Does::NextStay => {
            year::next(session);
            return None;
        }
        Does::Year => {
            session.go(At::Menu(Menu::Year));
            return None;
        }
        Does::Leave => return Some(LinesEffect::Leave),
    };
    session.out.line("");
    session.out.block(&words);
    session.show();
    None
}

/// The checklist with the questions for the hotline.
fn list_text(world: LinesContext<'_>, case: &Case, checklist: &Checklist) -> String {
    let asked = estimate(world.book, &with_usual_bill(case)).ok();
    checklist_text(world.text, case, checklist, asked.as_ref())
}

fn explain(session: &mut Session<'_>, line: estimate::Line) {
    if let Some(estimate) = settled(session) {
        let words = line_text(session.world.text, &estimate, line);
        session.out.block(&words);
        session.out.line("");
    }
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
