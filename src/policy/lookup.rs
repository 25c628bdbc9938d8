//! The one look-up: which figure holds for a situation on a date.
//!
//! The insured area's own figures, then its province's, then the nation's: the
//! first level with a match wins. Within a level the narrower match wins; two
//! matches of which neither is narrower are a fault of the data and are
//! reported as such, never decided by their order.

use std::sync::Arc;

use jiff::civil::Date;

use super::figure::{Figure, Item};
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

/// Two figures both hold and neither is narrower: a fault of the data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two figures both hold and neither is narrower: {} and {}", .0.id(), .1.id())]
pub struct Clash(pub Arc<Figure>, pub Arc<Figure>);

/// Looks an item up, level by level.
///
/// # Errors
/// On a [`Clash`].
pub fn look_up(
    levels: &[&[Arc<Figure>]],
    item: Item,
    situation: &Situation,
    date: Date,
) -> Result<Found, Clash> {
    let mut begins: Option<Date> = None;
    for level in levels {
        let fitting: Vec<&Arc<Figure>> = level
            .iter()
            .filter(|figure| figure.item == item && figure.selectors.fit(situation) != Fit::No)
            .collect();
        let holding = holding_on(&fitting, date);
        let winners = winners(&holding, situation)?;
        if !winners.is_empty() {
            return Ok(Found::Figures(winners));
        }
        let later = fitting.iter().filter_map(|figure| figure.from).filter(|from| *from > date).min();
        begins = match (begins, later) {
            (Some(known), Some(later)) => Some(known.min(later)),
            (known, later) => known.or(later),
        };
    }
    Ok(Found::Unknown { begins })
}

/// Of figures with the same selectors, the one that began last; none that has
/// not begun or that has ended.
fn holding_on<'a>(figures: &[&'a Arc<Figure>], date: Date) -> Vec<&'a Arc<Figure>> {
    let begun = |figure: &Figure| figure.from.is_none_or(|from| from <= date);
    let replaced = |figure: &Figure| {
        figures.iter().any(|other| {
            begun(other) && other.selectors == figure.selectors && other.from > figure.from
        })
    };
    figures
        .iter()
        .filter(|figure| begun(figure) && !replaced(figure))
        .filter(|figure| figure.until.is_none_or(|until| date <= until))
        .copied()
        .collect()
}

/// The figures that win, or may win once the fine selectors are known.
fn winners(holding: &[&Arc<Figure>], situation: &Situation) -> Result<Vec<Arc<Figure>>, Clash> {
    let certain = |figure: &Figure| figure.selectors.fit(situation) == Fit::Yes;
    let beaten = |figure: &Figure| {
        holding.iter().any(|other| {
            certain(other)
                && other.selectors != figure.selectors
                && other.selectors.is_within(&figure.selectors)
        })
    };
    let left: Vec<&Arc<Figure>> =
        holding.iter().filter(|figure| !beaten(figure)).copied().collect();
    for (place, one) in left.iter().enumerate() {
        for other in &left[place + 1..] {
            if certain(one) && certain(other) {
                return Err(Clash(Arc::clone(one), Arc::clone(other)));
            }
        }
    }
    Ok(left.into_iter().map(Arc::clone).collect())
}
