//! The command line of the built program: answers, messages, exit codes.

use serde_json::Value;

use crate::support::process::{json, said, shown, unread, yidi};

const PLAIN: &str = "estimate --from 鞍山 --to 北京 --scheme employee --status active --tier 3 --reason other --filed yes --own-expense 0 --prepay 0 --over-limit 0 --date 2026-11-22";

fn with(more: &str) -> String {
    format!("{PLAIN} {more}")
}

#[test]
fn the_plain_case_as_text() {
    let output = yidi(with("--total 30000"));
    assert_eq!(output.status.code(), Some(0));
    // 30 000 − (30 000 − 2 000) × 0.60 = 13 200.00
    assert!(
        shown(&output).contains("个人负担  13,200.00 元（依据：支付比例为单一来源）"),
        "{}",
        shown(&output)
    );
}

#[test]
fn the_plain_case_as_json_can_be_redone_by_hand() {
    let json = json(with("--total 3万 --json"));
    assert_eq!(json["format"], "yidi.estimate/1");
    assert_eq!(
        json["personal"],
        serde_json::json!({ "low": "13200.00", "high": "13200.00", "may_be_less": false, "may_be_more": false })
    );
    assert_eq!(json["routes"], serde_json::json!(["temporary"]));
    assert_eq!(json["best"], json["worst"]);
    let lines = &json["best"]["lines"];
    for (line, amount) in [
        ("total", "30000.00"),
        ("eligible", "30000.00"),
        ("deductible", "2000.00"),
        ("fund", "16800.00"),
        ("co_payment", "11200.00"),
        ("personal", "13200.00"),
    ] {
        assert_eq!(lines[line], amount, "{line}");
    }
    let national = &json["best"]["national"];
    for (field, amount) in [
        ("medfee_sumamt", "30000.00"),
        ("fulamt_ownpay_amt", "0.00"),
        ("inscp_scp_amt", "30000.00"),
        ("act_pay_dedc", "2000.00"),
        ("hifp_pay", "16800.00"),
        ("pool_prop_selfpay", "60"),
        ("fund_pay_sumamt", "16800.00"),
        ("psn_part_amt", "13200.00"),
        ("psn_cash_pay", "13200.00"),
    ] {
        assert_eq!(national[field], amount, "{field}");
    }
    let figures = json["figures"].as_array().unwrap();
    let rate = figures.iter().find(|figure| figure["item"] == "rate").unwrap();
    assert_eq!(rate["level"], "area");
    assert_eq!(rate["holder"], "210300");
    assert_eq!(rate["grade"], "reported");
    assert_eq!(rate["value"]["bands"][0]["pays"]["low"], "60");
    assert!(!rate["sources"][0]["title"].as_str().unwrap().is_empty());
    let used = json["best"]["figures"].as_array().unwrap();
    assert!(used.contains(&rate["id"]));
}

#[test]
fn an_unsplit_bill_is_never_one_number() {
    let json =
        json("estimate --from 鞍山 --to 广州 --status active --tier 3 --total 5万 --json --date 2026-11-22");
    assert_eq!(
        json["personal"],
        serde_json::json!({ "low": "22700.00", "high": "27200.00", "may_be_less": false, "may_be_more": false })
    );
    assert!(json["best"]["lines"]["own_expense"].is_null());
    assert_eq!(json["best"]["lines"]["uncovered"], "2500.00");
    assert!(json["best"]["national"]["fulamt_ownpay_amt"].is_null());
    assert_eq!(json["causes"][0]["cause"], "uncovered-share");
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let arguments = with("--total 30000 --json");
    assert_eq!(yidi(arguments.as_str()).stdout, yidi(arguments).stdout);
}

#[test]
fn every_wrong_request_names_the_field_and_exits_with_2() {
    for (more, parts) in [
        ("--total abc", &["总费用", "看不懂这个金额", "50000"][..]),
        ("--total -5", &["总费用", "不能是负数"]),
        ("--total 99999999999", &["总费用", "最多 99,999,999.99"]),
    ] {
        let output = yidi(with(more));
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        assert!(output.stdout.is_empty());
        for part in parts {
            assert!(said(&output).contains(part), "{more:?}: {}", said(&output));
        }
    }
    let plain = "estimate --tier 3 --total 1万 --status active";
    for (more, parts) in [
        ("--from 鞍衫 --to 北京", &["参保地", "没有叫「鞍衫」的地方", "鞍山市 210300"][..]),
        ("--from 吉林 --to 北京", &["参保地", "不止一个地方", "吉林省 220000", "吉林市 220200"]),
        ("--from 鞍山 --to zzzz", &["就医地", "没有叫「zzzz」的地方"]),
        ("--from 鞍山 --to 北京 --scheme resident", &["居民医保没有「职工在职」"]),
        (
            "--from 鞍山 --to 北京 --own-expense 9000 --prepay 2000",
            &["乙类先行自付", "11,000.00", "10,000.00"],
        ),
        ("--from 鞍山 --to 北京 --filed vieleicht", &["备案了吗", "yes、planned、no、unknown"]),
        ("--from 鞍山 --to 北京 --reason referal", &["外出原因", "是不是「referral」"]),
        ("--from 鞍山 --to 北京 --date 2026-02-30", &["结算日期", "2026-11-22"]),
    ] {
        let output = yidi(format!("{plain} {more}"));
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        for part in parts {
            assert!(said(&output).contains(part), "{more:?}: {}", said(&output));
        }
    }
}

#[test]
fn a_child_with_employee_insurance_is_refused() {
    let output = yidi("estimate --from 鞍山 --to 北京 --scheme employee --status child --tier 3 --total 1万");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("职工医保没有「居民学生儿童」"), "{}", said(&output));
}

#[test]
fn a_date_before_every_rule_never_uses_a_later_one_in_silence() {
    // Shanghai's cap is known from 2024-07-01 on.
    let json = json(
        "estimate --from 上海 --to 鞍山 --status active --tier 3 --total 60万 --own-expense 0 --prepay 0 --over-limit 0 --date 2020-01-01 --json",
    );
    let caps = json["figures"].as_array().unwrap().iter().filter(|one| one["item"] == "cap");
    let caps: Vec<&Value> = caps.map(|one| &one["level"]).collect();
    assert_eq!(caps, ["nation"]);
}

#[test]
fn unknown_arguments_and_commands_bring_the_near_one() {
    let output = yidi("estimate --totl 5");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("不认识的参数 --totl，是不是 --total？"), "{}", said(&output));
    let output = yidi("estimat");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("是不是 estimate？"), "{}", said(&output));
}

#[test]
fn the_checklist_as_text_and_json() {
    let arguments = [
        "checklist",
        "--from",
        "鞍山",
        "--to",
        "北京",
        "--status",
        "active",
        "--tier",
        "3",
        "--reason",
        "referral",
    ];
    let output = yidi(&arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for part in ["出发前", "转诊证明", "0412-12393", "出院后"] {
        assert!(shown(&output).contains(part), "{part}: {}", shown(&output));
    }
    for line in shown(&output).lines() {
        assert!(yidi::words::width::width(line) <= 80, "{line}");
    }
    let json = json(&[&arguments[..], &["--json"]].concat());
    assert_eq!(json["format"], "yidi.checklist/1");
    assert_eq!(json["hotline"], "0412-12393");
    assert_eq!((&json["stage"], &json["settles"]), (&serde_json::json!("ahead"), &serde_json::json!("open")));
}

/// Of Benxi nothing is known: the text tells what to ask the hotline for, and so does JSON.
#[test]
fn the_checklist_says_what_to_ask_in_text_and_json() {
    let line = "checklist 本溪 上海 职工在职 三级";
    let to_ask = json(&format!("{line} --json") as &str)["to_ask"].clone();
    let items: Vec<&str> = to_ask.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect();
    assert!(items.contains(&"rate") && items.contains(&"deductible"), "{items:?}");
    let text = shown(&yidi(&format!("{line} --lang zh") as &str));
    let asked = text.split_once("这样问").map_or("", |(_, asked)| asked);
    assert!(asked.contains("报百分之几") && asked.contains("起付线"), "{text}");
}

#[test]
fn deadlines_of_the_checklist_are_days_in_text_and_json() {
    let arguments = [
        "checklist",
        "--from",
        "鞍山",
        "--to",
        "北京",
        "--status",
        "active",
        "--filed",
        "no",
        "--admitted",
        "2020-01-01",
        "--date",
        "2020-01-10",
    ];
    let text = shown(&yidi(&arguments));
    for part in [
        // 30 days from the 10th of January on.
        "最稳妥：出院后 30 天内（2020-02-09，",
        "已过稳妥日期！",
        "可以这样说：「",
        "还差 3 项",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // An item that only begins when a day is over does not frighten with that day.
    assert!(!text.contains("已过期限！"), "{text}");
    let json = json(&[&arguments[..], &["--json"]].concat());
    let items = json["items"].as_array().unwrap();
    let claim = items.iter().find(|item| item["id"] == "claim-by-hand").unwrap();
    let deadline = &claim["deadline"];
    assert_eq!(deadline["rule"], serde_json::json!({ "kind": "days", "count": 30, "after": "discharge" }));
    assert_eq!((&deadline["known"], &deadline["state"]), (&Value::Bool(false), &Value::from("past")));
    assert_eq!(deadline["date"], "2020-02-09");
    assert!(deadline["days_left"].as_i64().unwrap() < -2000);
    assert_eq!(deadline["also_seen"][0]["date"], "2021-03-31");
    for key in ["say", "disputed", "if_late", "notes", "documents", "grade"] {
        assert!(!claim[key].is_null(), "{key}");
    }
    let sources = json["sources"].as_array().unwrap();
    let named = claim["sources"].as_array().unwrap();
    assert!(named.iter().all(|name| sources.iter().any(|source| source["name"] == *name)));
}

#[test]
fn a_folders_checklist_is_checked_with_its_figures() {
    let folder = std::env::temp_dir().join(format!("yidi-items-{}", std::process::id()));
    let data = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    for part in ["province", "checklist"] {
        std::fs::create_dir_all(folder.join(part)).unwrap();
    }
    std::fs::copy(data.join("nation.ron"), folder.join("nation.ron")).unwrap();
    for entry in std::fs::read_dir(data.join("checklist")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let wrong = text.replace("replaces: [\"claim-at-home\"]", "replaces: [\"nothing\"]");
        std::fs::write(folder.join("checklist").join(path.file_name().unwrap()), wrong).unwrap();
    }
    let circumstances = std::fs::read_to_string(data.join("circumstance.ron")).unwrap();
    let wrong = circumstances.replace("papers: [\"injury-promise\"]", "papers: [\"a-promise\"]");
    std::fs::write(folder.join("circumstance.ron"), wrong).unwrap();
    let output = yidi(&["policy", "check", folder.to_str().unwrap()]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let shown = shown(&output);
    assert!(shown.contains("错误 claim-by-hand: replaces 里的 nothing 不是别的事项的编号"), "{shown}");
    assert!(shown.contains("claim.ron:"), "{shown}");
    assert!(shown.contains("circumstance.ron:"), "{shown}");
    assert!(shown.contains("错误 injury-promise: 没有名为 a-promise 的材料"), "{shown}");
}

#[test]
fn the_shipped_data_passes_the_check() {
    let output = yidi("policy check");
    assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
    assert!(shown(&output).contains("数据没有问题"));
    // Its folder is the same data: as many files, and nothing more to say.
    let folder = yidi(&["policy", "check", concat!(env!("CARGO_MANIFEST_DIR"), "/data")]);
    assert_eq!(shown(&folder).lines().next(), shown(&output).lines().next());
}

#[test]
fn a_broken_data_file_is_named_with_its_line() {
    let folder = std::env::temp_dir().join(format!("yidi-broken-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("province")).unwrap();
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/data/nation.ron"), folder.join("nation.ron"))
        .unwrap();
    let broken = folder.join("province/210000-liaoning.ron");
    let text = "(\n    code: \"210000\",\n    figures: [\n        (\n            scheme: Employee, sources: [\"GD\"], \
                grade: Community,\n            figures: [(is: Rate(850))],\n        ),\n    ],\n)\n";
    std::fs::write(&broken, text).unwrap();
    let output = yidi(&["policy", "check", folder.to_str().unwrap()]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let shown = shown(&output);
    assert!(shown.contains("210000-liaoning.ron:6: 错误"), "{shown}");
    assert!(shown.contains("「850」不对，这里要写：0 到 100 的百分数"), "{shown}");
}

#[test]
fn help_names_every_command_and_option() {
    let help = shown(&yidi("--help"));
    for command in ["estimate", "checklist", "policy"] {
        assert!(help.contains(command), "{help}");
    }
    let help = shown(&yidi("estimate --help"));
    for option in
        ["--from", "--to", "--scheme", "--status", "--tier", "--reason", "--filed", "--total", "--json"]
    {
        assert!(help.contains(option), "{help}");
    }
}

#[test]
fn a_reader_who_goes_away_is_no_failure() {
    let output = unread(with("--total 30000"));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(said(&output), "");
}

#[test]
fn everything_that_may_stay_unknown_can_be_given() {
    // 重庆 retired employee, tier 3, second stay of the year: deductible 792 (880 less a
    // tenth); cap 47 000 of which 40 000 is used; 95 %; local.
    // Slice 30 000 − 792 = 29 208; the fund's 7 000 are used up after 7 000 / 0.95 =
    // 7 368.42…; above the cap 21 839.58, all paid by the supplement (100 %).
    // 30 000 − 7 000 − 21 839.58 = 1 160.42, of which the account pays 160.42.
    let json = json(
        "estimate --from 重庆 --to 重庆 --status retired --tier 3 --total 30000 --own-expense 0 --prepay 0 --over-limit 0 --date 2026-11-22 --admission 2 --ytd-fund 4万 --account 160.42 --age 70 --json",
    );
    let lines = &json["best"]["lines"];
    for (line, amount) in [
        ("deductible", "792.00"),
        ("fund", "7000.00"),
        ("above_cap", "21839.58"),
        ("supplement", "21839.58"),
        ("personal", "1160.42"),
        ("account", "160.42"),
        ("cash", "1000.00"),
    ] {
        assert_eq!(lines[line], amount, "{line}");
    }
    assert_eq!(json["case"]["year_to_date"]["fund"], "40000.00");
    assert_eq!(json["case"]["year_to_date"]["admissions"], 1);
}

#[test]
fn wrong_values_of_what_may_stay_unknown_name_their_option() {
    for (more, part) in [
        ("--age old", "--age 年龄（周岁）：要写 0 到 130 之间的整数"),
        ("--admission 0", "--admission 今年第几次住院：要写 1 到 99 之间的整数"),
        ("--care chronic", "--disease 慢特病病种：门诊慢特病要选一个病种"),
        ("--care surgery", "--care 就医类型：不认识「surgery」"),
        ("--ytd-fund x", "--ytd-fund 今年统筹已付：看不懂这个金额"),
    ] {
        let output = yidi(with(&format!("{more} --total 30000")));
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

#[test]
fn a_case_compared_by_route_and_tier() {
    // 鞍山, 30 000 with nothing uncovered: long-term at most 30 000 − 29 100 × 0.75 = 8 175,
    // referral and emergency 30 000 − 28 500 × 0.70 = 10 050, other trips, filed or not,
    // 30 000 − 28 000 × 0.60 = 13 200; filing a referral saves 13 200 − 10 050 = 3 150.
    let compare = with("--total 30000").replace("estimate", "compare").replace("other", "referral");
    let compared = json(format!("{compare} --json"));
    let routes: Vec<(&str, &str)> = compared["routes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["route"].as_str().unwrap(), row["personal"]["high"].as_str().unwrap()))
        .collect();
    let expected = [
        ("long-term", "8175.00"),
        ("referral", "10050.00"),
        ("emergency", "10050.00"),
        ("temporary", "13200.00"),
        ("unfiled", "13200.00"),
    ];
    assert_eq!(routes, expected);
    let cheapest = |row: &Value| row["cheapest"] == true;
    let cheapest = compared["routes"].as_array().unwrap().iter().filter(|row| cheapest(row));
    assert_eq!(cheapest.map(|row| &row["route"]).collect::<Vec<_>>(), ["long-term"]);
    assert_eq!(compared["filing_saves"], serde_json::json!({ "low": "3150.00", "high": "3150.00" }));
    assert!(shown(&yidi(compare)).contains("备案能省 3,150.00 元"));
}

/// 重庆 has no rule of its own for these trips: filed it loses 0 to 20 points, unfiled 10
/// to 20, and one says nothing of the other. Of (45 000 − 880) filing saves from nothing
/// to 20 %, 8 824.00; of an unsplit bill at most of what is left without 5 %.
#[test]
fn two_away_rules_that_are_not_known_are_two_unknowns() {
    let chongqing = ["compare", "重庆", "广州", "职工退休", "三级", "45000", "--json"];
    let split = ["--own-expense", "0", "--prepay", "0", "--over-limit", "0"];
    let compared = json(&[&chongqing[..], &split].concat());
    assert_eq!(compared["filing_saves"], serde_json::json!({ "low": "0.00", "high": "8824.00" }));
    // (45 000 × 0.95 − 880) × 0.20 = 8 374.00
    let compared = json(&chongqing);
    assert_eq!(compared["filing_saves"], serde_json::json!({ "low": "0.00", "high": "8374.00" }));
}

#[test]
fn at_home_there_is_nothing_to_file() {
    let compared = json(
        "compare --from 重庆 --to 重庆 --status active --tier 3 --total 30000 --own-expense 0 --prepay 0 --over-limit 0 --date 2026-11-22 --json",
    );
    assert_eq!(compared["routes"], serde_json::json!([]));
    assert!(compared["filing_saves"].is_null());
    // Primary: 30 000 − (30 000 − 160) × 0.90 = 3 144; tier 1: 30 000 − 29 800 × 0.90 = 3 180.
    let primary = compared["tiers"].as_array().unwrap().iter().find(|row| row["tier"] == "0").unwrap();
    assert_eq!((&primary["personal"]["low"], &primary["cheapest"]), (&"3144.00".into(), &true.into()));
}
