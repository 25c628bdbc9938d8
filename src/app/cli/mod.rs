//! The command line: one file a command, exit codes in `fail`.

mod args;
mod batch;
mod case;
mod cases;
mod completions;
mod data;
mod fail;
mod handout;
mod help;
mod language;
mod licences;
mod manual;
mod out;
mod picture;
mod plain;
mod policy;
mod reconcile;
mod settings;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use jiff::civil::Date;

pub use fail::Fail;
use language::Spoken;

use crate::report::{
    ESTIMATE_SCHEMA, checklist_json, checklist_text, comparison_json, comparison_text, estimate_json,
    estimate_text, workings_text,
};
use crate::screen;
use crate::screen::{Look, Office, Palette, PolicyData, ScreenError};
use crate::settings::{RETENTION, Settings};
use crate::words::Text;
use yidi_core::checklist::checklist;
use yidi_core::estimate::{compare, estimate, filing_saves};
use yidi_core::policy::Book;

/// Runs the program with the arguments of the process and a clock that tells
/// today's date.
pub fn run(arguments: impl IntoIterator<Item = OsString>, today: fn() -> Date) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let spoken = language::of_run(&arguments);
    let text = Text::new(spoken.lang);
    match act(&text, spoken, arguments, today) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => fail.report(&text),
    }
}

fn act(text: &Text, spoken: Spoken, arguments: Vec<OsString>, today: fn() -> Date) -> Result<(), Fail> {
    if arguments.len() < 2 {
        // The wizard starts sooner without the table of all arguments.
        let settings = settings::settings(text, None)?;
        return wizard(text, spoken, today, &settings, None, None);
    }
    let matches = args::parse(text, arguments)?;
    let settings = settings::settings(text, Some(innermost(&matches)))?;
    match matches.subcommand() {
        Some(("estimate", matches)) => print_estimate(text, matches, today()),
        Some(("compare", matches)) => print_comparison(text, matches, today()),
        Some(("checklist", matches)) => print_checklist(text, matches, today()),
        Some(("reconcile", matches)) => reconcile::run(text, matches, today()),
        Some(("cases", matches)) => cases::run(text, matches, &settings, today()),
        Some(("batch", matches)) => batch::run(text, matches, today()),
        Some(("handout", matches)) => handout::run(text, matches, today()),
        Some(("schema", matches)) => out::print_exactly(text, matches, ESTIMATE_SCHEMA),
        Some(("licences", matches)) => licences::run(text, matches),
        Some(("completions", matches)) => completions::run(text, matches),
        Some(("help", matches)) => help::run(text, matches),
        Some(("man", matches)) => manual::run(text, matches),
        Some(("picture", matches)) => picture::run(text, matches, today()),
        Some(("policy", matches)) => policy::run(text, matches, today),
        _ if matches.get_flag("version") => version(text),
        _ => {
            if let Some(name) = matches.get_one::<String>("theme") {
                theme(text, name)?;
            }
            let book = matches.get_one::<String>("cases").map(String::as_str);
            wizard(text, spoken, today, &settings, given(&matches), book)
        }
    }
}

/// The arguments of the command that was named last.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    matches.subcommand().map_or(matches, |(_, matches)| innermost(matches))
}

/// The colours of that name.
fn theme(text: &Text, name: &str) -> Result<Palette, Fail> {
    let named = [
        ("dark", Palette::Dark),
        ("light", Palette::Light),
        ("contrast", Palette::Contrast),
        ("none", Palette::None),
    ];
    let found = named.into_iter().find(|(one, _)| *one == name);
    found.map(|(_, palette)| palette).ok_or_else(|| {
        let names = text.list(named.iter().map(|(name, _)| *name));
        Fail::Request(vec![text.theme_unknown(name, names)])
    })
}

fn wizard(
    text: &Text,
    spoken: Spoken,
    today: fn() -> Date,
    settings: &Settings,
    dir: Option<&str>,
    book: Option<&str>,
) -> Result<(), Fail> {
    let palette = settings.theme.as_deref().map(|name| theme(text, name)).transpose()?;
    if plain::is_wanted(settings) {
        return plain::run(text, today(), settings, dir, book);
    }
    let look = Look {
        ascii: settings.ascii == Some(true),
        mouse: settings.mouse == Some(true),
        palette: palette.unwrap_or_default(),
        instead_of_chinese: spoken.instead,
    };
    let load = |today| data::load(text, dir, settings.data.as_deref(), today);
    let office = Office {
        cases: book.map_or_else(|| cases::wanted(settings), |named| Some(named.into())),
        counter: settings.counter,
        retention: settings.retention.unwrap_or(RETENTION),
        city: settings.city,
    };
    screen::run(text, today, look, &office, load).map_err(|fail| match fail {
        Fail::Stopped(ScreenError::NoTerminal) => Fail::Request(vec![text.no_terminal()]),
        Fail::Stopped(ScreenError::Terminal(error)) => error.into(),
        other => other,
    })
}

/// The overlay folder named on the command line.
fn given(matches: &ArgMatches) -> Option<&str> {
    matches.get_one::<String>("data").map(String::as_str)
}

/// The data of a command; what was left aside is told on standard error.
fn loaded(text: &Text, matches: &ArgMatches, today: Date) -> Result<Book, Fail> {
    let PolicyData { book, set_aside } =
        data::load(text, given(matches), settings::again(text, matches).data.as_deref(), today)?;
    for file in set_aside {
        out::tell(&text.set_aside(&file));
    }
    Ok(book)
}

fn embedded(text: &Text) -> Result<Book, Fail> {
    Book::embedded().map_err(|error| Fail::program(text.data_broken(error.to_string())))
}

/// The program's version, and of which day its data is.
fn version(text: &Text) -> Result<(), Fail> {
    let gathered = embedded(text)?.nation().gathered.to_string();
    out::show(&format!("{}\n", text.version_line(env!("CARGO_PKG_VERSION"), gathered)))
}

fn print_estimate(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let case = case::case(text, matches, today)?;
    let book = loaded(text, matches, today)?;
    let estimate = estimate(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
    if matches.get_flag("json") {
        let json = estimate_json(&book, &estimate)
            .map_err(|error| Fail::program(text.data_broken(error.to_string())))?;
        out::print_json(text, matches, &json)
    } else {
        let saving = filing_saves(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
        let mut words = estimate_text(text, &estimate, saving);
        if matches.get_flag("explain") {
            words.push_str(&workings_text(text, &estimate));
        }
        out::print(text, matches, &words)
    }
}

fn print_comparison(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let case = case::case(text, matches, today)?;
    let book = loaded(text, matches, today)?;
    let comparison = compare(&book, &case).map_err(|error| Fail::estimate(text, &error))?;
    if matches.get_flag("json") {
        out::print_json(text, matches, &comparison_json(&comparison))
    } else {
        out::print(text, matches, &comparison_text(text, &case, &comparison))
    }
}

fn print_checklist(text: &Text, matches: &ArgMatches, today: Date) -> Result<(), Fail> {
    let case = case::case_without_bill(text, matches, today)?;
    let book = loaded(text, matches, today)?;
    let checklist =
        checklist(&book, &case, today).map_err(|error| Fail::program(text.data_broken(error.to_string())))?;
    if matches.get_flag("json") {
        out::print_json(text, matches, &checklist_json(&case, &checklist))
    } else {
        out::print(text, matches, &checklist_text(text, &case, &checklist))
    }
}
