//! Step 6: every answer on one page, each changed by its number or by going to
//! it; above them the row that shows the result, on which one arrives.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::bindings::label_of;
use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::width::pad_right;
use yidi_core::answers;
use yidi_core::answers::Draft;

/// Draws the page.
pub(in crate::screen) fn draw(draft: &Draft, row: usize, pen: Pen<'_>, today: Date) -> Body {
    const LABEL: usize = 22;
    let Pen { text, theme, .. } = pen;
    let mut body = Body::default();
    let here = row == 0;
    let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
    let mark = if here { " > " } else { "   " };
    body.row(0, here, [Line::styled(format!("{mark}{}", text.key_show_result()), style)]);
    for (at, field) in answers::checked(draft).into_iter().enumerate() {
        let here = at + 1 == row;
        let style = theme.style(if here { Meaning::Focus } else { Meaning::Plain });
        let label = label_of(at).map_or_else(|| "  ".to_owned(), |label| format!("{label} "));
        let shown = text.answer(draft, field, today);
        let (words, meaning) = match shown {
            Some(words) => (words, Meaning::Input),
            None => (text.not_given(), Meaning::Muted),
        };
        let line = Line::from(vec![
            Span::styled(if here { " > " } else { "   " }, style),
            Span::styled(label, theme.style(Meaning::Key)),
            Span::styled(pad_right(&text.field(field), LABEL), style),
            Span::styled(words, theme.style(meaning)),
        ]);
        body.row(at + 1, here, [line]);
    }
    body
}
