//! One term of a case: what the figures found for an item say together.

use std::sync::Arc;

use jiff::civil::Date;

use crate::case::YearToDate;
use crate::num::{Money, Percent, Span};
use crate::policy::{AwayRule, CatastrophicBase, Figure, Found, Period, RateChange, Schedule, Value};

/// Something known, known not to exist, or unknown: three different things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term<T> {
    /// No figure at any level.
    Unknown {
        /// The first day for which there is one, where all begin later.
        begins: Option<Date>,
    },
    /// There is none, says a source.
    None(Vec<Arc<Figure>>),
    /// A value and the figures it comes from.
    Known(T, Vec<Arc<Figure>>),
}

impl<T> Term<T> {
    /// The value, where there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Known(value, _) => Some(value),
            _ => None,
        }
    }

    /// The figures it comes from.
    pub fn figures(&self) -> &[Arc<Figure>] {
        match self {
            Self::Unknown { .. } => &[],
            Self::None(figures) | Self::Known(_, figures) => figures,
        }
    }

    /// Whether nothing is known.
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown { .. })
    }
}

/// A deductible for the admission in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deductible {
    /// Each stay or once a year.
    pub per: Period,
    /// How much.
    pub amount: Span<Money>,
    /// What was paid of it this year, where it is counted by the year.
    pub paid: Money,
}

impl Deductible {
    /// None at all.
    pub(super) const NONE: Self =
        Self { per: Period::Stay, amount: Span::exact(Money::ZERO), paid: Money::ZERO };

    /// The same as what is still due for this stay.
    fn for_this_stay(self) -> Self {
        match self.per {
            Period::Stay => self,
            Period::Year => Self {
                per: Period::Stay,
                amount: self.amount.map(|amount| (amount - self.paid).or_zero()),
                paid: Money::ZERO,
            },
        }
    }
}

/// A value that can be joined with another where it is not known which holds.
pub(super) trait Join: Sized {
    fn join(self, other: Self) -> Self;
}

impl<T: Copy + Ord> Join for Span<T> {
    fn join(self, other: Self) -> Self {
        self.hull(other)
    }
}

impl Join for Schedule {
    fn join(self, other: Self) -> Self {
        self.hull(&other)
    }
}

impl Join for Deductible {
    fn join(self, other: Self) -> Self {
        // One of the two counted by the year: what is still due is compared.
        let (one, other) =
            if self.per == other.per { (self, other) } else { (self.for_this_stay(), other.for_this_stay()) };
        Self { amount: one.amount.hull(other.amount), ..one }
    }
}

impl Join for AwayRule {
    fn join(self, other: Self) -> Self {
        let first_self_pay = self.first_self_pay.hull(other.first_self_pay);
        let none = Span::exact(Percent::ZERO);
        let change = match (self.change, other.change) {
            (a, b) if a == b => a,
            (RateChange::Cut(a), RateChange::Cut(b)) => RateChange::Cut(a.hull(b)),
            (RateChange::Cut(a), RateChange::Same) | (RateChange::Same, RateChange::Cut(a)) => {
                RateChange::Cut(a.hull(none))
            }
            (RateChange::Times(a), RateChange::Times(b)) => RateChange::Times(a.hull(b)),
            (RateChange::Times(a), RateChange::Same) | (RateChange::Same, RateChange::Times(a)) => {
                RateChange::Times(a.hull(Span::exact(Percent::FULL)))
            }
            // Two kinds that no range joins; the check of the data forbids it.
            (a, _) => a,
        };
        Self { first_self_pay, change }
    }
}

impl Join for CatastrophicBase {
    fn join(self, other: Self) -> Self {
        Self {
            deductible: self.deductible && other.deductible,
            first_self_pay: self.first_self_pay && other.first_self_pay,
        }
    }
}

/// What the figures found say together; `none` is what "there is none" comes to
/// where some of them say so and others do not.
pub(super) fn term<T: Join>(
    found: Found,
    read: impl Fn(&Value) -> Option<T>,
    none: impl Fn() -> T,
) -> Term<T> {
    match found {
        Found::Unknown { begins } => Term::Unknown { begins },
        Found::Figures(figures) => {
            let says_none = |figure: &Arc<Figure>| figure.value == Value::None;
            if figures.iter().all(says_none) {
                return Term::None(figures);
            }
            let values = figures
                .iter()
                .filter_map(|figure| if says_none(figure) { Some(none()) } else { read(&figure.value) });
            match values.reduce(Join::join) {
                Some(value) => Term::Known(value, figures),
                None => Term::None(figures),
            }
        }
    }
}

/// No limit: more than any bill.
pub(super) const fn no_limit() -> Span<Money> {
    Span::exact(Money::MAX)
}

/// Nothing to pay first.
pub(super) const fn no_amount() -> Span<Money> {
    Span::exact(Money::ZERO)
}

/// Nothing is paid.
pub(super) fn no_schedule() -> Schedule {
    Schedule::plain(no_share())
}

/// No share.
pub(super) const fn no_share() -> Span<Percent> {
    Span::exact(Percent::ZERO)
}

pub(super) const fn amount_of(value: &Value) -> Option<Span<Money>> {
    match value {
        Value::Amount(amount) => Some(*amount),
        _ => None,
    }
}

pub(super) const fn share_of(value: &Value) -> Option<Span<Percent>> {
    match value {
        Value::Share(share) => Some(*share),
        _ => None,
    }
}

pub(super) fn schedule_of(value: &Value) -> Option<Schedule> {
    match value {
        Value::Rate(schedule) => Some(schedule.clone()),
        _ => None,
    }
}

pub(super) const fn away_of(value: &Value) -> Option<AwayRule> {
    match value {
        Value::Away(rule) => Some(*rule),
        _ => None,
    }
}

pub(super) const fn base_of(value: &Value) -> Option<CatastrophicBase> {
    match value {
        Value::CatastrophicBase(base) => Some(*base),
        _ => None,
    }
}

/// The deductible of this admission. Where no rule for repeated
/// admissions is known, a later one costs between nothing and the first amount.
pub(super) fn deductible_of(value: &Value, year: &YearToDate) -> Option<Deductible> {
    let Value::Deductible { per, first, then } = value else { return None };
    let admission = usize::from(year.admissions);
    let amount = match (admission, then.last()) {
        (0, _) => *first,
        (_, Some(last)) => then.get(admission - 1).copied().unwrap_or(*last),
        (_, None) if *per == Period::Stay => first.hull(Span::exact(Money::ZERO)),
        (_, None) => *first,
    };
    Some(Deductible { per: *per, amount, paid: year.deductible })
}
