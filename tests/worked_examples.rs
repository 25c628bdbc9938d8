//! Worked examples on shipped data. Every expected number is summed by hand
//! beside it; none is the program's own output.

use crate::support::{PARTS, draft, settled, trip};
use yidi_core::case::{Field, Filed, Reason};
use yidi_core::num::{Money, Span};
use yidi_core::policy::{Grade, Item, Status, Tier};

fn yuan(fen: i64) -> Span<Money> {
    Span::exact(Money::from_fen(fen))
}

/// 鞍山, as its article states it: deductible 700 away from home; filed 70 %
/// (retired 75 %), unfiled 60 % (65 %); residents 60 % and 50 %; emergency
/// deductible 1 500 at the filed rate.
#[test]
fn anshan_by_status_reason_and_filing() {
    use Filed::{No, Yes};
    use Reason::{Emergency, LongTermResident, Other, Referral};
    use Status::{Active, Adult, Retired, Senior};
    for (status, reason, filed, personal) in [
        // 30 000 − (30 000 − 700) × 0.70 = 9 490.00
        (Active, Other, Yes, 949_000),
        (Active, Referral, Yes, 949_000),
        (Active, LongTermResident, Yes, 949_000),
        // 30 000 − 29 300 × 0.60 = 12 420.00
        (Active, Other, No, 1_242_000),
        (Active, Referral, No, 1_242_000),
        // 30 000 − 29 300 × 0.75 = 8 025.00
        (Retired, Other, Yes, 802_500),
        // 30 000 − 29 300 × 0.65 = 10 955.00
        (Retired, Other, No, 1_095_500),
        // 30 000 − 29 300 × 0.60 = 12 420.00
        (Adult, Other, Yes, 1_242_000),
        (Senior, Other, Yes, 1_242_000),
        // 30 000 − 29 300 × 0.50 = 15 350.00
        (Adult, Other, No, 1_535_000),
        // 30 000 − (30 000 − 1 500) × 0.70 = 10 050.00
        (Active, Emergency, No, 1_005_000),
        // 30 000 − 28 500 × 0.60 = 12 900.00
        (Adult, Emergency, Yes, 1_290_000),
    ] {
        let stay = draft("鞍山", "北京", status, Tier::Three, "30000");
        let estimate = settled(&trip(stay, reason, filed));
        assert_eq!(estimate.personal(), yuan(personal), "{status:?} {reason:?} {filed:?}");
        assert_eq!(estimate.grade(), Grade::Reported);
    }
}

#[test]
fn every_line_of_the_plain_case() {
    let estimate = settled(&draft("鞍山", "上海", Status::Active, Tier::Three, "30000"));
    let s = estimate.low();
    let line = |money: Money| money.to_string();
    assert_eq!(line(s.eligible), "30000.00");
    assert_eq!(line(s.deductible), "700.00");
    assert_eq!(line(s.fund), "20510.00");
    assert_eq!(line(s.co_payment), "8790.00");
    assert_eq!(line(s.above_cap), "0.00");
    assert_eq!(line(s.personal), "9490.00");
    assert_eq!(estimate.low(), estimate.high());
    assert!(estimate.causes.is_empty());
}

#[test]
fn an_unsplit_bill_is_a_range() {
    let mut stay = draft("鞍山", "北京", Status::Active, Tier::Three, "50000");
    for part in PARTS {
        stay.write(part, "");
    }
    let estimate = settled(&stay);
    // 5 % uncovered: E = 47 500; 50 000 − 46 800 × 0.70 = 17 240.00
    // 20 % uncovered: E = 40 000; 50 000 − 39 300 × 0.70 = 22 490.00
    let expected = Span::between(Money::from_fen(1_724_000), Money::from_fen(2_249_000));
    assert_eq!(estimate.personal(), expected);
    assert_eq!(estimate.grade(), Grade::Assumed);
    let causes: Vec<_> = estimate.causes.iter().map(|(cause, _)| *cause).collect();
    assert_eq!(causes, [yidi_core::estimate::Cause::Item(Item::UncoveredShare)]);
}

#[test]
fn known_parts_raise_both_ends_of_an_unsplit_bill() {
    let mut stay = draft("鞍山", "北京", Status::Active, Tier::Three, "50000");
    stay.write(Field::OwnExpense, "12000");
    stay.write(Field::Prepay, "");
    let estimate = settled(&stay);
    // Known 12 000 is above 20 % of 50 000 as well: E = 38 000 at both ends;
    // 50 000 − 37 300 × 0.70 = 23 890.00
    assert_eq!(estimate.personal(), yuan(2_389_000));
}

#[test]
fn an_unknown_filing_is_the_range_over_both_routes() {
    let stay = draft("鞍山", "北京", Status::Active, Tier::Three, "30000");
    let estimate = settled(&trip(stay, Reason::Other, Filed::Unknown));
    let expected = Span::between(Money::from_fen(949_000), Money::from_fen(1_242_000));
    assert_eq!(estimate.personal(), expected);
    // 12 420 − 9 490 = 2 930
    let cause = (yidi_core::estimate::Cause::Route, Money::from_yuan(2_930));
    assert_eq!(estimate.causes, [cause]);
}

/// 成都 child, tier 3, local rate 60 %, deductible 500; a temporary trip is only known by
/// the national range (0–20 points), an unfiled one is cut 0–10 there: filed is no worse.
#[test]
fn filing_is_never_worse_than_the_areas_own_unfiled_rule() {
    let stay = draft("成都", "武汉", Status::Child, Tier::Three, "80500");
    let filed = settled(&trip(stay.clone(), Reason::Other, Filed::Yes));
    let unfiled = settled(&trip(stay, Reason::Other, Filed::No));
    // Best: 80 500 − 80 000 × 0.60 = 32 500; worst: 80 500 − 80 000 × 0.50 = 40 500.
    let expected = Span::between(Money::from_yuan(32_500), Money::from_yuan(40_500));
    assert_eq!((filed.personal(), unfiled.personal()), (expected, expected));
}
