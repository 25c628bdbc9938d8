//! Which days are worked: weekends, public holidays and the weekends worked for
//! them, by the State Council's yearly notices (`data/holidays.ron`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::month_day::MonthDay;
use crate::policy::{FileError, Words, read};

/// The file, and where it stands.
const FILE: (&str, &str) = ("data/holidays.ron", include_str!("../../../data/holidays.ron"));

/// The notice of a year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayNotice {
    /// What it is called.
    pub notice: Words,
    /// Days off, weekends among them or not.
    pub off: Vec<MonthDay>,
    /// Weekends that are worked.
    pub work: Vec<MonthDay>,
}

/// The notices of all years that have one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    years: BTreeMap<i16, HolidayNotice>,
}

impl Holidays {
    /// The notices that the program carries; read once.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn embedded() -> Result<&'static Self, FileError> {
        static ALL: OnceLock<Result<Holidays, FileError>> = OnceLock::new();
        ALL.get_or_init(|| read(FILE.0, FILE.1)).as_ref().map_err(Clone::clone)
    }

    /// The notice of a year, where there is one.
    pub fn of(&self, year: i16) -> Option<&HolidayNotice> {
        self.years.get(&year)
    }

    /// Whether every year that a span of days touches has its notice.
    pub fn cover(&self, from: Date, to: Date) -> bool {
        (from.year()..=to.year()).all(|year| self.years.contains_key(&year))
    }

    /// Whether a day is worked: without the notice of its year, whether it is
    /// no Saturday and no Sunday.
    pub fn is_worked(&self, day: Date) -> bool {
        let one = MonthDay { month: day.month(), day: day.day() };
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match self.of(day.year()) {
            Some(notice) if notice.off.contains(&one) => false,
            Some(notice) if notice.work.contains(&one) => true,
            _ => !weekend,
        }
    }

    /// The day so many working days after a day, which itself does not count.
    /// Nothing where the calendar ends.
    pub fn working_days_after(&self, day: Date, count: u16) -> Option<Date> {
        let mut day = day;
        let mut left = count;
        while left > 0 {
            day = day.tomorrow().ok()?;
            left -= u16::from(self.is_worked(day));
        }
        Some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_off_are_left_out_and_working_weekends_count() {
        let holidays = Holidays::embedded().unwrap();
        // 2026-11-20 is a Friday; December has no holiday.
        let friday = date(2026, 11, 20);
        for (from, count, expected) in [
            (friday, 0, friday),
            (friday, 1, date(2026, 11, 23)),
            (friday, 5, date(2026, 11, 27)),
            (friday, 6, date(2026, 11, 30)),
            (date(2026, 11, 21), 1, date(2026, 11, 23)),
            (friday, 15, date(2026, 12, 11)),
            // National Day 2026: off from Thursday 1 to Wednesday 7 October, Saturday 10 worked.
            (date(2026, 9, 30), 1, date(2026, 10, 8)),
            (date(2026, 9, 30), 3, date(2026, 10, 10)),
            (date(2026, 9, 30), 4, date(2026, 10, 12)),
            // Spring Festival 2026: Saturday 14 February worked, off to Monday 23, Saturday 28 worked.
            (date(2026, 2, 13), 1, date(2026, 2, 14)),
            (date(2026, 2, 13), 2, date(2026, 2, 24)),
            (date(2026, 2, 13), 6, date(2026, 2, 28)),
            // 2027 has no notice yet: 1 January counts.
            (date(2026, 12, 31), 1, date(2027, 1, 1)),
            (date(2026, 12, 18), 30, date(2027, 1, 29)),
            (date(2028, 2, 28), 2, date(2028, 3, 1)),
        ] {
            assert_eq!(holidays.working_days_after(from, count), Some(expected), "{count} after {from}");
        }
        assert_eq!(holidays.working_days_after(Date::MAX, 1), None);
    }

    #[test]
    fn a_span_is_covered_where_each_of_its_years_has_a_notice() {
        let holidays = Holidays::embedded().unwrap();
        assert!(holidays.cover(date(2024, 1, 1), date(2026, 12, 31)));
        assert!(!holidays.cover(date(2026, 12, 31), date(2027, 1, 4)));
        assert!(!holidays.cover(date(2023, 12, 31), date(2024, 1, 4)));
    }

    #[test]
    fn every_notice_gives_what_the_law_does() {
        let holidays = Holidays::embedded().unwrap();
        for (year, notice) in &holidays.years {
            let day = |one: &MonthDay| Date::new(*year, one.month, one.day).unwrap();
            let weekdays = |days: &[MonthDay]| {
                let worked = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
                days.iter().map(day).filter(worked).count()
            };
            // The regulation on public holidays gives 11 days, 13 since 2025; what is off beyond
            // them is worked on weekends.
            let given = if *year < 2025 { 11 } else { 13 };
            assert_eq!(weekdays(&notice.off), given + notice.work.len(), "{year}");
            assert_eq!(weekdays(&notice.work), 0, "{year}: only weekends are worked for others");
        }
    }
}
