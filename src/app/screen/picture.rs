//! A picture of the screen after some keys, as a drawing for documents.
//!
//! The real model and the real view: a picture cannot show what the program
//! does not.

use std::fmt::Write as _;

use jiff::civil::Date;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Color, Modifier};

use super::context::ScreenContext;
use super::drawn::Drawn;
use super::event::{make_visible, update};
use super::model::Model;
use super::sweep::sweep;
use super::theme::{Palette, Theme, rgb};
use super::view;
use crate::words::Text;
use crate::words::width::width;
use yidi_core::policy::Book;

/// A cell in units of the drawing, and where its base line is.
const CELL: (usize, usize) = (9, 20);
const BASE: usize = 15;
/// Around the screen.
const EDGE: usize = 10;

/// The key of a sign of a script: `⏎` is Enter, `⇥` Tab, `⎋` Esc, `↓` and `↑`
/// the arrows, `␣` the space bar, `②` F2; a blank only parts words.
pub(super) fn key_of(sign: char) -> Option<KeyCode> {
    Some(match sign {
        ' ' => return None,
        '⏎' => KeyCode::Enter,
        '⇥' => KeyCode::Tab,
        '⎋' => KeyCode::Esc,
        '↓' => KeyCode::Down,
        '↑' => KeyCode::Up,
        '→' => KeyCode::Right,
        '⌫' => KeyCode::Backspace,
        '␣' => KeyCode::Char(' '),
        '⇟' => KeyCode::PageDown,
        '⇞' => KeyCode::PageUp,
        '②' => KeyCode::F(2),
        c => KeyCode::Char(c),
    })
}

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct PictureOf<'a> {
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The keys of a script.
    pub keys: &'a str,
    /// The day on which the program runs.
    pub today: Date,
}

/// The screen after some keys, as SVG.
pub fn picture(book: &Book, text: &Text, of: PictureOf<'_>) -> String {
    let PictureOf { size, keys, today } = of;
    let mut model = Model::new(size, today);
    let world = ScreenContext { book, text };
    make_visible(&mut model, &world);
    for code in keys.chars().filter_map(key_of) {
        // What is to be done outside is not done: a picture saves nothing.
        let _ = update(
            &mut model,
            &world,
            &mut Drawn::default(),
            &Event::Key(KeyEvent::new(code, KeyModifiers::NONE)),
        );
    }
    let theme = Theme::new(Palette::Dark, false);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.0, size.1));
    let Ok(_) = terminal.draw(|frame| {
        view::draw(frame, &model, text, &theme);
        sweep(frame.buffer_mut(), false);
    });
    svg(terminal.backend().buffer())
}

fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (wide, high) = (columns * CELL.0 + 2 * EDGE, rows * CELL.1 + 2 * EDGE);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"Sarasa Mono SC, Noto Sans Mono CJK SC, monospace\" font-size=\"16\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#1b1d22\"/>\n"
    );
    for row in 0..buffer.area.height {
        let mut column = 0;
        while column < buffer.area.width {
            let run = LookRun::at(buffer, column, row);
            run.draw(&mut out, usize::from(column), usize::from(row));
            column += u16::try_from(run.cells).unwrap_or(1).max(1);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Cells of one look.
struct LookRun {
    text: String,
    cells: usize,
    ink: String,
    ground: Option<String>,
    bold: bool,
    underlined: bool,
}

impl LookRun {
    fn at(buffer: &Buffer, column: u16, row: u16) -> Self {
        let first = &buffer[(column, row)];
        let (mut text, mut cells) = (String::new(), 0_usize);
        let mut place = column;
        while place < buffer.area.width {
            let cell = &buffer[(place, row)];
            if cell.style() != first.style() {
                break;
            }
            text.push_str(cell.symbol());
            let step = width(cell.symbol()).max(1);
            cells += step;
            place = place.saturating_add(u16::try_from(step).unwrap_or(1));
        }
        let (ink, reversed) = (ink(first.fg), first.modifier.contains(Modifier::REVERSED));
        Self {
            text,
            cells,
            ink: if reversed { "#1b1d22".to_owned() } else { ink.clone() },
            ground: reversed.then_some(ink),
            bold: first.modifier.contains(Modifier::BOLD),
            underlined: first.modifier.contains(Modifier::UNDERLINED),
        }
    }

    fn draw(&self, out: &mut String, column: usize, row: usize) {
        let (x, y) = (EDGE + column * CELL.0, EDGE + row * CELL.1);
        if let Some(ground) = &self.ground {
            let _ = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{ground}\"/>",
                self.cells * CELL.0,
                CELL.1,
            );
        }
        let weight = if self.bold { " font-weight=\"bold\"" } else { "" };
        let line = if self.underlined { " text-decoration=\"underline\"" } else { "" };
        for (before, words) in pieces(&self.text) {
            // Whatever the font: as long as its cells.
            let _ = writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" fill=\"{}\"{weight}{line} textLength=\"{}\" \
                 lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                x + before * CELL.0,
                y + BASE,
                self.ink,
                width(words) * CELL.0,
                words.replace('&', "&amp;").replace('<', "&lt;"),
            );
        }
    }
}

/// The pieces of a text between wide gaps, each with the cells before it: a
/// reader of the drawing may fold spaces.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut before = 0;
    for piece in text.split("  ") {
        let inner = piece.trim_start();
        let words = inner.trim_end();
        if !words.is_empty() {
            pieces.push((before + width(piece) - width(inner), words));
        }
        before += width(piece) + 2;
    }
    pieces
}

fn ink(colour: Color) -> String {
    let [red, green, blue] = rgb(colour).unwrap_or([0xe6; 3]);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_stands_over_its_cells() {
        assert_eq!(pieces(" 异地  结果   x "), [(1, "异地"), (7, "结果"), (14, "x")]);
        assert_eq!(pieces("    "), []);
    }
}
