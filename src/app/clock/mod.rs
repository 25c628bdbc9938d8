//! How long a person has been away: by a clock that goes on while the machine
//! sleeps. The lid shut over a case counts as idle.

use std::time::Duration;

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
