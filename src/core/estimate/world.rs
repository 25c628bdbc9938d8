//! One possible world, with its figures as numbers, ready to be settled for any number
//! of bills.

use super::burden::{Open, left_open, open_where};
use super::ends::{self, EndSearch};
use super::numbers::Numbers;
use super::play::{ByLayer, Layer, Reach, Reached};
use super::settle::{Settlement, settle};
use super::term::Term;
use super::terms::{Side, Terms};
use super::yearly::{Counter, counted_together, in_year, most_used};
use super::{EstimateError, exact_bill};
use crate::case::Case;
use crate::num::{Money, Percent, Span};
use crate::policy::{Grade, Scheme};
use enumset::EnumSet;

/// One possible world, an insured area and a route, as the numbers it is settled
/// with: what the figures say, without the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct World {
    /// Every number at the end better for the patient.
    pub(super) best: Numbers,
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
    pub(super) together: EnumSet<Counter>,
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

    pub(super) fn worst(&self) -> &Numbers {
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

    pub(super) fn ends(&self, case: &Case) -> Ends {
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
        let numbers =
            ends::settled(&EndSearch { case, bill: &bill, terms: &open.terms }, numbers.clone(), &|_| side);
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

/// A neighbouring route: each of its possible worlds; never empty.
pub(super) type Neighbour = Vec<(Terms, World)>;

/// What bounds the range of a route.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    /// It costs no less than any of these.
    pub(super) below: Vec<Neighbour>,
    /// It costs no more than any of these.
    pub(super) above: Vec<Neighbour>,
}

impl Bounds {
    pub(super) fn is_empty(&self) -> bool {
        self.below.is_empty() && self.above.is_empty()
    }
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

/// Of equal burdens the first counts.
pub(super) fn is_better(burden: Money, so_far: Money) -> bool {
    burden < so_far
}

/// Of equal burdens the first counts.
pub(super) fn is_worse(burden: Money, so_far: Money) -> bool {
    burden > so_far
}
