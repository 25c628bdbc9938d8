//! A table in parts, without a header, with few columns: what runs on more than one
//! machine, and what it says by its exit code.

use std::fs;
use std::path::Path;
use std::process::Output;

use encoding_rs::GB18030;

use crate::support::process::{fed, said, shown, yidi};

const HEAD: &str = "from,to,status,tier,total,own-expense,prepay,over-limit,note";
const DAY: &str = "--date 2026-11-22";

/// Rows with line breaks in quotes, blank lines and wrong answers among them.
fn rows(count: usize) -> String {
    (0..count)
        .map(|row| match row % 7 {
            3 => format!("鞍山,北京,active,3,{},0,0,0,\"two\nlines, \"\"said\"\"\"\n", 30_000 + row),
            5 => format!("鞍山,北京,active,3,much,0,0,0,{row}\n\n"),
            _ => format!("沈阳,上海,retired,2,{},0,0,0,{row}\n", 8_000 + row),
        })
        .collect()
}

fn table(count: usize) -> String {
    format!("{HEAD}\n{}", rows(count))
}

fn batch(path: &Path, more: &str) -> Output {
    yidi(format!("batch '{}' {DAY} {more}", path.display()))
}

#[test]
fn all_parts_in_order_are_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let text = table(5_000);
    let (gbk, ..) = GB18030.encode(&text);
    let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let titled = format!("名单\n\n{}", table(50));
    for (name, bytes, parts) in [
        ("plain.csv", text.as_bytes(), 3),
        ("gbk.csv", &gbk, 2),
        ("wide.csv", &wide, 4),
        ("titled.csv", titled.as_bytes(), 7),
        ("short.csv", table(2).as_bytes(), 5),
        ("empty.csv", table(0).as_bytes(), 2),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let whole = shown(&batch(&path, ""));
        for jobs in ["--jobs 1", "--jobs 3"] {
            let part = |part| shown(&batch(&path, &format!("--part {part}/{parts} {jobs}")));
            let all: String = (1..=parts).map(part).collect();
            assert!(all == whole, "{name}, {jobs}");
        }
    }
    // Rows are numbered as in the whole; a file of a later part has no header and no mark.
    let path = folder.path().join("plain.csv");
    let out = folder.path().join("second.csv");
    let output = batch(&path, &format!("--part 2/2 --output '{}'", out.display()));
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    let second = fs::read_to_string(out).unwrap();
    assert!(second.starts_with("沈阳,") || second.starts_with("鞍山,"), "{}", &second[..60]);
    // Its first wrong one is the 2 505th, below the header and after 357 blank lines.
    let first = second.lines().find(|line| line.contains("第 ")).unwrap_or_default();
    assert!(first.contains("第 2863 行，"), "{first}");
}

#[test]
fn a_part_of_a_workbook_is_a_part_of_its_rows() {
    let folder = tempfile::tempdir().unwrap();
    let (csv, sheet) = (folder.path().join("a.csv"), folder.path().join("a.xlsx"));
    fs::write(&csv, table(20)).unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(&csv).unwrap();
    for (row, record) in (0..).zip(reader.records()) {
        for (column, cell) in (0..).zip(record.unwrap().iter()) {
            page.write_string(row, column, cell).unwrap();
        }
    }
    book.save(&sheet).unwrap();
    let whole = shown(&batch(&sheet, ""));
    let parts: String = (1..=3).map(|part| shown(&batch(&sheet, &format!("--part {part}/3")))).collect();
    assert_eq!(parts, whole);
}

#[test]
fn a_header_is_given_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let (head, whole) = (folder.path().join("head.csv"), folder.path().join("whole.csv"));
    // However long the file is whose first line is the header.
    let line = rows(1);
    fs::write(&head, table(3) + &line.repeat((5 << 20) / line.len())).unwrap();
    fs::write(&whole, table(20)).unwrap();
    let bare = rows(20);
    let expected = shown(&batch(&whole, "--columns personal"));
    let (first, rest) = expected.split_once('\n').unwrap();
    // Rows are numbered from the first one: there is no header above it.
    let number = |row: usize| format!("第 {row} 行，");
    let mut rest = rest.to_owned();
    for row in 1..40 {
        rest = rest.replace(&number(row + 1), &number(row));
    }
    for given in [head.to_str().unwrap(), HEAD] {
        let with = |more: &str| {
            let arguments = format!("batch - {DAY} --columns personal --header '{given}' {more}");
            let output = fed(arguments, bare.as_bytes());
            assert_eq!(output.status.code(), Some(3), "{}", said(&output));
            shown(&output)
        };
        assert_eq!(with(""), format!("{first}\n{rest}"));
        assert_eq!(with("--no-header"), rest);
    }
    // Fields are kept apart as in the header that is given.
    let tabbed = "鞍山\t北京\tactive\t3\t5万\n";
    let output = fed("batch - --columns grade --header 'from\tto\tstatus\ttier\ttotal'", tabbed.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(shown(&output).ends_with(",\n"), "{}", shown(&output));
    let output = fed("batch - --no-header --jsonl", table(1).as_bytes());
    assert!(shown(&output).starts_with("{\"row\":2,"), "{}", shown(&output));
}

#[test]
fn only_the_columns_that_are_named_are_added() {
    let input = table(20);
    let all = fed(format!("batch - {DAY}"), input.as_bytes());
    let few = fed(format!("batch - {DAY} --columns fund,grade,personal_high,date_used"), input.as_bytes());
    assert_eq!(few.status.code(), Some(3));
    let read = |output: &Output| {
        let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
        let names = reader.headers().unwrap().clone();
        (names, reader.records().map(Result::unwrap).collect::<Vec<_>>())
    };
    let ((all_names, all_rows), (names, rows)) = (read(&all), read(&few));
    let added: Vec<&str> = names.iter().skip(9).collect();
    assert_eq!(added, ["fund_low", "fund_high", "grade", "personal_high", "date_used", "error"]);
    assert_eq!(rows.len(), 20);
    for (row, whole) in rows.iter().zip(&all_rows) {
        for (name, cell) in names.iter().zip(row) {
            let place = all_names.iter().position(|one| one == name).unwrap();
            assert_eq!(cell, &whole[place], "{name}");
        }
    }
    // In words they keep their order, in a workbook their kinds.
    let zh = fed("batch - --columns grade,personal --headers zh", input.as_bytes());
    assert!(shown(&zh).lines().next().unwrap().ends_with(",依据等级,个人负担·最低,个人负担·最高,错误"));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("few.xlsx");
    let output = fed(format!("batch - --columns grade,personal -o '{}'", out.display()), input.as_bytes());
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    assert!(out.is_file());
}

#[test]
fn the_exit_code_tells_bad_rows_from_nothing_done() {
    let good = format!("{HEAD}\n鞍山,北京,active,3,5万,0,0,0,\n");
    for (arguments, input, code) in [
        ("batch -", good.as_str(), 0),
        ("batch - --quiet", &table(20), 3),
        ("batch - --jsonl", &table(20), 3),
        ("batch -", "from,to\n鞍山,北京\n", 2),
        ("batch /no/such/file.csv", "", 2),
        ("batch - --part 1/2", &good, 2),
        ("batch - --part 3/2", &good, 2),
        ("batch - --columns persnal", &good, 2),
        ("batch - --columns personal --jsonl", &good, 2),
        ("batch - --header nonsense", &good, 2),
        ("batch - --no-header --output x.xlsx", &good, 2),
    ] {
        let output = fed(arguments, input.as_bytes());
        assert_eq!(output.status.code(), Some(code), "{arguments}: {}", said(&output));
        assert_eq!(code == 2, shown(&output).is_empty(), "{arguments}");
    }
    assert_eq!(said(&fed("batch - --quiet", table(20).as_bytes())), "");
    let output = fed("batch - --columns persnal", good.as_bytes());
    assert!(said(&output).contains("是不是 personal？"), "{}", said(&output));
}

/// The lines of the guide, on some rows; Spark takes its time and is left to who
/// runs the script.
#[cfg(unix)]
#[test]
fn the_recipes_of_the_guide_give_what_one_process_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("assets/recipes.sh");
    let mut run = std::process::Command::new("bash");
    run.arg(&script).arg("3000").env("YIDI", env!("CARGO_BIN_EXE_yidi")).env("YIDI_NO_SPARK", "1");
    let output = run.output().unwrap();
    assert!(output.status.success(), "{}{}", shown(&output), said(&output));
    assert!(shown(&output).contains("equal to one process"), "{}", shown(&output));
    // What it runs is what the guide says.
    let (script, guide) =
        (fs::read_to_string(script).unwrap(), include_str!("../../assets/guide/en/batch.md"));
    for line in ["seq 8 | parallel ", "yidi batch claims.csv --part $INDEX/$PARTS "] {
        let line = guide.lines().find(|one| one.starts_with(line)).unwrap();
        assert!(script.contains(line), "{line}");
    }
}
