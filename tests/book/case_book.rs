//! The case book from inside: saved, found, changed, moved, deleted, brought
//! forward from earlier versions.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tempfile::TempDir;
use yidi::casebook::{CaseBook, CaseBookError, Imported, Remark, Saving, Then};
use yidi_core::answers::Draft;
use yidi_core::case::Field;
use yidi_core::num::{Money, Span};
use yidi_core::policy::{Book, Grade, Status, Tier};

use crate::support::{TODAY, draft, settled};

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

pub(crate) fn plain() -> Draft {
    draft("鞍山", "北京", Status::Active, Tier::Three, "5万")
}

pub(crate) fn open(path: &Path) -> CaseBook {
    let opened = CaseBook::open(path, TODAY).unwrap();
    assert_eq!(opened.remark, None);
    opened.book
}

pub(crate) fn fresh() -> (TempDir, PathBuf, CaseBook) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("yidi").join("cases.db");
    let book = open(&path);
    (folder, path, book)
}

pub(crate) fn save(book: &CaseBook, draft: &Draft, note: &str, second: i64) -> i64 {
    let ticks = BTreeSet::new();
    let saving = Saving { id: None, draft, ticks: &ticks, known: &ticks, note: Some(note), then: None };
    book.save(&saving, at(second)).unwrap().number
}

fn ticks(items: &[&str]) -> BTreeSet<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

fn then() -> Then {
    let book = Book::embedded().unwrap();
    let estimate = settled(&plain());
    let json = yidi::report::estimate_json(&book, &estimate).unwrap();
    Then::of(&book, &estimate, json.to_string())
}

#[test]
fn a_saved_case_comes_back_whole_in_another_session() {
    let (_folder, path, book) = fresh();
    let (draft, ticks, then) = (plain(), ticks(&["card", "file"]), then());
    let none = BTreeSet::new();
    let saving = Saving {
        id: None,
        draft: &draft,
        ticks: &ticks,
        known: &none,
        note: Some("12 号"),
        then: Some(&then),
    };
    let handle = book.save(&saving, at(0)).unwrap();
    assert_eq!((handle.number, handle.id.len()), (1, 32));
    let entry = open(&path).get(1).unwrap();
    assert_eq!((&entry.summary.draft, &entry.ticks), (&draft, &ticks));
    assert_eq!((entry.summary.note.as_str(), entry.summary.ticked), ("12 号", 2));
    assert_eq!((entry.summary.created, entry.summary.changed), (at(0), at(0)));
    assert_eq!(entry.summary.personal, Some(then.personal));
    assert_eq!(entry.then, Some(then));
    assert!(!entry.then.unwrap().differs(&settled(&plain())));
}

#[test]
fn saving_again_changes_the_case_and_keeps_what_is_not_named() {
    let (_folder, _, book) = fresh();
    let number = save(&book, &plain(), "第一次", 0);
    let id = book.get(number).unwrap().summary.handle.id;
    book.set_tick(number, "card", true, at(1)).unwrap();
    book.set_tick(number, "card", true, at(2)).unwrap();
    let mut draft = plain();
    draft.write(Field::Total, "6万");
    let ticks = book.get(number).unwrap().ticks;
    let saving =
        Saving { id: Some(&id), draft: &draft, ticks: &ticks, known: &ticks, note: None, then: None };
    assert_eq!(book.save(&saving, at(3)).unwrap().number, number);
    let entry = book.get(number).unwrap();
    assert_eq!((entry.summary.note.as_str(), &entry.summary.draft), ("第一次", &draft));
    assert_eq!((entry.summary.created, entry.summary.changed), (at(0), at(3)));
    assert_eq!(entry.ticks, ticks);
    book.set_tick(number, "card", false, at(4)).unwrap();
    book.set_note(number, "改过", at(5)).unwrap();
    let entry = book.get(number).unwrap();
    assert_eq!((entry.ticks.len(), entry.summary.note.as_str()), (0, "改过"));
    assert!(matches!(book.set_note(99, "x", at(6)), Err(CaseBookError::NoSuchCase)));
    assert!(matches!(book.set_tick(99, "x", true, at(6)), Err(CaseBookError::NoSuchCase)));
    assert!(matches!(book.get(99), Err(CaseBookError::NoSuchCase)));
}

#[test]
fn a_case_deleted_elsewhere_is_saved_anew_under_its_id() {
    let (_folder, path, book) = fresh();
    let number = save(&book, &plain(), "x", 0);
    let id = book.get(number).unwrap().summary.handle.id;
    assert_eq!(open(&path).delete(&[number]).unwrap(), 1);
    let none = BTreeSet::new();
    let saving =
        Saving { id: Some(&id), draft: &plain(), ticks: &none, known: &none, note: Some("y"), then: None };
    let handle = book.save(&saving, at(1)).unwrap();
    assert_eq!((handle.id, handle.number), (id, number + 1), "no number is used twice");
}

#[test]
fn a_case_is_found_by_whatever_is_remembered_of_it() {
    let (_folder, _, book) = fresh();
    let mut other = draft("上海", "杭州", Status::Retired, Tier::Two, "12000");
    other.write(Field::Date, "2026年3月2日");
    let (one, two) = (save(&book, &plain(), "窗口 12 号，急", 0), save(&book, &other, "Li", 1));
    let id = book.get(two).unwrap().summary.handle.id;
    let found = |search: &str| -> Vec<i64> {
        book.list(search).unwrap().into_iter().map(|one| one.handle.number).collect()
    };
    assert_eq!(found(""), [two, one], "the one changed last first");
    for search in ["鞍山", "anshan", "Anshan", "as", "北京 急", "5万", "50000", "12 号", "#1", "210300"]
    {
        assert_eq!(found(search), [one], "{search}");
    }
    for search in ["hz", "Ｈangzhou", "2026-03", "2026/3/2", "03-02", "1.2万", "li", &id[..6]] {
        assert_eq!(found(search), [two], "{search}");
    }
    assert_eq!(found("鞍山 杭州"), [0_i64; 0]);
    assert_eq!((book.find("2").unwrap(), book.find(&id[..8]).unwrap()), (two, two));
    assert!(matches!(book.find("77"), Err(CaseBookError::NoSuchCase)));
}

#[test]
fn old_cases_are_told_by_their_last_change() {
    let (_folder, _, book) = fresh();
    let (old, young) = (save(&book, &plain(), "", 0), save(&book, &plain(), "", 86_400 * 10));
    let now = at(86_400 * 365);
    assert_eq!(book.older_than(365, now).unwrap(), [old]);
    assert_eq!(book.older_than(366, now).unwrap(), [0_i64; 0]);
    assert_eq!(book.expired(365, now).unwrap(), [old]);
    assert_eq!(book.expired(0, at(86_400)).unwrap(), [0_i64; 0], "one was changed after now");
    assert_eq!(book.delete(&book.older_than(0, now).unwrap()).unwrap(), 2);
    assert!(matches!(book.get(young), Err(CaseBookError::NoSuchCase)));
}

#[test]
fn a_book_moves_as_json_and_twice_is_once() {
    let (_folder, _, book) = fresh();
    let then = then();
    let items = ticks(&["card"]);
    let saving = Saving {
        id: None,
        draft: &plain(),
        ticks: &items,
        known: &BTreeSet::new(),
        note: Some("引号\",逗号\n换行"),
        then: Some(&then),
    };
    book.save(&saving, at(0)).unwrap();
    let number = save(&book, &Draft::default(), "空", 1);
    let text = book.export_json(&[1, number]).unwrap();
    let (_other, _, target) = fresh();
    assert_eq!(target.import(&text).unwrap(), Imported { added: 2, updated: 0, unchanged: 0 });
    assert_eq!(target.import(&text).unwrap(), Imported { added: 0, updated: 0, unchanged: 2 });
    assert_eq!(target.get(1).unwrap(), book.get(1).unwrap());
    assert_eq!(target.export_json(&[1, 2]).unwrap(), text);
    book.set_note(1, "后来", at(9)).unwrap();
    let later = book.export_json(&[1]).unwrap();
    assert_eq!(target.import(&later).unwrap(), Imported { added: 0, updated: 1, unchanged: 0 });
    assert_eq!(target.import(&text).unwrap().unchanged, 2, "the later one stays");
    assert_eq!(target.get(1).unwrap().summary.note, "后来");
}

#[test]
fn a_wrong_file_is_told_and_nothing_of_it_is_taken() {
    let (_folder, _, book) = fresh();
    save(&book, &plain(), "", 0);
    let good = book.export_json(&[1]).unwrap();
    let (_other, _, target) = fresh();
    for (from, to) in [
        ("yidi.cases/1", "yidi.cases/2"),
        ("\"version\": 1", "\"version\": 2"),
        ("\"tier\": \"3\"", "\"tier\": \"9\""),
        ("\"id\": \"", "\"id\": \"X"),
        ("{", "["),
    ] {
        let wrong = good.replacen(from, to, 1);
        assert_ne!(wrong, good, "{from}");
        assert!(matches!(target.import(&wrong), Err(CaseBookError::Import(_))), "{to}");
        assert_eq!(target.all().unwrap().len(), 0);
    }
}

#[test]
fn a_table_has_a_row_a_case_and_no_formula() {
    let (_folder, _, book) = fresh();
    let number = save(&book, &plain(), "=1+1", 0);
    let table = book.export_csv(&[number]).unwrap();
    let rows: Vec<&str> = table.trim_end().split('\n').collect();
    assert_eq!(rows.len(), 2);
    assert!(rows[0].starts_with("\u{feff}number,id,created,changed,note,from,to,scheme,"), "{}", rows[0]);
    assert!(rows[1].contains(",'=1+1,210300,110100,,active,3,inpatient,"), "{}", rows[1]);
    // What is imported may be anything, a tick as well.
    book.set_tick(number, "=cmd|' /C calc'!A0", true, at(1)).unwrap();
    book.set_note(number, " \u{200b}@x", at(1)).unwrap();
    let table = book.export_csv(&[number]).unwrap();
    assert!(table.trim_end().ends_with(",'=cmd|' /C calc'!A0"), "{table}");
    assert!(table.contains("' \u{200b}@x"), "{table}");
}

#[test]
fn what_was_deleted_is_not_in_the_file() {
    let (_folder, path, book) = fresh();
    let secret = "SECRET-NOTE-机密";
    let mut draft = plain();
    draft.write(Field::Age, "SECRET-AGE");
    let gone: Vec<i64> =
        (0..40).map(|second| save(&book, &draft, &format!("{secret}{second}"), second)).collect();
    let stays = save(&book, &plain(), "留下", 99);
    let session = book.session().unwrap();
    book.keep_draft(&session, &draft, at(100)).unwrap();
    let holds = |secret: &str| {
        let folder = fs::read_dir(path.parent().unwrap()).unwrap();
        let files = folder.map(|entry| fs::read(entry.unwrap().path()).unwrap());
        files.into_iter().any(|bytes| bytes.windows(secret.len()).any(|part| part == secret.as_bytes()))
    };
    assert!(holds(secret) && holds("SECRET-AGE"));
    book.set_note(gone[0], "短", at(101)).unwrap();
    assert_eq!(book.delete(&gone).unwrap(), 40);
    book.drop_draft(&session).unwrap();
    assert!(!holds(secret) && !holds("SECRET-AGE"), "before the file is written anew");
    let before = fs::metadata(&path).unwrap().len();
    book.vacuum().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < before);
    assert!(!holds(secret) && !holds("SECRET-AGE"));
    assert_eq!(book.get(stays).unwrap().summary.note, "留下");
}

#[cfg(unix)]
#[test]
fn the_files_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path, book) = fresh();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    save(&book, &plain(), "", 0);
    let _session = book.session().unwrap();
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for entry in fs::read_dir(path.parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    drop(book);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    open(&path);
    assert_eq!(mode(&path), 0o600, "taken back");
}

#[test]
fn a_left_draft_is_offered_once_and_a_running_one_never() {
    let (_folder, path, book) = fresh();
    let mut kept = Draft::default();
    let running = book.session().unwrap();
    kept.write(Field::Total, "1");
    book.keep_draft(&running, &kept, at(0)).unwrap();
    let left = open(&path);
    {
        let ended = left.session().unwrap();
        kept.write(Field::Total, "2");
        left.keep_draft(&ended, &kept, at(1)).unwrap();
        kept.write(Field::Total, "3");
        left.keep_draft(&ended, &kept, at(2)).unwrap();
        assert_eq!(open(&path).left_drafts().unwrap(), [], "both are running");
    }
    let (one, other) = (open(&path), open(&path));
    let offered = one.left_drafts().unwrap();
    assert_eq!(offered.len(), 1);
    assert_eq!((&offered[0].draft, offered[0].changed), (&kept, at(2)));
    let (first, second) = (one.session().unwrap(), other.session().unwrap());
    assert_eq!(one.take_draft(&offered[0], &first).unwrap(), Some(kept));
    assert_eq!(other.take_draft(&offered[0], &second).unwrap(), None, "the other was faster");
    assert_eq!(other.left_drafts().unwrap(), []);
    one.drop_draft(&first).unwrap();
    drop((first, running));
    let offered = other.left_drafts().unwrap();
    assert_eq!(offered.len(), 1);
    other.discard_draft(&offered[0]).unwrap();
    assert_eq!(other.left_drafts().unwrap(), []);
}

/// A copy of a kept file of an earlier version.
fn earlier(name: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cases.db");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases_db").join(name);
    fs::copy(kept, &path).unwrap();
    (folder, path)
}

#[test]
fn a_book_of_version_1_is_brought_forward_with_all_it_holds() {
    let (_folder, path) = earlier("v1.db");
    let book = open(&path);
    let entry = book.get(1).unwrap();
    assert_eq!(entry.ticks, ticks(&["card", "file-before-leaving"]));
    assert_eq!(entry.summary.note, "窗口 12 号");
    assert_eq!(entry.summary.draft.typed(Field::Total), "5万");
    let then = entry.then.unwrap();
    assert_eq!(then.personal, Span::between(Money::from_yuan(17_240), Money::from_yuan(22_490)));
    assert_eq!((then.grade, then.json.as_str()), (Grade::Assumed, "{\"format\":\"yidi.estimate/1\"}"));
    let second = book.get(2).unwrap();
    assert_eq!((second.then, second.summary.draft.hardship, second.ticks.len()), (None, true, 0));
    assert!(second.summary.unread.is_empty());
    assert_eq!(save(&book, &plain(), "", 0), 3);
    drop(book);
    assert_eq!(open(&path).all().unwrap().len(), 3, "and is of this version from then on");
}

#[test]
fn a_book_of_a_newer_program_can_be_read_only() {
    let (_folder, path, book) = fresh();
    save(&book, &plain(), "读得到", 0);
    drop(book);
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA user_version = 99;").unwrap();
    drop(db);
    let opened = CaseBook::open(&path, TODAY).unwrap();
    assert_eq!(opened.remark, Some(Remark::Newer(99)));
    assert_eq!(opened.book.get(1).unwrap().summary.note, "读得到");
    assert!(matches!(opened.book.set_note(1, "x", at(0)), Err(CaseBookError::ReadOnly)));
    assert!(matches!(opened.book.delete(&[1]), Err(CaseBookError::ReadOnly)));
    assert!(matches!(opened.book.session(), Err(CaseBookError::ReadOnly)));
    drop(opened);
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch("ALTER TABLE cases RENAME COLUMN answers TO replies;").unwrap();
    let opened = CaseBook::open(&path, TODAY).unwrap();
    assert!(
        matches!(opened.book.all(), Err(CaseBookError::Newer(99))),
        "what it does not understand is told"
    );
}
