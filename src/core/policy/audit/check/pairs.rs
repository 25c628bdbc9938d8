//! Faults between two figures of one holder.

use std::sync::Arc;

use super::Flaw;
use crate::num::{Money, Percent, Span};
use crate::policy::figure::{Figure, Item, Schedule, Value};
use crate::policy::kinds::{Care, Status};
use crate::policy::selectors::{Fit, Selectors, Situation};
use crate::policy::{Found, look_up};
use enumset::EnumSet;
use jiff::civil::Date;

/// What is wrong with a figure beside an earlier one of the same item.
pub(super) fn faults(figure: &Figure, earlier: &Figure, all: &[Arc<Figure>]) -> Vec<Flaw> {
    let mut faults = Vec::new();
    let other = earlier.line;
    if figure.selectors == earlier.selectors && figure.from == earlier.from {
        faults.push(Flaw::Same { other });
    } else if clash(earlier, figure, all) {
        faults.push(Flaw::Clash { with: earlier.id(), other });
    }
    for (low, high) in [(figure, earlier), (earlier, figure)] {
        if is_lower_tier(&low.selectors, &high.selectors) && dearer(low, high) {
            faults.push(Flaw::TierOrder { other });
        }
        if is_active_beside_retired(&low.selectors, &high.selectors) && dearer(high, low) {
            faults.push(Flaw::RetiredWorse { other });
        }
    }
    faults
}

/// Whether both may hold at once, neither is narrower, and no third covers all
/// that they have in common. Fine selectors alone never clash: they make a range.
fn clash(one: &Figure, other: &Figure, all: &[Arc<Figure>]) -> bool {
    let (a, b) = (&one.selectors, &other.selectors);
    if a == b || !a.meets(b) || a.is_within(b) || b.is_within(a) || !at_once(one, other) {
        return false;
    }
    let Some(both) = a.overlap(b) else { return false };
    !all.iter().any(|third| {
        third.item == one.item
            && both.is_within(&third.selectors)
            && third.selectors != *a
            && third.selectors != *b
            && third.selectors.is_within(a)
            && third.selectors.is_within(b)
    })
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

/// Whether no situation at all makes the look-up choose the figure.
///
/// Tries every situation that the coarse selectors tell apart, on the day the
/// figure begins and on the day the data was gathered. Fine selectors are left
/// unanswered, which lets every figure that may win take part.
pub(super) fn unreachable(figure: &Arc<Figure>, same_item: &[Arc<Figure>], gathered: Date) -> bool {
    let begins = figure.from.unwrap_or(Date::MIN);
    let rivals = same_item
        .iter()
        .any(|other| other.selectors != figure.selectors && other.selectors.is_within(&figure.selectors));
    let impossible = !Situation::everywhere()
        .any(|situation| figure.selectors.fit(&with_kind(situation, figure)) != Fit::No);
    if impossible || !rivals {
        return impossible;
    }
    !Situation::everywhere().map(|situation| with_kind(situation, figure)).any(|situation| {
        [begins, gathered].into_iter().any(|date| {
            let found = look_up(&[same_item], figure.item, &situation, date);
            matches!(found, Ok(Found::Figures(winners)) if winners.contains(figure))
        })
    })
}

/// A chronic situation with a kind the figure names, where it names one.
fn with_kind(situation: Situation, figure: &Figure) -> Situation {
    let disease = figure.selectors.diseases.iter().next().filter(|_| situation.care == Care::Chronic);
    Situation { disease, ..situation }
}
