//! Lines in, words out: the walk without a terminal.

use jiff::civil::date;

use super::*;
use crate::sheet::Edition;
use crate::words::Lang;
use yidi_core::case::Field;
use yidi_core::places::{Place, resolve};
use yidi_core::policy::Book;

/// What is said to these lines, and how it ends after them.
fn said(lines: &[&str]) -> (String, Result<(), LinesError>) {
    said_in(lines, None)
}

fn said_in(lines: &[&str], city: Option<Place>) -> (String, Result<(), LinesError>) {
    let typed = lines.iter().map(|line| LineIn::Line((*line).to_owned()));
    said_to(typed, city, None)
}

fn said_to(
    lines: impl Iterator<Item = LineIn>,
    city: Option<Place>,
    cases: Option<&Path>,
) -> (String, Result<(), LinesError>) {
    let text = Text::new(Lang::Zh);
    let book = Book::embedded().unwrap();
    let today = date(2026, 11, 22);
    let mut talk = Talk {
        session: Session::new(LinesContext {
            book: &book,
            text: &text,
            today,
            city,
            edition: Edition::Usual,
        }),
        desk: Desk::closed(cases.map(Path::to_owned), today, PATIENCE),
        left: None,
        echo: true,
        out: Vec::new(),
    };
    talk.session.show();
    let mut ended = None;
    for line in lines {
        talk.speak().unwrap();
        if talk.take(line) {
            ended = Some(talk.leave());
            break;
        }
    }
    let ended = ended.unwrap_or_else(|| {
        talk.speak().unwrap();
        talk.end()
    });
    (String::from_utf8(talk.out).unwrap(), ended)
}

const SHOWN: &str = "个人负担  22,700.00 ～ 27,200.00 元";
/// 鞍山 → 北京, employee in work, tier 3, 50 000 yuan, everything else as usual.
const PLAIN: [&str; 10] = ["as", "bj", "1", "3", "", "5w", "", "", "", ""];

/// Wanted parts, in this order.
fn in_order(words: &str, parts: &[&str]) {
    let mut rest = words;
    for part in parts {
        let Some(place) = rest.find(part) else { panic!("no {part:?} in:\n{rest}") };
        rest = &rest[place + part.len()..];
    }
}

#[test]
fn the_questions_come_in_the_order_of_the_wizard_and_end_on_the_result() {
    let (words, ended) = said(&PLAIN);
    let questions = [
        "在哪里参保？",
        "去哪里就医？",
        "参加的是哪种医保？",
        "去几级医院？",
        "就医类型",
        "总费用 [不知道]：",
        "外出原因",
        "备案了吗",
        "可以不填的",
        "请核对",
        SHOWN,
        "接下来做什么？",
    ];
    in_order(&words, &questions);
    assert!(ended.is_ok());
    assert_eq!(words.matches(SHOWN).count(), 1, "said once");
    assert!(!words.contains('\u{1b}'), "no order to the terminal");
}

#[test]
fn words_pinyin_and_names_answer_as_well_as_numbers() {
    let (words, _) = said(&["鞍山市", "beijing", "在职", "三甲", "住院", "五万", "其他", "y", "n", ""]);
    assert!(words.contains(SHOWN), "{words}");
    let (words, _) = said(&["２１０３００", "北京", "zz", "３", "１", "５万", "1", "已备案", "否", "看"]);
    in_order(&words, &["请核对", "没有「看」这一行"]);
}

#[test]
fn at_home_neither_reason_nor_filing_is_asked() {
    let (words, _) = said(&["鞍山", "鞍山", "1", "3", "", "5w"]);
    assert!(!words.contains("外出原因") && words.contains("可以不填的"), "{words}");
    // A trip inside the province has both.
    let (words, _) = said(&["鞍山", "沈阳", "1", "3", "", "5w"]);
    assert!(words.contains("外出原因"), "{words}");
}

#[test]
fn an_answer_that_may_be_several_is_asked_again_with_numbers() {
    let (words, _) = said(&["吉林", "2", "bj", "职工", "2"]);
    in_order(&words, &["「吉林」可能是：", "1 吉林省", "2 吉林市（吉林 220200）", "参保地：吉林市"]);
    in_order(&words, &["「职工」可能是：", "1 职工在职", "2 职工退休", "险种与身份：职工退休"]);
    let (words, _) = said(&["anshann", "1", "火星", ""]);
    in_order(
        &words,
        &[
            "没有找到「anshann」",
            "是不是：",
            "1 鞍山市",
            "参保地：鞍山市",
            "没有找到「火星」",
            "这一项要回答",
        ],
    );
}

#[test]
fn a_wrong_amount_says_why_and_an_amount_is_said_as_understood() {
    let (words, _) = said(&["as", "bj", "1", "3", "", "abc", "-5", "壹万贰仟叁佰元整"]);
    let parts = ["看不懂这个金额", "金额不能是负数", "识别为 12,300.00 元"];
    in_order(&words, &parts);
}

/// Worked out by hand: 5 to 20 % are not covered, 60 % are paid above 2 000; of a further
/// stay nothing is known but that its deductible is none to 2 000. 20 000: 19 000 × 40 %
/// + 1 000 = 8 600 to 14 000 × 40 % + 2 000 + 4 000 = 11 600.
#[test]
fn the_next_stay_and_the_year_are_asked_line_by_line() {
    let (words, ended) = said(&[&PLAIN[..], &["11", "2w", "12", "9", "1", "year", "-2", "", "0"]].concat());
    let parts = [
        SHOWN,
        "第 2 次",
        "总费用",
        "8,600.00 ～ 11,600.00",
        "2026 年  鞍山市",
        "31,300.00 ～ 38,800.00",
        "看哪一次？",
        "2 今天（2026-11-22）  北京市  20,000.00 元",
        "没有「9」这一行",
        SHOWN,
        "31,300.00 ～ 38,800.00",
        "看哪一次？",
        "22,700.00 ～ 27,200.00",
        "看哪一次？",
        "接下来做什么？",
    ];
    in_order(&words, &parts);
    assert!(ended.is_ok(), "{words}");
}

#[test]
fn without_a_bill_the_list_comes_first_and_then_several_bills() {
    let (words, ended) = said(&["as", "bj", "1", "3", "", "", "", "", "", "", "0"]);
    let parts =
        ["总费用 [不知道]：", "总费用：不知道", "请核对", "出发前", "如果总费用是", "22,700.00 ～ 27,200.00"];
    in_order(&words, &parts);
    assert!(ended.is_ok(), "{words}");
    let (words, _) = said(&["as", "bj", "1", "3", "", "5-8万", "", "", "", ""]);
    in_order(&words, &["识别为 50,000.00 ～ 80,000.00 元", "22,700.00 ～ "]);
}

#[test]
fn back_keeps_answers_and_help_asks_again() {
    let (words, _) = said(&["<", "as", "bj", "<", "", "?", "2", "？", "3"]);
    in_order(
        &words,
        &[
            "这是第一个问题",
            "去哪里就医？",
            "就医地 [北京市]：",
            "就医地：北京市",
            "参加的是哪种医保？",
            "单位或本人按月交职工医保",
            "参加的是哪种医保？",
            "险种与身份：职工退休",
            "名字里有「三甲」「三级」的就是",
        ],
    );
}

#[test]
fn any_answer_is_changed_by_its_number_before_and_after_the_result() {
    let mut lines = PLAIN[..9].to_vec();
    lines.extend(["3", "2", "", "7", "8", "3", "0"]);
    let (words, ended) = said(&lines);
    // Retired 65 %: 50 000 − 45 500 × 0.65 = 20 425; 50 000 − 38 000 × 0.65 = 25 300
    in_order(
        &words,
        &[
            "险种与身份：职工退休",
            "请核对",
            "20,425.00 ～ 25,300.00 元",
            "改一个答案",
            "备案了吗：没有备案，也不备",
        ],
    );
    assert!(ended.is_ok());
    assert_eq!(words.matches("个人负担  ").count(), 4, "two results with headline and table");
}

#[test]
fn what_a_change_makes_wrong_is_asked_before_the_result() {
    let mut lines = PLAIN[..8].to_vec();
    // Own expense 4 万 of 5 万, then the total becomes 3 万.
    lines.extend(["1", "1", "4万", "", "6", "3万", "1万", ""]);
    let (words, _) = said(&lines);
    in_order(
        &words,
        &[
            "可以不填的",
            "识别为 40,000.00 元",
            "请核对",
            "识别为 30,000.00 元",
            "超过总费用 30,000.00 元",
            "其中自费 [40,000.00 元]：",
            "识别为 10,000.00 元",
            "请核对",
            "接下来做什么？",
        ],
    );
}

#[test]
fn what_no_longer_counts_is_told() {
    let (words, _) = said(&["as", "bj", "1", "3", "", "5w", "2", "", "", "2", "鞍山"]);
    in_order(&words, &["异地转诊", "请核对", "就医地：鞍山市", "不再计入：外出原因"]);
}

/// The numbers change with the answers: then the list is said again.
#[test]
fn a_number_of_the_long_list_is_the_one_that_was_said_last() {
    let mut lines = PLAIN[..8].to_vec();
    lines.extend(["1", "1", "1000", "2", "2000"]);
    let (words, _) = said(&lines);
    assert_eq!(words.matches("可以不填的").count(), 3, "the question, the list, the shorter list:\n{words}");
    in_order(&words, &["3 乙类费用（代替上行）", "识别为 2,000.00 元", "3 其中超限价"]);
}

#[test]
fn an_input_that_ends_says_what_was_taken_as_usual_and_takes_nothing_for_what_it_refused() {
    let (words, ended) = said(&PLAIN[..6]);
    in_order(&words, &["其余按常规：外出原因：其他临时外出、备案了吗：还没有，会去备案", SHOWN]);
    assert!(ended.is_ok());
    let mut lines = PLAIN[..6].to_vec();
    lines.push("abc");
    let (words, ended) = said(&lines);
    assert!(matches!(ended, Err(LinesError::Refused(Field::Reason))), "{ended:?}");
    assert!(!words.contains(SHOWN), "{words}");
}

#[test]
fn an_input_that_ends_before_the_hand_out_is_written_says_so() {
    let mut lines = PLAIN.to_vec();
    lines.push("5");
    assert!(matches!(said(&lines).1, Err(LinesError::NotWritten)));
}

#[test]
fn chronic_care_asks_for_its_kind_before_the_bill() {
    let (words, _) = said(&["as", "bj", "1", "3", "慢特病", "", "透析", "5w"]);
    let parts = [
        "就医类型：门诊慢特病",
        "4 尿毒症透析",
        "门诊慢特病要选一个病种",
        "慢特病病种：尿毒症透析",
        "总费用 [不知道]：",
    ];
    in_order(&words, &parts);
    let (words, _) = said(&["as", "bj", "1", "3", "3", "!", "5w"]);
    in_order(&words, &["慢特病病种：其他病种或不清楚", "总费用 [不知道]："]);
}

#[test]
fn an_emergency_is_asked_for_its_days_and_their_year_is_said() {
    let (words, ended) = said(&["as", "bj", "1", "3", "", "5w", "急诊", "10-20", "11.2", "", "", "0"]);
    in_order(&words, &["入院日期：2026-10-20", "出院结算日期：2026-11-02", "请核对", "接下来做什么？"]);
    assert!(ended.is_ok() && !words.contains("备案了吗"), "{words}");
}

#[test]
fn the_menu_gives_every_text() {
    let mut lines = PLAIN.to_vec();
    lines.extend(["1", "起付线", "<", "qingdan", "3", "依据", "再看", "x", "new", "0"]);
    let (words, ended) = said(&lines);
    in_order(
        &words,
        &[
            "4 起付线：2,000.00",
            "按",
            "出发前",
            "按去向（个人负担，元）",
            "按查到的规定，备不备案算出来一样",
            "SEED-002",
            SHOWN,
            "没有「x」这个选项",
            "已清空",
            "在哪里参保？",
        ],
    );
    assert!(matches!(ended, Err(LinesError::Missing(_))), "0 is no place: the new case is open");
}

#[test]
fn what_is_not_known_is_asked_in_a_row_as_on_the_screen() {
    let told = ["yingkou", "bj", "1", "3", "", "5w", "", "", "", "", "w", "75", "0", "0", "0", "800", "w"];
    let (words, _) = said(&told);
    // (50,000 − 800) × 75 %; then nothing is left to be asked.
    in_order(&words, &["这次按几成报", "自费", "当地起付线", "13,100.00 元"]);
    let (words, _) = said(&[&told[..12], &["<", "0"]].concat());
    in_order(&words, &["这次按几成报", "您告诉的"]);
}

#[test]
fn the_sheet_is_written_never_over_a_file_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sheet.txt").to_str().unwrap().to_owned();
    let mut lines = PLAIN.to_vec();
    lines.extend(["5", "sheet.doc", &path, "带病历", "5", &path, "", "", "<", "0"]);
    let (words, ended) = said(&lines);
    in_order(&words, &["看不出要哪种形式", "备注会印在单子上", "已存到", "要覆盖它吗？", "存成哪个文件？"]);
    assert!(ended.is_ok());
    assert!(std::fs::read_to_string(&path).unwrap().contains("带病历"));
    std::fs::write(&path, "mine").unwrap();
    lines.truncate(PLAIN.len());
    lines.extend(["5", &path, "", "y", "0"]);
    assert!(said(&lines).1.is_ok());
    assert!(std::fs::read_to_string(&path).unwrap().contains("鞍山市"));
}

#[test]
fn the_case_is_saved_and_saved_again_as_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db");
    let mut lines = PLAIN.to_vec();
    lines.extend(["6", "王先生", "save", "!", "0"]);
    let typed = lines.into_iter().map(|line| LineIn::Line(line.to_owned()));
    let (words, _) = said_to(typed, None, Some(&path));
    assert_eq!(words.matches("已保存到案例簿，编号 1").count(), 2, "{words}");
}

#[test]
fn the_end_of_the_input_ends_with_what_is_known() {
    let (words, ended) = said(&PLAIN[..6]);
    assert!(ended.is_ok() && words.contains(SHOWN), "the usual answers do: {words}");
    let (words, ended) = said(&PLAIN[..3]);
    let Err(LinesError::Missing(problems)) = ended else { panic!("{words}") };
    let fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::Tier]);
    assert!(matches!(said(&[]).1, Err(LinesError::Missing(_))));
}

#[test]
fn odd_lines_are_told_and_asked_again() {
    let line = |line: &str| LineIn::Line(line.to_owned());
    let odd = [LineIn::TooLong, LineIn::NotText, LineIn::Unseen, line("as")];
    let (words, _) = said_to(odd.into_iter(), None, None);
    in_order(&words, &["最多 4096 个字节", "不是 UTF-8", "看不见的字符", "按鞍山市计算"]);
}

#[test]
fn the_usual_city_is_what_enter_takes() {
    let (words, _) = said_in(&["", "bj"], resolve("鞍山").ok());
    in_order(&words, &["参保地 [鞍山市]：", "参保地：鞍山市（辽宁 210300）", "就医地"]);
}

#[test]
fn a_chronic_kind_without_rules_ends_in_a_range_and_what_to_ask() {
    // No figure of 鞍山 is about a chronic kind.
    let lines = ["as", "bj", "1", "3", "慢特病", "透析", "5w", "", "", "", "", "2"];
    let (words, _) = said(&lines);
    let must =
        ["慢特病病种：", "请核对", "没有收录鞍山的门诊慢特病支付比例", "打参保地热线问清", "0412-12393"];
    in_order(&words, &must);
    assert!(!words.contains("无法估算"), "{words}");
}

/// Lines of every kind, right and wrong, in any order.
const ANY: [&str; 34] = [
    "",
    "<",
    "?",
    "!",
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "7",
    "8",
    "9",
    "11",
    "12",
    "13",
    "25",
    "99",
    "as",
    "bj",
    "鞍山",
    "沈阳",
    "吉林",
    "5w",
    "3万",
    "abc",
    "-1",
    "2026-11-20",
    "慢特病",
    "透析",
    "y",
    "n",
    "转诊",
    "99999999999999999999",
];

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config {
        cases: 150,
        failure_persistence: None,
        ..proptest::test_runner::Config::default()
    })]

    /// Whatever is typed, the walk goes on, and always says what it asks.
    #[test]
    fn no_line_breaks_the_walk(picks in proptest::collection::vec(0..ANY.len(), 0..60)) {
        let (text, book) = (Text::new(Lang::Zh), Book::embedded().unwrap());
        let mut session = Session::new(LinesContext { book: &book, text: &text, today: date(2026, 11, 22), city: None, edition: Edition::Usual });
        for pick in picks {
            // What is to be done outside is not: no file is written here.
            let leaves = session.take(ANY[pick]) == Some(LinesEffect::Leave);
            let words = session.said();
            assert!(!words.chars().any(|c| c.is_control() && c != '\n'), "{words}");
            assert!(ask::prompt(&session).ends_with('：'));
            if matches!(session.at, At::Menu(_)) {
                assert!(session.draft.finish(date(2026, 11, 22)).is_ok(), "a menu without a case");
            }
            if leaves {
                break;
            }
        }
    }
}
