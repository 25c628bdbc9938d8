//! Standard output and standard error.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::guard::Shown;

/// Remarks are not wanted in this run.
static QUIET: AtomicBool = AtomicBool::new(false);

/// From now on nothing is said but what is wrong.
pub(super) fn keep_quiet() {
    QUIET.store(true, Ordering::Relaxed);
}

/// Whether nothing is said but what is wrong.
pub(super) fn is_quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// Remarks on standard error: standard output is for what was asked for. Nothing
/// where quiet is wanted.
pub(super) fn tell(message: &str) {
    if !is_quiet() {
        complain(message);
    }
}

/// Says on standard error what is wrong. Nobody is left to tell when this fails.
pub(super) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "{}", Shown::lines(message));
}

/// Writes to standard output.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn show(out: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush())
}
