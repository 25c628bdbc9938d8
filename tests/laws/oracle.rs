//! The engine against the settlement worked out a second time in exact
//! fractions: every line must be equal to the fen.
//!
//! More cases: `YIDI_ORACLE_CASES=1000000 cargo test --release --test all oracle`.

use proptest::prelude::*;
use yidi_core::case::YearToDate;
use yidi_core::estimate::{
    Aid, Catastrophic, DeductibleDue, ExactBill, ExactRule, Numbers, Settlement, Slices, Supplement,
};
use yidi_core::num::{Money, Percent};
use yidi_core::policy::{CatastrophicBase, Period};

use crate::support::generators::{Stay, stay};
use crate::support::oracle::settlement;
use crate::support::{asked, cases};

proptest! {
    #![proptest_config(cases(asked("YIDI_ORACLE_CASES", 25_000)))]

    #[test]
    fn the_engine_agrees_on_every_line(stay in stay()) {
        let (engine, oracle) = (stay.settle(), settlement(&stay));
        prop_assert_eq!(engine, oracle);
        // "Y + all fund payments = T"; "Cash = Y − A".
        prop_assert_eq!(engine.funds(), oracle.total - oracle.personal);
        prop_assert_eq!(engine.cash(), oracle.personal - oracle.account);
    }
}

/// What both say, which must be the same.
fn agreed(stay: &Stay) -> Settlement {
    let oracle = settlement(stay);
    assert_eq!(stay.settle(), oracle, "{stay:?}");
    oracle
}

const fn yuan(yuan: i64) -> Money {
    Money::from_yuan(yuan)
}

fn one_rate(percent: u32) -> Slices {
    Slices { per: Period::Stay, bands: vec![(None, Percent::new(percent))] }
}

/// A first stay of the year with one plain rate and nothing uncovered.
fn plain_stay(total: i64, deductible: i64, rate: u32) -> Stay {
    Stay {
        numbers: Numbers {
            first_self_pay: Percent::ZERO,
            rule: ExactRule::Same,
            deductible: DeductibleDue::Amount(yuan(deductible)),
            deductibles_ceiling: None,
            deductible_per: Period::Stay,
            deductible_runs_on: false,
            rates: one_rate(rate),
            cap: None,
            supplement: None,
            catastrophic: None,
            aid: None,
        },
        bill: ExactBill { total: yuan(total), uncovered: Money::ZERO, split: Some([Money::ZERO; 3]) },
        year: YearToDate::default(),
        account: Money::ZERO,
    }
}

/// The page's synthetic area: deductible 800, rate 85 %, cap 50 000, supplement
/// 90 % up to 500 000.
fn synthetic(total: i64, own_expense: i64, prepay: i64) -> Stay {
    let mut stay = plain_stay(total, 800, 85);
    stay.numbers.cap = Some(yuan(50_000));
    stay.numbers.supplement = Some(Supplement { slices: one_rate(90), cap: Some(yuan(500_000)) });
    stay.bill.uncovered = yuan(own_expense + prepay);
    stay.bill.split = Some([yuan(own_expense), yuan(prepay), Money::ZERO]);
    stay
}

#[test]
fn the_synthetic_area_by_route() {
    // E = 60 000 − 5 000 − 1 000 = 54 000; sums as on the page.
    for (self_pay, rule, s, fund, personal) in [
        // local: 53 200 × 0.85
        (0, ExactRule::Same, 0, 45_220, 14_780),
        // referral: 53 200 × 0.75
        (0, ExactRule::Cut(Percent::new(10)), 0, 39_900, 20_100),
        // temporary: 53 200 × 0.65
        (0, ExactRule::Cut(Percent::new(20)), 0, 34_580, 25_420),
        // unfiled: S = 54 000 × 0.20; (54 000 − 10 800 − 800) × 0.65
        (20, ExactRule::Cut(Percent::new(20)), 10_800, 27_560, 32_440),
    ] {
        let mut stay = synthetic(60_000, 5_000, 1_000);
        stay.numbers.first_self_pay = Percent::new(self_pay);
        stay.numbers.rule = rule;
        let lines = agreed(&stay);
        assert_eq!(lines.eligible, yuan(54_000));
        assert_eq!(lines.first_self_pay, yuan(s));
        assert_eq!(lines.deductible, yuan(800));
        assert_eq!((lines.fund, lines.personal), (yuan(fund), yuan(personal)));
    }
}

#[test]
fn the_synthetic_area_beyond_its_cap() {
    let lines = agreed(&synthetic(160_000, 10_000, 0));
    // 149 200 × 0.85 = 126 820, so the cap pays; O = 149 200 − 50 000/0.85.
    assert_eq!(lines.fund, yuan(50_000));
    assert_eq!(lines.above_cap, Money::from_fen(9_037_647));
    assert_eq!(lines.supplement, Money::from_fen(8_133_882));
    assert_eq!(lines.personal, Money::from_fen(2_866_118));
}

#[test]
fn not_covered_pays_nothing() {
    let mut stay = synthetic(100_000, 0, 0);
    stay.numbers.rule = ExactRule::NotCovered;
    stay.numbers.aid = Some(Aid { deductible: Money::ZERO, rate: Percent::FULL, cap: None });
    let lines = agreed(&stay);
    assert_eq!(lines.funds(), Money::ZERO);
    assert_eq!(lines.deductible, Money::ZERO);
    assert_eq!(lines.personal, yuan(100_000));
}

#[test]
fn hardship_moves_the_bands_with_the_deductible() {
    let mut stay = plain_stay(90_000, 0, 0);
    // 30 404 halved; 60 % and 70 % with 5 points more; no cap.
    let bands = vec![(Some(yuan(50_000)), Percent::new(65)), (None, Percent::new(75))];
    stay.numbers.catastrophic = Some(Catastrophic {
        deductible: yuan(15_202),
        slices: Slices { per: Period::Year, bands },
        cap: None,
        base: CatastrophicBase::USUAL,
    });
    // 50 000 × 65 % + 24 798 × 75 % = 51 098.50
    assert_eq!(agreed(&stay).catastrophic, Money::from_fen(5_109_850));
}

#[test]
fn anshan_as_its_article_states_it() {
    for (deductible, rate, fund, personal) in [
        // Filed, active: 29 300 × 0.70; retired: × 0.75.
        (700, 70, 20_510, 9_490),
        (700, 75, 21_975, 8_025),
        // Unfiled, active, and filed, resident: 29 300 × 0.60.
        (700, 60, 17_580, 12_420),
        // Unfiled, resident: 29 300 × 0.50.
        (700, 50, 14_650, 15_350),
        // Emergency, active: 28 500 × 0.70.
        (1_500, 70, 19_950, 10_050),
    ] {
        let lines = agreed(&plain_stay(30_000, deductible, rate));
        assert_eq!((lines.fund, lines.personal), (yuan(fund), yuan(personal)));
    }
}

/// Where the page's words leave two readings: a fund that pays nothing from
/// 40 000 on and reaches its cap exactly there.
#[test]
fn what_the_fund_would_not_pay_for_is_not_above_its_cap() {
    let mut stay = plain_stay(60_000, 0, 0);
    let bands = vec![(Some(yuan(40_000)), Percent::new(80)), (None, Percent::ZERO)];
    stay.numbers.rates = Slices { per: Period::Stay, bands };
    stay.numbers.supplement = Some(Supplement { slices: one_rate(90), cap: None });
    // 40 000 × 0.80 = 32 000
    stay.numbers.cap = Some(yuan(32_000));
    let lines = agreed(&stay);
    assert_eq!((lines.above_cap, lines.supplement), (Money::ZERO, Money::ZERO));
    assert_eq!(lines.personal, yuan(28_000));

    // A fen less: used up at 31 999.99/0.80 = 39 999.9875; O = 20 000.0125.
    stay.numbers.cap = Some(Money::from_fen(3_199_999));
    let lines = agreed(&stay);
    assert_eq!(lines.above_cap, Money::from_fen(2_000_001));
    assert_eq!(lines.supplement, Money::from_fen(1_800_001));
    assert_eq!(lines.personal, yuan(10_000));
}

/// The other: an area's figure for the catastrophic insurance says nothing about
/// what medical aid is paid of.
#[test]
fn medical_aid_counts_the_usual_burden() {
    let mut stay = plain_stay(50_000, 1_000, 80);
    stay.numbers.first_self_pay = Percent::new(10);
    stay.numbers.catastrophic = Some(Catastrophic {
        deductible: yuan(5_000),
        slices: one_rate(60),
        cap: None,
        base: CatastrophicBase { deductible: false, first_self_pay: true },
    });
    stay.numbers.aid = Some(Aid { deductible: Money::ZERO, rate: Percent::new(70), cap: None });
    let lines = agreed(&stay);
    // S = 5 000; F = (50 000 − 5 000 − 1 000) × 0.80
    assert_eq!(lines.fund, yuan(35_200));
    // 50 000 − 5 000 − 35 200 = 9 800; with S, without D 13 800; (13 800 − 5 000) × 0.60
    assert_eq!(lines.catastrophic, yuan(5_280));
    // (9 800 − 5 280) × 0.70
    assert_eq!(lines.aid, yuan(3_164));
    assert_eq!(lines.personal, yuan(6_356));
}
