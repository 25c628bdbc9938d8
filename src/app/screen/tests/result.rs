//! The result: views, explanations, what-if, undo, palette.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::{PLAIN, Walk, key};
use crate::screen::model::{Notice, Screen};
use crate::screen::overlay::Overlay;
use crate::words::Lang;
use yidi_core::answers::Step;
use yidi_core::case::{Field, Filed, Reason};
use yidi_core::policy::{Status, Tier};

/// The plain case with its bill split: 鞍山, filed, 30 000: 13 200.00.
const EXACT: &str = "as⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎";

fn alt(walk: &mut Walk, code: KeyCode) {
    walk.event(&Event::Key(KeyEvent::new(code, KeyModifiers::ALT)));
}

#[test]
fn what_if_referred_is_two_presses() {
    let walk = Walk::new((80, 24)).keys(EXACT);
    assert!(walk.screen().contains("13,200.00 元"), "{}", walk.screen());
    let walk = walk.keys("r5");
    assert_eq!((walk.model.draft.filed, walk.model.draft.reason), (Filed::No, Reason::Other));
    let walk = walk.keys("r2");
    assert_eq!((walk.model.draft.filed, walk.model.draft.reason), (Filed::Planned, Reason::Referral));
    assert!(walk.screen().contains("异地转诊"), "{}", walk.screen());
    // Referred: 30 000 − 28 500 × 0.70 = 10 050.00
    assert!(walk.screen().contains("10,050.00 元"), "{}", walk.screen());
}

/// A referral that was only tried out leaves nothing behind: the list of the
/// unfiled trip asks for no referral form.
#[test]
fn a_route_that_was_tried_out_does_not_stay_the_reason() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("r2").keys("r5");
    assert_eq!((walk.model.draft.reason, walk.model.draft.filed), (Reason::Other, Filed::No));
    let walk = walk.keys("2");
    assert!(walk.screen().contains("其他临时外出就医人员"), "{}", walk.screen());
}

#[test]
fn another_total_is_typed_over_the_old_one() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("=6w⏎");
    assert_eq!(walk.model.draft.typed(Field::Total), "6w");
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 3w⇥↑4w");
    assert_eq!(walk.model.draft.typed(Field::Total), "4w");
}

#[test]
fn tier_status_hardship_total_and_date_are_nudged() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("t2 s2 h");
    let draft = &walk.model.draft;
    assert_eq!((draft.tier, draft.status, draft.hardship), (Some(Tier::Two), Some(Status::Retired), true));
    let walk = walk.keys("h +");
    assert_eq!(walk.model.draft.typed(Field::Total), "32000.00");
    assert!(!walk.model.draft.hardship);
    let walk = walk.keys("--");
    assert_eq!(walk.model.draft.typed(Field::Total), "28000.00");
    // Retired, filed, 65 %: 28 000 − 26 000 × 0.65 = 11 100.00
    assert!(walk.screen().contains("11,100.00 元"), "{}", walk.screen());
    let walk = walk.keys("= ⌫⌫⌫⌫⌫⌫⌫⌫ 5w ⏎ d2026/1/5⏎");
    assert_eq!(walk.model.draft.typed(Field::Total), "5w");
    assert!(walk.keys("↓↓↓↓↓↓↓↓↓↓↓↓").screen().contains("按 2026-01-05 的规定计算"));
}

#[test]
fn an_answer_that_cannot_be_is_told_and_nothing_changes() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("=x⏎");
    assert!(walk.screen().contains("看不懂这个金额"), "{}", walk.screen());
    assert_eq!(walk.model.draft.typed(Field::Total), "3w");
    let walk = walk.keys("⎋");
    assert!(walk.screen().contains("13,200.00 元"), "{}", walk.screen());
    // The parts of the bill stand in the way of a smaller total.
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 1000⇥⇥⇥⏎⇥950⏎⏎ -");
    assert!(matches!(walk.model.notice, Some(Notice::Refused(_))), "{}", walk.screen());
    assert!(walk.screen().contains("超过总费用"), "{}", walk.screen());
}

#[test]
fn every_line_tells_how_it_came_about_and_who_says_so() {
    let walk = Walk::new((80, 40)).keys(EXACT).keys("↓↓↓⏎");
    let screen = walk.screen();
    for part in ["28,000.00 x 60% = 16,800.00", "出处：N176", "2026-11-27 核对", "随这些而变：", "单一来源"]
    {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    // Enter closes it as well as Esc; only then Esc goes back to the answers.
    for close in ["⏎", "⎋"] {
        let walk = Walk::new((80, 40)).keys(EXACT).keys("↓↓↓⏎").keys(close);
        assert!(!walk.screen().contains("28,000.00 x 60%"));
        assert_eq!(walk.model.screen, Screen::Result);
        assert_eq!(walk.keys("⎋").model.screen, Screen::Step(Step::Check));
    }
}

#[test]
fn a_row_of_the_comparison_becomes_the_case() {
    // Referred: 30 000 − 28 500 × 0.70 = 10 050.00; unfiled: 13 200.00
    let walk = Walk::new((80, 24)).keys(EXACT).keys("r2 3");
    assert!(walk.screen().contains("备案能省 3,150.00 元"), "{}", walk.screen());
    let walk = walk.keys("↓⏎1");
    assert_eq!(walk.model.draft.filed, Filed::No, "{}", walk.screen());
    assert!(walk.screen().contains("13,200.00 元"), "{}", walk.screen());
}

#[test]
fn changes_are_taken_back_and_done_again() {
    let mut walk = Walk::new((80, 24)).keys(EXACT).keys("r2 t2");
    alt(&mut walk, KeyCode::Left);
    assert_eq!((walk.model.draft.tier, walk.model.draft.reason), (Some(Tier::Three), Reason::Referral));
    let mut walk = walk.keys("u");
    assert_eq!(walk.model.draft.reason, Reason::Other);
    assert!(walk.screen().contains("13,200.00 元"), "{}", walk.screen());
    alt(&mut walk, KeyCode::Right);
    assert_eq!(walk.model.draft.reason, Reason::Referral);
    assert!(walk.screen().contains("10,050.00 元"), "{}", walk.screen());
    alt(&mut walk, KeyCode::Right);
    alt(&mut walk, KeyCode::Right);
    assert_eq!(walk.model.notice, Some(Notice::NothingToUndo));
}

#[test]
fn a_new_case_cannot_be_undone_into_the_last_persons() {
    let mut walk = Walk::new((80, 24)).keys(EXACT);
    walk.event(&key(KeyCode::F(5)));
    walk.event(&key(KeyCode::F(5)));
    alt(&mut walk, KeyCode::Left);
    assert!(!walk.model.has_answers(), "{}", walk.screen());
}

#[test]
fn what_a_change_made_impossible_is_told() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 3w⇥2⏎ ⏎");
    // From 北京 to 鞍山: at home nobody asks for the reason.
    let walk = walk.keys(":jiuyidi⏎ 鞍山⏎");
    assert_eq!(walk.model.screen, Screen::Result);
    assert!(walk.screen().contains("改了以后不再计入：外出原因"), "{}", walk.screen());
}

#[test]
fn the_palette_does_everything_by_its_name() {
    let walk = Walk::new((80, 24)).keys(EXACT);
    let found = |typed: &str| Walk::new((80, 24)).keys(EXACT).keys(":").keys(typed);
    assert!(walk.screen().contains("? 帮助"));
    assert!(found("chexiao").screen().contains("> 撤销"), "{}", found("chexiao").screen());
    assert!(matches!(found("zfy⏎").model.overlay, Some(Overlay::Ask(_))), "{}", found("zfy").screen());
    let mut anew = found("new⏎");
    assert_eq!(anew.model.notice, Some(Notice::BeginAgain));
    anew.event(&key(KeyCode::F(5)));
    assert_eq!(anew.model.screen, Screen::Step(Step::Insured));
    assert!(found("对比⏎").screen().contains("[3 对比]"), "{}", found("对比").screen());
    assert!(found("help⏎").model.help.is_some());
    assert!(found("nothing").screen().contains("没有这样的操作"));
    let aged = found("nianling⏎").keys("70⏎");
    assert_eq!(aged.model.draft.typed(Field::Age), "70");
    assert_eq!(aged.model.screen, Screen::Result);
}

#[test]
fn a_choice_that_needs_another_answer_asks_for_it() {
    let walk = Walk::new((80, 24)).keys("bj⏎ bj⏎ 1 3 3w⏎ ⏎ :menzhen⏎ 3");
    assert!(walk.screen().contains("慢特病病种"), "{}", walk.screen());
    let walk = walk.keys("4");
    assert_eq!(walk.model.draft.disease, Some(yidi_core::policy::Disease::Dialysis), "{}", walk.screen());
    assert_eq!(walk.model.screen, Screen::Result);
}

#[test]
fn the_page_scrolls_to_its_end_and_back_at_once() {
    let mut walk = Walk::new((60, 20)).keys("bj⏎ 上海⏎ 3 3 30w⏎ ⏎ 4");
    for _ in 0..20 {
        walk = walk.keys("⇟");
        walk.draw();
    }
    let end = walk.screen();
    assert!(end.contains("来源说法不一时"), "{end}");
    let walk = walk.keys("⇞");
    assert_ne!(walk.screen(), end, "one page up from the end is not the end");
}

/// What Space and Enter act on is on the screen.
#[test]
fn a_page_takes_the_highlighted_row_along() {
    for size in [(60, 20), (80, 24), (120, 36)] {
        let mut walk = Walk::new(size).keys("bj⏎ 上海⏎ 3 3 30w⏎ ⏎2");
        for key in ["⇟", "⇟", "⇟", "⇞", "⇟", "⇞", "⇞", "⇞", "⇞"] {
            walk = walk.keys(key);
            walk.draw();
            let screen = walk.screen();
            assert!(screen.lines().any(|line| line.starts_with(" > ")), "{size:?} {key}\n{screen}");
        }
    }
    let mut walk = Walk::new((80, 24)).keys("bj⏎ 上海⏎ 3 3 30w⏎ ⏎2⇟");
    walk.event(&key(KeyCode::Char(' ')));
    assert!(walk.screen().contains("> [x]"), "{}", walk.screen());
}

#[test]
fn a_row_is_found_by_what_it_says_and_esc_goes_back() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("/起付");
    assert!(walk.screen().contains(" > 起付线"), "{}", walk.screen());
    let back = Walk::new((80, 24)).keys(EXACT).keys("↓/起付⎋");
    assert!(back.screen().contains(" > 符合报销范围"), "{}", back.screen());
    // In the list everything an item says counts, not only what is shown of it.
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5w⏎ ⏎2/社会保障卡");
    assert!(walk.screen().contains("1 / "), "{}", walk.screen());
    let walk = walk.keys("↓⏎");
    assert!(walk.model.overlay.is_none());
    let none = Walk::new((80, 24)).keys(EXACT).keys("/没有这几个字");
    assert!(none.screen().contains("没有找到"), "{}", none.screen());
}

#[test]
fn the_help_does_what_its_row_says() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("?");
    assert!(walk.screen().contains("Enter 执行"), "{}", walk.screen());
    // The first row of the result's help explains the highlighted line.
    let walk = walk.keys("⏎");
    assert!(walk.model.help.is_none() && walk.screen().contains("Esc 关闭"), "{}", walk.screen());
    let closed = Walk::new((60, 20)).keys(EXACT).keys("?↓↑x");
    assert!(closed.model.help.is_none());
    let small = Walk::new((60, 20)).keys(EXACT).keys("?↑").screen();
    assert!(small.contains("Ctrl-C") && small.contains("Esc 关闭"), "{small}");
}

#[test]
fn in_english_the_head_says_everything_at_eighty_columns() {
    let walk = Walk::speaking(crate::words::Lang::En, (80, 24)).keys("as⏎ bj⏎ 5 3 5w⏎ ⏎");
    let head: Vec<String> = walk.screen().lines().take(4).map(str::to_owned).collect();
    let head = head.join(" ");
    for part in ["Anshan", "Beijing", "Inpatient", "50,000.00", "Tier 3", "60"] {
        assert!(head.contains(part), "{part}\n{head}");
    }
    assert!(!head.contains('…'), "{head}");
}

#[test]
fn the_curve_is_moved_along_and_its_bill_becomes_the_case() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("5");
    let screen = walk.screen();
    // 30 000 − 28 000 × 0.60 = 13 200.00
    assert!(screen.contains("总费用 30,000.00 元：个人负担 13,200.00 元"), "{screen}");
    assert!(screen.contains("过了起付线"), "{screen}");
    // A step of the ladder to 200 000 is 2 500: 32 500 − 30 500 × 0.60 = 14 200.00
    let walk = walk.keys("→");
    assert!(walk.screen().contains("总费用 32,500.00 元：个人负担 14,200.00 元"), "{}", walk.screen());
    let walk = walk.keys("⏎1");
    assert_eq!(walk.model.draft.typed(Field::Total), "32500.00");
    assert!(walk.screen().contains("14,200.00 元"), "{}", walk.screen());
}

#[test]
fn the_deadlines_go_to_a_calendar_file() {
    let mut walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5w⏎ ⏎2i");
    assert_eq!(walk.model.notice, Some(Notice::NoDays), "no day is known before the trip");
    walk = walk.keys("d2026-11-20⏎i");
    let Some(Overlay::SaveAs(_)) = &walk.model.overlay else { panic!("{}", walk.screen()) };
    assert!(walk.screen().contains("yidi-anshan-beijing-2026-11-22.ics"), "{}", walk.screen());
}

#[test]
fn the_days_of_a_visit_stand_above_its_list() {
    let walk = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5w⏎ ⏎d2026-11-10⏎2");
    let screen = walk.screen();
    for part in ["日程", "2026-11-10 ● 出院", "2026-11-22 ▲ 今天"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    assert!(!Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 5w⏎ ⏎2").screen().contains("日程"));
}

#[test]
fn the_answers_of_the_check_page_have_a_label_each() {
    let walk = Walk::new((80, 40)).keys(EXACT).keys("⎋");
    assert_eq!(walk.model.screen, Screen::Step(Step::Check));
    let screen = walk.screen();
    for row in ["1 参保地", "6 总费用", "a 其中超限价", "b 出院结算日期"] {
        assert!(screen.contains(row), "{row}\n{screen}");
    }
    let walk = walk.keys("b 2026-01-05⏎");
    assert_eq!(walk.model.screen, Screen::Step(Step::Check));
    assert_eq!(walk.model.draft.typed(Field::Date), "2026-01-05");
}

/// 营口 has no rate of its own: what is not known is asked in a row, what moves the
/// most first, and every answer narrows the range at once.
#[test]
fn what_is_not_known_is_asked_in_a_row_and_ends_in_one_number() {
    let start = || Walk::new((80, 24)).keys("yingkou⏎ bj⏎ 1 3 5w⏎ ⏎");
    let walk = start();
    assert!(walk.screen().contains("～"), "{}", walk.screen());
    let walk = walk.keys("w");
    assert!(
        walk.screen().contains("这次报百分之几") && walk.screen().contains("降的已经算在里面"),
        "{}",
        walk.screen()
    );
    // Seven tenths are 70, not 7; what is typed then stands in its place.
    let walk = walk.keys("7⏎");
    assert!(walk.screen().contains("七成写 70"), "{}", walk.screen());
    let walk = walk.keys("75⏎");
    assert!(walk.screen().contains("不能报的合计"), "{}", walk.screen());
    let walk = walk.keys("0⏎");
    assert!(walk.screen().contains("当地起付线"), "{}", walk.screen());
    // Ten presses; (50,000 − 800) × 75 %.
    let walk = walk.keys("800⏎");
    assert!(walk.model.overlay.is_none(), "{}", walk.screen());
    assert!(walk.screen().contains("13,100.00 元"), "{}", walk.screen());
    assert!(walk.screen().contains("您告诉的"), "{}", walk.screen());
    // Nothing is left to be asked; and one step back is the range again.
    let walk = walk.keys("w");
    assert_eq!(walk.model.notice, Some(Notice::NothingUnknown));
    let walk = walk.keys("u");
    assert!(walk.screen().contains("～"), "{}", walk.screen());
    // Esc leaves the row of questions with what was answered.
    let walk = start().keys("w75⏎⎋");
    assert!(walk.model.overlay.is_none());
    assert_eq!(walk.model.draft.typed(Field::RuleRate), "75");
    // Enter on the row of a cause opens the same.
    let walk = start().keys("↓↓↓↓↓↓↓⏎");
    assert!(walk.screen().contains("这次报百分之几"), "{}", walk.screen());
    // The next person begins with nothing of it.
    let mut next = start().keys("w75⏎⎋");
    next.event(&key(KeyCode::F(5)));
    next.event(&key(KeyCode::F(5)));
    assert_eq!(next.model.draft.typed(Field::RuleRate), "");
}

/// A slip of 营口: 1,000 deductible, and 21,750 of the other 29,000 paid, which is 75 %.
#[test]
fn what_a_slip_shows_of_the_rules_is_kept_by_a_second_enter() {
    let walk = Walk::new((80, 24)).keys("yingkou⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎c3w↓↓↓↓↓1000↓21750⏎");
    assert!(walk.screen().contains("再按 Enter"), "{}", walk.screen());
    let walk = walk.keys("⏎");
    assert_eq!(walk.model.draft.typed(Field::RuleDeductible), "1000.00");
    assert_eq!(walk.model.draft.typed(Field::RuleRate), "75");
    assert!(walk.model.overlay.is_none(), "{}", walk.screen());
    assert!(walk.screen().contains("8,250.00 元") && walk.screen().contains("您告诉的"), "{}", walk.screen());
    // 鞍山 has rules of its own that explain the slip: nothing is to be learned.
    let own = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎c3w↓↓↓↓↓2000↓16800⏎");
    assert!(!own.screen().contains("再按 Enter"), "{}", own.screen());
}

/// No amount of two cases side by side is cut, on any screen.
#[test]
fn a_pinned_case_keeps_its_digits() {
    for size in [(60, 20), (80, 24), (100, 30), (120, 36), (200, 60)] {
        for lang in Lang::ALL {
            let mut walk = Walk::speaking(lang, size).keys(&format!("{PLAIN}p r2 3"));
            let mut seen = String::new();
            for key in ["", "↑", "↑", "↑", "↑", "↑", "↑"] {
                walk = walk.keys(key);
                seen += &walk.screen();
            }
            for amount in ["22,700.00", "27,200.00", "17,800.00", "23,050.00", "-4,900.00", "-4,150.00"] {
                assert!(seen.contains(amount), "{size:?} {lang:?}: no {amount} in\n{seen}");
            }
        }
    }
}

/// Nothing can be compared without a bill: the several bills stand there.
#[test]
fn the_comparison_without_a_bill_has_the_several_bills() {
    let screen = Walk::new((80, 24)).keys("as⏎ bj⏎ 1 3⏎⏎ 1 3").screen();
    for amount in ["5,000.00", "500,000.00"] {
        assert!(screen.contains(amount), "{screen}");
    }
}
