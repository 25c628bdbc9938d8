//! The head of the screen: where one is, for whom it is, and the answers so far.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::body::{Hit, count};
use super::model::{Model, Screen};
use super::panel::Panel;
use super::pen::Pen;
use super::theme::Meaning;
use crate::data::Overlays;
use crate::words::Text;
use crate::words::width::width;
use yidi_core::answers::Step;
use yidi_core::case::Field;

/// Draws it in the first four rows.
pub(super) fn draw_head(
    panel: &mut Panel<'_, '_>,
    model: &Model,
    with_side: bool,
    targets: &mut Vec<(Rect, Hit)>,
) {
    let (area, pen) = (panel.area, panel.pen);
    let Pen { text, theme, .. } = pen;
    let title = theme.style(Meaning::Title);
    let (heading, question) = match model.screen {
        Screen::Step(step) => {
            let of = text.step_of(count(step.number()), count(Step::ALL.len()));
            (format!("{of}  {}", text.step(step)), text.question(step))
        }
        Screen::Result => (text.result_title(), String::new()),
    };
    let name = format!(" {}  ", text.app_name());
    let heading = match (model.is_locked, model.at_counter) {
        (true, _) => format!("{heading}  [{}]", text.desk_locked()),
        (false, true) => format!("{heading}  [{}]", text.desk_counter()),
        (false, false) => heading,
    };
    // The result has little to say in its first row: who it is for stands there.
    let person = person(model, text);
    let room = usize::from(area.width).saturating_sub(width(&name) + width(&heading) + 3);
    let is_apart = model.screen == Screen::Result && width(&person) <= room;
    panel.put(0, Line::from(vec![Span::styled(name, title), Span::raw(heading)]));
    if is_apart {
        let width = u16::try_from(width(&person) + 1).unwrap_or(area.width).min(area.width);
        let corner = Rect { x: area.x + area.width - width, width, ..area };
        panel.part(corner).put(0, Line::raw(person));
    }
    // What does not fit in its row takes that of the rule as well.
    let is_first = model.screen == Screen::Step(Step::Insured);
    let Overlays { laid, set_aside } = &model.overlays;
    let told = if set_aside.is_empty() {
        text.laid_over(laid).filter(|_| is_first).map(|words| (words, Meaning::Muted))
    } else {
        Some((text.overlays_wrong(count(set_aside.len())), Meaning::Warning))
    };
    let rows = if told.is_some() { 1 } else { 2 };
    let answers = if with_side { Vec::new() } else { answers_lines(model, pen, !is_apart, rows) };
    for (line, row) in answers.iter().zip(1..) {
        panel.put(row, Line::raw(format!(" {line}")));
    }
    if let Some((words, meaning)) = told {
        panel.put(2, Line::styled(format!(" {words}"), theme.style(meaning)));
    } else if answers.len() < 2 {
        panel.put(2, pen.rule());
    }
    match &model.result {
        Some(result) if model.screen == Screen::Result => {
            let (line, hits) = result.tabs(pen);
            panel.put(3, line);
            for (from, to, hit) in hits {
                let width = u16::try_from(to - from).unwrap_or_default();
                let x = area.x + u16::try_from(from).unwrap_or_default();
                targets.push((Rect { x, y: area.y + 3, width, height: 1 }, hit));
            }
        }
        _ => panel.put(3, Line::styled(format!(" {question}"), title)),
    }
}

/// Who is treated at what hospital.
fn person(model: &Model, text: &Text) -> String {
    let status = model.draft.possible_statuses().map(|status| text.statuses(status));
    let tier = model.draft.possible_tiers().map(|tier| text.tiers(tier));
    status.into_iter().chain(tier).collect::<Vec<_>>().join("  ")
}

/// The answers so far, the first ones first; for what does not fit in so many rows
/// stands a sign.
fn answers_lines(model: &Model, pen: Pen<'_>, with_person: bool, rows: usize) -> Vec<String> {
    let Pen { text, theme, cells } = pen;
    let draft = &model.draft;
    let mut parts = Vec::new();
    match (draft.insured, draft.care_place) {
        (Some(from), Some(to)) => {
            parts.push(format!("{} {} {}", text.place(from), theme.glyphs.arrow, text.place(to)));
        }
        (Some(from), None) => parts.push(text.place(from).to_owned()),
        (None, _) => {}
    }
    let done = matches!(model.screen, Screen::Result | Screen::Step(Step::Check));
    if let Some(result) = model.result.as_ref().filter(|_| model.screen == Screen::Result) {
        parts.push(result.routes(text));
    }
    if done {
        parts.push(text.visit(draft.care, draft.disease));
        let is_known = !yidi_core::answers::is_blank(draft.typed(Field::Total));
        parts.extend(text.answer(draft, Field::Total, model.today).filter(|_| is_known));
    }
    if done && draft.hardship {
        parts.push(text.head_hardship());
    }
    if let Some(day) = draft.day(yidi_core::case::Field::Date, model.today).filter(|_| done) {
        parts.push(text.head_day(text.date(day)));
    }
    if with_person {
        parts.push(person(model, text));
    }
    let room = cells.saturating_sub(2);
    let mut lines = vec![String::new()];
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let left = rows - lines.len();
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { part.clone() } else { format!("{line}  {part}") };
        if width(&longer) <= room {
            *line = longer;
        } else if left > 0 {
            lines.push(part);
        } else {
            let more = format!("{line} {}", theme.glyphs.more);
            if width(&more) <= room {
                *line = more;
            }
            break;
        }
    }
    lines
}
