//! Golden cases on shipped data: every file of `tests/cases`, by area. Each
//! expected number was summed by hand from the figures, beside it and before
//! the program ran; none is the program's own output.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use yidi_core::answers::{Draft, Word, hear};
use yidi_core::case::Field;
use yidi_core::estimate::{Line, Settlement, estimate};
use yidi_core::places::{Place, resolve};
use yidi_core::policy::{Book, read};

use crate::support::TODAY;

/// A case and what it must come to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    /// Where the expected numbers come from.
    origin: String,
    case: Answers,
    /// Both settlements, where nothing is uncertain.
    #[serde(default)]
    both: Lines,
    /// The settlement that is best for the person.
    #[serde(default)]
    low: Lines,
    /// The one that is worst.
    #[serde(default)]
    high: Lines,
}

/// The answers, in the words of the command line; a part of the bill left out
/// is not known, any other question left out was not answered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    from: String,
    to: String,
    status: String,
    tier: String,
    reason: String,
    filed: String,
    date: String,
    #[serde(default)]
    scheme: Option<String>,
    #[serde(default)]
    care: Option<String>,
    #[serde(default)]
    disease: Option<String>,
    #[serde(default)]
    hardship: bool,
    #[serde(default)]
    hospital_class: Option<String>,
    #[serde(default)]
    contribution_class: Option<String>,
    #[serde(default)]
    networked: Option<String>,
    total: String,
    #[serde(default)]
    own_expense: String,
    #[serde(default)]
    prepay: String,
    #[serde(default)]
    class_b: String,
    #[serde(default)]
    class_b_prepay_rate: String,
    #[serde(default)]
    over_limit: String,
    #[serde(default)]
    admitted: String,
    #[serde(default)]
    age: String,
    #[serde(default)]
    admission: String,
    #[serde(default)]
    retired_in: String,
    #[serde(default)]
    account: String,
    #[serde(default)]
    ytd_deductible: String,
    #[serde(default)]
    ytd_eligible: String,
    #[serde(default)]
    ytd_fund: String,
    #[serde(default)]
    ytd_supplement: String,
    #[serde(default)]
    ytd_burden: String,
    #[serde(default)]
    ytd_catastrophic: String,
    #[serde(default)]
    ytd_aid: String,
}

/// Amounts by the key of their line. A line that is not named has nothing on it.
type Lines = BTreeMap<String, String>;

fn place(name: &str) -> Result<Place, String> {
    resolve(name).map_err(|unclear| format!("{name}: {unclear:?}"))
}

fn answer<T: Word>(field: Field, typed: &str) -> Result<T, String> {
    hear(field, typed).map_err(|problem| format!("{problem:?}"))
}

fn perhaps<T: Word>(field: Field, typed: Option<&String>) -> Result<Option<T>, String> {
    typed.map(|typed| answer(field, typed)).transpose()
}

impl Answers {
    fn draft(self) -> Result<Draft, String> {
        if self.date.is_empty() {
            return Err("no date".to_owned());
        }
        let mut draft = Draft {
            insured: Some(place(&self.from)?),
            care_place: Some(place(&self.to)?),
            status: Some(answer(Field::Status, &self.status)?),
            tier: Some(answer(Field::Tier, &self.tier)?),
            reason: answer(Field::Reason, &self.reason)?,
            filed: answer(Field::Filed, &self.filed)?,
            scheme: perhaps(Field::Scheme, self.scheme.as_ref())?,
            care: perhaps(Field::Care, self.care.as_ref())?.unwrap_or(Draft::default().care),
            disease: perhaps(Field::Disease, self.disease.as_ref())?,
            hardship: self.hardship,
            hospital: perhaps(Field::Hospital, self.hospital_class.as_ref())?,
            contribution: perhaps(Field::Contribution, self.contribution_class.as_ref())?,
            networked: perhaps(Field::Networked, self.networked.as_ref())?.unwrap_or_default(),
            ..Draft::default()
        };
        for (field, typed) in [
            (Field::Total, &self.total),
            (Field::OwnExpense, &self.own_expense),
            (Field::Prepay, &self.prepay),
            (Field::ClassB, &self.class_b),
            (Field::ClassBRate, &self.class_b_prepay_rate),
            (Field::OverLimit, &self.over_limit),
            (Field::Date, &self.date),
            (Field::Admitted, &self.admitted),
            (Field::Age, &self.age),
            (Field::Admission, &self.admission),
            (Field::RetiredIn, &self.retired_in),
            (Field::Account, &self.account),
            (Field::YtdDeductible, &self.ytd_deductible),
            (Field::YtdEligible, &self.ytd_eligible),
            (Field::YtdFund, &self.ytd_fund),
            (Field::YtdSupplement, &self.ytd_supplement),
            (Field::YtdBurden, &self.ytd_burden),
            (Field::YtdCatastrophic, &self.ytd_catastrophic),
            (Field::YtdAid, &self.ytd_aid),
        ] {
            draft.write(field, typed);
        }
        Ok(draft)
    }
}

/// The two settlements a file expects, the better one first.
fn expected(golden: &Golden) -> Result<[&Lines; 2], String> {
    if golden.origin.trim().is_empty() {
        return Err("does not say where its numbers come from".to_owned());
    }
    let sides = match (golden.both.is_empty(), golden.low.is_empty(), golden.high.is_empty()) {
        (false, true, true) => [&golden.both, &golden.both],
        (true, false, false) => [&golden.low, &golden.high],
        (true, true, true) => return Err("has no expected number".to_owned()),
        _ => return Err("must have either both, or low and high".to_owned()),
    };
    for lines in sides {
        if let Some(key) = lines.keys().find(|key| !Line::ALL.iter().any(|line| line.key() == *key)) {
            return Err(format!("{key} is no line of a settlement"));
        }
        if !lines.contains_key(Line::Personal.key()) {
            return Err("does not say what the person pays".to_owned());
        }
    }
    Ok(sides)
}

/// What differs between a settlement and the lines expected of it.
fn differences(side: &str, lines: &Lines, settlement: &Settlement) -> Vec<String> {
    Line::ALL
        .into_iter()
        .filter_map(|line| {
            let got = settlement.line(line);
            let (wanted, got) = match (lines.get(line.key()), got) {
                (Some(wanted), got) => {
                    (wanted.as_str(), got.map_or("no such line".to_owned(), |got| got.to_string()))
                }
                (None, got) => ("0.00", got.unwrap_or_default().to_string()),
            };
            (wanted != got).then(|| format!("{side}, {}: expected {wanted}, got {got}", line.key()))
        })
        .collect()
}

/// Everything that is wrong with a file or its case.
fn faults(book: &Book, file: &str, text: &str) -> Vec<String> {
    match settled(book, file, text) {
        Ok(differences) => differences.iter().map(|fault| format!("{file}: {fault}")).collect(),
        Err(fault) => vec![format!("{file}: {fault}")],
    }
}

fn settled(book: &Book, file: &str, text: &str) -> Result<Vec<String>, String> {
    let golden: Golden = read(file, text).map_err(|error| error.to_string())?;
    let [low, high] = expected(&golden)?.map(Lines::clone);
    let name = if golden.both.is_empty() { ["low", "high"] } else { ["both, low", "both, high"] };
    let case = golden.case.draft()?.finish(TODAY).map_err(|problems| format!("{problems:?}"))?;
    let estimate = estimate(book, &case).map_err(|error| error.to_string())?;
    let mut found = differences(name[0], &low, estimate.low());
    found.extend(differences(name[1], &high, estimate.high()));
    Ok(found)
}

/// Every file of a folder and the folders in it, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn every_golden_case_comes_to_the_sum_by_hand() {
    let book = Book::embedded().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = files(&root.join("tests/cases"));
    assert!(!files.is_empty(), "no golden case");
    let mut found = Vec::new();
    for path in files {
        let file = path.strip_prefix(root).unwrap().display().to_string();
        if path.extension().is_some_and(|ending| ending == "ron") {
            found.extend(faults(&book, &file, &fs::read_to_string(&path).unwrap()));
        } else {
            found.push(format!("{file}: is no golden case"));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// A golden file around the expected numbers.
fn file(numbers: &str) -> String {
    format!(
        r#"(origin: "by hand", case: (from: "鞍山", to: "北京", status: "active", tier: "3", reason: "other",
            filed: "yes", total: "30000", own_expense: "0", prepay: "0", over_limit: "0", date: "2026-11-22"), {numbers})"#
    )
}

#[test]
fn a_golden_file_that_is_not_whole_fails() {
    let book = Book::embedded().unwrap();
    for (numbers, fault) in [
        ("", "has no expected number"),
        ("both: {}", "has no expected number"),
        (r#"low: {"personal": "9490.00"}"#, "must have either both, or low and high"),
        (r#"both: {"fund": "20510.00"}"#, "does not say what the person pays"),
        (r#"both: {"personal": "9490.00", "funds": "1.00"}"#, "funds is no line of a settlement"),
        (r#"bothe: {"personal": "9490.00"}"#, "bothe"),
    ] {
        let found = faults(&book, "some.ron", &file(numbers));
        assert!(found.len() == 1 && found[0].contains(fault), "{numbers}: {found:?}");
        assert!(found[0].starts_with("some.ron: "), "{found:?}");
    }
    let misspelt = file(r#"both: {"personal": "9490.00"}"#).replace("prepay:", "prepaid:");
    assert!(faults(&book, "some.ron", &misspelt)[0].contains("prepaid"));
}

#[test]
fn a_wrong_number_and_a_line_left_out_are_told_apart_by_name() {
    let book = Book::embedded().unwrap();
    // 鞍山: 28 000 × 0.60 = 16 800.00; the person pays 13 200.00
    let numbers = r#"both: {"total": "30000.00", "eligible": "30000.00", "deductible": "2000.00", "fund": "16800.01",
        "personal": "13200.00"}"#;
    let found = faults(&book, "some.ron", &file(numbers));
    assert_eq!(
        found,
        [
            "some.ron: both, low, fund: expected 16800.01, got 16800.00",
            "some.ron: both, low, co_payment: expected 0.00, got 11200.00",
            "some.ron: both, high, fund: expected 16800.01, got 16800.00",
            "some.ron: both, high, co_payment: expected 0.00, got 11200.00",
        ]
    );
}
