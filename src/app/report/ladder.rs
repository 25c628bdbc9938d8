//! What the person pays for a row of bills, as plain text.

use super::case_line;
use super::page::Page;
use crate::words::Text;
use crate::words::width::{pad_left, width};
use yidi_core::case::Case;
use yidi_core::checklist::Checklist;
use yidi_core::estimate::Rung;

/// The rungs as rows: the bill, and what the person pays of it.
pub fn ladder_rows(text: &Text, ladder: &[Rung]) -> Vec<(String, String)> {
    ladder.iter().map(|rung| (text.money(rung.total), text.burden(rung.personal))).collect()
}

/// A case whose bill is not known: several bills, and what each costs.
pub fn ladder_text(text: &Text, case: &Case, checklist: &Checklist, ladder: &[Rung]) -> String {
    let mut out = Page::default();
    out.paragraph(&case_line(text, case, checklist.routes));
    out.line("");
    out.paragraph(&text.no_bill());
    out.line("");
    let head = (text.ladder_total(), text.ladder_personal());
    let rows: Vec<(String, String)> = std::iter::once(head).chain(ladder_rows(text, ladder)).collect();
    let first = rows.iter().map(|(total, _)| width(total)).max().unwrap_or_default();
    let second = rows.iter().map(|(_, personal)| width(personal)).max().unwrap_or_default();
    for (total, personal) in &rows {
        out.line(format!("  {}  {}", pad_left(total, first), pad_left(personal, second)).trim_end());
    }
    out.line("");
    out.paragraph(&text.last_words(case.insured));
    out.text()
}
