//! A patient's year: stays and visits in order of discharge, each settled with
//! what the earlier ones left of deductibles, slices, caps and the catastrophic
//! line.
//!
//! The best year and the worst are whole settlements in a row: best follows on
//! best and worst on worst. Where a whole province stands for the insured area,
//! each of its areas has years of its own.

mod answers;
mod carry;
mod chain;
mod compare;
mod counters;
mod paid;
mod standing;
mod times;

pub use answers::{SettledStays, case_of, entries_of, settle_stays, with_year};
pub use carry::carried;
pub use chain::{Carried, Chain, Figures, TrackStep, ends_over};
pub use compare::{OtherTier, YearComparison, compare_year};
pub use counters::Counters;
pub use standing::{Standing, Used};
pub use times::{is_times, split_times};

use std::collections::BTreeMap;

use crate::case::{Case, YearToDate};
use crate::estimate::{Counter, EstimateError, Line, Open, Prepared, Side, prepare};
use crate::num::{Money, Span};
use crate::places::AreaId;
use crate::policy::{Book, Grade};
use crate::reconcile::Slip;

pub use crate::answers::MOST_TIMES;

/// One line of the list: a stay, or visits that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The case; what it says of the year so far stands instead of what was counted.
    pub case: Case,
    /// How many of it there are; at least one.
    pub times: u16,
    /// What was really paid, each time.
    pub paid: Option<Slip>,
    /// It is only expected.
    pub forecast: bool,
}

impl Entry {
    /// One case.
    pub const fn of(case: Case) -> Self {
        Self { case, times: 1, paid: None, forecast: false }
    }
}

/// A case of the year, settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The place of its entry in the list, from 0.
    pub entry: usize,
    /// Which of the entry's cases it is, from 0.
    pub nth: u16,
    /// Only expected.
    pub forecast: bool,
    /// The numbers were really paid.
    pub paid: bool,
    /// In the best year.
    pub best: Carried,
    /// In the worst year.
    pub worst: Carried,
    /// The weakest grade of the figures that matter.
    pub grade: Grade,
    /// Where what the person pays may lie outside.
    pub open: Open,
}

impl Visit {
    /// What the person pays: in the best year and the worst, the smaller first. Once
    /// a line is crossed in the worst year a single case may cost less in it.
    pub fn personal(&self) -> Span<Money> {
        Span::between(self.best.settlement.personal, self.worst.settlement.personal)
    }

    /// One end.
    pub const fn at(&self, side: Side) -> &Carried {
        match side {
            Side::Best => &self.best,
            Side::Worst => &self.worst,
        }
    }

    /// The limits come to in this case, in the best year or the worst.
    pub fn crossed(&self, side: Side) -> impl Iterator<Item = Counter> {
        let end = *self.at(side);
        Counter::ALL.into_iter().filter(move |counter| end.comes_to(*counter))
    }
}

/// A list of cases, settled one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The cases in order of discharge.
    pub visits: Vec<Visit>,
    /// The insured area of the best year.
    pub best_area: AreaId,
    /// The insured area of the worst.
    pub worst_area: AreaId,
}

/// Why a list has no result.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum YearError {
    /// There is no case in it.
    #[error("no case")]
    Empty,
    /// One of its cases has no estimate.
    #[error("case {}: {error}", entry + 1)]
    Case {
        /// The place of its entry, from 0.
        entry: usize,
        /// Why.
        error: EstimateError,
    },
}

/// Looks the figures of each case up in a book.
struct Looked<'b> {
    book: &'b Book,
    last: Option<(Case, Prepared)>,
}

impl Figures for Looked<'_> {
    fn of(&mut self, case: &Case) -> Result<&Prepared, EstimateError> {
        // Of what the year has left only the admissions choose figures.
        let mut plain = *case;
        plain.year = YearToDate { admissions: case.year.admissions, ..Default::default() };
        let known = self.last.take().filter(|(known, _)| *known == plain);
        let found = known.map_or_else(|| prepare(self.book, &plain).map(|found| (plain, found)), Ok)?;
        Ok(&self.last.insert(found).1)
    }
}

/// The places of entries in order of discharge; on one day as they stand.
fn in_order(entries: &[Entry]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| entries[*at].case.date);
    order
}

/// Settles a list of cases of one person.
///
/// # Errors
/// Where it is empty, or one of its cases has no estimate.
pub fn year(book: &Book, entries: &[Entry]) -> Result<Year, YearError> {
    let mut chain = Chain::default();
    let mut figures = Looked { book, last: None };
    let mut steps: Vec<(usize, u16, Vec<TrackStep>)> = Vec::new();
    for entry in in_order(entries) {
        let Entry { case, times, paid, .. } = &entries[entry];
        for nth in 0..(*times).clamp(1, MOST_TIMES) {
            // What is said of the year so far is said once.
            let case = if nth == 0 {
                *case
            } else {
                Case { year: YearToDate::default(), account: Money::ZERO, ..*case }
            };
            let found = chain.next(&case, paid.as_ref(), &mut figures);
            let found = found.map_err(|error| YearError::Case { entry, error })?;
            steps.push((entry, nth, found.to_vec()));
        }
    }
    let totals = |side| {
        let mut totals: BTreeMap<AreaId, Money> = BTreeMap::new();
        for step in steps.iter().flat_map(|(.., found)| found) {
            let total = totals.entry(step.area).or_default();
            *total += step.at(side).settlement.personal;
        }
        totals
    };
    let lowest = totals(Side::Best).into_iter().min_by_key(|(_, total)| *total);
    // Of equal ones the first.
    let highest = totals(Side::Worst).into_iter().rev().max_by_key(|(_, total)| *total);
    let (Some((best_area, _)), Some((worst_area, _))) = (lowest, highest) else {
        return Err(YearError::Empty);
    };
    let visit = |(entry, nth, found): (usize, u16, Vec<TrackStep>)| {
        let of = |area| found.iter().find(|step| step.area == area).or(found.first());
        let (best, worst) = of(best_area).zip(of(worst_area))?;
        let open = found.iter().map(|step| step.open).fold(Open::default(), |one, other| one | other);
        Some(Visit {
            entry,
            nth,
            forecast: entries[entry].forecast,
            paid: entries[entry].paid.is_some(),
            best: best.best,
            worst: worst.worst,
            grade: found.iter().map(|step| step.grade).min().unwrap_or(Grade::Assumed),
            open: open.of_ends(&best.best.settlement, &worst.worst.settlement),
        })
    };
    Ok(Year { visits: steps.into_iter().filter_map(visit).collect(), best_area, worst_area })
}

impl Year {
    /// The calendar years, in order.
    pub fn years(&self) -> Vec<i16> {
        let mut years: Vec<i16> = self.visits.iter().map(|visit| visit.best.case.date.year()).collect();
        years.dedup();
        years
    }

    /// The cases of one calendar year.
    pub fn of(&self, year: i16) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(move |visit| visit.best.case.date.year() == year)
    }

    /// The sum of a line over some cases, at one end.
    pub fn sum<'v>(visits: impl IntoIterator<Item = &'v Visit>, line: Line, side: Side) -> Money {
        visits.into_iter().filter_map(|visit| visit.at(side).settlement.line(line)).sum()
    }

    /// What the person pays over some cases.
    pub fn personal<'v>(visits: impl IntoIterator<Item = &'v Visit> + Clone) -> Span<Money> {
        let at = |side| Self::sum(visits.clone(), Line::Personal, side);
        Span::between(at(Side::Best), at(Side::Worst))
    }

    /// Where what the person pays may lie outside.
    pub fn open(&self) -> Open {
        self.visits.iter().map(|visit| visit.open).fold(Open::default(), |one, other| one | other)
    }

    /// The weakest grade of the figures that matter.
    pub fn grade(&self) -> Grade {
        self.visits.iter().map(|visit| visit.grade).min().unwrap_or(Grade::Assumed)
    }
}
