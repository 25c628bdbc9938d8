//! Where the text of a command goes: standard output, or a file.

use std::io::Write;
use std::path::Path;

use clap::ArgMatches;
use serde_json::Value as Json;

use super::fail::Fail;
use crate::guard::Shown;
use crate::save;
use crate::save::{Readers, SaveError};
use crate::words::Text;

/// Says it on standard error: standard output is for what was asked for. Nobody
/// is left to tell when this fails.
pub(super) fn tell(message: &str) {
    let _ = writeln!(std::io::stderr(), "{}", Shown::lines(message));
}

/// Prints text for people.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print(text: &Text, matches: &ArgMatches, out: &str) -> Result<(), Fail> {
    let out = Shown::lines(out);
    let Some(path) = output(matches) else { return show(out.as_str()) };
    // Older editors on Windows take a text without the mark for GBK.
    let is_text = Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let mark = if is_text { "\u{feff}" } else { "" };
    write(text, matches, path, &format!("{mark}{out}"), Readers::Usual)
}

/// Prints text for programs: to a file as well it goes as it is.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print_exactly(text: &Text, matches: &ArgMatches, out: &str) -> Result<(), Fail> {
    send(text, matches, out, Readers::Usual)
}

/// The same with people's cases in it: a file is for its owner alone.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print_private(text: &Text, matches: &ArgMatches, out: &str) -> Result<(), Fail> {
    send(text, matches, out, Readers::Owner)
}

fn send(text: &Text, matches: &ArgMatches, out: &str, readers: Readers) -> Result<(), Fail> {
    match output(matches) {
        Some(path) => write(text, matches, path, out, readers),
        None => show(out),
    }
}

/// Prints JSON.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print_json(text: &Text, matches: &ArgMatches, json: &Json) -> Result<(), Fail> {
    let mut out = serde_json::to_string_pretty(json).map_err(|error| Fail::program(error.to_string()))?;
    out.push('\n');
    print_exactly(text, matches, &out)
}

/// The file that was named; `-` is standard output.
fn output(matches: &ArgMatches) -> Option<&str> {
    let named = matches.try_get_one::<String>("output").ok().flatten();
    named.map(String::as_str).filter(|named| *named != "-")
}

/// Writes to standard output.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn show(out: &str) -> Result<(), Fail> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush()).map_err(Fail::from)
}

fn write(text: &Text, matches: &ArgMatches, path: &str, out: &str, readers: Readers) -> Result<(), Fail> {
    let overwrite = matches.try_get_one::<bool>("force").ok().flatten() == Some(&true);
    let path = Path::new(path);
    match save::save_bytes(out.as_bytes(), path, overwrite, readers) {
        Ok(path) => {
            tell(&text.print_saved(path.display().to_string()));
            Ok(())
        }
        Err(error) => Err(unsaved(text, &error, path)),
    }
}

/// The request's fault where another name would do, the program's where it would not.
pub(super) fn unsaved(text: &Text, error: &SaveError, path: &Path) -> Fail {
    match error {
        SaveError::Full | SaveError::Other(_) => Fail::program(error.told(text, path)),
        _ => Fail::Request(vec![error.told(text, path)]),
    }
}
