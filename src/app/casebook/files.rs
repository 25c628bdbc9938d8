//! The files of a book: made for their owner alone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::folders::CASE_BOOK;
use crate::guard::open_file;

/// A path with something after its last name.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes folder and file where there are none, for their owner alone.
pub(super) fn prepare(path: &Path) -> io::Result<()> {
    prepare_folder(path)?;
    own_file(path).map(drop)
}

/// Makes the folder of a file where there is none, for its owner alone.
pub(super) fn prepare_folder(path: &Path) -> io::Result<()> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        Some(folder) => own_folder(folder),
        None => Ok(()),
    }
}

#[cfg(unix)]
fn own_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn own_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Opens a file for writing, or makes it for its owner alone.
pub(super) fn own_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Takes rights of others away where somebody gave them.
#[cfg(unix)]
pub(super) fn keep_to_owner(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path)?.permissions().mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn keep_to_owner(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether the system does not let anybody write there.
pub(super) fn is_refused(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// Whether a file that is no case book any more shows that it was one: by its own name,
/// or as a database. Any other is a file of the person's, named by mistake.
pub(super) fn was_ours(path: &Path) -> bool {
    if path.file_name().is_some_and(|name| name == CASE_BOOK) {
        return !is_text(path);
    }
    begins(path).is_some_and(|start| start.starts_with(b"SQLite format 3\0"))
}

fn is_text(path: &Path) -> bool {
    let is_text =
        |start: Vec<u8>| !start.is_empty() && !start.contains(&0) && !start.starts_with(b"SQLite format 3");
    begins(path).is_some_and(is_text)
}

fn begins(path: &Path) -> Option<Vec<u8>> {
    let mut start = Vec::new();
    open_file(path).ok()?.file.take(4096).read_to_end(&mut start).ok()?;
    Some(start)
}
