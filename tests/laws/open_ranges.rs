//! Counter-examples to "every exact answer lies within the range", once found
//! on made-up data and made small by hand. Each stays as a case.

use yidi_core::case::{Case, Field};
use yidi_core::estimate::{Estimate, estimate};
use yidi_core::policy::{Book, Status, Tier};

use crate::support::{case, draft};

/// 鞍山 with these figures of its own, over a nation with a rate of 50 %.
fn book(own: &str) -> Book {
    book_over(
        "(is: Rate(50)), (routes: [Temporary], is: Away(Same)), (routes: [Unfiled], is: Away(Cut(20)))",
        own,
    )
}

fn book_over(nation: &str, own: &str) -> Book {
    let nation = format!(
        "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{}}, figures: [\
         (sources: [\"S\"], grade: Reported, figures: [{nation}])])"
    );
    let own = format!(
        "(code: \"210000\", areas: {{\"210300\": [(sources: [\"S\"], grade: Reported, figures: [{own}])]}})"
    );
    Book::from_texts(("nation.ron", &nation), [(210_000, "own.ron".to_owned(), own)]).unwrap()
}

/// A bill in 鞍山 itself or far away, nothing of it uncovered.
fn bill(to: &str, total: &str) -> Case {
    case(&draft("鞍山", to, Status::Active, Tier::Three, total))
}

fn estimated(own: &str, case: &Case) -> Estimate {
    estimate(&book(own), case).unwrap()
}

fn assert_within(one: &Estimate, range: &Estimate) {
    let (one, range) = (one.personal(), range.personal());
    assert!(
        range.low() <= one.low() && one.high() <= range.high(),
        "{} – {} is not within {} – {}",
        one.low(),
        one.high(),
        range.low(),
        range.high()
    );
}

#[test]
fn a_cap_between_its_ends_may_be_better_than_both() {
    let figures = |cap: &str| {
        format!("(is: Rate(80)), (is: Supplement(100)), (is: SupplementCap(50000)), (is: Cap({cap}))")
    };
    let case = bill("鞍山", "75000");
    // 10 000 and 50 000 are paid: 15 000. 30 000 and 75 000 − 37 500: 7 500.
    let range = estimated(&figures("(10000, 30000)"), &case);
    // 20 000 and 75 000 − 25 000 = 50 000: 5 000.
    assert_within(&estimated(&figures("20000"), &case), &range);
}

#[test]
fn falling_catastrophic_slices_turn_the_ends_round() {
    let figures = |deductible: &str| {
        format!(
            "(is: CatastrophicDeductible({deductible})), (is: CatastrophicBands([(to: 10000, pays: 80), (pays: 20)]))"
        )
    };
    let mut draft = draft("鞍山", "鞍山", Status::Active, Tier::Three, "10000");
    draft.write(Field::YtdBurden, "20000");
    let case = case(&draft);
    // Burden from 20 000 to 25 000: from 10 000 on 20 % of 5 000, from 20 000 on 80 %.
    let range = estimated(&figures("(10000, 20000)"), &case);
    assert!(range.low().personal <= range.high().personal);
    assert_within(&estimated(&figures("10000"), &case), &range);
}

#[test]
fn who_is_not_of_the_age_a_figure_names_is_not_covered_by_it() {
    let figures = "(ages: (from: 50), is: Rate(90))";
    let case = bill("鞍山", "10000");
    let range = estimated(figures, &case);
    assert_within(&estimated(figures, &Case { age: Some(51), ..case }), &range);
    // The nation's 50 %.
    assert_within(&estimated(figures, &Case { age: Some(40), ..case }), &range);
}

#[test]
fn none_for_some_is_within_the_range() {
    let figures = "(is: Cap(1000)), (ages: (from: 50), is: No(Cap))";
    let case = bill("鞍山", "10000");
    let range = estimated(figures, &case);
    // 9 000 with the cap, 5 000 without.
    assert_within(&estimated(figures, &Case { age: Some(51), ..case }), &range);
}

#[test]
fn a_deductible_by_the_year_already_paid_is_within_the_range() {
    let figures = "(is: Deductible(1000)), (ages: (from: 50), is: Deductible(1000), per: Year)";
    let mut draft = draft("鞍山", "鞍山", Status::Active, Tier::Three, "10000");
    draft.write(Field::YtdDeductible, "1000");
    let case = case(&draft);
    let range = estimated(figures, &case);
    assert_within(&estimated(figures, &Case { age: Some(51), ..case }), &range);
}

#[test]
fn a_filed_trip_follows_the_unfiled_rule_at_both_ends() {
    let estimated = |unfiled: &str| {
        let nation = "(is: Rate(50)), (routes: [Temporary], is: Away(Cut((12, 20))))";
        let own = format!("(routes: [Unfiled], is: Away(Cut({unfiled})))");
        estimate(&book_over(nation, &own), &bill("西宁", "10000")).unwrap()
    };
    // Bound to 10 points; if the unfiled cut is 7 points, to 7.
    assert_within(&estimated("7"), &estimated("(5, 10)"));
}

#[test]
fn a_first_self_pay_that_counts_where_the_deductible_does_not_may_help() {
    let figures = |share: &str| {
        format!(
            "(routes: [Temporary], is: Away(FirstSelfPay({share}))), (is: Deductible(3000)), (is: CatastrophicDeductible(0)), \
             (is: Catastrophic(60)), (is: CatastrophicCounts(deductible: false, first_self_pay: true))"
        )
    };
    let case = bill("西宁", "1000");
    // The deductible takes all the rest: 60 % of 100 are paid, or 60 % of 300.
    let range = estimated(&figures("(10, 30)"), &case);
    assert!(range.low().personal <= range.high().personal);
    assert_within(&estimated(&figures("30"), &case), &range);
}

#[test]
fn an_area_without_an_away_rule_still_has_its_rate() {
    let figures = "(routes: [Temporary], is: No(Away))";
    assert!(estimate(&book(figures), &bill("西宁", "1000")).is_ok());
}
