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
