//! What causes the spread: each unknown alone, computed, largest first.

use super::{Run, Side, run};
use crate::case::Case;
use crate::num::Money;
use crate::policy::{AreaId, Item, Route};

/// One unknown that widens the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cause {
    /// Which of a province's areas is meant.
    Area,
    /// Which route is taken.
    Route,
    /// A figure that is only known as a range.
    Item(Item),
}

/// How much less the person would pay at the worst, were one unknown alone
/// known to be at its better end; unknowns that change nothing are left out.
pub(super) fn causes(case: &Case, runs: &[Run], highest: usize) -> Vec<(Cause, Money)> {
    let worst = &runs[highest];
    let burden = worst.worst.personal;
    let mut causes: Vec<(Cause, Money)> = Vec::new();
    for item in worst.terms.uncertain() {
        let only = |asked| if asked == item { Side::Best } else { Side::Worst };
        if let Some(settled) = run(case, &worst.terms, only) {
            causes.push((Cause::Item(item), burden - settled.personal));
        }
    }
    let best_of = |same: &dyn Fn(&Run) -> bool| {
        runs.iter().filter(|run| same(run)).map(|run| run.worst.personal).min().unwrap_or(burden)
    };
    let (area, route): (AreaId, Route) = (worst.terms.area, worst.terms.route);
    causes.push((Cause::Route, burden - best_of(&|run| run.terms.area == area)));
    causes.push((Cause::Area, burden - best_of(&|run| run.terms.route == route)));
    causes.retain(|(_, money)| *money > Money::ZERO);
    causes.sort_by_key(|(cause, money)| (std::cmp::Reverse(*money), *cause));
    causes
}
