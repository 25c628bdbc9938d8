//! Typed answers read: amounts, percents, days, numbers, and what is wrong with them.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use super::amount::{AmountError, parse_amount};
use super::problem::{Problem, ProblemKind};
use super::question::{Answer, Question};
use crate::case::Field;
use crate::case::{Bill, YearToDate};
use crate::num::{Money, Percent};

/// Where typed answers stand.
pub trait Typed {
    /// What was typed for a question; empty where nothing was.
    fn typed(&self, field: Field) -> &str;
}

/// Whether nothing was typed but blanks.
pub fn is_blank(typed: &str) -> bool {
    // What begins with a letter or a digit needs no further look.
    !typed.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) && typed.trim().is_empty()
}

/// A day as people and other programs write it: `2026-11-22`, `2026/1/5`,
/// `2026.1.5`, `2026年1月5日`, `20261122`, each in any digits and with a time of
/// day behind it, which is left out.
pub fn parse_day(typed: &str) -> Option<Date> {
    full_day(typed).or_else(|| any_day(typed))
}

/// `2026-11-22`, by a short way.
fn full_day(typed: &str) -> Option<Date> {
    let bytes: [u8; 10] = typed.as_bytes().try_into().ok()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
    let two = |tens, ones| Some(digit(tens)? * 10 + digit(ones)?);
    let (year, month, day) = (two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A longer text is no day.
const LONGEST_DAY: usize = 64;

fn any_day(typed: &str) -> Option<Date> {
    if typed.len() > LONGEST_DAY {
        return None;
    }
    let narrow: String = typed.trim().nfkc().collect();
    let day = without_time(&narrow);
    if let (8, true) = (day.len(), day.bytes().all(|byte| byte.is_ascii_digit())) {
        return Date::new(day[..4].parse().ok()?, day[4..6].parse().ok()?, day[6..].parse().ok()?).ok();
    }
    let parts: Vec<&str> =
        day.split(['-', '/', '.', '年', '月', '日', '号']).filter(|part| !part.is_empty()).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    // 2/1/2026 and the like could be two days.
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The day before a time: `2026-01-05 18:09:52`, `2026-01-05T18:09`.
fn without_time(typed: &str) -> &str {
    let (day, time) = typed.split_once([' ', 't', 'T']).unwrap_or((typed, ""));
    let is_time =
        time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || b":.".contains(&byte));
    if is_time { day } else { typed }
}

/// A percent as people write it: `10`, `8.5`, `10%`, `１０％`; at most two decimals, at most 100.
pub fn parse_percent(typed: &str) -> Option<Percent> {
    let text = typed.trim().trim_end_matches(['%', '％']);
    let amount = parse_amount(text).ok()?;
    let hundredths = u32::try_from(amount.fen()).ok()?;
    let percent = Percent::from_hundredths(hundredths);
    (percent <= Percent::FULL).then_some(percent)
}

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
        match parse_amount(typed) {
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
        let number = typed.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(field, ProblemKind::Number { least, most });
        }
        number
    }

    /// The bill; problems name the amount they are about.
    pub(super) fn bill(&mut self) -> Option<Bill> {
        let typed = self.amount(Field::Total);
        let total =
            if is_blank(self.answers.typed(Field::Total)) { self.needed(Field::Total, typed) } else { typed };
        let own_expense = self.amount(Field::OwnExpense);
        let prepay = self.amount(Field::Prepay);
        let class_b = self.class_b();
        let prepay = prepay.or_else(|| class_b.map(|(amount, rate)| amount.share(rate)));
        let over_limit = self.amount(Field::OverLimit);
        let bill = Bill { total: total?, own_expense, prepay, class_b, over_limit };
        let class_b = class_b.map_or(Money::ZERO, |(amount, _)| amount);
        let parts = bill.known_parts();
        let all = parts + (class_b - bill.prepay.unwrap_or_default()).or_zero();
        if all > bill.total {
            let parts = all;
            // Shown at the last part that was given.
            let given = |field: &Field| !is_blank(self.answers.typed(*field));
            let last = [Field::OverLimit, Field::ClassB, Field::Prepay]
                .into_iter()
                .find(given)
                .unwrap_or(Field::OwnExpense);
            self.wrong(last, ProblemKind::PartsAboveTotal { parts, total: bill.total });
            return None;
        }
        Some(bill)
    }

    /// A day that may stay unknown.
    fn day(&mut self, field: Field) -> Option<Date> {
        let typed = self.answers.typed(field).trim();
        if typed.is_empty() {
            return None;
        }
        let day = parse_day(typed);
        if day.is_none() {
            self.wrong(field, ProblemKind::Date);
        }
        day
    }

    /// The days of the stay. Without a discharge the settlement is today, or on
    /// the day of an admission that is still to come.
    pub(super) fn stay(&mut self, today: Date) -> Option<Stay> {
        let before = self.problems.len();
        let admitted = self.day(Field::Admitted);
        let discharged = self.day(Field::Date);
        if let (Some(admitted), Some(discharged)) = (admitted, discharged)
            && discharged < admitted
        {
            self.wrong(Field::Date, ProblemKind::DatesOutOfOrder { admitted, discharged });
        }
        let settled = discharged.unwrap_or_else(|| admitted.map_or(today, |day| day.max(today)));
        (self.problems.len() == before).then_some(Stay { admitted, discharged, settled })
    }

    /// The prepay from the class-B amount and its rate, where they are given.
    fn class_b(&mut self) -> Option<(Money, Percent)> {
        let amount = self.amount(Field::ClassB);
        let typed = self.answers.typed(Field::ClassBRate);
        let has_rate = !is_blank(typed);
        let rate = if has_rate { parse_percent(typed) } else { None };
        if has_rate && rate.is_none() {
            self.wrong(Field::ClassBRate, ProblemKind::Percent);
        }
        let given = !is_blank(self.answers.typed(Field::ClassB));
        if (given || has_rate) && !is_blank(self.answers.typed(Field::Prepay)) {
            self.wrong(if given { Field::ClassB } else { Field::ClassBRate }, ProblemKind::PrepayTwice);
        } else if given && !has_rate {
            self.wrong(Field::ClassBRate, ProblemKind::RateMissing);
        } else if has_rate && !given {
            self.wrong(Field::ClassB, ProblemKind::ClassBMissing);
        }
        amount.zip(rate)
    }

    pub(super) fn year_to_date(&mut self) -> YearToDate {
        let admission = self.number(Field::Admission).unwrap_or(1);
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_full_day_is_the_same_either_way(typed in "[0-9]{4}-[0-9]{2}-[0-9]{2}|20[0-9]{2}-[01][0-9]-[0-3][0-9]") {
            prop_assert_eq!(full_day(&typed), any_day(&typed));
        }
    }
}
