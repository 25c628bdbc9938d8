//! The settlement slip over the result.

use ratatui::crossterm::event::Event;

use super::Walk;

/// 鞍山 → 北京, in work, tier 3, filed, 30 000 yuan, all of it eligible: the
/// fund pays (30 000 − 2 000) × 60 % = 16 800, the person 13 200.
const EXACT: &str = "as⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎";

/// Down to the number of that place on the slip.
fn down(places: usize) -> String {
    "↓".repeat(places)
}

/// Total, pooled fund, all funds and personal burden typed in.
fn typed(fund: &str, personal: &str) -> Walk {
    let script = format!("{EXACT} c 3w{}{fund}{}{fund}↓{personal}⏎", down(6), down(5));
    Walk::new((80, 24)).keys(&script)
}

fn says(walk: &Walk, words: &str) {
    let screen = walk.screen();
    assert!(screen.contains(words), "no {words:?} in\n{screen}");
}

#[test]
fn a_slip_as_expected_is_said_to_be() {
    let walk = typed("16800", "13200");
    says(&walk, "结算单与估算一致");
    says(&walk, "结算单各项加起来对得上");
}

#[test]
fn the_cause_of_a_difference_is_named() {
    // Referred: (30 000 − 1 500) × 70 % = 19 950.
    let walk = typed("19950", "10050");
    says(&walk, "差异的原因");
    says(&walk, "按「异地转诊（已备案）」结算");
    says(&walk, "+3,150.00");
}

#[test]
fn a_slip_that_does_not_add_up_is_told() {
    says(&typed("16800", "13000"), "结算单加不拢");
}

#[test]
fn a_wrong_number_is_told_beside_it_and_stays() {
    let walk = Walk::new((80, 24)).keys(&format!("{EXACT} c {}abc⏎", down(6)));
    says(&walk, "> 统筹基金支付");
    says(&walk, "abc");
    says(&walk, "结算单的统筹基金支付 hifp_pay");
    says(&Walk::new((80, 24)).keys(&format!("{EXACT} c⏎")), "至少填一项");
}

#[test]
fn what_was_typed_is_there_again_until_the_next_case() {
    let walk = typed("16800", "13200").keys("⎋");
    says(&walk, "[1 费用]");
    let walk = walk.keys("c");
    says(&walk, "16800");
    let mut walk = walk.keys("⎋");
    walk.event(&super::key(ratatui::crossterm::event::KeyCode::F(5)));
    walk.event(&super::key(ratatui::crossterm::event::KeyCode::F(5)));
    assert!(!walk.keys(EXACT).keys("c").screen().contains("16800"));
}

#[test]
fn a_slip_is_pasted_as_json() {
    let mut walk = Walk::new((80, 24)).keys(&format!("{EXACT} c"));
    walk.event(&Event::Paste("{\"medfee_sumamt\": 30000,\n \"hifp_pay\": \"19950.00\"}".to_owned()));
    says(&walk, "19950.00");
    let mut walk = walk.keys("⏎");
    says(&walk, "按「异地转诊（已备案）」结算");
    walk.event(&Event::Paste("{\"medfee_sumamt\": }".to_owned()));
    says(&walk, "结算单不是 JSON");
    says(&walk, "19950.00");
}
