//! The sheet on its way to a printer, into a file beside others, and what is copied.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use portable_pty::CommandBuilder;

use crate::screens::terminal::Screen;

const SHOWN: &str = "22,700.00 ～ 27,200.00 元";

/// A folder with a printing command that keeps what it gets, and its words.
fn office(script: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let lp = folder.path().join("lp");
    fs::write(&lp, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(lp, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// The program in that folder, on the result of a case.
fn result(folder: &Path, settings: &str, more: &[&str]) -> Screen {
    let config = folder.join("config.toml");
    if !settings.is_empty() {
        fs::write(&config, settings).unwrap();
    }
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_yidi"));
    if config.exists() {
        command.args(["--config", config.to_str().unwrap()]);
    }
    command.args(more);
    command.cwd(folder);
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let home = folder.join("home").display().to_string();
    let mut screen = Screen::start(80, 24, command, &[("PATH", &path), ("HOME", &home)]);
    screen.press("as\rbj\r135w\r\r").wait_for(SHOWN);
    screen
}

#[test]
fn ctrl_p_and_enter_print_where_a_command_is_set() {
    let folder = office("echo \"$@\" > words; cat > sheet.pdf");
    let mut screen = result(folder.path(), "print = \"lp -d 'window 3'\"\n", &[]);
    screen.press("\u{10}").wait_for("[打印机]").press("\r").wait_for("已交给打印机");
    let sheet = fs::read(folder.path().join("sheet.pdf")).unwrap();
    assert!(sheet.starts_with(b"%PDF-") && sheet.trim_ascii_end().ends_with(b"%%EOF"), "not the whole sheet");
    assert_eq!(fs::read_to_string(folder.path().join("words")).unwrap(), "-d window 3\n");
    // A file is there as before; it is named so that nothing is written over.
    for name in ["yidi-anshan-beijing-", "-2.pdf"] {
        screen.press("\u{10}").wait_for("[打印机]").press("2\r");
        let is_there = |_: &Screen| {
            let mut entries = fs::read_dir(folder.path()).unwrap();
            entries.any(|entry| entry.unwrap().file_name().to_str().unwrap().contains(name))
        };
        screen
            .wait_until(is_there)
            .wait_for("已存到")
            .press("1")
            .wait_until(|one| !one.text().contains("已存到"));
        let all: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|one| one.starts_with("yidi-anshan-beijing-"))
            .collect();
        assert!(all.iter().any(|one| one.contains(name)), "{all:?}");
    }
}

#[test]
fn a_printer_that_does_not_print_says_why() {
    for (script, setting, told) in [
        (
            "cat > /dev/null; echo 'lp: no default destination' >&2; exit 1",
            "lp",
            "lp: no default destination",
        ),
        ("exit 3", "lp", "3"),
        ("true", "no-such-printer", "没有「no-such-printer」"),
    ] {
        let folder = office(script);
        let mut screen = result(folder.path(), &format!("print = \"{setting}\"\n"), &[]);
        screen.press("\u{10}").wait_for("[打印机]").press("\r").wait_for(told);
        // The form is still there: a file does as well.
        screen.press("2\r").wait_for("已存到");
    }
}

#[test]
fn a_printer_that_is_there_is_asked_about_once() {
    for (answer, kept, then) in [("y", "print = \"lp\"\n", "[打印机]"), ("n", "print = \"\"\n", "[PDF 文件]")]
    {
        let folder = office("cat > sheet.pdf");
        let mut screen = result(folder.path(), "# mine\nlanguage = \"zh\"", &[]);
        screen.press("\u{10}").wait_for("本机有打印命令「lp」").press(answer).wait_for(then);
        screen.press("\u{1b}").wait_for("[1 费用]").press("\u{10}").wait_for(then);
        assert!(!screen.text().contains("本机有打印命令"), "{}", screen.text());
        let settings = fs::read_to_string(folder.path().join("config.toml")).unwrap();
        assert_eq!(settings, format!("# mine\nlanguage = \"zh\"\n{kept}"));
        let mut again = result(folder.path(), "", &[]);
        again.press("\u{10}").wait_for(then);
        assert!(!again.text().contains("本机有打印命令"), "{}", again.text());
    }
}

#[test]
fn a_locked_desk_prints_and_asks_for_no_name_of_a_file() {
    let folder = office("cat > sheet.pdf");
    let mut screen = result(folder.path(), "print = \"lp\"\n", &["--locked"]);
    screen.press("\u{10}").wait_for("[打印机]");
    assert!(!screen.text().contains("PDF") && !screen.text().contains("存为"), "{}", screen.text());
    screen.press("\r").wait_for("已交给打印机");
    let mut screen = result(folder.path(), "print = \"\"\n", &["--locked"]);
    screen.press("\u{10}").wait_for("[PDF 文件]").press("\t\t/etc/passwd\r").wait_for("已存到");
    assert!(!screen.text().contains("passwd"), "{}", screen.text());
}

/// What stands in the last order for the clipboard.
fn copied(raw: &str) -> Option<String> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (_, order) = raw.rsplit_once("\u{1b}]52;c;")?;
    let text = order.split(['\u{7}', '\u{1b}']).next()?.trim_end_matches('=');
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in text.chars() {
        bits = bits << 6 | u32::try_from(LETTERS.find(letter)?).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}

#[test]
fn the_estimate_and_the_list_are_copied() {
    let folder = office("true");
    let mut screen = result(folder.path(), "print = \"\"\n", &[]);
    screen.press("y").wait_for("已送到剪贴板");
    let text = copied(&screen.raw()).unwrap();
    assert!(text.starts_with("鞍山市 → 北京市") && text.contains("22,700.00 ～ 27,200.00 元"), "{text}");
    screen.press("2").wait_for("[2 清单]").press("Y");
    screen.wait_until(|screen| screen.raw().matches("]52;c;").count() == 2).rest(Duration::from_millis(100));
    let text = copied(&screen.raw()).unwrap();
    assert!(text.contains("[ ] ") && text.contains("12393"), "{text}");
}

#[test]
fn at_a_counter_copying_is_asked_first_and_at_a_locked_desk_it_is_none() {
    let folder = office("true");
    let mut screen = result(folder.path(), "print = \"\"\n", &["--counter", "5"]);
    screen.press("y").wait_for("再按一次 y 才复制");
    assert_eq!(copied(&screen.raw()), None);
    // Another key is another wish.
    screen.press("Y").wait_for("再按一次 Y 才复制");
    assert_eq!(copied(&screen.raw()), None);
    screen.press("Y").wait_for("已送到剪贴板");
    assert!(copied(&screen.raw()).is_some());
    let mut screen = result(folder.path(), "print = \"\"\n", &["--locked"]);
    screen.press("yyYYoo").press("2").wait_for("[2 清单]");
    assert_eq!(copied(&screen.raw()), None);
}

#[test]
fn a_file_that_was_written_is_opened() {
    let folder = office("true");
    let opener = folder.path().join("xdg-open");
    fs::write(&opener, "#!/bin/sh\necho \"$1\" > shown\n").unwrap();
    fs::set_permissions(&opener, fs::Permissions::from_mode(0o755)).unwrap();
    let mut screen = result(folder.path(), "print = \"\"\n", &[]);
    screen.press("o").wait_for("还没有存过办事单");
    screen.press("\u{10}").wait_for("[PDF 文件]").press("\r").wait_for("已存到").press("o");
    let shown = folder.path().join("shown");
    screen.wait_until(|_| fs::read_to_string(&shown).is_ok_and(|path| path.ends_with(".pdf\n")));
    fs::remove_file(opener).unwrap();
}
