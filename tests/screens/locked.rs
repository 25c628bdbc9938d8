//! A desk for the public: no key, paste, click or signal of a keyboard leads to a
//! shell, out of the program, or to another's case.

use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::screens::terminal::Screen;
use crate::support::process::{program, said};

const SHOWN: &str = "22,700.00 ～ 27,200.00 元";
const SECRET: &str = "王先生";

/// A case book with somebody's case, and the desk that keeps it from the public.
fn desk(more: &[&str]) -> (tempfile::TempDir, String, Screen) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("cases.db").to_str().unwrap().to_owned();
    let mut clerk = Screen::open_with(80, 24, &["--cases", &book], &[]);
    clerk.press("as\rbj\r135w\r\r").wait_for(SHOWN).press("\u{13}").wait_for("备注");
    clerk.press(&format!("{SECRET}\r")).wait_for("编号 1").press("\u{3}");
    assert_eq!(clerk.end(), 0);
    let arguments = [&["--cases", &book, "--locked", "--mouse"], more].concat();
    let screen = Screen::open_with(80, 24, &arguments, &[]);
    (folder, book, screen)
}

/// Every byte, every key with a name, alone and with the keys beside it, a paste,
/// clicks.
fn everything_a_keyboard_sends() -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    all.extend((0..=127).map(|byte| vec![0x1b, byte]));
    for modifier in 1..=8 {
        for end in ["A", "B", "C", "D", "F", "H", "P", "Q", "R", "S"] {
            all.push(format!("\u{1b}[1;{modifier}{end}").into_bytes());
        }
        for key in [2, 3, 5, 6, 15, 17, 18, 19, 20, 21, 23, 24] {
            all.push(format!("\u{1b}[{key};{modifier}~").into_bytes());
        }
    }
    all.push("\u{1b}[200~:离开\r\u{3}\u{1a}\u{f}\u{1b}[201~".into());
    all.push(":退出\r".into());
    all.push(":案例\r".into());
    for row in 1..=24 {
        for button in [0, 1, 2, 64, 65] {
            all.push(format!("\u{1b}[<{button};5;{row}M\u{1b}[<{button};5;{row}m").into_bytes());
        }
    }
    all
}

#[cfg(unix)]
#[test]
fn no_key_leads_out_of_a_locked_desk_nor_to_anothers_case() {
    let (_folder, _, mut screen) = desk(&[]);
    screen.wait_for("在哪里参保？").wait_for("[自助]");
    let process = screen.process();
    // From the first question, from the result, and from each of its views.
    for before in ["", "as\rbj\r135w\r\r", "as\rbj\r135w\r\r2", "as\rbj\r135w\r\r3"] {
        screen.press("\u{1b}\u{1b}\u{1b}").press("\u{1b}[15~").press(before);
        for keys in everything_a_keyboard_sends() {
            screen.press_bytes(&keys);
        }
        for signal in ["INT", "QUIT", "TSTP"] {
            let mut kill = std::process::Command::new("kill");
            let sent = kill.args([format!("-{signal}"), process.to_string()]).status();
            assert!(sent.unwrap().success(), "{signal}");
        }
        // It answers, in a new case.
        let mut rounds = 0;
        while !screen.text().contains("在哪里参保？") {
            rounds += 1;
            assert!(rounds < 100 && screen.is_running(), "{}", screen.text());
            screen.press("\u{1b}").press("\u{1b}[15~").rest(Duration::from_millis(100));
        }
        screen.press("\u{15}").wait_for("在哪里参保？");
    }
    let raw = screen.raw();
    assert!(!raw.contains(SECRET) && !raw.contains("#1"), "another's case was shown");
    assert!(!raw.contains("\u{1b}[?1049l"), "the terminal was given back");
    // Nothing of it stands in help or palette either.
    screen.press("?").wait_for("按键").rest(Duration::from_millis(200));
    for key in ["Ctrl-C", "Ctrl-Z", "Ctrl-O", "Ctrl-S"] {
        assert!(!screen.text().contains(key), "{key}: {}", screen.text());
    }
    // The system ends it.
    assert!(std::process::Command::new("kill").arg(process.to_string()).status().unwrap().success());
    assert_eq!(screen.end(), 128 + 15);
    assert!(screen.restored());
}

#[cfg(unix)]
#[test]
fn the_shell_that_started_a_locked_desk_is_not_reached() {
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.arg("-i");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut screen = Screen::start(80, 24, shell, &[("PS1", "shell> "), ("PATH", &path)]);
    let line = format!("{} --locked\n", env!("CARGO_BIN_EXE_yidi"));
    screen.wait_for("shell>").press(&line).wait_for("在哪里参保？");
    screen.press("\u{1a}\u{3}\u{3}\u{1c}\u{4}").press("\u{1b}\u{1b}\r").rest(Duration::from_millis(500));
    screen.press("\u{1b}").press("\u{15}as").wait_for("鞍山市");
    assert!(!screen.text().contains("shell>"), "{}", screen.text());
}

#[test]
fn a_counter_says_that_it_is_one_and_the_settings_lock_as_well() {
    let mut screen = Screen::open_with(80, 24, &["--counter", "5"], &[]);
    screen.wait_for("[窗口模式]").press("as\rbj\r135w\r\r").wait_for(SHOWN).wait_for("[窗口模式]");
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.toml");
    std::fs::write(&config, "locked = true\n").unwrap();
    let mut screen = Screen::open_with(80, 24, &["--config", config.to_str().unwrap(), "--lang", "en"], &[]);
    screen.wait_for("[public desk]");
}

#[test]
fn one_question_a_line_cannot_be_locked() {
    for arguments in ["--locked --plain", "--locked"] {
        let output = program(arguments).stdin(std::process::Stdio::null()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(said(&output).contains("锁定要用整屏"), "{}", said(&output));
    }
}
