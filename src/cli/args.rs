//! The arguments of every command, with help from the message files.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::fail::Fail;
use crate::text::Text;

/// Reads the arguments.
///
/// # Errors
/// With what is wrong, in the language of `text`; or with the help to be shown.
pub(super) fn parse(text: &Text, arguments: impl IntoIterator<Item = OsString>) -> Result<ArgMatches, Fail> {
    command(text).try_get_matches_from(arguments).map_err(|error| fail(text, &error))
}

/// An option with a value, whose meaning is read later with all the others.
fn option(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::Set).allow_hyphen_values(true)
}

fn command(text: &Text) -> Command {
    let estimate = with_help(text, Command::new("estimate").about(text.cmd_estimate()))
        .args(case_options(text))
        .args(bill_options(text))
        .arg(option("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    let checklist = with_help(text, Command::new("checklist").about(text.cmd_checklist()))
        .args(case_options(text))
        .arg(option("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    let check = with_help(text, Command::new("check").about(text.cmd_policy_check()))
        .arg(Arg::new("dir").value_name("DIR").help(text.arg_dir()));
    let policy = with_help(text, Command::new("policy").about(text.cmd_policy()))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(check);
    with_help(text, Command::new("yidi").about(text.cmd_about()))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .help(text.arg_version())
                .action(ArgAction::Version),
        )
        .arg(flag("ascii", text.arg_ascii()))
        .arg(option("data", text.arg_data()))
        .subcommands([estimate, checklist, policy])
}

/// A command with help in the language of `text`.
fn with_help(text: &Text, command: Command) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", text.help_usage());
    command
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text.help_commands())
        .next_help_heading(text.help_options())
        .arg(Arg::new("help").long("help").short('h').help(text.arg_help()).action(ArgAction::Help))
}

fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

fn case_options(text: &Text) -> Vec<Arg> {
    vec![
        option("from", text.arg_from()),
        option("to", text.arg_to()),
        option("scheme", text.arg_scheme()),
        option("status", text.arg_status()),
        option("tier", text.arg_tier()),
        option("reason", text.arg_reason()),
        option("filed", text.arg_filed()),
        option("date", text.arg_date()),
    ]
}

fn bill_options(text: &Text) -> Vec<Arg> {
    vec![
        option("total", text.arg_total()),
        option("own-expense", text.arg_own_expense()),
        option("prepay", text.arg_prepay()),
        option("over-limit", text.arg_over_limit()),
    ]
}

/// What the argument reader found wrong, in the language of `text`.
fn fail(text: &Text, error: &clap::Error) -> Fail {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        return Fail::Shown(error.render().to_string());
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => Some(value.clone()),
        Some(ContextValue::Strings(values)) => values.first().cloned(),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => match context(ContextKind::SuggestedArg) {
            Some(near) => text.cli_unknown_argument_near(argument, near),
            None => text.cli_unknown_argument(argument),
        },
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand).unwrap_or_default();
            match context(ContextKind::SuggestedSubcommand) {
                Some(near) => text.cli_unknown_command_near(command, near),
                None => text.cli_unknown_command(command),
            }
        }
        ErrorKind::InvalidValue => text.cli_value_missing(argument),
        ErrorKind::ArgumentConflict => text.cli_repeated(argument),
        _ => text.cli_other(error.kind().to_string()),
    };
    Fail::Request(vec![message, text.cli_try_help()])
}
