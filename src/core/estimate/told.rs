//! A rule that was told, as a figure among the others.

use std::sync::Arc;

use enumset::EnumSet;

use super::Estimate;
use crate::case::Told;
use crate::places::{AreaId, Place};
use crate::policy::{Figure, Found, Grade, Holder, Item, Route, Selectors, Situation, Value};

/// What holds of an item: what was told where that wins (settlement rules, "Figures":
/// over fallbacks and community figures), else what was found.
pub(super) fn or_told(found: Found, told: &Told, area: AreaId, item: Item, situation: &Situation) -> Found {
    match figure(told, area, item, situation) {
        Some(figure) if !found.figures().iter().any(|figure| is_better(figure)) => {
            Found::Figures(vec![Arc::new(figure)])
        }
        _ => found,
    }
}

/// Whether a figure stands above what was told: not a range of the nation's, whoever
/// reports it.
pub(super) fn is_better(figure: &Figure) -> bool {
    figure.grade > Grade::Told && figure.holder != Holder::Nation
}

fn figure(told: &Told, area: AreaId, item: Item, situation: &Situation) -> Option<Figure> {
    let is_home = situation.route == Route::Local;
    if item == Item::Away && is_home {
        return None;
    }
    let value = match told.value(item)? {
        // It was told of this visit, whichever of the year that is.
        Value::Deductible { per, first, .. } => Value::Deductible { per, first, then: vec![first] },
        value => value,
    };
    // A rate told alone is what is paid on this trip: the away rule does not touch it.
    let is_last = item == Item::Rate && told.cut.is_none() && !is_home;
    let routes = if is_last { EnumSet::only(situation.route) } else { EnumSet::empty() };
    // What is told of somebody in hardship is the rule for people in hardship.
    let of_layer =
        matches!(item, Item::CatastrophicDeductible | Item::CatastrophicRate | Item::CatastrophicCap);
    let hardship = Some(true).filter(|_| of_layer && situation.hardship);
    Some(Figure {
        // The rule is the area's, whoever tells it.
        holder: Holder::Area(Place::Area(area).code()),
        line: 0,
        item,
        selectors: Selectors { routes, hardship, ..Selectors::default() },
        from: None,
        until: None,
        value,
        sources: Vec::new(),
        grade: Grade::Told,
        remark: None,
        verified: None,
        overlay: None,
    })
}

/// A rule that was told, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldRule {
    /// Of what.
    pub item: Item,
    /// The figures of a better grade that are used in its place; none where it is used.
    pub beside: Vec<Arc<Figure>>,
}

impl Estimate {
    /// Every rule that was told.
    pub fn told(&self) -> Vec<ToldRule> {
        let told = &self.case.told;
        let rule = |item| {
            let mut beside = Vec::new();
            let figures = self.runs.iter().flat_map(|run| run.terms.figures_of(item));
            for figure in figures.filter(|figure| is_better(figure)) {
                if !beside.contains(figure) {
                    beside.push(Arc::clone(figure));
                }
            }
            ToldRule { item, beside }
        };
        told.items().map(rule).collect()
    }
}
