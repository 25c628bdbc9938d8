//! What the clocks say: which day it is here, and how long a person has been away.
//!
//! The second is told by a clock that goes on while the machine sleeps. The lid
//! shut over a case counts as idle.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// Today, where the program runs.
pub fn today() -> Date {
    here(Timestamp::now()).date()
}

/// A moment as the clock on the wall shows it.
pub(crate) fn here(moment: Timestamp) -> DateTime {
    in_zone(moment, TimeZone::try_system().ok())
}

/// All of China has one time. It is taken where the machine does not know its
/// zone: by the day of Greenwich every date would be wrong from midnight to eight.
fn in_zone(moment: Timestamp, zone: Option<TimeZone>) -> DateTime {
    const CHINA: Offset = Offset::constant(8);
    zone.filter(|zone| !zone.is_unknown())
        .map_or_else(|| CHINA.to_datetime(moment), |zone| zone.to_datetime(moment))
}

/// The time since some fixed moment before the program began.
#[cfg(target_os = "linux")]
pub(crate) fn now() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let now = clock_gettime(ClockId::Boottime);
    let (seconds, nanos) = (u64::try_from(now.tv_sec), u32::try_from(now.tv_nsec));
    Duration::new(seconds.unwrap_or_default(), nanos.unwrap_or_default())
}

/// The time since the program first asked; elsewhere the usual clock must do.
#[cfg(not(target_os = "linux"))]
pub(crate) fn now() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
    const DAY: Duration = Duration::from_secs(86_400);
    DAY + FIRST.elapsed()
}

/// How long something waits at once: after a sleep it is noticed within so long
/// that the time is over.
pub(crate) const GLANCE: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_zone_it_is_the_time_of_china() {
        let night: Timestamp = "2026-11-27T17:58:00Z".parse().unwrap();
        let shown = |zone| in_zone(night, zone).to_string();
        for zone in [None, Some(TimeZone::unknown())] {
            assert_eq!(shown(zone), "2026-11-28T01:58:00");
        }
        assert_eq!(shown(Some(TimeZone::UTC)), "2026-11-27T17:58:00");
        assert_eq!(shown(Some(TimeZone::fixed(Offset::constant(-3)))), "2026-11-27T14:58:00");
    }
}
