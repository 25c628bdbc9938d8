//! Which figures of one item no look-up can ever choose.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

use super::pairs::Group;
use crate::policy::figure::Figure;
use crate::policy::kinds::{Care, Disease};
use crate::policy::lookup::{holding_on, wins_for_somebody};
use crate::policy::selectors::{Fit, Situation};

/// For each figure whether no situation at all makes the look-up choose it.
///
/// Tries every situation that the coarse selectors tell apart, on the day the
/// figure begins and on the day the data was gathered. Fine selectors are left
/// unanswered, which lets every figure that may win take part. Situations that
/// the figures do not tell apart are tried once.
pub(super) fn unreachable(group: &Group<'_>, gathered: Date) -> Vec<bool> {
    // With no narrower figure beside it, what fits somewhere is chosen there.
    let rivals: Vec<bool> = (0..group.kinds.len())
        .map(|kind| {
            let narrower = |other: usize| other != kind && group.kinds[other].is_within(group.kinds[kind]);
            (0..group.kinds.len()).any(narrower)
        })
        .collect();
    let mut open: Vec<usize> = (0..group.figures.len()).collect();
    let mut tried: HashSet<(Option<Disease>, bool, Vec<Fit>)> = HashSet::new();
    for situation in every_situation(group) {
        if open.is_empty() {
            break;
        }
        let fits: Vec<Fit> = group.kinds.iter().map(|kind| kind.fit(&situation)).collect();
        let is_chronic = situation.care == Care::Chronic;
        if !tried.insert((situation.disease, is_chronic, fits.clone())) {
            continue;
        }
        let level: Vec<&Arc<Figure>> = (0..group.figures.len())
            .filter(|place| fits[group.kind_of[*place]] != Fit::No)
            .map(|place| group.figures[place])
            .collect();
        // A chronic situation is of the kind that the figure names, where it names one.
        let is_tried = |place: usize| !is_chronic || named(group.figures[place]) == situation.disease;
        // Most figures begin on one of few days.
        let mut winners: BTreeMap<Date, HashSet<*const Figure>> = BTreeMap::new();
        open.retain(|&place| {
            let (figure, kind) = (group.figures[place], group.kind_of[place]);
            if fits[kind] == Fit::No || !is_tried(place) {
                return true;
            }
            let wins = |date| {
                let winners = winners.entry(date).or_insert_with(|| winners_on(&level, &situation, date));
                winners.contains(&Arc::as_ptr(figure))
            };
            rivals[kind] && ![figure.from.unwrap_or(Date::MIN), gathered].into_iter().any(wins)
        });
    }
    // Left are those that nothing chooses, and those that fit nowhere.
    let mut unreachable = vec![false; group.figures.len()];
    for place in open {
        unreachable[place] = true;
    }
    unreachable
}

/// The figures that are chosen in a situation by somebody on a day.
fn winners_on(level: &[&Arc<Figure>], situation: &Situation, date: Date) -> HashSet<*const Figure> {
    let holding = holding_on(level, date);
    let won = wins_for_somebody(&holding, situation).unwrap_or_default();
    holding.iter().zip(won).filter(|(_, won)| *won).map(|(figure, _)| Arc::as_ptr(figure)).collect()
}

/// The chronic kind a figure is tried with.
fn named(figure: &Figure) -> Option<Disease> {
    figure.selectors.diseases.iter().next()
}

/// Every situation, a chronic one with each kind that is tried.
fn every_situation(group: &Group<'_>) -> impl Iterator<Item = Situation> {
    let kinds = group.figures.iter().filter_map(|figure| named(figure)).collect::<EnumSet<Disease>>();
    Situation::everywhere().flat_map(move |situation| {
        let of_kind = kinds.iter().filter(move |_| situation.care == Care::Chronic);
        let of_kind = of_kind.map(move |kind| Situation { disease: Some(kind), ..situation });
        std::iter::once(situation).chain(of_kind)
    })
}
