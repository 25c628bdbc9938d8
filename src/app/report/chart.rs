//! A curve drawn with characters: for the screen and for text.

use yidi_core::estimate::Curve;
use yidi_core::num::{Money, Span};

/// What a character of a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The frame and its numbers.
    Frame,
    /// What the person pays.
    Main,
    /// What the person pays with the other answer about filing.
    Other,
    /// The bill that is looked at.
    Cursor,
}

/// How a curve is drawn.
#[derive(Clone, Copy, Debug)]
pub struct ChartForm {
    /// Cells across and down, numbers and frame among them.
    pub cells: usize,
    /// Rows.
    pub rows: usize,
    /// With ASCII alone.
    pub ascii: bool,
    /// The point that is looked at, by its place.
    pub cursor: Option<usize>,
}

/// A row of a drawing.
pub(super) type ChartRow = Vec<(char, Ink)>;

/// Rows below the lines: the frame, the marks, the bills.
const BELOW: usize = 3;

/// Draws a curve; `amount` writes the numbers at the frame.
pub fn chart(curve: &Curve, form: ChartForm, amount: impl Fn(Money) -> String) -> Vec<ChartRow> {
    let highest = round_above(curve.highest());
    let plot_rows = form.rows.saturating_sub(BELOW).max(2);
    let ticks: Vec<(usize, String)> =
        ticks(plot_rows).map(|(row, at, of)| (row, amount(part(highest, at, of)))).collect();
    let width = |words: &str| crate::words::width::width(words);
    let label = ticks.iter().map(|(_, words)| width(words)).max().unwrap_or_default() + 1;
    let plot_cells = form.cells.saturating_sub(label + 2).max(10);
    let plot = Plot { curve, highest, cells: plot_cells, rows: plot_rows, ascii: form.ascii };
    let (corner, side, floor) = if form.ascii { ('+', '|', '-') } else { ('└', '│', '─') };
    let mut rows = Vec::new();
    for (row, cells) in plot.drawn(form.cursor).into_iter().enumerate() {
        let words = ticks.iter().find(|(at, _)| *at == row).map_or("", |(_, words)| words);
        let mut line = framed(&crate::words::width::pad_left(words, label));
        line.push((' ', Ink::Frame));
        line.push((side, Ink::Frame));
        line.extend(cells);
        rows.push(line);
    }
    let mut frame = framed(&" ".repeat(label + 1));
    frame.push((corner, Ink::Frame));
    frame.extend(std::iter::repeat_n((floor, Ink::Frame), plot_cells));
    rows.push(frame);
    rows.push(below(
        label,
        plot_cells,
        curve.marks.iter().enumerate().map(|(at, mark)| (plot.column(mark.from), (at + 1).to_string())),
    ));
    let bills = (0..=4).map(|at| {
        let total = part(curve.most(), at, 4);
        (plot.column(total), amount(total))
    });
    rows.push(below(label, plot_cells, bills));
    rows
}

/// The next round amount whose quarters are round as well.
pub fn round_above(amount: Money) -> Money {
    const STEPS: [i64; 9] = [10, 12, 16, 20, 24, 32, 40, 60, 80];
    let tens = (0..8).map(|power| 10_i64.pow(power));
    let mut all = tens.flat_map(|ten| STEPS.map(|step| Money::from_yuan(step * ten)));
    all.find(|round| *round >= amount).unwrap_or(amount)
}

fn framed(words: &str) -> ChartRow {
    words.chars().map(|c| (c, Ink::Frame)).collect()
}

/// Rows that have a number at the frame, each with its part of the highest: quarters,
/// or halves where there is little room. A row is the nearest to its part.
fn ticks(rows: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    let of = if rows >= 9 { 4 } else { 2 };
    (0..=of).map(move |at| (((rows - 1) * (of - at) + of / 2) / of, at, of))
}

/// So many parts of so many of an amount.
fn part(amount: Money, at: usize, of: usize) -> Money {
    let (at, of) = (i64::try_from(at).unwrap_or(0), i64::try_from(of.max(1)).unwrap_or(1));
    Money::from_fen(amount.fen() / of * at + amount.fen() % of * at / of)
}

/// Words under the frame, each below its column; what would touch the one before is
/// left out.
fn below(label: usize, cells: usize, words: impl Iterator<Item = (usize, String)>) -> ChartRow {
    let width = |words: &str| crate::words::width::width(words);
    let mut line = " ".repeat(label + 2);
    let end = label + 2 + cells;
    for (column, words) in words {
        let needed = width(&words);
        let wanted = (label + 2 + column).saturating_sub((needed - 1) / 2).min(end.saturating_sub(needed));
        let used = width(&line);
        if wanted > used || used == label + 2 && wanted == used {
            line.push_str(&" ".repeat(wanted - used));
            line.push_str(&words);
        }
    }
    framed(&line)
}

/// The lines of a curve over cells.
struct Plot<'c> {
    curve: &'c Curve,
    highest: Money,
    cells: usize,
    rows: usize,
    ascii: bool,
}

/// Dots of a cell, across and down: those of a Braille character.
const DOTS: (usize, usize) = (2, 4);

impl Plot<'_> {
    /// The column of a bill.
    fn column(&self, total: Money) -> usize {
        scaled(total, self.curve.most(), self.cells - 1)
    }

    fn dots(&self) -> (usize, usize) {
        if self.ascii { (self.cells, self.rows) } else { (self.cells * DOTS.0, self.rows * DOTS.1) }
    }

    fn drawn(&self, cursor: Option<usize>) -> Vec<ChartRow> {
        let (wide, high) = self.dots();
        let mut canvas = Canvas::new(wide, high);
        let height = |money: Money| scaled(money, self.highest, high - 1);
        let mut before: Option<[Span<usize>; 2]> = None;
        for column in 0..wide {
            let total = part(self.curve.most(), column, wide - 1);
            let (main, other) = self.at(total);
            let ends = [main.low(), main.high()].map(height);
            for dot in ends[0]..=ends[1] {
                // What is not certain lies light between both lines.
                if (column + dot) % 4 == 0 {
                    canvas.set(column, dot, DotLayer::Between);
                }
            }
            let other = other.map(|other| [other.low(), other.high()].map(height));
            for dot in other.into_iter().flatten() {
                // Dotted: told from the other without colour.
                if column % 4 < 2 {
                    canvas.set(column, dot, DotLayer::Other);
                }
            }
            let now = ends.map(Span::exact);
            for (line, previous) in now.iter().zip(before.unwrap_or(now)) {
                let from = if previous.low() < line.low() { previous.low() + 1 } else { line.low() };
                for dot in from.min(line.low())..=line.low() {
                    canvas.set(column, dot, DotLayer::Main);
                }
            }
            before = Some(now);
        }
        let cursor = cursor.and_then(|at| self.curve.points.get(at)).map(|point| self.column(point.total));
        (0..self.rows).map(|row| self.row(&canvas, row, cursor)).collect()
    }

    fn row(&self, canvas: &Canvas, row: usize, cursor: Option<usize>) -> ChartRow {
        let line = if self.ascii { '|' } else { '│' };
        (0..self.cells)
            .map(|column| {
                let cell = if self.ascii { canvas.sign(column, row) } else { canvas.braille(column, row) };
                match (cell, cursor == Some(column)) {
                    (Some((sign, _)), true) => (sign, Ink::Cursor),
                    (None, true) => (line, Ink::Cursor),
                    (Some(cell), false) => cell,
                    (None, false) => (' ', Ink::Frame),
                }
            })
            .collect()
    }

    /// What the person pays at a bill, straight between the points of the ladder.
    fn at(&self, total: Money) -> (Span<Money>, Option<Span<Money>>) {
        let points = &self.curve.points;
        let after = points.partition_point(|point| point.total < total).min(points.len() - 1);
        let (one, next) = (&points[after.saturating_sub(1)], &points[after]);
        let between = |one: Money, next_end: Money, from: Money, to: Money| {
            let (length, gone) = (i128::from((to - from).fen()), i128::from((total - from).fen()));
            if length == 0 {
                return next_end;
            }
            let more = i128::from((next_end - one).fen()) * gone / length;
            Money::from_fen(one.fen() + i64::try_from(more).unwrap_or(0))
        };
        let span = |a: Span<Money>, b: Span<Money>| {
            let end = |a, b| between(a, b, one.total, next.total);
            Span::between(end(a.low(), b.low()), end(a.high(), b.high()))
        };
        let other = one.other.zip(next.other).map(|(a, b)| span(a, b));
        (span(one.personal(), next.personal()), other)
    }
}

/// An amount as so many of the places from 0 to `last`, rounded.
fn scaled(amount: Money, all: Money, last: usize) -> usize {
    let (amount, all) = (i128::from(amount.fen()), i128::from(all.fen().max(1)));
    let last_wide = i128::try_from(last).unwrap_or(0);
    usize::try_from((amount * last_wide + all / 2) / all).unwrap_or(0).min(last)
}

/// What a dot is of; the later covers the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum DotLayer {
    Between,
    Other,
    Main,
}

/// Dots, counted from the left and from below.
struct Canvas {
    wide: usize,
    high: usize,
    dots: Vec<Option<DotLayer>>,
}

impl Canvas {
    fn new(wide: usize, high: usize) -> Self {
        Self { wide, high, dots: vec![None; wide * high] }
    }

    fn set(&mut self, column: usize, up: usize, layer: DotLayer) {
        if column < self.wide && up < self.high {
            let dot = &mut self.dots[(self.high - 1 - up) * self.wide + column];
            *dot = (*dot).max(Some(layer));
        }
    }

    /// A cell as a sign.
    fn sign(&self, column: usize, row: usize) -> Option<(char, Ink)> {
        let layer = self.dots[row * self.wide + column]?;
        Some(match layer {
            DotLayer::Between => ('.', Ink::Main),
            DotLayer::Other => ('+', Ink::Other),
            DotLayer::Main => ('#', Ink::Main),
        })
    }

    /// A cell as a Braille character.
    fn braille(&self, column: usize, row: usize) -> Option<(char, Ink)> {
        // The bits of the dots of a cell, row by row (Unicode, Braille Patterns).
        const BITS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
        let (mut bits, mut most) = (0, None);
        for (down, pair) in BITS.iter().enumerate() {
            for (across, bit) in pair.iter().enumerate() {
                let dot = self.dots[(row * DOTS.1 + down) * self.wide + column * DOTS.0 + across];
                if dot.is_some() {
                    bits |= bit;
                }
                most = most.max(dot);
            }
        }
        let ink = if most? == DotLayer::Other { Ink::Other } else { Ink::Main };
        char::from_u32(0x2800 + bits).map(|sign| (sign, ink))
    }
}
