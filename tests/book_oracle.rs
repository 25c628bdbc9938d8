//! Whole estimates against a second look-up and the settlement in exact
//! fractions: on made-up data, both ends of every route to the fen.

use proptest::prelude::*;
use yidi_core::case::Case;
use yidi_core::estimate::{Estimate, Numbers, Settlement};
use yidi_core::num::Span;
use yidi_core::places::Place;
use yidi_core::policy::Route;

use crate::book_laws::estimated;
use crate::support::books::{draws, sheet};
use crate::support::generators::Stay;
use crate::support::oracle::settlement;
use crate::support::sheet::Sheet;
use crate::support::slow_lookup::{End, World};
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

proptest! {
    #![proptest_config(cases(asked("YIDI_LAW_BOOKS", 250)))]

    #[test]
    fn an_estimate_agrees_with_the_rules_worked_out_again(mut draws in draws()) {
        let sheet = sheet(&draws);
        let book = sheet.book();
        for _ in 0..12 {
            let open = stay(&mut draws);
            // Whether a trip is filed may stay unknown: the range is over both routes.
            let case = Case { filed: open.filed, ..answered(&mut draws, &open) };
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
}
