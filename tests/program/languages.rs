//! Both languages say the same things: the same messages with the same
//! placeholders, on every screen and in every command.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Output;

use yidi::words::{Lang, Text};
use yidi_core::policy::Book;

use crate::support::process::program;

/// What a message is made of.
#[derive(Debug, PartialEq, Eq)]
struct Message {
    file: String,
    placeholders: BTreeSet<String>,
}

/// The messages of a language by their key.
fn messages(language: &str) -> BTreeMap<String, (Message, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/text").join(language);
    let mut messages = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut key: Option<String> = None;
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let words = if line.starts_with(' ') {
                line
            } else {
                let (name, words) = line.split_once(" =").unwrap();
                let message = Message { file: file.clone(), placeholders: BTreeSet::new() };
                let before = messages.insert(name.to_owned(), (message, String::new()));
                assert!(before.is_none(), "{language}: {name} stands twice");
                key = Some(name.to_owned());
                words
            };
            let (message, all) = messages.get_mut(key.as_ref().unwrap()).unwrap();
            all.push_str(words);
            let names = words.split('$').skip(1);
            let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            message.placeholders.extend(names.map(name));
        }
    }
    messages
}

fn is_han(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_placeholders() {
    let (zh, en) = (messages("zh-CN"), messages("en"));
    assert!(zh.len() > 700, "only {} messages were read", zh.len());
    let missing: Vec<&String> = zh.keys().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "assets/text/en has no {missing:?}");
    let surplus: Vec<&String> = en.keys().filter(|key| !zh.contains_key(*key)).collect();
    assert!(surplus.is_empty(), "assets/text/zh-CN has no {surplus:?}");
    for (key, (message, _)) in &zh {
        assert_eq!(message, &en[key].0, "{key}: zh-CN at the left, en at the right");
    }
}

/// Messages that name something a person must recognise: a language by its own
/// name, an app, a sign on a wall.
const QUOTES: [&str; 11] = [
    // Punctuation of what is to be said.
    "checklist-say-in-chinese",
    "hint-filed",
    "hint-own-expense",
    "hint-prepay",
    "hint-over-limit",
    "key-language",
    "channel-national-app",
    "channel-national-mini-program",
    "channel-state-council",
    "channel-hospital",
    "tier-hint-three",
];

#[test]
fn english_messages_are_english_and_say_something() {
    for (key, (_, words)) in messages("en") {
        assert!(words.chars().any(|c| !c.is_whitespace()), "{key} says nothing");
        assert_eq!(words.contains(is_han), QUOTES.contains(&key.as_str()), "{key}:{words}");
    }
}

fn run(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let home = tempfile::tempdir().unwrap();
    program(arguments).env("HOME", home.path()).envs(environment.iter().copied()).output().unwrap()
}

/// Standard output and standard error.
fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

const CASE: [&str; 6] = ["estimate", "鞍山", "北京", "在职", "三级", "5万"];

#[test]
fn the_language_is_that_of_the_option_the_settings_or_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("config.toml");
    fs::write(&settings, "language = \"en\"\n").unwrap();
    let settings = settings.to_str().unwrap();
    let english = |arguments: &[&str], environment: &[(&str, &str)]| {
        let shown = said(&run(&[&CASE[..], arguments].concat(), environment));
        let (zh, en) = (shown.contains("个人负担"), shown.contains("Personal burden"));
        assert!(zh != en, "{shown}");
        en
    };
    // As the environment says, in the order of POSIX.
    for (environment, expected) in [
        (&[][..], false),
        (&[("LANG", "C.UTF-8")], false),
        (&[("LANG", "zh_CN.UTF-8")], false),
        (&[("LANG", "en_US.UTF-8")], true),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")], false),
        (&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "de_DE"), ("LC_ALL", "")], true),
    ] {
        assert_eq!(english(&[], environment), expected, "{environment:?}");
    }
    // The settings win over it, and the option over both.
    let chinese = [("LANG", "zh_CN.UTF-8")];
    assert!(english(&["--config", settings], &chinese));
    assert!(english(&[], &[("YIDI_CONFIG", settings), ("LANG", "zh_CN")]));
    for tag in ["zh", "zh-CN", "zh_CN.UTF-8", "ZH"] {
        assert!(!english(&["--lang", tag, "--config", settings], &chinese), "{tag}");
    }
    for tag in ["en", "en-GB", "en_US.UTF-8"] {
        assert!(english(&[&format!("--lang={tag}")], &chinese), "{tag}");
    }
    // It stands before the command as well as after it.
    let before = run(&[&["--lang", "en"], &CASE[..]].concat(), &chinese);
    assert!(said(&before).contains("Personal burden"), "{}", said(&before));
}

#[test]
fn a_mistake_is_told_in_the_language_asked_for() {
    for (arguments, told) in [
        (&["estimat", "--lang", "en"][..], "error: there is no command estimat, did you mean estimate?"),
        (&["--lang", "en", "--blue"], "error: unknown argument --blue"),
        (&["estimate", "--lang", "en", "--tier", "9"], "\"9\" is not known, it can be: 3, 2, 1, 0"),
        (
            &["--lang=en", "policy"],
            "error: a command must follow: show, sources, coverage, calibrate, diff, check",
        ),
        (&["--lang", "klingon", "estimate"], "--lang 要写其中之一：zh、en"),
    ] {
        let output = run(arguments, &[]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(told), "{arguments:?}: {}", said(&output));
    }
    let english = run(&["--lang", "klingon", "estimate"], &[("LANG", "en_US")]);
    assert!(said(&english).contains("--lang: must be one of: zh, en"), "{}", said(&english));
}

#[test]
fn json_is_the_same_in_both_languages() {
    for command in ["estimate", "compare", "checklist"] {
        let json = |lang| {
            let line = [&[command][..], &CASE[1..5], &["--date", "2026-11-22", "--json", "--lang", lang]];
            let mut line = line.concat();
            if command != "checklist" {
                line.extend(["--total", "50000"]);
            }
            let output = run(&line, &[]);
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            output.stdout
        };
        assert!(json("zh") == json("en"), "{command}");
    }
}

#[test]
fn help_is_english_for_every_command() {
    let commands = [
        &[][..],
        &["estimate"],
        &["compare"],
        &["checklist"],
        &["handout"],
        &["reconcile"],
        &["schema"],
        &["cases"],
        &["cases", "delete"],
        &["policy"],
        &["policy", "show"],
    ];
    for command in commands {
        let shown = said(&run(&[command, &["--help", "--lang", "en"]].concat(), &[]));
        assert!(shown.contains("Usage: "), "{command:?}: {shown}");
        assert!(!shown.contains(is_han), "{command:?}: {shown}");
    }
}

/// Every text of the data that stays Chinese in English: names of apps and
/// papers, and the original titles of sources.
fn quoted_in_data() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut quoted = Vec::new();
    for folder in ["", "province", "checklist"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "ron") || path.ends_with("areas.ron") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            // What is shown or said at a counter stands in Chinese beside the English.
            for shown in ["title: (zh: \"", "task: (zh: \"", "say: (zh: \""] {
                let texts = text.split(shown).skip(1).map(|rest| rest.split('"').next().unwrap());
                quoted.extend(texts.map(str::to_owned));
            }
            // Terms inside an English text.
            for english in text.split("en: \"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                let terms = english.split(|c: char| !is_han(c)).filter(|term| !term.is_empty());
                quoted.extend(terms.map(str::to_owned));
            }
            let numbers = text.split("number: \"").skip(1).map(|rest| rest.split('"').next().unwrap());
            quoted.extend(numbers.map(str::to_owned));
        }
    }
    quoted.extend(messages("en").into_iter().filter(|(key, _)| QUOTES.contains(&key.as_str())).flat_map(
        |(_, (_, words))| {
            let terms = words.split(|c: char| !is_han(c)).filter(|term| !term.is_empty());
            terms.map(str::to_owned).collect::<Vec<_>>()
        },
    ));
    // What is asked on the telephone stands in Chinese beside the English.
    let asked = messages("zh-CN").into_iter().filter(|(key, _)| key.starts_with("ask-rule-"));
    quoted.extend(asked.map(|(_, (_, words))| words));
    // The longest first: a term may be part of a title.
    quoted.sort_by_key(|term| std::cmp::Reverse(term.len()));
    quoted
}

/// What is Chinese in a text beside what is quoted, wherever lines were broken.
fn stray(text: &str, quoted: &[String]) -> String {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut text = bare(text);
    for term in quoted {
        text = text.replace(&bare(term), "");
    }
    text.chars().filter(|c| is_han(*c)).collect()
}

/// A screen without the beginning of a title, or of a sentence for the counter, that
/// its lower edge cuts off.
fn without_cut_end(screen: &str, quoted: &[String]) -> String {
    let Some((above, below)) = screen.split_once("PgDn for more") else { return screen.to_owned() };
    for opens in ["[", "(", "In Chinese:"] {
        let Some(at) = above.rfind(opens).map(|at| at + opens.len()) else { continue };
        let begun: String = above[at..].chars().filter(|c| !c.is_whitespace()).collect();
        if quoted.iter().any(|term| term.starts_with(begun.trim_start_matches('「'))) {
            return format!("{}{below}", &above[..at]);
        }
    }
    screen.to_owned()
}

/// A screen whose panes stand one below the other instead of side by side, so that
/// what is wrapped in one is read in a row.
fn by_columns(screen: &str) -> String {
    let mut columns: Vec<String> = Vec::new();
    for line in screen.lines() {
        for (at, part) in line.split('│').enumerate() {
            if columns.len() <= at {
                columns.push(String::new());
            }
            columns[at].push_str(part);
            columns[at].push('\n');
        }
    }
    columns.concat()
}

/// A screen that was kept, not one that is offered for review.
fn is_snapshot(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "snap")
}

#[test]
fn english_screens_hold_no_chinese_but_quoted_terms() {
    let quoted = quoted_in_data();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let mut screens = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.starts_with("en_") || !is_snapshot(&path) {
            continue;
        }
        screens += 1;
        let screen = by_columns(&fs::read_to_string(&path).unwrap());
        let screen = without_cut_end(&screen, &quoted);
        assert_eq!(stray(&screen, &quoted), "", "{name}");
    }
    assert!(screens > 100, "only {screens} screens");
}

/// Latin words of a Chinese screen that are no English: keys, units, codes,
/// names of sources, what was typed.
fn is_no_english(word: &str, ids: &BTreeSet<String>) -> bool {
    const WORDS: [&str; 14] = [
        "yidi", "English", "as", "anshan", "anshann", "APP", "GitHub", "PDF", "Markdown", "URL", "JSON",
        "fg", "AI", "DRG",
    ];
    const KEYS: [&str; 14] = [
        "Enter", "Esc", "Tab", "Shift", "Ctrl", "Alt", "Space", "PgUp", "PgDn", "Home", "End", "Del", "F",
        "caret",
    ];
    word.chars().count() == 1 || WORDS.contains(&word) || KEYS.contains(&word) || ids.contains(word)
}

fn latin(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}

#[test]
fn chinese_screens_hold_no_english_words() {
    // Words inside the Chinese texts, ids and addresses of the data.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut ids = BTreeSet::new();
    for entry in fs::read_dir(root.join("province")).unwrap().chain(fs::read_dir(&root).unwrap()) {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "ron") {
            for line in fs::read_to_string(&path).unwrap().lines() {
                let before_english = line.split("en: \"").next().unwrap();
                let quoted = before_english.split('"').skip(1).step_by(2);
                // A publisher has one name in both languages, or stands behind an English title.
                let publisher = line.split("publisher: \"").nth(1).and_then(|rest| rest.split('"').next());
                let quoted = quoted.chain(publisher);
                ids.extend(quoted.flat_map(latin).map(str::to_owned));
            }
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let mut screens = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("en_") || name.starts_with("all__") || !is_snapshot(&path) {
            continue;
        }
        screens += 1;
        let text = fs::read_to_string(&path).unwrap();
        let screen = text.splitn(3, "---\n").nth(2).unwrap();
        for word in latin(screen) {
            // What was typed to find, or as an amount.
            let typed = [
                "zf", "wx", "x", "w", "pdf", "beijing", "bj", "tuixiu", "tier", "k", "unfiled", "ics", "fund",
            ]
            .contains(&word);
            assert!(typed || is_no_english(word, &ids), "{name}: {word}");
        }
    }
    assert!(screens > 100, "only {screens} screens");
}

#[test]
fn commands_speak_english_from_end_to_end() {
    let mut quoted = quoted_in_data();
    // What is to be said on the telephone stands in Chinese beside the English.
    let said_there = messages("zh-CN").into_iter().filter(|(key, _)| key.starts_with("ask-rule-"));
    quoted.extend(said_there.map(|(_, (_, words))| words.trim().to_owned()));
    let line = [
        "anshan",
        "beijing",
        "active",
        "employee",
        "tier3",
        "50k",
        "referral",
        "not",
        "filed",
        "--date",
        "2026-11-22",
    ];
    for (command, says) in [
        (&["estimate", "--explain"][..], "47,500.00 - Deductible 2,000.00 = 45,500.00"),
        (&["compare"], "Filing saves 4,150.00 to 4,900.00 yuan"),
        (&["checklist"], "within\n      30 days of discharge"),
        (&["handout"], "printed "),
        (&["reconcile", "--slip-hifp_pay", "16800"], "Pooled fund pays"),
    ] {
        let arguments = [&["--lang", "en"], command, &line[..]].concat();
        let output = run(&arguments, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains(says), "{command:?}: {}", said(&output));
        assert_eq!(stray(&said(&output), &quoted), "", "{command:?}");
    }
    for command in [
        &["policy", "show", "harbin"][..],
        &["policy", "sources"],
        &["policy", "sources", "JS-2022-75"],
        &["policy", "coverage"],
        &["policy", "diff", "data"],
        &["policy", "check"],
        &["cases", "list"],
    ] {
        let output = run(&[&["--lang", "en"], command].concat(), &[]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(stray(&said(&output), &quoted), "", "{command:?}");
    }
}

#[test]
fn an_agency_may_write_chinese_alone_and_it_is_shown() {
    let overlay = "(sources: {\"OWN\": (title: \"本市待遇\", publisher: \"本市医保局\", checked: \"2026-11-20\")}, \
                   areas: {\"210300\": [(scheme: Employee, care: Inpatient, sources: [\"OWN\"], grade: Official, \
                   figures: [(is: Cap(200000), remark: \"仅统筹基金\")])]})";
    let mut book = Book::embedded().unwrap();
    book.overlay("own.ron", overlay, crate::support::CHECKED_ON).unwrap();
    let anshan = yidi_core::places::AreaId::by_code(210_300).unwrap();
    let levels = book.levels(anshan).unwrap();
    let cap = levels[0].iter().find(|figure| figure.item == yidi_core::policy::Item::Cap).unwrap();
    let remark = cap.remark.as_ref().unwrap();
    for lang in Lang::ALL {
        assert_eq!(Text::new(lang).words(remark), "仅统筹基金");
    }
}
