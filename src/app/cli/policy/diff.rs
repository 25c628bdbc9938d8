//! `yidi policy diff`: what changed between two data folders, or between the
//! program's own data and a folder.

use std::path::Path;

use super::folder;
use crate::cli::fail::Fail;
use crate::cli::out;
use crate::cli::run::Run;
use crate::report::{DiffReport, diff_json, diff_text};
use crate::words::Text;
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
    let (old_book, new_book) = (book(text, old.as_deref())?, book(text, new.as_deref())?);
    let differences = diff(&old_book, &new_book).map_err(|error| match error {
        DiffError::File(error) => Fail::broken(text, &error),
        DiffError::Twice(id) => Fail::Request(vec![text.diff_twice(id)]),
    })?;
    let compared = DiffReport { old: (old, &old_book), new: (new, &new_book), differences };
    let json = || diff_json(&compared).map_err(|error| Fail::broken(text, &error));
    out::print_either(run, json, || Ok(diff_text(text, &compared)))
}

fn book(text: &Text, dir: Option<&str>) -> Result<Book, Fail> {
    match dir {
        Some(dir) => folder::read_whole(text, Path::new(dir)),
        None => Book::embedded().map_err(|error| Fail::broken(text, &error)),
    }
}
