//! The laws of the settlement: on generated numbers, and on all shipped data at
//! every date on which anything in it changes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use proptest::prelude::*;
use yidi::case::{Case, Filed, Reason, YearToDate};
use yidi::estimate::{
    Aid, Catastrophic, EstimateError, ExactBill, Numbers, Rule, Settlement, Slices, Supplement, estimate,
    settle,
};
use yidi::num::{Money, Percent};
use yidi::policy::{AreaId, Book, CatastrophicBase, Period, Place, ProvinceId, Status, Tier};

use crate::support::{TODAY, case, draft};

fn money(most_yuan: i64) -> impl Strategy<Value = Money> {
    (0..=most_yuan * 100).prop_map(Money::from_fen)
}

fn percent(range: std::ops::RangeInclusive<u32>) -> impl Strategy<Value = Percent> {
    range.prop_map(Percent::from_hundredths)
}

fn slices(range: std::ops::RangeInclusive<u32>) -> impl Strategy<Value = Slices> {
    let bands = prop::collection::vec((1_i64..=60_000, percent(range.clone())), 0..3);
    (bands, percent(range), any::<bool>()).prop_map(|(bands, last, yearly)| {
        let mut end = 0;
        let mut all = Vec::new();
        for (length, rate) in bands {
            end += length;
            all.push((Some(Money::from_yuan(end)), rate));
        }
        all.push((None, last));
        Slices { per: if yearly { Period::Year } else { Period::Stay }, bands: all }
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        Just(Rule::Same),
        percent(0..=2_500).prop_map(Rule::Cut),
        percent(5_000..=10_000).prop_map(Rule::Times),
        Just(Rule::NotCovered),
    ]
}

fn supplement() -> impl Strategy<Value = Supplement> {
    (slices(0..=10_000), prop::option::of(money(600_000)))
        .prop_map(|(slices, cap)| Supplement { slices, cap })
}

fn catastrophic() -> impl Strategy<Value = Catastrophic> {
    let base = (any::<bool>(), any::<bool>())
        .prop_map(|(deductible, first_self_pay)| CatastrophicBase { deductible, first_self_pay });
    (money(40_000), slices(0..=10_000), prop::option::of(money(500_000)), base)
        .prop_map(|(deductible, slices, cap, base)| Catastrophic { deductible, slices, cap, base })
}

fn aid() -> impl Strategy<Value = Aid> {
    (money(10_000), percent(0..=10_000), prop::option::of(money(80_000)))
        .prop_map(|(deductible, rate, cap)| Aid { deductible, rate, cap })
}

fn numbers() -> impl Strategy<Value = Numbers> {
    (
        (percent(0..=3_000), rule(), money(3_000), any::<bool>(), slices(0..=10_000)),
        prop::option::of(money(600_000)),
        prop::option::of(supplement()),
        prop::option::of(catastrophic()),
        prop::option::of(aid()),
    )
        .prop_map(
            |((first_self_pay, rule, deductible, yearly, rates), cap, supplement, catastrophic, aid)| {
                Numbers {
                    first_self_pay,
                    rule,
                    deductible,
                    deductible_per: if yearly { Period::Year } else { Period::Stay },
                    rates,
                    cap,
                    supplement,
                    catastrophic,
                    aid,
                }
            },
        )
}

fn bill() -> impl Strategy<Value = ExactBill> {
    (money(800_000), money(50_000), money(20_000), money(5_000)).prop_map(|(eligible, a, b, c)| {
        let uncovered = a + b + c;
        ExactBill { total: eligible + uncovered, uncovered, split: Some([a, b, c]) }
    })
}

fn year() -> impl Strategy<Value = YearToDate> {
    (
        money(2_000),
        money(300_000),
        money(300_000),
        money(100_000),
        money(60_000),
        money(50_000),
        money(20_000),
    )
        .prop_map(|(deductible, eligible, fund, supplement, burden, catastrophic, aid)| YearToDate {
            admissions: 1,
            deductible,
            eligible,
            fund,
            supplement,
            burden,
            catastrophic,
            aid,
        })
}

/// What holds of every settlement.
fn holds(s: &Settlement) -> Result<(), TestCaseError> {
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
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn money_is_conserved_and_no_line_is_negative(
        n in numbers(), bill in bill(), year in year(), account in money(20_000),
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
        n in numbers(), bill in bill(), year in year(), more in money(100_000),
    ) {
        let larger = ExactBill { total: bill.total + more, ..bill };
        let (s, l) = (settle(&bill, &year, Money::ZERO, &n), settle(&larger, &year, Money::ZERO, &n));
        prop_assert!(l.personal >= s.personal, "{s:?}\n{l:?}");
        prop_assert!(l.funds() >= s.funds(), "{s:?}\n{l:?}");
    }

    #[test]
    fn a_larger_deductible_never_helps(
        n in numbers(), bill in bill(), year in year(), more in money(3_000),
    ) {
        let worse = Numbers { deductible: n.deductible + more, ..n.clone() };
        let (s, w) = (settle(&bill, &year, Money::ZERO, &n), settle(&bill, &year, Money::ZERO, &worse));
        prop_assert!(w.personal >= s.personal, "{s:?}\n{w:?}");
    }

    #[test]
    fn a_lower_rate_never_helps(
        n in numbers(), bill in bill(), year in year(), points in percent(0..=4_000),
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
        n in numbers(), bill in bill(), year in year(), cap in money(300_000), less in money(100_000),
    ) {
        // No supplement at all never pays more than the pooled fund.
        let n = Numbers { cap: Some(cap + less), supplement: None, ..n };
        let worse = Numbers { cap: Some(cap), ..n.clone() };
        let (s, w) = (settle(&bill, &year, Money::ZERO, &n), settle(&bill, &year, Money::ZERO, &worse));
        prop_assert!(w.personal >= s.personal, "{s:?}\n{w:?}");
    }
}

/// Every date on which a figure of the data begins, the day before, and today.
fn dates(book: &Book) -> BTreeSet<Date> {
    let mut dates = BTreeSet::from([TODAY]);
    let mut add = |figures: &[std::sync::Arc<yidi::policy::Figure>]| {
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
                    let mut case = Case { insured, status, tier, reason, filed, date: *date, ..plain };
                    case.bill.total = Money::from_yuan(total);
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
