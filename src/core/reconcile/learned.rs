//! Local rules that a slip shows.

use super::{Change, Reconciled, SlipCause};
use crate::case::Field;
use crate::policy::Grade;

impl Reconciled {
    /// The rules of this visit that the slip shows, as they would be told: those of the
    /// most likely explanation that is all rules; else its deductible and the share that
    /// its numbers come to, where nothing better is known of them.
    pub fn learned(&self) -> Vec<(Field, String)> {
        let of_cause = |cause: &SlipCause| {
            let changes = std::iter::once(&cause.change).chain(&cause.also);
            changes.map(|change| rule(*change)).collect::<Option<Vec<_>>>()
        };
        if let Some(rules) = self.causes.iter().find_map(of_cause) {
            return rules;
        }
        if self.expected.low() == self.expected.high() || self.expected.rules_grade() > Grade::Community {
            return Vec::new();
        }
        let rate = self.effective_rate.map(|rate| (Field::RuleRate, rate.to_string()));
        let deductible = self.deductible.map(|amount| (Field::RuleDeductible, amount.to_string()));
        deductible.into_iter().chain(rate).collect()
    }
}

/// What was worked out from the slip, as a rule.
fn rule(change: Change) -> Option<(Field, String)> {
    Some(match change {
        Change::Deductible(amount) => (Field::RuleDeductible, amount.to_string()),
        Change::Rate(rate) => (Field::RuleRate, rate.to_string()),
        Change::SupplementRate(rate) => (Field::RuleSupplementRate, rate.to_string()),
        _ => return None,
    })
}
