//! The case book as text and as JSON.

use jiff::Timestamp;
use serde_json::{Value as Json, json};

use super::page::Page;
use super::values::{burden, money_span, place};
use crate::casebook::{CaseEntry, CaseSummary};
use crate::clock;
use crate::guard::Shown;
use crate::words::Text;
use yidi_core::answers::{parse_total, to_record};
use yidi_core::case::Field;
use yidi_core::estimate::Estimate;
use yidi_core::policy::Book;

/// A case as it was saved, and what the same answers come to today.
#[derive(Debug)]
pub struct Reopened<'a> {
    /// As it was saved.
    pub entry: &'a CaseEntry,
    /// The data of today.
    pub book: &'a Book,
    /// The estimate of today; none where the answers make no whole case.
    pub today: Option<&'a Estimate>,
}

impl Reopened<'_> {
    /// Whether today's estimate comes to something else; none where one of the two is missing.
    pub fn differs(&self) -> Option<bool> {
        Some(self.entry.then.as_ref()?.differs(self.today?))
    }
}

/// Saved cases, two lines a case.
pub fn cases_text(text: &Text, cases: &[CaseSummary]) -> String {
    let mut out = Page::default();
    if cases.is_empty() {
        out.line(&text.cases_none());
        return out.text();
    }
    for one in cases {
        head(&mut out, text, one);
    }
    out.line(&text.cases_count(count(cases.len())));
    out.text()
}

/// A saved case with the estimates of then and of today.
pub fn case_text(text: &Text, reopened: &Reopened<'_>) -> String {
    let mut out = Page::default();
    let Reopened { entry, book, today } = reopened;
    head(&mut out, text, &entry.summary);
    let (created, changed) = (moment(entry.summary.created), moment(entry.summary.changed));
    out.below(&text.cases_dates(created, changed));
    for unread in &entry.summary.unread {
        out.below(&text.cases_unread(unread.key.as_str(), unread.value.as_str()));
    }
    if let Some(then) = &entry.then {
        let amount = text.yuan(text.money_span(then.personal));
        out.below(&text.cases_then(amount, text.date(then.data), text.grade(then.grade)));
    }
    if let Some(today) = today {
        let amount = text.burden_unit(today.burden());
        out.below(&text.cases_now(amount, text.date(book.nation().gathered)));
    }
    match reopened.differs() {
        Some(true) => out.below(&text.cases_differs()),
        Some(false) => out.below(&text.cases_same()),
        None => {}
    }
    out.text()
}

/// Saved cases, in the form `yidi.case-list/1`.
pub fn cases_json(cases: &[CaseSummary]) -> Json {
    json!({ "format": "yidi.case-list/1", "cases": cases.iter().map(summary).collect::<Vec<_>>() })
}

/// A saved case, in the form `yidi.case/1`.
pub fn case_json(reopened: &Reopened<'_>) -> Json {
    let entry = reopened.entry;
    let mut json = summary(&entry.summary);
    json["ticks"] = json!(entry.ticks);
    let then = entry.then.as_ref().map(|then| {
        json!({
            "personal": money_span(then.personal),
            "data_gathered": then.data.to_string(),
            "grade": then.grade.key(),
            "estimate": serde_json::from_str::<Json>(&then.json).ok(),
        })
    });
    let today = reopened.today.map(|today| {
        json!({
            "personal": burden(today.burden()),
            "data_gathered": reopened.book.nation().gathered.to_string(),
            "grade": today.grade().key(),
        })
    });
    json!({
        "format": "yidi.case/1",
        "case": json,
        "then": then,
        "today": today,
        "differs": reopened.differs(),
    })
}

fn summary(one: &CaseSummary) -> Json {
    json!({
        "number": one.handle.number,
        "id": one.handle.id,
        "created": one.created.to_string(),
        "changed": one.changed.to_string(),
        "insured": one.draft.insured.map(place),
        "care_place": one.draft.care_place.map(place),
        "answers": to_record(&one.draft),
        "note": one.note,
        "personal": one.personal.map(money_span),
        "ticked": one.ticked,
    })
}

fn head(out: &mut Page, text: &Text, one: &CaseSummary) {
    let named = |place: Option<yidi_core::places::Place>| {
        place.map_or_else(|| text.cases_open(), |place| text.place(place).to_owned())
    };
    let draft = &one.draft;
    let places = format!("{} → {}", named(draft.insured), named(draft.care_place));
    let who =
        draft.possible_statuses().map_or_else(|| text.cases_unfinished(), |status| text.statuses(status));
    out.paragraph(&text.cases_head(one.handle.number.to_string(), places, who));
    let typed = draft.typed(Field::Total);
    let total = match parse_total(typed) {
        Ok(total) => text.yuan(text.money_span(total)),
        Err(_) if typed.is_empty() => text.cases_open(),
        Err(_) => Shown::line(typed).to_string(),
    };
    let mut parts = vec![text.cases_detail(moment(one.changed), total)];
    parts.extend(one.personal.map(|personal| text.cases_paid(text.yuan(text.money_span(personal)))));
    if one.ticked > 0 {
        parts.push(text.cases_ticked(count(one.ticked)));
    }
    out.below(&parts.join("  "));
    if !one.note.is_empty() {
        out.below(&text.cases_note(visible(&one.note)));
    }
}

/// A note in one line.
fn visible(note: &str) -> String {
    note.replace(['\r', '\n'], " ")
}

fn count(all: usize) -> u64 {
    u64::try_from(all).unwrap_or(u64::MAX)
}

/// Day and minute, as the clock on the wall shows them.
fn moment(at: Timestamp) -> String {
    clock::here(at).strftime("%Y-%m-%d %H:%M").to_string()
}
