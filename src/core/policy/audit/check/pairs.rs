//! Faults between two figures of one holder.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use super::{ELSEWHERE, Flaw};
use crate::num::{Money, Percent, Span};
use crate::policy::figure::{Figure, Item, Schedule, Value};
use crate::policy::kinds::Status;
use crate::policy::selectors::Selectors;
use enumset::EnumSet;
use jiff::civil::Date;

/// The figures of one holder and item. Figures with the same selectors are of
/// one kind: what hangs on selectors alone is settled once a kind.
pub(super) struct Group<'f> {
    pub(super) figures: Vec<&'f Arc<Figure>>,
    /// The kind of each figure.
    pub(super) kind_of: Vec<usize>,
    /// The selectors of each kind.
    pub(super) kinds: Vec<&'f Selectors>,
}

impl<'f> Group<'f> {
    pub(super) fn of(figures: Vec<&'f Arc<Figure>>) -> Self {
        let mut known: HashMap<&Selectors, usize> = HashMap::new();
        let mut kinds = Vec::new();
        let kind_of = figures
            .iter()
            .map(|figure| {
                *known.entry(&figure.selectors).or_insert_with(|| {
                    kinds.push(&figure.selectors);
                    kinds.len() - 1
                })
            })
            .collect();
        Self { figures, kind_of, kinds }
    }

    /// What is wrong with each figure beside the earlier ones; of several of
    /// the same kind of fault the first few: they fall with it.
    pub(super) fn faults(&self) -> Vec<Vec<Flaw>> {
        const MOST: usize = 3;
        let mut first: HashMap<(usize, Option<Date>), &Figure> = HashMap::new();
        let mut clashes: HashMap<(usize, usize), bool> = HashMap::new();
        let mut all = Vec::new();
        for (place, figure) in self.figures.iter().enumerate() {
            let kind = self.kind_of[place];
            let mut faults = Vec::new();
            match first.entry((kind, figure.from)) {
                Entry::Occupied(same) => faults.push(Flaw::Same { other: line_for(figure, same.get()) }),
                Entry::Vacant(free) => _ = free.insert(figure),
            }
            for (earlier, other_kind) in self.figures[..place].iter().zip(&self.kind_of) {
                if faults.len() >= MOST {
                    break;
                }
                let mut clash =
                    || *clashes.entry((*other_kind, kind)).or_insert_with(|| self.clash(*other_kind, kind));
                if at_once(figure, earlier) && clash() {
                    faults.push(Flaw::Clash { with: earlier.id(), other: line_for(figure, earlier) });
                }
                faults.extend(dearer_faults(figure, earlier));
            }
            all.push(faults);
        }
        all
    }

    /// Whether two kinds meet, neither is narrower, and no third covers all that
    /// they have in common. Fine selectors alone never clash: they make a range.
    fn clash(&self, one: usize, other: usize) -> bool {
        let (a, b) = (self.kinds[one], self.kinds[other]);
        if one == other || a.is_within(b) || b.is_within(a) {
            return false;
        }
        let Some(both) = a.overlap(b) else { return false };
        !self.kinds.iter().enumerate().any(|(place, third)| {
            place != one
                && place != other
                && both.is_within(third)
                && third.is_within(a)
                && third.is_within(b)
        })
    }
}

/// The line of another figure for who reads the file of the first.
fn line_for(figure: &Figure, other: &Figure) -> usize {
    if figure.overlay == other.overlay { other.line } else { ELSEWHERE }
}

/// Orders of tiers and statuses that two figures turn round.
fn dearer_faults(figure: &Figure, earlier: &Figure) -> Vec<Flaw> {
    let mut faults = Vec::new();
    let other = line_for(figure, earlier);
    for (low, high) in [(figure, earlier), (earlier, figure)] {
        if dearer(low, high) && is_lower_tier(&low.selectors, &high.selectors) {
            faults.push(Flaw::TierOrder { other });
        }
        if dearer(high, low) && is_active_beside_retired(&low.selectors, &high.selectors) {
            faults.push(Flaw::RetiredWorse { other });
        }
    }
    faults
}

fn at_once(one: &Figure, other: &Figure) -> bool {
    let ends_before = |one: &Figure, other: &Figure| matches!((one.until, other.from), (Some(until), Some(from)) if until < from);
    !ends_before(one, other) && !ends_before(other, one)
}

/// The same selectors, but for a lower tier.
fn is_lower_tier(low: &Selectors, high: &Selectors) -> bool {
    let any_tier = |selectors: &Selectors| Selectors { tiers: EnumSet::empty(), ..selectors.clone() };
    let top = low.tiers.iter().max();
    let bottom = high.tiers.iter().min();
    matches!((top, bottom), (Some(top), Some(bottom)) if top < bottom) && any_tier(low) == any_tier(high)
}

/// The same selectors, but the one for people in work and the other for the retired.
fn is_active_beside_retired(active: &Selectors, retired: &Selectors) -> bool {
    let any_status = |selectors: &Selectors| Selectors { statuses: EnumSet::empty(), ..selectors.clone() };
    active.statuses == EnumSet::only(Status::Active)
        && retired.statuses == EnumSet::only(Status::Retired)
        && any_status(active) == any_status(retired)
}

/// Whether the first figure certainly costs the patient more than the second,
/// which holds at the same time.
fn dearer(one: &Figure, other: &Figure) -> bool {
    if one.from != other.from {
        return false;
    }
    match (&one.value, &other.value) {
        (Value::Deductible { first: a, .. }, Value::Deductible { first: b, .. }) => a.low() > b.high(),
        (Value::Rate(a), Value::Rate(b)) if one.item == Item::Rate => {
            pays_less(a.as_plain(), b.as_plain()) || pays_less(first_slice(a), first_slice(b))
        }
        _ => false,
    }
}

fn first_slice(schedule: &Schedule) -> Option<Span<Percent>> {
    schedule.bands.first().filter(|band| band.to.is_some_and(|to| to > Money::ZERO)).map(|band| band.pays)
}

fn pays_less(one: Option<Span<Percent>>, other: Option<Span<Percent>>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.high() < other.low())
}
