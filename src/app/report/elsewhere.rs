//! The same case under the rules of other areas: where most of them lie, the areas of
//! the same province, and a dot for each.

use serde_json::{Value as Json, json};
use yidi_core::estimate::{Elsewhere, Estimate};
use yidi_core::num::{Money, Span};
use yidi_core::places::Place;

use super::values::{money_span, place};
use crate::words::Text;
use crate::words::width::width;

/// So many areas of the same province are named.
const MOST_NEAR: usize = 6;

/// Dots, one more for each area, up to eight; then the same in ASCII.
const BRAILLE: [&str; 9] = [" ", "⡀", "⡄", "⡆", "⡇", "⣇", "⣧", "⣷", "⣿"];
const ASCII: [&str; 9] = [" ", ".", ":", "3", "4", "5", "6", "7", "8"];

/// Where most areas lie and what those of the same province pay, in sentences.
pub fn elsewhere_sentences(text: &Text, estimate: &Estimate, elsewhere: &Elsewhere) -> Vec<String> {
    let count = u64::try_from(elsewhere.counted()).unwrap_or(u64::MAX);
    let likely = text.yuan(text.money_span(elsewhere.likely));
    let mut said = vec![if elsewhere.only_away {
        text.elsewhere_likely_away(likely, text.count(count))
    } else {
        text.elsewhere_likely(likely, text.count(count))
    }];
    let near: Vec<String> = elsewhere
        .near(estimate.case.insured)
        .take(MOST_NEAR)
        .map(|under| {
            format!("{} {}", text.place_short(Place::Area(under.area)), text.money_span(under.personal))
        })
        .collect();
    if !near.is_empty() {
        said.push(text.elsewhere_near(text.list(near)));
    }
    said
}

/// A line of dots, one for each area where the middle of its range lies in the full
/// range, and the ends of where most lie below it; at most so many cells wide.
pub fn elsewhere_dots(
    text: &Text,
    estimate: &Estimate,
    elsewhere: &Elsewhere,
    cells: usize,
    ascii: bool,
) -> Vec<String> {
    let full = estimate.personal();
    let [low, high] = [full.low(), full.high()].map(|end| text.money(end));
    let room = cells.saturating_sub(width(&low) + width(&high) + 4).min(60);
    if full.is_exact() || room < 10 {
        return Vec::new();
    }
    let at = |money: Money| place_of(full, money, room);
    let mut counts = vec![0_usize; room];
    for span in elsewhere.areas.iter().map(|under| under.personal) {
        let middle = Money::from_fen(span.low().fen().midpoint(span.high().fen()));
        counts[at(middle)] += 1;
    }
    let marks = if ascii { ASCII } else { BRAILLE };
    let dots: String = counts.iter().map(|count| marks[(*count).min(marks.len() - 1)]).collect();
    let (from, to) = (at(elsewhere.likely.low()), at(elsewhere.likely.high()));
    let below = format!("{}{}", " ".repeat(from), "^".repeat(to - from + 1));
    let indent = " ".repeat(width(&low) + 2);
    vec![format!("{low} |{dots}| {high}"), format!("{indent}{below}")]
}

/// Which of so many cells an amount falls into.
fn place_of(full: Span<Money>, money: Money, room: usize) -> usize {
    let (low, high) = (full.low().fen(), full.high().fen());
    let last = i64::try_from(room).unwrap_or(1).max(1) - 1;
    let within = money.fen().clamp(low, high) - low;
    let at = i128::from(within) * i128::from(last) / i128::from((high - low).max(1));
    usize::try_from(at).unwrap_or_default()
}

/// The same for programs.
pub(super) fn elsewhere_json(elsewhere: Option<&Elsewhere>) -> Json {
    elsewhere.map_or(Json::Null, |elsewhere| {
        let areas: Vec<Json> = elsewhere
            .areas
            .iter()
            .map(|under| {
                json!({
                    "area": place(Place::Area(under.area)),
                    "personal": money_span(under.personal),
                    "whole": under.is_whole,
                })
            })
            .collect();
        json!({ "likely": money_span(elsewhere.likely), "only_away": elsewhere.only_away, "areas": areas })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_falls_into_its_cell() {
        let full = Span::between(Money::from_yuan(100), Money::from_yuan(200));
        let at = |yuan| place_of(full, Money::from_yuan(yuan), 11);
        assert_eq!([90, 100, 109, 110, 150, 199, 200, 900].map(at), [0, 0, 0, 1, 5, 9, 10, 10]);
    }
}
