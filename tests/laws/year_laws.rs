//! The laws of a patient's year, on made-up policy data.
//!
//! More years: `YIDI_LAW_YEARS=25000 cargo test --release --test all year_laws`.

use jiff::ToSpan;
use proptest::prelude::*;
use yidi_core::case::{Case, YearToDate};
use yidi_core::estimate::{Counter, Line, Side, numbers_of};
use yidi_core::num::Money;
use yidi_core::places::Place;
use yidi_core::policy::{Book, Item, Period};
use yidi_core::year::{Entry, Year, YearError, year};

use crate::laws::book_laws::estimated;
use crate::laws::for_all_cases::holds;
use crate::support::books::{Draws, ITEMS, draws, sheet};
use crate::support::sheet::Stated;
use crate::support::stays::stay;
use crate::support::{asked, cases};

const SIDES: [Side; 2] = [Side::Best, Side::Worst];

/// The cases of one person over a year and a half, nothing said of the time before.
fn person(draws: &mut Draws, most: u32) -> Vec<Entry> {
    let first = stay(draws);
    let count = 2 + draws.below(most - 1);
    let entries = (0..count).map(|_| {
        let next = stay(draws);
        let date = first.date.saturating_add(i64::from(draws.below(500)).days());
        let case = Case {
            insured: first.insured,
            status: first.status,
            hardship: first.hardship,
            age: first.age,
            contribution: first.contribution,
            retired_in: first.retired_in,
            account: if draws.one_in(4) { next.account } else { Money::ZERO },
            year: YearToDate::default(),
            date,
            ..next
        };
        Entry { times: 1 + u16::try_from(draws.below(3)).unwrap(), ..Entry::of(case) }
    });
    // An account is an employee's.
    let is_employee = !first.account.is_zero();
    entries
        .map(|mut entry| {
            if !is_employee {
                entry.case.account = Money::ZERO;
            }
            entry
        })
        .collect()
}

/// The year, or nothing where some case has no rate.
fn settled(book: &Book, entries: &[Entry]) -> Option<Year> {
    match year(book, entries) {
        Ok(year) => Some(year),
        Err(YearError::Case { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// A year by years of one area each: whether it is one area's all along.
fn is_area(entries: &[Entry]) -> bool {
    entries.iter().all(|entry| matches!(entry.case.insured, Place::Area(_)))
}

proptest! {
    #![proptest_config(cases(asked("YIDI_LAW_YEARS", 150)))]

    #[test]
    fn a_year_of_one_case_is_that_case(mut draws in draws()) {
        let book = sheet(&draws).book();
        for _ in 0..8 {
            let case = stay(&mut draws);
            let Some(estimate) = estimated(&book, &case) else { continue };
            let year = year(&book, &[Entry::of(case)]).unwrap();
            let [visit] = year.visits.as_slice() else { panic!("{year:?}") };
            prop_assert_eq!(visit.best.settlement.personal, estimate.low().personal);
            prop_assert_eq!(visit.worst.settlement.personal, estimate.high().personal);
            prop_assert_eq!((visit.grade, visit.open), (estimate.grade(), estimate.burden().open));
            if is_area(&[Entry::of(case)]) {
                prop_assert_eq!(&visit.best.settlement, estimate.low());
                prop_assert_eq!(&visit.worst.settlement, estimate.high());
            }
        }
    }

    #[test]
    fn the_chain_and_the_year_to_date_as_typed_agree(mut draws in draws()) {
        let book = sheet(&draws).book();
        for _ in 0..3 {
            let Some(year) = settled(&book, &person(&mut draws, 5)) else { continue };
            for visit in &year.visits {
                let [best, worst] = [&visit.best, &visit.worst].map(|end| (estimated(&book, &end.case).unwrap(), end));
                prop_assert_eq!(best.0.low(), &best.1.settlement);
                prop_assert_eq!(worst.0.high(), &worst.1.settlement);
            }
        }
    }

    #[test]
    fn no_fund_passes_its_limit_and_every_sum_holds(mut draws in draws()) {
        let book = sheet(&draws).book();
        for _ in 0..4 {
            let Some(year) = settled(&book, &person(&mut draws, 6)) else { continue };
            for visit in &year.visits {
                for end in SIDES.map(|side| visit.at(side)) {
                    holds(&end.settlement)?;
                }
                let [best, worst] = SIDES.map(|side| estimated(&book, &visit.at(side).case).unwrap());
                let runs = [(Side::Best, &best, best.low_run()), (Side::Worst, &worst, worst.high_run())];
                for (side, estimate, run) in runs {
                    let (_, n) = numbers_of(&estimate.case, run, side).unwrap();
                    let limits = [
                        (Counter::Fund, n.cap),
                        (Counter::Supplement, n.supplement.and_then(|layer| layer.cap)),
                        (Counter::Catastrophic, n.catastrophic.and_then(|layer| layer.cap)),
                        (Counter::Aid, n.aid.and_then(|aid| aid.cap)),
                    ];
                    for (counter, limit) in limits {
                        let [before, after] = visit.at(side).used(counter);
                        let holds = limit.is_none_or(|limit| after <= before.max(limit));
                        prop_assert!(holds, "{counter:?} {limit:?} {side:?} {visit:?}");
                    }
                }
            }
            for of_year in year.years() {
                let visits = || year.of(of_year);
                for side in SIDES {
                    let sum = |line| Year::sum(visits(), line, side);
                    let funds = [Line::Fund, Line::Supplement, Line::Catastrophic, Line::Aid];
                    prop_assert_eq!(sum(Line::Total), sum(Line::Personal) + funds.into_iter().map(sum).sum());
                }
            }
        }
    }

    /// With nothing that counts over the year the order of a list is nothing.
    #[test]
    fn order_matters_only_where_rules_say_so(mut draws in draws()) {
        let limits = [Item::DeductiblesCeiling, Item::Cap, Item::CatastrophicDeductible, Item::AidCap];
        let plain = sheet(&draws).with(&ITEMS, |entry| match &mut entry.says {
            Stated::Deductible { first, then, per } => {
                *per = Period::Stay;
                // The same for every stay.
                *then = vec![*first];
            }
            Stated::Rates { per, .. } => *per = Period::Stay,
            _ => {}
        });
        let book = plain.without(&limits).book();
        for _ in 0..3 {
            let mut entries = person(&mut draws, 5);
            for entry in &mut entries {
                entry.case.account = Money::ZERO;
            }
            // Of a whole province another area may be the one that costs least.
            if !is_area(&entries) {
                continue;
            }
            let together = settled(&book, &entries);
            let alone: Option<Vec<_>> =
                entries.iter().map(|entry| settled(&book, std::slice::from_ref(entry))).collect();
            let (Some(together), Some(alone)) = (together, alone) else { continue };
            for visit in &together.visits {
                let one = &alone[visit.entry].visits[0];
                prop_assert_eq!(visit.personal(), one.personal(), "{:?}", visit);
            }
        }
    }
}

/// Laws over years in which nothing happens prove nothing.
#[test]
fn made_up_years_reach_every_limit() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut crossed = std::collections::BTreeMap::<String, usize>::new();
    let (mut visits, mut cares, mut better) = (0, [0; 3], 0);
    for _ in 0..200 {
        let mut draws = draws().new_tree(&mut runner).unwrap().current();
        let book = sheet(&draws).book();
        let Some(year) = settled(&book, &person(&mut draws, 6)) else { continue };
        let [low, high] = SIDES.map(|side| Year::sum(&year.visits, Line::Personal, side));
        better += usize::from(low > high);
        for visit in &year.visits {
            visits += 1;
            cares[visit.best.case.care as usize] += 1;
            for side in SIDES {
                for counter in visit.crossed(side) {
                    *crossed.entry(format!("{counter:?}")).or_default() += 1;
                }
            }
        }
    }
    assert!(visits > 500 && cares.iter().all(|count| *count > 100), "{visits} {cares:?}");
    let reached: Vec<&str> = crossed.keys().map(String::as_str).collect();
    assert_eq!(reached, ["Aid", "Burden", "Catastrophic", "Deductible", "Fund", "Supplement"], "{crossed:?}");
    assert_eq!(better, 0, "the best year costs more than the worst");
}
