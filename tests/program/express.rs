//! The express line: on the command line, and over lines nobody wrote.

use proptest::prelude::*;
use serde_json::Value;
use yidi_core::answers::{Draft, express};
use yidi_core::places::search;

use crate::support::process::{json, said, shown, yidi};

const DAY: &str = "--date=2026-11-22";

/// What an estimate says it is about.
fn case_of(arguments: &[&str]) -> Value {
    json(&[&["estimate"], arguments, &["--json", DAY]].concat())["case"].clone()
}

#[test]
fn a_line_is_a_whole_estimate() {
    let by_options = [
        "estimate", "--from", "鞍山", "--to", "北京", "--status", "active", "--tier", "3", "--total", "5万",
        "--filed", "no", DAY,
    ];
    let by_options = yidi(&by_options);
    for line in
        ["鞍山 北京 职工 三级 5万 未备案", "as bj zg 3 5w wba", "鞍山到北京职工三级医院花了五万没备案"]
    {
        let by_line = yidi(&["estimate", line, DAY]);
        assert_eq!(by_line.status.code(), Some(0), "{line}: {}", said(&by_line));
        assert_eq!(shown(&by_line), shown(&by_options), "{line}");
        assert!(said(&by_line).contains("按职工在职计算"), "{line}: {}", said(&by_line));
    }
    assert_eq!(said(&by_options), "", "options assume nothing");
    let unquoted = yidi(&["estimate", "鞍山", "北京", "职工", "三级", "5万", "未备案", DAY]);
    assert_eq!(shown(&unquoted), shown(&by_options));
}

#[test]
fn shared_initials_are_told_and_the_rest_stays_silent() {
    let output = yidi(&["estimate", "as 北京 在职 3 5w 已备案", DAY]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(said(&output), "「as」按鞍山市计算；同样首字母的还有：安顺市\n");
    let output = yidi(&["estimate", "鞍山 北京 在职 3 5w 已备案", DAY]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}

/// What is better for the person is never taken silently; at home and in an
/// emergency there is nothing to be filed.
#[test]
fn a_line_that_says_nothing_of_filing_is_told_what_was_taken() {
    for (line, is_told) in [
        ("鞍山 北京 在职 3 5w", true),
        ("鞍山 北京 在职 3 5w 转诊", true),
        ("鞍山 北京 在职 3 5w 未备案", false),
        ("鞍山 北京 在职 3 5w 不确定", false),
        ("鞍山 北京 在职 3 5w 急诊", false),
        ("鞍山 沈阳 在职 3 5w", true),
        ("鞍山 鞍山 在职 3 5w", false),
    ] {
        let output = yidi(&["estimate", line, DAY]);
        assert_eq!(said(&output).contains("没写备案，按会去备案"), is_told, "{line}: {}", said(&output));
    }
    assert_eq!(said(&yidi(&["estimate", "鞍山 北京 在职 3 5w", "--filed", "yes", DAY])), "");
}

#[test]
fn an_option_wins_over_the_line() {
    let line = "as bj 职工 3 5w 乙类8000@10% 未备案";
    let case = case_of(&[
        line, "--from", "大连", "--status", "retired", "--tier", "2", "--total", "3万", "--filed", "yes",
        "--prepay", "900",
    ]);
    let told = case.to_string();
    for part in ["大连", "retired", "30000.00", "900.00"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("8000.00"), "{told}");
    assert_eq!(case_of(&["北京 在职 3 5w", "--from", "鞍山"]), case_of(&["鞍山 北京 在职 3 5w"]));
    assert_eq!(case_of(&["鞍山 在职 3 5w", "--to", "北京"]), case_of(&["鞍山 北京 在职 3 5w"]));
    let settled = yidi(&["estimate", "吉林 北京 在职 3 5w 已备案", "--from", "吉林市", DAY]);
    assert_eq!((settled.status.code(), said(&settled).as_str()), (Some(0), ""), "the doubt is gone");
    let other = yidi(&["estimate", "鞍山 北京 职工 3 5w", "--scheme", "resident", DAY]);
    assert_eq!(other.status.code(), Some(0));
    assert!(said(&other).contains("居民成年"), "the usual status of that scheme: {}", said(&other));
}

#[test]
fn what_is_wrong_with_a_line_is_named_and_what_was_read_is_shown() {
    for (line, parts) in [
        (
            "鞍山 北京 职工 三纪 5万",
            &["错误：看不懂「三纪」，是不是「三级」？", "已看懂：参保地（鞍山）、就医地（北京）、"][..],
        ),
        ("鞍衫 北京 职工 三级 5万", &["看不懂「鞍衫」，是不是「鞍山市」？"]),
        ("鞍山 北京 职工 三级 5万 qqqq", &["看不懂「qqqq」"]),
        ("吉林 北京 职工 三级 5万", &["参保地：「吉林」不止一个地方", "吉林省 220000", "吉林市 220200"]),
        ("鞍山 北京 上海 职工 三级 5万", &["「上海」是第三个地方"]),
        ("鞍山 北京 职工 三级 二级 5万", &["医院等级写了不同的：三级、二级"]),
        ("鞍山 北京 职工 三级 5万 3万", &["总费用写了不同的：5万、3万"]),
        ("鞍山 北京 职工 三级 500", &["看不出「500」是什么"]),
        ("鞍山 北京 职工 三级 5万 自费", &["其中自费：「自费」旁边没有数"]),
        ("鞍山 北京 职工 三级 5万 入院", &["入院日期：「入院」旁边没有日期"]),
        ("鞍山 北京 职工 三级 5万 否", &["「否」可能是：备案了吗、医院能直接结算"]),
        ("鞍山 三级 5万", &["--to 就医地：还没有填", "--status 险种与身份：还没有填"]),
        ("鞍山 北京 职工 三级 -5万", &["--total 总费用：金额不能是负数"]),
        ("鞍山 北京 职工 三级 5万 11月31日出院", &["--date 出院结算日期：日期要写成"]),
        ("鞍山 香港 职工 三级 5万", &["「香港」在境外或港澳台：基本医保不报那里的费用"]),
        ("鞍山 北京 职工 儿童 三级 5万", &["职工医保没有「居民学生儿童」"]),
        ("", &["--from 参保地：还没有填"]),
    ] {
        let output = yidi(&["estimate", line]);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert_eq!(shown(&output), "", "{line}");
        for part in parts {
            assert!(said(&output).contains(part), "{line}: {part}: {}", said(&output));
        }
    }
}

#[test]
fn comparison_and_checklist_take_a_line_as_well() {
    let compared = json(&["compare", "鞍山 北京 在职 三级 3万 转诊 自费0 先行自付0 超限价0", "--json", DAY]);
    assert_eq!(compared["filing_saves"], serde_json::json!({ "low": "3150.00", "high": "3150.00" }));
    let by_options =
        ["checklist", "--from", "鞍山", "--to", "北京", "--status", "active", "--reason", "referral"];
    let by_options = shown(&yidi(&by_options));
    for line in ["鞍山 北京 在职 转诊", "鞍山 北京 在职 转诊 5万 自费8000"] {
        let output = yidi(&["checklist", line]);
        assert_eq!(output.status.code(), Some(0), "{line}: {}", said(&output));
        assert_eq!(shown(&output), by_options, "{line}");
    }
}

/// Lines that say everything, by their words; the first two are the places.
const WHOLE: &[&[&str]] = &[
    &["鞍山", "北京", "职工", "三级", "5万", "未备案"],
    &["as", "bj", "zg", "3", "5w"],
    &["anshan", "beijing", "tuixiu", "sanji", "50000元", "zhuanzhen", "65岁"],
    &["210300", "110000", "居民", "2", "3千", "低保", "外伤", "不联网"],
    &[
        "鞍山",
        "北京",
        "退休",
        "三甲",
        "3万",
        "转诊",
        "自费5000",
        "乙类8000@10%",
        "外伤",
        "65岁",
        "2026-11-20入院",
        "出院2026.11.25",
        "第2次",
        "统筹已付3万",
    ],
    &["鞍山", "北京", "居民", "二档", "透析", "急诊", "500元", "一级", "2026-11-20", "2026-11-25"],
];

/// A whole line with its words in any order but that of the two places.
fn shuffled() -> impl Strategy<Value = (&'static [&'static str], Vec<&'static str>)> {
    prop::sample::select(WHOLE).prop_flat_map(|words| {
        let shuffled = Just(words.to_vec()).prop_shuffle().prop_map(move |mut order| {
            let places: Vec<usize> = (0..order.len()).filter(|at| words[..2].contains(&order[*at])).collect();
            for (at, place) in places.into_iter().zip(words) {
                order[at] = place;
            }
            order
        });
        (Just(words), shuffled)
    })
}

/// Pieces that lines are made of, and what is none.
fn scraps() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "鞍山",
        "as",
        "zg",
        "210300",
        "到",
        "->",
        "参保",
        "就医",
        "职工",
        "5万",
        "3",
        "-",
        "@",
        "10%",
        "自费",
        "乙类",
        "2026-11-20",
        "入院",
        "第",
        "次",
        "岁",
        "65岁",
        "年退休",
        "不",
        "没",
        ",",
        " ",
        "，",
        ".",
        "w",
        "万",
        "¥",
        "是",
        "吉林",
        "'",
        "0",
        "99999999999999999999",
        "ǅ",
        "ﷺ",
        "①",
        "㈠",
        "e\u{301}",
    ]);
    prop::collection::vec(prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,4}"], 0..14)
        .prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_order_of_the_words_does_not_matter((words, order) in shuffled()) {
        let draft = |words: &[&str]| express(&words.join(" "), &Draft::default());
        let (straight, other) = (draft(words), draft(&order));
        prop_assert!(straight.missing.is_empty() && straight.unknown.is_empty() && straight.doubtful.is_empty());
        prop_assert_eq!(straight.draft, other.draft, "{}", order.join(" "));
    }

    #[test]
    fn no_line_stops_the_program(line in scraps()) {
        let read = express(&line, &Draft::default());
        for chip in &read.understood {
            prop_assert!(line.contains(&chip.words), "{line}: {chip:?}");
        }
        for unknown in &read.unknown {
            prop_assert!(!unknown.word.is_empty() && line.contains(&unknown.word), "{line}: {unknown:?}");
        }
    }
}

#[test]
fn initials_mean_what_enter_takes_in_the_wizard() {
    for initials in ["as", "bj", "sz", "xa", "cd", "wh"] {
        let read = express(&format!("{initials} 鞍山市 在职 三级 5万"), &Draft::default());
        assert_eq!(read.draft.insured, search(initials).first().copied(), "{initials}");
    }
}
