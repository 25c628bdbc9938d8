//! Who does not know the status or the tier: the range is that of every answer.

use enumset::EnumSet;
use proptest::prelude::*;
use serde_json::Value;
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Field, Possible};
use yidi_core::estimate::{Cause, Classes, Estimate, RuleSets, estimate, prepare};
use yidi_core::num::Money;
use yidi_core::policy::{Book, Scheme, Status, Tier};

use crate::laws::book_laws::estimated;
use crate::support::books::{draws, sheet};
use crate::support::process::{json, said, shown, yidi};
use crate::support::stays::stay;
use crate::support::{TODAY, asked, cases, draft};

/// The case with one status and one tier, as somebody who knows them would give it.
fn known(case: &Case, status: Status, tier: Tier) -> Case {
    let account = if status.scheme() == Scheme::Employee { case.account } else { Money::ZERO };
    Case { status: status.into(), tier: tier.into(), account, ..*case }
}

fn every(case: &Case) -> Vec<Case> {
    let tiers = |status| case.tier.all().iter().map(move |tier| known(case, status, tier));
    case.status.all().iter().flat_map(tiers).collect()
}

fn is_hull(whole: &Estimate, each: &[Estimate]) -> bool {
    let low = each.iter().map(|one| one.low().personal).min();
    let high = each.iter().map(|one| one.high().personal).max();
    (Some(whole.low().personal), Some(whole.high().personal)) == (low, high)
}

proptest! {
    #![proptest_config(cases(asked("YIDI_LAW_BOOKS", 60)))]

    #[test]
    fn the_range_is_from_the_least_to_the_most_of_every_answer(mut draws in draws()) {
        let book = sheet(&draws).book();
        let mut classes = Classes::of_most(9);
        for turn in 0..12 {
            let plain = stay(&mut draws);
            // An age would leave out some of them.
            let mut open = Case { age: None, ..plain };
            if turn % 3 != 0 {
                open.status = Possible::one_of(EnumSet::all()).unwrap();
                open.account = Money::from_yuan(i64::from(draws.below(3_000)));
            }
            if turn % 3 != 1 {
                open.tier = Possible::one_of(EnumSet::all()).unwrap();
            }
            let each: Vec<Option<Estimate>> = every(&open).iter().map(|one| estimated(&book, one)).collect();
            let Some(each) = each.into_iter().collect::<Option<Vec<Estimate>>>() else { continue };
            let whole = estimated(&book, &open).unwrap();
            prop_assert!(is_hull(&whole, &each), "{open:?}");
            let ends = prepare(&book, &open).unwrap().settle(&open);
            prop_assert_eq!((ends.low, ends.high), (*whole.low(), *whole.high()));
            // Rows of a table that are alike share what was looked up.
            classes.of(&book, &open).unwrap();
            let ends = classes.prepare(&book, &open).unwrap().settle(&open);
            prop_assert_eq!((ends.low, ends.high), (*whole.low(), *whole.high()));
        }
    }
}

fn plain(from: &str, open: &[Field]) -> Case {
    let mut draft: Draft = draft(from, "北京", Status::Active, Tier::Three, "5万");
    for field in open {
        if *field == Field::Status {
            (draft.status, draft.status_is_open) = (None, true);
        } else {
            (draft.tier, draft.tier_is_open) = (None, true);
        }
    }
    draft.finish(TODAY).unwrap()
}

#[test]
fn the_range_of_the_shipped_data_is_that_of_every_answer() {
    let book = Book::embedded().unwrap();
    for from in ["鞍山", "上海", "武汉", "营口"] {
        for open in [&[Field::Status][..], &[Field::Tier], &[Field::Status, Field::Tier]] {
            let open = plain(from, open);
            let each: Vec<Estimate> =
                every(&open).iter().filter_map(|one| estimate(&book, one).ok()).collect();
            let whole = estimate(&book, &open).unwrap();
            assert!(is_hull(&whole, &each), "{from}");
            let named: Vec<Cause> = whole.causes.iter().map(|(cause, _)| *cause).collect();
            let has = |cause, is_open: bool| named.contains(&cause) == is_open || from == "营口";
            assert!(has(Cause::Status, open.status.known().is_none()), "{from}: {named:?}");
            // What would narrow it is to know it.
            assert_eq!(
                whole.narrowing().contains(&Field::Status),
                named.contains(&Cause::Status),
                "{from}: {named:?}"
            );
            assert!(RuleSets::of(&book, &open).is_ok());
        }
    }
}

#[test]
fn a_scheme_or_an_age_leaves_fewer_statuses() {
    let mut draft: Draft = draft("鞍山", "北京", Status::Active, Tier::Three, "5万");
    (draft.status, draft.status_is_open) = (None, true);
    let statuses = |draft: &Draft| draft.finish(TODAY).unwrap().status.all();
    assert_eq!(statuses(&draft), EnumSet::all());
    draft.scheme = Some(Scheme::Employee);
    assert_eq!(statuses(&draft), Status::Active | Status::Retired);
    draft.scheme = None;
    draft.write(Field::Age, "70");
    assert_eq!(statuses(&draft), Status::Active | Status::Retired | Status::Senior);
    draft.write(Field::Age, "10");
    assert_eq!(statuses(&draft), EnumSet::only(Status::Child));
}

#[test]
fn every_surface_takes_and_tells_what_is_not_known() {
    const DAY: &str = "--date 2026-11-22";
    let line = json(&["estimate", "鞍山 北京 在职 等级不清楚 5万 已备案", "--json", "--date=2026-11-22"]);
    let options = shown(&yidi(&*format!(
        "estimate --from 鞍山 --to 北京 --status active --tier unknown --total 5万 --filed yes --json {DAY}"
    )));
    let options: Value = serde_json::from_str(&options).unwrap();
    assert_eq!(line, options);
    assert_eq!((&line["case"]["tier"], &line["case"]["status"]), (&Value::Null, &Value::from("active")));
    // 鞍山, employee: tier 3 is 22,700 at the best; the worst is that of some tier.
    assert_ne!(line["best"]["tier"], Value::Null);
    let open = yidi(&*format!("estimate 上海 北京 身份不清楚 三级 5万 已备案 {DAY}"));
    let parts = ["身份不清楚", "参保人的身份", "最低的一端按职工退休", "最高的一端按居民成年", "险种与身份"];
    for part in parts {
        assert!(shown(&open).contains(part), "{part}: {}", shown(&open));
    }
    let open =
        yidi(&*format!("estimate anshan beijing status-unknown tier-unknown 5w filed --lang en {DAY}"));
    for part in ["Status not known", "Tier not known", "Which status the person has"] {
        assert!(shown(&open).contains(part), "{part}: {} {}", shown(&open), said(&open));
    }
    let list = yidi(&*format!("checklist 鞍山 北京 身份不清楚 {DAY}"));
    assert!(shown(&list).contains("身份不清楚"), "{}", shown(&list));
}
