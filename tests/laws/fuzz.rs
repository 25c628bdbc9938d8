//! Inputs that nobody would write, at every door: each is answered or refused,
//! none ends the program and none takes long. The same inputs at every run,
//! unless the environment asks for more:
//!
//! `YIDI_FUZZ=100000 YIDI_FUZZ_SEED=7 cargo test --release --test all fuzz`

use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use jiff::civil::date;
use yidi::batch::{self, AddedColumns, BatchRun, COLUMNS, MOST_WORLDS, RowForm, Table, known_names};
use yidi::casebook::CaseBook;
use yidi::guard::{Shown, harmless, runs_as_formula};
use yidi::words::{Lang, Text};
use yidi::workbook::{self, SheetSource};
use yidi::{screen, settings};
use yidi_core::answers::{Draft, express, parse_amount, parse_day, parse_percent};
use yidi_core::checklist::Items;
use yidi_core::num::Money;
use yidi_core::policy::Book;
use yidi_core::policy::audit::check;
use yidi_core::reconcile::FoundSlips;
use yidi_core::spelling::is_plain;

use crate::support::{TODAY, asked, computed};

/// No single input is computed for longer.
const LONGEST: Duration = Duration::from_secs(5);

/// What is thrown in everywhere.
const TOKENS: &[&str] = &[
    "0",
    "9",
    "99999999.99",
    "79228162514264337593543950335",
    "-1",
    "1e309",
    "0.0000000001",
    "١",
    "½",
    "㉈",
    "一",
    "万",
    "亿",
    "十",
    "零",
    "千",
    "百",
    "点",
    ".",
    ",",
    "，",
    "。",
    "元",
    "%",
    "％",
    "-",
    "−",
    "/",
    "年",
    "月",
    "日",
    "2026-11-22",
    "2026-02-30",
    "9999-12-31",
    "-9999",
    "鞍山",
    "北京",
    "吉林",
    "as",
    "anshan",
    "210300",
    "000000",
    "职工",
    "居民",
    "退休",
    "三级",
    "住院",
    "门诊慢特病",
    "自费",
    "未备案",
    "不",
    "到",
    "从",
    "=",
    "@",
    "+",
    "\"",
    "'",
    "\\",
    "\\u{0}",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ";",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{3000}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{fffd}",
    "\u{301}",
    "\u{e0041}",
    "\u{fdfa}",
    "\u{10ffff}",
    "😀",
    "👩‍⚕️",
    "null",
    "true",
    "NaN",
    "None",
    "Some(1)",
];

/// Numbers that look random and are the same every time.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut place = self.below(text.len() + 1);
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        place
    }

    /// A text of tokens alone, or a sound one with some changes.
    fn text(&mut self, seeds: &[&str]) -> String {
        if self.below(4) == 0 {
            return (0..=self.below(12)).map(|_| self.of(TOKENS)).collect();
        }
        let mut text = self.of(seeds).to_owned();
        for _ in 0..=self.below(5) {
            let (one, other) = (self.place(&text), self.place(&text));
            let (from, to) = (one.min(other), one.max(other));
            let near = text[from..].char_indices().nth(self.below(8)).map_or(text.len(), |(at, _)| from + at);
            match self.below(6) {
                0 => text.insert_str(from, self.of(TOKENS)),
                1 => text.replace_range(from..near, ""),
                2 => text.replace_range(from..near, self.of(TOKENS)),
                3 => text.insert_str(from, &self.of(TOKENS).repeat(self.below(40))),
                4 if to - from < 4_000 => {
                    let again = text[from..to].to_owned();
                    text.insert_str(to, &again);
                }
                _ => text.truncate(to),
            }
        }
        text
    }
}

/// Throws inputs at a target; `share` of as many as the cheapest gets.
fn throw(name: &str, share: u32, seeds: &[&str], target: impl Fn(&str)) {
    let seed = u64::from(asked("YIDI_FUZZ_SEED", 2_026));
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    for _ in 0..name.len() {
        random.next();
    }
    for round in 0..(asked("YIDI_FUZZ", 4_000) / share).max(10) {
        let text = random.text(seeds);
        let before = computed();
        let done = catch_unwind(AssertUnwindSafe(|| target(&text)));
        assert!(done.is_ok(), "{name}, round {round} of seed {seed}: {text:?}");
        let took = computed().saturating_sub(before);
        assert!(took < LONGEST, "{name}, round {round}: {took:?} for {text:?}");
    }
}

fn shipped(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn amounts_days_and_shares() {
    throw(
        "amount",
        1,
        &["50,000.00", "五万三", "1万2000", "壹万贰仟叁佰元整", "7千79228162514264337593543950335"],
        |text| {
            if let Ok(amount) = parse_amount(text) {
                assert!((Money::ZERO..=Money::MAX).contains(&amount));
            }
        },
    );
    throw("day", 1, &["2026-11-22", "2026年11月22日", "20261122", "22/11/2026"], |text| {
        _ = parse_day(text);
    });
    throw("percent", 1, &["10", "10%", "0.5"], |text| _ = parse_percent(text));
}

#[test]
fn express_lines() {
    let seeds = [
        "鞍山 北京 职工在职 三级 5万 未备案",
        "从吉林到长春居民二级12345.6元自费500",
        "as bj 65岁 10% 2026-11-20入院",
    ];
    let text = Text::new(Lang::Zh);
    throw("express", 8, &seeds, |line| {
        let read = express(line, &Draft::default());
        for words in read
            .doubtful
            .iter()
            .map(|doubt| text.doubt(doubt))
            .chain(read.unknown.iter().map(|one| text.unknown_word(one)))
        {
            assert!(is_plain(&words), "{words:?}");
        }
        _ = read.draft.finish(TODAY);
    });
}

#[test]
fn what_a_person_sees_is_plain_and_no_formula() {
    throw("shown", 1, &["鞍山市", "=1+1", " \u{200b}@SUM(A1)", "a\u{301}\u{302}"], |text| {
        assert!(is_plain(Shown::line(text).as_str()));
        assert!(Shown::lines(text).as_str().split('\n').all(is_plain));
        assert!(!runs_as_formula(&harmless(text)));
    });
}

#[test]
fn slips_and_cases() {
    let slips = [
        "{\"medfee_sumamt\": \"50000\", \"fund_pay_sumamt\": 32760.0, \"psn_part_amt\": \"17240.00\", \"lines\": [{\"a\": 1}]}",
        "[{\"output\": \"{\\\"setlinfo\\\": {\\\"hifp_pay\\\": -1, \\\"psn_pay\\\": 2}}\"}, {\"infno\": \"2305\"}]",
        "<a><setlinfo><hifp_pay>1</hifp_pay><psn_pay>2</psn_pay></setlinfo></a>",
        "医疗费总额,统筹支付,个人负担\n1,2,3\n合计,2,3\n",
        "总费用：1,000.00 元  统筹支付：5万\n个人负担=7",
    ];
    throw("slip", 4, &slips, |text| _ = FoundSlips::in_text(text));
    let folder = tempfile::tempdir().unwrap();
    let book = CaseBook::open(&folder.path().join("cases.db"), TODAY).unwrap().book;
    let cases = format!(
        "{{\"format\": \"yidi.cases/1\", \"cases\": [{{\"id\": \"{}\", \"created\": \"2026-01-01T00:00:00Z\", \"changed\": \
         \"2026-01-01T00:00:00Z\", \"note\": \"n\", \"version\": 1, \"ticks\": [\"a\"], \"answers\": {{\"from\": \"210300\", \
         \"total\": \"5万\"}}, \"then\": {{\"low\": \"1\", \"high\": \"2\", \"data_gathered\": \"2026-01-01\", \"grade\": \
         \"official\", \"estimate\": {{}}}}}}]}}",
        "a".repeat(32)
    );
    throw("import", 40, &[&cases], |text| {
        if book.import(text).is_ok() {
            for one in book.list("5万 鞍").unwrap() {
                _ = book.get(one.handle.number).unwrap();
            }
            let all: Vec<i64> = book.all().unwrap().into_iter().map(|one| one.handle.number).collect();
            _ = book.export_csv(&all).unwrap();
        }
    });
}

#[test]
fn settings_files() {
    throw("settings", 4, &[&shipped("assets/example/config.toml"), "theme = 'dark'\n"], |text| {
        _ = settings::read(text);
    });
}

#[test]
fn overlays_and_data() {
    let overlay = "(sources: {\"S\": (title: \"t\", publisher: \"p\", checked: \"2026\")}, areas: {\"210300\": [(scheme: Employee, \
                   care: Inpatient, sources: [\"S\"], grade: Reported, from: \"2026\", figures: [(tiers: [Three], is: \
                   Deductible(800), then: [400]), (statuses: [Active], ages: (from: 1, to: 60), is: Bands([(to: 100, pays: \
                   50), (pays: (60, 70))])), (routes: [Temporary], is: Away(Cut(10)))])]}, remove: [], verified: [])";
    let nation = shipped("data/nation.ron");
    let first = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/checklist")).unwrap();
    let checklist = first.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).min().unwrap();
    throw("checklist", 100, &[&checklist], |text| _ = Items::from_texts(None, [("a.ron", text)]));

    throw("overlay", 40, &[overlay], |text| _ = Book::embedded().unwrap().overlay("a.ron", text, TODAY));
    throw("nation", 200, &[&nation], |text| {
        if let Ok(book) = Book::from_texts(("nation.ron", text), []) {
            _ = check(&book, date(2026, 11, 22));
        }
    });
}

#[test]
fn tables() {
    let book = Book::embedded().unwrap();
    let seeds = [
        "from,to,status,tier,total\n鞍山,北京,active,3,50000\nas,bj,退休,三级,5万\n",
        "参保地;就医地;身份;医院等级;总费用;=x\n\"鞍\"\"山\";北京;active;3;1\n",
    ];
    throw("batch", 40, &seeds, |text| {
        for form in [RowForm::Csv, RowForm::JsonLines] {
            let input = Box::new(std::io::Cursor::new(text.as_bytes().to_vec()));
            let Ok(table) = Table::open(input, None) else { return };
            let (dialect, decoded) = (table.dialect, table.is_decoded());
            let (header, records) = table.into_records();
            let run = BatchRun {
                book: &book,
                lang: Lang::Zh,
                header: &header,
                dialect,
                added: &COLUMNS,
                columns: &AddedColumns::all(),
                with_header: true,
                form,
                date: "",
                today: TODAY,
                decoded,
                most_worlds: MOST_WORLDS,
                by: None,
            };
            batch::run(records, run, 1, &mut std::io::sink(), &mut |_| ()).unwrap();
        }
    });
}

/// A workbook of one sheet, whatever its text is.
fn workbook_of(sheet: &str) -> Vec<u8> {
    const PARTS: [(&str, &str); 4] = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" \
             ContentType=\"application/xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
             Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" \
             sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in PARTS.into_iter().chain([("xl/worksheets/sheet1.xml", sheet)]) {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Reads every cell of a workbook, as far as it is one.
fn read_workbook(bytes: Vec<u8>) {
    let source = SheetSource::Bytes(bytes.into());
    if let Ok(mut sheet) = workbook::open(source, None, known_names, &|_| Vec::new()) {
        let mut text = Vec::new();
        _ = sheet.csv.read_to_end(&mut text);
    }
}

#[test]
fn workbooks() {
    let cells = "<c r=\"A1\" t=\"inlineStr\"><is><t>from</t></is></c><c r=\"B1\" t=\"str\"><v>to</v></c>";
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:C2\"/><sheetData>\
         <row r=\"1\">{cells}</row><row r=\"2\"><c r=\"A2\"><v>30000.01</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c>\
         <c r=\"D2\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>"
    );
    throw("sheet", 8, &[&sheet], |text| read_workbook(workbook_of(text)));
    // The archive itself, with some of its bytes written over.
    let whole = workbook_of(&sheet);
    let old = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/claims.xls")).unwrap();
    throw("archive", 8, &["a", "\u{0}\u{ff}", "PK\u{1}"], |text| {
        for whole in [&whole, &old] {
            let mut bytes = whole.clone();
            let mut place = 7;
            for byte in text.bytes() {
                place = (place * 31 + usize::from(byte) * 131) % bytes.len();
                bytes[place] = byte;
            }
            read_workbook(bytes);
        }
    });
}

#[test]
fn keys_on_the_screen() {
    let book = Book::embedded().unwrap();
    let text = Text::new(Lang::Zh);
    throw(
        "keys",
        80,
        &["as⏎ bj⏎ 1 3 5w⏎ ⏎ ⇥ ⇥ ↓ ⏎ ⎋", "②as⏎bj⏎2 2 ⇥⇥12⏎⏎3r1t2=7⏎h+-cD", ":打⏎⎋⌫⇟"],
        |script| {
            for size in [(80, 24), (60, 20), (3, 2), (200, 60)] {
                let of = screen::PictureOf { size, keys: script, today: TODAY };
                _ = screen::picture(&book, &text, of);
            }
        },
    );
}
