//! Workbooks in and out: what they hold is what the same table as CSV holds.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Output;

use calamine::{Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;

use crate::support::process::{fed, program, said};

const DAY: [&str; 2] = ["--date", "2026-11-22"];

/// A sheet with titles above, amounts as numbers, a day with a time, a number of
/// eighteen digits as text, and a row of totals; beside it one that is no table.
fn claims() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let remarks = workbook.add_worksheet();
    remarks.set_name("说明").unwrap().write_string(0, 0, "参保地 means where one is insured").unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("二月").unwrap().write_string(0, 1, "2026 年异地就医结算").unwrap();
    let names = [
        "身份证号",
        "参保地",
        "就医地",
        "人员类别",
        "医院等级",
        "结算时间",
        "医疗费总额",
        "自费",
        "先行自付",
        "超限价",
    ];
    for (column, name) in (1..).zip(names) {
        sheet.write_string(2, column, name).unwrap();
    }
    let day = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    for (row, (status, total)) in (3..).zip([("在职", 30_000.0), ("退休", 30_000.01), ("谁", 0.1 + 0.2)])
    {
        sheet.write_string(row, 1, "210300199001011234").unwrap();
        sheet.write_string(row, 2, "鞍山").unwrap();
        sheet.write_number(row, 3, 110_000).unwrap();
        sheet.write_string(row, 4, status).unwrap();
        sheet.write_number(row, 5, 3).unwrap();
        let settled = ExcelDateTime::from_ymd(2026, 11, 20).unwrap().and_hms(18, 9, 52).unwrap();
        sheet.write_datetime_with_format(row, 6, settled, &day).unwrap();
        sheet.write_number(row, 7, total).unwrap();
        for column in 8..=10 {
            sheet.write_number(row, column, 0).unwrap();
        }
    }
    sheet.write_string(7, 1, "合计").unwrap().write_number(7, 7, 60_000.31).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// The same as CSV.
const CLAIMS: &str = "身份证号,参保地,就医地,人员类别,医院等级,结算时间,医疗费总额,自费,先行自付,超限价\n\
    210300199001011234,鞍山,110000,在职,3,2026-11-20 18:09:52,30000,0,0,0\n\
    210300199001011234,鞍山,110000,退休,3,2026-11-20 18:09:52,30000.01,0,0,0\n\
    210300199001011234,鞍山,110000,谁,3,2026-11-20 18:09:52,0.3,0,0,0\n\
    \n合计,,,,,,60000.31,,,\n";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn put(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

/// A table by rows, as CSV has it.
fn rows_of_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A table by rows, as the first sheet of a workbook has it.
fn rows_of_sheet(path: &Path) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let name = workbook.sheet_names()[0].clone();
    let cells = workbook.worksheet_range(&name).unwrap();
    cells.rows().map(|row| row.iter().map(cell).collect()).collect()
}

/// A cell as CSV has it: amounts with two decimals, days as days.
fn cell(cell: &calamine::Data) -> String {
    match cell {
        calamine::Data::Float(number) => format!("{number:.2}"),
        calamine::Data::DateTime(day) => {
            let (year, month, day, hour, minute, second, _) = day.to_ymd_hms_milli();
            let time = format!(" {hour:02}:{minute:02}:{second:02}");
            format!("{year}-{month:02}-{day:02}{}", if time == " 00:00:00" { "" } else { &time })
        }
        other => other.to_string(),
    }
}

/// Cells that say the same number are the same.
fn same(one: &str, other: &str) -> bool {
    one == other || one.parse::<f64>().is_ok_and(|one| other.parse() == Ok(one))
}

#[test]
fn a_workbook_is_settled_as_the_same_table_is() {
    let folder = folder();
    let path = put(&folder, "claims.xlsx", &claims());
    let by_csv = fed(&[&["batch"][..], &DAY].concat(), CLAIMS.as_bytes());
    let by_sheet = run(&["batch", path.to_str().unwrap(), DAY[0], DAY[1]]);
    let told = said(&by_sheet);
    assert_eq!(by_sheet.status.code(), Some(3), "{told}");
    assert!(told.contains("用的是工作表「二月」") && told.contains("表头在第 3 行"), "{told}");
    let (one, mut other) = (rows_of_csv(&by_sheet.stdout), rows_of_csv(&by_csv.stdout));
    // Rows are counted as the sheet counts them.
    for row in &mut other[1..] {
        let error = row.last_mut().unwrap();
        *error = error.replace("第 4 行", "第 6 行").replace("第 6 行，这是", "第 8 行，这是");
    }
    assert_eq!(one, other);
    assert_eq!(one[1][1], "鞍山");
    // The same through a pipe, and under another name.
    let piped = fed(&[&["batch", "-"][..], &DAY].concat(), &claims());
    assert_eq!(piped.stdout, by_sheet.stdout);
    let renamed = put(&folder, "claims.et", &claims());
    assert_eq!(run(&["batch", renamed.to_str().unwrap(), DAY[0], DAY[1]]).stdout, by_sheet.stdout);
}

/// Formats that change what a number is: a share as percent, a code with its noughts.
/// Currency, thousands and text only change how it looks.
#[test]
fn numbers_are_read_as_their_formats_show_them() {
    let names = [
        "from",
        "to",
        "status",
        "hosp_lv",
        "total",
        "own-expense",
        "over-limit",
        "class-b",
        "class-b-prepay-rate",
    ];
    let mut workbook = Workbook::new();
    let [percent, code, currency, thousands, text, day] =
        ["0%", "00", "¥#,##0.00", "#,##0.00_ ", "@", "yyyy\"年\"m\"月\"d\"日\""]
            .map(|format| Format::new().set_num_format(format));
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(names.into_iter().chain(["date"])) {
        sheet.write_string(0, column, name).unwrap();
    }
    sheet.write_number_with_format(1, 0, 210_300, &code).unwrap();
    sheet.write_string(1, 1, "北京").unwrap().write_number(1, 2, 1101).unwrap();
    // 三级甲等, not tier 2.
    sheet.write_number_with_format(1, 3, 2, &code).unwrap();
    sheet.write_number_with_format(1, 4, 30_000.5, &currency).unwrap();
    sheet.write_string_with_format(1, 5, "1,200.50", &text).unwrap();
    sheet.write_number_with_format(1, 6, 0, &thousands).unwrap();
    sheet.write_number_with_format(1, 7, 5_000, &thousands).unwrap();
    sheet.write_number_with_format(1, 8, 0.07, &percent).unwrap();
    sheet.write_number_with_format(1, 9, 46_346.5, &day).unwrap();
    let by_sheet = fed("batch - --jsonl", &workbook.save_to_buffer().unwrap());
    let table =
        format!("{},date\n210300,北京,1101,02,30000.5,1200.50,0,5000,7%,2026-11-20\n", names.join(","));
    let by_table = fed("batch - --jsonl", table.as_bytes());
    assert_eq!(by_sheet.status.code(), Some(0), "{}", said(&by_sheet));
    let settled = |output: &Output| {
        let row: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (row["lines"].clone(), row["date_used"].clone())
    };
    assert_eq!(settled(&by_sheet), settled(&by_table));
    // 5 000 × 7 % = 350.
    assert_eq!(settled(&by_sheet).0["prepay"]["low"], "350.00");
}

/// The same rows as a workbook and as CSV, in and out, cell by cell: so many rows as
/// the environment asks for.
///
/// `YIDI_SHEET_ROWS=200000 cargo test --release --test all a_large_workbook -- --nocapture`
#[test]
fn a_large_workbook_is_what_the_same_table_is() {
    let rows = crate::support::asked("YIDI_SHEET_ROWS", 2_000);
    let folder = folder();
    let names = [
        "号",
        "参保地",
        "就医地",
        "人员类别",
        "医院等级",
        "结算时间",
        "医疗费总额",
        "自费",
        "先行自付",
        "超限价",
    ];
    let (places, statuses) = (["鞍山", "武汉", "北京", "青海"], ["在职", "退休", "成年居民", "1101"]);
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = workbook.add_worksheet_with_constant_memory().unwrap();
    let mut table = format!("{}\n", names.join(","));
    for (column, name) in (0..).zip(names) {
        sheet.write_string(0, column, name).unwrap();
    }
    for row in 1..=rows {
        let at = |step: u32, of: usize| usize::try_from(row * step).unwrap() % of;
        let (from, to) = (places[at(1, 4)], places[at(3, 3)]);
        let (status, tier) = (statuses[at(7, 4)], [1.0, 2.0, 3.0][at(5, 3)]);
        let fen = (u64::from(row) * 7_919_317) % 30_000_000 + 12_345;
        let (month, of_month) = (1 + u8::try_from(at(1, 11)).unwrap(), 1 + u8::try_from(at(1, 28)).unwrap());
        let total = format!("{}.{:02}", fen / 100, fen % 100);
        sheet.write_string(row, 0, format!("p{row}")).unwrap();
        sheet.write_string(row, 1, from).unwrap().write_string(row, 2, to).unwrap();
        sheet.write_string(row, 3, status).unwrap().write_number(row, 4, tier).unwrap();
        let settled = ExcelDateTime::from_ymd(2026, month, of_month).unwrap();
        sheet.write_datetime_with_format(row, 5, settled, &day).unwrap();
        sheet.write_number(row, 6, total.parse::<f64>().unwrap()).unwrap();
        for column in 7..=9 {
            sheet.write_number(row, column, 0).unwrap();
        }
        let date = format!("2026-{month:02}-{of_month:02}");
        writeln!(table, "p{row},{from},{to},{status},{tier},{date},{total},0,0,0").unwrap();
    }
    let path = |name: &str| folder.path().join(name).display().to_string();
    workbook.save(path("in.xlsx")).unwrap();
    put(&folder, "in.csv", table.as_bytes());
    let mut took = Vec::new();
    for (from, to) in
        [("in.csv", "csv.csv"), ("in.xlsx", "sheet.csv"), ("in.csv", "csv.xlsx"), ("in.xlsx", "sheet.xlsx")]
    {
        let begun = std::time::Instant::now();
        let output =
            run(&["batch", &path(from), "--output", &path(to), "--date", "2026-11-22", "--jobs", "2"]);
        assert_eq!(output.status.code(), Some(0), "{from} {to}: {}", said(&output));
        took.push(format!("{from} → {to}: {:.2} s", begun.elapsed().as_secs_f64()));
    }
    println!("{rows} rows: {}", took.join(", "));
    let by_table = rows_of_csv(&fs::read(path("csv.csv")).unwrap());
    assert_eq!(by_table.len(), 1 + usize::try_from(rows).unwrap());
    let differs = |name: &str, other: Vec<Vec<String>>| {
        assert_eq!(other.len(), by_table.len(), "{name}");
        for (place, (one, other)) in by_table.iter().zip(&other).enumerate() {
            let pairs = one.iter().zip(other);
            let wrong: Vec<_> = pairs.filter(|(one, other)| !same(one, other)).collect();
            assert!(wrong.is_empty() && one.len() == other.len(), "{name}, row {place}: {wrong:?}");
        }
    };
    differs("sheet.csv", rows_of_csv(&fs::read(path("sheet.csv")).unwrap()));
    differs("csv.xlsx", rows_of_sheet(Path::new(&path("csv.xlsx"))));
    differs("sheet.xlsx", rows_of_sheet(Path::new(&path("sheet.xlsx"))));
}

#[test]
fn what_goes_into_a_workbook_is_what_goes_into_a_table() {
    let folder = folder();
    let path = put(&folder, "claims.xlsx", &claims());
    let input = path.to_str().unwrap();
    for headers in ["key", "zh", "en"] {
        let plain = run(&["batch", input, DAY[0], DAY[1], "--headers", headers]);
        let out = folder.path().join(format!("{headers}.xlsx"));
        let output =
            run(&["batch", input, DAY[0], DAY[1], "--headers", headers, "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        let (table, sheet) = (rows_of_csv(&plain.stdout), rows_of_sheet(&out));
        assert_eq!(table.len(), sheet.len());
        for (row, cells) in table.iter().zip(&sheet) {
            assert_eq!(row.len(), cells.len());
            for (one, other) in row.iter().zip(cells) {
                assert!(same(one, other), "{one:?} is not {other:?}");
            }
        }
        let wanted = [("key", "personal_low"), ("zh", "个人负担·最低"), ("en", "You pay, low")];
        let name = wanted.iter().find(|(one, _)| *one == headers).unwrap().1;
        assert!(headers == "en" || sheet[0].iter().any(|one| one == name), "{:?}", sheet[0]);
    }
    // An amount is a number, a long number a text, a day a day.
    let mut workbook: Xlsx<_> = calamine::open_workbook(folder.path().join("key.xlsx")).unwrap();
    let cells = workbook.worksheet_range_at(0).unwrap().unwrap();
    let at = |name: &str| {
        (0..cells.width()).find(|column| cells.get((0, *column)).is_some_and(|one| one == name)).unwrap()
    };
    assert_eq!(cells.get((1, at("personal_low"))), Some(&calamine::Data::Float(13_200.0)));
    assert_eq!(
        cells.get((1, at("身份证号"))),
        Some(&calamine::Data::String("210300199001011234".to_owned()))
    );
    assert!(matches!(cells.get((1, at("date_used"))), Some(calamine::Data::DateTime(_))));
    let error = cells.get((3, at("error"))).unwrap().to_string();
    assert!(error.starts_with("第 6 行"), "{error}");
    // It is a table again.
    let again = run(&["batch", folder.path().join("zh.xlsx").to_str().unwrap(), DAY[0], DAY[1]]);
    let rows = rows_of_csv(&again.stdout);
    let personal = rows[0].iter().position(|name| name == "personal_low").unwrap();
    assert_eq!(rows[1][personal], "13200.00");
}

#[test]
fn the_sheet_can_be_named() {
    let folder = folder();
    let path = put(&folder, "claims.xlsx", &claims());
    let settled = |sheet: &str| run(&["batch", path.to_str().unwrap(), DAY[0], DAY[1], "--sheet", sheet]);
    assert_eq!(settled("二月").stdout, settled("2").stdout);
    for (sheet, part) in
        [("三月", "有的是：说明、二月"), ("3", "有的是：说明、二月"), ("说明", "缺少必需的列")]
    {
        let output = settled(sheet);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && said(&output).contains(part), "{}", said(&output));
    }
}

/// A zip archive of some parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn other_kinds_of_workbooks_are_read_as_well() {
    let cells = |row: &[&str]| {
        let cells = row.iter().map(|text| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        });
        format!("<table:table-row>{}</table:table-row>", cells.collect::<String>())
    };
    let names = cells(&["from", "to", "status", "tier", "total", "own-expense", "prepay", "over-limit"]);
    let row = cells(&["鞍山", "北京", "在职", "3", "30000", "0", "0", "0"]);
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"a\">{names}{row}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let mime = b"application/vnd.oasis.opendocument.spreadsheet";
    let manifest =
        b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let ods = archive(&[
        ("mimetype", &mime[..]),
        ("META-INF/manifest.xml", &manifest[..]),
        ("content.xml", content.as_bytes()),
    ]);
    let old = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/claims.xls")).unwrap();
    for bytes in [ods, old] {
        let output = fed(&[&["batch"][..], &DAY].concat(), &bytes);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let rows = rows_of_csv(&output.stdout);
        let personal = rows[0].iter().position(|name| name == "personal_low").unwrap();
        assert_eq!(rows[1][personal], "13200.00");
    }
}

#[test]
fn what_is_no_workbook_or_far_too_large_is_refused() {
    let folder = folder();
    let damaged = claims();
    for (name, bytes, part) in [
        ("cut.xlsx", &damaged[..damaged.len() / 2], "不是能读的工作簿"),
        ("bare.xlsx", b"PK\x03\x04\x14\0", "不是能读的工作簿"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1nothing", "不是能读的工作簿"),
    ] {
        let path = put(&folder, name, bytes);
        let output = run(&["batch", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said(&output).contains(part), "{name}: {}", said(&output));
    }
    // 400 MiB of noughts in 400 KiB.
    let mut writer = rust_xlsxwriter::Workbook::new();
    writer.add_worksheet();
    let zeros = vec![b' '; 1 << 20];
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    (0..400).for_each(|_| bomb.write_all(&zeros).unwrap());
    let path = put(&folder, "bomb.xlsx", &bomb.finish().unwrap().into_inner());
    let output = run(&["batch", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("解开后比它自己大得多"), "{}", said(&output));
    let output = fed(&["batch", "--jsonl", "--out", "x.xlsx"], b"");
    assert!(said(&output).contains("--jsonl 写不进工作簿"), "{}", said(&output));
}

/// The stream of the old workbook among the examples, changed and put back.
fn old_with(change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/claims.xls");
    let mut file = cfb::CompoundFile::open(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut stream = Vec::new();
    file.open_stream("/Workbook").unwrap().read_to_end(&mut stream).unwrap();
    change(&mut stream);
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

/// Where the records of texts begin.
fn texts(stream: &[u8]) -> Vec<usize> {
    let (mut at, mut found) = (0, Vec::new());
    while let Some(head) = stream.get(at..at + 4) {
        if head == [0xfd, 0, 10, 0] {
            found.push(at);
        }
        at += 4 + usize::from(u16::from_le_bytes([head[2], head[3]]));
    }
    found
}

/// What its reader cannot stand, or would lay out a sheet of gigabytes for.
#[test]
fn an_old_workbook_that_was_made_to_be_wrong_is_refused() {
    let last = |stream: &[u8]| *texts(stream).last().unwrap();
    let sound = old_with(|_| ());
    let output = fed(&[&["batch"][..], &DAY].concat(), &sound);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    // Two merged cells are said, and one stands there: the reader gives up.
    let gives_up = old_with(|stream| {
        let at = last(stream);
        stream[at] = 0xe5;
        stream[at + 4..at + 6].copy_from_slice(&[2, 0]);
    });
    // A cell in the last row and column that a number of two bytes can say.
    let far = old_with(|stream| {
        let at = last(stream);
        stream[at + 4..at + 8].fill(0xff);
    });
    // The sectors of the folder go round in a circle: the table of them is the first
    // sector after the head, which says where the folder begins.
    let mut circle = sound.clone();
    let begin = u32::from_le_bytes(circle[48..52].try_into().unwrap());
    let table = u32::from_le_bytes(circle[76..80].try_into().unwrap());
    let entry = 512 * (usize::try_from(table).unwrap() + 1) + 4 * usize::try_from(begin).unwrap();
    circle[entry..entry + 4].copy_from_slice(&begin.to_le_bytes());
    for (bytes, told) in [
        (gives_up, "不是能读的工作簿：内容读不懂"),
        (far, "解开后比它自己大得多"),
        (circle, "不是能读的工作簿"),
    ] {
        let begun = std::time::Instant::now();
        let output = fed(&[&["batch"][..], &DAY].concat(), &bytes);
        assert_eq!(output.status.code(), Some(2), "{told}: {}", said(&output));
        assert!(said(&output).contains(told), "{told}: {}", said(&output));
        assert!(!said(&output).contains("panicked"), "{}", said(&output));
        assert!(begun.elapsed() < std::time::Duration::from_secs(10), "{told}");
    }
}

/// Its reader looks for the end of a table for ever.
#[test]
fn an_open_document_that_ends_too_soon_is_refused() {
    let begin = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                 xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:spreadsheet>\
                 <table:table table:name=\"a\">";
    let row = "<table:table-row><table:table-cell></table:table></table:table-cell></table:table-row>";
    for (content, told) in [
        (begin.to_owned(), "内容不完整"),
        (format!("{begin}<table:table-row></table:table-row>"), "内容不完整"),
        (format!("{begin}</office:document-content>"), "不是能读的工作簿"),
        (
            format!("{begin}{row}</office:spreadsheet></office:body></office:document-content>"),
            "不是能读的工作簿",
        ),
        (format!("{begin}<!-- </table:table> -->"), "内容不完整"),
    ] {
        let bytes = archive(&[
            ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]),
            (
                "META-INF/manifest.xml",
                b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
            ),
            ("content.xml", content.as_bytes()),
        ]);
        let mut child = program(&["batch"]).stdin(std::process::Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&bytes).unwrap();
        let begun = std::time::Instant::now();
        while child.try_wait().unwrap().is_none() {
            if begun.elapsed() > std::time::Duration::from_secs(10) {
                child.kill().unwrap();
                panic!("never ended: {content}");
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{content}");
        assert!(said(&output).contains(told), "{content}: {}", said(&output));
    }
}

/// A row may say that it is any: those between it and the one before are blank.
#[test]
fn a_row_far_below_all_others_is_reached_or_refused() {
    const HEAD: &str = "http://schemas.openxmlformats.org";
    let types = format!("<Types xmlns=\"{HEAD}/package/2006/content-types\"/>");
    let of = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{HEAD}/package/2006/relationships\"><Relationship Id=\"{id}\" \
             Type=\"{HEAD}/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let (root, book) =
        (of("r", "officeDocument", "xl/workbook.xml"), of("s", "worksheet", "worksheets/a.xml"));
    let sheets = format!(
        "<workbook xmlns=\"{HEAD}/spreadsheetml/2006/main\" xmlns:r=\"{HEAD}/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"
    );
    for (row, told) in [(1_048_576, "共 1 行"), (99_999_999, "内容读不懂"), (4_294_967_295_u32, "内容读不懂")]
    {
        let cell = |name: &str, text: &str| format!("<c r=\"{name}\" t=\"str\"><v>{text}</v></c>");
        let head = ["from", "to", "status", "tier", "total"];
        let head: String =
            "ABCDE".chars().zip(head).map(|(column, text)| cell(&format!("{column}1"), text)).collect();
        let sheet = format!(
            "<worksheet xmlns=\"{HEAD}/spreadsheetml/2006/main\"><sheetData><row r=\"1\">{head}</row><row r=\"{row}\">{}</row>\
             </sheetData></worksheet>",
            cell(&format!("A{row}"), "鞍山")
        );
        let bytes = archive(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", root.as_bytes()),
            ("xl/_rels/workbook.xml.rels", book.as_bytes()),
            ("xl/workbook.xml", sheets.as_bytes()),
            ("xl/worksheets/a.xml", sheet.as_bytes()),
        ]);
        let begun = std::time::Instant::now();
        let output = fed(&[&["batch"][..], &DAY].concat(), &bytes);
        assert!(said(&output).contains(told), "{row}: {}", said(&output));
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{row}: {:?}", begun.elapsed());
    }
}

/// Room is made for as many texts as are said to be there.
#[test]
fn more_texts_than_there_can_be_are_refused() {
    let sound = claims();
    let mut parts = zip::ZipArchive::new(Cursor::new(&sound)).unwrap();
    let mut changed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        if name.ends_with("sharedStrings.xml") {
            let (head, rest) = content.split_once("uniqueCount=\"").unwrap();
            content = format!("{head}uniqueCount=\"2999999999{}", &rest[rest.find('"').unwrap()..]);
        }
        changed.start_file(name, SimpleFileOptions::default()).unwrap();
        changed.write_all(content.as_bytes()).unwrap();
    }
    let output = fed(&[&["batch"][..], &DAY].concat(), &changed.finish().unwrap().into_inner());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("解开后比它自己大得多"), "{}", said(&output));
}

#[test]
fn slips_stand_in_workbooks_as_well() {
    let folder = folder();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let names = ["姓名", "医疗费总额", "统筹基金支付", "基金支付总额", "个人负担"];
    for (column, name) in (0..).zip(names) {
        sheet.write_string(1, column, name).unwrap();
    }
    for (row, total) in [(2, 30_000), (3, 40_000)] {
        sheet.write_string(row, 0, "某人").unwrap();
        for (column, amount) in (1..).zip([total, 16_800, 16_800, total - 16_800]) {
            sheet.write_number(row, column, amount).unwrap();
        }
    }
    let path = put(&folder, "slips.xlsx", &workbook.save_to_buffer().unwrap());
    let line =
        ["reconcile", "鞍山", "北京", "职工", "三级", "已备案", "--json", "--slip", path.to_str().unwrap()];
    let output = run(&[&line[..], &DAY].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["slips"].as_array().unwrap().len(), 2, "{found}");
    assert_eq!(found["slips"][1]["lines"][0]["actual"], "40000.00");
    // Names and numbers side by side, in the encoding of Chinese Windows.
    let (form, ..) = encoding_rs::GB18030.encode("医疗费总额,30000\n统筹基金支付,16800\n个人负担,13200\n");
    let path = put(&folder, "slip.csv", &form);
    let line =
        ["reconcile", "鞍山", "北京", "职工", "三级", "已备案", "--json", "--slip", path.to_str().unwrap()];
    let found: serde_json::Value = serde_json::from_slice(&run(&[&line[..], &DAY].concat()).stdout).unwrap();
    assert_eq!(found["lines"][0]["actual"], "30000.00", "{found}");
}

#[test]
fn the_case_book_goes_into_a_workbook() {
    let folder = folder();
    let book = folder.path().join("cases.db");
    let answers = serde_json::json!({ "from": "210300", "to": "110000", "status": "active", "tier": "3",
        "total": "50000", "date": "2026-11-20" });
    let exported = serde_json::json!({ "format": "yidi.cases/1", "cases": [{ "id": "a".repeat(32),
        "created": "2026-01-01T00:00:00Z", "changed": "2026-01-01T00:00:00Z", "note": "n", "version": 1, "answers": answers }] });
    let file = put(&folder, "cases.json", exported.to_string().as_bytes());
    let book = ["--cases", book.to_str().unwrap()];
    let output = run(&[&["cases", "import", file.to_str().unwrap()][..], &book].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let out = folder.path().join("cases.xlsx");
    let output = run(&[&["cases", "export", "--output", out.to_str().unwrap()][..], &book].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let rows = rows_of_sheet(&out);
    let at = |name: &str| rows[0].iter().position(|one| one == name).unwrap();
    assert_eq!((rows[1][at("total")].as_str(), rows[1][at("from")].as_str()), ("50000.00", "210300"));
    assert_eq!(rows[1][at("date")], "2026-11-20");
}

/// The cells of the first sheet as they are, below the header.
fn typed_cells(path: &Path) -> Vec<Vec<calamine::Data>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let name = workbook.sheet_names()[0].clone();
    workbook.worksheet_range(&name).unwrap().rows().skip(1).map(<[_]>::to_vec).collect()
}

const PLAIN: [&str; 8] = ["参保地", "就医地", "身份", "医院等级", "总费用", "自费", "先行自付", "超限价"];

/// A sheet with a plain stay a row, exact: 13 200.00 of 30 000.
fn stays(workbook: &mut Workbook, own: &[&str], rows: u32) {
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(PLAIN.iter().chain(own)) {
        sheet.write_string(0, column, *name).unwrap();
    }
    for row in 1..=rows {
        for (column, cell) in (0..).zip(["鞍山", "北京", "在职", "三级"]) {
            sheet.write_string(row, column, cell).unwrap();
        }
        for (column, number) in (4..).zip([30_000, 0, 0, 0]) {
            sheet.write_number(row, column, number).unwrap();
        }
    }
}

#[test]
fn a_formula_without_a_result_is_no_empty_cell() {
    let row = |cells: &str| format!("<row>{cells}</row>");
    let text = |cell: &str| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>");
    let names: String = PLAIN.iter().chain(&["备注"]).map(|name| text(name)).collect();
    let places: String = ["鞍山", "北京", "在职", "三级"].into_iter().map(text).collect();
    let sheet = |rows: &[String]| {
        let rows = rows.concat();
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        );
        let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
                    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
                    <sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        let links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                     <Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\" \
                     Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>";
        let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                    <Relationship Id=\"r1\" Target=\"xl/workbook.xml\" \
                    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";
        archive(&[
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", links.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    };
    let stay = |own: &str, note: &str| {
        row(&format!("{places}<c><v>30000</v></c>{own}<c><v>0</v></c><c><v>0</v></c>{note}"))
    };
    let empty = "<c s=\"0\"/>";
    let rows = [
        row(&names),
        stay("<c><v>0</v></c>", empty),
        // As openpyxl writes them.
        stay("<c><f>A1*2</f><v></v></c>", empty),
        stay("<c><f>A1*2</f><v/></c>", empty),
        stay("<c><f>A1*2</f></c>", empty),
        // With its result, and one that is no text.
        stay("<c><f>A1*2</f><v>0</v></c>", "<c t=\"str\"><f>IF(A1,A1,\"\")</f><v></v></c>"),
        // Only kept.
        stay("<c><v>0</v></c>", "<c><f>E2</f></c>"),
    ];
    let output = fed(&[&["batch", "-"][..], &DAY].concat(), &sheet(&rows));
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    let table = rows_of_csv(&output.stdout);
    let column = |name: &str| table[0].iter().position(|one| one == name).unwrap();
    let (low, error, note) = (column("personal_low"), column("error"), column("备注"));
    for (at, is_read) in [(1, true), (2, false), (3, false), (4, false), (5, true), (6, true)] {
        if is_read {
            assert_eq!((table[at][low].as_str(), table[at][error].as_str()), ("13200.00", ""), "{at}");
        } else {
            assert!(table[at][error].contains("自费：公式没有结果"), "{at} {}", table[at][error]);
        }
    }
    assert_eq!((table[1][note].as_str(), table[5][note].as_str(), table[6][note].as_str()), ("", "", "'=E2"));
}

#[test]
fn what_is_only_kept_comes_out_as_what_it_was() {
    let mut workbook = Workbook::new();
    let own = ["住院号", "身份证号", "编号", "比率", "入账日", "打印时间", "差额", "年龄", "结算时间"];
    stays(&mut workbook, &own, 1);
    let [percent, day, moment] =
        ["0.00%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"].map(|format| Format::new().set_num_format(format));
    let sheet = workbook.worksheet_from_index(0).unwrap();
    let on = ExcelDateTime::from_ymd(2026, 11, 20).unwrap();
    let at = ExcelDateTime::from_ymd(2026, 11, 20).unwrap().and_hms(18, 9, 52).unwrap();
    sheet.write_number(1, 8, 20_261_234.5).unwrap();
    sheet.write_string(1, 9, "210300199001011234").unwrap();
    sheet.write_string(1, 10, "00720").unwrap();
    sheet.write_number_with_format(1, 11, 0.725, &percent).unwrap();
    sheet.write_datetime_with_format(1, 12, &on, &day).unwrap();
    sheet.write_datetime_with_format(1, 13, &at, &moment).unwrap();
    sheet.write_number(1, 14, -12.345).unwrap();
    sheet.write_number(1, 15, 40).unwrap();
    sheet.write_datetime_with_format(1, 16, &at, &moment).unwrap();
    let folder = folder();
    let path = put(&folder, "in.xlsx", &workbook.save_to_buffer().unwrap());
    let out = folder.path().join("out.xlsx");
    let settled = run(&["batch", path.to_str().unwrap(), "--output", out.to_str().unwrap(), DAY[0], DAY[1]]);
    assert_eq!(settled.status.code(), Some(0), "{}", said(&settled));
    let cells = typed_cells(&out).remove(0);
    let number = |at: usize| match &cells[at] {
        calamine::Data::Float(number) => *number,
        other => panic!("{at}: {other:?}"),
    };
    let text = |at: usize| match &cells[at] {
        calamine::Data::String(text) => text.as_str(),
        other => panic!("{at}: {other:?}"),
    };
    let moment = |at: usize| match &cells[at] {
        calamine::Data::DateTime(day) => day.to_ymd_hms_milli(),
        other => panic!("{at}: {other:?}"),
    };
    let numbers = [8, 11, 14, 15].map(|at| number(at).to_string());
    assert_eq!(numbers, ["20261234.5", "0.725", "-12.345", "40"]);
    assert_eq!([text(9), text(10)], ["210300199001011234", "00720"]);
    assert_eq!(moment(12), (2026, 11, 20, 0, 0, 0, 0));
    assert_eq!([moment(13), moment(16)], [(2026, 11, 20, 18, 9, 52, 0); 2]);
    // A table of text is one.
    let piped = run(&["batch", path.to_str().unwrap(), DAY[0], DAY[1]]);
    assert!(!piped.stdout.contains(&0x1f));
    // Whoever names a person does so in text.
    let by = ["--by", "住院号", "--force"];
    let arguments = ["batch", path.to_str().unwrap(), "--output", out.to_str().unwrap(), DAY[0], DAY[1]];
    assert_eq!(run(&[&arguments[..], &by].concat()).status.code(), Some(0));
    assert_eq!(typed_cells(&out)[0][8], calamine::Data::String("20261234.5".to_owned()));
}

#[test]
fn computed_amounts_are_rounded_to_the_fen_and_a_time_is_no_day() {
    let mut workbook = Workbook::new();
    stays(&mut workbook, &["结算日期"], 2);
    let time = Format::new().set_num_format("hh:mm");
    let sheet = workbook.worksheet_from_index(0).unwrap();
    // 100 000 / 3 = 33 333.333…; half a fen goes up.
    sheet.write_number(1, 4, 100_000.0 / 3.0).unwrap().write_number(1, 5, 0.125).unwrap();
    sheet.write_datetime_with_format(2, 8, ExcelDateTime::from_hms(18, 9, 0).unwrap(), &time).unwrap();
    let output = fed(&[&["batch", "-"][..], &DAY].concat(), &workbook.save_to_buffer().unwrap());
    let table = rows_of_csv(&output.stdout);
    let column = |name: &str| table[0].iter().position(|one| one == name).unwrap();
    assert_eq!(table[1][column("total_low")], "33333.33", "{}", said(&output));
    assert_eq!(table[1][column("own_expense_low")], "0.13");
    assert!(table[2][column("error")].contains("结算日期："), "{:?}", table[2]);
}
