//! What circumstances do to the terms of a case. Where one makes it uncertain what
//! holds, both are settled: the range holds either.

use enumset::EnumSet;

use super::term::{Term, no_schedule};
use super::terms::Terms;
use super::{EstimateError, prepare};
use crate::case::{Case, Circumstance, Effect, Filed};
use crate::num::{Money, Percent, Span};
use crate::policy::{AwayRule, Book, Item, RateChange};

/// A reading that a circumstance makes: of the deductible, one that runs on, so that only
/// what the hospital before did not take is due; of what the route does, nothing is paid at all. The next is the other one.
const CIRCUMSTANCE: usize = 2_000;

/// Whether a reading comes from a circumstance.
pub(super) const fn is_of_circumstance(reading: usize) -> bool {
    reading == CIRCUMSTANCE || reading == CIRCUMSTANCE + 1
}

/// Whether two terms are read the same way as far as circumstances go: both paid, or both not.
pub(super) fn read_alike(one: &Terms, other: &Terms) -> bool {
    let of = |terms: &Terms| -> Vec<(Item, usize)> {
        terms.readings.iter().copied().filter(|(_, reading)| is_of_circumstance(*reading)).collect()
    };
    of(one) == of(other)
}

/// The terms as the circumstances of a case leave them.
pub(super) fn applied(case: &Case, all: Vec<Terms>) -> Vec<Terms> {
    // Hardly any case has one, and tables have millions of cases.
    if case.circumstances.is_empty() {
        return all;
    }
    let mut all = all;
    if case.has(Effect::DeductibleRunsOn) {
        all = both(all, Item::Deductible, running_on);
    }
    if case.has(Effect::NotPaid) {
        all.iter_mut().for_each(not_paid);
    } else if case.has(Effect::PerhapsNotPaid) {
        all = both(all, Item::Away, not_paid);
    }
    all
}

/// The effects that may change what the person pays.
const MOVING: [Effect; 5] = [
    Effect::ReturnsHome,
    Effect::NotFiledHere,
    Effect::DeductibleRunsOn,
    Effect::NotPaid,
    Effect::PerhapsNotPaid,
];

/// The circumstances of a case without which the person would pay something else. One
/// that leaves open whether a filing counts moves it where that makes a difference.
///
/// # Errors
/// Where a data file cannot be read or two figures clash.
pub(super) fn moved_by(
    book: &Book,
    case: &Case,
    personal: Span<Money>,
) -> Result<EnumSet<Circumstance>, EstimateError> {
    let mut moved = EnumSet::empty();
    for effect in MOVING {
        let all: EnumSet<Circumstance> =
            case.circumstances.iter().filter(|one| one.effect() == effect).collect();
        if all.is_empty() {
            continue;
        }
        let filed = match case.filed {
            filed if effect != Effect::NotFiledHere => filed,
            Filed::No => Filed::Yes,
            _ => Filed::No,
        };
        let without = Case { circumstances: case.circumstances - all, filed, ..*case };
        let same = match prepare(book, &without) {
            Ok(prepared) => {
                let ends = prepared.settle(&without);
                Span::between(ends.low.personal, ends.high.personal) == personal
            }
            Err(EstimateError::NoRate { .. }) => false,
            Err(error) => return Err(error),
        };
        moved |= if same { EnumSet::empty() } else { all };
    }
    Ok(moved)
}

/// Each of the terms as it is and changed.
fn both(all: Vec<Terms>, item: Item, change: fn(&mut Terms)) -> Vec<Terms> {
    let each = |mut terms: Terms| {
        let mut changed = terms.clone();
        change(&mut changed);
        terms.readings.push((item, CIRCUMSTANCE));
        changed.readings.push((item, CIRCUMSTANCE + 1));
        [terms, changed]
    };
    all.into_iter().flat_map(each).collect()
}

fn running_on(terms: &mut Terms) {
    if let Term::Known(due, _) = &mut terms.deductible {
        due.runs_on = true;
    }
}

/// Nothing is paid by any fund, as by an away rule that says so; for that no rate
/// need be known.
fn not_paid(terms: &mut Terms) {
    let rule = AwayRule { change: RateChange::NotCovered, first_self_pay: Span::exact(Percent::ZERO) };
    terms.away = Term::Known(rule, Vec::new());
    if terms.rate.value().is_none() {
        terms.rate = Term::Known(no_schedule(), Vec::new());
    }
}
