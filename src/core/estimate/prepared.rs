//! A situation looked up once: every possible world with its figures, ready to
//! be settled for any number of bills.

use super::burden::{Open, left_open, open_where};
use super::look::Look;
use super::numbers::{Numbers, Slices};
use super::order::{self, Bounds, Neighbour};
use super::play::{ByLayer, Layer, Reach, Reached};
use super::settle::{Settlement, settle};
use super::term::Term;
use super::terms::{Levels, Side, Terms};
use super::yearly::{Counter, Limits, counted_together, in_year, limits_of, most_used};
use super::{EstimateError, ends, exact_bill, worlds};
use crate::case::{Case, Journey};
use crate::num::{Money, Percent, Span};
use crate::places::AreaId;
use crate::policy::{Book, FileError, Grade, Scheme};
use enumset::EnumSet;

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
    undecided: Option<Box<Undecided>>,
    /// What bounds a range of the nation's.
    bounds: Option<Box<Bounds>>,
    reach: Reach,
    /// The weakest grade of the figures.
    grades: ByLayer<Grade>,
    open: ByLayer<Open>,
    /// What the year has used of these counts whatever the kind of care.
    together: EnumSet<Counter>,
    /// Residents have no personal account.
    has_account: bool,
}

/// One end of a world: the settlement, and what it was made of.
#[derive(Clone, Copy)]
pub(super) struct SettledEnd<'w> {
    pub(super) settlement: Settlement,
    rate: Option<Percent>,
    /// The terms of the neighbouring route that bounds it, where one does.
    pub(super) by: Option<&'w Terms>,
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
            undecided: ends::are_open(terms).then(undecided),
            bounds: None,
            reach: Reach::of(terms),
            grades: weakest(terms),
            open: left_open(terms),
            together: counted_together(terms),
            has_account: terms.status.scheme() == Scheme::Employee,
        })
    }

    fn worst(&self) -> &Numbers {
        self.worst.as_ref().unwrap_or(&self.best)
    }

    /// Both ends of a case, within the bounds that the neighbouring routes set, and the
    /// layers that matter to it.
    pub(super) fn settle(&self, case: &Case) -> ([SettledEnd<'_>; 2], Reached) {
        let (best, worst) = self.settle_alone(case);
        let reached = self.reach.reached(&best, &worst, &most_used(case));
        let rates = [self.best.plain_rate(), self.worst().plain_rate()];
        let own = |settlement, rate| SettledEnd { settlement, rate, by: None };
        let mut ends = [own(best, rates[0]), own(worst, rates[1])];
        let Some(bounds) = &self.bounds else { return (ends, reached) };
        for (neighbours, is_below) in [(&bounds.below, true), (&bounds.above, false)] {
            for (end, bound) in neighbours.iter().flat_map(|one| [0, 1].into_iter().zip(ends_of(one, case))) {
                let (now, bound_at) = (ends[end].settlement.personal, bound.settlement.personal);
                if if is_below { now < bound_at } else { now > bound_at } {
                    ends[end] = bound;
                }
            }
        }
        (ends, reached)
    }

    /// Whether nearer figures than the nation's say everything of the layers that only
    /// some bills reach, as far as this one does.
    pub(super) fn layers_are_known(&self, reached: Reached) -> bool {
        let layers = [Layer::AboveCap, Layer::Catastrophic].into_iter().filter(|layer| reached.has(*layer));
        layers
            .into_iter()
            .all(|layer| *self.grades.at(layer) != Grade::Assumed && *self.open.at(layer) == Open::default())
    }

    /// Has its range bounded.
    pub(super) fn bound(&mut self, bounds: Bounds) {
        self.bounds = (!bounds.is_empty()).then(|| Box::new(bounds));
    }

    fn settle_alone(&self, case: &Case) -> (Settlement, Settlement) {
        let best = self.end(case, &self.best, Side::Best);
        // With no number uncertain the other end is the same sum.
        let is_one = case.bill.is_exact() && case.year_at_worst.is_none();
        let exact = self.undecided.is_none() && self.worst.is_none() && is_one;
        let worst = if exact { best } else { self.end(case, self.worst(), Side::Worst) };
        (best, worst)
    }

    fn ends(&self, case: &Case) -> Ends {
        let ([low, high], reached) = self.settle(case);
        let (low_rate, high_rate) = (low.rate, high.rate);
        Ends {
            low: low.settlement,
            high: high.settlement,
            low_rate,
            high_rate,
            grade: case
                .not_paid()
                .or_else(|| self.grades.where_reached(reached).min())
                .unwrap_or(Grade::Assumed),
            open: if case.not_paid().is_some() { Open::default() } else { open_where(self.open, reached) },
        }
    }

    fn end(&self, case: &Case, numbers: &Numbers, side: Side) -> Settlement {
        let of_year = case.year_at_worst.map(|_| in_year(case, side));
        let case = of_year.as_ref().unwrap_or(case);
        let bill = exact_bill(&case.bill, self.uncovered, side);
        let account = if self.has_account { case.account } else { Money::ZERO };
        let settled = settle(&bill, &case.year, account, numbers);
        let Some(open) = &self.undecided else { return settled };
        // A cap that is not reached at its lower end decides nothing.
        let below_cap = |cap: Money| settled.above_cap.is_zero() && settled.fund + case.year.fund < cap;
        if open.lowest_cap.is_some_and(below_cap) {
            return settled;
        }
        let numbers = ends::settled(case, &bill, &open.terms, numbers.clone(), &|_| side);
        settle(&bill, &case.year, account, &numbers)
    }
}

/// The weakest grade of the figures.
fn weakest(terms: &Terms) -> ByLayer<Grade> {
    ByLayer::of(|layer| {
        let figures = terms.figures().filter(|figure| Layer::of(figure.item) == layer);
        let weakest = figures.map(|figure| figure.grade).min();
        // A settlement needs a rate, which somebody has said; a layer without figures weakens nothing.
        weakest.unwrap_or(if layer.is_none() { Grade::Assumed } else { Grade::Verified })
    })
}

/// The lower and the higher end over the worlds of a neighbouring route.
pub(super) fn ends_of<'n>(neighbour: &'n Neighbour, case: &Case) -> Vec<SettledEnd<'n>> {
    let mut ends: Vec<SettledEnd<'n>> = Vec::new();
    for (terms, world) in neighbour {
        let found = world.settle(case).0.map(|end| SettledEnd { by: end.by.or(Some(terms)), ..end });
        let [low, high] = found;
        match ends.as_mut_slice() {
            [lowest, highest] => {
                if is_better(low.settlement.personal, lowest.settlement.personal) {
                    *lowest = low;
                }
                if is_worse(high.settlement.personal, highest.settlement.personal) {
                    *highest = high;
                }
            }
            _ => ends.extend(found),
        }
    }
    ends
}

/// From the least to the most that the person pays in any of some worlds.
pub(super) fn span_of(worlds: &Neighbour, case: &Case) -> Option<Span<Money>> {
    let [low, high] = ends_of(worlds, case)[..] else { return None };
    Some(Span::between(low.settlement.personal, high.settlement.personal))
}

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
            worlds_on(&levels, &case, area, journey, &mut all)?;
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
    all: &mut Vec<(Terms, World)>,
) -> Result<(), EstimateError> {
    let look = Look::new(levels, case, area, journey);
    for terms in look.terms()? {
        let mut world = World::of(&terms)?;
        if order::are_bounded(&terms) {
            world.bound(order::bounds(&look, &terms)?);
        }
        all.push((terms, world));
    }
    Ok(())
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
    /// The weakest grade of the figures that matter.
    pub grade: Grade,
    /// Where what the person pays may lie outside.
    pub open: Open,
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
