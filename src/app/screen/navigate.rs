//! The steps of the wizard: from a question to the next, back, and to an answer
//! that is being changed and back again.

use super::arrive::{go, show_result};
use super::bindings::Action;
use super::bindings::row_of;
use super::context::ScreenContext;
use super::model::{Model, Notice, Screen};
use super::overlay::Overlay;
use super::steps::trip;
use super::year;
use yidi_core::answers;
use yidi_core::answers::Step;
use yidi_core::case::Field;

/// Takes a key on a question.
pub(super) fn in_step(model: &mut Model, world: &ScreenContext<'_>, step: Step, action: Action) {
    match (step, action) {
        (Step::Insured | Step::CarePlace, action) => in_place(model, world, step, action),
        (Step::Trip, action) => in_trip(model, world, action),
        (Step::Check, Action::Continue) => show_result(model, world),
        (_, Action::Back) => back(model, world, step),
        (Step::Status, Action::Continue) => {
            model.take_status(model.status_row);
            forward(model, world, step);
        }
        (Step::Tier, Action::Continue) => {
            model.take_tier(model.tier_row);
            forward(model, world, step);
        }
        (Step::Status, Action::Label(label)) => {
            if let Some(row) = numbered(Field::Status, label) {
                model.take_status(row);
                forward(model, world, step);
            }
        }
        (Step::Tier, Action::Label(label)) => {
            // The digit is the tier: 3 is tier 3, 0 is primary.
            if let Some(row) = numbered(Field::Tier, label) {
                model.take_tier(row);
                forward(model, world, step);
            }
        }
        (Step::Check, Action::Label(label)) => {
            if let Some(row) = row_of(label) {
                change(model, row);
            }
        }
        (Step::Check, Action::Change) => change(model, model.check_row.saturating_sub(1)),
        (Step::Status, action) => model.status_row = moved(model.status_row, rows_of(Field::Status), action),
        (Step::Tier, action) => model.tier_row = moved(model.tier_row, rows_of(Field::Tier), action),
        (Step::Check, action) => {
            // Above the answers stands the row that shows the result.
            let rows = yidi_core::answers::checked(&model.draft).len() + 1;
            model.check_row = moved(model.check_row, rows, action);
        }
    }
}

/// How many rows the list of a choosing question has.
fn rows_of(field: Field) -> usize {
    answers::options(field).unwrap_or(1)
}

/// The row that a digit picks.
fn numbered(field: Field, label: char) -> Option<usize> {
    let digit = label.to_digit(10).and_then(|digit| usize::try_from(digit).ok())?;
    (0..rows_of(field)).find(|row| answers::number_of(field, *row) == digit)
}

/// Goes to the question of a row of the check page, to come straight back.
fn change(model: &mut Model, row: usize) {
    let Some(field) = yidi_core::answers::checked(&model.draft).get(row).copied() else { return };
    model.check_row = row + 1;
    change_field(model, field);
}

/// Goes to the question of a field; from the check page or the result it comes
/// straight back.
pub(super) fn change_field(model: &mut Model, field: Field) {
    if matches!(model.screen, Screen::Result | Screen::Step(Step::Check)) {
        model.changing = Some(model.screen);
    }
    let step = Step::of(field);
    go(model, step);
    if step == Step::Trip {
        model.trip.focus_on(&model.draft, field);
        model.trip.keep_focus_valid(&model.draft);
    }
}

/// A row was clicked: it is highlighted; what is to be done about it comes back.
pub(super) fn click(model: &mut Model, row: usize) -> Option<Action> {
    let Screen::Step(step) = model.screen else { return None };
    match step {
        Step::Insured | Step::CarePlace => {
            let picker = model.picker_mut(step);
            let again = picker.pick_row(row);
            again.then_some(Action::Continue)
        }
        Step::Status => {
            model.status_row = row.min(rows_of(Field::Status) - 1);
            Some(Action::Continue)
        }
        Step::Tier => {
            model.tier_row = row.min(rows_of(Field::Tier) - 1);
            Some(Action::Continue)
        }
        Step::Check => {
            model.check_row = row;
            Some(if row == 0 { Action::Continue } else { Action::Change })
        }
        Step::Trip => None,
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

fn in_place(model: &mut Model, world: &ScreenContext<'_>, step: Step, action: Action) {
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
                forward(model, world, step);
            } else if picker.is_to_be_picked() {
                model.notice = Some(Notice::PickPlace);
            }
        }
        Action::Back => {
            let closed = picker.close();
            if !closed {
                back(model, world, step);
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

fn in_trip(model: &mut Model, world: &ScreenContext<'_>, action: Action) {
    match action {
        Action::Continue => {
            model.trip.tried = true;
            match trip::first_problem(&model.draft) {
                Some(field) => model.trip.focus_on(&model.draft, field),
                None => forward(model, world, Step::Trip),
            }
        }
        Action::Back => back(model, world, Step::Trip),
        action => model.trip.act(&mut model.draft, action),
    }
}

/// The next question that needs an answer; straight back where an answer is
/// being changed.
fn forward(model: &mut Model, world: &ScreenContext<'_>, step: Step) {
    let answered = |step: &Step| yidi_core::answers::answered(&model.draft, *step);
    if let Some(from) = model.changing {
        // A change may have made a later answer necessary that is not there.
        let open = Step::ALL.into_iter().find(|step| *step != Step::Check && !answered(step));
        match (open, from) {
            (Some(open), _) => go(model, open),
            (None, Screen::Result) => show_result(model, world),
            (None, Screen::Step(_)) => {
                model.changing = None;
                go(model, Step::Check);
            }
        }
        return;
    }
    go(model, step.next().unwrap_or(Step::Check));
}

/// One step back; answers stay. On the first it asks before leaving.
fn back(model: &mut Model, world: &ScreenContext<'_>, step: Step) {
    if let Some(from) = model.changing.filter(|_| step != Step::Check) {
        match from {
            // What is shown is of the answers that are there.
            Screen::Result => {
                year::give_up(model);
                show_result(model, world);
            }
            Screen::Step(_) => (model.screen, model.changing) = (from, None),
        }
        return;
    }
    match step.previous() {
        Some(previous) => go(model, previous),
        None if model.is_locked => {}
        None => model.overlay = Some(Overlay::Leave),
    }
}
