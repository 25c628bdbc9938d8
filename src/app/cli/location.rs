//! `yidi where`: every place the program reads or writes of itself.

use std::path::PathBuf;

use clap::Command;
use serde_json::{Value as Json, json};

use super::fail::Fail;
use super::option::{file, flag, folder, with_help, with_output};
use super::out;
use super::run::Run;
use crate::folders;
use crate::words::Text;
use crate::words::width::{pad_right, width};

/// How the command is called.
pub(super) fn command(text: &Text) -> Command {
    let command = with_help(text, Command::new("where").about(text.cmd_where()))
        .arg(folder("data", text.arg_data()))
        .arg(file("cases", text.arg_cases()))
        .arg(flag("json", text.arg_json()));
    with_output(text, command)
}

/// A place, and what stands there.
struct UsedPlace {
    key: &'static str,
    name: String,
    /// None where the user has no home.
    path: Option<PathBuf>,
    /// What was named decides, else what is usual.
    is_there: bool,
}

/// Prints the places of this run: what options, environment and settings name, else
/// the usual ones.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let text = run.text;
    let places = places(run);
    let as_json = || {
        let mut object = json!({ "format": "yidi.where/1" });
        for place in &places {
            let path = place.path.as_ref().map(|path| path.display().to_string());
            object[place.key] = json!({ "path": path, "exists": place.is_there });
        }
        Ok::<Json, Fail>(object)
    };
    out::print_either(run, as_json, || Ok(lines(text, &places)))
}

/// The places one a line.
pub(super) fn told(run: &Run<'_>) -> String {
    lines(run.text, &places(run))
}

fn lines(text: &Text, places: &[UsedPlace]) -> String {
    let widest = places.iter().map(|place| width(&place.name)).max().unwrap_or_default();
    let line = |place: &UsedPlace| {
        let path = match &place.path {
            None => text.where_no_home(),
            Some(path) if place.is_there => path.display().to_string(),
            Some(path) => text.where_not_there(path.display().to_string()),
        };
        format!("{}  {path}\n", pad_right(&place.name, widest))
    };
    places.iter().map(line).collect()
}

fn places(run: &Run<'_>) -> [UsedPlace; 4] {
    let text = run.text;
    let place = |key, name, path: Option<PathBuf>| {
        let path = path.map(|path| std::path::absolute(&path).unwrap_or(path));
        let is_there = path.as_ref().is_some_and(|path| path.exists());
        UsedPlace { key, name, path, is_there }
    };
    let settings = run.settings_file.clone().or_else(folders::settings);
    let overlay = run.settings.data.clone().or_else(folders::overlay);
    let cases = run.settings.cases.clone().or_else(folders::case_book);
    [
        place("program", text.where_program(), std::env::current_exe().ok()),
        place("settings", text.where_settings(), settings),
        place("data", text.where_data(), overlay),
        place("cases", text.where_cases(), cases),
    ]
}
