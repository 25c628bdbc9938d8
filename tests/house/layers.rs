//! Who may import whom, and what the core must not know: read from the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module and what it may import of its own wing.
type Rule = (&'static str, &'static [&'static str]);

/// The engine, `src/core`: a crate of its own, so that nothing of the program
/// can be imported into it.
const CORE: &[Rule] = &[
    ("num", &[]),
    ("spelling", &[]),
    ("places", &["spelling"]),
    ("policy", &["num", "spelling", "places"]),
    ("case", &["num", "places", "policy"]),
    ("names", &["spelling", "case"]),
    ("answers", &["num", "spelling", "places", "policy", "case", "names"]),
    ("estimate", &["num", "places", "policy", "case"]),
    ("checklist", &["places", "policy", "case", "answers"]),
    ("reconcile", &["num", "places", "policy", "case", "names", "answers", "estimate"]),
    ("rules", &["num", "spelling", "places", "policy", "case", "answers"]),
    ("year", &["num", "places", "policy", "case", "names", "answers", "estimate", "reconcile"]),
];

/// The program, `src/app`.
const APP: &[Rule] = &[
    ("guard", &[]),
    ("clock", &[]),
    ("settings", &[]),
    ("folders", &[]),
    ("casebook", &["guard", "clock", "folders"]),
    ("words", &["guard", "settings", "casebook"]),
    ("printer", &["guard", "words"]),
    ("data", &["guard", "words"]),
    ("report", &["guard", "clock", "words", "casebook"]),
    ("guide", &["guard", "words", "report"]),
    ("sheet", &["guard", "settings", "words", "report"]),
    ("save", &["guard", "words", "sheet"]),
    ("workbook", &["guard"]),
    ("agency", &["guard", "words", "data", "save", "workbook"]),
    ("batch", &["guard", "words"]),
    ("desk", &["settings", "clock", "casebook", "printer", "report"]),
    (
        "screen",
        &[
            "guard", "clock", "data", "printer", "settings", "words", "report", "sheet", "save", "casebook",
            "desk", "agency",
        ],
    ),
    ("lines", &["guard", "clock", "data", "words", "report", "sheet", "save", "casebook", "desk", "agency"]),
    (
        "cli",
        &[
            "guard", "folders", "settings", "words", "printer", "data", "desk", "report", "guide", "sheet",
            "save", "casebook", "batch", "workbook", "screen", "lines", "agency",
        ],
    ),
];

/// The Python module, `src/python`, is a surface as `cli` is, in a crate of its own:
/// what it may import of the program.
const PYTHON: &[&str] = &["words", "data", "clock", "workbook", "batch"];

/// What only the Python module knows.
const OF_PYTHON: &[&str] = &["pyo3", "arrow_array", "arrow_schema"];

/// What the engine, and whatever is made without the outside, must not name.
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

/// Source files of a wing by module.
fn modules(wing: &str) -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let folder = root().join("src").join(wing);
    let mut files = Vec::new();
    rust_files(&folder, &mut files);
    let mut modules: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&folder).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        if file.parent() == Some(folder.as_path()) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        modules.entry(first.to_owned()).or_default().push((file, text));
    }
    modules
}

/// Source files of the Python module: all in one room.
fn python_files() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    rust_files(&root().join("src/python"), &mut files);
    assert!(files.len() > 3, "{files:?}");
    files.into_iter().map(|file| (file.clone(), fs::read_to_string(&file).unwrap())).collect()
}

/// Both wings, and the Python module.
fn all_files() -> impl Iterator<Item = (PathBuf, String)> {
    let wings = ["core", "app"].into_iter().flat_map(|wing| modules(wing).into_values().flatten());
    wings.chain(python_files())
}

/// The part of a file that ships: without its tests.
fn shipped(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

/// The module that a path after `crate::` names.
fn named(rest: &str) -> &str {
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    &rest[..end]
}

#[test]
fn imports_point_one_way() {
    for (wing, rules) in [("core", CORE), ("app", APP)] {
        let known: BTreeSet<&str> = rules.iter().map(|(module, _)| *module).collect();
        for (module, files) in &modules(wing) {
            let rule = rules.iter().find(|(name, _)| name == module);
            let (_, allowed) = rule.unwrap_or_else(|| panic!("src/{wing}/{module} has no row"));
            for (file, text) in files {
                for imported in shipped(text).split("crate::").skip(1).map(named) {
                    let may = imported == module || !known.contains(imported) || allowed.contains(&imported);
                    assert!(may, "{}: {module} must not import {imported}", file.display());
                }
            }
        }
    }
}

/// A row may name only what stands above it: then no circle can come about.
#[test]
fn the_table_of_layers_goes_down() {
    for rules in [CORE, APP] {
        let mut above = BTreeSet::new();
        for (module, allowed) in rules {
            assert!(allowed.iter().all(|one| above.contains(one)), "{module}: {allowed:?}");
            above.insert(*module);
        }
    }
}

/// The Python module takes of the program what a table needs, and nothing takes
/// anything of it.
#[test]
fn the_python_module_is_an_outer_surface() {
    for (file, text) in python_files() {
        for imported in text.split("use yidi::").skip(1).map(named) {
            assert!(PYTHON.contains(&imported), "{}: must not import {imported}", file.display());
        }
        let elsewhere = text.replace("use yidi::", "");
        let code = elsewhere.lines().filter(|line| !line.trim_start().starts_with("//"));
        assert!(code.clone().all(|line| !line.contains("yidi::")), "{}: imports are on top", file.display());
    }
    for (file, text) in ["core", "app"].into_iter().flat_map(|wing| modules(wing).into_values().flatten()) {
        for word in OF_PYTHON {
            assert!(!text.contains(word), "{}: names {word}", file.display());
        }
    }
}

/// Files, clock, environment, terminal stay out of the engine, and out of the
/// hand-out, which is made of what it is handed.
#[test]
fn what_is_computed_knows_nothing_of_the_outside() {
    let sheet = modules("app").remove("sheet").unwrap();
    for (file, text) in modules("core").into_values().flatten().chain(sheet) {
        for word in IMPURE {
            assert!(!shipped(&text).contains(word), "{}: names {word}", file.display());
        }
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn words_for_people_come_from_the_message_files() {
    let views = ["screen", "lines", "cli", "report", "sheet", "save"];
    let files = modules("app").into_iter().filter(|(module, _)| views.contains(&module.as_str()));
    for (file, text) in files.flat_map(|(_, files)| files).chain(python_files()) {
        let is_test = file.to_string_lossy().contains("/tests/") || file.ends_with("tests.rs");
        for line in shipped(&text).lines().filter(|_| !is_test) {
            let code = line.split("//").next().unwrap_or_default();
            assert!(!code.contains(is_han), "{}: {line}", file.display());
        }
    }
}

/// A file that is opened elsewhere may be a pipe, which is waited for, or a device,
/// which never ends.
#[test]
fn files_are_opened_by_the_guard_alone() {
    const OPENING: &[&str] =
        &[" File::open(", "(File::open(", "fs::File::open(", "fs::read(", "fs::read_to_string("];
    // A folder is made lasting; the system says who started whom.
    const OTHERS: &[&str] = &["guard/file.rs", "save/new_file.rs", "screen/watch.rs"];
    for (file, text) in modules("app").into_values().flatten() {
        let is_test = file.to_string_lossy().contains("/tests/") || file.ends_with("tests.rs");
        if is_test || OTHERS.iter().any(|other| file.ends_with(other)) {
            continue;
        }
        for word in OPENING {
            assert!(!shipped(&text).contains(word), "{}: {word}…) instead of open_file", file.display());
        }
    }
}

#[test]
fn no_file_is_two_ideas_long() {
    for (file, text) in all_files() {
        let lines = shipped(&text).lines().count();
        let is_test = file.ends_with("tests.rs");
        assert!(lines <= 425 || is_test, "{}: {lines} lines; is it two things?", file.display());
    }
}

#[test]
fn every_test_file_is_run() {
    let tests = root().join("tests");
    let folders = fs::read_dir(&tests).unwrap().map(|entry| entry.unwrap().path());
    let folders = folders.filter(|path| path.join("mod.rs").exists());
    let lists = folders.map(|folder| (folder.clone(), folder.join("mod.rs")));
    for (folder, list) in lists.chain([(tests.clone(), tests.join("all.rs"))]) {
        let named = fs::read_to_string(&list).unwrap();
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_test = path.extension().is_some_and(|ending| ending == "rs") && path != list;
            assert!(!is_test || named.contains(&format!("mod {name};")), "{} is not run", path.display());
        }
    }
}

#[test]
fn every_message_is_used() {
    let sources: String = all_files().map(|(_, text)| text).collect();
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
