//! Where a year stands: how much of each limit is used, and what is left of it.

use super::{Visit, Year};
use crate::estimate::{Counter, Side};
use crate::num::Money;
use crate::policy::Care;

/// What is used of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// So much.
    pub used: Money,
    /// The limit; none where there is none, or none is known.
    pub limit: Option<Money>,
}

impl Used {
    /// What is left of the limit.
    pub fn left(&self) -> Option<Money> {
        self.limit.map(|limit| (limit - self.used).or_zero())
    }
}

/// A limit of the year after its last case, in the best year and in the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What counts towards it.
    pub counter: Counter,
    /// The kind of care that counts; none where every kind does.
    pub care: Option<Care>,
    /// In the best year.
    pub best: Used,
    /// In the worst.
    pub worst: Used,
}

impl Year {
    /// How far each limit of a calendar year is used up, in the order of the steps;
    /// what has no limit in either year is left out.
    pub fn standings(&self, year: i16) -> Vec<Standing> {
        let mut standings: Vec<Standing> = Vec::new();
        for visit in self.of(year) {
            for counter in Counter::ALL {
                let is_shared = visit.best.together.contains(counter);
                let care = (!is_shared).then_some(visit.best.case.care);
                let standing = Standing {
                    counter,
                    care,
                    best: used(visit, counter, Side::Best),
                    worst: used(visit, counter, Side::Worst),
                };
                if standing.best.limit.or(standing.worst.limit).is_none() {
                    continue;
                }
                match standings.iter_mut().find(|one| (one.counter, one.care) == (counter, care)) {
                    Some(known) => *known = standing,
                    None => standings.push(standing),
                }
            }
        }
        standings.sort_by_key(|standing| (standing.care.map(|care| care as u8), standing.counter as u8));
        standings
    }
}

fn used(visit: &Visit, counter: Counter, side: Side) -> Used {
    let end = visit.at(side);
    let [_, used] = end.used(counter);
    Used { used, limit: end.limits.of(counter) }
}
