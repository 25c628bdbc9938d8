//! Saving a case: a note may be added.

use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::Action;
use super::super::body::{Body, Caret};
use super::super::effect::ScreenEffect;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::words::width::width;

/// The note that is being written.
#[derive(Clone, Debug)]
pub(in crate::screen) struct Save(Input);

impl Save {
    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::Continue => return OverlayOutcome::Ends(ScreenEffect::Save(self.note().to_owned())),
            Action::Edit(request) => self.edit(request),
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// Over the note as it was.
    pub(in crate::screen) fn new(note: &str) -> Self {
        Self(Input::new(note.to_owned()))
    }

    /// Changes the note.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        super::super::input::edit(&mut self.0, request);
    }

    /// The note.
    pub(in crate::screen) fn note(&self) -> &str {
        self.0.value()
    }
}

/// Draws the note.
pub(in crate::screen) fn draw(save: &Save, pen: Pen<'_>) -> Body {
    let Pen { text, theme, .. } = pen;
    let mut body = Body::default();
    let label = format!(" {}  ", text.save_note());
    body.caret = Some(Caret { column: width(&label) + save.0.visual_cursor(), line: 0 });
    body.lines.push(Line::from(vec![
        Span::styled(label, theme.style(Meaning::Title)),
        Span::styled(save.note().to_owned(), theme.style(Meaning::Input)),
    ]));
    body.lines.push(Line::styled(format!("   {}", text.save_hint()), theme.style(Meaning::Muted)));
    body
}
