//! Where a workbook is, and why one cannot be read.

use std::fmt::Display;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::PathBuf;
use std::sync::Arc;

use crate::guard::{ReadError, open_file};

/// Where a workbook is.
#[derive(Clone, Debug)]
pub enum SheetSource {
    /// In a file.
    File(PathBuf),
    /// In memory.
    Bytes(Arc<[u8]>),
}

/// Something that can be read here and there.
pub(super) trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

pub(super) type BookInput = Box<dyn ReadSeek>;

/// An archive, as workbooks of the new kinds are.
pub(super) type BookArchive = zip::ZipArchive<BookInput>;

impl SheetSource {
    pub(super) fn open(&self) -> Result<BookInput, WorkbookError> {
        Ok(match self {
            Self::File(path) => Box::new(BufReader::new(open_file(path)?.file)),
            Self::Bytes(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }
}

/// Why a workbook cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// Its file cannot be read.
    #[error(transparent)]
    File(#[from] ReadError),
    /// It is none, or it is damaged.
    #[error("{0}")]
    Damaged(String),
    /// It ends before its end, or a part of it is not there.
    #[error("it is cut off")]
    Cut,
    /// It asks for a password.
    #[error("it is locked with a password")]
    Locked,
    /// What it holds is far larger than it is itself.
    #[error("it unpacks to far more than it is")]
    Bomb,
    /// There is no sheet of that name or number.
    #[error("no such sheet")]
    NoSheet {
        /// The sheets that there are.
        names: Vec<String>,
    },
}

impl WorkbookError {
    /// What a reader of workbooks says of one.
    pub(super) fn damaged(error: impl Display) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<io::Error> for WorkbookError {
    fn from(error: io::Error) -> Self {
        Self::File(error.into())
    }
}
