//! The days of a list above it: a strip with every day in its place, and what
//! falls on each.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, sentences, title};
use crate::words::width::{pad_right, width};
use yidi_core::checklist::{Checklist, Event, Moment, next_deadline, timeline};

/// Below this a strip says nothing.
const LEAST_STRIP: usize = 40;

/// The lines of it; none where no day is known.
pub(super) fn lines(
    state: &ResultState,
    checklist: &Checklist,
    today: Date,
    pen: Pen<'_>,
) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let moments = timeline(&state.case, checklist, today);
    let Some((first, last)) = moments.first().zip(moments.last()) else { return Vec::new() };
    let next = next_deadline(&moments, today);
    let look = |one: &Moment| {
        let marks = theme.glyphs.moments;
        match one.event {
            Event::Admission | Event::Discharge => (marks[0], Meaning::Input),
            Event::Today => (marks[1], Meaning::Title),
            Event::Deadline(_) if one.day < today => (marks[2], Meaning::Warning),
            Event::Deadline(_) if Some(one.day) == next.map(|next| next.day) => (marks[3], Meaning::Amount),
            Event::Deadline(_) | Event::SeenElsewhere(_) => (marks[4], Meaning::Plain),
        }
    };
    let mut lines = vec![title(&text.timeline_title(), theme)];
    let room = cells.saturating_sub(2);
    if first.day < last.day && room >= LEAST_STRIP {
        lines.push(strip(&moments, room, look, pen));
    }
    let day = moments.iter().map(|one| width(&text.date(one.day))).max().unwrap_or_default();
    for one in &moments {
        let (mark, meaning) = look(one);
        let words = text.moment(*one, checklist, &state.case, today);
        let margin = day + 6;
        let mut parts = sentences(&words, margin, meaning, pen);
        if let Some(line) = parts.first_mut() {
            let words = line.to_string().trim_start().to_owned();
            *line = Line::from(vec![
                Span::raw(format!("   {} ", pad_right(&text.date(one.day), day))),
                Span::styled(mark, theme.style(meaning)),
                Span::styled(format!(" {words}"), theme.style(meaning)),
            ]);
        }
        lines.extend(parts);
    }
    lines
}

/// Every day in its place between the first and the last.
fn strip(
    moments: &[Moment],
    room: usize,
    look: impl Fn(&Moment) -> (&'static str, Meaning),
    pen: Pen<'_>,
) -> Line<'static> {
    let theme = pen.theme;
    let [first, last] = [moments.first(), moments.last()].map(|one| one.map_or(Date::MIN, |one| one.day));
    let days =
        |from: Date, to: Date| from.until(to).map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0));
    let all = days(first, last).max(1);
    let mut cells = vec![(theme.glyphs.rule, Meaning::Rule); room];
    // Where two fall on one cell, that which presses is seen.
    let weight = |one: &Moment| match one.event {
        Event::Today => 3,
        Event::Deadline(_) => 2,
        _ => 1,
    };
    let mut drawn: Vec<&Moment> = moments.iter().collect();
    drawn.sort_by_key(|one| weight(one));
    for one in drawn {
        let at = days(first, one.day) * (room - 1) / all;
        if let Some(cell) = cells.get_mut(at) {
            *cell = look(one);
        }
    }
    let mut spans = vec![Span::raw(" ")];
    spans.extend(cells.into_iter().map(|(glyph, meaning)| Span::styled(glyph, theme.style(meaning))));
    Line::from(spans)
}
