//! Setting a damaged book aside: looked at again, moved and begun anew under one
//! lock, so that two sessions that saw the damage do not undo each other.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::files::{own_file, with_ending};
use super::trouble::CaseBookError;

/// Held while a damaged book is dealt with.
pub(super) struct Repair {
    path: PathBuf,
    // Locked until it is closed.
    _held: fs::File,
}

impl Repair {
    /// Waits for another session that deals with the same book.
    pub(super) fn begin(book: &Path, patience: Duration) -> Result<Self, CaseBookError> {
        let path = with_ending(book, ".repair");
        let begun = Instant::now();
        loop {
            let held = own_file(&path).map_err(|error| CaseBookError::at(&path, error))?;
            // Whoever held it before took it away: then it is not this one.
            if held.try_lock().is_ok() && path.exists() {
                return Ok(Self { path, _held: held });
            }
            if begun.elapsed() >= patience {
                return Err(CaseBookError::Locked);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Repair {
    fn drop(&mut self) {
        // A file that stays is no harm: it is not locked.
        let _ = fs::remove_file(&self.path);
    }
}

/// Gives a damaged file, and what the database keeps beside it, another name
/// with the day, and returns the name. Nothing is ever replaced. The file itself
/// goes last: as soon as its name is free another session may begin a book there,
/// and what stands beside that one is not touched.
pub(super) fn set_aside(path: &Path, today: Date) -> Result<PathBuf, CaseBookError> {
    const MOST: usize = 10_000;
    let failed = |error| CaseBookError::at(path, error);
    for count in 1..MOST {
        let ending = match count {
            1 => format!(".corrupt-{today}"),
            _ => format!(".corrupt-{today}-{count}"),
        };
        let aside = with_ending(path, &ending);
        let has_both_names = match fs::hard_link(path, &aside) {
            Ok(()) => true,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            // Not every file system has a second name for a file.
            Err(_) if aside.exists() => continue,
            Err(_) => false,
        };
        for ending in ["-journal", "-wal", "-shm"] {
            let beside = with_ending(path, ending);
            if beside.exists() {
                let target = with_ending(&aside, ending);
                fs::rename(&beside, target).map_err(|error| CaseBookError::at(&beside, error))?;
            }
        }
        let done = if has_both_names { fs::remove_file(path) } else { fs::rename(path, &aside) };
        return done.map(|()| aside).map_err(failed);
    }
    Err(failed(ErrorKind::AlreadyExists.into()))
}

/// Moves a file to a name that is free.
pub(super) fn moved(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Not every file system has a second name for a file.
        Err(_) if to.exists() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}
