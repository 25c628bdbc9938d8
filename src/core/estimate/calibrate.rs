//! How far the ranges hold: each area with rules of its own is left out in turn, the
//! same cases are settled on what stands in for it, and compared with what it says.

use super::EstimateError;
use super::elsewhere::{RuleSets, WayRule, all_rules, are_whole, middle, rules};
use super::prepared::worlds_on;
use super::terms::Levels;
use super::world::{Neighbour, span_of};
use crate::case::{Bill, Case, Filed, Journey, Reason, trip_by};
use crate::num::{Money, Span};
use crate::places::AreaId;
use crate::policy::{Book, Route, Status, Tier};

/// The routes that are tried.
const ROUTES: [Route; 4] = [Route::LongTerm, Route::Referral, Route::Temporary, Route::Unfiled];

/// The people.
const STATUSES: [Status; 3] = [Status::Active, Status::Retired, Status::Adult];

/// The hospitals.
const TIERS: [Tier; 2] = [Tier::Two, Tier::Three];

/// The bills, in yuan, each with nothing outside the catalogue.
pub const BILLS: [i64; 5] = [8_000, 30_000, 80_000, 200_000, 500_000];

/// How the ranges did at one bill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibrated {
    /// Cases in which the area's own rules come to one number.
    pub cases: usize,
    /// In which the full range holds it.
    pub held: usize,
    /// In which there is a likely range.
    pub likely: usize,
    /// In which the likely range holds it.
    pub likely_held: usize,
    /// Cases in which the area's own rules come to a range themselves: what is true
    /// there is not known.
    pub ranges: usize,
    /// In which the full range holds all of it.
    pub ranges_held: usize,
    /// How wide the likely range is, of the full one, in percent: each case.
    widths: Vec<u64>,
}

impl Calibrated {
    /// The median width of the likely range, in percent of the full one.
    pub fn median_width(&self) -> Option<u64> {
        let mut widths = self.widths.clone();
        widths.sort_unstable();
        widths.get(widths.len() / 2).copied()
    }
}

/// Leaves out each area in turn; one result for each of [`BILLS`].
///
/// # Errors
/// Where a data file cannot be read or two figures clash.
pub fn calibrate(book: &Book, plain: &Case) -> Result<Vec<Calibrated>, EstimateError> {
    let mut all = vec![Calibrated::default(); BILLS.len()];
    for status in STATUSES {
        for tier in TIERS {
            for route in ROUTES {
                let (reason, filed) = trip_by(route, Reason::Other, Filed::Yes);
                let case = Case { status: status.into(), tier: tier.into(), reason, filed, ..*plain };
                on_route(book, &case, route, &mut all)?;
            }
        }
    }
    Ok(all)
}

fn on_route(book: &Book, case: &Case, route: Route, all: &mut [Calibrated]) -> Result<(), EstimateError> {
    let journeys = [Journey::on(route)];
    let everywhere = all_rules(book, case, &journeys)?;
    let bills = BILLS.map(|yuan| billed(case, yuan));
    // What stands in for an area of which nothing is known: everybody's rules, at each bill.
    let everybodys = RuleSets::around(&everywhere, case, None, &[WayRule::unknown(route)])?;
    let everybodys = bills.map(|case| everybodys.spans(&case));
    for (area, own) in &everywhere {
        if !are_whole(own) {
            continue;
        }
        let levels = book.levels(*area)?;
        let without: Levels<'_> = [&[], levels[1], levels[2]];
        let left = rules(&without, case, *area, &journeys)?;
        if are_whole(&left) && levels[0].is_empty() {
            // The province's rule is the area's own: nothing is left out.
            continue;
        }
        let (truth, full) = (worlds(&levels, case, *area, route)?, worlds(&without, case, *area, route)?);
        let only_away = !are_whole(&left) && left.iter().all(|rule| rule.known.base);
        let sets = only_away.then(|| RuleSets::around(&everywhere, case, Some(*area), &left)).transpose()?;
        for ((case, everybodys), calibrated) in bills.iter().zip(&everybodys).zip(all.iter_mut()) {
            let (Some(truth), Some(full)) = (span_of(&truth, case), span_of(&full, case)) else { continue };
            let likely = if are_whole(&left) {
                None
            } else if let Some(sets) = &sets {
                middle(&sets.spans(case), full)
            } else {
                let others = everybodys.iter().filter(|under| under.area != *area);
                middle(&others.copied().collect::<Vec<_>>(), full)
            };
            calibrated.take(truth, full, likely);
        }
    }
    Ok(())
}

impl Calibrated {
    fn take(&mut self, truth: Span<Money>, full: Span<Money>, likely: Option<Span<Money>>) {
        let holds = |range: Span<Money>| range.low() <= truth.low() && truth.high() <= range.high();
        let (cases, held) = if truth.is_exact() {
            (&mut self.cases, &mut self.held)
        } else {
            (&mut self.ranges, &mut self.ranges_held)
        };
        *cases += 1;
        *held += usize::from(holds(full));
        if let Some(likely) = likely {
            self.likely += usize::from(truth.is_exact());
            self.likely_held += usize::from(truth.is_exact() && holds(likely));
            let width =
                |span: Span<Money>| u64::try_from((span.high() - span.low()).fen()).unwrap_or_default();
            self.widths.push(width(likely) * 100 / width(full).max(1));
        }
    }
}

/// The same stay with a bill of so much, all of it eligible.
const fn billed(case: &Case, yuan: i64) -> Case {
    let nothing = Some(Money::ZERO);
    let total = Money::from_yuan(yuan);
    let bill = Bill {
        total: Some(Span::exact(total)),
        own_expense: nothing,
        prepay: nothing,
        class_b: None,
        over_limit: nothing,
    };
    Case { bill, ..*case }
}

/// The worlds of these figures; none where they have no rate.
fn worlds(levels: &Levels<'_>, case: &Case, area: AreaId, route: Route) -> Result<Neighbour, EstimateError> {
    match worlds_on(levels, case, area, Journey::on(route)) {
        Err(EstimateError::NoRate { .. }) => Ok(Vec::new()),
        found => found,
    }
}
