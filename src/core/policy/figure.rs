//! A figure: one number with where it holds, since when, and who says so.

use std::fmt;
use std::sync::Arc;

use enumset::EnumSetType;
use jiff::civil::Date;
use serde::Deserialize;
use strum::VariantArray;

use super::bilingual::Words;
use super::selectors::Selectors;
use crate::num::{Money, Percent, Span};
use crate::spelling::is_plain;

/// What a figure is a number of.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Deserialize)]
pub enum Item {
    /// Deductible (起付线).
    Deductible,
    /// Most that all deductibles of a year come to together (年度累计起付线封顶).
    DeductiblesCeiling,
    /// Share the pooled fund pays (支付比例).
    Rate,
    /// Most the pooled fund pays in a year (封顶线).
    Cap,
    /// Share the supplement pays above the cap (大额补助).
    SupplementRate,
    /// Most the supplement pays in a year.
    SupplementCap,
    /// Deductible of the catastrophic insurance (大病保险起付标准).
    CatastrophicDeductible,
    /// Share the catastrophic insurance pays (大病保险支付比例).
    CatastrophicRate,
    /// Most the catastrophic insurance pays in a year.
    CatastrophicCap,
    /// What counts as compliant burden for the catastrophic insurance.
    CatastrophicBase,
    /// Deductible of medical aid (医疗救助).
    AidDeductible,
    /// Share medical aid pays.
    AidRate,
    /// Most medical aid pays in a year.
    AidCap,
    /// What a route does to the rate (异地支付规则).
    Away,
    /// Share of a bill that is not eligible, where the bill is not split.
    UncoveredShare,
}

impl Item {
    /// The item in the form ids use: `catastrophic-rate`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deductible => "deductible",
            Self::DeductiblesCeiling => "deductibles-ceiling",
            Self::Rate => "rate",
            Self::Cap => "cap",
            Self::SupplementRate => "supplement-rate",
            Self::SupplementCap => "supplement-cap",
            Self::CatastrophicDeductible => "catastrophic-deductible",
            Self::CatastrophicRate => "catastrophic-rate",
            Self::CatastrophicCap => "catastrophic-cap",
            Self::CatastrophicBase => "catastrophic-base",
            Self::AidDeductible => "aid-deductible",
            Self::AidRate => "aid-rate",
            Self::AidCap => "aid-cap",
            Self::Away => "away",
            Self::UncoveredShare => "uncovered-share",
        }
    }
}

/// Whether an amount is counted once a stay or over the calendar year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Period {
    /// Each admission on its own.
    #[default]
    Stay,
    /// Added up over the calendar year.
    Year,
}

/// A slice of an amount and the share paid of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RateBand {
    /// Where the slice ends; none means it never does.
    pub to: Option<Money>,
    /// The share paid of it.
    pub pays: Span<Percent>,
}

/// Rates by slice, from zero upward; a plain rate is one slice without end.
/// What lies beyond a last slice that ends is not paid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// Whether the slices count this stay alone or the year's cost.
    pub per: Period,
    /// The slices, in order.
    pub bands: Vec<RateBand>,
}

impl Schedule {
    /// One rate for everything.
    pub fn plain(pays: Span<Percent>) -> Self {
        Self { per: Period::Stay, bands: vec![RateBand { to: None, pays }] }
    }

    /// The rate, where it is the same for everything.
    pub fn as_plain(&self) -> Option<Span<Percent>> {
        match self.bands.as_slice() {
            [RateBand { to: None, pays }] => Some(*pays),
            _ => None,
        }
    }

    /// The schedule that is nowhere above or below both: used where it is not
    /// known which of two figures holds.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        let mut edges: Vec<Option<Money>> =
            self.bands.iter().chain(&other.bands).map(|band| band.to).collect();
        // `None` is the end without end: last.
        edges.sort_by_key(|to| to.map_or(i64::MAX, Money::fen));
        edges.dedup();
        let bands = edges
            .into_iter()
            .map(|to| RateBand { to, pays: self.rate_up_to(to).hull(other.rate_up_to(to)) })
            .collect();
        let per = if self.per == Period::Year { self.per } else { other.per };
        Self { per, bands }
    }

    /// The rate of the slice that ends at or after `to`.
    fn rate_up_to(&self, to: Option<Money>) -> Span<Percent> {
        let reaches = |band: &&RateBand| match (band.to, to) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(end), Some(to)) => to <= end,
        };
        self.bands.iter().find(reaches).map_or(Span::exact(Percent::ZERO), |band| band.pays)
    }
}

/// What an away rule does to the rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RateChange {
    /// The rate stays as it is.
    Same,
    /// So many points are taken from the rate.
    Cut(Span<Percent>),
    /// The rate is multiplied by this share.
    Times(Span<Percent>),
    /// No fund pays anything.
    NotCovered,
}

/// What a route does to the money (异地支付规则): an optional first self-pay,
/// then one change of the rate. The kind is kept because the kinds give
/// different money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AwayRule {
    /// Share of the eligible cost that the patient pays before everything else.
    pub first_self_pay: Span<Percent>,
    /// What happens to the rate.
    pub change: RateChange,
}

impl AwayRule {
    /// A rule that changes nothing.
    pub const SAME: Self = Self { first_self_pay: Span::exact(Percent::ZERO), change: RateChange::Same };
}

/// What counts as compliant burden for the catastrophic insurance, beyond the co-payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatastrophicBase {
    /// The basic deductible counts.
    pub deductible: bool,
    /// The first self-pay of an away rule counts.
    pub first_self_pay: bool,
}

impl CatastrophicBase {
    /// What holds where an area says nothing: the deductible counts, the first
    /// self-pay does not.
    pub const USUAL: Self = Self { deductible: true, first_self_pay: false };
}

/// A share of the whole bill, at least and at most so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BillShare {
    /// The share.
    pub share: Span<Percent>,
    /// The lowest amount.
    pub least: Money,
    /// The highest.
    pub most: Money,
}

/// The number itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A deductible for the first admission, and for the second, third and so
    /// on; the last of `then` holds for all later ones. An empty `then` means
    /// that no rule for repeated admissions is known.
    Deductible {
        /// Whether it is paid each stay or once a year.
        per: Period,
        /// For the first admission of the year.
        first: Span<Money>,
        /// For the second and later admissions of the year.
        then: Vec<Span<Money>>,
    },
    /// A deductible: so many times the one at home, 250 % for two and a half times.
    DeductibleTimes(Span<Percent>),
    /// A deductible: a share of the whole bill.
    DeductibleShare(BillShare),
    /// One of several, and it is not known which: each is settled.
    OneOf(Vec<Value>),
    /// An amount: a cap or a deductible of a later layer.
    Amount(Span<Money>),
    /// A plain or banded rate.
    Rate(Schedule),
    /// A share that is never banded.
    Share(Span<Percent>),
    /// What a route does.
    Away(AwayRule),
    /// What the catastrophic insurance counts.
    CatastrophicBase(CatastrophicBase),
    /// This area has none, says the source: nothing is taken from a wider level.
    None,
}

/// How sure a figure is, worst first, so that the weakest of several is their minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, VariantArray)]
pub enum Grade {
    /// A national range or convention, used because nothing closer is known.
    Assumed,
    /// An unverified public data set.
    Community,
    /// Told by the person: by the hotline, a notice, an earlier slip.
    Told,
    /// One published source.
    Reported,
    /// Two independent published sources agree.
    Corroborated,
    /// Read in a copy of the official text.
    Official,
    /// Checked by an agency itself, which says by whom and when.
    Verified,
}

impl Grade {
    /// Every grade, best first.
    pub const ALL: [Self; 7] = [
        Self::Verified,
        Self::Official,
        Self::Corroborated,
        Self::Reported,
        Self::Told,
        Self::Community,
        Self::Assumed,
    ];

    /// The grade as programs read it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Assumed => "assumed",
            Self::Community => "community",
            Self::Told => "told",
            Self::Reported => "reported",
            Self::Corroborated => "corroborated",
            Self::Official => "official",
            Self::Verified => "verified",
        }
    }
}

/// Whose figure it is: the levels of the look-up, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// The insured area's own, by division code.
    Area(u32),
    /// Its province's, by division code.
    Province(u32),
    /// The nation's.
    Nation,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(code) | Self::Province(code) => write!(f, "{code}"),
            Self::Nation => f.write_str("nation"),
        }
    }
}

/// One number with where it holds, since when, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Whose it is.
    pub holder: Holder,
    /// The line of its file on which its number stands.
    pub line: usize,
    /// What it is a number of.
    pub item: Item,
    /// Where it holds.
    pub selectors: Selectors,
    /// Since when; none means it is not known, and it holds at any date.
    pub from: Option<Date>,
    /// The last day, for a rule that was repealed with nothing after it.
    pub until: Option<Date>,
    /// The number.
    pub value: Value,
    /// Who says so: names of sources, at least one.
    pub sources: Vec<String>,
    /// How sure it is.
    pub grade: Grade,
    /// What a reader of the number must know.
    pub remark: Option<Words>,
    /// Which agency checked it itself, and when.
    pub verified: Option<Verified>,
    /// The name of the overlay file it comes from; none for what the program carries.
    pub overlay: Option<Arc<str>>,
}

/// Who checked a figure, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The agency or person.
    pub by: String,
    /// The day.
    pub on: Date,
}

impl Verified {
    /// Who it was, where that is said in plain words.
    pub(super) fn new(by: &str, on: Date) -> Option<Self> {
        (!by.trim().is_empty() && is_plain(by)).then(|| Self { by: by.to_owned(), on })
    }
}

impl Figure {
    /// A stable name: whose, what, where, since when. No two figures share one.
    pub fn id(&self) -> String {
        let from = self.from.map_or(String::new(), |from| format!("@{from}"));
        format!("{}/{}{}{from}", self.holder, self.item.key(), self.selectors)
    }

    /// Whether the route is named, which makes a rate final.
    pub fn names_route(&self) -> bool {
        !self.selectors.routes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn banded(bands: &[(Option<i64>, u32)]) -> Schedule {
        let bands = bands
            .iter()
            .map(|(to, pays)| RateBand {
                to: to.map(Money::from_yuan),
                pays: Span::exact(Percent::new(*pays)),
            })
            .collect();
        Schedule { per: Period::Stay, bands }
    }

    #[test]
    fn a_hull_of_schedules_cuts_at_every_edge() {
        let hull = banded(&[(Some(30_000), 85), (None, 95)]).hull(&banded(&[
            (Some(10_000), 80),
            (Some(40_000), 90),
            (None, 92),
        ]));
        let shown: Vec<_> = hull
            .bands
            .iter()
            .map(|band| {
                (band.to.map(|to| to.fen() / 100), band.pays.low().to_string(), band.pays.high().to_string())
            })
            .collect();
        let expected = [
            (Some(10_000), "80", "85"),
            (Some(30_000), "85", "90"),
            (Some(40_000), "90", "95"),
            (None, "92", "95"),
        ]
        .map(|(to, low, high)| (to, low.to_owned(), high.to_owned()));
        assert_eq!(shown, expected);
    }

    #[test]
    fn beyond_a_last_band_that_ends_nothing_is_paid() {
        let hull = banded(&[(Some(100), 50)]).hull(&banded(&[(None, 50)]));
        assert_eq!(hull.bands[1].pays.low(), Percent::ZERO);
    }

    #[test]
    fn grades_are_ordered_from_weakest() {
        assert!(Grade::Assumed < Grade::Community && Grade::Official < Grade::Verified);
    }
}
