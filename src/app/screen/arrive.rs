//! Where one arrives: a question with what is answered, the first that is open, or
//! the result.

use super::context::ScreenContext;
use super::model::{Model, Notice, Screen};
use super::result::ResultState;
use super::steps::place;
use yidi_core::answers;
use yidi_core::answers::Step;
use yidi_core::case::{Case, Field};
use yidi_core::year::with_year;

/// Shows a question with what is answered.
pub(super) fn go(model: &mut Model, step: Step) {
    model.screen = Screen::Step(step);
    match step {
        Step::Insured => model.insured = place::Picker::at(model.draft.insured),
        Step::CarePlace => model.care_place = place::Picker::at(model.draft.care_place),
        Step::Status => {
            model.status_row = answers::chosen(&model.draft, Field::Status).unwrap_or(model.status_row);
        }
        Step::Tier => {
            model.tier_row = answers::chosen(&model.draft, Field::Tier).unwrap_or(model.tier_row);
        }
        Step::Trip => model.trip.keep_focus_valid(&model.draft),
        // Who changed an answer is done with it: Enter goes on.
        Step::Check => model.check_row = 0,
    }
}

/// Answers came from outside: the first question that is open, else the check page.
pub(super) fn arrive_at_open(model: &mut Model) {
    model.changing = None;
    let open = Step::ALL.into_iter().find(|step| !yidi_core::answers::answered(&model.draft, *step));
    go(model, open.unwrap_or(Step::Check));
}

/// Everything was answered at once: the result, or the first question that is open.
pub(super) fn arrive(model: &mut Model, world: &ScreenContext<'_>, open: Option<Field>) {
    model.changing = None;
    match open {
        None => show_result(model, world),
        Some(field) => {
            go(model, Step::of(field));
            if Step::of(field) == Step::Trip {
                model.trip.focus_on(&model.draft, field);
                model.trip.keep_focus_valid(&model.draft);
            }
        }
    }
}

/// Shows the result; a draft with a problem goes to the question it is about.
pub(super) fn show_result(model: &mut Model, world: &ScreenContext<'_>) {
    match model.draft.finish(model.today) {
        Ok(case) => settle(model, world, &case),
        Err(problems) => {
            let Some(problem) = problems.first() else { return };
            model.changing = Some(Screen::Step(Step::Check));
            go(model, Step::of(problem.field));
            if Step::of(problem.field) == Step::Trip {
                model.trip.tried = true;
                model.trip.focus_on(&model.draft, problem.field);
                model.trip.keep_focus_valid(&model.draft);
            }
        }
    }
}

/// Computes the result of a case and shows it, in the view that was looked at.
pub(super) fn settle(model: &mut Model, world: &ScreenContext<'_>, case: &Case) {
    let case = &with_year(world.book, &model.draft, case, model.today);
    let before = model.result.as_ref().filter(|_| model.screen == Screen::Result || model.changing.is_some());
    model.result = Some(if let Some(before) = before {
        let next = before.follow(world.book, case, model.today);
        if next.case() != before.case() {
            model.notice = next.change_from(before).map(Notice::Changed);
        }
        next
    } else {
        let anew = ResultState::new(world.book, case, model.today);
        model.result.iter().fold(anew, ResultState::with_ticks_of)
    });
    model.changing = None;
    model.screen = Screen::Result;
}
