//! The unfinished case of a session, kept after every step so that a crash or a
//! pulled plug loses at most the step in flight.
//!
//! A session holds a lock on a file of its own beside the book. The system lets
//! go of it however the session ends: a draft whose file is not locked was left.

use std::fs::{self, File};
use std::path::PathBuf;

use jiff::Timestamp;
use rusqlite::params;

use super::rows::{answers, moment, read_answers};
use super::store::{CaseBook, own_file, with_ending};
use super::trouble::CaseBookError;
use yidi_core::answers::{Draft, RECORD_VERSION};

/// A running session, for as long as this lives.
#[derive(Debug)]
pub struct KeptSession {
    name: String,
    path: PathBuf,
    // Locked until it is closed.
    _held: File,
}

impl Drop for KeptSession {
    fn drop(&mut self) {
        // A file that stays is no harm: it is not locked.
        let _ = fs::remove_file(&self.path);
    }
}

/// The draft of a session that ended without finishing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftDraft {
    session: String,
    /// The answers.
    pub draft: Draft,
    /// When the last of them was given.
    pub changed: Timestamp,
}

impl CaseBook {
    /// Begins a session.
    ///
    /// # Errors
    /// Where no file can be made beside the book.
    pub fn session(&self) -> Result<KeptSession, CaseBookError> {
        if self.is_read_only() {
            return Err(CaseBookError::ReadOnly);
        }
        let name: String = self.db.query_row("SELECT lower(hex(randomblob(8)))", [], |row| row.get(0))?;
        let path = self.session_file(&name);
        let held = own_file(&path).map_err(|error| CaseBookError::at(&path, error))?;
        held.try_lock().map_err(|error| CaseBookError::at(&path, error.into()))?;
        Ok(KeptSession { name, path, _held: held })
    }

    /// Keeps the draft of a session; when this returns it is on the disk.
    ///
    /// # Errors
    /// Where it could not be written.
    pub fn keep_draft(
        &self,
        session: &KeptSession,
        draft: &Draft,
        now: Timestamp,
    ) -> Result<(), CaseBookError> {
        let work = self.begin()?;
        work.execute(
            "INSERT INTO drafts(session, form, answers, changed) VALUES(?1, ?2, ?3, ?4)
             ON CONFLICT(session) DO UPDATE SET form = ?2, answers = ?3, changed = ?4",
            params![session.name, RECORD_VERSION, answers(draft), now.to_string()],
        )?;
        Ok(work.commit()?)
    }

    /// Drops the draft of a session: it was finished, or the person left.
    ///
    /// # Errors
    /// Where the book could not be written.
    pub fn drop_draft(&self, session: &KeptSession) -> Result<(), CaseBookError> {
        self.forget(&session.name)
    }

    /// The drafts of sessions that are not running any more, the last one first.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn left_drafts(&self) -> Result<Vec<LeftDraft>, CaseBookError> {
        let read = || -> rusqlite::Result<Vec<LeftDraft>> {
            let select = "SELECT session, answers, changed FROM drafts ORDER BY changed DESC";
            let mut rows = self.db.prepare(select)?;
            let drafts = rows.query_map([], |row| {
                let (draft, _) = read_answers(&row.get::<_, String>(1)?);
                Ok(LeftDraft { session: row.get(0)?, draft, changed: moment(row, 2)? })
            })?;
            drafts.collect()
        };
        let mut left = read().map_err(|error| self.told(error))?;
        left.retain(|one| !self.is_running(&one.session));
        Ok(left)
    }

    /// Takes a left draft over into a session. Nothing where another session
    /// was faster.
    ///
    /// # Errors
    /// Where the book could not be written.
    pub fn take_draft(
        &self,
        left: &LeftDraft,
        session: &KeptSession,
    ) -> Result<Option<Draft>, CaseBookError> {
        let work = self.begin()?;
        work.execute("DELETE FROM drafts WHERE session = ?1", [&session.name])?;
        let update = "UPDATE drafts SET session = ?2 WHERE session = ?1";
        let taken = work.execute(update, [&left.session, &session.name])?;
        work.commit()?;
        Ok((taken == 1).then(|| left.draft.clone()))
    }

    /// Drops a left draft: the person does not want it.
    ///
    /// # Errors
    /// Where the book could not be written.
    pub fn discard_draft(&self, left: &LeftDraft) -> Result<(), CaseBookError> {
        self.forget(&left.session)?;
        let _ = fs::remove_file(self.session_file(&left.session));
        Ok(())
    }

    fn forget(&self, session: &str) -> Result<(), CaseBookError> {
        let work = self.begin()?;
        work.execute("DELETE FROM drafts WHERE session = ?1", [session])?;
        Ok(work.commit()?)
    }

    fn session_file(&self, name: &str) -> PathBuf {
        with_ending(&self.path, &format!(".session-{name}"))
    }

    fn is_running(&self, name: &str) -> bool {
        File::open(self.session_file(name)).is_ok_and(|file| file.try_lock().is_err())
    }
}
