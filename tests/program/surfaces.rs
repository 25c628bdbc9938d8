//! One vocabulary: names, codes, amounts and days of people, tables and the national
//! interface are read alike as options, in an express line, in a table, in a message,
//! in a list of a year and in cases that are brought in.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::process::{fed, said, yidi};

/// A case by the program's own names; every answer of a row stands in its place.
const CASE: [(&str, &str); 9] = [
    ("from", "鞍山"),
    ("to", "北京"),
    ("status", "active"),
    ("tier", "3"),
    ("total", "30000"),
    ("own-expense", "0"),
    ("prepay", "0"),
    ("over-limit", "0"),
    ("date", "2026-11-20"),
];

struct Spelt {
    /// The question, and the answer in the program's own words.
    field: &'static str,
    own: &'static str,
    /// Other names of the question.
    names: &'static [&'static str],
    /// Other ways to write the answer.
    values: &'static [&'static str],
}

const SPELT: &[Spelt] = &[
    Spelt {
        field: "from",
        own: "鞍山",
        names: &["参保地", "insuplc_admdvs", "insuplcAdmdvs", "INSUPLC_ADMDVS"],
        values: &["鞍山市", "210300", "210302", "210399", "辽宁省鞍山市铁东区", "210300.0"],
    },
    Spelt {
        field: "to",
        own: "北京",
        names: &["就医地", "mdtrtarea_admvs", "mdtrtareaAdmvs"],
        values: &["北京市", "110000", "110105", "北京市朝阳区"],
    },
    Spelt {
        field: "status",
        own: "active",
        names: &["人员类别", "身份", "psn_type", "psnType", "PSN_TYPE"],
        values: &["在职", "职工", "1101", "11", "在职人员", "职工(在职)", "1101.0"],
    },
    Spelt {
        field: "status",
        own: "retired",
        names: &["人员类别", "psn_type"],
        values: &["退休", "1201", "退休人员", "职工（退休）"],
    },
    Spelt {
        field: "status",
        own: "unknown",
        names: &["人员类别", "psn_type"],
        values: &["不清楚", "不知道"],
    },
    Spelt {
        field: "tier",
        own: "3",
        names: &["医院等级", "等级", "hosp_lv", "hospLv"],
        values: &["三级", "三级甲等", "三甲", "02", "３级", "3.0"],
    },
    Spelt {
        field: "tier", own: "2", names: &["医院等级", "hosp_lv"], values: &["二级", "二级甲等", "05"]
    },
    Spelt { field: "tier", own: "unknown", names: &["医院等级", "hosp_lv"], values: &["不清楚"] },
    Spelt {
        field: "total",
        own: "30000",
        names: &["总费用", "医疗费总额（元）", "medfee_sumamt", "medfeeSumamt", "med_fee_sumamt"],
        values: &["30000.0000", "3.00E+04", "¥30,000.00", "￥30000元", "３万", "30000.000000000001"],
    },
    Spelt {
        field: "own-expense",
        own: "1200.5",
        names: &["自费", "全自费金额", "fulamt_ownpay_amt"],
        values: &["1200.50", "1,200.5", "¥1200.5", "1.2005E3"],
    },
    Spelt {
        field: "date",
        own: "2026-11-20",
        names: &["结算日期", "结算时间", "setl_time", "setlTime"],
        values: &[
            "20261120",
            "2026-11-20 18:09:52",
            "2026-11-20T18:09:52Z",
            "20261120180952",
            "2026/11/20",
            "2026年11月20日",
            "46346",
        ],
    },
    Spelt {
        field: "care",
        own: "outpatient",
        names: &["医疗类别", "就医类型", "med_type"],
        values: &["门诊", "普通门诊", "11", "1101", "急诊"],
    },
    Spelt {
        field: "care",
        own: "inpatient",
        names: &["医疗类别", "med_type"],
        values: &["住院", "21", "普通住院"],
    },
    Spelt {
        field: "filed",
        own: "no",
        names: &["是否备案", "备案标志"],
        values: &["否", "未备案", "0", "false"],
    },
    Spelt { field: "filed", own: "unknown", names: &["是否备案"], values: &["不清楚"] },
    Spelt {
        field: "age", own: "65", names: &["年龄", "周岁"], values: &["65岁", "65.0", "６５", "65周岁"]
    },
    Spelt { field: "admission", own: "2", names: &["住院次数"], values: &["第2次", "2.0"] },
];

/// The answers of a case, one of them in another way; a trip for which it matters
/// whether it is filed.
fn case(spelt: &Spelt, name: &str, value: &str) -> Vec<(String, String)> {
    let mut case: Vec<(String, String)> =
        CASE.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    if spelt.field == "filed" {
        "杭州".clone_into(&mut case[0].1);
    }
    case.retain(|(field, _)| field != spelt.field);
    case.push((name.to_owned(), value.to_owned()));
    case
}

/// What the person pays, from the JSON of an estimate.
fn personal(document: &Value) -> String {
    format!("{} {}", document["personal"]["low"], document["personal"]["high"])
}

fn of_json(output: &std::process::Output) -> Result<Value, String> {
    serde_json::from_slice(&output.stdout).map_err(|_| said(output))
}

fn by_options(case: &[(String, String)]) -> Result<String, String> {
    let mut arguments = vec!["estimate".to_owned(), "--json".to_owned()];
    for (name, value) in case {
        arguments.extend([format!("--{name}"), value.clone()]);
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    of_json(&yidi(&arguments)).map(|document| personal(&document))
}

fn by_line(case: &[(String, String)], between: &str) -> Result<String, String> {
    let line = case.iter().map(|(name, value)| format!("{name}{between}{value}"));
    let line = line.collect::<Vec<_>>().join(" ");
    of_json(&yidi(&["estimate", "--json", &line])).map(|document| personal(&document))
}

fn by_table(case: &[(String, String)]) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(case.iter().map(|(name, _)| name)).unwrap();
    writer.write_record(case.iter().map(|(_, value)| value)).unwrap();
    let output = fed("batch - --jsonl --date 2026-11-22", &writer.into_inner().unwrap());
    let row = of_json(&output)?;
    match &row["error"] {
        Value::Null => Ok(personal(&json!({ "personal": row["lines"]["personal"] }))),
        error => Err(error.to_string()),
    }
}

fn by_year(case: &[(String, String)]) -> Result<String, String> {
    let object: serde_json::Map<String, Value> =
        case.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    of_json(&fed("year --json", Value::Object(object).to_string().as_bytes())).map(|found| personal(&found))
}

fn by_import(case: &[(String, String)], folder: &Path) -> Result<String, String> {
    let book = folder.join("cases.db").display().to_string();
    let _ = fs::remove_file(&book);
    let answers: serde_json::Map<String, Value> =
        case.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let exported = json!({ "format": "yidi.cases/1", "cases": [{ "id": "a".repeat(32),
        "created": "2026-01-01T00:00:00Z", "changed": "2026-01-01T00:00:00Z", "note": "", "version": 1,
        "answers": answers }] });
    let output = fed(format!("cases import - --cases '{book}'"), exported.to_string().as_bytes());
    if !output.status.success() {
        return Err(said(&output));
    }
    of_json(&yidi(format!("cases show 1 --json --cases '{book}'"))).map(|shown| personal(&shown["today"]))
}

/// Beside the numbers of a slip, which leaves nothing of the case to the options.
fn by_slip(case: &[(String, String)]) -> Result<String, String> {
    let mut slip: serde_json::Map<String, Value> =
        case.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    slip.insert("hifp_pay".to_owned(), json!("1.00"));
    let output = fed("reconcile --slip - --json", Value::Object(slip).to_string().as_bytes());
    of_json(&output).map(|document| personal(&document))
}

/// What a slip has names for.
const ON_SLIPS: [&str; 8] = ["from", "to", "status", "tier", "total", "own-expense", "date", "care"];

#[test]
fn surfaces_agree() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    for spelt in SPELT {
        let expected = by_options(&case(spelt, spelt.field, spelt.own)).unwrap();
        let mut holds = |what: String, found: Result<String, String>| {
            if found.as_ref() != Ok(&expected) {
                wrong.push(format!("{what}: {found:?}, not {expected}"));
            }
        };
        for value in spelt.values {
            holds(format!("--{} {value}", spelt.field), by_options(&case(spelt, spelt.field, value)));
        }
        let names = spelt.names.iter().flat_map(|name| spelt.values.iter().map(move |value| (*name, *value)));
        for (at, (name, value)) in names.enumerate() {
            // Every name with the first value, and every value with the first name.
            if name != spelt.names[0] && value != spelt.values[0] {
                continue;
            }
            let case = case(spelt, name, value);
            let between = [":", "：", "=", ": "][at % 4];
            holds(format!("line {name}{between}{value}"), by_line(&case, between));
            holds(format!("table {name} {value}"), by_table(&case));
            holds(format!("year {name} {value}"), by_year(&case));
            // A kept case keeps what was said: the status is asked when it is opened.
            if value != "职工" {
                holds(format!("import {name} {value}"), by_import(&case, folder.path()));
            }
            if ON_SLIPS.contains(&spelt.field) {
                holds(format!("slip {name} {value}"), by_slip(&case));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Without a name an express line knows what cannot be anything else.
#[test]
fn a_line_reads_what_programs_write_without_names() {
    let personal = |line: &str| of_json(&yidi(&["estimate", "--json", line])).map(|found| personal(&found));
    let parts = "自费0 先行自付0 超限价0";
    let expected = personal(&format!("鞍山 北京 在职 三级 3万 {parts} 2026-11-20")).unwrap();
    for words in [
        "30000.0000 2026-11-20",
        "3.00E+04 2026-11-20",
        "¥30,000.00 20261120",
        "30000元 2026-11-20 18:09:52",
        "3万 2026-11-20T18:09:52Z",
        "3万 2026年11月20日 18:09出院",
    ] {
        let found = personal(&format!("鞍山 北京 在职 三级 {words} {parts}"));
        assert_eq!(found.as_ref(), Ok(&expected), "{words}");
    }
}
