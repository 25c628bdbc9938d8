//! The curve of a case: what it draws is what the estimate says, and it begins where
//! the rules begin.

use yidi_core::answers::{Draft, express};
use yidi_core::case::{Bill, Case, Filed};
use yidi_core::estimate::{Turn, curve, estimate};
use yidi_core::num::Money;
use yidi_core::policy::Book;

use crate::support::TODAY;

fn of_line(line: &str) -> Case {
    express(line, &Draft::default())
        .draft
        .finish(TODAY)
        .unwrap_or_else(|problems| panic!("{line}: {problems:?}"))
}

/// A bill of which everything is eligible.
fn exact(total: i64) -> Case {
    let case = of_line("鞍山 北京 职工在职 三级 1万");
    let nothing = Some(Money::ZERO);
    let bill = Bill { own_expense: nothing, prepay: nothing, over_limit: nothing, ..case.bill };
    Case { bill: bill.of(Money::from_yuan(total)), ..case }
}

#[test]
fn every_point_is_the_estimate_of_its_bill() {
    let book = Book::embedded().unwrap();
    for line in [
        "鞍山 北京 职工在职 三级 5万",
        "本溪 上海 职工在职 三级 20万 备案不知道",
        "辽宁 上海 居民成年 二级 8万",
        "杭州 上海 职工在职 三级 8万 未备案",
    ] {
        let case = of_line(line);
        let curve = curve(&book, &case).unwrap();
        assert!(curve.points.windows(2).all(|pair| pair[0].total < pair[1].total), "{line}");
        assert!(curve.points.iter().any(|point| point.total == case.bill.high()), "{line}: its own bill");
        for point in curve.points.iter().step_by(9) {
            let at = Case { bill: case.bill.of(point.total), ..case };
            assert_eq!(estimate(&book, &at).unwrap().personal(), point.personal(), "{line}: {}", point.total);
            let Some((other, filed)) = point.other.zip(curve.other) else { continue };
            let other_way = estimate(&book, &Case { filed, ..at }).unwrap();
            assert_eq!(other_way.personal(), other, "{line}: {}", point.total);
        }
    }
}

#[test]
fn something_begins_where_the_rules_say() {
    let book = Book::embedded().unwrap();
    let case = exact(30_000);
    let curve = curve(&book, &case).unwrap();
    // The deductible is 2 000: from 2 000.01 on the fund pays, told to the yuan.
    let first = curve.marks.iter().find(|mark| mark.turn == Turn::Deductible).unwrap();
    assert_eq!((first.from, first.to), (Money::from_yuan(2_001), Some(Money::from_yuan(2_001))));
    for mark in &curve.marks {
        assert!(mark.from <= curve.most() && mark.to.is_none_or(|to| mark.from <= to), "{mark:?}");
    }
    assert!(curve.marks.windows(2).all(|pair| pair[0].from <= pair[1].from));
    assert!(curve.most() >= Money::from_yuan(60_000));
}

#[test]
fn filing_is_drawn_beside_only_where_it_changes_something() {
    let book = Book::embedded().unwrap();
    let of = |line: &str| {
        let curve = curve(&book, &of_line(line)).unwrap();
        curve.other
    };
    assert_eq!(of("广州 北京 职工在职 三级 5万"), Some(Filed::No));
    assert_eq!(of("广州 北京 职工在职 三级 5万 未备案"), Some(Filed::Planned));
    assert_eq!(of("鞍山 鞍山 职工在职 三级 5万"), None, "at home");
    assert_eq!(of("广州 北京 职工在职 三级 5万 急诊"), None, "an emergency needs no filing");
    assert_eq!(of("鞍山 北京 职工在职 三级 5万"), None, "filed or not, 60 % are paid");
}

#[test]
fn the_largest_bill_and_none_have_a_curve() {
    let book = Book::embedded().unwrap();
    for total in [0, 1, 99_999_999] {
        let curve = curve(&book, &exact(total)).unwrap();
        assert_eq!(curve.points[0].total, Money::ZERO);
        assert!(curve.points.len() > 60 && curve.most() >= Money::from_yuan(90_000), "{total}");
    }
}

/// Parts that are known stay the same share of the bill.
#[test]
fn the_parts_of_a_bill_grow_with_it() {
    let book = Book::embedded().unwrap();
    let mut case = exact(30_000);
    case.bill.own_expense = Some(Money::from_yuan(3_000));
    let curve = curve(&book, &case).unwrap();
    let at = curve.points.iter().find(|point| point.total == Money::from_yuan(60_000)).unwrap();
    assert_eq!(at.low.eligible, Money::from_yuan(54_000));
    assert_eq!(at.low.split, Some([Money::from_yuan(6_000), Money::ZERO, Money::ZERO]));
}
