//! Results as JSON, for programs. Amounts are decimal texts in yuan and shares
//! are decimal texts in percent: exact in every language that reads them.

use serde_json::{Map, Value as Json, json};

use super::elsewhere::elsewhere_json;
use super::national::national_fields;
use super::values::{burden, day, figure, money, money_span, place, route_key, words};
use super::workings::workings;
use yidi_core::answers::word;
use yidi_core::case::{Case, Circumstance, Said, Told, YearToDate};
use yidi_core::estimate::{Cause, Estimate, Line, Outcome, Settlement, Side, ToldRule, elsewhere};
use yidi_core::policy::{Book, FileError, Item, Route};

/// Everything an estimate is made of, in the form `yidi.estimate/1`.
///
/// # Errors
/// Where a data file that describes a source cannot be read.
pub fn estimate_json(book: &Book, estimate: &Estimate) -> Result<Json, FileError> {
    let case = &estimate.case;
    let figures: Result<Vec<Json>, FileError> =
        estimate.figures().iter().map(|one| figure(book, one)).collect();
    let causes: Vec<Json> = estimate
        .causes
        .iter()
        .map(|(cause, amount)| json!({ "cause": cause_key(*cause), "amount": money(*amount) }))
        .collect();
    let unknown: Vec<Json> = estimate
        .missing()
        .iter()
        .map(|missing| json!({ "item": missing.item.key(), "begins": missing.begins.map(day) }))
        .collect();
    let notes: Vec<Json> =
        estimate.figures().iter().filter_map(|figure| figure.remark.as_ref().map(words)).collect();
    let routes: Vec<&str> = estimate.routes().iter().map(route_key).collect();
    Ok(json!({
        "format": "yidi.estimate/1",
        "data_gathered": day(book.nation().gathered),
        "case": case_json(case),
        "circumstances": circumstances(case),
        "routes": routes,
        "counted_as_filed": estimate.counted_as_filed,
        "personal": burden(estimate.burden()),
        "grade": estimate.grade().key(),
        "rules_grade": estimate.rules_grade().key(),
        "weakest": estimate.weakest().into_iter().map(Item::key).collect::<Vec<_>>(),
        "national_range": estimate.is_national_range(),
        "elsewhere": elsewhere_json(elsewhere(book, estimate).ok().flatten().as_ref()),
        "best": settlement(case, estimate.low_run(), estimate.low(), Side::Best),
        "worst": settlement(case, estimate.high_run(), estimate.high(), Side::Worst),
        "causes": causes,
        "narrowed_by": estimate.narrowing().iter().map(|field| field.key()).collect::<Vec<_>>(),
        "told": told(estimate),
        "to_ask": estimate.to_ask().into_iter().map(Item::key).collect::<Vec<_>>(),
        "unknown": unknown,
        "notes": notes,
        "figures": figures?,
    }))
}

/// What was told of an item: an amount, or a share in percent.
fn told_of(case: &Case, item: Item) -> Json {
    let share = case.told.share(item).map(|share| share.to_string());
    json!(case.told.amount(item).map(money).or(share))
}

/// The rules that were told, and whether each is used.
fn told(estimate: &Estimate) -> Vec<Json> {
    let told = &estimate.case.told;
    let rule = |rule: ToldRule| {
        json!({
            "item": rule.item.key(),
            "amount": told.amount(rule.item).map(money),
            "share": told.share(rule.item).map(|share| share.to_string()),
            "used": rule.beside.is_empty(),
            "beside": rule.beside.iter().map(|figure| figure.id()).collect::<Vec<_>>(),
        })
    };
    estimate.told().into_iter().map(rule).collect()
}

pub(super) fn case_json(case: &Case) -> Json {
    let bill = &case.bill;
    json!({
        "insured": place(case.insured),
        "care_place": place(case.care_place),
        "scheme": case.scheme().map(word),
        "status": case.status.known().map(word),
        "care": word(case.care),
        "disease": case.disease.map(word),
        "tier": case.tier.known().map(word),
        "reason": word(case.reason),
        "filed": word(case.filed),
        "bill": {
            "total": bill.total.map(|total| if total.is_exact() { json!(money(total.low())) } else { money_span(total) }),
            "own_expense": bill.own_expense.map(money),
            "prepay": bill.prepay.map(money),
            "class_b": bill.class_b.map(|(amount, _)| money(amount)),
            "class_b_prepay_rate": bill.class_b.map(|(_, rate)| rate.to_string()),
            "over_limit": bill.over_limit.map(money),
        },
        "year_to_date": year_json(&case.year),
        "year_to_date_at_worst": case.year_at_worst.as_ref().map(year_json),
        "account": money(case.account),
        "hardship": case.hardship,
        "age": case.age,
        "hospital_class": case.hospital.map(word),
        "contribution_class": case.contribution.map(word),
        "retired_in": case.retired_in,
        "told": Told::ITEMS.map(|item| (item.key().to_owned(), told_of(case, item))).into_iter().collect::<Map<_, _>>(),
        "networked": word(case.networked),
        "also": case.circumstances.iter().map(word).collect::<Vec<_>>(),
        "admitted": case.admitted.map(day),
        "discharged": case.discharged.map(day),
        "date": day(case.date),
    })
}

fn year_json(year: &YearToDate) -> Json {
    json!({
        "admissions": year.admissions,
        "deductible": money(year.deductible),
        "illness_deductible": year.illness.map(money),
        "eligible": money(year.eligible),
        "fund": money(year.fund),
        "supplement": money(year.supplement),
        "burden": money(year.burden),
        "catastrophic": money(year.catastrophic),
        "aid": money(year.aid),
    })
}

/// What else is so, what each does to the sum, and who says so.
pub(super) fn circumstances(case: &Case) -> Vec<Json> {
    let one = |also: Circumstance| {
        let entry = also.entry();
        let said = |said: &Said| json!({ "zh": said.zh, "en": said.en });
        json!({
            "id": word(also),
            "name": said(&entry.name),
            "effect": entry.effect.key(),
            "says": entry.says.as_ref().map(said),
            "sources": entry.sources,
            "grade": entry.grade.key(),
        })
    };
    case.circumstances.iter().map(one).collect()
}

fn settlement(case: &Case, run: &Outcome, settlement: &Settlement, side: Side) -> Json {
    let mut lines = Map::new();
    for line in Line::ALL {
        lines.insert(line.key().to_owned(), json!(settlement.line(line).map(money)));
    }
    json!({
        "insured": run.terms.area.get().code.to_string(),
        "status": word(run.terms.status),
        "tier": word(run.terms.tier),
        "route": route_key(run.terms.route),
        "trip": (run.terms.route != Route::Local).then(|| route_key(run.terms.trip)),
        "lines": lines,
        "workings": workings(case, run, side),
        "hardship_tilt": run.terms.tilt().iter().map(|item| item.key()).collect::<Vec<_>>(),
        "national": national_fields(run, settlement, side),
        "figures": run.figures_at(side).map(|figure| figure.id()).collect::<Vec<_>>(),
    })
}

fn cause_key(cause: Cause) -> String {
    match cause {
        Cause::Area => "insured-area".to_owned(),
        Cause::Route => "route".to_owned(),
        Cause::Status => "status".to_owned(),
        Cause::Tier => "tier".to_owned(),
        Cause::Year => "year-to-date".to_owned(),
        Cause::Bill => "total".to_owned(),
        Cause::Item(item) => item.key().to_owned(),
        Cause::Circumstance => "circumstance".to_owned(),
    }
}
