//! Snapshots of every screen at three sizes, and what holds of all of them.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::{PLAIN, Walk, lines};
use crate::screen::theme::Palette;
use crate::words::Lang;

pub(super) const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (60, 20)];

fn snapshot(name: &str, script: &str) {
    snapshot_in(name, script, false);
}

fn snapshot_in(name: &str, script: &str, ascii: bool) {
    for (size, lang) in SIZES.into_iter().flat_map(|size| Lang::ALL.map(|lang| (size, lang))) {
        let language = if lang == Lang::Zh { "" } else { "en_" };
        of_size(&format!("{language}{name}"), lang, size, script, ascii);
    }
}

fn of_size(name: &str, lang: Lang, size: (u16, u16), script: &str, ascii: bool) {
    taken(name, &Walk::speaking(lang, size).keys(script), ascii);
}

/// The screen of a walk, with its size in the name.
fn taken(name: &str, walk: &Walk, ascii: bool) {
    let (screen, size) = (walk.screen_in(ascii), walk.model.size);
    let name = format!("{name}_{}x{}", size.0, size.1);
    insta::with_settings!({
        snapshot_path => "../../../../tests/snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, screen);
    });
}

#[test]
fn screens_of_the_plain_case() {
    snapshot("1_provinces", "");
    snapshot("1_filter", "as");
    snapshot("1_areas", "↓↓↓↓↓⏎");
    snapshot("1_nothing_found", "anshann");
    snapshot("2_care_place", "as⏎");
    snapshot("3_status", "as⏎ bj⏎");
    snapshot("4_tier", "as⏎ bj⏎ 1");
    snapshot("5_trip", "as⏎ bj⏎ 1 3 5w");
    snapshot("5_trip_reason", "as⏎ bj⏎ 1 3 5w⇥");
    snapshot("7_no_bill", "as⏎ bj⏎ 1 3⏎⏎ 1");
    snapshot("7_span", "as⏎ bj⏎ 1 3 5-8w⏎⏎");
    snapshot("5_trip_chronic", "as⏎ bj⏎ 1 3 ↑3⏎");
    snapshot("5_trip_emergency", "as⏎ bj⏎ 1 3 5w⇥3 10.20");
    snapshot("5_trip_filed", "as⏎ bj⏎ 1 3 5w⇥⇥");
    snapshot("5_trip_more", "as⏎ bj⏎ 1 3 5w⇥⇥⇥⏎⇥6w⏎");
    snapshot("6_check", "as⏎ bj⏎ 1 3 5w⏎");
    snapshot("7_cost", PLAIN);
    snapshot("7_list", &format!("{PLAIN}⇥"));
}

/// Cases that look different: their name and the keys to their result.
const CASES: [(&str, &str); 7] = [
    // Everything known: one number.
    ("exact", "as⏎ bj⏎ 2 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎"),
    // An area without own figures, filed unknown: a wide range over two routes.
    ("no_figures", "benxi⏎ 上海⏎ 1 3 20w⇥⇥4⏎ ⏎"),
    // A cap, a supplement above it.
    ("supplement", "cq⏎ bj⏎ 1 3 50w⏎ ⏎"),
    // A resident far above the catastrophic deductible.
    ("catastrophic", "bj⏎ 上海⏎ 3 3 40w⏎ ⏎"),
    // Not filed, with a first self-pay.
    ("unfiled", "hangzhou⏎ 上海⏎ 1 3 8w⇥⇥3⏎ ⏎"),
    // A chronic disease at a clinic.
    ("chronic", "as⏎ bj⏎ 1 3 5w⏎ ⏎:express⏎南京,上海,退休,三级,5k,慢特病,高血压,已备案⏎⏎"),
    // A whole province.
    ("province", "辽宁⏎ 上海⏎ 1 3 8w⏎ ⏎"),
];

#[test]
fn screens_of_every_view_of_the_cases() {
    for (name, keys) in CASES {
        for (view, number) in ["cost", "list", "compare", "grounds", "curve"].into_iter().zip(1..) {
            snapshot(&format!("{name}_{view}"), &format!("{keys}{number}"));
        }
    }
}

#[test]
fn screens_of_the_cases_in_ascii() {
    for (name, keys) in CASES {
        for lang in Lang::ALL {
            let language = if lang == Lang::Zh { "" } else { "en_" };
            let walk = |size| Walk::speaking(lang, size).keys(keys);
            for size in SIZES {
                let screen = walk(size).screen_in(true);
                let glyph = screen.chars().find(|c| "█░▁▔─│┌┐└┘▸▾●○·…".contains(*c) || is_braille(*c));
                assert_eq!(glyph, None, "{name} {lang:?} {size:?}\n{screen}");
            }
            of_size(&format!("{language}{name}_ascii"), lang, (80, 24), keys, true);
        }
    }
}

fn is_braille(c: char) -> bool {
    ('\u{2800}'..='\u{28ff}').contains(&c)
}

/// Without colours the same is said, in words and marks.
#[test]
fn screens_without_colours_say_the_same() {
    for (name, keys) in CASES {
        for (size, lang) in SIZES.into_iter().flat_map(|size| Lang::ALL.map(|lang| (size, lang))) {
            let walk = Walk::speaking(lang, size).keys(keys);
            let (plain, coloured) = (walk.buffer(Palette::None, false), walk.buffer(Palette::Dark, false));
            assert_eq!(lines(&plain), lines(&coloured), "{name} {size:?}");
            let is_plain = |cell: &Cell| (cell.fg, cell.bg) == (Color::Reset, Color::Reset);
            assert!(plain.content.iter().all(is_plain), "{name} {size:?}: a colour");
            let stands_out = |cell: &Cell| cell.modifier.intersects(Modifier::REVERSED | Modifier::BOLD);
            assert!(plain.content.iter().any(stands_out), "{name} {size:?}: nothing stands out");
        }
    }
}

/// Money, curve, list and why at once.
#[test]
fn screens_of_a_large_terminal() {
    for (name, keys) in CASES.into_iter().chain([("plain", PLAIN)]) {
        for lang in Lang::ALL {
            let language = if lang == Lang::Zh { "" } else { "en_" };
            of_size(&format!("{language}large_{name}"), lang, (200, 60), keys, false);
        }
    }
}

/// An area whose own rules are missing: the full range, where most areas lie, those of
/// the province, and a dot for each.
#[test]
fn screens_of_other_places_rules() {
    let keys = "yingkou⏎ bj⏎ 3 3 8w⇥2⏎ ⏎";
    snapshot("elsewhere", keys);
    snapshot_in("elsewhere_ascii", keys, true);
}

#[test]
fn screens_of_a_curve_in_ascii() {
    snapshot_in("curve_ascii", &format!("{}5", CASES[2].1), true);
}

#[test]
fn screens_of_trips_that_need_no_filing() {
    snapshot("local", "as⏎ as⏎ 1 2 2w⏎ ⏎⇥");
    snapshot("emergency", "as⏎ bj⏎ 1 3 5w⇥3⏎ ⏎⇥");
}

/// The longest list: an emergency, injured by somebody, a newborn who is not insured yet, kept
/// under observation, not filed, at a hospital that is not networked, over for weeks.
#[test]
fn screens_of_the_longest_list() {
    const LINE: &str =
        "重庆,上海,学生儿童,三级,3万,急诊,被打,新生儿,留观,代办,未备案,未联网,入院2026-10-01,出院2026-10-10";
    for (name, keys) in [("longest_cost", "1"), ("longest_list", "2"), ("longest_list_end", "2↓↓↓↓↓↓↓↓↓↓↓↓")]
    {
        snapshot(name, &format!("{PLAIN}:express⏎{LINE}⏎⏎{keys}"));
    }
}

/// A year of twelve stays stands whole on the usual terminal: the last stay, the limits, the sum.
#[test]
fn screens_of_a_year() {
    let year = format!("{PLAIN}{}a", "n2w⏎".repeat(11));
    snapshot("year_of_twelve", &year);
    let screen = Walk::new((80, 24)).keys(&year).screen();
    for words in ["> 12 2026-11-22", "270,000.00", "大额补助封顶线", "每次都先备案"] {
        assert!(screen.contains(words), "no {words:?} in\n{screen}");
    }
}

/// The sheet of the year is asked for over the list of its stays.
#[test]
fn screens_of_printing_a_year() {
    for (language, lang) in [("", Lang::Zh), ("en_", Lang::En)] {
        let walk = Walk::speaking(lang, (80, 24)).keys(&format!("{PLAIN}n3w⏎n8w⏎a")).ctrl_p();
        taken(&format!("{language}over_year_print"), &walk, false);
    }
}

#[test]
fn screens_of_a_visit_with_days() {
    snapshot("dates_over", "as⏎ bj⏎ 1 3 5w⇥3 1020 ⇥1102⏎ ⏎2");
}

#[test]
fn screens_over_the_result() {
    snapshot("explained", &format!("{PLAIN}↓↓↓↓⏎"));
    snapshot("grounds_open", &format!("{PLAIN}4⏎"));
    snapshot("ask_route", &format!("{PLAIN}r"));
    snapshot("ask_total", &format!("{PLAIN}=x⏎"));
    snapshot("slip", &format!("{PLAIN}c"));
    snapshot("slip_explained", &format!("{}c3w↓↓↓↓↓↓17580⏎", "as⏎ bj⏎ 1 3 3w⇥⇥⇥⏎⇥0⇥0⇥0⏎ ⏎"));
    snapshot("year", &format!("{PLAIN}n3w⏎n8w⏎y"));
    snapshot("palette", &format!("{PLAIN}:"));
    snapshot("palette_found", &format!("{PLAIN}:zf"));
    snapshot("over_express", &format!("{PLAIN}:express⏎as,bj,tuixiu,tier2,50k,unfiled"));
    snapshot("over_print", &format!("{PLAIN}:print⏎"));
    snapshot("help_year", &format!("{PLAIN}n3w⏎n8w⏎a?"));
    snapshot("pinned", &format!("{PLAIN}p r2 3"));
    snapshot("over_calendar", &format!("{PLAIN}2d2026-11-20⏎i"));
    snapshot("over_save", &format!("{PLAIN}:save⏎"));
}

#[test]
fn overlays_and_messages() {
    snapshot("help_provinces", "?");
    snapshot("help_result", &format!("{PLAIN}?"));
    snapshot("leave", "⎋");
    let small = Walk::new((59, 20)).screen();
    assert!(small.contains("窗口太小：现在 59×20"), "{small}");
}
