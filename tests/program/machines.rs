//! What machines differ in: time zones, encodings, names of files, places of a
//! user, and how much is said.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use encoding_rs::GB18030;
use serde_json::Value;

use crate::book::case_book::{fresh, plain, save};
use crate::support::process::{fed, feed, program, said, shown, yidi};

const CASE: [&str; 5] = ["鞍山", "北京", "职工在职", "三级", "5万"];

/// The program with this home and these variables.
fn at(home: &Path, environment: &[(&str, &str)], arguments: &[&str], typed: &[u8]) -> Output {
    let mut command = program(arguments);
    command.env("HOME", home).envs(environment.iter().copied()).stdin(Stdio::piped());
    feed(command.spawn().unwrap(), typed)
}

/// Saved at 11:06 in Greenwich on 18 November: what the clock on the wall showed.
#[test]
fn where_the_zone_is_not_known_it_is_the_time_of_china() {
    let home = tempfile::tempdir().unwrap();
    let (_folder, _, book) = fresh();
    let exported = book.export_json(&[save(&book, &plain(), "", 0)]).unwrap();
    at(home.path(), &[], &["cases", "import", "-"], exported.as_bytes());
    for (zone, clock) in [("Nowhere/Land", "19:06"), ("UTC0", "11:06"), ("CST-8", "19:06"), ("PST8", "03:06")]
    {
        let output = at(home.path(), &[("TZ", zone)], &["cases", "show", "1"], b"");
        assert!(shown(&output).contains(&format!("2026-11-18 {clock}")), "{zone}: {}", shown(&output));
    }
}

#[test]
fn what_a_chinese_windows_pipes_is_understood_one_a_line() {
    let answers = "鞍山\r\n北京\r\n1\r\n3\r\n\r\n5万\r\n";
    let plain = shown(&fed("--plain", answers.as_bytes()));
    assert!(plain.contains("22,700.00 ～ 27,200.00 元"), "{plain}");
    let (gbk, ..) = GB18030.encode(answers);
    let wide: Vec<u8> = answers.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [gbk.as_ref(), &wide, &[b"\xff\xfe", wide.as_slice()].concat()] {
        let output = fed("--plain", bytes);
        assert_eq!((output.status.code(), shown(&output)), (Some(0), plain.clone()), "{}", said(&output));
    }
}

#[cfg(unix)]
#[test]
fn a_file_may_have_a_name_that_is_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let odd = |name: &[u8]| folder.path().join(OsStr::from_bytes(name));
    let run = |arguments: &[&str], option: &str, path: &Path| {
        let mut command = program(arguments);
        command.env("HOME", folder.path()).arg(option).arg(path).stdin(Stdio::null());
        command.output().unwrap()
    };
    let estimate: Vec<&str> = std::iter::once("estimate").chain(CASE).collect();
    let handout: Vec<&str> = std::iter::once("handout").chain(CASE).collect();
    for (arguments, option, name) in [
        (estimate.as_slice(), "--output", b"\xb0\xb0.txt".as_slice()),
        (handout.as_slice(), "--output", b"\xb0\xb0.pdf"),
        (&["cases", "list"], "--cases", b"\xb0\xb0.db"),
    ] {
        let output = run(arguments, option, &odd(name));
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        assert!(odd(name).is_file(), "{arguments:?}");
    }
    fs::write(odd(b"\xb0.toml"), "language = \"en\"\n").unwrap();
    let output = run(&["policy", "show", "鞍山"], "--config", &odd(b"\xb0.toml"));
    assert!(shown(&output).starts_with("Rules of"), "{}{}", shown(&output), said(&output));
    let output = run(&["batch"], "--header", &odd(b"\xb0.none"));
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn where_tells_every_place_in_use() {
    let home = tempfile::tempdir().unwrap();
    let usual = |name: &str| home.path().join(name);
    let output = at(home.path(), &[], &["where"], b"");
    let told = shown(&output);
    for (name, path) in [
        ("设置", usual(".config/yidi/config.toml")),
        ("自有数据", usual(".local/share/yidi/policy")),
        ("案例簿", usual(".local/share/yidi/cases.db")),
    ] {
        let line = told.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{told}"));
        assert!(line.ends_with(&format!("{}（没有）", path.display())), "{line}");
    }
    fs::create_dir_all(usual(".config/yidi")).unwrap();
    fs::write(usual(".config/yidi/config.toml"), "cases = \"/set/cases.db\"\n").unwrap();
    fs::write(usual("own.db"), "").unwrap();
    let own = usual("own.db").display().to_string();
    let json = |environment: &[(&str, &str)], more: &[&str]| -> Value {
        let output = at(home.path(), environment, &[&["where", "--json"], more].concat(), b"");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let set = json(&[], &[]);
    assert_eq!(set["format"], "yidi.where/1");
    assert_eq!(set["settings"]["exists"], true);
    assert_eq!(
        (set["cases"]["path"].as_str(), &set["cases"]["exists"]),
        (Some("/set/cases.db"), &false.into())
    );
    assert_eq!(json(&[("YIDI_CASES", &own)], &[])["cases"]["path"], own.as_str());
    let named = json(&[("YIDI_CASES", "/other")], &["--cases", &own]);
    assert_eq!(
        (named["cases"]["path"].as_str(), &named["cases"]["exists"]),
        (Some(own.as_str()), &true.into())
    );
    // The version tells them as well where more is asked for, and any command before it begins.
    let long = shown(&at(home.path(), &[], &["--version", "--verbose"], b""));
    assert!(long.starts_with("yidi ") && long.contains("/set/cases.db"), "{long}");
    assert_eq!(long.lines().count(), 5, "nobody's own figures: {long}");
    let own = usual("own");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("yingkou.ron"), super::mistakes::RIGHT).unwrap();
    fs::write(own.join("wrong.ron"), "(").unwrap();
    let own = own.display().to_string();
    let long = shown(&at(home.path(), &[], &["--version", "--verbose", "--data", &own], b""));
    assert!(long.contains("营口市医疗保障局（2026-11-20）") && long.contains("wrong.ron"), "{long}");
    let output = at(home.path(), &[], &[&["estimate", "-v"], CASE.as_slice()].concat(), b"");
    assert!(
        said(&output).contains("/set/cases.db") && !shown(&output).contains("/set/"),
        "{}",
        said(&output)
    );
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let case = [&["estimate"], CASE.as_slice()].concat();
    assert!(!said(&yidi(&case)).is_empty(), "what was understood is said");
    for quiet in ["--quiet", "-q"] {
        let output = yidi(&[case.as_slice(), &[quiet]].concat());
        assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(0)));
    }
    let output = yidi("estimate 鞍山 北京 -q");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("身份"), "{}", said(&output));
}

#[test]
fn a_command_that_begins_alike_is_meant() {
    for (typed, meant) in [
        ("completion bash", "completions"),
        ("complete", "completions"),
        ("hand", "handout"),
        ("check", "checklist"),
        ("estimat", "estimate"),
        ("recon", "reconcile"),
        ("polcy", "policy"),
        ("policy shw", "show"),
        ("cases exprt", "export"),
    ] {
        let output = yidi(typed);
        assert_eq!(output.status.code(), Some(2), "{typed}");
        assert!(said(&output).contains(&format!("是不是 {meant}？")), "{typed}: {}", said(&output));
    }
    assert!(!said(&yidi("zzzz")).contains("是不是"), "{}", said(&yidi("zzzz")));
}
