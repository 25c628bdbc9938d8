//! `yidi --version`.

use super::fail::Fail;
use super::run::Run;
use super::stream::show;
use yidi_core::policy::Book;

/// Prints the program's version, and of which day its data is.
///
/// # Errors
/// Where the data cannot be read, or nothing be written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let gathered = gathered(run)?;
    Ok(show(&format!("{}\n", run.text.version_line(env!("CARGO_PKG_VERSION"), gathered)))?)
}

/// The day of which the embedded data is.
///
/// # Errors
/// Where the data cannot be read.
pub(super) fn gathered(run: &Run<'_>) -> Result<String, Fail> {
    let book = Book::embedded().map_err(|error| Fail::broken(run.text, &error))?;
    Ok(book.nation().gathered.to_string())
}
