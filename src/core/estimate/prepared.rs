//! A situation looked up once: every possible world with its figures, ready to
//! be settled for any number of bills.

use super::look::Look;
use super::numbers::Slices;
use super::order;
use super::terms::{Levels, Side, Terms};
use super::world::{Ends, World, is_better, is_worse};
use super::yearly::{Counter, Limits, limits_of};
use super::{EstimateError, worlds};
use crate::case::{Case, Journey};
use crate::places::AreaId;
use crate::policy::{Book, FileError};
use enumset::EnumSet;

/// The terms of every possible world and the numbers made of them.
pub(super) fn look_up_all<'f>(
    possible: Vec<(AreaId, Journey)>,
    case: &Case,
    levels: impl Fn(AreaId) -> Result<Levels<'f>, FileError>,
) -> Result<Vec<(Terms, World)>, EstimateError> {
    let mut all = Vec::new();
    for (area, journey) in possible {
        let levels = levels(area)?;
        for case in case.each() {
            all.extend(worlds_on(&levels, &case, area, journey)?);
        }
    }
    Ok(all)
}

/// The worlds of one way, of a case whose status and tier are known.
pub(super) fn worlds_on(
    levels: &Levels<'_>,
    case: &Case,
    area: AreaId,
    journey: Journey,
) -> Result<Vec<(Terms, World)>, EstimateError> {
    let look = Look::new(levels, case, area, journey);
    let mut all = Vec::new();
    for terms in look.terms()? {
        let mut world = World::of(&terms)?;
        if order::are_bounded(&terms) {
            world.bound(order::bounds(&look, &terms)?);
        }
        all.push((terms, world));
    }
    Ok(all)
}

/// Everything that was looked up for a case; other cases with the same
/// [`super::Alike`] are settled on it as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    first: World,
    others: Vec<World>,
    counted_as_filed: bool,
    together: EnumSet<Counter>,
    limits: [Limits; 2],
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
    let found = look_up_all(possible, case, levels)?;
    let mut worlds = found.into_iter().map(|(_, world)| world);
    // Every place has an area, and every trip a route.
    let first = worlds.next().ok_or(EstimateError::NoRate { begins: None })?;
    let others: Vec<World> = worlds.collect();
    let all = || std::iter::once(&first).chain(&others);
    let together = all().fold(EnumSet::all(), |so_far, world| so_far & world.together);
    let limits = [Side::Best, Side::Worst].map(|side| {
        let of_side =
            all().map(|world| limits_of(if side == Side::Best { &world.best } else { world.worst() }));
        of_side.reduce(|one, other| one.joined(other, side)).unwrap_or_default()
    });
    Ok(Prepared { first, others, counted_as_filed, together, limits })
}

impl Prepared {
    /// How many possible worlds there are; at least one.
    pub fn size(&self) -> usize {
        1 + self.others.len()
    }

    /// The counters that count the year over all kinds of care; the others count
    /// this kind alone.
    pub const fn together(&self) -> EnumSet<Counter> {
        self.together
    }

    /// The limits of the year at the end better for the patient, and at the worse.
    pub const fn limits(&self) -> [Limits; 2] {
        self.limits
    }

    /// The slices of the pooled fund's rate in the first world, at the better end.
    pub(super) fn slices(&self) -> &Slices {
        &self.first.best.rates
    }

    /// Settles a case: the two ends that [`super::estimate`] gives for it.
    pub fn settle(&self, case: &Case) -> Ends {
        let mut ends = self.first.ends(case);
        for world in &self.others {
            let other = world.ends(case);
            ends.grade = ends.grade.min(other.grade);
            ends.open = ends.open | other.open;
            if is_better(other.low.personal, ends.low.personal) {
                (ends.low, ends.low_rate) = (other.low, other.low_rate);
            }
            if is_worse(other.high.personal, ends.high.personal) {
                (ends.high, ends.high_rate) = (other.high, other.high_rate);
            }
        }
        ends.open = ends.open.of_ends(&ends.low, &ends.high);
        ends
    }
}
