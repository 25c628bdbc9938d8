//! Numbers worked out from the slip: which earlier payment, deductible, rate or
//! uncovered part would make the settlement come to it.

use super::chain::{percent, supplement_rate};
use super::change::Change;
use super::fit::Observed;
use crate::case::{Case, YearToDate};
use crate::estimate::{ExactBill, Numbers, Settlement, settle};
use crate::names::SlipField;
use crate::num::Money;
use crate::policy::Period;

/// One end of a run, with everything its settlement was made of.
#[derive(Clone)]
pub(super) struct End {
    pub(super) bill: ExactBill,
    pub(super) numbers: Numbers,
    pub(super) year: YearToDate,
    pub(super) account: Money,
}

impl End {
    pub(super) fn of(case: &Case, (bill, numbers): (ExactBill, Numbers)) -> Self {
        Self { bill, numbers, year: case.year, account: case.account }
    }

    pub(super) fn settle(&self) -> Settlement {
        settle(&self.bill, &self.year, self.account, &self.numbers)
    }

    pub(super) fn with(&self, change: impl Fn(&mut Self)) -> Settlement {
        let mut end = self.clone();
        change(&mut end);
        end.settle()
    }
}

/// Whether the settlement without a deductible, or without anything earlier, is the slip's.
pub(super) fn plain_changes(end: &End) -> Vec<(Change, Settlement)> {
    let mut found = vec![(Change::NoDeductible, end.with(|end| end.numbers.deductible = Money::ZERO))];
    if end.year != YearToDate::default() {
        found.push((Change::NothingEarlier, end.with(|end| end.year = YearToDate::default())));
    }
    found
}

/// Every number that makes the settlement the slip's.
pub(super) fn solved(end: &End, observed: &Observed<'_>) -> Vec<(Change, Settlement)> {
    let mut found = Vec::new();
    let mut add = |change: Change, settled: Settlement| {
        if observed.fits(&settled) {
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
        if let Some((paid, settled)) = search(deducted, end.numbers.deductible, &at) {
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
            end.numbers.deductible = deductible;
            end.numbers.deductible_per = Period::Stay;
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

/// The values from nothing to the most for which a rising or falling amount is
/// the one that is wanted.
pub(super) fn range(most: Money, amount: impl Fn(Money) -> Money, wanted: Money) -> Option<(Money, Money)> {
    let rises = amount(most) >= amount(Money::ZERO);
    // The first value at which the amount is not on the near side any more.
    let first = |past: &dyn Fn(Money) -> bool| {
        let (mut low, mut high) = (0, most.fen() + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            if past(amount(Money::from_fen(middle))) { high = middle } else { low = middle + 1 }
        }
        low
    };
    let (start, end) = if rises {
        (first(&|amount| amount >= wanted), first(&|amount| amount > wanted))
    } else {
        (first(&|amount| amount <= wanted), first(&|amount| amount < wanted))
    };
    (start < end).then(|| (Money::from_fen(start), Money::from_fen(end - 1)))
}

/// The value of a range with the most zeros: rules and people like round numbers.
pub(super) fn roundest((low, high): (Money, Money)) -> Option<Money> {
    [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1].into_iter().find_map(|step| {
        let value = (low.fen() + step - 1) / step * step;
        (value <= high.fen()).then(|| Money::from_fen(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_found_whether_the_amount_rises_or_falls() {
        let fen = Money::from_fen;
        let half = |value: Money| fen(value.fen() / 2);
        assert_eq!(range(fen(100), half, fen(10)), Some((fen(20), fen(21))));
        let falls = |value: Money| fen(100 - value.fen() / 2);
        assert_eq!(range(fen(100), falls, fen(90)), Some((fen(20), fen(21))));
        assert_eq!(range(fen(100), half, fen(51)), None);
        assert_eq!(roundest((fen(1_995), fen(2_005))), Some(fen(2_000)));
        assert_eq!(roundest((fen(1_991), fen(1_991))), Some(fen(1_991)));
    }
}
