//! `yidi batch`: a table in, the same table settled out, whatever the table is.

use std::io::{Read, Write};
use std::process::{Output, Stdio};
use std::thread;

use encoding_rs::GB18030;

use crate::support::process::{fed, program, said, shown, yidi};

const DAY: [&str; 2] = ["--date", "2026-11-22"];

fn batch(input: &[u8], arguments: &[&str]) -> Output {
    fed(&[&["batch"], arguments].concat(), input)
}

/// The rows that come out, by column.
struct Rows {
    head: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl Rows {
    fn of(bytes: &[u8]) -> Self {
        let mut reader = csv::Reader::from_reader(bytes);
        let head = reader.headers().unwrap().clone();
        // Not flexible: a row of another width fails here.
        Self { head, rows: reader.records().map(Result::unwrap).collect() }
    }

    fn get(&self, row: usize, column: &str) -> &str {
        let place = self.head.iter().position(|name| name == column).unwrap_or_else(|| panic!("no {column}"));
        &self.rows[row][place]
    }
}

fn settled(input: &[u8], arguments: &[&str]) -> Rows {
    let output = batch(input, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    Rows::of(&output.stdout)
}

const HEAD: &str = "from,to,status,tier,total,own-expense,prepay,over-limit";
/// 30 000 − (30 000 − 2 000) × 0.60 = 13 200.00; the retired 0.65: 11 800.00
const ANSHAN: &str = "鞍山,北京,active,3,30000,0,0,0";

fn table(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}\n{}\n", rows.join("\n")).into_bytes()
}

#[test]
fn the_plain_case_as_a_row() {
    let rows = settled(&table(&[ANSHAN, "鞍山,北京,retired,3,3万,0,0,0"]), &DAY);
    for (row, personal) in ["13200.00", "11800.00"].into_iter().enumerate() {
        for end in ["low", "high"] {
            assert_eq!(rows.get(row, &format!("personal_{end}")), personal);
            assert_eq!(rows.get(row, &format!("psn_part_amt_{end}")), personal);
        }
    }
    assert_eq!(rows.get(0, "fund_low"), "16800.00");
    assert_eq!(rows.get(0, "pool_prop_selfpay_low"), "60");
    assert_eq!((rows.get(0, "grade"), rows.get(0, "date_used")), ("reported", "2026-11-22"));
    assert_eq!((rows.get(0, "error"), rows.get(1, "total")), ("", "3万"));
}

#[test]
fn the_example_file_is_settled() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/example/batch.csv");
    let output = yidi(&["batch", path]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let rows = Rows::of(&output.stdout);
    assert_eq!(rows.rows.len(), 5);
    assert_eq!(rows.get(0, "personal_low"), "13200.00");
    assert!(!said(&output).contains("不认识"), "{}", said(&output));
}

#[test]
fn chinese_and_national_names_in_gb18030_with_tabs_or_semicolons() {
    let plain = settled(&table(&[ANSHAN]), &DAY);
    let chinese = "参保地,就医地,身份,医院等级,医疗费总额（元）,其中自费,乙类先行自付,超限价\n鞍山,北京,在职,三级,30000,0,0,0\n";
    let national = "FROM,就医地,人员类别,tier,medfee_sumamt,fulamt_ownpay_amt,preselfpay_amt,overlmt_selfpay\r\n鞍山,北京,在职,3,30000,0,0,0\r\n";
    for text in
        [chinese.to_owned(), chinese.replace(',', "\t"), chinese.replace(',', ";"), national.to_owned()]
    {
        let (gb18030, ..) = GB18030.encode(&text);
        let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), format!("\u{feff}{text}").as_bytes(), &gb18030, &wide] {
            let rows = settled(bytes, &DAY);
            assert_eq!(rows.get(0, "personal_high"), plain.get(0, "personal_high"), "{text}");
            assert_eq!(&rows.rows[0][0], "鞍山");
        }
    }
    let (gb18030, ..) = GB18030.encode(chinese);
    let refused = batch(&gb18030, &["--encoding", "utf-8"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("缺少必需的列"), "{}", said(&refused));
}

/// What a bad row says, and that the rows around it are settled all the same.
fn refused(bad: &str, parts: &[&str]) {
    let output = batch(&table(&[ANSHAN, bad, ANSHAN]), &DAY);
    assert_eq!(output.status.code(), Some(3), "{bad}");
    let rows = Rows::of(&output.stdout);
    assert_eq!(rows.rows.len(), 3, "{bad}");
    let error = rows.get(1, "error");
    for part in parts {
        assert!(error.contains(part), "{bad}: {error}");
    }
    assert!(error.starts_with("第 3 行，"), "{error}");
    assert_eq!((rows.get(1, "personal_low"), rows.get(1, "grade"), rows.get(1, "date_used")), ("", "", ""));
    for row in [0, 2] {
        assert_eq!((rows.get(row, "personal_low"), rows.get(row, "error")), ("13200.00", ""));
    }
    assert!(said(&output).contains("3 行：2 行算出，1 行有错"), "{}", said(&output));
}

#[test]
fn every_kind_of_bad_row_has_its_message() {
    refused("鞍山,北京,active,3,abc,0,0,0", &["total：看不懂这个金额"]);
    refused("鞍山,北京,active,3,-5,0,0,0", &["total：金额不能是负数"]);
    refused("鞍山,北京,active,3,100000000,0,0,0", &["total：金额太大"]);
    refused("鞍山,北京,active,3,100,60,60,0", &["over-limit：自费、先行自付、超限价合计 120.00 元"]);
    refused("吉林,北京,active,3,100,0,0,0", &["from：「吉林」不止一个地方"]);
    refused("鞍杉,北京,active,3,100,0,0,0", &["from：没有叫「鞍杉」的地方"]);
    refused("鞍山,北京,activ,3,100,0,0,0", &["status：不认识「activ」，是不是「active」"]);
    refused("鞍山,北京,,3,100,0,0,0", &["status：还没有填"]);
    refused(",北京,x,3,,0,0,0", &["from：还没有填；status：不认识「x」", "；total：还没有填"]);
    refused("鞍山,北京,active", &["tier：还没有填；total：还没有填"]);
    refused("鞍山,北京,active,3,100,0,0,0,0,0", &["有 10 个单元格，表头有 8 个"]);
    refused("鞍山,北京,active,3,1\u{0}0,0,0,0", &["total：含有零字节"]);
}

#[test]
fn wrong_bytes_and_quotes_cost_a_row_each() {
    let mut input = table(&[ANSHAN]);
    input.extend_from_slice(b"\xff\xfe,x,active,3,1,0,0,0\n");
    input.extend_from_slice(ANSHAN.as_bytes());
    input.extend_from_slice(b"\n\"cut off,x,active\n");
    input.extend_from_slice(ANSHAN.as_bytes());
    let output = batch(&input, &[&DAY[..], &["--encoding", "utf-8"]].concat());
    assert_eq!(output.status.code(), Some(3));
    let rows = Rows::of(&output.stdout);
    let errors: Vec<&str> = (0..rows.rows.len()).map(|row| rows.get(row, "error")).collect();
    assert!(errors[1].starts_with("第 3 行，from：有字节不是文字"), "{}", errors[1]);
    assert!(errors[3].starts_with("第 5 行，引号打开后没有闭合"), "{}", errors[3]);
    assert_eq!([errors[0], errors[2], errors[4]], [""; 3]);
    assert_eq!(rows.get(3, "from"), "\"cut off");
    for part in ["编码不对：1 行", "引号没有闭合：1 行"] {
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

#[test]
fn a_record_longer_than_a_mebibyte_is_a_bad_row() {
    let mut input = table(&[ANSHAN]);
    input.extend(std::iter::repeat_n(b'x', 20 << 20));
    input.extend_from_slice(format!("\n{ANSHAN}\n").as_bytes());
    let output = batch(&input, &DAY);
    assert_eq!(output.status.code(), Some(3));
    let rows = Rows::of(&output.stdout);
    assert_eq!(rows.rows.len(), 3);
    assert!(rows.get(1, "error").starts_with("第 3 行，这一行超过 1 MiB"), "{}", rows.get(1, "error"));
    assert_eq!(rows.get(2, "personal_low"), "13200.00");
}

/// What a table that cannot be read at all is told.
fn turned_away(input: &[u8], part: &str) {
    let output = batch(input, &DAY);
    assert_eq!(output.status.code(), Some(2), "{part}");
    assert!(said(&output).contains(part), "{}", said(&output));
    assert!(output.stdout.is_empty(), "{part}");
}

#[test]
fn a_table_that_cannot_be_read_says_why() {
    turned_away(b"", "输入是空的");
    turned_away(b"\n\n", "输入是空的");
    turned_away(b"from,to\n", "缺少必需的列：险种与身份（status）、医院等级（tier）、总费用（total）");
    turned_away(
        "from,to,status,tier,总费用,总费用\n".as_bytes(),
        "两列都是总费用（total）：「总费用」和「总费用」",
    );
    turned_away(b"PK\x03\x04\x14\0", "不是能读的工作簿");
    turned_away(b"\n\"from,to\n1,2\n", "-:2：表头里有引号没有闭合");
    turned_away(&vec![b'a'; 3 << 20], "-:1：表头超过 1 MiB");
    turned_away(&vec![b'a'; 65 << 20], "-:1：这一行超过 64 MiB 还没有结束");
    let head = format!("{HEAD}\n鞍山,北京\n");
    let endless = [head.as_bytes(), &vec![b'a'; 65 << 20]].concat();
    let output = batch(&endless, &DAY);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("-:3：这一行超过 64 MiB"), "{}", said(&output));
}

#[test]
fn a_header_alone_is_a_table_without_rows() {
    let output = batch(format!("{HEAD}\n").as_bytes(), &DAY);
    assert_eq!(output.status.code(), Some(0));
    assert!(Rows::of(&output.stdout).rows.is_empty());
    assert!(said(&output).contains("共 0 行"));
}

#[test]
fn options_that_are_wrong_are_told_before_anything_is_read() {
    for (arguments, part) in [
        (&["--jobs", "0"][..], "--jobs 要写 1 到 1024"),
        (&["--jobs", "many"], "「many」"),
        (&["--date", "someday"], "--date 日期要写成"),
        (&["--encoding", "latin9"], "--encoding 可以写"),
        (&["/no/such/file.csv"], "读不了 /no/such/file.csv：不存在"),
        (&["/"], "读不了 /：是文件夹"),
        (&["--data", "/no/such/folder"], "/no/such/folder"),
    ] {
        let output = batch(&table(&[ANSHAN]), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

#[test]
fn unknown_columns_are_kept_and_named_once() {
    let input =
        "note,from,to,status,tier,totl,total\nx,鞍山,北京,active,3,9,30000\ny,鞍山,北京,active,3,9,30000\n";
    let output = batch(input.as_bytes(), &DAY);
    let rows = Rows::of(&output.stdout);
    assert_eq!((rows.get(0, "note"), rows.get(1, "note"), rows.get(0, "totl")), ("x", "y", "9"));
    let told = said(&output);
    assert_eq!(told.matches("不认识的列").count(), 1, "{told}");
    assert!(told.contains("note、totl（是不是 total？）"), "{told}");
}

#[test]
fn a_column_of_the_input_is_never_written_twice() {
    let once = batch(&table(&[ANSHAN]), &DAY);
    let twice = batch(&once.stdout, &DAY);
    assert!(!said(&twice).contains("不认识的列"), "{}", said(&twice));
    let rows = Rows::of(&twice.stdout);
    let mut names: Vec<&str> = rows.head.iter().collect();
    assert_eq!(rows.get(0, "yidi_personal_low"), rows.get(0, "personal_low"));
    assert_eq!(rows.get(0, "yidi_error"), "");
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn text_a_spreadsheet_would_run_is_neutralised_and_numbers_are_not() {
    let input = "from,to,status,tier,total,=name,balance\n鞍山,北京,active,3,30000,\"=HYPERLINK(\"\"x\"\")\",-5.20\n\
                 鞍山,北京,active,3,30000,@x,+3\n鞍山,北京,-active,3,30000,-1+2,\"-1,000\"\n";
    let output = batch(input.as_bytes(), &DAY);
    let rows = Rows::of(&output.stdout);
    let cells = |row: usize| (rows.get(row, "'=name").to_owned(), rows.get(row, "balance").to_owned());
    assert_eq!(cells(0), ("'=HYPERLINK(\"x\")".to_owned(), "-5.20".to_owned()));
    assert_eq!(cells(1), ("'@x".to_owned(), "+3".to_owned()));
    assert_eq!(cells(2), ("'-1+2".to_owned(), "-1,000".to_owned()));
    assert_eq!(rows.get(2, "status"), "'-active");
    let lines = batch(input.as_bytes(), &[&DAY[..], &["--jsonl"]].concat());
    let first: serde_json::Value = serde_json::from_str(shown(&lines).lines().next().unwrap()).unwrap();
    assert_eq!(first["input"]["=name"], "=HYPERLINK(\"x\")", "JSON is no spreadsheet");
}

#[test]
fn json_lines_say_the_same_as_the_table() {
    let input = "from,to,status,tier,total,note,note\n鞍山,北京,active,3,3万,\"a \"\"b\"\"\nc\",x\n鞍山,北京,active,3,,,\n";
    let table = Rows::of(&batch(input.as_bytes(), &DAY).stdout);
    let output = batch(input.as_bytes(), &[&DAY[..], &["--jsonl"]].concat());
    assert_eq!(output.status.code(), Some(3));
    let text = shown(&output);
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    let first = &lines[0];
    assert_eq!((first["row"].as_u64(), &first["error"]), (Some(2), &serde_json::Value::Null));
    assert_eq!(first["input"]["note"], "a \"b\"\nc");
    assert_eq!(first["input"]["note_2"], "x");
    assert_eq!((&first["grade"], &first["date_used"]), (&table.get(0, "grade").into(), &"2026-11-22".into()));
    let mut count = 0;
    for part in ["lines", "national"] {
        for (name, ends) in first[part].as_object().unwrap() {
            for end in ["low", "high"] {
                let cell = table.get(0, &format!("{name}_{end}"));
                assert_eq!(ends[end].as_str().unwrap_or_default(), cell, "{name}");
                count += 1;
            }
        }
    }
    assert_eq!(count, 2 * (17 + 15));
    let second = &lines[1];
    assert_eq!((second["row"].as_u64(), &second["lines"]), (Some(3), &serde_json::Value::Null));
    assert_eq!((&second["error"]["row"], &second["error"]["field"]), (&3.into(), &"total".into()));
    assert!(second["error"]["message"].as_str().unwrap().starts_with("total：还没有填"));
}

#[test]
fn the_date_used_is_written_out() {
    let input =
        "from,to,status,tier,total,date\n鞍山,北京,active,3,30000,2026年3月5日\n鞍山,北京,active,3,30000,\n";
    let rows = settled(input.as_bytes(), &["--date", "2026-07-01"]);
    assert_eq!((rows.get(0, "date_used"), rows.get(1, "date_used")), ("2026-03-05", "2026-07-01"));
    let today = jiff::Zoned::now().date().to_string();
    let rows = settled(&table(&[ANSHAN]), &[]);
    // The day may have turned meanwhile.
    assert!(rows.get(0, "date_used") >= today.as_str());
}

#[test]
fn a_file_is_whole_or_not_there_and_never_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.csv");
    let out = ["--out", path.to_str().unwrap()];
    let output = batch(&table(&[ANSHAN]), &out);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.is_empty());
    let written = std::fs::read(&path).unwrap();
    assert!(written.starts_with("\u{feff}from,".as_bytes()), "spreadsheets want the mark");
    let again = batch(&table(&[ANSHAN]), &out);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("--force"), "{}", said(&again));
    // Its own output, read while it is written beside.
    let own = yidi(&["batch", out[1], "--force", "--out", out[1]]);
    assert_eq!(own.status.code(), Some(0), "{}", said(&own));
    let rows = Rows::of(std::fs::read(&path).unwrap().strip_prefix("\u{feff}".as_bytes()).unwrap());
    assert_eq!(rows.get(0, "yidi_personal_low"), "13200.00");
    let lines = folder.path().join("out.jsonl");
    batch(&table(&[ANSHAN]), &["--jsonl", "--out", lines.to_str().unwrap()]);
    assert!(std::fs::read(&lines).unwrap().starts_with(b"{"), "no mark before JSON");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside");
}

#[test]
fn a_reader_who_goes_away_ends_it_quietly() {
    for jobs in ["1", "3"] {
        let mut child = program(&["batch", "--jobs", jobs]).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // Kept open to the end: the program must not wait for more.
        let rows = table(&vec![ANSHAN; 20_000]);
        let fed = thread::spawn(move || {
            let _ = stdin.write_all(&rows);
            stdin
        });
        let mut some = [0; 100];
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut some).unwrap();
        drop(stdout);
        let mut told = String::new();
        child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{told}");
        assert_eq!(told, "");
        drop(fed.join().unwrap());
    }
}
