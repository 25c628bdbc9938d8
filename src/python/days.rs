//! Days of Arrow's dates and times.

use jiff::civil::Date;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// Milliseconds of a day.
pub(crate) const MILLIS_OF_DAY: i64 = 86_400_000;

/// Days are counted from here.
const FIRST: Date = Date::constant(1970, 1, 1);

/// Where the times of a column are told.
pub(crate) enum Zone {
    /// By the clock on the wall.
    None,
    /// In a zone.
    Of(TimeZone),
}

impl Zone {
    /// A zone as Arrow names it: `Asia/Shanghai`, `+08:00`.
    ///
    /// # Errors
    /// With its name where nobody knows it.
    pub(crate) fn of(name: Option<&str>) -> Result<Self, String> {
        let Some(name) = name.filter(|name| !name.is_empty()) else { return Ok(Self::None) };
        DateTimeParser::new().parse_time_zone(name).map(Self::Of).map_err(|_| name.to_owned())
    }
}

/// The day so many days after 1970 began.
pub(crate) fn day_of_days(days: i64) -> Option<Date> {
    FIRST.checked_add(i32::try_from(days).ok()?.days()).ok()
}

/// Days from 1970 to a day.
pub(crate) fn days_of_day(day: Date) -> i32 {
    FIRST.until(day).map_or(0, |span| span.get_days())
}

/// The day of a time, by the clock of its zone.
pub(crate) fn day_of_ticks(ticks: i64, ticks_of_second: i64, zone: &Zone) -> Option<Date> {
    const SECONDS_OF_DAY: i64 = 86_400;
    let seconds = ticks.div_euclid(ticks_of_second);
    match zone {
        Zone::None => day_of_days(seconds.div_euclid(SECONDS_OF_DAY)),
        Zone::Of(zone) => Some(zone.to_datetime(Timestamp::from_second(seconds).ok()?).date()),
    }
}
