//! Deadlines: as the data states them, and as days once the days of a visit are
//! known. No clock: today is handed in.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::holidays::Holidays;
use super::month_day::MonthDay;
use crate::case::{Case, Circumstance};
use crate::policy::Care;

/// The day from which a deadline counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// The admission, or the visit.
    Admission,
    /// The discharge, or the visit.
    Discharge,
    /// The filing; a case does not hold its day.
    Filing,
    /// The day on which papers are handed in; a case does not hold it.
    HandIn,
}

/// The last day on which something is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Limit {
    /// Before leaving: at the latest on the day of admission.
    Leaving,
    /// Before the bill is settled: at the latest on the day of discharge.
    Settlement,
    /// So many calendar days after a day, which itself does not count.
    Days {
        /// How many.
        count: u16,
        /// From when.
        after: Anchor,
    },
    /// So many working days after a day: weekends and public holidays do not
    /// count, weekends that are worked for them do.
    WorkingDays {
        /// How many.
        count: u16,
        /// From when.
        after: Anchor,
    },
    /// Up to a day of the year after.
    NextYear {
        /// Which day of that year.
        until: MonthDay,
        /// The year after which event.
        after: Anchor,
    },
}

/// By when something is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Deadline {
    /// A rule that is known.
    Known(Limit),
    /// No rule is known for everybody: the earliest one seen is the safe one.
    Unknown {
        /// The earliest demand that was seen.
        earliest: Limit,
        /// Later ones that were seen as well.
        #[serde(default)]
        also_seen: Vec<Limit>,
    },
}

impl Deadline {
    /// The limit to keep to: the rule, or the earliest demand seen.
    pub const fn limit(&self) -> Limit {
        match self {
            Self::Known(limit) | Self::Unknown { earliest: limit, .. } => *limit,
        }
    }

    /// Later demands that were seen, where the rule is not known.
    pub fn also_seen(&self) -> &[Limit] {
        match self {
            Self::Known(_) => &[],
            Self::Unknown { also_seen, .. } => also_seen,
        }
    }
}

/// A deadline on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The day it counts from is not known.
    Undated,
    /// It can still be kept.
    Open {
        /// The last day.
        date: Date,
        /// Days from today to it; 0 is today.
        left: i32,
    },
    /// It is over.
    Past {
        /// The last day.
        date: Date,
        /// Days from it to today, at least 1.
        over: i32,
    },
}

impl Due {
    /// The last day, where it is known.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Undated => None,
            Self::Open { date, .. } | Self::Past { date, .. } => Some(date),
        }
    }

    /// Days from today to the last day, negative when it is over.
    pub const fn days_left(self) -> Option<i32> {
        match self {
            Self::Undated => None,
            Self::Open { left, .. } => Some(left),
            Self::Past { over, .. } => Some(-over),
        }
    }
}

impl Limit {
    /// The deadline of a case, seen on a day.
    pub fn due(self, case: &Case, today: Date) -> Due {
        let Some(date) = self.date(case) else { return Due::Undated };
        // Years apart are still counted in days.
        let left = today.until(date).map_or(0, |span| span.get_days());
        if left < 0 { Due::Past { date, over: -left } } else { Due::Open { date, left } }
    }

    /// Whether it counts working days into a year without a notice on public
    /// holidays: only weekends are left out there.
    pub fn beyond_notices(self, case: &Case) -> bool {
        let Self::WorkingDays { after, .. } = self else { return false };
        let days = anchor(case, after).zip(self.date(case));
        days.is_some_and(|(from, to)| !Holidays::embedded().is_ok_and(|all| all.cover(from, to)))
    }

    /// The last day of a case, where the day it counts from is known.
    pub fn date(self, case: &Case) -> Option<Date> {
        match self {
            Self::Leaving => visit_began(case),
            Self::Settlement => case.discharged,
            Self::Days { count, after } => anchor(case, after)?.checked_add(i32::from(count).days()).ok(),
            Self::WorkingDays { count, after } => {
                Holidays::embedded().ok()?.working_days_after(anchor(case, after)?, count)
            }
            Self::NextYear { until: MonthDay { month, day }, after } => {
                Date::new(year(case, after)?.checked_add(1)?, month, day).ok()
            }
        }
    }
}

/// A visit without a stay begins on the day on which it is settled.
fn visit_began(case: &Case) -> Option<Date> {
    case.admitted.or_else(|| case.discharged.filter(|_| case.care != Care::Inpatient))
}

/// The year of a day. A stay over New Year may count to the year in which it began: the
/// earlier one is the safe one.
fn year(case: &Case, after: Anchor) -> Option<i16> {
    let year = anchor(case, after)?.year();
    if !case.circumstances.contains(Circumstance::OverNewYear) {
        return Some(year);
    }
    let before = case.admitted.map_or(year.saturating_sub(1), Date::year);
    Some(year.min(before))
}

fn anchor(case: &Case, after: Anchor) -> Option<Date> {
    match after {
        Anchor::Admission => visit_began(case),
        Anchor::Discharge => case.discharged,
        Anchor::Filing | Anchor::HandIn => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Draft;
    use crate::case::Field;
    use crate::places::resolve;
    use crate::policy::{Status, Tier};
    use jiff::civil::date;

    fn case(admitted: &str, discharged: &str) -> Case {
        let mut draft = Draft {
            insured: resolve("鞍山").ok(),
            care_place: resolve("北京").ok(),
            status: Some(Status::Active),
            tier: Some(Tier::Three),
            ..Draft::default()
        };
        draft.write(Field::Total, "1");
        draft.write(Field::Admitted, admitted);
        draft.write(Field::Date, discharged);
        draft.finish(date(2026, 11, 22)).unwrap()
    }

    #[test]
    fn calendar_days_count_from_the_next_day() {
        let stay = case("2026-11-01", "2026-11-10");
        let after = |after, count| Limit::Days { count, after }.date(&stay);
        assert_eq!(after(Anchor::Admission, 3), Some(date(2026, 11, 4)));
        assert_eq!(after(Anchor::Discharge, 30), Some(date(2026, 12, 10)));
        assert_eq!(after(Anchor::Filing, 30), None);
        let into_the_next_year = case("2026-12-01", "2026-12-20");
        let limit = Limit::Days { count: 30, after: Anchor::Discharge };
        assert_eq!(limit.date(&into_the_next_year), Some(date(2027, 1, 19)));
    }

    #[test]
    fn the_end_of_march_is_that_of_the_year_after_the_stay() {
        let until = MonthDay { month: 3, day: 31 };
        let limit = Limit::NextYear { until, after: Anchor::Discharge };
        assert_eq!(limit.date(&case("2026-12-20", "2026-12-31")), Some(date(2027, 3, 31)));
        // Over New Year some areas count the year of admission: the earlier day is safe.
        assert_eq!(limit.date(&case("2026-12-20", "2027-01-01")), Some(date(2027, 3, 31)));
        assert_eq!(limit.date(&case("2027-01-02", "2027-01-09")), Some(date(2028, 3, 31)));
    }

    #[test]
    fn a_deadline_is_open_on_its_last_day_and_past_on_the_next() {
        let stay = case("2026-11-01", "2026-11-10");
        let due = |today| Limit::Settlement.due(&stay, today);
        let day = date(2026, 11, 10);
        assert_eq!(due(date(2026, 11, 8)), Due::Open { date: day, left: 2 });
        assert_eq!(due(day), Due::Open { date: day, left: 0 });
        assert_eq!(due(date(2026, 11, 11)), Due::Past { date: day, over: 1 });
        assert_eq!(due(date(2027, 11, 10)), Due::Past { date: day, over: 365 });
        assert_eq!(due(date(2027, 11, 10)).days_left(), Some(-365));
    }

    #[test]
    fn working_days_say_where_no_notice_reaches() {
        let limit = Limit::WorkingDays { count: 15, after: Anchor::Admission };
        // National Day 2026 is off for a week, Saturday 10 October is worked.
        let autumn = case("2026-09-25", "2026-10-20");
        assert_eq!(limit.date(&autumn), Some(date(2026, 10, 22)));
        assert!(!limit.beyond_notices(&autumn));
        let new_year = case("2026-12-21", "2026-12-30");
        assert_eq!(limit.date(&new_year), Some(date(2027, 1, 11)));
        assert!(limit.beyond_notices(&new_year));
        assert!(!limit.beyond_notices(&case("", "")), "no day, nothing to be sure of");
    }

    #[test]
    fn without_its_day_a_deadline_stays_in_words() {
        let planned = case("", "");
        for limit in [
            Limit::Leaving,
            Limit::Settlement,
            Limit::Days { count: 30, after: Anchor::Discharge },
            Limit::WorkingDays { count: 15, after: Anchor::Admission },
        ] {
            assert_eq!(limit.due(&planned, date(2026, 11, 22)), Due::Undated, "{limit:?}");
        }
        // A visit without a stay begins on the day it is settled; a stay does not.
        let leaving = |care| {
            let visit = Case { care, ..case("", "2026-11-10") };
            Limit::Leaving.date(&visit)
        };
        assert_eq!(leaving(Care::Outpatient), Some(date(2026, 11, 10)));
        assert_eq!(leaving(Care::Inpatient), None);
    }

    #[test]
    fn an_unknown_rule_keeps_to_the_earliest_seen() {
        let earliest = Limit::Days { count: 30, after: Anchor::Discharge };
        let seen = Limit::NextYear { until: MonthDay { month: 3, day: 31 }, after: Anchor::Discharge };
        let deadline = Deadline::Unknown { earliest, also_seen: vec![seen] };
        assert_eq!((deadline.limit(), deadline.also_seen()), (earliest, &[seen][..]));
        assert_eq!(Deadline::Known(seen).also_seen(), []);
    }
}
