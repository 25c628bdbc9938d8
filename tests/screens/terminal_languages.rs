//! The built program in a real pseudo-terminal, in English and from one
//! language to the other.

use crate::screens::terminal::Screen;

#[test]
fn the_whole_case_in_english() {
    let mut screen = Screen::open_with(80, 24, &["--lang", "en"], &[]);
    screen.wait_for("Where are you insured?");
    screen.press("as").wait_for("> Anshan").press("\r").wait_for("Where will you be treated?");
    screen.press("bj").wait_for("> Beijing").press("\r").wait_for("Which insurance do you have?");
    screen.press("1").wait_for("Which tier is the hospital?").press("3").wait_for("The trip and the bill");
    screen.press("5w").wait_for("understood as 50,000.00 yuan").press("\r").wait_for("Check your answers");
    screen.press("\r").wait_for("Personal burden  22,700.00 to 27,200.00 yuan");
    screen.press("\t").wait_for("[2 Checklist]").press("\u{3}").wait_for("Press Ctrl-C again to leave");
    screen.press("\u{3}");
    assert_eq!(screen.end(), 0);
}

#[test]
fn the_twelve_presses_at_once() {
    let mut screen = Screen::open_with(60, 20, &[], &[("LANG", "en_US.UTF-8")]);
    screen.press("as\rbj\r135w\r\r").wait_for("22,700.00 to 27,200.00 yuan");
}

#[test]
fn f2_on_the_result_and_in_the_middle_of_a_word() {
    let mut screen = Screen::open_with(80, 24, &[], &[("LANG", "zh_CN.UTF-8")]);
    screen.wait_for("在哪里参保？").press("ansh").wait_for("鞍山市");
    // F2 as a terminal sends it, twice and back.
    screen.press("\u{1b}OQ").wait_for("Where are you insured?").wait_for("Find  ansh").wait_for("> Anshan");
    screen.press("\u{1b}OQ").wait_for("在哪里参保？").press("\u{1b}OQ").wait_for("> Anshan");
    screen.press("\rbj\r135w\r\r").wait_for("22,700.00 to 27,200.00 yuan");
    screen.press("\u{1b}OQ").wait_for("22,700.00 ～ 27,200.00 元");
}

#[test]
fn the_linux_console_begins_in_english_and_says_why() {
    let chinese = [("TERM", "linux"), ("LANG", "zh_CN.UTF-8")];
    let mut screen = Screen::open_with(80, 24, &[], &chinese);
    screen.wait_for("Where are you insured?").wait_for("This console cannot show Chinese");
    screen.press("as\r").wait_for("Where will you be treated?");
    let mut forced = Screen::open_with(80, 24, &["--lang", "zh"], &chinese);
    forced.wait_for("在哪里参保？");
    let mut asked = Screen::open_with(80, 24, &[], &[("TERM", "linux"), ("LANG", "en_US.UTF-8")]);
    asked.wait_for("Where are you insured?").press("as\r").wait_for("Where will you be treated?");
}
