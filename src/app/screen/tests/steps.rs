//! The questions: picking, typing, going back, changing.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::screens::SIZES;
use super::{PLAIN, Walk, key};
use crate::screen::model::{Notice, Screen};
use crate::screen::overlay::Overlay;
use crate::screen::steps::trip::Focus;
use crate::words::{Lang, Text};
use yidi_core::answers::Step;
use yidi_core::case::Field;
use yidi_core::policy::{Status, Tier};

/// What was perhaps meant is picked only by who goes to it: Enter alone takes no
/// place that nobody typed.
#[test]
fn a_place_that_was_misspelt_is_picked_from_what_looks_like_it() {
    let walk = Walk::new((80, 24)).keys("anshann⏎");
    assert_eq!(walk.model.draft.insured, None);
    assert!(walk.screen().contains("   鞍山市"), "{}", walk.screen());
    assert!(walk.screen().contains("按 ↓ 选一个"), "{}", walk.screen());
    let walk = walk.keys("↓⏎");
    assert_eq!(walk.model.draft.insured.map(yidi_core::places::Place::name), Some("鞍山市"));
}

#[test]
fn twelve_presses_make_a_plain_case() {
    assert_eq!(PLAIN.chars().filter(|c| *c != ' ').count(), 12);
    let walk = Walk::new((80, 24)).keys(PLAIN);
    assert_eq!(walk.model.screen, Screen::Result);
    assert!(walk.screen().contains("22,700.00 ～ 27,200.00 元"), "{}", walk.screen());
}

/// Typed before the terminal was ready, or pasted into a console of Windows.
#[test]
fn a_line_feed_is_an_enter() {
    for code in [KeyCode::Char('j'), KeyCode::Enter] {
        let mut walk = Walk::new((80, 24)).keys("as");
        walk.event(&Event::Key(KeyEvent::new(code, KeyModifiers::CONTROL)));
        assert_eq!(walk.model.screen, Screen::Step(Step::CarePlace), "{code:?}");
    }
}

#[test]
fn full_width_digits_and_question_mark_work_as_well() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ １３ ５万⏎ ⏎");
    assert_eq!(walk.model.screen, Screen::Result);
    assert!(Walk::new((80, 24)).keys("？").model.help.is_some());
}

#[test]
fn the_digit_of_a_tier_is_the_tier() {
    for (digit, tier) in [('3', Tier::Three), ('2', Tier::Two), ('1', Tier::One), ('0', Tier::Primary)] {
        let walk = Walk::new((80, 24)).keys(&format!("as⏎ bj⏎ 1 {digit}"));
        assert_eq!(walk.model.draft.tier, Some(tier));
    }
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 7");
    assert_eq!((walk.model.screen, walk.model.draft.tier), (Screen::Step(Step::Tier), None));
}

#[test]
fn back_keeps_every_answer_and_forward_needs_only_enter() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 2 3 5w⏎ ⎋⎋⎋⎋⎋");
    assert_eq!(walk.model.screen, Screen::Step(Step::Insured));
    let walk = walk.keys("⏎⏎⏎⏎⏎⏎");
    assert_eq!(walk.model.screen, Screen::Result);
    assert_eq!(walk.model.draft.status, Some(Status::Retired));
    assert_eq!(walk.model.draft.insured.map(yidi_core::places::Place::name), Some("鞍山市"));
}

#[test]
fn an_answer_changed_from_the_check_page_comes_straight_back() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5w⏎ 4 2");
    assert_eq!(walk.model.screen, Screen::Step(Step::Check));
    assert_eq!(walk.model.draft.tier, Some(Tier::Two));
    let walk = walk.keys("1 沈阳⏎");
    assert_eq!(walk.model.screen, Screen::Step(Step::Check));
    assert_eq!(walk.model.draft.insured.map(yidi_core::places::Place::name), Some("沈阳市"));
    let given_up = walk.keys("3⎋");
    assert_eq!(given_up.model.screen, Screen::Step(Step::Check));
}

#[test]
fn esc_clears_the_filter_then_closes_the_province_then_asks_before_leaving() {
    let walk = Walk::new((80, 24)).keys("↓↓⏎ shi⎋");
    assert_eq!(walk.model.insured.input.value(), "");
    assert!(walk.model.insured.open.is_some());
    let walk = walk.keys("⎋");
    assert!(walk.model.insured.open.is_none());
    let walk = walk.keys("⎋");
    assert!(matches!(walk.model.overlay, Some(Overlay::Leave)));
    assert!(!walk.left);
    assert!(walk.keys("⏎").left);
}

#[test]
fn ctrl_c_leaves_at_once_only_where_nothing_is_lost() {
    assert!(Walk::new((80, 24)).ctrl_c().left);
    let walk = Walk::new((80, 24)).keys("as⏎").ctrl_c();
    assert!(!walk.left);
    assert_eq!(walk.model.notice, Some(Notice::LeaveAgain));
    assert!(walk.ctrl_c().left);
    let changed_mind = Walk::new((80, 24)).keys("as⏎").ctrl_c().keys("b").ctrl_c();
    assert!(!changed_mind.left, "a key in between takes the warning back");
}

#[test]
fn a_bad_amount_stays_with_its_message_beside_it() {
    for (typed, message) in [
        ("abc", "看不懂这个金额"),
        ("-5", "金额不能是负数"),
        ("99999999999", "金额太大"),
        ("1.234", "最多两位小数"),
        ("1,23", "逗号位置不对"),
    ] {
        let walk = Walk::new((80, 24)).keys(&format!("as⏎ bj⏎ 1 3 {typed}⏎"));
        assert_eq!(walk.model.screen, Screen::Step(Step::Trip), "{typed}");
        assert_eq!(walk.model.draft.typed(Field::Total), typed);
        assert!(walk.screen().contains(message), "{typed}: {}", walk.screen());
    }
}

#[test]
fn without_a_bill_the_list_is_shown_at_once_and_a_bill_is_chosen_from_several() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 ⏎");
    assert_eq!(walk.model.screen, Screen::Step(Step::Check));
    assert!(walk.screen().contains("总费用                不知道"), "{}", walk.screen());
    let walk = walk.keys("⏎");
    assert_eq!(walk.model.screen, Screen::Result);
    assert!(walk.screen().contains("[2 清单]"), "{}", walk.screen());
    let walk = walk.keys("1");
    assert!(
        walk.screen().contains("还不知道总费用") && walk.screen().contains("如果总费用是"),
        "{}",
        walk.screen()
    );
    let walk = walk.keys("↓↓↓⏎");
    assert_eq!(walk.model.draft.typed(Field::Total), "50000.00");
    assert!(walk.screen().contains("22,700.00 ～ 27,200.00 元"), "{}", walk.screen());
    assert!(walk.keys("3").screen().contains("[3 对比]"));
    let span = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5-8w");
    assert!(span.screen().contains("识别为 50,000.00 ～ 80,000.00 元"), "{}", span.screen());
    let span = span.keys("⏎⏎↓↓↓↓↓↓↓↓↓");
    assert!(span.screen().contains("总费用是多少"), "{}", span.screen());
    // A tenth more of both ends.
    assert_eq!(span.keys("+").model.draft.typed(Field::Total), "55000.00-85000.00");
}

#[test]
fn parts_above_the_total_are_told_beside_the_part() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5w⇥⇥⇥⏎⇥6w⏎");
    // The message may go over two lines.
    let screen: String = walk.screen().split_whitespace().collect();
    assert!(screen.contains("合计60,000.00元，超过总费用50,000.00元"), "{screen}");
    assert_eq!(walk.model.draft.typed(Field::OwnExpense), "6w");
}

#[test]
fn what_may_stay_unknown_is_answered_under_more_and_counts() {
    // 重庆 retired at home, second stay, 40 000 of the fund's 47 000 used, 160.42 on the account.
    let mut walk = Walk::new((80, 60)).keys("cq⏎ cq⏎ 2 3 30000⇥⏎");
    for (field, answer) in [
        (Field::OwnExpense, "0"),
        (Field::Prepay, "0"),
        (Field::OverLimit, "0"),
        (Field::Date, "2026-11-22"),
        (Field::Age, "70"),
        (Field::Hardship, "1"),
        (Field::Account, "160.42"),
        (Field::Admission, "2"),
        (Field::YtdFund, "4w"),
    ] {
        while walk.model.trip.focus != Focus::Field(field) {
            walk = walk.keys("⇥");
        }
        walk = walk.keys(answer);
    }
    let walk = walk.keys("⏎⏎");
    assert_eq!(walk.model.screen, Screen::Result, "{}", walk.screen());
    // Summed by hand in the test of the command line: 1 160.42, of it 1 000.00 in cash.
    assert!(walk.screen().contains("1,160.42"), "{}", walk.screen());
    assert!(walk.screen().contains("1,000.00"), "{}", walk.screen());
}

#[test]
fn every_question_of_step_5_can_be_reached_and_left() {
    let mut walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 2 3 5w⇥⇥⇥⏎");
    let asked = yidi_core::answers::trip_fields(&walk.model.draft, true);
    let mut seen = Vec::new();
    for _ in 0..=asked.len() {
        if let Focus::Field(field) = walk.model.trip.focus {
            assert!(
                walk.screen().contains(&Text::new(Lang::Zh).field(field)),
                "{field:?}\n{}",
                walk.screen()
            );
            seen.push(field);
        }
        walk = walk.keys("⇥");
    }
    assert!(asked.iter().all(|field| seen.contains(field)), "{asked:?}\n{seen:?}");
}

#[test]
fn a_paste_fills_the_field_and_never_goes_on() {
    let mut walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3");
    walk.event(&Event::Paste("50000\n\u{1b}[31m".to_owned()));
    assert_eq!(walk.model.screen, Screen::Step(Step::Trip));
    assert_eq!(walk.model.draft.typed(Field::Total), "50000[31m");
}

#[test]
fn the_corps_is_no_dead_end() {
    let walk = Walk::new((80, 24)).keys("兵团⏎ bj⏎ 1 3 5w⏎ ⏎");
    assert_eq!(walk.model.screen, Screen::Result);
    let listed = Walk::new((80, 24)).keys("↑⏎↓⏎");
    assert_eq!(listed.model.draft.insured.map(yidi_core::places::Place::name), Some("石河子市"));
}

#[test]
fn items_of_the_list_are_ticked_by_their_id() {
    let walk = Walk::new((80, 24)).keys(&format!("{PLAIN} 2"));
    assert!(walk.screen().contains("共 10 件事  还差 10 项") && walk.screen().contains(" > [ ] "));
    let walk = walk.keys("↓⏎");
    assert!(walk.screen().contains(" > [ ] "), "Enter too many ticks nothing: {}", walk.screen());
    let walk = walk.keys("␣");
    assert!(walk.screen().contains(" > [x] ") && walk.screen().contains("还差 9 项"), "{}", walk.screen());
    // An answer changed and the result computed anew: what is done stays done.
    let walk = walk.keys("⎋ 4 2 ⏎ 2");
    assert!(walk.screen().contains(" [x] ") && walk.screen().contains("还差 9 项"), "{}", walk.screen());
    let elsewhere = walk.keys("⎋ 2 sh⏎ ⏎ 2");
    assert!(elsewhere.screen().contains("还差 10 项"), "another trip: {}", elsewhere.screen());
    let mut walk = elsewhere.keys("↓␣");
    assert!(walk.screen().contains(" > [x] ") && walk.screen().contains("还差 9 项"), "{}", walk.screen());
    walk.event(&key(KeyCode::Char(' ')));
    assert!(walk.screen().contains(" > [ ] ") && walk.screen().contains("还差 10 项"), "{}", walk.screen());
    walk = walk.keys("↑");
    for _ in 0..10 {
        walk = walk.keys("␣↓");
    }
    assert!(walk.screen().contains("全部办完"), "{}", walk.screen());
    walk.event(&key(KeyCode::F(5)));
    walk.event(&key(KeyCode::F(5)));
    let anew = walk.keys(&format!("{PLAIN} 2"));
    assert!(anew.screen().contains("还差 10 项"), "the next person sees no tick of the last one");
}

#[test]
fn the_highlighted_item_of_the_list_is_always_in_sight() {
    for size in SIZES {
        let mut walk = Walk::new(size).keys(&format!("{PLAIN} 2"));
        for row in 1..=10 {
            let screen = walk.screen();
            assert!(
                screen.contains(" > [ ] ") && screen.contains(&format!("{row} / 10")),
                "{size:?}: {screen}"
            );
            assert!(screen.contains("还差 10 项"), "the head stays: {screen}");
            walk = walk.keys("↓");
        }
    }
}

#[test]
fn enter_opens_the_row_one_went_to_and_shows_the_result_from_the_first() {
    const CHECK: &str = "as⏎ bj⏎ 1 3 5w⏎";
    assert_eq!(Walk::new((80, 24)).keys(CHECK).keys("⏎").model.screen, Screen::Result);
    let opened = Walk::new((80, 24)).keys(CHECK).keys("↓↓↓⏎");
    assert_eq!(opened.model.screen, Screen::Step(Step::Status));
    let back = opened.keys("2");
    assert_eq!(back.model.draft.status, Some(Status::Retired));
    assert_eq!((back.model.screen, back.model.check_row), (Screen::Step(Step::Check), 0));
    assert_eq!(back.keys("⏎").model.screen, Screen::Result, "who changed an answer goes on by Enter");
    let given_up = Walk::new((80, 24)).keys(CHECK).keys("↓↓↓⏎⎋↑⏎");
    assert_ne!(given_up.model.screen, Screen::Result, "the row one came from stays highlighted");
    let mut walk = Walk::new((80, 24)).keys(CHECK);
    assert!(
        walk.screen().contains(" > 看结果") && walk.screen().contains("Enter 看结果"),
        "{}",
        walk.screen()
    );
    walk = walk.keys("↓");
    assert!(walk.screen().contains("Enter 修改"), "{}", walk.screen());
}

#[test]
fn chronic_care_without_a_disease_says_what_is_missing() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 ↑3⏎");
    assert_eq!(walk.model.trip.focus, Focus::Field(Field::Disease));
    assert!(walk.screen().contains("门诊慢特病要选一个病种"), "{}", walk.screen());
    assert!(walk.screen().contains("其他病种或不清楚"), "{}", walk.screen());
    // A digit picks and goes on to the bill.
    let walk = walk.keys("1 2k⏎⏎");
    assert_eq!(walk.model.draft.disease, Some(yidi_core::policy::Disease::Hypertension));
    assert_eq!(walk.model.screen, Screen::Result);
    assert!(walk.screen().contains("高血压"), "the header names it: {}", walk.screen());
}

#[test]
fn f5_asks_where_something_would_be_lost_and_not_at_a_counter() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN);
    walk.event(&key(KeyCode::F(5)));
    assert_eq!((walk.model.screen, &walk.model.notice), (Screen::Result, &Some(Notice::BeginAgain)));
    // A key in between takes the warning back.
    let mut walk = walk.keys("↓");
    walk.event(&key(KeyCode::F(5)));
    assert!(walk.model.has_answers());
    walk.event(&key(KeyCode::F(5)));
    assert!(!walk.model.has_answers());
    let mut counter = Walk::new((80, 24));
    counter.model.at_counter = true;
    for _ in 0..2 {
        counter = counter.keys(PLAIN);
        counter.event(&key(KeyCode::F(5)));
        assert!(!counter.model.has_answers() && counter.model.at_counter);
    }
}

#[test]
fn f5_begins_anew() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN);
    walk.event(&key(KeyCode::F(5)));
    walk.event(&key(KeyCode::F(5)));
    assert_eq!(walk.model.screen, Screen::Step(Step::Insured));
    assert!(!walk.model.has_answers() && walk.model.result.is_none());
}

#[test]
fn no_size_panics_and_a_resize_keeps_everything() {
    let mut walk = Walk::new((80, 24)).keys(PLAIN);
    for columns in [1, 2, 20, 59, 60, 61, 99, 100, 200] {
        for rows in [1, 5, 19, 20, 24, 60] {
            walk.event(&Event::Resize(columns, rows));
            walk.screen();
        }
    }
    assert_eq!(walk.model.screen, Screen::Result);
}

#[test]
fn no_word_is_cut_at_the_right_edge() {
    // A frame one column wider shows the same text: nothing was lost at the edge.
    for script in ["", "as", "as⏎ bj⏎", "as⏎ bj⏎ 1", "as⏎ bj⏎ 1 3 5w⏎", PLAIN] {
        let words = |columns| {
            let screen = Walk::new((columns, 24)).keys(script).screen();
            // The footer shows as many keys as fit.
            let above = screen.lines().take(23);
            let kept: String =
                above.flat_map(str::chars).filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
            kept
        };
        assert_eq!(words(80), words(81), "{script}");
    }
}
