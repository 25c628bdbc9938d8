//! `yidi completions`: what a shell needs to complete the command line. The script
//! asks the program itself at every Tab, so that places are found as everywhere.

use std::ffi::{OsStr, OsString};

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use super::args;
use super::fail::Fail;
use super::out;
use super::run::Run;
use crate::guide::TOPICS;
use crate::report::SCHEMAS;
use crate::settings::{Edition, LANGUAGES, THEMES};
use crate::sheet::Format;
use crate::words::{Lang, Text};
use yidi_core::answers::{Answer, Question};
use yidi_core::places::{Place, ProvinceId, resolve, search};

/// The variable by which a script asks for completions, and for which shell.
const ASKED: &str = "YIDI_COMPLETE";

/// Zsh reads the file `_yidi` at the first Tab, and takes what it does for the
/// answer: without this the first Tab offers nothing.
const ZSH_FIRST: &str = "
if [[ $funcstack[1] == _yidi ]]; then
    _clap_dynamic_completer_yidi
fi
";

/// Prints the completions of a shell.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let shell = run.typed("shell").unwrap_or_default();
    let mut script = Vec::new();
    if let Some(shell) = Shells::builtins().completer(shell) {
        shell.write_registration(ASKED, "yidi", "yidi", "yidi", &mut script)?;
    }
    if shell == "zsh" {
        script.extend_from_slice(ZSH_FIRST.as_bytes());
    }
    out::publish_exactly(run, &String::from_utf8_lossy(&script))
}

/// Answers a script that asks what may stand there. Whether one did.
///
/// # Errors
/// Where the answer cannot be written.
pub(super) fn answered(text: &Text, arguments: &[OsString]) -> Result<bool, Fail> {
    if std::env::var_os(ASKED).is_none_or(|shell| shell.is_empty()) {
        return Ok(false);
    }
    let all = || with_values(text.lang(), args::command(text));
    let done = CompleteEnv::with_factory(all).var(ASKED).bin("yidi").try_complete(arguments.to_vec(), None);
    done.map_err(|error| Fail::program(error.to_string()))
}

/// The words to offer for the value of an option. Others are understood as well:
/// parsing does not use these.
fn values(option: &str) -> Vec<&'static str> {
    if let Some(question) = Question::all().find(|question| question.key() == option) {
        return question.offered();
    }
    match option {
        "edition" => Edition::KEYS.to_vec(),
        "theme" => THEMES.to_vec(),
        "lang" => LANGUAGES.to_vec(),
        "form" => SCHEMAS.map(|(name, _)| name).to_vec(),
        "topic" => TOPICS.iter().map(|topic| topic.name).collect(),
        "format" => Format::ALL.map(Format::key).to_vec(),
        _ => Vec::new(),
    }
}

/// Whether a place is the value.
fn is_place(option: &str) -> bool {
    let asks = |question: &Question| question.key() == option && matches!(question.answer, Answer::Place(_));
    matches!(option, "city" | "area") || Question::all().any(asks)
}

/// The command with the words to offer, and its commands with theirs.
fn with_values(lang: Lang, mut command: Command) -> Command {
    let options: Vec<String> = command.get_arguments().map(|option| option.get_id().to_string()).collect();
    let found = |find: fn(Lang, &str) -> Vec<CompletionCandidate>| {
        ArgValueCompleter::new(move |typed: &OsStr| {
            typed.to_str().map(|typed| find(lang, typed)).unwrap_or_default()
        })
    };
    for option in options {
        let values = values(&option);
        let offers = |argument: Arg| match option.as_str() {
            "line" => argument.add(found(words)),
            place if is_place(place) => argument.add(found(places)),
            _ if !values.is_empty() => argument.value_parser(PossibleValuesParser::new(values)),
            _ => argument,
        };
        command = command.mut_arg(&option, offers);
    }
    command.mut_subcommands(|inner| with_values(lang, inner))
}

/// The places that answer what was typed so far; every province where nothing was.
fn places(lang: Lang, typed: &str) -> Vec<CompletionCandidate> {
    const MOST: usize = 60;
    let found = if typed.is_empty() { ProvinceId::all().map(Place::whole).collect() } else { search(typed) };
    let is_begun = |place: &Place| {
        let letters = typed.is_ascii() && place.pinyin().starts_with(&typed.to_lowercase());
        !typed.is_empty() && (letters || place.name().starts_with(typed))
    };
    // A shell puts in what all of them begin with: those found otherwise stand back.
    let begun: Vec<Place> = found.iter().copied().filter(is_begun).collect();
    let found = if begun.is_empty() { found } else { begun };
    let candidate = |place: Place| {
        // What was begun in letters goes on in them, where they name one place alone.
        let is_begun = is_begun(&place) && typed.is_ascii();
        let by_letters = is_begun && resolve(place.pinyin()) == Ok(place);
        let value = if by_letters { place.pinyin() } else { place.name() };
        let name = if lang == Lang::En { place.english() } else { place.name() };
        let told = format!("{name} {}", place.code());
        CompletionCandidate::new(value).help(Some(told.into()))
    };
    found.into_iter().take(MOST).map(candidate).collect()
}

/// What may come next in an express line: a place, or a word of any question.
fn words(lang: Lang, typed: &str) -> Vec<CompletionCandidate> {
    let offered = Question::all().flat_map(Question::offered).filter(|word| word.starts_with(typed));
    let offered = offered.map(CompletionCandidate::new);
    if typed.is_empty() { offered.collect() } else { offered.chain(places(lang, typed)).collect() }
}
