//! Settlement messages as hospitals and portals hand them out, in our own
//! numbers: what is read, whether it adds up, and what may be said of it.

use serde_json::{Value, json};

use crate::support::process::{fed, said, shown};

const REC: [&str; 11] = [
    "reconcile",
    "--from",
    "北京",
    "--to",
    "上海",
    "--status",
    "active",
    "--tier",
    "3",
    "--date",
    "2026-11-22",
];

fn reconciled(slip: &str, more: &[&str]) -> std::process::Output {
    fed(&[&REC[..], &["--slip", "-"], more].concat(), slip.as_bytes())
}

/// The report as JSON.
fn report(slip: &Value, more: &[&str]) -> Value {
    let output = reconciled(&slip.to_string(), &[more, &["--json"]].concat());
    let found: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    // A slip that contradicts itself is an alarm for programs as well.
    let is_unsound = found["verdict"] == "unsound";
    assert_eq!(output.status.code(), Some(if is_unsound { 2 } else { 0 }), "{found}");
    found
}

/// 20 000, of it 1 500 own expense, 900 prepay, 600 over the limit, 17 000 in
/// scope, 13 000 from the pooled fund, with some numbers changed.
fn slip(changes: &[(&str, &str)]) -> Value {
    let mut slip = json!({
        "medfee_sumamt": "20000.00", "fulamt_ownpay_amt": "1500.00", "preselfpay_amt": "900.00",
        "overlmt_selfpay": "600.00", "inscp_scp_amt": "17000.00", "hifp_pay": "13000.00", "hifob_pay": "0.00",
        "hifmi_pay": "0.00", "maf_pay": "0.00", "fund_pay_sumamt": "13000.00", "psn_part_amt": "7000.00",
    });
    for (name, amount) in changes {
        slip[*name] = json!(amount);
    }
    slip
}

#[test]
fn the_identities_of_the_interface_hold_wherever_the_account_stands() {
    type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static str);
    let cases: [Case; 8] = [
        ("as the sheet has it", &[("acct_pay", "600"), ("psn_cash_pay", "6400")], "person", "0.00"),
        ("a part for the hospital", &[("hosp_part_amt", "400"), ("psn_part_amt", "6600")], "person", "0.00"),
        (
            "from the family's accounts",
            &[("acct_pay", "600"), ("acct_mulaid_pay", "1400"), ("psn_cash_pay", "5000")],
            "person",
            "0.00",
        ),
        (
            "the account in the sum of all funds",
            &[("fund_pay_sumamt", "13600"), ("acct_pay", "600"), ("psn_cash_pay", "6400")],
            "funds",
            "0.00",
        ),
        (
            "the account beside the person's burden",
            &[("psn_part_amt", "6400"), ("acct_pay", "600"), ("psn_cash_pay", "6400")],
            "beside",
            "0.00",
        ),
        (
            "the subsidy of civil servants",
            &[("cvlserv_pay", "2000"), ("fund_pay_sumamt", "15000"), ("psn_part_amt", "5000")],
            "person",
            "2000.00",
        ),
        (
            "a fund that is not named",
            &[("fund_pay_sumamt", "15000"), ("psn_part_amt", "5000")],
            "person",
            "2000.00",
        ),
        ("some fen off", &[("hifp_pay", "12999.98"), ("psn_part_amt", "7000.03")], "person", "0.00"),
    ];
    for (name, changes, account, other) in cases {
        let found = report(&slip(changes), &[]);
        assert_eq!(found["adds_up"], true, "{name}: {}", found["checks"]);
        assert_eq!((&found["account"], &found["other_funds"]), (&json!(account), &json!(other)), "{name}");
    }
    let output = reconciled(&slip(&[("hifp_pay", "12999.98"), ("psn_part_amt", "7000.03")]).to_string(), &[]);
    assert!(shown(&output).contains("0.03 元的四舍五入"), "{}", shown(&output));
    let output = reconciled(&slip(&[("fund_pay_sumamt", "13600"), ("acct_pay", "600")]).to_string(), &[]);
    assert!(shown(&output).contains("含个人账户"), "{}", shown(&output));
    // A jiao is no rounding, and an account that explains nothing is not moved.
    for changes in [&[("psn_part_amt", "7000.10")][..], &[("psn_part_amt", "7300"), ("acct_pay", "600")]] {
        let found = report(&slip(changes), &[]);
        assert_eq!((&found["adds_up"], &found["account"]), (&json!(false), &json!("person")), "{changes:?}");
    }
}

#[test]
fn nothing_is_said_where_nothing_was_compared() {
    for (slip, words) in [
        (
            json!({ "input": { "data": { "medfee_sumamt": 820, "fulamt_ownpay_amt": 20, "preselfpay_amt": 0,
                "overlmt_selfpay": 0, "inscp_scp_amt": 800 } } }),
            "医院发给医保的请求",
        ),
        (json!({ "iteminfo": [{ "inscp_scp_amt": 1, "psn_selfpay": 1 }] }), "费用明细清单"),
        (json!({ "infno": "2305", "input": { "data": { "setl_id": "1" } } }), "撤销结算"),
    ] {
        let output = reconciled(&slip.to_string(), &[]);
        assert_eq!(output.status.code(), Some(2), "{slip}");
        assert!(said(&output).contains(words), "{}", said(&output));
    }
    let bill_alone = json!({ "medfee_sumamt": 820, "fulamt_ownpay_amt": 20, "inscp_scp_amt": 800 });
    assert_eq!(report(&bill_alone, &[])["verdict"], "not-compared");
    let nothing = json!({ "medfee_sumamt": 0, "hifp_pay": 0, "fund_pay_sumamt": 0, "psn_part_amt": 0 });
    assert_eq!(report(&nothing, &[])["verdict"], "not-compared");
    let all_own = json!({ "setlinfo": { "med_fee_sumamt": 2600, "fulamt_ownpay_amt": 2600, "hifp_pay": 0,
        "fund_pay_sumamt": 0, "psn_part_amt": 0 } });
    let found = report(&all_own, &[]);
    assert_eq!((&found["adds_up"], &found["verdict"]), (&json!(false), &json!("unsound")));
    // Parts that are more than the whole are an error, whatever else fits.
    let parts = json!({ "medfee_sumamt": 0, "fulamt_ownpay_amt": 3300, "hifp_pay": 0, "psn_part_amt": 0 });
    let found = report(&parts, &[]);
    assert_eq!((&found["verdict"], &found["adds_up"]), (&json!("unsound"), &json!(false)));
    assert!(shown(&reconciled(&parts.to_string(), &[])).contains("3,300.00 元，比"));
    let output = reconciled(&slip(&[]).to_string(), &[]);
    assert!(shown(&output).contains("（核对了 7 项）"), "{}", shown(&output));
}

#[test]
fn several_slips_get_a_verdict_each_and_a_refund_is_told() {
    let back = slip(&[("medfee_sumamt", "-20000"), ("hifp_pay", "-13000"), ("fund_pay_sumamt", "-13000")]);
    let mut back = back;
    for name in ["fulamt_ownpay_amt", "preselfpay_amt", "overlmt_selfpay", "inscp_scp_amt", "psn_part_amt"] {
        back[name] = json!(format!("-{}", back[name].as_str().unwrap()));
    }
    let output = reconciled(&back.to_string(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(shown(&output).contains("退费单") && shown(&output).contains("对得上"), "{}", shown(&output));
    let output = reconciled(&json!([slip(&[]), back, slip(&[("psn_selfpay", "5")])]).to_string(), &[]);
    let text = shown(&output);
    for words in ["第 1 张结算单，共 3 张", "第 3 张结算单，共 3 张", "没有读：psn_selfpay"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let list = report(&json!([slip(&[]), back]), &[]);
    assert_eq!(
        (&list["format"], list["slips"].as_array().unwrap().len()),
        (&json!("yidi.reconcile-list/1"), 2)
    );
    assert_eq!((&list["slips"][0]["refund"], &list["slips"][1]["refund"]), (&json!(false), &json!(true)));
}

/// A retired person of Beijing, the second stay of the year, with 10 000 of the
/// pooled fund used up before, and 80 % above the cap.
#[test]
fn several_things_at_once_are_found() {
    let slip = json!({ "medfee_sumamt": 150_000, "fulamt_ownpay_amt": 0, "preselfpay_amt": 0, "overlmt_selfpay": 0,
        "inscp_scp_amt": 150_000, "act_pay_dedc": 650, "hifp_pay": 90000, "hifob_pay": "43553.40",
        "fund_pay_sumamt": "133553.40", "psn_part_amt": "16446.60" });
    let kinds = |cause: &Value| {
        let also = cause["also"].as_array().unwrap().iter();
        std::iter::once(&cause["change"]).chain(also).map(|one| one["kind"].to_string()).collect::<String>()
    };
    for (more, verdict, causes) in [
        (&["--ytd-fund", "10000", "--admission", "2"][..], "in-range", &[][..]),
        (&["--ytd-fund", "10000"], "explained", &[r#""admission""supplement-rate""#]),
        (&["--admission", "2"], "explained", &[r#""ytd-fund""supplement-rate""#]),
        (&[], "explained", &[r#""admission""ytd-fund""supplement-rate""#]),
    ] {
        let line = [
            "reconcile",
            "北京",
            "上海",
            "退休",
            "三级",
            "已备案",
            "--date",
            "2026-11-22",
            "--slip",
            "-",
            "--json",
        ];
        let output = fed(&[&line[..], more].concat(), slip.to_string().as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["verdict"], verdict, "{more:?}: {}", found["lines"]);
        let found: Vec<String> = found["causes"].as_array().unwrap().iter().map(kinds).collect();
        assert_eq!(found, causes, "{more:?}");
    }
}

/// The bill is not split, and the deductible is another: with some part that is
/// not covered, within what is usual, both come together.
#[test]
fn a_bill_that_is_not_split_hides_no_other_deductible() {
    // 20 000 with 2 000 not covered and a deductible of 1 000 at 鞍山's 60 %:
    // (18 000 − 1 000) × 0.60 = 10 200.
    let slip =
        json!({ "medfee_sumamt": 20000, "act_pay_dedc": 1000, "hifp_pay": 10200, "psn_part_amt": 9800 });
    let line = [
        "reconcile",
        "鞍山",
        "北京",
        "职工",
        "三级",
        "已备案",
        "--date",
        "2026-11-22",
        "--slip",
        "-",
        "--json",
    ];
    let output = fed(&line, slip.to_string().as_bytes());
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["verdict"], "explained", "{found}");
    let first = &found["causes"][0];
    let changes = [&first["change"], &first["also"][0]];
    assert_eq!(
        changes,
        [
            &json!({ "kind": "deductible", "value": "1000.00" }),
            &json!({ "kind": "uncovered", "value": "2000.00" })
        ]
    );
}

/// What else a slip says answers what the case leaves open, and is told where the case
/// says something else.
#[test]
fn a_slip_answers_what_the_case_leaves_open() {
    let slip = json!({
        "infcode": 0,
        "baseinfo": { "psn_type": "1201", "insutype": "310", "age": 66.0 },
        "output": { "setlinfo": { "medfee_sumamt": 20000, "fulamt_ownpay_amt": 1500, "preselfpay_amt": 900,
            "overlmt_selfpay": 600, "inscp_scp_amt": 17000, "hifp_pay": 13000, "psn_part_amt": 7000,
            "setl_time": "2026-03-05 18:09:52", "med_type": "21", "hosp_lv": "02",
            "mdtrtarea_admvs": "310000", "insuplc_admdvs": "110105" } },
    });
    let found = |line: &str| {
        let line = format!("reconcile {line} --slip - --json");
        let output = fed(line, slip.to_string().as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()
    };
    let standing = |found: &Value, field: &str| {
        let all = found["says"].as_array().unwrap();
        all.iter().find(|one| one["field"] == field).map(|one| one["standing"].as_str().unwrap().to_owned())
    };
    // Nothing is said: the slip is the whole case.
    let alone = found("");
    let case = &alone["case"];
    for (field, value) in [
        ("status", "retired"),
        ("scheme", "employee"),
        ("tier", "3"),
        ("date", "2026-03-05"),
        ("care", "inpatient"),
    ] {
        assert_eq!(case[field], value, "{case}");
    }
    assert_eq!((&case["insured"]["code"], &case["care_place"]["code"]), (&json!("110100"), &json!("310100")));
    assert_eq!(case["age"], 66);
    assert_eq!(standing(&alone, "status").as_deref(), Some("taken"));
    // What is said stands; a scheme alone leaves the status to the slip, without a word of what is usual.
    let said_so = found("北京 上海 职工 二级 2026-04-01");
    assert_eq!((&said_so["case"]["status"], &said_so["case"]["tier"]), (&json!("retired"), &json!("2")));
    assert_eq!(said_so["case"]["date"], "2026-04-01");
    for (field, expected) in
        [("from", "same"), ("to", "same"), ("status", "taken"), ("tier", "differs"), ("date", "differs")]
    {
        assert_eq!(standing(&said_so, field).as_deref(), Some(expected), "{field}: {}", said_so["says"]);
    }
    let output = fed("reconcile 北京 上海 职工 二级 2026-04-01 --slip -", slip.to_string().as_bytes());
    let text = shown(&output);
    for words in [
        "没有填的按结算单：险种与身份 职工退休、年龄（周岁） 66",
        "结算单上写的与填的不同，按填的核对；结算单写的是：医院等级 三级医院、出院结算日期 2026-03-05",
    ] {
        assert!(text.replace('\n', "").contains(words), "no {words:?} in {text}");
    }
    assert!(!said(&output).contains("按职工在职计算"), "{}", said(&output));
    let english = fed(
        "--lang en reconcile 北京 上海 --status active --tier 3 --date 2026-03-05 --slip -",
        slip.to_string().as_bytes(),
    );
    assert!(shown(&english).contains("The slip says other than the case"), "{}", shown(&english));
}

/// A slip each: every one is settled on its own day.
#[test]
fn each_of_several_slips_has_its_own_day() {
    let one = |day: &str, status: &str| json!({ "medfee_sumamt": 20000, "hifp_pay": 1, "setl_time": day, "psn_type": status });
    let all = json!([one("20260105", "1101"), one("46082", "1201")]);
    let output = fed("reconcile 北京 上海 职工 三级 --slip - --json", all.to_string().as_bytes());
    let list: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
    let of = |at: usize, field: &str| list["slips"][at]["case"][field].clone();
    assert_eq!((of(0, "date"), of(0, "status")), (json!("2026-01-05"), json!("active")));
    assert_eq!((of(1, "date"), of(1, "status")), (json!("2026-03-01"), json!("retired")));
}

/// An answer that cannot be read is named, and one that does not fit is not taken.
#[test]
fn an_answer_of_a_slip_that_cannot_be_taken_is_told() {
    let slip = json!({ "medfee_sumamt": 20000, "hifp_pay": 1, "psn_type": "1300", "insutype": "340", "hosp_lv": "99" });
    let found = report(&slip, &[]);
    assert_eq!(found["unread"], json!(["psn_type", "insutype", "hosp_lv"]));
    assert_eq!(found["says"], json!([]));
    // A resident's scheme beside an employee's status.
    let slip = json!({ "medfee_sumamt": 20000, "hifp_pay": 1, "insutype": "390", "begntime": "2026-12-01" });
    let found = report(&slip, &[]);
    let standing = |field: &str| {
        let all = found["says"].as_array().unwrap();
        all.iter().find(|one| one["field"] == field).map(|one| one["standing"].clone())
    };
    assert_eq!(standing("scheme"), Some(json!("differs")));
    // Admitted after the discharge that was said.
    assert_eq!((standing("admitted"), &found["case"]["admitted"]), (Some(json!("differs")), &Value::Null));
}
