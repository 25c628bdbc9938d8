//! `yidi policy diff`: what changed between two data folders, or between the
//! program's own data and a folder or an overlay.

use std::path::Path;

use super::folder;
use crate::cli::fail::Fail;
use crate::cli::out;
use crate::cli::run::Run;
use crate::data::{PolicyData, lay, overlay_files};
use crate::report::{DiffReport, diff_json, diff_text};
use yidi_core::policy::Book;
use yidi_core::policy::audit::{DiffError, diff};

/// Prints what differs. That something does is no failure.
///
/// # Errors
/// Where a folder cannot be read.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let named = |name| run.typed(name).map(str::to_owned);
    let (old, new) = match (named("dir-a"), named("dir-b")) {
        (first, Some(second)) => (first, Some(second)),
        (only, None) => (None, only),
    };
    let (old_book, new_book) = (book(run, old.as_deref())?, book(run, new.as_deref())?);
    let differences = diff(&old_book, &new_book).map_err(|error| match error {
        DiffError::File(error) => Fail::broken(text, &error),
        DiffError::Twice(id) => Fail::Request(vec![text.diff_twice(id)]),
    })?;
    let compared = DiffReport { old: (old, &old_book), new: (new, &new_book), differences };
    let json = || diff_json(&compared).map_err(|error| Fail::broken(text, &error));
    out::publish_either(run, json, || Ok(diff_text(text, &compared)))
}

/// The data of a place: a data folder as it is, an overlay laid over the
/// program's own.
fn book(run: &Run<'_>, place: Option<&str>) -> Result<Book, Fail> {
    let text = run.text;
    let embedded = || Book::embedded().map_err(|error| Fail::broken(text, &error));
    let Some(place) = place.map(Path::new) else { return embedded() };
    if place.join("nation.ron").exists() {
        return folder::read_whole(text, place);
    }
    let files = overlay_files(place).map_err(|_| Fail::no_folder(text, place))?;
    if files.is_empty() {
        return Err(Fail::no_folder(text, place));
    }
    let PolicyData { book, overlays } = lay(text, embedded()?, &files, *run.today);
    if overlays.set_aside.is_empty() {
        Ok(book)
    } else {
        Err(Fail::Request(overlays.set_aside.iter().map(|file| text.set_aside(file)).collect()))
    }
}
