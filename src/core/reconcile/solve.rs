//! Numbers worked out from the slip: which earlier payment, deductible, rate or
//! uncovered part would make the settlement come to it.

use super::chain::supplement_rate;
use super::change::Change;
use super::end::{End, percent, range, roundest};
use super::fit::Observed;
use super::slip::Slip;
use crate::case::YearToDate;
use crate::estimate::{DeductibleDue, Settlement};
use crate::names::SlipField;
use crate::num::Money;
use crate::policy::Period;

/// Whether the settlement without a deductible, or without anything earlier, is the slip's.
pub(super) fn plain_changes(end: &End) -> Vec<(Change, Settlement)> {
    let mut found = vec![(
        Change::NoDeductible,
        end.with(|end| end.numbers.deductible = DeductibleDue::Amount(Money::ZERO)),
    )];
    if end.year != YearToDate::default() {
        found.push((Change::NothingEarlier, end.with(|end| end.year = YearToDate::default())));
    }
    found
}

/// No rule that is known takes a larger deductible for a stay.
const MOST_DEDUCTIBLE: Money = Money::from_yuan(5_000);

/// Whether a number that was worked out could as well be any other: what is not
/// covered, in fen that nobody writes.
pub(super) fn is_loose(change: Change) -> bool {
    matches!(change, Change::Uncovered(amount) if amount.fen() % 100 != 0)
}

/// Whether a number is such as rules and people have, or stands on the slip itself:
/// else everything could be made to fit.
fn is_likely(change: Change, slip: &Slip) -> bool {
    let is_named = slip.get(SlipField::Deductible).is_some();
    let is_round = |amount: Money, yuan: i64| amount.fen() % (yuan * 100) == 0;
    match change {
        Change::FundUsed(used) => {
            slip.get(SlipField::Supplement).is_some_and(|paid| !paid.is_zero()) || is_round(used, 1_000)
        }
        Change::DeductiblePaid(paid) => is_named || is_round(paid, 1),
        Change::Deductible(deductible) => {
            is_named || (is_round(deductible, 10) && deductible <= MOST_DEDUCTIBLE)
        }
        Change::Rate(rate) => rate.hundredths() % 50 == 0,
        Change::SupplementRate(rate) => rate.hundredths() % 100 == 0,
        _ => true,
    }
}

/// Every number that makes the settlement the slip's.
pub(super) fn solved(end: &End, observed: &Observed<'_>) -> Vec<(Change, Settlement)> {
    let mut found = Vec::new();
    let mut add = |change: Change, settled: Settlement| {
        if is_likely(change, observed.slip) && observed.fits(&settled) {
            found.push((change, settled));
        }
    };
    let slip = observed.slip;
    let paid = [SlipField::Fund, SlipField::Funds, SlipField::Personal, SlipField::Cash]
        .into_iter()
        .find(|field| slip.get(*field).is_some());
    let deducted = slip.get(SlipField::Deductible).map(|_| SlipField::Deductible).or(paid);
    let search = |field: Option<SlipField>, most: Money, at: &dyn Fn(Money) -> Settlement| {
        let field = field?;
        let wanted = observed.wanted(field)?;
        let amount = |value: Money| field.of(&at(value)).unwrap_or_default();
        roundest(range(most, amount, wanted)?).map(|value| (value, at(value)))
    };
    if let Some(cap) = end.numbers.cap {
        let at = |used: Money| end.with(|end| end.year.fund = used);
        if let Some((used, settled)) = search(paid, cap, &at) {
            add(Change::FundUsed(used), settled);
        }
    }
    if end.numbers.deductible_per == Period::Year {
        let at = |paid: Money| end.with(|end| end.year.deductible = paid);
        if let Some((paid, settled)) = search(deducted, end.numbers.deductible.of(end.bill.total), &at) {
            add(Change::DeductiblePaid(paid), settled);
        }
    }
    if end.numbers.catastrophic.is_some() {
        let at = |borne: Money| end.with(|end| end.year.burden = borne);
        let field = slip.get(SlipField::Catastrophic).map(|_| SlipField::Catastrophic);
        if let Some((borne, settled)) = search(field, Money::MAX, &at) {
            add(Change::BurdenBorne(borne), settled);
        }
    }
    let at = |deductible: Money| {
        end.with(|end| {
            end.numbers.deductible = DeductibleDue::Amount(deductible);
            end.numbers.deductible_per = Period::Stay;
            end.numbers.deductible_runs_on = false;
            end.numbers.deductibles_ceiling = None;
        })
    };
    if let Some((deductible, settled)) = search(deducted, end.bill.total - end.bill.uncovered, &at) {
        add(Change::Deductible(deductible), settled);
    }
    let flat = |hundredths: Money| end.with(|end| end.set_rate(percent(hundredths)));
    if let Some((rate, settled)) = search(paid, Money::from_fen(10_000), &flat) {
        add(Change::Rate(percent(rate)), settled);
    }
    if let Some(rate) = supplement_rate(end, observed) {
        add(Change::SupplementRate(rate), end.with(|end| end.set_supplement(rate)));
    }
    if slip.get(SlipField::Eligible).is_none() && end.bill.split.is_none() {
        let known = end.bill.uncovered;
        let at = |uncovered: Money| end.with(|end| end.bill.uncovered = uncovered);
        let found = search(paid, end.bill.total, &at).filter(|(uncovered, _)| *uncovered != known);
        if let Some((uncovered, settled)) = found {
            add(Change::Uncovered(uncovered), settled);
        }
    }
    found
}
