//! The same case by route and by tier: what each costs, and what filing saves.

use super::effects::read_alike;
use super::yearly::in_year;
use super::{Burden, Estimate, EstimateError, Open, Outcome, Side, estimate, run};
use crate::case::{Case, Filed, TRIPS, trip_by};
use crate::num::{Money, Span};
use crate::policy::{Book, Route, Routes, Tier};

/// One row: what was varied, the case it makes, and what the person pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Varied<T> {
    /// The route or the tier.
    pub what: T,
    /// The case, so that a row can be chosen.
    pub case: Case,
    /// What the person pays.
    pub personal: Span<Money>,
    /// Where it may lie outside.
    pub open: Open,
    /// Every other row costs more, whatever the unknowns turn out to be.
    pub cheapest: bool,
}

impl<T> Varied<T> {
    /// What the person pays, and whether it may lie outside.
    pub const fn burden(&self) -> Burden {
        Burden { span: self.personal, open: self.open }
    }
}

/// A case compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// By route, or inside the province by the trip; empty where neither changes anything.
    pub routes: Vec<Varied<Route>>,
    /// By hospital tier.
    pub tiers: Vec<Varied<Tier>>,
    /// What filing the trip saves; none where there is nothing to file.
    pub saving: Option<Span<Money>>,
}

/// Compares a case by route and by tier. A row for which no rate is known is left out.
///
/// # Errors
/// Where a data file cannot be read or two figures clash.
pub fn compare(book: &Book, case: &Case) -> Result<Comparison, EstimateError> {
    let base = estimate(book, case)?;
    let trips = if moves(&base) { &TRIPS[..] } else { &[] };
    let routes = trips.iter().map(|(route, ..)| {
        let (reason, filed) = trip_by(*route, case.reason, case.filed);
        (*route, Case { reason, filed, ..*case })
    });
    let tiers = Tier::ALL.map(|tier| (tier, Case { tier: tier.into(), ..*case }));
    let mut routes = rows(book, routes)?;
    let leaves = base.routes().iter().any(Route::crosses_provinces);
    if !leaves && routes.windows(2).all(|pair| pair[0].personal == pair[1].personal) {
        // Inside the province reason and filing often change nothing.
        routes.clear();
    }
    Ok(Comparison { routes, tiers: rows(book, tiers)?, saving: filing_saves(book, &base)? })
}

/// What filing the trip saves; none where there is nothing to file.
///
/// # Errors
/// As [`compare`].
pub fn filing_saves(book: &Book, base: &Estimate) -> Result<Option<Span<Money>>, EstimateError> {
    // Whoever is not paid by this insurance has nothing to file with it.
    if moves(base) && !base.case.stands_alone() { saving(book, &base.case) } else { Ok(None) }
}

/// Whether a trip leads out of the insured area, or may.
fn moves(base: &Estimate) -> bool {
    base.routes() != Routes::only(Route::Local)
}

fn rows<T>(book: &Book, cases: impl IntoIterator<Item = (T, Case)>) -> Result<Vec<Varied<T>>, EstimateError> {
    let mut rows = Vec::new();
    for (what, case) in cases {
        match estimate(book, &case) {
            Ok(estimate) => {
                let Burden { span, open } = estimate.burden();
                rows.push(Varied { what, case, personal: span, open, cheapest: false });
            }
            Err(EstimateError::NoRate { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    for place in 0..rows.len() {
        let high = rows[place].personal.high();
        let mut others = rows.iter().enumerate().filter(|(other, _)| *other != place);
        rows[place].cheapest = rows.len() > 1
            && !rows[place].open.more
            && others.all(|(_, row)| high < row.personal.low() && !row.open.less);
    }
    Ok(rows)
}

/// Unfiled less filed, never below nothing. What both have in common, an unsplit
/// bill above all, is at the same end in both; what only one of them has, its away
/// rule above all, may be at either end whatever the other's is.
fn saving(book: &Book, case: &Case) -> Result<Option<Span<Money>>, EstimateError> {
    let with = |filed| estimate(book, &Case { filed, ..*case });
    let (filed, unfiled) = (with(Filed::Yes)?, with(Filed::No)?);
    if (filed.routes(), filed.trips()) == (unfiled.routes(), unfiled.trips()) {
        return Ok(None);
    }
    let pairs = unfiled.runs.iter().flat_map(|unfiled| {
        filed.runs.iter().filter(|filed| is_same_world(filed, unfiled)).map(move |filed| (filed, unfiled))
    });
    let ends = pairs.filter_map(|(filed, unfiled)| {
        let in_common = |item| filed.terms.figures_of(item) == unfiled.terms.figures_of(item);
        let ends = [Side::Best, Side::Worst].into_iter().filter_map(|common| {
            let personal = |run_on: &Outcome, own| {
                let side = |item| if in_common(item) { common } else { own };
                run(&in_year(case, common), run_on.terms_at(own), side).map(|settled| settled.personal)
            };
            let least = personal(unfiled, Side::Best)? - personal(filed, Side::Worst)?;
            let most = personal(unfiled, Side::Worst)? - personal(filed, Side::Best)?;
            Some(Span::between(least.or_zero(), most.or_zero()))
        });
        ends.reduce(Span::hull)
    });
    Ok(ends.reduce(Span::hull))
}

/// Whether two runs, of which only one is filed, are of one person and hospital, lead
/// to the same place and are both paid, or both not.
fn is_same_world(one: &Outcome, other: &Outcome) -> bool {
    let (one, other) = (&one.terms, &other.terms);
    let crosses = |route: Route| route.crosses_provinces();
    (one.area, one.status, one.tier) == (other.area, other.status, other.tier)
        && read_alike(one, other)
        && (one.route == other.route || crosses(one.route) && crosses(other.route))
}
