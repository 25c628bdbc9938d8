//! The document as pieces of a page: sizes, places, greys.

use super::face::Faces;
use super::page::{SheetFont, SheetMark, SheetPiece, SheetRow};
use super::qr::Code;
use super::{AmountTable, Bar, Bars, Block, Document, Section, SheetTodo, SourceLine};

/// Sizes in points; nothing that must be read is below 11.
const TITLE: f32 = 19.0;
const HEADING: f32 = 13.5;
const AMOUNT: f32 = 15.0;
const BODY: f32 = 11.0;
const FINE: f32 = 9.0;
const BOX: f32 = 11.5;
const INDENT: f32 = 19.0;
/// Side of the code with its margin: two and a half centimetres and more.
const CODE: f32 = 80.0;
/// How dark a share is: fund, supplement, catastrophic, aid, person.
const GREYS: [u8; 5] = [60, 110, 170, 215, 255];

/// What is printed beside what must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Extras {
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
    leading: f32,
    /// Space between pieces, in parts of the usual.
    gaps: f32,
    /// The details of a thing to do follow each other in one paragraph.
    run_in: bool,
    /// What is printed beside what must be.
    extras: Extras,
    /// What follows the table of amounts stands at its right.
    beside: bool,
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
    /// What stands between things that follow each other in a paragraph.
    pub(super) parted: &'a str,
    /// What a line may take.
    pub(super) width: f32,
}

impl Layout<'_> {
    /// The pieces of the whole sheet.
    pub(super) fn pieces(&self, document: &Document) -> Vec<SheetPiece> {
        let mut title = self.words(&document.title, 0.0, SheetFont::bold(TITLE));
        title.extend(self.words(&document.case, 0.0, SheetFont::plain(BODY)));
        let mut pieces = vec![SheetPiece { gap: 0.0, rows: title, leads: false }];
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
        pieces.push(self.foot(document));
        pieces
    }

    /// A text in rows.
    fn words(&self, text: &str, x: f32, font: SheetFont) -> Vec<SheetRow> {
        let height = font.size * self.style.leading;
        let y = f32::midpoint(height, font.size * 0.76);
        let lines = self.faces.wrap(text, (self.width - x) / font.size).into_iter();
        lines.map(|text| SheetRow { height, marks: vec![SheetMark::Words { x, y, font, text }] }).collect()
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
        let mut rows = self.words(text, 0.0, SheetFont::bold(HEADING));
        let rule =
            SheetMark::Rectangle { x: 0.0, y: 0.0, width: self.width, height: 1.2, fill: Some(0), edge: 0.0 };
        rows.push(SheetRow { height: 3.0, marks: vec![rule] });
        SheetPiece { gap: self.gap(9.0), rows, leads: true }
    }

    fn section(&self, pieces: &mut Vec<SheetPiece>, section: &Section) {
        let begin = pieces.len();
        pieces.push(self.heading(&section.heading));
        for block in &section.blocks {
            pieces.push(match block {
                Block::Heading { text } => SheetPiece {
                    gap: self.gap(5.0),
                    rows: self.words(text, 0.0, SheetFont::bold(BODY)),
                    leads: true,
                },
                Block::Paragraph { text } => SheetPiece {
                    rows: self.words(text, 0.0, SheetFont::plain(BODY)),
                    ..SheetPiece::default()
                },
                Block::Amount { text } => SheetPiece {
                    rows: self.words(text, 0.0, SheetFont::bold(AMOUNT)),
                    ..SheetPiece::default()
                },
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

    fn item(&self, text: &str) -> SheetPiece {
        let mut rows = self.words(text, 12.0, SheetFont::plain(BODY));
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
        SheetPiece { rows, ..SheetPiece::default() }
    }

    fn todo(&self, todo: &SheetTodo) -> SheetPiece {
        let mut rows = self.words(&todo.task, INDENT, SheetFont::bold(BODY));
        if let Some(first) = rows.first_mut() {
            let y = (first.height - BOX) / 2.0;
            let fill = None;
            first.marks.push(SheetMark::Rectangle { x: 0.5, y, width: BOX, height: BOX, fill, edge: 1.2 });
            if todo.done {
                let (x, y) = (2.5, y + 2.0);
                let inner = BOX - 4.0;
                let fill = Some(0);
                first.marks.push(SheetMark::Rectangle { x, y, width: inner, height: inner, fill, edge: 0.0 });
            }
        }
        let asides: &[String] = if self.style.has_hints() { &todo.asides } else { &[] };
        let details: Vec<&str> = todo.details.iter().chain(asides).map(String::as_str).collect();
        if self.style.run_in {
            let details = details.join(self.parted);
            if !details.is_empty() {
                rows.extend(self.words(&details, INDENT, SheetFont::plain(BODY)));
            }
        } else {
            let lines = details.into_iter();
            rows.extend(lines.flat_map(|words| self.words(words, INDENT, SheetFont::plain(BODY))));
        }
        SheetPiece { gap: self.gap(3.0), rows, leads: false }
    }

    fn bars(&self, bars: &Bars) -> SheetPiece {
        let label = bars.bars.iter().map(|bar| self.faces.width(&bar.label) * BODY).fold(0.0, f32::max);
        let left = if label > 0.0 { label + 8.0 } else { 0.0 };
        let mut rows: Vec<SheetRow> = bars.bars.iter().map(|bar| self.bar(bar, left)).collect();
        let height = BODY * self.style.leading;
        let y = f32::midpoint(height, BODY * 0.76);
        let (mut x, mut marks) = (left, Vec::new());
        for payer in &bars.legend {
            let fill = Some(GREYS[payer.payer.min(4)]);
            let top = (height - 9.0) / 2.0;
            marks.push(SheetMark::Rectangle { x, y: top, width: 9.0, height: 9.0, fill, edge: 0.8 });
            let text = payer.name.clone();
            let wide = self.faces.width(&text) * BODY;
            marks.push(SheetMark::Words { x: x + 13.0, y, font: SheetFont::plain(BODY), text });
            x += 13.0 + wide + 16.0;
        }
        rows.push(SheetRow { height, marks });
        SheetPiece { gap: self.gap(3.0), rows, leads: true }
    }

    fn bar(&self, bar: &Bar, left: f32) -> SheetRow {
        const HIGH: f32 = 15.0;
        let height = HIGH + 4.0 * self.style.gaps.max(0.5);
        let y = f32::midpoint(HIGH, BODY * 0.76);
        let words = |x, text: String, grey| {
            let font = SheetFont { grey, ..SheetFont::plain(BODY) };
            SheetMark::Words { x, y, font, text }
        };
        let mut marks = vec![words(0.0, bar.label.clone(), 0)];
        let whole = self.width - left;
        let mut before = 0_usize;
        for share in &bar.shares {
            let part = |permille: usize| f32::from(u16::try_from(permille).unwrap_or(1000)) / 1000.0 * whole;
            let (x, width) = (left + part(before), part(share.permille));
            before += share.permille;
            let grey = GREYS[share.payer.min(4)];
            marks.push(SheetMark::Rectangle { x, y: 0.0, width, height: HIGH, fill: Some(grey), edge: 0.8 });
            let wide = self.faces.width(&share.amount) * BODY;
            if wide + 6.0 < width {
                let ink = if grey < 128 { 255 } else { 0 };
                marks.push(words(x + (width - wide) / 2.0, share.amount.clone(), ink));
            }
        }
        SheetRow { height, marks }
    }

    fn table(&self, table: &AmountTable) -> SheetPiece {
        let wide = |text: &String| self.faces.width(text) * BODY;
        let label = table.rows.iter().map(|row| wide(&row.name)).fold(0.0, f32::max);
        let amounts = table.rows.iter().flat_map(|row| &row.amounts).chain(&table.head);
        // Bold strokes are a little wider.
        let column = amounts.map(wide).fold(0.0, f32::max) + 24.0;
        let height = BODY * self.style.leading;
        let y = f32::midpoint(height, BODY * 0.76);
        let right = |place: usize| label + column * f32::from(u8::try_from(place + 1).unwrap_or(1));
        let line = |name: &str, amounts: &[String], bold: bool| {
            let font = SheetFont { bold, ..SheetFont::plain(BODY) };
            let words = |x, text: &str| SheetMark::Words { x, y, font, text: text.to_owned() };
            let mut marks = vec![words(0.0, name)];
            for (place, amount) in amounts.iter().enumerate() {
                marks.push(words(right(place) - wide(amount), amount));
            }
            let columns = amounts.len().saturating_sub(1);
            let rule = SheetMark::Rectangle {
                x: 0.0,
                y: height - 0.4,
                width: right(columns),
                height: 0.4,
                fill: Some(120),
                edge: 0.0,
            };
            marks.push(rule);
            SheetRow { height, marks }
        };
        let mut rows = Vec::new();
        if !table.head.is_empty() {
            rows.push(line("", &table.head, false));
        }
        rows.extend(table.rows.iter().map(|row| line(&row.name, &row.amounts, row.strong)));
        SheetPiece { gap: self.gap(3.0), rows, leads: false }
    }

    /// Sources in small print, the disclaimer, the dates; the code beside them.
    fn foot(&self, document: &Document) -> SheetPiece {
        let code = document.service.as_ref().and_then(|service| Code::of(&service.address));
        let width = if code.is_some() { self.width - CODE - 24.0 } else { self.width };
        let narrow = Layout { width, ..*self };
        let mut piece = narrow.heading(&document.sources_title);
        piece.leads = false;
        let named = |source: &SourceLine| {
            if self.style.has_hints() { source.short.clone() } else { source.title.clone() }
        };
        let sources: Vec<String> = document.sources.iter().map(named).collect();
        piece.rows.extend(narrow.words(&sources.join(self.parted), 0.0, SheetFont::plain(FINE)));
        if self.style.extras == Extras::HintsAndWords && !document.words.is_empty() {
            let words = document.words.join(self.parted);
            piece.rows.extend(narrow.words(&words, 0.0, SheetFont::plain(FINE)));
        }
        piece.rows.push(SheetRow { height: self.gap(5.0), marks: Vec::new() });
        piece.rows.extend(narrow.words(&document.disclaimer, 0.0, SheetFont::bold(BODY)));
        piece.rows.extend(narrow.words(&document.dates, 0.0, SheetFont::plain(FINE)));
        if let Some(service) = &document.service {
            let address = format!("{}{}", service.label, service.address);
            piece.rows.extend(narrow.words(&address, 0.0, SheetFont::plain(FINE)));
        }
        if let (Some(code), Some(service)) = (code, &document.service) {
            let x = self.width - CODE;
            let mut marks = vec![SheetMark::Code { x, y: 2.0, side: CODE, code }];
            let mut high = CODE + 2.0;
            for line in self.faces.wrap(&service.caption, (CODE + 14.0) / FINE) {
                high += FINE * 1.25;
                let x = x + (CODE - self.faces.width(&line) * FINE) / 2.0;
                marks.push(SheetMark::Words { x, y: high, font: SheetFont::plain(FINE), text: line });
            }
            let below = piece.rows.iter().map(|row| row.height).sum::<f32>();
            if let Some(first) = piece.rows.first_mut() {
                first.marks.extend(marks);
            }
            piece.rows.push(SheetRow { height: (high + 3.0 - below).max(0.0), marks: Vec::new() });
        }
        piece
    }
}
