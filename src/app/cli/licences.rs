//! `yidi licences`: the notices of everything that is compiled into the program.

use clap::Command;
use miniz_oxide::inflate::decompress_to_vec_zlib;

use super::fail::Fail;
use super::option::with_help;
use super::out;
use super::run::Run;
use crate::words::Text;

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/licences.z"));

/// How the command is called.
pub(super) fn command(text: &Text) -> Command {
    with_help(text, Command::new("licences").visible_alias("licenses").about(text.cmd_licences()))
}

/// Prints the program's own licence and all others.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let others = decompress_to_vec_zlib(PACKED).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let others = others.ok_or_else(|| Fail::broken(run.text, &"licences"))?;
    out::publish_exactly(run, &format!("{}\n{others}", include_str!("../../../LICENSE")))
}
