//! Two cases side by side, as text and as JSON.

use serde_json::{Value as Json, json};

use super::json::case_json;
use super::page::Page;
use super::plain::case_line;
use super::values::{burden, money};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::estimate::{CostShift, Estimate, PairedLine, paired};
use yidi_core::num::Span;

/// A row of the table of both: the line, both amounts, the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    /// Which line.
    pub line: yidi_core::estimate::Line,
    /// Whether the second is another amount.
    pub differs: bool,
    /// Its name and the three columns.
    pub cells: [String; 4],
}

/// The rows of the table of both.
pub fn pair_rows(text: &Text, first: &Estimate, second: &Estimate) -> Vec<PairRow> {
    let span = |[best, worst]: [_; 2]| text.money_span(Span::between(best, worst));
    let row = |one: PairedLine| PairRow {
        line: one.line,
        differs: !one.change().is_none(),
        cells: [text.line(one.line), span(one.first), span(one.second), text.change_span(one.change())],
    };
    paired(first, second).into_iter().map(row).collect()
}

/// How the answers of both differ, in a sentence.
pub fn pair_differences(text: &Text, first: &Estimate, second: &Estimate) -> String {
    let differences = text.case_differences(&first.case, &second.case);
    if differences.is_empty() { text.pair_same() } else { text.list(differences) }
}

/// Two cases as text.
pub fn pair_text(text: &Text, first: &Estimate, second: &Estimate) -> String {
    let mut out = Page::default();
    for (name, estimate) in [(text.pair_first(), first), (text.pair_second(), second)] {
        out.paragraph(&format!("{name}  {}", case_line(text, &estimate.case, estimate.routes())));
        let personal = text.burden_unit(estimate.burden());
        out.below(&text.headline(text.you_pay(), personal, text.basis(estimate)));
    }
    out.line("");
    out.paragraph(&pair_differences(text, first, second));
    out.line("");
    let head = [String::new(), text.pair_first(), text.pair_second(), text.pair_change()];
    let rows: Vec<[String; 4]> = pair_rows(text, first, second).into_iter().map(|row| row.cells).collect();
    let all: Vec<&[String; 4]> = std::iter::once(&head).chain(&rows).collect();
    let column = |at: usize| all.iter().map(|row| width(&row[at])).max().unwrap_or_default();
    let columns = [0, 1, 2, 3].map(column);
    for row in all {
        let amounts = [1, 2, 3].map(|at| pad_left(&row[at], columns[at]));
        out.line(&format!("  {}  {}", pad_right(&row[0], columns[0]), amounts.join("  ")));
    }
    out.line("");
    out.paragraph(&text.disclaimer());
    out.text()
}

/// Two cases, in the form `yidi.pair/1`.
pub fn pair_json(first: &Estimate, second: &Estimate) -> Json {
    let one = |estimate: &Estimate| json!({ "case": case_json(&estimate.case), "personal": burden(estimate.burden()) });
    let change = |change: CostShift| json!({ "best": money(change.best), "worst": money(change.worst) });
    let lines: Vec<Json> = paired(first, second)
        .iter()
        .map(|row| {
            json!({
                "line": row.line.key(),
                "first": { "best": money(row.first[0]), "worst": money(row.first[1]) },
                "second": { "best": money(row.second[0]), "worst": money(row.second[1]) },
                "change": change(row.change()),
            })
        })
        .collect();
    json!({
        "format": "yidi.pair/1",
        "first": one(first),
        "second": one(second),
        "change": change(CostShift::of(first, second)),
        "lines": lines,
    })
}
