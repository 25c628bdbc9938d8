//! What a year has used so far, kept apart by kind of care: an outpatient
//! deductible is not paid with a stay, while a cap may count both.

use enumset::EnumSet;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::case::{Case, Effect, YearToDate};
use crate::estimate::{Counter, Settlement};
use crate::num::Money;
use crate::policy::Care;

/// The kinds of care that are counted apart.
const CARES: [Care; 3] = [Care::Inpatient, Care::Outpatient, Care::Chronic];

/// So soon after a discharge a transfer is of the same illness.
const TRANSFERRED_WITHIN: i64 = 7;

/// The same where only the days of discharge are known.
const DISCHARGED_WITHIN: i64 = 60;

/// The last stay, and what it and those that it was transferred from took as deductible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Illness {
    discharged: Date,
    deductible: Money,
}

/// What a person has used of a year's limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    admissions: u8,
    illness: Option<Illness>,
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

    /// The year to date as a case sees it: some counters count every kind of care
    /// together, the others this kind alone.
    pub fn seen(&self, case: &Case, together: EnumSet<Counter>) -> YearToDate {
        let own = self.used[case.care as usize];
        let illness = self.illness(case).map(|illness| illness.deductible);
        let mut seen = YearToDate { admissions: self.admissions, illness, ..own };
        for counter in together {
            *counter.slot(&mut seen) = self.used.iter().map(|used| amount(counter, *used)).sum();
        }
        seen
    }

    /// The illness that goes on in a case, where the hospital before is known.
    fn illness(&self, case: &Case) -> Option<Illness> {
        let goes_on = case.care == Care::Inpatient && case.has(Effect::DeductibleRunsOn);
        let (day, within) = match case.admitted {
            Some(admitted) => (admitted, TRANSFERRED_WITHIN),
            None => (case.date, DISCHARGED_WITHIN),
        };
        self.illness.filter(|before| goes_on && day <= before.discharged.saturating_add(within.days()))
    }

    /// Counts an admission of which nothing else is known.
    pub const fn admit(&mut self) {
        self.admissions = self.admissions.saturating_add(1);
        self.illness = None;
    }

    /// Adds what a case has used.
    pub fn add(&mut self, case: &Case, settled: &Settlement) {
        if case.care == Care::Inpatient {
            let before = self.illness(case).map(|illness| illness.deductible).unwrap_or_default();
            self.admit();
            self.illness = Some(Illness { discharged: case.date, deductible: before + settled.deductible });
        }
        let used = &mut self.used[case.care as usize];
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
    use jiff::civil::date;

    use super::*;
    use crate::answers::{Draft, express};

    fn case(care: Care) -> Case {
        let read = express("武汉 武汉 在职 三级 3万 2026-06-20", &Draft::default());
        Case { care, ..read.draft.finish(date(2026, 11, 22)).unwrap() }
    }

    fn paid(fund: i64) -> YearToDate {
        YearToDate { fund: Money::from_yuan(fund), ..YearToDate::default() }
    }

    #[test]
    fn a_counter_counts_its_own_care_or_all() {
        let mut counters = Counters::default();
        counters.take(Care::Inpatient, &YearToDate { admissions: 2, ..paid(100) }, EnumSet::empty());
        counters.take(Care::Outpatient, &paid(30), EnumSet::empty());
        let fund = |care, together| counters.seen(&case(care), together).fund;
        assert_eq!(fund(Care::Outpatient, EnumSet::empty()), Money::from_yuan(30));
        assert_eq!(fund(Care::Chronic, EnumSet::empty()), Money::ZERO);
        assert_eq!(fund(Care::Chronic, EnumSet::only(Counter::Fund)), Money::from_yuan(130));
        assert_eq!(counters.seen(&case(Care::Chronic), EnumSet::empty()).admissions, 2);
    }

    #[test]
    fn what_is_said_stands_instead_of_what_was_counted() {
        let mut counters = Counters::default();
        counters.take(Care::Inpatient, &paid(100), EnumSet::empty());
        counters.take(Care::Outpatient, &paid(500), EnumSet::only(Counter::Fund));
        assert_eq!(
            counters.seen(&case(Care::Outpatient), EnumSet::only(Counter::Fund)).fund,
            Money::from_yuan(500)
        );
        assert_eq!(counters.seen(&case(Care::Inpatient), EnumSet::empty()).fund, Money::ZERO);
        counters.take(Care::Inpatient, &YearToDate::default(), EnumSet::only(Counter::Fund));
        assert_eq!(
            counters.seen(&case(Care::Inpatient), EnumSet::only(Counter::Fund)).fund,
            Money::from_yuan(500)
        );
    }
}
