//! A text that goes to a file: where to.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ratatui::text::{Line, Span};
use tui_input::Input;

use super::super::bindings::Action;
use super::super::body::{Body, Caret};
use super::super::effect::ScreenEffect;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::save::SaveError;
use crate::words::width::{visible, width, wrap};

/// What is to be written, and where.
#[derive(Clone, Debug)]
pub(in crate::screen) struct SaveAs {
    title: String,
    contents: Rc<str>,
    place: Input,
    /// A file of that name is there: another Enter writes over it.
    asks: bool,
    /// Why it was not written, and where to.
    trouble: Option<(PathBuf, Rc<SaveError>)>,
}

impl SaveAs {
    /// A text, what it is, and what its file is usually called.
    pub(in crate::screen) fn new(title: String, contents: &str, name: String) -> Self {
        Self { title, contents: contents.into(), place: Input::new(name), asks: false, trouble: None }
    }

    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::Continue => OverlayOutcome::Does(ScreenEffect::WriteText {
                text: Rc::clone(&self.contents),
                path: PathBuf::from(self.place.value().trim()),
                overwrite: self.asks,
            }),
            Action::Edit(request) => {
                super::super::input::edit(&mut self.place, request);
                (self.asks, self.trouble) = (false, None);
                OverlayOutcome::Stays
            }
            _ => OverlayOutcome::Stays,
        }
    }

    /// It was not written: it stays, and Enter writes over a file that is there.
    pub(in crate::screen) fn failed(&mut self, path: &Path, why: SaveError) {
        self.asks = matches!(why, SaveError::Exists);
        self.trouble = (!self.asks).then(|| (path.to_owned(), Rc::new(why)));
    }
}

/// Draws the line, and below it what is wrong.
pub(super) fn draw(save: &SaveAs, pen: Pen<'_>) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    for part in wrap(&save.title, cells.saturating_sub(2), 0) {
        body.lines.push(Line::styled(format!(" {part}"), theme.style(Meaning::Title)));
    }
    let label = format!(" {}  ", text.print_place());
    let room = cells.saturating_sub(width(&label) + 2).max(1);
    let scroll = save.place.visual_scroll(room);
    let column = width(&label) + save.place.visual_cursor().saturating_sub(scroll);
    body.caret = Some(Caret { column, line: body.lines.len() });
    body.lines.push(Line::from(vec![
        Span::raw(label),
        Span::styled(visible(save.place.value(), scroll, room), theme.style(Meaning::Input)),
    ]));
    let told = match &save.trouble {
        Some((path, trouble)) => trouble.told(text, path),
        None if save.asks => text.print_exists(save.place.value().trim()),
        None => String::new(),
    };
    for part in wrap(&told, cells.saturating_sub(3), 0) {
        body.lines.push(Line::styled(format!("   {part}"), theme.style(Meaning::Warning)));
    }
    body
}
