//! The estimate: what the funds and the person pay, as two complete
//! settlements that are equal when nothing is uncertain.
//!
//! Looks every figure up once (`terms`), then only computes (`settle`). Takes
//! no average and never picks a side of an uncertainty in silence.

mod alike;
mod asks;
mod burden;
mod calibrate;
mod causes;
mod compare;
mod cost_shift;
mod curve;
mod effects;
mod elsewhere;
mod ends;
mod explain;
mod known;
mod ladder;
mod lines;
mod look;
mod numbers;
mod order;
mod play;
mod prepared;
mod settle;
mod term;
mod terms;
mod told;
mod trail;
mod trust;
mod world;
mod yearly;

use std::ops::BitOr;
use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

pub use alike::{Alike, Classes};
pub use asks::{Asks, rule_field};
pub use burden::{Burden, Open};
pub use calibrate::{BILLS, Calibrated, calibrate};
pub use causes::Cause;
pub use compare::{Comparison, Varied, compare, filing_saves};
pub use cost_shift::{CostShift, PairedLine, paired};
pub use curve::{Curve, CurveMark, CurvePoint, Turn, curve};
pub use elsewhere::{Elsewhere, RuleSets, Under, elsewhere};
pub use explain::{Explained, explain};
pub use known::RulesKnown;
pub use ladder::{Rung, ladder, with_usual_bill};
pub use lines::{Line, shown};
pub use numbers::{Aid, Catastrophic, DeductibleDue, ExactBill, ExactRule, Numbers, Slices, Supplement};
pub use order::OutOfOrder;
pub use prepared::{Prepared, prepare};
pub use settle::{Settlement, settle};
pub use term::{Deductible, DueRange, Term};
pub use terms::{Side, Terms};
pub use told::ToldRule;
pub use trail::{TrailAmount, TrailStep};
pub use trust::Missing;
pub use world::Ends;
pub use yearly::{Counter, Limits};

use crate::case::{Bill, Case, Circumstance, Journey, routing};
use crate::num::{Money, Percent, Span};
use crate::places::AreaId;
use crate::policy::{Book, ClashError, Figure, FileError, Holder, Item, Route, Routes, Words};
use ends::EndSearch;
use play::Reached;
use prepared::{look_up_all, worlds_on};
use world::{World, is_better, is_worse};

/// Why there is no estimate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EstimateError {
    /// A data file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// Two figures contradict each other.
    #[error(transparent)]
    Clash(#[from] ClashError),
    /// Nothing is known of the bill: there is a [`ladder`] of bills instead.
    #[error("the bill is not known")]
    NoBill,
    /// No rate is known for the case on its date.
    #[error("no rate of the pooled fund is known for this case on its date")]
    NoRate {
        /// The first day for which there is one.
        begins: Option<Date>,
    },
}

/// One possible world, settled at both ends: an insured area and a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The figures in force.
    pub terms: Terms,
    /// The settlement with every uncertain figure at the end better for the patient.
    pub best: Settlement,
    /// The settlement with every uncertain figure at the worse end.
    pub worst: Settlement,
    /// Which layers matter to the case.
    reached: Reached,
    /// The terms of the route that bounds the better end, where another does.
    best_by: Option<Box<Terms>>,
    /// The terms of the route that bounds the worse end, where another does.
    worst_by: Option<Box<Terms>>,
}

impl Outcome {
    fn of(case: &Case, terms: Terms, world: &World) -> Self {
        let ([best, worst], reached) = world.settle(case);
        Self {
            terms,
            best: best.settlement,
            worst: worst.settlement,
            reached,
            best_by: best.by.map(|terms| Box::new(terms.clone())),
            worst_by: worst.by.map(|terms| Box::new(terms.clone())),
        }
    }

    /// Whether what is known of an item can matter: a cap that is not reached even at
    /// its lowest changes nothing.
    pub fn matters(&self, item: Item) -> bool {
        self.reached.matters(item)
    }

    /// The figures that one end is settled on, in the order of the steps, without
    /// ranges of the nation's that cannot matter.
    pub fn figures_at(&self, side: Side) -> impl Iterator<Item = &Arc<Figure>> {
        self.told(self.terms_at(side))
    }

    /// The figures in force that can matter.
    fn mattering(&self) -> impl Iterator<Item = &Arc<Figure>> {
        self.terms.figures().filter(|figure| self.matters(figure.item))
    }

    fn told<'t>(&self, terms: &'t Terms) -> impl Iterator<Item = &'t Arc<Figure>> {
        let reached = self.reached;
        terms.figures().filter(move |figure| figure.holder != Holder::Nation || reached.matters(figure.item))
    }

    /// Where what the person pays may lie outside its range.
    fn open(&self) -> Open {
        burden::open_where(burden::left_open(&self.terms), self.reached)
    }

    /// The terms that one end is settled on: those of a neighbouring route where it
    /// bounds the range.
    pub fn terms_at(&self, side: Side) -> &Terms {
        let by = if side == Side::Best { &self.best_by } else { &self.worst_by };
        by.as_deref().unwrap_or(&self.terms)
    }
}

/// What treatment will cost, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The case it is for.
    pub case: Case,
    /// Every possible world, by area and route; never empty.
    pub runs: Vec<Outcome>,
    /// The run with the lowest burden.
    lowest: usize,
    /// The run with the highest burden.
    highest: usize,
    /// An alliance counts the trip as filed although it is not, or may not be.
    pub counted_as_filed: bool,
    /// What causes the spread, largest first.
    pub causes: Vec<(Cause, Money)>,
    /// Routes that stand against the usual order by the area's own figures.
    pub out_of_order: Vec<OutOfOrder>,
    /// From when to when the rules are known, where the day of the case lies far
    /// from that.
    pub far_from: Option<RulesKnown>,
    /// The circumstances without which the person would pay something else.
    pub moved_by: EnumSet<Circumstance>,
}

impl Estimate {
    /// The run with the lowest personal burden.
    pub fn low_run(&self) -> &Outcome {
        &self.runs[self.lowest]
    }

    /// The run with the highest personal burden.
    pub fn high_run(&self) -> &Outcome {
        &self.runs[self.highest]
    }

    /// The settlement that is best for the person.
    pub fn low(&self) -> &Settlement {
        &self.low_run().best
    }

    /// The settlement that is worst for the person.
    pub fn high(&self) -> &Settlement {
        &self.high_run().worst
    }

    /// What the person pays.
    pub fn personal(&self) -> Span<Money> {
        Span::between(self.low().personal, self.high().personal)
    }

    /// What the person pays, and whether something unknown may still move it.
    pub fn burden(&self) -> Burden {
        let paid = self.runs.iter().filter(|_| self.case.not_paid().is_none());
        let open = paid.map(Outcome::open).fold(Open::default(), BitOr::bitor);
        let open = open.of_ends(self.low(), self.high());
        Burden { span: self.personal(), open }
    }

    /// All routes that are possible.
    pub fn routes(&self) -> Routes {
        self.runs.iter().map(|run| run.terms.route).collect()
    }

    /// All trips that are possible: the routes, and inside the province the one that
    /// the same trip would have outside.
    pub fn trips(&self) -> Routes {
        self.runs.iter().map(|run| run.terms.trip).collect()
    }

    /// What the person pays on each possible route, over all insured areas.
    pub fn by_route(&self) -> Vec<(Route, Span<Money>)> {
        let on = |route: Route| {
            let runs = self.runs.iter().filter(move |run| run.terms.route == route);
            let spans = runs.map(|run| Span::between(run.best.personal, run.worst.personal));
            spans.reduce(Span::hull).map(|span| (route, span))
        };
        self.routes().iter().filter_map(on).collect()
    }

    /// Whether the rate comes from nothing closer than the nation in every run.
    pub fn is_national_range(&self) -> bool {
        let national = |figure: &Arc<Figure>| figure.holder == Holder::Nation;
        self.runs.iter().all(|run| run.terms.rate.figures().iter().all(national))
    }

    /// What must be known before the amount is believed: remarks of the national
    /// ranges that stand where an area says nothing of the trip. Some areas pay
    /// less than such a range, for example nothing for an unfiled trip.
    pub fn warnings(&self) -> Vec<&Words> {
        let rules = self.runs.iter().flat_map(|run| run.terms.away.figures());
        let national = rules.filter(|figure| figure.holder == Holder::Nation);
        let mut warnings: Vec<&Words> = Vec::new();
        for remark in national.filter_map(|figure| figure.remark.as_ref()) {
            if !warnings.contains(&remark) {
                warnings.push(remark);
            }
        }
        warnings
    }

    /// All insured areas that were settled.
    pub fn areas(&self) -> Vec<AreaId> {
        let mut areas: Vec<_> = self.runs.iter().map(|run| run.terms.area).collect();
        areas.dedup();
        areas
    }
}

/// Estimates a case.
///
/// # Errors
/// Where a data file cannot be read, two figures clash, or no rate or no bill is
/// known.
pub fn estimate(book: &Book, case: &Case) -> Result<Estimate, EstimateError> {
    if case.bill.total.is_none() {
        return Err(EstimateError::NoBill);
    }
    let (possible, counted_as_filed) = worlds(book, case)?;
    let found = look_up_all(possible, case, |area| book.levels(area))?;
    let runs: Vec<Outcome> =
        found.into_iter().map(|(terms, world)| Outcome::of(case, terms, &world)).collect();
    if runs.is_empty() {
        return Err(EstimateError::NoRate { begins: None });
    }
    let (mut lowest, mut highest) = (0, 0);
    for (place, run) in runs.iter().enumerate() {
        if is_better(run.best.personal, runs[lowest].best.personal) {
            lowest = place;
        }
        if is_worse(run.worst.personal, runs[highest].worst.personal) {
            highest = place;
        }
    }
    let causes = causes::causes(case, &runs, runs[lowest].best.personal, &runs[highest]);
    let far_from = known::far(book, case.date, &runs)?;
    let mut out_of_order = Vec::new();
    for run in [&runs[lowest], &runs[highest]] {
        for one in order::out_of_order(&book.levels(run.terms.area)?, case, run)? {
            if !out_of_order.contains(&one) {
                out_of_order.push(one);
            }
        }
    }
    let personal = Span::between(runs[lowest].best.personal, runs[highest].worst.personal);
    let moved_by = effects::moved_by(book, case, personal)?;
    Ok(Estimate {
        case: *case,
        runs,
        lowest,
        highest,
        counted_as_filed,
        causes,
        out_of_order,
        far_from,
        moved_by,
    })
}

/// Settles a case as insured in one area, on one route, whatever its places
/// and its filing say.
///
/// # Errors
/// As [`estimate`].
pub fn settle_on(
    book: &Book,
    case: &Case,
    area: AreaId,
    route: Route,
) -> Result<Vec<Outcome>, EstimateError> {
    let trips = routing(area, case.care_place, case.reason, case.filed, false).trips;
    let mut found = Vec::new();
    for trip in if route == Route::InProvince { trips } else { Routes::only(route) } {
        for case in case.each() {
            found.extend(worlds_on(&book.levels(area)?, &case, area, Journey { route, trip })?);
        }
    }
    Ok(found.into_iter().map(|(terms, world)| Outcome::of(case, terms, &world)).collect())
}

/// Settles a case on terms that are given.
///
/// # Errors
/// Where they hold no rate.
pub fn run_on(case: &Case, terms: Terms) -> Result<Outcome, EstimateError> {
    let world = World::of(&terms)?;
    Ok(Outcome::of(case, terms, &world))
}

/// The exact numbers of one end of a run: what its settlement was made of.
pub fn numbers_of(case: &Case, run: &Outcome, side: Side) -> Option<(ExactBill, Numbers)> {
    decide(&yearly::in_year(case, side), run.terms_at(side), |_| side)
}

/// The possible worlds: every insured area that may be meant, with every route
/// it may take. Areas without a figure of their own stand for each other.
fn worlds(book: &Book, case: &Case) -> Result<(Vec<(AreaId, Journey)>, bool), FileError> {
    let in_alliance = book.alliance(case.insured.province(), case.care_place.province()).is_some();
    let mut worlds: Vec<(AreaId, Journey)> = Vec::new();
    let mut stands_for_others: Vec<Journey> = Vec::new();
    let mut counted_as_filed = false;
    for area in case.insured.insured_areas() {
        let routing = routing(area, case.care_place, case.reason, case.filed, in_alliance);
        counted_as_filed |= routing.counted_as_filed;
        let has_own = !book.levels(area)?[0].is_empty();
        for journey in routing.journeys() {
            if !has_own && stands_for_others.contains(&journey) {
                continue;
            }
            if !has_own {
                stands_for_others.push(journey);
            }
            worlds.push((area, journey));
        }
    }
    Ok((worlds, counted_as_filed))
}

/// Settles one world with each uncertain item at the side asked for.
fn run(case: &Case, terms: &Terms, side: impl Fn(Item) -> Side) -> Option<Settlement> {
    let (bill, numbers) = decide(case, terms, side)?;
    Some(settle(&bill, &case.year, terms.account(case), &numbers))
}

/// Exact numbers for one world, each uncertain item at the side asked for.
fn decide(case: &Case, terms: &Terms, side: impl Fn(Item) -> Side) -> Option<(ExactBill, Numbers)> {
    let uncovered = terms.uncovered_share.value().copied();
    let bill = exact_bill(&case.bill, uncovered, side(Item::UncoveredShare));
    let numbers = terms.numbers(&side)?;
    let numbers = ends::settled(&EndSearch { case, bill: &bill, terms }, numbers, &side);
    Some((bill, numbers))
}

/// The bill with its uncovered part decided. An unsplit part lies between two
/// shares of the whole, and is never below the parts that are known.
fn exact_bill(bill: &Bill, uncovered: Option<Span<Percent>>, side: Side) -> ExactBill {
    let known = bill.known_parts();
    let total = match side {
        Side::Best => bill.low(),
        Side::Worst => bill.high(),
    };
    if let Some(split) = bill.split() {
        return ExactBill { total, uncovered: known, split: Some(split) };
    }
    let share = uncovered.map_or(Percent::ZERO, |span| match side {
        Side::Best => span.low(),
        Side::Worst => span.high(),
    });
    let uncovered = total.share(share).max(known).min(total);
    ExactBill { total, uncovered, split: None }
}
