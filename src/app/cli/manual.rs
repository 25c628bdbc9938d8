//! `yidi man`: the manual, a page a command.

use clap::Command;
use clap_mangen::Man;

use super::fail::Fail;
use super::run::Run;
use super::{out, version};
use crate::words::Text;

/// Prints the page of the program, or of the command that is named.
///
/// # Errors
/// Where there is no such command, or the page cannot be written.
pub(super) fn run(run: &Run<'_>, mut all: Command) -> Result<(), Fail> {
    let text = run.text;
    all.build();
    let mut wanted = &all;
    for name in run.words("command") {
        let found = wanted.find_subcommand(name);
        wanted = found.ok_or_else(|| Fail::Request(vec![text.cli_unknown_command(name)]))?;
    }
    let gathered = version::gathered(run)?;
    let page = page(text, wanted, &gathered)?;
    out::publish_exactly(run, &page)
}

/// One page, its headings in the language of `text`.
fn page(text: &Text, command: &Command, day: &str) -> Result<String, Fail> {
    let man = |command: &Command| {
        let source = format!("yidi {}", env!("CARGO_PKG_VERSION"));
        // What the short help leaves out belongs here.
        let command = command.clone().mut_args(|argument| argument.hide_short_help(false));
        Man::new(command).date(day).source(source).manual(text.app_name())
    };
    let mut page = Vec::new();
    man(command).render(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    // As its help says it: each option in its brackets would say less.
    let synopsis = "\n.SH SYNOPSIS\n";
    if let Some((before, after)) = page.split_once(synopsis) {
        let rest = after.find("\n.SH ").map_or("", |end| &after[end..]);
        page = format!("{before}{synopsis}{}{rest}", usage(command));
    }
    // The commands of its commands stand with them.
    let listed = format!(".SH {}\n", text.help_commands());
    let commands = format!(".SH {}\n", text.help_commands().to_uppercase());
    page = page.replace(&listed, &commands);
    if let Some(place) = page.find(&commands) {
        let end = page[place + 1..].find("\n.SH ").map_or(page.len(), |end| place + 1 + end + 1);
        let mut more = String::new();
        for inner in command.get_subcommands().filter(|inner| inner.has_subcommands()) {
            let mut section = Vec::new();
            man(inner).render_subcommands_section(&mut section)?;
            let section = String::from_utf8_lossy(&section).into_owned();
            more.extend(section.split_once(&listed).map(|(_, list)| list.to_owned()));
        }
        page.insert_str(end, &more);
    }
    // Examples keep their lines; what holds for every command stands before them.
    let examples = format!("\n.SH EXTRA\n{}:\n", text.help_examples());
    let of_all = of_all(text);
    if let Some((before, after)) = page.split_once(&examples) {
        let end = after.find("\n.SH ").map_or(after.len(), |end| end + 1);
        let (examples, rest) = after.split_at(end);
        let heading = text.help_examples().to_uppercase();
        page = format!("{before}\n{of_all}.SH {heading}\n.nf\n{examples}.fi\n{rest}");
    } else {
        page.push_str(&of_all);
    }
    page.push_str(&see_also(text, command));
    for (heading, name) in [
        ("NAME", text.man_name()),
        ("SYNOPSIS", text.man_synopsis()),
        ("DESCRIPTION", text.man_description()),
        ("OPTIONS", text.help_options().to_uppercase()),
        ("VERSION", text.man_version()),
    ] {
        page = page.replace(&format!("\n.SH {heading}\n"), &format!("\n.SH {name}\n"));
    }
    Ok(page)
}

/// How it is called: the name bold, the rest as in the help.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let rest = usage.split_once(name).map_or("", |(_, rest)| rest);
    format!("\\fB{}\\fR{}", escaped(name), escaped(rest))
}

/// Exit codes, variables of the environment and files: the same for every command.
fn of_all(text: &Text) -> String {
    let codes = [
        ("0", text.man_exit_0()),
        ("1", text.man_exit_1()),
        ("2", text.man_exit_2()),
        ("3", text.man_exit_3()),
    ];
    let variables = [
        ("YIDI_CONFIG", text.man_env_config()),
        ("YIDI_DATA", text.man_env_data()),
        ("YIDI_CASES", text.man_env_cases()),
        ("LC_ALL, LC_MESSAGES, LANG", text.man_env_lang()),
        ("ACCESSIBLE", text.man_env_accessible()),
        ("NO_COLOR", text.man_env_no_color()),
        ("TZ", text.man_env_tz()),
    ];
    let files = [
        ("~/.config/yidi/config.toml", text.where_settings()),
        ("~/.local/share/yidi/policy", text.where_data()),
        ("~/.local/share/yidi/cases.db", text.where_cases()),
    ];
    [
        section(&text.man_exit_status(), &codes),
        section(&text.man_environment(), &variables),
        section(&text.man_files(), &files),
    ]
    .concat()
}

fn section(heading: &str, rows: &[(&str, String)]) -> String {
    let row =
        |(name, about): &(&str, String)| format!(".TP\n\\fB{}\\fR\n{}\n", escaped(name), escaped(about));
    format!(".SH {heading}\n{}", rows.iter().map(row).collect::<String>())
}

/// The pages beside this one, and the guide.
fn see_also(text: &Text, command: &Command) -> String {
    let own = command.get_display_name().unwrap_or_else(|| command.get_name());
    let names = ["yidi", "yidi-estimate", "yidi-batch", "yidi-policy", "yidi-help"];
    let pages = names.iter().filter(|name| **name != own).map(|name| format!("\\fB{}\\fR(1)", escaped(name)));
    let pages = pages.collect::<Vec<_>>().join(", ");
    format!(".SH {}\n{pages}\n.PP\n{}\n", text.man_see_also(), escaped(&text.man_guide()))
}

/// Text in which the formatter reads no order.
fn escaped(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}
