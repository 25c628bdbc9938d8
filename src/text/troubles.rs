//! What is wrong, in words for the person who must act.

use super::Text;
use crate::case::{AmountFault, Problem, Trouble};
use crate::estimate::{EstimateError, Missing};
use crate::policy::{Fault, Finding, Place, Severity};

impl Text {
    /// What is wrong with an answer, without its field.
    pub fn trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Missing => self.trouble_missing(),
            Trouble::Amount(fault) => self.amount_fault(*fault),
            Trouble::PartsAboveTotal { parts, total } => {
                self.parts_above_total(self.money(*parts), self.money(*total))
            }
            Trouble::StatusNotOfScheme { scheme, status } => {
                self.status_not_of_scheme(self.scheme(*scheme), self.status(*status))
            }
            Trouble::UnknownPlace { typed, near } if near.is_empty() => self.place_unknown(typed.clone()),
            Trouble::UnknownPlace { typed, near } => self.place_unknown_near(typed.clone(), self.coded(near)),
            Trouble::AmbiguousPlace { typed, several } => {
                self.place_ambiguous(typed.clone(), self.coded(several))
            }
            Trouble::UnknownWord { typed, choices, near: None } => {
                self.word_unknown(typed.clone(), self.list(choices))
            }
            Trouble::UnknownWord { typed, choices, near: Some(near) } => {
                self.word_unknown_near(typed.clone(), *near, self.list(choices))
            }
            Trouble::Date => self.date_wrong(),
        }
    }

    /// What is wrong with an answer, with its field.
    pub fn problem(&self, problem: &Problem) -> String {
        self.trouble_at(self.field(problem.field), self.trouble(&problem.trouble))
    }

    fn amount_fault(&self, fault: AmountFault) -> String {
        match fault {
            AmountFault::Empty => self.amount_empty(),
            AmountFault::NotANumber => self.amount_not_a_number(),
            AmountFault::Negative => self.amount_negative(),
            AmountFault::TooLarge => self.amount_too_large(),
            AmountFault::TooFine => self.amount_too_fine(),
            AmountFault::Grouping => self.amount_grouping(),
        }
    }

    /// Places with their codes, so that each can be named without doubt.
    fn coded(&self, places: &[Place]) -> String {
        self.list(places.iter().map(|place| format!("{} {}", place.name(), place.code())))
    }

    /// Why there is no estimate.
    pub fn estimate_error(&self, error: &EstimateError) -> String {
        match error {
            EstimateError::File(error) => self.data_broken(error.to_string()),
            EstimateError::Clash(clash) => self.data_clash(clash.to_string()),
            EstimateError::NoRate { begins: None } => self.no_rate(),
            EstimateError::NoRate { begins: Some(date) } => self.no_rate_before(date.to_string()),
        }
    }

    /// Items without a figure, one sentence for all that are simply unknown and
    /// one for each that begins later.
    pub fn missing(&self, missing: &[Missing]) -> Vec<String> {
        let unknown: Vec<String> = missing
            .iter()
            .filter(|missing| missing.begins.is_none())
            .map(|missing| self.item(missing.item))
            .collect();
        let later = missing.iter().filter_map(|missing| {
            Some(self.unknown_begins(self.item(missing.item), missing.begins?.to_string()))
        });
        let all = (!unknown.is_empty()).then(|| self.unknown_items(self.list(unknown)));
        all.into_iter().chain(later).collect()
    }

    /// How much a finding of the data check matters.
    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Error => self.severity_error(),
            Severity::Warning => self.severity_warning(),
        }
    }

    /// A finding of the data check with its place, as compilers write it.
    pub fn finding(&self, finding: &Finding) -> String {
        let Finding { file, line, figure, fault } = finding;
        let severity = self.severity(fault.severity());
        let figure = figure.as_ref().map_or_else(String::new, |id| format!(" {id}"));
        format!("{file}:{line}: {severity}{figure}: {}", self.fault(fault))
    }

    /// A finding of the data check and the way out.
    pub fn fault(&self, fault: &Fault) -> String {
        // Fluent takes numbers as 64-bit.
        let line = |line: &usize| u64::try_from(*line).unwrap_or(u64::MAX);
        match fault {
            Fault::Unreadable(detail) => self.fault_unreadable(detail.clone()),
            Fault::UnknownSource(name) => self.fault_unknown_source(name.clone()),
            Fault::Same { other } => self.fault_same(line(other)),
            Fault::Clash { with, other } => self.fault_clash(line(other), with.clone()),
            Fault::Bands => self.fault_bands(),
            Fault::AboveCeiling => self.fault_above_ceiling(),
        }
    }
}
