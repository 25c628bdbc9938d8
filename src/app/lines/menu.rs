//! What can be done with the result.

use std::path::Path;

use super::answer;
use super::menu_words::{Does, lines, prompt};
use super::result::{list_text, settled, show_result};
use super::state::{At, LinesContext, LinesEffect, List, Menu, Session};
use super::year;
use crate::report::{comparison_text, grounds_text, line_text};
use crate::sheet::Format;
use crate::words::Text;
use yidi_core::checklist::checklist;
use yidi_core::estimate;
use yidi_core::estimate::{compare, estimate};
use yidi_core::year::case_of;

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

/// What a line means: its number, or one of its words.
fn meant(text: &Text, line: &str) -> Option<Does> {
    if let Some(number) = answer::number(line) {
        return Does::ALL.into_iter().find(|does| does.number() == number);
    }
    let words = |does: Does| {
        let words = does.words().iter().map(|word| (*word).to_owned());
        words.chain([does.name(text)]).collect::<Vec<_>>()
    };
    let found = answer::one_of(&answer::folded(line), Does::ALL.into_iter().map(words));
    found.ok().map(|at| Does::ALL[at])
}

fn choose(session: &mut Session<'_>, line: &str) -> Option<LinesEffect> {
    let LinesContext { book, text, today, .. } = session.world;
    if line.is_empty() {
        session.show();
        return None;
    }
    let Some(does) = meant(text, line) else {
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

fn explain(session: &mut Session<'_>, line: estimate::Line) {
    if let Some(estimate) = settled(session) {
        let words = line_text(session.world.text, &estimate, line);
        session.out.block(&words);
        session.out.line("");
    }
}
