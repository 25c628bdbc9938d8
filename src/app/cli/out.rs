//! Where the text of a command goes: standard output, or a file.

use std::path::Path;

use serde_json::Value as Json;

use super::fail::Fail;
use super::run::Run;
use super::stream::{show, tell};
use crate::guard::Shown;
use crate::save;
use crate::save::{Readers, SaveError};
use crate::words::Text;

/// Prints text for people.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    let out = Shown::lines(out);
    let Some(path) = output(run) else { return Ok(show(out.as_str())?) };
    // Older editors on Windows take a text without the mark for GBK.
    let is_text = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let mark = if is_text { "\u{feff}" } else { "" };
    write(run, path, format!("{mark}{out}").as_bytes(), Readers::Usual)
}

/// Prints text for programs: to a file as well it goes as it is.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print_exactly(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    send(run, out, Readers::Usual)
}

/// The same with people's cases in it: a file is for its owner alone.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print_private(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    send(run, out, Readers::Owner)
}

/// Writes what is no text to a file for its owner alone.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn save_private(run: &Run<'_>, path: &Path, bytes: &[u8]) -> Result<(), Fail> {
    write(run, path, bytes, Readers::Owner)
}

/// Writes text for programs to a file that an option names; `-` is standard output.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn save_exactly(run: &Run<'_>, path: &Path, out: &str) -> Result<(), Fail> {
    if path.as_os_str() == "-" { Ok(show(out)?) } else { write(run, path, out.as_bytes(), Readers::Usual) }
}

fn send(run: &Run<'_>, out: &str, readers: Readers) -> Result<(), Fail> {
    match output(run) {
        Some(path) => write(run, path, out.as_bytes(), readers),
        None => Ok(show(out)?),
    }
}

fn print_json(run: &Run<'_>, json: &Json) -> Result<(), Fail> {
    let mut out = serde_json::to_string_pretty(json).map_err(|error| Fail::program(error.to_string()))?;
    out.push('\n');
    print_exactly(run, &out)
}

/// Prints JSON where it is asked for, else text for people.
///
/// # Errors
/// Where it cannot be made or written.
pub(super) fn print_either(
    run: &Run<'_>,
    json: impl FnOnce() -> Result<Json, Fail>,
    words: impl FnOnce() -> Result<String, Fail>,
) -> Result<(), Fail> {
    if run.is_set("json") { print_json(run, &json()?) } else { print(run, &words()?) }
}

/// The file that was named; `-` is standard output.
pub(super) fn output<'r>(run: &Run<'r>) -> Option<&'r Path> {
    run.path("output").filter(|named| *named != "-")
}

fn write(run: &Run<'_>, path: &Path, out: &[u8], readers: Readers) -> Result<(), Fail> {
    match save::save_bytes(out, path, run.is_set("force"), readers) {
        Ok(path) => {
            tell(&run.text.print_saved(path.display().to_string()));
            Ok(())
        }
        Err(error) => Err(unsaved(run.text, &error, path)),
    }
}

/// The request's fault where another name would do, the program's where it would not.
pub(super) fn unsaved(text: &Text, error: &SaveError, path: &Path) -> Fail {
    match error {
        SaveError::Full | SaveError::Other(_) => Fail::program(error.told(text, path)),
        _ => Fail::Request(vec![error.told(text, path)]),
    }
}
