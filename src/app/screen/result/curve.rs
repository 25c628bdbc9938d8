//! 曲线: what the person pays against the bill, and where something begins. Its rows
//! are the bills of the ladder, moved along from left to right.

use ratatui::text::{Line, Span};

use super::super::body::{Body, Caret};
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, sentences};
use crate::report::{ChartForm, Ink, chart};
use crate::words::Text;
use crate::words::width::width;
use yidi_core::estimate::{Curve, CurvePoint, with_usual_bill};
use yidi_core::num::Money;

/// Bills that can be looked at.
pub(super) fn rows(state: &ResultState) -> usize {
    made(state).map_or(0, |curve| curve.points.len())
}

/// The place of the case's own bill.
pub(super) fn here(state: &ResultState) -> usize {
    made(state).map_or(0, |curve| curve.nearest(with_usual_bill(&state.case).bill.high()))
}

/// The curve, where it is made.
fn made(state: &ResultState) -> Option<&Curve> {
    state.curve.as_ref()?.as_ref().ok()
}

/// The bill that is looked at.
pub(super) fn chosen(state: &ResultState) -> Option<Money> {
    made(state)?.points.get(state.curve_at()).map(|point| point.total)
}

/// The bill that is looked at, with its settlement.
pub(super) fn point(state: &ResultState) -> Option<&CurvePoint> {
    made(state)?.points.get(state.curve_at())
}

/// Draws the view in so many rows.
pub(super) fn draw(state: &ResultState, pen: Pen<'_>, rows: usize) -> Body {
    let Pen { text, .. } = pen;
    let curve = match &state.curve {
        None => return Body::default(),
        Some(Ok(curve)) => curve,
        Some(Err(error)) => {
            let lines = sentences(&text.estimate_error(error), 1, Meaning::Warning, pen);
            return Body { lines, ..Body::default() };
        }
    };
    // Another view moves along another ladder.
    let at = state.curve_at().min(curve.points.len().saturating_sub(1));
    let mut below = Vec::new();
    if let Some(point) = curve.points.get(at) {
        below.extend(
            under_cursor(text, point, curve)
                .iter()
                .flat_map(|words| sentences(words, 1, Meaning::Input, pen)),
        );
    }
    let legend = legend(text, curve, pen);
    below.extend(legend);
    let height = rows.saturating_sub(below.len()).clamp(8, 40);
    let mut lines = picture(curve, Some(at), height, pen);
    let caret = Some(Caret { column: 1, line: lines.len() });
    lines.extend(below);
    Body { lines, caret, position: Some((at + 1, curve.points.len())), ..Body::default() }
}

/// The drawing itself.
fn picture(curve: &Curve, cursor: Option<usize>, rows: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let form = ChartForm { cells: cells.saturating_sub(1), rows, ascii: theme.is_ascii(), cursor };
    let drawn = chart(curve, form, |money| text.compact(money));
    let meaning = |ink: Ink| match ink {
        Ink::Frame => Meaning::Plain,
        Ink::Main => Meaning::You,
        Ink::Other => Meaning::Warning,
        Ink::Cursor => Meaning::Title,
    };
    let line = |row: Vec<(char, Ink)>| {
        let mut spans: Vec<Span<'static>> = Vec::new();
        let mut run = (String::new(), Ink::Frame);
        for (sign, ink) in row {
            if ink != run.1 {
                let (words, ink) = std::mem::replace(&mut run, (String::new(), ink));
                spans.push(Span::styled(words, theme.style(meaning(ink))));
            }
            run.0.push(sign);
        }
        spans.push(Span::styled(run.0, theme.style(meaning(run.1))));
        Line::from(spans)
    };
    drawn.into_iter().map(line).collect()
}

/// The numbers at the bill that is looked at.
fn under_cursor(text: &Text, point: &CurvePoint, curve: &Curve) -> Vec<String> {
    let personal = text.money_span(point.personal());
    let mut said = vec![text.curve_at(text.money(point.total), personal)];
    if let (Some(other), Some(filed)) = (point.other, curve.other) {
        said.push(text.curve_other(filed, text.money_span(other)));
    }
    said
}

/// What the lines are, and the marks with their bills.
fn legend(text: &Text, curve: &Curve, pen: Pen<'_>) -> Vec<Line<'static>> {
    let mut lines = sentences(&text.curve_lines(curve, pen.theme.is_ascii()), 1, Meaning::Muted, pen);
    let marks = curve.marks.iter().enumerate().map(|(at, mark)| text.mark(at + 1, mark));
    // A mark stays on its line.
    let mut packed: Vec<String> = Vec::new();
    for mark in marks {
        match packed.last_mut() {
            Some(line) if width(line) + 2 + width(&mark) < pen.cells => *line = format!("{line}  {mark}"),
            _ => packed.push(mark),
        }
    }
    lines.extend(packed.iter().flat_map(|line| sentences(line, 1, Meaning::Plain, pen)));
    lines
}
