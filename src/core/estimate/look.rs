//! The look-up of all terms of a case: insured in one area, on one way.
//!
//! Where figures make no range with each other, or no rule inside the province is
//! known, there are several: each is settled.

use std::sync::Arc;

use super::EstimateError;
use super::effects;
use super::term::{
    Deductible, Join, Readings, Term, amount_of, away_of, base_of, deductible_of, is_by_home, no_amount,
    no_limit, no_schedule, no_share, readings, schedule_of, share_of,
};
use super::terms::{Levels, Terms};
use super::told::or_told;
use crate::case::{Case, Journey};
use crate::num::{Percent, Span};
use crate::places::AreaId;
use crate::policy::{
    AwayRule, CatastrophicBase, ClashError, ContributionClass, Figure, Found, Holder, Item, Route, Schedule,
    Situation, contribution_classes, look_up,
};

/// So many combinations of readings are settled; beyond them readings are joined,
/// which only widens the range.
const MOST_READINGS: usize = 24;

/// What is looked up for: somebody insured in an area, on one way.
#[derive(Clone, Copy)]
pub(super) struct Look<'l> {
    levels: &'l Levels<'l>,
    case: &'l Case,
    area: AreaId,
    journey: Journey,
    situation: Situation,
}

impl<'l> Look<'l> {
    pub(super) fn new(levels: &'l Levels<'l>, case: &'l Case, area: AreaId, journey: Journey) -> Self {
        let plain = case.situation(area, journey);
        // Nobody is in a contribution class that is none of the several which the
        // area has: then the class counts as not answered.
        let is_of_area = |class: &ContributionClass| {
            let classes = contribution_classes(levels, plain.scheme);
            classes.len() < 2 || classes.contains(*class)
        };
        let situation = Situation { contribution: plain.contribution.filter(is_of_area), ..plain };
        Self { levels, case, area, journey, situation }
    }

    /// The same on another way.
    pub(super) fn on(&self, journey: Journey) -> Self {
        let contribution = self.situation.contribution;
        let situation = Situation { contribution, ..self.case.situation(self.area, journey) };
        Self { journey, situation, ..*self }
    }

    pub(super) const fn journey(&self) -> Journey {
        self.journey
    }

    pub(super) fn find(&self, item: Item) -> Result<Found, ClashError> {
        let found = look_up(self.levels, item, &self.situation, self.case.date)?;
        Ok(or_told(found, &self.case.told, self.area, item, &self.situation))
    }

    /// All terms that may hold; never none.
    ///
    /// # Errors
    /// Where two figures clash.
    pub(super) fn terms(&self) -> Result<Vec<Terms>, EstimateError> {
        Ok(effects::applied(self.case, self.looked_up()?))
    }

    /// The same as the figures alone say.
    fn looked_up(&self) -> Result<Vec<Terms>, EstimateError> {
        let plain = || self.with(&|item| self.find(item), None);
        match self.journey.route {
            Route::InProvince if !self.has_rule()? => self.without_rule(),
            Route::Local if self.situation.returns_home && !self.has_return_rule()? => {
                let mut all = plain()?;
                all.extend(self.as_referred()?);
                Ok(all)
            }
            _ => plain(),
        }
    }

    /// Whether it is known what holds for people back home while filed elsewhere.
    fn has_return_rule(&self) -> Result<bool, ClashError> {
        let says = |item| {
            let found = self.find(item)?;
            Ok::<_, ClashError>(found.figures().iter().any(|figure| figure.selectors.returns_home))
        };
        Ok(says(Item::Away)? || says(Item::Rate)?)
    }

    /// No rule is known for people back home while filed elsewhere: they have at least the
    /// terms of a referral (N2-07), and at most what holds at home.
    fn as_referred(&self) -> Result<Vec<Terms>, EstimateError> {
        let referred = self.on(Journey::on(Route::Referral));
        let mut all = referred.with(&|item| referred.find(item), None)?;
        for terms in &mut all {
            (terms.route, terms.trip) = (self.journey.route, self.journey.trip);
            terms.readings.push((Item::Away, OUTSIDE));
        }
        Ok(all)
    }

    /// Whether more than the nation's range is known of what this route does.
    pub(super) fn has_rule(&self) -> Result<bool, ClashError> {
        let near: fn(&Figure) -> bool = |figure| figure.holder != Holder::Nation;
        let is_final: fn(&Figure) -> bool = |figure| figure.names_route();
        let any = |item, of: fn(&Figure) -> bool| {
            Ok::<_, ClashError>(self.find(item)?.figures().iter().any(|figure| of(figure)))
        };
        Ok(any(Item::Away, near)? || any(Item::Rate, is_final)?)
    }

    /// No rule is known for the trip inside the province: "each kind costs the person
    /// between nothing more than at home and what the same trip outside the province
    /// costs". What else is known of the province holds in both.
    fn without_rule(&self) -> Result<Vec<Terms>, EstimateError> {
        let outside = self.on(Journey::on(self.journey.trip));
        let assumed = self.find(Item::Away)?.figures().to_vec();
        let at_home = Term::Known(AwayRule::SAME, assumed.clone());
        let mut all = self.with(&|item| self.find(item), Some(at_home))?;
        let of_outside = |item| {
            let found = self.find(item)?;
            let is_final = found.figures().iter().any(|figure| figure.names_route());
            if item != Item::Away && is_final { Ok(found) } else { outside.find(item) }
        };
        for mut terms in self.with(&of_outside, None)? {
            if let Term::Known(_, figures) = &mut terms.away {
                figures.extend(
                    assumed.iter().filter(|figure| !figures.contains(figure)).cloned().collect::<Vec<_>>(),
                );
            }
            terms.readings.push((Item::Away, OUTSIDE));
            all.push(terms);
        }
        Ok(all)
    }

    fn with(
        &self,
        find: &dyn Fn(Item) -> Result<Found, ClashError>,
        away: Option<Term<AwayRule>>,
    ) -> Result<Vec<Terms>, EstimateError> {
        let rate = find(Item::Rate)?;
        if away.is_none() && self.journey.route != Route::Local {
            // Some answer makes the rate final, another one that the away rule changes.
            let (last, other): (Vec<_>, Vec<_>) =
                rate.figures().iter().cloned().partition(|figure| figure.names_route());
            if !last.is_empty() && !other.is_empty() {
                let mut all = Vec::new();
                for (place, figures) in [last, other].into_iter().enumerate() {
                    let found = self.with_rate(find, Found::Figures(figures), None)?;
                    all.extend(found.into_iter().map(|mut terms| {
                        terms.readings.push((Item::Rate, OTHER_RATE + place));
                        terms
                    }));
                }
                return Ok(all);
            }
        }
        self.with_rate(find, rate, away)
    }

    fn with_rate(
        &self,
        find: &dyn Fn(Item) -> Result<Found, ClashError>,
        rate: Found,
        away: Option<Term<AwayRule>>,
    ) -> Result<Vec<Terms>, EstimateError> {
        let limit = |item| Ok::<_, ClashError>(readings(find(item)?, amount_of, no_limit));
        let first = |item| Ok::<_, ClashError>(readings(find(item)?, amount_of, no_amount));
        let rates = |item| Ok::<_, ClashError>(readings(find(item)?, schedule_of, no_schedule));
        let rate = readings(rate, schedule_of, no_schedule);
        let away = match away {
            Some(term) => Readings::only(term),
            None => self.away(find, &rate)?,
        };
        let uncovered = if self.case.bill.split().is_some() {
            Readings::only(Term::None(Vec::new()))
        } else {
            readings(find(Item::UncoveredShare)?, share_of, no_share)
        };
        let mut all = Expanded::of(Terms {
            area: self.area,
            route: self.journey.route,
            trip: self.journey.trip,
            uncovered_share: Term::Unknown { begins: None },
            deductible: Term::Unknown { begins: None },
            deductibles_ceiling: Term::Unknown { begins: None },
            rate: Term::Unknown { begins: None },
            away: Term::Unknown { begins: None },
            cap: Term::Unknown { begins: None },
            supplement_rate: Term::Unknown { begins: None },
            supplement_cap: Term::Unknown { begins: None },
            catastrophic_deductible: Term::Unknown { begins: None },
            catastrophic_rate: Term::Unknown { begins: None },
            catastrophic_cap: Term::Unknown { begins: None },
            catastrophic_base: Term::Unknown { begins: None },
            aid_deductible: Term::Unknown { begins: None },
            aid_rate: Term::Unknown { begins: None },
            aid_cap: Term::Unknown { begins: None },
            status: self.situation.status,
            tier: self.situation.tier,
            hardship: self.case.hardship,
            readings: Vec::new(),
        });
        all.put(Item::UncoveredShare, uncovered, |terms| &mut terms.uncovered_share);
        all.put(Item::Rate, rate, |terms| &mut terms.rate);
        all.put(Item::Away, away, |terms| &mut terms.away);
        all.put(Item::Deductible, self.deductible(find)?, |terms| &mut terms.deductible);
        all.put(Item::DeductiblesCeiling, limit(Item::DeductiblesCeiling)?, |terms| {
            &mut terms.deductibles_ceiling
        });
        all.put(Item::Cap, limit(Item::Cap)?, |terms| &mut terms.cap);
        all.put(Item::SupplementRate, rates(Item::SupplementRate)?, |terms| &mut terms.supplement_rate);
        all.put(Item::SupplementCap, limit(Item::SupplementCap)?, |terms| &mut terms.supplement_cap);
        all.put(Item::CatastrophicDeductible, first(Item::CatastrophicDeductible)?, |terms| {
            &mut terms.catastrophic_deductible
        });
        all.put(Item::CatastrophicRate, rates(Item::CatastrophicRate)?, |terms| &mut terms.catastrophic_rate);
        all.put(Item::CatastrophicCap, limit(Item::CatastrophicCap)?, |terms| &mut terms.catastrophic_cap);
        let base = readings(find(Item::CatastrophicBase)?, base_of, || CatastrophicBase::USUAL);
        all.put(Item::CatastrophicBase, base, |terms| &mut terms.catastrophic_base);
        all.put(Item::AidDeductible, first(Item::AidDeductible)?, |terms| &mut terms.aid_deductible);
        let aid: Readings<Span<Percent>> = readings(find(Item::AidRate)?, share_of, no_share);
        all.put(Item::AidRate, aid, |terms| &mut terms.aid_rate);
        all.put(Item::AidCap, limit(Item::AidCap)?, |terms| &mut terms.aid_cap);
        Ok(all.0)
    }

    /// What the route does: nothing at home, and nothing to a rate that names the route.
    fn away(
        &self,
        find: &dyn Fn(Item) -> Result<Found, ClashError>,
        rate: &Readings<Schedule>,
    ) -> Result<Readings<AwayRule>, ClashError> {
        let is_home = self.journey.route == Route::Local;
        let nothing = || Readings::only(Term::Known(AwayRule::SAME, Vec::new()));
        // At home only who is back while filed elsewhere has a rule.
        let names = |figure: &Figure| {
            if is_home { figure.selectors.returns_home } else { figure.names_route() }
        };
        if is_home && !self.situation.returns_home || rate.figures().iter().any(|figure| names(figure)) {
            return Ok(nothing());
        }
        let found = find(Item::Away)?;
        let is_known = !found.figures().is_empty();
        if is_home && is_known && !found.figures().iter().any(|figure| names(figure)) {
            return Ok(nothing());
        }
        let found = readings(found, away_of, || AwayRule::SAME);
        Ok(match found.first {
            // No rule for those who go away: what holds at home.
            Term::None(figures) => Readings::only(Term::Known(AwayRule::SAME, figures)),
            Term::Unknown { .. } if is_home => nothing(),
            _ => found,
        })
    }

    fn deductible(
        &self,
        find: &dyn Fn(Item) -> Result<Found, ClashError>,
    ) -> Result<Readings<Deductible>, ClashError> {
        let found = find(Item::Deductible)?;
        let year = &self.case.year;
        let read = |found, home: Option<&Deductible>| {
            readings(found, |value| deductible_of(value, year, home), || Deductible::NONE)
        };
        let by_home = |figures: &[Arc<Figure>]| figures.iter().any(|figure| is_by_home(&figure.value));
        if !by_home(found.figures()) {
            return Ok(read(found, None));
        }
        let at_home = self.on(Journey::on(Route::Local));
        let at_home = Situation { returns_home: false, ..at_home.situation };
        let of_home = look_up(self.levels, Item::Deductible, &at_home, self.case.date)?;
        let of_home = read(of_home, None).joined();
        let home = if matches!(of_home, Term::None(_)) { Some(&Deductible::NONE) } else { of_home.value() };
        let mut found = read(found, home);
        for term in std::iter::once(&mut found.first).chain(&mut found.others) {
            if let Term::Known(_, figures) = term {
                figures.extend(of_home.figures().iter().cloned());
            }
        }
        Ok(found)
    }
}

/// The reading of a trip inside the province as the same trip outside, and of care back
/// home as a referral.
pub(super) const OUTSIDE: usize = usize::MAX;

/// From here on the readings of a rate that is final for some answer alone.
const OTHER_RATE: usize = 1_000;

/// Every combination of readings.
struct Expanded(Vec<Terms>);

impl Expanded {
    fn of(terms: Terms) -> Self {
        Self(vec![terms])
    }

    fn put<T: Join + Clone>(
        &mut self,
        item: Item,
        readings: Readings<T>,
        slot: fn(&mut Terms) -> &mut Term<T>,
    ) {
        if readings.others.is_empty() || self.0.len() * (1 + readings.others.len()) > MOST_READINGS {
            let term = readings.joined();
            if let [only] = self.0.as_mut_slice() {
                *slot(only) = term;
            } else {
                self.0.iter_mut().for_each(|terms| *slot(terms) = term.clone());
            }
            return;
        }
        let readings: Vec<Term<T>> = std::iter::once(readings.first).chain(readings.others).collect();
        let each = |terms: &Terms| {
            let of = |(place, term): (usize, &Term<T>)| {
                let mut terms = terms.clone();
                *slot(&mut terms) = term.clone();
                terms.readings.push((item, place));
                terms
            };
            readings.iter().enumerate().map(of).collect::<Vec<Terms>>()
        };
        self.0 = self.0.iter().flat_map(each).collect();
    }
}
