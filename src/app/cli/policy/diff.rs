//! `yidi policy diff`: what changed between two data folders, or between the
//! program's own data and a folder.

use std::path::Path;

use clap::ArgMatches;

use super::{broken, folder};
use crate::cli::fail::Fail;
use crate::report::{DiffReport, diff_json, diff_text};
use crate::words::Text;
use yidi_core::policy::Book;
use yidi_core::policy::audit::{DiffError, diff as compare};

/// Prints what differs. That something does is no failure.
///
/// # Errors
/// Where a folder cannot be read.
pub(super) fn diff(text: &Text, matches: &ArgMatches) -> Result<(), Fail> {
    let named = |name| matches.get_one::<String>(name).cloned();
    let (old, new) = match (named("dir-a"), named("dir-b")) {
        (first, Some(second)) => (first, Some(second)),
        (only, None) => (None, only),
    };
    let (old_book, new_book) = (book(text, old.as_deref())?, book(text, new.as_deref())?);
    let differences = compare(&old_book, &new_book).map_err(|error| match error {
        DiffError::File(error) => broken(text, &error),
        DiffError::Twice(id) => Fail::Request(vec![text.diff_twice(id)]),
    })?;
    let compared = DiffReport { old: (old, &old_book), new: (new, &new_book), differences };
    if matches.get_flag("json") {
        crate::cli::out::print_json(
            text,
            matches,
            &diff_json(&compared).map_err(|error| broken(text, &error))?,
        )
    } else {
        crate::cli::out::print(text, matches, &diff_text(text, &compared))
    }
}

fn book(text: &Text, dir: Option<&str>) -> Result<Book, Fail> {
    dir.map_or_else(|| crate::cli::embedded(text), |dir| folder::read_whole(text, Path::new(dir)))
}
