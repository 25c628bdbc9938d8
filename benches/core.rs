//! What reading the data and settling a case cost, as ratios within one run.
//!
//! `cargo bench` prints them. Absolute times move between machines and minutes;
//! the ratios hold. Each figure is the median of many rounds, rounds interleaved.

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::civil::date;
use yidi::case::{Case, Draft, Field};
use yidi::estimate::{Numbers, Side, estimate, settle};
use yidi::policy::{Book, ProvinceId, Status, Tier, resolve, search};
use yidi::text::{Lang, Text};

const ROUNDS: usize = 41;

/// One thing to be measured: its name, how often it runs in a round, and it.
struct Measured<'a> {
    name: &'static str,
    times: u32,
    run: Box<dyn FnMut() + 'a>,
    rounds: Vec<Duration>,
}

fn measured<'a>(name: &'static str, times: u32, run: impl FnMut() + 'a) -> Measured<'a> {
    Measured { name, times, run: Box::new(run), rounds: Vec::with_capacity(ROUNDS) }
}

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

fn main() {
    let (Ok(book), Some(liaoning)) = (Book::embedded(), ProvinceId::by_code(210_000)) else {
        return eprintln!("the embedded data cannot be read");
    };
    let (Some(plain), Some(range)) =
        (case("鞍山", "北京", "30000", true), case("重庆", "北京", "50万", false))
    else {
        return eprintln!("the cases are not whole");
    };
    let Some((bill, numbers)) = plain_numbers(&book, &plain) else {
        return eprintln!("the plain case has no rate");
    };
    let mut all = [
        measured("one settlement", 10_000, || {
            black_box(settle(black_box(&bill), &plain.year, plain.account, black_box(&numbers)));
        }),
        measured("estimate, exact (look-up and both runs)", 200, || {
            let _ = black_box(estimate(&book, black_box(&plain)));
        }),
        measured("estimate, range with supplement", 200, || {
            let _ = black_box(estimate(&book, black_box(&range)));
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
        measured("one province more", 10, || {
            if let Ok(book) = Book::embedded() {
                let _ = black_box(book.province(liaoning).is_ok());
            }
        }),
        measured("all provinces", 1, || {
            if let Ok(book) = Book::embedded() {
                black_box(ProvinceId::all().filter(|id| book.province(*id).is_ok()).count());
            }
        }),
    ];
    for _ in 0..ROUNDS {
        for one in &mut all {
            let begin = Instant::now();
            for _ in 0..one.times {
                (one.run)();
            }
            one.rounds.push(begin.elapsed() / one.times);
        }
    }
    let medians: Vec<(&str, f64)> = all
        .iter_mut()
        .map(|one| {
            one.rounds.sort();
            (one.name, one.rounds[ROUNDS / 2].as_secs_f64())
        })
        .collect();
    let unit = medians[0].1;
    println!("{:<42} {:>12} {:>16} {:>14}", "", "median", "in settlements", "a second");
    for (name, median) in medians {
        println!("{name:<42} {:>9.2} µs {:>16.1} {:>14.0}", median * 1e6, median / unit, 1.0 / median);
    }
}

/// The numbers of a plain case, looked up once.
fn plain_numbers(book: &Book, case: &Case) -> Option<(yidi::estimate::ExactBill, Numbers)> {
    let estimate = estimate(book, case).ok()?;
    let numbers = estimate.low_run().terms.numbers(|_| Side::Best)?;
    let low = estimate.low();
    let bill = yidi::estimate::ExactBill { total: low.total, uncovered: low.uncovered, split: low.split };
    Some((bill, numbers))
}
