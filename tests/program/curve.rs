//! `yidi curve`: text, drawing, table, JSON.

use crate::support::process::{json, said, shown, yidi};

const CASE: &str =
    "curve 鞍山 北京 职工在职 三级 3万 --own-expense 0 --prepay 0 --over-limit 0 --date 2026-11-22";

#[test]
fn a_table_holds_the_bill_and_what_is_paid() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("curve.csv");
    let output = yidi(format!("{CASE} --output '{}'", path.display()));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let mut reader = csv::Reader::from_path(&path).unwrap();
    assert_eq!(reader.headers().unwrap().get(1), Some("personal_low"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    // 30 000 − 28 000 × 0.60 = 13 200.00
    let own = rows.iter().find(|row| &row[0] == "30000.00").unwrap();
    assert_eq!((&own[1], &own[2], &own[3]), ("13200.00", "13200.00", "16800.00"));
    assert!(rows.len() > 80);
}

#[test]
fn a_drawing_is_whole_and_says_what_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, words) in [("zh", "账单越大"), ("en", "as the bill grows")] {
        let path = folder.path().join(format!("curve-{lang}.svg"));
        let output = yidi(format!("{CASE} --lang {lang} --output '{}'", path.display()));
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let svg = std::fs::read_to_string(&path).unwrap();
        assert!(
            svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>") && svg.contains(words),
            "{svg}"
        );
        assert_eq!(svg.matches("<polyline").count(), 2, "least and most");
    }
}

#[test]
fn text_and_json_hold_the_same() {
    let text = shown(&yidi(format!("{CASE} --ascii")));
    assert!(text.contains("总费用 30,000.00 元：个人负担 13,200.00 元"), "{text}");
    assert!(!text.contains('⠤') && text.contains('#'), "{text}");
    let json = json(format!("{CASE} --json"));
    assert_eq!((&json["format"], &json["other_filed"]), (&"yidi.curve/1".into(), &serde_json::Value::Null));
    let other = self::json("curve 广州 北京 职工在职 三级 5万 --json");
    assert_eq!(other["other_filed"], "no");
    assert_eq!(json["marks"][0]["begins"], "fund");
    assert_eq!(json["marks"][0]["from"], "2001.00");
}
