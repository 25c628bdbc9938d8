//! What circumstances do to the terms of a case. Where one makes it uncertain what
//! holds, both are settled: the range holds either.

use super::term::{Deductible, Term, no_schedule};
use super::terms::Terms;
use crate::case::{Case, Effect};
use crate::num::{Percent, Span};
use crate::policy::{AwayRule, Item, RateChange};

/// A reading of the deductible: one that runs on is not due again.
const RUNS_ON: usize = 2_000;

/// A reading of what the route does: nothing is paid at all.
const NOT_PAID: usize = 2_000;

/// Whether a reading comes from a circumstance.
pub(super) const fn is_of_circumstance(reading: usize) -> bool {
    reading == RUNS_ON || reading == RUNS_ON + 1
}

/// The terms as the circumstances of a case leave them.
pub(super) fn applied(case: &Case, all: Vec<Terms>) -> Vec<Terms> {
    // Hardly any case has one, and tables have millions of cases.
    if case.circumstances.is_empty() {
        return all;
    }
    let mut all = all;
    if case.has(Effect::DeductibleRunsOn) {
        all = both(all, Item::Deductible, RUNS_ON, without_deductible);
    }
    if case.has(Effect::NotPaid) {
        all.iter_mut().for_each(not_paid);
    } else if case.has(Effect::PerhapsNotPaid) {
        all = both(all, Item::Away, NOT_PAID, not_paid);
    }
    all
}

/// Each of the terms as it is and changed.
fn both(all: Vec<Terms>, item: Item, reading: usize, change: fn(&mut Terms)) -> Vec<Terms> {
    let each = |mut terms: Terms| {
        let mut changed = terms.clone();
        change(&mut changed);
        terms.readings.push((item, reading));
        changed.readings.push((item, reading + 1));
        [terms, changed]
    };
    all.into_iter().flat_map(each).collect()
}

fn without_deductible(terms: &mut Terms) {
    if let Term::Known(due, _) = &mut terms.deductible {
        *due = Deductible { per: due.per, ..Deductible::NONE };
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
