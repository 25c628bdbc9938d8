//! How sure an estimate is: the figures it rests on, the weakest of them, and what is
//! not known.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Estimate, Outcome};
use crate::policy::{Figure, Grade, Item};

/// An item without any figure, and the first day for which there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The item.
    pub item: Item,
    /// When a figure begins, where one begins later than the case.
    pub begins: Option<Date>,
}

impl Estimate {
    /// Every figure used in any run, each once, in the order of the steps; no range of
    /// the nation's that cannot matter, and none where nothing is paid.
    pub fn figures(&self) -> Vec<Arc<Figure>> {
        let mut figures: Vec<Arc<Figure>> = Vec::new();
        if self.case.not_paid().is_some() {
            return figures;
        }
        let all = self.runs.iter().flat_map(|run| {
            let bounds = [&run.best_by, &run.worst_by].into_iter().flatten();
            let terms = std::iter::once(&run.terms).chain(bounds.map(|terms| &**terms));
            terms.flat_map(|terms| run.told(terms))
        });
        for figure in all {
            if !figures.contains(figure) {
                figures.push(Arc::clone(figure));
            }
        }
        figures
    }

    /// The weakest grade of the figures that matter.
    pub fn grade(&self) -> Grade {
        if let Some(grade) = self.case.not_paid() {
            return grade;
        }
        let figures = self.runs.iter().flat_map(Outcome::mattering);
        figures.map(|figure| figure.grade).min().unwrap_or(Grade::Assumed)
    }

    /// The weakest grade of the rules that matter: of all figures but the share of a
    /// bill that is not split.
    pub fn rules_grade(&self) -> Grade {
        let rules = self.rules().map(|figure| figure.grade);
        self.case.not_paid().or_else(|| rules.min()).unwrap_or(Grade::Assumed)
    }

    /// The items of the weakest rules, in the order of the steps.
    pub fn weakest(&self) -> Vec<Item> {
        let weakest = self.rules_grade();
        let items: BTreeSet<Item> =
            self.rules().filter(|figure| figure.grade == weakest).map(|figure| figure.item).collect();
        items.into_iter().collect()
    }

    /// Whether an assumed share of the bill stands for what is not split.
    pub fn is_unsplit(&self) -> bool {
        let is_assumed = |run: &Outcome| !run.terms.uncovered_share.figures().is_empty();
        self.case.not_paid().is_none() && self.runs.iter().any(is_assumed)
    }

    fn rules(&self) -> impl Iterator<Item = &Arc<Figure>> {
        let of = |run| Outcome::mattering(run).filter(|figure| figure.item != Item::UncoveredShare);
        self.runs.iter().filter(|_| self.case.not_paid().is_none()).flat_map(of)
    }

    /// Items that should be there but are not known in some run; the estimate
    /// goes on without them and says so.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing: BTreeMap<Item, Option<Date>> = BTreeMap::new();
        let mut note = |item, begins: Option<Date>| {
            let known = missing.entry(item).or_insert(begins);
            *known = known.or(begins);
        };
        for run in self.runs.iter().filter(|_| self.case.not_paid().is_none()) {
            for item in run.terms.unknown().filter(|item| run.matters(*item)) {
                note(item, run.terms.begins(item));
            }
        }
        missing.into_iter().map(|(item, begins)| Missing { item, begins }).collect()
    }
}
