//! Text of others, by every way it comes in, at every place it comes out: none
//! of it steers a terminal, hides or turns anything, whatever a file says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tempfile::TempDir;
use yidi_core::spelling::{is_plain, is_unseen};

use crate::support::process::{fed, program};

/// What must not reach a person, kind by kind.
const ARMS: &[(&str, &str)] = &[
    ("escape", "\u{1b}[2J"),
    ("clipboard", "\u{1b}]52;c;aGE=\u{7}"),
    ("c1", "\u{9b}31m"),
    ("bidi", "\u{202e}58\u{202c}"),
    ("isolate", "\u{2067}58\u{2069}"),
    ("letter mark", "\u{61c}"),
    ("zero width", "\u{200b}\u{200d}\u{feff}\u{2060}"),
    ("line separator", "\u{2028}x\u{2029}"),
    ("tags", "\u{e0041}\u{e007f}"),
    ("filler", "\u{3164}\u{115f}\u{1160}\u{ffa0}\u{2800}"),
    ("soft", "\u{ad}\u{180e}"),
    ("forms", "\u{fe0e}\u{fe0f}\u{fe00}"),
    ("return", "\rx"),
    ("new line", "\nx"),
    ("delete", "\u{7f}"),
    ("pile", "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}"),
];

/// A text with one kind in it that a check finds again.
fn armed(arms: &str) -> String {
    format!("甲{arms}乙")
}

/// What a person sees of a run: nothing in it is armed.
fn is_harmless(way: &str, output: &Output) {
    for (place, bytes) in [("out", &output.stdout), ("err", &output.stderr)] {
        let text = String::from_utf8(bytes.clone()).unwrap_or_else(|_| panic!("{way}: {place} is no text"));
        let bad = text.trim_start_matches('\u{feff}').split('\n').find(|line| !is_plain(line));
        assert!(
            bad.is_none(),
            "{way}, {place}: {:?}",
            bad.map(|line| line.chars().filter(|c| is_unseen(*c)).collect::<Vec<_>>())
        );
        assert!(bytes.len() < 1 << 20, "{way}: {place} has {} bytes", bytes.len());
    }
}

fn folder() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_owned();
    (folder, path)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A text as RON and JSON write it, so that the file itself is sound.
fn quoted(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_ascii_control() => format!("\\u{{{:x}}}", u32::from(c)),
            c => c.to_string(),
        })
        .collect()
}

const CASE: [&str; 5] = ["鞍山", "北京", "职工在职", "三级", "5万"];

#[test]
fn arguments_are_said_again_disarmed() {
    for (kind, arms) in ARMS {
        let word = armed(arms);
        let ways: Vec<Vec<&str>> = vec![
            vec!["--theme", &word],
            vec!["--city", &word],
            vec!["--lang", &word],
            vec!["--config", &word],
            vec!["--data", &word],
            vec!["--cases", &word, "--counter", &word],
            vec![&word],
            vec!["estimate", &word],
            vec!["estimate", "--total", &word],
            vec!["estimate", "--status", &word, "--date", &word, "--also", &word],
            vec!["checklist", &word, "北京"],
            vec!["compare", "鞍山", &word, "职工", "三级", "5万"],
            vec!["cases", "show", &word],
            vec!["cases", "list", &word],
            vec!["cases", "delete", "--older-than", &word],
            vec!["cases", "import", &word],
            vec!["batch", &word],
            vec!["batch", "--encoding", &word],
            vec!["batch", "--jobs", &word, "--date", &word],
            vec!["batch", "-", "--out", &word],
            vec!["reconcile", "--slip", &word],
            vec!["reconcile", "--slip-total", &word],
            vec!["completions", &word],
            vec!["man", &word],
            vec!["policy", "check", &word],
            vec!["policy", "show", &word],
            vec!["policy", "show", "鞍山", "--scheme", &word],
            vec!["policy", "sources", &word],
            vec!["policy", "diff", &word],
            vec!["picture", &word],
            vec!["handout", "--format", &word],
        ];
        let (_kept, folder) = folder();
        let option = format!("--{word}");
        for mut way in ways.into_iter().chain([vec![option.as_str()], vec!["estimate", &option]]) {
            if way.contains(&"cases") {
                way.extend(["--cases", "never.db"]);
            }
            let output =
                program(&way).current_dir(&folder).stdin(std::process::Stdio::null()).output().unwrap();
            is_harmless(&format!("{kind}: {way:?}"), &output);
        }
        let name = format!("{word}.txt");
        for output in ["--output", "--out"] {
            let command = if output == "--out" { "handout" } else { "estimate" };
            let way = [&[command][..], &CASE, &[output, &name]].concat();
            is_harmless(&format!("{kind}: {way:?}"), &program(&way).current_dir(&folder).output().unwrap());
        }
    }
    let endless = "x".repeat(100_000);
    is_harmless("endless", &program(&["cases", "show", &endless]).output().unwrap());
    let said = program(&["policy", "sources", &endless]).output().unwrap().stderr;
    assert!(said.len() < 10_000, "{}", said.len());
}

/// An overlay whose every text is this.
fn overlay(word: &str, by: &str) -> String {
    let word = quoted(word);
    let by = quoted(by);
    format!(
        "(sources: {{\"S\": (title: \"{word}\", publisher: \"{word}\", number: \"{word}\", checked: \"2026\", remark: \"{word}\")}},
          areas: {{\"210300\": [(scheme: Employee, care: Inpatient, sources: [\"S\"], grade: Reported, figures: [
            (statuses: [Active], tiers: [Three], is: Deductible(700), remark: \"{word}\")])]}},
          verified: [(figure: \"210300/Deductible/Employee/Active/Inpatient/Three\", by: \"{by}\", on: \"2026\")])"
    )
}

#[test]
fn overlays_are_refused_or_shown_disarmed() {
    let all: String = ARMS.iter().map(|(_, arms)| *arms).collect();
    for (kind, arms) in ARMS.iter().chain(&[("all", all.as_str())]) {
        let word = armed(arms);
        let files = [
            ("sound.ron".to_owned(), overlay(&word, &word)),
            ("by.ron".to_owned(), overlay("甲", &word)),
            (format!("{}.ron", word.replace('\0', "")), "(areas: {})".to_owned()),
            (format!("wrong{word}.ron"), format!("(areas: {{\"{}\": []}})", quoted(&word))),
            ("key.ron".to_owned(), format!("({word}: 1)")),
            ("name.ron".to_owned(), format!("(nation: [(scheme: {word}, figures: [])])")),
            ("string.ron".to_owned(), format!("(nation: [(from: \"{}\", figures: [])])", quoted(&word))),
            ("removed.ron".to_owned(), format!("(remove: [\"{}\"])", quoted(&word))),
            (
                "source.ron".to_owned(),
                format!(
                    "(sources: {{\"{0}\": (title: \"t\", publisher: \"p\", checked: \"2026\")}}, areas: {{\"210300\": [(scheme: Employee, care: Inpatient, sources: [\"{0}\"], grade: Reported, figures: [(is: Cap(1))])]}})",
                    quoted(&word)
                ),
            ),
            (
                "unknown.ron".to_owned(),
                format!(
                    "(areas: {{\"210300\": [(scheme: Employee, care: Inpatient, sources: [\"{}\"], grade: Reported, figures: [(is: Cap(1))])]}})",
                    quoted(&word)
                ),
            ),
        ];
        for (name, content) in files {
            let (_kept, folder) = folder();
            if fs::write(folder.join(&name), content).is_err() {
                continue;
            }
            let data = text(&folder);
            let told = vec!["policy", "check", data];
            let shown = [&["estimate"][..], &CASE, &["--data", data, "--explain"]].concat();
            let others = [
                [&["checklist"][..], &CASE[..4], &["--data", data]].concat(),
                [&["handout"][..], &CASE, &["--data", data]].concat(),
                [&["handout"][..], &CASE, &["--data", data, "--format", "html"]].concat(),
                [&["handout"][..], &CASE, &["--data", data, "--format", "md"]].concat(),
                vec!["policy", "show", "鞍山", "--scheme", "employee", "--data", data],
                vec!["policy", "sources", "--data", data],
                vec!["picture", "as⏎ bj⏎ 1 3 5w⏎ ⏎", "--data", data],
            ];
            // All kinds at once by every way, each alone by the two that say most.
            let others = others.into_iter().filter(|_| *kind == "all");
            for way in [told, shown].into_iter().chain(others) {
                is_harmless(&format!("{kind}: {name:?} {:?}", &way[..2]), &program(&way).output().unwrap());
            }
            if *kind == "all" {
                let walked = ["--plain", "--data", data];
                is_harmless(&format!("{name:?} plain"), &fed(&walked, "as\nbj\n1\n3\n5w\n".as_bytes()));
            }
        }
    }
}

#[test]
fn imported_cases_are_refused_or_shown_disarmed() {
    let sound = |answers: &str, note: &str| {
        format!(
            "{{\"format\": \"yidi.cases/1\", \"cases\": [{{\"id\": \"{}\", \"created\": \"2026-01-01T00:00:00Z\", \
              \"changed\": \"2026-01-01T00:00:00Z\", \"note\": \"{note}\", \"version\": 1, \"ticks\": [\"{note}\"], \
              \"answers\": {{\"from\": \"210300\", \"to\": \"110100\"{answers}}}}}]}}",
            "a".repeat(32)
        )
    };
    for (kind, arms) in ARMS {
        let word = serde_json::to_string(&armed(arms)).unwrap();
        let word = word.trim_matches('"');
        let files = [
            sound(&format!(", \"total\": \"{word}\", \"age\": \"{word}\""), word),
            sound(&format!(", \"{word}\": \"1\""), ""),
            sound(&format!(", \"tier\": \"{word}\""), ""),
            sound("", "").replace(&"a".repeat(32), word),
            sound("", "").replace("yidi.cases/1", word),
            sound("", "").replace("210300", word),
            sound("", "").replace("\"created\"", &format!("\"{word}\"")),
        ];
        for content in files {
            let (_kept, folder) = folder();
            let book = text(&folder.join("cases.db")).to_owned();
            is_harmless(kind, &fed(&["cases", "import", "-", "--cases", &book], content.as_bytes()));
            for way in [&["cases", "list"][..], &["cases", "show", "1"], &["cases", "list", "甲"]] {
                let way = [way, &["--cases", &book]].concat();
                is_harmless(&format!("{kind}: {way:?}"), &program(&way).output().unwrap());
            }
        }
    }
}

#[test]
fn tables_slips_settings_and_lines_are_told_disarmed() {
    for (kind, arms) in ARMS {
        let word = armed(arms);
        let (_kept, folder) = folder();
        let config = folder.join("config.toml");
        let keys = ["city", "data", "theme", "cases", "language", "counter"];
        let sound = keys.map(|key| format!("{key} = {}\n", toml_text(&word))).concat();
        for content in [sound, format!("\"{}\" = 1\n{word} = 2\n{word}\n", word.replace(['\n', '\r'], ""))] {
            fs::write(&config, content).unwrap();
            let book = folder.join("c.db");
            let way = ["cases", "list", "--config", text(&config), "--cases", text(&book)];
            is_harmless(&format!("{kind}: settings"), &program(&way).output().unwrap());
        }
        // The cells of the table itself go out as they came in; the messages do not.
        let cell = word.replace(['\n', '\r'], "");
        let table = format!("from,to,status,tier,total,{cell}\n{cell},北京,{cell},{cell},{cell},\n");
        let done = fed("batch --jsonl", table.as_bytes());
        is_harmless(&format!("{kind}: table"), &Output { stdout: Vec::new(), ..done.clone() });
        let row: serde_json::Value =
            serde_json::from_slice(done.stdout.split(|b| *b == b'\n').next().unwrap()).unwrap();
        let message = row["error"]["message"].as_str().unwrap();
        assert!(is_plain(message), "{kind}: {message:?}");
        let slip = format!("{{\"total\": {}}}", serde_json::to_string(&word).unwrap());
        is_harmless(
            &format!("{kind}: slip"),
            &fed("reconcile 鞍山 北京 职工 三级 --slip -", slip.as_bytes()),
        );
        let lines = format!("{word}\nas\n{word}\nbj\n1\n3\n{word}\n5w\n");
        is_harmless(&format!("{kind}: lines"), &fed("--plain", lines.as_bytes()));
        for form in ["md", "html", "text"] {
            let way = [&["handout"][..], &CASE, &["--note", &word, "--format", form]].concat();
            is_harmless(&format!("{kind}: note {form}"), &program(&way).output().unwrap());
        }
    }
}

/// A text as TOML writes it.
fn toml_text(text: &str) -> String {
    let escaped = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}
