//! First frame, and key to frame, of the built program in a pseudo-terminal,
//! beside a minimal ratatui form and, where they are installed, whiptail and
//! dialog, in the same run.
//!
//! A frame is over when nothing followed for a while; that while is not counted.
#![allow(missing_docs)]

mod support;

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use support::verdict;

const ROUNDS: usize = 21;
/// After so long without a byte a frame is complete.
const QUIET: Duration = Duration::from_millis(25);
const LIMIT: Duration = Duration::from_secs(10);

/// A program, what shows that its first frame is there, and keys to press.
struct Program {
    name: &'static str,
    command: Vec<String>,
    marker: &'static str,
    /// Pressed before anything is measured.
    way: &'static [&'static str],
    keys: &'static [&'static str],
}

/// What was measured of a program, in seconds and bytes.
#[derive(Default)]
struct Times {
    first: Vec<f64>,
    key: Vec<f64>,
    bytes: Vec<f64>,
}

struct Terminal {
    parser: vt100::Parser,
    output: Receiver<(Instant, Vec<u8>)>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    begun: Instant,
    /// A home of its own: no draft of the round before is offered.
    _home: tempfile::TempDir,
    /// Closed last.
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn open(command: &[String], columns: u16, rows: u16) -> Option<Self> {
        let size = PtySize { cols: columns, rows, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).ok()?;
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        builder.env_clear();
        builder.cwd(std::env::temp_dir());
        let home = tempfile::tempdir().ok()?;
        builder.env("HOME", home.path());
        for (name, value) in [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("PATH", "/usr/bin:/bin")] {
            builder.env(name, value);
        }
        let mut reader = pair.master.try_clone_reader().ok()?;
        let (send, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 || send.send((Instant::now(), buffer[..read].to_vec())).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().ok()?;
        let begun = Instant::now();
        let child = pair.slave.spawn_command(builder).ok()?;
        let parser = vt100::Parser::new(NonZeroU16::new(rows)?, NonZeroU16::new(columns)?, 0);
        Some(Self { parser, output, keys, child, begun, _home: home, _master: pair.master })
    }

    /// Waits until the marker is seen and nothing follows; when the last byte
    /// came, and how many there were.
    fn frame(&mut self, marker: &str) -> Option<(Instant, usize)> {
        let (end, mut last, mut bytes) = (Instant::now() + LIMIT, None, 0);
        loop {
            match self.output.recv_timeout(QUIET) {
                Ok((when, text)) => {
                    self.parser.process(&text);
                    last = Some(when);
                    bytes += text.len();
                }
                Err(_) if last.is_some() && self.parser.screen().contents().contains(marker) => {
                    return Some((last?, bytes));
                }
                Err(_) if Instant::now() > end => {
                    // What it shows instead says why.
                    println!("{}", self.parser.screen().contents());
                    return None;
                }
                Err(_) => {}
            }
        }
    }

    fn press(&mut self, key: &str) -> Option<Instant> {
        let when = Instant::now();
        self.keys.write_all(key.as_bytes()).ok()?;
        self.keys.flush().ok()?;
        Some(when)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One start and every key once.
fn round(program: &Program, columns: u16, rows: u16, times: &mut Times) -> Option<()> {
    let mut terminal = Terminal::open(&program.command, columns, rows)?;
    let (last, _) = terminal.frame(program.marker)?;
    times.first.push((last - terminal.begun).as_secs_f64());
    for key in program.way {
        terminal.press(key)?;
        terminal.frame("")?;
    }
    for key in program.keys {
        let pressed = terminal.press(key)?;
        let (last, bytes) = terminal.frame("")?;
        times.key.push((last - pressed).as_secs_f64());
        #[allow(clippy::cast_precision_loss)]
        times.bytes.push(bytes as f64);
    }
    Some(())
}

fn at(values: &[f64], share: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// The floor, which `cargo bench` builds beside this.
fn floor() -> Option<PathBuf> {
    let here = std::env::current_exe().ok()?;
    let beside = fs::read_dir(here.parent()?).ok()?.flatten();
    let floors = beside.filter(|entry| {
        let is_floor = entry.file_name().to_string_lossy().starts_with("floor-");
        is_floor && entry.path().extension().is_none_or(|ending| ending == "exe")
    });
    floors
        .max_by_key(|entry| entry.metadata().and_then(|data| data.modified()).ok())
        .map(|entry| entry.path())
}

fn programs(floor: &str) -> Vec<Program> {
    let yidi = env!("CARGO_BIN_EXE_yidi").to_owned();
    let moves = &["\x1b[B", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A", "\x1b[A", "\x1b[A"];
    let menu = |name: &str| {
        let list = "--menu ready 20 60 12 1 a 2 b 3 c 4 d 5 e 6 f 7 g 8 h 9 i".split(' ').map(str::to_owned);
        std::iter::once(format!("/usr/bin/{name}")).chain(list).collect()
    };
    let program = |name, command, marker, way, keys| Program { name, command, marker, way, keys };
    let mut all = vec![
        program("minimal ratatui form", vec![floor.to_owned(), "form".to_owned()], "floor-ready", &[], moves),
        program("yidi, moving in a list", vec![yidi.clone()], "在哪里参保", &[], moves),
        program(
            "yidi, type-ahead",
            vec![yidi.clone()],
            "在哪里参保",
            &[],
            &["a", "s", "\x7f", "\x7f", "g", "z", "\x7f", "\x7f"],
        ),
        program(
            "yidi, result with all views live",
            vec![yidi],
            "在哪里参保",
            &["as", "\r", "bj", "\r", "1", "3", "5w", "\r", "\r"],
            &["+", "+", "-", "-", "h", "h", "+", "-"],
        ),
    ];
    for (name, command) in [("whiptail", menu("whiptail")), ("dialog", menu("dialog"))] {
        if fs::exists(format!("/usr/bin/{name}")).unwrap_or(false) {
            all.push(program(name, command, "ready", &[], moves));
        }
    }
    all
}

fn main() {
    let Some(floor) = floor() else {
        return println!("terminal: the floor is not built; run `cargo bench` without a name");
    };
    for (columns, rows) in [(80, 24), (200, 60)] {
        let programs = programs(&floor.display().to_string());
        let mut times: Vec<Times> = programs.iter().map(|_| Times::default()).collect();
        for _ in 0..ROUNDS {
            for (program, times) in programs.iter().zip(&mut times) {
                if round(program, columns, rows, times).is_none() {
                    return println!("{}: did not answer", program.name);
                }
            }
        }
        println!("{columns}×{rows}, {ROUNDS} rounds, ms");
        let head = ["first", "p95", "key", "p95", "bytes"].map(|name| format!("{name:>9}")).concat();
        println!("{:<36}{head}", "");
        for (program, times) in programs.iter().zip(&times) {
            let Times { first, key, bytes } = times;
            let cells = [
                at(first, 50) * 1e3,
                at(first, 95) * 1e3,
                at(key, 50) * 1e3,
                at(key, 95) * 1e3,
                at(bytes, 50),
            ];
            println!("{:<36}{}", program.name, cells.map(|cell| format!("{cell:>9.2}")).concat());
        }
        let [least, list, typing, result, ..] = times.as_slice() else { return };
        // All three start alike.
        let first = [&list.first[..], &typing.first, &result.first].concat();
        verdict("first frame against the floor", at(&first, 50) / at(&least.first, 50), 1.25, false);
        for (what, times, more) in [
            ("key to frame in a list, above the floor, ms", list, 0.5),
            ("key to frame typing ahead, above the floor, ms", typing, 0.5),
            ("key to frame on the result, above the floor, ms", result, 1.0),
        ] {
            verdict(what, (at(&times.key, 50) - at(&least.key, 50)) * 1e3, more, false);
        }
    }
}
