//! A bill that is not known yet, or only between two amounts.

use crate::support::process::{said, shown, yidi};
use crate::support::{TODAY, draft};
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Field};
use yidi_core::estimate::{Cause, EstimateError, estimate, ladder};
use yidi_core::num::Money;
use yidi_core::policy::{Book, Status, Tier};

fn case(from: &str, to: &str, status: Status, total: &str) -> Case {
    let mut draft: Draft = draft(from, to, status, Tier::Three, total);
    // What is not eligible is not known.
    for part in crate::support::PARTS {
        draft.write(part, "");
    }
    draft.finish(TODAY).unwrap()
}

/// Areas of every kind: own figures, none, a cap that is reached, a whole province.
const TRIPS: [(&str, &str, Status); 5] = [
    ("鞍山", "北京", Status::Active),
    ("本溪", "上海", Status::Retired),
    ("北京", "上海", Status::Adult),
    ("辽宁", "上海", Status::Active),
    ("重庆", "北京", Status::Active),
];

#[test]
fn a_span_is_the_best_of_its_lower_and_the_worst_of_its_higher_end() {
    let book = Book::embedded().unwrap();
    let of = |case: &Case| estimate(&book, case).unwrap();
    for (from, to, status) in TRIPS {
        let span = of(&case(from, to, status, "3-60万"));
        let ends = ["3万", "60万"].map(|total| of(&case(from, to, status, total)));
        assert_eq!(span.personal().low(), ends[0].personal().low(), "{from}");
        assert_eq!(span.personal().high(), ends[1].personal().high(), "{from}");
        for total in ["3.5万", "8万", "19万", "41万", "60万"] {
            let inside = of(&case(from, to, status, total)).personal();
            let holds = span.personal().low() <= inside.low() && inside.high() <= span.personal().high();
            assert!(holds, "{from} {total}");
        }
        let Some((_, less)) = span.causes.iter().find(|(cause, _)| *cause == Cause::Bill) else {
            panic!("{from}: {:?}", span.causes)
        };
        assert!(*less > Money::ZERO && span.narrowing().contains(&Field::Total), "{from}");
        assert!(ends[0].causes.iter().all(|(cause, _)| *cause != Cause::Bill), "{from}");
    }
}

/// A bill of 50 000 to 80 000, of which 5 % to 20 % is not covered, 65 % above 2 000 in
/// 鞍山: at worst 80 000 - (64 000 - 2 000) x 65 % = 39 700. The smaller bill alone makes
/// 50 000 - (40 000 - 2 000) x 65 % = 25 300; only 5 % uncovered 80 000 - 74 000 x 65 % = 31 900.
#[test]
fn the_bill_and_what_is_not_covered_of_it_are_causes_apart() {
    let book = Book::embedded().unwrap();
    let mut span = case("鞍山", "北京", Status::Retired, "5-8万");
    span.filed = yidi_core::case::Filed::Planned;
    let span = estimate(&book, &span).unwrap();
    let less = |cause| span.causes.iter().find(|(one, _)| *one == cause).map(|(_, money)| *money);
    assert_eq!(span.personal().high(), Money::from_yuan(39_700));
    assert_eq!(less(Cause::Bill), Some(Money::from_yuan(39_700 - 25_300)));
    let uncovered = Cause::Item(yidi_core::policy::Item::UncoveredShare);
    assert_eq!(less(uncovered), Some(Money::from_yuan(39_700 - 31_900)));
}

#[test]
fn without_a_bill_there_is_a_ladder_of_bills() {
    let book = Book::embedded().unwrap();
    for (from, to, status) in TRIPS {
        let open = case(from, to, status, "");
        assert_eq!(estimate(&book, &open).err(), Some(EstimateError::NoBill));
        let rungs = ladder(&book, &open).unwrap();
        assert!(rungs.len() >= 6 && rungs.windows(2).all(|two| two[0].total < two[1].total));
        assert!(
            rungs.windows(2).all(|two| two[0].personal.span.high() <= two[1].personal.span.high()),
            "{from}"
        );
        for rung in rungs {
            let known = case(from, to, status, &rung.total.to_string());
            assert_eq!(estimate(&book, &known).unwrap().burden(), rung.personal, "{from} {}", rung.total);
        }
    }
    // A part that is known leaves out the bills below it.
    let mut draft = draft("鞍山", "北京", Status::Active, Tier::Three, "");
    draft.write(Field::OwnExpense, "3万");
    let rungs = ladder(&book, &draft.finish(TODAY).unwrap()).unwrap();
    assert_eq!(rungs.first().map(|rung| rung.total), Some(Money::from_yuan(50_000)));
}

#[test]
fn the_command_line_takes_a_span_and_shows_the_ladder_without_a_bill() {
    let open = yidi("estimate 鞍山 北京 在职 三级 已备案 --date 2026-11-22");
    assert_eq!(open.status.code(), Some(0), "{}", said(&open));
    // 50 000: worked out by hand in the worked examples.
    let words: Vec<String> = shown(&open).split_whitespace().map(str::to_owned).collect();
    let words = words.join(" ");
    for part in ["如果总费用是", "50,000.00 22,700.00 ～ 27,200.00", "yidi checklist"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    for command in ["estimate 鞍山 北京 在职 三级 --json", "compare 鞍山 北京 在职 三级"] {
        let refused = yidi(command);
        assert_eq!(refused.status.code(), Some(2), "{command}");
        assert!(said(&refused).contains("还不知道总费用"), "{command}: {}", said(&refused));
    }
    let span = yidi("estimate 鞍山 北京 在职 三级 5-8万 已备案 --date 2026-11-22 --json");
    let json: serde_json::Value = serde_json::from_str(&shown(&span)).unwrap();
    let total = serde_json::json!({ "low": "50000.00", "high": "80000.00" });
    assert_eq!(json["case"]["bill"]["total"], total);
    assert_eq!(
        (&json["best"]["lines"]["total"], &json["worst"]["lines"]["total"]),
        (&total["low"], &total["high"])
    );
    assert_eq!(json["personal"]["low"], "22700.00");
    let schema: serde_json::Value = serde_json::from_str(&shown(&yidi("schema"))).unwrap();
    assert!(jsonschema::is_valid(&schema, &json));
    let text = yidi("estimate 鞍山 北京 在职 三级 约5万 已备案 --date 2026-11-22");
    assert!(shown(&text).contains("45,000.00") && shown(&text).contains("总费用是多少"), "{}", shown(&text));
}
