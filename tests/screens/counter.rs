//! The case book on the screen of the built program: saved, found, reopened,
//! left unfinished, and at a counter.

use crate::screens::terminal::Screen;

/// A case book of its own in an empty folder.
fn book() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db").to_str().unwrap().to_owned();
    (folder, path)
}

fn open(book: &str, more: &[&str]) -> Screen {
    Screen::open_with(80, 24, &[&["--cases", book], more].concat(), &[])
}

const SHOWN: &str = "22,700.00 ～ 27,200.00 元";

fn leave(screen: &mut Screen) {
    screen.press("\u{3}").wait_for("再按一次 Ctrl-C").press("\u{3}");
    assert_eq!(screen.end(), 0);
}

#[test]
fn a_case_is_saved_found_and_reopened_with_its_ticks() {
    let (_folder, book) = book();
    let mut screen = open(&book, &[]);
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN).press("2 ").wait_for("[x]");
    screen.press("\u{13}").wait_for("备注").press("王先生\r").wait_for("已保存到案例簿，编号 1");
    // Nothing would be lost: it leaves at once.
    screen.press("\u{3}");
    assert_eq!(screen.end(), 0);
    let mut screen = open(&book, &[]);
    screen.wait_for("在哪里参保？").press("\u{f}").wait_for("#1").press("王").wait_for("王先生");
    screen.press("\r").wait_for(SHOWN).wait_for("已打开案例 1").press("2").wait_for("[x]");
    // Saved again it is the same case; deleted at the second press.
    screen.press("\u{13}").wait_for("王先生").press("\r").wait_for("编号 1");
    screen.press("\u{f}").wait_for("#1").press("\u{1b}[3~").wait_for("再按一次 Del").press("\u{1b}[3~");
    screen.wait_for("没有案例").press("\u{1b}").wait_for("清单");
    leave(&mut screen);
}

#[test]
fn an_unfinished_case_is_offered_at_the_next_start() {
    let (_folder, book) = book();
    let mut screen = open(&book, &[]);
    // The step in flight may be lost: it is written before the next key is taken.
    screen.press("as\rbj\r1").wait_for("去几级医院？").press("?").wait_for("Ctrl-Z");
    screen.kill();
    let mut screen = open(&book, &[]);
    screen.wait_for("上次有一例没有填完").wait_for("鞍山市 → 北京市").press("\r").wait_for("去几级医院？");
    screen.press("35w\r\r").wait_for(SHOWN);
    leave(&mut screen);
    // Left on purpose: nothing is offered.
    let mut screen = open(&book, &[]);
    screen.wait_for("在哪里参保？");
    screen.press("\u{3}");
    assert_eq!(screen.end(), 0);
}

#[test]
fn at_a_counter_nothing_of_an_unsaved_case_is_written() {
    let (folder, book) = book();
    let mut screen = open(&book, &["--counter", "5"]);
    screen.press("as\rbj\r1").wait_for("去几级医院？");
    screen.kill();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let has = |words: &str| bytes.windows(words.len()).any(|part| part == words.as_bytes());
        assert!(!has("210300") && !has("鞍山") && !has("110000"), "an answer was written");
    }
    let mut screen = open(&book, &[]);
    screen.wait_for("在哪里参保？");
}

#[test]
fn the_usual_city_is_one_enter() {
    let (_folder, book) = book();
    let mut screen = open(&book, &["--city", "鞍山"]);
    screen.wait_for("> 鞍山市").press("\rbj\r135w\r\r").wait_for(SHOWN);
}

#[test]
fn without_a_case_book_the_wizard_goes_on() {
    let (folder, _) = book();
    let not_a_book = folder.path().join("notes.txt");
    std::fs::write(&not_a_book, "some notes\n").unwrap();
    let mut screen = open(not_a_book.to_str().unwrap(), &[]);
    screen.wait_for("notes.txt").press("as\rbj\r135w\r\r").wait_for(SHOWN);
    screen.press("\u{13}").wait_for("备注").press("\r").wait_for("notes.txt");
    assert_eq!(std::fs::read_to_string(&not_a_book).unwrap(), "some notes\n");
}
