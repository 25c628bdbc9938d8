//! `yidi --version`; with `--verbose` also where things are, and whose.

use super::fail::Fail;
use super::location;
use super::policy::in_place;
use super::run::Run;
use super::stream::show;
use crate::guard::Shown;
use yidi_core::policy::Book;

/// Prints the program's version, and of which day its data is; all places and whose
/// own figures hold where more is asked for.
///
/// # Errors
/// Where the data cannot be read, or nothing be written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let gathered = gathered(run)?;
    let mut told = format!("{}\n", run.text.version_line(env!("CARGO_PKG_VERSION"), gathered));
    if run.is_set("verbose") {
        told.push_str(&location::told(run));
        told.extend(in_place(run)?.into_iter().map(|file| format!("{file}\n")));
    }
    Ok(show(Shown::lines(&told).as_str())?)
}

/// The day of which the embedded data is.
///
/// # Errors
/// Where the data cannot be read.
pub(super) fn gathered(run: &Run<'_>) -> Result<String, Fail> {
    let book = Book::embedded().map_err(|error| Fail::broken(run.text, &error))?;
    Ok(book.nation().gathered.to_string())
}
