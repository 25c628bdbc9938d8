//! Who may import whom, and what the core must not know: read from the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What the two ways of asking, on a screen and line by line, are made of.
const ASKING: &[&str] = &[
    "num",
    "policy",
    "case",
    "estimate",
    "checklist",
    "reconcile",
    "wizard",
    "config",
    "cases",
    "text",
    "report",
    "handout",
    "files",
];

/// Data flows one way: a module imports only what stands above it.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("num", &[]),
    ("policy", &["num"]),
    ("case", &["num", "policy"]),
    ("estimate", &["num", "policy", "case"]),
    ("checklist", &["num", "policy", "case"]),
    ("wizard", &["num", "policy", "case"]),
    ("reconcile", &["num", "policy", "case", "estimate"]),
    ("config", &["policy"]),
    ("cases", &["num", "policy", "case", "estimate"]),
    ("text", &["num", "policy", "case", "estimate", "checklist", "reconcile", "wizard", "config", "cases"]),
    (
        "report",
        &["num", "policy", "case", "estimate", "checklist", "reconcile", "wizard", "config", "cases", "text"],
    ),
    ("handout", &["num", "policy", "case", "estimate", "checklist", "text", "report"]),
    ("batch", &["num", "policy", "case", "estimate", "reconcile", "text"]),
    ("files", &["text", "handout"]),
    ("tui", ASKING),
    ("plain", ASKING),
    (
        "cli",
        &[
            "num",
            "policy",
            "case",
            "estimate",
            "checklist",
            "reconcile",
            "wizard",
            "config",
            "cases",
            "text",
            "report",
            "handout",
            "files",
            "batch",
            "tui",
            "plain",
        ],
    ),
];

/// Pure modules, and what none of them may name.
const PURE: &[&str] = &["num", "policy", "case", "estimate", "reconcile", "checklist", "wizard", "config"];
const IMPURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::io",
    "std::time",
    "std::process",
    "Zoned",
    "crossterm",
    "ratatui",
    "println!",
    "crate::text",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Source files by module.
fn modules() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let src = root().join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut modules: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&src).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&file).unwrap();
        modules.entry(module).or_default().push((file, text));
    }
    modules
}

/// The part of a file that ships: without its tests.
fn shipped(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn imports_point_one_way() {
    let modules = modules();
    let known: BTreeSet<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    for (module, files) in &modules {
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let (_, allowed) = MAY_IMPORT
            .iter()
            .find(|(name, _)| name == module)
            .unwrap_or_else(|| panic!("src/{module} has no row in the table of layers"));
        for (file, text) in files {
            for place in shipped(text).match_indices("crate::").map(|(place, found)| place + found.len()) {
                let rest = &text[place..];
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                let imported = &rest[..end];
                assert!(
                    imported == module || !known.contains(imported) || allowed.contains(&imported),
                    "{}: {module} must not import {imported}",
                    file.display(),
                );
            }
        }
    }
}

/// What the hand-out is made without: files, clock, environment, terminal.
#[test]
fn the_hand_out_is_made_of_what_it_is_handed() {
    for (file, text) in &modules()["handout"] {
        for word in IMPURE.iter().filter(|word| **word != "crate::text") {
            assert!(!shipped(text).contains(word), "{}: names {word}", file.display());
        }
    }
}

#[test]
fn the_core_knows_no_terminal_file_clock_environment_or_language() {
    for (module, files) in modules().iter().filter(|(module, _)| PURE.contains(&module.as_str())) {
        for (file, text) in files {
            for word in IMPURE {
                assert!(!shipped(text).contains(word), "{}: {module} names {word}", file.display());
            }
        }
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn words_for_people_come_from_the_message_files() {
    let views = ["tui", "plain", "cli", "report", "handout", "files"];
    for (_, files) in modules().iter().filter(|(module, _)| views.contains(&module.as_str())) {
        for (file, text) in files.iter().filter(|(file, _)| !file.to_string_lossy().contains("/walk")) {
            for line in shipped(text).lines() {
                let code = line.split("//").next().unwrap_or_default();
                assert!(!code.contains(is_han), "{}: {line}", file.display());
            }
        }
    }
}

#[test]
fn no_file_is_two_ideas_long() {
    for (file, text) in modules().values().flatten() {
        let lines = shipped(text).lines().count();
        assert!(lines <= 450, "{}: {lines} lines; is it two things?", file.display());
    }
}

#[test]
fn every_test_file_is_run() {
    let tests = root().join("tests");
    let named = fs::read_to_string(tests.join("all.rs")).unwrap();
    for entry in fs::read_dir(&tests).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let is_test = path.extension().is_some_and(|ending| ending == "rs") && name != "all";
        assert!(!is_test || named.contains(&format!("mod {name};")), "tests/{name}.rs is not run");
    }
}

#[test]
fn every_message_is_used() {
    let sources: String = modules().values().flatten().map(|(_, text)| text.as_str()).collect();
    // The other languages have the same messages, by a test of their own.
    let folder = root().join("assets/text/zh-CN");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((key, _)) = line.split_once(" = ") else { continue };
            if line.starts_with(['#', ' ']) {
                continue;
            }
            let call = format!(".{}(", key.replace('-', "_"));
            assert!(sources.contains(&call), "{}: nobody says {key}", path.display());
        }
    }
}
