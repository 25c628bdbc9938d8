//! The policy data of a run: what the program carries, and an agency's overlay
//! folder where there is one.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use jiff::civil::Date;

use super::fail::Fail;
use crate::guard;
use crate::guard::read_file;
use crate::screen::PolicyData;
use crate::words::Text;
use yidi_core::policy::audit::SetAside;

/// The environment variable that names an overlay folder.
const VARIABLE: &str = "YIDI_DATA";

/// The embedded data with the overlay laid over it. The folder is the one
/// given, else that of the environment, else that of the settings, else that in the
/// user's data directory.
///
/// A wrong file is left aside whole and told of; the rest goes on.
///
/// # Errors
/// Where the embedded data cannot be read, or the folder given is not there.
pub(super) fn load(
    text: &Text,
    given: Option<&str>,
    set: Option<&Path>,
    today: Date,
) -> Result<PolicyData, Fail> {
    let mut book = super::embedded(text)?;
    let mut set_aside = Vec::new();
    if let Some(folder) = folder(text, given, set)? {
        let files = ron_files(&folder).map_err(|_| missing(text, &folder))?;
        for path in files {
            let name = path.display().to_string();
            let laid = match read_file(&path, guard::POLICY) {
                Ok(content) => book.overlay(&name, &content, today),
                Err(error) => {
                    set_aside.push(SetAside::Unread { file: name, why: text.read_error(&error) });
                    continue;
                }
            };
            let wrong = laid.err().and_then(|findings| findings.into_iter().next());
            set_aside.extend(wrong.map(SetAside::Wrong));
        }
    }
    Ok(PolicyData { book, set_aside })
}

/// The files of a folder whose name ends in `.ron`, in the order of their names.
///
/// # Errors
/// Where the folder cannot be read.
pub(super) fn ron_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries: std::io::Result<Vec<PathBuf>> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut files = entries?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    files.sort();
    Ok(files)
}

fn missing(text: &Text, folder: &Path) -> Fail {
    Fail::Request(vec![text.fault_dir(folder.display().to_string())])
}

fn folder(text: &Text, given: Option<&str>, set: Option<&Path>) -> Result<Option<PathBuf>, Fail> {
    if let Some(given) = given {
        let folder = PathBuf::from(given);
        return if folder.is_dir() { Ok(Some(folder)) } else { Err(missing(text, &folder)) };
    }
    if let Some(named) = std::env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        let folder = PathBuf::from(named);
        return if folder.is_dir() { Ok(Some(folder)) } else { Err(missing(text, &folder)) };
    }
    if let Some(folder) = set {
        return if folder.is_dir() { Ok(Some(folder.to_owned())) } else { Err(missing(text, folder)) };
    }
    let own = etcetera::choose_base_strategy().ok().map(|base| base.data_dir().join("yidi/policy"));
    Ok(own.filter(|folder| folder.is_dir()))
}
