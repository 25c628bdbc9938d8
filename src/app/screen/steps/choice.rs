//! Steps 3 and 4: a short list, picked by digit or highlighted row.

use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::width::wrap;
use yidi_core::policy::{Status, Tier};

/// A row of a short list: the digit that picks it, and its name.
struct ChoiceRow {
    digit: usize,
    name: String,
    hint: String,
}

/// Draws the list of statuses.
pub(in crate::screen) fn draw_status(row: usize, pen: Pen<'_>) -> Body {
    let Pen { text, .. } = pen;
    let rows = Status::ALL.into_iter().enumerate().map(|(at, status)| ChoiceRow {
        digit: at + 1,
        name: text.status(status),
        hint: text.status_hint(status),
    });
    draw(rows.collect(), row, pen)
}

/// Draws the list of tiers: the digit is the tier.
pub(in crate::screen) fn draw_tier(row: usize, pen: Pen<'_>) -> Body {
    let Pen { text, .. } = pen;
    let rows = Tier::ALL.into_iter().enumerate().map(|(at, tier)| ChoiceRow {
        digit: Tier::ALL.len() - 1 - at,
        name: text.tier(tier),
        hint: text.tier_hint(tier),
    });
    draw(rows.collect(), row, pen)
}

fn draw(rows: Vec<ChoiceRow>, chosen: usize, pen: Pen<'_>) -> Body {
    let Pen { theme, cells, .. } = pen;
    let mut body = Body::default();
    for (at, row) in rows.into_iter().enumerate() {
        let here = at == chosen;
        let mark = if here { " > " } else { "   " };
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let mut lines = vec![Line::from(vec![
            Span::styled(mark, style),
            Span::styled(format!("{} ", row.digit), theme.style(Meaning::Key)),
            Span::styled(format!(" {} ", row.name), style),
        ])];
        for part in wrap(&row.hint, cells.saturating_sub(8), 0) {
            lines.push(Line::styled(format!("      {part}"), theme.style(Meaning::Muted)));
        }
        body.row(at, here, lines);
    }
    body
}
