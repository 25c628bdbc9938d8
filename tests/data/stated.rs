//! What the checklist states the estimate takes off: a text that names a share
//! or so many points has a figure of the same place with that number.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use yidi_core::checklist::Items;
use yidi_core::num::Percent;
use yidi_core::places::Place;
use yidi_core::policy::{Book, Figure, RateChange, Value};

/// The numbers of a text that stand before a percent sign or 个百分点.
fn shares(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for (place, _) in text.match_indices('%').chain(text.match_indices("个百分点")) {
        let before = text[..place].trim_end();
        let digits = before.rfind(|c: char| !c.is_ascii_digit()).map_or(before, |at| {
            let next = before[at..].chars().next().map_or(0, char::len_utf8);
            &before[at + next..]
        });
        found.push(digits.parse().unwrap_or_else(|_| panic!("no number before the sign: {text}")));
    }
    found
}

/// The shares that a figure names, and for two kinds of trip by how much they differ.
fn ends(figure: &Figure) -> Vec<Percent> {
    let both = |span: yidi_core::num::Span<Percent>| [span.low(), span.high()];
    match &figure.value {
        Value::Away(rule) => {
            let change = match rule.change {
                RateChange::Cut(span) | RateChange::Times(span) => both(span).to_vec(),
                RateChange::Same | RateChange::NotCovered => Vec::new(),
            };
            change.into_iter().chain(both(rule.first_self_pay)).collect()
        }
        Value::Rate(schedule) => schedule.bands.iter().flat_map(|band| both(band.pays)).collect(),
        _ => Vec::new(),
    }
}

/// Every share that a figure of these places names; of two final rates the difference.
fn known(book: &Book, places: &[Place]) -> BTreeSet<u32> {
    let mut figures: Vec<&Figure> = Vec::new();
    for place in places {
        for area in place.insured_areas() {
            let [own, province, _] = book.levels(area).unwrap();
            figures.extend(own.iter().chain(province).map(AsRef::as_ref));
        }
    }
    figures.extend(book.nation().figures.iter().map(AsRef::as_ref));
    let named: BTreeSet<u32> =
        figures.iter().flat_map(|figure| ends(figure)).map(|share| share.hundredths() / 100).collect();
    let finals = figures
        .iter()
        .filter(|figure| matches!(figure.value, Value::Rate(_)) && !figure.selectors.routes.is_empty());
    let finals: BTreeSet<u32> =
        finals.flat_map(|figure| ends(figure)).map(|share| share.hundredths() / 100).collect();
    let between = finals.iter().flat_map(|one| finals.iter().map(move |other| one.abs_diff(*other)));
    named.iter().copied().chain(between).collect()
}

#[test]
fn no_text_names_a_share_without_a_figure_of_the_place() {
    let book = Book::embedded().unwrap();
    let mut stated = 0;
    for item in Items::embedded().unwrap().iter() {
        let places = |within: &[yidi_core::checklist::Within]| -> Vec<Place> {
            within.iter().map(|within| within.0).collect()
        };
        let of_item = places(&item.when.insured);
        let own = [&item.task, &item.why].map(|words| (words, of_item.clone()));
        let notes = item.notes.iter().map(|note| (&note.says, places(&note.when.insured)));
        for (words, places) in own.into_iter().chain(notes) {
            for share in shares(&words.zh) {
                stated += 1;
                assert!(known(&book, &places).contains(&share), "{}: {share}: {}", item.id, words.zh);
            }
        }
    }
    assert!(stated >= 5, "{stated} shares");
    assert_eq!(shares("最多降 10 个百分点；先付 20%"), [20, 10]);
}

/// What is known is counted, or said not to be; nothing of it waits in a comment.
#[test]
fn nothing_that_is_known_waits_in_a_comment() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for folder in [data.clone(), data.join("province"), data.join("checklist")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let text = fs::read_to_string(&path).unwrap();
                assert!(!text.contains("PENDING") && !text.contains("TODO"), "{}", path.display());
            }
        }
    }
}
