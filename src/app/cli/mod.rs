//! The command line: one file a command, exit codes in `fail`. What a command
//! gets is a `Run`.

mod args;
mod batch;
mod case;
mod cases;
mod checklist;
mod compare;
mod completions;
mod curve;
mod estimate;
mod fail;
mod handout;
mod help;
mod language;
mod licences;
mod location;
mod manual;
mod option;
mod out;
mod picture;
mod plain;
mod policy;
mod reconcile;
mod run;
mod settings;
mod stream;
mod version;
mod wizard;
mod year;

use std::cell::LazyCell;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::parser::ValueSource;
use clap::{ArgMatches, Id};
use jiff::civil::Date;

pub use fail::Fail;
use language::Spoken;
use run::{Run, is_set};
use settings::SettingsFile;

use crate::report;
use crate::report::{ESTIMATE_SCHEMA, SCHEMAS};
use crate::words::Text;

/// Runs the program with the arguments of the process and a clock that tells
/// today's date.
pub fn run(arguments: impl IntoIterator<Item = OsString>, today: fn() -> Date) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let file = language::settings_file(&arguments);
    let spoken = language::of_run(&arguments, &file);
    let text = Text::new(spoken.lang);
    match act(&text, RunStart { arguments, file, spoken, today }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => fail.report(&text),
    }
}

/// What a run begins with.
struct RunStart {
    arguments: Vec<OsString>,
    file: SettingsFile,
    spoken: Spoken,
    today: fn() -> Date,
}

fn act(text: &Text, start: RunStart) -> Result<(), Fail> {
    let RunStart { arguments, file, spoken, today } = start;
    if completions::answered(text, &arguments)? {
        return Ok(());
    }
    // The wizard starts sooner without the table of all arguments.
    let is_bare = arguments.len() < 2;
    let matches = if is_bare { ArgMatches::default() } else { args::parse(text, arguments)? };
    let innermost = innermost(&matches);
    if is_set(innermost, "quiet") {
        stream::keep_quiet();
    }
    let (settings, settings_file) = settings::settings(text, file, innermost)?;
    let run = Run { text, matches: innermost, settings, settings_file, today: LazyCell::new(today) };
    match matches.subcommand() {
        None if run.is_set("version") => version::run(&run),
        None => wizard::run(&run, spoken),
        Some((name, inner)) => {
            misplaced(text, &matches, name, innermost)?;
            if run.is_set("verbose") {
                stream::tell(location::told(&run).trim_end());
            }
            command(&run, spoken, name, inner.subcommand_name())
        }
    }
}

/// Options of the questions that stand before a command would do nothing there.
fn misplaced(text: &Text, all: &ArgMatches, command: &str, innermost: &ArgMatches) -> Result<(), Fail> {
    let typed = |matches: &ArgMatches, id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
    let lost = all.ids().map(Id::as_str).filter(|id| typed(all, id));
    let lost = lost.filter(|id| innermost.try_contains_id(id).is_err() || !typed(innermost, id));
    let told: Vec<String> = lost.map(|id| text.cli_before_command(format!("--{id}"), command)).collect();
    if told.is_empty() { Ok(()) } else { Err(Fail::Request(told)) }
}

/// The arguments of the command that was named last.
fn innermost(matches: &ArgMatches) -> &ArgMatches {
    matches.subcommand().map_or(matches, |(_, matches)| innermost(matches))
}

/// Whether a command is seen to be at work: a table has a bar of its own, a form has the
/// screen.
fn shows_itself(name: &str, inner: Option<&str>) -> bool {
    name == "batch" || (name, inner) == ("policy", Some("edit"))
}

/// Runs the command that was named, and the one within it.
fn command(run: &Run<'_>, spoken: Spoken, name: &str, inner: Option<&str>) -> Result<(), Fail> {
    let lang = run.text.lang();
    let at_work = move |seconds| Text::new(lang).at_work(seconds);
    let _waiting = (!shows_itself(name, inner)).then(|| stream::Waiting::begin(at_work));
    match name {
        "estimate" => estimate::run(run),
        "compare" => compare::run(run),
        "curve" => curve::run(run),
        "checklist" => checklist::run(run),
        "reconcile" => reconcile::run(run),
        "cases" => cases::run(run, inner),
        "batch" => batch::run(run),
        "handout" => handout::run(run),
        "year" => year::run(run),
        "schema" => schema(run),
        "licences" => licences::run(run),
        "where" => location::run(run),
        "completions" => completions::run(run),
        "help" => help::run(run, args::command(run.text)),
        "man" => manual::run(run, args::command(run.text)),
        "picture" => picture::run(run),
        "policy" => policy::run(run, spoken, inner),
        // The reader of the arguments knows no other.
        other => Err(Fail::Request(vec![run.text.cli_unknown_command(other)])),
    }
}

/// Prints the schema of a form of JSON: of an estimate where none is named.
fn schema(run: &Run<'_>) -> Result<(), Fail> {
    let found = run.typed("form").map_or(Ok(ESTIMATE_SCHEMA), |name| {
        let unknown = || run.text.word_unknown(name, run.text.list(SCHEMAS.map(|(name, _)| name)));
        report::schema(name).ok_or_else(|| Fail::Request(vec![unknown()]))
    });
    out::publish_exactly(run, found?)
}
