//! Every number a settlement needs, each exact: what the figures say once each
//! uncertain one has been put at one end.

use crate::num::{Money, Percent, Rate};
use crate::policy::{CatastrophicBase, Period};

/// A bill whose uncovered part is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExactBill {
    /// The whole bill.
    pub total: Money,
    /// The part that is not eligible: own expense, prepay and over-limit together.
    pub uncovered: Money,
    /// Own expense, prepay and over-limit, where the bill is split.
    pub split: Option<[Money; 3]>,
}

/// Slices of an amount and the share paid of each, ends rising; beyond the last
/// end nothing is paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slices {
    /// Whether they count this stay alone or the year's cost.
    pub per: Period,
    /// End of the slice (none: without end) and the share paid.
    pub bands: Vec<(Option<Money>, Percent)>,
}

/// What the route does to the rate, with exact numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExactRule {
    /// Nothing.
    Same,
    /// Points off.
    Cut(Percent),
    /// A share of it.
    Times(Percent),
    /// No fund pays anything.
    NotCovered,
}

impl ExactRule {
    /// The rate after the rule.
    pub fn apply(self, rate: Percent) -> Rate {
        let hundredths = |percent: Percent| i128::from(percent.hundredths());
        match self {
            Self::Same => rate.into(),
            Self::Cut(points) => rate.less_points(points).into(),
            Self::Times(share) => Rate::from_parts(hundredths(rate) * hundredths(share)),
            Self::NotCovered => Rate::from_parts(0),
        }
    }
}

/// What a deductible comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeductibleDue {
    /// So much.
    Amount(Money),
    /// So many times the deductible at home.
    Times {
        /// The deductible at home.
        home: Money,
        /// 250 % for two and a half times.
        factor: Percent,
    },
    /// A share of the whole bill.
    Share {
        /// The share.
        share: Percent,
        /// The least it comes to.
        least: Money,
        /// The most.
        most: Money,
    },
}

impl DeductibleDue {
    /// The amount, for a bill of so much.
    pub fn of(self, total: Money) -> Money {
        match self {
            Self::Amount(amount) => amount,
            Self::Times { home, factor } => home.share(factor),
            Self::Share { share, least, most } => total.share(share).max(least).min(most),
        }
    }
}

/// A layer above the cap (大额补助).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// Shares by slice, counted from the point where the cap is reached.
    pub slices: Slices,
    /// Most it pays in a year.
    pub cap: Option<Money>,
}

/// The catastrophic insurance (大病保险).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catastrophic {
    /// Compliant burden of the year up to which it pays nothing.
    pub deductible: Money,
    /// Shares by slice, counted from the deductible.
    pub slices: Slices,
    /// Most it pays in a year.
    pub cap: Option<Money>,
    /// What counts as compliant burden.
    pub base: CatastrophicBase,
}

/// Medical aid (医疗救助).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aid {
    /// Burden up to which it pays nothing.
    pub deductible: Money,
    /// Share of the rest.
    pub rate: Percent,
    /// Most it pays in a year.
    pub cap: Option<Money>,
}

/// Every number a settlement needs, each exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Share of the eligible cost the patient pays first.
    pub first_self_pay: Percent,
    /// What the route does to the rate.
    pub rule: ExactRule,
    /// The deductible that applies, before what was paid this year.
    pub deductible: DeductibleDue,
    /// Whether the deductible is paid each stay or once a year.
    pub deductible_per: Period,
    /// The deductible runs on from the hospital before, in the same illness.
    pub deductible_runs_on: bool,
    /// Most that all deductibles of the year come to together.
    pub deductibles_ceiling: Option<Money>,
    /// The pooled fund's rates.
    pub rates: Slices,
    /// Most the pooled fund pays in a year.
    pub cap: Option<Money>,
    /// The layer above the cap.
    pub supplement: Option<Supplement>,
    /// The catastrophic insurance.
    pub catastrophic: Option<Catastrophic>,
    /// Medical aid.
    pub aid: Option<Aid>,
}

impl Numbers {
    /// The pooled fund's rate after the away rule, where there is only one and
    /// it is exact in hundredths of a percent.
    pub fn plain_rate(&self) -> Option<Percent> {
        let [(None, rate)] = self.rates.bands.as_slice() else { return None };
        let effective = self.rule.apply(*rate).parts();
        let exact = effective % Percent::SCALE == 0;
        let hundredths = u32::try_from(effective / Percent::SCALE).ok()?;
        exact.then(|| Percent::from_hundredths(hundredths))
    }
}
