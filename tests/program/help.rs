//! The help of every command, in both languages, as it was last agreed on: an
//! option that comes, goes or is worded anew is seen.

use std::fmt::Write as _;

use crate::support::process::{said, shown, yidi};

/// The commands that a help lists.
fn listed(help: &str, heading: &str) -> Vec<String> {
    let lines = help.lines().skip_while(|line| *line != heading).skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    // A long description goes on further in.
    let lines = lines.filter(|line| !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The help of a command and of all its commands, one after the other.
fn all_help(lang: &str, heading: &str, command: &[&str], all: &mut String) {
    let output = yidi(&[command, &["--help", "--lang", lang]].concat());
    assert_eq!(output.status.code(), Some(0), "{command:?}: {}", said(&output));
    let help = shown(&output);
    let named = [&["yidi"], command].concat().join(" ");
    writeln!(all, "$ {named} --help\n{}\n", help.trim_end()).unwrap();
    for inner in listed(&help, heading) {
        all_help(lang, heading, &[command, &[inner.as_str()]].concat(), all);
    }
}

#[test]
fn the_help_of_every_command_is_as_agreed() {
    for (lang, heading) in [("zh", "命令:"), ("en", "Commands:")] {
        let mut all = String::new();
        all_help(lang, heading, &[], &mut all);
        for command in ["estimate", "policy check", "cases delete", "help"] {
            assert!(all.contains(&format!("$ yidi {command} --help\n")), "{lang}: {command}");
        }
        insta::assert_snapshot!(format!("help_{lang}"), all);
    }
}
