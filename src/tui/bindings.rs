//! The one table of keys: what is pressed, where, what it does, what it is called.
//!
//! The dispatch (`keys`), the footer and the help all read it, so none can list
//! a key that does nothing nor hide one that works.

use enumset::{EnumSet, EnumSetType};
use ratatui::crossterm::event::KeyCode;
use tui_input::InputRequest;

use crate::text::Text;

/// Where the keys are looked up.
#[derive(EnumSetType, Debug)]
pub(super) enum Context {
    /// The list of provinces.
    Provinces,
    /// The areas of one province.
    Areas,
    /// A list filtered by what was typed.
    Filter,
    /// A short list.
    Choice,
    /// A field of text in a form.
    TextField,
    /// A field of choices in a form.
    ChoiceField,
    /// The row that opens and closes the rest of a form.
    MoreField,
    /// The answers to be checked.
    Check,
    /// The result.
    Result,
    /// The result's list of things to do.
    List,
    /// Whether to leave.
    Leave,
    /// The help.
    Help,
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Continue,
    /// Change the highlighted answer.
    Change,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    NextOption,
    PreviousOption,
    ToggleMore,
    /// The digit that was pressed.
    Digit(u8),
    NextView,
    /// Mark the highlighted item as done, or not.
    Tick,
    NewCase,
    Help,
    Quit,
    Stay,
    Close,
    Edit(InputRequest),
}

/// A key as the table names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Press {
    Code(KeyCode),
    Ctrl(char),
    /// Any digit.
    AnyDigit,
    /// Letters and characters, which go into the text that has the focus.
    Typing,
}

/// A row of the table.
pub(super) struct Binding {
    pub(super) on: &'static [Press],
    pub(super) when: EnumSet<Context>,
    pub(super) does: Action,
    /// How the key is shown.
    pub(super) shown: &'static str,
    /// What it does, in words.
    pub(super) word: fn(&Text) -> String,
    /// Whether the footer shows it; the help shows everything.
    pub(super) footer: bool,
}

use Press::{AnyDigit, Code, Ctrl, Typing};

/// Lists that may be longer than the screen.
const PAGES: EnumSet<Context> = enumset::enum_set!(
    Context::Provinces | Context::Areas | Context::Filter | Context::Result | Context::List
);
/// Lists with a first and a last row to go to.
const ENDS: EnumSet<Context> = enumset::enum_set!(
    Context::Provinces | Context::Areas | Context::Choice | Context::Check | Context::Result | Context::List
);

/// Rows are tried from the top: the first that fits wins.
pub(super) static TABLE: &[Binding] = &[
    Binding {
        on: &[Typing],
        when: enumset::enum_set!(Context::Provinces | Context::Areas | Context::Filter),
        does: Action::Edit(InputRequest::GoToEnd),
        shown: "a-z",
        word: |text| text.key_filter(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Enter)],
        when: enumset::enum_set!(
            Context::Provinces
                | Context::Areas
                | Context::Filter
                | Context::Choice
                | Context::TextField
                | Context::ChoiceField
        ),
        does: Action::Continue,
        shown: "Enter",
        word: |text| text.key_continue(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Enter)],
        when: enumset::enum_set!(Context::Check),
        does: Action::Continue,
        shown: "Enter",
        word: |text| text.key_show_result(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Enter), Code(KeyCode::Char(' '))],
        when: enumset::enum_set!(Context::MoreField),
        does: Action::ToggleMore,
        shown: "Enter",
        word: |text| text.key_more(),
        footer: true,
    },
    Binding {
        on: &[AnyDigit],
        when: enumset::enum_set!(Context::Choice | Context::ChoiceField),
        does: Action::Digit(0),
        shown: "0-9",
        word: |text| text.key_pick(),
        footer: true,
    },
    Binding {
        on: &[AnyDigit],
        when: enumset::enum_set!(Context::Check),
        does: Action::Digit(0),
        shown: "1-9",
        word: |text| text.key_change(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Char(' ')), Code(KeyCode::Right)],
        when: enumset::enum_set!(Context::Check),
        does: Action::Change,
        shown: "Space",
        word: |text| text.key_change(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Char(' '))],
        when: enumset::enum_set!(Context::List),
        does: Action::Tick,
        shown: "Space",
        word: |text| text.key_tick(),
        footer: true,
    },
    Binding {
        on: &[AnyDigit],
        when: enumset::enum_set!(Context::Result | Context::List),
        does: Action::Digit(0),
        shown: "1 2",
        word: |text| text.key_view(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Tab)],
        when: enumset::enum_set!(Context::Result | Context::List),
        does: Action::NextView,
        shown: "Tab",
        word: |text| text.key_next_view(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Right), Code(KeyCode::Left)],
        when: enumset::enum_set!(Context::Result | Context::List),
        does: Action::NextView,
        shown: "← →",
        word: |text| text.key_next_view(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Tab), Code(KeyCode::Down)],
        when: enumset::enum_set!(Context::TextField | Context::ChoiceField | Context::MoreField),
        does: Action::NextField,
        shown: "Tab",
        word: |text| text.key_next_field(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::BackTab), Code(KeyCode::Up)],
        when: enumset::enum_set!(Context::TextField | Context::ChoiceField | Context::MoreField),
        does: Action::PreviousField,
        shown: "Shift-Tab",
        word: |text| text.key_previous_field(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Right), Code(KeyCode::Char(' '))],
        when: enumset::enum_set!(Context::ChoiceField),
        does: Action::NextOption,
        shown: "← →",
        word: |text| text.key_option(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Left)],
        when: enumset::enum_set!(Context::ChoiceField),
        does: Action::PreviousOption,
        shown: "←",
        word: |text| text.key_option(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Esc)],
        when: enumset::enum_set!(Context::Filter),
        does: Action::Back,
        shown: "Esc",
        word: |text| text.key_clear(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Esc)],
        when: enumset::enum_set!(Context::Areas),
        does: Action::Back,
        shown: "Esc",
        word: |text| text.key_close_province(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Esc)],
        when: enumset::enum_set!(
            Context::Provinces
                | Context::Choice
                | Context::TextField
                | Context::ChoiceField
                | Context::MoreField
                | Context::Check
        ),
        does: Action::Back,
        shown: "Esc",
        word: |text| text.key_back(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Esc)],
        when: enumset::enum_set!(Context::Result | Context::List),
        does: Action::Back,
        shown: "Esc",
        word: |text| text.key_edit(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Up), Code(KeyCode::BackTab)],
        when: enumset::enum_set!(
            Context::Provinces | Context::Areas | Context::Filter | Context::Choice | Context::Check
        ),
        does: Action::Up,
        shown: "↑",
        word: |text| text.key_move(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Down), Code(KeyCode::Tab)],
        when: enumset::enum_set!(
            Context::Provinces | Context::Areas | Context::Filter | Context::Choice | Context::Check
        ),
        does: Action::Down,
        shown: "↓",
        word: |text| text.key_move(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Up)],
        when: enumset::enum_set!(Context::List),
        does: Action::Up,
        shown: "↑",
        word: |text| text.key_move(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Up)],
        when: enumset::enum_set!(Context::Result),
        does: Action::Up,
        shown: "↑",
        word: |text| text.key_scroll(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Down)],
        when: enumset::enum_set!(Context::List),
        does: Action::Down,
        shown: "↓",
        word: |text| text.key_move(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Down)],
        when: enumset::enum_set!(Context::Result),
        does: Action::Down,
        shown: "↓",
        word: |text| text.key_scroll(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::PageUp)],
        when: PAGES,
        does: Action::PageUp,
        shown: "PgUp",
        word: |text| text.key_page(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::PageDown)],
        when: PAGES,
        does: Action::PageDown,
        shown: "PgDn",
        word: |text| text.key_page(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Home)],
        when: ENDS,
        does: Action::First,
        shown: "Home",
        word: |text| text.key_edge(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::End)],
        when: ENDS,
        does: Action::Last,
        shown: "End",
        word: |text| text.key_edge(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Enter), Code(KeyCode::Char('y'))],
        when: enumset::enum_set!(Context::Leave),
        does: Action::Quit,
        shown: "Enter",
        word: |text| text.key_leave(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::Esc), Code(KeyCode::Char('n'))],
        when: enumset::enum_set!(Context::Leave),
        does: Action::Stay,
        shown: "Esc",
        word: |text| text.key_stay(),
        footer: true,
    },
    Binding {
        on: &[Code(KeyCode::F(5))],
        when: EnumSet::all(),
        does: Action::NewCase,
        shown: "F5",
        word: |text| text.key_new_case(),
        footer: false,
    },
    Binding {
        on: &[Code(KeyCode::Char('?')), Code(KeyCode::F(1))],
        when: EnumSet::all(),
        does: Action::Help,
        shown: "?",
        word: |text| text.key_help(),
        footer: true,
    },
    Binding {
        on: &[Ctrl('c')],
        when: EnumSet::all(),
        does: Action::Quit,
        shown: "Ctrl-C",
        word: |text| text.key_quit(),
        footer: false,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_rows_take_the_same_key_in_one_place() {
        for (place, row) in TABLE.iter().enumerate() {
            for other in &TABLE[place + 1..] {
                let both = row.when & other.when;
                let same = row.on.iter().any(|press| other.on.contains(press));
                assert!(both.is_empty() || !same, "{} and {} in {both:?}", row.shown, other.shown);
            }
        }
    }

    #[test]
    fn every_context_has_a_way_out_and_help() {
        for context in EnumSet::<Context>::all() {
            let does = |action| TABLE.iter().any(|row| row.when.contains(context) && row.does == action);
            assert!(does(Action::Help) && does(Action::Quit), "{context:?}");
        }
    }
}
