//! The mistakes that people make who write a file of figures for the first
//! time: each is told with its place and what would be right, in the reader's
//! language.

use std::fmt::Write as _;

use yidi::words::{Lang, Text};
use yidi_core::policy::Book;
use yidi_core::policy::audit::{Finding, Severity};

use crate::support::CHECKED_ON;

/// A file without a mistake.
pub(crate) const RIGHT: &str = r#"(
    name: "营口市医疗保障局",
    date: "2026-11-20",
    sources: {
        "YK-2026": (title: "市职工医保待遇", publisher: "市医疗保障局", date: "2026-01-01", checked: "2026-11-20"),
    },
    areas: {
        "210800": [
            (
                scheme: Employee, care: Inpatient, sources: ["YK-2026"], grade: Reported, from: "2026",
                figures: [
                    (tiers: [Three], is: Deductible(800), then: [400]),
                    (statuses: [Active], tiers: [Three], is: Rate(85)),
                    (routes: [Temporary], is: Away(Cut(10))),
                    (is: Cap(200000)),
                ],
            ),
        ],
    },
)
"#;

/// What is written in place of what, and the line that must be told.
const MISTAKES: &[(&str, &str, usize)] = &[
    // Typed with a Chinese input method.
    ("Employee, care", "Employee， care", 10),
    ("tiers: [Three], is: Deductible", "tiers：[Three], is: Deductible", 12),
    ("title: \"市职工", "title: “市职工", 5),
    ("Deductible(800)", "Deductible（800）", 12),
    ("Rate(85)", "Rate(８５)", 13),
    ("    (is: Cap", "　　(is: Cap", 15),
    // Marks that are missing.
    ("Deductible(800), then", "Deductible(800) then", 12),
    ("then: [400]),", "then: [400])", 12),
    ("tiers: [Three], is: Rate", "tiers [Three], is: Rate", 13),
    ("title: \"市职工医保待遇\"", "title: \"市职工医保待遇", 5),
    ("then: [400])", "then: [400)", 12),
    ("    },\n)\n", "    },\n", 1),
    ("],\n    },\n)", "],\n    },\n))", 20),
    // Words.
    ("Employee", "职工在职", 10),
    ("scheme: Employee", "scheme: Employe", 10),
    ("[Active]", "[在职]", 13),
    ("tiers: [Three], is: Rate", "tier: [Three], is: Rate", 13),
    ("tiers: [Three], is: Rate", "tiers: Three, is: Rate", 13),
    ("grade: Reported, ", "", 12),
    ("checked: \"2026-11-20\"", "", 5),
    // Numbers.
    ("Rate(85)", "Rate(\"85\")", 13),
    ("Rate(85)", "Rate(85%)", 13),
    ("Rate(85)", "Rate(0.72)", 13),
    ("Rate(85)", "Rate(850)", 13),
    ("Deductible(800)", "Deductible(1,300)", 12),
    ("Deductible(800)", "Deductible(5万)", 12),
    ("Deductible(800)", "Deductible(80000)", 12),
    ("Cap(200000)", "Cap(20)", 15),
    ("Cut(10)", "Cut(20, 10)", 14),
    // Days, codes, sources.
    ("from: \"2026\"", "from: \"2026年1月1日\"", 10),
    ("from: \"2026\"", "from: 2026", 10),
    ("\"210800\": [", "210800: [", 8),
    ("\"210800\": [", "\"210899\": [", 8),
    ("[\"YK-2026\"]", "[\"YK-2025\"]", 12),
    ("checked: \"2026-11-20\"", "checked: \"2027-11-20\"", 5),
    ("[Active]", "[Child]", 13),
    ("(is: Cap(200000)),", "(is: Cap(200000)), (is: Cap(300000)),", 15),
    ("(is: Cap(200000)),", "(statuses: [Retired]),", 15),
];

fn told(text: &str) -> Vec<Finding> {
    let mut book = Book::embedded().unwrap();
    book.overlay("my.ron", text, CHECKED_ON).map_or_else(|wrong| wrong, |laid| laid.warnings)
}

/// Whether some words of English stand in a row, the names of the files aside.
fn holds_english(told: &str) -> bool {
    let words = told.split(|c: char| !c.is_ascii_alphabetic() && c != ' ');
    words.map(str::trim).any(|run| run.split(' ').filter(|word| word.len() > 1).count() > 3)
}

#[test]
fn a_file_without_a_mistake_is_laid_over() {
    assert_eq!(told(RIGHT), []);
}

#[test]
fn typical_mistakes_are_told_in_both_languages_with_place_and_remedy() {
    let languages = [Text::new(Lang::Zh), Text::new(Lang::En)];
    let mut shown = String::new();
    for (right, wrong, line) in MISTAKES {
        assert!(RIGHT.contains(right), "{right}");
        let found = told(&RIGHT.replacen(right, wrong, 1));
        assert!(!found.is_empty(), "{wrong}: nothing is told");
        assert_eq!(found[0].line, *line, "{wrong}: {found:?}");
        let _ = writeln!(shown, "{} -> {}", right.escape_debug(), wrong.escape_debug());
        for text in &languages {
            for finding in &found {
                let _ = writeln!(shown, "  {}", text.finding(finding));
            }
        }
        let chinese = languages[0].finding(&found[0]);
        assert!(!holds_english(&chinese), "{chinese}");
    }
    insta::assert_snapshot!("typical_mistakes", shown);
}

/// A number in the wrong unit is a warning: the file can be used.
#[test]
fn unusual_sizes_warn() {
    for (right, wrong) in
        [("Rate(85)", "Rate(0.72)"), ("Deductible(800)", "Deductible(30000)"), ("Cap(200000)", "Cap(20)")]
    {
        let found = told(&RIGHT.replacen(right, wrong, 1));
        assert!(found.iter().any(|finding| finding.fault.severity() == Severity::Warning), "{wrong}");
        assert!(
            found.iter().all(|finding| finding.fault.severity() == Severity::Warning),
            "{wrong}: {found:?}"
        );
    }
}
