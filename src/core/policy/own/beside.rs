//! What an area's own rules need beside them, so that each holds as it was told:
//! older figures that they replace go, and where a figure for a special case
//! crosses them it is said which of the two holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

use super::rule::Rule;
use crate::policy::figure::{Figure, Value};
use crate::policy::kinds::Route;
use crate::policy::selectors::Selectors;

/// A figure that settles what two others leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) selectors: Selectors,
    pub(super) value: Value,
    pub(super) from: Option<Date>,
    /// The figure that was there and goes on holding; none where the new rule holds.
    pub(super) of: Option<Arc<Figure>>,
}

/// What belongs beside a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// The ids of figures that it replaces.
    pub(super) remove: BTreeSet<String>,
    pub(super) settled: Vec<Settled>,
}

/// What belongs beside a rule with this value, told to hold from a day on, among
/// the figures its area has.
pub(super) fn beside(rule: Rule, value: &Value, from: Option<Date>, there: &[Arc<Figure>]) -> Beside {
    let own = rule.selectors();
    let mut found = Beside::default();
    // Where several figures leave the same open, the narrowest holds.
    let mut kept: BTreeMap<(String, Option<Date>), Settled> = BTreeMap::new();
    for figure in there.iter().filter(|figure| figure.item == rule.item) {
        let is_later = figure.from >= from;
        if figure.selectors == own {
            if is_later && figure.from != from {
                found.remove.insert(figure.id());
            }
            continue;
        }
        let Some(both) = figure.selectors.overlap(&own) else { continue };
        let is_narrower = figure.selectors.is_within(&own);
        // A question of the form that was left open: there it stays as it is.
        let is_asked_alone =
            Rule::all(rule.scheme).iter().any(|other| *other != rule && other.selectors() == both);
        if is_special(&figure.selectors, rule) || is_asked_alone {
            if is_narrower || own.is_within(&figure.selectors) {
                continue;
            }
            let from = figure.from.max(from);
            let settled =
                Settled { selectors: both, value: figure.value.clone(), from, of: Some(Arc::clone(figure)) };
            let key = (settled.selectors.to_string(), from);
            let is_nearer = kept
                .get(&key)
                .and_then(|other| other.of.as_ref())
                .is_none_or(|other| figure.selectors.is_within(&other.selectors));
            if is_nearer {
                kept.insert(key, settled);
            }
        } else if !own.is_within(&figure.selectors) {
            if is_narrower && is_later && figure.from != from {
                found.remove.insert(figure.id());
            }
            let key = (both.to_string(), from);
            kept.insert(key, Settled { selectors: both, value: value.clone(), from, of: None });
        }
    }
    found.settled.extend(kept.into_values());
    found
}

/// Whether a figure is for a special case that no form asks for. What it says of
/// care at home is what the form asks, whatever routes stand beside it.
fn is_special(selectors: &Selectors, rule: Rule) -> bool {
    let is_asked = rule.route.is_some() || selectors.routes.contains(Route::Local);
    let asked = Selectors {
        scheme: selectors.scheme,
        care: selectors.care,
        statuses: selectors.statuses,
        tiers: selectors.tiers,
        routes: if is_asked { selectors.routes } else { EnumSet::empty() },
        ..Selectors::default()
    };
    *selectors != asked
}
