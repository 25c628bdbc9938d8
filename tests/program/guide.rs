//! The guide is whole in both languages, true, and printed by `yidi help`.

use std::collections::BTreeSet;
use std::path::Path;

use yidi::guide::{TOPICS, Topic};
use yidi::words::width::width;
use yidi::words::{Lang, Text};

use crate::support::process::{program, said, shown, yidi};

/// The lines of code of a page without their remarks, which are translated.
fn code(page: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2).flat_map(str::lines);
    let bare = |line: &str| line.split(" #").next().unwrap_or_default().trim_end().to_owned();
    blocks.map(bare).collect()
}

/// How deep each heading of a page is.
fn headings(page: &str) -> Vec<usize> {
    // What follows a fence is code, in which `#` is a remark.
    let text = page.split("```").step_by(2).flat_map(str::lines);
    text.filter(|line| line.starts_with('#')).map(|line| line.find(' ').unwrap_or_default()).collect()
}

/// Lines of tables, rows and heads alike.
fn rows(page: &str) -> usize {
    page.lines().filter(|line| line.starts_with('|')).count()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[test]
fn both_languages_have_the_same_pages_headings_tables_and_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for lang in Lang::ALL {
        let folder = root.join("assets/guide").join(lang.tag());
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files: BTreeSet<String> =
            files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        assert_eq!(files, TOPICS.iter().map(|topic| topic.name.to_owned()).collect(), "{lang:?}");
    }
    for topic in &TOPICS {
        let [zh, en] = [topic.markdown(Lang::Zh), topic.markdown(Lang::En)];
        assert_eq!(headings(zh), headings(en), "{}", topic.name);
        assert_eq!(headings(en).iter().filter(|depth| **depth == 1).count(), 1, "{}", topic.name);
        assert_eq!(rows(zh), rows(en), "{}", topic.name);
        assert_eq!(code(zh), code(en), "{}", topic.name);
        assert!(topic.title(Lang::Zh).contains(is_han) && !topic.title(Lang::En).contains(is_han));
    }
}

/// Options, fields, columns and files that a page names are named by the other.
#[test]
fn both_languages_name_the_same_options_and_fields() {
    let names = |page: &'static str| -> BTreeSet<&'static str> {
        let spans = page.split("```").step_by(2).flat_map(|text| text.split('`').skip(1).step_by(2));
        let words = spans.flat_map(|span| span.split([' ', '[', ']']));
        words.filter(|word| word.starts_with("--") || word.contains('_') || word.contains('.')).collect()
    };
    for topic in TOPICS.iter().filter(|topic| topic.name != "glossary") {
        let [zh, en] = [names(topic.markdown(Lang::Zh)), names(topic.markdown(Lang::En))];
        assert_eq!(zh, en, "{}", topic.name);
    }
}

#[test]
fn every_page_prints_as_plain_text_that_fits() {
    for topic in &TOPICS {
        for lang in Lang::ALL {
            let output = yidi(&["help", topic.name, "--lang", lang.tag()]);
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            let page = shown(&output);
            assert_eq!(page, topic.plain(&Text::new(lang)));
            assert!(page.starts_with(&format!("{}\n=", topic.title(lang))), "{page}");
            for heading in topic.markdown(lang).lines().filter_map(|line| line.strip_prefix("## ")) {
                assert!(page.contains(&format!("\n{heading}\n--")), "{}: {heading}", topic.name);
            }
            for line in code(topic.markdown(lang)) {
                assert!(page.contains(line.trim()), "{}: {line}", topic.name);
            }
            for sign in ["**", "```", "](", "<!--", "|---"] {
                assert!(!page.contains(sign), "{}: {sign} in {page}", topic.name);
            }
            // Code keeps its lines.
            for line in page.lines().filter(|line| !line.starts_with("  ")) {
                assert!(width(line) <= 80, "{}: {line}", topic.name);
            }
        }
    }
}

/// Each link of a page leads to a file, from the page as it stands.
#[test]
fn every_link_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let front = |name: &str| (name.to_owned(), std::fs::read_to_string(root.join(name)).unwrap());
    let guide = TOPICS.iter().flat_map(|topic| {
        Lang::ALL.map(|lang| {
            let file = format!("assets/guide/{}/{}.md", lang.tag(), topic.name);
            (file, topic.markdown(lang).to_owned())
        })
    });
    let others =
        ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "data/README.md", "src/core/architecture.md"];
    let mut links = 0;
    for (file, page) in guide.chain(others.map(front)) {
        for link in page.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            if link.starts_with("https:") || link.starts_with("crate::") {
                continue;
            }
            links += 1;
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => root.join(&file),
                path => root.join(&file).parent().unwrap().join(path),
            };
            assert!(target.is_file(), "{file}: {link}");
            let anchor = |line: &str| line.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
            let text = std::fs::read_to_string(&target).unwrap_or_default();
            let found = text.lines().any(|line| line.starts_with('#') && anchor(line) == heading);
            assert!(heading.is_empty() || found, "{file}: {link}");
        }
    }
    assert!(links > 40, "only {links} links");
}

#[test]
fn help_lists_commands_and_pages_and_prints_the_help_of_a_command() {
    for lang in Lang::ALL {
        let overview = shown(&yidi(&["help", "--lang", lang.tag()]));
        let usual = shown(&yidi(&["--help", "--lang", lang.tag()]));
        assert!(overview.starts_with(usual.trim_end()), "{overview}");
        for topic in &TOPICS {
            assert!(overview.contains(&format!("  {:<9}  {}", topic.name, topic.title(lang))), "{overview}");
        }
    }
    for command in [&["estimate"][..], &["policy", "check"], &["cases", "delete"], &["help"]] {
        let by_help = shown(&yidi(&[&["help"], command].concat()));
        let by_option = shown(&yidi(&[command, &["--help"]].concat()));
        assert_eq!(by_help, by_option, "{command:?}");
    }
    // A page comes before the command of its name, and names its help.
    let page = shown(&yidi("help batch --lang en"));
    assert!(page.starts_with("Whole files") && page.contains("`yidi batch --help`"), "{page}");
    assert_eq!(shown(&yidi("help BATCH --lang en")), page);
}

#[test]
fn a_page_that_is_not_there_is_told_with_the_near_one_and_the_list() {
    for (arguments, parts) in [
        (&["help", "tuor"][..], &["没有 tuor 这一页，是不是 tour？", "counter、keeper、batch"][..]),
        (&["help", "glosary", "--lang", "en"], &["no page glosary, did you mean glossary?", "tour, counter"]),
        (&["help", "estimat", "--lang", "en"], &["did you mean estimate?"]),
        (
            &["help", "xyzzy", "--lang", "en"],
            &["no page xyzzy, and there is no such command", "speed, glossary"],
        ),
        (&["help", "policy", "chek", "--lang", "en"], &["there is no command chek"]),
        (&["help", "tour", "batch", "--lang", "en"], &["no page tour batch"]),
    ] {
        let output = yidi(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        for part in parts {
            assert!(said(&output).contains(part), "{arguments:?}: {}", said(&output));
        }
    }
}

#[test]
fn shells_and_manual_know_the_pages() {
    // What a shell is told at Tab.
    let mut asked = program("-- yidi help ''");
    asked.env("YIDI_COMPLETE", "zsh").env("_CLAP_COMPLETE_INDEX", "2").env("_CLAP_IFS", "\n");
    let everywhere = [shown(&asked.output().unwrap()), shown(&yidi("man help"))];
    for topic in &TOPICS {
        for script in &everywhere {
            assert!(script.contains(topic.name), "{}: {script}", topic.name);
        }
    }
}

/// The messages of a file by their keys.
fn messages(lang: Lang, file: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/text").join(lang.written()).join(file);
    let text = std::fs::read_to_string(path).unwrap();
    let message = |line: &str| line.split_once(" = ").map(|(key, words)| (key.to_owned(), words.to_owned()));
    text.lines().filter_map(message).collect()
}

/// The glossary says what the program says: routes, grades, what a bill is made
/// of, in the words of the screen.
#[test]
fn the_glossary_has_the_words_of_the_program() {
    let glossary = Topic::named("glossary").unwrap();
    let zh = messages(Lang::Zh, "words.ftl").into_iter();
    let zh = zh.filter(|(key, _)| ["route-", "grade-", "care-"].iter().any(|kind| key.starts_with(kind)));
    let lines = [
        "total",
        "own-expense",
        "prepay",
        "over-limit",
        "eligible",
        "deductible",
        "co-payment",
        "above-cap",
        "personal",
    ];
    let all = messages(Lang::Zh, "result.ftl").into_iter();
    let lines = all.filter(|(key, _)| lines.iter().any(|line| *key == format!("line-{line}")));
    for (key, words) in zh.chain(lines) {
        for lang in Lang::ALL {
            assert!(glossary.markdown(lang).contains(&words), "{lang:?} {key}: {words}");
        }
    }
    for (key, words) in messages(Lang::En, "words.ftl") {
        if key.starts_with("grade-") {
            for lang in Lang::ALL {
                assert!(glossary.markdown(lang).contains(&words), "{lang:?} {key}: {words}");
            }
        }
    }
}

/// The contract names every form of JSON that the program writes.
#[test]
fn the_contract_names_every_form_of_json() {
    fn forms(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                forms(&path, found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let quoted = text.split('"').filter(|word| word.starts_with("yidi.") && word.ends_with("/1"));
            found.extend(quoted.map(str::to_owned));
        }
    }
    let mut found = BTreeSet::new();
    forms(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), &mut found);
    assert!(found.len() > 8, "{found:?}");
    let contract = Topic::named("contract").unwrap();
    for lang in Lang::ALL {
        for form in &found {
            assert!(contract.markdown(lang).contains(&format!("`{form}`")), "{lang:?}: {form}");
        }
    }
}
