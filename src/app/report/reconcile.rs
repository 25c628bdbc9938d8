//! A settlement slip beside its estimate, as text and as JSON.

use serde_json::{Value as Json, json};

use super::json::case_json;
use super::page::Page;
use super::plain::case_line;
use super::values::{burden, day, money, route_key};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, width};
use jiff::civil::date;
use yidi_core::answers::{Draft, word};
use yidi_core::case::Field;
use yidi_core::num::Money;
use yidi_core::reconcile::{
    AccountPlace, Change, Check, Compared, FoundSlip, Identity, Like, Reconciled, SlipAnswer, SlipCause,
    SlipField, SlipStanding, Verdict,
};

/// A slip beside its estimate as text, at most 80 cells wide.
pub fn reconciled_text(text: &Text, slip: &FoundSlip, reconciled: &Reconciled) -> String {
    let mut out = Page::default();
    let expected = &reconciled.expected;
    out.paragraph(&case_line(text, &expected.case, expected.routes()));
    out.line("");
    for words in slip_notes(text, slip).into_iter().chain(sums(text, reconciled)) {
        out.paragraph(&words);
    }
    for words in bill(text, reconciled) {
        out.item(&words);
    }
    out.line("");
    out.line(&text.slip_lines_title());
    table(&mut out, text, &reconciled.lines);
    out.line("");
    out.paragraph(&verdict(text, reconciled));
    for words in reasons(text, reconciled) {
        out.item(&words);
    }
    out.line("");
    out.paragraph(&text.last_words(expected.case.insured));
    out.text()
}

/// What a slip is to its estimate in sentences, the verdict first.
pub fn slip_findings(text: &Text, reconciled: &Reconciled) -> Vec<String> {
    let mut findings = vec![verdict(text, reconciled)];
    findings.extend(reasons(text, reconciled));
    findings.extend(sums(text, reconciled));
    findings.extend(bill(text, reconciled));
    findings
}

/// What is to be said of a slip as it was found: what it is, and what of it was
/// not read.
pub fn slip_notes(text: &Text, slip: &FoundSlip) -> Vec<String> {
    let refund = slip.refund.then(|| text.slip_refund());
    let unread = (!slip.unread.is_empty()).then(|| text.slip_unread(text.list(&slip.unread)));
    refund.into_iter().chain(said(text, slip)).chain(unread).collect()
}

/// What the slip says of the case, where that made a difference.
fn said(text: &Text, slip: &FoundSlip) -> Vec<String> {
    let in_words = |answer: &SlipAnswer| {
        let mut draft = Draft::default();
        answer.put(&mut draft);
        // A slip writes whole days: from which day they would be counted does not matter.
        let words = match answer.field {
            Field::Scheme => draft.scheme.map(|scheme| text.scheme(scheme)),
            field => text.answer(&draft, field, date(2000, 1, 1)),
        };
        text.slip_said(text.field(answer.field), words.unwrap_or_else(|| answer.typed.clone()))
    };
    let of = |standing| {
        let all = slip.says.iter().filter(move |answer| answer.standing == standing);
        all.map(in_words).collect::<Vec<_>>()
    };
    let (taken, differs) = (of(SlipStanding::Taken), of(SlipStanding::Differs));
    let taken = (!taken.is_empty()).then(|| text.slip_answers_taken(text.list(taken)));
    let differs = (!differs.is_empty()).then(|| text.slip_answers_differ(text.list(differs)));
    taken.into_iter().chain(differs).collect()
}

/// Whether the slip adds up, and how.
fn sums(text: &Text, reconciled: &Reconciled) -> Vec<String> {
    let slip = |field: SlipField| reconciled.lines.iter().find(|line| line.field == field);
    let amount = |field| text.money(slip(field).and_then(|line| line.actual).unwrap_or_default());
    let mut told: Vec<String> = reconciled
        .oversized
        .iter()
        .map(|over| {
            let (part, whole) = (text.slip_field(over.part), text.slip_field(over.whole));
            text.slip_oversized(part, amount(over.part), whole, amount(over.whole))
        })
        .collect();
    let unpaid = reconciled.unpaid;
    told.extend((!unpaid.is_zero()).then(|| text.slip_unpaid(text.money(unpaid))));
    if reconciled.checks.is_empty() {
        told.extend(told.is_empty().then(|| text.slip_unchecked()));
        return told;
    }
    if reconciled.adds_up() {
        let off = reconciled.checks.iter().map(Check::rounding).max().unwrap_or_default();
        told.extend(told.is_empty().then(|| match off {
            Money::ZERO => text.slip_adds_up(),
            off => text.slip_adds_up_rounded(text.money(off)),
        }));
        match reconciled.account {
            AccountPlace::Person => {}
            AccountPlace::Funds => told.push(text.slip_account_in_funds()),
            AccountPlace::Beside => told.push(text.slip_account_beside()),
        }
        return told;
    }
    let wrong = reconciled.checks.iter().filter(|check| !check.holds);
    told.extend(wrong.map(|check| {
        let (whole, sum) = (text.money(check.whole), text.money(check.sum));
        text.slip_does_not_add_up(check_words(text, check), whole, sum)
    }));
    told
}

/// An identity in words: the usual ones, or with what was really added.
fn check_words(text: &Text, check: &Check) -> String {
    let is_by_parts = check.identity == Identity::Payers && !check.parts.contains(&SlipField::Funds);
    if !is_by_parts {
        return text.identity(check.identity);
    }
    let parts: Vec<String> = check.parts.iter().map(|part| text.slip_field(*part)).collect();
    format!("{} = {}", text.slip_field(check.of), parts.join(" + "))
}

/// What is on the slip and was not in the case.
fn bill(text: &Text, reconciled: &Reconciled) -> Vec<String> {
    let taken = reconciled.taken.iter().map(|taken| {
        let (field, actual) = (text.field(taken.field), text.money(taken.actual));
        match taken.assumed {
            Some(assumed) => text.slip_taken(field, actual, text.money(assumed)),
            None => text.slip_taken_unknown(field, actual),
        }
    });
    let other = reconciled.other_funds;
    let other = (!other.is_zero()).then(|| text.slip_other_funds(text.money(other)));
    taken.chain(other).collect()
}

fn verdict(text: &Text, reconciled: &Reconciled) -> String {
    let verdict = match reconciled.verdict {
        Verdict::AsExpected if reconciled.rounding.is_zero() => text.verdict_as_expected(),
        Verdict::AsExpected => text.verdict_as_expected_rounded(text.money(reconciled.rounding)),
        Verdict::InRange => text.verdict_in_range(),
        Verdict::Explained if reconciled.causes.len() > 1 => text.verdict_explained_several(),
        Verdict::Explained => text.verdict_explained(),
        Verdict::Unexplained => text.verdict_unexplained(),
        Verdict::NotCompared => return text.verdict_not_compared(),
        Verdict::Unsound => return text.verdict_unsound(),
    };
    text.verdict_of(verdict, u64::try_from(reconciled.compared).unwrap_or_default())
}

/// A change, with what else is different at the same time.
fn cause(text: &Text, cause: &SlipCause) -> String {
    let all = std::iter::once(&cause.change).chain(&cause.also);
    all.map(|change| text.change(*change)).collect::<Vec<_>>().join(&text.change_and())
}

/// What explains the slip.
fn reasons(text: &Text, reconciled: &Reconciled) -> Vec<String> {
    let causes = reconciled.causes.iter().map(|one| cause(text, one));
    let route = reconciled.route.map(|route| text.slip_route(text.route(route)));
    let own = reconciled.rate.map(|rate| text.slip_own_rate(rate.to_string()));
    let rate = reconciled.effective_rate.map(|rate| text.slip_effective_rate(rate.to_string()));
    causes.chain(route).chain(own).chain(rate).collect()
}

/// Numbers right-aligned; one column of the estimate where both ends agree.
fn table(out: &mut Page, text: &Text, lines: &[Compared]) {
    let amount = |amount: Option<Money>| amount.map_or_else(|| "-".to_owned(), |one| text.money(one));
    let exact = lines.iter().all(|line| line.best == line.worst);
    let mut rows = vec![[
        String::new(),
        text.slip_expected_best(),
        text.slip_expected_worst(),
        text.slip_actual(),
        text.slip_difference(),
    ]];
    for line in lines {
        let difference = match line.difference() {
            Some(difference) if difference.is_zero() => String::new(),
            Some(difference) => text.signed_money(difference),
            None => "-".to_owned(),
        };
        let field = text.slip_field(line.field);
        rows.push([field, amount(line.best), amount(line.worst), amount(line.actual), difference]);
    }
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let widths = [0, 1, 2, 3, 4].map(widest);
    for row in &rows {
        let mut line = format!("  {}", pad_right(&row[0], widths[0]));
        for column in (1..5).filter(|column| !(exact && *column == 2)) {
            line.push_str("  ");
            line.push_str(&pad_left(&row[column], widths[column]));
        }
        out.line(&line);
    }
}

/// Several slips of one message, in the form `yidi.reconcile-list/1`.
pub fn reconciled_list_json(slips: Vec<Json>, left_out: usize, aside: &[String]) -> Json {
    json!({ "format": "yidi.reconcile-list/1", "slips": slips, "left_out": left_out, "aside": aside })
}

/// A slip beside its estimate, in the form `yidi.reconcile/1`.
pub fn reconciled_json(slip: &FoundSlip, reconciled: &Reconciled) -> Json {
    let expected = &reconciled.expected;
    let lines: Vec<Json> = reconciled
        .lines
        .iter()
        .map(|line| {
            json!({
                "field": line.field.key(),
                "best": line.best.map(money),
                "worst": line.worst.map(money),
                "actual": line.actual.map(money),
                "difference": line.difference().map(money),
            })
        })
        .collect();
    let checks: Vec<Json> = reconciled
        .checks
        .iter()
        .map(|check| {
            let keys = |fields: &[SlipField]| fields.iter().map(|one| one.key()).collect::<Vec<_>>();
            json!({
                "identity": check.identity.key(),
                "whole": { "field": check.of.key(), "amount": money(check.whole) },
                "parts": keys(&check.parts),
                "less": keys(&check.less),
                "sum": money(check.sum),
                "holds": check.holds,
                "rounding": money(check.rounding()),
            })
        })
        .collect();
    let taken: Vec<Json> = reconciled
        .taken
        .iter()
        .map(|one| json!({ "field": one.field.key(), "assumed": one.assumed.map(money), "actual": money(one.actual) }))
        .collect();
    let causes: Vec<Json> = reconciled
        .causes
        .iter()
        .map(|cause| {
            let amounts = SlipField::SETTLED.into_iter().filter_map(|field| {
                Some((field.key().to_owned(), json!(money(field.of(&cause.settlement)?))))
            });
            json!({
                "change": change(cause.change),
                "also": cause.also.iter().map(|one| change(*one)).collect::<Vec<_>>(),
                "solved": cause.change.is_solved(),
                "settlement": Json::Object(amounts.collect()),
            })
        })
        .collect();
    let oversized: Vec<Json> = reconciled
        .oversized
        .iter()
        .map(|one| json!({ "part": one.part.key(), "whole": one.whole.key() }))
        .collect();
    json!({
        "format": "yidi.reconcile/1",
        "case": case_json(&expected.case),
        "refund": slip.refund,
        "unread": slip.unread,
        "says": slip.says.iter().map(said_json).collect::<Vec<_>>(),
        "adds_up": reconciled.adds_up() && reconciled.oversized.is_empty() && reconciled.unpaid.is_zero(),
        "unpaid": money(reconciled.unpaid),
        "account": reconciled.account.key(),
        "oversized": oversized,
        "checks": checks,
        "bill": taken,
        "personal": burden(expected.burden()),
        "grade": expected.grade().key(),
        "lines": lines,
        "rate": reconciled.rate.map(|rate| rate.to_string()),
        "effective_rate": reconciled.effective_rate.map(|rate| rate.to_string()),
        "other_funds": money(reconciled.other_funds),
        "verdict": verdict_key(reconciled.verdict),
        "compared": reconciled.compared,
        "rounding": money(reconciled.rounding),
        "route": reconciled.route.map(route_key),
        "causes": causes,
    })
}

fn said_json(answer: &SlipAnswer) -> Json {
    let standing = match answer.standing {
        SlipStanding::Same => "same",
        SlipStanding::Taken => "taken",
        SlipStanding::Differs => "differs",
    };
    json!({ "field": answer.field.key(), "slip": answer.typed, "standing": standing })
}

const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::AsExpected => "as-expected",
        Verdict::InRange => "in-range",
        Verdict::Explained => "explained",
        Verdict::Unexplained => "unexplained",
        Verdict::NotCompared => "not-compared",
        Verdict::Unsound => "unsound",
    }
}

fn like(like: Like) -> Json {
    match like {
        Like::Route(route) => json!({ "kind": "route", "value": route_key(route) }),
        Like::Admission(number) => json!({ "kind": "admission", "value": number }),
        Like::Tier(tier) => json!({ "kind": "tier", "value": word(tier) }),
        Like::Status(status) => json!({ "kind": "status", "value": word(status) }),
        Like::Hardship(hardship) => json!({ "kind": "hardship", "value": hardship }),
        Like::Hospital(class) => json!({ "kind": "hospital-class", "value": word(class) }),
        Like::Contribution(class) => json!({ "kind": "contribution-class", "value": word(class) }),
        Like::Care(care) => json!({ "kind": "care", "value": word(care) }),
        Like::Date(date) => json!({ "kind": "date", "value": day(date) }),
    }
}

fn change(change: Change) -> Json {
    let amount = |kind: &str, amount: Money| json!({ "kind": kind, "value": money(amount) });
    match change {
        Change::Bill => json!({ "kind": "bill" }),
        Change::Like(one) => like(one),
        Change::NoDeductible => json!({ "kind": "no-deductible" }),
        Change::Only(item, one) => json!({ "kind": "only", "item": item.key(), "as": like(one) }),
        Change::NothingEarlier => json!({ "kind": "nothing-earlier" }),
        Change::FundUsed(used) => amount("ytd-fund", used),
        Change::DeductiblePaid(paid) => amount("ytd-deductible", paid),
        Change::BurdenBorne(borne) => amount("ytd-burden", borne),
        Change::Deductible(deductible) => amount("deductible", deductible),
        Change::Rate(rate) => json!({ "kind": "rate", "value": rate.to_string() }),
        Change::SupplementRate(rate) => json!({ "kind": "supplement-rate", "value": rate.to_string() }),
        Change::Uncovered(uncovered) => amount("uncovered", uncovered),
    }
}
