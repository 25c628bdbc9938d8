//! Why a file was not read, in words.

use std::io::{Error, ErrorKind};

use super::Text;
use crate::guard::ReadError;

impl Text {
    /// Why a file was not read.
    pub fn read_error(&self, error: &ReadError) -> String {
        match error {
            ReadError::NoPlainFile => self.file_no_plain(),
            ReadError::Folder => self.file_folder(),
            ReadError::TooLarge(most) if *most < 1 << 20 => self.file_too_large(1_u64),
            ReadError::TooLarge(most) => self.file_too_large(*most >> 20),
            ReadError::NotText => self.file_not_text(),
            ReadError::System(error) => self.input_error(error),
        }
    }

    /// Why the system did not let something be read.
    pub fn input_error(&self, error: &Error) -> String {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => self.file_not_there(),
            ErrorKind::IsADirectory => self.file_folder(),
            ErrorKind::PermissionDenied => self.file_denied(),
            ErrorKind::OutOfMemory => self.file_too_large(1_u64),
            _ => error.to_string(),
        }
    }

    /// Why the system did not let something be written.
    pub fn output_error(&self, error: &Error) -> String {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => self.disk_full(),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => self.disk_denied(),
            _ => error.to_string(),
        }
    }
}
