//! What a figure of a data file says, as it is written, and the value it becomes.

use serde::Deserialize;

use super::figure::{
    AwayRule, BillShare, CatastrophicBase, Item, Period, RateBand, RateChange, Schedule, Value,
};
use super::misread::Misread;
use crate::num::{Factor, Money, Percent, Span};

#[derive(Clone, Debug, Deserialize)]
pub(super) enum ValueForm {
    Deductible(Span<Money>),
    /// The deductible at home times a factor.
    DeductibleTimes(Span<Factor>),
    DeductibleShare(BillShareForm),
    DeductiblesCeiling(Span<Money>),
    Rate(Span<Percent>),
    Bands(Vec<BandForm>),
    Cap(Span<Money>),
    Supplement(Span<Percent>),
    SupplementBands(Vec<BandForm>),
    SupplementCap(Span<Money>),
    CatastrophicDeductible(Span<Money>),
    Catastrophic(Span<Percent>),
    CatastrophicBands(Vec<BandForm>),
    CatastrophicCap(Span<Money>),
    CatastrophicCounts(CatastrophicBase),
    AidDeductible(Span<Money>),
    Aid(Span<Percent>),
    AidCap(Span<Money>),
    Away(AwayForm),
    UncoveredShare(Span<Percent>),
    /// The area has none of it.
    No(Item),
}

#[derive(Clone, Debug, Deserialize)]
pub(super) enum AwayForm {
    /// As at home.
    Same,
    /// So many points less.
    Cut(Span<Percent>),
    /// The usual rate times this percent.
    Times(Span<Percent>),
    /// The patient pays this percent first, then the usual rules hold.
    FirstSelfPay(Span<Percent>),
    /// The patient pays this percent first, then so many points less.
    FirstSelfPayThenCut(Span<Percent>, Span<Percent>),
    /// Nothing is paid.
    NotCovered,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BandForm {
    #[serde(default)]
    to: Option<Money>,
    pays: Span<Percent>,
}

/// A share of the whole bill, and what it comes to at least and at most.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BillShareForm {
    share: Span<Percent>,
    least: Money,
    most: Money,
}

/// What a figure says beside its `is` or `one_of`.
#[derive(Clone, Debug)]
pub(super) struct WrittenBeside {
    /// The deductibles of later admissions.
    pub(super) then: Vec<Span<Money>>,
    pub(super) per: Option<Period>,
}

/// What a figure says of which item.
///
/// # Errors
/// Where it says nothing, or what does not go together.
pub(super) fn said(
    is: Option<ValueForm>,
    one_of: Vec<ValueForm>,
    beside: &WrittenBeside,
) -> Result<(Item, Value), Misread> {
    match (is, one_of.len()) {
        (Some(form), 0) => one(form, beside),
        (Some(_), _) => Err(Misread::IsAndOneOf),
        (None, 0) => Err(Misread::SaysNothing),
        (None, 1) => Err(Misread::OneOfOne),
        (None, _) => {
            let all = one_of.into_iter().map(|form| one(form, beside)).collect::<Result<Vec<_>, _>>()?;
            let item = all[0].0;
            if all.iter().any(|(other, _)| *other != item) {
                return Err(Misread::OneOfMixed);
            }
            Ok((item, Value::OneOf(all.into_iter().map(|(_, value)| value).collect())))
        }
    }
}

fn one(form: ValueForm, beside: &WrittenBeside) -> Result<(Item, Value), Misread> {
    if let ValueForm::DeductibleShare(BillShareForm { least, most, .. }) = &form
        && least > most
    {
        return Err(Misread::LeastAboveMost);
    }
    let (item, value) = value(form, beside.then.clone(), beside.per);
    if !beside.then.is_empty() && !matches!(value, Value::Deductible { .. }) {
        return Err(Misread::ThenWithoutDeductible);
    }
    let counts_by_period = matches!(&value, Value::Deductible { .. })
        || matches!(&value, Value::Rate(schedule) if schedule.as_plain().is_none());
    if beside.per.is_some() && !counts_by_period {
        return Err(Misread::PerWithoutCount);
    }
    Ok((item, value))
}

fn schedule(bands: Vec<BandForm>, per: Option<Period>) -> Value {
    let bands = bands.into_iter().map(|band| RateBand { to: band.to, pays: band.pays }).collect();
    Value::Rate(Schedule { per: per.unwrap_or_default(), bands })
}

fn value(form: ValueForm, then: Vec<Span<Money>>, per: Option<Period>) -> (Item, Value) {
    let plain = |rate| Value::Rate(Schedule::plain(rate));
    match form {
        ValueForm::Deductible(first) => {
            let per = per.unwrap_or_default();
            (Item::Deductible, Value::Deductible { per, first, then })
        }
        ValueForm::DeductibleTimes(factor) => {
            (Item::Deductible, Value::DeductibleTimes(factor.map(Factor::percent)))
        }
        ValueForm::DeductibleShare(BillShareForm { share, least, most }) => {
            (Item::Deductible, Value::DeductibleShare(BillShare { share, least, most }))
        }
        ValueForm::DeductiblesCeiling(amount) => (Item::DeductiblesCeiling, Value::Amount(amount)),
        ValueForm::Rate(rate) => (Item::Rate, plain(rate)),
        ValueForm::Bands(bands) => (Item::Rate, schedule(bands, per)),
        ValueForm::Cap(amount) => (Item::Cap, Value::Amount(amount)),
        ValueForm::Supplement(rate) => (Item::SupplementRate, plain(rate)),
        ValueForm::SupplementBands(bands) => (Item::SupplementRate, schedule(bands, per)),
        ValueForm::SupplementCap(amount) => (Item::SupplementCap, Value::Amount(amount)),
        ValueForm::CatastrophicDeductible(amount) => (Item::CatastrophicDeductible, Value::Amount(amount)),
        ValueForm::Catastrophic(rate) => (Item::CatastrophicRate, plain(rate)),
        ValueForm::CatastrophicBands(bands) => (Item::CatastrophicRate, schedule(bands, per)),
        ValueForm::CatastrophicCap(amount) => (Item::CatastrophicCap, Value::Amount(amount)),
        ValueForm::CatastrophicCounts(base) => (Item::CatastrophicBase, Value::CatastrophicBase(base)),
        ValueForm::AidDeductible(amount) => (Item::AidDeductible, Value::Amount(amount)),
        ValueForm::Aid(share) => (Item::AidRate, Value::Share(share)),
        ValueForm::AidCap(amount) => (Item::AidCap, Value::Amount(amount)),
        ValueForm::Away(rule) => (Item::Away, Value::Away(away(rule))),
        ValueForm::UncoveredShare(share) => (Item::UncoveredShare, Value::Share(share)),
        ValueForm::No(item) => (item, Value::None),
    }
}

fn away(form: AwayForm) -> AwayRule {
    let none = Span::exact(Percent::ZERO);
    let (first_self_pay, change) = match form {
        AwayForm::Same => (none, RateChange::Same),
        AwayForm::Cut(points) => (none, RateChange::Cut(points)),
        AwayForm::Times(share) => (none, RateChange::Times(share)),
        AwayForm::FirstSelfPay(share) => (share, RateChange::Same),
        AwayForm::FirstSelfPayThenCut(share, points) => (share, RateChange::Cut(points)),
        AwayForm::NotCovered => (none, RateChange::NotCovered),
    };
    AwayRule { first_self_pay, change }
}
