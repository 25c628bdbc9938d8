//! `yidi year`: a list of stays of one person, and `yidi batch --by`.

use serde_json::Value as Json;
use yidi::report::schema;

use crate::support::process::{fed, json, said, shown};

/// 武汉, residents, tier 3; the sums stand in the golden years.
const LINES: &str = "# a year\n武汉 武汉 成年居民 三级 3万 自费0 先行自付0 超限价0 2026-02-01\n\n\
    3万 自费0 先行自付0 超限价0 2026-04-01\n3万 自费0 先行自付0 超限价0 2026-06-01\n";

const HEAD: &str = "who,from,to,status,tier,total,own-expense,prepay,over-limit,date";

fn year(arguments: &str, input: &str) -> Json {
    let output = fed(format!("year --json {arguments}"), input.as_bytes());
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn pays(year: &Json, end: &str) -> Vec<String> {
    let years = year["years"].as_array().unwrap().iter();
    let visits = years.flat_map(|one| one["visits"].as_array().unwrap());
    visits.map(|visit| visit[end]["lines"]["personal"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn lines_objects_and_a_table_say_the_same() {
    let wanted = ["12192.00", "4896.00", "4548.00"];
    assert_eq!(pays(&year("", LINES), "best"), wanted);
    let objects = "{\"line\": \"武汉 武汉 成年居民 三级 3万 自费0 先行自付0 超限价0 2026-02-01\"}\n\
        {\"total\": 30000, \"own-expense\": 0, \"prepay\": \"0\", \"over_limit\": 0, \"date\": \"2026-04-01\"}\n\
        {\"total\": \"3万\", \"own-expense\": 0, \"prepay\": \"0\", \"over_limit\": 0, \"date\": \"2026-06-01\"}\n";
    assert_eq!(pays(&year("-", objects), "best"), wanted);
    let rows =
        ["06-01", "02-01", "04-01"].map(|day| format!("a,武汉,武汉,成年居民,三级,30000,0,0,0,2026-{day}"));
    assert_eq!(pays(&year("-", &format!("{HEAD}\n{}\n", rows.join("\n"))), "worst"), wanted);
}

#[test]
fn every_document_of_a_year_fits_its_schema() {
    let schema: Json = serde_json::from_str(schema("year").unwrap()).unwrap();
    // What it shares with that of an estimate is the same there.
    let estimate = json("schema");
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let shared = &estimate["$defs"][name];
        assert!(shared.is_null() || shared == definition, "{name}");
    }
    let schema = jsonschema::validator_for(&schema).unwrap();
    for (arguments, input) in [
        ("", LINES),
        ("--more 6", "鞍山 北京 在职 三级 5万 未备案 个账3000\n门诊 8次 2600\n"),
        ("", "辽宁 北京 退休 三级 5-8万\n湖南 广东 居民 二级 2万 低保\n"),
    ] {
        let document = year(arguments, input);
        let faults: Vec<String> = schema
            .iter_errors(&document)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    let mut spoilt = year("", LINES);
    spoilt["years"][0]["visits"][0]["best"]["case"]["year_to_date"] = Json::Null;
    assert!(!schema.is_valid(&spoilt));
}

#[test]
fn times_and_what_was_paid_stand_in_columns() {
    let table = format!(
        "{HEAD},次数,hifp_pay,hifmi_pay\n\
         a,武汉,武汉,成年居民,三级,30000,0,0,0,2026-02-01,,20000,0\n\
         a,武汉,武汉,成年居民,三级,30000,0,0,0,2026-04-01,2,,\n"
    );
    let found = year("-", &table);
    // Worked out with the golden years; the third: burden 22 240 + 12 240, 7 760 × 0.6 + 4 480 × 0.65 = 7 568
    assert_eq!(pays(&found, "best"), ["10000.00", "6096.00", "4672.00"]);
    let visits = found["years"][0]["visits"].as_array().unwrap();
    let paid: Vec<&Json> = visits.iter().map(|visit| &visit["paid"]).collect();
    assert_eq!(paid, [true, false, false]);
    assert_eq!(visits[1]["best"]["crossed"], serde_json::json!(["burden"]));
    assert_eq!(visits[2]["best"]["case"]["year_to_date"]["fund"], "37760.00");
}

/// The sheet to take home: the stays, the sum, where the limits stand, who says so.
#[test]
fn a_year_is_a_sheet_in_every_form() {
    let sheet = |arguments: &str| {
        let output = fed(format!("year {arguments}"), LINES.as_bytes());
        assert!(output.status.success(), "{}", said(&output));
        output.stdout
    };
    // 12 192 + 4 896 + 4 548
    for (arguments, words) in [
        (
            "--format text --note 王五",
            ["一年就医费用单", "王五", "3  2026-06-01 武汉 住院", "21,636.00", "大病起付线", "出处", "12393"],
        ),
        (
            "--format md --lang en",
            [
                "# A year of care",
                "Stay by stay",
                "3  2026-06-01 Wuhan",
                "21,636.00",
                "catastrophic",
                "## Sources",
                "12393",
            ],
        ),
        (
            "--format html",
            [
                "<title>一年就医费用单",
                "一次一行",
                "2026-06-01 武汉",
                "21,636.00",
                "大病起付线",
                "出处",
                "<svg",
            ],
        ),
    ] {
        let shown = String::from_utf8(sheet(arguments)).unwrap();
        for words in words {
            assert!(shown.contains(words), "no {words:?} in\n{shown}");
        }
    }
    for arguments in ["--format text", "--format text --lang en"] {
        let ranges = fed(format!("year --more 6 {arguments}"), "鞍山 北京 在职 三级 5万 未备案\n".as_bytes());
        let shown = shown(&ranges);
        let widest = shown.lines().map(yidi::words::width::width).max();
        assert!(widest <= Some(80), "{shown}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("year.pdf");
    sheet(&format!("--output '{}'", path.display()));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert_eq!(fed("year --json --format pdf", LINES.as_bytes()).status.code(), Some(2));
    assert_eq!(fed("year --format doc", LINES.as_bytes()).status.code(), Some(2));
}

#[test]
fn a_year_as_text_is_as_agreed() {
    let input = "鞍山 北京 在职 三级 5万 2026-02-01\n3万 2026-04-01\n门诊 8次 2600 2026-05-01\n";
    for (lang, name) in [("zh", "year_zh"), ("en", "year_en")] {
        let output = fed(format!("year --more 3 --lang {lang}"), input.as_bytes());
        assert!(output.status.success(), "{}", said(&output));
        let text = shown(&output);
        assert!(text.lines().all(|line| yidi::words::width::width(line) <= 80), "{text}");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn what_is_wrong_with_a_list_names_its_line() {
    for (input, parts) in [
        ("", vec!["每行写一次"]),
        ("武汉 武汉 在职 三级 3万\n三级 嗡嗡 2万\n", vec!["第 2 行", "嗡嗡"]),
        ("武汉 武汉 在职 三级 3万\n门诊 400次 20\n", vec!["第 2 行", "366"]),
        ("{\"line\": \"武汉 武汉 在职 三级 3万\"}\n{\"totl\": 3}\n", vec!["第 2 行", "totl"]),
        ("{\"from\": \n", vec!["第 1 行", "JSON"]),
        ("{\"line\": \"武汉 武汉 在职 三级 3万\", \"times\": 0}\n", vec!["第 1 行", "次数"]),
    ] {
        let output = fed("year", input.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{input}");
        for part in parts {
            assert!(said(&output).contains(part), "{input}: {}", said(&output));
        }
        assert!(output.stdout.is_empty(), "{input}");
    }
    let output = fed("year --more 0", LINES.as_bytes());
    assert_eq!((output.status.code(), said(&output).contains("--more")), (Some(2), true));
}

/// Two persons, their rows mixed and out of order.
const MIXED: &str = "a,武汉,武汉,成年居民,三级,30000,0,0,0,2026-06-01\n\
    b,武汉,武汉,在职,三级,20000,0,0,0,2026-04-01\n\
    a,武汉,武汉,成年居民,三级,30000,0,0,0,2026-02-01\n\
    ,武汉,武汉,在职,三级,30000,0,0,0,2026-02-01\n\
    b,武汉,武汉,在职,三级,30000,0,0,0,2026-02-01\n\
    a,武汉,武汉,成年居民,三级,30000,0,0,0,2026-04-01\n\
    ,武汉,武汉,在职,三级,30000,0,0,0,2026-02-01\n";

/// Whose row it is, its day and what the person pays, in the order of the output.
fn by_person(arguments: &str, rows: &str) -> Vec<[String; 3]> {
    let output = fed(format!("batch --by who {arguments}"), format!("{HEAD}\n{rows}").as_bytes());
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let head = reader.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|one| one == name).unwrap();
    let [who, date, personal, error] = ["who", "date", "personal_high", "error"].map(at);
    let row = |row: csv::StringRecord| {
        let pays = if row[error].is_empty() { &row[personal] } else { "error" };
        [&row[who], &row[date], pays].map(str::to_owned)
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

#[test]
fn rows_are_settled_person_by_person_wherever_they_stand() {
    let wanted = [
        ["", "2026-02-01", "4888.00"],
        ["", "2026-02-01", "4888.00"],
        ["a", "2026-02-01", "12192.00"],
        ["a", "2026-04-01", "4896.00"],
        ["a", "2026-06-01", "4548.00"],
        ["b", "2026-02-01", "4888.00"],
        ["b", "2026-04-01", "3144.00"],
    ];
    for jobs in ["--jobs 1", "--jobs 3"] {
        assert_eq!(by_person(jobs, MIXED), wanted, "{jobs}");
    }
}

#[test]
fn sorted_rows_keep_their_order_and_a_day_that_runs_backwards_is_told() {
    let rows = "b,武汉,武汉,在职,三级,30000,0,0,0,2026-02-01\nb,武汉,武汉,在职,三级,20000,0,0,0,2026-04-01\n\
        a,武汉,武汉,在职,三级,30000,0,0,0,2026-04-01\na,武汉,武汉,在职,三级,30000,0,0,0,2026-02-01\n";
    let found = by_person("--sorted", rows);
    let pays: Vec<&str> = found.iter().map(|[.., pays]| pays.as_str()).collect();
    assert_eq!(pays, ["4888.00", "3144.00", "4888.00", "error"]);
    let output = fed("batch --by whom", format!("{HEAD}\n{rows}").as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("whom") && said(&output).contains("who"), "{}", said(&output));
    assert_eq!(fed("batch --sorted", b"").status.code(), Some(2));
}

/// The line of the guide for many cores: a file is cut between persons.
#[test]
fn the_guides_line_for_gnu_parallel_settles_person_by_person() {
    let guide = include_str!("../../assets/guide/en/batch.md");
    let line = guide.lines().find(|line| line.contains("--shard 1")).unwrap();
    let line = line.split("      #").next().unwrap();
    let tool = std::process::Command::new("parallel").arg("--version").output();
    if !tool.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("GNU parallel")) {
        return eprintln!("skipped: no GNU parallel");
    }
    let folder = tempfile::tempdir().unwrap();
    let table = format!("{HEAD}\n{MIXED}").replace("who,", "psn_no,");
    std::fs::write(folder.path().join("claims.csv"), &table).unwrap();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_yidi")).parent().unwrap().to_owned();
    let path = std::env::join_paths(
        std::iter::once(program).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let ended = std::process::Command::new("sh")
        .args(["-c", line])
        .current_dir(folder.path())
        .env("PATH", path.unwrap())
        .env("HOME", folder.path())
        .status()
        .unwrap();
    let rows = std::fs::read_to_string(folder.path().join("settled.csv")).unwrap();
    let mut found: Vec<&str> = rows.lines().collect();
    found.sort_unstable();
    let whole = shown(&fed("batch --by psn_no --date 2026-11-22", table.as_bytes()));
    let mut wanted: Vec<&str> = whole.lines().skip(1).collect();
    wanted.sort_unstable();
    assert!(ended.success() && found == wanted, "{rows}\n{whole}");
}

/// A pipe that nobody writes to takes as long as one likes.
#[cfg(unix)]
#[test]
fn what_takes_longer_than_a_second_says_so_on_a_terminal() {
    use crate::screens::terminal::Screen;
    let folder = tempfile::tempdir().unwrap();
    // Whoever pipes the list in takes a while.
    let (list, half) = (folder.path().join("stays.txt"), folder.path().join("half"));
    let (file, program) = (list.display(), env!("CARGO_BIN_EXE_yidi"));
    let line = format!("(until test -e {file}; do sleep 0.05; done; cat {file}) | {program} year -");
    let mut shell = portable_pty::CommandBuilder::new("/bin/sh");
    shell.args(["-c", &line]);
    let path = std::env::var("PATH").unwrap_or_default();
    let mut screen = Screen::start(80, 40, shell, &[("LANG", "zh_CN.UTF-8"), ("PATH", &path)]);
    screen.wait_for("正在算，已用 1 秒");
    std::fs::write(&half, LINES).unwrap();
    std::fs::rename(&half, &list).unwrap();
    screen.wait_for("21,636.00");
    assert!(!screen.text().contains("正在算"), "{}", screen.text());
}

/// A short list may say a long year, and a long one be wrong in every line.
#[test]
fn a_list_that_is_too_long_is_told_before_it_is_settled() {
    let stay = "鞍山 北京 职工在职 三级 5万 366x\n";
    let long = fed("year --lang zh", stay.repeat(6).as_bytes());
    assert_eq!(long.status.code(), Some(2));
    assert!(said(&long).contains("最多 2000 次就医"), "{}", said(&long));
    let lines = fed("year --lang zh", "鞍山 北京 职工在职 三级 5万\n".repeat(50_000).as_bytes());
    assert!(said(&lines).contains("最多 2000 次就医"), "{}", said(&lines));
    let wrong = fed("year --lang zh", "qqqq\n".repeat(2_000).as_bytes());
    assert_eq!(wrong.status.code(), Some(2));
    let told = said(&wrong);
    assert!(told.contains("处有误") && told.lines().count() <= 25, "{told}");
}
