//! `yidi batch`: a table of cases in, the same table with both settlements out.

mod input;
mod progress;
mod wanted;

use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

use clap::{Arg, Command};

use super::fail::Fail;
use super::option::{file, flag, folder, option, path, with_help};
use super::out::unsaved;
use super::run::Run;
use super::stream::tell;
use crate::batch;
use crate::batch::{
    AddedColumns, BatchError, BatchRun, ByPerson, COLUMNS, DATE_USED, ENDLESS, ERROR, EndlessRecord, GRADE,
    Header, OpenError, PersonColumns, RowForm, Table, Tally, header_error, header_remarks, row_error_kind,
};
use crate::save;
use crate::save::SaveError;
use crate::words::Text;
use crate::workbook::{ColumnKind, MOST_ROWS, SheetWriter, WorkbookError, is_workbook_name};
use input::Input;
pub(super) use input::bytes;
use progress::{ProgressBar, per_second};
pub(super) use wanted::encoding;
use yidi_core::answers::{Answer, Question};
use yidi_core::reconcile::SlipField;

/// How the command is called.
pub(super) fn command(text: &Text) -> Command {
    let input = path(Arg::new("file").value_name("FILE").help(text.arg_batch_file()));
    let command = Command::new("batch").about(text.cmd_batch());
    let command = command.arg(input.help_heading(text.help_arguments()));
    let named = |name, help| option(name, help).help_heading(text.help_table());
    with_help(text, command)
        .arg(file("output", text.arg_batch_out()).short('o').alias("out"))
        .arg(flag("force", text.arg_force()))
        .arg(flag("jsonl", text.arg_jsonl()))
        .arg(option("jobs", text.arg_jobs()).short('j'))
        .arg(option("date", text.arg_batch_date()))
        .arg(folder("data", text.arg_data()))
        .arg(named("sheet", text.arg_sheet()))
        .arg(named("encoding", text.arg_encoding()))
        .arg(named("header", text.arg_header()))
        .arg(flag("no-header", text.arg_no_header()).help_heading(text.help_table()))
        .arg(named("headers", text.arg_headers()))
        .arg(named("columns", text.arg_columns()))
        .arg(named("part", text.arg_part()).conflicts_with("by"))
        .arg(named("by", text.arg_by()).value_name("COLUMNS"))
        .arg(flag("sorted", text.arg_sorted()).requires("by").help_heading(text.help_table()))
}

/// Settles a table.
///
/// # Errors
/// Where the request is wrong, some row is, or files cannot be read or written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let wanted = wanted::wanted(run)?;
    let Input { mut table, name, length } = input::open(run, &wanted)?;
    let book = run.book()?;
    if let Some(part) = wanted.part {
        table.take_part(part.records(input::count(run, &wanted)?));
    }
    tell_header(text, &table, |_| false);
    let (dialect, decoded) = (table.dialect, table.is_decoded());
    let (header, records) = table.into_records();
    let by = by_person(run, &header)?;
    let job = BatchRun {
        book: &book,
        lang: text.lang(),
        header: &header,
        dialect,
        added: &wanted.added,
        columns: &wanted.columns,
        with_header: wanted.with_header,
        form: wanted.form,
        date: wanted.date,
        today: *run.today,
        decoded,
        most_worlds: batch::MOST_WORLDS,
        by: by.as_ref(),
    };
    let begun = Instant::now();
    let mut bar = ProgressBar::of(text, length, wanted.out.is_some());
    let settle = |out: &mut dyn Write| {
        let result = batch::run(records, job, wanted.jobs, out, &mut |now| bar.show(now));
        bar.clear();
        result
    };
    let tally = match wanted.out {
        None => settle(&mut io::stdout().lock()).map_err(|failed| match failed {
            BatchError::Read(error) => unread(text, &name, &error),
            BatchError::Room(error) => no_room(text, &error),
            BatchError::Write(error) => error.into(),
        })?,
        Some(path) => {
            let unsaved = |error: SaveError| unsaved(text, &error, path);
            let mut file = save::create(path, run.is_set("force")).map_err(unsaved)?;
            if is_workbook_name(path) {
                let beside = path.parent().unwrap_or(Path::new("."));
                let sheet = SheetWriter::new(&text.batch_sheet(), beside, kinds(&header, &wanted.columns));
                let mut sheet = sheet.map_err(|error| unsaved(error.into()))?;
                let tally = settle(&mut sheet).map_err(|failed| match failed {
                    BatchError::Read(error) => unread(text, &name, &error),
                    BatchError::Room(error) => no_room(text, &error),
                    BatchError::Write(error) => unsaved(error.into()),
                })?;
                if sheet.sheets() > 1 {
                    tell(&text.batch_sheets(text.count(u64::from(MOST_ROWS)), u64::from(sheet.sheets())));
                }
                sheet.finish(&mut file).map_err(|error| unsaved(error.into()))?;
                file.commit().map_err(unsaved)?;
                tell(&text.print_saved(path.display().to_string()));
                return end(text, &tally, begun);
            }
            if wanted.form == RowForm::Csv && wanted.with_header {
                // Spreadsheets on Chinese Windows read UTF-8 only by this mark.
                file.write_all("\u{feff}".as_bytes()).map_err(|error| unsaved(error.into()))?;
            }
            let tally = settle(&mut file).map_err(|failed| match failed {
                BatchError::Read(error) => unread(text, &name, &error),
                BatchError::Room(error) => no_room(text, &error),
                BatchError::Write(error) => unsaved(error.into()),
            })?;
            file.commit().map_err(unsaved)?;
            tell(&text.print_saved(path.display().to_string()));
            tally
        }
    };
    end(text, &tally, begun)
}

/// Tells what came of the rows.
fn end(text: &Text, tally: &Tally, begun: Instant) -> Result<(), Fail> {
    tell_summary(text, tally, begun.elapsed().as_secs_f64());
    if tally.bad.is_empty() { Ok(()) } else { Err(Fail::BadRows) }
}

/// What the columns of the table that comes out are.
fn kinds(header: &Header, columns: &AddedColumns) -> Vec<ColumnKind> {
    let own = (0..header.width()).map(|place| match header.question(place).map(Question::of) {
        Some(question) => match question.answer {
            Answer::Amount => ColumnKind::Money,
            Answer::Day => ColumnKind::Day,
            Answer::Number { .. } => ColumnKind::Number,
            _ => ColumnKind::Text,
        },
        None => ColumnKind::Text,
    });
    let added = columns.of(&COLUMNS).into_iter().map(|name| match name.as_str() {
        GRADE => ColumnKind::Text,
        DATE_USED => ColumnKind::Day,
        ERROR => ColumnKind::Error,
        rate if rate.starts_with(SlipField::Rate.key()) => ColumnKind::Number,
        _ => ColumnKind::Money,
    });
    own.chain(added).collect()
}

/// Why a workbook cannot be read, in words.
pub(in crate::cli) fn workbook_fault(text: &Text, name: &str, error: &WorkbookError) -> String {
    match error {
        WorkbookError::File(error) => text.batch_input(name, text.read_error(error)),
        WorkbookError::Damaged(detail) => text.workbook_damaged(name, detail.as_str()),
        WorkbookError::Cut => text.workbook_damaged(name, text.system_cut()),
        WorkbookError::Locked => text.workbook_locked(name),
        WorkbookError::Bomb => text.workbook_bomb(name),
        WorkbookError::NoSheet { names } => text.workbook_no_sheet(name, text.list(names)),
    }
}

fn unread(text: &Text, name: &str, error: &io::Error) -> Fail {
    if let Some(EndlessRecord { row }) = EndlessRecord::of(error) {
        return Fail::Request(vec![text.batch_endless(name, row, ENDLESS >> 20)]);
    }
    Fail::program(text.batch_input(name, text.io_error(error)))
}

fn no_room(text: &Text, error: &io::Error) -> Fail {
    Fail::program(text.batch_no_room(std::env::temp_dir().display().to_string(), text.io_error(error)))
}

/// The columns that `--by` names.
fn by_person(run: &Run<'_>, header: &Header) -> Result<Option<ByPerson>, Fail> {
    let Some(typed) = run.typed("by") else { return Ok(None) };
    let columns = PersonColumns::of(header, typed);
    let columns = columns.map_err(|name| {
        Fail::Request(vec![run.text.batch_by_wrong(name, run.text.list(header.names.iter().cloned()))])
    })?;
    Ok(Some(ByPerson { columns, is_sorted: run.is_set("sorted") }))
}

/// Why a table cannot be read, in words.
pub(super) fn unopened(text: &Text, name: &str, error: OpenError) -> Fail {
    match error {
        OpenError::Read(error) => unread(text, name, &error),
        OpenError::Header(error) => Fail::Request(vec![header_error(text, name, &error)]),
    }
}

/// Tells what stands above the header, and which columns are not read; `is_read` are
/// those that mean something beside a case.
pub(super) fn tell_header(text: &Text, table: &Table, is_read: impl Fn(&str) -> bool) {
    if table.row > 1 {
        tell(&text.batch_above(text.count(table.row), text.count(table.row - 1)));
    }
    for remark in header_remarks(text, &table.header, is_read) {
        tell(&remark);
    }
}

fn tell_summary(text: &Text, tally: &Tally, seconds: f64) {
    let numbers = [tally.rows(), tally.good, tally.bad_rows()].map(|count| text.count(count));
    let [rows, good, bad] = numbers;
    let speed = text.count(per_second(tally.rows(), seconds));
    tell(&text.batch_summary(rows, good, bad, format!("{seconds:.2}"), speed));
    if tally.assumed > 0 {
        tell(&text.batch_assumed(text.count(tally.assumed)));
    }
    if let (count, Some(row)) = tally.repeated {
        tell(&text.batch_repeated(text.count(count), text.count(row)));
    }
    if let Some(row) = tally.other_header {
        tell(&text.batch_other_header_told(text.count(row)));
    }
    for (kind, count) in &tally.bad {
        tell(&text.batch_count(row_error_kind(text, *kind), text.count(*count)));
    }
}
