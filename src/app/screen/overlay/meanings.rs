//! What the words mean: the highlighted one in a sentence, with what it comes to in
//! this case.

use ratatui::text::Line;

use super::super::bindings::Action;
use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::Outcome;
use crate::words::Concept;
use crate::words::width::wrap;
use yidi_core::estimate::Estimate;

/// Rows that a page key moves by.
const PAGE: usize = 8;

/// The list of words.
#[derive(Clone, Copy, Debug)]
pub(in crate::screen) struct Meanings {
    row: usize,
}

impl Meanings {
    /// The list, at a word.
    pub(in crate::screen) fn at(concept: Concept) -> Self {
        Self { row: Concept::ALL.iter().position(|one| *one == concept).unwrap_or_default() }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> Outcome {
        let rows = Concept::ALL.len();
        self.row = match action {
            Action::Down => (self.row + 1) % rows,
            Action::Up => (self.row + rows - 1) % rows,
            Action::PageDown => (self.row + PAGE).min(rows - 1),
            Action::PageUp => self.row.saturating_sub(PAGE),
            Action::First => 0,
            Action::Last => rows - 1,
            _ => self.row,
        };
        Outcome::Stays
    }

    /// Highlights a row that was clicked.
    pub(super) fn pick_row(&mut self, row: usize) {
        self.row = row.min(Concept::ALL.len() - 1);
    }
}

/// Draws the list.
pub(super) fn draw(meanings: Meanings, estimate: Option<&Estimate>, pen: Pen<'_>) -> Body {
    let Pen { text, theme, .. } = pen;
    let mut body = Body::default();
    body.head.push(Line::styled(format!(" {}", text.words_title()), theme.style(Meaning::Title)));
    body.head.push(Line::default());
    for (row, concept) in Concept::ALL.into_iter().enumerate() {
        let here = row == meanings.row;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let mark = if here { " > " } else { "   " };
        let mut lines = vec![Line::styled(format!("{mark}{}", text.concept(concept)), style)];
        if here {
            lines.extend(said(concept, estimate, 5, pen));
        }
        body.row(row, here, lines);
    }
    body.position = Some((meanings.row + 1, Concept::ALL.len()));
    body
}

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
