//! `yidi help`: a page of the guide, or the help of a command.

use clap::{Arg, Command};

use super::fail::Fail;
use super::option::{with_help, with_output};
use super::out;
use super::run::Run;
use crate::guide::{TOPICS, Topic};
use crate::words::Text;
use crate::words::width::pad_right;
use yidi_core::policy::audit::near_names;

/// How the command is called.
pub(super) fn command(text: &Text) -> Command {
    let topic = Arg::new("topic").value_name("TOPIC").help(text.arg_topic(topics(text))).num_args(0..);
    with_output(text, with_help(text, Command::new("help").about(text.cmd_help())).arg(topic))
}

/// The names of the pages in a row.
fn topics(text: &Text) -> String {
    text.list(TOPICS.iter().map(|topic| topic.name))
}

/// Prints the page that is named, or the help of the command; of the program,
/// with the names of the pages, where none is. A page comes before a command.
///
/// # Errors
/// Where there is no such page or command, or it cannot be written.
pub(super) fn run(run: &Run<'_>, mut all: Command) -> Result<(), Fail> {
    let text = run.text;
    let named = run.words("topic");
    all.build();
    let topic = if let [name] = named[..] { Topic::named(name) } else { None };
    let page = match topic {
        Some(topic) => topic.plain(text),
        None if named.is_empty() => overview(text, all),
        None => of_command(text, &all, &named)?,
    };
    out::publish(run, &page)
}

/// The help of the program, and which pages there are.
fn overview(text: &Text, mut all: Command) -> String {
    let widest = TOPICS.iter().map(|topic| topic.name.len()).max().unwrap_or_default();
    let mut shown = format!("{}\n\n{}:\n", all.render_long_help().to_string().trim_end(), text.help_topics());
    for topic in &TOPICS {
        let line = ["  ", &pad_right(topic.name, widest), "  ", topic.title(text.lang()), "\n"];
        shown.extend(line);
    }
    shown
}

/// The help of a command, or of a command of a command.
fn of_command(text: &Text, all: &Command, named: &[&str]) -> Result<String, Fail> {
    let mut wanted = all;
    for (at, name) in named.iter().enumerate() {
        let found = wanted.find_subcommand(name);
        wanted = found.ok_or_else(|| match at {
            0 => unknown(text, all, &named.join(" ")),
            _ => Fail::Request(vec![text.cli_unknown_command(*name), text.cli_try_help()]),
        })?;
    }
    Ok(wanted.clone().render_long_help().to_string())
}

/// There is no such page; what looks like it, and which there are.
fn unknown(text: &Text, all: &Command, name: &str) -> Fail {
    let known = TOPICS.iter().map(|topic| topic.name).chain(all.get_subcommands().map(Command::get_name));
    let message = match near_names(known, name).first() {
        Some(near) => text.help_unknown_near(name, *near),
        None => text.help_unknown(name),
    };
    Fail::Request(vec![message, text.help_topics_are(topics(text))])
}
