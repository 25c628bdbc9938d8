//! `yidi policy check`: the check of embedded data, or of a folder of data files.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::folder;
use crate::cli::fail::Fail;
use crate::cli::out;
use crate::cli::run::Run;
use crate::data::{Overlays, lay, overlay_files, ron_files};
use crate::guard;
use crate::guard::read_written;
use crate::report::check_json;
use crate::words::Text;
use yidi_core::checklist;
use yidi_core::checklist::Items;
use yidi_core::places::AreaId;
use yidi_core::policy::audit::{Finding, SetAside, Severity, check as check_book};
use yidi_core::policy::{Book, Misread};

/// What a check found in figures and in items of the checklist.
#[derive(Default)]
struct CheckedData {
    findings: Vec<Finding>,
    of_items: Vec<checklist::ListFinding>,
    /// How many files were checked.
    files: usize,
}

/// Checks data and prints every finding.
///
/// # Errors
/// With [`Fail::Printed`] where a finding is an error.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let (text, today) = (run.text, *run.today);
    let dir = run.typed("dir");
    let mut without_own = None;
    let CheckedData { findings, of_items, files } = match dir {
        Some(dir) if Path::new(dir).join("nation.ron").exists() => check_folder(text, Path::new(dir), today)?,
        Some(dir) => check_overlays(text, Path::new(dir), today)?,
        None => {
            let book = embedded(text)?;
            let checked = check_embedded(&book, today);
            without_own = Some(areas_without_own(text, &book)?);
            checked
        }
    };
    let of_figures = findings.iter().map(|finding| finding.fault.severity());
    let severities: Vec<Severity> =
        of_figures.chain(of_items.iter().map(|finding| finding.fault.severity())).collect();
    let errors = severities.iter().filter(|severity| **severity == Severity::Error).count();
    let words = || {
        let mut lines: Vec<String> = findings.iter().map(|finding| text.finding(finding)).collect();
        lines.extend(of_items.iter().map(|finding| text.item_finding(finding)));
        lines.push(match severities.len() {
            0 => text.check_clean(files),
            all => text.check_summary(errors, all - errors),
        });
        lines.extend(without_own.map(|areas| text.check_without_own(areas)));
        Ok(format!("{}\n", lines.join("\n")))
    };
    out::print_either(run, || Ok(check_json(&findings, &of_items, files)), words)?;
    if errors == 0 { Ok(()) } else { Err(Fail::Printed) }
}

fn embedded(text: &Text) -> Result<Book, Fail> {
    Book::embedded().map_err(|error| Fail::broken(text, &error))
}

/// How many areas have no figure of their own: no fault, but good to know.
fn areas_without_own(text: &Text, book: &Book) -> Result<usize, Fail> {
    let mut without = 0;
    for area in AreaId::all() {
        let levels = book.levels(area).map_err(|error| Fail::broken(text, &error))?;
        without += usize::from(levels[0].is_empty());
    }
    Ok(without)
}

fn check_embedded(book: &Book, today: Date) -> CheckedData {
    let mut findings = check_book(book, today);
    let mut of_items = Vec::new();
    match Items::embedded() {
        Ok(items) => of_items = checklist::check(book, items),
        Err(error) => findings.push(folder::unreadable(error.file, error.line, error.fault)),
    }
    CheckedData { findings, of_items, files: book.file_count() + checklist::file_count() }
}

/// Lays an overlay, or each of a folder, over the embedded data, and tells what is wrong.
fn check_overlays(text: &Text, dir: &Path, today: Date) -> Result<CheckedData, Fail> {
    let files = overlay_files(dir).map_err(|_| Fail::no_folder(text, dir))?;
    let Overlays { laid, set_aside } = lay(text, embedded(text)?, &files, today).overlays;
    let mut findings = Vec::new();
    for file in set_aside {
        match file {
            SetAside::Wrong(wrong) => findings.extend(wrong),
            SetAside::Unread { file, why } => findings.push(folder::unreadable(file, 1, Misread::Said(why))),
        }
    }
    findings.extend(laid.into_iter().flat_map(|file| file.warnings));
    Ok(CheckedData { findings, files: files.len(), ..CheckedData::default() })
}

/// Checks `nation.ron`, `province/*.ron` and, where they are there, `circumstance.ron`
/// and `checklist/*.ron` of a folder together.
fn check_folder(text: &Text, dir: &Path, today: Date) -> Result<CheckedData, Fail> {
    let folder = folder::read(text, dir)?;
    let mut checked =
        CheckedData { findings: folder.unreadable, files: folder.files, ..CheckedData::default() };
    let Some(book) = folder.book else { return Ok(checked) };
    checked.findings.extend(check_book(&book, today));
    // A folder of figures alone is whole as well.
    let Ok(paths) = ron_files(&dir.join("checklist")) else { return Ok(checked) };
    let mut read = |path: PathBuf| {
        checked.files += 1;
        let name = path.display().to_string();
        match read_written(&path, guard::POLICY) {
            Ok(content) => Some((name, content)),
            Err(error) => {
                checked.findings.push(folder::unreadable(name, 1, Misread::Said(text.read_error(&error))));
                None
            }
        }
    };
    let circumstances = Some(dir.join("circumstance.ron")).filter(|path| path.exists()).and_then(&mut read);
    let texts: Vec<(String, String)> = paths.into_iter().filter_map(read).collect();
    match Items::from_texts(circumstances.as_ref().map(lent), texts.iter().map(lent)) {
        Ok(items) => checked.of_items = checklist::check(&book, &items),
        Err(error) => checked.findings.push(folder::unreadable(error.file, error.line, error.fault)),
    }
    Ok(checked)
}

fn lent((name, content): &(String, String)) -> (&str, &str) {
    (name, content)
}
