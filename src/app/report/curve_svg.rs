//! A curve as a drawing for documents and paper.

use std::fmt::Write as _;

use super::chart::round_above;
use super::plain::case_line;
use crate::words::Text;
use crate::words::width::width;
use yidi_core::case::Case;
use yidi_core::estimate::{Curve, CurvePoint};
use yidi_core::num::Money;
use yidi_core::policy::Routes;

/// The drawing, and what its lines leave free for numbers: left, top, right, below.
const SIZE: (i64, i64) = (960, 600);
const EDGES: (i64, i64, i64, i64) = (90, 90, 40, 0);
/// A line of words.
const LINE: i64 = 22;
/// Parts of each side that have a number.
const PARTS: i64 = 4;

/// A curve as SVG: black on white, told apart by its dashes as well as by colour.
pub fn curve_svg(text: &Text, case: &Case, curve: &Curve) -> String {
    let below = LINE * 3 + LINE * i64::try_from(curve.marks.len().div_ceil(2)).unwrap_or(0);
    let plot = SvgPlot {
        curve,
        left: EDGES.0,
        top: EDGES.1,
        width: SIZE.0 - EDGES.0 - EDGES.2,
        height: SIZE.1 - EDGES.1 - below - LINE,
        highest: round_above(curve.highest()),
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" \
         font-family=\"Noto Sans CJK SC, Microsoft YaHei, sans-serif\" font-size=\"15\" fill=\"#1a1a1a\">\n\
         <title>{2}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        SIZE.0,
        SIZE.1,
        escaped(&text.curve_title()),
    );
    put(&mut out, (20, 32), "font-size=\"19\" font-weight=\"bold\"", &text.curve_title());
    put(&mut out, (20, 58), "", &case_line(text, case, Routes::empty()));
    plot.frame(&mut out, text);
    plot.lines(&mut out);
    plot.marks(&mut out);
    plot.own(&mut out, case);
    let mut y = plot.top + plot.height + LINE * 2;
    legend(&mut out, text, curve, &mut y);
    out.push_str("</svg>\n");
    out
}

fn legend(out: &mut String, text: &Text, curve: &Curve, y: &mut i64) {
    *y += LINE / 2;
    let _ = writeln!(out, "<rect x=\"20\" y=\"{}\" width=\"34\" height=\"11\" {BAND}/>", *y - 11);
    put(out, (62, *y), "", &text.curve_band());
    if let Some(filed) = curve.other {
        let name =
            if filed == yidi_core::case::Filed::No { text.curve_is_unfiled() } else { text.curve_is_filed() };
        let x = 62 + 9 * i64::try_from(width(&text.curve_band())).unwrap_or(0) + 30;
        let _ = writeln!(out, "<line x1=\"{x}\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\" {DASHED}/>", *y - 5, x + 34);
        put(out, (x + 42, *y), "", &name);
    }
    for (pair, at) in curve.marks.chunks(2).zip(0..) {
        *y += LINE;
        for (mark, column) in pair.iter().zip(0..) {
            let words = text.mark(usize::try_from(2 * at + column + 1).unwrap_or(0), mark);
            put(out, (20 + column * (SIZE.0 / 2), *y), "", &words);
        }
    }
}

/// The look of what is between the least and the most, of their lines, of the other
/// answer, of a mark, of the frame.
const BAND: &str = "fill=\"#1f6feb\" fill-opacity=\"0.18\"";
const SOLID: &str = "fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2.2\"";
const DASHED: &str = "fill=\"none\" stroke=\"#b35900\" stroke-width=\"1.8\" stroke-dasharray=\"6 4\"";
const DOTTED: &str = "stroke=\"#555555\" stroke-width=\"1\" stroke-dasharray=\"2 4\"";
const GRID: &str = "stroke=\"#dddddd\" stroke-width=\"1\"";

struct SvgPlot<'c> {
    curve: &'c Curve,
    left: i64,
    top: i64,
    width: i64,
    height: i64,
    highest: Money,
}

/// So many parts of so many, rounded.
fn share(amount: Money, all: Money, of: i64) -> i64 {
    let (amount, all) = (i128::from(amount.fen()), i128::from(all.fen().max(1)));
    i64::try_from((amount * i128::from(of) + all / 2) / all).unwrap_or(of)
}

impl SvgPlot<'_> {
    fn x(&self, total: Money) -> i64 {
        self.left + share(total, self.curve.most(), self.width)
    }

    fn y(&self, money: Money) -> i64 {
        self.top + self.height - share(money, self.highest, self.height)
    }

    fn frame(&self, out: &mut String, text: &Text) {
        let (right, bottom) = (self.left + self.width, self.top + self.height);
        for part in 0..=PARTS {
            let of =
                |all: Money| Money::from_fen(all.fen() / PARTS * part + all.fen() % PARTS * part / PARTS);
            let (total, money) = (of(self.curve.most()), of(self.highest));
            let (x, y) = (self.x(total), self.y(money));
            let _ = writeln!(out, "<line x1=\"{}\" y1=\"{y}\" x2=\"{right}\" y2=\"{y}\" {GRID}/>", self.left);
            put(out, (self.left - 8, y + 5), "text-anchor=\"end\"", &text.compact(money));
            put(out, (x, bottom + LINE), "text-anchor=\"middle\"", &text.compact(total));
        }
        put(out, (self.left, self.top - 10), "", &text.yuan(text.you_pay()));
        put(
            out,
            (right, bottom + LINE * 2 - 4),
            "text-anchor=\"end\"",
            &text.yuan(text.line(yidi_core::estimate::Line::Total)),
        );
    }

    fn path(&self, ends: impl Iterator<Item = (Money, Money)>) -> String {
        ends.map(|(total, money)| format!("{},{}", self.x(total), self.y(money)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn lines(&self, out: &mut String) {
        let points = &self.curve.points;
        let low = self.path(points.iter().map(|point| (point.total, point.personal().low())));
        let high = self.path(points.iter().map(|point| (point.total, point.personal().high())));
        let back = self.path(points.iter().rev().map(|point| (point.total, point.personal().low())));
        let _ = writeln!(out, "<polygon points=\"{high} {back}\" {BAND}/>");
        for line in [low, high] {
            let _ = writeln!(out, "<polyline points=\"{line}\" {SOLID}/>");
        }
        let other = |end: fn(yidi_core::num::Span<Money>) -> Money| {
            let at = |point: &CurvePoint| point.other.map(|other| (point.total, end(other)));
            self.path(points.iter().filter_map(at))
        };
        if self.curve.other.is_some() {
            for line in [other(yidi_core::num::Span::low), other(yidi_core::num::Span::high)] {
                let _ = writeln!(out, "<polyline points=\"{line}\" {DASHED}/>");
            }
        }
    }

    fn marks(&self, out: &mut String) {
        let bottom = self.top + self.height;
        for (at, mark) in self.curve.marks.iter().enumerate() {
            let x = self.x(mark.from);
            let _ =
                writeln!(out, "<line x1=\"{x}\" y1=\"{}\" x2=\"{x}\" y2=\"{bottom}\" {DOTTED}/>", self.top);
            put(out, (x + 3, self.top + 14 + 16 * i64::try_from(at).unwrap_or(0)), "", &(at + 1).to_string());
        }
    }

    /// The case's own bill, or the two it lies between.
    fn own(&self, out: &mut String, case: &Case) {
        let Some(total) = case.bill.total else { return };
        let is_own = |point: &&CurvePoint| point.total == total.low() || point.total == total.high();
        for point in self.curve.points.iter().filter(is_own) {
            for money in [point.personal().low(), point.personal().high()] {
                let (x, y) = (self.x(point.total), self.y(money));
                let _ = writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"4.5\" fill=\"#1f6feb\"/>");
            }
        }
    }
}

fn put(out: &mut String, (x, y): (i64, i64), look: &str, words: &str) {
    let _ = writeln!(out, "<text x=\"{x}\" y=\"{y}\" {look}>{}</text>", escaped(words));
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}
