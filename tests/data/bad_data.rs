//! One wrong province file per kind of finding, its message as a snapshot.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use yidi::words::{Lang, Text};
use yidi_core::checklist;
use yidi_core::checklist::Items;
use yidi_core::policy::Book;
use yidi_core::policy::audit::{Finding, check};

use crate::support::TODAY;

fn findings(file: &str, text: &str) -> Vec<Finding> {
    let nation = "(gathered: \"2026-11-22\", stale_after_days: 400, alliances: [], sources: {}, figures: [])";
    let book = Book::from_texts(("nation.ron", nation), [(210_000, file.to_owned(), text.to_owned())]);
    check(&book.unwrap(), TODAY)
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

#[test]
fn each_wrong_checklist_gets_its_message_and_its_line() {
    let nation = "(gathered: \"2026-11-22\", stale_after_days: 400, alliances: [], figures: [], sources: \
                  {\"S\": (title: \"t\", publisher: \"p\", checked: \"2026\")})";
    let book = Book::from_texts(("nation.ron", nation), []).unwrap();
    let words = Text::new(Lang::Zh);
    let mut shown = String::new();
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/checklist")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        match Items::from_texts(None, [(name, fs::read_to_string(&path).unwrap().as_str())]) {
            Err(error) => writeln!(shown, "{error}").unwrap(),
            Ok(items) => {
                let found = checklist::check(&book, &items);
                assert!(!found.is_empty(), "{name}: nothing found");
                for finding in found {
                    writeln!(shown, "{}", words.item_finding(&finding)).unwrap();
                }
            }
        }
    }
    insta::assert_snapshot!("bad_checklist", shown);
}

#[test]
fn each_wrong_file_gets_its_message_and_its_line() {
    let words = Text::new(Lang::Zh);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let paths = files(&folder);
    assert!(paths.len() >= 25);
    let mut shown = String::new();
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap();
        let found = findings(name, &fs::read_to_string(&path).unwrap());
        assert!(!found.is_empty(), "{name}: nothing found");
        for Finding { file, line, figure, fault } in found {
            let severity = words.severity(fault.severity());
            let figure = figure.map_or_else(String::new, |id| format!(" {id}"));
            writeln!(shown, "{file}:{line}: {severity}{figure}: {}", words.fault(&fault)).unwrap();
        }
    }
    insta::assert_snapshot!("bad_data", shown);
}

#[test]
fn a_third_figure_that_covers_both_settles_a_clash() {
    let covered = "(code: \"210000\", sources: {\"S\": (title: \"t\", publisher: \"p\", checked: \"2026\")}, \
                   figures: [(scheme: Employee, care: Inpatient, sources: [\"S\"], grade: Official, figures: [\
                   (tiers: [Three], is: Rate(85)), (statuses: [Active], is: Rate(80)), \
                   (tiers: [Three], statuses: [Active], is: Rate(82))])])";
    assert_eq!(findings("covered.ron", covered), []);
}
