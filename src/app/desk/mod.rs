//! What the screen and the lines share: the case book of a run, the draft that
//! is kept in it, and how long nobody may be there. Both only word what it gives.
//!
//! Without a usable case book the questions go on.

mod idle;
mod offer;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::casebook::{
    CaseBook, CaseBookError, CaseEntry, CaseSummary, Handle, KeptSession, LeftDraft, Remark, Saving, Then,
};
use crate::clock;
use crate::report::estimate_json;
use crate::settings::Edition;
use yidi_core::answers::Draft;
use yidi_core::estimate::estimate;
use yidi_core::places::Place;
use yidi_core::policy::Book;
use yidi_core::year::case_of;

pub(crate) use idle::{COUNTDOWN, Idle, Tick};
pub(crate) use offer::{Expired, Offer, Reply};

/// Where another session kept the book for long, so long it is left alone.
const PAUSE: Duration = Duration::from_secs(1);

/// Where and for whom the questions are asked.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// The case book; none means the user's own.
    pub cases: Option<PathBuf>,
    /// Counter mode: idle minutes after which the case is gone; nothing of an
    /// unsaved case is written then.
    pub counter: Option<u32>,
    /// Days after which saved cases are offered for deletion.
    pub retention: u32,
    /// The usual insured area.
    pub city: Option<Place>,
    /// The folder of an agency's own figures.
    pub policy: Option<PathBuf>,
    /// The public sits at it: nothing leads to a shell or to another's case.
    pub is_locked: bool,
    /// The usual edition of the hand-out.
    pub edition: Edition,
    /// The command that prints, as it was set; nothing: what the machine has.
    pub print: Option<String>,
    /// The settings file of the user, where an answer about the desk is kept.
    pub settings_file: Option<PathBuf>,
}

impl Office {
    /// After so long without a key the case is gone.
    pub(crate) fn most_idle(&self) -> Option<Duration> {
        self.counter.map(|minutes| Duration::from_secs(u64::from(minutes) * 60))
    }
}

/// The case book of a run.
pub(crate) struct Desk {
    place: Result<PathBuf, CaseBookError>,
    today: Date,
    /// How long it is waited for another session that is writing; what was not
    /// written is tried again.
    patience: Duration,
    keeps_drafts: bool,
    /// None where it was not opened yet.
    book: Option<Result<CaseBook, CaseBookError>>,
    /// Another session is writing: from then on it is tried again.
    not_before: Option<Duration>,
    /// None where no draft is kept.
    session: Option<KeptSession>,
    /// The answers as they were kept last.
    kept: Draft,
    /// The ticks of the saved case that is open, as they are on the disk.
    ticks: Option<Ticks>,
}

/// What is ticked of a saved case; the items are those of its trip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ticks {
    /// Of which case.
    pub(crate) number: i64,
    /// From where to where.
    pub(crate) trip: (Place, Place),
    /// Ids of the ticked items.
    pub(crate) items: BTreeSet<String>,
}

/// A case to be saved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ToSave<'a> {
    /// The policy data that settles it.
    pub(crate) data: &'a Book,
    /// The answers.
    pub(crate) draft: &'a Draft,
    /// The saved case that it is already.
    pub(crate) saved: Option<&'a Handle>,
    /// Ids of the ticked items.
    pub(crate) ticked: &'a BTreeSet<String>,
    /// The note.
    pub(crate) note: &'a str,
}

impl Desk {
    /// A case book that is not opened yet; none means the user's own.
    pub(crate) fn closed(cases: Option<PathBuf>, today: Date, patience: Duration) -> Self {
        Self {
            place: cases.map_or_else(CaseBook::usual_path, Ok),
            today,
            patience,
            keeps_drafts: false,
            book: None,
            not_before: None,
            session: None,
            kept: Draft::default(),
            ticks: None,
        }
    }

    /// Opens the book; the answers are kept from now on where that is asked for.
    /// Gives what is to be told about the book.
    ///
    /// # Errors
    /// Where there is no book, or no session can begin; the questions go on.
    pub(crate) fn open(&mut self, keeps_drafts: bool) -> Result<Option<Remark>, CaseBookError> {
        self.keeps_drafts = keeps_drafts;
        let opened = self.place.clone();
        let opened = opened.and_then(|path| CaseBook::open_within(&path, self.today, self.patience));
        let opened = match opened {
            Ok(opened) => opened,
            Err(trouble) => {
                self.book = Some(Err(trouble.clone()));
                return Err(trouble);
            }
        };
        let session = (keeps_drafts && !opened.book.is_read_only()).then(|| opened.book.session());
        self.book = Some(Ok(opened.book));
        self.session = session.transpose()?;
        Ok(opened.remark)
    }

    /// The book, opened where it was not, and where another session held it; a
    /// damaged one is left to the next start.
    fn book(&mut self) -> Result<&CaseBook, CaseBookError> {
        let is_held = matches!(self.book, Some(Err(CaseBookError::Locked))) && !self.is_paused();
        if (is_held || self.book.is_none()) && self.open(self.keeps_drafts) == Err(CaseBookError::Locked) {
            self.pause();
        }
        self.opened()
    }

    /// The book as it is, opened or not.
    fn opened(&self) -> Result<&CaseBook, CaseBookError> {
        match &self.book {
            Some(Ok(book)) => Ok(book),
            Some(Err(trouble)) => Err(trouble.clone()),
            None => Err(CaseBookError::NoFolder),
        }
    }

    fn is_paused(&self) -> bool {
        self.not_before.is_some_and(|moment| clock::now() < moment)
    }

    fn pause(&mut self) {
        self.not_before = Some(clock::now() + PAUSE);
    }

    /// The unfinished case that is offered, where drafts are kept.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub(crate) fn left(&self) -> Result<Option<LeftDraft>, CaseBookError> {
        match (self.opened(), &self.session) {
            (Ok(book), Some(_)) => Ok(book.left_drafts()?.into_iter().next()),
            _ => Ok(None),
        }
    }

    /// What is offered: an unfinished case, then cases that are older than they
    /// are kept, where they can be deleted.
    pub(crate) fn offer(&self, days: u32, now: Timestamp) -> Option<Offer> {
        if let Some(left) = self.left().ok()? {
            return Some(Offer::Resume(left));
        }
        let book = self.opened().ok().filter(|book| !book.is_read_only())?;
        let numbers = book.expired(days, now).ok()?;
        (!numbers.is_empty()).then_some(Offer::Expire(Expired { numbers, days, today: self.today }))
    }

    /// Takes over what was left; nothing where another session was faster.
    ///
    /// # Errors
    /// Where the book could not be written.
    pub(crate) fn take(&mut self, left: &LeftDraft) -> Result<Option<Draft>, CaseBookError> {
        let (Ok(book), Some(session)) = (self.opened(), &self.session) else { return Ok(None) };
        let taken = book.take_draft(left, session)?;
        if let Some(draft) = &taken {
            self.kept = draft.clone();
        }
        Ok(taken)
    }

    /// Drops what was left: the person does not want it.
    ///
    /// # Errors
    /// Where the book could not be written.
    pub(crate) fn discard(&self, left: &LeftDraft) -> Result<(), CaseBookError> {
        self.opened().map_or(Ok(()), |book| book.discard_draft(left))
    }

    /// Keeps the answers as a draft, where they changed since. Gives the trouble
    /// that is to be told: each once.
    pub(crate) fn keep(&mut self, draft: &Draft) -> Option<CaseBookError> {
        if *draft == self.kept || self.book.is_none() || self.is_paused() {
            return None;
        }
        let is_news = self.not_before.is_none();
        let _ = self.book();
        let (Ok(book), Some(session)) = (self.opened(), &self.session) else { return None };
        let done = if *draft == Draft::default() {
            book.drop_draft(session)
        } else {
            book.keep_draft(session, draft, Timestamp::now())
        };
        match done {
            Ok(()) => {
                self.kept = draft.clone();
                self.not_before = None;
                None
            }
            // Another session writes: it is tried again after the next answer.
            Err(CaseBookError::Locked) => {
                self.pause();
                is_news.then_some(CaseBookError::Locked)
            }
            Err(trouble) => {
                self.session = None;
                Some(trouble)
            }
        }
    }

    /// The case is finished or given up: its draft goes.
    pub(crate) fn forget(&self) {
        if let (Ok(book), Some(session)) = (self.opened(), &self.session) {
            // Nobody left to tell when this fails: the draft is offered again.
            let _ = book.drop_draft(session);
        }
    }

    /// Saves a case, with its estimate where there is one.
    ///
    /// # Errors
    /// Where there is no book, or it could not be written.
    pub(crate) fn save(&mut self, case: &ToSave<'_>) -> Result<Handle, CaseBookError> {
        let finished = case_of(case.data, case.draft, self.today).ok();
        let estimate = finished.and_then(|finished| estimate(case.data, &finished).ok());
        let then = estimate.and_then(|estimate| {
            let json = estimate_json(case.data, &estimate).ok()?.to_string();
            Some(Then::of(case.data, &estimate, json))
        });
        self.book()?;
        // What this session last saw of the case: only what it changed is written.
        let number = case.saved.map(|handle| handle.number);
        let known = self.ticks.as_ref().filter(|ticks| Some(ticks.number) == number);
        let none = BTreeSet::new();
        let saving = Saving {
            id: case.saved.map(|handle| handle.id.as_str()),
            draft: case.draft,
            ticks: case.ticked,
            known: known.map_or(&none, |ticks| &ticks.items),
            note: Some(case.note),
            then: then.as_ref(),
        };
        self.opened()?.save(&saving, Timestamp::now())
    }

    /// Whether another session answered a saved case anew: its answers are not
    /// these any more.
    pub(crate) fn was_changed_elsewhere(&mut self, saved: &Handle, answers: &Draft) -> bool {
        let entry = self.book().and_then(|book| book.get(saved.number));
        entry.is_ok_and(|entry| entry.summary.draft != *answers)
    }

    /// From now on the ticks of this case are written at once.
    pub(crate) fn watch(&mut self, ticks: Option<Ticks>) {
        self.ticks = ticks;
    }

    /// Writes what was ticked since of the saved case that is open: it is on the
    /// disk at once. Another trip has another list: it is written when it is saved.
    ///
    /// # Errors
    /// Where it could not be written; it is tried again.
    pub(crate) fn keep_ticks(&mut self, now: Ticks) -> Result<(), CaseBookError> {
        let (Ok(book), Some(before), false) = (self.opened(), &self.ticks, self.is_paused()) else {
            return Ok(());
        };
        if (before.number, before.trip) != (now.number, now.trip) {
            return Ok(());
        }
        let moment = Timestamp::now();
        let mut changed = before.items.symmetric_difference(&now.items);
        let done =
            changed.try_for_each(|item| book.set_tick(now.number, item, now.items.contains(item), moment));
        match done {
            Ok(()) => self.ticks = Some(now),
            Err(CaseBookError::Locked) => self.pause(),
            Err(_) => {}
        }
        done
    }

    /// The saved cases.
    ///
    /// # Errors
    /// Where there is no book, or it cannot be read.
    pub(crate) fn all(&mut self) -> Result<Vec<CaseSummary>, CaseBookError> {
        self.book()?.all()
    }

    /// A saved case.
    ///
    /// # Errors
    /// Where there is none of that number, or it cannot be read.
    pub(crate) fn get(&self, number: i64) -> Result<CaseEntry, CaseBookError> {
        self.opened()?.get(number)
    }

    /// Deletes saved cases for good.
    ///
    /// # Errors
    /// Where they could not be deleted.
    pub(crate) fn delete(&self, numbers: &[i64]) -> Result<(), CaseBookError> {
        let book = self.opened()?;
        book.delete(numbers)?;
        book.vacuum()
    }
}
