//! Slips whose numbers contradict each other, or leave something open: what is
//! said of them, as words, as JSON and by the exit code.

use serde_json::{Value, json};

use crate::support::process::{fed, said, shown};

const LINE: &str =
    "reconcile --from 北京 --to 上海 --status active --tier 3 --filed yes --date 2026-11-20 --slip -";

/// Words without the blanks between them, wherever lines were broken.
fn narrow(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The report of a slip as JSON and as text, and its exit code.
fn told(slip: &Value) -> (Value, String, Option<i32>) {
    let json = fed(format!("{LINE} --json"), slip.to_string().as_bytes());
    let found = serde_json::from_slice(&json.stdout).unwrap_or_else(|_| panic!("{}", said(&json)));
    let text = fed(LINE, slip.to_string().as_bytes());
    assert_eq!(json.status.code(), text.status.code());
    (found, narrow(&shown(&text)), text.status.code())
}

#[test]
fn payers_that_come_to_more_than_the_bill_are_an_alarm() {
    for (slip, words) in [
        // 13 000 + 9 500 = 22 500
        (
            json!({ "medfee_sumamt": 20000, "hifp_pay": 13000, "psn_part_amt": 9500 }),
            "一边是 20,000.00 元，另一边是 22,500.00 元",
        ),
        // 12 000 + 9 000 = 21 000
        (
            json!({ "medfee_sumamt": 20000, "fund_pay_sumamt": 12000, "psn_part_amt": 9000 }),
            "一边是 20,000.00 元，另一边是 21,000.00 元",
        ),
        // Of the funds together 12 345, of one alone 13 345.
        (
            json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "fund_pay_sumamt": 12345, "psn_part_amt": 7655 }),
            "一边是 12,345.00 元，另一边是 13,345.00 元",
        ),
        // 12 000 + 9 000 + 600 = 21 600
        (
            json!({ "medfee_sumamt": 20000, "fulamt_ownpay_amt": 12000, "preselfpay_amt": 9000,
                "overlmt_selfpay": 600, "fund_pay_sumamt": 13345, "psn_part_amt": 6655 }),
            "一边是 20,000.00 元，另一边是 21,600.00 元",
        ),
        // 13 345 + 345 + 6 655 = 20 345, with the cash in place of the burden
        (
            json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "hifmi_pay": 345, "psn_cash_pay": 6655 }),
            "一边是 20,000.00 元，另一边是 20,345.00 元",
        ),
    ] {
        let (found, text, code) = told(&slip);
        assert_eq!((&found["verdict"], &found["adds_up"], code), (&json!("unsound"), &json!(false), Some(2)));
        assert!(text.contains(&narrow(words)) && text.contains("不下结论"), "{text}");
        assert!(!text.contains("范围之内") && !text.contains("分毫不差"), "{text}");
    }
}

#[test]
fn what_nobody_pays_is_named() {
    // 20 000 − 12 000 − 6 655 = 1 345
    let (found, text, code) =
        told(&json!({ "medfee_sumamt": 20000, "hifp_pay": 12000, "psn_part_amt": 6655 }));
    assert_eq!((&found["unpaid"], &found["adds_up"], code), (&json!("1345.00"), &json!(false), Some(0)));
    assert!(text.contains("有1,345.00元，这张单子上没有写由谁支付"), "{text}");
    // Together they are the whole: 13 345 + 6 655.
    let (found, text, _) = told(&json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655 }));
    assert_eq!((&found["unpaid"], &found["adds_up"]), (&json!("0.00"), &json!(true)));
    assert!(text.contains("加起来对得上"), "{text}");
    // Half of it alone says nothing of the other half.
    let (found, ..) = told(&json!({ "medfee_sumamt": 20000, "hifp_pay": 13345 }));
    assert_eq!(found["unpaid"], "0.00");
}

#[test]
fn where_every_fund_is_stated_none_is_left_to_have_paid() {
    let mut slip = json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "hifob_pay": 0, "hifmi_pay": 0, "maf_pay": 0,
        "cvlserv_pay": 0, "oth_pay": 0, "fund_pay_sumamt": 14345,
        "psn_part_amt": 5655 });
    // 14 345 is 1 000 more than 13 345 and five times nothing; enterprise and disabled are left out.
    let (found, text, code) = told(&slip);
    assert_eq!(
        (&found["verdict"], &found["other_funds"], code),
        (&json!("unsound"), &json!("0.00"), Some(2))
    );
    assert!(text.contains("一边是14,345.00元，另一边是13,345.00元"), "{text}");
    // Where one is not stated it may have paid.
    slip.as_object_mut().unwrap().remove("cvlserv_pay");
    let (found, _, code) = told(&slip);
    assert_eq!((&found["other_funds"], &found["adds_up"], code), (&json!("1000.00"), &json!(true), Some(0)));
}

#[test]
fn the_rate_on_the_slip_is_shown() {
    let (_, text, _) = told(
        &json!({ "medfee_sumamt": 20000, "hifp_pay": 13345, "psn_part_amt": 6655, "pool_prop_selfpay": 0.5 }),
    );
    assert!(text.contains("结算单上写的统筹支付比例是50%"), "{text}");
}
