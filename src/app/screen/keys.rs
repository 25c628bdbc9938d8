//! From a key to what it does: looks the table of `bindings` up in the place
//! where the model is now.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tui_input::InputRequest;

use super::bindings::Press::{Alt, AnyDigit, AnyLetter, Code, Ctrl, Typing};
use super::bindings::{Action, Context, Press, row_of};
use super::model::{Model, Screen};
use super::overlay::Overlay;
use super::overlay::help::HelpOf;
use super::result::ResultState;
use super::steps::trip::{self, Focus};
use super::table::bindings;
use yidi_core::answers::Step;

/// Where keys are looked up now.
pub(super) fn context(model: &Model) -> Context {
    if model.help.is_some() { Context::Help } else { context_below(model) }
}

/// Where keys are looked up when the help is closed: what the help is about.
pub(super) fn context_below(model: &Model) -> Context {
    model.overlay.as_ref().map_or_else(|| context_of_screen(model), Overlay::context)
}

/// What the help is about.
pub(super) fn help_of(model: &Model) -> HelpOf {
    HelpOf { context: context_below(model), is_locked: model.is_locked }
}

/// Where keys are looked up when nothing lies over the screen.
pub(super) fn context_of_screen(model: &Model) -> Context {
    match model.screen {
        Screen::Result => model.result.as_ref().map_or(Context::Cost, ResultState::context),
        Screen::Step(step) => match step {
            Step::Insured | Step::CarePlace => {
                let picker = model.picker(step);
                if !picker.input.value().trim().is_empty() {
                    Context::Filter
                } else if picker.open.is_some() {
                    Context::Areas
                } else {
                    Context::Provinces
                }
            }
            Step::Status | Step::Tier => Context::Choice,
            Step::Trip => match model.trip.focus {
                Focus::More => Context::MoreField,
                Focus::Field(field) if trip::is_choice(field) => Context::ChoiceField,
                Focus::Field(_) => Context::TextField,
            },
            Step::Check if model.check_row == 0 => Context::Check,
            Step::Check => Context::CheckRow,
        },
    }
}

/// What a key does now, if anything.
pub(super) fn action(model: &Model, event: KeyEvent) -> Option<Action> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let context = context(model);
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    // Enter, pressed before the terminal was in raw mode, arrives as a line feed; one
    // that is pasted into a console of Windows as Ctrl-Enter.
    let line_feed = control && matches!(event.code, KeyCode::Char('j') | KeyCode::Enter);
    let code = if line_feed { KeyCode::Enter } else { narrow(event.code) };
    let ctrl = control && !line_feed;
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let label = match code {
        KeyCode::Char(c) if !ctrl && !alt => row_of(c).map(|_| c),
        _ => None,
    };
    let fits = |press: &Press| match *press {
        AnyDigit => label.is_some_and(|label| label.is_ascii_digit()),
        AnyLetter => label.is_some_and(|label| label.is_ascii_lowercase()),
        // Typed text is taken by `editing`.
        Typing => false,
        Ctrl(c) => ctrl && code == KeyCode::Char(c),
        Alt(wanted) => alt && !ctrl && wanted == code,
        Code(wanted) => !ctrl && !alt && wanted == code,
    };
    let bound = bindings(model.is_locked)
        .find(|binding| binding.when.contains(context) && binding.on.iter().any(fits))
        .map(|binding| match binding.does {
            Action::Label(_) => Action::Label(label.unwrap_or(' ')),
            does => does,
        });
    bound.or_else(|| editing(context, code, ctrl, alt)).or_else(|| {
        // Any other key closes the help.
        (context == Context::Help).then_some(Action::Close)
    })
}

/// Whether text is typed there.
pub(super) const fn takes_text(context: Context) -> bool {
    matches!(
        context,
        Context::Provinces
            | Context::Areas
            | Context::Filter
            | Context::TextField
            | Context::AskText
            | Context::Express
            | Context::Palette
            | Context::PrintText
            | Context::Slip
            | Context::SaveNote
            | Context::Cases
            | Context::Find
            | Context::Rules
    )
}

/// Keys that change a text, where one has the focus.
fn editing(context: Context, code: KeyCode, ctrl: bool, alt: bool) -> Option<Action> {
    if !takes_text(context) || alt {
        return None;
    }
    let request = match code {
        KeyCode::Char('u') if ctrl => InputRequest::DeleteLine,
        KeyCode::Char(c) if !ctrl => InputRequest::InsertChar(c),
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return None,
    };
    Some(Action::Edit(request))
}

/// Full-width digits, signs and letters count as narrow ones: a Chinese input
/// method sends them.
fn narrow(code: KeyCode) -> KeyCode {
    match code {
        KeyCode::Char(c @ '！'..='～') => KeyCode::Char(char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)),
        KeyCode::Char('　') => KeyCode::Char(' '),
        other => other,
    }
}
