//! A book that an earlier version kept in another place: brought where books are
//! kept now, or used where it is.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::aside::moved;
use super::files::{prepare_folder, with_ending};

/// The book to be opened for a path, and where it was moved from.
pub(super) struct Brought {
    pub(super) path: PathBuf,
    pub(super) from: Option<PathBuf>,
}

/// Brings a book from its former place, unless one is at the new place already. One
/// that cannot be moved now, as while an earlier version has it open, is used
/// where it is.
pub(super) fn brought(path: &Path, former: Option<PathBuf>, patience: Duration) -> Brought {
    let stay = |path: &Path| Brought { path: path.to_owned(), from: None };
    let former = former.filter(|former| former != path && former.is_file() && !path.exists());
    let Some(former) = former else { return stay(path) };
    if is_at_rest(&former, patience) && moved_with_folder(&former, path).is_ok() {
        let _ = fs::remove_file(with_ending(&former, "-journal"));
        return Brought { path: path.to_owned(), from: Some(former) };
    }
    // Another session may have moved it meanwhile.
    if path.exists() { stay(path) } else { stay(&former) }
}

/// Whether nobody writes to it; what a crash left half done is undone first, so
/// that nothing beside the file counts.
fn is_at_rest(book: &Path, patience: Duration) -> bool {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let rest = || -> rusqlite::Result<()> {
        let db = Connection::open_with_flags(book, flags)?;
        db.busy_timeout(patience)?;
        db.execute_batch("BEGIN EXCLUSIVE; ROLLBACK;")
    };
    let journal = with_ending(book, "-journal");
    rest().is_ok() && fs::metadata(journal).map_or(true, |journal| journal.len() == 0)
}

fn moved_with_folder(from: &Path, to: &Path) -> io::Result<()> {
    prepare_folder(to)?;
    moved(from, to).or_else(|_| copied(from, to))
}

/// The way to another disk: the old file goes when the new one is whole.
fn copied(from: &Path, to: &Path) -> io::Result<()> {
    let part = with_ending(to, ".part");
    let copy = || {
        fs::copy(from, &part)?;
        fs::File::options().write(true).open(&part)?.sync_all()?;
        moved(&part, to)
    };
    copy().inspect_err(|_| {
        let _ = fs::remove_file(&part);
    })?;
    fs::remove_file(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::ZERO;

    fn book(path: &Path) -> Connection {
        let db = Connection::open(path).unwrap();
        db.execute_batch("CREATE TABLE IF NOT EXISTS a(b); INSERT INTO a VALUES(1);").unwrap();
        db
    }

    #[test]
    fn a_book_is_brought_from_its_former_place_once() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("roaming.db"), folder.path().join("local/yidi/cases.db"));
        drop(book(&old));
        let first = brought(&new, Some(old.clone()), NOW);
        assert_eq!((first.path, first.from), (new.clone(), Some(old.clone())));
        assert!(new.exists() && !old.exists());
        // One that an earlier version begins afterwards is left alone.
        drop(book(&old));
        let second = brought(&new, Some(old.clone()), NOW);
        assert_eq!((second.path, second.from), (new, None));
        assert!(old.exists());
    }

    #[test]
    fn what_cannot_be_moved_is_used_where_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old.db"), folder.path().join("new.db"));
        let held = book(&old);
        held.execute_batch("BEGIN EXCLUSIVE").unwrap();
        assert_eq!(brought(&new, Some(old.clone()), NOW).path, old);
        drop(held);
        // A file where the folder should be made.
        let blocked = old.join("cases.db");
        assert_eq!(brought(&blocked, Some(old.clone()), NOW).path, old);
        assert_eq!(brought(&new, None, NOW).path, new);
        assert_eq!(brought(&new, Some(folder.path().join("none.db")), NOW).path, new);
    }

    #[test]
    fn to_another_disk_it_is_copied() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old.db"), folder.path().join("new.db"));
        fs::write(&old, "x").unwrap();
        copied(&old, &new).unwrap();
        assert_eq!((fs::read(&new).unwrap(), old.exists()), (b"x".to_vec(), false));
        fs::write(&old, "y").unwrap();
        assert!(copied(&old, &new).is_err(), "nothing is ever replaced");
        assert_eq!((fs::read(&new).unwrap(), fs::read(&old).unwrap()), (b"x".to_vec(), b"y".to_vec()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
