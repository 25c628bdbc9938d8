//! `yidi cases …` and the settings, on the built program.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::book::case_book::{fresh, plain, save};
use crate::support::process::{feed, program, said, shown};

/// The program with a home of its own and something on standard input.
fn at_home(home: &Path, arguments: &[&str], environment: &[(&str, &str)], typed: &str) -> Output {
    let mut command = program(arguments);
    command.env("HOME", home).envs(environment.iter().copied()).stdin(Stdio::piped());
    feed(command.spawn().unwrap(), typed.as_bytes())
}

/// Two cases as an exported text.
fn exported() -> String {
    let (_folder, _, book) = fresh();
    let mut other = plain();
    other.write(yidi_core::case::Field::Total, "8万");
    let numbers = [save(&book, &plain(), "窗口 12 号", 0), save(&book, &other, "", 1)];
    book.export_json(&numbers).unwrap()
}

#[test]
fn cases_are_imported_listed_shown_exported_and_deleted() {
    let home = TempDir::new().unwrap();
    let run = |arguments: &[&str], typed: &str| at_home(home.path(), arguments, &[], typed);
    let text = exported();
    let output = run(&["cases", "import", "-"], &text);
    assert!(shown(&output).contains("新增 2 个"), "{}{}", shown(&output), said(&output));
    assert!(home.path().join(".local/share/yidi/cases.db").is_file(), "in the user's data directory");
    assert!(shown(&run(&["cases", "import", "-"], &text)).contains("2 个已有"));

    let list = shown(&run(&["cases", "list", "as", "5万"], ""));
    assert!(list.contains("#1  鞍山市 → 北京市  职工在职") && list.contains("备注：窗口 12 号"), "{list}");
    assert!(list.contains("总费用 50,000.00 元") && list.contains("共 1 个案例"), "{list}");
    let json: Value = serde_json::from_slice(&run(&["cases", "list", "--json"], "").stdout).unwrap();
    assert_eq!(
        (json["format"].as_str(), json["cases"].as_array().unwrap().len()),
        (Some("yidi.case-list/1"), 2)
    );

    let show = shown(&run(&["cases", "show", "1"], ""));
    assert!(show.contains("今天：个人负担"), "{show}");
    let json: Value = serde_json::from_slice(&run(&["cases", "show", "2", "--json"], "").stdout).unwrap();
    assert_eq!((json["format"].as_str(), json["then"].is_null()), (Some("yidi.case/1"), true));
    assert_eq!(json["case"]["answers"]["total"], "8万");

    let file = home.path().join("out.csv");
    let output = run(&["cases", "export", "--csv", "--output", file.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 3);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "for its owner alone");
    }
    // A file that is there is left alone without `--force`.
    let again = ["cases", "export", "--output", file.to_str().unwrap(), "--force"];
    assert_eq!(run(&again[..4], "").status.code(), Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 3);
    assert_eq!(run(&again, "").status.code(), Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with('{'));

    let unsure = run(&["cases", "delete", "1"], "n\n");
    assert_eq!(unsure.status.code(), Some(2));
    assert!(said(&unsure).contains("什么也没删"), "{}", said(&unsure));
    assert!(shown(&run(&["cases", "delete", "1"], "y\n")).contains("已删除 1 个案例"));
    assert!(shown(&run(&["cases", "delete", "--older-than", "0", "--yes"], "")).contains("已删除 1 个案例"));
    assert_eq!(run(&["cases", "vacuum"], "").status.code(), Some(0));
    assert!(shown(&run(&["cases", "list"], "")).contains("没有案例"));
}

#[test]
fn a_wrong_request_is_told_and_the_code_says_whose_fault_it_is() {
    let home = TempDir::new().unwrap();
    let run = |arguments: &[&str]| at_home(home.path(), arguments, &[], "");
    for (arguments, says) in [
        (&["cases", "show", "7"][..], "没有案例「7」"),
        (&["cases", "delete"], "写出案例编号"),
        (&["cases", "delete", "--older-than", "x"], "天数"),
        (&["cases", "import", "/nowhere.json"], "读不了"),
        (&["cases", "list", "--cases", env!("CARGO_MANIFEST_DIR").rsplit_once('/').unwrap().0], ""),
        (&["cases", "list", "--cases", concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")], "不是案例簿"),
        (&["cases"], "import"),
    ] {
        let output = run(arguments);
        let code = if says.is_empty() { 1 } else { 2 };
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(says), "{arguments:?}: {}", said(&output));
    }
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    assert!(readme.starts_with("# yidi"), "left alone");
}

#[test]
fn settings_are_read_told_of_and_overruled() {
    let home = TempDir::new().unwrap();
    let config = home.path().join(".config/yidi/config.toml");
    fs::create_dir_all(config.parent().unwrap()).unwrap();
    let book = home.path().join("our.db");
    fs::write(&config, format!("them = 'dark'\ncases = '{}'\nretention = 0\n", book.display())).unwrap();
    let run = |arguments: &[&str], environment: &[(&str, &str)], typed: &str| {
        at_home(home.path(), arguments, environment, typed)
    };
    let output = run(&["cases", "import", "-"], &[], &exported());
    assert!(
        said(&output).contains("config.toml:1: 这一行") || said(&output).contains("config.toml:1"),
        "{}",
        said(&output)
    );
    assert!(
        said(&output).contains("是不是 theme") && said(&output).contains("config.toml:3：retention"),
        "{}",
        said(&output)
    );
    assert!(book.is_file(), "the good setting counts");

    let elsewhere = home.path().join("elsewhere.db");
    let named = [("YIDI_CASES", elsewhere.to_str().unwrap())];
    assert!(shown(&run(&["cases", "list"], &named, "")).contains("没有案例"), "the environment wins");
    let list = run(&["cases", "list", "--cases", book.to_str().unwrap(), "--retention", "36500"], &named, "");
    assert!(shown(&list).contains("共 2 个案例"), "the option wins");
    assert!(!said(&list).contains("保留期"));

    let missing = run(&["--config", "/nowhere.toml", "cases", "list"], &[], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(said(&missing).contains("/nowhere.toml"), "{}", said(&missing));
    let wrong = run(&["--counter", "0", "--city", "吉林", "--lang", "fr"], &[], "");
    assert_eq!(wrong.status.code(), Some(2));
    for option in ["--counter", "--city", "--lang"] {
        assert!(said(&wrong).contains(option), "{}", said(&wrong));
    }
}
