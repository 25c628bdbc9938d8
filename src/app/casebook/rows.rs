//! Cases in and out of the tables.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use super::packing::{packed, unpacked};
use super::store::CaseBook;
use super::trouble::CaseBookError;
use super::{CaseEntry, CaseSummary, Handle, Saving, Then};
use yidi_core::answers::{Draft, RECORD_VERSION, RecordError, from_record, to_record};
use yidi_core::num::{Money, Span};
use yidi_core::policy::Grade;

const SUMMARY: &str = "SELECT number, id, form, answers, note, created, changed, low, high,
    (SELECT count(*) FROM ticks WHERE ticks.number = cases.number) FROM cases";

/// How the two moments of a case are named where they cannot be read.
const CREATED: &str = "created";
const CHANGED: &str = "changed";

/// A row of one case as the tables hold it.
pub(super) struct Raw<'a> {
    pub(super) id: &'a str,
    pub(super) draft: &'a Draft,
    pub(super) ticks: &'a BTreeSet<String>,
    /// The ticks it differs from; none means that nothing else stays.
    pub(super) known: Option<&'a BTreeSet<String>>,
    pub(super) note: Option<&'a str>,
    pub(super) created: Timestamp,
    pub(super) changed: Timestamp,
    pub(super) then: Option<&'a Then>,
}

impl CaseBook {
    /// Saves a case; when this returns it is on the disk. A case that another
    /// session deleted meanwhile is saved anew under its old id.
    ///
    /// # Errors
    /// Where it could not be written; nothing of it is then in the book.
    pub fn save(&self, saving: &Saving<'_>, now: Timestamp) -> Result<Handle, CaseBookError> {
        let work = self.begin()?;
        let id = match saving.id {
            Some(id) => id.to_owned(),
            None => fresh_id(&work)?,
        };
        let &Saving { draft, ticks, known, note, then, .. } = saving;
        let raw = Raw { id: &id, draft, ticks, known: Some(known), note, created: now, changed: now, then };
        let number = put(&work, &raw)?;
        work.commit()?;
        Ok(Handle { number, id })
    }

    /// Every case, the one changed last first.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn all(&self) -> Result<Vec<CaseSummary>, CaseBookError> {
        let read = || -> rusqlite::Result<Vec<CaseSummary>> {
            let mut rows = self.db.prepare(&format!("{SUMMARY} ORDER BY changed DESC, number DESC"))?;
            rows.query_map([], summary)?.collect()
        };
        read().map_err(|error| self.told(error))
    }

    /// One case.
    ///
    /// # Errors
    /// [`CaseBookError::NoSuchCase`], or where the book cannot be read.
    pub fn get(&self, number: i64) -> Result<CaseEntry, CaseBookError> {
        let read = || -> rusqlite::Result<CaseEntry> {
            let summary = self.db.query_row(&format!("{SUMMARY} WHERE number = ?1"), [number], summary)?;
            let mut ticks = self.db.prepare("SELECT item FROM ticks WHERE number = ?1")?;
            let ticks = ticks.query_map([number], |row| readable(row, 0))?.collect::<Result<_, _>>()?;
            let select = "SELECT low, high, data, grade, result FROM cases WHERE number = ?1";
            Ok(CaseEntry { summary, ticks, then: self.db.query_row(select, [number], |row| Ok(then(row)))? })
        };
        read().map_err(|error| self.told(error))
    }

    /// The case of an id.
    ///
    /// # Errors
    /// [`CaseBookError::NoSuchCase`], or where the book cannot be read.
    pub fn number_of(&self, id: &str) -> Result<i64, CaseBookError> {
        let select = "SELECT number FROM cases WHERE id = ?1";
        self.db.query_row(select, [id], |row| row.get(0)).map_err(|error| self.told(error))
    }

    /// Writes the note of a case.
    ///
    /// # Errors
    /// [`CaseBookError::NoSuchCase`], or where it could not be written.
    pub fn set_note(&self, number: i64, note: &str, now: Timestamp) -> Result<(), CaseBookError> {
        let update = "UPDATE cases SET note = ?2, changed = ?3 WHERE number = ?1";
        match self.db.execute(update, params![number, note, now.to_string()])? {
            0 => Err(CaseBookError::NoSuchCase),
            _ => Ok(()),
        }
    }

    /// Ticks an item of a case's checklist, or takes the tick away.
    ///
    /// # Errors
    /// [`CaseBookError::NoSuchCase`], or where it could not be written.
    pub fn set_tick(
        &self,
        number: i64,
        item: &str,
        ticked: bool,
        now: Timestamp,
    ) -> Result<(), CaseBookError> {
        let work = self.begin()?;
        let update = "UPDATE cases SET changed = ?2 WHERE number = ?1";
        if work.execute(update, params![number, now.to_string()])? == 0 {
            return Err(CaseBookError::NoSuchCase);
        }
        let change = if ticked {
            "INSERT OR IGNORE INTO ticks(number, item) VALUES(?1, ?2)"
        } else {
            "DELETE FROM ticks WHERE number = ?1 AND item = ?2"
        };
        work.execute(change, params![number, item])?;
        Ok(work.commit()?)
    }

    /// Deletes cases, all or none: their bytes are overwritten in the file.
    /// Returns how many there were.
    ///
    /// # Errors
    /// Where the book could not be written.
    pub fn delete(&self, numbers: &[i64]) -> Result<usize, CaseBookError> {
        let work = self.begin()?;
        let mut gone = 0;
        for number in numbers {
            gone += work.execute("DELETE FROM cases WHERE number = ?1", [number])?;
        }
        work.commit()?;
        Ok(gone)
    }

    /// The cases that were last changed so many days ago or earlier.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn older_than(&self, days: u32, now: Timestamp) -> Result<Vec<i64>, CaseBookError> {
        let span = jiff::SignedDuration::from_hours(i64::from(days) * 24);
        let Ok(limit) = now.checked_sub(span) else { return Ok(Vec::new()) };
        let is_known = |one: &CaseSummary| one.unread.iter().all(|unread| unread.key != CHANGED);
        let all = self.all()?.into_iter().filter(is_known);
        Ok(all.filter(|one| one.changed <= limit).map(|one| one.handle.number).collect())
    }

    /// The same, for deleting: none where a case was changed after now. The clock
    /// is wrong then, and by a wrong clock everything may look old.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn expired(&self, days: u32, now: Timestamp) -> Result<Vec<i64>, CaseBookError> {
        let newest = self.all()?.iter().map(|one| one.changed).max();
        if newest.is_some_and(|newest| newest > now) { Ok(Vec::new()) } else { self.older_than(days, now) }
    }

    /// A transaction that no other session writes beside.
    pub(super) fn begin(&self) -> Result<Transaction<'_>, CaseBookError> {
        if self.is_read_only() {
            return Err(CaseBookError::ReadOnly);
        }
        Ok(Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?)
    }

    /// What the database says; a newer book may have other tables.
    pub(super) fn told(&self, error: rusqlite::Error) -> CaseBookError {
        match (CaseBookError::from(error), self.newer) {
            (CaseBookError::Other(_), Some(version)) => CaseBookError::Newer(version),
            (trouble, _) => trouble,
        }
    }
}

fn fresh_id(db: &Connection) -> rusqlite::Result<String> {
    db.query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))
}

/// Writes a case over the one of its id, or as a new one; gives its number.
pub(super) fn put(db: &Connection, raw: &Raw<'_>) -> Result<i64, CaseBookError> {
    let then = raw.then;
    let is_new = last_change(db, raw.id)?.is_none();
    let number = db.query_row(
        "INSERT INTO cases(id, form, answers, note, created, changed, low, high, data, grade, result)
         VALUES(?1, ?2, ?3, coalesce(?4, ''), ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT(id) DO UPDATE SET form = ?2, answers = ?3, note = coalesce(?4, note), changed = ?6,
             low = ?7, high = ?8, data = ?9, grade = ?10, result = ?11
         RETURNING number",
        params![
            raw.id,
            RECORD_VERSION,
            answers(raw.draft),
            raw.note,
            raw.created.to_string(),
            raw.changed.to_string(),
            then.map(|then| then.personal.low().fen()),
            then.map(|then| then.personal.high().fen()),
            then.map(|then| then.data.to_string()),
            then.map(|then| then.grade.key()),
            then.map(|then| packed(&then.json)),
        ],
        |row| row.get(0),
    )?;
    // The change alone: what another session ticked since stays.
    let none = BTreeSet::new();
    match raw.known {
        None => _ = db.execute("DELETE FROM ticks WHERE number = ?1", [number])?,
        Some(known) => {
            for item in known.difference(raw.ticks) {
                db.execute("DELETE FROM ticks WHERE number = ?1 AND item = ?2", params![number, item])?;
            }
        }
    }
    for item in raw.ticks.difference(raw.known.filter(|_| !is_new).unwrap_or(&none)) {
        db.execute("INSERT OR IGNORE INTO ticks(number, item) VALUES(?1, ?2)", params![number, item])?;
    }
    Ok(number)
}

/// When the case of an id was last changed, where it is in the book.
pub(super) fn last_change(db: &Connection, id: &str) -> Result<Option<Timestamp>, CaseBookError> {
    let read = db.query_row("SELECT changed FROM cases WHERE id = ?1", [id], |row| moment(row, 0));
    Ok(read.optional()?.map(|read| read.unwrap_or(Timestamp::UNIX_EPOCH)))
}

/// Answers as one text.
pub(super) fn answers(draft: &Draft) -> String {
    serde_json::json!(to_record(draft)).to_string()
}

/// Answers from their text; a text that holds none holds no answer.
pub(super) fn read_answers(text: &str) -> (Draft, Vec<yidi_core::answers::RecordError>) {
    let record: BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
    from_record(&record)
}

/// What can be read of a text: bytes that are none are seen as such. A row that
/// was damaged hides itself, not the book.
fn readable(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Null => String::new(),
    })
}

/// A moment, or the text that is none.
pub(super) fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Result<Timestamp, String>> {
    let text = readable(row, column)?;
    Ok(text.parse().map_err(|_| text))
}

fn summary(row: &Row<'_>) -> rusqlite::Result<CaseSummary> {
    let (draft, mut unread) = read_answers(&readable(row, 3)?);
    let fen = |column| row.get::<_, Option<i64>>(column).ok().flatten().map(Money::from_fen);
    let mut known = |column, key: &str| -> rusqlite::Result<Timestamp> {
        Ok(moment(row, column)?.unwrap_or_else(|value| {
            unread.push(RecordError { key: key.to_owned(), value });
            Timestamp::UNIX_EPOCH
        }))
    };
    let (created, changed) = (known(5, CREATED)?, known(6, CHANGED)?);
    Ok(CaseSummary {
        handle: Handle { number: row.get(0)?, id: readable(row, 1)? },
        draft,
        unread,
        note: readable(row, 4)?,
        created,
        changed,
        personal: fen(7).zip(fen(8)).map(|(low, high)| Span::between(low, high)),
        ticked: usize::try_from(row.get::<_, i64>(9)?).unwrap_or_default(),
    })
}

/// The estimate of then; one that cannot be read is none.
fn then(row: &Row<'_>) -> Option<Then> {
    let fen = |column| row.get::<_, Option<i64>>(column).ok().flatten().map(Money::from_fen);
    let text = |column| row.get::<_, Option<String>>(column).ok().flatten();
    let whole = || {
        Some(Then {
            personal: Span::between(fen(0)?, fen(1)?),
            data: text(2)?.parse::<Date>().ok()?,
            grade: grade_of(&text(3)?)?,
            json: unpacked(&row.get::<_, Option<Vec<u8>>>(4).ok().flatten()?)?,
        })
    };
    whole()
}

/// The grade of a key.
pub(super) fn grade_of(key: &str) -> Option<Grade> {
    Grade::ALL.into_iter().find(|grade| grade.key() == key)
}
