//! How far a run has come, in one line of the terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::batch::Progress;
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
        let seen = io::stderr().is_terminal() && (to_file || !io::stdout().is_terminal());
        let begun = Instant::now();
        Self { text, length, begun, drawn: seen.then_some(begun), is_there: false }
    }

    pub(super) fn show(&mut self, now: Progress) {
        let Some(drawn) = self.drawn.filter(|drawn| drawn.elapsed() >= PAUSE) else { return };
        self.drawn = Some(drawn + drawn.elapsed());
        self.is_there = true;
        let speed = per_second(now.rows, self.begun.elapsed().as_secs_f64());
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
            self.text.batch_progress(bar, rows, speed)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_rows_by_seconds() {
        assert_eq!((per_second(1_000, 0.5), per_second(7, 0.0)), (2_000, 7));
    }
}
