//! Standard output and standard error.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;

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

/// Whether a line that says that something is at work stands on the terminal, and
/// whether what was asked for was said: then no such line comes any more.
static AT_WORK: Mutex<(bool, bool)> = Mutex::new((false, false));

/// Something is going to be said: a line of what is at work makes room; for good where
/// it is what was asked for.
fn make_room(is_answer: bool) {
    let Ok(mut state) = AT_WORK.lock() else { return };
    if state.0 {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
    *state = (false, state.1 || is_answer);
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
    make_room(false);
    let _ = writeln!(io::stderr(), "{}", Shown::lines(message));
}

/// Writes to standard output.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn show(out: &str) -> io::Result<()> {
    make_room(true);
    let mut stdout = io::stdout().lock();
    stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush())
}

/// Says on a terminal, from the first second on, that a command is at work and for how
/// long; until it says something itself, or is done.
pub(super) struct Waiting {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Waiting {
    /// Begins to wait; `at_work` makes the line of the seconds. Where standard error is
    /// no terminal nobody would see it.
    pub(super) fn begin(at_work: impl Fn(u64) -> String + Send + 'static) -> Self {
        const SECOND: Duration = Duration::from_secs(1);
        if is_quiet() || !io::stderr().is_terminal() {
            return Self { stop: None, thread: None };
        }
        let (stop, stopped) = channel();
        let wait = move || {
            for seconds in 1.. {
                if stopped.recv_timeout(SECOND) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
                let Ok(mut state) = AT_WORK.lock() else { return };
                if state.1 {
                    return;
                }
                // Nobody left to tell when this fails.
                let _ =
                    write!(io::stderr(), "\r\x1b[K{}", at_work(seconds)).and_then(|()| io::stderr().flush());
                state.0 = true;
            }
        };
        Self { stop: Some(stop), thread: Some(thread::spawn(wait)) }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
            make_room(true);
        }
    }
}
