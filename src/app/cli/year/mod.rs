//! `yidi year`: a patient's stays and visits one after the other.

mod lines;
mod objects;
mod table;

use std::io::Read as _;
use std::path::Path;

use clap::{Arg, Command};

use super::batch::{bytes, encoding};
use super::fail::Fail;
use super::option::{flag, folder, option, path, with_help, with_output};
use super::run::Run;
use super::{handout, out};
use crate::report::{year_json, year_text};
use crate::sheet::{Format, YearSheet, year_sheet};
use crate::words::Text;
use crate::workbook::is_workbook_name;
use yidi_core::year::{Entry, MOST_TIMES, YearError, compare_year, year};

/// So much of a list is read: no person's year is longer.
const MOST_READ: u64 = 16 << 20;

/// So many stays and visits a list may have.
const MOST_ENTRIES: usize = 2_000;
/// A table's title and note lines, and lines of remarks, beside them.
const MOST_LINES: usize = 2 * MOST_ENTRIES;
/// So many mistakes of a list are told.
const MOST_TOLD: usize = 20;

/// How the command is called.
pub(super) fn command(text: &Text) -> Command {
    let list = path(Arg::new("file").value_name("FILE").help(text.arg_year_file()));
    let command = Command::new("year").about(text.cmd_year()).arg(list.help_heading(text.help_arguments()));
    let command = with_help(text, command)
        .arg(option("more", text.arg_more()))
        .arg(option("sheet", text.arg_sheet()))
        .arg(option("encoding", text.arg_encoding()))
        .arg(folder("data", text.arg_data()))
        .arg(flag("json", text.arg_json()))
        .arg(option("format", text.arg_year_format()).conflicts_with("json"))
        .arg(option("edition", text.arg_edition()).conflicts_with("json"))
        .arg(option("note", text.arg_note()).conflicts_with("json"));
    with_output(text, command)
}

/// A line of the list that is read: where it stands, and what it says.
struct ListedEntry {
    /// Its row or line, from 1.
    row: u64,
    entry: Entry,
}

/// Prints the year.
///
/// # Errors
/// With everything that is wrong with the list; where there is no estimate.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    // A wrong form is told before anything is read.
    let sheet = sheet_format(run)?;
    let more = more(run)?;
    let mut list = listed(run)?;
    if let (Some(more), Some(last)) = (more, list.last()) {
        let entry = Entry { times: more, paid: None, forecast: true, ..last.entry.clone() };
        let row = last.row;
        list.push(ListedEntry { row, entry });
    }
    let book = run.book()?;
    let entries: Vec<Entry> = list.iter().map(|listed| listed.entry.clone()).collect();
    let found = year(&book, &entries).map_err(|error| match error {
        YearError::Empty => Fail::Request(vec![text.year_empty()]),
        YearError::Case { entry, error } => match Fail::estimate(text, &error) {
            Fail::Request(_) => {
                let row = list.get(entry).map_or(0, |listed| listed.row);
                Fail::Request(vec![text.batch_error(row, text.estimate_error(&error))])
            }
            other => other,
        },
    })?;
    let comparison = compare_year(&book, &entries, &found).map_err(|error| Fail::estimate(text, &error))?;
    if let Some(format) = sheet {
        let note = run.typed("note").unwrap_or_default();
        let edition = run.settings.edition.unwrap_or_default();
        let made_of = YearSheet { year: &found, comparison: &comparison, note, edition };
        let sheet = year_sheet(&book, &made_of, text, *run.today);
        let sheet = sheet.ok_or_else(|| Fail::Request(vec![text.year_empty()]))?;
        return handout::hand_out(run, &sheet, format);
    }
    out::print_either(
        run,
        || Ok(year_json(&book, &found, &comparison)),
        || Ok(year_text(text, &found, &comparison)),
    )
}

/// The form of the sheet, where one is wanted: it is named, or the file is no text.
fn sheet_format(run: &Run<'_>) -> Result<Option<Format>, Fail> {
    let (named, out) = (run.typed("format"), out::output(run));
    let by_file = out.and_then(Format::of_file).filter(|format| *format != Format::Text);
    let is_wanted = named.is_some() || run.typed("note").is_some() || by_file.is_some();
    (is_wanted && !run.is_set("json")).then(|| handout::format(run.text, named, out)).transpose()
}

/// How many more like the last are expected.
fn more(run: &Run<'_>) -> Result<Option<u16>, Fail> {
    let Some(typed) = run.typed("more") else { return Ok(None) };
    let more = typed.trim().parse().ok().filter(|more| (1..=MOST_TIMES).contains(more));
    more.map(Some).ok_or_else(|| Fail::Request(vec![run.text.year_more_wrong(u64::from(MOST_TIMES), typed)]))
}

/// The list, from a table, JSON lines, or express lines.
fn listed(run: &Run<'_>) -> Result<Vec<ListedEntry>, Fail> {
    let text = run.text;
    let too_long = || Fail::Request(vec![text.year_too_long(MOST_ENTRIES as u64)]);
    let named = encoding(text, run.typed("encoding")).map_err(|wrong| Fail::Request(vec![wrong]))?;
    let (source, name, _) = bytes(run, text.year_no_input())?;
    let mut bytes = Vec::new();
    let read = source.take(MOST_READ + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fail::Request(vec![text.batch_input(name.as_str(), text.io_error(&error))]))?;
    if bytes.len() as u64 > MOST_READ {
        return Err(too_long());
    }
    // Told before they are read: each line is a case.
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    // A workbook has none.
    if !bytes.contains(&0) && lines.take(MOST_LINES + 1).count() > MOST_LINES {
        return Err(too_long());
    }
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    let list = if begins == Some(&b'{') {
        objects::read(run, &plain(text, &bytes)?)
    } else if is_table_name(&name) || table::is_table(&bytes, named) {
        table::read(run, bytes, named, &name)
    } else {
        lines::read(run, &plain(text, &bytes)?)
    };
    let list = list.map_err(|fail| first_of_all(text, fail))?;
    let visits: usize = list.iter().map(|listed| usize::from(listed.entry.times)).sum();
    if visits > MOST_ENTRIES {
        return Err(too_long());
    }
    Ok(list)
}

/// The first things that are wrong, and how many more there are.
fn first_of_all(text: &Text, fail: Fail) -> Fail {
    let Fail::Request(mut all) = fail else { return fail };
    let more = all.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        all.truncate(MOST_TOLD);
        all.push(text.year_more_mistakes(more as u64));
    }
    Fail::Request(all)
}

fn is_table_name(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    is_workbook_name(Path::new(name)) || ["csv", "tsv"].iter().any(|one| ending.eq_ignore_ascii_case(one))
}

/// Lines as text.
fn plain(text: &Text, bytes: &[u8]) -> Result<String, Fail> {
    let whole = std::str::from_utf8(bytes).map_err(|_| Fail::Request(vec![text.batch_encoding()]))?;
    Ok(whole.trim_start_matches('\u{feff}').to_owned())
}
