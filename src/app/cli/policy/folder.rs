//! A folder of data files: `nation.ron` and `province/*.ron`.

use std::path::Path;

use crate::cli::fail::Fail;
use crate::data::ron_files;
use crate::guard;
use crate::guard::read_written;
use crate::words::Text;
use yidi_core::policy::audit::{Finding, Flaw};
use yidi_core::policy::{Book, FileError, Misread};

/// A folder's data, as far as it can be read.
pub(super) struct Folder {
    /// The book of all files whose names and bytes can be read; none where the
    /// nation's file is no data.
    pub(super) book: Option<Book>,
    /// What kept files out of it.
    pub(super) unreadable: Vec<Finding>,
    /// How many files were read.
    pub(super) files: usize,
}

/// Reads a folder.
///
/// # Errors
/// Where it is no such folder.
pub(super) fn read(text: &Text, dir: &Path) -> Result<Folder, Fail> {
    let missing = || Fail::no_folder(text, dir);
    let nation_path = dir.join("nation.ron");
    let nation = read_written(&nation_path, guard::POLICY).map_err(|_| missing())?;
    let mut provinces = Vec::new();
    let mut findings = Vec::new();
    let entries = ron_files(&dir.join("province")).map_err(|_| missing())?;
    for path in entries {
        let shown = path.display().to_string();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let code = name.get(..6).and_then(|code| code.parse().ok());
        match (code, read_written(&path, guard::POLICY)) {
            (Some(code), Ok(content)) => provinces.push((code, shown, content)),
            (None, _) => findings.push(unreadable(shown, 1, Misread::Said(text.fault_file_name()))),
            (_, Err(error)) => findings.push(unreadable(shown, 1, Misread::Said(text.read_error(&error)))),
        }
    }
    let files = provinces.len() + 1;
    let book = match Book::from_texts((&nation_path.display().to_string(), &nation), provinces) {
        Ok(book) => Some(book),
        Err(FileError { file, line, fault, .. }) => {
            findings.push(unreadable(file, line, fault));
            None
        }
    };
    Ok(Folder { book, unreadable: findings, files })
}

/// Reads a folder all of whose files must be readable.
///
/// # Errors
/// With each file that is not: the request is at fault, which named the folder.
pub(super) fn read_whole(text: &Text, dir: &Path) -> Result<Book, Fail> {
    let Folder { book, mut unreadable, .. } = read(text, dir)?;
    // A province is parsed when it is first asked for.
    if let Some(Err(FileError { file, line, fault, .. })) = book.as_ref().map(Book::figures) {
        unreadable.push(self::unreadable(file, line, fault));
    }
    match book {
        Some(book) if unreadable.is_empty() => Ok(book),
        _ => {
            let said =
                |Finding { file, line, fault, .. }: &Finding| format!("{file}:{line}: {}", text.fault(fault));
            Err(Fail::Request(unreadable.iter().map(said).collect()))
        }
    }
}

/// A file that cannot be read.
pub(super) fn unreadable(file: String, line: usize, fault: Misread) -> Finding {
    Finding { file, line, figure: None, fault: Flaw::Unreadable(fault) }
}
