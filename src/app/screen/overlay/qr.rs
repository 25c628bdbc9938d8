//! The address of the national filing service as a code for the person's telephone.

use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::sheet::qr::Code;
use crate::words::width::wrap;
use yidi_core::policy::Service;

/// Draws the code with the address above it, or says why it cannot.
pub(in crate::screen) fn draw(service: Option<&Service>, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let Some(service) = service else {
        body.lines.push(Line::styled(format!(" {}", text.qr_none()), theme.style(Meaning::Warning)));
        return body;
    };
    let title = format!(" {}  ", text.qr_title());
    let address = Span::styled(service.url.clone(), theme.style(Meaning::Input));
    body.lines.push(Line::from(vec![Span::styled(title, theme.style(Meaning::Title)), address]));
    let code = Code::of(&service.url).filter(|_| !theme.is_ascii());
    let Some(code) = code else {
        for part in wrap(&text.qr_on_paper(), cells.saturating_sub(2), 0) {
            body.lines.push(Line::styled(format!(" {part}"), theme.style(Meaning::Plain)));
        }
        return body;
    };
    // Black on white whatever the theme: telephones read nothing else well.
    let ink = Style::new().fg(Color::Black).bg(Color::White);
    for row in code.half_blocks() {
        body.lines.push(Line::from(vec![Span::raw("  "), Span::styled(row, ink)]));
    }
    body
}
