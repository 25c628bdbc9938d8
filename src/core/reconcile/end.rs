//! One end of a run, to be changed and settled again, and the search for a number
//! that makes it come to an amount.

use crate::case::{Case, YearToDate};
use crate::estimate::{ExactBill, ExactRule, Numbers, Settlement, settle};
use crate::num::{Money, Percent};

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

    /// One rate for everything, whatever the route does.
    pub(super) fn set_rate(&mut self, rate: Percent) {
        self.numbers.rates.bands = vec![(None, rate)];
        self.numbers.rule = ExactRule::Same;
    }

    /// One rate above the cap.
    pub(super) fn set_supplement(&mut self, rate: Percent) {
        if let Some(supplement) = &mut self.numbers.supplement {
            supplement.slices.bands = vec![(None, rate)];
        }
    }
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

/// A share in hundredths of a percent is searched like an amount in fen.
pub(super) fn percent(hundredths: Money) -> Percent {
    Percent::from_hundredths(u32::try_from(hundredths.fen()).unwrap_or_default())
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
