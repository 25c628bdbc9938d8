//! Results as plain text, at most 80 cells wide.

use super::elsewhere::elsewhere_sentences;
use super::page::Page;
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::case::Case;
use yidi_core::estimate::{Estimate, Explained, Line, Side, elsewhere, explain, filing_saves, shown};
use yidi_core::policy::{Book, Routes};

/// The case in one line: places, status, tier, visit, routes.
pub fn case_line(text: &Text, case: &Case, routes: Routes) -> String {
    let routes = routes.iter().map(|route| text.route_of(case, route)).collect::<Vec<_>>().join(" / ");
    [
        format!("{} → {}", text.place(case.insured), text.place(case.care_place)),
        text.statuses(case.status),
        text.tiers(case.tier),
        text.visit(case.care, case.disease),
        routes,
        text.list(case.circumstances.iter().map(|also| text.circumstance(also))),
    ]
    .join("  ")
    .trim_end()
    .to_owned()
}

/// An estimate as text, with what filing saves where that is known.
pub fn estimate_text(text: &Text, book: &Book, estimate: &Estimate) -> String {
    let mut out = Page::default();
    out.paragraph(&case_line(text, &estimate.case, estimate.routes()));
    out.line("");
    let personal = text.burden_unit(estimate.burden());
    out.paragraph(&text.headline(text.you_pay(), personal, text.basis(estimate)));
    let saving = filing_saves(book, estimate).ok().flatten();
    if let Some(saves) = text.filing_first(&estimate.case, saving) {
        out.paragraph(&saves);
    }
    for warning in text.warnings(estimate) {
        out.paragraph(&warning);
    }
    if let Some(elsewhere) = elsewhere(book, estimate).ok().flatten() {
        for sentence in elsewhere_sentences(text, estimate, &elsewhere) {
            out.paragraph(&sentence);
        }
    }
    out.line("");
    table(&mut out, text, estimate);
    if !estimate.causes.is_empty() {
        out.line("");
        out.line(&text.spread_title());
        for (cause, amount) in &estimate.causes {
            out.item(&text.spread_line(text.cause(*cause), text.money(*amount)));
        }
        for sentence in text.worlds(estimate) {
            out.item(&sentence);
        }
        let narrowing = estimate.narrowing();
        if !narrowing.is_empty() {
            out.item(&text.narrow_by(text.list(narrowing.into_iter().map(|field| text.field(field)))));
        }
    }
    let missing = text.missing(&estimate.missing());
    if !missing.is_empty() {
        out.line("");
        out.line(&text.unknown_title());
        for sentence in missing {
            out.item(&sentence);
        }
    }
    if let Some((whom, questions)) = text.hotline_questions(estimate) {
        out.line("");
        out.paragraph(&whom);
        for question in questions {
            out.item(&text.ask_blank(question));
        }
    }
    let figures = estimate.figures();
    if !figures.is_empty() {
        out.line("");
        out.line(&text.sources_title());
    }
    for figure in figures {
        out.item(&text.figure(&figure));
        if let Some(remark) = &figure.remark {
            out.below(text.words(remark));
        }
    }
    out.line("");
    if estimate.counted_as_filed {
        out.paragraph(&text.note_counted_as_filed());
    }
    out.paragraph(&text.last_words(estimate.case.insured));
    out.text()
}

/// How every line came about at both ends, as text.
pub fn workings_text(text: &Text, estimate: &Estimate) -> String {
    let mut out = Page::default();
    // A part that was given as nothing needs no words.
    workings(&mut out, text, estimate, |one| !(one.amount.is_zero() && one.steps.len() == 1));
    out.text()
}

/// How one line came about at both ends, as text, and what would change it.
pub fn line_text(text: &Text, estimate: &Estimate, line: Line) -> String {
    let mut out = Page::default();
    if !workings(&mut out, text, estimate, |one| one.line == line) {
        out.line("");
        out.item(&format!("{}  {}", text.line(line), text.nothing_behind()));
    }
    for sentence in text.changing(estimate, line) {
        out.item(&sentence);
    }
    out.text()
}

/// The steps of the lines that are wanted; whether there were any.
fn workings(out: &mut Page, text: &Text, estimate: &Estimate, wanted: impl Fn(&Explained) -> bool) -> bool {
    let ends = [
        (text.best_case(), estimate.low_run(), Side::Best),
        (text.worst_case(), estimate.high_run(), Side::Worst),
    ];
    // One end says it all where both agree.
    let shown = if estimate.low() == estimate.high() { 1 } else { 2 };
    let mut any = false;
    for (name, run, side) in ends.into_iter().take(shown) {
        let said = |one: Explained| {
            let sentences = text.workings(&one);
            (wanted(&one) && !sentences.is_empty()).then_some((one, sentences))
        };
        let said: Vec<_> = explain(&estimate.case, run, side).into_iter().filter_map(said).collect();
        if said.is_empty() {
            continue;
        }
        any = true;
        out.line("");
        out.line(&if shown == 1 { text.workings_title() } else { text.workings_title_of(name) });
        let tilted = !run.terms.tilt().is_empty();
        let tilted = tilted && said.iter().any(|(one, _)| one.line == Line::Catastrophic);
        for (explained, sentences) in said {
            out.item(&format!("{} {}", text.line(explained.line), text.money(explained.amount)));
            for sentence in sentences {
                out.below(&sentence);
            }
        }
        if tilted {
            out.item(&text.note_tilt());
        }
    }
    any
}

/// The lines of both settlements, numbers right-aligned; one column where both agree.
fn table(out: &mut Page, text: &Text, estimate: &Estimate) {
    let rows: Vec<(String, String, String)> = shown(estimate.low(), estimate.high())
        .into_iter()
        .map(|(line, low, high)| (text.line(line), text.money(low), text.money(high)))
        .collect();
    let exact = estimate.low() == estimate.high();
    let (best, worst) = (text.best_case(), text.worst_case());
    let label = rows.iter().map(|(label, ..)| width(label)).max().unwrap_or_default() + 2;
    let column = rows.iter().map(|(_, low, high)| width(low).max(width(high))).max();
    let column = column.unwrap_or_default().max(width(&best)).max(width(&worst));
    let row = |label_text: &str, low: &str, high: &str| {
        let first = format!("  {}{}", pad_right(label_text, label), pad_left(low, column));
        if exact { first } else { format!("{first}  {}", pad_left(high, column)) }
    };
    if !exact {
        out.line(&row("", &best, &worst));
    }
    for (name, low, high) in rows {
        out.line(&row(&name, &low, &high));
    }
}
