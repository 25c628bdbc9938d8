//! `yidi policy check`: the check of embedded data, or of a folder of data files.

use std::fs;
use std::path::Path;

use jiff::civil::Date;

use super::data::{finding_line, ron_files};
use super::fail::Fail;
use crate::checklist;
use crate::policy::{Book, Fault, Finding, Severity, check as check_book};
use crate::text::Text;

/// Checks data and prints every finding.
///
/// # Errors
/// With [`Fail::Printed`] where a finding is an error.
pub(super) fn check(text: &Text, dir: Option<&String>, today: Date) -> Result<(), Fail> {
    let (findings, files) = match dir {
        Some(dir) if Path::new(dir).join("nation.ron").exists() => check_folder(text, Path::new(dir), today)?,
        Some(dir) => check_overlays(text, Path::new(dir), today)?,
        None => check_embedded(text, today)?,
    };
    let errors = findings.iter().filter(|finding| finding.fault.severity() == Severity::Error).count();
    let mut out = String::new();
    for finding in &findings {
        out.push_str(&finding_line(text, finding));
        out.push('\n');
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

fn check_embedded(text: &Text, today: Date) -> Result<(Vec<Finding>, usize), Fail> {
    let book = super::embedded(text)?;
    let mut findings = check_book(&book, today);
    if let Err(error) = checklist::all_items() {
        findings.push(unreadable(error.file, error.line, error.fault));
    }
    Ok((findings, book.file_count() + 1))
}

fn unreadable(file: String, line: usize, fault: String) -> Finding {
    Finding { file, line, figure: None, fault: Fault::Unreadable(fault) }
}

/// Lays each file of an overlay folder over the embedded data, and tells what is wrong.
fn check_overlays(text: &Text, dir: &Path, today: Date) -> Result<(Vec<Finding>, usize), Fail> {
    let missing = |_| Fail::Request(vec![text.fault_dir(dir.display().to_string())]);
    let mut book = super::embedded(text)?;
    let mut findings = Vec::new();
    let files = ron_files(dir).map_err(missing)?;
    for path in &files {
        let name = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(content) => findings.extend(book.overlay(&name, &content, today).err().unwrap_or_default()),
            Err(error) => findings.push(unreadable(name, 1, error.to_string())),
        }
    }
    Ok((findings, files.len()))
}

/// Reads `nation.ron` and `province/*.ron` of a folder and checks them together.
fn check_folder(text: &Text, dir: &Path, today: Date) -> Result<(Vec<Finding>, usize), Fail> {
    let missing = || Fail::Request(vec![text.fault_dir(dir.display().to_string())]);
    let nation_path = dir.join("nation.ron");
    let nation = fs::read_to_string(&nation_path).map_err(|_| missing())?;
    let mut provinces = Vec::new();
    let mut findings = Vec::new();
    let entries = ron_files(&dir.join("province")).map_err(|_| missing())?;
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
        Ok(book) => findings.extend(check_book(&book, today)),
        Err(error) => findings.push(unreadable(error.file, error.line, error.fault)),
    }
    Ok((findings, files))
}
