//! Typed answers read: the bill, the stay, the year, and what is wrong with them.

use jiff::civil::Date;

use super::amount::{AmountError, parse_amount_in};
use super::day::{is_day, parse_day, parse_day_after, parse_day_near};
use super::problem::{Problem, ProblemKind};
use super::question::{Answer, Question};
use super::total::parse_total;
use super::typed::{Typed, is_blank, is_perhaps_share, parse_percent, parse_whole};
use crate::case::Field;
use crate::case::{Bill, Told, YearToDate};
use crate::names::MoneyUnit;
use crate::num::{Money, Percent, Span};

/// The days of a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stay {
    pub(super) admitted: Option<Date>,
    pub(super) discharged: Option<Date>,
    /// The settlement date.
    pub(super) settled: Date,
}

/// Reads typed answers and gathers what is wrong with them.
pub(super) struct Reader<'d, T: ?Sized> {
    answers: &'d T,
    pub(super) problems: Vec<Problem>,
}

impl<'d, T: Typed + ?Sized> Reader<'d, T> {
    /// Nothing read yet.
    pub(super) const fn of(answers: &'d T) -> Self {
        Self { answers, problems: Vec::new() }
    }

    /// Notes what is wrong with an answer.
    pub(super) fn wrong(&mut self, field: Field, trouble: ProblemKind) {
        self.problems.push(Problem { field, trouble });
    }

    /// An answer without which there is no case.
    pub(super) fn needed<A>(&mut self, field: Field, answer: Option<A>) -> Option<A> {
        if answer.is_none() {
            self.wrong(field, ProblemKind::Missing);
        }
        answer
    }

    /// An amount that may stay unknown.
    pub(super) fn amount(&mut self, field: Field) -> Option<Money> {
        let typed = self.answers.typed(field);
        if typed.is_empty() {
            return None;
        }
        match parse_amount_in(typed, self.answers.unit(field)) {
            Ok(money) => Some(money),
            Err(AmountError::Empty) => None,
            Err(fault) => {
                self.wrong(field, ProblemKind::Amount(fault));
                None
            }
        }
    }

    /// A whole number that may stay unknown.
    pub(super) fn number(&mut self, field: Field) -> Option<i16> {
        let Answer::Number { least, most } = Question::of(field).answer else { return None };
        let typed = self.answers.typed(field).trim();
        if typed.is_empty() {
            return None;
        }
        let number = parse_whole(typed).filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(field, ProblemKind::Number { least, most });
        }
        number
    }

    /// The whole bill, which may be a span, or not known.
    fn total(&mut self) -> Option<Span<Money>> {
        let (typed, unit) = (self.answers.typed(Field::Total), self.answers.unit(Field::Total));
        let read = if unit == MoneyUnit::YUAN {
            parse_total(typed)
        } else {
            parse_amount_in(typed, unit).map(Span::exact)
        };
        match read {
            Ok(total) => Some(total),
            Err(AmountError::Empty) => None,
            Err(fault) => {
                self.wrong(Field::Total, ProblemKind::Amount(fault));
                None
            }
        }
    }

    /// The bill; problems name the amount they are about.
    pub(super) fn bill(&mut self) -> Option<Bill> {
        let total = self.total();
        let own_expense = self.amount(Field::OwnExpense);
        let prepay = self.amount(Field::Prepay);
        let class_b = self.class_b();
        let prepay = prepay.or_else(|| class_b.map(|(amount, rate)| amount.share(rate)));
        let over_limit = self.amount(Field::OverLimit);
        let mut bill = Bill { total, own_expense, prepay, class_b, over_limit };
        let class_b = class_b.map_or(Money::ZERO, |(amount, _)| amount);
        let parts = bill.known_parts();
        let all = parts + (class_b - bill.prepay.unwrap_or_default()).or_zero();
        if bill.total.is_some_and(|total| all > total.high()) {
            let parts = all;
            // Shown at the last part that was given.
            let given = |field: &Field| !is_blank(self.answers.typed(*field));
            let last = [Field::OverLimit, Field::ClassB, Field::Prepay]
                .into_iter()
                .find(given)
                .unwrap_or(Field::OwnExpense);
            self.wrong(last, ProblemKind::PartsAboveTotal { parts, total: bill.high() });
            return None;
        }
        // What is known of the parts is known of the whole.
        bill.total = bill.total.map(|total| Span::between(total.low().max(all), total.high()));
        Some(bill)
    }

    /// A day that may stay unknown, read by what makes a day of a text.
    fn day(&mut self, field: Field, read: impl Fn(&str) -> Option<Date>) -> Option<Date> {
        let typed = self.answers.typed(field).trim();
        if typed.is_empty() {
            return None;
        }
        let day = read(typed);
        if day.is_none() {
            self.wrong(field, ProblemKind::Date);
        }
        day
    }

    /// The days of the stay. Without a discharge the settlement is today, or on
    /// the day of an admission that is still to come.
    pub(super) fn stay(&mut self, today: Date) -> Option<Stay> {
        let before = self.problems.len();
        let admitted = self.day(Field::Admitted, |typed| parse_day_near(typed, today));
        let discharged = self.day(Field::Date, |typed| match admitted {
            Some(admitted) => parse_day_after(typed, admitted, today),
            None => parse_day_near(typed, today),
        });
        self.check_order(admitted, discharged);
        let settled = discharged.unwrap_or_else(|| admitted.map_or(today, |day| day.max(today)));
        (self.problems.len() == before).then_some(Stay { admitted, discharged, settled })
    }

    /// Notes what is wrong with the days of the stay, whatever the day is today.
    pub(super) fn check_stay(&mut self) {
        for field in [Field::Admitted, Field::Date] {
            let typed = self.answers.typed(field).trim();
            if !typed.is_empty() && !is_day(typed) {
                self.wrong(field, ProblemKind::Date);
            }
        }
        let [admitted, discharged] =
            [Field::Admitted, Field::Date].map(|field| parse_day(self.answers.typed(field).trim()));
        self.check_order(admitted, discharged);
    }

    fn check_order(&mut self, admitted: Option<Date>, discharged: Option<Date>) {
        if let (Some(admitted), Some(discharged)) = (admitted, discharged)
            && discharged < admitted
        {
            self.wrong(Field::Date, ProblemKind::DatesOutOfOrder { admitted, discharged });
        }
    }

    /// The prepay from the class-B amount and its rate, where they are given.
    fn class_b(&mut self) -> Option<(Money, Percent)> {
        let amount = self.amount(Field::ClassB);
        let has_rate = !is_blank(self.answers.typed(Field::ClassBRate));
        let rate = self.percent(Field::ClassBRate);
        let given = !is_blank(self.answers.typed(Field::ClassB));
        if (given || has_rate) && !is_blank(self.answers.typed(Field::Prepay)) {
            if self.answers.is_row() {
                return None;
            }
            self.wrong(if given { Field::ClassB } else { Field::ClassBRate }, ProblemKind::PrepayTwice);
        } else if given && !has_rate {
            self.wrong(Field::ClassBRate, ProblemKind::RateMissing);
        } else if has_rate && !given {
            self.wrong(Field::ClassB, ProblemKind::ClassBMissing);
        }
        amount.zip(rate)
    }

    /// A percent that may stay unknown.
    fn any_percent(&mut self, field: Field) -> Option<Percent> {
        let typed = self.answers.typed(field);
        if is_blank(typed) {
            return None;
        }
        let percent = parse_percent(typed);
        if percent.is_none() {
            self.wrong(field, ProblemKind::Percent);
        }
        percent
    }

    /// The same, where it can be no share of one.
    fn percent(&mut self, field: Field) -> Option<Percent> {
        let percent = self.any_percent(field)?;
        if is_perhaps_share(self.answers.typed(field), percent) {
            let share = Percent::from_hundredths(percent.hundredths().saturating_mul(100));
            self.wrong(field, ProblemKind::ShareOrPercent { percent, share });
            return None;
        }
        Some(percent)
    }

    /// A rate that was told. Nobody is paid so little: 7 and 0.7 mean 70.
    fn rate(&mut self, field: Field) -> Option<Percent> {
        const LEAST: Percent = Percent::new(10);
        let percent = self.any_percent(field)?;
        if percent.is_zero() || percent >= LEAST {
            return Some(percent);
        }
        self.wrong(field, ProblemKind::RateTooLow);
        None
    }

    /// The rules that were told.
    pub(super) fn told(&mut self) -> Told {
        Told {
            deductible: self.amount(Field::RuleDeductible),
            rate: self.rate(Field::RuleRate),
            cut: self.percent(Field::RuleCut),
            cap: self.amount(Field::RuleCap),
            supplement_rate: self.rate(Field::RuleSupplementRate),
            supplement_cap: self.amount(Field::RuleSupplementCap),
            catastrophic_deductible: self.amount(Field::RuleCatastrophicDeductible),
            catastrophic_rate: self.rate(Field::RuleCatastrophicRate),
            catastrophic_cap: self.amount(Field::RuleCatastrophicCap),
        }
    }

    pub(super) fn year_to_date(&mut self) -> YearToDate {
        let admission = self.number(Field::Admission).unwrap_or(1);
        let mut amount = |field| self.amount(field).unwrap_or_default();
        YearToDate {
            admissions: u8::try_from(admission - 1).unwrap_or_default(),
            deductible: amount(Field::YtdDeductible),
            illness: None,
            eligible: amount(Field::YtdEligible),
            fund: amount(Field::YtdFund),
            supplement: amount(Field::YtdSupplement),
            burden: amount(Field::YtdBurden),
            catastrophic: amount(Field::YtdCatastrophic),
            aid: amount(Field::YtdAid),
        }
    }
}
