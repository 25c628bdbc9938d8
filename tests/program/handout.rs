//! The hand-out in its four dresses: golden sheets of six cases, the PDF read
//! back, the font, and everything that can go wrong with a file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use yidi::sheet::{
    Block, Document, Edition, Format, Handout, HandoutError, Spare, bytes, covers, default_name, handout,
    html, lacking, markdown, pdf, plain_text,
};
use yidi::words::{Lang, Text};
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Circumstance, Field, Filed, Networked, Reason};
use yidi_core::checklist::checklist;
use yidi_core::estimate::{compare, estimate};
use yidi_core::places::resolve;
use yidi_core::policy::{Book, Care, Disease, Status, Tier};

use crate::support::process::{said, shown, yidi};
use crate::support::{TODAY, case, draft, trip};

/// What a clerk may type, and a sheet must not take for its own.
const NOTE: &str =
    "家属<script>alert(1)</script>陪同 & **带**卡 |`x`|\n1. 下周三 [再来](http://x)\u{1b}[31m\u{202e}";

fn sheet(case: &Case, note: &str) -> Document {
    sheet_in(Lang::Zh, case, note)
}

fn sheet_in(lang: Lang, case: &Case, note: &str) -> Document {
    printed_for(Edition::Usual, lang, case, note)
}

pub(super) fn printed_for(edition: Edition, lang: Lang, case: &Case, note: &str) -> Document {
    let book = Book::embedded().unwrap();
    let estimate = estimate(&book, case);
    let comparison = compare(&book, case).ok();
    let checklist = checklist(&book, case, TODAY).unwrap();
    let ticked = BTreeSet::from([checklist.todos[0].id.clone()]);
    let made_of = Handout {
        case,
        estimate: estimate.as_ref(),
        comparison: comparison.as_ref(),
        checklist: &checklist,
        ticked: if note.is_empty() { &BTreeSet::new() } else { &ticked },
        pinned: None,
        note,
        edition,
    };
    handout(&book, &made_of, &Text::new(lang), TODAY)
}

/// 鞍山 → 北京, filed, nothing known of the bill but its total: 22 700 to 27 200.
pub(super) fn plain() -> Case {
    let mut draft = draft("鞍山", "北京", Status::Active, Tier::Three, "5万");
    for part in crate::support::PARTS {
        draft.write(part, "");
    }
    case(&draft)
}

/// The days of a visit that is over: dates, and one that is past.
pub(super) fn over() -> Case {
    let mut draft = draft("鞍山", "北京", Status::Retired, Tier::Three, "30000");
    draft.write(Field::Admitted, "2026-11-10");
    draft.write(Field::Date, "2026-11-20");
    case(&trip(draft, Reason::Other, Filed::No))
}

/// Referred and not filed, ahead of the visit. Unfiled 30 000 − 28 000 × 0.60 = 13 200, filed
/// 30 000 − 28 500 × 0.70 = 10 050: filing saves 3 150.
pub(super) fn unfiled() -> Case {
    case(&trip(draft("鞍山", "北京", Status::Active, Tier::Three, "30000"), Reason::Referral, Filed::No))
}

/// A long list: hardship, an injury by others, somebody acts for the person.
pub(super) fn long() -> Case {
    let mut draft = draft("重庆", "上海", Status::Adult, Tier::Three, "30万");
    draft.hardship = true;
    draft.circumstances = Circumstance::Injury | Circumstance::Proxy | Circumstance::ReturnsHome;
    case(&trip(draft, Reason::Other, Filed::Unknown))
}

/// Nobody knows the bill: a list without an amount, of a chronic disease.
pub(super) fn without_amount() -> Case {
    let draft = Draft {
        care: Care::Chronic,
        disease: Some(Disease::Dialysis),
        ..draft("拉萨", "成都", Status::Active, Tier::Two, "")
    };
    case(&draft)
}

/// The longest list: an emergency, an injury by somebody, a newborn who is not insured yet, kept
/// under observation, not filed, at a hospital that is not networked, over for weeks.
pub(super) fn longest() -> Case {
    let mut draft = draft("重庆", "上海", Status::Child, Tier::Three, "30000");
    draft.circumstances = Circumstance::ThirdParty
        | Circumstance::Injury
        | Circumstance::Newborn
        | Circumstance::Observation
        | Circumstance::Proxy;
    draft.networked = Networked::No;
    draft.write(Field::Admitted, "2026-10-01");
    draft.write(Field::Date, "2026-10-10");
    case(&trip(draft, Reason::Emergency, Filed::No))
}

fn six() -> [(&'static str, Document, usize); 6] {
    [
        ("plain", sheet(&plain(), ""), 2),
        ("over", sheet(&over(), NOTE), 1),
        ("unfiled", sheet(&unfiled(), ""), 1),
        ("long", sheet(&long(), ""), 2),
        ("without_amount", sheet(&without_amount(), ""), 1),
        ("longest", sheet(&longest(), ""), 2),
    ]
}

#[test]
fn golden_sheets() {
    for (name, sheet, _) in six() {
        insta::assert_snapshot!(format!("{name}.txt"), plain_text(&sheet));
        insta::assert_snapshot!(format!("{name}.md"), markdown(&sheet));
        insta::assert_snapshot!(format!("{name}.html"), html(&sheet).unwrap());
    }
}

/// A sheet is read for weeks: it tells days, never how many are left.
#[test]
fn a_sheet_tells_days_and_not_how_many_are_left() {
    for (name, case) in [("over", over()), ("unfiled", unfiled()), ("long", long())] {
        for lang in Lang::ALL {
            let text = plain_text(&sheet_in(lang, &case, ""));
            for left in ["还有", "已过 ", "就是今天", "left)", "days over", "today)"] {
                assert!(!text.contains(left), "{name} {lang:?}: {left}\n{text}");
            }
        }
    }
    // 30 days after the discharge of 20 November.
    let text = plain_text(&sheet_in(Lang::Zh, &over(), ""));
    assert!(text.contains("出院后 30 天内（2026-12-20）"), "{text}");
    assert!(plain_text(&sheet_in(Lang::En, &over(), "")).contains("(20 Dec 2026)"));
}

/// The plain case and the long list in English, which takes more room.
fn two_in_english() -> [(&'static str, Document, usize); 2] {
    [
        ("en_plain", sheet_in(Lang::En, &plain(), ""), 2),
        ("en_long", sheet_in(Lang::En, &long(), "Tell him: 下周三 again"), 3),
    ]
}

#[test]
fn golden_sheets_in_english() {
    for (name, sheet, _) in two_in_english() {
        insta::assert_snapshot!(format!("{name}.txt"), plain_text(&sheet));
        insta::assert_snapshot!(format!("{name}.md"), markdown(&sheet));
        let page = html(&sheet).unwrap();
        assert!(page.contains("<html lang=\"en\">"));
        insta::assert_snapshot!(format!("{name}.html"), page);
    }
}

#[test]
fn text_fits_eighty_columns() {
    for (name, sheet, _) in six().into_iter().chain(two_in_english()) {
        for line in plain_text(&sheet).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{name}: {line}");
        }
    }
}

/// The text of a PDF as a reader gives it, without its line ends, and how many pages it has.
pub(super) fn read_back(bytes: &[u8]) -> (String, usize) {
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    let text = file.extract_text(&pages).unwrap();
    (squeezed(&text), pages.len())
}

pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_word_of_the_sheet_is_in_the_pdf() {
    for (name, sheet, pages) in six().into_iter().chain(two_in_english()) {
        let (text, count) = read_back(&pdf(&sheet, None).unwrap());
        assert_eq!(count, pages, "{name}");
        let has = |words: &str| assert!(text.contains(&squeezed(words)), "{name}: {words}\n{text}");
        has(&sheet.title);
        has(&sheet.case);
        has(&sheet.disclaimer);
        has(&sheet.dates);
        has(&format!("{pages}/{pages}"));
        for source in &sheet.sources {
            has(&source.title);
        }
        for section in sheet.notes.iter().chain(&sheet.sections) {
            has(&section.heading);
            for block in &section.blocks {
                match block {
                    Block::Heading { text }
                    | Block::Paragraph { text }
                    | Block::Amount { text }
                    | Block::Item { text } => has(text),
                    Block::Todo(todo) => {
                        has(&todo.task);
                        todo.details.iter().for_each(|words| has(words));
                        // On one page what else to know may have to give way.
                        if pages > 1 {
                            todo.asides.iter().for_each(|words| has(words));
                        }
                    }
                    Block::Bars(bars) => bars.legend.iter().for_each(|payer| has(&payer.name)),
                    Block::Table(table) => {
                        for row in &table.rows {
                            has(&row.name);
                            row.amounts.iter().for_each(|amount| has(amount));
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_possible_case_makes_a_page_or_two() {
    for place in ["鞍山", "北京", "重庆", "广东", "石河子", "江苏", "西藏"] {
        for (reason, filed) in [(Reason::Other, Filed::Unknown), (Reason::Emergency, Filed::No)] {
            let draft = trip(draft(place, "上海", Status::Child, Tier::Three, "123456.78"), reason, filed);
            let (_, pages) = read_back(&pdf(&sheet(&case(&draft), ""), None).unwrap());
            assert!((1..=2).contains(&pages), "{place}: {pages}");
        }
    }
}

#[test]
fn the_same_case_makes_the_same_bytes() {
    let (one, other) = (sheet(&long(), NOTE), sheet(&long(), NOTE));
    for format in Format::ALL {
        assert_eq!(bytes(&one, format, None), bytes(&other, format, None), "{format:?}");
    }
}

#[test]
fn what_filing_saves_is_told_while_it_can_be_filed() {
    let saves = |case: &Case| plain_text(&sheet(case, "")).contains("先备案能省多少  约 3,150 元");
    assert!(saves(&unfiled()));
    assert!(!saves(&plain()), "filed already");
    assert!(!plain_text(&sheet(&over(), "")).contains("先备案能省"), "too late");
}

#[test]
fn a_note_is_words_in_every_dress() {
    let sheet = sheet(&over(), NOTE);
    let page = html(&sheet).unwrap();
    assert!(page.contains("&#60;script&#62;alert(1)") && page.matches("<script").count() == 1, "{page}");
    let markdown = markdown(&sheet);
    assert!(
        markdown.contains("\\<script\\>") && markdown.contains("1\\. 下周三 \\[再来\\](http"),
        "{markdown}"
    );
    for text in [page, markdown, plain_text(&sheet)] {
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    }
    assert!(!default_name(&over(), TODAY, Format::Pdf).contains("家"));
}

#[test]
fn a_default_name_is_made_of_places_and_the_day() {
    assert_eq!(default_name(&plain(), TODAY, Format::Pdf), "yidi-anshan-beijing-2026-11-22.pdf");
    for format in Format::ALL {
        let name = default_name(&plain(), date(2026, 1, 5), format);
        assert_eq!(Format::of_file(Path::new(&name)), Some(format));
    }
}

/// Every character of a folder's files, without comments.
fn characters(folder: &str, found: &mut BTreeSet<char>) {
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            characters(path.to_str().unwrap(), found);
        } else if path.ends_with("counties.ron") {
            // Only the pooling area of a county reaches paper.
        } else if path.extension().is_some_and(|ending| ending == "ron" || ending == "ftl") {
            found.extend(fs::read_to_string(&path).unwrap().chars().filter(|c| !c.is_control()));
        }
    }
}

#[test]
fn the_font_has_every_character_that_is_shipped() {
    let font = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/font/handout.otf")).unwrap();
    let mut shipped = BTreeSet::new();
    characters("data", &mut shipped);
    characters("assets/text", &mut shipped);
    shipped.extend(' '..='~');
    assert!(shipped.len() > 1000);
    // Blanks have no outline and need none.
    shipped.retain(|c| !c.is_whitespace());
    let missing: Vec<char> = shipped.into_iter().filter(|c| !covers_blank(&font, *c)).collect();
    assert!(missing.is_empty(), "assets/font/README.md tells how to add {missing:?}");
    assert!(!covers(&font, 0, &['\u{1f600}']));
}

fn covers_blank(font: &[u8], c: char) -> bool {
    covers(font, 0, &[c])
}

#[test]
fn a_character_without_a_font_is_told_and_not_drawn() {
    let rare = sheet(&plain(), "找𪚥先生");
    assert_eq!(lacking(&rare), ['𪚥']);
    assert_eq!(pdf(&rare, None), Err(HandoutError::NoGlyph(vec!['𪚥'])));
    assert!(plain_text(&rare).contains("找𪚥先生"));
    // A spare font that is none, or has not the character either, changes nothing.
    let spare = Spare { data: vec![0; 64].into(), index: 0 };
    assert_eq!(pdf(&rare, Some(&spare)), Err(HandoutError::NoGlyph(vec!['𪚥'])));
}

/// An empty folder of one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn entries(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}

fn made(arguments: &[&str]) -> std::process::Output {
    let case =
        ["handout", "--from", "鞍山", "--to", "北京", "--status", "active", "--tier", "3", "--total", "5万"];
    yidi(&case.iter().chain(arguments).copied().collect::<Vec<_>>())
}

#[test]
fn a_file_is_whole_and_never_written_over_unasked() {
    let folder = folder("handout-over");
    let path = folder.join("纸.html");
    let file = path.to_str().unwrap();
    let output = made(&["--out", file]);
    assert!(output.status.success() && said(&output).contains(file), "{}", said(&output));
    let first = fs::read_to_string(&path).unwrap();
    assert!(first.starts_with("<!DOCTYPE html>") && first.ends_with("</html>\n"));
    let output = made(&["--out", file, "--note", "再来"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--force"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    assert!(made(&["--out", file, "--note", "再来", "--force"]).status.success());
    assert!(fs::read_to_string(&path).unwrap().contains("再来"));
    assert_eq!(entries(&folder), ["纸.html"]);
}

#[test]
fn the_ending_tells_the_form_and_a_dash_is_standard_output() {
    let folder = folder("handout-form");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    assert!(made(&["--out", &at("a.pdf")]).status.success());
    assert!(fs::read(at("a.pdf")).unwrap().starts_with(b"%PDF-"));
    assert!(made(&["--out", &at("a.txt")]).status.success());
    assert!(fs::read_to_string(at("a.txt")).unwrap().starts_with("\u{feff}异地就医办事单\n"));
    assert!(made(&["--out", &at("no-ending"), "--format", "MD"]).status.success());
    assert!(fs::read_to_string(at("no-ending")).unwrap().starts_with("# 异地就医办事单\n"));
    for wrong in [vec!["--out", "a.docx"], vec!["--format", "doc"]] {
        let output = made(&wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(said(&output).contains("pdf、html、text、md"), "{}", said(&output));
    }
    assert!(shown(&made(&[])).starts_with("异地就医办事单\n"));
    assert!(shown(&made(&["--out", "-", "--format", "html"])).starts_with("<!DOCTYPE html>"));
    assert!(made(&["--out", "-", "--format", "pdf"]).stdout.starts_with(b"%PDF-"));
    let line = yidi("handout 鞍山 北京 职工在职 三级 5万");
    assert!(shown(&line).contains("22,700.00 ～ 27,200.00 元"), "{}", shown(&line));
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let folder = folder("handout-bad");
    let inside = folder.to_str().unwrap();
    let missing = format!("{inside}/none/a.pdf");
    for (path, words) in [
        (missing.as_str(), "先建好"),
        (inside, "是文件夹"),
        ("", "没有写文件名"),
        (&format!("{inside}/\u{1b}[31m/a.pdf"), "U+001B[31m"),
    ] {
        let output = made(&["--out", path, "--format", "pdf"]);
        assert_eq!(output.status.code(), Some(2), "{path}: {}", said(&output));
        assert!(said(&output).contains(words) && !said(&output).contains('\u{1b}'), "{}", said(&output));
    }
    assert!(entries(&folder).is_empty());
    // The person's own path may lead anywhere.
    fs::create_dir(folder.join("in")).unwrap();
    assert!(made(&["--out", &format!("{inside}/in/../a.md")]).status.success());
    assert_eq!(entries(&folder.join("in")), [""; 0]);
    assert!(folder.join("a.md").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_nothing() {
    let folder = folder("handout-full");
    let path = folder.join("a.pdf");
    // Files of a kilobyte at most, as if there were no room for more.
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" handout 鞍山 北京 职工在职 三级 5万 --out \"$1\"";
    let mut shell = std::process::Command::new("bash");
    let output = shell.args(["-c", script, env!("CARGO_BIN_EXE_yidi")]).arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("磁盘满了"), "{}", said(&output));
    assert!(entries(&folder).is_empty());
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_no_place_for_a_file() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder("handout-pipe");
    let pipe = folder.join("pipe.pdf");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [pipe.to_str().unwrap(), "/dev/full"] {
        let output = made(&["--out", path, "--format", "pdf"]);
        assert_eq!(output.status.code(), Some(2), "{path}");
        assert!(said(&output).contains("管道或设备"), "{}", said(&output));
    }
    assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
}

#[test]
fn a_place_that_is_no_place_is_told_as_everywhere() {
    assert!(resolve("火星").is_err());
    let output = yidi("handout 火星 北京 职工 三级 5万 --out never.pdf");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("火星"), "{}", said(&output));
}
