//! What can be done with the result.

use std::collections::BTreeSet;
use std::path::Path;

use super::answer;
use super::session::{At, LinesContext, LinesEffect, List, Session};
use crate::report::{checklist_text, comparison_text, estimate_text, grounds_text, line_text};
use crate::sheet::{Document, Format, Handout, default_name, handout};
use crate::words::Text;
use yidi_core::case::Case;
use yidi_core::checklist::checklist;
use yidi_core::estimate;
use yidi_core::estimate::{Estimate, compare, estimate, filing_saves};

/// What is asked after the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Menu {
    /// What to do.
    Result,
    /// Which line to explain.
    Explain,
    /// Where to write the hand-out.
    Path,
    /// What to print on it.
    Note(String),
    /// Whether to write over a file that is there.
    Overwrite {
        /// The file.
        path: String,
        /// What is printed on it.
        note: String,
    },
    /// A note before the case is saved.
    Save,
}

/// What can be done, in the order of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    Explain,
    Checklist,
    Compare,
    Grounds,
    Print,
    Save,
    Change,
    Again,
    New,
    Leave,
}

impl Does {
    const ALL: [Self; 10] = [
        Self::Explain,
        Self::Checklist,
        Self::Compare,
        Self::Grounds,
        Self::Print,
        Self::Save,
        Self::Change,
        Self::Again,
        Self::New,
        Self::Leave,
    ];

    /// From 1; 0 leaves.
    fn number(self) -> usize {
        (self as usize + 1) % Self::ALL.len()
    }

    fn name(self, text: &Text) -> String {
        match self {
            Self::Explain => text.plain_menu_explain(),
            Self::Checklist => text.checklist_title(),
            Self::Compare => text.plain_menu_compare(),
            Self::Grounds => text.plain_menu_grounds(),
            Self::Print => text.plain_menu_print(),
            Self::Save => text.plain_menu_save(),
            Self::Change => text.plain_menu_change(),
            Self::Again => text.plain_menu_again(),
            Self::New => text.key_new_case(),
            Self::Leave => text.key_leave(),
        }
    }

    /// Short words for it, besides its name.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Explain => &["explain", "zmsd", "suan"],
            Self::Checklist => &["checklist", "list", "qingdan", "qd"],
            Self::Compare => &["compare", "duibi", "db"],
            Self::Grounds => &["sources", "grounds", "yiju", "yj"],
            Self::Print => &["handout", "print", "banshidan", "bsd"],
            Self::Save => &["save", "baocun", "bc"],
            Self::Change => &["change", "edit", "gai", "xiugai"],
            Self::Again => &["result", "again", "jieguo", "jg"],
            Self::New => &["new", "xinde"],
            Self::Leave => &["leave", "quit", "exit", "q", "likai", "tuichu"],
        }
    }
}

/// Computes the result, says it, and asks what to do with it.
pub(super) fn show_result(session: &mut Session<'_>) {
    session.out.line("");
    result(session);
    session.go(At::Menu(Menu::Result));
}

/// Says the result, or why there is none.
pub(super) fn result(session: &mut Session<'_>) {
    let LinesContext { book, text, today, .. } = session.world;
    let Ok(case) = session.draft.finish(today) else { return };
    session.told = Some(session.draft.clone());
    match estimate(book, &case) {
        Ok(estimate) => {
            let saving = filing_saves(book, &case).ok().flatten();
            session.out.block(&estimate_text(text, &estimate, saving));
        }
        Err(error) => session.tell(&text.estimate_error(&error)),
    }
}

/// Says what is asked now.
pub(super) fn show(session: &mut Session<'_>, menu: &Menu) {
    let text = session.world.text;
    session.out.line("");
    match menu {
        Menu::Result => {
            session.tell(&text.plain_menu());
            for does in Does::ALL {
                session.out.item(&text.plain_option(does.number().to_string(), does.name(text)));
            }
        }
        Menu::Explain => {
            for ((_, name), number) in lines(session).into_iter().zip(1_usize..) {
                session.out.item(&text.plain_option(number.to_string(), name));
            }
        }
        Menu::Path => session.tell(&text.plain_path()),
        Menu::Note(_) => session.tell(&text.print_note_hint()),
        Menu::Overwrite { path, .. } => {
            session.tell(&text.plain_overwrite(path.as_str()));
            super::ask::yes_and_no(session);
        }
        Menu::Save => session.tell(&text.plain_save_hint()),
    }
}

/// The label of the line to be typed, and what Enter takes.
pub(super) fn prompt(session: &Session<'_>, menu: &Menu) -> (String, Option<String>) {
    let LinesContext { text, today, .. } = session.world;
    match menu {
        Menu::Result => (text.plain_number(), None),
        Menu::Explain => (text.plain_number(), Some(text.key_back())),
        Menu::Path => {
            let case = session.draft.finish(today).ok();
            (text.print_place(), case.map(|case| default_name(&case, today, Format::default())))
        }
        Menu::Note(_) | Menu::Save => (text.save_note(), Some(text.value_none())),
        Menu::Overwrite { .. } => (text.plain_number(), Some(text.plain_option("2", text.no()))),
    }
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
    let Ok(case) = session.draft.finish(today) else {
        session.go(At::List(List::Check));
        return None;
    };
    let words = match does {
        Does::Explain => {
            session.go(At::Menu(Menu::Explain));
            return None;
        }
        Does::Checklist => match checklist(book, &case, today) {
            Ok(checklist) => checklist_text(text, &case, &checklist),
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
        Does::Leave => return Some(LinesEffect::Leave),
    };
    session.out.line("");
    session.out.block(&words);
    session.show();
    None
}

/// The lines of the settlement that are shown, with their amounts.
fn lines(session: &Session<'_>) -> Vec<(estimate::Line, String)> {
    let LinesContext { text, .. } = session.world;
    let Some(estimate) = settled(session) else { return Vec::new() };
    let shown = estimate::shown(estimate.low(), estimate.high());
    let name =
        |low, high| if low == high { text.money(low) } else { text.range(text.money(low), text.money(high)) };
    shown
        .into_iter()
        .map(|(line, low, high)| (line, text.plain_taken(text.line(line), name(low, high))))
        .collect()
}

fn settled(session: &Session<'_>) -> Option<Estimate> {
    let LinesContext { book, today, .. } = session.world;
    estimate(book, &session.draft.finish(today).ok()?).ok()
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
    let LinesContext { book, text, today, .. } = session.world;
    let case: Case = session.draft.finish(today).ok()?;
    let (estimate, comparison) = (estimate(book, &case), compare(book, &case).ok());
    let made_of = Handout {
        case: &case,
        estimate: estimate.as_ref(),
        comparison: comparison.as_ref(),
        checklist: &checklist(book, &case, today).ok()?,
        ticked: &BTreeSet::new(),
        note,
    };
    Some(handout(book, &made_of, text, today))
}
