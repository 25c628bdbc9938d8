//! Whole estimates against a second look-up and the settlement in exact
//! fractions: on made-up data, both ends of every route to the fen.

use proptest::prelude::*;
use yidi::case::Case;
use yidi::estimate::Settlement;
use yidi::num::Span;
use yidi::policy::{Place, Route};

use crate::book_laws::estimated;
use crate::support::books::{draws, sheet};
use crate::support::generators::Stay;
use crate::support::oracle::settlement;
use crate::support::sheet::Sheet;
use crate::support::slow_lookup::{End, World};
use crate::support::stays::{answered, stay};
use crate::support::{asked, cases};

/// The settlement of one world. Which end of a cap is the better is tried.
fn settled(sheet: &Sheet, case: &Case, route: Route, end: End) -> Option<Settlement> {
    let Place::Area(area) = case.insured else { panic!("one area is asked for") };
    let world = World { sheet, case, area: area.get().code, route, end };
    let [one, other] = world.numbers()?.map(|numbers| {
        settlement(&Stay { numbers, bill: world.bill(), year: case.year, account: case.account })
    });
    let lower_first = one.personal <= other.personal;
    Some(if (end == End::Best) == lower_first { one } else { other })
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
                let unknown = settled(&sheet, &case, Route::Local, End::Best).is_none()
                    || Route::ALL.into_iter().any(|route| settled(&sheet, &case, route, End::Best).is_none());
                prop_assert!(unknown, "a rate is known: {case:?}");
                continue;
            };
            let mut ends: Vec<(Route, Settlement, Settlement)> = Vec::new();
            for route in estimate.routes() {
                let one = settled(&sheet, &case, route, End::Best).zip(settled(&sheet, &case, route, End::Worst));
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
