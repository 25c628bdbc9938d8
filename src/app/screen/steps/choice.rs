//! Steps 3 and 4: a short list, picked by digit or highlighted row.

use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::width::wrap;
use yidi_core::answers;
use yidi_core::case::Field;
use yidi_core::policy::{Status, Tier};

/// Draws the list of statuses.
pub(in crate::screen) fn draw_status(row: usize, pen: Pen<'_>) -> Body {
    let Pen { text, .. } = pen;
    let mut hints: Vec<String> = Status::ALL.map(|status| text.status_hint(status)).into();
    hints.push(text.status_hint_open());
    draw(Field::Status, hints, row, pen)
}

/// Draws the list of tiers: the digit is the tier.
pub(in crate::screen) fn draw_tier(row: usize, pen: Pen<'_>) -> Body {
    let Pen { text, .. } = pen;
    let mut hints: Vec<String> = Tier::ALL.map(|tier| text.tier_hint(tier)).into();
    hints.push(text.tier_hint_open());
    draw(Field::Tier, hints, row, pen)
}

/// Each row: the digit that picks it, its name, and how to tell it.
fn draw(field: Field, hints: Vec<String>, chosen: usize, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    for (at, hint) in hints.into_iter().enumerate() {
        let here = at == chosen;
        let mark = if here { " > " } else { "   " };
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let mut lines = vec![Line::from(vec![
            Span::styled(mark, style),
            Span::styled(format!("{} ", answers::number_of(field, at)), theme.style(Meaning::Key)),
            Span::styled(format!(" {} ", text.option(field, at)), style),
        ])];
        for part in wrap(&hint, cells.saturating_sub(8), 0) {
            lines.push(Line::styled(format!("      {part}"), theme.style(Meaning::Muted)));
        }
        body.row(at, here, lines);
    }
    body
}
