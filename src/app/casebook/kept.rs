//! The unfinished case of a session, kept after every step so that a crash or a
//! pulled plug loses at most the step in flight.
//!
//! A session holds a lock on a file of its own beside the book. The system lets
//! go of it however the session ends: a draft whose file is not locked was left.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::params;

use super::files::{own_file, with_ending};
use super::rows::{answers, moment, read_answers};
use super::store::CaseBook;
use super::trouble::CaseBookError;
use crate::guard::open_file;
use yidi_core::answers::{Draft, RECORD_VERSION};

/// A running session, for as long as this lives.
#[derive(Debug)]
pub struct KeptSession {
    name: String,
    path: PathBuf,
    // Locked until it is closed.
    _held: File,
}

/// The files of the sessions of this process, to be removed where it ends
/// without coming back here.
static RUNNING: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn running() -> MutexGuard<'static, Vec<PathBuf>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The process ends now, by a signal: no file of its sessions is left.
pub fn end_sessions() {
    for path in running().drain(..) {
        let _ = fs::remove_file(path);
    }
}

impl Drop for KeptSession {
    fn drop(&mut self) {
        running().retain(|path| *path != self.path);
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
        self.clean();
        let mut refused = None;
        // Another session that begins may take the file away before it is locked.
        for _ in 0..3 {
            let name: String = self.db.query_row("SELECT lower(hex(randomblob(8)))", [], |row| row.get(0))?;
            let path = self.session_file(&name);
            let held = own_file(&path).map_err(|error| CaseBookError::at(&path, error))?;
            match held.try_lock() {
                Ok(()) if path.exists() => {
                    running().push(path.clone());
                    return Ok(KeptSession { name, path, _held: held });
                }
                Ok(()) => {}
                Err(error) => refused = Some(CaseBookError::at(&path, error.into())),
            }
        }
        Err(refused.unwrap_or(CaseBookError::Locked))
    }

    /// Removes the files of sessions that ended without doing so. A draft needs
    /// none: it was left where its session has no locked file.
    fn clean(&self) {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else { return };
        let begin = self.session_file("");
        let Some(begin) = begin.file_name().map(|name| name.as_encoded_bytes().to_owned()) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.as_encoded_bytes().strip_prefix(begin.as_slice());
            let is_ours = name.is_some_and(|name| name.len() == 16 && name.iter().all(u8::is_ascii_hexdigit));
            let is_left = || open_file(&entry.path()).is_ok_and(|open| open.file.try_lock().is_ok());
            if is_ours && is_left() {
                let _ = fs::remove_file(entry.path());
            }
        }
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
                let changed = moment(row, 2)?.unwrap_or(Timestamp::UNIX_EPOCH);
                Ok(LeftDraft { session: row.get(0)?, draft, changed })
            })?;
            // One that cannot be read is not offered; the others are.
            Ok(drafts.filter_map(Result::ok).collect())
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
        open_file(&self.session_file(name)).is_ok_and(|open| open.file.try_lock().is_err())
    }
}
