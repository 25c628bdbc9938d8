//! The document as pieces of a page: sizes, places, greys.

mod amounts;
mod curve;
mod foot;
mod summary;

use std::cell::Cell;

use super::face::Faces;
use super::page::{Role, SheetFont, SheetMark, SheetPiece, SheetRow};
use super::{Block, Document, Section, SheetTodo};

/// Sizes in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    title: f32,
    heading: f32,
    amount: f32,
    /// Nothing that must be read is smaller.
    body: f32,
    fine: f32,
    /// The box to tick.
    tick: f32,
    indent: f32,
}

/// For most eyes.
pub(super) const USUAL: Sizes =
    Sizes { title: 19.0, heading: 13.5, amount: 15.0, body: 11.0, fine: 9.0, tick: 11.5, indent: 19.0 };
/// For weak eyes.
pub(super) const LARGE: Sizes =
    Sizes { title: 24.0, heading: 19.0, amount: 20.0, body: 16.0, fine: 11.0, tick: 16.0, indent: 26.0 };

/// What is printed beside what must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Extras {
    /// Nothing.
    None,
    /// What to say and what else to know, and the dates of sources.
    Hints,
    /// These, and what the words mean.
    HintsAndWords,
}

/// How much room things take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// From base line to base line, in parts of the size.
    pub(super) leading: f32,
    /// Space between pieces, in parts of the usual.
    pub(super) gaps: f32,
    /// The details of a thing to do follow each other in one paragraph.
    pub(super) run_in: bool,
    /// What is printed beside what must be.
    pub(super) extras: Extras,
    /// What follows the table of amounts stands at its right.
    pub(super) beside: bool,
}

impl Style {
    /// Whether what to say and what else to know is printed.
    pub(super) fn has_hints(self) -> bool {
        self.extras >= Extras::Hints
    }
}

/// From roomy to dense.
pub(super) const STYLES: [Style; 7] = [
    Style { leading: 1.5, gaps: 1.0, run_in: false, extras: Extras::HintsAndWords, beside: false },
    Style { leading: 1.4, gaps: 0.75, run_in: false, extras: Extras::HintsAndWords, beside: true },
    Style { leading: 1.42, gaps: 0.8, run_in: true, extras: Extras::HintsAndWords, beside: true },
    Style { leading: 1.3, gaps: 0.55, run_in: true, extras: Extras::HintsAndWords, beside: true },
    Style { leading: 1.3, gaps: 0.55, run_in: true, extras: Extras::Hints, beside: true },
    Style { leading: 1.38, gaps: 0.7, run_in: true, extras: Extras::None, beside: true },
    Style { leading: 1.25, gaps: 0.45, run_in: true, extras: Extras::None, beside: true },
];

/// Lays a document out in a style.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a> {
    pub(super) faces: &'a Faces<'a>,
    pub(super) style: Style,
    pub(super) sizes: Sizes,
    /// What stands between things that follow each other in a paragraph.
    pub(super) parted: &'a str,
    /// What a line may take.
    pub(super) width: f32,
    /// The curve has room.
    pub(super) has_curve: bool,
    /// How many blocks there are so far.
    pub(super) blocks: &'a Cell<u32>,
}

impl Layout<'_> {
    /// The pieces of the whole sheet.
    pub(super) fn pieces(&self, document: &Document) -> Vec<SheetPiece> {
        let title = self.words(&document.title, 0.0, SheetFont::bold(self.sizes.title));
        let case = self.words(&document.case, 0.0, SheetFont::plain(self.sizes.body));
        let mut pieces = vec![
            self.told(Role::Title, SheetPiece { gap: 0.0, rows: title, leads: true }),
            self.told(Role::Sentence, SheetPiece { gap: 0.0, rows: case, leads: false }),
        ];
        if !document.summary.lines.is_empty() {
            pieces.push(self.summary(&document.summary));
        }
        let sections: Vec<&Section> = document.notes.iter().chain(&document.sections).collect();
        for (at, section) in sections.iter().enumerate() {
            self.section(&mut pieces, section);
            if self.style.beside
                && section.ends_in_table()
                && let Some(table) = pieces.pop()
            {
                pieces.push(self.side_by_side(table, &sections[at + 1..]));
                break;
            }
        }
        if self.has_curve
            && let Some(curve) = &document.curve
        {
            self.curve(&mut pieces, curve);
        }
        pieces.push(self.foot(document));
        pieces
    }

    /// The piece as the next block that is read.
    fn told(&self, role: Role, piece: SheetPiece) -> SheetPiece {
        self.blocks.set(self.blocks.get() + 1);
        piece.told(role, self.blocks.get())
    }

    /// A text in rows.
    fn words(&self, text: &str, x: f32, font: SheetFont) -> Vec<SheetRow> {
        let height = font.size * self.style.leading;
        let y = f32::midpoint(height, font.size * 0.76);
        let lines = self.faces.wrap(text, (self.width - x) / font.size).into_iter();
        lines.map(|text| SheetRow { height, marks: vec![SheetMark::words(x, y, font, text)] }).collect()
    }

    /// Sections at the right of a table, in one row.
    fn side_by_side(&self, table: SheetPiece, sections: &[&Section]) -> SheetPiece {
        const BETWEEN: f32 = 24.0;
        let edge = |mark: &SheetMark| match mark {
            SheetMark::Rectangle { x, width, .. } => x + width,
            _ => 0.0,
        };
        let left = table.rows.iter().flat_map(|row| &row.marks).map(edge).fold(0.0, f32::max) + BETWEEN;
        let narrow = Layout { width: self.width - left, ..*self };
        let mut right = Vec::new();
        for section in sections {
            narrow.section(&mut right, section);
        }
        let gap = table.gap;
        let (mut one, mut high) = (SheetRow::default(), 0.0);
        for (x, pieces) in [(0.0, vec![table]), (left, right)] {
            let mut y = 0.0;
            for (at, piece) in pieces.into_iter().enumerate() {
                y += if at > 0 { piece.gap } else { 0.0 };
                for row in piece.rows {
                    one.marks.extend(row.marks.into_iter().map(|mark| mark.moved(x, y)));
                    y += row.height;
                }
            }
            high = f32::max(high, y);
        }
        one.height = high;
        SheetPiece { gap, rows: vec![one], leads: false }
    }

    fn gap(&self, points: f32) -> f32 {
        points * self.style.gaps
    }

    fn heading(&self, text: &str) -> SheetPiece {
        let mut rows = self.words(text, 0.0, SheetFont::bold(self.sizes.heading));
        let rule =
            SheetMark::Rectangle { x: 0.0, y: 0.0, width: self.width, height: 1.2, fill: Some(0), edge: 0.0 };
        rows.push(SheetRow { height: 3.0, marks: vec![rule] });
        self.told(Role::Heading, SheetPiece { gap: self.gap(9.0), rows, leads: true })
    }

    fn section(&self, pieces: &mut Vec<SheetPiece>, section: &Section) {
        let begin = pieces.len();
        pieces.push(self.heading(&section.heading));
        for block in &section.blocks {
            pieces.push(match block {
                Block::Heading { text } => {
                    let rows = self.words(text, 0.0, SheetFont::bold(self.sizes.body));
                    self.told(Role::Subheading, SheetPiece { gap: self.gap(5.0), rows, leads: true })
                }
                Block::Paragraph { text } => self.sentence(text, SheetFont::plain(self.sizes.body)),
                Block::Amount { text } => {
                    let amount = self.sentence(text, SheetFont::bold(self.sizes.amount));
                    SheetPiece { leads: true, ..amount }
                }
                Block::Item { text } => self.item(text),
                Block::Todo(todo) => self.todo(todo),
                Block::Bars(bars) => self.bars(bars),
                Block::Table(table) => self.table(table),
            });
        }
        // An amount, its bars and its table are one picture.
        if section.ends_in_table() {
            let last = pieces.len() - 1;
            pieces[begin..last].iter_mut().for_each(|piece| piece.leads = true);
        }
    }

    fn sentence(&self, text: &str, font: SheetFont) -> SheetPiece {
        self.told(Role::Sentence, SheetPiece { rows: self.words(text, 0.0, font), ..SheetPiece::default() })
    }

    fn item(&self, text: &str) -> SheetPiece {
        let mut rows = self.words(text, 12.0, SheetFont::plain(self.sizes.body));
        if let Some(first) = rows.first_mut() {
            let y = first.height / 2.0 - 1.5;
            first.marks.push(SheetMark::Rectangle {
                x: 3.0,
                y,
                width: 3.5,
                height: 3.5,
                fill: Some(0),
                edge: 0.0,
            });
        }
        self.told(Role::Item, SheetPiece { rows, ..SheetPiece::default() })
    }

    fn todo(&self, todo: &SheetTodo) -> SheetPiece {
        let Sizes { body, tick, indent, .. } = self.sizes;
        let mut rows = self.words(&todo.task, indent, SheetFont::bold(body));
        if let Some(first) = rows.first_mut() {
            let y = (first.height - tick) / 2.0;
            let fill = None;
            first.marks.push(SheetMark::Rectangle { x: 0.5, y, width: tick, height: tick, fill, edge: 1.2 });
            if todo.done {
                let (x, y) = (2.5, y + 2.0);
                let inner = tick - 4.0;
                let fill = Some(0);
                first.marks.push(SheetMark::Rectangle { x, y, width: inner, height: inner, fill, edge: 0.0 });
            }
        }
        let asides: &[String] = if self.style.has_hints() { &todo.asides } else { &[] };
        let details: Vec<&str> = todo.details.iter().chain(asides).map(String::as_str).collect();
        if self.style.run_in {
            let details = details.join(self.parted);
            if !details.is_empty() {
                rows.extend(self.words(&details, indent, SheetFont::plain(body)));
            }
        } else {
            let lines = details.into_iter();
            rows.extend(lines.flat_map(|words| self.words(words, indent, SheetFont::plain(body))));
        }
        self.told(Role::Item, SheetPiece { gap: self.gap(3.0), rows, leads: false })
    }
}
