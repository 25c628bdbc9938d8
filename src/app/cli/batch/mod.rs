//! `yidi batch`: a table of cases in, the same table with both settlements out.

mod progress;

use std::fs::File;
use std::io::{self, Cursor, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Instant;

use clap::{Arg, Command};
use encoding_rs::{Encoding, GB18030, UTF_8};

use super::fail::Fail;
use super::option::{flag, option, with_help};
use super::out::unsaved;
use super::run::Run;
use super::stream::tell;
use crate::batch;
use crate::batch::{
    AsideColumn, BatchError, BatchRun, ByPerson, COLUMNS, DATE_USED, ERROR, GRADE, Header, HeaderError,
    MOST_COLUMNS, OpenError, PersonColumns, RowErrorKind, RowForm, Table, Tally, in_words, known_names,
};
use crate::save;
use crate::save::SaveError;
use crate::words::{Lang, Text};
use crate::workbook;
use crate::workbook::{
    ColumnKind, MOST_ROWS, SheetSource, SheetWriter, WorkbookError, is_workbook, is_workbook_name,
};
use progress::{ProgressBar, per_second};
use yidi_core::answers::{Answer, ProblemKind, Question, is_day};
use yidi_core::case::Field;
use yidi_core::reconcile::SlipField;

/// How the command is called.
pub(super) fn command(text: &Text) -> Command {
    with_help(text, Command::new("batch").about(text.cmd_batch()))
        .arg(Arg::new("file").value_name("FILE").help(text.arg_batch_file()))
        .arg(option("out", text.arg_batch_out()))
        .arg(option("jobs", text.arg_jobs()))
        .arg(flag("jsonl", text.arg_jsonl()))
        .arg(option("sheet", text.arg_sheet()))
        .arg(option("headers", text.arg_headers()))
        .arg(option("by", text.arg_by()).value_name("COLUMNS"))
        .arg(flag("sorted", text.arg_sorted()).requires("by"))
        .arg(option("date", text.arg_batch_date()))
        .arg(option("encoding", text.arg_encoding()))
        .arg(option("data", text.arg_data()))
        .arg(flag("force", text.arg_force()))
}

/// Settles a table.
///
/// # Errors
/// Where the request is wrong, some row is, or files cannot be read or written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let wanted = wanted(run)?;
    let (input, name, length) = input(run, text.batch_no_input())?;
    let book = run.book()?;
    let table = Table::open(input, wanted.encoding).map_err(|error| unopened(text, &name, error))?;
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
    let tally = match &wanted.out {
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
                let sheet = SheetWriter::new(&text.batch_sheet(), beside, kinds(&header));
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
            if wanted.form == RowForm::Csv {
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
    if tally.bad.is_empty() { Ok(()) } else { Err(Fail::Printed) }
}

/// What the columns of the table that comes out are.
fn kinds(header: &Header) -> Vec<ColumnKind> {
    let own = (0..header.width()).map(|place| match header.question(place).map(Question::of) {
        Some(question) => match question.answer {
            Answer::Amount => ColumnKind::Money,
            Answer::Day => ColumnKind::Day,
            _ => ColumnKind::Text,
        },
        None => ColumnKind::Text,
    });
    let added = COLUMNS.iter().map(|name| match name.as_str() {
        GRADE => ColumnKind::Text,
        DATE_USED => ColumnKind::Day,
        ERROR => ColumnKind::Error,
        rate if rate.starts_with(SlipField::Rate.key()) => ColumnKind::Number,
        _ => ColumnKind::Money,
    });
    own.chain(added).collect()
}

/// What the options ask for.
struct Wanted<'m> {
    jobs: usize,
    form: RowForm,
    date: &'m str,
    encoding: Option<&'static Encoding>,
    /// What the columns that are added are called.
    added: Vec<String>,
    out: Option<PathBuf>,
}

fn wanted<'m>(run: &Run<'m>) -> Result<Wanted<'m>, Fail> {
    const MOST_JOBS: usize = 1024;
    let text = run.text;
    let mut wrong = Vec::new();
    let jobs = match run.typed("jobs") {
        None => Ok(available_parallelism().map_or(1, usize::from)),
        Some(typed) => typed.trim().parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs)).ok_or(typed),
    };
    let jobs = jobs.unwrap_or_else(|typed| {
        wrong.push(text.batch_jobs_wrong(typed));
        1
    });
    let date = run.typed("date").unwrap_or_default();
    if !date.trim().is_empty() && !is_day(date) {
        let problem = text.trouble(&ProblemKind::Date);
        wrong.push(text.option_problem(format!("--{}", Field::Date.key()), problem));
    }
    let encoding = encoding(text, run.typed("encoding")).unwrap_or_else(|told| {
        wrong.push(told);
        None
    });
    let added = match run.typed("headers").map(str::trim) {
        None | Some("" | "key") => COLUMNS.clone(),
        Some(lang) => Lang::of_tag(lang).map_or_else(
            || {
                wrong.push(text.batch_headers_wrong(lang));
                Vec::new()
            },
            |lang| in_words(&Text::new(lang)),
        ),
    };
    let is_workbook = run.typed("out").is_some_and(|out| is_workbook_name(Path::new(out)));
    if is_workbook && run.is_set("jsonl") {
        wrong.push(text.batch_jsonl_workbook());
    }
    if !wrong.is_empty() {
        return Err(Fail::Request(wrong));
    }
    let form = if run.is_set("jsonl") { RowForm::JsonLines } else { RowForm::Csv };
    let out = run.typed("out").filter(|out| *out != "-").map(PathBuf::from);
    Ok(Wanted { jobs, form, date, encoding, added, out })
}

/// The encoding that was named, where one was.
///
/// # Errors
/// With what is wrong with the name.
pub(super) fn encoding(text: &Text, typed: Option<&str>) -> Result<Option<&'static Encoding>, String> {
    let Some(typed) = typed else { return Ok(None) };
    match Encoding::for_label(typed.as_bytes()) {
        Some(known) if known == UTF_8 => Ok(Some(UTF_8)),
        // GBK and GB2312 are parts of it.
        Some(known) if known == GB18030 || known == encoding_rs::GBK => Ok(Some(GB18030)),
        _ => Err(text.batch_encoding_wrong(typed)),
    }
}

/// The input, what it is called, and how long it is where that is known.
type Input = (Box<dyn Read + Send>, String, Option<u64>);

/// What `FILE` names, or standard input; `none` is said where a terminal is that.
///
/// # Errors
/// Where it cannot be read.
pub(super) fn input(run: &Run<'_>, none: String) -> Result<Input, Fail> {
    let (text, named) = (run.text, run.typed("file"));
    let request = |message: String| Fail::Request(vec![message]);
    let unreadable = |name: &str, error: io::Error| request(text.batch_input(name, error.to_string()));
    let Some(path) = named.filter(|path| *path != "-") else {
        if named.is_none() && io::stdin().is_terminal() {
            return Err(Fail::Request(vec![none, text.cli_try_help()]));
        }
        let beginning = beginning(&mut io::stdin()).map_err(|error| unreadable("-", error))?;
        let whole = Cursor::new(beginning.clone()).chain(io::stdin());
        if !is_workbook(&beginning) {
            return Ok((Box::new(whole), "-".to_owned(), None));
        }
        let mut bytes = Vec::new();
        whole.take(MOST_PIPED).read_to_end(&mut bytes).map_err(|error| unreadable("-", error))?;
        let csv = sheet(run, SheetSource::Bytes(bytes.into()), "-")?;
        return Ok((csv, "-".to_owned(), None));
    };
    let opened = File::open(path).and_then(|mut file| {
        let known = file.metadata()?;
        if known.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let beginning = beginning(&mut file)?;
        Ok((file, known, beginning))
    });
    let (file, known, beginning) = opened.map_err(|error| unreadable(path, error))?;
    if known.is_file() && is_workbook(&beginning) {
        return Ok((sheet(run, SheetSource::File(path.into()), path)?, path.to_owned(), None));
    }
    let length = known.is_file().then_some(known.len());
    Ok((Box::new(Cursor::new(beginning).chain(file)), path.to_owned(), length))
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
    let opened = workbook::open(source, run.typed("sheet"), known_names);
    let sheet = opened.map_err(|error| Fail::Request(vec![workbook_fault(text, name, &error)]))?;
    if !sheet.others.is_empty() {
        tell(&text.workbook_sheet(sheet.name, text.list(&sheet.others)));
    }
    Ok(sheet.csv)
}

/// Why a workbook cannot be read, in words.
pub(super) fn workbook_fault(text: &Text, name: &str, error: &WorkbookError) -> String {
    match error {
        WorkbookError::System(error) => text.batch_input(name, error.to_string()),
        WorkbookError::Damaged(detail) => text.workbook_damaged(name, detail.as_str()),
        WorkbookError::Locked => text.workbook_locked(name),
        WorkbookError::Bomb => text.workbook_bomb(name),
        WorkbookError::NoSheet { names } => text.workbook_no_sheet(name, text.list(names)),
    }
}

fn unread(text: &Text, name: &str, error: &io::Error) -> Fail {
    Fail::program(text.batch_input(name, error.to_string()))
}

fn no_room(text: &Text, error: &io::Error) -> Fail {
    Fail::program(text.batch_no_room(std::env::temp_dir().display().to_string(), error.to_string()))
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
    let column = |field: &Field| text.batch_column(text.field(*field), field.key());
    let message = match error {
        OpenError::Read(error) => return unread(text, name, &error),
        OpenError::Header(HeaderError::Empty) => text.batch_empty(),
        OpenError::Header(HeaderError::NoHeader) => text.batch_no_header(),
        OpenError::Header(HeaderError::TooManyColumns) => text.batch_too_many_columns(MOST_COLUMNS as u64),
        OpenError::Header(HeaderError::Workbook) => text.batch_workbook(),
        OpenError::Header(HeaderError::Twice { field, names: [one, other] }) => {
            text.batch_twice(column(&field), &one, &other)
        }
        OpenError::Header(HeaderError::Missing(fields)) => {
            text.batch_missing(text.list(fields.iter().map(column)))
        }
    };
    Fail::Request(vec![message])
}

/// Tells what stands above the header, and which columns are not read; `is_read` are
/// those that mean something beside a case.
pub(super) fn tell_header(text: &Text, table: &Table, is_read: impl Fn(&str) -> bool) {
    let header = &table.header;
    if table.row > 1 {
        tell(&text.batch_above(text.count(table.row), text.count(table.row - 1)));
    }
    for AsideColumn { field, read, aside } in &header.aside {
        tell(&text.batch_aside(text.field(*field), read.as_str(), aside.as_str()));
    }
    let unread: Vec<_> = header.unread.iter().filter(|one| !is_read(&one.name)).collect();
    if unread.is_empty() {
        return;
    }
    let names = unread.into_iter().map(|one| {
        let name = one.name.clone();
        match one.near {
            Some(near) => text.batch_unread_near(name, near),
            None => name,
        }
    });
    tell(&text.batch_unread(text.list(names)));
}

fn tell_summary(text: &Text, tally: &Tally, seconds: f64) {
    let numbers = [tally.rows(), tally.good, tally.bad_rows()].map(|count| text.count(count));
    let [rows, good, bad] = numbers;
    let speed = text.count(per_second(tally.rows(), seconds));
    tell(&text.batch_summary(rows, good, bad, format!("{seconds:.2}"), speed));
    if tally.assumed > 0 {
        tell(&text.batch_assumed(text.count(tally.assumed)));
    }
    for (kind, count) in &tally.bad {
        tell(&text.batch_count(self::kind(text, *kind), text.count(*count)));
    }
}

fn kind(text: &Text, kind: RowErrorKind) -> String {
    match kind {
        RowErrorKind::Answer(field) => {
            text.batch_kind_answer(text.batch_column(text.field(field), field.key()))
        }
        RowErrorKind::Width => text.batch_kind_width(),
        RowErrorKind::TooLong => text.batch_kind_too_long(),
        RowErrorKind::OpenQuote => text.batch_kind_open_quote(),
        RowErrorKind::Total => text.batch_kind_total(),
        RowErrorKind::HeaderAgain => text.batch_kind_header_again(),
        RowErrorKind::Encoding => text.batch_kind_encoding(),
        RowErrorKind::Zero => text.batch_kind_zero(),
        RowErrorKind::Order => text.batch_kind_order(),
        RowErrorKind::NoRate => text.batch_kind_no_rate(),
        RowErrorKind::Data => text.batch_kind_data(),
    }
}
