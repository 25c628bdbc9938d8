//! Whole estimates against a second look-up and the settlement in exact
//! fractions: on made-up data, both ends of every route to the fen.

use std::collections::BTreeSet;

use proptest::prelude::*;
use yidi_core::case::Case;
use yidi_core::estimate::{Estimate, Numbers, Outcome, Settlement};
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;
use yidi_core::policy::{Holder, Item, Route};

use crate::laws::book_laws::estimated;
use crate::support::books::{ITEMS, draws, sheet};
use crate::support::generators::Stay;
use crate::support::oracle::settlement;
use crate::support::sheet::Level;
use crate::support::slow_lookup::{End, Reading, World, classes, day, winning};
use crate::support::stays::{answered, stay};
use crate::support::{asked, cases};

/// One end of one world. Which end of a cap is the better is tried, and every cap
/// inside that the estimate has found to be better or worse still: where it has found
/// a poor one, the two differ. That it misses none is a law of its own (`book_laws`:
/// every exact answer lies within the range).
fn alone(world: &World<'_>, estimate: &Estimate) -> Option<Settlement> {
    let [low, high] = world.numbers()?;
    let paid = world.case.year.fund;
    let ends = estimate.runs.iter().flat_map(|run| [&run.best, &run.worst]);
    let caps = ends.filter(|found| !found.above_cap.is_zero()).map(|found| found.fund + paid);
    let inside = caps.filter(|cap| low.cap < Some(*cap) && Some(*cap) < high.cap);
    let inside: BTreeSet<Option<Money>> = inside.map(Some).collect();
    let all = inside.into_iter().map(|cap| Numbers { cap, ..low.clone() }).collect::<Vec<_>>();
    let all = std::iter::once(low).chain(all).chain([high]);
    let settled = all.map(|numbers| {
        let (case, bill) = (world.case, world.bill());
        settlement(&Stay { numbers, bill, year: case.year, account: case.account })
    });
    match world.end {
        End::Best => settled.min_by_key(|settled| settled.personal),
        End::Worst => settled.max_by_key(|settled| settled.personal),
    }
}

/// The worlds of a way: inside the province without a rule there are two.
fn worlds(plain: World<'_>) -> Vec<World<'_>> {
    if plain.route != Route::InProvince || plain.has_rule() {
        return vec![plain];
    }
    [Reading::AtHome, Reading::Outside].map(|reading| World { reading, ..plain }).to_vec()
}

/// One end over worlds.
fn end(worlds: &[World<'_>], settled: impl Fn(&World<'_>) -> Option<Settlement>) -> Option<Settlement> {
    let all = worlds.iter().map(settled).collect::<Option<Vec<Settlement>>>()?;
    match worlds.first()?.end {
        End::Best => all.into_iter().min_by_key(|settled| settled.personal),
        End::Worst => all.into_iter().rev().max_by_key(|settled| settled.personal),
    }
}

/// "Routes stand in an order: long-term ≤ referral ≤ temporary ≤ unfiled, emergency ≤
/// temporary": those that cost no more.
const fn cheaper(route: Route) -> &'static [Route] {
    match route {
        Route::Referral => &[Route::LongTerm],
        Route::Temporary => &[Route::LongTerm, Route::Referral, Route::Emergency],
        Route::Unfiled => &[Route::LongTerm, Route::Referral, Route::Emergency, Route::Temporary],
        _ => &[],
    }
}

/// "A range that rests on a national fallback is bounded by its neighbours' own figures
/// on both sides."
fn bounded(world: &World<'_>, estimate: &Estimate) -> Option<Settlement> {
    let mut settled = alone(world, estimate)?;
    let is_read = world.reading != Reading::Plain;
    if !world.rests_on_nation() && !is_read {
        return Some(settled);
    }
    let on = |route, trip| World { route, trip, reading: Reading::Plain, ..*world };
    let outside = |route| on(route, route);
    let (mut below, mut above) = (Vec::new(), Vec::new());
    if is_read {
        // "It is never worse than the same trip outside."
        above.push(outside(world.trip));
    } else {
        let inside = on(Route::InProvince, world.trip);
        if world.route != Route::InProvince && inside.has_rule() {
            below.push(inside);
        }
        let others = cheaper(world.trip).iter().map(|route| outside(*route));
        below.extend(others.filter(|other| other.has_rule() || world.differs_from(other)));
        let dearer = Route::ALL.into_iter().filter(|route| cheaper(*route).contains(&world.trip));
        above.extend(dearer.map(outside).filter(World::has_rule));
    }
    for (neighbours, is_below) in [(below, true), (above, false)] {
        for neighbour in neighbours {
            // What the trip outside costs is bounded itself.
            let bound =
                |world: &World<'_>| if is_read { bounded(world, estimate) } else { alone(world, estimate) };
            let Some(bound) = end(&worlds(neighbour), bound) else { continue };
            let breaks =
                if is_below { settled.personal < bound.personal } else { settled.personal > bound.personal };
            if breaks {
                settled = bound;
            }
        }
    }
    Some(settled)
}

/// The settlement of one way; none where no rate is known.
fn settled(plain: World<'_>, estimate: &Estimate) -> Option<Settlement> {
    end(&worlds(plain), |world| bounded(world, estimate))
}

fn level(holder: Holder) -> Level {
    match holder {
        Holder::Area(code) => Level::Area(code),
        Holder::Province(_) => Level::Province,
        Holder::Nation => Level::Nation,
    }
}

proptest! {
    #![proptest_config(cases(asked("YIDI_LAW_BOOKS", 250)))]

    #[test]
    fn an_estimate_agrees_with_the_rules_worked_out_again(mut draws in draws()) {
        let sheet = sheet(&draws);
        let book = sheet.book();
        for _ in 0..12 {
            let open = stay(&mut draws);
            // Whether a trip is filed may stay unknown: the range is over both routes.
            let mut case = Case { filed: open.filed, ..answered(&mut draws, &open) };
            // A class that the area does not have is no answer.
            let classes = classes(&sheet, &case, case.insured.code());
            case.contribution = case.contribution.filter(|told| classes.contains(*told)).or_else(|| classes.iter().next());
            let Place::Area(area) = case.insured else { panic!("one area is asked for") };
            let way = |route, trip, end| World { sheet: &sheet, case: &case, area: area.get().code, route, trip, reading: Reading::Plain, end };
            let Some(estimate) = estimated(&book, &case) else {
                let has_rate = |route| worlds(way(route, route, End::Best)).iter().all(|world| world.numbers().is_some());
                prop_assert!(!Route::ALL.into_iter().all(has_rate), "a rate is known: {case:?}");
                continue;
            };
            let mut ends: Vec<(Route, Settlement, Settlement)> = Vec::new();
            for route in estimate.routes() {
                let trips = estimate.runs.iter().filter(|run| run.terms.route == route).map(|run| run.terms.trip);
                for trip in trips.collect::<BTreeSet<Route>>() {
                    let end = |end| settled(way(route, trip, end), &estimate);
                    let Some((best, worst)) = end(End::Best).zip(end(End::Worst)) else {
                        return Err(TestCaseError::fail(format!("no rate is known on {route:?}: {case:?}")));
                    };
                    match ends.last_mut().filter(|(last, ..)| *last == route) {
                        Some((_, low, high)) => {
                            if best.personal < low.personal {
                                *low = best;
                            }
                            if worst.personal > high.personal {
                                *high = worst;
                            }
                        }
                        None => ends.push((route, best, worst)),
                    }
                }
            }
            let spans: Vec<_> =
                ends.iter().map(|(route, best, worst)| (*route, Span::between(best.personal, worst.personal))).collect();
            let runs: Vec<_> = estimate.runs.iter().map(|run| (run.terms.route, run.terms.trip, run.best.personal, run.worst.personal)).collect();
            prop_assert_eq!(estimate.by_route(), spans, "{:?} {:?}", runs, case);
            let lowest = ends.iter().map(|(_, best, _)| best).min_by_key(|best| best.personal).unwrap();
            let highest = ends.iter().map(|(_, _, worst)| worst).rev().max_by_key(|worst| worst.personal).unwrap();
            // Where two worlds cost the same, either may be shown.
            let told = |s: &Settlement| (s.total, s.eligible, s.funds(), s.personal, s.account);
            prop_assert_eq!(told(estimate.low()), told(lowest), "{:?}", case);
            prop_assert_eq!(told(estimate.high()), told(highest), "{:?}", case);
        }
    }

    #[test]
    fn an_open_question_finds_what_wins_for_some_answer(mut draws in draws()) {
        let sheet = sheet(&draws);
        let book = sheet.book();
        for _ in 0..4 {
            let case = stay(&mut draws);
            let Some(estimate) = estimated(&book, &case) else { continue };
            // Inside the province without a rule a run takes over what holds outside.
            let plain = |run: &&Outcome| run.terms.route != Route::InProvince;
            for run in estimate.runs.iter().filter(plain) {
                for item in ITEMS.into_iter().filter(|item| *item != Item::Away && *item != Item::UncoveredShare) {
                    let expected = winning(&sheet, item, &case, run.terms.area.get().code, run.terms.route);
                    let expected: BTreeSet<_> = expected
                        .iter()
                        .map(|entry| (entry.level, entry.selectors.to_string(), entry.from.map(day)))
                        .collect();
                    let found: BTreeSet<_> = run
                        .terms
                        .figures_of(item)
                        .iter()
                        .map(|figure| (level(figure.holder), figure.selectors.to_string(), figure.from))
                        .collect();
                    prop_assert_eq!(found, expected, "{:?} {:?}", item, case);
                }
            }
        }
    }
}
