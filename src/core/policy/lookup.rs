//! The one look-up: which figure holds for a situation on a date.
//!
//! The insured area's own figures, then its province's, then the nation's: the
//! first level with a match wins. Within a level the narrower match wins; two
//! matches of which neither is narrower are a fault of the data and are
//! reported as such, never decided by their order.

use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

use super::figure::{Figure, Item};
use super::selectors::{Band, Fit, Situation};
use crate::policy::kinds::HospitalClass;

/// What a look-up found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The figures that may hold: one, or several that differ by fine selectors
    /// that were not given. Never empty.
    Figures(Vec<Arc<Figure>>),
    /// No level has one.
    Unknown {
        /// The first day for which there is one, where all begin later.
        begins: Option<Date>,
    },
}

/// Two figures both hold and neither is narrower: a fault of the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two figures both hold and neither is narrower: {} and {}", .0.id(), .1.id())]
pub struct ClashError(pub Arc<Figure>, pub Arc<Figure>);

/// Looks an item up, level by level.
///
/// # Errors
/// On a [`ClashError`].
pub fn look_up(
    levels: &[&[Arc<Figure>]],
    item: Item,
    situation: &Situation,
    date: Date,
) -> Result<Found, ClashError> {
    let mut begins: Option<Date> = None;
    let mut perhaps: Vec<Arc<Figure>> = Vec::new();
    for level in levels {
        let fitting: Vec<&Arc<Figure>> = level
            .iter()
            .filter(|figure| figure.item == item && figure.selectors.fit(situation) != Fit::No)
            .collect();
        let holding = holding_on(&fitting, date);
        let winners = winners(&holding, situation)?;
        let certain = hold_for_everybody(&winners, situation);
        perhaps.extend(winners);
        if certain {
            return Ok(Found::Figures(perhaps));
        }
        // What hangs on a question that was not answered may not hold: then the
        // next level does.
        let later = fitting.iter().filter_map(|figure| figure.from).filter(|from| *from > date).min();
        begins = match (begins, later) {
            (Some(known), Some(later)) => Some(known.min(later)),
            (known, later) => known.or(later),
        };
    }
    Ok(if perhaps.is_empty() { Found::Unknown { begins } } else { Found::Figures(perhaps) })
}

/// Whether one of the figures holds whatever the answers to the fine questions
/// that were not given: then no wider level is needed.
fn hold_for_everybody(figures: &[Arc<Figure>], situation: &Situation) -> bool {
    /// Beyond so many the wider level is asked as well, which only widens a range.
    const MOST_ANSWERS: usize = 20_000;
    if figures.iter().any(|figure| figure.selectors.fit(situation) == Fit::Yes) {
        return true;
    }
    let selectors = || figures.iter().map(|figure| &figure.selectors);
    // It is enough to try one answer between two edges.
    let ages = edges(selectors().filter_map(|one| one.ages));
    let years = edges(selectors().filter_map(|one| one.retired_in));
    let hospitals = selectors().fold(EnumSet::empty(), |all, one| all | one.hospitals);
    // A hospital may be of none of the classes named; a person is always in one
    // of the contribution classes that the area has.
    let hospital = hospitals.iter().map(Some).chain((!hospitals.is_empty()).then(|| other(hospitals)));
    let hospitals: Vec<_> = hospital.collect();
    let contributions: Vec<_> =
        selectors().fold(EnumSet::empty(), |all, one| all | one.contributions).iter().map(Some).collect();
    let answers = |given: bool, all: usize| if given || all == 0 { 1 } else { all };
    let counts = [
        answers(situation.age.is_some(), ages.len()),
        answers(situation.retired_in.is_some(), years.len()),
        answers(situation.hospital.is_some(), hospitals.len()),
        answers(situation.contribution.is_some(), contributions.len()),
    ];
    let all: usize = counts.iter().product();
    !figures.is_empty()
        && all <= MOST_ANSWERS
        && (0..all).all(|mut number| {
            let [age, year, hospital, contribution] = counts.map(|count| {
                let place = number % count;
                number /= count;
                place
            });
            let one = Situation {
                age: situation.age.or_else(|| ages.get(age).and_then(|age| u8::try_from(*age).ok())),
                retired_in: situation.retired_in.or_else(|| years.get(year).copied()),
                hospital: situation.hospital.or_else(|| hospitals.get(hospital).copied().flatten()),
                contribution: situation
                    .contribution
                    .or_else(|| contributions.get(contribution).copied().flatten()),
                ..*situation
            };
            figures.iter().any(|figure| figure.selectors.fit(&one) == Fit::Yes)
        })
}

/// A number before and after each edge of some bands.
fn edges(bands: impl Iterator<Item = Band>) -> Vec<i16> {
    let mut edges: Vec<i16> = bands
        .flat_map(|band| [band.from.map(|from| from - 1), band.from, band.to, band.to.map(|to| to + 1)])
        .flatten()
        .filter(|edge| *edge >= 0)
        .collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// A hospital class that is not among these.
fn other(named: EnumSet<HospitalClass>) -> Option<HospitalClass> {
    HospitalClass::ALL.into_iter().find(|class| !named.contains(*class))
}

/// Of figures with the same selectors, the one that began last; none that has
/// not begun or that has ended.
pub(super) fn holding_on<'a>(figures: &[&'a Arc<Figure>], date: Date) -> Vec<&'a Arc<Figure>> {
    let begun = |figure: &Figure| figure.from.is_none_or(|from| from <= date);
    let replaced = |figure: &Figure| {
        figures
            .iter()
            .any(|other| begun(other) && other.selectors == figure.selectors && other.from > figure.from)
    };
    figures
        .iter()
        .filter(|figure| begun(figure) && !replaced(figure))
        .filter(|figure| figure.until.is_none_or(|until| date <= until))
        .copied()
        .collect()
}

/// The figures that win, or may win once the fine selectors are known.
pub(super) fn winners(
    holding: &[&Arc<Figure>],
    situation: &Situation,
) -> Result<Vec<Arc<Figure>>, ClashError> {
    let certain = |figure: &Figure| figure.selectors.fit(situation) == Fit::Yes;
    let beaten = |figure: &Figure| {
        holding.iter().any(|other| {
            certain(other)
                && other.selectors != figure.selectors
                && other.selectors.is_within(&figure.selectors)
        })
    };
    let left: Vec<&Arc<Figure>> = holding.iter().filter(|figure| !beaten(figure)).copied().collect();
    for (place, one) in left.iter().enumerate() {
        for other in &left[place + 1..] {
            if certain(one) && certain(other) {
                return Err(ClashError(Arc::clone(one), Arc::clone(other)));
            }
        }
    }
    Ok(left.into_iter().map(Arc::clone).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::{Percent, Span};
    use crate::places::AreaId;
    use crate::policy::{Book, Care, Route, Schedule, Scheme, Status, Tier, Value};

    fn situation(route: Route) -> Situation {
        Situation {
            scheme: Scheme::Employee,
            status: Status::Active,
            care: Care::Inpatient,
            tier: Tier::Three,
            route,
            hardship: false,
            disease: None,
            age: None,
            hospital: None,
            contribution: None,
            retired_in: None,
        }
    }

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    fn found(figures: &str, item: Item, situation: &Situation, date: Date) -> Result<Found, ClashError> {
        let nation = format!(
            "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{}}, figures: [\
             (sources: [\"S\"], grade: Official, figures: [{figures}])])"
        );
        let book = Book::from_texts(("test.ron", &nation), []).unwrap();
        look_up(&[&book.nation().figures], item, situation, date)
    }

    fn rates(found: Found) -> Vec<Value> {
        match found {
            Found::Figures(figures) => figures.iter().map(|figure| figure.value.clone()).collect(),
            Found::Unknown { .. } => Vec::new(),
        }
    }

    fn plain(percent: u32) -> Value {
        Value::Rate(Schedule::plain(Span::exact(Percent::new(percent))))
    }

    #[test]
    fn the_narrower_figure_wins_whatever_the_order() {
        for figures in [
            "(is: Rate(80)), (tiers: [Three], is: Rate(70))",
            "(tiers: [Three], is: Rate(70)), (is: Rate(80))",
        ] {
            let found = found(figures, Item::Rate, &situation(Route::Local), TODAY).unwrap();
            assert_eq!(rates(found), [plain(70)]);
        }
    }

    #[test]
    fn two_that_cross_are_a_clash_unless_a_third_covers_both() {
        let crossing = "(tiers: [Three], is: Rate(70)), (statuses: [Active], is: Rate(80))";
        assert!(found(crossing, Item::Rate, &situation(Route::Local), TODAY).is_err());
        let covered = format!("{crossing}, (tiers: [Three], statuses: [Active], is: Rate(75))");
        let found = found(&covered, Item::Rate, &situation(Route::Local), TODAY).unwrap();
        assert_eq!(rates(found), [plain(75)]);
    }

    #[test]
    fn an_unanswered_fine_selector_leaves_both_possible() {
        let figures = "(is: Rate(80)), (ages: (from: 70), is: Rate(90))";
        let mut asked = situation(Route::Local);
        let both = found(figures, Item::Rate, &asked, TODAY).unwrap();
        assert_eq!(rates(both), [plain(80), plain(90)]);
        asked.age = Some(71);
        assert_eq!(rates(found(figures, Item::Rate, &asked, TODAY).unwrap()), [plain(90)]);
        asked.age = Some(69);
        assert_eq!(rates(found(figures, Item::Rate, &asked, TODAY).unwrap()), [plain(80)]);
    }

    /// Two levels: these figures, and below them a rate of 50 %.
    fn over_half(figures: &str, situation: &Situation) -> Vec<Value> {
        let text = |figures: &str| {
            format!(
                "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{}}, figures: [\
                 (sources: [\"S\"], grade: Official, figures: [{figures}])])"
            )
        };
        let near = Book::from_texts(("near.ron", &text(figures)), []).unwrap();
        let far = Book::from_texts(("far.ron", &text("(is: Rate(50))")), []).unwrap();
        let levels: [&[Arc<Figure>]; 2] = [&near.nation().figures, &far.nation().figures];
        rates(look_up(&levels, Item::Rate, situation, TODAY).unwrap())
    }

    #[test]
    fn the_next_level_counts_where_the_nearer_one_may_not_hold() {
        let asked = situation(Route::Local);
        assert_eq!(over_half("(ages: (from: 70), is: Rate(90))", &asked), [plain(90), plain(50)]);
        let whole = "(ages: (to: 69), is: Rate(80)), (ages: (from: 70), is: Rate(90))";
        assert_eq!(over_half(whole, &asked), [plain(80), plain(90)]);
        let gap = "(ages: (to: 59), is: Rate(80)), (ages: (from: 70), is: Rate(90))";
        assert_eq!(over_half(gap, &asked), [plain(80), plain(90), plain(50)]);
        let classes = "(contributions: [First], is: Rate(80)), (contributions: [Second], is: Rate(90))";
        assert_eq!(over_half(classes, &asked), [plain(80), plain(90)]);
        let hospitals = "(hospitals: [ProvinceLevel], is: Rate(80)), (hospitals: [CityLevel], is: Rate(90))";
        assert_eq!(over_half(hospitals, &asked), [plain(80), plain(90), plain(50)]);
        let known = Situation { age: Some(71), ..asked };
        assert_eq!(over_half("(ages: (from: 70), is: Rate(90))", &known), [plain(90)]);
    }

    #[test]
    fn a_senior_is_an_adult_where_seniors_are_not_named() {
        let mut asked = situation(Route::Local);
        asked.scheme = Scheme::Resident;
        asked.status = Status::Senior;
        let adults = "(statuses: [Adult], is: Rate(60))";
        assert_eq!(rates(found(adults, Item::Rate, &asked, TODAY).unwrap()), [plain(60)]);
        let named = "(statuses: [Adult], is: Rate(60)), (statuses: [Senior], is: Rate(70))";
        assert_eq!(rates(found(named, Item::Rate, &asked, TODAY).unwrap()), [plain(70)]);
    }

    #[test]
    fn the_date_picks_the_version_and_never_a_later_one() {
        let figures = "(from: \"2024\", is: Rate(70)), (from: \"2025-07-01\", is: Rate(75))";
        let on = |date| found(figures, Item::Rate, &situation(Route::Local), date).unwrap();
        assert_eq!(rates(on(jiff::civil::date(2025, 6, 30))), [plain(70)]);
        assert_eq!(rates(on(jiff::civil::date(2025, 7, 1))), [plain(75)]);
        let before = on(jiff::civil::date(2023, 12, 31));
        assert_eq!(before, Found::Unknown { begins: Some(jiff::civil::date(2024, 1, 1)) });
    }

    #[test]
    fn the_nearest_level_wins() {
        let book = Book::embedded().unwrap();
        let anshan = AreaId::by_code(210_300).unwrap();
        let levels = book.levels(anshan).unwrap();
        let Found::Figures(figures) =
            look_up(&levels, Item::Deductible, &situation(Route::Emergency), TODAY).unwrap()
        else {
            panic!("鞍山 has an emergency deductible")
        };
        assert_eq!(figures.len(), 1);
        assert_eq!(figures[0].id(), "210300/deductible/Employee/Inpatient/Emergency");
    }
}
