//! What a key changes: `(state, event) → state`. Work to be done outside comes
//! out as a value.

use std::path::{Path, PathBuf};

use super::asking;
use super::bindings::{Action, Subject};
use super::context::ScreenContext;
use super::effect::ScreenEffect;
use super::keys;
use super::model::{Model, Notice, Screen};
use super::overlay::ask::Ask;
use super::overlay::express::ExpressLine;
use super::overlay::find::Find;
use super::overlay::help;
use super::overlay::meanings::Meanings;
use super::overlay::overlays::OverlayList;
use super::overlay::palette::CommandPalette;
use super::overlay::print::Print;
use super::overlay::save::Save;
use super::overlay::save_as::SaveAs;
use super::overlay::{Below, Overlay, OverlayOutcome};
use super::result::{Chosen, ResultState};
use super::year;
use crate::guard::Shown;
use crate::printer::PrinterError;
use crate::save::SaveError;
use crate::screen::arrive;
use crate::screen::navigate;
use crate::sheet::HandoutError;
use crate::sheet::name_of;
use crate::words::{Concept, Text};
use yidi_core::answers;
use yidi_core::answers::Step;
use yidi_core::answers::{Draft, parse_total};
use yidi_core::case::Field;
use yidi_core::num::Money;
use yidi_core::places::Place;

/// Does what a key, a command of the palette or a click means.
pub(super) fn act(model: &mut Model, world: &ScreenContext<'_>, action: Action) -> Option<ScreenEffect> {
    // However it came here.
    if model.is_locked && action.is_of_the_office() {
        return None;
    }
    if action == Action::Language {
        return Some(ScreenEffect::Language);
    }
    if action == Action::Theme {
        return Some(ScreenEffect::Theme);
    }
    #[cfg(unix)]
    if action == Action::Suspend {
        return Some(ScreenEffect::Suspend);
    }
    let notice = model.notice.take();
    if action == Action::Quit {
        return quit(model, notice.as_ref());
    }
    let effect = if let Some(row) = model.help {
        in_help(model, world, row, action)
    } else if model.overlay.is_some() {
        in_overlay(model, world, action)
    } else {
        on_screen(model, world, action, notice.as_ref())
    };
    // A text that is being typed is one change when it is left.
    if !matches!(action, Action::Edit(_)) && model.overlay.is_none() {
        model.draft.settle_days(model.today);
        if let Some(before) = model.history.current() {
            let gone = answers::no_longer_asked(before, &model.draft);
            if !gone.is_empty() && !matches!(action, Action::Undo | Action::Redo | Action::NewCase) {
                model.notice = Some(Notice::NoLongerAsked(gone));
            }
        }
        model.history.note(&model.draft);
    }
    effect
}

/// The language changed: what is kept in words is put in those of now. Every
/// answer, row, tick and scroll stays.
pub(super) fn reworded(model: &mut Model, world: &ScreenContext<'_>) {
    let context = keys::context_of_screen(model);
    if let Some(Overlay::Palette(palette)) = &mut model.overlay {
        palette.reword(context, &model.draft, world.text);
    }
}

/// Leaves at once where nothing would be lost; otherwise says so first.
fn quit(model: &mut Model, notice: Option<&Notice>) -> Option<ScreenEffect> {
    let told = notice == Some(&Notice::LeaveAgain) || matches!(model.overlay, Some(Overlay::Leave));
    if told || !model.would_lose() {
        return Some(ScreenEffect::Leave);
    }
    model.notice = Some(Notice::LeaveAgain);
    None
}

/// Moves in the help; Enter does what the highlighted row says, any other key
/// closes it.
fn in_help(model: &mut Model, world: &ScreenContext<'_>, row: usize, action: Action) -> Option<ScreenEffect> {
    let of = keys::help_of(model);
    model.help = help::moved(help::count(of, world.text), row, action, model.page());
    if action == Action::Continue {
        model.help = None;
        return help::action_of(of, row, world.text).and_then(|action| act(model, world, action));
    }
    None
}

fn in_overlay(model: &mut Model, world: &ScreenContext<'_>, action: Action) -> Option<ScreenEffect> {
    if action == Action::Help {
        model.help = Some(0);
        return None;
    }
    let mut overlay = model.overlay.take()?;
    let below = Below { world, result: model.result.as_ref(), draft: &model.draft, today: model.today };
    match overlay.act(action, &below) {
        OverlayOutcome::Stays => model.overlay = Some(overlay),
        OverlayOutcome::Does(effect) => {
            model.overlay = Some(overlay);
            return Some(effect);
        }
        OverlayOutcome::Closes => {
            match overlay {
                // What was typed is there again when it is opened again.
                Overlay::Slip(form) => model.slip = Some(form),
                Overlay::Year(view) => year::take(model, world, view.list()),
                Overlay::Print(print) if print.is_of_year() => {
                    model.overlay = Some(Overlay::Year(Box::new(year::view(model, world))));
                }
                _ => {}
            }
            // The form was all that was opened.
            if model.form_alone {
                return Some(ScreenEffect::Leave);
            }
        }
        OverlayOutcome::Ends(effect) => return Some(effect),
        OverlayOutcome::Chosen(action) => {
            if let Overlay::Year(view) = overlay {
                year::take(model, world, view.list());
            }
            return act(model, world, action);
        }
        OverlayOutcome::Year(list) => year::take(model, world, *list),
        OverlayOutcome::Arrives(draft, open) => {
            model.draft = *draft;
            arrive::arrive(model, world, open);
        }
        OverlayOutcome::Answered(draft) => asking::take(model, world, overlay, *draft),
        OverlayOutcome::Learned(rules) => {
            if let Overlay::Slip(form) = overlay {
                model.slip = Some(form);
            }
            nudge(model, world, |draft| rules.iter().for_each(|(field, value)| draft.write(*field, value)));
        }
        OverlayOutcome::GoesTo { row, stays } => {
            if let Some(result) = &mut model.result {
                result.go_to(row);
            }
            model.overlay = stays.then_some(overlay);
        }
    }
    None
}

/// `told`: what was said after the key before, as that a second F5 begins anew.
fn on_screen(
    model: &mut Model,
    world: &ScreenContext<'_>,
    action: Action,
    told: Option<&Notice>,
) -> Option<ScreenEffect> {
    match action {
        Action::Save if model.has_answers() => model.overlay = Some(Overlay::Save(Save::new(&model.note))),
        Action::Save => model.notice = Some(Notice::NothingToSave),
        Action::Cases => return Some(ScreenEffect::List),
        Action::Rules => match model.draft.insured {
            Some(Place::Area(area)) => return Some(ScreenEffect::EditRules(area)),
            _ => model.notice = Some(Notice::NoArea),
        },
        Action::Overlays => model.overlay = Some(Overlay::Overlays(OverlayList::of(&model.overlays))),
        Action::Help => model.help = Some(0),
        Action::Palette => {
            let palette = CommandPalette::new(
                keys::context_of_screen(model),
                model.is_locked,
                &model.draft,
                world.text,
            );
            model.overlay = Some(Overlay::Palette(palette));
        }
        Action::Express => model.overlay = Some(Overlay::Express(ExpressLine::new(&model.draft, model.city))),
        Action::Print => {
            let case = model.result.as_ref().map(ResultState::case);
            let desk = (&model.printer, model.edition, model.is_locked);
            model.overlay = case.map(|case| Overlay::Print(Print::new(case, model.today, desk)));
        }
        Action::PrintYear => {
            let desk = (&model.printer, model.edition, model.is_locked);
            let settled = year::view(model, world).into_settled();
            let print = settled.and_then(|settled| Print::of_year(settled, model.today, desk));
            model.overlay = print.map(Overlay::Print);
        }
        Action::NextStay => year::next(model),
        Action::Year => model.overlay = Some(Overlay::Year(Box::new(year::view(model, world)))),
        Action::Meanings => {
            let here = model.result.as_ref().filter(|_| model.screen == Screen::Result);
            let concept = here.and_then(ResultState::concept).unwrap_or(Concept::InsuredArea);
            model.overlay = Some(Overlay::Meanings(Meanings::at(concept)));
        }
        Action::Pin => {
            model.notice = model.result.as_mut().map(|result| Notice::Pinned(result.pin()));
        }
        Action::Calendar => save_calendar(model, world.text),
        Action::Find => {
            model.overlay = model.result.as_ref().map(|result| Overlay::Find(Find::new(result.row())));
        }
        Action::ShowFile => match &model.written {
            Some(path) => return Some(ScreenEffect::Show(path.clone())),
            None => model.notice = Some(Notice::NothingToShow),
        },
        Action::CopySummary | Action::CopyList => return copy(model, world, action, told),
        Action::Slip => model.overlay = Some(Overlay::Slip(model.slip.take().unwrap_or_default())),
        Action::Qr => model.overlay = Some(Overlay::Qr(world.book.nation().service.clone())),
        // At home a slip of the finger loses nothing.
        Action::NewCase if !model.at_counter && model.would_lose() && told != Some(&Notice::BeginAgain) => {
            model.notice = Some(Notice::BeginAgain);
        }
        Action::NewCase => {
            model.begin_anew();
            model.notice = Some(Notice::NewCase);
            return Some(ScreenEffect::Forget);
        }
        Action::Undo | Action::Redo => take_back(model, world, action == Action::Undo),
        Action::Ask(subject) => ask(model, subject),
        Action::AskUnknowns => asking::ask_unknowns(model, Vec::new()),
        Action::ToggleHardship => nudge(model, world, |draft| draft.hardship = !draft.hardship),
        Action::Raise => nudge(model, world, |draft| step_total(draft, true)),
        Action::Lower => nudge(model, world, |draft| step_total(draft, false)),
        _ => match model.screen {
            Screen::Result => in_result(model, world, action),
            Screen::Step(step) => navigate::in_step(model, world, step, action),
        },
    }
    None
}

/// Asks where the deadlines go as a calendar file; says why there are none.
fn save_calendar(model: &mut Model, text: &Text) {
    let Some(result) = &model.result else { return };
    match result.calendar(text) {
        Some(calendar) => {
            let name = name_of(result.case(), model.today, "ics");
            model.overlay = Some(Overlay::SaveAs(SaveAs::new(text.calendar_title(), &calendar, name)));
        }
        None => model.notice = Some(Notice::NoDays),
    }
}

/// Takes how the writing of a file went.
pub(super) fn written(model: &mut Model, path: &Path, saved: Result<PathBuf, SaveError>) {
    match (saved, &mut model.overlay) {
        (Ok(path), Some(Overlay::Print(_) | Overlay::SaveAs(_))) => {
            model.overlay = None;
            let shown = path.display().to_string();
            model.notice = Some(Notice::Saved(Shown::line(&shown).to_string()));
            model.written = Some(path);
        }
        (Err(SaveError::Exists), Some(Overlay::Print(print))) => print.ask(),
        (Err(error), Some(Overlay::Print(print))) => print.failed(path, error),
        (Err(error), Some(Overlay::SaveAs(save))) => save.failed(path, error),
        _ => {}
    }
}

/// Takes how printing went.
pub(super) fn printed(model: &mut Model, done: Result<(), NotPrinted>) {
    model.notice = None;
    let Some(Overlay::Print(print)) = &mut model.overlay else { return };
    match done {
        Ok(()) => {
            model.overlay = None;
            model.notice = Some(Notice::Printed);
        }
        Err(NotPrinted::Sheet(error)) => print.failed(Path::new(""), error.into()),
        Err(NotPrinted::Printer(error)) => print.not_printed(error),
    }
}

/// Why a sheet was not printed.
#[derive(Debug)]
pub(super) enum NotPrinted {
    /// There is none.
    Sheet(HandoutError),
    /// The printer did not take it.
    Printer(PrinterError),
}

/// The estimate or the checklist as text for the clipboard. At a counter the next
/// person could paste it: it is asked first.
fn copy(
    model: &mut Model,
    world: &ScreenContext<'_>,
    action: Action,
    told: Option<&Notice>,
) -> Option<ScreenEffect> {
    let result = model.result.as_ref().filter(|_| model.screen == Screen::Result)?;
    if model.at_counter && told != Some(&Notice::CopyAgain(action)) {
        model.notice = Some(Notice::CopyAgain(action));
        return None;
    }
    let text = if action == Action::CopyList { result.list_text(world) } else { result.summary_text(world) };
    text.map(ScreenEffect::Copy)
}

/// Asks for one answer: over the result where it is short, else on its step.
fn ask(model: &mut Model, subject: Subject) {
    let field = match subject {
        Subject::Field(field) => field,
        Subject::Route => Field::Reason,
        Subject::Uncovered => Field::OwnExpense,
    };
    let by_list = matches!(Step::of(field), Step::Insured | Step::CarePlace);
    if model.screen == Screen::Result && !by_list {
        model.overlay = Some(Overlay::Ask(Ask::new(subject, &model.draft)));
    } else {
        navigate::change_field(model, field);
    }
}

/// Changes the case on the result; says why where that cannot be.
fn nudge(model: &mut Model, world: &ScreenContext<'_>, change: impl Fn(&mut Draft)) {
    if model.screen != Screen::Result {
        return;
    }
    let mut draft = model.draft.clone();
    change(&mut draft);
    match draft.finish(model.today) {
        Ok(case) => {
            model.draft = draft;
            arrive::settle(model, world, &case);
        }
        Err(problems) => model.notice = problems.into_iter().next().map(Notice::Refused),
    }
}

/// A tenth more or less of the total, in round steps: 50 000 moves by 5 000.
fn step_total(draft: &mut Draft, up: bool) {
    let Ok(total) = parse_total(draft.typed(Field::Total)) else { return };
    let tenth = (total.high().fen() / 1_000).max(1);
    let mut unit = 1;
    while unit * 10 <= tenth {
        unit *= 10;
    }
    let step =
        Money::from_yuan([5, 2, 1].into_iter().map(|by| by * unit).find(|step| *step <= tenth).unwrap_or(1));
    let next = |end: Money| if up { (end + step).min(Money::MAX) } else { (end - step).or_zero() };
    let (low, high) = (next(total.low()), next(total.high()));
    let exact = low == high;
    draft.write(Field::Total, &if exact { low.to_string() } else { format!("{low}-{high}") });
}

/// The answers as they were before the last change, or after it again.
fn take_back(model: &mut Model, world: &ScreenContext<'_>, undo: bool) {
    // What is being typed is a change of its own.
    model.history.note(&model.draft);
    let found = if undo { model.history.undo() } else { model.history.redo() };
    let Some(draft) = found else {
        model.notice = Some(Notice::NothingToUndo);
        return;
    };
    let from = std::mem::replace(&mut model.draft, draft);
    match model.screen {
        Screen::Result => arrive::show_result(model, world),
        Screen::Step(step) => arrive::go(model, step),
    }
    let change = match model.notice.take() {
        Some(Notice::Changed(change)) => Some(change),
        _ => None,
    };
    let to = Box::new(model.draft.clone());
    model.notice = Some(Notice::Moved { from: Box::new(from), to, undone: undo, change });
}

fn in_result(model: &mut Model, world: &ScreenContext<'_>, action: Action) {
    let size = model.size;
    let Some(result) = &mut model.result else { return };
    let chosen = match action {
        Action::Back => {
            arrive::go(model, Step::Check);
            return;
        }
        Action::PageUp | Action::PageDown => {
            result.page(action == Action::PageDown, size, world.text);
            None
        }
        action => result.act(action),
    };
    take_chosen(model, world, chosen);
}

pub(super) fn take_chosen(model: &mut Model, world: &ScreenContext<'_>, chosen: Option<Chosen>) {
    match chosen {
        Some(Chosen::Route(route)) => nudge(model, world, |draft| draft.take_route(route)),
        Some(Chosen::Unknown(subject)) => {
            model.overlay = Some(Overlay::Ask(Ask::new(subject, &model.draft).in_a_row(Vec::new())));
        }
        Some(Chosen::Tier(tier)) => nudge(model, world, |draft| draft.tier = Some(tier)),
        Some(Chosen::Bill(total)) => {
            nudge(model, world, |draft| draft.write(Field::Total, &total.to_string()));
        }
        None => {}
    }
}
