//! What the words mean: the highlighted one in a sentence, with what it comes to in
//! this case.

use ratatui::text::Line;

use super::super::bindings::Action;
use super::super::body::Body;
use super::super::pen::Pen;
use super::super::result::meaning::said;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::words::Concept;
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
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
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
        OverlayOutcome::Stays
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
