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
    out::print_exactly(run, &page)
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
    // The commands of its commands stand with them.
    let commands = format!(".SH {}\n", text.help_commands());
    if let Some(place) = page.find(&commands) {
        let end = page[place + 1..].find("\n.SH ").map_or(page.len(), |end| place + 1 + end + 1);
        let mut more = String::new();
        for inner in command.get_subcommands().filter(|inner| inner.has_subcommands()) {
            let mut section = Vec::new();
            man(inner).render_subcommands_section(&mut section)?;
            let section = String::from_utf8_lossy(&section).into_owned();
            more.extend(section.split_once(&commands).map(|(_, list)| list.to_owned()));
        }
        page.insert_str(end, &more);
    }
    // Examples keep their lines.
    let examples = format!("\n.SH EXTRA\n{}:\n", text.help_examples());
    if let Some((before, after)) = page.split_once(&examples) {
        let end = after.find("\n.SH ").map_or(after.len(), |end| end + 1);
        let (examples, rest) = after.split_at(end);
        page = format!("{before}\n.SH {}\n.nf\n{examples}.fi\n{rest}", text.help_examples());
    }
    for (heading, name) in [
        ("NAME", text.man_name()),
        ("SYNOPSIS", text.help_usage()),
        ("DESCRIPTION", text.man_description()),
        ("VERSION", text.man_version()),
    ] {
        page = page.replace(&format!("\n.SH {heading}\n"), &format!("\n.SH {name}\n"));
    }
    Ok(page)
}
