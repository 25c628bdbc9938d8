//! What the box on top says, and what a telephone takes along.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::voice::Voice;
use super::{CodeLine, Summary, SummaryLine};
use crate::words::Text;
use yidi_core::case::Case;
use yidi_core::checklist::{Checklist, Due, Todo, hotline};
use yidi_core::estimate::Estimate;
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;
use yidi_core::policy::Care;

/// The most bytes of a list in a code: the modules of more are too small to be read.
const LONGEST_LIST: usize = 620;

/// Whom to call, the disease, the next day, what it comes to and what filing saves.
pub(super) fn summary(
    voice: &Voice<'_>,
    case: &Case,
    estimate: Option<&Estimate>,
    saving: Option<Span<Money>>,
    checklist: &Checklist,
    ticked: &BTreeSet<String>,
) -> Summary {
    let text = voice.text;
    let (first, call) = whom_to_call(voice, case.insured);
    let mut lines = vec![first];
    let mut add = |name: String, says: String| lines.push(SummaryLine { name, says });
    if let Some(disease) = case.disease.filter(|_| case.care == Care::Chronic) {
        add(voice.title(|text| text.field_disease()), voice.title(|text| text.disease(disease)));
    }
    if let Some((day, todo)) = next(checklist, ticked) {
        add(voice.title(|text| text.box_next()), text.box_by(text.date(day), text.words(&todo.task)));
    }
    if let Some(estimate) = estimate {
        // Rounded, so that it is kept in mind; the table has the fen.
        let pays = text.compact_burden_unit(estimate.burden());
        add(voice.title(|text| text.box_you_pay()), text.box_about(pays));
    }
    if let Some(saving) = saving {
        let saves = text.yuan(text.compact_span(saving));
        let saves = if saving.low().is_zero() {
            text.box_saves_up_to(text.yuan(text.compact(saving.high())))
        } else {
            text.box_about(saves)
        };
        add(voice.title(|text| text.handout_saving()), saves);
    }
    Summary { lines, call: Some(call) }
}

/// The number to call, in words and for a telephone.
pub(super) fn whom_to_call(voice: &Voice<'_>, insured: Place) -> (SummaryLine, CodeLine) {
    let (text, number) = (voice.text, hotline(insured));
    let says = text.box_hotline(number.as_str(), text.place(insured));
    let dialled: String = number.chars().filter(char::is_ascii_digit).collect();
    let line = SummaryLine { name: voice.title(|text| text.box_call()), says };
    (line, CodeLine { caption: number, holds: format!("tel:{dialled}") })
}

/// The next day by which something is to be done that is not done.
fn next<'a>(checklist: &'a Checklist, ticked: &BTreeSet<String>) -> Option<(Date, &'a Todo)> {
    let open = checklist.todos.iter().filter(|todo| !ticked.contains(&todo.id));
    let dated = open.filter_map(|todo| match todo.by.as_ref()?.due {
        Due::Open { date, .. } => Some((date, todo)),
        Due::Past { .. } | Due::Undated => None,
    });
    dated.min_by_key(|(date, _)| *date)
}

/// What to do, for a telephone; what has no room is said to be missing.
pub(super) fn list_code(text: &Text, checklist: &Checklist) -> CodeLine {
    let mut holds = text.handout_title();
    for todo in &checklist.todos {
        let task = text.words(&todo.task);
        let day = todo.by.as_ref().and_then(|by| by.due.date());
        let line = match day {
            Some(day) => format!("\n- {}", text.box_by(text.date(day), task)),
            None => format!("\n- {task}"),
        };
        if holds.len() + line.len() > LONGEST_LIST {
            holds.push_str("\n…");
            break;
        }
        holds.push_str(&line);
    }
    CodeLine { caption: text.handout_list_code(), holds }
}
