//! Standard output and standard error.

use std::io::{self, Write};

use crate::guard::Shown;

/// Says it on standard error: standard output is for what was asked for. Nobody
/// is left to tell when this fails.
pub(super) fn tell(message: &str) {
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
