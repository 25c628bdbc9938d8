//! What stands behind a line of the settlement: the arithmetic in words and
//! numbers, its figures with their sources, and what would change it.

use ratatui::text::Line;

use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, grounds, sentences};
use yidi_core::estimate;
use yidi_core::estimate::{Explained, Side, explain};

/// Everything behind one line.
pub(super) fn lines(
    state: &ResultState,
    line: estimate::Line,
    indent: usize,
    pen: Pen<'_>,
) -> Vec<Line<'static>> {
    let Pen { text, .. } = pen;
    let Some(estimate) = state.estimate() else { return Vec::new() };
    let mut lines = Vec::new();
    let ends = [
        (text.best_case(), estimate.low_run(), Side::Best),
        (text.worst_case(), estimate.high_run(), Side::Worst),
    ];
    let found: Vec<(String, Option<Explained>)> = ends
        .into_iter()
        .map(|(name, run, side)| {
            let explained = explain(&estimate.case, run, side).into_iter().find(|one| one.line == line);
            (name, explained)
        })
        .collect();
    let same = found[0].1.as_ref().map(|one| &one.steps) == found[1].1.as_ref().map(|one| &one.steps);
    for (name, explained) in found.iter().take(if same { 1 } else { 2 }) {
        let Some(explained) = explained else { continue };
        for (at, sentence) in text.workings(explained).into_iter().enumerate() {
            let words = if same || at > 0 { sentence } else { text.end_working(name.clone(), sentence) };
            lines.extend(sentences(&words, indent, Meaning::Input, pen));
        }
    }
    if line == estimate::Line::Catastrophic && !estimate.high_run().terms.tilt().is_empty() {
        lines.extend(sentences(&text.note_tilt(), indent, Meaning::Plain, pen));
    }
    let used = |figure| {
        found
            .iter()
            .filter_map(|(_, one)| one.as_ref())
            .any(|one| one.figures.iter().any(|other| other == figure))
    };
    for ground in state.grounds.iter().filter(|ground| used(&ground.figure)) {
        lines.extend(sentences(&text.figure(&ground.figure), indent, Meaning::Plain, pen));
        lines.extend(grounds::details(ground, pen, indent + 2));
    }
    for sentence in text.changing(estimate, line) {
        lines.extend(sentences(&sentence, indent, Meaning::Warning, pen));
    }
    if lines.is_empty() {
        lines.extend(sentences(&text.nothing_behind(), indent, Meaning::Plain, pen));
    }
    lines
}
