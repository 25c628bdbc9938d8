//! Slips as people, agencies and programs write them: lines, tables, envelopes.

use super::*;

fn found(text: &str) -> FoundSlips {
    FoundSlips::in_text(text).unwrap_or_else(|fault| panic!("{fault}: {text}"))
}

/// The total, the fund and the personal burden of each slip, in yuan.
fn read(text: &str) -> Vec<[i64; 3]> {
    let yuan = |slip: &Slip, field| slip.get(field).map_or(-1, |amount| amount.fen() / 100);
    let of = |one: Result<FoundSlip, SlipError>| {
        let slip = one.unwrap_or_else(|fault| panic!("{fault}: {text}")).slip;
        [SlipField::Total, SlipField::Fund, SlipField::Personal].map(|field| yuan(&slip, field))
    };
    found(text).slips.into_iter().map(of).collect()
}

fn kind(text: &str) -> SlipError {
    FoundSlips::in_text(text).expect_err(text)
}

const A: &str = r#"{"medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655}"#;
const B: &str = r#"{"medfee_sumamt": 20000, "hifp_pay": 10205, "psn_part_amt": 9795}"#;
const OF_A: [i64; 3] = [20_000, 13_345, 6_655];
const OF_B: [i64; 3] = [20_000, 10_205, 9_795];
const MORE: &str = r#"{"medfee_sumamt": 120000, "hifp_pay": 90000, "fund_pay_sumamt": 99000, "psn_part_amt": 21000, "acct_pay": 0}"#;

#[test]
fn one_slip_in_many_forms() {
    for text in [
        // A comma between digits is a part of the number, wide or narrow.
        "医疗费总额：20，000.00\n统筹基金支付：13，345.00\n个人负担：6，655.00\n",
        "医疗费总额 20,000.00 元\n统筹基金支付 13,345.00 元\n个人负担 6,655.00 元\n",
        "总费用:20000.00,统筹基金支付:13345.00,个人支付:6655.00",
        "总费用:20,000.00; 统筹基金支付:13,345.00; 个人支付:6,655.00",
        "总费用：20000.00元，统筹基金支付：13345.00元，个人支付：6655.00元。",
        "您于2026-11-20在上海某医院住院结算，总费用20000.00元，统筹基金支付13345.00元，个人支付6655.00元。",
        "医疗费总额：¥ 20000.00\n统筹基金支付：¥13345.00 元\n个人负担：6655.00元\n",
        "项目,单位,金额\n总费用,元,20000\n统筹支付,元,13345\n个人支付,元,6655\n",
        "项目,金额,占比\n总费用,20000,100%\n统筹支付,13345,66.7%\n个人支付,6655,33.3%\n",
        r#"{"medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655, "hifmi_pay": NaN}"#,
        "总费用,20000\n其中：统筹支付,13345\n个人支付,6655\n",
        "1.总费用：20000\n2.统筹支付：13345\n3.个人支付：6655\n",
        "| 项目 | 金额 |\n|---|---|\n| 总费用 | 20,000.00 |\n| 统筹支付 | 13,345.00 |\n| 个人支付 | 6,655.00 |\n",
        "总费用/元,统筹支付*,个人\u{200b}支付\n20000,13345,6655\n",
        // Names and numbers take turns.
        "总费用|统筹支付|个人支付\n20000|13345|6655\n现金支付|起付线|账户支付\n6655|1300|0\n",
        // Parts under a group.
        "参保人,总费用,基金支付,,,个人支付,,\n,,统筹,大额,合计,账户,现金,合计\n张三,20000,13345,0,13345,0,6655,6655\n",
        r#"[{"name": "总费用", "value": "20000"}, {"name": "统筹支付", "value": 13345}, {"name": "个人支付", "value": "6655"}]"#,
        r#"[["总费用", "统筹支付", "个人支付"], [20000, 13345, 6655]]"#,
        r#"{"总费用": "20,000.00元", "统筹支付": "￥13,345.00", "个人支付": "6655", "大病保险": "无", "医疗救助": "——"}"#,
        "<soap:Envelope><return>&lt;output&gt;&lt;medfee_sumamt&gt;20000&lt;/medfee_sumamt&gt;&lt;hifp_pay&gt;13345&lt;/hifp_pay&gt;&lt;psn_part_amt&gt;6655&lt;/psn_part_amt&gt;&lt;/output&gt;</return></soap:Envelope>",
        "<return><![CDATA[<?xml version=\"1.0\"?><output><medfee_sumamt>20000</medfee_sumamt><hifp_pay>13345</hifp_pay><psn_part_amt>6655</psn_part_amt></output>]]></return>",
        "<rs:data><z:row medfee_sumamt=\"20000\" hifp_pay='13345' psn_part_amt=\"6655\"/></rs:data>",
        "<output><!-- total > 0 --><总费用>&#50;0000</总费用><统筹支付>13345</统筹支付><个人支付>6655</个人支付></output>",
        "2026-11-20 INFO resp=<output><medfee_sumamt>20000</medfee_sumamt><hifp_pay>13345</hifp_pay><psn_part_amt>6655</psn_part_amt></output>",
    ] {
        assert_eq!(read(text), [OF_A], "{text}");
    }
    for text in [
        format!("2026-11-20 10:00:01 [INFO] {{trace}} 2304 resp={{\"output\": {A}}}"),
        format!("[2026-11-20 10:00:01] [INFO] 2304 resp={A} done"),
        format!(
            "{{\"infno\": \"2304\", \"input\": {{\"data\": {{\"medfee_sumamt\": 20000}}}}}}\n{{\"infcode\": 0, \"output\": {A}}}"
        ),
        format!(
            r#"{{"request": {{"infno": "2304", "input": {{"medfee_sumamt": 20000}}}}, "response": {{"output": {A}}}}}"#
        ),
    ] {
        assert_eq!(read(&text), [OF_A], "{text}");
    }
}

#[test]
fn each_number_of_a_sheet_in_turns_and_under_groups_has_its_place() {
    let yuan =
        |text: &str, field| found(text).slips.remove(0).unwrap().slip.get(field).map(|one| one.fen() / 100);
    let turns = "总费用|统筹支付|个人支付\n20000|13345|6655\n现金支付|起付线|账户支付\n6655|1300|0\n";
    for (field, amount) in [(SlipField::Cash, 6_655), (SlipField::Deductible, 1_300), (SlipField::Account, 0)]
    {
        assert_eq!(yuan(turns, field), Some(amount), "{field:?}");
    }
    let groups = "参保人,总费用,基金支付,,,个人支付,,\n,,统筹,大额,合计,账户,现金,合计\n张三,20000,13000,345,13345,655,6000,6655\n";
    for (field, amount) in [
        (SlipField::Fund, 13_000),
        (SlipField::Supplement, 345),
        (SlipField::Funds, 13_345),
        (SlipField::Account, 655),
        (SlipField::Cash, 6_000),
        (SlipField::Personal, 6_655),
    ] {
        assert_eq!(yuan(groups, field), Some(amount), "{field:?}");
    }
}

#[test]
fn rows_that_add_up_are_no_patients() {
    for label in ["合计", "合  计", "合计：", "合计(2人)", "本页合计", "平均"] {
        let text = format!(
            "姓名,总费用,统筹支付,个人支付\n张三,20000,13345,6655\n李四,20000,10205,9795\n{label},40000,23550,16450\n"
        );
        assert_eq!(read(&text), [OF_A, OF_B], "{text}");
        assert_eq!(found(&text).aside, [label]);
    }
    let again = "总费用,统筹支付,个人支付\n20000,13345,6655\n总费用,统筹支付,个人支付\n20000,10205,9795\n";
    assert_eq!(read(again), [OF_A, OF_B]);
    let rows = format!(
        r#"{{"rows": [{A}, {B}, {{"psn_name": "合计", "medfee_sumamt": 40000, "hifp_pay": 23550}}]}}"#
    );
    assert_eq!((read(&rows), found(&rows).aside), (vec![OF_A, OF_B], vec!["合计".to_owned()]));
}

#[test]
fn every_object_with_payments_is_a_slip_or_named() {
    type Case<'c> = (String, &'c [[i64; 3]], &'c [&'c str]);
    let cases: [Case<'_>; 8] = [
        (format!(r#"{{"a": {{"setlinfo": {A}}}, "b": {{"setlinfo": {B}}}}}"#), &[OF_A, OF_B], &[]),
        (format!(r#"{{"MT1": {A}, "MT2": {B}}}"#), &[OF_A, OF_B], &[]),
        (format!(r#"{{"output": {{"setlinfo": {A}, "cuminfo": {MORE}}}}}"#), &[OF_A], &["cuminfo"]),
        (format!(r#"{{"output": {{"data": {A}, "cuminfo": {MORE}}}}}"#), &[OF_A], &["cuminfo"]),
        (format!(r#"{{"total": 2, "rows": [{A}, {B}], "footer": [{MORE}]}}"#), &[OF_A, OF_B], &["footer"]),
        (format!(r#"{{"setlinfo": {A}, "history": [{MORE}]}}"#), &[OF_A], &["history"]),
        (format!(r#"{{"setlinfo": {A}, "detail": {MORE}}}"#), &[OF_A], &["detail"]),
        (format!(r#"{{"input": {MORE}, "output": {A}}}"#), &[OF_A], &["input"]),
    ];
    for (text, slips, aside) in cases {
        assert_eq!(
            (read(&text), found(&text).aside),
            (slips.to_vec(), aside.iter().map(|one| (*one).to_owned()).collect()),
            "{text}"
        );
    }
}

#[test]
fn messages_that_settle_nothing_are_told_whatever_amounts_they_have() {
    let is = SlipError::Kind;
    for (text, fault) in [
        (format!(r#"{{"infno": "3201", "input": {{"data": {MORE}}}}}"#), is(SlipKind::Totals)),
        (
            r#"{"stmt_begndate": "2026-10-01", "medfee_sumamt": 9, "fund_pay_sumamt": 8}"#.to_owned(),
            is(SlipKind::Totals),
        ),
        (format!(r#"{{"infno": "2208", "output": {{"setlinfo": {A}}}}}"#), is(SlipKind::Cancellation)),
        (format!(r#"{{"infno": "2305", "output": {{"setlinfo": {A}}}}}"#), is(SlipKind::Cancellation)),
        (
            format!(r#"{{"request": {{"infno": "2208"}}, "response": {{"output": {A}}}}}"#),
            is(SlipKind::Cancellation),
        ),
        (
            format!("{{\"infno\": \"2208\", \"input\": {{}}}}\n{{\"infcode\": 0, \"output\": {A}}}"),
            is(SlipKind::Cancellation),
        ),
        (A.replace('{', r#"{"vali_flag": "0", "#), is(SlipKind::Void)),
        (
            format!(r#"{{"infcode": -1, "err_msg": "余额不足", "output": {A}}}"#),
            SlipError::Refused("余额不足".to_owned()),
        ),
        (format!(r#"{{"err_msg": "余额不足", "output": {A}}}"#), SlipError::Refused("余额不足".to_owned())),
        (format!(r#"{{"infcode": "500", "output": {A}}}"#), SlipError::Refused("infcode 500".to_owned())),
    ] {
        assert_eq!(kind(&text), fault, "{text}");
    }
    for well in [r#""infcode": 0, "err_msg": "success""#, r#""infcode": "0""#, r#""err_msg": "成功""#] {
        assert_eq!(read(&format!(r#"{{{well}, "output": {A}}}"#)), [OF_A]);
    }
    for flag in [r#""refd_setl_flag": "Y""#, r#""冲红标志": 1"#, r#""退费标志": "是""#] {
        let text = A.replace('{', &format!("{{{flag}, "));
        assert!(found(&text).slips.remove(0).unwrap().refund, "{text}");
    }
    // What gives back with its own amounts is a refund, by whichever call.
    let back = r#"{"infno": "2208", "output": {"medfee_sumamt": -20000, "hifp_pay": -13345, "psn_part_amt": -6655}}"#;
    assert!(found(back).slips.remove(0).unwrap().refund);
}

#[test]
fn what_was_not_read_is_named_in_every_form() {
    let unread = |text: &str| found(text).slips.remove(0).unwrap().unread;
    for text in [
        "总费用,20000\n统筹支付,13345\n自付一,4255\n慈善救助,100\n个人支付,6655\n",
        "总费用：20000\n统筹支付：13345\n自付一：4255\n慈善救助：100\n个人支付：6655\n",
        "总费用,统筹支付,自付一,慈善救助,个人支付\n20000,13345,4255,100,6655\n",
        r#"{"总费用": 20000, "统筹支付": 13345, "自付一": 4255, "慈善救助": 100, "个人支付": 6655}"#,
    ] {
        assert_eq!(unread(text), ["自付一", "慈善救助"], "{text}");
    }
    let two_years = "项目,2025年,2026年\n总费用,20000,30000\n统筹支付,13345,20000\n个人支付,6655,10000\n";
    assert_eq!((read(two_years), unread(two_years).len()), (vec![OF_A], 3));
    let nameless =
        "姓名,总费用,统筹支付,个人支付\n张三,20000,13345,6655\n李四,20000,10205,9795\n,40000,23550,16450\n";
    assert_eq!(
        (read(nameless), found(nameless).aside),
        (vec![OF_A, OF_B], vec!["40000 23550 16450".to_owned()])
    );
    let detail = r#"{"setlinfo": {"medfee_sumamt": 20000, "fund_pay_sumamt": 13345, "psn_part_amt": 6655},
        "setldetail": [{"fund_pay_type": "310100", "fund_payamt": 12345}, {"fund_pay_type": "999999", "fund_payamt": 1000}]}"#;
    assert_eq!(read(detail), [[20_000, 12_345, 6_655]]);
    assert_eq!(unread(detail), ["999999 fund_payamt"]);
    let names = [
        ("统筹支付额", SlipField::Fund),
        ("统筹基金支付额", SlipField::Fund),
        ("基金支付金额", SlipField::Funds),
        ("基金支付额", SlipField::Funds),
        ("现金支付额", SlipField::Cash),
        ("账户支付额", SlipField::Account),
        ("个人现金支付金额", SlipField::Cash),
        ("个人自费金额", SlipField::OwnExpense),
        ("医保范围内金额", SlipField::Eligible),
        ("医疗总费用", SlipField::Total),
    ];
    for (name, field) in names {
        assert_eq!(slip_field(name), Some(field), "{name}");
    }
}
