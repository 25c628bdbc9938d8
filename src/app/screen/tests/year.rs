//! The next stay, and the stays of a year one below the other.

use super::{EXACT, PLAIN, Walk};
use yidi_core::answers::YearStays;

fn walk(script: &str) -> Walk {
    Walk::new((80, 24)).keys(script)
}

fn says(walk: &Walk, words: &str) {
    let screen = walk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn the_next_stay_keeps_the_person_and_carries_the_year() {
    let walk = walk(&format!("{EXACT}n"));
    says(&walk, "鞍山市 → 北京市");
    says(&walk, "第 2 次");
    // Away nothing is known of a further deductible: from none to 2 000.
    let walk = walk.keys("3w⇥⇥⇥⇥0⇥0⇥0⏎");
    says(&walk, "12,000.00 ～ 13,200.00");
    let case = walk.model.result.as_ref().unwrap().case();
    assert_eq!((case.year.admissions, case.year.fund.to_string()), (1, "16800.00".to_owned()));
    // Together 13 200 + 12 000 to 13 200.
    says(&walk.keys("a"), "25,200.00 ～ 26,400.00");
}

#[test]
fn a_stay_is_opened_repeated_moved_and_taken_out() {
    let two = format!("{EXACT}n3w⇥⇥⇥⇥0⇥0⇥0⏎a");
    // Three times the second one: 12 000 to 13 200 each, but the cap of 85 000 is not passed.
    says(&walk(&format!("{two}++")), "49,200.00 ～ 52,800.00");
    says(&walk(&format!("{two}++")), "3×30,000.00");
    // The first one is opened: nothing came before it.
    let first = walk(&format!("{two}↑⏎"));
    says(&first, "13,200.00");
    assert_eq!(first.model.result.as_ref().unwrap().case().year.admissions, 0);
    assert_eq!(YearStays::of(&first.model.draft).stays.len(), 2);
    // Moved up, the second one is the first.
    let moved = walk(&format!("{two}[⏎"));
    assert_eq!(
        (YearStays::of(&moved.model.draft).here, moved.model.result.as_ref().unwrap().case().year.admissions),
        (0, 0)
    );
    let mut alone = walk(&two);
    alone.event(&super::key(ratatui::crossterm::event::KeyCode::Delete));
    let alone = alone.keys("⎋");
    assert_eq!(alone.model.draft.year, None);
    assert_eq!(alone.model.result.as_ref().unwrap().case().year.admissions, 0);
}

/// What the slip says stands: 20 000 were really paid, 10 000 by the person.
#[test]
fn a_slip_stands_instead_of_the_estimate() {
    let down = |places: usize| "↓".repeat(places);
    let paid = format!("{EXACT}c3w{}20000{}20000↓10000⏎⎋n3w⇥⇥⇥⇥0⇥0⇥0⏎", down(6), down(5));
    let walk = walk(&paid);
    assert_eq!(walk.model.result.as_ref().unwrap().case().year.fund.to_string(), "20000.00");
    let walk = walk.keys("a");
    says(&walk, "已结算");
    says(&walk, "22,000.00 ～ 23,200.00");
}

/// Esc on the bill of a stay that was just begun: it is as before.
#[test]
fn a_stay_that_was_not_begun_is_given_up() {
    let walk = walk(&format!("{EXACT}n⎋"));
    says(&walk, "13,200.00");
    assert_eq!(walk.model.draft.year, None);
    assert_eq!(walk.model.result.as_ref().unwrap().case().year.admissions, 0);
    // What was typed of it stays.
    let walk = walk.keys("n3w⎋");
    assert_eq!(YearStays::of(&walk.model.draft).stays.len(), 2);
    assert_eq!(walk.model.result.as_ref().unwrap().case().year.admissions, 1);
}

#[test]
fn leaving_asks_where_a_year_would_be_lost() {
    let walk = walk(&format!("{PLAIN}n")).ctrl_c();
    assert!(!walk.left);
}
