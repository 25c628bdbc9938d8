//! `yidi --plain`, and `yidi` where there is no screen.

use std::io::IsTerminal;

use super::fail::Fail;
use super::run::Run;
use super::stream::tell;
use crate::desk::Office;
use crate::lines;
use crate::lines::LinesError;
use crate::settings::Settings;

/// Why one question a line is asked: it is wanted, or nothing else can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyLines {
    /// A setting asks for it.
    Asked,
    /// Input or output is no terminal.
    Piped,
    /// The terminal takes no orders, and would show them.
    NoOrders,
}

/// Whether one question a line is asked, and why.
pub(super) fn why(settings: &Settings) -> Option<WhyLines> {
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    why_of(settings.plain == Some(true), is_terminal, takes_orders)
}

fn why_of(is_asked: bool, is_terminal: bool, takes_orders: impl FnOnce() -> bool) -> Option<WhyLines> {
    match (is_asked, is_terminal) {
        (true, _) => Some(WhyLines::Asked),
        (false, false) => Some(WhyLines::Piped),
        (false, true) => (!takes_orders()).then_some(WhyLines::NoOrders),
    }
}

/// Whether the terminal takes orders: a dumb one does not.
#[cfg(not(windows))]
fn takes_orders() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Whether the console takes orders: one of before Windows 10 does not, nor one that
/// is set to behave as such.
#[cfg(windows)]
fn takes_orders() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        && ratatui::crossterm::ansi_support::supports_ansi()
}

/// Asks the questions of the wizard one a line.
///
/// # Errors
/// Where the data cannot be read, or the input ends before the case is whole.
pub(super) fn run(run: &Run<'_>, office: &Office, why: WhyLines) -> Result<(), Fail> {
    let (text, today) = (run.text, *run.today);
    let data = run.data(today)?;
    if why == WhyLines::NoOrders {
        tell(&text.plain_no_orders());
    }
    lines::run(text, &data, today, office).map_err(|stop| match stop {
        LinesError::Missing(problems) => {
            let mut messages = vec![text.plain_ended()];
            messages.extend(problems.iter().map(|problem| text.problem(problem)));
            Fail::Request(messages)
        }
        LinesError::Refused(field) => Fail::Request(vec![text.plain_ended_refused(text.field(field))]),
        LinesError::NoAnswers(lines) => {
            Fail::Request(vec![text.plain_no_answers(u64::try_from(lines).unwrap_or(u64::MAX))])
        }
        LinesError::NotWritten => Fail::Request(vec![text.plain_ended_unwritten()]),
        LinesError::NoEstimate(error) => match Fail::estimate(text, &error) {
            // It was said as the result.
            Fail::Request(_) => Fail::Printed,
            other => other,
        },
        LinesError::Failed(error) => error.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_is_left_out_where_it_is_not_wanted_or_cannot_be_drawn() {
        assert_eq!(why_of(false, true, || true), None);
        assert_eq!(why_of(false, true, || false), Some(WhyLines::NoOrders));
        assert_eq!(why_of(false, false, || true), Some(WhyLines::Piped));
        for is_terminal in [true, false] {
            assert_eq!(why_of(true, is_terminal, || panic!("not asked")), Some(WhyLines::Asked));
        }
    }
}
