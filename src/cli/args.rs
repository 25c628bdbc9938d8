//! The arguments of every command, with help from the message files.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::case::BILL_FIELDS;
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
pub(super) fn option(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::Set).allow_hyphen_values(true)
}

fn command(text: &Text) -> Command {
    let of_a_bill = |name, about| {
        with_help(text, Command::new(name).about(about))
            .arg(line(text))
            .args(case_options(text))
            .args(bill_options(text))
            .arg(option("data", text.arg_data()))
            .arg(flag("json", text.arg_json()))
    };
    let estimate = of_a_bill("estimate", text.cmd_estimate()).arg(flag("explain", text.arg_explain()));
    let comparison = of_a_bill("compare", text.cmd_compare());
    let reconcile = of_a_bill("reconcile", text.cmd_reconcile()).args(super::reconcile::slip_options(text));
    let checklist = with_help(text, Command::new("checklist").about(text.cmd_checklist()))
        .arg(line(text))
        .args(case_options(text))
        .arg(option("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    let handout = with_help(text, Command::new("handout").about(text.cmd_handout()))
        .arg(line(text))
        .args(case_options(text))
        .args(bill_options(text))
        .arg(option("data", text.arg_data()))
        .arg(option("format", text.arg_format()))
        .arg(option("out", text.arg_out()))
        .arg(option("note", text.arg_note()))
        .arg(flag("force", text.arg_force()));
    let schema = with_help(text, Command::new("schema").about(text.cmd_schema()));
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
        .arg(flag("mouse", text.arg_mouse()))
        .arg(option("theme", text.arg_theme()))
        .arg(option("data", text.arg_data()))
        .arg(option("cases", text.arg_cases()))
        .arg(option("lang", text.arg_lang()))
        .arg(option("counter", text.arg_counter()))
        .arg(option("retention", text.arg_retention()))
        .arg(option("city", text.arg_city()))
        .arg(option("config", text.arg_config()).global(true))
        .subcommands([
            estimate,
            comparison,
            checklist,
            handout,
            super::batch::command(text),
            reconcile,
            super::cases::command(text),
            policy(text),
            schema,
        ])
}

fn policy(text: &Text) -> Command {
    let command = |name, about| with_help(text, Command::new(name).about(about));
    let place = |name, shown, help| Arg::new(name).value_name(shown).help(help);
    let show = command("show", text.cmd_policy_show())
        .arg(place("area", "AREA", text.arg_area()).required(true))
        .arg(option("scheme", text.arg_only_scheme()))
        .arg(option("data", text.arg_data()))
        .arg(option("date", text.arg_day()))
        .arg(flag("json", text.arg_json()));
    let sources = command("sources", text.cmd_policy_sources())
        .arg(place("id", "ID", text.arg_source()))
        .arg(option("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    let coverage = command("coverage", text.cmd_policy_coverage())
        .arg(option("data", text.arg_data()))
        .arg(option("date", text.arg_day()))
        .arg(flag("json", text.arg_json()));
    let diff = command("diff", text.cmd_policy_diff())
        .arg(place("dir-a", "DIR_A", text.arg_old_dir()).required(true))
        .arg(place("dir-b", "DIR_B", text.arg_new_dir()))
        .arg(flag("json", text.arg_json()));
    let check = command("check", text.cmd_policy_check()).arg(place("dir", "DIR", text.arg_dir()));
    command("policy", text.cmd_policy())
        .subcommand_required(true)
        .subcommands([show, sources, coverage, diff, check])
}

/// A command with help in the language of `text`.
pub(super) fn with_help(text: &Text, command: Command) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", text.help_usage());
    command
        .help_template(template)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text.help_commands())
        .next_help_heading(text.help_options())
        .arg(Arg::new("help").long("help").short('h').help(text.arg_help()).action(ArgAction::Help))
}

pub(super) fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// The express line; it need not stand in quotation marks.
fn line(text: &Text) -> Arg {
    Arg::new("line").value_name("LINE").help(text.arg_line()).num_args(0..)
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
        option("admitted", text.arg_admitted()),
        option("networked", text.arg_networked()),
        option("also", text.arg_also()),
        option("care", text.arg_care()),
        option("disease", text.arg_disease()),
        option("age", text.arg_age()),
        option("admission", text.arg_admission()),
        option("retired-in", text.arg_retired_in()),
        option("hospital-class", text.arg_hospital_class()),
        option("contribution-class", text.arg_contribution_class()),
        flag("hardship", text.arg_hardship()),
    ]
}

fn bill_options(text: &Text) -> Vec<Arg> {
    BILL_FIELDS.iter().map(|field| option(field.key(), text.option_help(*field))).collect()
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
    let all = |kind| match error.get(kind) {
        Some(ContextValue::String(value)) => vec![value.clone()],
        Some(ContextValue::Strings(values)) => values.clone(),
        _ => Vec::new(),
    };
    let context = |kind| all(kind).into_iter().next();
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
        ErrorKind::MissingSubcommand => {
            text.cli_command_missing(text.list(all(ContextKind::ValidSubcommand)))
        }
        ErrorKind::MissingRequiredArgument => text.cli_argument_missing(argument),
        ErrorKind::InvalidValue => text.cli_value_missing(argument),
        ErrorKind::ArgumentConflict => text.cli_repeated(argument),
        _ => text.cli_other(error.kind().to_string()),
    };
    Fail::Request(vec![message, text.cli_try_help()])
}
