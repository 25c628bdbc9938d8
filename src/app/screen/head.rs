//! The head of the screen: where one is, for whom it is, and the answers so far.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::body::{Hit, count};
use super::model::{Model, Screen};
use super::theme::{Meaning, Theme};
use super::view::put;
use crate::words::Text;
use crate::words::width::width;
use yidi_core::answers::Step;

/// Draws it in the first four rows.
pub(super) fn draw_head(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    text: &Text,
    theme: &Theme,
    with_side: bool,
    targets: &mut Vec<(Rect, Hit)>,
) {
    let title = theme.style(Meaning::Title);
    let (heading, question) = match model.screen {
        Screen::Step(step) => {
            let of = text.step_of(count(step.number()), count(Step::ALL.len()));
            (format!("{of}  {}", text.step(step)), text.question(step))
        }
        Screen::Result => (text.result_title(), String::new()),
    };
    let name = format!(" {}  ", text.app_name());
    // The result has little to say in its first row: who it is for stands there.
    let person = person(model, text);
    let room = usize::from(area.width).saturating_sub(width(&name) + width(&heading) + 3);
    let is_apart = model.screen == Screen::Result && width(&person) <= room;
    put(frame, area, 0, Line::from(vec![Span::styled(name, title), Span::raw(heading)]));
    if is_apart {
        let width = u16::try_from(width(&person) + 1).unwrap_or(area.width).min(area.width);
        let corner = Rect { x: area.x + area.width - width, width, ..area };
        put(frame, corner, 0, Line::raw(person));
    }
    if !with_side {
        let line = answers_line(model, text, theme, area.width, !is_apart);
        put(frame, area, 1, Line::raw(format!(" {line}")));
    }
    let rule = match &model.data_warning {
        Some(file) => Line::styled(format!(" {}", text.set_aside(file)), theme.style(Meaning::Warning)),
        None => Line::styled(theme.glyphs.rule.repeat(usize::from(area.width)), theme.style(Meaning::Rule)),
    };
    put(frame, area, 2, rule);
    match &model.result {
        Some(result) if model.screen == Screen::Result => {
            let (line, hits) = result.tabs(text, theme);
            put(frame, area, 3, line);
            for (from, to, hit) in hits {
                let width = u16::try_from(to - from).unwrap_or_default();
                let x = area.x + u16::try_from(from).unwrap_or_default();
                targets.push((Rect { x, y: area.y + 3, width, height: 1 }, hit));
            }
        }
        _ => put(frame, area, 3, Line::styled(format!(" {question}"), title)),
    }
}

/// Who is treated at what hospital.
fn person(model: &Model, text: &Text) -> String {
    let status = model.draft.status.map(|status| text.status(status));
    let tier = model.draft.tier.map(|tier| text.tier(tier));
    status.into_iter().chain(tier).collect::<Vec<_>>().join("  ")
}

/// The answers so far in one line, the first ones first; for what does not fit
/// stands a sign.
fn answers_line(model: &Model, text: &Text, theme: &Theme, cells: u16, with_person: bool) -> String {
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
        parts.extend(text.answer(draft, yidi_core::case::Field::Total, model.today));
    }
    if with_person {
        parts.push(person(model, text));
    }
    let room = usize::from(cells).saturating_sub(2);
    let mut line = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let longer = if line.is_empty() { part } else { format!("{line}  {part}") };
        if width(&longer) > room {
            let more = format!("{line} {}", theme.glyphs.more);
            return if width(&more) > room { line } else { more };
        }
        line = longer;
    }
    line
}
