//! `yidi picture`: the screen after some keys, as a drawing for documents.

use clap::{Arg, Command};

use super::case;
use super::fail::Fail;
use super::option::{folder, option, with_help, with_output};
use super::out;
use super::run::Run;
use crate::screen::{PictureOf, picture};
use crate::words::Text;

/// Columns and rows between which a screen is drawn.
const LEAST: (u16, u16) = (60, 20);
const MOST: (u16, u16) = (300, 100);

/// The command and its options.
pub(super) fn command(text: &Text) -> Command {
    let command = Command::new("picture").about(text.cmd_picture());
    let command = with_help(text, command)
        .arg(Arg::new("keys").value_name("KEYS").help(text.arg_keys()).default_value(""))
        .arg(option("size", text.arg_size()))
        .arg(option("date", text.arg_day()))
        .arg(folder("data", text.arg_data()));
    with_output(text, command)
}

/// Draws the screen.
///
/// # Errors
/// Where the size or the day is none, or the data cannot be read.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let mut problems = Vec::new();
    let Some(date) = case::date(run, &mut problems) else {
        return Err(Fail::problems(text, &problems));
    };
    let size = run.typed("size").unwrap_or("80x24");
    let size = read(size).ok_or_else(|| Fail::Request(vec![text.size_wrong(size)]))?;
    let keys = run.typed("keys").unwrap_or_default();
    let book = run.book()?;
    out::print_exactly(run, &picture(&book, text, PictureOf { size, keys, today: date }))
}

fn read(size: &str) -> Option<(u16, u16)> {
    let (columns, rows) = size.split_once('x')?;
    let size = (columns.parse().ok()?, rows.parse().ok()?);
    let fits = (LEAST.0..=MOST.0).contains(&size.0) && (LEAST.1..=MOST.1).contains(&size.1);
    fits.then_some(size)
}
