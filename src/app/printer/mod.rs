//! The printer, and the program that shows a file: both are commands of the system.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::guard::SystemError;
use crate::words::Text;

/// A printer takes a sheet within so long: it only queues it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program that cannot show a file says so within so long.
const GLANCE: Duration = Duration::from_millis(400);

/// The setting on Windows that lets the shell print.
pub(crate) const SHELL: &str = "shell";

/// What prints the sheets of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Printer {
    /// Nothing: sheets are files.
    #[default]
    None,
    /// This command, as it was set.
    Set(String),
    /// This command is there; whether it is meant was not asked yet.
    Found(String),
}

impl Printer {
    /// What a setting says: nothing where it is empty, what is there where it is not
    /// set at all.
    pub(crate) fn of(set: Option<&str>) -> Self {
        match set.map(str::trim) {
            Some("") => Self::None,
            Some(command) => Self::Set(command.to_owned()),
            None => found().map_or(Self::None, Self::Found),
        }
    }
}

/// Why nothing was printed or shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PrinterError {
    /// There is no such command.
    #[error("{0}: no such command")]
    NoCommand(String),
    /// The command said no.
    #[error("{command}: {said}")]
    Refused {
        /// The command.
        command: String,
        /// What it said, else its exit code.
        said: String,
    },
    /// It took too long and was ended.
    #[error("{0} did not end")]
    Hangs(String),
    /// The system failed.
    #[error("{0}: {1}")]
    Failed(String, SystemError),
}

impl PrinterError {
    /// It in words for the person who must act.
    pub(crate) fn told(&self, text: &Text) -> String {
        match self {
            Self::NoCommand(command) => text.printer_missing(command.as_str()),
            Self::Refused { command, said } => text.printer_refused(command.as_str(), said.as_str()),
            Self::Hangs(command) => text.printer_hangs(command.as_str()),
            Self::Failed(command, error) => text.printer_refused(command.as_str(), text.system_error(error)),
        }
    }
}

/// The usual command for printing, where the machine has one.
pub(crate) fn found() -> Option<String> {
    if cfg!(windows) {
        return Some(SHELL.to_owned());
    }
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let is_there = |name: &&str| folders.iter().any(|folder| folder.join(name).is_file());
    ["lp", "lpr"].into_iter().find(is_there).map(str::to_owned)
}

/// Hands a sheet (PDF) to the printing command, on its standard input: no file of it
/// is left anywhere.
///
/// # Errors
/// Where there is no such command, or it fails.
pub(crate) fn print(command: &str, sheet: &[u8]) -> Result<(), PrinterError> {
    if cfg!(windows) && command == SHELL {
        return by_shell(sheet);
    }
    let mut child = begun(command, &[], Stdio::piped())?;
    let mut input = child.stdin.take();
    let sheet = sheet.to_vec();
    // A command that fails early reads nothing.
    let fed = thread::spawn(move || input.as_mut().map_or(Ok(()), |input| input.write_all(&sheet)));
    let ended = ended(&mut child, PATIENCE)
        .map_err(|error| PrinterError::Failed(command.to_owned(), error.into()))?;
    let Some(status) = ended else {
        let _ = child.kill().and_then(|()| child.wait());
        return Err(PrinterError::Hangs(command.to_owned()));
    };
    let _ = fed.join();
    judged(command, status, &mut child)
}

/// Windows prints files alone.
fn by_shell(sheet: &[u8]) -> Result<(), PrinterError> {
    let name = format!("yidi-{}.pdf", std::process::id());
    let path = std::env::temp_dir().join(name);
    let failed = |error: io::Error| PrinterError::Failed(SHELL.to_owned(), error.into());
    std::fs::write(&path, sheet).map_err(failed)?;
    let order = format!("Start-Process -Verb Print -FilePath '{}'", path.display());
    let mut child = begun("powershell", &["-NoProfile", "-Command", &order], Stdio::null())?;
    let ended = ended(&mut child, PATIENCE).map_err(failed)?;
    ended.map_or(Ok(()), |status| judged("powershell", status, &mut child))
}

/// Shows a file in the program that the system has for it.
///
/// # Errors
/// Where there is none.
pub(crate) fn show(path: &Path) -> Result<(), PrinterError> {
    let path = path.display().to_string();
    let (command, words): (&str, Vec<&str>) = match () {
        () if cfg!(windows) => ("cmd", vec!["/c", "start", "", &path]),
        () if cfg!(target_os = "macos") => ("open", vec![&path]),
        () => ("xdg-open", vec![&path]),
    };
    let mut child = begun(command, &words, Stdio::null())?;
    if let Ok(Some(status)) = ended(&mut child, GLANCE) {
        return judged(command, status, &mut child);
    }
    // It is at it; somebody must hear of its end.
    thread::spawn(move || child.wait());
    Ok(())
}

fn begun(command: &str, more: &[&str], input: Stdio) -> Result<Child, PrinterError> {
    let words = shlex::split(command).unwrap_or_default();
    let missing = || PrinterError::NoCommand(command.to_owned());
    let (program, words) = words.split_first().ok_or_else(missing)?;
    let mut command = Command::new(program);
    command.args(words).args(more).stdin(input).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().map_err(|_| missing())
}

/// Waits so long for its end.
fn ended(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if begun.elapsed() >= patience {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// What came of it: what a command says when it fails is the reason.
fn judged(command: &str, status: ExitStatus, child: &mut Child) -> Result<(), PrinterError> {
    const MOST: u64 = 400;
    if status.success() {
        return Ok(());
    }
    let mut said = Vec::new();
    if let Some(stderr) = child.stderr.take() {
        // Whatever it said until then.
        let _ = stderr.take(MOST).read_to_end(&mut said);
    }
    let said = String::from_utf8_lossy(&said).trim().lines().next().map(str::to_owned);
    let said = said.filter(|said| !said.is_empty()).unwrap_or_else(|| status.to_string());
    Err(PrinterError::Refused { command: command.to_owned(), said })
}
