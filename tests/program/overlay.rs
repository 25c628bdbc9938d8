//! Overlays: an agency's own figures over the data that is shipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use yidi_core::case::{Filed, Reason};
use yidi_core::estimate::estimate;
use yidi_core::num::Money;
use yidi_core::policy::audit::{Finding, Flaw, check};
use yidi_core::policy::{Book, Grade, Status, Tier};

use crate::support::process::program;
use crate::support::{CHECKED_ON, TODAY, case, draft, trip};

const README: &str = include_str!("../../data/README.md");

/// The text of the README's code block that begins with this line.
fn example(fence: &str) -> &'static str {
    block(README, fence)
}

fn block<'t>(text: &'t str, fence: &str) -> &'t str {
    let begin = text.find(&format!("```{fence}\n")).unwrap() + fence.len() + 4;
    let end = text[begin..].find("```").unwrap();
    &text[begin..begin + end]
}

/// The steps to add a city are true: the file is clean, and the case comes to
/// what they say.
#[test]
fn the_city_of_the_contributors_guide_can_be_added() {
    let mut book = Book::embedded().unwrap();
    let file = block(include_str!("../../CONTRIBUTING.md"), "ron overlay");
    book.overlay("210800-yingkou.ron", file, CHECKED_ON).unwrap();
    let stay = draft("营口", "北京", Status::Active, Tier::Three, "50000");
    let estimate = estimate(&book, &case(&trip(stay, Reason::Other, Filed::Yes))).unwrap();
    // (50 000 − 800) × 0.75 = 36 900; 50 000 − 36 900 = 13 100
    assert_eq!(estimate.personal().low(), Money::from_yuan(13_100));
    assert!(estimate.personal().is_exact());
}

fn personal(book: &Book, status: Status, reason: Reason, filed: Filed) -> Money {
    let stay = draft("鞍山", "北京", status, Tier::Three, "30000");
    let span = estimate(book, &case(&trip(stay, reason, filed))).unwrap().personal();
    assert!(span.is_exact());
    span.low()
}

#[test]
fn the_readmes_province_file_is_whole_and_clean() {
    let nation = "(gathered: \"2026-11-22\", stale_after_days: 400, alliances: [], sources: {}, figures: [])";
    let file = (210_000, "example.ron".to_owned(), example("ron").to_owned());
    let book = Book::from_texts(("nation.ron", nation), [file]).unwrap();
    assert_eq!(check(&book, TODAY), []);
    let anshan = yidi_core::places::AreaId::by_code(210_300).unwrap();
    assert_eq!(book.levels(anshan).unwrap()[0].len(), 9);
}

#[test]
fn the_readmes_overlay_replaces_adds_removes_and_verifies() {
    let mut book = Book::embedded().unwrap();
    book.overlay("example.ron", example("ron overlay"), CHECKED_ON).unwrap();
    // Replaced: 30 000 − (30 000 − 2 000) × 0.55 = 14 600.00
    let unfiled = personal(&book, Status::Active, Reason::Other, Filed::No);
    assert_eq!(unfiled, Money::from_yuan(14_600));
    // Untouched: 30 000 − 28 000 × 0.60 = 13 200.00
    let filed = personal(&book, Status::Active, Reason::Other, Filed::Yes);
    assert_eq!(filed, Money::from_yuan(13_200));
    let stay = draft("鞍山", "北京", Status::Active, Tier::Three, "30000");
    let emergency = estimate(&book, &case(&trip(stay, Reason::Emergency, Filed::Yes))).unwrap();
    // Added: the cap is known now. Verified: by whom and when stands at the figure.
    assert!(emergency.missing().iter().all(|missing| missing.item != yidi_core::policy::Item::Cap));
    let figures = emergency.figures();
    let deductible = figures.iter().find(|figure| figure.verified.is_some()).unwrap();
    assert_eq!(deductible.grade, Grade::Verified);
    assert_eq!(deductible.verified.as_ref().unwrap().by, "鞍山市医保中心");
    // Removed: the retired fall back to the national range.
    let stay = draft("鞍山", "北京", Status::Retired, Tier::Three, "30000");
    let retired = estimate(&book, &case(&trip(stay, Reason::Other, Filed::No))).unwrap();
    assert!(!retired.personal().is_exact() && retired.is_national_range());
}

fn refused(text: &str) -> Vec<Finding> {
    let mut book = Book::embedded().unwrap();
    let findings = book.overlay("own.ron", text, CHECKED_ON).unwrap_err();
    // The book is as it was: 30 000 − 28 000 × 0.60 = 13 200.00
    assert_eq!(personal(&book, Status::Active, Reason::Other, Filed::No), Money::from_yuan(13_200));
    findings
}

#[test]
fn a_wrong_overlay_is_refused_whole_with_its_line() {
    let good = "(statuses: [Active], routes: [Unfiled], is: Rate(55)),";
    let area = |figures: &str| {
        format!(
            "(\n sources: {{ \"S\": (title: \"t\", publisher: \"p\", checked: \"2026-11-01\") }},\n areas: {{ \"210300\": [\n\
             (scheme: Employee, care: Inpatient, sources: [\"S\"], grade: Official, figures: [\n{good}\n{figures}\n])] }},\n)"
        )
    };
    for (text, line, part) in [
        ("(areas: {\n".to_owned(), 1, ""),
        ("(\n colour: 1)".to_owned(), 2, "colour"),
        (area("(is: Rate(850)),"), 6, "850"),
        (area("(is: Rate(85), sources: [\"NOWHERE\"]),"), 6, "NOWHERE"),
        (area("(statuses: [Child], is: Rate(85)),"), 6, "StatusNotOfScheme"),
        // Crosses the shipped rates, which name routes but no tier.
        (area("(tiers: [Three], is: Rate(85)),"), 6, "Clash"),
        (area("(is: Cap(1), remark: (zh: \"\\u{1b}[2J\", en: \"x\")),"), 6, "ControlCharacter"),
        ("(\n remove: [\n\"210300/rate/Employee\"])".to_owned(), 3, "there is no figure"),
        (
            "(\n verified: [\n(figure: \"999/cap\", by: \"x\", on: \"2026-01-01\")])".to_owned(),
            3,
            "no area or province",
        ),
        ("(\n areas: {\n\"219999\": [(figures: [])]})".to_owned(), 3, "no area or province"),
    ] {
        let findings = refused(&text);
        assert_eq!((findings[0].file.as_str(), findings[0].line), ("own.ron", line), "{findings:?}");
        let told = match &findings[0].fault {
            Flaw::Unreadable(misread) => misread.to_string(),
            fault => format!("{fault:?}"),
        };
        assert!(told.contains(part), "{told}");
        assert!(!told.contains(char::is_control), "{told}");
    }
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("yidi-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        for (file, text) in files {
            fs::write(path.join(file), text).unwrap();
        }
        Self(path)
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn estimate_command() -> Command {
    program(
        "estimate --from 鞍山 --to 北京 --status active --tier 3 --filed no --total 30000 --own-expense 0 --prepay 0 --over-limit 0 --date 2026-11-22",
    )
}

fn told(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_folder_is_named_by_option_environment_or_data_directory() {
    let folder = Folder::new("overlay", &[("own.ron", example("ron overlay"))]);
    let home = Folder::new("overlay-home", &[]);
    fs::create_dir_all(home.path().join("yidi/policy")).unwrap();
    fs::copy(folder.path().join("own.ron"), home.path().join("yidi/policy/own.ron")).unwrap();
    let by_option = told(estimate_command().arg("--data").arg(folder.path()));
    let by_environment = told(estimate_command().env("YIDI_DATA", folder.path()));
    let by_directory = told(estimate_command().env("XDG_DATA_HOME", home.path()).env("HOME", home.path()));
    for (code, shown, said) in [by_option, by_environment, by_directory] {
        assert_eq!(code, Some(0), "{said}");
        assert!(shown.contains("14,600.00 元"), "{shown}");
    }
    let (code, _, said) = told(estimate_command().args(["--data", "/nowhere/at/all"]));
    assert_eq!(code, Some(2));
    assert!(said.contains("/nowhere/at/all"), "{said}");
}

#[test]
fn a_broken_file_is_told_and_the_rest_goes_on() {
    let files = [("1-broken.ron", "(areas: {\n"), ("2-own.ron", example("ron overlay"))];
    let folder = Folder::new("overlay-broken", &files);
    let (code, shown, said) = told(estimate_command().arg("--data").arg(folder.path()));
    assert_eq!(code, Some(0));
    assert!(said.contains("补充数据有误，整个文件未采用") && said.contains("1-broken.ron:1"), "{said}");
    assert!(shown.contains("14,600.00 元"), "{shown}");
    let (code, shown, _) = told(program("policy check").arg(folder.path()));
    assert_eq!(code, Some(2));
    assert!(shown.contains("1-broken.ron:1: 错误") && !shown.contains("2-own"), "{shown}");
}
