//! The policy data of a run: what the program carries, and an agency's overlay
//! folder laid over it where there is one.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::guard;
use crate::guard::read_written;
use crate::words::Text;
use yidi_core::policy::audit::{Laid, SetAside};
use yidi_core::policy::{Book, FileError};

/// The policy data of a run.
#[derive(Debug)]
pub struct PolicyData {
    /// All figures.
    pub book: Book,
    /// What an agency has laid over them.
    pub overlays: Overlays,
}

/// The overlay files of a run.
#[derive(Clone, Debug, Default)]
pub struct Overlays {
    /// Those that were laid over the data, in their order.
    pub laid: Vec<Laid>,
    /// Those that were left aside.
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
    let book = Book::embedded()?;
    let files = match overlay {
        Some(place) => overlay_files(place).map_err(|_| DataError::NoFolder(place.to_owned()))?,
        None => Vec::new(),
    };
    Ok(lay(text, book, &files, today))
}

/// The overlay files of a place: of a folder, or the one file that it is.
///
/// # Errors
/// Where it is neither.
pub fn overlay_files(place: &Path) -> std::io::Result<Vec<PathBuf>> {
    if place.is_file() { Ok(vec![place.to_owned()]) } else { ron_files(place) }
}

/// Lays files over a book, one after the other.
pub fn lay(text: &Text, mut book: Book, files: &[PathBuf], today: Date) -> PolicyData {
    let mut overlays = Overlays::default();
    for path in files {
        let name = path.display().to_string();
        match read_written(path, guard::POLICY) {
            Ok(content) => match book.overlay(&name, &content, today) {
                Ok(file) => overlays.laid.push(file),
                Err(findings) => overlays.set_aside.push(SetAside::Wrong(findings)),
            },
            Err(error) => {
                overlays.set_aside.push(SetAside::Unread { file: name, why: text.read_error(&error) });
            }
        }
    }
    PolicyData { book, overlays }
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
