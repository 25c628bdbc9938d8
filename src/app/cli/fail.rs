//! How a command fails: what is said, and the exit code. The only place that
//! knows 0, 1, 2 and 3.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::stream::{complain, show};
use crate::data::DataError;
use crate::guard::on_giving_up;
use crate::screen::ScreenError;
use crate::words::Text;
use yidi_core::answers::Problem;
use yidi_core::estimate::EstimateError;

/// Why a command stops.
#[derive(Debug)]
pub enum Fail {
    /// The request was wrong: exit code 2.
    Request(Vec<String>),
    /// What was asked for has been printed already, and the request is at fault: exit code 2.
    Printed,
    /// All was done but for some rows, which say themselves what is wrong: exit code 3.
    BadRows,
    /// The program itself failed: exit code 1.
    Program(anyhow::Error),
    /// The wizard stopped without being asked to; told in words where it was started.
    Stopped(ScreenError),
    /// Help or version was asked for: printed, exit code 0.
    Shown(String),
}

impl Fail {
    /// The program itself failed, in words for the person who must act.
    pub(super) fn program(message: String) -> Self {
        Self::Program(anyhow::Error::msg(message))
    }

    /// Answers that cannot be taken, one message each.
    pub(super) fn problems(text: &Text, problems: &[Problem]) -> Self {
        Self::Request(problems.iter().map(|problem| text.problem(problem)).collect())
    }

    /// No estimate: the request's fault where the data says nothing for it.
    pub(super) fn estimate(text: &Text, error: &EstimateError) -> Self {
        let message = text.estimate_error(error);
        match error {
            EstimateError::NoBill | EstimateError::NoRate { .. } => Self::Request(vec![message]),
            EstimateError::File(_) | EstimateError::Clash(_) => Self::program(message),
        }
    }

    /// No policy data: the request's fault where it named an overlay folder.
    pub(super) fn data(text: &Text, error: &DataError) -> Self {
        match error {
            DataError::Embedded(error) => Self::broken(text, error),
            DataError::NoFolder(folder) => Self::no_folder(text, folder),
        }
    }

    /// The program's own data is at fault.
    pub(super) fn broken(text: &Text, error: &impl ToString) -> Self {
        Self::program(text.data_broken(error.to_string()))
    }

    /// There is no folder of that name.
    pub(super) fn no_folder(text: &Text, folder: &Path) -> Self {
        Self::Request(vec![text.fault_dir(folder.display().to_string())])
    }

    /// Says it on standard error and gives the exit code. A reader who went
    /// away is no failure.
    pub(super) fn report(self, text: &Text) -> ExitCode {
        let (messages, code) = match self {
            Self::Shown(shown) => match show(&shown) {
                Ok(()) => return ExitCode::SUCCESS,
                Err(error) => return Self::from(error).report(text),
            },
            Self::Printed => return ExitCode::from(2),
            Self::BadRows => return ExitCode::from(3),
            Self::Request(messages) => (messages, 2),
            Self::Stopped(ScreenError::Terminal(error)) => {
                (vec![text.system_failed(text.io_error(&error))], 1)
            }
            Self::Stopped(stop) => (vec![stop.to_string()], 1),
            Self::Program(error) if is_broken_pipe(&error) => return ExitCode::SUCCESS,
            Self::Program(error) => match error.downcast_ref() {
                Some(error) => (vec![text.system_failed(text.io_error(error))], 1),
                None => (vec![format!("{error:#}")], 1),
            },
        };
        for message in messages {
            let (first, rest) = message
                .split_once('\n')
                .map_or((message.as_str(), None), |(first, rest)| (first, Some(rest)));
            complain(&text.error_line(first));
            if let Some(rest) = rest {
                complain(rest);
            }
        }
        ExitCode::from(code)
    }
}

/// Where a reader that is not ours gives up over a file, the file is told of.
pub(super) fn tell_of_workbook(text: &Text, name: &str) {
    let message = text.error_line(text.workbook_damaged(name, text.system_data()));
    on_giving_up(Box::new(move || {
        complain(&message);
        std::process::exit(2);
    }));
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

impl From<ScreenError> for Fail {
    fn from(stop: ScreenError) -> Self {
        Self::Stopped(stop)
    }
}

impl From<io::Error> for Fail {
    fn from(error: io::Error) -> Self {
        Self::Program(error.into())
    }
}
