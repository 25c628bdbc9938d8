//! `yidi cases …`: the case book from the command line.

mod command;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::Timestamp;
use jiff::civil::Date;

pub(super) use command::command;

use super::fail::Fail;
use super::out::tell;
use crate::casebook::{CaseBook, CaseBookError};
use crate::guard;
use crate::guard::{read_file, read_stream};
use crate::report::{Reopened, case_json, case_text, cases_json, cases_text};
use crate::settings::{RETENTION, Settings};
use crate::words::Text;
use yidi_core::estimate::estimate;

/// The environment variable that names a case book.
const VARIABLE: &str = "YIDI_CASES";

/// Runs the command that was named.
///
/// # Errors
/// As the command fails.
pub(super) fn run(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<(), Fail> {
    match matches.subcommand() {
        Some(("list", matches)) => list(text, matches, settings, today),
        Some(("show", matches)) => show(text, matches, settings, today),
        Some(("export", matches)) => export(text, matches, settings, today),
        Some(("import", matches)) => import(text, matches, settings, today),
        Some(("delete", matches)) => delete(text, matches, settings, today),
        Some((_, matches)) => {
            open(text, matches, settings, today)?.vacuum().map_err(|trouble| failed(text, &trouble))?;
            tell(&text.cases_vacuumed());
            Ok(())
        }
        None => Ok(()),
    }
}

/// Where the case book is: named on the command line, else by the environment,
/// else by the settings, else in the user's data directory.
fn path(matches: &ArgMatches, settings: &Settings) -> Result<PathBuf, CaseBookError> {
    let given = matches.get_one::<String>("cases").map(PathBuf::from);
    given.or_else(|| wanted(settings)).map_or_else(CaseBook::usual_path, Ok)
}

/// The case book that the environment or the settings name, where they name one.
pub(super) fn wanted(settings: &Settings) -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).filter(|named| !named.is_empty()).map(PathBuf::from);
    named.or_else(|| settings.cases.clone())
}

fn open(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<CaseBook, Fail> {
    let opened = path(matches, settings).and_then(|path| CaseBook::open(&path, today));
    let opened = opened.map_err(|trouble| failed(text, &trouble))?;
    if let Some(remark) = &opened.remark {
        tell(&text.cases_remark(remark));
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

fn words(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).unwrap_or_default().cloned().collect()
}

/// The numbers of the cases that were named.
fn numbers(text: &Text, book: &CaseBook, named: &[String]) -> Result<Vec<i64>, Fail> {
    let mut numbers = Vec::new();
    let mut wrong = Vec::new();
    for name in named {
        match book.find(name) {
            Ok(number) => numbers.push(number),
            Err(CaseBookError::NoSuchCase) => wrong.push(text.cases_no_such_named(name.as_str())),
            Err(trouble) => return Err(failed(text, &trouble)),
        }
    }
    if wrong.is_empty() { Ok(numbers) } else { Err(Fail::Request(wrong)) }
}

fn list(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<(), Fail> {
    let book = open(text, matches, settings, today)?;
    let found = book.list(&words(matches, "search").join(" ")).map_err(|trouble| failed(text, &trouble))?;
    let days = settings.retention.unwrap_or(RETENTION);
    let due = book.expired(days, Timestamp::now()).map_err(|trouble| failed(text, &trouble))?;
    if !due.is_empty() {
        tell(&text.cases_due(count(due.len()), u64::from(days)));
    }
    if matches.get_flag("json") {
        crate::cli::out::print_json(text, matches, &cases_json(&found))
    } else {
        crate::cli::out::print(text, matches, &cases_text(text, &found))
    }
}

fn show(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<(), Fail> {
    let book = open(text, matches, settings, today)?;
    let number = numbers(text, &book, &words(matches, "case"))?[0];
    let entry = book.get(number).map_err(|trouble| failed(text, &trouble))?;
    let data = super::loaded(text, matches, today)?;
    let case = entry.summary.draft.finish(today).ok();
    let now = case.and_then(|case| estimate(&data, &case).ok());
    let reopened = Reopened { entry: &entry, book: &data, today: now.as_ref() };
    if matches.get_flag("json") {
        crate::cli::out::print_json(text, matches, &case_json(&reopened))
    } else {
        crate::cli::out::print(text, matches, &case_text(text, &reopened))
    }
}

fn export(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<(), Fail> {
    let book = open(text, matches, settings, today)?;
    let named = words(matches, "case");
    let numbers = if named.is_empty() {
        let all = book.all().map_err(|trouble| failed(text, &trouble))?;
        all.into_iter().map(|one| one.handle.number).collect()
    } else {
        numbers(text, &book, &named)?
    };
    let out = if matches.get_flag("csv") { book.export_csv(&numbers) } else { book.export_json(&numbers) };
    let out = out.map_err(|trouble| failed(text, &trouble))?;
    crate::cli::out::print_private(text, matches, &out)
}

fn import(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<(), Fail> {
    let name = words(matches, "file").join(" ");
    let read = if name == "-" {
        read_stream(io::stdin().lock(), guard::CASES)
    } else {
        read_file(Path::new(&name), guard::CASES)
    };
    let content =
        read.map_err(|error| Fail::Request(vec![text.cases_input(name, text.read_error(&error))]))?;
    let done =
        open(text, matches, settings, today)?.import(&content).map_err(|trouble| failed(text, &trouble))?;
    crate::cli::out::print(
        text,
        matches,
        &format!("{}\n", text.cases_imported(count(done.added), count(done.updated), count(done.unchanged))),
    )
}

fn delete(text: &Text, matches: &ArgMatches, settings: &Settings, today: Date) -> Result<(), Fail> {
    let named = words(matches, "case");
    let days = matches.get_one::<String>("older-than");
    if named.is_empty() && days.is_none() {
        return Err(Fail::Request(vec![text.cases_delete_what()]));
    }
    let days = days.map(|typed| days_of(text, typed)).transpose()?;
    let book = open(text, matches, settings, today)?;
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
    if !chosen.is_empty()
        && !matches.get_flag("yes")
        && !confirmed(&text.cases_delete_ask(count(chosen.len())))
    {
        return Err(Fail::Request(vec![text.cases_delete_unsure()]));
    }
    let gone = book.delete(&chosen).map_err(|trouble| failed(text, &trouble))?;
    crate::cli::out::print(text, matches, &format!("{}\n", text.cases_deleted(count(gone))))
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
