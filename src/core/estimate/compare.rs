//! The same case by route and by tier: what each costs, and what filing saves.

use super::{Estimate, EstimateError, Side, estimate, run};
use crate::case::{Case, Filed, TRIPS, trip_by};
use crate::num::{Money, Span};
use crate::policy::{Book, Route, Tier};

/// One row: what was varied, the case it makes, and what the person pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Varied<T> {
    /// The route or the tier.
    pub what: T,
    /// The case, so that a row can be chosen.
    pub case: Case,
    /// What the person pays.
    pub personal: Span<Money>,
    /// Every other row costs more, whatever the unknowns turn out to be.
    pub cheapest: bool,
}

/// A case compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// By route; empty where the trip does not leave the province.
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
    let leaves = base.routes().iter().any(Route::crosses_provinces);
    let trips = if leaves { &TRIPS[..] } else { &[] };
    let routes = trips.iter().map(|(route, ..)| {
        let (reason, filed) = trip_by(*route, case.reason, case.filed);
        (*route, Case { reason, filed, ..*case })
    });
    let tiers = Tier::ALL.map(|tier| (tier, Case { tier, ..*case }));
    Ok(Comparison {
        routes: rows(book, routes)?,
        tiers: rows(book, tiers)?,
        saving: if leaves { saving(book, case)? } else { None },
    })
}

/// What filing the trip saves; none where there is nothing to file.
///
/// # Errors
/// As [`compare`].
pub fn filing_saves(book: &Book, case: &Case) -> Result<Option<Span<Money>>, EstimateError> {
    let leaves = estimate(book, case)?.routes().iter().any(Route::crosses_provinces);
    if leaves { saving(book, case) } else { Ok(None) }
}

fn rows<T>(book: &Book, cases: impl IntoIterator<Item = (T, Case)>) -> Result<Vec<Varied<T>>, EstimateError> {
    let mut rows = Vec::new();
    for (what, case) in cases {
        match estimate(book, &case) {
            Ok(estimate) => {
                rows.push(Varied { what, case, personal: estimate.personal(), cheapest: false });
            }
            Err(EstimateError::NoRate { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    for place in 0..rows.len() {
        let high = rows[place].personal.high();
        let others = rows.iter().enumerate().filter(|(other, _)| *other != place);
        rows[place].cheapest =
            rows.len() > 1 && others.map(|(_, row)| row.personal.low()).all(|low| high < low);
    }
    Ok(rows)
}

/// Unfiled less filed, never below nothing. What both have in common, an unsplit
/// bill above all, is at the same end in both; what only one of them has, its away
/// rule above all, may be at either end whatever the other's is.
fn saving(book: &Book, case: &Case) -> Result<Option<Span<Money>>, EstimateError> {
    let with = |filed| estimate(book, &Case { filed, ..*case });
    let (filed, unfiled) = (with(Filed::Yes)?, with(Filed::No)?);
    if filed.routes() == unfiled.routes() {
        return Ok(None);
    }
    let ends = unfiled.runs.iter().filter_map(|unfiled| {
        let filed = same_area(&filed, unfiled.terms.area)?;
        let in_common = |item| filed.terms.figures_of(item) == unfiled.terms.figures_of(item);
        let ends = [Side::Best, Side::Worst].into_iter().filter_map(|common| {
            let personal = |terms, own| {
                let settled = run(case, terms, |item| if in_common(item) { common } else { own });
                settled.map(|settled| settled.personal)
            };
            let least = personal(&unfiled.terms, Side::Best)? - personal(&filed.terms, Side::Worst)?;
            let most = personal(&unfiled.terms, Side::Worst)? - personal(&filed.terms, Side::Best)?;
            Some(Span::between(least.or_zero(), most.or_zero()))
        });
        ends.reduce(Span::hull)
    });
    Ok(ends.reduce(Span::hull))
}

fn same_area(estimate: &Estimate, area: crate::places::AreaId) -> Option<&super::Outcome> {
    estimate.runs.iter().find(|run| run.terms.area == area)
}
