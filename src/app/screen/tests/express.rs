//! A whole case in one line.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::Walk;
use crate::screen::model::Screen;
use yidi_core::answers::Step;
use yidi_core::case::{Field, Filed};
use yidi_core::policy::{Status, Tier};

fn express(mut walk: Walk, line: &str) -> Walk {
    walk.event(&Event::Key(KeyEvent::new(KeyCode::Char('e'), KeyModifiers::CONTROL)));
    for c in line.chars() {
        walk.event(&super::key(KeyCode::Char(c)));
    }
    walk
}

#[test]
fn one_line_is_a_whole_case() {
    let walk = express(Walk::new((80, 24)), "as bj zg 3 5w");
    assert!(walk.screen().contains("总费用  50,000.00 元"), "{}", walk.screen());
    let walk = walk.keys("⏎");
    assert_eq!(walk.model.screen, Screen::Result, "{}", walk.screen());
    assert!(walk.screen().contains("22,700.00 ～ 27,200.00 元"), "{}", walk.screen());
}

#[test]
fn what_is_missing_is_asked() {
    let walk = express(Walk::new((80, 24)), "鞍山 北京 退休 未备案");
    assert!(walk.screen().contains("接着会问：医院等级、总费用"), "{}", walk.screen());
    let walk = walk.keys("⏎");
    assert_eq!(walk.model.screen, Screen::Step(Step::Tier));
    assert_eq!((walk.model.draft.status, walk.model.draft.filed), (Some(Status::Retired), Filed::No));
}

#[test]
fn a_word_nobody_understands_is_told_before_it_is_passed_over() {
    let walk = express(Walk::new((80, 24)), "鞍山 北京 职工 三级 5万 火星").keys("⏎");
    assert!(walk.screen().contains("看不懂「火星」"), "{}", walk.screen());
    assert!(walk.screen().contains("再按 Enter 不管它"), "{}", walk.screen());
    assert_eq!(walk.model.screen, Screen::Step(Step::Insured));
    assert_eq!(walk.keys("⏎").model.screen, Screen::Result);
}

#[test]
fn a_line_over_a_result_changes_only_what_it_says() {
    let walk = express(Walk::new((80, 24)).keys(super::PLAIN), "二级 退休").keys("⏎");
    assert_eq!((walk.model.draft.tier, walk.model.draft.status), (Some(Tier::Two), Some(Status::Retired)));
    assert_eq!(walk.model.draft.typed(Field::Total), "5w");
    // A line that names an insured area is about somebody else.
    let walk = express(walk, "沈阳 上海 职工 三级 3万").keys("⏎");
    assert_eq!(
        (walk.model.draft.typed(Field::Total), walk.model.draft.status),
        ("3万", Some(Status::Active))
    );
}

#[test]
fn a_long_line_keeps_its_caret_in_view() {
    let walk = express(Walk::new((60, 20)), &"鞍山 ".repeat(40));
    let screen = walk.screen();
    let caret: u16 = screen.lines().last().unwrap().split([' ', ',']).nth(1).unwrap().parse().unwrap();
    assert!(caret < 60, "{screen}");
}
