//! The arguments of `yidi cases …`.

use clap::{Arg, Command};

use crate::cli::option::{file, flag, folder, option, path, with_help, with_output};
use crate::words::Text;

/// The command with its own commands.
pub(in crate::cli) fn command(text: &Text) -> Command {
    let command =
        |name, about| with_help(text, Command::new(name).about(about)).arg(file("cases", text.arg_cases()));
    let named = |help| Arg::new("case").value_name("CASE").help(help);
    let list = command("list", text.cmd_cases_list())
        .arg(Arg::new("search").value_name("WORD").help(text.arg_search()).num_args(0..))
        .arg(option("retention", text.arg_retention()))
        .arg(flag("json", text.arg_json()));
    let show = command("show", text.cmd_cases_show())
        .arg(named(text.arg_case()).required(true))
        .arg(folder("data", text.arg_data()))
        .arg(flag("json", text.arg_json()));
    let export = command("export", text.cmd_cases_export())
        .arg(named(text.arg_cases_named()).num_args(0..))
        .arg(flag("csv", text.arg_csv()));
    let import = command("import", text.cmd_cases_import())
        .arg(path(Arg::new("file").value_name("FILE").help(text.arg_import()).required(true)));
    let delete = command("delete", text.cmd_cases_delete())
        .arg(named(text.arg_case()).num_args(0..))
        .arg(option("older-than", text.arg_older_than()))
        .arg(flag("yes", text.arg_yes()));
    let vacuum = command("vacuum", text.cmd_cases_vacuum());
    with_help(text, Command::new("cases").about(text.cmd_cases())).subcommand_required(true).subcommands([
        with_output(text, list),
        with_output(text, show),
        with_output(text, export),
        import,
        delete,
        vacuum,
    ])
}
