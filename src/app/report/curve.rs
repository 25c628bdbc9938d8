//! A curve as text, as a table for other programs, and as JSON.

use serde_json::{Value as Json, json};

use super::chart::{ChartForm, chart};
use super::page::Page;
use super::plain::case_line;
use super::values::{money, money_span};
use crate::words::Text;
use yidi_core::answers::word;
use yidi_core::case::Case;
use yidi_core::estimate::{Curve, CurvePoint, Turn};
use yidi_core::policy::Routes;

/// The drawing of a text.
const FORM: ChartForm = ChartForm { cells: 78, rows: 22, ascii: false, cursor: None };

/// Bills that a text lists: every so many of the ladder.
const EVERY: usize = 8;

/// A curve as text, at most 80 cells wide.
pub fn curve_text(text: &Text, case: &Case, curve: &Curve, ascii: bool) -> String {
    let mut out = Page::default();
    out.paragraph(&case_line(text, case, Routes::empty()));
    out.line("");
    out.line(&text.curve_title());
    for row in chart(curve, ChartForm { ascii, ..FORM }, |money| text.compact(money)) {
        out.line(&row.into_iter().map(|(sign, _)| sign).collect::<String>());
    }
    out.line("");
    out.paragraph(&text.curve_lines(curve, ascii));
    for (at, mark) in curve.marks.iter().enumerate() {
        out.item(&text.mark(at + 1, mark));
    }
    out.line("");
    let own = curve.nearest(case.bill.high());
    for (at, point) in curve.points.iter().enumerate() {
        if at % EVERY == 0 || at == own || at + 1 == curve.points.len() {
            out.item(&row(text, curve, point));
        }
    }
    out.line("");
    out.paragraph(&text.last_words(case.insured));
    out.text()
}

fn row(text: &Text, curve: &Curve, point: &CurvePoint) -> String {
    let main = text.curve_at(text.money(point.total), text.money_span(point.personal()));
    match point.other.zip(curve.other) {
        Some((other, filed)) => text.list([main, text.curve_other(filed, text.money_span(other))]),
        None => main,
    }
}

/// A curve as a table: a line a bill, amounts in yuan.
pub fn curve_csv(curve: &Curve) -> String {
    let mut out = String::from(
        "total,personal_low,personal_high,fund_low,fund_high,deductible_low,deductible_high,\
         catastrophic_low,catastrophic_high,other_low,other_high\n",
    );
    for point in &curve.points {
        let (low, high) = (&point.low, &point.high);
        let amounts = [
            point.total,
            low.personal,
            high.personal,
            low.fund,
            high.fund,
            low.deductible,
            high.deductible,
            low.catastrophic,
            high.catastrophic,
        ];
        let mut cells: Vec<String> = amounts.iter().map(ToString::to_string).collect();
        let other = point.other.map(|other| [other.low(), other.high()].map(|end| end.to_string()));
        cells.extend(other.unwrap_or_default());
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    out
}

/// A curve, in the form `yidi.curve/1`.
pub fn curve_json(curve: &Curve) -> Json {
    let points: Vec<Json> = curve
        .points
        .iter()
        .map(|point| {
            json!({
                "total": money(point.total),
                "personal": money_span(point.personal()),
                "other": point.other.map(money_span),
            })
        })
        .collect();
    let marks: Vec<Json> = curve
        .marks
        .iter()
        .map(|mark| {
            json!({ "begins": turn_key(mark.turn), "from": money(mark.from), "to": mark.to.map(money) })
        })
        .collect();
    json!({
        "format": "yidi.curve/1",
        "other_filed": curve.other.map(word),
        "points": points,
        "marks": marks,
    })
}

const fn turn_key(turn: Turn) -> &'static str {
    match turn {
        Turn::Deductible => "fund",
        Turn::Slice => "slice",
        Turn::Cap => "cap",
        Turn::Catastrophic => "catastrophic",
        Turn::Aid => "aid",
    }
}
