//! A file that is written beside its place and put there whole: until then
//! there is none, and nothing is left of one that was not finished.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use atomic_write_file::AtomicWriteFile;

use super::{Readers, SaveError};

/// A file being written. Where it is dropped before [`NewFile::commit`], there is
/// none.
pub struct NewFile {
    file: AtomicWriteFile,
    target: PathBuf,
}

/// Begins a file in the place that a path means.
///
/// # Errors
/// Where it cannot be written, or a file is there and `overwrite` is not set.
pub(super) fn begin(path: &Path, overwrite: bool, readers: Readers) -> Result<NewFile, SaveError> {
    refuse(path, overwrite)?;
    // A link keeps leading to its file.
    let target = behind_links(path)?;
    remove_left(&target);
    let mut options = AtomicWriteFile::options();
    if readers == Readers::Owner {
        owner_only(&mut options);
    }
    Ok(NewFile { file: options.open(&target)?, target })
}

/// The same in the place of the path itself: a link there is replaced, and the file it
/// leads to stays as it is.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn begin_in_place(path: &Path) -> Result<NewFile, SaveError> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if !is_link {
        return begin(path, true, Readers::Usual);
    }
    remove_left(path);
    let mut options = AtomicWriteFile::options();
    like_new(&mut options);
    Ok(NewFile { file: options.open(path)?, target: path.to_owned() })
}

/// Says no before anything is computed or written.
pub(super) fn refuse(path: &Path, overwrite: bool) -> Result<(), SaveError> {
    if path.as_os_str().is_empty() {
        return Err(SaveError::NoName);
    }
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(SaveError::Folder),
        Ok(found) if !found.is_file() => Err(SaveError::NoPlainFile),
        Ok(_) if !overwrite => Err(SaveError::Exists),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The file that a path leads to, whether it is there or not. A link that the
/// system would not follow is not followed here either: another user may have
/// put it into a folder of everybody.
fn behind_links(path: &Path) -> Result<PathBuf, SaveError> {
    const MOST: usize = 40;
    if !fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        return Ok(path.to_owned());
    }
    match fs::OpenOptions::new().write(true).open(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut target = path.to_owned();
    for _ in 0..MOST {
        match fs::read_link(&target) {
            // Joined to a whole path, that path stays.
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(target),
        }
    }
    Err(SaveError::NoFolder)
}

#[cfg(unix)]
fn owner_only(options: &mut atomic_write_file::OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;

    use atomic_write_file::unix::OpenOptionsExt as _;
    // Whoever owned what was there does not own what is written now.
    options.preserve_mode(false).preserve_owner(false).mode(0o600);
}

/// A link has a mode and an owner that are not meant for a file.
#[cfg(unix)]
fn like_new(options: &mut atomic_write_file::OpenOptions) {
    use atomic_write_file::unix::OpenOptionsExt as _;
    options.preserve_mode(false).preserve_owner(false);
}

#[cfg(not(unix))]
fn like_new(_: &mut atomic_write_file::OpenOptions) {}

#[cfg(not(unix))]
fn owner_only(_: &mut atomic_write_file::OpenOptions) {}

impl NewFile {
    /// Puts the whole file in its place.
    ///
    /// # Errors
    /// Where that cannot be done; nothing of it is left then.
    pub fn commit(self) -> Result<(), SaveError> {
        #[cfg(target_os = "linux")]
        if named_at_once(&self.file, &self.target) {
            // It has its name; the other one, where it had one, goes.
            let _ = self.file.discard();
            return Ok(());
        }
        let known = identity(self.file.as_file());
        self.file.commit().map_err(|error| {
            remove_beside(&self.target, |beside| known.is_some() && identity_at(beside) == known);
            error.into()
        })
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Gives a file its name in one step, where the system can: who is killed
/// between two steps leaves a file under the name of the first. Whether it has
/// its name.
#[cfg(target_os = "linux")]
fn named_at_once(file: &AtomicWriteFile, target: &Path) -> bool {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};
    let Some(name) = target.file_name() else { return false };
    if file.sync_all().is_err() {
        return false;
    }
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    let link = |to: &Path| linkat(CWD, own.as_str(), CWD, to, AtFlags::SYMLINK_FOLLOW);
    let is_named = match link(target) {
        Ok(()) => true,
        // A file is there: the new one gets a name beside it and is moved over it.
        Err(rustix::io::Errno::EXIST) => {
            let mut beside = std::ffi::OsString::from(".");
            beside.push(name);
            beside.push(format!(".{:06}", std::process::id() % 1_000_000));
            let beside = target.with_file_name(beside);
            let is_moved = link(&beside).is_ok() && fs::rename(&beside, target).is_ok();
            if !is_moved {
                let _ = fs::remove_file(&beside);
            }
            is_moved
        }
        Err(_) => false,
    };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    if is_named && let Ok(folder) = fs::File::open(folder.unwrap_or(Path::new("."))) {
        // The name is on the disk as well; where that fails, the system does it later.
        let _ = folder.sync_all();
    }
    is_named
}

#[cfg(unix)]
fn of(found: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

#[cfg(unix)]
fn identity(file: &fs::File) -> Option<(u64, u64)> {
    file.metadata().ok().map(|found| of(&found))
}

#[cfg(unix)]
fn identity_at(path: &Path) -> Option<(u64, u64)> {
    fs::symlink_metadata(path).ok().map(|found| of(&found))
}

#[cfg(not(unix))]
fn identity(_: &fs::File) -> Option<()> {
    None
}

#[cfg(not(unix))]
fn identity_at(_: &Path) -> Option<()> {
    None
}

/// Removes what runs that were killed left beside this file. Where the system
/// has files without a name, nothing is left at all.
fn remove_left(target: &Path) {
    /// What is younger may belong to a run that is still at it.
    const OLD: Duration = Duration::from_hours(1);
    remove_beside(target, |beside| {
        let changed = fs::symlink_metadata(beside).and_then(|found| found.modified());
        changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > OLD))
    });
}

/// Removes the unfinished files of a target that are meant. What cannot be
/// removed stays: it is in nobody's way.
fn remove_beside(target: &Path, is_meant: impl Fn(&Path) -> bool) {
    let Some(name) = target.file_name() else { return };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else { return };
    for entry in entries.flatten() {
        let is_plain = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_plain && is_unfinished(&entry.file_name(), name) && is_meant(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a name is that of an unfinished file of a target: `.a.csv.x8Kq2Z`.
fn is_unfinished(name: &OsStr, target: &OsStr) -> bool {
    const RANDOM: usize = 6;
    let rest = name.as_encoded_bytes().strip_prefix(b".");
    let rest = rest.and_then(|rest| rest.strip_prefix(target.as_encoded_bytes()));
    let random = rest.and_then(|rest| rest.strip_prefix(b"."));
    random.is_some_and(|random| random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_killed_runs_goes_and_other_files_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let long_ago = std::time::SystemTime::now() - Duration::from_hours(2);
        for name in [".a.csv.x8Kq2Z", ".a.csv.x8Kq2", ".b.csv.x8Kq2Z", "a.csv.x8Kq2Z", ".a.csv.young1"] {
            let file = fs::File::create(path(name)).unwrap();
            if !name.contains("young") {
                file.set_modified(long_ago).unwrap();
            }
        }
        let mut new = begin(&path("a.csv"), false, Readers::Usual).unwrap();
        new.write_all(b"x").unwrap();
        #[cfg(target_os = "linux")]
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "a file without a name");
        new.commit().unwrap();
        assert!(!path(".a.csv.x8Kq2Z").exists());
        for name in [".a.csv.x8Kq2", ".b.csv.x8Kq2Z", "a.csv.x8Kq2Z", ".a.csv.young1", "a.csv"] {
            assert!(path(name).exists(), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_makes_a_file_like_any_other() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        symlink("there", path("link")).unwrap();
        fs::write(path("usual"), "").unwrap();
        begin(&path("link"), false, Readers::Usual).unwrap().commit().unwrap();
        let mode = |name: &str| fs::symlink_metadata(path(name)).unwrap().mode();
        assert_eq!(mode("there"), mode("usual"));
        assert!(fs::symlink_metadata(path("link")).unwrap().is_symlink());
        symlink("circle", path("circle")).unwrap();
        assert!(begin(&path("circle"), true, Readers::Usual).is_err());
        assert!(matches!(begin(Path::new("/dev/null"), true, Readers::Usual), Err(SaveError::NoPlainFile)));
    }
}
