//! Whole estimates against a second look-up and the settlement in exact
//! fractions: on made-up data, both ends of every route to the fen.

use std::collections::BTreeSet;

use proptest::prelude::*;
use yidi_core::case::Case;
use yidi_core::estimate::{Estimate, Numbers, Settlement};
use yidi_core::num::Span;
use yidi_core::places::Place;
use yidi_core::policy::{Holder, Item, Route};

use crate::laws::book_laws::estimated;
use crate::support::books::{ITEMS, draws, sheet};
use crate::support::generators::Stay;
use crate::support::oracle::settlement;
use crate::support::sheet::{Level, Sheet};
use crate::support::slow_lookup::{End, World, classes, day, winning};
use crate::support::stays::{answered, stay};
use crate::support::{asked, cases};

/// The settlement of one world. Which end of a cap is the better is tried, and
/// the cap inside that the estimate has found to be better or worse still:
/// where it has found a poor one, the two differ. That it misses none is a law
/// of its own (`book_laws`: every exact answer lies within the range).
fn settled(
    sheet: &Sheet,
    case: &Case,
    route: Route,
    end: End,
    estimate: Option<&Estimate>,
) -> Option<Settlement> {
    let Place::Area(area) = case.insured else { panic!("one area is asked for") };
    let world = World { sheet, case, area: area.get().code, route, end };
    let [low, high] = world.numbers()?;
    let run = estimate.and_then(|estimate| estimate.runs.iter().find(|run| run.terms.route == route));
    let found = run.map(|run| if end == End::Best { &run.best } else { &run.worst });
    let cap = found.filter(|found| !found.above_cap.is_zero()).map(|found| found.fund + case.year.fund);
    let inside = cap.filter(|cap| low.cap < Some(*cap) && Some(*cap) < high.cap);
    let inside = inside.map(|cap| Numbers { cap: Some(cap), ..low.clone() });
    let settled = [Some(low), inside, Some(high)].into_iter().flatten().map(|numbers| {
        settlement(&Stay { numbers, bill: world.bill(), year: case.year, account: case.account })
    });
    match end {
        End::Best => settled.min_by_key(|settled| settled.personal),
        End::Worst => settled.max_by_key(|settled| settled.personal),
    }
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
            let Some(estimate) = estimated(&book, &case) else {
                let unknown = settled(&sheet, &case, Route::Local, End::Best, None).is_none()
                    || Route::ALL.into_iter().any(|route| settled(&sheet, &case, route, End::Best, None).is_none());
                prop_assert!(unknown, "a rate is known: {case:?}");
                continue;
            };
            let mut ends: Vec<(Route, Settlement, Settlement)> = Vec::new();
            for route in estimate.routes() {
                let end = |end| settled(&sheet, &case, route, end, Some(&estimate));
                let one = end(End::Best).zip(end(End::Worst));
                let Some((best, worst)) = one else {
                    return Err(TestCaseError::fail(format!("no rate is known on {route:?}: {case:?}")));
                };
                ends.push((route, best, worst));
            }
            let spans: Vec<_> =
                ends.iter().map(|(route, best, worst)| (*route, Span::between(best.personal, worst.personal))).collect();
            prop_assert_eq!(estimate.by_route(), spans, "{:?}", case);
            let lowest = ends.iter().map(|(_, best, _)| best).min_by_key(|best| best.personal).unwrap();
            let highest = ends.iter().map(|(_, _, worst)| worst).rev().max_by_key(|worst| worst.personal).unwrap();
            prop_assert_eq!(estimate.low(), lowest, "{:?}", case);
            prop_assert_eq!(estimate.high(), highest, "{:?}", case);
        }
    }

    #[test]
    fn an_open_question_finds_what_wins_for_some_answer(mut draws in draws()) {
        let sheet = sheet(&draws);
        let book = sheet.book();
        for _ in 0..4 {
            let case = stay(&mut draws);
            let Some(estimate) = estimated(&book, &case) else { continue };
            for run in &estimate.runs {
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
