//! The same case under the rules of other areas, where the area's own are missing:
//! where most of them lie. These are other places' rules, shown beside the range and
//! never instead of it.

use std::sync::Arc;

use super::look::Look;
use super::order::rests_on_nation;
use super::term::Term;
use super::terms::{Levels, Terms};
use super::world::{Neighbour, World};
use super::{Estimate, EstimateError};
use crate::case::{Bill, Case, Effect, Journey, Told, YearToDate, routing};
use crate::num::{Money, Percent, Span};
use crate::places::{AreaId, Place};
use crate::policy::{AwayRule, Book, Figure, Holder, Item, RateChange, Route};

/// From fewer areas nothing is said about where most of them lie.
const FEWEST: usize = 10;

/// What a case costs under the rules of one area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Under {
    /// The area.
    pub area: AreaId,
    /// What the person would pay.
    pub personal: Span<Money>,
    /// The area's own rules say all of it: nothing rests on a range over other areas,
    /// and nothing that matters is unknown.
    pub is_whole: bool,
}

/// What a case costs under the rules of other areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Every area that has rules for such a case, and what the person would pay, least first.
    pub areas: Vec<Under>,
    /// Where the middle 80 % of those that count lie, within the full range.
    pub likely: Span<Money>,
    /// Only what the route does is other areas' rule; the rest is the area's own.
    pub only_away: bool,
}

impl Elsewhere {
    /// The other areas of the insured area's province.
    pub fn near(&self, insured: Place) -> impl Iterator<Item = &Under> {
        let province = insured.province();
        self.areas.iter().filter(move |under| Place::Area(under.area).province() == province)
    }

    /// How many areas the likely range counts.
    pub fn counted(&self) -> usize {
        counted(&self.areas).count()
    }
}

/// The rules of every area that has some for a kind of case, ready for any bill.
#[derive(Clone, Debug)]
pub struct RuleSets {
    kind: Case,
    areas: Vec<(AreaId, Neighbour)>,
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
        let own = rules(&book.levels(insured)?, case, insured, &journeys)?;
        if are_whole(&own) {
            return Ok(None);
        }
        Self::around(&all_rules(book, case, &journeys)?, case, Some(insured), &own).map(Some)
    }

    /// The rules that stand for those of an area, out of all; without an area everybody's.
    pub(super) fn around(
        all: &[(AreaId, Vec<WayRule>)],
        case: &Case,
        insured: Option<AreaId>,
        own: &[WayRule],
    ) -> Result<Self, EstimateError> {
        let only_away = own.iter().all(|rule| rule.known.base);
        let mut areas = Vec::new();
        for (area, theirs) in all.iter().filter(|(area, _)| Some(*area) != insured) {
            let mut worlds = Vec::new();
            for (own, theirs) in own.iter().zip(theirs) {
                for terms in if only_away { under_rule_of(theirs, own) } else { whole_rules(theirs) } {
                    let world = World::of(&terms)?;
                    worlds.push((terms, world));
                }
            }
            if !worlds.is_empty() {
                areas.push((*area, worlds));
            }
        }
        Ok(Self { kind: kind(case), areas, only_away })
    }

    /// Whether a case is settled on the same rules.
    pub fn are_for(&self, case: &Case) -> bool {
        self.kind == kind(case)
    }

    /// What a case costs under each, least first.
    pub(super) fn spans(&self, case: &Case) -> Vec<Under> {
        let under = |(area, worlds): &(AreaId, Neighbour)| {
            let mut is_whole = true;
            let spans = worlds.iter().map(|(terms, world)| {
                let ([low, high], reached) = world.settle(case);
                is_whole &= !rests_on_nation(terms) && world.layers_are_known(reached);
                Span::between(low.settlement.personal, high.settlement.personal)
            });
            let personal = spans.reduce(Span::hull)?;
            Some(Under { area: *area, personal, is_whole })
        };
        let mut all: Vec<Under> = self.areas.iter().filter_map(under).collect();
        all.sort_by_key(|under| (under.personal.low(), under.personal.high(), under.area));
        all
    }

    /// What a case costs under each; none where the areas are too few, where they say
    /// nothing that the full range does not, or where it is not certain that it is paid.
    pub fn settle(&self, estimate: &Estimate) -> Option<Elsewhere> {
        if estimate.case.has(Effect::PerhapsNotPaid) || estimate.case.has(Effect::NotPaid) {
            return None;
        }
        let areas = self.spans(&estimate.case);
        let full = estimate.personal();
        let likely = middle(&areas, full).filter(|likely| *likely != full)?;
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
        bill: Bill { total: None, own_expense: part, prepay: part, class_b: None, over_limit: part },
        year: YearToDate { admissions: case.year.admissions, ..YearToDate::default() },
        year_at_worst: None,
        account: Money::ZERO,
        ..*case
    }
}

/// The areas that count: those whose own rules say all of it, where they are enough.
fn counted(areas: &[Under]) -> impl Iterator<Item = &Under> {
    let whole = areas.iter().filter(|under| under.is_whole).count();
    areas.iter().filter(move |under| under.is_whole || whole < FEWEST)
}

/// From where on a tenth of the steps lies below to where on a tenth lies above, within
/// the full range; none where the areas are too few.
pub(super) fn middle(areas: &[Under], full: Span<Money>) -> Option<Span<Money>> {
    if areas.len() < FEWEST {
        return None;
    }
    let (mut lows, mut highs): (Vec<Money>, Vec<Money>) =
        counted(areas).map(|under| (under.personal.low(), under.personal.high())).unzip();
    lows.sort_unstable();
    highs.sort_unstable();
    let tenth = lows.len().saturating_sub(1) / 10;
    let within = |money: Money| money.max(full.low()).min(full.high());
    let low = *lows.get(tenth)?;
    let high = *highs.get(highs.len().checked_sub(1 + tenth)?)?;
    Some(Span::between(within(low), within(high.max(low))))
}

/// What an area, or its province, says itself of a kind of case.
#[derive(Clone, Copy, Debug)]
pub(super) struct KnownRules {
    /// The rate and the deductible at home or on this route.
    pub(super) base: bool,
    /// What the route does.
    away: bool,
}

impl KnownRules {
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

/// An area's rules on one way.
#[derive(Clone, Debug)]
pub(super) struct WayRule {
    pub(super) known: KnownRules,
    route: Route,
    /// None where the area says nothing.
    terms: Vec<Terms>,
}

impl WayRule {
    /// Of an area that says nothing.
    pub(super) const fn unknown(route: Route) -> Self {
        Self { known: KnownRules { base: false, away: false }, route, terms: Vec::new() }
    }
}

/// Whether an area has all of its rules itself.
pub(super) fn are_whole(rules: &[WayRule]) -> bool {
    rules.iter().all(|rule| rule.known.base && rule.known.away)
}

/// What an area's figures say on each way.
pub(super) fn rules(
    levels: &Levels<'_>,
    case: &Case,
    area: AreaId,
    journeys: &[Journey],
) -> Result<Vec<WayRule>, EstimateError> {
    let of = |(case, journey): (Case, &Journey)| {
        let look = Look::new(levels, &case, area, *journey);
        let known = KnownRules::of(&look)?;
        let terms = if known.base || known.away { look.terms()? } else { Vec::new() };
        Ok(WayRule { known, route: journey.route, terms })
    };
    case.each().flat_map(|case| journeys.iter().map(move |journey| (case, journey))).map(of).collect()
}

/// What every area's figures say on each way. Whoever is insured where care happens
/// does not travel, and is left out.
pub(super) fn all_rules(
    book: &Book,
    case: &Case,
    journeys: &[Journey],
) -> Result<Vec<(AreaId, Vec<WayRule>)>, EstimateError> {
    let crosses = journeys.iter().any(|journey| journey.route.crosses_provinces());
    // What was told is a rule of the case's own area.
    let case = &Case { told: Told::default(), ..*case };
    let is_there = |area| crosses && Place::Area(area).province() == case.care_place.province();
    let mut all = Vec::new();
    for area in AreaId::all().filter(|area| !is_there(*area)) {
        let rules = rules(&book.levels(area)?, case, area, journeys)?;
        if rules.iter().any(|rule| !rule.terms.is_empty()) {
            all.push((area, rules));
        }
    }
    Ok(all)
}

/// The whole rules of an area, where it has some. Where only what the route does is
/// not known, the national text's "about 10" and "about 20" points stand for it (N2-04).
fn whole_rules(theirs: &WayRule) -> Vec<Terms> {
    if !theirs.known.base {
        return Vec::new();
    }
    if theirs.known.away {
        return theirs.terms.clone();
    }
    let Some(points) = about(theirs.route) else { return Vec::new() };
    let with = |terms: &Terms| Terms {
        away: Term::Known(cut(points), terms.away.figures().to_vec()),
        ..terms.clone()
    };
    theirs.terms.iter().map(with).collect()
}

/// The area's own terms with another's rule of what the route does. A rate that names
/// the route says nothing of what the route does to another.
fn under_rule_of(theirs: &WayRule, own: &WayRule) -> Vec<Terms> {
    let is_final = |terms: &Terms| terms.rate.figures().iter().any(|figure| figure.names_route());
    let rules = theirs.terms.iter().filter(|terms| theirs.known.away && !is_final(terms));
    let under = |theirs: &Terms| {
        let away = theirs.away.clone();
        own.terms.iter().map(move |own| Terms { away: away.clone(), ..own.clone() })
    };
    rules.flat_map(under).collect()
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
        let under = |(area, count): (AreaId, i64)| Under {
            area,
            personal: Span::between(yuan(count * 100), yuan(count * 100 + 50)),
            is_whole: count % 2 == 0,
        };
        let mut areas: Vec<Under> = AreaId::all().zip(1..=20).map(under).collect();
        let wide = Span::between(Money::ZERO, yuan(9_000));
        // Ten say all of it themselves, 200, 400 … 2 000: these count.
        assert_eq!(middle(&areas, wide), Some(Span::between(yuan(200), yuan(2_050))));
        // With nine they are too few, and all count.
        areas[19].is_whole = false;
        assert_eq!(middle(&areas, wide), Some(Span::between(yuan(200), yuan(1_950))));
        let narrow = Span::between(yuan(500), yuan(800));
        assert_eq!(middle(&areas, narrow), Some(narrow));
        assert_eq!(middle(&areas[..9], wide), None);
    }
}
