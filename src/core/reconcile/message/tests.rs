use super::*;
use crate::num::Money;

/// The total, the fund and the personal burden of each slip, in fen.
fn read(text: &str) -> Vec<[Option<i64>; 3]> {
    let fen = |slip: &Slip, field| slip.get(field).map(Money::fen);
    let slips = FoundSlips::in_text(text).unwrap_or_else(|fault| panic!("{fault}: {text}")).slips;
    let one = |found: Result<FoundSlip, SlipError>| {
        found.map_or([None; 3], |found| {
            [SlipField::Total, SlipField::Fund, SlipField::Personal].map(|field| fen(&found.slip, field))
        })
    };
    slips.into_iter().map(one).collect()
}

const NUMBERS: [Option<i64>; 3] = [Some(2_000_000), Some(1_300_000), Some(700_000)];

#[test]
fn a_slip_is_read_in_any_envelope() {
    let inner = r#"{"medfee_sumamt": 20000, "hifp_pay": "13000.00", "psn_part_amt": 7000.0}"#;
    let as_text = serde_json::to_string(inner).unwrap();
    for text in [
        inner.to_owned(),
        format!(r#"{{"infcode": 0, "output": {{"setlinfo": {inner}}}}}"#),
        format!(r#"{{"output": {as_text}}}"#),
        // What has fewer fields stands before it, behind it, or in lists.
        format!(
            r#"{{"feesttinfo": {{"medfee_sumamt": 20000, "inscp_scp_amt": null}},
                "setldetail": [{{"inscp_scp_amt": 1}}, {{"inscp_scp_amt": 2}}], "setlinfo": {inner}}}"#
        ),
        format!(
            r#"{{"input": {{"data": {{"medfee_sumamt": 1, "fulamt_ownpay_amt": 1, "preselfpay_amt": 1,
                "overlmt_selfpay": 1, "inscp_scp_amt": 1}}}}, "output": {{"setlinfo": {inner}}}}}"#
        ),
        format!("2026-01-05 18:09:52 INFO 出参：{inner} -- end"),
        inner.to_uppercase(),
        r#"{"medfeeSumamt": 20000, "hifpPay": "13000.0000", "psnPartAmt": "7,000.00"}"#.to_owned(),
        r#"{"医疗费总额": "20000元", "统筹基金支付": "¥13,000.00", "个人负担": 7000}"#.to_owned(),
        r#"{"med_fee_sumamt": 2e4, "hifp_pay": 13000, "psn_pay": 7000, "x": {"medfee_sumamt": ""}}"#
            .to_owned(),
        "<?xml version=\"1.0\"?><a:output><setlinfo><medfee_sumamt>20000</medfee_sumamt><note/>\
         <hifp_pay>13000</hifp_pay><psn_part_amt>7000</psn_part_amt></setlinfo></a:output>"
            .to_owned(),
        "医疗费总额,统筹基金支付,个人负担\n20000,13000,7000\n合计,13000,7000\n".to_owned(),
        "某医院结算单\n\n总费用\t20000\n统筹支付\t13000\n个人支付\t7000\n".to_owned(),
        "医疗费总额：20,000.00 元  统筹支付：13000元\n个人负担：7000".to_owned(),
    ] {
        assert_eq!(read(&text), [NUMBERS], "{text}");
    }
}

#[test]
fn a_list_is_as_many_slips() {
    let one = r#"{"medfee_sumamt": "20000", "hifp_pay": "13000", "cash_payamt": "7000", "psn_pay": "7000"}"#;
    for text in [
        format!("[{one}, {one}, {one}]"),
        format!(
            r#"{{"output": {{"data": [{{"setlinfo": {one}}}, {{"setlinfo": {one}}}, {{"setlinfo": {one}}}]}}}}"#
        ),
        format!("{one}\n{one}\n{one}\n"),
    ] {
        assert_eq!(read(&text), [NUMBERS; 3], "{text}");
    }
    let all = format!("[{}]", vec![one; MOST_SLIPS + 7].join(","));
    let found = FoundSlips::in_text(&all).unwrap();
    assert_eq!((found.slips.len(), found.left_out), (MOST_SLIPS, 7));
    // One that cannot be read costs no other.
    let found = FoundSlips::in_text(&format!(r#"[{one}, {{"hifp_pay": "many"}}, {{}}, {one}]"#)).unwrap();
    let sound: Vec<bool> = found.slips.iter().map(Result::is_ok).collect();
    assert_eq!(sound, [true, false, false, true]);
}

#[test]
fn what_is_no_settlement_is_told_for_what_it_is() {
    let kind = |text: &str| FoundSlips::in_text(text).unwrap_err();
    let is = SlipError::Kind;
    for (text, fault) in [
        (
            r#"{"input": {"data": {"medfee_sumamt": 820, "fulamt_ownpay_amt": 20, "inscp_scp_amt": 800}}}"#,
            is(SlipKind::Request),
        ),
        (r#"{"infno": "2305", "input": {"data": {"setl_id": "1"}}}"#, is(SlipKind::Cancellation)),
        (
            r#"{"infno": "2208", "output": {"setlinfo": {"setl_id": "1", "medfee_sumamt": null}}}"#,
            is(SlipKind::Cancellation),
        ),
        (r#"{"iteminfo": [{"inscp_scp_amt": 12, "psn_selfpay": 3}]}"#, is(SlipKind::Items)),
        (
            r#"{"output": {"feedetail": [{"feedetl_sn": "1", "fulamt_ownpay_amt": 0.5}]}}"#,
            is(SlipKind::Items),
        ),
        (
            r#"{"infcode": -1, "err_msg": "no such person", "output": null}"#,
            SlipError::Refused("no such person".to_owned()),
        ),
        (r#"{"a": 1}"#, SlipError::Empty),
        ("[]", SlipError::Empty),
    ] {
        assert_eq!(kind(text), fault, "{text}");
    }
    assert!(matches!(kind("{"), SlipError::NotJson(_)));
    assert!(matches!(kind("nothing at all"), SlipError::NotJson(_)));
}

#[test]
fn a_refund_is_the_settlement_it_takes_back() {
    let found = |text: &str| FoundSlips::in_text(text).unwrap().slips.remove(0).unwrap();
    let back = r#"{"medfee_sumamt": -20000, "hifp_pay": "-13000.00", "acct_pay": 0, "psn_part_amt": -7000,
        "pool_prop_selfpay": 0.85}"#;
    assert_eq!(read(back), [NUMBERS]);
    assert!(found(back).refund);
    assert!(found(r#"{"medfee_sumamt": 1, "hifp_pay": 1, "refd_setl_flag": "1"}"#).refund);
    assert!(!found(r#"{"medfee_sumamt": 1, "hifp_pay": 1, "refd_setl_flag": "0"}"#).refund);
    let mixed = FoundSlips::in_text(r#"{"medfee_sumamt": 20000, "hifp_pay": -13000}"#);
    assert!(matches!(mixed, Err(SlipError::Amount { field: SlipField::Fund, .. })));
}

#[test]
fn amounts_that_were_not_read_are_named() {
    let text = r#"{"medfee_sumamt": 100, "hifp_pay": 80, "psn_part_amt": 20, "psn_selfpay": "5.00", "xyz_pay": 3,
        "zero_pay": 0, "age": 61, "mdtrt_id": "310000088057", "psn_pay": 21}"#;
    let found = FoundSlips::in_text(text).unwrap().slips.remove(0).unwrap();
    assert_eq!(found.unread, ["psn_selfpay", "xyz_pay", "psn_pay"]);
    assert_eq!(found.slip.get(SlipField::Personal), Some(Money::from_yuan(20)));
}

#[test]
fn what_is_nested_without_end_is_answered() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("<a>", "</a>")] {
        let text = format!("{}1{}", open.repeat(20_000), close.repeat(20_000));
        assert!(FoundSlips::in_text(&text).is_err());
    }
}
