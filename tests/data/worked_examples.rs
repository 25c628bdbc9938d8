//! Worked examples on shipped data. Every expected number is summed by hand
//! beside it; none is the program's own output.

use crate::support::{PARTS, draft, settled, trip};
use jiff::civil::date;
use yidi_core::case::{Field, Filed, Reason};
use yidi_core::estimate::RulesKnown;
use yidi_core::num::{Money, Span};
use yidi_core::policy::{Grade, Item, Status, Tier};

fn yuan(fen: i64) -> Span<Money> {
    Span::exact(Money::from_fen(fen))
}

/// 鞍山: referrals and emergencies pay a deductible of 1 500, other trips, filed or
/// not, 2 000; in work 70 % and 60 %, retired 75 % and 65 %.
#[test]
fn anshan_by_status_reason_and_filing() {
    use Filed::{No, Yes};
    use Reason::{Emergency, Other, Referral};
    use Status::{Active, Retired};
    for (status, reason, filed, personal, grade) in [
        // 30 000 − (30 000 − 2 000) × 0.60 = 13 200.00
        (Active, Other, Yes, 1_320_000, Grade::Community),
        (Active, Other, No, 1_320_000, Grade::Community),
        (Active, Referral, No, 1_320_000, Grade::Community),
        // 30 000 − (30 000 − 1 500) × 0.70 = 10 050.00
        (Active, Referral, Yes, 1_005_000, Grade::Community),
        (Active, Emergency, No, 1_005_000, Grade::Community),
        // 30 000 − 28 000 × 0.65 = 11 800.00
        (Retired, Other, Yes, 1_180_000, Grade::Community),
        (Retired, Other, No, 1_180_000, Grade::Community),
        // 30 000 − 28 500 × 0.75 = 8 625.00
        (Retired, Referral, Yes, 862_500, Grade::Community),
    ] {
        let stay = draft("鞍山", "北京", status, Tier::Three, "30000");
        let estimate = settled(&trip(stay, reason, filed));
        assert_eq!(estimate.personal(), yuan(personal), "{status:?} {reason:?} {filed:?}");
        assert_eq!(estimate.grade(), grade);
    }
}

/// 鞍山 where two texts differ. In work, long-term: as at home, 700 and 80 %, or 900 and
/// 75 % in special hospitals. Residents: 60 % filed, or 50 to 60 % on other trips, 50 %
/// not filed, after 700 in one text and 1 500 or 2 000 in the other; emergencies 1 500.
#[test]
fn anshan_where_its_texts_differ() {
    use Filed::{No, Yes};
    use Reason::{Emergency, LongTermResident, Other, Referral};
    use Status::{Active, Adult, Senior};
    for (status, reason, filed, low, high) in [
        // 30 000 − 29 300 × 0.80 = 6 560.00; 30 000 − 29 100 × 0.75 = 8 175.00
        (Active, LongTermResident, Yes, 656_000, 817_500),
        // 30 000 − 29 300 × 0.60 = 12 420.00; 30 000 − 28 000 × 0.50 = 16 000.00
        (Adult, Other, Yes, 1_242_000, 1_600_000),
        (Senior, Other, Yes, 1_242_000, 1_600_000),
        // 30 000 − 29 300 × 0.50 = 15 350.00; 30 000 − 28 000 × 0.50 = 16 000.00
        (Adult, Other, No, 1_535_000, 1_600_000),
        // 30 000 − 29 300 × 0.60 = 12 420.00; 30 000 − 28 500 × 0.60 = 12 900.00
        (Adult, Referral, Yes, 1_242_000, 1_290_000),
        // 30 000 − 28 500 × 0.60 = 12 900.00
        (Adult, Emergency, Yes, 1_290_000, 1_290_000),
    ] {
        let stay = draft("鞍山", "北京", status, Tier::Three, "30000");
        let estimate = settled(&trip(stay, reason, filed));
        let expected = Span::between(Money::from_fen(low), Money::from_fen(high));
        assert_eq!(estimate.personal(), expected, "{status:?} {reason:?} {filed:?}");
    }
}

#[test]
fn every_line_of_the_plain_case() {
    let estimate = settled(&draft("鞍山", "上海", Status::Active, Tier::Three, "30000"));
    let s = estimate.low();
    let line = |money: Money| money.to_string();
    assert_eq!(line(s.eligible), "30000.00");
    assert_eq!(line(s.deductible), "2000.00");
    assert_eq!(line(s.fund), "16800.00");
    assert_eq!(line(s.co_payment), "11200.00");
    assert_eq!(line(s.above_cap), "0.00");
    assert_eq!(line(s.personal), "13200.00");
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
    // 5 % uncovered: E = 47 500; 50 000 − 45 500 × 0.60 = 22 700.00
    // 20 % uncovered: E = 40 000; 50 000 − 38 000 × 0.60 = 27 200.00
    let expected = Span::between(Money::from_fen(2_270_000), Money::from_fen(2_720_000));
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
    // 50 000 − 36 000 × 0.60 = 28 400.00
    assert_eq!(estimate.personal(), yuan(2_840_000));
}

#[test]
fn an_unknown_filing_is_the_range_over_both_routes() {
    let stay = draft("鞍山", "北京", Status::Active, Tier::Three, "30000");
    let estimate = settled(&trip(stay, Reason::Referral, Filed::Unknown));
    let expected = Span::between(Money::from_fen(1_005_000), Money::from_fen(1_320_000));
    assert_eq!(estimate.personal(), expected);
    // 13 200 − 10 050 = 3 150
    let cause = (yidi_core::estimate::Cause::Route, Money::from_yuan(3_150));
    assert_eq!(estimate.causes, [cause]);
}

/// Data of these years says little of 2009 and 2035: it is told, with the days between
/// which the rules used are known. 鞍山: texts of 2025, checked on 2026-11-27.
#[test]
fn a_day_far_from_the_data_is_told() {
    let far = |from: &str, day: &str| {
        let mut stay = draft(from, "北京", Status::Active, Tier::Three, "30000");
        stay.write(Field::Date, day);
        settled(&stay).far_from
    };
    let known = RulesKnown { from: Some(date(2025, 1, 1)), to: date(2026, 11, 27) };
    for day in ["2009-03-01", "2023-11-01", "2035-03-01"] {
        assert_eq!(far("鞍山", day), Some(known), "{day}");
    }
    // 400 days before and after, nothing is told.
    for day in ["2024-06-01", "2026-11-22", "2027-12-01"] {
        assert_eq!(far("鞍山", day), None, "{day}");
    }
    // An area without figures: the nation's ranges are no rule of any day.
    assert!(far("本溪", "2035-03-01").is_some());
}

/// 成都 child, tier 3, local rate 60 %, deductible 500; a temporary trip is only known by
/// the national range (0–20 points), an unfiled one is cut 0–10 there, after up to 800: filed
/// is no worse.
#[test]
fn filing_is_never_worse_than_the_areas_own_unfiled_rule() {
    let stay = draft("成都", "武汉", Status::Child, Tier::Three, "80500");
    let filed = settled(&trip(stay.clone(), Reason::Other, Filed::Yes));
    let unfiled = settled(&trip(stay, Reason::Other, Filed::No));
    // Best: 80 500 − 80 000 × 0.60 = 32 500; worst: 80 500 − 80 000 × 0.50 = 40 500.
    let expected = Span::between(Money::from_yuan(32_500), Money::from_yuan(40_500));
    assert_eq!(filed.personal(), expected);
    // Worst unfiled: 80 500 − (80 500 − 800) × 0.50 = 40 650.
    let expected = Span::between(Money::from_yuan(32_500), Money::from_yuan(40_650));
    assert_eq!(unfiled.personal(), expected);
}
