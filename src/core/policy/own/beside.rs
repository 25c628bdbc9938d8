//! What an area's own rules need beside them, so that each holds as it was told:
//! older figures that they replace go, and where a figure for a special case
//! crosses them it is said which of the two holds.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

use super::rule::Rule;
use crate::policy::audit::is_hidden;
use crate::policy::figure::{Figure, Grade, Holder, Value};
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

/// Rules of an area that are told together.
pub(super) struct ToldRules<'t> {
    /// Each of them.
    pub(super) rules: &'t [(Rule, Value)],
    /// The day from which on they hold.
    pub(super) from: Option<Date>,
    /// The figures that the area has.
    pub(super) there: &'t [Arc<Figure>],
    /// The day on which the data was gathered.
    pub(super) gathered: Date,
}

impl ToldRules<'_> {
    /// What belongs beside one of the rules, with its value.
    pub(super) fn beside(&self, rule: Rule, value: &Value) -> Beside {
        let own = rule.selectors();
        let from = self.from;
        let special = self.special(rule, &own, value);
        let mut found = Beside::default();
        // Where several figures leave the same open, the narrowest holds.
        let mut kept: BTreeMap<(String, Option<Date>), Settled> = BTreeMap::new();
        for figure in self.same_item(rule) {
            let is_later = figure.from >= from;
            if figure.selectors == own {
                if is_later && figure.from != from {
                    found.remove.insert(figure.id());
                }
                continue;
            }
            let Some(both) = figure.selectors.overlap(&own) else { continue };
            let is_narrower = figure.selectors.is_within(&own);
            let asked = asked_alone(rule, &both);
            // Told as well: there its own number holds.
            if asked.is_some_and(|other| self.rules.iter().any(|(told, _)| *told == other)) {
                continue;
            }
            // A question of the form that was left open: there it stays as it is.
            if asked.is_some() || special.contains(&figure.selectors) {
                if is_narrower || own.is_within(&figure.selectors) {
                    continue;
                }
                let from = figure.from.max(from);
                let value = figure.value.clone();
                let settled = Settled { selectors: both, value, from, of: Some(Arc::clone(figure)) };
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

    fn same_item(&self, rule: Rule) -> impl Iterator<Item = &Arc<Figure>> {
        self.there.iter().filter(move |figure| figure.item == rule.item)
    }

    /// Where figures for special cases go on holding beside a rule; nowhere where
    /// they leave it nothing to hold for: it was told to hold.
    fn special(&self, rule: Rule, own: &Selectors, value: &Value) -> HashSet<Selectors> {
        let special = self.same_item(rule).filter(|figure| is_special(&figure.selectors, rule));
        let special: Vec<&Arc<Figure>> = special.collect();
        let figure = |selectors, value: &Value, from, of: Option<&Figure>| {
            let holder = Holder::Nation;
            Arc::new(Figure {
                holder,
                line: 0,
                item: rule.item,
                selectors,
                from,
                until: of.and_then(|of| of.until),
                value: value.clone(),
                sources: Vec::new(),
                grade: Grade::Reported,
                remark: None,
                verified: None,
                overlay: None,
            })
        };
        let crossing = special.iter().filter_map(|one| {
            let both = one.selectors.overlap(own).filter(|both| both != own)?;
            Some(figure(both, &one.value, one.from.max(self.from), Some(one)))
        });
        let mut all = vec![figure(own.clone(), value, self.from, None)];
        all.extend(crossing);
        let leaves_nothing = all.len() > 1 && is_hidden(&all, self.gathered);
        if leaves_nothing {
            return HashSet::new();
        }
        special.into_iter().map(|figure| figure.selectors.clone()).collect()
    }
}

/// Another rule of the same item that is asked for just there.
fn asked_alone(rule: Rule, both: &Selectors) -> Option<Rule> {
    let is_it = |other: &Rule| other.item == rule.item && *other != rule && other.selectors() == *both;
    Rule::all(rule.scheme).into_iter().find(is_it)
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
