//! The same case under the rules of other areas, where the area's own are missing:
//! where most of them lie. These are other places' rules, shown beside the range and
//! never instead of it.

use std::sync::Arc;

use super::look::Look;
use super::prepared::{World, ends_of};
use super::term::Term;
use super::terms::Terms;
use super::{Estimate, EstimateError};
use crate::case::{Bill, Case, Journey, YearToDate, routing};
use crate::num::{Money, Percent, Span};
use crate::places::{AreaId, Place};
use crate::policy::{AwayRule, Book, Figure, Holder, Item, RateChange, Route};

/// From fewer areas nothing is said about where most of them lie.
const FEWEST: usize = 10;

/// What a case costs under the rules of other areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Every area that has rules for such a case, and what the person would pay, least first.
    pub areas: Vec<(AreaId, Span<Money>)>,
    /// Where the middle 80 % of them lie, within the full range.
    pub likely: Span<Money>,
    /// Only what the route does is other areas' rule; the rest is the area's own.
    pub only_away: bool,
}

impl Elsewhere {
    /// The other areas of the insured area's province.
    pub fn near(&self, insured: Place) -> impl Iterator<Item = &(AreaId, Span<Money>)> {
        let province = insured.province();
        self.areas.iter().filter(move |(area, _)| Place::Area(*area).province() == province)
    }
}

/// The rules of every area that has some for a kind of case, ready for any bill.
#[derive(Clone, Debug)]
pub struct RuleSets {
    kind: Case,
    areas: Vec<(AreaId, Vec<(Terms, World)>)>,
    only_away: bool,
}

impl RuleSets {
    /// Looks up the rules of every area for such a case; none where the case's own
    /// area has its rule, or where no area is chosen.
    ///
    /// # Errors
    /// Where a data file cannot be read or two figures clash.
    pub fn of(book: &Book, case: &Case) -> Result<Option<Self>, EstimateError> {
        let Place::Area(insured) = case.insured else { return Ok(None) };
        let in_alliance = book.alliance(case.insured.province(), case.care_place.province()).is_some();
        let journeys: Vec<Journey> =
            routing(insured, case.care_place, case.reason, case.filed, in_alliance).journeys().collect();
        let levels = book.levels(insured)?;
        let mut own = Vec::new();
        for journey in &journeys {
            let look = Look::new(&levels, case, insured, *journey);
            let known = Known::of(&look)?;
            if known.away || known.base {
                own.push((known, look.terms()?));
            }
        }
        let has_base = own.len() == journeys.len() && own.iter().all(|(known, _)| known.base);
        if has_base && own.iter().all(|(known, _)| known.away) {
            return Ok(None);
        }
        let mut areas = Vec::new();
        for area in AreaId::all().filter(|area| *area != insured) {
            // Whoever is insured where care happens does not travel.
            let is_there = Place::Area(area).province() == case.care_place.province();
            if is_there && journeys.iter().any(|journey| journey.route.crosses_provinces()) {
                continue;
            }
            let levels = book.levels(area)?;
            let mut worlds = Vec::new();
            for (at, journey) in journeys.iter().enumerate() {
                let look = Look::new(&levels, case, area, *journey);
                let known = Known::of(&look)?;
                let terms = if has_base {
                    let own = own.get(at).map(|(_, terms)| terms.as_slice()).unwrap_or_default();
                    if known.away { under_rule_of(&look, own)? } else { Vec::new() }
                } else {
                    rules_of(&look, known)?
                };
                for terms in terms {
                    let world = World::of(&terms)?;
                    worlds.push((terms, world));
                }
            }
            if !worlds.is_empty() {
                areas.push((area, worlds));
            }
        }
        Ok(Some(Self { kind: kind(case), areas, only_away: has_base }))
    }

    /// Whether a case is settled on the same rules.
    pub fn are_for(&self, case: &Case) -> bool {
        self.kind == kind(case)
    }

    /// What a case costs under each; none where the areas are too few.
    pub fn settle(&self, estimate: &Estimate) -> Option<Elsewhere> {
        let spans = self.areas.iter().filter_map(|(area, worlds)| {
            let ends = ends_of(worlds, &estimate.case);
            let [low, high] = ends.as_slice() else { return None };
            Some((*area, Span::between(low.settlement.personal, high.settlement.personal)))
        });
        let mut areas: Vec<(AreaId, Span<Money>)> = spans.collect();
        if areas.len() < FEWEST {
            return None;
        }
        areas.sort_by_key(|(area, span)| (span.low(), span.high(), *area));
        let likely = middle(&areas, estimate.personal());
        Some(Elsewhere { areas, likely, only_away: self.only_away })
    }
}

/// The same case under the rules of other areas; none where the area has its own.
///
/// # Errors
/// As [`RuleSets::of`].
pub fn elsewhere(book: &Book, estimate: &Estimate) -> Result<Option<Elsewhere>, EstimateError> {
    Ok(RuleSets::of(book, &estimate.case)?.and_then(|sets| sets.settle(estimate)))
}

/// What of a case its rules hang on: all but amounts.
fn kind(case: &Case) -> Case {
    let part = case.bill.split().map(|_| Money::ZERO);
    Case {
        bill: Bill { total: Money::ZERO, own_expense: part, prepay: part, class_b: None, over_limit: part },
        year: YearToDate { admissions: case.year.admissions, ..YearToDate::default() },
        account: Money::ZERO,
        ..*case
    }
}

/// From where on a tenth lies below to where on a tenth lies above, within the full range.
fn middle(areas: &[(AreaId, Span<Money>)], full: Span<Money>) -> Span<Money> {
    let mut lows: Vec<Money> = areas.iter().map(|(_, span)| span.low()).collect();
    let mut highs: Vec<Money> = areas.iter().map(|(_, span)| span.high()).collect();
    lows.sort_unstable();
    highs.sort_unstable();
    let tenth = areas.len() / 10;
    let within = |money: Money| money.max(full.low()).min(full.high());
    let low = lows.get(tenth).copied().unwrap_or(full.low());
    let high = highs.get(areas.len().saturating_sub(1 + tenth)).copied().unwrap_or(full.high());
    Span::between(within(low), within(high.max(low)))
}

/// What an area, or its province, says itself of a kind of case.
#[derive(Clone, Copy)]
struct Known {
    /// The rate and the deductible at home or on this route.
    base: bool,
    /// What the route does.
    away: bool,
}

impl Known {
    fn of(look: &Look<'_>) -> Result<Self, EstimateError> {
        let route = look.journey().route;
        let says = |item| {
            let near = |figure: &Arc<Figure>| figure.holder != Holder::Nation;
            Ok::<_, EstimateError>(look.find(item)?.figures().iter().any(near))
        };
        let base = says(Item::Rate)? && says(Item::Deductible)?;
        Ok(Self { base, away: route == Route::Local || look.has_rule()? })
    }
}

/// The whole rules of an area, where it has some. Where only what the route does is
/// not known, the national text's "about 10" and "about 20" points stand for it (N2-04).
fn rules_of(look: &Look<'_>, known: Known) -> Result<Vec<Terms>, EstimateError> {
    if !known.base {
        return Ok(Vec::new());
    }
    let mut all = look.terms()?;
    if known.away {
        return Ok(all);
    }
    let Some(points) = about(look.journey().route) else { return Ok(Vec::new()) };
    for terms in &mut all {
        terms.away = Term::Known(cut(points), terms.away.figures().to_vec());
    }
    Ok(all)
}

/// The area's own terms with another's rule of what the route does.
fn under_rule_of(other: &Look<'_>, own: &[Terms]) -> Result<Vec<Terms>, EstimateError> {
    let mut all = Vec::new();
    for theirs in other.terms()? {
        // A rate that names the route says nothing of what the route does to another.
        if theirs.rate.figures().iter().any(|figure| figure.names_route()) {
            continue;
        }
        all.extend(own.iter().map(|own| Terms { away: theirs.away.clone(), ..own.clone() }));
    }
    Ok(all)
}

/// By how many points about the rate is lower, as the national text has it since 2024.
const fn about(route: Route) -> Option<u32> {
    match route {
        Route::Referral | Route::Emergency => Some(10),
        Route::Temporary | Route::Unfiled => Some(20),
        Route::Local | Route::InProvince | Route::LongTerm => None,
    }
}

const fn cut(points: u32) -> AwayRule {
    AwayRule {
        first_self_pay: Span::exact(Percent::ZERO),
        change: RateChange::Cut(Span::exact(Percent::new(points))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_leaves_out_a_tenth_at_either_side_and_stays_within_the_range() {
        let yuan = Money::from_yuan;
        let areas: Vec<(AreaId, Span<Money>)> = AreaId::all()
            .zip(1..=20)
            .map(|(area, count)| (area, Span::between(yuan(count * 100), yuan(count * 100 + 50))))
            .collect();
        let wide = Span::between(Money::ZERO, yuan(9_000));
        assert_eq!(middle(&areas, wide), Span::between(yuan(300), yuan(1_850)));
        let narrow = Span::between(yuan(500), yuan(800));
        assert_eq!(middle(&areas, narrow), narrow);
    }
}
