//! The draft: answers as typed, and what becomes of them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::amount::{AmountFault, parse_amount};
use super::problem::{Field, Problem, Trouble};
use super::{Bill, Case, Filed, Reason, YearToDate};
use crate::num::Money;
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Place, Scheme, Status, Tier};

/// Answers as they were given; what is missing was not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// What kind of visit.
    pub care: Care,
    /// The chronic kind, for chronic care.
    pub disease: Option<Disease>,
    /// Whether the person is in hardship.
    pub hardship: bool,
    /// The hospital's class within its tier.
    pub hospital: Option<HospitalClass>,
    /// The contribution class.
    pub contribution: Option<ContributionClass>,
    /// What was typed, by question; nothing typed means unknown, or the usual.
    pub texts: BTreeMap<Field, String>,
}

/// A day as people write it: `2026-11-22`, `2026/1/5`, `2026.1.5`, `2026年1月5日`.
pub fn parse_day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> =
        typed.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            insured: None,
            care_place: None,
            scheme: None,
            status: None,
            tier: None,
            reason: Reason::default(),
            filed: Filed::default(),
            care: Care::Inpatient,
            disease: None,
            hardship: false,
            hospital: None,
            contribution: None,
            texts: BTreeMap::new(),
        }
    }
}

/// Reads typed answers and gathers what is wrong with them.
struct Reader<'d> {
    draft: &'d Draft,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn wrong(&mut self, field: Field, trouble: Trouble) {
        self.problems.push(Problem { field, trouble });
    }

    /// An answer without which there is no case.
    fn needed<T>(&mut self, field: Field, answer: Option<T>) -> Option<T> {
        if answer.is_none() {
            self.wrong(field, Trouble::Missing);
        }
        answer
    }

    /// An amount that may stay unknown.
    fn amount(&mut self, field: Field) -> Option<Money> {
        match parse_amount(self.draft.typed(field)) {
            Ok(money) => Some(money),
            Err(AmountFault::Empty) => None,
            Err(fault) => {
                self.wrong(field, Trouble::Amount(fault));
                None
            }
        }
    }

    /// A whole number between two that may stay unknown.
    fn number(&mut self, field: Field, least: i16, most: i16) -> Option<i16> {
        let typed = self.draft.typed(field).trim();
        if typed.is_empty() {
            return None;
        }
        let number = typed.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(field, Trouble::Number { least, most });
        }
        number
    }

    /// The bill; problems name the amount they are about.
    fn bill(&mut self) -> Option<Bill> {
        let typed = self.amount(Field::Total);
        let total = if self.draft.typed(Field::Total).trim().is_empty() {
            self.needed(Field::Total, typed)
        } else {
            typed
        };
        let own_expense = self.amount(Field::OwnExpense);
        let prepay = self.amount(Field::Prepay);
        let over_limit = self.amount(Field::OverLimit);
        let bill = Bill { total: total?, own_expense, prepay, over_limit };
        let parts = bill.known_parts();
        if parts > bill.total {
            // Shown at the last part that was given.
            let given = |field: &Field| !self.draft.typed(*field).trim().is_empty();
            let last = [Field::OverLimit, Field::Prepay].into_iter().find(given).unwrap_or(Field::OwnExpense);
            self.wrong(last, Trouble::PartsAboveTotal { parts, total: bill.total });
            return None;
        }
        Some(bill)
    }

    fn date(&mut self, today: Date) -> Option<Date> {
        let typed = self.draft.typed(Field::Date).trim();
        let date = if typed.is_empty() { Some(today) } else { parse_day(typed) };
        if date.is_none() {
            self.wrong(Field::Date, Trouble::Date);
        }
        date
    }

    fn year_to_date(&mut self) -> YearToDate {
        const MOST_ADMISSIONS: i16 = 99;
        let admission = self.number(Field::Admission, 1, MOST_ADMISSIONS).unwrap_or(1);
        let mut amount = |field| self.amount(field).unwrap_or_default();
        YearToDate {
            admissions: u8::try_from(admission - 1).unwrap_or_default(),
            deductible: amount(Field::YtdDeductible),
            eligible: amount(Field::YtdEligible),
            fund: amount(Field::YtdFund),
            supplement: amount(Field::YtdSupplement),
            burden: amount(Field::YtdBurden),
            catastrophic: amount(Field::YtdCatastrophic),
            aid: amount(Field::YtdAid),
        }
    }
}

impl Draft {
    /// What was typed for a question; empty where nothing was.
    pub fn typed(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Takes what was typed for a question.
    pub fn write(&mut self, field: Field, typed: &str) {
        if typed.is_empty() {
            self.texts.remove(&field);
        } else {
            self.texts.insert(field, typed.to_owned());
        }
    }

    /// Makes a case of the answers, or tells everything that is wrong with
    /// them, in the order of the questions.
    ///
    /// # Errors
    /// With at least one problem.
    pub fn finish(&self, today: Date) -> Result<Case, Vec<Problem>> {
        let mut reader = Reader { draft: self, problems: Vec::new() };
        let insured = reader.needed(Field::Insured, self.insured);
        let care_place = reader.needed(Field::CarePlace, self.care_place);
        let status = reader.needed(Field::Status, self.status);
        if let (Some(scheme), Some(status)) = (self.scheme, self.status)
            && status.scheme() != scheme
        {
            reader.wrong(Field::Status, Trouble::StatusNotOfScheme { scheme, status });
        }
        let tier = reader.needed(Field::Tier, self.tier);
        if self.care == Care::Chronic && self.disease.is_none() {
            reader.wrong(Field::Disease, Trouble::KindMissing);
        }
        let bill = reader.bill();
        let date = reader.date(today);
        let age = reader.number(Field::Age, 0, 130).and_then(|age| u8::try_from(age).ok());
        let account = reader.amount(Field::Account).unwrap_or_default();
        let year = reader.year_to_date();
        let retired_in = reader.number(Field::RetiredIn, 1950, 2100);
        let parts = (insured, care_place, status, tier, bill, date);
        let (Some(insured), Some(care_place), Some(status), Some(tier), Some(bill), Some(date)) = parts
        else {
            return Err(reader.problems);
        };
        if !reader.problems.is_empty() {
            return Err(reader.problems);
        }
        Ok(Case {
            insured,
            care_place,
            status: at_age(status, age),
            care: self.care,
            tier,
            reason: self.reason,
            filed: self.filed,
            bill,
            year,
            account: if status.scheme() == Scheme::Employee { account } else { Money::ZERO },
            hardship: self.hardship,
            disease: self.disease.filter(|_| self.care == Care::Chronic),
            age,
            hospital: self.hospital,
            contribution: self.contribution,
            retired_in,
            date,
        })
    }

    /// What is wrong with everything that is typed in step 5, for a form that
    /// is being filled in.
    pub fn trip_problems(&self) -> Vec<Problem> {
        let mut reader = Reader { draft: self, problems: Vec::new() };
        if self.care == Care::Chronic && self.disease.is_none() {
            reader.wrong(Field::Disease, Trouble::KindMissing);
        }
        reader.bill();
        reader.date(Date::default());
        reader.number(Field::Age, 0, 130);
        reader.amount(Field::Account);
        reader.year_to_date();
        reader.number(Field::RetiredIn, 1950, 2100);
        reader.problems
    }
}

/// An adult resident of 60 and over is a senior (settlement rules, "Figures").
fn at_age(status: Status, age: Option<u8>) -> Status {
    match (status, age) {
        (Status::Adult, Some(60..)) => Status::Senior,
        _ => status,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::resolve;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    fn plain() -> Draft {
        let mut draft = Draft {
            insured: resolve("鞍山").ok(),
            care_place: resolve("北京").ok(),
            status: Some(Status::Active),
            tier: Some(Tier::Three),
            ..Draft::default()
        };
        draft.write(Field::Total, "5万");
        draft
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
        draft.write(Field::Total, "abc");
        draft.write(Field::OwnExpense, "-5");
        draft.write(Field::Date, "2026-13-01");
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
        draft.write(Field::OwnExpense, "4万");
        draft.write(Field::Prepay, "2万");
        let (parts, total) = (Money::from_yuan(60_000), Money::from_yuan(50_000));
        assert_eq!(troubles(&draft), [(Field::Prepay, Trouble::PartsAboveTotal { parts, total })]);
        draft.write(Field::Prepay, "1万");
        assert_eq!(troubles(&draft), [], "as much as the total is allowed");
    }

    #[test]
    fn a_day_is_taken_in_the_usual_forms() {
        for typed in ["2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日"] {
            let mut draft = plain();
            draft.write(Field::Date, typed);
            assert_eq!(draft.finish(TODAY).unwrap().date, jiff::civil::date(2026, 1, 5), "{typed}");
        }
        for typed in ["2026-02-30", "5", "1-2-3-4", "abc"] {
            let mut draft = plain();
            draft.write(Field::Date, typed);
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

    #[test]
    fn everything_that_may_stay_unknown_is_read_where_it_is_given() {
        let mut draft = plain();
        for (field, typed) in [
            (Field::Age, "45"),
            (Field::Account, "1200"),
            (Field::Admission, "2"),
            (Field::YtdDeductible, "800"),
            (Field::YtdFund, "3万"),
            (Field::RetiredIn, "1999"),
        ] {
            draft.write(field, typed);
        }
        let case = draft.finish(TODAY).unwrap();
        assert_eq!((case.age, case.retired_in, case.year.admissions), (Some(45), Some(1999), 1));
        assert_eq!((case.account, case.year.deductible), (Money::from_yuan(1_200), Money::from_yuan(800)));
        assert_eq!(case.year.fund, Money::from_yuan(30_000));
        draft.write(Field::Admission, "0");
        draft.write(Field::Age, "old");
        assert_eq!(
            troubles(&draft),
            [
                (Field::Age, Trouble::Number { least: 0, most: 130 }),
                (Field::Admission, Trouble::Number { least: 1, most: 99 }),
            ]
        );
    }

    #[test]
    fn an_adult_of_sixty_is_a_senior_and_chronic_care_needs_a_kind() {
        let mut draft = plain();
        draft.status = Some(Status::Adult);
        draft.write(Field::Age, "60");
        assert_eq!(draft.finish(TODAY).unwrap().status, Status::Senior);
        draft.care = Care::Chronic;
        assert_eq!(troubles(&draft), [(Field::Disease, Trouble::KindMissing)]);
        draft.disease = Some(Disease::Dialysis);
        assert_eq!(draft.finish(TODAY).unwrap().disease, Some(Disease::Dialysis));
    }
}
