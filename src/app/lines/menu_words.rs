//! What the menu of the result says.

use strum::VariantArray;

use super::result::settled;
use super::state::{LinesContext, Menu, Session};
use super::year;
use crate::sheet::{Format, default_name};
use crate::words::Text;
use yidi_core::estimate;
use yidi_core::num::Span;
use yidi_core::variants::all;

/// What can be done, in the order of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub(super) enum Does {
    Explain,
    Checklist,
    Compare,
    Grounds,
    Print,
    Save,
    Change,
    Again,
    New,
    Unknowns,
    NextStay,
    Year,
    Leave,
}

impl Does {
    /// Everything, in the order of the numbers.
    pub(super) const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// From 1; 0 leaves.
    pub(super) fn number(self) -> usize {
        (self as usize + 1) % Self::ALL.len()
    }

    /// What it is called.
    pub(super) fn name(self, text: &Text) -> String {
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
            Self::Unknowns => text.key_unknowns(),
            Self::NextStay => text.key_next_stay(),
            Self::Year => text.key_year(),
            Self::Leave => text.key_leave(),
        }
    }

    /// Short words for it, besides its name.
    pub(super) const fn words(self) -> &'static [&'static str] {
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
            Self::Unknowns => &["unknowns", "w", "wenti", "wt"],
            Self::NextStay => &["next", "xiaci", "xczy"],
            Self::Year => &["year", "quannian", "qn"],
            Self::Leave => &["leave", "quit", "exit", "q", "likai", "tuichu"],
        }
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
            session.yes_and_no();
        }
        Menu::Save => session.tell(&text.plain_save_hint()),
        Menu::Year => year::show(session),
    }
}

/// The label of the line to be typed, and what Enter takes.
pub(super) fn prompt(session: &Session<'_>, menu: &Menu) -> (String, Option<String>) {
    let LinesContext { text, today, .. } = session.world;
    match menu {
        Menu::Result => (text.plain_number(), None),
        Menu::Explain | Menu::Year => (text.plain_number(), Some(text.key_back())),
        Menu::Path => {
            let case = session.draft.finish(today).ok();
            (text.print_place(), case.map(|case| default_name(&case, today, Format::default())))
        }
        Menu::Note(_) | Menu::Save => (text.save_note(), Some(text.value_none())),
        Menu::Overwrite { .. } => (text.plain_number(), Some(text.plain_option("2", text.no()))),
    }
}

/// The lines of the settlement that are shown, with their amounts.
pub(super) fn lines(session: &Session<'_>) -> Vec<(estimate::Line, String)> {
    let LinesContext { text, .. } = session.world;
    let Some(estimate) = settled(session) else { return Vec::new() };
    let shown = estimate::shown(estimate.low(), estimate.high());
    // The better end of a line may be the larger amount.
    let name = |low, high| text.money_span(Span::between(low, high));
    shown
        .into_iter()
        .map(|(line, low, high)| (line, text.plain_taken(text.line(line), name(low, high))))
        .collect()
}
