//! Every key that works here, from the one table.

use ratatui::text::{Line, Span};

use super::super::bindings::{Action, Context};
use super::super::body::{Body, Caret};
use super::super::pen::Pen;
use super::super::table::bindings;
use super::super::theme::Meaning;
use crate::words::Text;
use crate::words::width::{pad_right, width};

/// Keys that do the same, in one row.
struct KeyRow {
    keys: String,
    word: String,
    does: Action,
}

/// Whose keys are shown: of a place, all or what the public may do.
#[derive(Clone, Copy, Debug)]
pub(in crate::screen) struct HelpOf {
    pub(in crate::screen) context: Context,
    pub(in crate::screen) is_locked: bool,
}

fn rows(HelpOf { context, is_locked }: HelpOf, text: &Text) -> Vec<KeyRow> {
    let mut rows: Vec<KeyRow> = Vec::new();
    for binding in bindings(is_locked).filter(|binding| binding.when.contains(context)) {
        let word = (binding.word)(text);
        match rows.iter_mut().find(|row| row.word == word) {
            Some(row) => {
                row.keys.push(' ');
                row.keys.push_str(binding.shown);
            }
            None => rows.push(KeyRow { keys: binding.shown.to_owned(), word, does: binding.does }),
        }
    }
    rows
}

/// How many rows there are.
pub(in crate::screen) fn count(help: HelpOf, text: &Text) -> usize {
    rows(help, text).len()
}

/// The row that a key leads to; nothing where it closes the help.
pub(in crate::screen) fn moved(rows: usize, row: usize, action: Action, page: usize) -> Option<usize> {
    let last = rows.checked_sub(1)?;
    match action {
        Action::Down => Some((row + 1) % rows),
        Action::Up => Some((row + last) % rows),
        Action::PageDown => Some((row + page).min(last)),
        Action::PageUp => Some(row.saturating_sub(page)),
        _ => None,
    }
}

/// What a row does; nothing where that takes a key of its own, as typing does.
pub(in crate::screen) fn action_of(help: HelpOf, row: usize, text: &Text) -> Option<Action> {
    let does = rows(help, text).get(row)?.does;
    (!matches!(does, Action::Edit(_) | Action::Label(_) | Action::Help)).then_some(does)
}

/// Draws the list, in two columns where there is room.
pub(in crate::screen) fn draw(help: HelpOf, here: usize, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    body.head.push(Line::styled(format!(" {}", text.help_title()), theme.style(Meaning::Title)));
    body.head.push(Line::default());
    let rows = rows(help, text);
    let keys = rows.iter().map(|row| width(&row.keys)).max().unwrap_or_default() + 2;
    let words = rows.iter().map(|row| width(&row.word)).max().unwrap_or_default() + 2;
    let columns = if cells > 2 * (keys + words + 3) { 2 } else { 1 };
    let down = rows.len().div_ceil(columns);
    for line in 0..down {
        let mut spans = Vec::new();
        for (at, row) in rows.iter().enumerate().skip(line).step_by(down.max(1)) {
            let style = theme.style(if at == here { Meaning::Focus } else { Meaning::Plain });
            if at == here {
                let column = spans.iter().map(|span: &Span<'_>| width(&span.content)).sum::<usize>() + 1;
                body.caret = Some(Caret { column, line: body.lines.len() });
                body.focus = Some(line..line + 1);
            }
            spans.push(Span::styled(if at == here { " > " } else { "   " }, style));
            spans.push(Span::styled(pad_right(&row.keys, keys), theme.style(Meaning::Key)));
            spans.push(Span::styled(row.word.clone(), style));
            spans.push(Span::raw(" ".repeat(words.saturating_sub(width(&row.word)))));
        }
        body.lines.push(Line::from(spans));
    }
    body.position = Some((here + 1, rows.len()));
    body
}
