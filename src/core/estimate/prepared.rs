//! A situation looked up once: every possible world with its figures, ready to
//! be settled for any number of bills.

use super::numbers::Numbers;
use super::settle::{Settlement, settle};
use super::term::Term;
use super::terms::{Levels, Side, Terms, terms};
use super::{EstimateError, ends, exact_bill, worlds};
use crate::case::Case;
use crate::num::{Money, Percent, Span};
use crate::places::AreaId;
use crate::policy::{Book, FileError, Grade, Route};

/// One possible world, an insured area and a route, as the numbers it is settled
/// with: what the figures say, without the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct World {
    /// Every number at the end better for the patient.
    best: Numbers,
    /// The same at the worse end, where that is another.
    worst: Option<Numbers>,
    /// Share of an unsplit bill that is not eligible.
    uncovered: Option<Span<Percent>>,
    open: Option<Box<Undecided>>,
}

/// Where it is not certain of some number which end is better: the terms, by
/// which it is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Undecided {
    terms: Terms,
    /// The cap is the only such number: its lower end.
    lowest_cap: Option<Money>,
}

impl World {
    /// # Errors
    /// Where the terms hold no rate.
    pub(super) fn of(terms: &Terms) -> Result<Self, EstimateError> {
        let ends = terms.numbers(|_| Side::Best).zip(terms.numbers(|_| Side::Worst));
        let Some((best, worst)) = ends else {
            let begins = match terms.rate {
                Term::Unknown { begins } => begins,
                _ => None,
            };
            return Err(EstimateError::NoRate { begins });
        };
        let lowest_cap = ends::only_cap(terms);
        let undecided = || Box::new(Undecided { terms: terms.clone(), lowest_cap });
        Ok(Self {
            worst: (best != worst).then_some(worst),
            best,
            uncovered: terms.uncovered_share.value().copied(),
            open: ends::are_open(terms).then(undecided),
        })
    }

    fn worst(&self) -> &Numbers {
        self.worst.as_ref().unwrap_or(&self.best)
    }

    /// Both ends of a case.
    pub(super) fn settle(&self, case: &Case) -> (Settlement, Settlement) {
        let best = self.end(case, &self.best, Side::Best);
        // With no number uncertain the other end is the same sum.
        let exact = self.open.is_none() && self.worst.is_none() && case.bill.split().is_some();
        let worst = if exact { best } else { self.end(case, self.worst(), Side::Worst) };
        (best, worst)
    }

    fn ends(&self, case: &Case) -> Ends {
        let (low, high) = self.settle(case);
        Ends { low, high, low_rate: self.best.plain_rate(), high_rate: self.worst().plain_rate() }
    }

    fn end(&self, case: &Case, numbers: &Numbers, side: Side) -> Settlement {
        let bill = exact_bill(&case.bill, self.uncovered, side);
        let settled = settle(&bill, &case.year, case.account, numbers);
        let Some(open) = &self.open else { return settled };
        // A cap that is not reached at its lower end decides nothing.
        let below_cap = |cap: Money| settled.above_cap.is_zero() && settled.fund + case.year.fund < cap;
        if open.lowest_cap.is_some_and(below_cap) {
            return settled;
        }
        let numbers = ends::settled(case, &bill, &open.terms, numbers.clone(), &|_| side);
        settle(&bill, &case.year, case.account, &numbers)
    }
}

/// The terms of every possible world and the numbers made of them.
pub(super) fn look_up_all<'f>(
    possible: Vec<(AreaId, Route)>,
    case: &Case,
    levels: impl Fn(AreaId) -> Result<Levels<'f>, FileError>,
) -> impl Iterator<Item = Result<(Terms, World), EstimateError>> {
    possible.into_iter().map(move |(area, route)| {
        let terms = terms(&levels(area)?, case, area, route)?;
        let world = World::of(&terms)?;
        Ok((terms, world))
    })
}

/// Everything that was looked up for a case; other cases with the same
/// [`super::Alike`] are settled on it as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    first: World,
    others: Vec<World>,
    counted_as_filed: bool,
    grade: Grade,
    hangs_on_paid: bool,
}

/// The two ends of an estimate, without what they were made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The settlement that is best for the person.
    pub low: Settlement,
    /// The settlement that is worst for the person.
    pub high: Settlement,
    /// The pooled fund's rate in the best, where there is only one.
    pub low_rate: Option<Percent>,
    /// The same in the worst.
    pub high_rate: Option<Percent>,
}

/// Looks up every figure of a case, once.
///
/// # Errors
/// Where a data file cannot be read, two figures clash, or no rate is known.
pub fn prepare(book: &Book, case: &Case) -> Result<Prepared, EstimateError> {
    prepare_on(book, case, |area| book.levels(area))
}

/// The same with figures that are at hand, at least all that may hold.
pub(super) fn prepare_on<'f>(
    book: &Book,
    case: &Case,
    levels: impl Fn(AreaId) -> Result<Levels<'f>, FileError>,
) -> Result<Prepared, EstimateError> {
    let (possible, counted_as_filed) = worlds(book, case)?;
    let (mut grade, mut hangs_on_paid) = (None, false);
    let mut worlds = look_up_all(possible, case, levels).map(|found| {
        let (terms, world) = found?;
        grade = grade.into_iter().chain(terms.figures().map(|figure| figure.grade)).min();
        hangs_on_paid |= terms.hang_on_paid();
        Ok(world)
    });
    // Every place has an area, and every trip a route.
    let first = worlds.next().unwrap_or(Err(EstimateError::NoRate { begins: None }))?;
    let others = worlds.collect::<Result<Vec<World>, EstimateError>>()?;
    let grade = grade.unwrap_or(Grade::Assumed);
    Ok(Prepared { first, others, counted_as_filed, grade, hangs_on_paid })
}

impl Prepared {
    /// The weakest grade of the figures used.
    pub const fn grade(&self) -> Grade {
        self.grade
    }

    /// How many possible worlds there are; at least one.
    pub fn size(&self) -> usize {
        1 + self.others.len()
    }

    /// Whether the figures themselves hang on the deductible paid this year:
    /// then they hold only for cases that paid as much of it.
    pub const fn hangs_on_paid(&self) -> bool {
        self.hangs_on_paid
    }

    /// Settles a case: the two ends that [`super::estimate`] gives for it.
    pub fn settle(&self, case: &Case) -> Ends {
        let mut ends = self.first.ends(case);
        for world in &self.others {
            let other = world.ends(case);
            if is_better(other.low.personal, ends.low.personal) {
                (ends.low, ends.low_rate) = (other.low, other.low_rate);
            }
            if is_worse(other.high.personal, ends.high.personal) {
                (ends.high, ends.high_rate) = (other.high, other.high_rate);
            }
        }
        ends
    }
}

/// Of equal burdens the first counts.
pub(super) fn is_better(burden: Money, so_far: Money) -> bool {
    burden < so_far
}

/// Of equal burdens the first counts.
pub(super) fn is_worse(burden: Money, so_far: Money) -> bool {
    burden > so_far
}
