//! Why a file was not read, in words.

use std::io::ErrorKind;

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
            ReadError::System(error) => match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => self.file_not_there(),
                ErrorKind::PermissionDenied => self.file_denied(),
                ErrorKind::OutOfMemory => self.file_too_large(1_u64),
                _ => error.to_string(),
            },
        }
    }
}
