//! Percents, in hundredths of a percent.

use std::fmt;

/// A share of an amount, or a number of percentage points, in hundredths of a
/// percent: 85 % is 8500. Never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u32);

/// So many times as much, in hundredths: 2.5 is 250.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Factor(u16);

impl Factor {
    /// The factor of so many hundredths; never more than a hundred times.
    #[must_use]
    pub fn from_hundredths(hundredths: u16) -> Option<Self> {
        (hundredths <= 10_000).then_some(Self(hundredths))
    }

    /// The factor as a share: 250 % for 2.5.
    #[must_use]
    pub fn percent(self) -> Percent {
        Percent(u32::from(self.0) * 100)
    }
}

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// All of it.
    pub const FULL: Self = Self(10_000);
    /// Hundredths of a percent in the whole: the denominator of every share.
    pub const SCALE: i128 = 10_000;

    /// A share in hundredths of a percent.
    #[must_use]
    pub const fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// A share in whole percents.
    #[must_use]
    pub const fn new(percent: u32) -> Self {
        Self(percent * 100)
    }

    /// The share in hundredths of a percent.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// This share less so many points, at least nothing.
    #[must_use]
    pub const fn less_points(self, points: Self) -> Self {
        Self(self.0.saturating_sub(points.0))
    }

    /// This share and so many points more, at most the whole.
    #[must_use]
    pub fn plus_points(self, points: Self) -> Self {
        Self((self.0 + points.0).min(Self::FULL.0))
    }
}

/// `85`, `89.5`: no percent sign and no needless decimals.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_only_the_decimals_it_has() {
        let shown: Vec<String> = [8500, 8950, 8888, 5, 0]
            .map(|hundredths| Percent::from_hundredths(hundredths).to_string())
            .to_vec();
        assert_eq!(shown, ["85", "89.5", "88.88", "0.05", "0"]);
    }

    #[test]
    fn points_stop_at_nothing_and_at_the_whole() {
        assert_eq!(Percent::new(5).less_points(Percent::new(10)), Percent::ZERO);
        assert_eq!(Percent::new(98).plus_points(Percent::new(5)), Percent::FULL);
    }
}
