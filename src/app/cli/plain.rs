//! `yidi --plain`, and `yidi` where there is no screen.

use std::io::IsTerminal;

use super::fail::Fail;
use super::run::Run;
use crate::desk::Office;
use crate::lines;
use crate::lines::LinesError;
use crate::settings::Settings;

/// Whether one question a line is wanted: asked for, or nothing else can be shown.
pub(super) fn is_wanted(settings: &Settings) -> bool {
    let is_dumb = || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    settings.plain == Some(true)
        || is_dumb()
        || !std::io::stdin().is_terminal()
        || !std::io::stdout().is_terminal()
}

/// Asks the questions of the wizard one a line.
///
/// # Errors
/// Where the data cannot be read, or the input ends before the case is whole.
pub(super) fn run(run: &Run<'_>, office: &Office) -> Result<(), Fail> {
    let (text, today) = (run.text, *run.today);
    let data = run.data(today)?;
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
