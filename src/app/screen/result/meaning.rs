//! What a word means, in a sentence, with what it comes to in a case.

use ratatui::text::Line;

use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::sentences;
use crate::words::Concept;
use yidi_core::estimate::Estimate;

/// What a word means, and what it comes to in a case.
pub(in crate::screen) fn said(
    concept: Concept,
    estimate: Option<&Estimate>,
    indent: usize,
    pen: Pen<'_>,
) -> Vec<Line<'static>> {
    let text = pen.text;
    let here = estimate.and_then(|estimate| text.concept_here(concept, estimate));
    let said = std::iter::once((text.concept_means(concept), Meaning::Plain));
    let said = said.chain(here.map(|here| (here, Meaning::Input)));
    said.flat_map(|(words, meaning)| sentences(&words, indent, meaning, pen)).collect()
}
