//! A whole case typed in one line; what was understood is shown while typing.

use jiff::civil::Date;
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::super::bindings::Action;
use super::super::body::{Body, Caret};
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::outcome::OverlayOutcome;
use crate::words::width::{visible, wrap};
use yidi_core::answers::{Draft, Express, express_usually_from};
use yidi_core::case::Field;
use yidi_core::places::Place;

/// The line and what it says.
#[derive(Clone, Debug)]
pub(in crate::screen) struct ExpressLine {
    input: Input,
    /// The answers the line is read over.
    base: Draft,
    /// Where most people are insured.
    usual: Option<Place>,
    /// Enter was pressed although not everything was understood.
    warned: bool,
}

impl ExpressLine {
    /// Takes a key.
    pub(super) fn act(&mut self, action: Action) -> OverlayOutcome {
        match action {
            Action::Edit(request) => self.edit(request),
            Action::Continue => {
                if let Some(read) = self.take() {
                    return OverlayOutcome::Arrives(Box::new(read.draft), read.missing.first().copied());
                }
            }
            _ => {}
        }
        OverlayOutcome::Stays
    }

    /// An empty line over these answers.
    pub(in crate::screen) fn new(base: &Draft, usual: Option<Place>) -> Self {
        Self { input: Input::default(), base: base.clone(), usual, warned: false }
    }

    /// Changes what is typed.
    pub(in crate::screen) fn edit(&mut self, request: InputRequest) {
        let changed = super::super::input::edit(&mut self.input, request);
        self.warned &= !changed;
    }

    /// What the line says. Read once a frame, not with every key: a paste is one
    /// line, however long.
    fn read(&self) -> Express {
        let line = self.input.value();
        let names_area = |read: &Express| read.understood.iter().any(|chip| chip.field == Field::Insured);
        let read = express_usually_from(line, &self.base, self.usual);
        // A line that names where somebody is insured is about somebody new.
        if names_area(&read) { express_usually_from(line, &Draft::default(), self.usual) } else { read }
    }

    /// The answers with the line's; not at once where a word was not understood.
    pub(in crate::screen) fn take(&mut self) -> Option<Express> {
        let read = self.read();
        let clear = read.unknown.is_empty() && read.doubtful.is_empty();
        if self.input.value().trim().is_empty() || !clear && !self.warned {
            self.warned = !clear;
            return None;
        }
        Some(read)
    }
}

/// Draws the line and below it what it says.
pub(in crate::screen) fn draw(line: &ExpressLine, pen: Pen<'_>, today: Date) -> Body {
    let Pen { text, theme, cells } = pen;
    let mut body = Body::default();
    let room = cells.saturating_sub(5);
    body.lines.push(Line::styled(format!(" {}", text.express_title()), theme.style(Meaning::Title)));
    body.lines.push(Line::default());
    let scroll = line.input.visual_scroll(room);
    let shown = visible(line.input.value(), scroll, room);
    body.lines.push(Line::from(vec![
        Span::styled(" > ", theme.style(Meaning::Key)),
        Span::styled(shown, theme.style(Meaning::Input)),
    ]));
    body.caret = Some(Caret { column: 3 + line.input.visual_cursor().saturating_sub(scroll), line: 2 });
    body.lines.push(Line::default());
    let mut say = |words: String, meaning: Meaning| {
        for part in wrap(&words, cells.saturating_sub(3), 0) {
            body.lines.push(Line::styled(format!("   {part}"), theme.style(meaning)));
        }
    };
    let read = &line.read();
    if line.input.value().trim().is_empty() {
        say(text.express_hint(), Meaning::Muted);
        return body;
    }
    for chip in &read.understood {
        let answer = text.answer(&read.draft, chip.field, today);
        let name = text.field(chip.field);
        say(text.express_answer(name, answer.unwrap_or_else(|| chip.words.clone())), Meaning::Fund);
    }
    for assumed in &read.assumed {
        say(text.assumed(assumed), Meaning::Plain);
    }
    for doubt in &read.doubtful {
        say(text.doubt(doubt), Meaning::Warning);
    }
    for unknown in &read.unknown {
        say(text.unknown_word(unknown), Meaning::Warning);
    }
    if !read.missing.is_empty() {
        let names = text.list(read.missing.iter().map(|field| text.field(*field)));
        say(text.express_missing(names), Meaning::Plain);
    }
    if line.warned {
        say(text.express_again(), Meaning::Warning);
    }
    body
}
