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

/// Prints text for people. A file is for its owner alone, as a person's case may be in
/// it.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    text(run, out, Readers::Owner)
}

/// The same without anybody's case in it.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn publish(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    text(run, out, Readers::Usual)
}

fn text(run: &Run<'_>, out: &str, readers: Readers) -> Result<(), Fail> {
    let out = Shown::lines(out);
    let Some(path) = output(run) else { return Ok(show(out.as_str())?) };
    // Older editors on Windows take a text without the mark for GBK.
    let is_text = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let mark = if is_text { "\u{feff}" } else { "" };
    write(run, path, format!("{mark}{out}").as_bytes(), readers)
}

/// Prints text for programs: to a file as well it goes as it is.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn print_exactly(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    send(run, out, Readers::Owner)
}

/// The same without anybody's case in it.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn publish_exactly(run: &Run<'_>, out: &str) -> Result<(), Fail> {
    send(run, out, Readers::Usual)
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
    if path.as_os_str() == "-" { Ok(show(out)?) } else { write(run, path, out.as_bytes(), Readers::Owner) }
}

fn send(run: &Run<'_>, out: &str, readers: Readers) -> Result<(), Fail> {
    match output(run) {
        Some(path) => write(run, path, out.as_bytes(), readers),
        None => Ok(show(out)?),
    }
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
    if run.is_set("json") { print_exactly(run, &in_json(&json()?)?) } else { print(run, &words()?) }
}

/// The same without anybody's case in it.
///
/// # Errors
/// Where it cannot be made or written.
pub(super) fn publish_either(
    run: &Run<'_>,
    json: impl FnOnce() -> Result<Json, Fail>,
    words: impl FnOnce() -> Result<String, Fail>,
) -> Result<(), Fail> {
    if run.is_set("json") { publish_exactly(run, &in_json(&json()?)?) } else { publish(run, &words()?) }
}

fn in_json(json: &Json) -> Result<String, Fail> {
    let out = serde_json::to_string_pretty(json).map_err(|error| Fail::program(error.to_string()))?;
    Ok(out + "\n")
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
        SaveError::Full | SaveError::Unread(_) | SaveError::Other(_) => Fail::program(error.told(text, path)),
        _ => Fail::Request(vec![error.told(text, path)]),
    }
}
