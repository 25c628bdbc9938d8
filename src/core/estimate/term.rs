//! One term of a case: what the figures found for an item say together.

use std::sync::Arc;

use jiff::civil::Date;

use crate::case::YearToDate;
use crate::num::{Money, Percent, Span};
use crate::policy::{
    AwayRule, BillShare, CatastrophicBase, Figure, Found, Period, RateChange, Schedule, Value,
};

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

    /// Where nothing is known, the first day for which there is something, if any.
    pub(super) const fn begins(&self) -> Option<Date> {
        match self {
            Self::Unknown { begins } => *begins,
            Self::None(_) | Self::Known(..) => None,
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
    /// What it comes to.
    pub due: DueRange,
    /// It runs on from the hospital that transferred the person: only what was not
    /// paid there is due; nothing where that is not known.
    pub runs_on: bool,
}

/// What a deductible comes to, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueRange {
    /// So much.
    Amount(Span<Money>),
    /// So many times the deductible at home.
    Times {
        /// The deductible at home.
        home: Span<Money>,
        /// 250 % for two and a half times.
        factor: Span<Percent>,
    },
    /// A share of the whole bill.
    Share(BillShare),
}

impl DueRange {
    pub(super) fn is_exact(&self) -> bool {
        match self {
            Self::Amount(amount) => amount.is_exact(),
            Self::Times { home, factor } => home.is_exact() && factor.is_exact(),
            Self::Share(of_bill) => of_bill.share.is_exact(),
        }
    }

    /// From the least to the most that it may come to, whatever the bill.
    fn amounts(&self) -> Span<Money> {
        match self {
            Self::Amount(amount) => *amount,
            Self::Times { home, factor } => {
                Span::between(home.low().share(factor.low()), home.high().share(factor.high()))
            }
            Self::Share(of_bill) => Span::between(of_bill.least, of_bill.most),
        }
    }
}

impl Deductible {
    /// None at all.
    pub(super) const NONE: Self =
        Self { per: Period::Stay, due: DueRange::Amount(Span::exact(Money::ZERO)), runs_on: false };
}

/// A value that can be joined with another where it is not known which holds.
pub(super) trait Join: Sized {
    /// Whether one range of numbers holds both and little else: they are of one kind.
    fn is_like(&self, other: &Self) -> bool;

    /// A range that holds both.
    fn join(self, other: Self) -> Self;
}

impl<T: Copy + Ord> Join for Span<T> {
    fn is_like(&self, _: &Self) -> bool {
        true
    }

    fn join(self, other: Self) -> Self {
        self.hull(other)
    }
}

impl Join for Schedule {
    fn is_like(&self, other: &Self) -> bool {
        self.per == other.per || self.as_plain().is_some() || other.as_plain().is_some()
    }

    fn join(self, other: Self) -> Self {
        self.hull(&other)
    }
}

impl Join for Deductible {
    fn is_like(&self, other: &Self) -> bool {
        self.per == other.per && matches!((self.due, other.due), (DueRange::Amount(_), DueRange::Amount(_)))
    }

    fn join(self, other: Self) -> Self {
        let amounts = self.due.amounts().hull(other.due.amounts());
        if self.per == other.per {
            return Self { due: DueRange::Amount(amounts), ..self };
        }
        // One of the two counted by the year: of it anything may be paid already.
        let due = DueRange::Amount(amounts.hull(Span::exact(Money::ZERO)));
        Self { per: Period::Stay, due, runs_on: self.runs_on }
    }
}

impl Join for AwayRule {
    fn is_like(&self, other: &Self) -> bool {
        use RateChange::{Cut, NotCovered, Same, Times};
        let none = Span::exact(Percent::ZERO);
        let changes = matches!(
            (self.change, other.change),
            (Same | Cut(_), Same | Cut(_)) | (Same | Times(_), Same | Times(_)) | (NotCovered, NotCovered)
        );
        let first = self.first_self_pay == other.first_self_pay && self.first_self_pay == none;
        changes && (first || self.change == other.change)
    }

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
            // Of unlike kinds: anything from the rate at home to nothing at all.
            _ => RateChange::Times(Span::between(Percent::ZERO, Percent::FULL)),
        };
        Self { first_self_pay, change }
    }
}

impl Join for CatastrophicBase {
    fn is_like(&self, other: &Self) -> bool {
        self == other
    }

    fn join(self, other: Self) -> Self {
        Self {
            deductible: self.deductible && other.deductible,
            first_self_pay: self.first_self_pay && other.first_self_pay,
        }
    }
}

/// The readings of an item: what the figures found say together, and what some of
/// them say that makes no range with it.
pub(super) struct Readings<T> {
    /// The first.
    pub(super) first: Term<T>,
    /// The others; hardly ever any.
    pub(super) others: Vec<Term<T>>,
}

impl<T> Readings<T> {
    /// One alone.
    pub(super) const fn only(first: Term<T>) -> Self {
        Self { first, others: Vec::new() }
    }

    /// The figures they come from: the same for all.
    pub(super) fn figures(&self) -> &[Arc<Figure>] {
        self.first.figures()
    }
}

impl<T: Join> Readings<T> {
    /// All in one range.
    pub(super) fn joined(self) -> Term<T> {
        self.others.into_iter().fold(self.first, |one, other| match (one, other) {
            (Term::Known(one, figures), Term::Known(other, _)) => Term::Known(one.join(other), figures),
            (one, _) => one,
        })
    }
}

/// What the figures found say; `none` is what "there is none" comes to where some
/// of them say so and others do not.
pub(super) fn readings<T: Join + PartialEq>(
    found: Found,
    read: impl Fn(&Value) -> Option<T>,
    none: impl Fn() -> T,
) -> Readings<T> {
    let figures = match found {
        Found::Unknown { begins } => return Readings::only(Term::Unknown { begins }),
        Found::Figures(figures) => figures,
    };
    if figures.iter().all(|figure| figure.value == Value::None) {
        return Readings::only(Term::None(figures));
    }
    let mut together: Option<T> = None;
    let mut apart: Vec<T> = Vec::new();
    for figure in &figures {
        let value = match &figure.value {
            Value::OneOf(values) => {
                apart.extend(values.iter().filter_map(&read));
                continue;
            }
            Value::None => Some(none()),
            value => read(value),
        };
        match (together.take(), value) {
            (Some(so_far), Some(value)) if so_far.is_like(&value) => together = Some(so_far.join(value)),
            (Some(so_far), value) => {
                together = Some(so_far);
                apart.extend(value);
            }
            (None, value) => together = value,
        }
    }
    let mut all: Vec<T> = Vec::new();
    for value in together.into_iter().chain(apart) {
        if !all.contains(&value) {
            all.push(value);
        }
    }
    let mut terms = all.into_iter().map(|value| Term::Known(value, figures.clone()));
    let Some(first) = terms.next() else { return Readings::only(Term::Unknown { begins: None }) };
    let others = terms.collect();
    Readings { first, others }
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
/// `home` is the deductible at home, for one that is so many times as much.
pub(super) fn deductible_of(
    value: &Value,
    year: &YearToDate,
    home: Option<&Deductible>,
) -> Option<Deductible> {
    match value {
        Value::Deductible { per, first, then } => {
            let admission = usize::from(year.admissions);
            let amount = match (admission, then.last()) {
                (0, _) => *first,
                (_, Some(last)) => then.get(admission - 1).copied().unwrap_or(*last),
                (_, None) if *per == Period::Stay => first.hull(Span::exact(Money::ZERO)),
                (_, None) => *first,
            };
            Some(Deductible { per: *per, due: DueRange::Amount(amount), runs_on: false })
        }
        Value::DeductibleTimes(factor) => {
            let home = home?;
            let due = DueRange::Times { home: home.due.amounts(), factor: *factor };
            Some(Deductible { per: home.per, due, runs_on: false })
        }
        Value::DeductibleShare(of_bill) => {
            Some(Deductible { per: Period::Stay, due: DueRange::Share(*of_bill), runs_on: false })
        }
        _ => None,
    }
}

/// Whether a value counts from the deductible at home.
pub(super) fn is_by_home(value: &Value) -> bool {
    match value {
        Value::DeductibleTimes(_) => true,
        Value::OneOf(values) => values.iter().any(is_by_home),
        _ => false,
    }
}
