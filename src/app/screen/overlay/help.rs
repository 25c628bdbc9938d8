//! Every key that works here, from the one table.

use ratatui::text::{Line, Span};

use super::super::bindings::Context;
use super::super::body::Body;
use super::super::pen::Pen;
use super::super::table::bindings;
use super::super::theme::Meaning;
use crate::words::Text;
use crate::words::width::{pad_right, width};

/// Keys that do the same, in one row.
struct KeyRow {
    keys: String,
    word: String,
}

fn rows(context: Context, is_locked: bool, text: &Text) -> Vec<KeyRow> {
    let mut rows: Vec<KeyRow> = Vec::new();
    for binding in bindings(is_locked).filter(|binding| binding.when.contains(context)) {
        let word = (binding.word)(text);
        match rows.iter_mut().find(|row| row.word == word) {
            Some(row) => {
                row.keys.push(' ');
                row.keys.push_str(binding.shown);
            }
            None => rows.push(KeyRow { keys: binding.shown.to_owned(), word }),
        }
    }
    rows
}

/// Draws the list, in two columns where there is room.
pub(in crate::screen) fn draw(context: Context, is_locked: bool, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    body.lines.push(Line::styled(format!(" {}", text.help_title()), theme.style(Meaning::Title)));
    body.lines.push(Line::default());
    let rows = rows(context, is_locked, text);
    let keys = rows.iter().map(|row| width(&row.keys)).max().unwrap_or_default() + 2;
    let words = rows.iter().map(|row| width(&row.word)).max().unwrap_or_default() + 2;
    let columns = if cells > 2 * (keys + words) + 3 { 2 } else { 1 };
    let down = rows.len().div_ceil(columns);
    for line in 0..down {
        let mut spans = vec![Span::raw("   ")];
        for row in rows.iter().skip(line).step_by(down.max(1)) {
            spans.push(Span::styled(pad_right(&row.keys, keys), theme.style(Meaning::Key)));
            spans.push(Span::raw(pad_right(&row.word, words)));
        }
        body.lines.push(Line::from(spans));
    }
    body.lines.push(Line::default());
    body.lines.push(Line::raw(format!(" {}", text.help_close())));
    body
}
