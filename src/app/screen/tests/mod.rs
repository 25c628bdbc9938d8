//! Walks through the model in memory: keys in, screen out. `⏎` is Enter, `⇥`
//! Tab, `⎋` Esc, `↓` and `↑` the arrows, `␣` the space bar, `②` F2; a blank only parts words.

use jiff::civil::date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

mod express;
mod language;
mod mouse;
mod offer;
mod print;
mod random;
mod result;
mod screens;
mod seen;
mod slip;
mod steps;
mod year;

use super::context::ScreenContext;
use super::drawn::Drawn;
use super::effect::ScreenEffect;
use super::event::{make_visible, update};
use super::model::Model;
use super::picture::key_of;
use super::theme::{Palette, Theme};
use super::update::reworded;
use super::view;
use crate::words::width::width;
use crate::words::{Lang, Text};
use yidi_core::policy::Book;

const PLAIN: &str = "as⏎ bj⏎ 1 3 5w⏎ ⏎";

/// 鞍山 → 北京, in work, tier 3, filed, 30 000 yuan, all of it eligible: the
/// fund pays (30 000 − 2 000) × 60 % = 16 800, the person 13 200.
const EXACT: &str = "as⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎";

struct Walk {
    model: Model,
    book: Book,
    text: Text,
    left: bool,
    drawn: Drawn,
}

fn key(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

impl Walk {
    fn new(size: (u16, u16)) -> Self {
        Self::speaking(Lang::Zh, size)
    }

    fn speaking(lang: Lang, size: (u16, u16)) -> Self {
        let mut model = Model::new(size, date(2026, 11, 22));
        let (book, text) = (Book::embedded().unwrap(), Text::new(lang));
        make_visible(&mut model, &ScreenContext { book: &book, text: &text });
        Self { model, book, text, left: false, drawn: Drawn::default() }
    }

    fn event(&mut self, event: &Event) {
        let world = ScreenContext { book: &self.book, text: &self.text };
        match update(&mut self.model, &world, &mut self.drawn, event) {
            Some(ScreenEffect::Leave) => self.left = true,
            Some(ScreenEffect::Language) => {
                self.text = Text::new(self.text.lang().other());
                let world = ScreenContext { book: &self.book, text: &self.text };
                reworded(&mut self.model, &world);
            }
            _ => {}
        }
    }

    fn keys(mut self, script: &str) -> Self {
        for code in script.chars().filter_map(key_of) {
            self.event(&key(code));
        }
        self
    }

    fn ctrl_c(mut self) -> Self {
        self.event(&Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)));
        self
    }

    /// Draws a frame: the next event knows what it was.
    fn draw(&mut self) {
        let (columns, rows) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let theme = Theme::new(Palette::Dark, false);
        terminal.draw(|frame| self.drawn = view::draw(frame, &self.model, &self.text, &theme)).unwrap();
    }

    fn screen(&self) -> String {
        self.screen_in(false)
    }

    /// The screen as a terminal shows it that has no line glyphs, or that has them.
    fn screen_in(&self, ascii: bool) -> String {
        let mut terminal = self.terminal(Palette::Dark, ascii);
        let caret = terminal.get_cursor_position().unwrap();
        format!("{}caret {},{}\n", lines(terminal.backend().buffer()), caret.x, caret.y)
    }

    /// What is drawn, with its colours.
    fn buffer(&self, palette: Palette, ascii: bool) -> Buffer {
        self.terminal(palette, ascii).backend().buffer().clone()
    }

    fn terminal(&self, palette: Palette, ascii: bool) -> Terminal<TestBackend> {
        let (columns, rows) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let theme = Theme::new(palette, ascii);
        terminal.draw(|frame| _ = view::draw(frame, &self.model, &self.text, &theme)).unwrap();
        terminal
    }
}

/// The buffer as a reader sees it: the second cell of a wide character is not there.
fn lines(buffer: &Buffer) -> String {
    let mut out = String::new();
    for row in 0..buffer.area.height {
        let mut line = String::new();
        let mut column = 0;
        while column < buffer.area.width {
            let symbol = buffer[(column, row)].symbol();
            line.push_str(symbol);
            column += u16::try_from(width(symbol).max(1)).unwrap();
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
