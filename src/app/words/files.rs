//! Why a file was not read, and what the system says, in words.

use std::io::{self, ErrorKind};

use super::Text;
use crate::guard::{ReadError, SystemError};

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
                ErrorKind::NotADirectory => self.file_not_there(),
                ErrorKind::PermissionDenied => self.file_denied(),
                _ => self.io_error(error),
            },
        }
    }

    /// What the system says, in words: the one place that has them.
    pub fn io_error(&self, error: &io::Error) -> String {
        self.system_error(&error.into())
    }

    /// The same of an error that was kept. What is rare keeps the system's own words
    /// and its number.
    pub fn system_error(&self, error: &SystemError) -> String {
        match error.kind {
            ErrorKind::NotFound => self.file_not_there(),
            ErrorKind::PermissionDenied => self.system_denied(),
            ErrorKind::IsADirectory => self.file_folder(),
            ErrorKind::NotADirectory => self.system_no_folder(),
            ErrorKind::DirectoryNotEmpty => self.system_not_empty(),
            ErrorKind::AlreadyExists => self.system_exists(),
            ErrorKind::StorageFull => self.system_full(),
            ErrorKind::QuotaExceeded => self.system_quota(),
            ErrorKind::FileTooLarge => self.system_too_large(),
            ErrorKind::ReadOnlyFilesystem => self.system_read_only(),
            ErrorKind::InvalidFilename => self.system_name(),
            ErrorKind::InvalidData => self.system_data(),
            ErrorKind::UnexpectedEof => self.system_cut(),
            ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::WriteZero => self.system_closed(),
            ErrorKind::Interrupted => self.system_interrupted(),
            ErrorKind::TimedOut => self.system_late(),
            ErrorKind::WouldBlock | ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
                self.system_busy()
            }
            ErrorKind::OutOfMemory => self.system_memory(),
            ErrorKind::NotSeekable => self.system_stream(),
            ErrorKind::StaleNetworkFileHandle => self.system_stale(),
            ErrorKind::Unsupported => self.system_unsupported(),
            _ if error.is_broken_device() => self.system_device(),
            _ if error.is_circle() => self.system_circle(),
            _ if error.is_too_many() => self.system_too_many(),
            // It is not the system that says it.
            _ if error.code.is_none() => error.said.clone(),
            _ => self.system_other(error.said.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn the_system_speaks_the_language_of_the_person() {
        let (zh, en) = (Text::new(Lang::Zh), Text::new(Lang::En));
        for (kind, words) in [
            (ErrorKind::NotFound, "不存在"),
            (ErrorKind::PermissionDenied, "没有权限"),
            (ErrorKind::IsADirectory, "是文件夹"),
            (ErrorKind::StorageFull, "磁盘满了"),
            (ErrorKind::ReadOnlyFilesystem, "只读"),
            (ErrorKind::AlreadyExists, "已经存在"),
            (ErrorKind::BrokenPipe, "关闭"),
            (ErrorKind::Interrupted, "打断"),
            (ErrorKind::InvalidData, "读不懂"),
            (ErrorKind::UnexpectedEof, "不完整"),
            (ErrorKind::TimedOut, "太久"),
            (ErrorKind::OutOfMemory, "内存"),
        ] {
            let error = io::Error::from(kind);
            let told = zh.io_error(&error);
            assert!(told.contains(words) && told.bytes().all(|byte| !byte.is_ascii_alphabetic()), "{told}");
            assert!(en.io_error(&error).is_ascii(), "{kind}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn numbers_are_told_where_there_is_no_kind_and_kept_where_there_are_no_words() {
        let zh = Text::new(Lang::Zh);
        let of = |number| zh.io_error(&io::Error::from_raw_os_error(number));
        let told = |errno: rustix::io::Errno| of(errno.raw_os_error());
        assert!(told(rustix::io::Errno::IO).contains("磁盘或线路"));
        assert!(told(rustix::io::Errno::LOOP).contains("绕"));
        assert!(told(rustix::io::Errno::NOENT).contains("不存在"));
        // Nobody has words for this one.
        let rare = told(rustix::io::Errno::PROTO);
        assert!(rare.contains("os error"), "{rare}");
    }
}
