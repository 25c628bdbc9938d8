//! A situation looked up once: every possible world with its figures, ready to
//! be settled for any number of bills.

use super::numbers::Numbers;
use super::settle::{Settlement, settle};
use super::term::Term;
use super::terms::{Levels, Side, Terms, terms};
use super::{EstimateError, ends, exact_bill, worlds};
use crate::case::Case;
use crate::num::{Money, Percent};
use crate::policy::{AreaId, Book, FileError, Grade};

/// One possible world, looked up: an insured area, a route, and both ends of
/// every number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct World {
    pub(super) terms: Terms,
    best: Numbers,
    worst: Numbers,
    /// Of some number it is not certain which end is better.
    open: bool,
    /// The cap is the only such number: its lower end.
    lowest_cap: Option<Money>,
}

impl World {
    /// # Errors
    /// Where the terms hold no rate.
    pub(super) fn on(terms: Terms) -> Result<Self, EstimateError> {
        let ends = terms.numbers(|_| Side::Best).zip(terms.numbers(|_| Side::Worst));
        let Some((best, worst)) = ends else {
            let begins = match terms.rate {
                Term::Unknown { begins } => begins,
                _ => None,
            };
            return Err(EstimateError::NoRate { begins });
        };
        let open = ends::are_open(&terms);
        let lowest_cap = ends::only_cap(&terms);
        Ok(Self { terms, best, worst, open, lowest_cap })
    }

    /// Both ends of a case.
    pub(super) fn settle(&self, case: &Case) -> (Settlement, Settlement) {
        let best = self.end(case, Side::Best);
        // With no number uncertain the other end is the same sum.
        let exact = !self.open && case.bill.split().is_some() && self.best == self.worst;
        let worst = if exact { best } else { self.end(case, Side::Worst) };
        (best, worst)
    }

    fn ends(&self, case: &Case) -> Ends {
        let (low, high) = self.settle(case);
        Ends { low, high, low_rate: self.best.plain_rate(), high_rate: self.worst.plain_rate() }
    }

    fn end(&self, case: &Case, side: Side) -> Settlement {
        let bill = exact_bill(&case.bill, &self.terms, side);
        let numbers = match side {
            Side::Best => &self.best,
            Side::Worst => &self.worst,
        };
        let settled = settle(&bill, &case.year, case.account, numbers);
        // A cap that is not reached at its lower end decides nothing.
        let below_cap = |cap: Money| settled.above_cap.is_zero() && settled.fund + case.year.fund < cap;
        if !self.open || self.lowest_cap.is_some_and(below_cap) {
            return settled;
        }
        let numbers = ends::settled(case, &bill, &self.terms, numbers.clone(), &|_| side);
        settle(&bill, &case.year, case.account, &numbers)
    }
}

/// Everything that was looked up for a case; other cases with the same
/// [`super::Alike`] are settled on it as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    first: World,
    others: Vec<World>,
    pub(super) counted_as_filed: bool,
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
    let world = |(area, route)| World::on(terms(&levels(area)?, case, area, route)?);
    let mut worlds = possible.into_iter().map(world);
    // Every place has an area, and every trip a route.
    let first = worlds.next().unwrap_or(Err(EstimateError::NoRate { begins: None }))?;
    let others = worlds.collect::<Result<Vec<World>, EstimateError>>()?;
    let figures = std::iter::once(&first).chain(&others).flat_map(|world| world.terms.figures());
    let grade = figures.map(|figure| figure.grade).min().unwrap_or(Grade::Assumed);
    let hangs_on_paid = first.terms.hang_on_paid() || others.iter().any(|world| world.terms.hang_on_paid());
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

    pub(super) fn into_worlds(self) -> impl Iterator<Item = World> {
        std::iter::once(self.first).chain(self.others)
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
