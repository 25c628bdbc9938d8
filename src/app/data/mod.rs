//! The policy data of a run: what the program carries, and an agency's overlay
//! folder laid over it where there is one.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::guard;
use crate::guard::read_file;
use crate::words::Text;
use yidi_core::policy::audit::SetAside;
use yidi_core::policy::{Book, FileError};

/// The policy data of a run.
#[derive(Debug)]
pub struct PolicyData {
    /// All figures.
    pub book: Book,
    /// Overlay files that were left aside.
    pub set_aside: Vec<SetAside>,
}

/// Why there is no policy data.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// What the program carries cannot be read.
    #[error(transparent)]
    Embedded(#[from] FileError),
    /// The overlay folder that was named is not there.
    #[error("{0}: no such folder")]
    NoFolder(PathBuf),
}

/// The embedded data with the overlay folder laid over it.
///
/// A wrong file is left aside whole and told of, in the language of `text`; the
/// rest goes on.
///
/// # Errors
/// Where the embedded data cannot be read, or the folder is not there.
pub fn load(text: &Text, overlay: Option<&Path>, today: Date) -> Result<PolicyData, DataError> {
    let mut book = Book::embedded()?;
    let mut set_aside = Vec::new();
    let Some(folder) = overlay else { return Ok(PolicyData { book, set_aside }) };
    let files = ron_files(folder).map_err(|_| DataError::NoFolder(folder.to_owned()))?;
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
    Ok(PolicyData { book, set_aside })
}

/// The files of a folder whose name ends in `.ron`, in the order of their names.
///
/// # Errors
/// Where the folder cannot be read.
pub fn ron_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries: std::io::Result<Vec<PathBuf>> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut files = entries?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ron"));
    files.sort();
    Ok(files)
}
