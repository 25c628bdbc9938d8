//! The table that `yidi batch` reads: from a file or a pipe, from a workbook, with a
//! header of its own or one that was given.

use std::io::{self, Cursor, IsTerminal, Read};
use std::path::Path;

use super::wanted::Wanted;
use super::{unopened, unread, workbook_fault};
use crate::batch::{ColumnUse, HeaderError, OpenError, Table, column_uses, known_names};
use crate::cli::fail::{Fail, tell_of_workbook};
use crate::cli::run::Run;
use crate::cli::stream::tell;
use crate::guard::{OpenFile, ReadError, open_file};
use crate::words::Text;
use crate::workbook;
use crate::workbook::{CellRole, SheetSource, is_workbook, is_workbook_name};

/// A table that is open.
pub(super) struct Input {
    pub(super) table: Table,
    /// What it is called.
    pub(super) name: String,
    /// How many bytes it has, where that is known.
    pub(super) length: Option<u64>,
}

/// Opens the table and reads its header, or puts the one that was given before it.
///
/// # Errors
/// Where it cannot be read, or is no table with the columns needed.
pub(super) fn open(run: &Run<'_>, wanted: &Wanted<'_>) -> Result<Input, Fail> {
    let text = run.text;
    let header = run.typed("header").map(|given| header(text, given)).transpose()?;
    let (bytes, name, length) = bytes(run, text.batch_no_input())?;
    let table = match header {
        None => Table::open(bytes, wanted.encoding),
        Some(Table { header, dialect, .. }) => {
            Table::below(header, dialect.delimiter, bytes, wanted.encoding)
        }
    };
    let table = table.map_err(|error| unopened(text, &name, error))?;
    Ok(Input { table, name, length })
}

/// How many rows the table has: it is read once more.
///
/// # Errors
/// Where it is no file, which alone can be read twice.
pub(super) fn count(run: &Run<'_>, wanted: &Wanted<'_>) -> Result<u64, Fail> {
    let text = run.text;
    if !run.path("file").is_some_and(Path::is_file) {
        return Err(Fail::Request(vec![text.batch_part_file()]));
    }
    let Input { table, name, .. } = open(run, wanted)?;
    table.count().map_err(|error| unread(text, &name, &error))
}

/// The header that was given: the first lines of a file, or the line itself.
fn header(text: &Text, given: &str) -> Result<Table, Fail> {
    let path = Path::new(given);
    let is_file = path.exists();
    // Of a file no more is read than its first lines, however long it is.
    let content: Box<dyn Read + Send> = if is_file {
        Box::new(open_file(path).map_err(|error| unreadable(text, given, &error))?.file)
    } else {
        Box::new(Cursor::new(format!("{given}\n").into_bytes()))
    };
    Table::open(content, None).map_err(|error| match error {
        OpenError::Header(HeaderError::Missing(_)) if !given.contains([',', ';', '\t']) && !is_file => {
            Fail::Request(vec![text.batch_header_wrong(given)])
        }
        other => unopened(text, given, other),
    })
}

/// The bytes of the input, what it is called, and how many there are where that is known.
type OpenedInput = (Box<dyn Read + Send>, String, Option<u64>);

/// What `FILE` names, or standard input; `none` is said where a terminal is that.
///
/// # Errors
/// Where it cannot be read.
pub(in crate::cli) fn bytes(run: &Run<'_>, none: String) -> Result<OpenedInput, Fail> {
    let (text, named) = (run.text, run.path("file"));
    let path = named.filter(|path| *path != "-");
    let (input, name, length): OpenedInput = match path {
        Some(path) => {
            let name = path.display().to_string();
            let OpenFile { file, length } =
                open_file(path).map_err(|error| unreadable(text, &name, &error))?;
            (Box::new(file), name, length)
        }
        None if named.is_none() && io::stdin().is_terminal() => {
            return Err(Fail::Request(vec![none, text.cli_try_help()]));
        }
        None => (Box::new(io::stdin()), "-".to_owned(), None),
    };
    let failed = |error: io::Error| unreadable(text, &name, &error.into());
    let mut input = input;
    let beginning = beginning(&mut input).map_err(failed)?;
    let is_book = is_workbook(&beginning);
    let whole = Cursor::new(beginning).chain(input);
    let source = match path.filter(|_| length.is_some()) {
        _ if !is_book => return Ok((Box::new(whole), name, length)),
        Some(path) => SheetSource::File(path.into()),
        None => {
            let mut bytes = Vec::new();
            whole.take(MOST_PIPED).read_to_end(&mut bytes).map_err(failed)?;
            SheetSource::Bytes(bytes.into())
        }
    };
    Ok((sheet(run, source, &name)?, name, None))
}

fn unreadable(text: &Text, name: &str, error: &ReadError) -> Fail {
    Fail::Request(vec![text.batch_input(name, text.read_error(error))])
}

/// So many bytes of a workbook are taken from a pipe: it must be held whole.
const MOST_PIPED: u64 = 512 << 20;

/// The first bytes, by which a workbook is known.
fn beginning(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    const ENOUGH: u64 = 8;
    let mut bytes = Vec::new();
    input.take(ENOUGH).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A sheet of a workbook as CSV; which one is told.
fn sheet(run: &Run<'_>, source: SheetSource, name: &str) -> Result<Box<dyn Read + Send>, Fail> {
    let text = run.text;
    // What is only kept comes out as it was where a workbook comes out; columns that
    // name a person are compared, as text.
    let is_marked = run.path("output").is_some_and(is_workbook_name);
    let by: Vec<String> = run
        .typed("by")
        .unwrap_or_default()
        .split([',', '，'])
        .map(|name| name.trim().to_lowercase())
        .collect();
    let roles = |rows: &[Vec<String>]| {
        let names = rows.last().map_or(&[][..], Vec::as_slice);
        let roles = names.iter().zip(column_uses(rows)).map(|(name, used)| match used {
            ColumnUse::Amount(unit) => CellRole::Amount { decimals: unit.decimals() },
            ColumnUse::Kept if is_marked && !by.contains(&name.trim().to_lowercase()) => CellRole::Kept,
            ColumnUse::Kept | ColumnUse::Read => CellRole::Plain,
        });
        roles.collect()
    };
    tell_of_workbook(text, name);
    let opened = workbook::open(source, run.typed("sheet"), known_names, &roles);
    let sheet = opened.map_err(|error| Fail::Request(vec![workbook_fault(text, name, &error)]))?;
    if !sheet.others.is_empty() {
        tell(&text.workbook_sheet(sheet.name, text.list(&sheet.others)));
    }
    Ok(sheet.csv)
}
