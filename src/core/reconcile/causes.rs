//! What explains a slip that is not the estimate: one answer that was another, two at
//! once, a number worked out from the slip, or several things line by line.

use super::SlipCause;
use super::chain::chains;
use super::change::{Change, Like, changed, likes, mixed, runs};
use super::end::End;
use super::fit::Observed;
use super::solve::{is_loose, plain_changes, solved};
use crate::case::Case;
use crate::estimate::{Estimate, EstimateError, Outcome, Settlement, Side, estimate, numbers_of, settle_on};
use crate::num::{Money, Span};
use crate::policy::Book;

/// Every change that makes the estimate the slip. Numbers that are made to fit
/// come in only where nothing else does, several changes at once last.
pub(super) fn causes(
    book: &Book,
    case: &Case,
    base: &Estimate,
    observed: &Observed<'_>,
) -> Result<Vec<SlipCause>, EstimateError> {
    let mut causes: Vec<SlipCause> = Vec::new();
    let mut add = |change: Change, settlement: Settlement| {
        if !causes.iter().any(|cause| cause.change == change) {
            causes.push(SlipCause::one(change, settlement));
        }
    };
    let mut alone = Vec::new();
    let mut starts: Vec<(Option<Change>, End)> = Vec::new();
    for like in likes(case, base) {
        let others = runs(book, case, base, like)?;
        if let Some(settlement) = others.iter().find_map(|run| observed.fits_run(run)) {
            add(Change::Like(like), *settlement);
            continue;
        }
        let counted = changed(case, like).unwrap_or(*case);
        starts.extend(ends(&counted, &others).map(|end| (Some(Change::Like(like)), end)));
        for (item, mixed) in mixed(case, base, &others) {
            let only = Change::Only(item, like);
            if let Some(settlement) = mixed.iter().find_map(|run| observed.fits_run(run)) {
                alone.push((only, *settlement));
            }
            starts.extend(ends(case, &mixed).map(|end| (Some(only), end)));
        }
    }
    let own: Vec<End> = ends(case, &base.runs).collect();
    let plain = own.iter().flat_map(plain_changes).filter(|(_, settled)| observed.fits(settled));
    for (change, settlement) in plain.chain(alone) {
        add(change, settlement);
    }
    if causes.is_empty() {
        causes = pairs(book, case, base, observed)?;
        for (change, settlement) in own.iter().flat_map(|end| solved(end, observed)) {
            if !causes.iter().any(|cause| cause.change == change) {
                causes.push(SlipCause::one(change, settlement));
            }
        }
    }
    // What fits by any number at all stands behind what fits by several round ones.
    if causes.iter().all(|cause| cause.also.is_empty() && is_loose(cause.change)) {
        let uncovered = own.iter().map(|end| Span::exact(end.bill.uncovered)).reduce(Span::hull);
        let starts = own.into_iter().map(|end| (None, end)).chain(starts);
        let several = several(starts, uncovered.unwrap_or(Span::exact(Money::ZERO)), observed);
        let loose = std::mem::replace(&mut causes, several);
        let is_sound =
            |cause: &SlipCause| !std::iter::once(&cause.change).chain(&cause.also).any(|one| is_loose(*one));
        let at = if causes.iter().any(is_sound) { causes.len() } else { 0 };
        causes.splice(at..at, loose);
    }
    Ok(causes)
}

/// Two answers that were others at once: two of the way, the tier, the status and
/// the number of the stay.
fn pairs(
    book: &Book,
    case: &Case,
    base: &Estimate,
    observed: &Observed<'_>,
) -> Result<Vec<SlipCause>, EstimateError> {
    let scheme = case.scheme();
    let usual: Vec<Like> = likes(case, base)
        .into_iter()
        .filter(|like| match like {
            Like::Route(_) | Like::Tier(_) | Like::Admission(1 | 2) => true,
            Like::Status(status) => scheme.is_none_or(|scheme| status.scheme() == scheme),
            _ => false,
        })
        .collect();
    let mut found: Vec<SlipCause> = Vec::new();
    for first in usual.iter().copied().filter(|first| !matches!(first, Like::Route(_))) {
        let Some(other) = changed(case, first) else { continue };
        let apart = |second: &&Like| {
            let is_kind = std::mem::discriminant(*second) == std::mem::discriminant(&first);
            let stands_before =
                usual.iter().position(|one| one == *second) < usual.iter().position(|one| *one == first);
            !is_kind && stands_before
        };
        for second in usual.iter().filter(apart).copied() {
            let runs = match (second, changed(&other, second)) {
                (Like::Route(route), _) => {
                    let of_area = |area| settle_on(book, &other, area, route);
                    let all: Result<Vec<Vec<Outcome>>, _> = base.areas().into_iter().map(of_area).collect();
                    all.map(|all| all.into_iter().flatten().collect())
                }
                (_, Some(both)) => estimate(book, &both).map(|estimate| estimate.runs),
                _ => Ok(Vec::new()),
            };
            let runs = match runs {
                Err(EstimateError::NoRate { .. }) => continue,
                other => other?,
            };
            if let Some(settlement) = runs.iter().find_map(|run| observed.fits_run(run)) {
                let (change, also) = (Change::Like(first), vec![Change::Like(second)]);
                found.push(SlipCause { change, also, settlement: *settlement });
            }
        }
    }
    found.truncate(MOST_WAYS);
    Ok(found)
}

/// Both ends of runs.
fn ends<'r>(case: &'r Case, runs: &'r [Outcome]) -> impl Iterator<Item = End> + use<'r> {
    let sides = runs.iter().flat_map(|run| [(run, Side::Best), (run, Side::Worst)]);
    sides.filter_map(|(run, side)| Some(End::of(case, numbers_of(case, run, side)?)))
}

/// So many ways are told that need several changes at once.
const MOST_WAYS: usize = 4;

/// The ways with the fewest changes at once, those with the fewest numbers worked
/// out first.
fn several(
    starts: impl Iterator<Item = (Option<Change>, End)>,
    uncovered: Span<Money>,
    observed: &Observed<'_>,
) -> Vec<SlipCause> {
    let mut found: Vec<(Vec<Change>, Settlement)> = Vec::new();
    for start in starts {
        found.extend(chains(start, uncovered, observed));
    }
    let least = found.iter().map(|(changes, _)| changes.len()).min().unwrap_or_default();
    found.retain(|(changes, _)| changes.len() == least);
    let solved = |changes: &[Change]| changes.iter().filter(|change| change.is_solved()).count();
    let used_up = |changes: &[Change]| changes.iter().any(|change| matches!(change, Change::FundUsed(_)));
    found.sort_by_key(|(changes, _)| (solved(changes), used_up(changes)));
    // What comes to the same and differs in the first alone is told once.
    let mut told: Vec<(Vec<Change>, Settlement)> = Vec::new();
    for (changes, settlement) in found {
        let is_same = |(known, settled): &(Vec<Change>, Settlement)| {
            known.get(1..) == changes.get(1..) && *settled == settlement
        };
        if !told.iter().any(is_same) {
            told.push((changes, settlement));
        }
    }
    let cause = |(changes, settlement): (Vec<Change>, Settlement)| {
        let (first, rest) = changes.split_first()?;
        Some(SlipCause { change: *first, also: rest.to_vec(), settlement })
    };
    told.into_iter().filter_map(cause).take(MOST_WAYS).collect()
}
