//! The one table of keys: what is pressed, where, what it does, what it is called.
//!
//! The dispatch (`keys`), the footer, the help and the palette all read it, so
//! none can list a key that does nothing nor hide one that works.

use enumset::{EnumSet, enum_set, enum_set_complement, enum_set_union};
use ratatui::crossterm::event::KeyCode::{
    BackTab, Char, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};
use tui_input::InputRequest;

use super::bindings::Press::{Alt, AnyDigit, AnyLetter, Code, Ctrl, Typing};
use super::bindings::{Action, Binding, Context, Subject, bind};
use yidi_core::case::Field;

const PLACES: EnumSet<Context> = enum_set!(Context::Provinces | Context::Areas | Context::Filter);
const NOT_PLACES: EnumSet<Context> = enum_set_complement!(PLACES);
const FORM: EnumSet<Context> = enum_set!(Context::TextField | Context::ChoiceField | Context::MoreField);
/// The views of the result with nothing opened.
const CLOSED: EnumSet<Context> =
    enum_set!(Context::Cost | Context::List | Context::Compare | Context::Grounds | Context::Curve);
/// The views whose rows stand one below the other.
const NOT_CURVE: EnumSet<Context> =
    enum_set!(Context::Cost | Context::List | Context::Compare | Context::Grounds | Context::Opened);
pub(super) const RESULT: EnumSet<Context> = enum_set_union!(CLOSED, Context::Opened);
const CHECK: EnumSet<Context> = enum_set!(Context::Check | Context::CheckRow);
const PRINT: EnumSet<Context> = enum_set!(Context::PrintChoice | Context::PrintText);
const ASK: EnumSet<Context> = enum_set!(Context::AskChoice | Context::AskText);
/// Where no letter is typed: it may be a key of its own.
const LETTERS_FREE: EnumSet<Context> = enum_set_union!(Context::Choice, CHECK, RESULT);
/// Where a letter names no row.
const WORDS: EnumSet<Context> = enum_set_union!(Context::Choice, RESULT);
/// Rows that Tab moves through as well.
const SHORT_ROWS: EnumSet<Context> = enum_set_union!(PLACES, Context::Choice, CHECK, Context::Palette);
/// Where a row is highlighted and moved.
const ROWS: EnumSet<Context> = enum_set_union!(SHORT_ROWS, RESULT);
const ANYWHERE: EnumSet<Context> = enum_set_union!(PLACES, Context::Choice, FORM, CHECK, RESULT);
/// Rows with a first and a last one to jump to.
const EDGES: EnumSet<Context> =
    enum_set_union!(Context::Provinces, Context::Areas, Context::Choice, CHECK, RESULT);

/// The rows that hold; at a locked desk those of the office do not.
pub(super) fn bindings(is_locked: bool) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| !(is_locked && binding.does.is_of_the_office()))
}

/// Rows are tried from the top: the first that fits wins.
static TABLE: &[Binding] = &[
    bind(&[Typing], PLACES, Action::Edit(InputRequest::GoToEnd), "a-z", |text| text.key_filter()),
    bind(
        &[Code(Enter)],
        enum_set!(
            Context::Provinces
                | Context::Areas
                | Context::Filter
                | Context::Choice
                | Context::TextField
                | Context::ChoiceField
        ),
        Action::Continue,
        "Enter",
        |text| text.key_continue(),
    )
    .foot(),
    bind(&[Code(Enter)], enum_set!(Context::Check), Action::Continue, "Enter", |text| text.key_show_result())
        .foot(),
    bind(
        &[Code(Enter), Code(Char(' '))],
        enum_set!(Context::MoreField),
        Action::ToggleMore,
        "Enter",
        |text| text.key_more(),
    )
    .foot(),
    bind(&[AnyDigit], enum_set!(Context::Choice), Action::Label(' '), "0-9", |text| text.key_pick()).foot(),
    bind(&[AnyDigit, AnyLetter], enum_set!(Context::ChoiceField), Action::Label(' '), "0-9", |text| {
        text.key_pick()
    })
    .foot(),
    bind(&[Code(Enter)], enum_set!(Context::CheckRow), Action::Change, "Enter", |text| text.key_change())
        .foot(),
    bind(&[AnyDigit, AnyLetter], CHECK, Action::Label(' '), "1-9 a-z", |text| text.key_change()).foot(),
    bind(&[Code(Char(' ')), Code(Right)], enum_set!(Context::CheckRow), Action::Change, "Space", |text| {
        text.key_change()
    }),
    // The result: what stands behind a row.
    bind(&[Code(Enter), Code(Char(' '))], enum_set!(Context::Cost), Action::Open, "Enter", |text| {
        text.key_explain()
    })
    .foot(),
    bind(
        &[Code(Enter), Code(Char(' ')), Code(Esc)],
        enum_set!(Context::Opened),
        Action::Open,
        "Esc",
        |text| text.key_close(),
    )
    .foot(),
    bind(&[Code(Enter)], enum_set!(Context::Compare), Action::Open, "Enter", |text| text.key_make_case())
        .foot(),
    bind(&[Code(Enter)], enum_set!(Context::Curve), Action::Open, "Enter", |text| text.key_take_bill())
        .foot(),
    bind(&[Code(Right)], enum_set!(Context::Curve), Action::Down, "→", |text| text.key_larger_bill()).foot(),
    bind(&[Code(Left)], enum_set!(Context::Curve), Action::Up, "←", |text| text.key_smaller_bill()),
    bind(&[Code(Enter), Code(Char(' '))], enum_set!(Context::Grounds), Action::Open, "Enter", |text| {
        text.key_details()
    })
    .foot(),
    bind(&[Code(Char(' '))], enum_set!(Context::List), Action::Tick, "Space", |text| text.key_tick()).foot(),
    bind(&[Code(Esc)], CLOSED, Action::Back, "Esc", |text| text.key_edit()).foot(),
    bind(&[Code(Tab)], enum_set!(Context::Curve), Action::NextView, "Tab", |text| text.key_next_view())
        .foot(),
    bind(&[Code(Tab), Code(Right)], NOT_CURVE, Action::NextView, "Tab", |text| text.key_next_view()).foot(),
    // A Chinese input method sends the other sign.
    bind(&[Code(Char('/')), Code(Char('、'))], RESULT, Action::Find, "/", |text| text.place_prompt()).foot(),
    bind(&[Code(Char('c'))], RESULT, Action::Slip, "c", |text| text.key_slip()),
    bind(&[Code(Char('n'))], RESULT, Action::NextStay, "n", |text| text.key_next_stay()),
    bind(&[Code(Char('a'))], RESULT, Action::Year, "a", |text| text.key_year()),
    bind(&[Code(Enter)], enum_set!(Context::Year), Action::Continue, "Enter", |text| text.key_open_stay())
        .foot(),
    bind(&[Code(Char('n'))], enum_set!(Context::Year), Action::NextStay, "n", |text| text.key_next_stay())
        .foot(),
    bind(&[Code(Char('+'))], enum_set!(Context::Year), Action::Raise, "+", |text| text.key_once_more())
        .foot(),
    bind(&[Code(Char('-'))], enum_set!(Context::Year), Action::Lower, "-", |text| text.key_once_less()),
    bind(&[Code(Char('['))], enum_set!(Context::Year), Action::Earlier, "[", |text| text.key_earlier()),
    bind(&[Code(Char(']'))], enum_set!(Context::Year), Action::Later, "]", |text| text.key_later_stay()),
    bind(&[Ctrl('p')], enum_set!(Context::Year), Action::PrintYear, "Ctrl-P", |text| text.key_print_year())
        .foot(),
    bind(&[Code(Delete)], enum_set!(Context::Year), Action::Delete, "Del", |text| text.key_delete()).foot(),
    bind(&[Code(Up)], enum_set!(Context::Year), Action::Up, "↑", |text| text.key_move()),
    bind(&[Code(Down)], enum_set!(Context::Year), Action::Down, "↓", |text| text.key_move()).foot(),
    bind(&[Ctrl('p')], RESULT, Action::Print, "Ctrl-P", |text| text.key_print()).foot(),
    bind(&[Code(Char('o'))], RESULT, Action::ShowFile, "o", |text| text.key_show_file()),
    bind(&[Code(Char('y'))], RESULT, Action::CopySummary, "y", |text| text.key_copy()),
    bind(&[Code(Char('Y'))], RESULT, Action::CopyList, "Y", |text| text.key_copy_list()),
    bind(&[Code(Char('q'))], enum_set!(Context::List), Action::Qr, "q", |text| text.key_qr()).foot(),
    bind(&[Code(Char('i'))], enum_set!(Context::List), Action::Calendar, "i", |text| text.key_calendar())
        .foot(),
    // The result: what if.
    bind(&[Code(Char('r'))], RESULT, Action::Ask(Subject::Route), "r", |text| text.key_route()).foot(),
    bind(&[Code(Char('t'))], RESULT, Action::Ask(Subject::Field(Field::Tier)), "t", |text| text.key_tier())
        .foot(),
    bind(&[Code(Char('s'))], RESULT, Action::Ask(Subject::Field(Field::Status)), "s", |text| {
        text.key_status()
    })
    .foot(),
    bind(&[Code(Char('w'))], RESULT, Action::AskUnknowns, "w", |text| text.key_unknowns()).foot(),
    bind(&[Code(Char('+'))], RESULT, Action::Raise, "+", |text| text.key_raise()).foot(),
    bind(&[Code(Char('-'))], RESULT, Action::Lower, "-", |text| text.key_lower()),
    bind(&[Code(Char('='))], RESULT, Action::Ask(Subject::Field(Field::Total)), "=", |text| text.key_total()),
    bind(&[Code(Char('h'))], RESULT, Action::ToggleHardship, "h", |text| text.key_hardship()),
    bind(&[Code(Char('d'))], RESULT, Action::Ask(Subject::Field(Field::Date)), "d", |text| text.key_date()),
    bind(&[Code(Char('p'))], RESULT, Action::Pin, "p", |text| text.key_pin()),
    bind(&[AnyDigit], RESULT, Action::Label(' '), "1-5", |text| text.key_view()),
    bind(&[Code(BackTab)], enum_set!(Context::Curve), Action::PreviousView, "Shift-Tab", |text| {
        text.key_previous_view()
    }),
    bind(&[Code(BackTab), Code(Left)], NOT_CURVE, Action::PreviousView, "Shift-Tab", |text| {
        text.key_previous_view()
    }),
    bind(&[Code(Tab), Code(Down)], FORM, Action::NextField, "Tab", |text| text.key_next_field()).foot(),
    bind(&[Code(BackTab), Code(Up)], FORM, Action::PreviousField, "Shift-Tab", |text| {
        text.key_previous_field()
    }),
    bind(
        &[Code(Right), Code(Char(' '))],
        enum_set!(Context::ChoiceField | Context::AskChoice),
        Action::NextOption,
        "→",
        |text| text.key_option(),
    )
    .foot(),
    bind(
        &[Code(Left)],
        enum_set!(Context::ChoiceField | Context::AskChoice),
        Action::PreviousOption,
        "←",
        |text| text.key_option(),
    ),
    // Over the screen.
    bind(&[Code(Char('y')), Code(Enter)], enum_set!(Context::PrintOffer), Action::TakePrinter, "y", |text| {
        text.key_take_printer()
    })
    .foot(),
    bind(&[Code(Char('n'))], enum_set!(Context::PrintOffer), Action::LeavePrinter, "n", |text| {
        text.key_leave_printer()
    })
    .foot(),
    bind(&[Code(Enter)], PRINT, Action::Continue, "Enter", |text| text.key_take()).foot(),
    bind(&[Code(Tab), Code(Down)], PRINT, Action::NextField, "Tab", |text| text.key_print_field()).foot(),
    bind(&[Code(BackTab), Code(Up)], PRINT, Action::PreviousField, "Shift-Tab", |text| {
        text.key_previous_field()
    }),
    bind(
        &[Code(Right), Code(Char(' '))],
        enum_set!(Context::PrintChoice),
        Action::NextOption,
        "→",
        |text| text.key_print_format(),
    )
    .foot(),
    bind(&[Code(Left)], enum_set!(Context::PrintChoice), Action::PreviousOption, "←", |text| {
        text.key_print_format()
    }),
    bind(&[AnyDigit], enum_set!(Context::PrintChoice), Action::Label(' '), "1-5", |text| text.key_pick()),
    bind(&[Code(Enter)], enum_set!(Context::Slip), Action::Continue, "Enter", |text| text.key_check_slip())
        .foot(),
    bind(&[Code(Tab), Code(Down)], enum_set!(Context::Slip), Action::NextField, "Tab", |text| {
        text.key_next_field()
    })
    .foot(),
    bind(&[Code(BackTab), Code(Up)], enum_set!(Context::Slip), Action::PreviousField, "Shift-Tab", |text| {
        text.key_previous_field()
    }),
    bind(&[Code(PageUp)], enum_set!(Context::Slip), Action::PageUp, "PgUp", |text| text.key_page()),
    bind(&[Code(PageDown)], enum_set!(Context::Slip), Action::PageDown, "PgDn", |text| text.key_page()),
    bind(&[Code(Enter), Code(Char('q'))], enum_set!(Context::Qr), Action::Close, "Enter", |text| {
        text.key_close()
    }),
    bind(&[AnyDigit, AnyLetter], enum_set!(Context::AskChoice), Action::Label(' '), "0-9", |text| {
        text.key_pick()
    })
    .foot(),
    bind(&[Code(Enter)], ASK, Action::Continue, "Enter", |text| text.key_take()).foot(),
    bind(&[Code(Enter)], enum_set!(Context::Express), Action::Continue, "Enter", |text| text.key_take())
        .foot(),
    bind(&[Code(Enter)], enum_set!(Context::Palette), Action::Continue, "Enter", |text| text.key_do()).foot(),
    bind(
        &[Code(Esc)],
        enum_set!(
            Context::AskChoice
                | Context::AskText
                | Context::Express
                | Context::Palette
                | Context::PrintChoice
                | Context::PrintText
                | Context::PrintOffer
                | Context::Qr
                | Context::Slip
                | Context::Year
                | Context::Help
        ),
        Action::Close,
        "Esc",
        |text| text.key_close(),
    )
    .foot(),
    bind(&[Code(Enter)], enum_set!(Context::Help), Action::Continue, "Enter", |text| text.key_do()).foot(),
    bind(&[Code(Down), Code(Tab)], enum_set!(Context::Help), Action::Down, "↓", |text| text.key_move())
        .foot(),
    bind(&[Code(Up), Code(BackTab)], enum_set!(Context::Help), Action::Up, "↑", |text| text.key_move()),
    bind(&[Code(PageDown)], enum_set!(Context::Help), Action::PageDown, "PgDn", |text| text.key_page()),
    bind(&[Code(PageUp)], enum_set!(Context::Help), Action::PageUp, "PgUp", |text| text.key_page()),
    bind(&[Code(Enter)], enum_set!(Context::Find), Action::Continue, "Enter", |text| text.key_take()).foot(),
    bind(&[Code(Down)], enum_set!(Context::Find), Action::Down, "↓", |text| text.key_next_found()).foot(),
    bind(&[Code(Up)], enum_set!(Context::Find), Action::Up, "↑", |text| text.key_previous_found()),
    bind(
        &[Code(Esc), Code(Enter), Code(Char('m'))],
        enum_set!(Context::Meanings),
        Action::Close,
        "Esc",
        |text| text.key_close(),
    )
    .foot(),
    bind(&[Code(Down), Code(Tab)], enum_set!(Context::Meanings), Action::Down, "↓", |text| text.key_move())
        .foot(),
    bind(&[Code(Up), Code(BackTab)], enum_set!(Context::Meanings), Action::Up, "↑", |text| text.key_move()),
    bind(&[Code(PageDown)], enum_set!(Context::Meanings), Action::PageDown, "PgDn", |text| text.key_page()),
    bind(&[Code(PageUp)], enum_set!(Context::Meanings), Action::PageUp, "PgUp", |text| text.key_page()),
    bind(&[Code(Home)], enum_set!(Context::Meanings), Action::First, "Home", |text| text.key_edge()),
    bind(&[Code(End)], enum_set!(Context::Meanings), Action::Last, "End", |text| text.key_edge()),
    bind(&[Code(Esc)], enum_set!(Context::Find), Action::Close, "Esc", |text| text.key_close()).foot(),
    bind(&[Code(Enter), Code(Char('y'))], enum_set!(Context::Leave), Action::Quit, "Enter", |text| {
        text.key_leave()
    })
    .foot(),
    bind(&[Code(Esc), Code(Char('n'))], enum_set!(Context::Leave), Action::Stay, "Esc", |text| {
        text.key_stay()
    })
    .foot(),
    // Back.
    bind(&[Code(Esc)], enum_set!(Context::Filter), Action::Back, "Esc", |text| text.key_clear()).foot(),
    bind(&[Code(Esc)], enum_set!(Context::Areas), Action::Back, "Esc", |text| text.key_close_province())
        .foot(),
    bind(
        &[Code(Esc)],
        enum_set!(
            Context::Provinces
                | Context::Choice
                | Context::TextField
                | Context::ChoiceField
                | Context::MoreField
                | Context::Check
                | Context::CheckRow
        ),
        Action::Back,
        "Esc",
        |text| text.key_back(),
    )
    .foot(),
    // Rows.
    bind(&[Code(Up)], ROWS, Action::Up, "↑", |text| text.key_move()),
    bind(&[Code(Down)], SHORT_ROWS, Action::Down, "↓", |text| text.key_move()).foot(),
    bind(&[Code(Down)], RESULT, Action::Down, "↓", |text| text.key_move()),
    bind(&[Code(BackTab)], SHORT_ROWS, Action::Up, "Shift-Tab", |text| text.key_move()),
    bind(&[Code(Tab)], SHORT_ROWS, Action::Down, "Tab", |text| text.key_move()),
    bind(&[Code(PageUp)], ROWS, Action::PageUp, "PgUp", |text| text.key_page()),
    bind(&[Code(PageDown)], ROWS, Action::PageDown, "PgDn", |text| text.key_page()),
    bind(&[Code(Home)], EDGES, Action::First, "Home", |text| text.key_edge()),
    bind(&[Code(End)], EDGES, Action::Last, "End", |text| text.key_edge()),
    // Everywhere.
    bind(&[Code(Char('u'))], LETTERS_FREE, Action::Undo, "u", |text| text.key_undo()),
    bind(&[Alt(Left)], ANYWHERE, Action::Undo, "Alt-←", |text| text.key_undo()),
    bind(&[Alt(Right)], ANYWHERE, Action::Redo, "Alt-→", |text| text.key_redo()),
    bind(&[Code(Char('m'))], WORDS, Action::Meanings, "m", |text| text.key_meanings()).foot(),
    bind(&[Ctrl('g')], ANYWHERE, Action::Meanings, "Ctrl-G", |text| text.key_meanings()),
    bind(&[Ctrl('e')], ANYWHERE, Action::Express, "Ctrl-E", |text| text.key_express()),
    bind(&[Code(Char(':')), Ctrl('k')], ANYWHERE, Action::Palette, ":", |text| text.key_palette()),
    bind(&[Ctrl('s')], ANYWHERE, Action::Save, "Ctrl-S", |text| text.key_save()),
    bind(&[Ctrl('o')], ANYWHERE, Action::Cases, "Ctrl-O", |text| text.key_cases()),
    bind(&[Ctrl('r')], ANYWHERE, Action::Rules, "Ctrl-R", |text| text.key_rules()),
    bind(&[Ctrl('s')], enum_set!(Context::Rules), Action::Save, "Ctrl-S", |text| text.key_save()).foot(),
    bind(&[Code(Enter)], enum_set!(Context::Rules), Action::Continue, "Enter", |text| text.key_next_field())
        .foot(),
    bind(&[Code(Tab), Code(Down)], enum_set!(Context::Rules), Action::NextField, "Tab", |text| {
        text.key_next_field()
    }),
    bind(&[Code(BackTab), Code(Up)], enum_set!(Context::Rules), Action::PreviousField, "Shift-Tab", |text| {
        text.key_previous_field()
    }),
    bind(&[Code(PageUp)], enum_set!(Context::Rules), Action::PageUp, "PgUp", |text| text.key_page()),
    bind(&[Code(PageDown)], enum_set!(Context::Rules), Action::PageDown, "PgDn", |text| text.key_page()),
    bind(&[Code(Esc)], enum_set!(Context::Rules), Action::Back, "Esc", |text| text.key_close()).foot(),
    bind(&[Ctrl('l')], ANYWHERE, Action::Overlays, "Ctrl-L", |text| text.key_overlays()),
    bind(&[Code(Enter)], enum_set!(Context::Overlays), Action::Continue, "Enter", |text| text.key_close())
        .foot(),
    bind(&[Code(Esc)], enum_set!(Context::Overlays), Action::Close, "Esc", |text| text.key_close()),
    bind(&[Code(Down)], enum_set!(Context::Overlays), Action::Down, "↓", |text| text.key_move()).foot(),
    bind(&[Code(Up)], enum_set!(Context::Overlays), Action::Up, "↑", |text| text.key_move()),
    bind(&[Code(PageUp)], enum_set!(Context::Overlays), Action::PageUp, "PgUp", |text| text.key_page()),
    bind(&[Code(PageDown)], enum_set!(Context::Overlays), Action::PageDown, "PgDn", |text| text.key_page()),
    bind(&[Code(Enter)], enum_set!(Context::SaveNote), Action::Continue, "Enter", |text| text.key_save())
        .foot(),
    bind(&[Code(Enter)], enum_set!(Context::Cases), Action::Continue, "Enter", |text| text.key_reopen())
        .foot(),
    bind(&[Code(Delete), Ctrl('d')], enum_set!(Context::Cases), Action::Delete, "Del", |text| {
        text.key_delete()
    })
    .foot(),
    bind(&[Code(Up)], enum_set!(Context::Cases), Action::Up, "↑", |text| text.key_move()),
    bind(&[Code(Down)], enum_set!(Context::Cases), Action::Down, "↓", |text| text.key_move()).foot(),
    bind(&[Code(Esc)], enum_set!(Context::SaveNote | Context::Cases), Action::Close, "Esc", |text| {
        text.key_close()
    })
    .foot(),
    bind(&[Code(Enter), Code(Char('y'))], enum_set!(Context::Offer), Action::Continue, "Enter", |text| {
        text.yes()
    })
    .foot(),
    bind(&[Code(Esc), Code(Char('n'))], enum_set!(Context::Offer), Action::Close, "Esc", |text| {
        text.key_later()
    })
    .foot(),
    // Who types as every day, before the screen was looked at, deletes nothing.
    bind(
        &[Code(Enter), Code(Esc), Code(Char('n'))],
        enum_set!(Context::Expire),
        Action::Close,
        "Enter",
        |text| text.key_later(),
    )
    .foot(),
    bind(&[Code(Char('D'))], enum_set!(Context::Offer | Context::Expire), Action::Delete, "D", |text| {
        text.key_delete()
    })
    .foot(),
    bind(&[Code(F(5))], ANYWHERE, Action::NewCase, "F5", |text| text.key_new_case()),
    // Who cannot read the first question finds the way out in the footer.
    bind(&[Code(F(2))], PLACES, Action::Language, "F2", |text| text.key_language()).foot(),
    bind(&[Code(F(2))], NOT_PLACES, Action::Language, "F2", |text| text.key_language()),
    bind(&[Ctrl('t')], EnumSet::all(), Action::Theme, "Ctrl-T", |text| text.key_theme()),
    bind(&[Code(F(1))], EnumSet::all(), Action::Help, "F1", |text| text.key_help()),
    bind(&[Code(Char('?'))], EnumSet::all(), Action::Help, "?", |text| text.key_help()).foot(),
    #[cfg(unix)]
    bind(&[Ctrl('z')], EnumSet::all(), Action::Suspend, "Ctrl-Z", |text| text.key_suspend()),
    bind(&[Ctrl('c')], EnumSet::all(), Action::Quit, "Ctrl-C", |text| text.key_quit()),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_rows_take_the_same_key_in_one_place() {
        for (at, row) in TABLE.iter().enumerate() {
            for other in &TABLE[at + 1..] {
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
            let esc = TABLE.iter().any(|row| row.when.contains(context) && row.on.contains(&Code(Esc)));
            assert!(esc, "Esc does nothing in {context:?}");
        }
    }
}
