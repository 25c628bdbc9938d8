//! The tables, by version, and the way from each version to the next.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::rows::packed;
use super::trouble::CaseBookError;

/// The version of the tables this program writes.
pub const SCHEMA_VERSION: i64 = 2;

/// Marks the file as a case book: the letters `yidi`.
const APPLICATION: i64 = 0x7969_6469;

/// Version 1: ticks and estimate as texts in the row of their case.
const FIRST: &str = "
CREATE TABLE cases(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    form INTEGER NOT NULL,
    answers TEXT NOT NULL,
    ticks TEXT NOT NULL DEFAULT '[]',
    note TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    data TEXT,
    grade TEXT,
    estimate TEXT
) STRICT;
";

/// Version 2: a row a tick, so that two sessions tick one case without undoing
/// each other; the estimate packed; drafts.
const SECOND: &str = "
CREATE TABLE ticks(
    number INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
    item TEXT NOT NULL,
    PRIMARY KEY(number, item)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO ticks SELECT number, value FROM cases, json_each(cases.ticks);
ALTER TABLE cases DROP COLUMN ticks;
ALTER TABLE cases ADD COLUMN result BLOB;
CREATE INDEX cases_by_change ON cases(changed);
CREATE TABLE drafts(
    session TEXT PRIMARY KEY,
    form INTEGER NOT NULL,
    answers TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// Nothing in it yet.
    Empty,
    /// A case book of this version.
    Book(i64),
    /// A database of another program.
    Foreign,
}

/// What a file is, read from it.
pub(super) fn kind(db: &Connection) -> Result<FileKind, CaseBookError> {
    let number = |pragma| db.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application, version, tables) {
        (0, 0, 0) => FileKind::Empty,
        (APPLICATION, version, _) => FileKind::Book(version),
        _ => FileKind::Foreign,
    })
}

/// Brings the tables to the version of this program, all or nothing.
pub(super) fn migrate(db: &Connection) -> Result<(), CaseBookError> {
    let work = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    // Another session may have done it while this one waited.
    let mut version = match kind(&work)? {
        FileKind::Empty => 0,
        FileKind::Book(version) => version,
        FileKind::Foreign => return Err(CaseBookError::Damaged),
    };
    if version < 1 {
        work.execute_batch(FIRST)?;
        work.pragma_update(None, "application_id", APPLICATION)?;
        version = 1;
    }
    if version < 2 {
        work.execute_batch(SECOND)?;
        pack_estimates(&work)?;
        work.execute_batch("ALTER TABLE cases DROP COLUMN estimate;")?;
        version = 2;
    }
    work.pragma_update(None, "user_version", version)?;
    Ok(work.commit()?)
}

/// Moves the estimates of version 1 where version 2 keeps them.
fn pack_estimates(db: &Connection) -> Result<(), CaseBookError> {
    let mut read = db.prepare("SELECT number, estimate FROM cases WHERE estimate IS NOT NULL")?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let (number, json): (i64, String) = (row.get(0)?, row.get(1)?);
        db.execute("UPDATE cases SET result = ?2 WHERE number = ?1", params![number, packed(&json)])?;
    }
    Ok(())
}
