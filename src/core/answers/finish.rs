//! From a draft to a case: the one door.

use jiff::civil::Date;

use super::draft::Draft;
use super::problem::{Problem, ProblemKind};
use super::read::Reader;
use super::typed::Typed;
use enumset::EnumSet;

use crate::case::{Case, Circumstance, Effect, Field, Filed, Networked, Possible};
use crate::num::Money;
use crate::policy::{Care, Scheme, Status};

impl Draft {
    /// Makes a case of the answers, or tells everything that is wrong with
    /// them, in the order of the questions.
    ///
    /// # Errors
    /// With at least one problem.
    pub fn finish(&self, today: Date) -> Result<Case, Vec<Problem>> {
        self.finish_typed(self, today)
    }

    /// The same with typed answers that stand elsewhere than in the draft, for
    /// many cases read in place.
    ///
    /// # Errors
    /// With at least one problem.
    pub fn finish_typed(&self, typed: &impl Typed, today: Date) -> Result<Case, Vec<Problem>> {
        let mut reader = Reader::of(typed);
        let insured = reader.needed(Field::Insured, self.insured);
        let care_place = reader.needed(Field::CarePlace, self.care_place);
        let status = reader.needed(Field::Status, self.possible_statuses());
        if let (Some(scheme), Some(status)) = (self.scheme, self.status)
            && status.scheme() != scheme
        {
            reader.wrong(Field::Status, ProblemKind::StatusNotOfScheme { scheme, status });
        }
        let tier = reader.needed(Field::Tier, self.possible_tiers());
        if self.care == Care::Chronic && self.disease.is_none() {
            reader.wrong(Field::Disease, ProblemKind::KindMissing);
        }
        let bill = reader.bill();
        let stay = reader.stay(today);
        let age = age(&mut reader, self.status);
        let account = reader.amount(Field::Account).unwrap_or_default();
        let year = reader.year_to_date();
        let retired_in = reader.number(Field::RetiredIn);
        let told = reader.told();
        let parts = (insured, care_place, status, tier, bill, stay);
        let (Some(insured), Some(care_place), Some(status), Some(tier), Some(bill), Some(stay)) = parts
        else {
            return Err(reader.problems);
        };
        if !reader.problems.is_empty() {
            return Err(reader.problems);
        }
        let over_new_year = self.care == Care::Inpatient
            && stay.admitted.is_some_and(|admitted| admitted.year() < stay.settled.year());
        let circumstances =
            if over_new_year { self.circumstances | Circumstance::OverNewYear } else { self.circumstances };
        let does = |effect| circumstances.iter().any(|one| one.effect() == effect);
        // What a filing or a hospital is worth where one of them says otherwise.
        let filed_here = self.filed != Filed::Yes || !does(Effect::NotFiledHere);
        let networked = if does(Effect::NotNetworked) { Networked::No } else { self.networked };
        Ok(Case {
            insured,
            care_place,
            status: at_age(status, age),
            care: self.care,
            tier,
            reason: self.reason,
            filed: if filed_here { self.filed } else { Filed::No },
            bill,
            year,
            year_at_worst: None,
            account: if status.all().iter().any(is_employee) { account } else { Money::ZERO },
            hardship: self.hardship,
            disease: self.disease.filter(|_| self.care == Care::Chronic),
            age,
            hospital: self.hospital,
            contribution: self.contribution,
            retired_in,
            told,
            networked,
            circumstances,
            admitted: stay.admitted,
            discharged: stay.discharged,
            date: stay.settled,
        })
    }

    /// What is wrong with everything that is typed in step 5, for a form that
    /// is being filled in.
    pub fn trip_problems(&self) -> Vec<Problem> {
        let mut reader = Reader::of(self);
        if self.care == Care::Chronic && self.disease.is_none() {
            reader.wrong(Field::Disease, ProblemKind::KindMissing);
        }
        reader.bill();
        reader.check_stay();
        age(&mut reader, self.status);
        reader.amount(Field::Account);
        reader.year_to_date();
        reader.number(Field::RetiredIn);
        reader.told();
        reader.problems
    }
}

/// The day on which typed answers are settled, whatever else is wrong with them;
/// nothing where their days cannot be taken.
pub fn settled_on(typed: &impl Typed, today: Date) -> Option<Date> {
    Reader::of(typed).stay(today).map(|stay| stay.settled)
}

/// The age in full years, where it was given: one that goes with the status.
fn age<T: Typed>(reader: &mut Reader<'_, T>, status: Option<Status>) -> Option<u8> {
    let age = reader.number(Field::Age).and_then(|age| u8::try_from(age).ok())?;
    if let Some(status) = status {
        let (least, most) = status.possible_ages();
        if !(least..=most).contains(&age) {
            reader.wrong(Field::Age, ProblemKind::AgeNotOfStatus { status, least, most });
        }
    }
    Some(age)
}

/// An adult resident of 60 and over is a senior (settlement rules, "Figures").
/// Of several only those that the age leaves.
fn at_age(status: Possible<Status>, age: Option<u8>) -> Possible<Status> {
    let Some(age) = age else { return status };
    let at_age = |status: Status| if status == Status::Adult && age >= 60 { Status::Senior } else { status };
    let is_left = |status: &Status| {
        let (least, most) = status.possible_ages();
        (least..=most).contains(&age)
    };
    let left: EnumSet<Status> = status.all().iter().filter(is_left).map(at_age).collect();
    Possible::one_of(left).unwrap_or(status)
}

fn is_employee(status: Status) -> bool {
    status.scheme() == Scheme::Employee
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::AmountError;
    use crate::case::Filed;
    use crate::num::{Percent, Span};
    use crate::places::resolve;
    use crate::policy::{Disease, Tier};

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

    fn troubles(draft: &Draft) -> Vec<(Field, ProblemKind)> {
        let problems = draft.finish(TODAY).err().unwrap_or_default();
        problems.into_iter().map(|problem| (problem.field, problem.trouble)).collect()
    }

    #[test]
    fn a_plain_draft_makes_a_case() {
        let case = plain().finish(TODAY).unwrap();
        assert_eq!(case.bill.total, Some(Span::exact(Money::from_yuan(50_000))));
        assert_eq!((case.bill.own_expense, case.filed, case.date), (None, Filed::Planned, TODAY));
        assert_eq!(case.scheme(), Some(Scheme::Employee));
    }

    #[test]
    fn everything_missing_is_named_in_order() {
        let missing: Vec<_> = troubles(&Draft::default()).into_iter().map(|(field, _)| field).collect();
        assert_eq!(missing, [Field::Insured, Field::CarePlace, Field::Status, Field::Tier]);
    }

    #[test]
    fn the_bill_may_be_a_span_or_not_known() {
        let mut draft = plain();
        let total = |draft: &Draft| draft.finish(TODAY).unwrap().bill.total;
        draft.write(Field::Total, "5-8万");
        assert_eq!(total(&draft), Span::new(Money::from_yuan(50_000), Money::from_yuan(80_000)));
        // Parts of six are in the bill: it is six at least.
        draft.write(Field::OwnExpense, "6万");
        assert_eq!(total(&draft), Span::new(Money::from_yuan(60_000), Money::from_yuan(80_000)));
        draft.write(Field::OwnExpense, "9万");
        assert!(matches!(troubles(&draft)[..], [(Field::OwnExpense, ProblemKind::PartsAboveTotal { .. })]));
        draft.write(Field::Total, " ");
        assert_eq!((total(&draft), draft.trip_problems()), (None, vec![]));
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
                (Field::Total, ProblemKind::Amount(AmountError::NotANumber)),
                (Field::OwnExpense, ProblemKind::Amount(AmountError::Negative)),
                (Field::Date, ProblemKind::Date),
            ]
        );
    }

    #[test]
    fn parts_above_the_total_are_shown_at_the_last_part() {
        let mut draft = plain();
        draft.write(Field::OwnExpense, "4万");
        draft.write(Field::Prepay, "2万");
        let (parts, total) = (Money::from_yuan(60_000), Money::from_yuan(50_000));
        assert_eq!(troubles(&draft), [(Field::Prepay, ProblemKind::PartsAboveTotal { parts, total })]);
        draft.write(Field::Prepay, "1万");
        assert_eq!(troubles(&draft), [], "as much as the total is allowed");
    }

    #[test]
    fn a_day_is_taken_in_the_usual_forms() {
        for typed in [
            "2026-01-05",
            "2026/1/5",
            "2026.1.5",
            "2026年1月5日",
            "2026年1月5号",
            "20260105",
            "２０２６－０１－０５",
            "2026-01-05 18:09:52",
            "2026-01-05T18:09",
        ] {
            let mut draft = plain();
            draft.write(Field::Date, typed);
            assert_eq!(draft.finish(TODAY).unwrap().date, jiff::civil::date(2026, 1, 5), "{typed}");
        }
        for (typed, day) in
            [("10-20", jiff::civil::date(2026, 10, 20)), ("昨天", jiff::civil::date(2026, 11, 21))]
        {
            let mut draft = plain();
            draft.write(Field::Date, typed);
            assert_eq!((draft.finish(TODAY).unwrap().date, draft.trip_problems()), (day, vec![]), "{typed}");
            draft.settle_days(TODAY);
            assert_eq!(draft.typed(Field::Date), day.to_string(), "it means the same tomorrow");
        }
        for typed in ["2026-02-30", "5", "1-2-3-4", "abc", "1/5/2026", "20261305", "2026-01-05 noon"] {
            let mut draft = plain();
            draft.write(Field::Date, typed);
            assert_eq!(troubles(&draft), [(Field::Date, ProblemKind::Date)], "{typed}");
        }
    }

    #[test]
    fn a_child_has_no_employee_scheme() {
        let mut draft = plain();
        draft.scheme = Some(Scheme::Employee);
        draft.status = Some(Status::Child);
        let trouble = ProblemKind::StatusNotOfScheme { scheme: Scheme::Employee, status: Status::Child };
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
                (Field::Age, ProblemKind::Number { least: 0, most: 130 }),
                (Field::Admission, ProblemKind::Number { least: 1, most: 99 }),
            ]
        );
    }

    #[test]
    fn an_adult_of_sixty_is_a_senior_and_chronic_care_needs_a_kind() {
        let mut draft = plain();
        draft.status = Some(Status::Adult);
        draft.write(Field::Age, "60");
        assert_eq!(draft.finish(TODAY).unwrap().status, Status::Senior.into());
        draft.care = Care::Chronic;
        assert_eq!(troubles(&draft), [(Field::Disease, ProblemKind::KindMissing)]);
        draft.disease = Some(Disease::Dialysis);
        assert_eq!(draft.finish(TODAY).unwrap().disease, Some(Disease::Dialysis));
    }

    #[test]
    fn an_age_goes_with_the_status() {
        for (status, age, least, most) in
            [(Status::Active, "95", 16, 79), (Status::Child, "65", 0, 25), (Status::Senior, "59", 60, 130)]
        {
            let mut draft = plain();
            draft.status = Some(status);
            draft.write(Field::Age, age);
            let trouble = ProblemKind::AgeNotOfStatus { status, least, most };
            assert_eq!(troubles(&draft), [(Field::Age, trouble)], "{status:?}");
        }
        for (status, age) in [(Status::Active, "75"), (Status::Child, "25"), (Status::Retired, "95")] {
            let mut draft = plain();
            draft.status = Some(status);
            draft.write(Field::Age, age);
            assert_eq!(troubles(&draft), [], "{status:?}");
        }
    }

    #[test]
    fn a_class_b_amount_and_its_rate_make_the_prepay() {
        let mut draft = plain();
        draft.write(Field::ClassB, "8000.05");
        draft.write(Field::ClassBRate, "10%");
        let bill = draft.finish(TODAY).unwrap().bill;
        // 8 000.05 × 10 % = 800.005, half up
        assert_eq!(bill.prepay, Some(Money::from_fen(80_001)));
        assert_eq!(bill.class_b, Some((Money::from_fen(800_005), Percent::new(10))));
        draft.write(Field::Prepay, "800");
        assert_eq!(troubles(&draft), [(Field::ClassB, ProblemKind::PrepayTwice)]);
        draft.write(Field::Prepay, "");
        draft.write(Field::ClassB, "");
        assert_eq!(troubles(&draft), [(Field::ClassB, ProblemKind::ClassBMissing)]);
        draft.write(Field::ClassB, "8000");
        draft.write(Field::ClassBRate, "");
        assert_eq!(troubles(&draft), [(Field::ClassBRate, ProblemKind::RateMissing)]);
        for typed in ["101", "-1", "x", "1.234"] {
            draft.write(Field::ClassBRate, typed);
            assert!(troubles(&draft).contains(&(Field::ClassBRate, ProblemKind::Percent)), "{typed}");
        }
    }

    #[test]
    fn class_b_items_are_part_of_the_bill() {
        let mut draft = plain();
        draft.write(Field::ClassB, "50001");
        draft.write(Field::ClassBRate, "10");
        let (parts, total) = (Money::from_yuan(50_001), Money::from_yuan(50_000));
        assert_eq!(troubles(&draft), [(Field::ClassB, ProblemKind::PartsAboveTotal { parts, total })]);
    }

    #[test]
    fn the_days_of_the_stay_are_in_order_and_the_discharge_settles() {
        let date = jiff::civil::date;
        let mut draft = plain();
        draft.write(Field::Admitted, "2026-11-01");
        let case = draft.finish(TODAY).unwrap();
        assert_eq!((case.admitted, case.discharged, case.date), (Some(date(2026, 11, 1)), None, TODAY));
        draft.write(Field::Date, "2026-11-10");
        let case = draft.finish(TODAY).unwrap();
        assert_eq!((case.discharged, case.date), (Some(date(2026, 11, 10)), date(2026, 11, 10)));
        draft.write(Field::Date, "2026-10-31");
        let (admitted, discharged) = (date(2026, 11, 1), date(2026, 10, 31));
        assert_eq!(troubles(&draft), [(Field::Date, ProblemKind::DatesOutOfOrder { admitted, discharged })]);
        draft.write(Field::Date, "");
        draft.write(Field::Admitted, "2027-02-01");
        assert_eq!(draft.finish(TODAY).unwrap().date, date(2027, 2, 1), "an admission still to come");
    }
}
