//! The editions of the hand-out: how large their letters are, what stands in two
//! languages, what a telephone takes along, and what is heard by who cannot see it.

use std::collections::BTreeSet;

use lopdf::content::Content;
use lopdf::{Dictionary, Document as PdfFile, Object};
use yidi::sheet::{Document, Edition, Format, bytes, html, pdf, plain_text};
use yidi::words::{Lang, Text};
use yidi_core::case::Case;
use yidi_core::policy::{Care, Disease};

use super::handout::{long, longest, over, plain, printed_for, read_back, squeezed, unfiled, without_amount};

/// A chronic case; its disease is named in the box.
fn chronic() -> Case {
    Case { care: Care::Chronic, disease: Some(Disease::Hypertension), ..plain() }
}

fn cases() -> [(&'static str, Case); 7] {
    [
        ("plain", plain()),
        ("over", over()),
        ("unfiled", unfiled()),
        ("long", long()),
        ("without_amount", without_amount()),
        ("longest", longest()),
        ("chronic", chronic()),
    ]
}

/// Every sheet in Chinese, and the usual one in English as well.
fn sheets() -> Vec<(String, Document)> {
    let mut sheets = Vec::new();
    for (name, case) in cases() {
        for edition in Edition::ALL {
            let langs = if edition == Edition::Usual { &Lang::ALL[..] } else { &[Lang::Zh] };
            for lang in langs {
                let sheet = printed_for(edition, *lang, &case, "");
                sheets.push((format!("{name} {edition:?} {lang:?}"), sheet));
            }
        }
    }
    sheets
}

/// The operations of every page.
fn operations(file: &PdfFile) -> Vec<lopdf::content::Operation> {
    let pages = file.get_pages();
    let contents = pages.values().map(|page| Content::decode(&file.get_page_content(*page)).unwrap());
    contents.flat_map(|content| content.operations).collect()
}

/// The sizes of the letters, in hundredths of a point.
fn sizes(file: &PdfFile) -> BTreeSet<i64> {
    let sized = operations(file).into_iter().filter(|operation| operation.operator == "Tf");
    #[allow(clippy::cast_possible_truncation)]
    sized.map(|operation| (operation.operands[1].as_float().unwrap() * 100.0).round() as i64).collect()
}

#[test]
fn sixteen_points_are_sixteen_points_and_eleven_eleven() {
    for (name, case) in cases() {
        for (edition, body, fine) in
            [(Edition::Usual, 1100, 900), (Edition::Bilingual, 1100, 900), (Edition::Large, 1600, 900)]
        {
            let sheet = printed_for(edition, Lang::Zh, &case, "");
            let file = PdfFile::load_mem(&pdf(&sheet, None).unwrap()).unwrap();
            let sizes = sizes(&file);
            assert!(sizes.contains(&body), "{name} {edition:?}: {sizes:?}");
            assert_eq!(sizes.first(), Some(&fine), "{name} {edition:?}");
            // Between the small print of the foot and the body there is only that of the sources.
            let small = sizes.range(..body).filter(|size| ![900, 1100].contains(*size)).count();
            assert_eq!(small, 0, "{name} {edition:?}: {sizes:?}");
        }
    }
}

#[test]
fn pages_are_as_many_as_promised() {
    for (name, most) in [
        ("plain", 2),
        ("over", 2),
        ("unfiled", 2),
        ("long", 4),
        ("without_amount", 2),
        ("longest", 4),
        ("chronic", 3),
    ] {
        let (_, case) = cases().into_iter().find(|(one, _)| *one == name).unwrap();
        for lang in Lang::ALL {
            let pages = |edition| read_back(&pdf(&printed_for(edition, lang, &case, ""), None).unwrap()).1;

            let (large, both) = (pages(Edition::Large), pages(Edition::Bilingual));
            let more = usize::from(lang == Lang::En);
            assert!(pages(Edition::Usual) <= 2 + more, "{name} {lang:?}: {}", pages(Edition::Usual));
            assert!(large <= most + more && both <= most, "{name} {lang:?}: {large}, {both}");
        }
    }
}

#[test]
fn the_box_on_top_names_the_number_the_day_and_what_it_comes_to() {
    let said = |case: &Case| plain_text(&printed_for(Edition::Usual, Lang::Zh, case, ""));
    // 22 700 to 27 200, as the worked examples have it.
    let text = said(&plain());
    assert!(text.contains("先打电话  0412-12393（鞍山市医保热线）"), "{text}");
    assert!(text.contains("自己要付  约 2.27万 ～ 2.72万 元"), "{text}");
    // 30 days after the discharge of 20 November.
    assert!(said(&over()).contains("2026-12-20 前："), "{}", said(&over()));
    assert!(said(&chronic()).contains("高血压"));
    let box_of = |case: &Case| printed_for(Edition::Usual, Lang::Zh, case, "").summary;
    assert_eq!(box_of(&plain()).call.unwrap().holds, "tel:041212393");
}

#[test]
fn both_languages_stand_beside_titles_and_what_is_to_be_said() {
    let of = |lang| squeezed(&plain_text(&printed_for(Edition::Bilingual, lang, &unfiled(), "")));
    let (zh, en) = (of(Lang::Zh), of(Lang::En));
    for title in ["要办的事/Whattodo", "出发前/Beforeleaving", "起付线/Deductible", "出处/Sources"]
    {
        assert!(zh.contains(title), "{title}: {zh}");
    }
    for title in ["Whattodo/要办的事", "Beforeleaving/出发前", "Deductible/起付线", "Sources/出处"]
    {
        assert!(en.contains(title), "{title}: {en}");
    }
    for text in [zh, en] {
        assert!(text.contains("「我是外省医保，住院能跨省直接结算吗？」"), "{text}");
        assert!(text.contains("Iaminsuredinanotherprovince.Willthestaysettledirectly?"), "{text}");
    }
}

/// The child of a dictionary, followed where it is named by a number.
fn child<'f>(file: &'f PdfFile, of: &'f Dictionary, key: &[u8]) -> Option<&'f Object> {
    let (_, object) = file.dereference(of.get(key).ok()?).ok()?;
    Some(object)
}

/// The names of the tags below one, in the order they are read.
fn tags(file: &PdfFile, element: &Dictionary, found: &mut Vec<String>) {
    if let Some(name) = child(file, element, b"S") {
        found.push(String::from_utf8_lossy(name.as_name().unwrap()).into_owned());
    }
    let children = match child(file, element, b"K") {
        Some(Object::Array(children)) => children.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    for one in children {
        if let Ok((_, Object::Dictionary(one))) = file.dereference(&one) {
            tags(file, one, found);
        }
    }
}

#[test]
fn a_sheet_can_be_heard_in_the_order_it_is_read() {
    for (name, sheet) in sheets() {
        let file = PdfFile::load_mem(&pdf(&sheet, None).unwrap()).unwrap();
        let root = file.catalog().unwrap();
        let marked = child(&file, root, b"MarkInfo").unwrap().as_dict().unwrap();
        assert_eq!(marked.get(b"Marked").unwrap(), &Object::Boolean(true), "{name}");
        let language = child(&file, root, b"Lang").unwrap().as_str().unwrap();
        assert_eq!(language, sheet.language.as_bytes(), "{name}");
        let shown = child(&file, root, b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert_eq!(shown.get(b"DisplayDocTitle").unwrap(), &Object::Boolean(true), "{name}");
        assert!(root.has(b"Outlines"), "{name}");
        // Nothing is drawn that is neither read nor said to be decoration.
        let mut depth = 0;
        for operation in operations(&file) {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "Tj" | "TJ" | "f" | "f*" | "S" | "B" | "B*" => assert_eq!(depth, 1, "{name}: {operation:?}"),
                _ => {}
            }
        }
        let tree = child(&file, root, b"StructTreeRoot").unwrap().as_dict().unwrap();
        let mut found = Vec::new();
        tags(&file, tree, &mut found);
        let first = found.iter().position(|tag| tag == "H1").unwrap_or(usize::MAX);
        let headings: Vec<usize> = (0..found.len()).filter(|at| found[*at] == "H2").collect();
        assert!(first < headings[0], "{name}: {found:?}");
        // Each section and the sources; the curve where it is.
        assert!(headings.len() > sheet.sections.len(), "{name}: {found:?}");
        for tag in ["P", "L", "LI", "LBody"] {
            assert!(found.iter().any(|one| one == tag), "{name}: no {tag}");
        }
        let rows = found.iter().filter(|tag| *tag == "TR").count();
        assert_eq!(rows > 0, found.iter().any(|tag| tag == "TH"), "{name}");
    }
}

#[test]
fn the_web_page_ticks_dials_and_goes_dark() {
    for (name, sheet) in sheets() {
        let page = html(&sheet).unwrap();
        let boxes = page.matches("<input type=\"checkbox\"").count();
        assert_eq!(boxes, page.matches("<label class=\"task\"").count(), "{name}");
        assert!(boxes > 0 || name.starts_with("over"), "{name}");
        assert!(page.contains("<a href=\"tel:"), "{name}");
        assert!(page.contains("prefers-color-scheme: dark") && page.contains("@media print"), "{name}");
        // Nothing is fetched: what it names outside is the filing service, as a link.
        for outside in ["src=", "@import", "url(", "fetch(", "XMLHttpRequest"] {
            assert!(!page.contains(outside), "{name}: {outside}");
        }
    }
}

#[test]
fn the_command_line_names_the_edition() {
    use crate::support::process::{said, shown, yidi};
    let line = ["handout", "鞍山", "北京", "在职", "三级", "5万", "已备案", "--format", "md"];
    let run = |more: &[&str]| yidi(&[&line[..], more].concat());
    let both = shown(&run(&["--edition", "bilingual"]));
    assert!(both.contains("异地就医办事单 / Care away"), "{both}");
    let wrong = run(&["--edition", "huge"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(said(&wrong).contains("usual、large、bilingual"), "{}", said(&wrong));
}

#[test]
fn every_form_of_every_edition_is_the_same_twice() {
    for edition in Edition::ALL {
        let sheet = || printed_for(edition, Lang::Zh, &long(), "");
        for format in Format::ALL {
            assert_eq!(
                bytes(&sheet(), format, None),
                bytes(&sheet(), format, None),
                "{edition:?} {format:?}"
            );
        }
    }
    let text = Text::new(Lang::Zh);
    assert!(
        plain_text(&printed_for(Edition::Large, Lang::Zh, &plain(), "")).starts_with(&text.handout_title())
    );
}
