//! What an event of the terminal means: a key, a click, the wheel, pasted text.

use ratatui::crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use tui_input::InputRequest;

use super::bindings::Action;
use super::body::Hit;
use super::context::ScreenContext;
use super::drawn::Drawn;
use super::effect::Effect;
use super::input::MOST;
use super::keys;
use super::model::{Model, Screen};
use super::overlay::Overlay;
use super::update::{act, take_chosen};
use crate::screen::navigate;
use yidi_core::spelling::is_unseen;

/// Takes an event of the terminal.
///
/// What the frame before it was comes in with it: drawing itself changes nothing.
pub(super) fn update(
    model: &mut Model,
    world: &ScreenContext<'_>,
    drawn: &mut Drawn,
    event: &Event,
) -> Option<Effect> {
    drawn.settle(model);
    match event {
        Event::Key(key) => {
            let action = keys::action(model, *key)?;
            act(model, world, action)
        }
        Event::Paste(text) => {
            paste(model, world, text);
            None
        }
        Event::Mouse(mouse) => {
            click(model, world, drawn, *mouse);
            None
        }
        Event::Resize(columns, rows) => {
            model.size = (*columns, *rows);
            None
        }
        _ => None,
    }
}

/// A click means what Enter means on the row below it; the wheel scrolls.
fn click(model: &mut Model, world: &ScreenContext<'_>, drawn: &Drawn, mouse: MouseEvent) {
    const WHEEL: usize = 3;
    let scroll = match mouse.kind {
        MouseEventKind::ScrollDown => Some((Action::PageDown, Action::Down)),
        MouseEventKind::ScrollUp => Some((Action::PageUp, Action::Up)),
        _ => None,
    };
    if let Some((scroll, move_row)) = scroll {
        match (&mut model.result, model.screen, &model.overlay, model.help) {
            (Some(result), Screen::Result, None, None) => {
                result.act(scroll, WHEEL);
            }
            _ => {
                act(model, world, move_row);
            }
        }
        return;
    }
    if mouse.kind != MouseEventKind::Down(MouseButton::Left) {
        return;
    }
    let at = Position::new(mouse.column, mouse.row);
    let Some(hit) = drawn.hit(at) else { return };
    match (hit, model.overlay.as_mut()) {
        (Hit::Row(row), Some(overlay)) => {
            if let Some(action) = overlay.click(row) {
                act(model, world, action);
            }
        }
        (_, Some(_)) => {}
        (Hit::Tab(number), None) => {
            act(model, world, Action::View(number));
        }
        (Hit::Row(row), None) if model.screen == Screen::Result => {
            let chosen = model.result.as_mut().and_then(|result| result.click(row));
            take_chosen(model, world, chosen);
            model.history.note(&model.draft);
        }
        (Hit::Row(row), None) => {
            if let Some(action) = navigate::click(model, row) {
                act(model, world, action);
            }
        }
        (Hit::ScreenError(place), None) => model.trip.focus_stop(&model.draft, place),
    }
}

/// Pasted text goes where text is typed; line ends and control characters do not.
fn paste(model: &mut Model, world: &ScreenContext<'_>, text: &str) {
    if let (None, Some(Overlay::Slip(form))) = (model.help, &mut model.overlay)
        && form.paste(text)
    {
        return;
    }
    for c in text.chars().filter(|c| !is_unseen(*c)).take(MOST) {
        let request = Action::Edit(InputRequest::InsertChar(c));
        if model.help.is_none() && keys::takes_text(keys::context_below(model)) {
            act(model, world, request);
        }
    }
}
