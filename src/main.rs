//! The `yidi` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    yidi::cli::run(std::env::args_os(), yidi::clock::today)
}
