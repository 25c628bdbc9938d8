//! The clock of the counter: a case that nobody goes on with is gone.

use std::time::Duration;

use crate::clock;

/// Before a case is gone it is warned so long.
pub(crate) const COUNTDOWN: Duration = Duration::from_secs(30);

/// How long nobody has been there.
pub(crate) struct Idle {
    /// After so long without a key the screen is cleared.
    most: Option<Duration>,
    last_key: Duration,
}

/// What is to be done while no key comes.
pub(crate) enum Tick {
    /// Nothing: the next key is waited for.
    Wait,
    /// Shows how many seconds are left, and looks again after so long.
    Show(Option<u64>, Duration),
    /// Clears the screen and begins anew.
    Clear,
}

impl Idle {
    /// Somebody is there now.
    pub(crate) fn new(most: Option<Duration>) -> Self {
        Self { most, last_key: clock::now() }
    }

    /// A key came.
    pub(crate) fn key(&mut self) {
        self.last_key = clock::now();
    }

    /// What is to be done while no key comes.
    pub(crate) fn tick(&self, has_answers: bool) -> Tick {
        let Some(most) = self.most.filter(|_| has_answers) else { return Tick::Wait };
        let left = most.saturating_sub(clock::now().saturating_sub(self.last_key));
        if left.is_zero() {
            return Tick::Clear;
        }
        if left > COUNTDOWN {
            return Tick::Show(None, left.saturating_sub(COUNTDOWN).min(clock::GLANCE));
        }
        Tick::Show(Some(left.as_secs() + 1), Duration::from_millis(u64::from(left.subsec_millis()) + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_the_counter(idle: u64, quiet: u64) -> Idle {
        let last_key = clock::now().saturating_sub(Duration::from_secs(quiet));
        Idle { most: Some(Duration::from_secs(idle)), last_key }
    }

    #[test]
    fn the_counter_shows_a_countdown_and_then_clears() {
        assert!(matches!(at_the_counter(120, 10).tick(true), Tick::Show(None, _)));
        let Tick::Show(Some(seconds), _) = at_the_counter(120, 100).tick(true) else {
            panic!("no countdown")
        };
        assert!((19..=20).contains(&seconds), "{seconds}");
        assert!(matches!(at_the_counter(120, 121).tick(true), Tick::Clear));
    }

    #[test]
    fn a_fresh_wizard_waits_as_long_as_it_takes() {
        assert!(matches!(at_the_counter(60, 600).tick(false), Tick::Wait));
        let anywhere = Idle { most: None, ..at_the_counter(60, 600) };
        assert!(matches!(anywhere.tick(true), Tick::Wait));
    }
}
