//! The command line: one file a command, exit codes in `fail`.

mod args;
mod case;
mod fail;
mod policy;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;
use jiff::civil::Date;

pub use fail::Fail;

use crate::checklist::checklist;
use crate::estimate::estimate;
use crate::policy::Book;
use crate::report::{checklist_json, checklist_text, estimate_json, estimate_text};
use crate::text::{Lang, Text};
use crate::tui::{self, Stop};

/// Runs the program with the arguments of the process and a clock that tells
/// today's date.
pub fn run(arguments: impl IntoIterator<Item = OsString>, today: fn() -> Date) -> ExitCode {
    let text = Text::new(Lang::default());
    match act(&text, arguments, today) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => fail.report(&text),
    }
}

fn act(text: &Text, arguments: impl IntoIterator<Item = OsString>, today: fn() -> Date) -> Result<(), Fail> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.len() < 2 {
        // The wizard starts sooner without the table of all arguments.
        return wizard(text, today, false);
    }
    let matches = args::parse(text, arguments)?;
    match matches.subcommand() {
        Some(("estimate", matches)) => print_estimate(text, matches, today()),
        Some(("checklist", matches)) => print_checklist(text, matches, today()),
        Some(("policy", matches)) => policy::run(text, matches, today),
        _ => wizard(text, today, matches.get_flag("ascii")),
    }
}

fn wizard(text: &Text, today: fn() -> Date, ascii: bool) -> Result<(), Fail> {
    tui::run(text, today, ascii).map_err(|stop| match stop {
        Stop::NoTerminal => Fail::Request(vec![text.no_terminal()]),
        Stop::Data(error) => Fail::program(text.data_broken(error.to_string())),
        Stop::Terminal(error) => error.into(),
    })
}

fn embedded(text: &Text) -> Result<Book, Fail> {
    Book::embedded().map_err(|error| Fail::program(text.data_broken(error.to_string())))
}

fn print_estimate(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let case = case::case(text, matches, today)?;
    let book = embedded(text)?;
    let estimate = estimate(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
    if matches.get_flag("json") {
        let json = estimate_json(&book, &estimate)
            .map_err(|error| Fail::program(text.data_broken(error.to_string())))?;
        print_json(&json)
    } else {
        print(&estimate_text(text, &estimate))
    }
}

fn print_checklist(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let case = case::case_without_bill(text, matches, today)?;
    let book = embedded(text)?;
    let checklist =
        checklist(&book, &case).map_err(|error| Fail::program(text.data_broken(error.to_string())))?;
    if matches.get_flag("json") {
        print_json(&checklist_json(&case, &checklist))
    } else {
        print(&checklist_text(text, &case, &checklist))
    }
}

fn print_json(json: &serde_json::Value) -> Result<(), Fail> {
    let mut out = serde_json::to_string_pretty(json).map_err(|error| Fail::program(error.to_string()))?;
    out.push('\n');
    print(&out)
}

fn print(out: &str) -> Result<(), Fail> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush()).map_err(Fail::from)
}
