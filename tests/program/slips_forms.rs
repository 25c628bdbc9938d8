//! What the command says of the forms in which slips come: what was left out, what
//! is no slip, which sheet was read, what is missing.

use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use crate::support::process::{fed, said, shown, yidi};

const LINE: &str = "reconcile --from 北京 --to 上海 --status active --tier 3 --filed yes --date 2026-11-20";

fn narrow(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn what_is_no_settlement_is_said_in_both_languages() {
    let slip = json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655 });
    for (message, zh, en) in [
        (json!({ "infno": "2208", "output": slip }), "撤销结算", "takes a settlement back"),
        (json!({ "infno": "3202", "input": { "data": slip } }), "汇总", "sums over several settlements"),
        (json!({ "infcode": -1, "err_msg": "E-77", "output": slip }), "E-77", "Nothing was settled"),
        (
            json!({ "vali_flag": "0", "medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655 }),
            "作废",
            "does not hold any more",
        ),
        // Half of it is there: 13 000 + 7 000 = 20 000.
        (json!({ "hifp_pay": 13000, "psn_part_amt": 7000 }), "--slip-medfee_sumamt20000.00", "20,000.00"),
        (json!({ "hifp_pay": 13000 }), "没有总费用", "has no total"),
    ] {
        for (lang, words) in [("zh", zh), ("en", en)] {
            let output = fed(format!("--lang {lang} {LINE} --slip -"), message.to_string().as_bytes());
            assert_eq!(output.status.code(), Some(2), "{message}");
            let told = said(&output);
            assert!(narrow(&told).contains(&narrow(words)), "{words}: {told}");
            assert!(shown(&output).is_empty(), "{}", shown(&output));
        }
    }
    let output = fed(
        format!("{LINE} --slip - --slip-medfee_sumamt 20000.00"),
        b"{\"hifp_pay\": 13000, \"psn_part_amt\": 7000}",
    );
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn what_was_left_out_of_a_message_is_named() {
    let slip = json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655 });
    let year = json!({ "medfee_sumamt": 120_000, "hifp_pay": 90000, "psn_part_amt": 30000 });
    let message = json!({ "output": { "setlinfo": slip, "cuminfo": year } });
    let output = fed(format!("{LINE} --slip -"), message.to_string().as_bytes());
    assert!(shown(&output).contains("没有当作结算单的：cuminfo"), "{}", shown(&output));
    let found = fed(format!("{LINE} --json --slip -"), message.to_string().as_bytes());
    let found: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!((&found["aside"], &found["lines"][0]["actual"]), (&json!(["cuminfo"]), &json!("20000.00")));
}

#[test]
fn the_sheet_of_a_workbook_is_told_and_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut workbook = Workbook::new();
    for (name, total, fund) in [("十一月", 20_000, 13_345), ("十二月", 40_000, 23_550)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (column, (title, amount)) in
            (0..).zip([("总费用", total), ("统筹支付", fund), ("个人支付", total - fund)])
        {
            sheet.write_string(0, column, title).unwrap();
            sheet.write_number(1, column, amount).unwrap();
        }
    }
    let path = folder.path().join("slips.xlsx");
    workbook.save(&path).unwrap();
    let total = |more: &str| {
        let output = yidi(format!("{LINE} --json --slip {}{more}", path.display()));
        let found: Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
        (found["lines"][0]["actual"].clone(), found["aside"].clone(), said(&output))
    };
    let (amount, aside, words) = total("");
    assert_eq!((amount, aside), (json!("20000.00"), json!(["十二月"])));
    assert!(words.contains("十一月") && words.contains("--sheet"), "{words}");
    assert_eq!(total(" --sheet 十二月").0, json!("40000.00"));
    let output = yidi(format!("{LINE} --slip {} --sheet 一月", path.display()));
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("没有这张工作表"), "{}", said(&output));
}
