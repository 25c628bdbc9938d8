//! What is to be seen at a glance: differences, a pinned case, words, panes.

use super::{PLAIN, Walk};
use crate::screen::context::ScreenContext;
use crate::screen::model::Notice;
use crate::screen::overlay::Overlay;
use crate::sheet::Edition;
use crate::words::{Concept, Lang};
use yidi_core::case::Field;

/// The plain case with its bill split: 鞍山, filed, 30 000: 13 200.00.
const EXACT: &str = "as⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎";

#[test]
fn every_what_if_says_what_it_changed_and_undo_what_it_took_back() {
    // Referred: 30 000 − 28 500 × 0.70 = 10 050.00
    let walk = Walk::new((80, 24)).keys(EXACT).keys("r2");
    assert!(walk.screen().contains("比刚才少付 3,150.00 元"), "{}", walk.screen());
    let walk = walk.keys("u");
    let screen = walk.screen();
    assert!(screen.contains("撤销了 外出原因：异地转诊 → 其他"), "{screen}");
    assert!(screen.contains("比刚才多付 3,150.00 元"), "{screen}");
    let same = Walk::new((80, 24)).keys(EXACT).keys("r5");
    assert!(same.screen().contains("和刚才一样"), "{}", same.screen());
    assert!(!same.keys("↓").screen().contains("和刚才一样"), "until the next key");
    let wide = Walk::new((80, 24)).keys(PLAIN).keys("+");
    assert!(matches!(wide.model.notice, Some(Notice::Changed(_))), "{}", wide.screen());
}

#[test]
fn hardship_and_another_day_stand_in_the_head() {
    let head = |walk: &Walk| walk.screen().lines().take(3).collect::<Vec<_>>().join(" ");
    let walk = Walk::new((80, 24)).keys(EXACT);
    assert!(!head(&walk).contains("困难人员") && !head(&walk).contains("结算"), "{}", head(&walk));
    let walk = walk.keys("h d2026-01-05⏎");
    assert!(head(&walk).contains("困难人员") && head(&walk).contains("结算 2026-01-05"), "{}", head(&walk));
}

#[test]
fn a_pinned_case_stands_beside_the_present_one_until_it_is_let_go() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("p");
    assert!(walk.screen().contains("钉住了"), "{}", walk.screen());
    let walk = walk.keys("r2 3");
    let screen = walk.screen();
    for part in ["和钉住的比", "外出原因：其他临时外出 → 异地转诊", "13,200.00", "10,050.00", "-3,150.00"]
    {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    // Through the questions and back it stays; another person has none.
    let walk = walk.keys("⎋⏎3");
    assert!(walk.screen().contains("和钉住的比"), "{}", walk.screen());
    let walk = walk.keys("p");
    assert!(walk.screen().contains("放开了") && !walk.screen().contains("和钉住的比"), "{}", walk.screen());
    let mut anew = Walk::new((80, 24)).keys(EXACT).keys("p");
    anew.model.begin_anew();
    let anew = anew.keys(EXACT).keys("3");
    assert!(!anew.screen().contains("和钉住的比"), "{}", anew.screen());
}

#[test]
fn the_pinned_case_and_the_words_are_printed() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("p r2");
    let world = ScreenContext { book: &walk.book, text: &walk.text };
    let result = walk.model.result.as_ref().unwrap();
    let document = result.handout(&world, walk.model.today, "", Edition::Usual).unwrap();
    let text = crate::sheet::plain_text(&document);
    for part in
        ["和钉住的比", "1.32万", "1.01万", "-3,150", "外出原因：其他临时外出 → 异地转诊", "报销的门槛"]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn every_word_has_its_meaning_and_amount_on_one_key() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("/起付⏎m");
    let screen = walk.screen();
    assert!(screen.contains("> 起付线") && screen.contains("报销的门槛"), "{screen}");
    assert!(screen.contains("在这一例里：2,000.00 元"), "{screen}");
    let next = walk.keys("↓").screen();
    assert!(next.contains("> 统筹基金支付") && next.contains("16,800.00 元"), "{next}");
    assert!(Walk::new((80, 24)).keys(EXACT).keys("m⎋").model.overlay.is_none());
    let step = Walk::new((80, 24)).keys("as⏎ bj⏎m");
    assert!(matches!(step.model.overlay, Some(Overlay::Meanings(_))), "{}", step.screen());
    for lang in Lang::ALL {
        let text = crate::words::Text::new(lang);
        for concept in Concept::ALL {
            let means = text.concept_means(concept);
            assert!(means.len() > 12 && means.ends_with(['。', '.']), "{concept:?}: {means}");
        }
    }
}

#[test]
fn from_a_hundred_columns_on_the_marked_row_is_explained_beside_the_view() {
    let narrow = Walk::new((99, 30)).keys(EXACT).keys("/统筹⏎");
    assert!(!narrow.screen().contains("28,000.00 x 60% = 16,800.00"), "{}", narrow.screen());
    let wide = Walk::new((100, 30)).keys(EXACT).keys("/统筹⏎");
    let screen = wide.screen();
    assert!(screen.contains("28,000.00 x 60%") && screen.contains('│'), "{screen}");
    // The list is short, and all of the marked item stands beside it.
    let list = Walk::new((120, 36)).keys(EXACT).keys("2");
    let screen = list.screen();
    assert!(screen.lines().any(|line| line.contains('│') && line.contains("因为")), "{screen}");
    // Figures of the bill that is looked at on the curve.
    let curve = Walk::new((120, 36)).keys(EXACT).keys("5");
    assert!(curve.screen().lines().any(|line| line.contains("起付线") && line.contains("2,000.00")));
}

#[test]
fn on_a_large_screen_four_stand_side_by_side() {
    for (view, words) in [("1", "过了起付线"), ("2", "起付线"), ("5", "备案与就医清单")] {
        let walk = Walk::new((200, 60)).keys(EXACT).keys(view);
        let screen = walk.screen();
        for part in [words, "个人负担", "过了起付线"] {
            assert!(screen.contains(part), "{view} {part}\n{screen}");
        }
    }
}

#[test]
fn the_amount_is_large_where_there_is_room() {
    let large = Walk::new((120, 36)).keys(PLAIN).screen();
    assert!(large.contains("约") && large.contains("┏━┛"), "{large}");
    let small = Walk::new((80, 24)).keys(PLAIN).screen();
    assert!(!small.contains("┏━┛"), "{small}");
}

#[test]
fn a_place_is_told_of_beside_the_list() {
    let walk = Walk::new((120, 36)).keys("as");
    let screen = walk.screen();
    for part in ["0412-12393", "有自己的规定", "起付线"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    assert!(!Walk::new((100, 30)).keys("as").screen().contains("0412-12393"));
    // Of the place of care only the telephone: its rules do not count.
    let care = Walk::new((120, 36)).keys("as⏎ bj").screen();
    assert!(care.contains("010-12393") && !care.contains("有自己的规定"), "{care}");
}

#[test]
fn a_bill_of_the_curve_is_taken_back_like_any_answer() {
    let walk = Walk::new((80, 24)).keys(EXACT).keys("5→⏎u");
    assert_eq!(walk.model.draft.typed(Field::Total), "3w");
    assert!(walk.screen().contains("撤销了 总费用"), "{}", walk.screen());
}
