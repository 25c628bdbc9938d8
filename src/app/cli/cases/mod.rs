//! `yidi cases …`: the case book from the command line.

mod command;

use std::io::{self, BufRead, Write};
use std::path::Path;

use jiff::Timestamp;

pub(super) use command::command;

use super::fail::Fail;
use super::out;
use super::run::Run;
use super::stream::tell;
use crate::casebook::{CaseBook, CaseBookError};
use crate::guard;
use crate::guard::{read_file, read_stream};
use crate::report::{Reopened, case_json, case_text, cases_json, cases_text};
use crate::words::Text;
use crate::workbook::{ColumnKind, SheetWriter, is_workbook_name};
use yidi_core::answers::{Answer, Question};
use yidi_core::estimate::estimate;
use yidi_core::year::case_of;

/// Runs the command that was named.
///
/// # Errors
/// As the command fails.
pub(super) fn run(run: &Run<'_>, name: Option<&str>) -> Result<(), Fail> {
    match name {
        Some("list") => list(run),
        Some("show") => show(run),
        Some("export") => export(run),
        Some("import") => import(run),
        Some("delete") => delete(run),
        Some(_) => {
            open(run)?.vacuum().map_err(|trouble| failed(run.text, &trouble))?;
            tell(&run.text.cases_vacuumed());
            Ok(())
        }
        None => Ok(()),
    }
}

fn open(run: &Run<'_>) -> Result<CaseBook, Fail> {
    let path = run.settings.cases.clone().map_or_else(CaseBook::usual_path, Ok);
    let opened = path.and_then(|path| CaseBook::open(&path, *run.today));
    let opened = opened.map_err(|trouble| failed(run.text, &trouble))?;
    if let Some(remark) = &opened.remark {
        tell(&run.text.cases_remark(remark));
    }
    Ok(opened.book)
}

/// The request's fault where it names what is not there, else the program's.
fn failed(text: &Text, trouble: &CaseBookError) -> Fail {
    let message = text.cases_trouble(trouble);
    match trouble {
        CaseBookError::NoSuchCase | CaseBookError::Import(_) | CaseBookError::NotACaseBook(_) => {
            Fail::Request(vec![message])
        }
        _ => Fail::program(message),
    }
}

/// The numbers of the cases that were named.
fn numbers(text: &Text, book: &CaseBook, named: &[&str]) -> Result<Vec<i64>, Fail> {
    let mut numbers = Vec::new();
    let mut wrong = Vec::new();
    for name in named {
        match book.find(name) {
            Ok(number) => numbers.push(number),
            Err(CaseBookError::NoSuchCase) => wrong.push(text.cases_no_such_named(*name)),
            Err(trouble) => return Err(failed(text, &trouble)),
        }
    }
    if wrong.is_empty() { Ok(numbers) } else { Err(Fail::Request(wrong)) }
}

fn list(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let book = open(run)?;
    let found = book.list(&run.words("search").join(" ")).map_err(|trouble| failed(text, &trouble))?;
    let days = run.settings.days_kept();
    let due = book.expired(days, Timestamp::now()).map_err(|trouble| failed(text, &trouble))?;
    if !due.is_empty() {
        tell(&text.cases_due(count(due.len()), u64::from(days)));
    }
    out::print_either(run, || Ok(cases_json(&found)), || Ok(cases_text(text, &found)))
}

fn show(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let book = open(run)?;
    let number = numbers(text, &book, &run.words("case"))?[0];
    let entry = book.get(number).map_err(|trouble| failed(text, &trouble))?;
    let data = run.book()?;
    let case = case_of(&data, &entry.summary.draft, *run.today).ok();
    let now = case.and_then(|case| estimate(&data, &case).ok());
    let reopened = Reopened { entry: &entry, book: &data, today: now.as_ref() };
    out::print_either(run, || Ok(case_json(&reopened)), || Ok(case_text(text, &reopened)))
}

fn export(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let book = open(run)?;
    let named = run.words("case");
    let numbers = if named.is_empty() {
        let all = book.all().map_err(|trouble| failed(text, &trouble))?;
        all.into_iter().map(|one| one.handle.number).collect()
    } else {
        numbers(text, &book, &named)?
    };
    if let Some(path) = out::output(run).filter(|path| is_workbook_name(path)) {
        let table = book.export_csv(&numbers).map_err(|trouble| failed(text, &trouble))?;
        return out::save_private(run, path, &as_workbook(text, &table)?);
    }
    let exported = if run.is_set("csv") { book.export_csv(&numbers) } else { book.export_json(&numbers) };
    let exported = exported.map_err(|trouble| failed(text, &trouble))?;
    out::print_exactly(run, &exported)
}

/// A table of cases as a workbook.
fn as_workbook(text: &Text, table: &str) -> Result<Vec<u8>, Fail> {
    let head = table.lines().next().unwrap_or_default().trim_start_matches('\u{feff}');
    let kind = |name: &str| match Question::all().find(|question| question.key() == name) {
        Some(question) if question.is_amount() => ColumnKind::Money,
        Some(Question { answer: Answer::Day, .. }) => ColumnKind::Day,
        None if matches!(name, "low" | "high") => ColumnKind::Money,
        None if name == "data_gathered" => ColumnKind::Day,
        _ => ColumnKind::Text,
    };
    let mut bytes = Vec::new();
    let sheet =
        SheetWriter::new(&text.cases_sheet(), &std::env::temp_dir(), head.split(',').map(kind).collect());
    sheet
        .and_then(|mut sheet| {
            sheet.write_all(table.as_bytes())?;
            sheet.finish(&mut bytes)
        })
        .map_err(Fail::from)?;
    Ok(bytes)
}

fn import(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let path = run.path("file").unwrap_or(Path::new("-"));
    let name = path.display().to_string();
    let read = if path == "-" {
        read_stream(io::stdin().lock(), guard::CASES)
    } else {
        read_file(path, guard::CASES)
    };
    let content =
        read.map_err(|error| Fail::Request(vec![text.cases_input(name, text.read_error(&error))]))?;
    let done = open(run)?.import(&content).map_err(|trouble| failed(text, &trouble))?;
    let told = text.cases_imported(count(done.added), count(done.updated), count(done.unchanged));
    out::print(run, &format!("{told}\n"))
}

fn delete(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let named = run.words("case");
    let days = run.typed("older-than");
    if named.is_empty() && days.is_none() {
        return Err(Fail::Request(vec![text.cases_delete_what()]));
    }
    let days = days.map(|typed| days_of(text, typed)).transpose()?;
    let book = open(run)?;
    let mut chosen = numbers(text, &book, &named)?;
    if let Some(days) = days {
        let old = book.older_than(days, Timestamp::now()).map_err(|trouble| failed(text, &trouble))?;
        chosen = if named.is_empty() {
            old
        } else {
            chosen.into_iter().filter(|number| old.contains(number)).collect()
        };
    }
    chosen.sort_unstable();
    chosen.dedup();
    if !chosen.is_empty() && !run.is_set("yes") && !confirmed(&text.cases_delete_ask(count(chosen.len()))) {
        return Err(Fail::Request(vec![text.cases_delete_unsure()]));
    }
    let gone = book.delete(&chosen).map_err(|trouble| failed(text, &trouble))?;
    out::print(run, &format!("{}\n", text.cases_deleted(count(gone))))
}

/// A number of days as it was typed.
fn days_of(text: &Text, typed: &str) -> Result<u32, Fail> {
    const MOST: u32 = 36_500;
    let days = typed.trim().parse().ok().filter(|days| *days <= MOST);
    days.ok_or_else(|| Fail::Request(vec![text.cases_days_wrong(typed)]))
}

/// Asks on standard error; anything but a clear yes is a no.
fn confirmed(question: &str) -> bool {
    let mut stderr = io::stderr();
    let _ = write!(stderr, "{question}").and_then(|()| stderr.flush());
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok() && ["y", "yes"].contains(&answer.trim().to_lowercase().as_str())
}

fn count(all: usize) -> u64 {
    u64::try_from(all).unwrap_or(u64::MAX)
}
