//! `yidi policy check`: the check of embedded data, or of a folder of data files.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::fail::Fail;
use crate::checklist;
use crate::policy::{Book, Fault, Finding, Severity, check as check_book};
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
    for Finding { file, line, figure, fault } in &findings {
        let severity = text.severity(fault.severity());
        let figure = figure.as_ref().map_or_else(String::new, |id| format!(" {id}"));
        let fault = text.fault(fault);
        // Writing to a string does not fail.
        let _ = writeln!(out, "{file}:{line}: {severity}{figure}: {fault}");
    }
    if findings.is_empty() {
        out.push_str(&text.check_clean(files));
    } else {
        out.push_str(&text.check_summary(errors, findings.len() - errors));
    }
    out.push('\n');
    super::print(&out)?;
    if errors == 0 { Ok(()) } else { Err(Fail::Printed) }
}

fn check_embedded(text: &Text) -> Result<(Vec<Finding>, usize), Fail> {
    let book = super::embedded(text)?;
    let mut findings = check_book(&book);
    if let Err(error) = checklist::all_items() {
        findings.push(unreadable(error.file, error.line, error.fault));
    }
    Ok((findings, book.file_count() + 1))
}

fn unreadable(file: String, line: usize, fault: String) -> Finding {
    Finding { file, line, figure: None, fault: Fault::Unreadable(fault) }
}

/// Reads `nation.ron` and `province/*.ron` of a folder and checks them together.
fn check_folder(text: &Text, dir: &Path) -> Result<(Vec<Finding>, usize), Fail> {
    let missing = || Fail::Request(vec![text.fault_dir(dir.display().to_string())]);
    let nation_path = dir.join("nation.ron");
    let nation = fs::read_to_string(&nation_path).map_err(|_| missing())?;
    let mut provinces = Vec::new();
    let mut findings = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(dir.join("province"))
        .map_err(|_| missing())?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    entries.sort();
    for path in entries {
        let shown = path.display().to_string();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let code = name.get(..6).and_then(|code| code.parse().ok());
        match (code, fs::read_to_string(&path)) {
            (Some(code), Ok(text)) => provinces.push((code, shown, text)),
            (None, _) => findings.push(unreadable(shown, 1, text.fault_file_name())),
            (_, Err(error)) => findings.push(unreadable(shown, 1, error.to_string())),
        }
    }
    let files = provinces.len() + 1;
    match Book::from_texts((&nation_path.display().to_string(), &nation), provinces) {
        Ok(book) => findings.extend(check_book(&book)),
        Err(error) => findings.push(unreadable(error.file, error.line, error.fault)),
    }
    Ok((findings, files))
}
