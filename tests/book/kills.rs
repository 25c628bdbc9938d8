//! Runs that are killed in the middle of it: nothing acknowledged is lost, no file is
//! torn, nothing is left beside. `YIDI_KILLS=1000` kills as often, in each test.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use yidi::casebook::CaseBookError;

use crate::book::case_book::{at, fresh, open, plain, save};
use crate::support::asked;
use crate::support::process::{program, said};

/// Tells the test executable that it is the writer, and where the book is.
const WRITER: &str = "YIDI_TEST_WRITER";
const OPERATIONS: usize = 500;

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn kills() -> usize {
    asked("YIDI_KILLS", 28) as usize
}

/// Does something only where the test below started it: saves, ticks and deletes
/// without end, and says of each that it was acknowledged.
#[test]
fn writer_that_will_be_killed() {
    let Ok(path) = std::env::var(WRITER) else { return };
    let book = open(Path::new(&path));
    let mut said = std::io::stdout();
    let mut last = 0;
    for step in 0_i64.. {
        if step % 3 == 0 {
            let note = format!("note-{}-{step}", std::process::id());
            last = save(&book, &plain(), &note, step);
            writeln!(said, "\nsaved {last} {note} .").unwrap();
        } else if step % 12 == 11 {
            writeln!(said, "\ndeletes {last} now .").unwrap();
            book.delete(&[last]).unwrap();
            writeln!(said, "\ndeleted {last} now .").unwrap();
        } else {
            let item = format!("item-{step}");
            book.set_tick(last, &item, true, at(step)).unwrap();
            writeln!(said, "\nticked {last} {item} .").unwrap();
        }
        said.flush().unwrap();
    }
}

/// What a writer acknowledged: notes by case, ticks by case, what is gone.
#[derive(Default)]
struct Acknowledged {
    notes: BTreeMap<i64, String>,
    ticks: BTreeMap<i64, BTreeSet<String>>,
    deleted: BTreeSet<i64>,
    /// A deletion had begun, which may have come to its end or not.
    open: BTreeSet<i64>,
    count: usize,
}

impl Acknowledged {
    /// Takes a line of the writer; one that was cut short is none.
    fn take(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [what @ ("saved" | "ticked" | "deletes" | "deleted"), number, name, "."] = words.as_slice()
        else {
            return;
        };
        let number = number.parse().unwrap();
        match *what {
            "saved" => _ = self.notes.insert(number, (*name).to_owned()),
            "ticked" => _ = self.ticks.entry(number).or_default().insert((*name).to_owned()),
            "deletes" => _ = self.open.insert(number),
            _ => _ = self.deleted.insert(number),
        }
        self.count += 1;
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_writer_is_killed() {
    let (_folder, path, book) = fresh();
    drop(book);
    let mut random = Random(2_026);
    let mut all = Acknowledged::default();
    let (mut done, begun) = (0, Instant::now());
    while all.count < OPERATIONS || done < kills() {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "book::kills::writer_that_will_be_killed", "--nocapture", "--test-threads=1"])
            .env(WRITER, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let until = all.count + 1 + usize::try_from(random.below(30)).unwrap();
        while all.count < until {
            all.take(&lines.next().unwrap().unwrap());
        }
        // Somewhere in the middle of the next operations.
        std::thread::sleep(Duration::from_micros(random.below(4_000)));
        writer.kill().unwrap();
        writer.wait().unwrap();
        // What was still on its way had been acknowledged as well.
        lines.map_while(Result::ok).for_each(|line| all.take(&line));
        done += 1;
        let db = rusqlite::Connection::open(&path).unwrap();
        let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(sound, "ok", "after {done} kills");
    }
    let book = open(&path);
    for (number, note) in &all.notes {
        match book.get(*number) {
            Ok(entry) => {
                assert!(!all.deleted.contains(number), "{number} came back");
                assert_eq!(&entry.summary.note, note);
                assert!(all.ticks.get(number).is_none_or(|ticks| ticks.is_subset(&entry.ticks)), "{number}");
            }
            Err(CaseBookError::NoSuchCase) => assert!(all.open.contains(number), "{number} is lost"),
            Err(other) => panic!("{number}: {other}"),
        }
    }
    assert!(done >= 10 && all.notes.len() > 100, "{done} kills, {} saves", all.notes.len());
    let Acknowledged { notes, deleted, count, .. } = all;
    println!(
        "killed the writer {done} times in {:.0} s: {count} operations acknowledged, {} saves, {} deletions, none lost",
        begun.elapsed().as_secs_f64(),
        notes.len(),
        deleted.len()
    );
    let names = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    let beside: Vec<_> = names.filter(|name| *name != "cases.db" && *name != "cases.db-journal").collect();
    assert_eq!(beside, [""; 0]);
}

const CASE: &str = "鞍山 北京 职工在职 三级 5万 --date 2026-11-22";

/// What writes a file, and the file.
const WRITERS: &[(&str, &str)] = &[
    ("estimate CASE --json --output FILE", "estimate.json"),
    ("handout CASE --output FILE", "sheet.pdf"),
    ("batch TABLE --date 2026-11-22 --output FILE", "settled.csv"),
    ("batch TABLE --date 2026-11-22 --output FILE", "settled.xlsx"),
    ("cases export --cases BOOK --output FILE", "cases.json"),
    ("cases export --cases BOOK --output FILE", "cases.xlsx"),
    ("year STAYS --output FILE", "year.pdf"),
];

/// Whether a file is one from its beginning to its end.
fn is_whole(bytes: &[u8], known: &[Vec<u8>]) -> bool {
    if known.iter().any(|one| one == bytes) {
        return true;
    }
    match bytes {
        [b'P', b'K', ..] => zip::ZipArchive::new(Cursor::new(bytes)).is_ok_and(|mut archive| {
            (0..archive.len()).all(|part| {
                archive.by_index(part).is_ok_and(|mut part| part.read_to_end(&mut Vec::new()).is_ok())
            })
        }),
        [b'%', ..] => bytes.trim_ascii_end().ends_with(b"%%EOF"),
        [b'{', ..] => serde_json::from_slice::<serde_json::Value>(bytes).is_ok(),
        _ => false,
    }
}

#[test]
fn a_file_is_whole_or_not_there_when_its_writer_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let row = "鞍山,北京,active,3,50000\n";
    let head = "from,to,status,tier,total\n";
    fs::write(at("t.csv"), format!("{head}{}", row.repeat(4_000))).unwrap();
    fs::write(at("stays.csv"), format!("{head}{}", row.repeat(3))).unwrap();
    let book = open(Path::new(&at("cases.db")));
    for second in 0..60 {
        save(&book, &plain(), "note", second);
    }
    drop(book);
    let out = folder.path().join("out");
    let line = |line: &str, name: &str| {
        line.replace("CASE", CASE)
            .replace("TABLE", &at("t.csv"))
            .replace("STAYS", &at("stays.csv"))
            .replace("BOOK", &at("cases.db"))
            .replace("FILE", &out.join(name).display().to_string())
    };
    let mut random = Random(7);
    let (mut done, mut cut, mut torn, mut left) = (0, 0, Vec::new(), Vec::new());
    let begun = Instant::now();
    for (command, name) in WRITERS {
        // How long it takes, and what comes of it.
        let mut known = Vec::new();
        let mut longest = Duration::ZERO;
        for _ in 0..2 {
            _ = fs::remove_dir_all(&out);
            fs::create_dir(&out).unwrap();
            let started = Instant::now();
            let output = program(line(command, name)).stdin(Stdio::null()).output().unwrap();
            assert!(output.status.success(), "{command}: {}", said(&output));
            longest = longest.max(started.elapsed());
            known.push(fs::read(out.join(name)).unwrap());
        }
        let old = b"what was there before".to_vec();
        for round in 0..kills().div_ceil(WRITERS.len()) {
            _ = fs::remove_dir_all(&out);
            fs::create_dir(&out).unwrap();
            let is_over = round % 2 == 1;
            if is_over {
                fs::write(out.join(name), &old).unwrap();
            }
            let force = if is_over { " --force" } else { "" };
            let mut writer = program(line(command, name) + force)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            // Half of them near the end, where the file gets its name.
            let micros = u64::try_from(longest.as_micros()).unwrap();
            let least = if round % 4 < 2 { 0 } else { micros * 6 / 10 };
            let moment = least + random.below(micros * 11 / 10 - least);
            std::thread::sleep(Duration::from_micros(moment));
            _ = writer.kill();
            let status = writer.wait().unwrap();
            (done, cut) = (done + 1, cut + usize::from(!status.success()));
            for entry in fs::read_dir(&out).unwrap() {
                let entry = entry.unwrap();
                if entry.file_name() != *name {
                    left.push(format!("{command}: {}", entry.file_name().display()));
                    continue;
                }
                let bytes = fs::read(entry.path()).unwrap();
                if !(is_over && bytes == old || is_whole(&bytes, &known)) {
                    torn.push(format!("{command}: {} bytes", bytes.len()));
                }
            }
            if is_over && !out.join(name).exists() {
                torn.push(format!("{command}: what was there is gone"));
            }
        }
    }
    println!(
        "killed {done} writers of files in {:.0} s, {cut} of them in the midst: {} torn, {} left beside",
        begun.elapsed().as_secs_f64(),
        torn.len(),
        left.len()
    );
    assert_eq!((torn, left), (vec![], vec![]));
}

/// The case book from the command line: each order is carried out whole or not at all.
#[test]
fn an_order_is_carried_out_whole_or_not_at_all_when_it_is_killed() {
    let (folder, path, book) = fresh();
    let many: Vec<i64> = (0..120).map(|second| save(&book, &plain(), "moved", second)).collect();
    let exported = folder.path().join("moved.json");
    fs::write(&exported, book.export_json(&many).unwrap()).unwrap();
    let whole = many.len();
    let mut random = Random(11);
    let (mut done, mut cut) = (0, 0);
    let begun = Instant::now();
    let file = exported.display();
    let cases = format!("--cases {}", path.display());
    let delete = format!("cases delete --older-than 0 --yes {cases}");
    let import = format!("cases import {file} {cases}");
    let mut took = [Duration::ZERO; 2];
    for (order, took) in [&delete, &import].into_iter().zip(&mut took) {
        let started = Instant::now();
        let output = program(order.as_str()).stdin(Stdio::null()).output().unwrap();
        assert!(output.status.success(), "{}", said(&output));
        *took = started.elapsed();
    }
    while done < kills() {
        let is_there = book.all().unwrap().len() == whole;
        let (order, took) = if is_there { (&delete, took[0]) } else { (&import, took[1]) };
        let mut run = program(order.as_str())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(
            random.below(u64::try_from(took.as_micros()).unwrap() * 11 / 10),
        ));
        _ = run.kill();
        let status = run.wait().unwrap();
        (done, cut) = (done + 1, cut + usize::from(!status.success()));
        let now = book.all().unwrap().len();
        assert!(now == whole || now == 0, "{order}: {now} of {whole}");
    }
    book.check().unwrap();
    println!(
        "killed {done} orders to the case book in {:.0} s, {cut} of them in the midst: none half done",
        begun.elapsed().as_secs_f64()
    );
}
