//! The arguments of every command, with help from the message files.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, ValueHint};

use super::fail::Fail;
use super::option::{file, flag, folder, option, with_examples, with_help, with_output};
use crate::report::SCHEMAS;
use crate::words::Text;
use yidi_core::answers::Question;
use yidi_core::places::resolve;
use yidi_core::policy::audit::near_names;

/// Reads the arguments.
///
/// # Errors
/// With what is wrong, in the language of `text`; or with the help to be shown.
pub(super) fn parse(text: &Text, arguments: impl IntoIterator<Item = OsString>) -> Result<ArgMatches, Fail> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let all = command(text);
    let names = named_there(&all, &arguments);
    all.try_get_matches_from(arguments).map_err(|error| fail(text, &error, &names))
}

/// Every command with its options: the one definition that parsing, completions
/// and the manual share.
pub(super) fn command(text: &Text) -> Command {
    // The case stands first in its help, and what all commands have last.
    let of_a_case = |name, about| {
        let command = Command::new(name).about(about).arg(line(text));
        let command = command.args(options(text, |one| !one.of_bill)).arg(rule(text));
        command.arg(option("city", text.arg_city()).help_heading(text.help_case()).hide_short_help(true))
    };
    let of_a_bill = |name, about| {
        let command = of_a_case(name, about).args(options(text, |one| one.of_bill));
        let command = with_help(text, command).arg(folder("data", text.arg_data()));
        with_output(text, command.arg(flag("json", text.arg_json())))
    };
    let estimate = of_a_bill("estimate", text.cmd_estimate()).arg(flag("explain", text.arg_explain()));
    let other = Arg::new("other").value_name("OTHER").help(text.arg_other()).num_args(0..).last(true);
    let comparison = of_a_bill("compare", text.cmd_compare()).arg(other);
    let curve = of_a_bill("curve", text.cmd_curve()).arg(flag("ascii", text.arg_ascii()));
    let reconcile = of_a_bill("reconcile", text.cmd_reconcile()).args(super::reconcile::slip_options(text));
    let checklist = with_help(text, of_a_case("checklist", text.cmd_checklist()))
        .arg(folder("data", text.arg_data()))
        .arg(flag("json", text.arg_json()))
        .arg(file("ics", text.arg_ics()).conflicts_with("json"));
    let handout = of_a_case("handout", text.cmd_handout()).args(options(text, |one| one.of_bill));
    let handout = with_help(text, handout)
        .arg(folder("data", text.arg_data()))
        .arg(option("format", text.arg_format()))
        .arg(file("output", text.arg_out()).short('o').alias("out"))
        .arg(option("edition", text.arg_edition()))
        .arg(option("note", text.arg_note()))
        .arg(flag("force", text.arg_force()));
    let forms = text.list(SCHEMAS.map(|(name, _)| name));
    let schema = with_help(text, Command::new("schema").about(text.cmd_schema()))
        .arg(Arg::new("form").value_name("FORM").help(text.arg_form(forms)));
    let completions = with_help(text, Command::new("completions").about(text.cmd_completions())).arg(
        Arg::new("shell")
            .value_name("SHELL")
            .help(text.arg_shell())
            .required(true)
            .value_parser(PossibleValuesParser::new(SHELLS))
            .hide_possible_values(true),
    );
    let man = with_help(text, Command::new("man").about(text.cmd_man()))
        .arg(Arg::new("command").value_name("COMMAND").help(text.arg_command()).num_args(0..));
    let wizard = with_help(text, Command::new("yidi").bin_name("yidi").about(text.cmd_about()))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(flag("version", text.arg_version()).short('V'))
        .arg(flag("plain", text.arg_plain()))
        .arg(flag("ascii", text.arg_ascii()))
        .arg(flag("mouse", text.arg_mouse()))
        .arg(option("theme", text.arg_theme()))
        .arg(folder("data", text.arg_data()))
        .arg(file("cases", text.arg_cases()))
        .arg(flag("quiet", text.arg_quiet()).short('q').global(true).display_order(900))
        .arg(flag("verbose", text.arg_verbose()).short('v').global(true).display_order(900))
        .arg(option("lang", text.arg_lang()).global(true).display_order(900))
        .arg(option("counter", text.arg_counter()))
        .arg(flag("locked", text.arg_locked()))
        .arg(option("print", text.arg_print()))
        .arg(option("edition", text.arg_edition()))
        .arg(option("retention", text.arg_retention()))
        .arg(option("city", text.arg_city()))
        .arg(file("config", text.arg_config()).global(true).hide_short_help(true).display_order(901));
    with_examples(text, wizard, text.examples_wizard()).subcommands([
        with_examples(text, estimate, text.examples_estimate()),
        with_examples(text, comparison, text.examples_compare()),
        with_examples(text, curve, text.examples_curve()),
        with_examples(text, with_output(text, checklist), text.examples_checklist()),
        with_examples(text, handout, text.examples_handout()),
        with_examples(text, super::year::command(text), text.examples_year()),
        super::batch::command(text),
        with_examples(text, reconcile, text.examples_reconcile()),
        with_examples(text, super::cases::command(text), text.examples_cases()),
        with_examples(text, policy(text), text.examples_policy()),
        with_output(text, schema),
        with_output(text, super::licences::command(text)),
        super::location::command(text),
        super::picture::command(text),
        with_examples(text, with_output(text, completions), text.examples_completions()),
        with_examples(text, with_output(text, man), text.examples_man()),
        with_examples(text, super::help::command(text), text.examples_help()),
    ])
}

/// The shells that completions can be made for.
pub(super) const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

fn policy(text: &Text) -> Command {
    let command = |name, about| with_help(text, Command::new(name).about(about));
    let place = |name, shown, help| Arg::new(name).value_name(shown).help(help);
    let printing = |name, about| with_output(text, command(name, about));
    let show = printing("show", text.cmd_policy_show())
        .arg(place("area", "AREA", text.arg_area()).required(true))
        .arg(option("scheme", text.arg_only_scheme()))
        .arg(folder("data", text.arg_data()))
        .arg(option("date", text.arg_day()))
        .arg(flag("json", text.arg_json()));
    let sources = printing("sources", text.cmd_policy_sources())
        .arg(place("id", "ID", text.arg_source()))
        .arg(folder("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    let coverage = printing("coverage", text.cmd_policy_coverage())
        .arg(folder("data", text.arg_data()))
        .arg(option("date", text.arg_day()))
        .arg(flag("markdown", text.arg_markdown()).conflicts_with("json"))
        .arg(flag("json", text.arg_json()));
    let calibrate = printing("calibrate", text.cmd_policy_calibrate())
        .arg(folder("data", text.arg_data()))
        .arg(option("date", text.arg_day()))
        .arg(flag("markdown", text.arg_markdown_table()).conflicts_with("json"))
        .arg(flag("json", text.arg_json()));
    let diff = printing("diff", text.cmd_policy_diff())
        .arg(place("dir-a", "DIR_A", text.arg_old_dir()).required(true))
        .arg(place("dir-b", "DIR_B", text.arg_new_dir()))
        .arg(flag("json", text.arg_json()));
    let dir = |name, shown, help| place(name, shown, help).value_hint(ValueHint::DirPath);
    let check = printing("check", text.cmd_policy_check())
        .arg(dir("dir", "DIR", text.arg_dir()))
        .arg(flag("json", text.arg_json()));
    let path = |name, shown, help| place(name, shown, help).value_hint(ValueHint::FilePath);
    let install = command("install", text.cmd_policy_install())
        .arg(path("file", "FILE", text.arg_install()).required(true))
        .arg(folder("data", text.arg_data()))
        .arg(flag("force", text.arg_install_force()));
    let edit = command("edit", text.cmd_policy_edit())
        .arg(place("area", "AREA", text.arg_edit_area()).required(true))
        .arg(folder("data", text.arg_data()))
        .arg(flag("plain", text.arg_plain()))
        .arg(flag("ascii", text.arg_ascii()))
        .arg(option("theme", text.arg_theme()));
    let template = printing("template", text.cmd_policy_template())
        .arg(place("area", "AREA", text.arg_template_area()).required(true))
        .arg(folder("data", text.arg_data()));
    let import = command("import", text.cmd_policy_import())
        .arg(path("file", "FILE", text.arg_import_form()).required(true))
        .arg(file("output", text.arg_import_output()).short('o'))
        .arg(flag("force", text.arg_force()));
    let uninstall = command("uninstall", text.cmd_policy_uninstall())
        .arg(place("name", "NAME", text.arg_uninstall()).required(true))
        .arg(folder("data", text.arg_data()));
    let installed = printing("installed", text.cmd_policy_installed())
        .arg(folder("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    command("policy", text.cmd_policy()).subcommand_required(true).subcommands([
        show, sources, coverage, calibrate, diff, check, edit, template, import, install, uninstall,
        installed,
    ])
}

/// The express line; it need not stand in quotation marks.
fn line(text: &Text) -> Arg {
    Arg::new("line")
        .value_name("LINE")
        .help(text.arg_line())
        .num_args(0..)
        .help_heading(text.help_arguments())
}

/// The options of a question; few need the rare ones: the short help leaves
/// them to the long one.
fn of_question(text: &Text, question: &Question) -> Arg {
    let make = if question.is_flag() { flag } else { option };
    make(question.key(), text.option_help(question.field)).hide_short_help(question.rare)
}

/// The options of questions, each below what it is about.
fn options(text: &Text, is_meant: fn(&Question) -> bool) -> impl Iterator<Item = Arg> {
    let heading = |question: &Question| match question.key() {
        key if key.starts_with("ytd-") => text.help_year(),
        _ if question.of_bill => text.help_bill(),
        _ => text.help_case(),
    };
    let questions = Question::all().filter(move |question| is_meant(question));
    questions.map(move |question| of_question(text, question).help_heading(heading(question)))
}

/// A rule that the person was told.
fn rule(text: &Text) -> Arg {
    let rule = option("rule", text.arg_rule()).value_name("NAME=NUMBER").action(clap::ArgAction::Append);
    rule.help_heading(text.help_case())
}

/// The commands that may be named after those that were.
fn named_there(all: &Command, arguments: &[OsString]) -> Vec<String> {
    let mut named = all;
    for word in arguments.iter().skip(1).filter_map(|word| word.to_str()) {
        named = named.find_subcommand(word).unwrap_or(named);
    }
    named.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// The command that is meant: one that begins like what was typed, else one that
/// looks like it.
fn near(typed: &str, commands: &[String]) -> Option<String> {
    const LEAST: usize = 3;
    let alike = |name: &str| name.chars().zip(typed.chars()).take_while(|(one, other)| one == other).count();
    let begins = |name: &str| alike(name) >= LEAST.max(name.len().min(typed.len()).saturating_sub(1));
    let found = commands.iter().filter(|name| begins(name)).max_by_key(|name| alike(name));
    let looks = || near_names(commands.iter().map(String::as_str), typed).first().map(ToString::to_string);
    found.cloned().or_else(looks)
}

/// What the argument reader found wrong, in the language of `text`.
fn fail(text: &Text, error: &clap::Error, commands: &[String]) -> Fail {
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
            match near(&command, commands) {
                Some(near) => text.cli_unknown_command_near(command, near),
                // A whole case may be meant, without the command before it.
                None if resolve(&command).is_ok() => text.cli_place_for_command(command),
                None => text.cli_unknown_command(command),
            }
        }
        ErrorKind::MissingSubcommand => {
            text.cli_command_missing(text.list(all(ContextKind::ValidSubcommand)))
        }
        ErrorKind::MissingRequiredArgument => text.cli_argument_missing(argument),
        ErrorKind::InvalidValue => match (context(ContextKind::InvalidValue), all(ContextKind::ValidValue)) {
            (Some(value), words) if !value.is_empty() && !words.is_empty() => {
                text.word_unknown(value, text.list(words))
            }
            _ => text.cli_value_missing(argument),
        },
        ErrorKind::ArgumentConflict => text.cli_repeated(argument),
        _ => text.cli_other(error.kind().to_string()),
    };
    Fail::Request(vec![message, text.cli_try_help()])
}
