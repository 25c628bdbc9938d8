//! The built program in a real pseudo-terminal: keys in, screen out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// One generous limit; every wait is for something that is wanted.
const LIMIT: Duration = Duration::from_secs(20);

pub(crate) struct Screen {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    raw: Vec<u8>,
    _home: tempfile::TempDir,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { cols: columns, rows, pixel_width: 0, pixel_height: 0 }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

impl Screen {
    pub(crate) fn open(columns: u16, rows: u16) -> Self {
        Self::open_with(columns, rows, &[], &[])
    }

    pub(crate) fn open_with(
        columns: u16,
        rows: u16,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yidi"));
        command.args(arguments);
        Self::start(columns, rows, command, environment)
    }

    /// Starts any program in a terminal of its own, in a home of its own:
    /// nobody's case book is touched.
    pub(crate) fn start(
        columns: u16,
        rows: u16,
        mut command: CommandBuilder,
        environment: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        command.env_clear();
        command.env("TERM", "xterm-256color");
        let home = tempfile::tempdir().unwrap();
        command.env("HOME", home.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 || send.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self { parser, output, keys, child, master: pair.master, raw: Vec::new(), _home: home }
    }

    pub(crate) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    fn take(&mut self, wait: Duration) -> bool {
        match self.output.recv_timeout(wait) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.raw.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => false,
        }
    }

    pub(crate) fn wait_for(&mut self, wanted: &str) -> &mut Self {
        let end = Instant::now() + LIMIT;
        while !self.text().contains(wanted) {
            assert!(Instant::now() < end, "never saw {wanted:?}:\n{}", self.text());
            self.take(Duration::from_millis(20));
        }
        self
    }

    /// Waits for anything else that can be told from the screen or what was written.
    pub(crate) fn wait_until(&mut self, is_so: impl Fn(&Self) -> bool) -> &mut Self {
        let end = Instant::now() + LIMIT;
        while !is_so(self) {
            assert!(Instant::now() < end, "it never came to it:\n{}", self.text());
            self.take(Duration::from_millis(20));
        }
        self
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.press_bytes(keys.as_bytes())
    }

    pub(crate) fn press_bytes(&mut self, keys: &[u8]) -> &mut Self {
        self.keys.write_all(keys).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Waits until the program ends; gives its exit code.
    pub(crate) fn end(&mut self) -> u32 {
        let end = Instant::now() + LIMIT;
        loop {
            self.take(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way: until the line is closed, or
                // nothing comes any more.
                let mut written = usize::MAX;
                while written != self.raw.len() && Instant::now() < end {
                    written = self.raw.len();
                    if !self.take(Duration::from_millis(200)) {
                        break;
                    }
                }
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it never ended:\n{}", self.text());
        }
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Ends the program without asking it.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Whether its terminal hands over each key as it is, without echo.
    #[cfg(unix)]
    pub(crate) fn is_raw(&self) -> bool {
        let modes = self.master.get_termios().unwrap();
        // Of a library that is not named here, so that its names are all there is.
        let local = format!("{:?}", modes.local_flags);
        !local.split(|c: char| !c.is_alphanumeric()).any(|flag| ["ICANON", "ECHO"].contains(&flag))
    }

    /// The terminal by its name.
    #[cfg(unix)]
    pub(crate) fn terminal(&self) -> std::path::PathBuf {
        self.master.tty_name().unwrap()
    }

    /// What a terminal shows that saw nothing of what was written before this place.
    pub(crate) fn shown_since(&self, place: usize) -> String {
        let (rows, columns) = self.parser.screen().size();
        let mut fresh = vt100::Parser::new(rows, columns, 0);
        fresh.process(&self.raw[place..]);
        fresh.screen().contents()
    }

    /// How much the program has written.
    pub(crate) fn written(&self) -> usize {
        self.raw.len()
    }

    /// Whether the program is still there.
    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Reads for so long, whatever comes.
    pub(crate) fn rest(&mut self, time: Duration) -> &mut Self {
        let end = Instant::now() + time;
        while Instant::now() < end {
            self.take(Duration::from_millis(20));
        }
        self
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.master.resize(size(columns, rows)).unwrap();
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
        self
    }

    /// Everything the program wrote.
    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// The window changes; what is read of the screen stays as it was.
    pub(crate) fn shake(&self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).unwrap();
    }

    pub(crate) fn restored(&self) -> bool {
        let raw = String::from_utf8_lossy(&self.raw);
        let after = |one: &str, other: &str| {
            raw.rfind(one).is_some_and(|last| raw.rfind(other).is_some_and(|place| last > place))
        };
        after("\u{1b}[?1049l", "\u{1b}[?1049h")
            && after("\u{1b}[?2004l", "\u{1b}[?2004h")
            && raw.rfind("\u{1b}[?25h") > raw.rfind("\u{1b}[?25l")
    }
}

#[test]
fn a_whole_case_in_twelve_presses() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？");
    screen.press("as").wait_for("鞍山市").press("\r").wait_for("去哪里就医？");
    screen.press("bj").wait_for("> 北京市").press("\r").wait_for("参加的是哪种医保？");
    screen.press("1").wait_for("去几级医院？").press("3").wait_for("这次行程和费用");
    screen.press("5w").wait_for("识别为 50,000.00 元").press("\r").wait_for("请核对");
    screen.press("\r").wait_for("22,700.00 ～ 27,200.00 元");
    screen.press("\t").wait_for("备案与就医清单");
    screen.press("\u{3}").wait_for("再按一次 Ctrl-C 离开").press("\u{3}");
    assert_eq!(screen.end(), 0);
    assert!(screen.restored(), "the terminal was not given back");
}

#[test]
fn all_keys_at_once_end_on_the_same_result() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00 ～ 27,200.00 元");
}

#[test]
fn back_and_change() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r135w\r").wait_for("请核对").press("3").wait_for("参加的是哪种医保？");
    screen.press("2").wait_for("请核对").wait_for("职工退休").press("\r");
    // Retired 65 %: 50 000 − 45 500 × 0.65 = 20 425; 50 000 − 38 000 × 0.65 = 25 300
    screen.wait_for("20,425.00 ～ 25,300.00 元");
}

#[test]
fn a_bad_amount_is_told_and_kept() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r13abc\r").wait_for("看不懂这个金额").wait_for("abc");
    screen.press("\u{7f}\u{7f}\u{7f}3万\r").wait_for("请核对").wait_for("30,000.00 元");
}

#[test]
fn a_resize_redraws_and_a_small_window_says_so() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\r").wait_for("去哪里就医？");
    screen.resize(120, 36).wait_for("   参保地").wait_for(" > 就医地");
    screen.resize(50, 15).wait_for("窗口太小：现在 50×15");
    screen.resize(80, 24).wait_for("去哪里就医？");
}

#[test]
fn the_cursor_stands_where_text_is_typed() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？").press("鞍山").wait_for("210300");
    // Label of 7 cells and four cells of Chinese, on the sixth row.
    let end = Instant::now() + LIMIT;
    while screen.parser.screen().cursor_position() != (5, 11) {
        assert!(Instant::now() < end, "{:?}", screen.parser.screen().cursor_position());
        screen.take(Duration::from_millis(20));
    }
    assert!(!screen.parser.screen().hide_cursor());
}

#[test]
fn esc_on_the_first_step_asks_before_leaving() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？").press("\u{1b}").wait_for("要离开吗？");
    screen.press("n").wait_for("在哪里参保？").press("\u{1b}").wait_for("要离开吗？").press("\r");
    assert_eq!(screen.end(), 0);
    assert!(screen.restored());
}

#[test]
fn no_colour_means_no_colour_and_ascii_means_ascii_lines() {
    let mut screen = Screen::open_with(80, 24, &["--ascii"], &[("NO_COLOR", "1")]);
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00 ～ 27,200.00 元").wait_for("= 统筹");
    let raw = String::from_utf8_lossy(&screen.raw).into_owned();
    for colour in ["[31m", "[32m", "[33m", "[36m", "[38;"] {
        assert!(!raw.contains(colour), "{colour}");
    }
    assert!(!raw.contains('─'));
}

#[test]
fn a_broken_overlay_is_told_on_the_screen_and_the_wizard_goes_on() {
    let folder = std::env::temp_dir().join(format!("yidi-screen-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("own.ron"), "(areas: {\n").unwrap();
    let mut screen = Screen::open_with(120, 36, &["--data", folder.to_str().unwrap()], &[]);
    screen
        .wait_for("own.ron 有误，整个文件未采用")
        .press("\r")
        .wait_for("有 1 个补充文件有误")
        .press("as\rbj\r135w\r\r")
        .wait_for("22,700.00 ～ 27,200.00 元");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_if_explanation_and_undo_on_the_result() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00 ～ 27,200.00 元");
    // Referred: 50 000 − (47 500 − 1 500) × 0.70 = 17 800.00; 50 000 − 38 500 × 0.70 = 23 050.00
    screen.press("r2").wait_for("17,800.00 ～ 23,050.00 元");
    // Alt-Left takes it back.
    screen.press("\u{1b}[1;3D").wait_for("22,700.00 ～ 27,200.00 元");
    screen.press("\u{1b}[B\u{1b}[B\u{1b}[B\u{1b}[B\r").wait_for("45,500.00 x 60% = 27,300.00");
    screen.press("3").wait_for("按去向（个人负担，元）");
    screen.press("4\r").wait_for("N176").press(":qingdan\r").wait_for("[2 清单]");
}

#[test]
fn a_whole_case_in_one_line() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？").press("\u{5}").wait_for("一行录入");
    screen.press("鞍山 北京 职工 三级 5万 转诊").wait_for("总费用  50,000.00 元");
    screen.press("\r").wait_for("17,800.00 ～ 23,050.00 元");
    screen.press("\u{3}").wait_for("再按一次").press("\u{3}");
    assert_eq!(screen.end(), 0);
}

#[test]
fn the_mouse_is_taken_only_where_it_is_wanted_and_given_back() {
    let mut screen = Screen::open_with(80, 24, &["--mouse"], &[]);
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00 ～ 27,200.00 元");
    // A click on the third tab: column 26, row 4.
    screen.press("\u{1b}[<0;26;4M").wait_for("[3 对比]");
    screen.press("\u{3}").wait_for("再按一次").press("\u{3}");
    assert_eq!(screen.end(), 0);
    let raw = String::from_utf8_lossy(&screen.raw).into_owned();
    assert!(raw.contains("\u{1b}[?1000h"));
    assert!(raw.rfind("\u{1b}[?1000l") > raw.rfind("\u{1b}[?1000h"));
    let mut plain = Screen::open(80, 24);
    plain.wait_for("在哪里参保？");
    assert!(!String::from_utf8_lossy(&plain.raw).contains("\u{1b}[?1000h"));
}
