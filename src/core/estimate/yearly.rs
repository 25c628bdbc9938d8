//! What counts over the calendar year: the counters of the limits, and the limits.

use enumset::{EnumSet, EnumSetType};

use super::numbers::{DeductibleDue, Numbers};
use super::terms::{Side, Terms};
use crate::case::{Case, YearToDate};
use crate::num::Money;
use crate::policy::{Holder, Item, Period};

/// A case with what the year has left at one end.
pub(super) fn in_year(case: &Case, side: Side) -> Case {
    match side {
        Side::Best => case.in_best_year(),
        Side::Worst => case.in_worst_year(),
    }
}

/// The most that either year has used.
pub(super) fn most_used(case: &Case) -> YearToDate {
    let mut most = case.year;
    if let Some(mut other) = case.year_at_worst {
        for counter in Counter::ALL {
            let slot = counter.slot(&mut most);
            *slot = (*slot).max(*counter.slot(&mut other));
        }
    }
    most
}

/// An amount that the year adds up.
#[derive(EnumSetType, Debug, Hash)]
pub enum Counter {
    /// Deductible paid.
    Deductible,
    /// Eligible cost, on which annual slices count on.
    Eligible,
    /// Paid by the pooled fund.
    Fund,
    /// Paid by the supplement.
    Supplement,
    /// Compliant burden.
    Burden,
    /// Paid by the catastrophic insurance.
    Catastrophic,
    /// Paid by medical aid.
    Aid,
}

impl Counter {
    /// Every counter, in the order of the steps.
    pub const ALL: [Self; 7] = [
        Self::Deductible,
        Self::Eligible,
        Self::Fund,
        Self::Supplement,
        Self::Burden,
        Self::Catastrophic,
        Self::Aid,
    ];

    /// Where it stands in a year to date.
    pub const fn slot(self, year: &mut YearToDate) -> &mut Money {
        match self {
            Self::Deductible => &mut year.deductible,
            Self::Eligible => &mut year.eligible,
            Self::Fund => &mut year.fund,
            Self::Supplement => &mut year.supplement,
            Self::Burden => &mut year.burden,
            Self::Catastrophic => &mut year.catastrophic,
            Self::Aid => &mut year.aid,
        }
    }

    /// The items whose limit it counts towards.
    const fn items(self) -> &'static [Item] {
        match self {
            Self::Deductible => &[Item::Deductible, Item::DeductiblesCeiling],
            Self::Eligible => &[Item::Rate],
            Self::Fund => &[Item::Cap],
            Self::Supplement => &[Item::SupplementCap],
            Self::Burden => &[Item::CatastrophicDeductible],
            Self::Catastrophic => &[Item::CatastrophicCap],
            Self::Aid => &[Item::AidCap],
        }
    }
}

/// Which counters count every kind of care: those whose figures name none. The
/// nation stands in for one catastrophic insurance and one aid, though it says so
/// for each kind of care.
pub(super) fn counted_together(terms: &Terms) -> EnumSet<Counter> {
    let is_one = |counter: Counter| {
        let mut figures = counter.items().iter().flat_map(|item| terms.figures_of(*item)).peekable();
        let is_person = matches!(counter, Counter::Burden | Counter::Catastrophic | Counter::Aid);
        figures.peek().is_some()
            && figures
                .all(|figure| figure.selectors.care.is_none() || is_person && figure.holder == Holder::Nation)
    };
    Counter::ALL.into_iter().filter(|counter| is_one(*counter)).collect()
}

/// The limits of a year; none where there is none, or none is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Most that the deductibles come to together.
    pub deductibles: Option<Money>,
    /// Most the pooled fund pays.
    pub cap: Option<Money>,
    /// Most the supplement pays.
    pub supplement: Option<Money>,
    /// The compliant burden from which on the catastrophic insurance pays.
    pub catastrophic_from: Option<Money>,
    /// Most the catastrophic insurance pays.
    pub catastrophic: Option<Money>,
    /// Most medical aid pays.
    pub aid: Option<Money>,
}

impl Limits {
    /// The limit that a counter counts towards.
    pub const fn of(&self, counter: Counter) -> Option<Money> {
        match counter {
            Counter::Deductible => self.deductibles,
            Counter::Eligible => None,
            Counter::Fund => self.cap,
            Counter::Supplement => self.supplement,
            Counter::Burden => self.catastrophic_from,
            Counter::Catastrophic => self.catastrophic,
            Counter::Aid => self.aid,
        }
    }

    /// Of two limits that may hold the one at a side.
    pub(super) fn joined(self, other: Self, side: Side) -> Self {
        let pick = |one: Option<Money>, other: Option<Money>, larger: bool| {
            let (one, other) = (one?, other?);
            Some(if larger == (side == Side::Best) { one.max(other) } else { one.min(other) })
        };
        Self {
            deductibles: pick(self.deductibles, other.deductibles, false),
            cap: pick(self.cap, other.cap, true),
            supplement: pick(self.supplement, other.supplement, true),
            catastrophic_from: pick(self.catastrophic_from, other.catastrophic_from, false),
            catastrophic: pick(self.catastrophic, other.catastrophic, true),
            aid: pick(self.aid, other.aid, true),
        }
    }
}

/// The limits among exact numbers.
pub(super) fn limits_of(numbers: &Numbers) -> Limits {
    // More than any bill: there is no limit.
    let limit = |amount: Option<Money>| amount.filter(|amount| *amount < Money::MAX);
    let annual = match (numbers.deductible_per, numbers.deductible) {
        (Period::Year, DeductibleDue::Amount(amount)) => Some(amount),
        (Period::Year, DeductibleDue::Times { home, factor }) => Some(home.share(factor)),
        _ => None,
    };
    let catastrophic = numbers.catastrophic.as_ref();
    Limits {
        deductibles: limit(numbers.deductibles_ceiling).or(annual),
        cap: limit(numbers.cap),
        supplement: numbers.supplement.as_ref().and_then(|layer| limit(layer.cap)),
        catastrophic_from: catastrophic.and_then(|layer| limit(Some(layer.deductible))),
        catastrophic: catastrophic.and_then(|layer| limit(layer.cap)),
        aid: numbers.aid.and_then(|aid| limit(aid.cap)),
    }
}
