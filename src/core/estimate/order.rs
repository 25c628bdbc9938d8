//! The order of routes: in what the person pays for the same bill, long-term ≤
//! referral ≤ temporary ≤ unfiled, and emergency ≤ temporary. A trip inside the
//! province costs no more than the same one outside.
//!
//! Where only the nation's range is known of a route, it is bounded by what the
//! area says of its neighbours, on both sides.

use std::sync::Arc;

use super::effects::read_alike;
use super::look::{Look, OUTSIDE};
use super::terms::{Levels, Terms};
use super::world::{Bounds, Neighbour, World, ends_of};
use super::{EstimateError, Outcome};
use crate::case::{Case, Journey};
use crate::num::Money;
use crate::places::AreaId;
use crate::policy::{Figure, Holder, Item, Route};

/// The routes on which the same bill costs no more.
pub(super) const fn below(route: Route) -> &'static [Route] {
    use Route::{Emergency, LongTerm, Referral, Temporary};
    match route {
        Referral => &[LongTerm],
        Temporary => &[LongTerm, Referral, Emergency],
        Route::Unfiled => &[LongTerm, Referral, Emergency, Temporary],
        Route::Local | Route::InProvince | LongTerm | Emergency => &[],
    }
}

/// The routes on which the same bill costs no less.
pub(super) fn above(route: Route) -> Vec<Route> {
    Route::ALL.into_iter().filter(|other| below(*other).contains(&route)).collect()
}

/// Whether a route rests on the nation's range: nothing closer says what it does.
pub(super) fn rests_on_nation(terms: &Terms) -> bool {
    let rules = terms.away.figures();
    !rules.is_empty() && rules.iter().all(|figure| figure.holder == Holder::Nation)
}

/// Whether the neighbouring routes bound terms: they rest on the nation's range, or
/// read a trip inside the province as one outside. Home has no neighbours.
pub(super) fn are_bounded(terms: &Terms) -> bool {
    if terms.route == Route::Local {
        return false;
    }
    rests_on_nation(terms) || terms.readings.contains(&(Item::Away, OUTSIDE))
}

/// What bounds such terms.
pub(super) fn bounds(look: &Look<'_>, terms: &Terms) -> Result<Bounds, EstimateError> {
    let mut bounds = Bounds::default();
    let Journey { route, trip } = look.journey();
    if route == Route::InProvince {
        // Never worse than the same trip outside, within its own bounds.
        let outside = look.on(Journey::on(trip));
        let mut worlds = neighbour(&outside, terms)?.unwrap_or_default();
        for (terms, world) in &mut worlds {
            if rests_on_nation(terms) {
                world.bound(self::bounds(&outside, terms)?);
            }
        }
        bounds.above.extend((!worlds.is_empty()).then_some(worlds));
        return Ok(bounds);
    }
    let inside = look.on(Journey { route: Route::InProvince, trip });
    if inside.has_rule()? {
        bounds.below.extend(neighbour(&inside, terms)?);
    }
    for other in below(trip) {
        let other = look.on(Journey::on(*other));
        // The nation's own ranges stand in order where nothing else tells the routes apart.
        if other.has_rule()? || differs(&other, terms)? {
            bounds.below.extend(neighbour(&other, terms)?);
        }
    }
    for other in above(trip) {
        let other = look.on(Journey::on(other));
        if other.has_rule()? {
            bounds.above.extend(neighbour(&other, terms)?);
        }
    }
    Ok(bounds)
}

/// Two routes that by the area's own figures stand against the usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutOfOrder {
    /// The insured area.
    pub area: AreaId,
    /// Costs more than the other, and usually does not.
    pub dearer: Route,
    /// Costs less.
    pub cheaper: Route,
}

/// Which other trips of a case stand against the order with one of its runs, where
/// the area's own figures say what both cost: its source wins.
pub(super) fn out_of_order(
    levels: &Levels<'_>,
    case: &Case,
    run: &Outcome,
) -> Result<Vec<OutOfOrder>, EstimateError> {
    let Terms { area, route, trip, .. } = run.terms;
    if !route.crosses_provinces() || rests_on_nation(&run.terms) {
        return Ok(Vec::new());
    }
    let case = &Case { status: run.terms.status.into(), tier: run.terms.tier.into(), ..*case };
    let look = Look::new(levels, case, area, Journey::on(trip));
    let mut found = Vec::new();
    for (others, is_below) in [(below(trip), true), (&above(trip), false)] {
        for other in others {
            let near = look.on(Journey::on(*other));
            let Some(neighbour) =
                near.has_rule()?.then(|| neighbour(&near, &run.terms)).transpose()?.flatten()
            else {
                continue;
            };
            let ends = ends_of(&neighbour, case);
            let ends = ends.iter().map(|end| end.settlement.personal);
            let breaks = |(own, other): (Money, Money)| if is_below { other > own } else { own > other };
            // A range that only reaches over the other's says nothing for certain.
            if [run.best.personal, run.worst.personal].into_iter().zip(ends).all(breaks) {
                let (dearer, cheaper) = if is_below { (*other, trip) } else { (trip, *other) };
                found.push(OutOfOrder { area, dearer, cheaper });
            }
        }
    }
    Ok(found)
}

/// Whether anything but its own rule sets a route apart from some terms.
fn differs(other: &Look<'_>, terms: &Terms) -> Result<bool, EstimateError> {
    for item in [Item::Deductible, Item::Rate, Item::Cap] {
        let same = |figure: &Arc<Figure>| terms.figures_of(item).contains(figure);
        if !other.find(item)?.figures().iter().all(same) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The worlds of a route, where a rate is known on it: those in which the circumstances
/// turn out as they do in some terms.
fn neighbour(look: &Look<'_>, like: &Terms) -> Result<Option<Neighbour>, EstimateError> {
    let all = look.terms()?.into_iter().filter(|terms| read_alike(terms, like));
    let worlds = all.filter_map(|terms| {
        let world = World::of(&terms).ok()?;
        Some((terms, world))
    });
    let worlds: Neighbour = worlds.collect();
    Ok((!worlds.is_empty()).then_some(worlds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn above_is_below_turned_round() {
        for one in Route::ALL {
            for other in Route::ALL {
                assert_eq!(below(one).contains(&other), above(other).contains(&one), "{one:?} {other:?}");
            }
        }
    }
}
