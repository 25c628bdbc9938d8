//! What lies outside the screen: the case book, the kept draft, the clock of the
//! counter. The wizard goes on without a case book.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

use super::history::History;
use super::model::{Model, Notice, Overlay, Saved};
use super::overlay::cases::CaseList;
use super::overlay::offer::{Expired, Offer, Reply};
use super::update::Context;
use crate::casebook::{CaseBook, CaseBookError, Handle, KeptSession, LeftDraft, Saving, Then};
use crate::clock;
use crate::report::estimate_json;
use crate::screen::navigate;
use yidi_core::answers::Draft;
use yidi_core::estimate::estimate;
use yidi_core::places::Place;

/// How long a key waits for another session that is writing; what was not
/// written is tried again after the next one.
const PATIENCE: Duration = Duration::from_millis(300);

/// Where another session kept the book for long, so long it is left alone.
const PAUSE: Duration = Duration::from_secs(1);

/// Before the screen is cleared a countdown of so long is shown.
const COUNTDOWN: Duration = Duration::from_secs(30);

/// The outside of one run.
pub(super) struct Desk {
    book: Result<CaseBook, CaseBookError>,
    /// How the book is opened once the session that held it at the start is done.
    again: Option<Reopening>,
    /// Another session is writing: from then on it is tried again.
    not_before: Option<Duration>,
    /// None in counter mode: nothing of an unsaved case is written.
    session: Option<KeptSession>,
    kept: Draft,
    /// The ticks of the saved case on the screen, as they are on the disk.
    ticks: Option<Ticks>,
    /// After so long without a key the screen is cleared.
    idle: Option<Duration>,
    last_key: Duration,
}

/// A book that another session held when this one began.
struct Reopening {
    path: PathBuf,
    today: Date,
    keeps_drafts: bool,
}

/// What is ticked of a saved case; the items are those of its trip.
struct Ticks {
    number: i64,
    trip: (Place, Place),
    items: BTreeSet<String>,
}

impl Ticks {
    /// Of the saved case on the screen, where its list is there.
    fn of(model: &Model) -> Option<Self> {
        let (saved, result) = (model.saved.as_ref()?, model.result.as_ref()?);
        let trip = (result.case().insured, result.case().care_place);
        Some(Self { number: saved.handle.number, trip, items: result.ticked().clone() })
    }
}

/// What the loop does when no key comes.
pub(super) enum Tick {
    /// Nothing: the next key is waited for.
    Wait,
    /// Shows how many seconds are left, and looks again after so long.
    Show(Option<u64>, Duration),
    /// Clears the screen and begins anew.
    Clear,
}

impl Desk {
    /// Opens the case book; in counter mode without a draft.
    pub(super) fn open(
        path: Option<&Path>,
        counter: Option<u32>,
        today: Date,
    ) -> (Self, Option<crate::casebook::Remark>) {
        let path = path.map_or_else(CaseBook::usual_path, |path| Ok(path.to_owned()));
        let opened = path.clone().and_then(|path| CaseBook::open_within(&path, today, PATIENCE));
        let (book, remark) = match opened {
            Ok(opened) => (Ok(opened.book), opened.remark),
            Err(trouble) => (Err(trouble), None),
        };
        let is_held = matches!(book, Err(CaseBookError::Locked));
        let keeps_drafts = counter.is_none();
        let again = path.ok().filter(|_| is_held).map(|path| Reopening { path, today, keeps_drafts });
        let session = match (&book, counter) {
            (Ok(book), None) => book.session().ok(),
            _ => None,
        };
        let idle = counter.map(|minutes| Duration::from_secs(u64::from(minutes) * 60));
        let last_key = clock::now();
        let kept = Draft::default();
        (Self { book, again, not_before: None, session, kept, ticks: None, idle, last_key }, remark)
    }

    /// Opens the book that another session held at the start, where it is free by
    /// now. A damaged one is left to the next start.
    fn try_again(&mut self) {
        let Some(Reopening { path, today, keeps_drafts }) = &self.again else { return };
        if self.is_paused() {
            return;
        }
        match CaseBook::open_within(path, *today, PATIENCE) {
            Ok(opened) => {
                self.session = if *keeps_drafts { opened.book.session().ok() } else { None };
                self.book = Ok(opened.book);
                self.again = None;
            }
            Err(CaseBookError::Locked) => self.pause(),
            Err(trouble) => {
                self.book = Err(trouble);
                self.again = None;
            }
        }
    }

    fn is_paused(&self) -> bool {
        self.not_before.is_some_and(|moment| clock::now() < moment)
    }

    fn pause(&mut self) {
        self.not_before = Some(clock::now() + PAUSE);
    }

    /// Why there is no case book, where there is none and somebody can do
    /// something about it.
    pub(super) fn trouble(&self) -> Option<CaseBookError> {
        match &self.book {
            Err(CaseBookError::NoFolder) | Ok(_) => None,
            Err(trouble) => Some(trouble.clone()),
        }
    }

    /// What is offered at the start: an unfinished case, then old cases.
    pub(super) fn offer(&self, retention: u32, now: Timestamp, today: Date) -> Option<Offer> {
        let book = self.book.as_ref().ok().filter(|book| !book.is_read_only())?;
        if self.session.is_some()
            && let Some(left) = book.left_drafts().ok()?.into_iter().next()
        {
            return Some(Offer::Resume(left));
        }
        let numbers = book.expired(retention, now).ok()?;
        let expired = Expired { numbers, days: retention, today };
        (!expired.numbers.is_empty()).then_some(Offer::Expire(expired))
    }

    /// Takes an offer; what was left is the model's then. Or deletes what it is
    /// about.
    pub(super) fn take_offer(&mut self, model: &mut Model, offer: &Offer, reply: Reply) {
        let Ok(book) = &self.book else { return };
        let done = match (offer, reply) {
            (Offer::Resume(left), Reply::Take) => self.resume(left).map(|draft| {
                if let Some(draft) = draft {
                    self.kept = draft.clone();
                    model.history = History::starting_at(&draft);
                    model.draft = draft;
                    navigate::arrive_at_open(model);
                }
            }),
            (Offer::Resume(left), Reply::Delete) => book.discard_draft(left),
            (Offer::Expire(old), Reply::Delete) => book.delete(&old.numbers).and_then(|_| book.vacuum()),
            (Offer::Expire(_), Reply::Take) => Ok(()),
        };
        if let Err(trouble) = done {
            model.notice = Some(Notice::Trouble(trouble));
        }
    }

    fn resume(&self, left: &LeftDraft) -> Result<Option<Draft>, CaseBookError> {
        match (&self.book, &self.session) {
            (Ok(book), Some(session)) => book.take_draft(left, session),
            _ => Ok(None),
        }
    }

    /// Keeps the answers as a draft, where they changed since. Whether there is
    /// trouble to be shown.
    pub(super) fn keep(&mut self, model: &mut Model) -> bool {
        if *model.draft_to_keep() == self.kept || self.is_paused() {
            return false;
        }
        self.try_again();
        let (Ok(book), Some(session)) = (&self.book, &self.session) else { return false };
        let draft = model.draft_to_keep().clone();
        let done = if draft == Draft::default() {
            book.drop_draft(session)
        } else {
            book.keep_draft(session, &draft, Timestamp::now())
        };
        match done {
            Ok(()) => {
                self.kept = draft;
                self.not_before = None;
                false
            }
            // Another session writes: told once, and tried again after the next key.
            Err(CaseBookError::Locked) => {
                let is_news = self.not_before.is_none();
                self.pause();
                if is_news {
                    model.notice = Some(Notice::Trouble(CaseBookError::Locked));
                }
                is_news
            }
            Err(trouble) => {
                model.notice = Some(Notice::Trouble(trouble));
                // It is told once; the wizard goes on.
                self.session = None;
                true
            }
        }
    }

    /// Writes what was ticked since of a saved case: it is on the disk at once.
    /// Whether there is trouble to be shown.
    pub(super) fn keep_ticks(&mut self, model: &mut Model) -> bool {
        if self.is_paused() {
            return false;
        }
        let (Ok(book), Some(before), Some(now)) = (&self.book, &self.ticks, Ticks::of(model)) else {
            return false;
        };
        // Another trip has another list: it is written when it is saved.
        if (before.number, before.trip) != (now.number, now.trip) {
            return false;
        }
        let changed = before.items.symmetric_difference(&now.items);
        let moment = Timestamp::now();
        let done = changed
            .map(|item| book.set_tick(now.number, item, now.items.contains(item), moment))
            .collect::<Result<Vec<()>, CaseBookError>>();
        match done {
            Ok(_) => {
                self.ticks = Some(now);
                false
            }
            // What was not written is tried again after the next key.
            Err(trouble) => {
                if trouble == CaseBookError::Locked {
                    self.pause();
                }
                model.notice = Some(Notice::Trouble(trouble));
                true
            }
        }
    }

    /// The case is finished or given up: its draft goes.
    pub(super) fn forget(&self) {
        if let (Ok(book), Some(session)) = (&self.book, &self.session) {
            // Nobody left to tell when this fails: the draft is offered again.
            let _ = book.drop_draft(session);
        }
    }

    /// Saves the case with its note.
    pub(super) fn save(&mut self, model: &mut Model, world: &Context<'_>, note: &str) {
        self.try_again();
        let over = self.was_changed_elsewhere(model);
        let saved = self.saved(model, world, note);
        model.notice = Some(match saved {
            Ok(handle) => {
                let number = handle.number;
                model.saved = Some(Saved { handle, answers: model.draft.clone() });
                note.clone_into(&mut model.note);
                self.ticks = Ticks::of(model);
                Notice::CaseSaved(number, over)
            }
            Err(trouble) => Notice::Trouble(trouble),
        });
    }

    /// Whether another session answered the case anew since this one saved or
    /// opened it: its answers are written over, and that is said.
    fn was_changed_elsewhere(&self, model: &Model) -> bool {
        let (Ok(book), Some(saved)) = (&self.book, &model.saved) else { return false };
        book.get(saved.handle.number).is_ok_and(|entry| entry.summary.draft != saved.answers)
    }

    fn saved(&self, model: &Model, world: &Context<'_>, note: &str) -> Result<Handle, CaseBookError> {
        let book = self.book.as_ref().map_err(Clone::clone)?;
        let case = model.draft.finish(model.today).ok();
        let estimate = case.and_then(|case| estimate(world.book, &case).ok());
        let then = estimate.and_then(|estimate| {
            let json = estimate_json(world.book, &estimate).ok()?.to_string();
            Some(Then::of(world.book, &estimate, json))
        });
        let none = BTreeSet::new();
        // What this session last saw of the case: only what it changed is written.
        let number = model.saved.as_ref().map(|saved| saved.handle.number);
        let known = self.ticks.as_ref().filter(|ticks| Some(ticks.number) == number);
        let saving = Saving {
            id: model.saved.as_ref().map(|saved| saved.handle.id.as_str()),
            draft: &model.draft,
            ticks: model.result.as_ref().map_or(&none, |result| result.ticked()),
            known: known.map_or(&none, |ticks| &ticks.items),
            note: Some(note),
            then: then.as_ref(),
        };
        book.save(&saving, Timestamp::now())
    }

    /// Shows the saved cases.
    pub(super) fn list(&mut self, model: &mut Model) {
        self.try_again();
        let listed = self.book.as_ref().map_err(Clone::clone);
        match listed.and_then(CaseBook::all) {
            Ok(all) => model.overlay = Some(Overlay::Cases(CaseList::new(all))),
            Err(trouble) => model.notice = Some(Notice::Trouble(trouble)),
        }
    }

    /// Opens a saved case with all answers and ticks, and says whether the rule
    /// changed since.
    pub(super) fn reopen(&mut self, model: &mut Model, world: &Context<'_>, number: i64) {
        let entry = self.book.as_ref().map_err(Clone::clone);
        let entry = match entry.and_then(|book| book.get(number)) {
            Ok(entry) => entry,
            Err(trouble) => return model.notice = Some(Notice::Trouble(trouble)),
        };
        model.begin_anew();
        model.draft = entry.summary.draft;
        navigate::arrive_at_open(model);
        if model.draft.finish(model.today).is_ok() {
            navigate::show_result(model, world);
        }
        if let Some(result) = &mut model.result {
            result.take_ticks(entry.ticks);
        }
        let notice = match (entry.then, model.result.as_ref().and_then(|result| result.estimate())) {
            (Some(then), Some(now)) if then.differs(now) => {
                Notice::CaseChanged { number, personal: then.personal, data: then.data }
            }
            _ => Notice::CaseOpened(number),
        };
        model.notice = Some(notice);
        model.saved = Some(Saved { handle: entry.summary.handle, answers: model.draft.clone() });
        model.note = entry.summary.note;
        self.ticks = Ticks::of(model);
        model.history = History::starting_at(&model.draft);
    }

    /// Deletes a saved case for good.
    pub(super) fn delete(&mut self, model: &mut Model, number: i64) {
        let book = self.book.as_ref().map_err(Clone::clone);
        let done = book.and_then(|book| book.delete(&[number]).and_then(|_| book.vacuum()));
        if model.saved.as_ref().is_some_and(|saved| saved.handle.number == number) {
            model.saved = None;
        }
        match done {
            Ok(()) => {
                self.list(model);
                model.notice = Some(Notice::CaseDeleted(number));
            }
            Err(trouble) => model.notice = Some(Notice::Trouble(trouble)),
        }
    }

    /// A key came.
    pub(super) fn key(&mut self) {
        self.last_key = clock::now();
    }

    /// What is to be done while no key comes.
    pub(super) fn tick(&self, has_answers: bool) -> Tick {
        let Some(idle) = self.idle.filter(|_| has_answers) else { return Tick::Wait };
        let left = idle.saturating_sub(clock::now().saturating_sub(self.last_key));
        if left.is_zero() {
            return Tick::Clear;
        }
        if left > COUNTDOWN {
            return Tick::Show(None, left.saturating_sub(COUNTDOWN).min(clock::GLANCE));
        }
        Tick::Show(Some(left.as_secs() + 1), Duration::from_millis(u64::from(left.subsec_millis()) + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_the_counter(idle: u64, quiet: u64) -> Desk {
        let last_key = clock::now().saturating_sub(Duration::from_secs(quiet));
        let idle = Some(Duration::from_secs(idle));
        Desk {
            book: Err(CaseBookError::NoFolder),
            again: None,
            not_before: None,
            session: None,
            kept: Draft::default(),
            ticks: None,
            idle,
            last_key,
        }
    }

    #[test]
    fn the_counter_shows_a_countdown_and_then_clears() {
        assert!(matches!(at_the_counter(120, 10).tick(true), Tick::Show(None, _)));
        let Tick::Show(Some(seconds), _) = at_the_counter(120, 100).tick(true) else {
            panic!("no countdown")
        };
        assert!((19..=20).contains(&seconds), "{seconds}");
        assert!(matches!(at_the_counter(120, 121).tick(true), Tick::Clear));
    }

    #[test]
    fn a_fresh_wizard_waits_as_long_as_it_takes() {
        assert!(matches!(at_the_counter(60, 600).tick(false), Tick::Wait));
        let anywhere = Desk { idle: None, ..at_the_counter(60, 600) };
        assert!(matches!(anywhere.tick(true), Tick::Wait));
    }

    #[test]
    fn at_a_counter_no_draft_is_kept_and_elsewhere_it_is_offered_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        let today = jiff::civil::date(2026, 11, 22);
        let mut model = Model::new((80, 24), today);
        model.draft.tier = Some(yidi_core::policy::Tier::Two);
        model.history.note(&model.draft);
        let offered = |counter| {
            let (mut desk, remark) = Desk::open(Some(&path), counter, today);
            assert!(remark.is_none());
            let offer = desk.offer(365, Timestamp::now(), today);
            desk.keep(&mut model.clone());
            offer
        };
        assert!(offered(Some(5)).is_none());
        assert!(offered(None).is_none(), "a counter keeps no draft");
        let Some(Offer::Resume(left)) = offered(None) else { panic!("the draft of the session before") };
        assert_eq!(left.draft, model.draft);
        assert!(offered(Some(5)).is_none(), "a counter offers none");
    }

    #[test]
    fn a_tick_of_a_saved_case_is_on_the_disk_at_once_and_another_trip_leaves_it() {
        let folder = tempfile::tempdir().unwrap();
        let text = crate::words::Text::new(crate::words::Lang::Zh);
        let data = yidi_core::policy::Book::embedded().unwrap();
        let world = Context { book: &data, text: &text };
        let today = jiff::civil::date(2026, 11, 22);
        let (mut desk, _) = Desk::open(Some(&folder.path().join("cases.db")), Some(5), today);
        let mut model = Model::new((80, 24), today);
        model.draft = yidi_core::answers::express("鞍山 北京 职工在职 三级 5万", &Draft::default()).draft;
        navigate::show_result(&mut model, &world);
        desk.save(&mut model, &world, "");
        let number = model.saved.as_ref().unwrap().handle.number;
        let ticks = |desk: &Desk| desk.book.as_ref().ok().unwrap().get(number).unwrap().ticks;
        let tick = |model: &mut Model, items: &[&str]| {
            let items = items.iter().map(|item| (*item).to_owned()).collect();
            model.result.as_mut().unwrap().take_ticks(items);
        };
        tick(&mut model, &["one", "two"]);
        desk.keep_ticks(&mut model);
        assert_eq!(ticks(&desk), ["one", "two"].map(str::to_owned).into());
        tick(&mut model, &["two"]);
        desk.keep_ticks(&mut model);
        assert_eq!(ticks(&desk), ["two".to_owned()].into());
        model.draft = yidi_core::answers::express("鞍山 上海 职工在职 三级 5万", &Draft::default()).draft;
        navigate::show_result(&mut model, &world);
        tick(&mut model, &[]);
        desk.keep_ticks(&mut model);
        assert_eq!(ticks(&desk), ["two".to_owned()].into(), "the list of another trip");
    }

    #[test]
    fn a_book_that_is_held_for_a_while_costs_no_draft_and_no_patience() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        let today = jiff::civil::date(2026, 11, 22);
        drop(Desk::open(Some(&path), None, today));
        let holder = rusqlite::Connection::open(&path).unwrap();
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let begun = std::time::Instant::now();
        // Held at the start, or from some key on.
        let (mut late, _) = Desk::open(Some(&path), None, today);
        holder.execute_batch("COMMIT").unwrap();
        let (mut early, _) = Desk::open(Some(&path), None, today);
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        assert!(matches!(late.trouble(), Some(CaseBookError::Locked)));
        let mut model = Model::new((80, 24), today);
        for key in 0..20 {
            model.draft.write(yidi_core::case::Field::Total, &key.to_string());
            model.history.note(&model.draft);
            let is_told = early.keep(&mut model);
            assert_eq!(is_told, key == 0, "told once");
            late.keep(&mut model);
        }
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        holder.execute_batch("COMMIT").unwrap();
        drop(holder);
        std::thread::sleep(PAUSE);
        assert!(!early.keep(&mut model) && !late.keep(&mut model));
        drop((early, late));
        let (desk, _) = Desk::open(Some(&path), None, today);
        let left = desk.book.as_ref().ok().unwrap().left_drafts().unwrap();
        assert_eq!(left.len(), 2, "both kept what was answered last");
        assert!(left.iter().all(|left| left.draft == model.draft));
    }

    #[test]
    fn answers_of_another_session_are_not_written_over_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        let text = crate::words::Text::new(crate::words::Lang::Zh);
        let data = yidi_core::policy::Book::embedded().unwrap();
        let world = Context { book: &data, text: &text };
        let today = jiff::civil::date(2026, 11, 22);
        let session = || {
            let mut model = Model::new((80, 24), today);
            model.draft = yidi_core::answers::express("鞍山 北京 职工在职 三级 5万", &Draft::default()).draft;
            (Desk::open(Some(&path), Some(5), today).0, model)
        };
        let ((mut one, mut mine), (mut other, mut theirs)) = (session(), session());
        one.save(&mut mine, &world, "");
        assert_eq!(mine.notice, Some(Notice::CaseSaved(1, false)));
        other.reopen(&mut theirs, &world, 1);
        one.save(&mut mine, &world, "");
        assert_eq!(mine.notice, Some(Notice::CaseSaved(1, false)), "nobody changed it");
        theirs.draft.write(yidi_core::case::Field::Total, "6万");
        other.save(&mut theirs, &world, "");
        assert_eq!(theirs.notice, Some(Notice::CaseSaved(1, false)));
        one.save(&mut mine, &world, "");
        assert_eq!(mine.notice, Some(Notice::CaseSaved(1, true)));
    }
}
