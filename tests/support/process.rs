//! The built program with its input and output in pipes.

use std::ffi::OsString;
use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

/// Arguments: a list, or a line as it is typed, in which `'…'` keeps blanks
/// together.
pub(crate) trait Arguments {
    fn words(&self) -> Vec<OsString>;
}

impl Arguments for &str {
    fn words(&self) -> Vec<OsString> {
        let mut words = Vec::new();
        let mut rest = self.trim_start();
        while !rest.is_empty() {
            let (word, after) = match rest.strip_prefix('\'') {
                Some(quoted) => quoted.split_once('\'').unwrap_or((quoted, "")),
                None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
            };
            words.push(word.into());
            rest = after.trim_start();
        }
        words
    }
}

impl Arguments for String {
    fn words(&self) -> Vec<OsString> {
        self.as_str().words()
    }
}

impl Arguments for &[&str] {
    fn words(&self) -> Vec<OsString> {
        self.iter().map(OsString::from).collect()
    }
}

impl<const N: usize> Arguments for &[&str; N] {
    fn words(&self) -> Vec<OsString> {
        self.as_slice().words()
    }
}

impl Arguments for &Vec<&str> {
    fn words(&self) -> Vec<OsString> {
        self.as_slice().words()
    }
}

/// The program with these arguments, nothing of the environment and no terminal.
pub(crate) fn program(arguments: impl Arguments) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yidi"));
    command.args(arguments.words()).env_clear().stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the program says without any input.
pub(crate) fn yidi(arguments: impl Arguments) -> Output {
    program(arguments).stdin(Stdio::null()).output().unwrap()
}

/// The JSON it prints.
pub(crate) fn json(arguments: impl Arguments) -> Value {
    let output = yidi(arguments);
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What it said on standard error.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What it printed.
pub(crate) fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it prints on a line that it takes.
pub(crate) fn succeeds(line: &str) -> String {
    let output = yidi(line);
    assert!(output.status.success(), "{line}: {}{}", said(&output), shown(&output));
    shown(&output)
}

/// Its message on a line that it refuses.
pub(crate) fn refused(line: &str) -> String {
    let output = yidi(line);
    assert_eq!(output.status.code(), Some(2), "{line}: {}", shown(&output));
    said(&output)
}

/// What the program says when these bytes are its whole input.
pub(crate) fn fed(arguments: impl Arguments, input: &[u8]) -> Output {
    feed(program(arguments).stdin(Stdio::piped()).spawn().unwrap(), input)
}

/// Feeds a program that was started, and waits for its end.
pub(crate) fn feed(mut child: Child, input: &[u8]) -> Output {
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let fed = thread::spawn(move || {
        // A program that refuses its input closes it early.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    fed.join().unwrap();
    output
}

/// What the program says to nobody: its reader has gone away.
pub(crate) fn unread(arguments: impl Arguments) -> Output {
    let mut child = program(arguments).stdin(Stdio::null()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait_with_output().unwrap()
}
