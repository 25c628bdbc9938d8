//! What the case book changes on the screen, and what of the screen it keeps.

use std::collections::BTreeSet;
use std::path::Path;

use super::arrive;
use super::context::ScreenContext;
use super::history::History;
use super::model::{Model, Notice, Saved};
use super::overlay::Overlay;
use super::overlay::cases::CaseList;
use super::result::ResultState;
use crate::casebook::CaseBookError;
use crate::desk::{Desk, Offer, Reply, Ticks, ToSave};
use crate::printer::Printer;
use crate::save;
use crate::words::Text;

/// Opens the case book, and offers what was left in it. Without a home there is
/// none, and nobody can do anything about it.
pub(super) fn open(model: &mut Model, desk: &mut Desk, keeps_drafts: bool) {
    model.notice = match desk.open(keeps_drafts) {
        Ok(remark) => remark.map(Notice::Remark),
        Err(CaseBookError::NoFolder) => None,
        Err(trouble) => Some(Notice::Trouble(trouble)),
    };
}

/// Takes an offer; what was left is the model's then. Or deletes what it is
/// about.
pub(super) fn take_offer(model: &mut Model, desk: &mut Desk, offer: &Offer, reply: Reply) {
    let done = match (offer, reply) {
        (Offer::Resume(left), Reply::Take) => desk.take(left).map(|draft| {
            if let Some(draft) = draft {
                model.history = History::starting_at(&draft);
                model.draft = draft;
                arrive::arrive_at_open(model);
            }
        }),
        (Offer::Resume(left), Reply::Delete) => desk.discard(left),
        (Offer::Expire(old), Reply::Delete) => desk.delete(&old.numbers),
        (Offer::Expire(_), Reply::Take) => Ok(()),
    };
    tell(model, done);
}

/// Shows what did not go well.
fn tell(model: &mut Model, done: Result<(), CaseBookError>) {
    if let Err(trouble) = done {
        model.notice = Some(Notice::Trouble(trouble));
    }
}

/// What prints from now on, in this run and, where the settings can be written, in
/// the next ones.
pub(super) fn remember(model: &mut Model, text: &Text, settings: Option<&Path>, command: Option<String>) {
    let set = command.as_deref().unwrap_or_default().to_owned();
    model.printer = command.map_or(Printer::None, Printer::Set);
    let Some(path) = settings else { return };
    if let Err(error) = save::add_setting(path, &format!("print = {}", toml::Value::from(set))) {
        model.notice = Some(Notice::NotRemembered(error.told(text, path)));
    }
}

/// Keeps the answers and the ticks. Whether there is trouble to be shown.
pub(super) fn keep(model: &mut Model, desk: &mut Desk) -> bool {
    let ticks = ticks(model).map_or(Ok(()), |now| desk.keep_ticks(now));
    let draft = desk.keep(model.draft_to_keep()).map_or(Ok(()), Err);
    let is_told = ticks.is_err() || draft.is_err();
    tell(model, ticks);
    tell(model, draft);
    is_told
}

/// What is ticked of the saved case on the screen, where its list is there.
fn ticks(model: &Model) -> Option<Ticks> {
    let (saved, result) = (model.saved.as_ref()?, model.result.as_ref()?);
    let trip = (result.case().insured, result.case().care_place);
    Some(Ticks { number: saved.handle.number, trip, items: result.ticked().clone() })
}

/// Saves the case with its note.
pub(super) fn save(model: &mut Model, desk: &mut Desk, world: &ScreenContext<'_>, note: &str) {
    let over = model.saved.as_ref().is_some_and(|one| desk.was_changed_elsewhere(&one.handle, &one.answers));
    let saved = desk.save(&ToSave {
        data: world.book,
        draft: &model.draft,
        saved: model.saved.as_ref().map(|saved| &saved.handle),
        ticked: model.result.as_ref().map_or(&BTreeSet::new(), ResultState::ticked),
        note,
    });
    model.notice = Some(match saved {
        Ok(handle) => {
            let number = handle.number;
            model.saved = Some(Saved { handle, answers: model.draft.clone() });
            note.clone_into(&mut model.note);
            desk.watch(ticks(model));
            Notice::CaseSaved(number, over)
        }
        Err(trouble) => Notice::Trouble(trouble),
    });
}

/// Shows the saved cases.
pub(super) fn list(model: &mut Model, desk: &mut Desk) {
    let done = desk.all().map(|all| model.overlay = Some(Overlay::Cases(CaseList::new(all))));
    tell(model, done);
}

/// Opens a saved case with all answers and ticks, and says whether the rule
/// changed since.
pub(super) fn reopen(model: &mut Model, desk: &mut Desk, world: &ScreenContext<'_>, number: i64) {
    let entry = match desk.get(number) {
        Ok(entry) => entry,
        Err(trouble) => return tell(model, Err(trouble)),
    };
    model.begin_anew();
    model.draft = entry.summary.draft;
    arrive::arrive_at_open(model);
    if model.draft.finish(model.today).is_ok() {
        arrive::show_result(model, world);
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
    desk.watch(ticks(model));
    model.history = History::starting_at(&model.draft);
}

/// Deletes a saved case for good.
pub(super) fn delete(model: &mut Model, desk: &mut Desk, number: i64) {
    let done = desk.delete(&[number]);
    if model.saved.as_ref().is_some_and(|saved| saved.handle.number == number) {
        model.saved = None;
    }
    if done.is_ok() {
        list(model, desk);
        model.notice = Some(Notice::CaseDeleted(number));
    }
    tell(model, done);
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use jiff::Timestamp;
    use jiff::civil::Date;

    use super::*;
    use yidi_core::answers::Draft;
    use yidi_core::policy::Book;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    fn opened(path: &Path, keeps_drafts: bool) -> Desk {
        let mut desk = Desk::closed(Some(path.to_owned()), TODAY, Duration::from_millis(300));
        let _ = desk.open(keeps_drafts);
        desk
    }

    #[test]
    fn at_a_counter_no_draft_is_kept_and_elsewhere_it_is_offered_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        let mut model = Model::new((80, 24), TODAY);
        model.draft.tier = Some(yidi_core::policy::Tier::Two);
        model.history.note(&model.draft);
        let offered = |keeps_drafts| {
            let mut model = model.clone();
            let mut desk = Desk::closed(Some(path.clone()), TODAY, Duration::from_millis(300));
            open(&mut model, &mut desk, keeps_drafts);
            assert_eq!(model.notice, None);
            let offer = desk.offer(365, Timestamp::now());
            keep(&mut model, &mut desk);
            offer
        };
        assert!(offered(false).is_none());
        assert!(offered(true).is_none(), "a counter keeps no draft");
        let Some(Offer::Resume(left)) = offered(true) else { panic!("the draft of the session before") };
        assert_eq!(left.draft, model.draft);
        assert!(offered(false).is_none(), "a counter offers none");
    }

    #[test]
    fn a_tick_of_a_saved_case_is_on_the_disk_at_once_and_another_trip_leaves_it() {
        let folder = tempfile::tempdir().unwrap();
        let text = crate::words::Text::new(crate::words::Lang::Zh);
        let data = Book::embedded().unwrap();
        let world = ScreenContext { book: &data, text: &text };
        let mut desk = opened(&folder.path().join("cases.db"), false);
        let mut model = Model::new((80, 24), TODAY);
        model.draft = yidi_core::answers::express("鞍山 北京 职工在职 三级 5万", &Draft::default()).draft;
        arrive::show_result(&mut model, &world);
        save(&mut model, &mut desk, &world, "");
        let number = model.saved.as_ref().unwrap().handle.number;
        let ticks = |desk: &Desk| desk.get(number).unwrap().ticks;
        let tick = |model: &mut Model, items: &[&str]| {
            let items = items.iter().map(|item| (*item).to_owned()).collect();
            model.result.as_mut().unwrap().take_ticks(items);
        };
        tick(&mut model, &["one", "two"]);
        keep(&mut model, &mut desk);
        assert_eq!(ticks(&desk), ["one", "two"].map(str::to_owned).into());
        tick(&mut model, &["two"]);
        keep(&mut model, &mut desk);
        assert_eq!(ticks(&desk), ["two".to_owned()].into());
        model.draft = yidi_core::answers::express("鞍山 上海 职工在职 三级 5万", &Draft::default()).draft;
        arrive::show_result(&mut model, &world);
        tick(&mut model, &[]);
        keep(&mut model, &mut desk);
        assert_eq!(ticks(&desk), ["two".to_owned()].into(), "the list of another trip");
    }

    #[test]
    fn a_book_that_is_held_for_a_while_costs_no_draft_and_no_patience() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        drop(opened(&path, true));
        let holder = rusqlite::Connection::open(&path).unwrap();
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let begun = std::time::Instant::now();
        // Held at the start, or from some key on.
        let mut late = Desk::closed(Some(path.clone()), TODAY, Duration::from_millis(300));
        assert_eq!(late.open(true), Err(CaseBookError::Locked));
        holder.execute_batch("COMMIT").unwrap();
        let mut early = opened(&path, true);
        holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let mut model = Model::new((80, 24), TODAY);
        for key in 0..20 {
            model.draft.write(yidi_core::case::Field::Total, &key.to_string());
            model.history.note(&model.draft);
            let is_told = keep(&mut model, &mut early);
            assert_eq!(is_told, key == 0, "told once");
            keep(&mut model, &mut late);
        }
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        holder.execute_batch("COMMIT").unwrap();
        drop(holder);
        std::thread::sleep(Duration::from_secs(1));
        assert!(!keep(&mut model, &mut early) && !keep(&mut model, &mut late));
        drop((early, late));
        let opened = crate::casebook::CaseBook::open(&path, TODAY).unwrap();
        let left = opened.book.left_drafts().unwrap();
        assert_eq!(left.len(), 2, "both kept what was answered last");
        assert!(left.iter().all(|left| left.draft == model.draft));
    }

    #[test]
    fn answers_of_another_session_are_not_written_over_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        let text = crate::words::Text::new(crate::words::Lang::Zh);
        let data = Book::embedded().unwrap();
        let world = ScreenContext { book: &data, text: &text };
        let session = || {
            let mut model = Model::new((80, 24), TODAY);
            model.draft = yidi_core::answers::express("鞍山 北京 职工在职 三级 5万", &Draft::default()).draft;
            (opened(&path, false), model)
        };
        let ((mut one, mut mine), (mut other, mut theirs)) = (session(), session());
        save(&mut mine, &mut one, &world, "");
        assert_eq!(mine.notice, Some(Notice::CaseSaved(1, false)));
        reopen(&mut theirs, &mut other, &world, 1);
        save(&mut mine, &mut one, &world, "");
        assert_eq!(mine.notice, Some(Notice::CaseSaved(1, false)), "nobody changed it");
        theirs.draft.write(yidi_core::case::Field::Total, "6万");
        save(&mut theirs, &mut other, &world, "");
        assert_eq!(theirs.notice, Some(Notice::CaseSaved(1, false)));
        save(&mut mine, &mut one, &world, "");
        assert_eq!(mine.notice, Some(Notice::CaseSaved(1, true)));
    }
}
