//! A result explained on the command line, the contract printed, and what a stay
//! and its papers may say beside the bill.

use crate::support::process::{json, said, shown, yidi};

/// A whole case: 鞍山 to 北京, employee in work, tier 3, 30 000 yuan all split.
const STAY: &str =
    "estimate --from 鞍山 --to 北京 --status active --tier 3 --total 30000 --own-expense 0 --over-limit 0";

fn with(more: &str) -> String {
    format!("{STAY} {more}")
}

#[test]
fn every_line_is_explained_in_words_and_numbers() {
    let output = yidi(with("--prepay 0 --date 2026-11-22 --explain"));
    let shown = shown(&output);
    for sentence in [
        "怎么算的\n",
        "      规定的起付线 2,000.00\n",
        "      符合报销范围 30,000.00 - 起付线 2,000.00 = 28,000.00\n",
        "      28,000.00 x 60% = 16,800.00\n",
        "      总费用 30,000.00 - 统筹基金支付 16,800.00 = 13,200.00\n",
    ] {
        assert!(shown.contains(sentence), "{sentence}\n{shown}");
    }
    assert!(!shown.contains("怎么算的（"), "one end says it all\n{shown}");
}

#[test]
fn a_range_is_explained_at_both_ends() {
    let output = yidi(with("--date 2026-11-22 --explain"));
    let shown = shown(&output);
    assert!(shown.contains("怎么算的（最好情况）") && shown.contains("怎么算的（最差情况）"), "{shown}");
    // Unsplit: 20 % of 30 000 at the worst.
    assert!(shown.contains("总费用 30,000.00 x 20% = 6,000.00"), "{shown}");
}

#[test]
fn the_schema_is_printed_whole() {
    let output = yidi("schema");
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["$id"], "yidi.estimate/1");
}

#[test]
fn class_b_items_by_their_rate_are_the_prepay() {
    // 8 000 × 10 % = 800; E = 29 200; (29 200 − 2 000) × 0.60 = 16 320; the person pays 13 680.
    let json = json(with("--class-b 8000 --class-b-prepay-rate 10% --date 2026-11-22 --json"));
    assert_eq!(json["best"]["lines"]["prepay"], "800.00");
    assert_eq!(json["personal"]["high"], "13680.00");
    assert_eq!(json["case"]["bill"]["class_b"], "8000.00");
    assert_eq!(json["case"]["bill"]["class_b_prepay_rate"], "10");
    let steps = &json["best"]["workings"][2]["steps"];
    assert_eq!(steps[0]["of"], "answer:class-b");
    assert_eq!(steps[1]["rate"], "10");
}

#[test]
fn days_networking_and_circumstances_are_taken() {
    let json = json(with(
        "--prepay 0 --admitted 2026-11-01 --date 2026-11-10 --networked no --also 外伤，proxy --json",
    ));
    let case = &json["case"];
    assert_eq!(case["admitted"], "2026-11-01");
    assert_eq!((&case["discharged"], &case["date"]), (&"2026-11-10".into(), &"2026-11-10".into()));
    assert_eq!(case["networked"], "no");
    assert_eq!(case["also"], serde_json::json!(["injury", "proxy"]));
}

#[test]
fn what_does_not_fit_names_its_option() {
    for (more, part) in [
        ("--class-b 8000", "--class-b-prepay-rate 乙类先行自付比例：填了乙类费用，还要填先行自付比例"),
        ("--class-b-prepay-rate 10", "--class-b 乙类费用（代替上行）：填了先行自付比例，还要填乙类费用"),
        ("--class-b 8000 --class-b-prepay-rate 110", "要写 0 到 100 之间的百分数"),
        ("--class-b 8000 --class-b-prepay-rate 10 --prepay 5", "只写一种"),
        (
            "--admitted 2026-11-10 --date 2026-11-01",
            "--date 出院结算日期：入院 2026-11-10 晚于出院 2026-11-01",
        ),
        ("--admitted soon", "--admitted 入院日期：日期要写成 2026-11-22、11-22"),
        ("--networked maybe", "--networked 医院能直接结算：不认识「maybe」"),
        ("--also flood", "不认识「flood」，可以写：injury、third-party、traffic、"),
    ] {
        let output = yidi(with(more));
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        assert!(said(&output).contains(part), "{more:?}\n{}", said(&output));
    }
}
