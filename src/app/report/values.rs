//! How a single value is written in JSON: amounts and shares as decimal texts, days,
//! places, figures with their sources.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use yidi_core::estimate::Burden;
use yidi_core::num::{Money, Percent, Span};
use yidi_core::places::Place;
use yidi_core::policy::{
    AwayRule, BillShare, Book, Figure, FileError, Holder, Period, RateChange, Route, Schedule, Source, Value,
    Words,
};

pub(super) fn money(money: Money) -> String {
    money.to_string()
}

pub(super) fn money_span(span: Span<Money>) -> Json {
    json!({ "low": money(span.low()), "high": money(span.high()) })
}

/// What a person pays, and whether it may lie outside the range for want of a figure.
pub(super) fn burden(Burden { span, open }: Burden) -> Json {
    json!({
        "low": money(span.low()), "high": money(span.high()),
        "may_be_less": open.less, "may_be_more": open.more,
    })
}

fn percent_span(span: Span<Percent>) -> Json {
    json!({ "low": span.low().to_string(), "high": span.high().to_string() })
}

pub(super) fn day(date: Date) -> String {
    date.to_string()
}

pub(super) fn words(words: &Words) -> Json {
    json!({ "zh": words.zh, "en": words.english() })
}

pub(super) fn place(place: Place) -> Json {
    json!({
        "code": place.code().to_string(),
        "name": place.name(),
        "whole_province": matches!(place, Place::Province(_)),
    })
}

/// The level of a holder and its division code.
pub(super) fn level(holder: Holder) -> (&'static str, Option<String>) {
    match holder {
        Holder::Area(code) => ("area", Some(code.to_string())),
        Holder::Province(code) => ("province", Some(code.to_string())),
        Holder::Nation => ("nation", None),
    }
}

/// A figure with its number and sources.
pub(super) fn figure(book: &Book, figure: &Figure) -> Result<Json, FileError> {
    let (level, holder) = level(figure.holder);
    let mut sources = Vec::new();
    for name in &figure.sources {
        let described = book.source_of(figure, name)?;
        sources.push(described.map_or_else(|| json!({ "name": name }), |one| source(name, one)));
    }
    Ok(json!({
        "id": figure.id(),
        "item": figure.item.key(),
        "level": level,
        "holder": holder,
        "value": value(&figure.value),
        "from": figure.from.map(day),
        "grade": figure.grade.key(),
        "sources": sources,
        "remark": figure.remark.as_ref().map(words),
        "verified": figure.verified.as_ref().map(|one| json!({ "by": one.by, "on": day(one.on) })),
    }))
}

pub(super) fn source(name: &str, source: &Source) -> Json {
    json!({
        "name": name,
        "title": source.title.zh,
        "title_en": source.title.english(),
        "publisher": source.publisher.zh,
        "publisher_en": source.publisher.english(),
        "number": source.number,
        "date": source.date,
        "checked": day(source.checked),
        "url": source.url,
    })
}

const fn period_key(period: Period) -> &'static str {
    match period {
        Period::Stay => "stay",
        Period::Year => "year",
    }
}

fn value(one: &Value) -> Json {
    match one {
        Value::Deductible { per, first, then } => json!({
            "kind": "deductible",
            "per": period_key(*per),
            "amount": money_span(*first),
            "later_admissions": then.iter().copied().map(money_span).collect::<Vec<_>>(),
        }),
        Value::DeductibleTimes(factor) => {
            json!({ "kind": "deductible-times", "times": percent_span(*factor) })
        }
        Value::DeductibleShare(BillShare { share, least, most }) => json!({
            "kind": "deductible-share",
            "share": percent_span(*share),
            "least": money(*least),
            "most": money(*most),
        }),
        Value::OneOf(values) => json!({
            "kind": "one-of",
            "values": values.iter().map(value).collect::<Vec<_>>(),
        }),
        Value::Amount(amount) => json!({ "kind": "amount", "amount": money_span(*amount) }),
        Value::Rate(Schedule { per, bands }) => {
            let bands: Vec<Json> = bands
                .iter()
                .map(|band| json!({ "to": band.to.map(money), "pays": percent_span(band.pays) }))
                .collect();
            json!({ "kind": "rate", "per": period_key(*per), "bands": bands })
        }
        Value::Share(share) => json!({ "kind": "share", "share": percent_span(*share) }),
        Value::Away(AwayRule { first_self_pay, change }) => {
            let (change, by) = match change {
                RateChange::Same => ("same", None),
                RateChange::Cut(points) => ("cut", Some(percent_span(*points))),
                RateChange::Times(share) => ("times", Some(percent_span(*share))),
                RateChange::NotCovered => ("not-covered", None),
            };
            json!({
                "kind": "away",
                "first_self_pay": percent_span(*first_self_pay),
                "change": change,
                "by": by,
            })
        }
        Value::CatastrophicBase(base) => json!({
            "kind": "catastrophic-base",
            "deductible_counts": base.deductible,
            "first_self_pay_counts": base.first_self_pay,
        }),
        Value::None => json!({ "kind": "none" }),
    }
}

pub(super) const fn route_key(route: Route) -> &'static str {
    match route {
        Route::Local => "local",
        Route::InProvince => "in-province",
        Route::LongTerm => "long-term",
        Route::Referral => "referral",
        Route::Emergency => "emergency",
        Route::Temporary => "temporary",
        Route::Unfiled => "unfiled",
    }
}
