//! What a word means, in a sentence, with what it comes to in a case.

use ratatui::text::Line;

use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::Concept;
use crate::words::width::wrap;
use yidi_core::estimate::Estimate;

/// What a word means, and what it comes to in a case.
pub(in crate::screen) fn said(
    concept: Concept,
    estimate: Option<&Estimate>,
    indent: usize,
    pen: Pen<'_>,
) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let here = estimate.and_then(|estimate| text.concept_here(concept, estimate));
    let sentences = std::iter::once((text.concept_means(concept), Meaning::Plain));
    let sentences = sentences.chain(here.map(|here| (here, Meaning::Input)));
    let margin = " ".repeat(indent);
    let line = |(words, meaning): (String, Meaning)| {
        let parts = wrap(&words, cells.saturating_sub(indent + 1), 0);
        let styled = |part| Line::styled(format!("{margin}{part}"), theme.style(meaning));
        parts.into_iter().map(styled).collect::<Vec<_>>()
    };
    sentences.flat_map(line).collect()
}
