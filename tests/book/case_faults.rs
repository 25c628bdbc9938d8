//! The case book when things go wrong: full disks, locks, damage.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use yidi::casebook::{CaseBook, CaseBookError, Remark, Saving};

use crate::book::case_book::{at, fresh, open, plain, save};
use crate::support::TODAY;
use crate::support::process::program;

#[test]
fn two_sessions_write_at_once_and_lose_nothing() {
    let (_folder, path, book) = fresh();
    let number = save(&book, &plain(), "", 0);
    let write = |name: &'static str| {
        let path = path.clone();
        std::thread::spawn(move || {
            let book = open(&path);
            for step in 0..40 {
                book.set_tick(number, &format!("{name}-{step}"), true, at(step)).unwrap();
                save(&book, &plain(), name, step);
            }
        })
    };
    for writer in [write("a"), write("b"), write("c")] {
        writer.join().unwrap();
    }
    assert_eq!(book.get(number).unwrap().ticks.len(), 120);
    assert_eq!(book.all().unwrap().len(), 121);
    book.check().unwrap();
}

#[test]
fn a_held_book_is_said_to_be_in_use_and_works_again() {
    let (_folder, path, book) = fresh();
    drop(book);
    let patience = Duration::from_millis(50);
    let book = CaseBook::open_within(&path, TODAY, patience).unwrap().book;
    let number = save(&book, &plain(), "x", 0);
    let holder = rusqlite::Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert!(matches!(book.set_note(number, "y", at(1)), Err(CaseBookError::Locked)));
    assert!(matches!(book.all(), Err(CaseBookError::Locked)));
    assert!(matches!(CaseBook::open_within(&path, TODAY, patience), Err(CaseBookError::Locked)));
    holder.execute_batch("COMMIT").unwrap();
    book.set_note(number, "y", at(1)).unwrap();
    assert_eq!(book.get(number).unwrap().summary.note, "y");
}

/// The names in the folder of a path that begin with its name, sorted.
fn beside(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_damaged_book_is_set_aside_whole_and_a_new_one_begun() {
    let (_folder, path, book) = fresh();
    for second in 0..50 {
        save(&book, &plain(), "bytes", second);
    }
    drop(book);
    let mut bytes = fs::read(&path).unwrap();
    let zeros = vec![0_u8; bytes.len()];
    bytes[1_000..9_000].fill(0xA5);
    for (count, damaged) in [bytes, zeros, b"SQLite format 3\0 cut off\0".to_vec()].into_iter().enumerate() {
        fs::write(&path, &damaged).unwrap();
        // A journal that does not belong to it must not be played into the new book.
        let journal = path.with_extension("db-wal");
        fs::write(&journal, b"old").unwrap();
        let opened = CaseBook::open(&path, TODAY).unwrap();
        let Some(Remark::SetAside(aside)) = opened.remark else { panic!("{:?}", opened.remark) };
        assert_eq!(fs::read(&aside).unwrap(), damaged, "kept byte by byte");
        let name = aside.file_name().unwrap().to_str().unwrap().to_owned();
        let ending = if count == 0 { String::new() } else { format!("-{}", count + 1) };
        assert_eq!(name, format!("cases.db.corrupt-2026-11-22{ending}"));
        assert!(beside(&path).contains(&format!("{name}-wal")), "{:?}", beside(&path));
        save(&opened.book, &plain(), "new", 0);
        assert_eq!(opened.book.all().unwrap().len(), 1);
    }
}

#[test]
fn another_file_named_by_mistake_is_left_alone() {
    let folder = tempfile::TempDir::new().unwrap();
    let notes = folder.path().join("notes.txt");
    fs::write(&notes, "a shopping list, longer than the head of a database\n".repeat(9)).unwrap();
    assert!(matches!(CaseBook::open(&notes, TODAY), Err(CaseBookError::NotACaseBook(_))));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&notes, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(CaseBook::open(&notes, TODAY), Err(CaseBookError::NotACaseBook(_))));
        assert_eq!(fs::metadata(&notes).unwrap().permissions().mode() & 0o777, 0o644);
    }
    // A workbook, a picture, a text of Notepad: full of zeros, and none of ours.
    for (name, start) in
        [("bill.xlsx", &b"PK\x03\x04"[..]), ("photo.jpg", b"\xff\xd8\xff\xe0"), ("notes", b"\xff\xfea")]
    {
        let path = folder.path().join(name);
        let bytes = [start, &[0; 900], &[7; 900]].concat();
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(CaseBook::open(&path, TODAY), Err(CaseBookError::NotACaseBook(_))), "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t(x)").unwrap();
    let before = fs::read(&other).unwrap();
    assert!(matches!(CaseBook::open(&other, TODAY), Err(CaseBookError::NotACaseBook(_))));
    assert_eq!(fs::read(&other).unwrap(), before);
    assert!(matches!(CaseBook::open(&notes.join("cases.db"), TODAY), Err(CaseBookError::NoAccess { .. })));
    assert!(!beside(&notes).iter().any(|name| name.contains("corrupt")), "{:?}", beside(&notes));
}

#[test]
fn a_full_disk_is_said_and_what_was_saved_stays() {
    // A file system of 256 KiB in a name space of its own, where the system lets us have one.
    let (_folder, path, book) = fresh();
    for second in 0..3 {
        save(&book, &plain(), "before", second);
    }
    let many: Vec<i64> = (0..400).map(|second| save(&book, &plain(), &"long ".repeat(50), second)).collect();
    let text = book.export_json(&many).unwrap();
    let (few, all) = (path.with_extension("few.json"), path.with_extension("all.json"));
    fs::write(&few, book.export_json(&[1, 2, 3]).unwrap()).unwrap();
    fs::write(&all, text).unwrap();
    let script = "mount -t tmpfs -o size=256k tmpfs \"$1\" || exit 77
        export YIDI_CASES=\"$1/cases.db\"
        \"$2\" cases import \"$3\" || exit 78
        \"$2\" cases import \"$4\"; echo \"code $?\"
        \"$2\" cases list --json";
    let mount = tempfile::TempDir::new().unwrap();
    let output = Command::new("unshare")
        .args(["-rm", "sh", "-c", script, "sh"])
        .args([mount.path(), Path::new(env!("CARGO_BIN_EXE_yidi")), &few, &all])
        .output();
    let Ok(output) = output else { return eprintln!("skipped: no unshare on this machine") };
    let (said, shown) =
        (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap());
    if output.status.code() == Some(77) || said.contains("unshare") {
        return eprintln!("skipped: no small file system can be mounted here: {said}");
    }
    assert!(shown.contains("code 1"), "{shown}{said}");
    assert!(said.contains("磁盘已满"), "{said}");
    let json = &shown[shown.find('{').unwrap()..];
    let list: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(
        list["cases"].as_array().unwrap().len(),
        3,
        "the first import stays, the second is gone whole"
    );
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_lets_cases_be_read() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let (folder, path, book) = fresh();
    save(&book, &plain(), "读得到", 0);
    drop(book);
    let set = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(folder.path(), 0o755);
    set(path.parent().unwrap(), 0o555);
    set(&path, 0o444);
    let run = |arguments: &[&str]| {
        let mut command = program("cases");
        command.args(arguments).env("YIDI_CASES", &path).stdin(Stdio::null());
        if fs::File::options().append(true).open(&path).is_ok() {
            // The administrator may do anything: somebody else runs it.
            command.uid(NOBODY);
        }
        command.output()
    };
    let Ok(listed) = run(&["list"]) else { return eprintln!("skipped: cannot run as somebody else") };
    let said = String::from_utf8(listed.stderr).unwrap();
    assert!(listed.status.success(), "{said}");
    assert!(said.contains("案例簿只读"), "{said}");
    assert!(String::from_utf8(listed.stdout).unwrap().contains("读得到"));
    let deleted = run(&["delete", "1", "--yes"]).unwrap();
    assert_eq!(deleted.status.code(), Some(1));
    assert!(String::from_utf8(deleted.stderr).unwrap().contains("没有写入"));
    let nowhere = path.parent().unwrap().join("new").join("cases.db");
    let mut command = program("cases list --cases");
    command.arg(nowhere).uid(NOBODY);
    if let Ok(output) = command.output() {
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("打不开案例簿"));
    }
    set(path.parent().unwrap(), 0o755);
}

#[test]
fn two_sessions_that_save_one_case_keep_the_ticks_of_both() {
    let (_folder, path, book) = fresh();
    let number = save(&book, &plain(), "", 0);
    let id = book.get(number).unwrap().summary.handle.id;
    let set = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<BTreeSet<String>>();
    book.set_tick(number, "old", true, at(1)).unwrap();
    let known = set(&["old"]);
    // Another session ticks; this one, which did not see it, saves.
    open(&path).set_tick(number, "theirs", true, at(2)).unwrap();
    let ticks = set(&["ours"]);
    let saving =
        Saving { id: Some(&id), draft: &plain(), ticks: &ticks, known: &known, note: Some("n"), then: None };
    book.save(&saving, at(3)).unwrap();
    assert_eq!(book.get(number).unwrap().ticks, set(&["ours", "theirs"]));
}

#[test]
fn sessions_that_meet_a_damaged_book_set_it_aside_once() {
    // Each brings a case of its own. They are programs: threads of one would take each
    // other's locks away.
    let brought: Vec<String> = (0..4)
        .map(|session| {
            let (_folder, _, book) = fresh();
            let number = save(&book, &plain(), &format!("{session}"), session);
            book.export_json(&[number]).unwrap()
        })
        .collect();
    for round in 0..10 {
        let (_folder, path, book) = fresh();
        save(&book, &plain(), "kept", 0);
        drop(book);
        let mut damaged = fs::read(&path).unwrap();
        damaged[200..].fill(0xA5);
        fs::write(&path, &damaged).unwrap();
        let sessions: Vec<_> = brought
            .iter()
            .cloned()
            .map(|cases| {
                let command = format!("cases import - --cases '{}'", path.display());
                std::thread::spawn(move || crate::support::process::fed(command, cases.as_bytes()))
            })
            .collect();
        for session in sessions {
            let done = session.join().unwrap();
            assert!(done.status.success(), "round {round}: {}", crate::support::process::said(&done));
        }
        let aside: Vec<String> = beside(&path).into_iter().filter(|name| name.contains("corrupt")).collect();
        let aside: Vec<&String> = aside.iter().filter(|name| !name.contains("-journal")).collect();
        assert_eq!(aside.len(), 1, "round {round}: {aside:?}");
        assert_eq!(fs::read(path.with_file_name(aside[0])).unwrap(), damaged, "kept byte by byte");
        assert_eq!(open(&path).all().unwrap().len(), 4, "round {round}: every save is there");
        assert!(!beside(&path).iter().any(|name| name.ends_with(".repair")));
    }
}

#[test]
fn a_row_that_cannot_be_read_hides_itself_alone() {
    let (_folder, path, book) = fresh();
    for second in 0..5 {
        save(&book, &plain(), "sound", second);
    }
    drop(book);
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute_batch(
        "UPDATE cases SET changed = 'yesterday' WHERE number = 2;
         UPDATE cases SET note = CAST(x'ff41' AS TEXT), answers = CAST(x'ff' AS TEXT) WHERE number = 3;
         UPDATE cases SET low = 1, high = 2, data = 'x', grade = CAST(x'ff' AS TEXT) WHERE number = 4;",
    )
    .unwrap();
    drop(db);
    let book = open(&path);
    assert_eq!(book.all().unwrap().len(), 5);
    for number in 1..=5 {
        book.get(number).unwrap();
    }
    assert_eq!(book.get(3).unwrap().summary.note, "\u{fffd}A");
    assert!(!book.get(2).unwrap().summary.unread.is_empty());
    let far = at(10_000 * 86_400);
    assert_eq!(book.older_than(1, far).unwrap().len(), 4, "a day that is not known is no old one");
    assert!(book.export_json(&[1, 2, 3, 4, 5]).is_ok() && book.export_csv(&[1, 2, 3, 4, 5]).is_ok());
}

#[test]
fn files_of_ended_sessions_go_and_those_of_running_ones_stay() {
    let (_folder, path, book) = fresh();
    let left = path.with_file_name("cases.db.session-0123456789abcdef");
    let other = path.with_file_name("cases.db.session-notes");
    fs::write(&left, "").unwrap();
    fs::write(&other, "").unwrap();
    let running = book.session().unwrap();
    assert!(!left.exists() && other.exists());
    let second = open(&path).session().unwrap();
    let sessions = |path: &Path| beside(path).iter().filter(|name| name.contains("session")).count();
    assert_eq!(sessions(&path), 3, "the first is locked");
    drop((running, second));
    assert_eq!(sessions(&path), 1);
}

#[test]
fn a_version_that_was_set_back_is_known_by_its_tables() {
    for version in [0, 1] {
        let (_folder, path, book) = fresh();
        save(&book, &plain(), "kept", 0);
        drop(book);
        let db = rusqlite::Connection::open(&path).unwrap();
        db.pragma_update(None, "user_version", version).unwrap();
        drop(db);
        assert_eq!(open(&path).all().unwrap().len(), 1, "{version}");
    }
}
