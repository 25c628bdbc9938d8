//! The tables, by version, and the way from each version to the next.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::packing::packed;
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
    // At one moment: another session may be making the tables.
    let read = "SELECT (SELECT application_id FROM pragma_application_id),
        (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)";
    let read =
        db.query_row(read, [], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get::<_, i64>(2)?)))?;
    Ok(match read {
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
        // Somebody may have set the number back: the tables know better.
        FileKind::Book(version) => version.max(version_of_tables(&work)?),
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

/// The version the tables are of.
fn version_of_tables(db: &Connection) -> Result<i64, CaseBookError> {
    let mut columns = db.prepare("SELECT name FROM pragma_table_info('cases')")?;
    let columns = columns.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(match columns {
        columns if columns.iter().any(|name| name == "result") => 2,
        columns => i64::from(!columns.is_empty()),
    })
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
