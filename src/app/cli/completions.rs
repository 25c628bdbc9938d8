//! `yidi completions`: what a shell needs to complete the command line.

use clap::Command;
use clap::builder::PossibleValuesParser;
use clap_complete::{Shell, generate};

use super::fail::Fail;
use super::out;
use super::run::Run;
use crate::guide::TOPICS;
use crate::settings::{LANGUAGES, THEMES};
use crate::sheet::Format;
use yidi_core::answers::Question;

/// Prints the completions of a shell.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn run(run: &Run<'_>, all: Command) -> Result<(), Fail> {
    let shell = match run.typed("shell") {
        Some("zsh") => Shell::Zsh,
        Some("fish") => Shell::Fish,
        Some("powershell") => Shell::PowerShell,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    generate(shell, &mut with_values(all), "yidi", &mut script);
    out::print_exactly(run, &String::from_utf8_lossy(&script))
}

/// The words to offer for the value of an option. Others are understood as well:
/// parsing does not use these.
fn values(option: &str) -> Vec<&'static str> {
    if let Some(question) = Question::all().find(|question| question.key() == option) {
        return question.offered();
    }
    match option {
        "theme" => THEMES.to_vec(),
        "lang" => LANGUAGES.to_vec(),
        "topic" => TOPICS.iter().map(|topic| topic.name).collect(),
        "format" => Format::ALL.map(Format::key).to_vec(),
        _ => Vec::new(),
    }
}

/// The command with the words to offer, and its commands with theirs.
fn with_values(mut command: Command) -> Command {
    let options: Vec<String> = command.get_arguments().map(|option| option.get_id().to_string()).collect();
    for option in options {
        let values = values(&option);
        if !values.is_empty() {
            command =
                command.mut_arg(option, |option| option.value_parser(PossibleValuesParser::new(values)));
        }
    }
    command.mut_subcommands(with_values)
}
