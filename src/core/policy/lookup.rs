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
use super::fine::{Ages, Answers};
use super::kinds::{ContributionClass, Scheme};
use super::selectors::{Fit, Situation};

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

impl Found {
    /// The figures; none where it is unknown.
    pub fn figures(&self) -> &[Arc<Figure>] {
        match self {
            Self::Figures(figures) => figures,
            Self::Unknown { .. } => &[],
        }
    }
}

/// Two figures both hold and neither is narrower: a fault of the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two figures both hold and neither is narrower: {} and {}", .0.id(), .1.id())]
pub struct ClashError(pub Arc<Figure>, pub Arc<Figure>);

/// Looks an item up, level by level.
///
/// Where fine questions were not answered it finds every figure that wins for
/// some possible answer.
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
    for (place, level) in levels.iter().enumerate() {
        let fitting = fitting(level, item, situation);
        let holding = holding_on(&fitting, date);
        if holding.iter().any(|figure| figure.selectors.fit(situation) == Fit::Perhaps) {
            let classes = contribution_classes(levels, situation.scheme);
            return look_up_open(&levels[place..], item, situation, date, classes, begins);
        }
        if let Some(figure) = winner(&holding, situation)? {
            return Ok(Found::Figures(vec![Arc::clone(figure)]));
        }
        begins = earlier(begins, first_after(&fitting, date));
    }
    Ok(Found::Unknown { begins })
}

fn fitting<'a>(level: &'a [Arc<Figure>], item: Item, situation: &Situation) -> Vec<&'a Arc<Figure>> {
    let fits = |figure: &&Arc<Figure>| figure.item == item && figure.selectors.fit(situation) != Fit::No;
    level.iter().filter(fits).collect()
}

/// The first day after the date on which one of the figures begins.
fn first_after(figures: &[&Arc<Figure>], date: Date) -> Option<Date> {
    figures.iter().filter_map(|figure| figure.from).filter(|from| *from > date).min()
}

fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    one.into_iter().chain(other).min()
}

/// The look-up where some figure hangs on a question that was not answered: one
/// look-up for every possible answer.
fn look_up_open(
    levels: &[&[Arc<Figure>]],
    item: Item,
    situation: &Situation,
    date: Date,
    classes: EnumSet<ContributionClass>,
    mut begins: Option<Date>,
) -> Result<Found, ClashError> {
    let mut holding: Vec<Vec<&Arc<Figure>>> = Vec::new();
    for level in levels {
        let fitting = fitting(level, item, situation);
        begins = earlier(begins, first_after(&fitting, date));
        holding.push(holding_on(&fitting, date));
    }
    let asked = holding.iter().flatten().map(|figure| &***figure);
    let answers = Answers::of(asked, situation, classes, Ages::OfStatus);
    let won = if answers.are_too_many() {
        // More figures only widen the range.
        holding.iter().map(|level| vec![true; level.len()]).collect()
    } else {
        wins(&holding, &answers)?
    };
    let winning = holding.iter().flatten().zip(won.iter().flatten()).filter(|(_, won)| **won);
    let figures: Vec<Arc<Figure>> = winning.map(|(figure, _)| Arc::clone(figure)).collect();
    Ok(if figures.is_empty() { Found::Unknown { begins } } else { Found::Figures(figures) })
}

/// Which figures of which level win for some answer.
fn wins(levels: &[Vec<&Arc<Figure>>], answers: &Answers<'_>) -> Result<Vec<Vec<bool>>, ClashError> {
    let mut won: Vec<Vec<bool>> = levels.iter().map(|level| vec![false; level.len()]).collect();
    for situation in answers.situations() {
        for (level, won) in levels.iter().zip(&mut won) {
            if let Some(winner) = winner(level, &situation)? {
                let places = level.iter().zip(won);
                places.filter(|(figure, _)| Arc::ptr_eq(figure, winner)).for_each(|(_, won)| *won = true);
                break;
            }
        }
    }
    Ok(won)
}

/// The contribution classes that any figure of some levels names.
pub(crate) fn contribution_classes(levels: &[&[Arc<Figure>]], scheme: Scheme) -> EnumSet<ContributionClass> {
    let selectors = levels.iter().copied().flatten().map(|figure| &figure.selectors);
    let of_scheme = selectors.filter(|one| one.scheme.is_none_or(|named| named == scheme));
    of_scheme.fold(EnumSet::empty(), |all, one| all | one.contributions)
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

/// The narrowest of the figures that certainly hold.
fn winner<'a>(
    holding: &[&'a Arc<Figure>],
    situation: &Situation,
) -> Result<Option<&'a Arc<Figure>>, ClashError> {
    let certain = |figure: &&&'a Arc<Figure>| figure.selectors.fit(situation) == Fit::Yes;
    let mut left = holding.iter().filter(certain).filter(|figure| {
        let beats = |other: &&'a Arc<Figure>| {
            other.selectors != figure.selectors && other.selectors.is_within(&figure.selectors)
        };
        !holding.iter().filter(certain).any(beats)
    });
    match (left.next(), left.next()) {
        (Some(one), Some(other)) => Err(ClashError(Arc::clone(one), Arc::clone(other))),
        (one, _) => Ok(one.copied()),
    }
}

/// Of figures of one level, whether each wins for some answer to what is open, any
/// age included; nothing where two of them clash.
pub(super) fn wins_for_somebody(holding: &[&Arc<Figure>], situation: &Situation) -> Option<Vec<bool>> {
    let level = holding.to_vec();
    let figures = holding.iter().map(|figure| &***figure);
    let classes = figures.clone().fold(EnumSet::empty(), |all, one| all | one.selectors.contributions);
    let answers = Answers::of(figures, situation, classes, Ages::Any);
    if answers.are_too_many() {
        return Some(vec![true; level.len()]);
    }
    wins(&[level], &answers).ok().map(|won| won.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::{Percent, Span};
    use crate::places::{AreaId, AreaSet};
    use crate::policy::{Book, Care, Route, Schedule, Status, Tier, Value};

    fn situation(route: Route) -> Situation {
        Situation {
            scheme: Scheme::Employee,
            status: Status::Active,
            care: Care::Inpatient,
            tier: Tier::Three,
            route,
            trip: route,
            to: AreaSet::all(),
            returns_home: false,
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
        let figures = "(is: Rate(80)), (ages: (from: 50), is: Rate(90))";
        let mut asked = situation(Route::Local);
        let both = found(figures, Item::Rate, &asked, TODAY).unwrap();
        assert_eq!(rates(both), [plain(80), plain(90)]);
        asked.age = Some(51);
        assert_eq!(rates(found(figures, Item::Rate, &asked, TODAY).unwrap()), [plain(90)]);
        asked.age = Some(49);
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
        assert_eq!(over_half("(ages: (from: 50), is: Rate(90))", &asked), [plain(90), plain(50)]);
        let whole = "(ages: (to: 49), is: Rate(80)), (ages: (from: 50), is: Rate(90))";
        assert_eq!(over_half(whole, &asked), [plain(80), plain(90)]);
        let gap = "(ages: (to: 39), is: Rate(80)), (ages: (from: 50), is: Rate(90))";
        assert_eq!(over_half(gap, &asked), [plain(80), plain(90), plain(50)]);
        let classes = "(contributions: [First], is: Rate(80)), (contributions: [Second], is: Rate(90))";
        assert_eq!(over_half(classes, &asked), [plain(80), plain(90)]);
        let hospitals = "(hospitals: [ProvinceLevel], is: Rate(80)), (hospitals: [CityLevel], is: Rate(90))";
        assert_eq!(over_half(hospitals, &asked), [plain(80), plain(90), plain(50)]);
        let known = Situation { age: Some(51), ..asked };
        assert_eq!(over_half("(ages: (from: 50), is: Rate(90))", &known), [plain(90)]);
    }

    #[test]
    fn a_figure_that_loses_for_every_answer_is_not_in_the_range() {
        // Whoever is treated far away has the second or the third, in whatever hospital.
        let figures = "(is: Rate(50)), (hospitals: [ProvinceLevel], is: Rate(40)), \
                       (routes: [Temporary], is: Rate(30)), \
                       (routes: [Temporary], hospitals: [ProvinceLevel], is: Rate(20))";
        let away = situation(Route::Temporary);
        assert_eq!(rates(found(figures, Item::Rate, &away, TODAY).unwrap()), [plain(30), plain(20)]);
        let home = situation(Route::Local);
        assert_eq!(rates(found(figures, Item::Rate, &home, TODAY).unwrap()), [plain(50), plain(40)]);
    }

    #[test]
    fn a_class_that_another_figure_names_is_an_answer_too() {
        let figures = "(is: Rate(80)), (contributions: [First], is: Rate(90))";
        let asked = situation(Route::Local);
        assert_eq!(rates(found(figures, Item::Rate, &asked, TODAY).unwrap()), [plain(80), plain(90)]);
        // Only the cap knows of a second class, and with it there are no others.
        let of_first = "(contributions: [First], is: Rate(90))";
        let second = format!("{of_first}, (contributions: [Second], is: Cap(5))");
        assert_eq!(over_half(of_first, &asked), [plain(90), plain(50)]);
        assert_eq!(over_half(&second, &asked), [plain(90), plain(50)]);
        let both =
            "(is: Rate(70)), (contributions: [First], is: Rate(90)), (contributions: [Second], is: Rate(80))";
        assert_eq!(over_half(both, &asked), [plain(90), plain(80)]);
    }

    #[test]
    fn an_age_that_does_not_go_with_the_status_is_not_tried() {
        let figures = "(is: Rate(80)), (ages: (from: 70), is: Rate(90))";
        let mut asked = situation(Route::Local);
        assert_eq!(rates(found(figures, Item::Rate, &asked, TODAY).unwrap()), [plain(80)]);
        asked.status = Status::Retired;
        assert_eq!(rates(found(figures, Item::Rate, &asked, TODAY).unwrap()), [plain(80), plain(90)]);
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
