//! What a year has used so far, kept apart by kind of care: an outpatient
//! deductible is not paid with a stay, while a cap may count both.

use enumset::EnumSet;

use crate::case::YearToDate;
use crate::estimate::{Counter, Settlement};
use crate::num::Money;
use crate::policy::Care;

/// The kinds of care that are counted apart.
const CARES: [Care; 3] = [Care::Inpatient, Care::Outpatient, Care::Chronic];

/// What a person has used of a year's limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    admissions: u8,
    used: [YearToDate; CARES.len()],
}

/// The amount of a counter.
fn amount(counter: Counter, mut of: YearToDate) -> Money {
    *counter.slot(&mut of)
}

impl Counters {
    /// Admissions so far.
    pub const fn admissions(&self) -> u8 {
        self.admissions
    }

    /// The year to date as a visit of some care sees it: some counters count every
    /// kind of care together, the others this kind alone.
    pub fn seen(&self, care: Care, together: EnumSet<Counter>) -> YearToDate {
        let own = self.used[care as usize];
        let mut seen = YearToDate { admissions: self.admissions, ..own };
        for counter in together {
            *counter.slot(&mut seen) = self.used.iter().map(|used| amount(counter, *used)).sum();
        }
        seen
    }

    /// Counts an admission.
    pub const fn admit(&mut self) {
        self.admissions = self.admissions.saturating_add(1);
    }

    /// Adds what a visit has used.
    pub fn add(&mut self, care: Care, settled: &Settlement) {
        if care == Care::Inpatient {
            self.admit();
        }
        let used = &mut self.used[care as usize];
        for (counter, more) in [
            (Counter::Deductible, settled.deductible),
            (Counter::Eligible, settled.eligible),
            (Counter::Fund, settled.fund),
            (Counter::Supplement, settled.supplement),
            (Counter::Burden, settled.compliant()),
            (Counter::Catastrophic, settled.catastrophic),
            (Counter::Aid, settled.aid),
        ] {
            let slot = counter.slot(used);
            *slot += more;
        }
    }

    /// Takes what is said of the year so far with a visit: what is given stands
    /// instead of what was counted, and counts on from there.
    pub fn take(&mut self, care: Care, said: &YearToDate, together: EnumSet<Counter>) {
        if said.admissions > 0 {
            self.admissions = said.admissions;
        }
        for counter in Counter::ALL {
            let said = amount(counter, *said);
            if said.is_zero() {
                continue;
            }
            if together.contains(counter) {
                self.used.iter_mut().for_each(|used| *counter.slot(used) = Money::ZERO);
            }
            *counter.slot(&mut self.used[care as usize]) = said;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paid(fund: i64) -> YearToDate {
        YearToDate { fund: Money::from_yuan(fund), ..YearToDate::default() }
    }

    #[test]
    fn a_counter_counts_its_own_care_or_all() {
        let mut counters = Counters::default();
        counters.take(Care::Inpatient, &YearToDate { admissions: 2, ..paid(100) }, EnumSet::empty());
        counters.take(Care::Outpatient, &paid(30), EnumSet::empty());
        let fund = |care, together| counters.seen(care, together).fund;
        assert_eq!(fund(Care::Outpatient, EnumSet::empty()), Money::from_yuan(30));
        assert_eq!(fund(Care::Chronic, EnumSet::empty()), Money::ZERO);
        assert_eq!(fund(Care::Chronic, EnumSet::only(Counter::Fund)), Money::from_yuan(130));
        assert_eq!(counters.seen(Care::Chronic, EnumSet::empty()).admissions, 2);
    }

    #[test]
    fn what_is_said_stands_instead_of_what_was_counted() {
        let mut counters = Counters::default();
        counters.take(Care::Inpatient, &paid(100), EnumSet::empty());
        counters.take(Care::Outpatient, &paid(500), EnumSet::only(Counter::Fund));
        assert_eq!(counters.seen(Care::Outpatient, EnumSet::only(Counter::Fund)).fund, Money::from_yuan(500));
        assert_eq!(counters.seen(Care::Inpatient, EnumSet::empty()).fund, Money::ZERO);
        counters.take(Care::Inpatient, &YearToDate::default(), EnumSet::only(Counter::Fund));
        assert_eq!(counters.seen(Care::Inpatient, EnumSet::only(Counter::Fund)).fund, Money::from_yuan(500));
    }
}
