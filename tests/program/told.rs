//! Local rules that the person was told: on the command line, in JSON, in tables and
//! plain lines; what they win over, and what they stand beside.

use serde_json::{Value, json};

use crate::support::process::{json as estimate_json, said, shown, yidi};
use crate::support::{TODAY, draft};
use yidi_core::case::Field;
use yidi_core::estimate::{Side, estimate, numbers_of, prepare};
use yidi_core::num::Money;
use yidi_core::policy::{Book, Grade, Item, Status, Tier};

const SPLIT: &str = "--own-expense 0 --prepay 0 --over-limit 0";
const YINGKOU: &str = "estimate 营口 北京 在职 三级 5万 已备案 --date 2026-11-22";

#[test]
fn told_rules_make_an_exact_number_of_a_range() {
    // (50,000 − 800) × 75 % = 36,900; the person pays 50,000 − 36,900.
    let told = yidi(&*format!("{YINGKOU} {SPLIT} --rule deductible=800 --rule rate=75"));
    for part in ["个人负担  13,100.00 元", "您告诉的", "按您告诉的规定算：起付线 800.00 元、支付比例 75%"]
    {
        assert!(shown(&told).contains(part), "{part}: {}", shown(&told));
    }
    // With the cut the rate is that of before: (50,000 − 800) × (85 − 10) % is the same.
    let told = yidi(&*format!("{YINGKOU} {SPLIT} --rule 起付线=800 --rule 报销比例=85% --rule 异地降10"));
    assert!(shown(&told).contains("个人负担  13,100.00 元"), "{}", shown(&told));
    // A cap that is reached: 30,000; what lies above it is the person's.
    let told =
        yidi(&*format!("{YINGKOU} {SPLIT} --rule deductible=800 --rule rate=75 --rule cap=3万 --json"));
    let told: Value = serde_json::from_str(&shown(&told)).unwrap();
    assert_eq!(told["best"]["lines"]["fund"], "30000.00");
    assert_eq!(told["grade"], "assumed", "the supplement above it is not told");
    // English says the same.
    let told = yidi(&*format!("{YINGKOU} {SPLIT} --rule deductible=800 --rule rate=75 --lang en"));
    for part in ["13,100.00 yuan", "told by you", "Settled on the rules you told: Deductible"] {
        assert!(shown(&told).contains(part), "{part}: {}", shown(&told));
    }
}

#[test]
fn what_was_told_stands_in_json_with_what_became_of_it() {
    let told = estimate_json(&[
        "estimate",
        "鞍山 北京 在职 三级 5万 已备案",
        "--rule",
        "deductible=800",
        "--rule",
        "cap=300000",
        "--json",
        "--date=2026-11-22",
    ]);
    let rules = told["told"].as_array().unwrap();
    // 鞍山 has two sources for its deductible: what was told is shown beside it.
    assert_eq!((&rules[0]["item"], &rules[0]["used"]), (&json!("deductible"), &json!(false)));
    assert_eq!(rules[0]["amount"], "800.00");
    assert_eq!(rules[0]["beside"].as_array().map(Vec::len), Some(1));
    // Its cap is community data: what was told wins.
    assert_eq!((&rules[1]["item"], &rules[1]["used"]), (&json!("cap"), &json!(true)));
    assert_eq!(told["best"]["lines"]["deductible"], "2000.00");
    let plain = estimate_json(&["estimate", "营口 北京 在职 三级 5万 已备案", "--json", "--date=2026-11-22"]);
    assert_eq!(plain["told"], json!([]));
    assert_eq!(plain["to_ask"], json!(["rate", "away"]));
}

#[test]
fn what_is_no_rule_is_told_with_its_place_and_the_names() {
    for (rule, parts) in [
        ("deductable=800", ["是不是 deductible", "catastrophic-cap"]),
        ("门槛=800", ["看不懂这条规定「门槛=800」", "supplement-rate"]),
        ("rate=", ["看不懂这条规定「rate=」", "rate=75"]),
        ("rate=175", ["这次报百分之几", "0 到 100"]),
        ("rate=7", ["这次报百分之几", "七成写 70"]),
        ("rate=0.75", ["这次报百分之几", "七成写 70"]),
        ("deductible=abc", ["当地起付线", "看不懂这个金额"]),
        ("cap=-5", ["当地统筹封顶线", "不能是负数"]),
    ] {
        let refused = yidi(&[&YINGKOU.split(' ').collect::<Vec<_>>()[..], &["--rule", rule]].concat()[..]);
        assert_eq!(refused.status.code(), Some(2), "{rule}");
        for part in parts {
            assert!(said(&refused).contains(part), "{rule}: {part}: {}", said(&refused));
        }
    }
}

/// 65 % is what is published of 鞍山 for retired people on a temporary trip.
#[test]
fn a_rule_that_was_found_as_well_is_told_to_agree() {
    let line = "estimate 鞍山 北京 退休 三级 5万 已备案 报销比例";
    let run = |rate: &str| {
        let line = format!("{line}{rate}");
        shown(&yidi(&line.split(' ').collect::<Vec<_>>()[..]))
    };
    for rate in ["65%", "65"] {
        assert!(run(rate).contains("您告诉的支付比例 65% 与查到的一致"), "{rate}: {}", run(rate));
    }
    assert!(run("70%").contains("您告诉的支付比例 70% 没有用上"), "{}", run("70%"));
}

/// Every item that can be told is used where the area has nothing, at any route.
#[test]
fn every_rule_told_is_the_number_that_is_used() {
    let book = Book::embedded().unwrap();
    let mut draft = draft("营口", "北京", Status::Adult, Tier::Three, "40万");
    for (field, typed) in
        Field::RULES.into_iter().zip(["900", "60", "5", "10万", "70", "20万", "1.5万", "55", "30万"])
    {
        draft.write(field, typed);
    }
    let case = draft.finish(TODAY).unwrap();
    let estimate = estimate(&book, &case).unwrap();
    for rule in estimate.told() {
        let better = rule.beside.iter().all(|figure| figure.grade > Grade::Told);
        assert!(better, "{rule:?}");
    }
    let used: Vec<Item> =
        estimate.told().into_iter().filter(|rule| rule.beside.is_empty()).map(|rule| rule.item).collect();
    for item in [Item::Deductible, Item::Rate, Item::Away, Item::Cap, Item::CatastrophicDeductible] {
        assert!(used.contains(&item), "{item:?} of {used:?}");
    }
    let (_, numbers) = numbers_of(&case, estimate.low_run(), Side::Best).unwrap();
    assert_eq!(numbers.cap, Some(Money::from_yuan(100_000)));
    // A table's rows are settled the same way.
    let ends = prepare(&book, &case).unwrap().settle(&case);
    assert_eq!((ends.low, ends.high), (*estimate.low(), *estimate.high()));
}

#[test]
fn a_table_may_bring_rules_in_columns() {
    let table = "from,to,status,tier,total,filed,own_expense,prepay,over_limit,rule-deductible,rule-rate\n\
        营口,北京,active,3,50000,yes,0,0,0,800,75\n营口,北京,active,3,50000,yes,0,0,0,,\n\
        营口,北京,active,3,50000,yes,0,0,0,800,75\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rows.csv");
    std::fs::write(&file, table).unwrap();
    let out = yidi(&["batch", file.to_str().unwrap(), "--date", "2026-11-22"][..]);
    let rows: Vec<String> = shown(&out).lines().skip(1).map(str::to_owned).collect();
    assert!(rows[0].contains("13100.00") && rows[2].contains("13100.00"), "{rows:?}");
    assert!(!rows[1].contains("13100.00"), "{rows:?}");
}
