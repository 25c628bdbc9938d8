//! The laws of the settlement: on generated numbers, and on all shipped data at
//! every date on which anything in it changes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use proptest::prelude::*;
use yidi_core::case::{Case, Filed, Reason};
use yidi_core::estimate::{DeductibleDue, EstimateError, ExactBill, Numbers, Settlement, estimate, settle};
use yidi_core::num::Money;
use yidi_core::places::{AreaId, Place, ProvinceId};
use yidi_core::policy::{Book, Status, Tier};

use crate::support::generators::{Stay, money, percent, stay};
use crate::support::{TODAY, case, cases, draft};

/// What holds of every settlement.
pub(crate) fn holds(s: &Settlement) -> Result<(), TestCaseError> {
    let lines = [
        s.total,
        s.uncovered,
        s.eligible,
        s.first_self_pay,
        s.deductible,
        s.fund,
        s.co_payment,
        s.above_cap,
        s.supplement,
        s.catastrophic,
        s.aid,
        s.personal,
        s.account,
        s.cash(),
    ];
    for line in lines {
        prop_assert!(line >= Money::ZERO, "{s:?}");
    }
    prop_assert!(s.personal <= s.total, "{s:?}");
    prop_assert_eq!(s.personal + s.funds(), s.total);
    let burden = s.uncovered + s.first_self_pay + s.deductible + s.co_payment + s.above_cap;
    prop_assert_eq!(burden - s.supplement - s.catastrophic - s.aid, s.personal);
    Ok(())
}

fn within(cap: Option<Money>, already: Money, paid: Money) -> bool {
    cap.is_none_or(|cap| paid <= (cap - already).or_zero())
}

proptest! {
    #![proptest_config(cases(14_000))]

    #[test]
    fn money_is_conserved_and_no_line_is_negative(
        Stay { numbers: n, bill, year, account } in stay(),
    ) {
        let s = settle(&bill, &year, account, &n);
        holds(&s)?;
        prop_assert!(within(n.cap, year.fund, s.fund));
        if let Some(layer) = &n.supplement {
            prop_assert!(within(layer.cap, year.supplement, s.supplement));
        }
        if let Some(layer) = &n.catastrophic {
            prop_assert!(within(layer.cap, year.catastrophic, s.catastrophic));
        }
        if let Some(aid) = &n.aid {
            prop_assert!(within(aid.cap, year.aid, s.aid));
        }
        prop_assert_eq!(settle(&bill, &year, account, &n), s, "the same twice");
    }

    #[test]
    fn a_larger_bill_lowers_neither_burden_nor_funds(
        Stay { numbers: n, bill, year, .. } in stay(), more in money(100_000),
    ) {
        // A share of the bill as deductible grows with it, into slices that pay less.
        let n = Numbers { deductible: DeductibleDue::Amount(n.deductible.of(bill.total)), ..n };
        let larger = ExactBill { total: bill.total + more, ..bill };
        let (s, l) = (settle(&bill, &year, Money::ZERO, &n), settle(&larger, &year, Money::ZERO, &n));
        prop_assert!(l.personal >= s.personal, "{s:?}\n{l:?}");
        prop_assert!(l.funds() >= s.funds(), "{s:?}\n{l:?}");
    }

    #[test]
    fn a_larger_deductible_never_helps(
        Stay { numbers: n, bill, year, .. } in stay(), more in money(3_000),
    ) {
        let worse = Numbers { deductible: DeductibleDue::Amount(n.deductible.of(bill.total) + more), ..n.clone() };
        let (s, w) = (settle(&bill, &year, Money::ZERO, &n), settle(&bill, &year, Money::ZERO, &worse));
        prop_assert!(w.personal >= s.personal, "{s:?}\n{w:?}");
    }

    #[test]
    fn a_lower_rate_never_helps(
        Stay { numbers: n, bill, year, .. } in stay(), points in percent(0..=4_000),
    ) {
        let mut worse = n.clone();
        for (_, rate) in &mut worse.rates.bands {
            *rate = rate.less_points(points);
        }
        let (s, w) = (settle(&bill, &year, Money::ZERO, &n), settle(&bill, &year, Money::ZERO, &worse));
        prop_assert!(w.personal >= s.personal, "{s:?}\n{w:?}");
    }

    #[test]
    fn a_lower_cap_never_helps_where_the_supplement_pays_no_more(
        Stay { numbers: n, bill, year, .. } in stay(), cap in money(300_000), less in money(100_000),
    ) {
        // No supplement at all never pays more than the pooled fund.
        let n = Numbers { cap: Some(cap + less), supplement: None, ..n };
        let worse = Numbers { cap: Some(cap), ..n.clone() };
        let (s, w) = (settle(&bill, &year, Money::ZERO, &n), settle(&bill, &year, Money::ZERO, &worse));
        prop_assert!(w.personal >= s.personal, "{s:?}\n{w:?}");
    }
}

proptest! {
    #![proptest_config(cases(14_000))]

    #[test]
    fn no_splitting_passes_a_cap(
        Stay { numbers: n, bill, mut year, .. } in stay(), pieces in 2_i64..5,
    ) {
        // The same bill again and again in one year, each payment counted for the next.
        let total = Money::from_fen(bill.total.fen() / pieces);
        let uncovered = bill.uncovered.min(total);
        let piece = ExactBill { total, uncovered, split: None };
        let before = year;
        for _ in 0..pieces {
            let s = settle(&piece, &year, Money::ZERO, &n);
            year.fund += s.fund;
            year.supplement += s.supplement;
            year.catastrophic += s.catastrophic;
            year.aid += s.aid;
            year.eligible += s.eligible;
            year.deductible += s.deductible;
        }
        let supplement = n.supplement.and_then(|layer| layer.cap);
        let catastrophic = n.catastrophic.and_then(|layer| layer.cap);
        for (cap, already, paid) in [
            (n.cap, before.fund, year.fund),
            (supplement, before.supplement, year.supplement),
            (catastrophic, before.catastrophic, year.catastrophic),
            (n.aid.and_then(|aid| aid.cap), before.aid, year.aid),
        ] {
            // What was paid beyond a cap before is not taken back.
            prop_assert!(cap.is_none_or(|cap| paid <= cap.max(already)), "{paid} of {cap:?}");
        }
    }
}

/// Every date on which a figure of the data begins, the day before, and today.
fn dates(book: &Book) -> BTreeSet<Date> {
    let mut dates = BTreeSet::from([TODAY]);
    let mut add = |figures: &[std::sync::Arc<yidi_core::policy::Figure>]| {
        for from in figures.iter().filter_map(|figure| figure.from) {
            dates.insert(from);
            dates.extend(from.yesterday());
        }
    };
    add(&book.nation().figures);
    for province in ProvinceId::all() {
        let data = book.province(province).unwrap();
        add(&data.figures);
        data.areas.values().for_each(|figures| add(figures));
    }
    dates
}

/// Every area with figures of its own, one without, and a whole province.
fn insured(book: &Book) -> Vec<Place> {
    let own = AreaId::all().filter(|area| !book.levels(*area).unwrap()[0].is_empty());
    let mut places: Vec<Place> = own.map(Place::Area).collect();
    assert!(places.len() >= 40, "only {} areas have figures", places.len());
    places.push(Place::Area(AreaId::by_code(210_400).unwrap()));
    places.extend(ProvinceId::all().map(Place::whole));
    places
}

#[test]
fn the_laws_hold_on_all_shipped_data_at_every_date() {
    let book = Book::embedded().unwrap();
    let plain = case(&draft("鞍山", "西宁", Status::Active, Tier::Three, "1"));
    let dates = dates(&book);
    let mut estimates = 0;
    for insured in insured(&book) {
        for status in Status::ALL {
            for (place, date) in dates.iter().enumerate() {
                // Each date meets each tier, reason, filing and bill in turn.
                let tier = Tier::ALL[place % 4];
                let reason = Reason::ALL[place % 6];
                let filed = Filed::ALL[place % 3];
                for total in [0, 1_000, 50_000, 1_000_000] {
                    let (status, tier) = (status.into(), tier.into());
                    let mut case = Case { insured, status, tier, reason, filed, date: *date, ..plain };
                    case.bill = case.bill.of(Money::from_yuan(total));
                    if total > 1_000 {
                        case.bill.own_expense = None;
                    }
                    match estimate(&book, &case) {
                        Ok(estimate) => {
                            for run in &estimate.runs {
                                holds(&run.best).unwrap();
                                holds(&run.worst).unwrap();
                                assert!(run.best.personal <= run.worst.personal, "{case:?}");
                            }
                            assert!(estimate.low().personal <= estimate.high().personal);
                            estimates += 1;
                        }
                        Err(EstimateError::NoRate { begins: Some(_) }) => {}
                        Err(error) => panic!("{case:?}: {error}"),
                    }
                }
            }
        }
    }
    assert!(estimates > 10_000, "only {estimates} estimates");
}
