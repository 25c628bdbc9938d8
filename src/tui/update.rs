//! What a key changes: `(state, key) → state`. Work to be done outside comes
//! out as a value.

use ratatui::crossterm::event::Event;
use tui_input::InputRequest;

use super::bindings::Action;
use super::keys;
use super::model::{Model, Notice, Overlay, Screen};
use super::result::ResultState;
use super::steps::{check, place, trip};
use crate::policy::{Book, Status, Tier};
use crate::wizard::Step;

/// What the loop is to do after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Leave the program.
    Leave,
}

/// Takes an event of the terminal.
pub(super) fn update(model: &mut Model, book: &Book, event: &Event) -> Option<Effect> {
    match event {
        Event::Key(key) => {
            let action = keys::action(model, *key)?;
            act(model, book, action)
        }
        Event::Paste(text) => {
            paste(model, text);
            None
        }
        Event::Resize(columns, rows) => {
            model.size = (*columns, *rows);
            None
        }
        _ => None,
    }
}

fn act(model: &mut Model, book: &Book, action: Action) -> Option<Effect> {
    let notice = model.notice.take();
    match action {
        Action::Quit => return quit(model, notice),
        Action::Stay | Action::Close => model.overlay = None,
        Action::Help => {
            model.overlay = if model.overlay == Some(Overlay::Help) { None } else { Some(Overlay::Help) };
        }
        Action::NewCase => {
            let data_warning = model.data_warning.take();
            *model = Model { data_warning, ..Model::new(model.size, model.today) };
            model.notice = Some(Notice::NewCase);
        }
        _ => match model.screen {
            Screen::Result => in_result(model, action),
            Screen::Step(step) => in_step(model, book, step, action),
        },
    }
    None
}

/// Leaves at once where nothing would be lost; otherwise says so first.
fn quit(model: &mut Model, notice: Option<Notice>) -> Option<Effect> {
    let told = notice == Some(Notice::LeaveAgain) || model.overlay == Some(Overlay::Leave);
    if told || !model.has_answers() {
        return Some(Effect::Leave);
    }
    model.notice = Some(Notice::LeaveAgain);
    None
}

fn in_result(model: &mut Model, action: Action) {
    let page = model.page();
    let Some(result) = &mut model.result else { return };
    if result.act_in_list(action, page) {
        return;
    }
    match action {
        Action::NextView => result.next_view(),
        Action::Digit(digit) => result.pick_view(digit),
        Action::Up => result.scroll_by(-1),
        Action::Down => result.scroll_by(1),
        Action::PageUp => result.scroll_by(-page.cast_signed()),
        Action::PageDown => result.scroll_by(page.cast_signed()),
        Action::First => result.scroll_by(isize::MIN),
        Action::Last => result.scroll_by(isize::MAX),
        Action::Back => model.screen = Screen::Step(Step::Check),
        _ => {}
    }
}

fn in_step(model: &mut Model, book: &Book, step: Step, action: Action) {
    match (step, action) {
        (Step::Insured | Step::CarePlace, action) => in_place(model, step, action),
        (Step::Trip, action) => in_trip(model, action),
        (Step::Check, Action::Continue) => show_result(model, book),
        (_, Action::Back) => back(model, step),
        (Step::Status, Action::Continue) => {
            model.take_status(model.status_row);
            forward(model, step);
        }
        (Step::Tier, Action::Continue) => {
            model.take_tier(model.tier_row);
            forward(model, step);
        }
        (Step::Status, Action::Digit(digit)) => {
            if (1..=Status::ALL.len()).contains(&usize::from(digit)) {
                model.take_status(usize::from(digit) - 1);
                forward(model, step);
            }
        }
        (Step::Tier, Action::Digit(digit)) => {
            // The digit is the tier: 3 is tier 3, 0 is primary.
            if let Some(row) = (Tier::ALL.len() - 1).checked_sub(usize::from(digit)) {
                model.take_tier(row);
                forward(model, step);
            }
        }
        (Step::Check, Action::Digit(digit)) => {
            if let Some(row) = usize::from(digit).checked_sub(1) {
                change(model, row);
            }
        }
        (Step::Check, Action::Change) => change(model, model.check_row),
        (Step::Status, action) => model.status_row = moved(model.status_row, Status::ALL.len(), action),
        (Step::Tier, action) => model.tier_row = moved(model.tier_row, Tier::ALL.len(), action),
        (Step::Check, action) => {
            model.check_row = moved(model.check_row, check::rows(&model.draft).len(), action);
        }
    }
}

/// Goes to the question of a row of the check page, to come straight back.
fn change(model: &mut Model, row: usize) {
    let Some(field) = check::rows(&model.draft).get(row).copied() else { return };
    model.check_row = row;
    model.changing = true;
    let step = Step::of(field);
    go(model, step);
    if step == Step::Trip {
        model.trip.focus_on(field);
    }
}

/// A short list's highlighted row after a key; it wraps at the ends.
fn moved(row: usize, rows: usize, action: Action) -> usize {
    match action {
        Action::Up => (row + rows - 1) % rows,
        Action::Down => (row + 1) % rows,
        Action::First => 0,
        Action::Last => rows - 1,
        _ => row,
    }
}

fn in_place(model: &mut Model, step: Step, action: Action) {
    let page = model.page();
    let picker = model.picker_mut(step);
    match action {
        Action::Continue => {
            if let Some(place) = picker.enter() {
                match step {
                    Step::CarePlace => model.draft.care_place = Some(place),
                    _ => model.draft.insured = Some(place),
                }
                model.trip.keep_focus_valid(&model.draft);
                forward(model, step);
            }
        }
        Action::Back => {
            let closed = picker.close();
            if !closed {
                back(model, step);
            }
        }
        Action::Up => picker.move_by(-1, true),
        Action::Down => picker.move_by(1, true),
        Action::PageUp => picker.move_by(-page.cast_signed(), false),
        Action::PageDown => picker.move_by(page.cast_signed(), false),
        Action::First => picker.move_by(isize::MIN, false),
        Action::Last => picker.move_by(isize::MAX, false),
        Action::Edit(request) => picker.edit(request),
        _ => {}
    }
}

fn in_trip(model: &mut Model, action: Action) {
    match action {
        Action::Continue => {
            model.trip.tried = true;
            match trip::first_problem(&model.draft) {
                Some(field) => model.trip.focus_on(field),
                None => forward(model, Step::Trip),
            }
        }
        Action::Back => back(model, Step::Trip),
        action => model.trip.act(&mut model.draft, action),
    }
}

/// The next question that needs an answer; straight back to the check page
/// when an answer is being changed from there.
fn forward(model: &mut Model, step: Step) {
    let answered = |step: &Step| crate::wizard::answered(&model.draft, *step);
    let next = if model.changing {
        // A change may have made a later answer necessary that is not there.
        Step::ALL.into_iter().find(|step| !answered(step))
    } else {
        step.next()
    };
    let next = next.unwrap_or(Step::Check);
    if next == Step::Check {
        model.changing = false;
    }
    go(model, next);
}

/// One step back; answers stay. On the first it asks before leaving.
fn back(model: &mut Model, step: Step) {
    if model.changing && step != Step::Check {
        model.changing = false;
        go(model, Step::Check);
        return;
    }
    match step.previous() {
        Some(previous) => go(model, previous),
        None => model.overlay = Some(Overlay::Leave),
    }
}

fn go(model: &mut Model, step: Step) {
    model.screen = Screen::Step(step);
    match step {
        Step::Insured => model.insured = place::Picker::at(model.draft.insured),
        Step::CarePlace => model.care_place = place::Picker::at(model.draft.care_place),
        Step::Trip => model.trip.keep_focus_valid(&model.draft),
        _ => {}
    }
}

/// Computes the result; a draft with a problem goes to the question it is about.
fn show_result(model: &mut Model, book: &Book) {
    match model.draft.finish(model.today) {
        Ok(case) => {
            let result = ResultState::new(book, &case, model.today);
            model.result = Some(match model.result.take() {
                Some(earlier) => result.with_ticks_of(earlier),
                None => result,
            });
            model.screen = Screen::Result;
        }
        Err(problems) => {
            let Some(problem) = problems.first() else { return };
            model.changing = true;
            go(model, Step::of(problem.field));
            if Step::of(problem.field) == Step::Trip {
                model.trip.tried = true;
                model.trip.focus_on(problem.field);
            }
        }
    }
}

/// Pasted text goes where text is typed; line ends and control characters do not.
fn paste(model: &mut Model, text: &str) {
    const MOST: usize = 200;
    for c in text.chars().filter(|c| !c.is_control()).take(MOST) {
        let request = Action::Edit(InputRequest::InsertChar(c));
        match (model.overlay, model.screen) {
            (None, Screen::Step(step @ (Step::Insured | Step::CarePlace))) => in_place(model, step, request),
            (None, Screen::Step(Step::Trip)) => in_trip(model, request),
            _ => return,
        }
    }
}
