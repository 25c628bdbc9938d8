//! Whether the rules of forms may be laid over the data, told at the place of
//! the form where something is wrong.

use jiff::civil::Date;

use super::form::Slot;
use crate::policy::audit::Finding;
use crate::policy::own::{OwnArea, OwnFile, Remarks};
use crate::policy::{Book, FileError};

/// What the check of the data says of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFinding {
    /// The place in the list of areas, and in the form; nothing where it is the file's.
    pub at: Option<(usize, Slot)>,
    /// What it says.
    pub finding: Finding,
}

/// A file of rules, checked.
#[derive(Debug)]
pub struct Checked {
    /// The file.
    pub text: String,
    /// The data with the file over it; nothing where that may not be.
    pub book: Option<Book>,
    /// What is wrong, or probably a slip.
    pub findings: Vec<FormFinding>,
}

/// Lays a file of rules over the data and tells what is wrong with it.
///
/// # Errors
/// Where the data cannot be read.
pub fn check(
    base: &Book,
    name: &str,
    file: &OwnFile,
    remarks: &dyn Remarks,
    today: Date,
) -> Result<Checked, FileError> {
    let text = file.text(base, remarks)?;
    let mut book = base.clone();
    let laid = book.overlay(name, &text, today);
    let (book, findings) = match laid {
        Ok(laid) => (Some(book), laid.warnings),
        Err(findings) => (None, findings),
    };
    let findings = findings
        .into_iter()
        .map(|finding| {
            let at = file.areas.iter().enumerate().find_map(|(at, own)| Some((at, place(own, &finding)?)));
            FormFinding { at, finding }
        })
        .collect();
    Ok(Checked { text, book, findings })
}

/// The rule that a finding is about.
fn place(own: &OwnArea, finding: &Finding) -> Option<Slot> {
    let id = finding.figure.as_ref()?;
    let rules = own.rules.iter().map(|(rule, _)| *rule);
    rules.into_iter().find(|rule| own.id(*rule) == *id).map(Slot::Rule)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::places::AreaId;
    use crate::policy::audit::Severity;
    use crate::policy::own::{OwnSource, Rule, RuleKind};
    use crate::policy::{Scheme, Value};
    use crate::rules::read_cell;

    const TODAY: Date = date(2026, 11, 28);

    struct NoRemarks;

    impl Remarks for NoRemarks {
        fn heading(&self) -> Vec<String> {
            Vec::new()
        }
        fn area(&self, _: AreaId) -> String {
            String::new()
        }
        fn rule(&self, _: Rule) -> String {
            String::new()
        }
        fn kept(&self) -> String {
            String::new()
        }
    }

    fn rules() -> impl Iterator<Item = Rule> {
        [Scheme::Employee, Scheme::Resident].into_iter().flat_map(Rule::all)
    }

    /// What is wrong with a file of these rules.
    fn errors(base: &Book, area: AreaId, rules: Vec<(Rule, Value)>, from: Option<Date>) -> Vec<String> {
        let source = OwnSource {
            title: "t".to_owned(),
            publisher: "p".to_owned(),
            number: None,
            date: None,
            checked: TODAY,
        };
        let file = OwnFile {
            name: "p".to_owned(),
            date: TODAY,
            areas: vec![OwnArea { area, source, from, verified: None, rules }],
        };
        let checked = check(base, "own.ron", &file, &NoRemarks, TODAY).unwrap();
        let wrong = checked.findings.iter().filter(|one| one.finding.fault.severity() == Severity::Error);
        wrong
            .map(|one| format!("{}: {:?}: {:?}\n{}", area.get().code, one.at, one.finding, checked.text))
            .collect()
    }

    fn areas_with_their_own(base: &Book) -> Vec<AreaId> {
        AreaId::all().filter(|area| !base.levels(*area).unwrap()[0].is_empty()).collect()
    }

    /// Whatever an area's own data says, what holds there can be written into its form.
    #[test]
    fn what_holds_can_be_written_in_every_area() {
        let base = Book::embedded().unwrap();
        let mut wrong = Vec::new();
        for area in areas_with_their_own(&base) {
            let known = rules().filter_map(|rule| {
                let found = rule.in_force(&base, area, TODAY);
                Some((rule, found.figures().first()?.value.clone()))
            });
            wrong.extend(errors(&base, area, known.collect(), None));
        }
        assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
    }

    /// Nor do other numbers meet anything that they cannot stand beside, one at a time or all.
    #[test]
    fn other_numbers_can_be_written_in_every_area() {
        let base = Book::embedded().unwrap();
        let other = |rule: Rule| {
            let typed = match rule.kind() {
                RuleKind::Deductible => "901/402",
                RuleKind::Rate => "81.5",
                RuleKind::Amount => "123456",
                RuleKind::Away => "降11",
            };
            (rule, read_cell(rule, typed).unwrap().unwrap())
        };
        let mut wrong = Vec::new();
        // Each area has its turn with another of the rules.
        let mut next = rules().collect::<Vec<_>>().into_iter().cycle();
        for area in areas_with_their_own(&base) {
            let alone = next.next().map(other).into_iter().collect();
            wrong.extend(errors(&base, area, alone, None));
            for from in [None, Some(date(2026, 1, 1))] {
                wrong.extend(errors(&base, area, rules().map(other).collect(), from));
            }
        }
        assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
    }
}
