//! The laws of the settlement on made-up policy data: whole estimates, with
//! every look-up, every range and every question left open.
//!
//! More books: `YIDI_LAW_BOOKS=10000 cargo test --release --test all book_laws`.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use yidi::report::estimate_json;
use yidi_core::case::{Case, Filed};
use yidi_core::estimate::{Cause, Estimate, EstimateError, Settlement, estimate};
use yidi_core::num::Money;
use yidi_core::places::Place;
use yidi_core::policy::audit::{Flaw, Severity, check};
use yidi_core::policy::{Book, Item, Selectors};

use crate::laws::for_all_cases::holds;
use crate::support::books::{Draws, ITEMS, draws, sheet};
use crate::support::sheet::{AREA, Entry, Level, Range, Sheet, Stated};
use crate::support::stays::{answered, area, stay};
use crate::support::{TODAY, asked, cases};

/// How many cases are tried on each book.
const CASES: usize = 12;

const RATES: [Item; 3] = [Item::Rate, Item::SupplementRate, Item::CatastrophicRate];
const SUPPLEMENT: [Item; 2] = [Item::SupplementRate, Item::SupplementCap];

/// The estimate, or nothing where no rate is known. Made-up data never clashes.
pub(crate) fn estimated(book: &Book, case: &Case) -> Option<Estimate> {
    match estimate(book, case) {
        Ok(estimate) => Some(estimate),
        Err(EstimateError::NoRate { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Estimates of some cases on one book.
fn over(draws: &mut Draws, book: &Book) -> Vec<(Case, Estimate)> {
    let cases: Vec<Case> = (0..CASES).map(|_| stay(draws)).collect();
    cases.into_iter().filter_map(|case| Some((case, estimated(book, &case)?))).collect()
}

fn low(estimate: &Estimate) -> Money {
    estimate.low().personal
}

fn high(estimate: &Estimate) -> Money {
    estimate.high().personal
}

/// Data in which every range has become one number of it. Between its ends a cap
/// may cost more or less than at both, where a supplement pays above it: there
/// only the ends are taken.
fn exact(draws: &mut Draws, sheet: &Sheet) -> Sheet {
    let supplemented = sheet.entries.iter().any(|entry| entry.says.item() == Item::SupplementRate);
    sheet.with(&ITEMS, |entry| {
        let ends = supplemented && entry.says.item() == Item::Cap;
        for range in entry.says.ranges() {
            let one = if ends || draws.one_in(3) {
                draws.pick(&[range.low, range.high])
            } else {
                range.low + draws.below(range.high - range.low + 1)
            };
            *range = Range::exact(one);
        }
    })
}

/// Laws over empty tables prove nothing: made-up data must be valid, and cases
/// must reach every fund and every kind of doubt.
#[test]
fn made_up_data_is_valid_and_reaches_everything() {
    let mut runner = TestRunner::deterministic();
    let mut seen = [0_usize; 12];
    let mut cases = 0;
    for place in 0..150 {
        let mut draws = draws().new_tree(&mut runner).unwrap().current();
        let sheet = sheet(&draws);
        let book = sheet.book();
        if place < 15 {
            // A figure that its children leave nothing to is no harm here.
            let faults: Vec<_> = check(&book, TODAY)
                .into_iter()
                .filter(|finding| {
                    finding.fault.severity() == Severity::Error && finding.fault != Flaw::Unreachable
                })
                .collect();
            assert_eq!(faults, []);
        }
        cases += CASES;
        for (case, estimate) in over(&mut draws, &book) {
            let (low, high) = (estimate.low(), estimate.high());
            let has = [
                true,
                low.personal < high.personal,
                !high.first_self_pay.is_zero(),
                !high.deductible.is_zero(),
                !high.above_cap.is_zero(),
                !high.supplement.is_zero(),
                !high.catastrophic.is_zero(),
                !high.aid.is_zero(),
                !high.account.is_zero(),
                high.split.is_none(),
                estimate.runs.len() > 1,
                estimate.counted_as_filed || case.year.admissions > 0,
            ];
            for (seen, has) in seen.iter_mut().zip(has) {
                *seen += usize::from(has);
            }
        }
    }
    let least = [95, 20, 5, 30, 10, 4, 10, 2, 10, 10, 10, 10];
    for (place, (seen, least)) in seen.into_iter().zip(least).enumerate() {
        assert!(seen * 100 >= cases * least, "{place}: only {seen} of {cases}");
    }
}

proptest! {
    #![proptest_config(cases(asked("YIDI_LAW_BOOKS", 120)))]

    #[test]
    fn every_settlement_of_an_estimate_holds(mut draws in draws()) {
        let book = sheet(&draws).book();
        for (case, estimate) in over(&mut draws, &book) {
            for run in &estimate.runs {
                holds(&run.best)?;
                holds(&run.worst)?;
                prop_assert!(run.best.personal <= run.worst.personal, "{case:?}\n{run:#?}");
                prop_assert!(low(&estimate) <= run.best.personal, "{case:?}");
                prop_assert!(run.worst.personal <= high(&estimate), "{case:?}");
            }
            let span = estimate.personal();
            prop_assert_eq!((span.low(), span.high()), (low(&estimate), high(&estimate)));
            let spread = high(&estimate) - low(&estimate);
            let amounts: Vec<Money> = estimate.causes.iter().map(|(_, amount)| *amount).collect();
            prop_assert!(amounts.is_sorted_by(|one, next| one >= next), "{amounts:?}");
            prop_assert!(amounts.iter().all(|amount| (Money::from_fen(1)..=spread).contains(amount)), "{amounts:?} of {spread}");
            let several = estimate.causes.iter().any(|(cause, _)| *cause == Cause::Route);
            prop_assert!(!several || estimate.routes().len() > 1 || estimate.trips().len() > 1);
        }
    }

    #[test]
    fn every_exact_refinement_lies_within_the_range(mut draws in draws()) {
        let ranges = sheet(&draws);
        let open = over(&mut draws, &ranges.book());
        for _ in 0..2 {
            let exact = exact(&mut draws, &ranges);
            let book = exact.book();
            // What is found uncovered on one way may be more than it can be on another.
            let by_way = exact.entries.iter().any(|entry| {
                let way = &entry.selectors;
                entry.says.item() == Item::UncoveredShare
                    && !(way.routes.is_empty() && way.trips.is_empty() && way.to.is_none())
            });
            for (case, range) in &open {
                let case = answered(&mut draws, case);
                let Some(one) = estimated(&book, &case) else {
                    return Err(TestCaseError::fail(format!("no rate any more: {case:?}")));
                };
                within(&one, range, &case, &exact)?;
                // The uncovered part split as well, in one way that it may be.
                if !by_way && case.bill.split().is_none() {
                    let split = split(&case, one.low());
                    within(&estimated(&book, &split).unwrap(), range, &split, &exact)?;
                }
            }
        }
    }

    #[test]
    fn a_larger_bill_lowers_neither_burden_nor_funds(mut draws in draws()) {
        let book = sheet(&draws).book();
        for (case, smaller) in over(&mut draws, &book) {
            if case.bill.split().is_none() {
                continue;
            }
            let more = Money::from_fen(i64::from(draws.below(5_000_000)));
            let mut larger = case;
            larger.bill = larger.bill.of(larger.bill.high() + more);
            let larger = estimated(&book, &larger).unwrap();
            for (one, other) in [(low(&smaller), low(&larger)), (high(&smaller), high(&larger))] {
                prop_assert!(one <= other, "{one} for less, {other} for more: {case:?}");
                // What the person pays more is no more than the bill is larger.
                prop_assert!(other - one <= more, "the funds fall: {case:?}");
            }
        }
    }

    #[test]
    fn a_larger_deductible_never_helps(mut draws in draws()) {
        let sheet = sheet(&draws);
        let more = draws.below(100_000);
        let larger = sheet.with(&[Item::Deductible], |entry| entry.says.ranges().into_iter().for_each(|range| *range = range.map(|amount| amount + more)));
        never_helps(&mut draws, &sheet, &larger)?;
    }

    #[test]
    fn a_lower_rate_never_helps(mut draws in draws()) {
        let sheet = sheet(&draws);
        let item = draws.pick(&RATES);
        let less = draws.below(3_000);
        let lower = sheet.with(&[item], |entry| entry.says.ranges().into_iter().for_each(|range| *range = range.map(|rate| rate.saturating_sub(less))));
        never_helps(&mut draws, &sheet, &lower)?;
    }

    #[test]
    fn a_lower_cap_never_helps_where_nothing_is_paid_above_it(mut draws in draws()) {
        let sheet = sheet(&draws).without(&SUPPLEMENT);
        let less = draws.below(5_000_000);
        let lower = sheet.with(&[Item::Cap], |entry| entry.says.ranges().into_iter().for_each(|range| *range = range.map(|cap| cap.saturating_sub(less))));
        never_helps(&mut draws, &sheet, &lower)?;
    }

    #[test]
    fn a_set_of_routes_or_areas_covers_each_alone(mut draws in draws()) {
        let book = sheet(&draws).book();
        for (case, all) in over(&mut draws, &book) {
            let alone = |case: Case| estimated(&book, &case).unwrap();
            for filed in [Filed::Yes, Filed::No] {
                if case.filed == Filed::Unknown {
                    within(&alone(Case { filed, ..case }), &all, &case, &Sheet::default())?;
                }
            }
            if let Place::Province(province) = case.insured {
                let mut hull: Option<(Money, Money)> = None;
                for insured in province.insured_areas().map(Place::Area) {
                    let one = alone(Case { insured, ..case });
                    within(&one, &all, &case, &Sheet::default())?;
                    let (l, h) = hull.unwrap_or((low(&one), high(&one)));
                    hull = Some((l.min(low(&one)), h.max(high(&one))));
                }
                // And no more than that.
                prop_assert_eq!(hull, Some((low(&all), high(&all))));
            }
        }
    }

    #[test]
    fn the_same_case_and_data_give_the_same_bytes(mut draws in draws()) {
        let sheet = sheet(&draws);
        let (book, again) = (sheet.book(), sheet.book());
        // Writing JSON takes longer than all else.
        for (case, estimate) in over(&mut draws, &book).into_iter().take(3) {
            let bytes = estimate_json(&book, &estimate).unwrap().to_string();
            let other = estimated(&again, &case).unwrap();
            prop_assert_eq!(bytes, estimate_json(&again, &other).unwrap().to_string());
        }
    }

    #[test]
    fn the_order_of_the_figures_does_not_matter(mut draws in draws(), seed in any::<u64>()) {
        let sheet = sheet(&draws);
        let mut shuffled = sheet.clone();
        // Any order will do: by a hash that the seed begins.
        shuffled.entries.sort_by_cached_key(|entry| scrambled(seed, entry));
        let (book, other) = (sheet.book(), shuffled.book());
        for (case, estimate) in over(&mut draws, &book) {
            let other = estimated(&other, &case).unwrap();
            prop_assert_eq!(estimate.low(), other.low());
            prop_assert_eq!(estimate.high(), other.high());
            prop_assert_eq!(&estimate.causes, &other.causes);
            prop_assert_eq!(estimate.by_route(), other.by_route());
            prop_assert_eq!(ids(&estimate), ids(&other));
        }
    }

    #[test]
    fn a_general_figure_of_the_area_hides_all_wider_levels(mut draws in draws()) {
        let mut sheet = sheet(&draws);
        // Which contribution classes there are hangs on the figures of every item.
        sheet.entries.retain(|entry| entry.selectors.contributions.is_empty());
        // The away rules of unfiled trips may bind others: not alone.
        let item = draws.pick(&ITEMS.map(|item| if item == Item::Away { Item::Cap } else { item }));
        let general = general(&mut sheet, &mut draws, item);
        let mut alone = sheet.without(&[item]);
        alone.entries.push(general);
        let (with, without) = (sheet.book(), alone.book());
        for _ in 0..CASES {
            let case = Case { insured: area(AREA), ..stay(&mut draws) };
            let (one, other) = (estimated(&with, &case), estimated(&without, &case));
            prop_assert_eq!(one.as_ref().map(Estimate::low), other.as_ref().map(Estimate::low));
            prop_assert_eq!(one.as_ref().map(Estimate::high), other.as_ref().map(Estimate::high));
        }
    }

    #[test]
    fn none_at_the_area_is_as_if_no_level_had_one(mut draws in draws()) {
        let mut sheet = sheet(&draws);
        // Which contribution classes there are hangs on the figures of every item.
        sheet.entries.retain(|entry| entry.selectors.contributions.is_empty());
        let item = draws.pick(&ITEMS.map(|item| if item == Item::Away { Item::Cap } else { item }));
        let nothing = sheet.without(&[item]);
        sheet.entries.retain(|entry| entry.level != Level::Area(AREA) || entry.says.item() != item);
        sheet.entries.push(everywhere(Stated::No(item)));
        let (with, without) = (sheet.book(), nothing.book());
        for _ in 0..CASES {
            let case = Case { insured: area(AREA), ..stay(&mut draws) };
            let (one, other) = (estimated(&with, &case), estimated(&without, &case));
            prop_assert_eq!(one.as_ref().map(Estimate::low), other.as_ref().map(Estimate::low));
            prop_assert_eq!(one.as_ref().map(Estimate::high), other.as_ref().map(Estimate::high));
            prop_assert_eq!(one.is_none(), other.is_none());
        }
    }

    #[test]
    fn figures_that_cross_are_refused_and_never_decided_by_their_order(mut draws in draws()) {
        let mut sheet = sheet(&draws).without(&[Item::Cap]);
        let case = Case { insured: area(AREA), ..stay(&mut draws) };
        let cap = |selectors| Entry { selectors, ..everywhere(Stated::Plain(Item::Cap, Range::exact(1_000_000))) };
        let (tiers, statuses) = (case.tier.all(), case.status.all());
        sheet.entries.push(cap(Selectors { tiers, ..Selectors::default() }));
        sheet.entries.push(cap(Selectors { statuses, ..Selectors::default() }));
        let crossed = estimate(&sheet.book(), &case);
        prop_assert!(matches!(crossed, Err(EstimateError::Clash(_))), "{crossed:?}");
        // A third for what they have in common decides.
        sheet.entries.push(cap(Selectors { tiers, statuses, ..Selectors::default() }));
        prop_assert!(!matches!(estimate(&sheet.book(), &case), Err(EstimateError::Clash(_))));
    }
}

fn within(one: &Estimate, range: &Estimate, case: &Case, sheet: &Sheet) -> Result<(), TestCaseError> {
    prop_assert!(
        low(range) <= low(one) && high(one) <= high(range),
        "{} – {} is not within {} – {}: {case:?}\n{}{}",
        low(one),
        high(one),
        low(range),
        high(range),
        sheet.nation_text(),
        sheet.province_text(),
    );
    Ok(())
}

/// The case with its bill split: what the settlement found uncovered beyond the
/// known parts is own expense.
fn split(case: &Case, settled: &Settlement) -> Case {
    let rest = settled.uncovered - case.bill.known_parts();
    let mut case = *case;
    let bill = &mut case.bill;
    bill.prepay = bill.prepay.or(Some(Money::ZERO));
    bill.over_limit = bill.over_limit.or(Some(Money::ZERO));
    match &mut bill.own_expense {
        Some(own) => *own += rest,
        unknown => *unknown = Some(rest),
    }
    case
}

/// No case costs less, at either end, on worse data.
fn never_helps(draws: &mut Draws, sheet: &Sheet, worse: &Sheet) -> Result<(), TestCaseError> {
    let (book, worse) = (sheet.book(), worse.book());
    for (case, estimate) in over(draws, &book) {
        let worse = estimated(&worse, &case).unwrap();
        prop_assert!(low(&estimate) <= low(&worse), "low: {case:?}");
        prop_assert!(high(&estimate) <= high(&worse), "high: {case:?}");
    }
    Ok(())
}

fn scrambled(seed: u64, entry: &Entry) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    (seed, format!("{entry:?}")).hash(&mut hasher);
    hasher.finish()
}

fn ids(estimate: &Estimate) -> Vec<String> {
    let mut ids: Vec<String> = estimate.figures().iter().map(|figure| figure.id()).collect();
    ids.sort();
    ids
}

fn everywhere(says: Stated) -> Entry {
    Entry { level: Level::Area(AREA), selectors: Selectors::default(), from: None, until: None, says }
}

/// Puts one figure for every case in the place of the area's own for an item:
/// one that the data has somewhere, or none.
fn general(sheet: &mut Sheet, draws: &mut Draws, item: Item) -> Entry {
    let said: Vec<Stated> = sheet
        .entries
        .iter()
        .filter(|entry| entry.says.item() == item)
        .map(|entry| entry.says.clone())
        .collect();
    let place = usize::try_from(draws.below(u32::try_from(said.len().max(1)).unwrap())).unwrap();
    let entry = everywhere(said.get(place).cloned().unwrap_or(Stated::No(item)));
    sheet.entries.retain(|entry| entry.level != Level::Area(AREA) || entry.says.item() != item);
    sheet.entries.push(entry.clone());
    entry
}
