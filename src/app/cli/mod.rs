//! The command line: one file a command, exit codes in `fail`. What a command
//! gets is a `Run`.

mod args;
mod batch;
mod case;
mod cases;
mod checklist;
mod compare;
mod completions;
mod estimate;
mod fail;
mod handout;
mod help;
mod language;
mod licences;
mod manual;
mod option;
mod out;
mod picture;
mod plain;
mod policy;
mod reconcile;
mod run;
mod schema;
mod settings;
mod stream;
mod version;
mod wizard;
mod year;

use std::cell::LazyCell;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use jiff::civil::Date;

pub use fail::Fail;
use language::Spoken;
use run::Run;
use settings::SettingsFile;

use crate::words::Text;

/// Runs the program with the arguments of the process and a clock that tells
/// today's date.
pub fn run(arguments: impl IntoIterator<Item = OsString>, today: fn() -> Date) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let file = language::settings_file(&arguments);
    let spoken = language::of_run(&arguments, &file);
    let text = Text::new(spoken.lang);
    match act(&text, Start { arguments, file, spoken, today }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => fail.report(&text),
    }
}

/// What a run begins with.
struct Start {
    arguments: Vec<OsString>,
    file: SettingsFile,
    spoken: Spoken,
    today: fn() -> Date,
}

fn act(text: &Text, start: Start) -> Result<(), Fail> {
    let Start { arguments, file, spoken, today } = start;
    // The wizard starts sooner without the table of all arguments.
    let is_bare = arguments.len() < 2;
    let matches = if is_bare { ArgMatches::default() } else { args::parse(text, arguments)? };
    let innermost = innermost(&matches);
    let settings = settings::settings(text, file, innermost)?;
    let run = Run { text, matches: innermost, settings, today: LazyCell::new(today) };
    match matches.subcommand() {
        None if run.is_set("version") => version::run(&run),
        None => wizard::run(&run, spoken),
        Some((name, matches)) => command(&run, name, matches.subcommand_name()),
    }
}

/// The arguments of the command that was named last.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    matches.subcommand().map_or(matches, |(_, matches)| innermost(matches))
}

/// Runs the command that was named, and the one within it.
fn command(run: &Run<'_>, name: &str, inner: Option<&str>) -> Result<(), Fail> {
    // A table has a bar of its own.
    let lang = run.text.lang();
    let at_work = move |seconds| Text::new(lang).at_work(seconds);
    let _waiting = (name != "batch").then(|| stream::Waiting::begin(at_work));
    match name {
        "estimate" => estimate::run(run),
        "compare" => compare::run(run),
        "checklist" => checklist::run(run),
        "reconcile" => reconcile::run(run),
        "cases" => cases::run(run, inner),
        "batch" => batch::run(run),
        "handout" => handout::run(run),
        "year" => year::run(run),
        "schema" => schema::run(run),
        "licences" => licences::run(run),
        "completions" => completions::run(run, args::command(run.text)),
        "help" => help::run(run, args::command(run.text)),
        "man" => manual::run(run, args::command(run.text)),
        "picture" => picture::run(run),
        "policy" => policy::run(run, inner),
        // The reader of the arguments knows no other.
        other => Err(Fail::Request(vec![run.text.cli_unknown_command(other)])),
    }
}
