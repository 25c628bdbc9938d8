//! `yidi policy check`: the check of embedded data, or of a folder of data files.

use std::fmt::Write as _;
use std::path::Path;

use super::folder;
use crate::checklist;
use crate::cli::fail::Fail;
use crate::policy::{Finding, Severity, check as check_book};
use crate::text::Text;

/// Checks data and prints every finding.
///
/// # Errors
/// With [`Fail::Printed`] where a finding is an error.
pub(super) fn check(text: &Text, dir: Option<&String>) -> Result<(), Fail> {
    let (findings, files) = match dir {
        Some(dir) => check_folder(text, Path::new(dir))?,
        None => check_embedded(text)?,
    };
    let errors = findings.iter().filter(|finding| finding.fault.severity() == Severity::Error).count();
    let mut out = String::new();
    for finding in &findings {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{}", text.finding(finding));
    }
    if findings.is_empty() {
        out.push_str(&text.check_clean(files));
    } else {
        out.push_str(&text.check_summary(errors, findings.len() - errors));
    }
    out.push('\n');
    crate::cli::print(&out)?;
    if errors == 0 { Ok(()) } else { Err(Fail::Printed) }
}

fn check_embedded(text: &Text) -> Result<(Vec<Finding>, usize), Fail> {
    let book = crate::cli::embedded(text)?;
    let mut findings = check_book(&book);
    if let Err(error) = checklist::all_items() {
        findings.push(folder::unreadable(error.file, error.line, error.fault));
    }
    Ok((findings, book.file_count() + 1))
}

fn check_folder(text: &Text, dir: &Path) -> Result<(Vec<Finding>, usize), Fail> {
    let folder = folder::read(text, dir)?;
    let mut findings = folder.unreadable;
    findings.extend(folder.book.iter().flat_map(check_book));
    Ok((findings, folder.files))
}
