//! Figures as a data file spells them.

use std::fmt::{Debug, Display, Write as _};

use enumset::{EnumSet, EnumSetType};

use crate::num::{Money, Percent, Span};
use crate::policy::figure::{AwayRule, BillShare, Item, Period, RateBand, RateChange, Schedule, Value};
use crate::policy::selectors::{Band, Destination, Selectors};

/// A text between quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The selectors that stand at a figure: those of its group left out, each with
/// a comma and a blank behind it.
pub(super) fn selectors(one: &Selectors) -> String {
    let mut out = String::new();
    set(&mut out, "statuses", one.statuses);
    set(&mut out, "tiers", one.tiers);
    if one.returns_home {
        out.push_str("returns_home: true, ");
    } else {
        set(&mut out, "routes", one.routes);
    }
    set(&mut out, "trips", one.trips);
    if let Some(Destination { but, places }) = one.to.map(Destination::of) {
        let codes: Vec<String> = places.iter().map(|place| format!("\"{}\"", place.code())).collect();
        let name = if but { "not_to" } else { "to" };
        let _ = write!(out, "{name}: [{}], ", codes.join(", "));
    }
    set(&mut out, "diseases", one.diseases);
    if let Some(hardship) = one.hardship {
        let _ = write!(out, "hardship: {hardship}, ");
    }
    band(&mut out, "ages", one.ages);
    set(&mut out, "hospitals", one.hospitals);
    set(&mut out, "contributions", one.contributions);
    band(&mut out, "retired_in", one.retired_in);
    out
}

fn set<T: EnumSetType + Debug>(out: &mut String, name: &str, set: EnumSet<T>) {
    if !set.is_empty() {
        let words: Vec<String> = set.iter().map(|one| format!("{one:?}")).collect();
        let _ = write!(out, "{name}: [{}], ", words.join(", "));
    }
}

fn band(out: &mut String, name: &str, band: Option<Band>) {
    if let Some(Band { from, to }) = band {
        let ends = [("from", from), ("to", to)];
        let ends = ends.into_iter().filter_map(|(name, end)| end.map(|end| format!("{name}: {end}")));
        let _ = write!(out, "{name}: ({}), ", ends.collect::<Vec<_>>().join(", "));
    }
}

/// The number of a figure: `is: …` or `one_of: […]`, and what belongs beside it.
pub(super) fn value(item: Item, value: &Value) -> String {
    if let Value::OneOf(all) = value {
        let all: Vec<String> = all.iter().map(|one| form(item, one)).collect();
        return format!("one_of: [{}]{}", all.join(", "), all_beside(value));
    }
    format!("is: {}{}", form(item, value), beside(value))
}

fn all_beside(value: &Value) -> String {
    match value {
        Value::OneOf(all) => all.first().map(beside).unwrap_or_default(),
        other => beside(other),
    }
}

/// What stands beside a number.
fn beside(value: &Value) -> String {
    let year = |per: Period| if per == Period::Year { ", per: Year" } else { "" };
    match value {
        Value::Deductible { per, then, .. } if then.is_empty() => year(*per).to_owned(),
        Value::Deductible { per, then, .. } => {
            let then: Vec<String> = then.iter().copied().map(money).collect();
            format!(", then: [{}]{}", then.join(", "), year(*per))
        }
        Value::Rate(schedule) if schedule.as_plain().is_none() => year(schedule.per).to_owned(),
        _ => String::new(),
    }
}

fn form(item: Item, value: &Value) -> String {
    match value {
        Value::Deductible { first, .. } => format!("Deductible({})", money(*first)),
        Value::DeductibleTimes(factor) => {
            let times = |share: Percent| Percent::from_hundredths(share.hundredths() / 100);
            format!("DeductibleTimes({})", span(factor.map(times)))
        }
        Value::DeductibleShare(BillShare { share, least, most }) => {
            let (least, most) = (yuan(*least), yuan(*most));
            format!("DeductibleShare(share: {}, least: {least}, most: {most})", span(*share))
        }
        Value::Amount(amount) => format!("{}({})", name(item), money(*amount)),
        Value::Share(share) => format!("{}({})", name(item), span(*share)),
        Value::Rate(schedule) => rate(item, schedule),
        Value::Away(rule) => format!("Away({})", away(*rule)),
        Value::CatastrophicBase(base) => format!(
            "CatastrophicCounts(deductible: {}, first_self_pay: {})",
            base.deductible, base.first_self_pay
        ),
        Value::None => format!("No({item:?})"),
        // One of several stands in a list of its own.
        Value::OneOf(all) => all.first().map_or_else(String::new, |one| form(item, one)),
    }
}

/// How a data file names an item.
fn name(item: Item) -> String {
    match item {
        Item::SupplementRate => "Supplement".to_owned(),
        Item::CatastrophicRate => "Catastrophic".to_owned(),
        Item::AidRate => "Aid".to_owned(),
        other => format!("{other:?}"),
    }
}

fn rate(item: Item, schedule: &Schedule) -> String {
    if let Some(plain) = schedule.as_plain() {
        return format!("{}({})", name(item), span(plain));
    }
    let slice = |band: &RateBand| {
        let end = band.to.map_or_else(String::new, |to| format!("to: {}, ", yuan(to)));
        format!("({end}pays: {})", span(band.pays))
    };
    let slices: Vec<String> = schedule.bands.iter().map(slice).collect();
    let name = if item == Item::Rate { String::new() } else { name(item) };
    format!("{name}Bands([{}])", slices.join(", "))
}

fn away(rule: AwayRule) -> String {
    let first = rule.first_self_pay;
    let pays_first = !first.high().is_zero();
    match rule.change {
        RateChange::NotCovered => "NotCovered".to_owned(),
        RateChange::Times(share) => format!("Times({})", span(share)),
        RateChange::Cut(points) if pays_first => {
            format!("FirstSelfPayThenCut({}, {})", span(first), span(points))
        }
        RateChange::Cut(points) => format!("Cut({})", span(points)),
        RateChange::Same if pays_first => format!("FirstSelfPay({})", span(first)),
        RateChange::Same => "Same".to_owned(),
    }
}

fn money(amount: Span<Money>) -> String {
    let (low, high) = (yuan(amount.low()), yuan(amount.high()));
    if amount.is_exact() { low } else { format!("({low}, {high})") }
}

/// An amount without the noughts behind its point.
fn yuan(amount: Money) -> String {
    let (whole, part) = (amount.fen() / 100, amount.fen() % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}") }
}

fn span<T: Copy + Ord + Display>(ends: Span<T>) -> String {
    if ends.is_exact() { ends.low().to_string() } else { format!("({}, {})", ends.low(), ends.high()) }
}
