//! The built program with its input and output in pipes.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

/// The program with these arguments, nothing of the environment and no terminal.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yidi"));
    command.args(arguments).env_clear().stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the program says when these bytes are its whole input.
pub(crate) fn fed(arguments: &[&str], input: &[u8]) -> Output {
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
pub(crate) fn unread(arguments: &[&str]) -> Output {
    let mut child = program(arguments).stdin(Stdio::null()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait_with_output().unwrap()
}
