//! The checklist as plain text and as JSON.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::json::{case_json, circumstances};
use super::page::Page;
use super::plain::case_line;
use super::values::{day, route_key, source, words};
use crate::words::{Medium, Text};
use yidi_core::case::Case;
use yidi_core::checklist::{
    Anchor, Channel, Checklist, Deadline, Due, DueBy, Limit, Paper, Phase, Settling, Stage, Todo, TodoKind,
    hotline,
};
use yidi_core::estimate::Estimate;
use yidi_core::policy::{Item, Words};

/// A checklist as text, at most 80 cells wide.
/// `asked`: the estimate whose unknown rules are to be asked for, where there is one.
pub fn checklist_text(text: &Text, case: &Case, checklist: &Checklist, asked: Option<&Estimate>) -> String {
    let mut out = Page::default();
    out.paragraph(&case_line(text, case, checklist.routes));
    for sentence in text.circumstances(case) {
        out.paragraph(&sentence);
    }
    for phase in Phase::ALL {
        if checklist.of(phase).next().is_none() {
            continue;
        }
        out.line("");
        out.line(&text.phase(phase, case.care));
        for todo in checklist.of(phase) {
            out.item(&format!("[ ] {}", text.words(&todo.task)));
            for (_, words) in text.todo(todo, checklist, case, Medium::Screen) {
                out.below(&words);
            }
        }
    }
    out.line("");
    out.paragraph(&text.progress(checklist.progress(&BTreeSet::new())));
    if let Some((whom, questions)) = asked.and_then(|estimate| text.hotline_questions(estimate)) {
        out.line("");
        out.paragraph(&whom);
        for question in questions {
            out.item(&text.ask_blank(question));
        }
    }
    out.line("");
    out.line(&text.sources_title());
    for (name, source) in &checklist.sources {
        out.item(&text.source_named(name, text.source(source)));
    }
    out.line("");
    out.paragraph(&text.last_words(case.insured));
    out.text()
}

/// A checklist, in the form `yidi.checklist/1`, with what to ask where that is not known.
pub fn checklist_json(case: &Case, checklist: &Checklist, asked: Option<&Estimate>) -> Json {
    let to_ask = asked.map(Estimate::to_ask).unwrap_or_default();
    let sources: Vec<Json> = checklist.sources.iter().map(|(name, one)| source(name, one)).collect();
    json!({
        "format": "yidi.checklist/1",
        "case": case_json(case),
        "circumstances": circumstances(case),
        "routes": checklist.routes.iter().map(route_key).collect::<Vec<_>>(),
        "stage": stage_key(checklist.stage),
        "settles": settling_key(checklist.settles),
        "hotline": hotline(case.insured),
        "entries": checklist.entries.iter().map(|entry| entry.zh.as_str()).collect::<Vec<_>>(),
        "items": checklist.todos.iter().map(|one| todo(one, case)).collect::<Vec<_>>(),
        "to_ask": to_ask.into_iter().map(Item::key).collect::<Vec<_>>(),
        "sources": sources,
    })
}

fn todo(todo: &Todo, case: &Case) -> Json {
    json!({
        "id": todo.id,
        "phase": phase_key(todo.phase),
        "kind": kind_key(todo.kind),
        "task": words(&todo.task),
        "why": words(&todo.why),
        "deadline": todo.by.as_ref().map(|by| deadline(by, case)),
        "if_late": todo.if_late.as_ref().map(words),
        "documents": todo.papers.iter().map(paper).collect::<Vec<_>>(),
        "channels": todo.channels.iter().copied().map(channel_key).collect::<Vec<_>>(),
        "say": todo.say.as_ref().map(words),
        "notes": all_words(&todo.notes),
        "disputed": all_words(&todo.disputed),
        "sources": todo.sources,
        "grade": todo.grade.key(),
    })
}

fn all_words(all: &[Words]) -> Vec<Json> {
    all.iter().map(words).collect()
}

fn paper(paper: &Paper) -> Json {
    json!({
        "is": words(&paper.is),
        "or": all_words(&paper.or),
        "note": paper.note.as_ref().map(words),
    })
}

fn deadline(by: &DueBy, case: &Case) -> Json {
    let mut json = limit(by.deadline.limit(), by.due, case);
    json["known"] = json!(matches!(by.deadline, Deadline::Known(_)));
    json["also_seen"] = by.also_seen.iter().map(|(seen, due)| limit(*seen, *due, case)).collect();
    json
}

/// A limit with its day; days left are below 0 when it is over. The holidays of
/// working days are known, or not; other limits have none.
fn limit(limit: Limit, due: Due, case: &Case) -> Json {
    let state = match due {
        Due::Undated => "undated",
        Due::Open { .. } => "open",
        Due::Past { .. } => "past",
    };
    let working = matches!(limit, Limit::WorkingDays { .. }) && due != Due::Undated;
    json!({
        "rule": rule(limit),
        "date": due.date().map(day),
        "days_left": due.days_left(),
        "state": state,
        "holidays_known": working.then(|| !limit.beyond_notices(case)),
    })
}

fn rule(limit: Limit) -> Json {
    match limit {
        Limit::Leaving => json!({ "kind": "before-leaving" }),
        Limit::Settlement => json!({ "kind": "before-settlement" }),
        Limit::Days { count, after } => json!({ "kind": "days", "count": count, "after": anchor_key(after) }),
        Limit::WorkingDays { count, after } => {
            json!({ "kind": "working-days", "count": count, "after": anchor_key(after) })
        }
        Limit::NextYear { until, after } => {
            let until = format!("{:02}-{:02}", until.month, until.day);
            json!({ "kind": "next-year", "until": until, "after": anchor_key(after) })
        }
    }
}

const fn anchor_key(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Admission => "admission",
        Anchor::Discharge => "discharge",
        Anchor::Filing => "filing",
        Anchor::HandIn => "hand-in",
    }
}

const fn kind_key(kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::Step => "step",
        TodoKind::Filing => "filing",
        TodoKind::Claim => "claim",
    }
}

const fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Ahead => "ahead",
        Stage::InCare => "in-care",
        Stage::Over => "over",
    }
}

const fn settling_key(settling: Settling) -> &'static str {
    match settling {
        Settling::Direct => "direct",
        Settling::ByHand => "by-hand",
        Settling::Open => "open",
    }
}

const fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::BeforeLeaving => "before-leaving",
        Phase::OnAdmission => "on-admission",
        Phase::BeforeDischarge => "before-discharge",
        Phase::AfterDischarge => "after-discharge",
    }
}

const fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::NationalApp => "national-app",
        Channel::NationalMiniProgram => "national-mini-program",
        Channel::StateCouncil => "state-council",
        Channel::ProvinceEntry => "province-entry",
        Channel::Window => "window",
        Channel::Hotline => "hotline",
        Channel::Hospital => "hospital",
    }
}
