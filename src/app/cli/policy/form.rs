//! `yidi policy template` and `import`: an agency's form as a workbook or a
//! table, out and in.

use std::path::{Path, PathBuf};

use crate::agency::{FormSheet, ImportedForms, form_rows, import as read_forms};
use crate::cli::batch::workbook_fault;
use crate::cli::fail::{Fail, tell_of_workbook};
use crate::cli::run::Run;
use crate::cli::{case, out, stream};
use crate::guard;
use crate::guard::{harmless, read_bytes};
use crate::save;
use crate::save::Readers;
use crate::workbook::{BlankSheet, SheetSource, all_sheets, form_workbook, is_workbook, is_workbook_name};
use yidi_core::case::Field;
use yidi_core::places::{AreaId, Place};
use yidi_core::policy::Book;

/// So many rows of a sheet are read: a province has some thousand.
const MOST_ROWS: usize = 20_000;

/// Writes the form of an area, or of every area of a province.
///
/// # Errors
/// With everything that is wrong with the request.
pub(super) fn template(run: &Run<'_>) -> Result<(), Fail> {
    let (text, today) = (run.text, *run.today);
    let mut problems = Vec::new();
    let Some(place) = case::place(run, "area", Field::Insured, &mut problems) else {
        return Err(Fail::problems(text, &problems));
    };
    let book = run.book()?;
    let areas: Vec<AreaId> = match place {
        Place::Area(area) => vec![area],
        Place::Province(province) => AreaId::all().filter(|area| area.get().insurer == province).collect(),
    };
    let mut sheets = Vec::new();
    for area in areas {
        let rows = form_rows(text, &book, area, today).map_err(|error| Fail::broken(text, &error))?;
        sheets.push(BlankSheet { name: text.place_short(Place::Area(area)).to_owned(), rows });
    }
    let named = run.path("output").filter(|named| named.as_os_str() != "-");
    if let Some(path) = named.filter(|path| is_workbook_name(path)) {
        let bytes = form_workbook(&sheets)?;
        let saved = save::save_bytes(&bytes, path, run.is_set("force"), Readers::Usual);
        let path = saved.map_err(|error| out::unsaved(text, &error, path))?;
        stream::tell(&text.print_saved(path.display().to_string()));
        return Ok(());
    }
    let table = table(&sheets).map_err(|error| Fail::program(error.to_string()))?;
    // Spreadsheets on Chinese Windows read UTF-8 only by this mark.
    let mark = if named.is_some() { "\u{feff}" } else { "" };
    out::publish_exactly(run, &format!("{mark}{table}"))
}

/// The forms one below the other, as CSV.
fn table(sheets: &[BlankSheet]) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for (at, sheet) in sheets.iter().enumerate() {
        for row in sheet.rows.iter().skip(usize::from(at > 0)) {
            writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()))?;
        }
    }
    let bytes =
        writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads a form that was filled in, and writes the file of figures that it means.
///
/// # Errors
/// With each mistake, its sheet and its cell.
pub(super) fn import(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let file = Path::new(run.typed("file").unwrap_or_default());
    let shown = file.display().to_string();
    let bytes = read_bytes(file, guard::SLIP_WORKBOOK)
        .map_err(|error| Fail::Request(vec![text.install_unread(&shown, text.read_error(&error))]))?;
    let unread = |why: String| Fail::Request(vec![text.install_unread(&shown, why)]);
    let sheets = if is_workbook(&bytes) {
        let source = SheetSource::Bytes(bytes.into());
        tell_of_workbook(text, &shown);
        let sheets = all_sheets(source, MOST_ROWS)
            .map_err(|error| Fail::Request(vec![workbook_fault(text, &shown, &error)]))?;
        sheets.into_iter().map(|(name, rows)| FormSheet { name: Some(name), rows }).collect()
    } else {
        let table = guard::written(bytes).ok_or_else(|| unread(text.file_not_text()))?;
        vec![FormSheet { name: None, rows: rows(&table) }]
    };
    let target = run.path("output").map_or_else(|| file.with_extension("ron"), PathBuf::from);
    let base = Book::embedded().map_err(|error| Fail::broken(text, &error))?;
    let name = target.display().to_string();
    let ImportedForms { file: made, mistakes } =
        read_forms(text, &base, &name, &sheets, *run.today).map_err(|error| Fail::broken(text, &error))?;
    let lines: Vec<String> = mistakes.iter().map(|mistake| mistake.told(text, &shown)).collect();
    let Some((made, content)) = made else {
        return Err(Fail::Request(std::iter::once(text.import_wrong(&shown)).chain(lines).collect()));
    };
    let saved = save::save_bytes(content.as_bytes(), &target, run.is_set("force"), Readers::Usual);
    let path = saved.map_err(|error| out::unsaved(text, &error, &target))?;
    let rules: usize = made.areas.iter().map(|area| area.rules.len()).sum();
    let mut done = vec![text.import_done(made.areas.len() as u64, rules as u64, path.display().to_string())];
    done.extend(lines);
    done.push(text.import_next(path.display().to_string()));
    stream::show(&format!("{}\n", done.join("\n")))?;
    Ok(())
}

/// The rows of CSV at their places.
fn rows(table: &str) -> Vec<(u32, Vec<(u32, String)>)> {
    let first = table.lines().next().unwrap_or_default();
    // What spreadsheets of other settings write.
    let delimiter =
        [b',', b'\t', b';'].into_iter().max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(table.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records().take(MOST_ROWS) {
        let Ok(record) = record else { continue };
        let line = record.position().map_or(1, csv::Position::line);
        let cells = (0..).zip(record.iter()).filter(|(_, cell)| !cell.is_empty());
        // The apostrophe before what would be run is no part of it.
        let cells = cells.map(|(column, cell)| (column, cell.strip_prefix('\'').unwrap_or(cell).to_owned()));
        rows.push((u32::try_from(line.saturating_sub(1)).unwrap_or(u32::MAX), cells.collect()));
    }
    rows
}
