//! What comes from outside while the program is in a terminal: signals, a
//! terminal that goes away. The terminal is as it was, nothing of a case is on
//! it, and no file of the session stays.
#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use crate::screens::terminal::Screen;

/// A program is over by then, on a machine that does other things as well.
const SOON: Duration = Duration::from_secs(5);

fn book() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db").to_str().unwrap().to_owned();
    (folder, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn signal(process: u32, name: &str) {
    assert!(
        Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status().unwrap().success()
    );
}

#[test]
fn a_signal_ends_the_wizard_and_gives_the_terminal_back() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let (folder, book) = book();
        let mut screen = Screen::open_with(80, 24, &["--cases", &book], &[]);
        // The second key says that the draft of the first is written.
        screen.press("as\rbj\r1").wait_for("去几级医院？").press("?").wait_for("Ctrl-Z");
        signal(screen.process(), name);
        assert_eq!(screen.end(), code, "{name}");
        assert!(screen.restored(), "{name}: the terminal was not given back");
        assert!(!screen.text().contains("鞍山"), "{name}: {}", screen.text());
        assert_eq!(names(folder.path()), ["cases.db", "cases.db-journal"], "{name}");
        // The case was not finished: it is offered.
        let mut screen = Screen::open_with(80, 24, &["--cases", &book], &[]);
        screen.wait_for("上次有一例没有填完");
    }
}

#[test]
fn a_counter_leaves_nothing_of_a_case_on_the_terminal() {
    let (folder, book) = book();
    let mut screen = Screen::open_with(80, 24, &["--cases", &book, "--counter", "5"], &[]);
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00");
    let limits = fs::read_to_string(format!("/proc/{}/limits", screen.process()));
    if let Ok(limits) = limits {
        let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(cores.split_whitespace().nth(4), Some("0"), "{cores}");
    }
    signal(screen.process(), "TERM");
    assert_eq!(screen.end(), 143);
    assert!(!screen.text().contains("22,700.00"), "{}", screen.text());
    assert!(!names(folder.path()).iter().any(|name| name.contains("session")));
}

#[test]
fn stopped_from_outside_it_gives_the_terminal_back_and_goes_on() {
    for (stop, is_told) in [("TSTP", true), ("STOP", false)] {
        let mut shell = CommandBuilder::new("/bin/sh");
        shell.arg("-i");
        let path = std::env::var("PATH").unwrap_or_default();
        let mut screen = Screen::start(80, 24, shell, &[("PS1", "shell> "), ("PATH", &path)]);
        let file = tempfile::NamedTempFile::new().unwrap();
        let pid = file.path().to_str().unwrap();
        let program = env!("CARGO_BIN_EXE_yidi");
        screen.wait_for("shell>").press(&format!("sh -c 'echo $$ > {pid}; exec {program}'\n"));
        screen.wait_for("在哪里参保？").press("as\r").wait_for("去哪里就医？");
        let process = fs::read_to_string(pid).unwrap().trim().parse().unwrap();
        signal(process, stop);
        screen.wait_for("Stopped");
        assert_eq!(screen.restored(), is_told, "{stop}");
        // As most shells do by themselves.
        screen.press("stty sane; echo sane-$((40+2))\n").wait_for("sane-42");
        assert!(!screen.is_raw(), "{stop}");
        let place = screen.written();
        // The footer is drawn last.
        screen.press("fg\n").wait_until(|screen| screen.shown_since(place).contains("Esc 上一步"));
        is_whole(&mut screen, place);
        screen.press("bj\r").wait_for("参加的是哪种医保？");
        screen.press("\u{3}").wait_for("再按一次 Ctrl-C").press("\u{3}").wait_for("shell>");
        assert!(screen.restored(), "{stop}");
    }
}

/// All that the screen shows was drawn since then, and keys are read one by one.
fn is_whole(screen: &mut Screen, place: usize) {
    screen.wait_until(|screen| screen.is_raw() && screen.shown_since(place) == screen.text());
    for part in ["第 2 步", "鞍山市", "去哪里就医？", "Esc 上一步"] {
        assert!(screen.shown_since(place).contains(part), "{part}:\n{}", screen.shown_since(place));
    }
}

/// SIGSTOP cannot be heard; that it goes on can. No shell is between.
#[test]
fn stopped_unheard_it_takes_the_terminal_again_and_draws_all_of_it() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？").press("as\r").wait_for("去哪里就医？").wait_for("Esc 上一步");
    assert!(screen.is_raw());
    let process = screen.process();
    let terminal = screen.terminal();
    let state = || {
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next())
    };
    if state().is_none() {
        return eprintln!("skipped: this system does not say what a process does");
    }
    for _ in 0..3 {
        signal(process, "STOP");
        let begun = Instant::now();
        while state() != Some('T') {
            assert!(begun.elapsed() < SOON, "it never stopped");
            std::thread::sleep(Duration::from_millis(5));
        }
        // Meanwhile somebody writes there, and wants lines.
        assert!(Command::new("stty").arg("-F").arg(&terminal).arg("sane").status().unwrap().success());
        fs::File::options().write(true).open(&terminal).unwrap().write_all(b"mail has come\r\n").unwrap();
        screen.wait_for("mail has come");
        assert!(!screen.is_raw());
        let place = screen.written();
        signal(process, "CONT");
        screen.wait_until(|screen| screen.shown_since(place).contains("Esc 上一步"));
        is_whole(&mut screen, place);
    }
    screen.press("bj\r").wait_for("参加的是哪种医保？");
}

#[test]
fn without_a_terminal_the_program_is_over_at_once() {
    for is_ignored in [false, true] {
        let (folder, book) = book();
        let pid = folder.path().join("pid");
        let trap = if is_ignored { "trap '' HUP; " } else { "" };
        let program = env!("CARGO_BIN_EXE_yidi");
        let inner = format!("{trap}echo $$ > {}; exec {program} --cases {book}", pid.display());
        // It holds the other end of the terminal; killed, that end is gone.
        let terminal = Command::new("script")
            .args(["-qec", &inner, "/dev/null"])
            .env("TERM", "xterm")
            .env("HOME", folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn();
        let Ok(mut terminal) = terminal else { return eprintln!("skipped: no script on this machine") };
        let begun = Instant::now();
        let is_open = || names(folder.path()).iter().any(|name| name.contains("session"));
        while !is_open() {
            assert!(begun.elapsed() < 4 * SOON, "it never began");
            std::thread::sleep(Duration::from_millis(20));
        }
        let process = fs::read_to_string(&pid).unwrap().trim().parse().unwrap();
        assert!(is_running(process));
        terminal.kill().unwrap();
        terminal.wait().unwrap();
        let begun = Instant::now();
        while is_running(process) {
            assert!(begun.elapsed() < SOON, "hang-up ignored: {is_ignored}: still there");
            std::thread::sleep(Duration::from_millis(20));
        }
        assert!(!is_open(), "{is_ignored}: {:?}", names(folder.path()));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_batch_that_is_ended_leaves_nothing_beside() {
    // Whoever runs the tests behind something else (nohup) may have it ignore some.
    let signals = [("HUP", 1), ("INT", 2), ("KILL", 9), ("TERM", 15)];
    for (name, _) in signals.into_iter().filter(|(_, number)| !ignores(*number)) {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("settled.csv");
        let mut batch = crate::support::process::program(&["batch", "-", "--out", out.to_str().unwrap()])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut table = batch.stdin.take().unwrap();
        let row = "鞍山,北京,active,3,50000\n";
        table.write_all(format!("from,to,status,tier,total\n{}", row.repeat(20_000)).as_bytes()).unwrap();
        // It is in the middle of it: more rows may come.
        std::thread::sleep(Duration::from_millis(200));
        signal(batch.id(), name);
        batch.wait().unwrap();
        assert_eq!(names(folder.path()), [""; 0], "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_a_failure() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let status = crate::support::process::program("--help").stdout(full).status().unwrap();
    assert_eq!(status.code(), Some(1));
}

/// Whether this process, and so what it starts, ignores a signal.
fn ignores(signal: u32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored
        .and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .is_some_and(|mask| mask >> (signal - 1) & 1 != 0)
}

/// Whether a process is there and no mere remainder.
fn is_running(process: u32) -> bool {
    let state = Command::new("ps").args(["-o", "stat=", "-p", &process.to_string()]).output().unwrap();
    let state = String::from_utf8(state.stdout).unwrap();
    !state.trim().is_empty() && !state.trim().starts_with('Z')
}
