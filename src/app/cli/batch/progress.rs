//! How far a run has come, in one line of the terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::batch::Progress;
use crate::cli::stream::is_quiet;
use crate::words::Text;

/// Drawn at most so often.
const PAUSE: Duration = Duration::from_millis(200);
const WIDTH: u64 = 24;

/// A line that is written over; none where nobody sees it.
pub(super) struct ProgressBar<'t> {
    text: &'t Text,
    length: Option<u64>,
    begun: Instant,
    /// None where standard error is no terminal, or the rows go there as well.
    drawn: Option<Instant>,
    is_there: bool,
}

impl<'t> ProgressBar<'t> {
    pub(super) fn of(text: &'t Text, length: Option<u64>, to_file: bool) -> Self {
        let seen = !is_quiet() && io::stderr().is_terminal() && (to_file || !io::stdout().is_terminal());
        let begun = Instant::now();
        Self { text, length, begun, drawn: seen.then_some(begun), is_there: false }
    }

    pub(super) fn show(&mut self, now: Progress) {
        let Some(drawn) = self.drawn.filter(|drawn| drawn.elapsed() >= PAUSE) else { return };
        self.drawn = Some(drawn + drawn.elapsed());
        self.is_there = true;
        let taken = self.begun.elapsed().as_secs_f64();
        let speed = per_second(now.rows, taken);
        let left = self.length.and_then(|length| seconds_left(now.read, length, taken));
        let left = left.map(|seconds| self.text.batch_left(clock(seconds))).unwrap_or_default();
        let bar = self.length.filter(|length| *length > 0).map_or_else(String::new, |length| {
            let percent = (now.read * 100 / length).min(100);
            let full = percent * WIDTH / 100;
            let line: String = (0..WIDTH).map(|place| if place < full { '#' } else { '-' }).collect();
            format!("[{line}] {percent:3} % ")
        });
        let (rows, speed) = (self.text.count(now.rows), self.text.count(speed));
        let line = if now.is_sorting {
            self.text.batch_sorting(bar, rows, speed)
        } else {
            self.text.batch_progress(bar, rows, speed, left)
        };
        // Nobody left to tell when this fails.
        let _ = write!(io::stderr(), "\r\x1b[K{line}").and_then(|()| io::stderr().flush());
    }

    pub(super) fn clear(&mut self) {
        if self.is_there {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// So many in a second.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub(super) fn per_second(count: u64, seconds: f64) -> u64 {
    // For people: the last digits do not count.
    if seconds > 0.0 { (count as f64 / seconds) as u64 } else { count }
}

/// So many seconds are left of a run that goes on as it began; nothing in its first
/// seconds, which tell little.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn seconds_left(read: u64, length: u64, taken: f64) -> Option<u64> {
    const ENOUGH: f64 = 2.0;
    let rest = length.saturating_sub(read) as f64 / read.max(1) as f64;
    (taken >= ENOUGH && read > 0).then(|| (taken * rest).ceil() as u64)
}

/// `0:05`, `12:30`, `1:00:00`.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_rows_by_seconds() {
        assert_eq!((per_second(1_000, 0.5), per_second(7, 0.0)), (2_000, 7));
    }

    #[test]
    fn what_is_left_is_reckoned_from_what_was_done() {
        assert_eq!(seconds_left(25, 100, 10.0), Some(30));
        assert_eq!(seconds_left(100, 100, 10.0), Some(0));
        assert_eq!((seconds_left(0, 100, 10.0), seconds_left(50, 100, 1.0)), (None, None));
        assert_eq!([5, 750, 3_600].map(clock), ["0:05", "12:30", "1:00:00"]);
    }
}
