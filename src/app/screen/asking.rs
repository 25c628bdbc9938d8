//! Answers that are asked for over the result, one or one after the other.

use super::arrive;
use super::bindings::Subject;
use super::context::ScreenContext;
use super::model::{Model, Notice};
use super::overlay::Overlay;
use super::overlay::ask::Ask;
use yidi_core::answers::Draft;
use yidi_core::case::Field;

/// Takes the answer that was asked over the result.
pub(super) fn take(model: &mut Model, world: &ScreenContext<'_>, mut overlay: Overlay, draft: Draft) {
    match draft.finish(model.today) {
        Ok(case) => {
            model.draft = draft;
            arrive::settle(model, world, &case);
            offer_keeping(model, &overlay);
            if let Overlay::Ask(ask) = &overlay
                && let Some(asked) = ask.asked()
            {
                ask_unknowns(model, asked.to_vec());
            }
        }
        Err(problems) => {
            if let Overlay::Ask(ask) = &mut overlay {
                ask.refused(draft, problems);
            }
            model.overlay = Some(overlay);
        }
    }
}

/// Says beside what a told rule did that it can be kept; never to the public.
fn offer_keeping(model: &mut Model, overlay: &Overlay) {
    let is_rule = matches!(overlay, Overlay::Ask(ask) if is_rule(ask.subject));
    let can_be_kept = model.result.as_ref().is_some_and(|result| !result.told_rules().is_empty());
    if let Some(Notice::Changed(change)) = model.notice
        && is_rule
        && can_be_kept
        && !model.is_locked
    {
        model.notice = Some(Notice::RuleTold(change));
    }
}

fn is_rule(subject: Subject) -> bool {
    matches!(subject, Subject::Field(field) if Field::RULES.contains(&field))
}

/// Asks for the unknown that moves the most of those that were not asked yet.
pub(super) fn ask_unknowns(model: &mut Model, asked: Vec<Subject>) {
    let Some(result) = &model.result else { return };
    match result.unknowns().find(|subject| !asked.contains(subject)) {
        Some(subject) => model.overlay = Some(Overlay::Ask(Ask::new(subject, &model.draft).in_a_row(asked))),
        None if asked.is_empty() => model.notice = Some(Notice::NothingUnknown),
        None => {}
    }
}
