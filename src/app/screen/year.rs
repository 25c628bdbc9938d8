//! The next stay of the person, and the list of all: kept in the answers of the one
//! that is looked at.

use super::arrive;
use super::context::ScreenContext;
use super::history::History;
use super::model::{Model, Notice, Screen};
use super::overlay::slip::SlipForm;
use super::overlay::year::YearView;
use yidi_core::answers::{Step, YearStays, next_stay};
use yidi_core::case::Field;

/// The list with the stay that is looked at as it is now, and what was paid of it where
/// that was typed.
fn list(model: &Model) -> YearStays {
    let mut list = YearStays::of(&model.draft);
    if let Some((stay, form)) = list.stays.get_mut(list.here).zip(model.slip.as_ref()) {
        stay.paid = form.numbers();
    }
    list
}

/// Begins the next stay: person and places stay, the bill is asked.
pub(super) fn next(model: &mut Model) {
    if model.screen != Screen::Result {
        return;
    }
    let mut list = list(model);
    if !list.add(next_stay(&model.draft)) {
        return;
    }
    model.notice = Some(Notice::NextStay(list.stays.len()));
    look_at(model, list);
    arrive::go(model, Step::Trip);
    model.trip.focus_on(&model.draft, Field::Total);
    model.trip.keep_focus_valid(&model.draft);
    // The bill is typed, and the result is there.
    model.changing = Some(Screen::Result);
}

/// A stay that was begun and of which no bill is typed is taken out again: the one
/// before is looked at.
pub(super) fn give_up(model: &mut Model) {
    let mut list = list(model);
    let begun = list.stays.get(list.here).filter(|_| list.is_list() && list.here + 1 == list.stays.len());
    if begun.is_some_and(|stay| stay.draft.typed(Field::Total).trim().is_empty() && stay.paid.is_empty()) {
        list.remove(list.here);
        look_at(model, list);
    }
}

/// Looks at another stay: a change of the one before is not taken back in it.
fn look_at(model: &mut Model, list: YearStays) {
    let paid = list.stays.get(list.here).map(|stay| &stay.paid).filter(|paid| !paid.is_empty());
    model.slip = paid.map(|paid| Box::new(SlipForm::with(paid)));
    model.draft = list.into_draft();
    model.history = History::starting_at(&model.draft);
}

/// What lies over the result.
pub(super) fn view(model: &Model, world: &ScreenContext<'_>) -> YearView {
    YearView::new(list(model), world.book, model.today)
}

/// Takes a list that was looked through, and looks at its stay.
pub(super) fn take(model: &mut Model, world: &ScreenContext<'_>, changed: YearStays) {
    let now = list(model);
    if now == changed {
        return;
    }
    if now.stays.get(now.here).map(|stay| &stay.draft)
        == changed.stays.get(changed.here).map(|stay| &stay.draft)
    {
        model.draft = changed.into_draft();
    } else {
        look_at(model, changed);
    }
    arrive::show_result(model, world);
}
