//! F2: the other language at any time, on every screen and over it, with
//! nothing lost.

use std::path::PathBuf;

use jiff::Timestamp;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::screens::SIZES;
use super::{PLAIN, Walk};
use crate::casebook::{CaseBookError, Remark};
use crate::desk::{Desk, Expired, Offer};
use crate::save::SaveError;
use crate::screen::bindings::{Action, Subject};
use crate::screen::context::ScreenContext;
use crate::screen::keeping;
use crate::screen::model::{Model, Notice};
use crate::screen::overlay::Overlay;
use crate::screen::update::written;
use crate::words::Lang;
use yidi_core::case::Field;
use yidi_core::num::{Money, Span};
use yidi_core::policy::audit::{Finding, Flaw, SetAside};

fn ctrl(key: char) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::CONTROL))
}

/// A walk with something done to it that no key of a script does.
type Doing = fn(&mut Walk);

/// Every screen, and everything that lies over one.
fn places() -> Vec<(String, Doing)> {
    let on = |script: &str| script.to_owned();
    let result = |keys: &str| format!("{PLAIN}{keys}");
    let scripts = [
        "",
        "as",
        "↓↓↓↓↓⏎↓",
        "anshann",
        "as⏎",
        "as⏎ b",
        "as⏎ bj⏎",
        "as⏎ bj⏎↓↓",
        "as⏎ bj⏎ 1",
        "as⏎ bj⏎ 1↓",
        "as⏎ bj⏎ 1 3 5w",
        "as⏎ bj⏎ 1 3 abc⏎",
        "as⏎ bj⏎ 1 3 5w⇥→",
        "as⏎ bj⏎ 1 3 5w⇥⇥⇥⏎⇥6w⏎",
        "as⏎ bj⏎ 1 3 5w⏎↓↓",
        "as⏎ bj⏎ 1 3 5w⏎ 1 吉林⏎",
        "⎋",
        "?",
        "as⏎?↓",
        "吉林⏎ bj⏎ 1 3 5w⏎ ⏎",
    ];
    let over = [
        "",
        "↓↓↓↓⏎",
        "2",
        "2↓↓ ⏎",
        "2q",
        "3",
        "3↓",
        "4",
        "4⏎",
        "4↓↓",
        "r",
        "r↓",
        "t",
        "=x⏎",
        "d20",
        ":",
        ":zf↓",
        ":list",
        "?",
        "⎋3 5u",
        "h",
    ];
    let mut places: Vec<(String, Doing)> = Vec::new();
    places.extend(scripts.into_iter().map(|script| (on(script), (|_| {}) as Doing)));
    places.extend(over.into_iter().map(|keys| (result(keys), (|_| {}) as Doing)));
    let doings: [Doing; 16] = [
        |walk| walk.event(&ctrl('e')),
        |walk| {
            walk.event(&ctrl('e'));
            walk.event(&Event::Paste("as bj zg 3 5w 什么 anshan 是".to_owned()));
            walk.event(&super::key(KeyCode::Enter));
        },
        |walk| {
            walk.event(&ctrl('s'));
            walk.event(&Event::Paste("老人".to_owned()));
        },
        |walk| {
            walk.event(&ctrl('p'));
            walk.event(&super::key(KeyCode::Tab));
            walk.event(&Event::Paste("x".to_owned()));
            written(&mut walk.model, &PathBuf::from("a.pdf"), Err(SaveError::NoFolder));
        },
        |walk| {
            walk.event(&ctrl('p'));
            written(&mut walk.model, &PathBuf::from("a.pdf"), Err(SaveError::Exists));
        },
        |walk| walk.event(&ctrl('c')),
        |walk| walk.event(&super::key(KeyCode::F(5))),
        |walk| walk.model.countdown = Some(7),
        |walk| walk.model.notice = Some(Notice::InsteadOfChinese),
        |walk| walk.model.notice = Some(Notice::Remark(Remark::Newer(9))),
        |walk| walk.model.notice = Some(Notice::Trouble(CaseBookError::Full)),
        |walk| walk.model.notice = Some(Notice::CaseDeleted(3)),
        |walk| {
            let span = Span::between(Money::from_yuan(1), Money::from_yuan(2));
            let (number, data) = (3, jiff::civil::date(2026, 1, 2));
            walk.model.notice = Some(Notice::CaseChanged { number, personal: span, data });
        },
        |walk| {
            let finding = Finding { file: "a.ron".to_owned(), line: 3, figure: None, fault: Flaw::NoBands };
            walk.model.overlays.set_aside.push(SetAside::Wrong(vec![finding]));
            walk.event(&ctrl('l'));
        },
        |walk| {
            let expired = Expired { numbers: vec![1, 2], days: 365, today: walk.model.today };
            walk.model.overlay = Some(Overlay::Offer(Offer::Expire(expired)));
        },
        |walk| with_cases(walk, |desk, model, _| keeping::list(model, desk)),
    ];
    places.extend(doings.into_iter().map(|doing| (result(""), doing)));
    places
}

/// Does something with a case book that holds the case of the walk.
fn with_cases(walk: &mut Walk, doing: impl FnOnce(&mut Desk, &mut Model, &ScreenContext<'_>)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db");
    let mut desk = Desk::closed(Some(path), walk.model.today, std::time::Duration::from_secs(5));
    keeping::open(&mut walk.model, &mut desk, true);
    let world = ScreenContext { book: &walk.book, text: &walk.text };
    keeping::save(&mut walk.model, &mut desk, &world, "note");
    walk.model.notice = None;
    doing(&mut desk, &mut walk.model, &world);
    assert!(desk.offer(u32::MAX, Timestamp::now()).is_none());
}

#[test]
fn f2_changes_the_words_and_nothing_else() {
    for size in SIZES {
        for (place, (script, doing)) in places().into_iter().enumerate() {
            let arrive = |lang| {
                let mut walk = Walk::speaking(lang, size).keys(&script);
                doing(&mut walk);
                walk.draw();
                walk
            };
            let (zh, en) = (arrive(Lang::Zh).screen(), arrive(Lang::En).screen());
            let differs = zh != en;
            // The code alone has no words but its title.
            assert!(differs, "{place} {script}: {zh}");
            let walk = arrive(Lang::Zh).keys("②");
            assert_eq!(walk.screen(), en, "{size:?} {place} {script}");
            assert_eq!(walk.keys("②").screen(), zh, "{size:?} {place} {script}: and back");
            assert_eq!(arrive(Lang::En).keys("②").screen(), zh, "{size:?} {place} {script}");
        }
    }
}

#[test]
fn what_was_scrolled_stays_scrolled() {
    for keys in ["⇟", "4↓↓⇟", "2⇟"] {
        let arrive = || {
            let mut walk = Walk::new((60, 20)).keys(&format!("{PLAIN}{keys}"));
            walk.draw();
            walk
        };
        let mut english = arrive().keys("②");
        let top = english.screen().lines().nth(5).map(str::to_owned);
        assert_ne!(
            top,
            Walk::speaking(Lang::En, (60, 20)).keys(PLAIN).screen().lines().nth(5).map(str::to_owned)
        );
        english.draw();
        assert_eq!(english.keys("②").screen(), arrive().screen(), "{keys}");
    }
}

#[test]
fn answers_undo_and_ticks_are_those_of_before() {
    let walk = Walk::new((80, 24)).keys(&format!("{PLAIN}2 ↓⏎ ⎋3 5 ⏎②"));
    assert!(walk.screen().contains("Retired") || walk.screen().contains("Senior"), "{}", walk.screen());
    let undone = walk.keys("u").screen();
    assert!(undone.contains("Active employee"), "{undone}");
}

#[test]
fn the_palette_finds_the_language_by_its_name_in_any_language() {
    for (lang, typed) in
        [(Lang::Zh, "english"), (Lang::Zh, "yuyan"), (Lang::En, "chinese"), (Lang::En, "zhongwen")]
    {
        let walk = Walk::speaking(lang, (80, 24)).keys(&format!("{PLAIN}:{typed}⏎"));
        assert_eq!(walk.text.lang(), lang.other(), "{typed}");
        assert!(walk.model.overlay.is_none());
    }
}

#[test]
fn english_and_pinyin_find_actions_in_both_languages() {
    for lang in Lang::ALL {
        for typed in
            ["hand-out", "dayin", "compare", "duibi", "undo", "chexiao", "tier", "dengji", "case book"]
        {
            let walk = Walk::speaking(lang, (80, 24)).keys(&format!("{PLAIN}:"));
            let all = walk.screen();
            let mut walk = walk;
            walk.event(&Event::Paste(typed.to_owned()));
            let found = walk.screen();
            assert!(found != all && !found.contains(&walk.text.palette_none()), "{typed}: {found}");
        }
    }
}

#[test]
fn the_palette_knows_the_words_people_use() {
    for lang in Lang::ALL {
        for (typed, action) in [
            ("打印", Action::Print),
            ("复制", Action::Print),
            ("二维码", Action::Qr),
            ("比较", Action::View(3)),
            ("语言", Action::Language),
            ("返回", Action::Back),
            ("清空", Action::NewCase),
            ("下一位", Action::NewCase),
            ("门诊", Action::Ask(Subject::Field(Field::Care))),
            ("主题", Action::Theme),
            ("theme", Action::Theme),
        ] {
            let mut walk = Walk::speaking(lang, (80, 24)).keys(&format!("{PLAIN}2:"));
            walk.event(&Event::Paste(typed.to_owned()));
            let Some(Overlay::Palette(palette)) = &walk.model.overlay else { panic!("{typed}") };
            assert_eq!(palette.chosen(), Some(action), "{typed}: {}", walk.screen());
        }
    }
}

#[test]
fn english_names_and_amounts_are_typed_whatever_is_shown() {
    for lang in Lang::ALL {
        let walk = Walk::speaking(lang, (80, 24)).keys("harbin⏎");
        assert_eq!(walk.model.draft.insured.map(yidi_core::places::Place::short), Some("哈尔滨"));
        let mut walk = walk;
        walk.event(&Event::Paste("inner mongolia".to_owned()));
        let walk = walk.keys("⏎ 1 3 50k⏎ ⏎");
        let place = walk.model.draft.care_place.map(yidi_core::places::Place::short);
        assert_eq!(place, Some("内蒙古"));
        assert!(walk.screen().contains("50,000.00"), "{}", walk.screen());
    }
}
