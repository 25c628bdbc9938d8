//! What happens to a program in a terminal besides keys: it is stopped and let
//! go on, its window changes, and more is pasted than anybody wants.

use portable_pty::CommandBuilder;

use crate::screens::terminal::Screen;

const SHOWN: &str = "22,700.00 ～ 27,200.00 元";
const PASTE: (&str, &str) = ("\u{1b}[200~", "\u{1b}[201~");

/// A shell with job control that has started the program.
#[cfg(unix)]
fn in_a_shell(options: &str) -> Screen {
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.arg("-i");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut screen = Screen::start(80, 24, shell, &[("PS1", "shell> "), ("PATH", &path)]);
    screen.wait_for("shell>").press(&format!("{} {options}\n", env!("CARGO_BIN_EXE_yidi")));
    screen
}

#[cfg(unix)]
#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_goes_on_where_it_was() {
    let mut screen = in_a_shell("");
    screen.wait_for("在哪里参保？").press("as\r").wait_for("去哪里就医？").press("be");
    screen.press("\u{1a}").wait_for("Stopped");
    assert!(screen.restored(), "the terminal was not given back");
    // The shell has its lines and its echo again.
    screen.press("echo back-$((40+2))\n").wait_for("back-42");
    assert!(screen.text().contains("echo back-"), "no echo:\n{}", screen.text());
    screen.press("fg\n").wait_for("去哪里就医？").wait_for("be");
    screen.press("ijing\r").wait_for("参加的是哪种医保？").press("135w\r\r").wait_for(SHOWN);
    // Once more, from the result, in a window of another size.
    screen.press("\u{1a}").wait_for("Stopped").resize(120, 36);
    screen.press("fg\n").wait_for(SHOWN).press("2").wait_for("[2 清单]");
    screen.press("\u{3}").wait_for("再按一次 Ctrl-C").press("\u{3}").wait_for("shell>");
    assert!(screen.restored());
    screen.press("exit\n");
    assert_eq!(screen.end(), 0);
}

#[cfg(unix)]
#[test]
fn the_mouse_is_given_back_and_taken_again() {
    let mut screen = in_a_shell("--mouse");
    let last = |screen: &Screen, what: &str| screen.raw().rfind(what);
    screen.wait_for("在哪里参保？").press("\u{1a}").wait_for("Stopped");
    assert!(last(&screen, "\u{1b}[?1000l") > last(&screen, "\u{1b}[?1000h"));
    screen.press("fg\n").wait_for("在哪里参保？");
    assert!(last(&screen, "\u{1b}[?1000h") > last(&screen, "\u{1b}[?1000l"));
    screen.press("\u{3}").wait_for("shell>");
}

#[cfg(unix)]
#[test]
fn without_a_shell_that_could_let_it_go_on_the_program_is_not_stopped() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？").press("\u{1a}as").wait_for("鞍山市").press("\r").wait_for("去哪里就医？");
}

#[test]
fn two_hundred_changes_of_the_window_leave_a_whole_screen() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN);
    // The same walk on every machine; one cell, and more than any screen has.
    let mut seed = 7_u32;
    for change in 0..200 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let columns = u16::try_from(seed >> 16 & 0x1ff).unwrap() % 500 + 1;
        let rows = u16::try_from(seed >> 4 & 0xff).unwrap() % 200 + 1;
        screen.shake(columns, rows);
        if change % 7 == 0 {
            screen.press(["\t", "\u{1b}[B", "\r", "?", "?"][change / 7 % 5]);
        }
    }
    screen.shake(80, 24);
    screen.press("1").wait_for("[1 费用]").wait_for("帮助");
    screen.press("\u{3}").wait_for("再按一次 Ctrl-C").press("\u{3}");
    assert_eq!(screen.end(), 0);
}

#[test]
fn from_one_cell_to_a_wall_of_them() {
    for (columns, rows) in [(1, 1), (2, 1), (1, 200), (500, 1), (8, 3), (59, 20), (60, 19)] {
        let mut screen = Screen::open(columns, rows);
        // Too small to show anything; it takes keys all the same.
        screen.press("as\rbj\r135w\r\r").resize(80, 24).wait_for(SHOWN);
    }
    let mut screen = Screen::open(500, 200);
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN).press("3").wait_for("按去向（个人负担，元）");
}

/// A hundred thousand bytes of everything: wide, narrow, line ends, orders to the
/// terminal, marks that turn text around.
fn everything() -> String {
    let mut all = String::new();
    while all.len() < 100_000 {
        all.push_str("鞍山五万　ａｂ12\r\n\t\u{7}\u{8}\u{1b}]0;title\u{9c}\u{202e}\u{200b}é👩‍⚕️ｱ'\"$(x)\0");
    }
    all
}

fn paste(screen: &mut Screen, text: &str) {
    // In parts, as a terminal hands it over: the program reads while it is sent.
    screen.press(PASTE.0);
    for part in text.as_bytes().chunks(4_000) {
        screen.press_bytes(part);
    }
    screen.press(PASTE.1);
}

/// Every place where text is typed takes a paste, bounded and as text alone.
#[test]
fn a_long_paste_into_every_input_does_no_harm() {
    let text = everything();
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？");
    paste(&mut screen, &text);
    screen.wait_for("没有找到").press("\u{1b}").wait_for("北京市");
    // The express line and the palette. The last row is drawn last: what it says
    // tells that the whole frame is there.
    screen.press("\u{5}").wait_for("Enter 确定  Esc 关闭");
    paste(&mut screen, &text);
    screen.press("\u{1b}").wait_for("Esc 上一步").press(":").wait_for("Enter 执行  Esc 关闭");
    paste(&mut screen, &text);
    screen.wait_for("没有这样的操作").press("\u{1b}").wait_for("Esc 上一步");
    // The total, and on the result another total, the hand-out, the note, the case book.
    screen.press("as\rbj\r13").wait_for("这次行程和费用");
    paste(&mut screen, &text);
    screen.press("\r").wait_for("看不懂这个金额").press("\u{15}5w\r\r").wait_for("Esc 修改");
    for key in ["=", "\u{10}\t", "\u{10}\t\t", "\u{13}", "\u{f}"] {
        screen.press(key).wait_for("Esc 关闭");
        paste(&mut screen, &text);
        screen.press("\u{1b}").wait_for("Esc 修改").wait_for(SHOWN);
    }
    let raw = screen.raw();
    assert!(!raw.contains("]0;title\u{9c}") && !raw.contains(['\u{202e}', '\u{7}']), "an order got through");
    screen.press("\u{3}").wait_for("再按一次 Ctrl-C").press("\u{3}");
    assert_eq!(screen.end(), 0);
}

#[test]
fn wide_text_is_pasted_into_a_window_of_eight_columns() {
    let mut screen = Screen::open(8, 24);
    paste(&mut screen, "鞍山市鞍山市");
    screen.resize(80, 24).wait_for("鞍山市鞍山市").press("\u{15}").wait_for("在哪里参保？");
    paste(&mut screen, "鞍山\r\n");
    screen.wait_for("210300").press("\r").wait_for("去哪里就医？");
}

#[test]
fn the_linux_console_gets_lines_of_ascii() {
    let mut screen = Screen::open_with(80, 24, &[], &[("TERM", "linux")]);
    // It cannot show Chinese: the program speaks English there.
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00 to 27,200.00 yuan").wait_for("= Fund");
    assert!(!screen.raw().contains(['─', '█', '░', '│']), "{}", screen.text());
}

/// GNU screen and the Linux console have no second screen: what stood there before
/// must not shine through, and nothing of a case may stay behind.
#[test]
fn a_terminal_with_one_screen_is_clean_before_and_after() {
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN).press("\u{3}").wait_for("再按一次").press("\u{3}");
    assert_eq!(screen.end(), 0);
    let raw = screen.raw().replace("\u{1b}[?1049h", "").replace("\u{1b}[?1049l", "");
    let (before, after) = raw.split_at(raw.rfind("\u{1b}[2J").unwrap());
    let mut only = one_screen();
    only.process("user@host$ ls\r\n".repeat(23).as_bytes());
    assert!(only.screen().contents().contains("user@host"));
    only.process(before.as_bytes());
    assert_eq!(only.screen().contents(), screen_alone(before));
    only.process(after.as_bytes());
    assert_eq!(only.screen().contents().trim(), "");
}

fn one_screen() -> vt100::Parser {
    vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0)
}

fn screen_alone(raw: &str) -> String {
    let mut fresh = one_screen();
    fresh.process(raw.as_bytes());
    fresh.screen().contents()
}

/// A terminal that answers no question, as over some lines, is cleared all the same.
#[test]
fn a_new_case_needs_no_answer_of_the_terminal() {
    let mut screen = Screen::open(80, 24);
    screen
        .press("as\rbj\r135w\r\r")
        .wait_for(SHOWN)
        .press("\u{1b}[15~")
        .wait_for("再按一次 F5")
        .press("\u{1b}[15~")
        .wait_for("已清空");
    screen.press("as\r").wait_for("去哪里就医？");
    assert!(!screen.raw().contains("\u{1b}[6n"), "it asked where the cursor is");
}

/// Many keys at once, as when a terminal without marks for it pastes: none waits
/// for another one to be pressed.
#[test]
fn a_flood_of_keys_is_read_to_its_end() {
    let mut screen = Screen::open(80, 24);
    screen.wait_for("在哪里参保？").press(&"an\u{7f}\u{7f}".repeat(2_000));
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN);
}

/// Windows, GNU screen and the Linux console do not mark what is pasted: it comes as
/// keys, line ends and all.
#[test]
fn a_slip_pasted_by_a_terminal_that_does_not_mark_it_fills_its_fields() {
    let slip = "{\r  \"medfee_sumamt\": \"50000.00\",\r  \"hifp_pay\": \"27300.00\",\r\
                \t\"psn_part_amt\": \"17240.00\"\r}\r";
    let mut screen = Screen::open(80, 24);
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN).press("c").wait_for("核对结算单");
    screen.press(slip).wait_for("17240.00").wait_for("27300.00").wait_for("50000.00");
    assert!(!screen.text().contains(['{', '}']), "{}", screen.text());
}
