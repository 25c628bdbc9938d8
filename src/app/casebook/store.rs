//! Opening the file: its folder and rights, its health and version.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::Date;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::aside::{Repair, set_aside};
use super::files::{is_refused, keep_to_owner, prepare, was_ours};
use super::former::brought;
use super::schema::{FileKind, SCHEMA_VERSION, kind, migrate};
use super::trouble::CaseBookError;
use crate::folders;

/// How long to wait for another session that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// Files up to this size are read through when they are opened.
const CHECKED_WHOLE: u64 = 32 << 20;

/// An open case book.
#[derive(Debug)]
pub struct CaseBook {
    pub(super) db: Connection,
    pub(super) path: PathBuf,
    /// The version of a newer program.
    pub(super) newer: Option<i64>,
    read_only: bool,
}

/// What is to be told about opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It was damaged: the old file is kept under this name, a new one was begun.
    SetAside(PathBuf),
    /// A newer program made it: it can be read only.
    Newer(i64),
    /// The file or its folder can be read only.
    ReadOnly,
    /// It was moved from this place, where earlier versions kept it.
    Moved(PathBuf),
}

/// A case book, and what is to be told about it.
#[derive(Debug)]
pub struct Opened {
    /// The case book.
    pub book: CaseBook,
    /// What is to be told.
    pub remark: Option<Remark>,
}

impl CaseBook {
    /// Where the case book of the user is.
    ///
    /// # Errors
    /// Where the user has no home.
    pub fn usual_path() -> Result<PathBuf, CaseBookError> {
        folders::case_book().ok_or(CaseBookError::NoFolder)
    }

    /// Opens a case book, or begins one. A damaged file is set aside under a
    /// name with the day, and a new one begun.
    ///
    /// # Errors
    /// Where that is not possible; the caller goes on without.
    pub fn open(path: &Path, today: Date) -> Result<Opened, CaseBookError> {
        Self::open_within(path, today, PATIENCE)
    }

    /// The same with another patience towards other sessions.
    ///
    /// # Errors
    /// As [`CaseBook::open`].
    pub fn open_within(path: &Path, today: Date, patience: Duration) -> Result<Opened, CaseBookError> {
        let is_usual = folders::case_book().is_some_and(|usual| usual == path);
        let found = brought(path, folders::former_case_book().filter(|_| is_usual), patience);
        let opened = Self::open_there(&found.path, today, patience)?;
        let remark = opened.remark.or_else(|| found.from.map(Remark::Moved));
        Ok(Opened { remark, ..opened })
    }

    fn open_there(path: &Path, today: Date, patience: Duration) -> Result<Opened, CaseBookError> {
        // A pipe or a device is not written to, nor set aside; a folder says so itself.
        if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            return Err(CaseBookError::NotACaseBook(path.to_owned()));
        }
        match prepare(path) {
            Ok(()) => {}
            Err(error) if is_refused(&error) && path.exists() => return Self::read_only(path, patience),
            Err(error) => return Err(CaseBookError::at(path, error)),
        }
        match Self::writable(path, patience) {
            Err(CaseBookError::Damaged) if was_ours(path) => Self::begin_anew(path, today, patience),
            // Another session may just be setting it aside.
            Err(CaseBookError::Disk(_) | CaseBookError::Replaced) => Self::begin_anew(path, today, patience),
            Err(CaseBookError::Damaged) => Err(CaseBookError::NotACaseBook(path.to_owned())),
            Err(CaseBookError::ReadOnly) => Self::read_only(path, patience),
            other => other,
        }
    }

    /// Sets a damaged file aside and begins a new one, unless another session
    /// just did.
    fn begin_anew(path: &Path, today: Date, patience: Duration) -> Result<Opened, CaseBookError> {
        let _repair = Repair::begin(path, patience)?;
        prepare(path).map_err(|error| CaseBookError::at(path, error))?;
        match Self::writable(path, patience) {
            Err(CaseBookError::Damaged) => {}
            other => return other,
        }
        let aside = set_aside(path, today)?;
        prepare(path).map_err(|error| CaseBookError::at(path, error))?;
        let opened = Self::writable(path, patience)?;
        Ok(Opened { remark: Some(Remark::SetAside(aside)), ..opened })
    }

    /// How long to wait from now on for another session that is writing.
    ///
    /// # Errors
    /// Never in practice: the database only notes it.
    pub fn set_patience(&self, patience: Duration) -> Result<(), CaseBookError> {
        Ok(self.db.busy_timeout(patience)?)
    }

    /// Whether it can be read only.
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn writable(path: &Path, patience: Duration) -> Result<Opened, CaseBookError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(patience)?;
        // Until it is known to be sound, nothing beside the file is taken in or removed.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        match kind(&db)? {
            FileKind::Foreign => return Err(CaseBookError::NotACaseBook(path.to_owned())),
            FileKind::Book(version) if version > SCHEMA_VERSION => {
                drop(db);
                return Self::read_only(path, patience);
            }
            // Where it is gone again, another session is just setting it aside: what was
            // opened is no longer the book.
            FileKind::Book(_) => match fs::metadata(path) {
                Ok(file) if file.len() <= CHECKED_WHOLE => check(&db)?,
                Ok(_) => {}
                Err(_) => return Err(CaseBookError::Replaced),
            },
            FileKind::Empty => {}
        }
        // Only now is it sure that the file is this program's to change.
        keep_to_owner(path).map_err(|error| CaseBookError::at(path, error))?;
        set_up(&db)?;
        if kind(&db)? != FileKind::Book(SCHEMA_VERSION) {
            migrate(&db)?;
        }
        let book = Self { db, path: path.to_owned(), newer: None, read_only: false };
        Ok(Opened { book, remark: None })
    }

    fn read_only(path: &Path, patience: Duration) -> Result<Opened, CaseBookError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(patience)?;
        let (newer, remark) = match kind(&db)? {
            FileKind::Book(version) if version > SCHEMA_VERSION => (Some(version), Remark::Newer(version)),
            FileKind::Book(SCHEMA_VERSION) => (None, Remark::ReadOnly),
            // An earlier version cannot be brought forward here.
            FileKind::Book(_) | FileKind::Empty => return Err(CaseBookError::ReadOnly),
            FileKind::Foreign => return Err(CaseBookError::NotACaseBook(path.to_owned())),
        };
        let book = Self { db, path: path.to_owned(), newer, read_only: true };
        Ok(Opened { book, remark: Some(remark) })
    }

    /// Reads the whole file through and says whether it is sound.
    ///
    /// # Errors
    /// [`CaseBookError::Damaged`] where it is not.
    pub fn check(&self) -> Result<(), CaseBookError> {
        check(&self.db)
    }

    /// Gives the room of deleted cases back to the disk.
    ///
    /// # Errors
    /// Where the file cannot be written anew.
    pub fn vacuum(&self) -> Result<(), CaseBookError> {
        Ok(self.db.execute_batch("VACUUM")?)
    }
}

/// The rules every session keeps. One rollback journal beside the file, not a
/// write-ahead log: it works on network folders, and what was deleted does not
/// live on in a log. The journal is cut to nothing at every commit, and with
/// `FULL` that cut is on the disk before a save is acknowledged. Nothing goes
/// to temporary files.
fn set_up(db: &Connection) -> Result<(), CaseBookError> {
    db.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    // Answers with the mode in force.
    db.pragma_update_and_check(None, "journal_mode", "TRUNCATE", |_| Ok(()))?;
    Ok(())
}

fn check(db: &Connection) -> Result<(), CaseBookError> {
    let found: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(CaseBookError::Damaged) }
}
