//! `yidi --plain` of the built program: lines through pipes, and on a terminal
//! that can do nothing.

use std::process::{Output, Stdio};

use crate::screens::terminal::Screen;
use crate::support::process::{feed, program, said, shown};

/// The program with these bytes as its whole input.
fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let child = program(arguments).env("HOME", home.path()).stdin(Stdio::piped()).spawn().unwrap();
    feed(child, input)
}

const SHOWN: &str = "个人负担  22,700.00 ～ 27,200.00 元";

/// Every kind of question, the menu, and the end; the day stands for today.
#[test]
fn the_piped_walk() {
    let lines =
        "as\nbj\n职工\n1\n?\n三甲\n\nabc\n五万\n转诊\n\ny\n9\n61\n\n15\n\n1\n5\n\n3\n7\n6\n1\n9\n吉林\n<\n";
    let before = jiff::Zoned::now().date().to_string();
    let output = piped(&["--plain"], lines.as_bytes());
    let after = jiff::Zoned::now().date().to_string();
    let words = shown(&output).replace(&before, "[today]").replace(&after, "[today]");
    assert_eq!(output.status.code(), Some(2), "the new case is open: {words}");
    assert!(said(&output).contains("输入到这里结束了"), "{}", said(&output));
    insta::assert_snapshot!("plain_walk", words);
}

#[test]
fn without_a_terminal_the_questions_come_one_a_line() {
    let output = piped(&[], "as\nbj\n1\n3\n\n5w\n".as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(shown(&output).contains(SHOWN), "{}", shown(&output));
    assert!(!shown(&output).contains('\u{1b}'));
    assert!(said(&output).is_empty());
}

#[test]
fn an_input_that_ends_too_early_names_what_is_missing() {
    let output = piped(&[], "as\nbj\n".as_bytes());
    assert_eq!(output.status.code(), Some(2));
    for part in ["输入到这里结束了", "险种与身份：还没有填", "医院等级：还没有填"]
    {
        assert!(said(&output).contains(part), "{part}: {}", said(&output));
    }
    assert_eq!(piped(&[], b"").status.code(), Some(2));
}

#[test]
fn odd_bytes_are_told_and_do_no_harm() {
    let mut input = b"\xef\xbb\xbfas\r\n\xff\xfe\x00\n\x1b[A\x1b]0;title\x07\n".to_vec();
    input.extend("五".repeat(40_000).into_bytes());
    input.extend(b"\n\xe9\x9e\nbj\r\n1\n3\n\n5w\n");
    let output = piped(&["--plain"], &input);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let words = shown(&output);
    for part in ["不是 UTF-8", "看不见的字符", "最多 4096 个字节", SHOWN] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(words.len() < 20_000 && !words.contains(['\u{1b}', '\u{7}']), "{words}");
}

#[test]
fn leaving_by_the_menu_is_no_failure_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("cases.db");
    let arguments = ["--plain", "--cases", book.to_str().unwrap()];
    let output = piped(&arguments, "as\nbj\n1\n3\n\n5w\n\n\n\n\n0\nbj\n".as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!book.exists(), "a pipe keeps no draft");
}

#[test]
fn a_dumb_terminal_gets_the_questions_one_a_line() {
    let mut screen = Screen::open_with(80, 24, &[], &[("TERM", "dumb")]);
    screen
        .wait_for("在哪里参保？")
        .press("as\r")
        .wait_for("去哪里就医？")
        .press("bj\r")
        .wait_for("参加的是哪种医保？");
    screen.press("1\r").wait_for("去几级医院？").press("3\r").wait_for("就医类型").press("\r5w\r\r\r\r\r");
    screen.wait_for("接下来做什么？").press("0\r");
    assert_eq!(screen.end(), 0);
    assert!(!screen.raw().contains('\u{1b}'), "no cursor movement, no colour");
    assert!(screen.raw().contains(SHOWN));
}

#[test]
fn the_environment_and_the_settings_ask_for_it_as_well() {
    let mut screen = Screen::open_with(80, 24, &[], &[("ACCESSIBLE", "1")]);
    screen.wait_for("参保地：").press("\u{3}");
    assert_eq!(screen.end(), 0, "Ctrl-C leaves");
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.toml");
    std::fs::write(&config, "plain = true\n").unwrap();
    let mut screen = Screen::open_with(80, 24, &["--config", config.to_str().unwrap()], &[]);
    screen.wait_for("参保地：").press("\u{4}");
    assert_eq!(screen.end(), 2, "the end of the input, with nothing answered");
}

#[test]
fn at_a_terminal_the_unfinished_case_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("cases.db").to_str().unwrap().to_owned();
    let open =
        |more: &[&str]| Screen::open_with(80, 24, &[&["--plain", "--cases", &book], more].concat(), &[]);
    let mut screen = open(&["--counter", "5"]);
    screen.wait_for("窗口模式").press("as\r").wait_for("去哪里就医？").kill();
    let mut screen = open(&[]);
    screen.wait_for("在哪里参保？").press("as\rbj\r1\r").wait_for("去几级医院？").kill();
    let mut screen = open(&[]);
    screen.wait_for("上次有一例没有填完").wait_for("鞍山市 → 北京市").press("\r").wait_for("去几级医院？");
    // A "no" leaves it for later.
    screen.kill();
    let mut screen = open(&[]);
    screen.wait_for("上次有一例没有填完").press("n\r").wait_for("在哪里参保？").press("\u{3}");
    assert_eq!(screen.end(), 0);
    let mut screen = open(&[]);
    screen.wait_for("上次有一例没有填完").press("1\r").wait_for("去几级医院？");
    // Left on purpose, after a warning, it is offered no more.
    screen.press("\u{3}").wait_for("再按一次 Ctrl-C").press("\u{3}");
    assert_eq!(screen.end(), 0);
    let mut screen = open(&[]);
    screen.wait_for("在哪里参保？").press("\u{3}");
    assert_eq!(screen.end(), 0);
}
