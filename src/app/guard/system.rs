//! What the system says where it does not do what it is asked.

use std::io::{self, ErrorKind};

/// An error of the system that can be kept, compared and told later.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{said}")]
pub struct SystemError {
    /// What kind it is.
    pub kind: ErrorKind,
    /// Its number, where the system itself made it.
    pub code: Option<i32>,
    /// The system's own words, in the language of the system.
    pub said: String,
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), code: error.raw_os_error(), said: error.to_string() }
    }
}

impl From<io::Error> for SystemError {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

#[cfg(unix)]
impl SystemError {
    /// Whether a disk or a line failed, for which there is no kind yet.
    pub fn is_broken_device(&self) -> bool {
        self.code == Some(rustix::io::Errno::IO.raw_os_error())
    }

    /// Whether links lead to each other.
    pub fn is_circle(&self) -> bool {
        self.code == Some(rustix::io::Errno::LOOP.raw_os_error())
    }

    /// Whether more files are open than may be.
    pub fn is_too_many(&self) -> bool {
        use rustix::io::Errno;
        [Errno::MFILE, Errno::NFILE].iter().any(|errno| self.code == Some(errno.raw_os_error()))
    }
}

#[cfg(not(unix))]
impl SystemError {
    /// Whether a disk or a line failed, for which there is no kind yet.
    pub fn is_broken_device(&self) -> bool {
        false
    }

    /// Whether links lead to each other.
    pub fn is_circle(&self) -> bool {
        false
    }

    /// Whether more files are open than may be.
    pub fn is_too_many(&self) -> bool {
        false
    }
}
