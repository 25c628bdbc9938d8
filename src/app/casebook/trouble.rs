//! What can go wrong with the case book. Whoever calls can go on without it.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_DBMOVED;

use crate::guard::SystemError;

/// Why the case book did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseBookError {
    /// The user has no folder for data, and none was named.
    #[error("no folder for the case book")]
    NoFolder,
    /// The file or its folder cannot be opened or made.
    #[error("{path}: {error}")]
    NoAccess {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: SystemError,
    },
    /// Another session holds it.
    #[error("the case book is in use")]
    Locked,
    /// There is no room left.
    #[error("no room left on the disk")]
    Full,
    /// It can be read only: the file or folder is, or a newer program made it.
    #[error("the case book can only be read")]
    ReadOnly,
    /// Its contents are broken.
    #[error("the case book is damaged")]
    Damaged,
    /// The file was moved or replaced while it was open.
    #[error("the case book was moved or replaced while it was open")]
    Replaced,
    /// The disk failed, says the database by this number.
    #[error("the disk failed: {0}")]
    Disk(i32),
    /// The file is something else.
    #[error("{0} is no case book")]
    NotACaseBook(PathBuf),
    /// A newer program made it, and this one does not understand it.
    #[error("a newer program made the case book (version {0})")]
    Newer(i64),
    /// There is no such case.
    #[error("no such case")]
    NoSuchCase,
    /// An imported file is wrong.
    #[error("cannot be imported: {0}")]
    Import(String),
    /// Anything else the database says.
    #[error("{0}")]
    Other(String),
}

impl From<rusqlite::Error> for CaseBookError {
    fn from(error: rusqlite::Error) -> Self {
        // Told as a file that can be read only; it is another one now.
        if error.sqlite_error().is_some_and(|error| error.extended_code == SQLITE_READONLY_DBMOVED) {
            return Self::Replaced;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                Self::Disk(error.sqlite_error().map_or(0, |error| error.extended_code))
            }
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::NoSuchCase,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl CaseBookError {
    /// What the system says about a path.
    pub(super) fn at(path: &std::path::Path, error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::StorageFull {
            return Self::Full;
        }
        Self::NoAccess { path: path.to_owned(), error: error.into() }
    }
}
