//! Kinds of options, and what every command has.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, ValueHint, value_parser};

use crate::words::Text;
use yidi_core::answers::{Answer, Question};

/// An option with a value, whose meaning is read later with all the others.
pub(super) fn option(name: &'static str, help: String) -> Arg {
    let option = Arg::new(name).long(name).help(help).action(ArgAction::Set).allow_hyphen_values(true);
    option.value_name(value_name(name))
}

/// What the help calls the value of an option.
fn value_name(option: &str) -> &'static str {
    if let Some(question) = Question::all().find(|question| question.key() == option) {
        return match question.answer {
            Answer::Place(_) => "AREA",
            Answer::Choice(_) => "WORD",
            Answer::Several => "WORDS",
            Answer::Amount => "YUAN",
            Answer::Day => "DAY",
            Answer::Number { .. } => "N",
            Answer::Percent => "PERCENT",
        };
    }
    match option {
        "city" => "AREA",
        "columns" => "NAMES",
        "counter" => "MINUTES",
        "encoding" => "ENCODING",
        "edition" | "format" | "theme" => "WORD",
        "header" => "FILE|LINE",
        "headers" | "lang" => "LANG",
        "jobs" | "more" => "N",
        "older-than" | "retention" => "DAYS",
        "part" => "I/N",
        "print" => "COMMAND",
        "sheet" => "SHEET",
        "size" => "COLUMNSxROWS",
        _ => "TEXT",
    }
}

/// An option that names a file, whatever bytes its name has.
pub(super) fn file(name: &'static str, help: String) -> Arg {
    path(option(name, help).value_name("FILE")).value_hint(ValueHint::FilePath)
}

/// An option that names a folder.
pub(super) fn folder(name: &'static str, help: String) -> Arg {
    path(option(name, help).value_name("DIR")).value_hint(ValueHint::DirPath)
}

/// The value is a path, which need not be text; an empty one is told like any other
/// that leads nowhere.
pub(super) fn path(argument: Arg) -> Arg {
    argument.value_parser(value_parser!(OsString))
}

/// An option without a value.
pub(super) fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// A command with help in the language of `text`.
pub(super) fn with_help(text: &Text, command: Command) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", text.help_usage());
    command
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text.help_commands())
        .next_help_heading(text.help_options())
        .arg(Arg::new("help").long("help").short('h').help(text.arg_help()).action(ArgAction::Help))
}

/// What a command prints can go to a file.
pub(super) fn with_output(text: &Text, command: Command) -> Command {
    command.arg(file("output", text.arg_output()).short('o')).arg(flag("force", text.arg_force()))
}

/// The long help ends with examples, the short one says so.
pub(super) fn with_examples(text: &Text, command: Command, lines: String) -> Command {
    let lines: Vec<String> = lines.lines().map(|line| format!("  {line}")).collect();
    let examples = format!("{}:\n{}", text.help_examples(), lines.join("\n"));
    command.after_help(text.help_more()).after_long_help(examples)
}
