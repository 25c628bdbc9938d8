//! What reading the data, looking up and settling cost, as ratios within one run.
//!
//! `cargo bench` prints them. Absolute times move between machines and minutes;
//! the ratios hold. Each figure is the median of many rounds, rounds interleaved.
#![allow(missing_docs)]

mod support;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::date;
use support::{Measured, interleaved, measured, ratio, verdict};
use yidi::words::{Lang, Text};
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Field, Filed};
use yidi_core::estimate::{ExactBill, Numbers, Prepared, Side, curve, estimate, prepare, settle};
use yidi_core::places::{AreaId, Place, ProvinceId, resolve, search};
use yidi_core::policy::{Book, Status, Tier};

const ROUNDS: usize = 41;

fn case(from: &str, to: &str, total: &str, split: bool) -> Option<Case> {
    let mut draft = Draft {
        insured: resolve(from).ok(),
        care_place: resolve(to).ok(),
        status: Some(Status::Active),
        tier: Some(Tier::Three),
        ..Draft::default()
    };
    draft.write(Field::Total, total);
    if split {
        for part in [Field::OwnExpense, Field::Prepay, Field::OverLimit] {
            draft.write(part, "0");
        }
    }
    draft.finish(date(2026, 11, 22)).ok()
}

/// The case that takes longest to settle, of all areas and statuses: in hardship,
/// filing unknown, an unsplit bill that reaches every layer.
fn fullest(book: &Book, base: &Case) -> Option<(Case, Prepared)> {
    let all = AreaId::all().flat_map(|area| Status::ALL.map(|status| (area, status)));
    let cases = all.map(|(area, status)| Case {
        insured: Place::Area(area),
        status: status.into(),
        filed: Filed::Unknown,
        hardship: true,
        ..*base
    });
    let timed = cases.filter_map(|case| {
        let prepared = prepare(book, &case).ok()?;
        let time = |_| {
            let begin = Instant::now();
            for _ in 0..20 {
                black_box(prepared.settle(black_box(&case)));
            }
            begin.elapsed()
        };
        let least: Duration = (0..3).map(time).min()?;
        Some((least, case, prepared))
    });
    timed.max_by_key(|(least, ..)| *least).map(|(_, case, prepared)| (case, prepared))
}

/// Province files, each `times` as long: what follows is a comment.
fn provinces(times: usize) -> Vec<(u32, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/province");
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let read = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        let text = fs::read_to_string(file.path()).ok()?;
        let comment = format!("// {}\n", text.trim_end().replace('\n', "\n// "));
        Some((name.get(..6)?.parse().ok()?, name, text + "\n" + &comment.repeat(times - 1)))
    });
    read.collect()
}

/// Starting with data of one length and of ten times that.
fn starts(times: usize, rounds: usize) -> Measured<'static> {
    let nation = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/nation.ron");
    let nation = fs::read_to_string(nation).unwrap_or_default();
    let one = provinces(times);
    // Made before the clock runs: a start takes texts that are there.
    let mut texts: Vec<_> = (0..=rounds).map(|_| one.clone()).collect();
    measured(format!("start, province files {times} times as long"), 1, move || {
        let texts = texts.pop().unwrap_or_default();
        // Not dropped while the clock runs.
        std::mem::forget(black_box(Book::from_texts(("nation.ron", &nation), texts)));
    })
}

fn main() {
    let (Ok(book), Some(liaoning)) = (Book::embedded(), ProvinceId::by_code(210_000)) else {
        return eprintln!("the embedded data cannot be read");
    };
    let (Some(plain), Some(range)) =
        (case("鞍山", "北京", "30000", true), case("重庆", "北京", "50万", false))
    else {
        return eprintln!("the cases are not whole");
    };
    let (Some((bill, numbers)), Ok(prepared), Some((full, full_prepared))) =
        (plain_numbers(&book, &plain), prepare(&book, &plain), fullest(&book, &range))
    else {
        return eprintln!("the cases have no rate");
    };
    let mut all = [
        measured("one run of a settlement", 10_000, || {
            black_box(settle(black_box(&bill), &plain.year, plain.account, black_box(&numbers)));
        }),
        measured("one settlement (both runs), plain", 10_000, || {
            black_box(prepared.settle(black_box(&plain)));
        }),
        measured("one settlement (both runs), the fullest case", 1_000, || {
            black_box(full_prepared.settle(black_box(&full)));
        }),
        measured("look-up of one case", 200, || {
            let _ = black_box(prepare(&book, black_box(&plain)));
        }),
        measured("estimate, exact (look-up and both runs)", 200, || {
            let _ = black_box(estimate(&book, black_box(&plain)));
        }),
        measured("estimate, range with supplement", 200, || {
            let _ = black_box(estimate(&book, black_box(&range)));
        }),
        measured("estimate, the fullest case", 200, || {
            let _ = black_box(estimate(&book, black_box(&full)));
        }),
        measured("curve, filed and unfiled, plain", 10, || {
            let _ = black_box(curve(&book, black_box(&plain)));
        }),
        measured("curve, filed and unfiled, range with supplement", 10, || {
            let _ = black_box(curve(&book, black_box(&range)));
        }),
        measured("search of all places", 100, || {
            black_box(search(black_box("as")));
        }),
        measured("words of one language", 10, || {
            black_box(Text::new(Lang::Zh));
        }),
        measured("the nation's data (start)", 10, || {
            let _ = black_box(Book::embedded());
        }),
        measured("load one province (with the start)", 10, || {
            if let Ok(book) = Book::embedded() {
                let _ = black_box(book.province(liaoning).is_ok());
            }
        }),
        measured("load all provinces", 1, || {
            if let Ok(book) = Book::embedded() {
                black_box(ProvinceId::all().filter(|id| book.province(*id).is_ok()).count());
            }
        }),
    ];
    interleaved(&mut all, ROUNDS);
    let unit = all[0].median();
    println!("{:<48} {:>12} {:>16} {:>14}", "", "median", "in single runs", "a second");
    for one in &all {
        let median = one.median();
        println!("{:<48} {:>9.2} µs {:>16.1} {:>14.0}", one.name, median * 1e6, median / unit, 1.0 / median);
    }
    println!("the fullest case: {:?} {:?}", full.insured, full.status);
    verdict("one settlement (both runs), plain, µs", all[1].median() * 1e6, 1.0, false);
    verdict("one settlement (both runs), the fullest case, µs", all[2].median() * 1e6, 3.0, false);
    for one in all.iter().filter(|one| one.name.starts_with("curve")) {
        verdict(&format!("{}, ms", one.name), one.median() * 1e3, 2.0, false);
    }
    let mut growth = [starts(1, ROUNDS), starts(10, ROUNDS)];
    interleaved(&mut growth, ROUNDS);
    verdict("start with ten times the data against once", ratio(&growth[1], &growth[0]), 1.1, false);
}

/// The numbers of a plain case, looked up once.
fn plain_numbers(book: &Book, case: &Case) -> Option<(ExactBill, Numbers)> {
    let estimate = estimate(book, case).ok()?;
    let numbers = estimate.low_run().terms.numbers(|_| Side::Best)?;
    let low = estimate.low();
    let bill = ExactBill { total: low.total, uncovered: low.uncovered, split: low.split };
    Some((bill, numbers))
}
