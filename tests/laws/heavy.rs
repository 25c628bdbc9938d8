//! Small inputs that would take long: each is answered, or refused, at once.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::support::computed;
use yidi::batch::{Header, HeaderError, MOST_COLUMNS};
use yidi::settings;
use yidi_core::answers::{Doubt, Draft, LONGEST_LINE, express};
use yidi_core::policy::Book;
use yidi_core::policy::audit::{Flaw, MOST_OF_AN_ITEM};

/// What has no end within this has none: how fast the rest is, the benches tell.
/// Tests are hardly optimised, and others run beside them.
const AT_ONCE: Duration = Duration::from_secs(20);

/// Where other programs compute for it, nothing takes longer by the clock.
const NO_END: Duration = Duration::from_mins(1);

fn at_once<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let (begun, before) = (Instant::now(), computed());
    let done = act();
    let took = computed().saturating_sub(before);
    assert!(took < AT_ONCE && begun.elapsed() < NO_END, "{what}: {took:?} of {:?}", begun.elapsed());
    done
}

/// What filled a line and took long, each a kind of its own.
const FILLINGS: &[&str] = &[
    "9",
    "0",
    "零",
    "万",
    "一万",
    "1万",
    "一",
    "百",
    ",",
    "1,",
    "1,234,",
    ".",
    "1.",
    "%",
    " ",
    "　",
    "1 ",
    "\u{fdfa}",
    "鞍山",
    "鞍山 ",
    "吉林",
    "职工",
    "自费",
    "自费 1",
    "到",
    "参保",
    "不",
    "区",
    "a",
    "as ",
    "zg ",
    "a-",
    "anshan",
    "xx ",
    "误 ",
    "12xx",
    "1岁",
    "第",
    "2026-11-2",
    "20261122",
    "210300 ",
    "own expense ",
    "own ",
    "-",
    "=",
    "?",
    "是",
    "'",
    "\u{301}",
    "(",
    "一万一",
    "住院次数 ",
    "1-1-",
];

#[test]
fn a_line_of_anything_is_read_or_refused_at_once() {
    for filling in FILLINGS {
        for head in ["", "鞍山 北京 职工 三级 5万 "] {
            let count = (LONGEST_LINE - head.chars().count()) / filling.chars().count();
            let line = format!("{head}{}", filling.repeat(count));
            at_once(&format!("{head:?} and {filling:?}"), || express(&line, &Draft::default()));
        }
        let endless = filling.repeat(100_000);
        let read = at_once(filling, || express(&endless, &Draft::default()));
        assert_eq!(read.doubtful, [Doubt::TooLong], "{filling:?}");
    }
}

#[test]
fn a_line_is_counted_as_it_is_read() {
    // One sign that stands for eighteen characters.
    let ligatures = "\u{fdfa}".repeat(LONGEST_LINE / 18 + 1);
    assert_eq!(express(&ligatures, &Draft::default()).doubtful, [Doubt::TooLong]);
    let said = "鞍山 北京 职工 三级 5万";
    let fits = format!("{said}{}", " ".repeat(LONGEST_LINE - said.chars().count()));
    assert_eq!(fits.chars().count(), LONGEST_LINE);
    assert_eq!(express(&fits, &Draft::default()).understood.len(), 5);
    assert_eq!(express(&format!("{fits} "), &Draft::default()).doubtful, [Doubt::TooLong]);
}

/// A group of an overlay whose figures are these.
fn overlay(figures: &str, more: &str) -> String {
    format!(
        "(sources: {{\"S\": (title: \"t\", publisher: \"p\", checked: \"2026\")}}, areas: {{\"210500\": [(
          scheme: Employee, care: Inpatient, sources: [\"S\"], grade: Reported, figures: [{figures}])]}}{more})"
    )
}

/// The flaws of an overlay, told at once.
fn flaws(what: &str, text: &str) -> Vec<Flaw> {
    let mut book = Book::embedded().unwrap();
    let told = at_once(what, || book.overlay("a.ron", text, crate::support::CHECKED_ON));
    told.err().unwrap_or_default().into_iter().map(|finding| finding.fault).collect()
}

#[test]
fn figures_of_one_place_are_checked_at_once() {
    let many = |count: usize| "(is: Cap(1)),".repeat(count);
    let same = flaws("as many as may be, the same", &overlay(&many(MOST_OF_AN_ITEM), ""));
    assert_eq!(same.iter().filter(|flaw| matches!(flaw, Flaw::Same { .. })).count(), MOST_OF_AN_ITEM - 1);
    for count in [MOST_OF_AN_ITEM + 1, 20_000] {
        assert_eq!(flaws("too many", &overlay(&many(count), "")), [Flaw::TooMany]);
    }
    let mut days = String::new();
    let mut ages = String::new();
    let mut crossed = String::new();
    for at in 0..MOST_OF_AN_ITEM - 100 {
        let day =
            jiff::civil::date(2000, 1, 1).saturating_add(jiff::Span::new().days(i64::try_from(at).unwrap()));
        _ = write!(days, "(from: \"{day}\", tiers: [Three], is: Cap(1)),(from: \"{day}\", is: Rate(50)),");
        _ = write!(ages, "(ages: (from: {at}, to: {}), is: Rate(50)),", at * 2);
        let tier = ["One", "Two", "Three"][at % 3];
        _ = write!(
            crossed,
            "(ages: (from: {at}), tiers: [{tier}], is: Rate(50)),(retired_in: (to: {at}), is: Cap(1)),"
        );
    }
    assert_eq!(flaws("of other days", &overlay(&days, "")), []);
    flaws("of ages", &overlay(&ages, ""));
    flaws("crossed", &overlay(&crossed, ""));
}

#[test]
fn ids_of_an_overlay_are_found_at_once() {
    let id = "nation/Employee/Away";
    let verified = |count| format!("(figure: \"{id}\", by: \"me\", on: \"2026\"),").repeat(count);
    flaws("verified", &format!("(verified: [{}])", verified(10_000)));
    let gone = format!("\"{id}\",").repeat(10_000);
    flaws("removed", &format!("(remove: [{gone}])"));
    let sources: Vec<String> =
        (0..30_000).map(|at| format!("\"S{at}\":(title:\"t\",publisher:\"p\",checked:\"2026\"),")).collect();
    flaws("sources", &format!("(sources: {{{}}})", sources.concat()));
    let wrong: Vec<String> = (0..20_000).map(|at| format!("\"{at}\": [],")).collect();
    let wrong = wrong.concat();
    flaws("wrong codes", &format!("(areas: {{{wrong}}})"));
}

#[test]
fn settings_of_anything_are_read_at_once() {
    let numbered = |line: fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    let all = [
        ("broken lines", "a b c\n".repeat(50_000)),
        ("one key", "theme = 'dark'\n".repeat(50_000)),
        ("many keys", numbered(|at| format!("key{at} = 1\n"))),
        ("near names", numbered(|at| format!("them{at} = 1\n"))),
        ("brackets", "[".repeat(200_000)),
        ("tables", numbered(|at| format!("[a{at}]\n"))),
    ];
    for (what, text) in all {
        at_once(what, || settings::read(&text));
    }
}

#[test]
fn a_header_has_a_limit_and_below_it_is_read_at_once() {
    let needed = ["from", "to", "status", "tier", "total"];
    let with = |count: usize| needed.iter().copied().chain(std::iter::repeat_n("", count - needed.len()));
    assert!(at_once("columns", || Header::of(with(MOST_COLUMNS))).is_ok());
    let read = at_once("too many columns", || Header::of(with(1_000_000)));
    assert_eq!(read, Err(HeaderError::TooManyColumns));
    let table =
        format!("{}\n{}\n", with(MOST_COLUMNS).collect::<Vec<_>>().join(","), ",".repeat(MOST_COLUMNS - 1));
    for form in ["--jobs=2", "--jsonl"] {
        at_once(form, || crate::support::process::fed(&["batch", form], table.as_bytes()));
    }
}

#[test]
fn lines_that_are_no_answers_end_the_questions() {
    for line in ["x\n", "?\n", "\n", "没有这个地方\n", "\u{1b}[A\n"] {
        let piped =
            at_once(line, || crate::support::process::fed("--plain", line.repeat(1_000_000).as_bytes()));
        assert_eq!(piped.status.code(), Some(2), "{line:?}");
        assert!(String::from_utf8_lossy(&piped.stderr).contains("不再往下读"), "{line:?}");
    }
}

#[test]
fn an_amount_beyond_everything_ends_nothing() {
    let edge = "79228162514264337593543950千79228162514264337593543950335";
    let table = format!("from,to,status,tier,total\n鞍山,北京,职工,三级,{edge}\n鞍山,北京,职工,三级,5万\n");
    let done = crate::support::process::fed("batch", table.as_bytes());
    assert_eq!(done.status.code(), Some(3), "one row is wrong, the other settled");
    assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 3);
    for arguments in [
        &["estimate", "鞍山", "北京", "职工", "三级", "--total", edge][..],
        &["estimate", &format!("鞍山 北京 职工 三级 {edge}")],
        &["reconcile", "鞍山", "北京", "职工", "三级", "--slip-total", edge],
    ] {
        let done = crate::support::process::program(arguments).output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
    }
}
