//! The draft: answers as typed, and what becomes of them.

use jiff::civil::Date;

use super::amount::{AmountFault, parse_amount};
use super::{Bill, Case, Filed, Reason, YearToDate};
use crate::num::Money;
use crate::policy::{Care, Place, Scheme, Status, Tier};

/// Answers as they were given; what is missing was not answered yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Where the person is insured.
    pub insured: Option<Place>,
    /// Where treatment happens.
    pub care_place: Option<Place>,
    /// The scheme, where it was named apart from the status.
    pub scheme: Option<Scheme>,
    /// The status, which implies the scheme.
    pub status: Option<Status>,
    /// The hospital's tier.
    pub tier: Option<Tier>,
    /// Why the person goes there.
    pub reason: Reason,
    /// Whether the trip is filed.
    pub filed: Filed,
    /// The whole bill.
    pub total: String,
    /// Own expense; empty means unknown.
    pub own_expense: String,
    /// Class-B prepay; empty means unknown.
    pub prepay: String,
    /// Over-limit; empty means unknown.
    pub over_limit: String,
    /// The settlement date; empty means today.
    pub date: String,
}

/// A question, as messages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Insured area.
    Insured,
    /// Care area.
    CarePlace,
    /// Scheme.
    Scheme,
    /// Status.
    Status,
    /// Hospital tier.
    Tier,
    /// Reason for going.
    Reason,
    /// Filed or not.
    Filed,
    /// Total of the bill.
    Total,
    /// Own expense.
    OwnExpense,
    /// Class-B prepay.
    Prepay,
    /// Over-limit.
    OverLimit,
    /// Settlement date.
    Date,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It was not given.
    Missing,
    /// It is no amount.
    Amount(AmountFault),
    /// The parts of the bill add up to more than the whole.
    PartsAboveTotal {
        /// Own expense, prepay and over-limit together.
        parts: Money,
        /// The whole bill.
        total: Money,
    },
    /// The status does not belong to the scheme.
    StatusNotOfScheme {
        /// The scheme named.
        scheme: Scheme,
        /// The status named.
        status: Status,
    },
    /// No place has this name.
    UnknownPlace {
        /// What was typed.
        typed: String,
        /// Places with a like name.
        near: Vec<Place>,
    },
    /// Several places have this name.
    AmbiguousPlace {
        /// What was typed.
        typed: String,
        /// The places that have it.
        several: Vec<Place>,
    },
    /// The word is not one of those that can be chosen.
    UnknownWord {
        /// What was typed.
        typed: String,
        /// The words that can be chosen.
        choices: Vec<&'static str>,
        /// The one it looks like.
        near: Option<&'static str>,
    },
    /// It is no date.
    Date,
}

/// An answer and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question.
    pub field: Field,
    /// What is wrong.
    pub trouble: Trouble,
}

impl Problem {
    const fn missing(field: Field) -> Self {
        Self { field, trouble: Trouble::Missing }
    }
}

/// An answer without which there is no case.
fn needed<T>(field: Field, answer: Option<T>, problems: &mut Vec<Problem>) -> Option<T> {
    if answer.is_none() {
        problems.push(Problem::missing(field));
    }
    answer
}

/// A day as people write it: `2026-11-22`, `2026/1/5`, `2026.1.5`, `2026年1月5日`.
fn day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> =
        typed.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// An amount that may stay unknown.
fn optional(field: Field, typed: &str, problems: &mut Vec<Problem>) -> Option<Money> {
    match parse_amount(typed) {
        Ok(money) => Some(money),
        Err(AmountFault::Empty) => None,
        Err(fault) => {
            problems.push(Problem { field, trouble: Trouble::Amount(fault) });
            None
        }
    }
}

impl Draft {
    /// Makes a case of the answers, or tells everything that is wrong with
    /// them, in the order of the questions.
    ///
    /// # Errors
    /// With at least one problem.
    pub fn finish(&self, today: Date) -> Result<Case, Vec<Problem>> {
        let mut problems = Vec::new();
        let insured = needed(Field::Insured, self.insured, &mut problems);
        let care_place = needed(Field::CarePlace, self.care_place, &mut problems);
        let status = needed(Field::Status, self.status, &mut problems);
        if let (Some(scheme), Some(status)) = (self.scheme, self.status)
            && status.scheme() != scheme
        {
            let trouble = Trouble::StatusNotOfScheme { scheme, status };
            problems.push(Problem { field: Field::Status, trouble });
        }
        let tier = needed(Field::Tier, self.tier, &mut problems);
        let bill = self.bill(&mut problems);
        let date = self.settlement_date(today);
        if date.is_none() {
            problems.push(Problem { field: Field::Date, trouble: Trouble::Date });
        }
        let parts = (insured, care_place, status, tier, bill, date);
        let (Some(insured), Some(care_place), Some(status), Some(tier), Some(bill), Some(date)) = parts
        else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Case {
            insured,
            care_place,
            status,
            care: Care::Inpatient,
            tier,
            reason: self.reason,
            filed: self.filed,
            bill,
            year: YearToDate::default(),
            account: Money::ZERO,
            hardship: false,
            disease: None,
            age: None,
            hospital: None,
            contribution: None,
            retired_in: None,
            date,
        })
    }

    /// The bill, checked; problems name the amount they are about.
    fn bill(&self, problems: &mut Vec<Problem>) -> Option<Bill> {
        let total = match parse_amount(&self.total) {
            Ok(total) => Some(total),
            Err(AmountFault::Empty) => {
                problems.push(Problem::missing(Field::Total));
                None
            }
            Err(fault) => {
                problems.push(Problem { field: Field::Total, trouble: Trouble::Amount(fault) });
                None
            }
        };
        let own_expense = optional(Field::OwnExpense, &self.own_expense, problems);
        let prepay = optional(Field::Prepay, &self.prepay, problems);
        let over_limit = optional(Field::OverLimit, &self.over_limit, problems);
        let bill = Bill { total: total?, own_expense, prepay, over_limit };
        let parts = bill.known_parts();
        if parts > bill.total {
            let trouble = Trouble::PartsAboveTotal { parts, total: bill.total };
            problems.push(Problem { field: self.last_part(), trouble });
            return None;
        }
        Some(bill)
    }

    /// The last part of the bill that was given: where a sum that is too large is shown.
    fn last_part(&self) -> Field {
        if !self.over_limit.trim().is_empty() {
            Field::OverLimit
        } else if !self.prepay.trim().is_empty() {
            Field::Prepay
        } else {
            Field::OwnExpense
        }
    }

    /// The date as typed, today where nothing was; none where it is no date.
    pub fn settlement_date(&self, today: Date) -> Option<Date> {
        match self.date.trim() {
            "" => Some(today),
            typed => day(typed),
        }
    }

    /// What is wrong with the amounts and the date alone, for a form that is
    /// being filled in.
    pub fn bill_problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.bill(&mut problems);
        if self.settlement_date(Date::default()).is_none() {
            problems.push(Problem { field: Field::Date, trouble: Trouble::Date });
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::resolve;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    fn plain() -> Draft {
        Draft {
            insured: resolve("鞍山").ok(),
            care_place: resolve("北京").ok(),
            status: Some(Status::Active),
            tier: Some(Tier::Three),
            total: "5万".to_owned(),
            ..Draft::default()
        }
    }

    fn troubles(draft: &Draft) -> Vec<(Field, Trouble)> {
        let problems = draft.finish(TODAY).err().unwrap_or_default();
        problems.into_iter().map(|problem| (problem.field, problem.trouble)).collect()
    }

    #[test]
    fn a_plain_draft_makes_a_case() {
        let case = plain().finish(TODAY).unwrap();
        assert_eq!(case.bill.total, Money::from_yuan(50_000));
        assert_eq!((case.bill.own_expense, case.filed, case.date), (None, Filed::Yes, TODAY));
        assert_eq!(case.scheme(), Scheme::Employee);
    }

    #[test]
    fn everything_missing_is_named_in_order() {
        let missing: Vec<_> = troubles(&Draft::default()).into_iter().map(|(field, _)| field).collect();
        assert_eq!(missing, [Field::Insured, Field::CarePlace, Field::Status, Field::Tier, Field::Total]);
    }

    #[test]
    fn each_refusal_names_its_field() {
        let mut draft = plain();
        draft.total = "abc".into();
        draft.own_expense = "-5".into();
        draft.date = "2026-13-01".into();
        assert_eq!(
            troubles(&draft),
            [
                (Field::Total, Trouble::Amount(AmountFault::NotANumber)),
                (Field::OwnExpense, Trouble::Amount(AmountFault::Negative)),
                (Field::Date, Trouble::Date),
            ]
        );
    }

    #[test]
    fn parts_above_the_total_are_shown_at_the_last_part() {
        let mut draft = plain();
        draft.own_expense = "4万".into();
        draft.prepay = "2万".into();
        let (parts, total) = (Money::from_yuan(60_000), Money::from_yuan(50_000));
        assert_eq!(troubles(&draft), [(Field::Prepay, Trouble::PartsAboveTotal { parts, total })]);
        draft.prepay = "1万".into();
        assert_eq!(troubles(&draft), [], "as much as the total is allowed");
    }

    #[test]
    fn a_day_is_taken_in_the_usual_forms() {
        for typed in ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日"] {
            let draft = Draft { date: typed.into(), ..plain() };
            assert_eq!(draft.finish(TODAY).unwrap().date, jiff::civil::date(2026, 1, 5), "{typed}");
        }
        for typed in ["2026-02-30", "5", "1-2-3-4", "abc"] {
            let draft = Draft { date: typed.into(), ..plain() };
            assert_eq!(troubles(&draft), [(Field::Date, Trouble::Date)], "{typed}");
        }
    }

    #[test]
    fn a_child_has_no_employee_scheme() {
        let mut draft = plain();
        draft.scheme = Some(Scheme::Employee);
        draft.status = Some(Status::Child);
        let trouble = Trouble::StatusNotOfScheme { scheme: Scheme::Employee, status: Status::Child };
        assert_eq!(troubles(&draft), [(Field::Status, trouble)]);
    }
}
