//! What an event of the terminal means: a key, a click, the wheel, pasted text.

use ratatui::crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use tui_input::InputRequest;

use super::bindings::Action;
use super::body::Hit;
use super::context::ScreenContext;
use super::drawn::Drawn;
use super::effect::ScreenEffect;
use super::input::MOST;
use super::keys;
use super::model::{Model, Screen};
use super::overlay::Overlay;
use super::steps::card::Card;
use super::update::{act, take_chosen};
use super::view;
use crate::screen::navigate;
use yidi_core::answers::Step;
use yidi_core::spelling::is_unseen;

/// Takes an event of the terminal.
///
/// What the frame before it was comes in with it: drawing itself changes nothing.
pub(super) fn update(
    model: &mut Model,
    world: &ScreenContext<'_>,
    drawn: &mut Drawn,
    event: &Event,
) -> Option<ScreenEffect> {
    drawn.settle(model);
    let effect = take(model, world, drawn, event);
    make_visible(model, world);
    effect
}

/// Makes what the next frame shows and nothing before it needed.
pub(super) fn make_visible(model: &mut Model, world: &ScreenContext<'_>) {
    if let Some(result) = model.result.as_mut().filter(|_| model.screen == Screen::Result) {
        result.make_visible(world.book, model.size);
    }
    let Screen::Step(step @ (Step::Insured | Step::CarePlace)) = model.screen else { return };
    if !view::shows_card(model.size) {
        return;
    }
    let is_insured = step == Step::Insured;
    let wanted = model.picker(step).highlighted();
    let told = model.card.as_ref().map(|card| (card.place, card.is_insured));
    if told != wanted.map(|place| (place, is_insured)) {
        model.card = wanted.map(|place| Card::of(world.book, place, is_insured, model.today));
    }
}

fn take(model: &mut Model, world: &ScreenContext<'_>, drawn: &Drawn, event: &Event) -> Option<ScreenEffect> {
    match event {
        Event::Key(key) => {
            let action = keys::action(model, *key)?;
            act(model, world, action)
        }
        Event::Paste(text) => {
            paste(model, world, text);
            None
        }
        Event::Mouse(mouse) => click(model, world, drawn, *mouse),
        Event::Resize(columns, rows) => {
            model.size = (*columns, *rows);
            None
        }
        _ => None,
    }
}

/// A click means what Enter means on the row below it, or the key it is on; the
/// wheel scrolls.
fn click(
    model: &mut Model,
    world: &ScreenContext<'_>,
    drawn: &Drawn,
    mouse: MouseEvent,
) -> Option<ScreenEffect> {
    const WHEEL: isize = 3;
    let scroll = match mouse.kind {
        MouseEventKind::ScrollDown => Some((WHEEL, Action::Down)),
        MouseEventKind::ScrollUp => Some((-WHEEL, Action::Up)),
        _ => None,
    };
    if let Some((lines, move_row)) = scroll {
        return match (&mut model.result, model.screen, &model.overlay, model.help) {
            (Some(result), Screen::Result, None, None) => {
                result.scroll(lines);
                None
            }
            _ => act(model, world, move_row),
        };
    }
    if mouse.kind != MouseEventKind::Down(MouseButton::Left) {
        return None;
    }
    let at = Position::new(mouse.column, mouse.row);
    let hit = drawn.hit(at)?;
    match (hit, model.overlay.as_mut()) {
        (Hit::Key(action), _) => return act(model, world, action),
        _ if model.help.is_some() => {}
        (Hit::Row(row), Some(overlay)) => {
            if let Some(action) = overlay.click(row) {
                return act(model, world, action);
            }
        }
        (_, Some(_)) => {}
        (Hit::Tab(number), None) => return act(model, world, Action::View(number)),
        (Hit::Row(row), None) if model.screen == Screen::Result => {
            let chosen = model.result.as_mut().and_then(|result| result.click(row));
            take_chosen(model, world, chosen);
            model.history.note(&model.draft);
        }
        (Hit::Row(row), None) => {
            if let Some(action) = navigate::click(model, row) {
                return act(model, world, action);
            }
        }
        (Hit::Field(place), None) => model.trip.focus_stop(&model.draft, place),
    }
    None
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
