//! Amounts that need not be whole fen, exact: what a sum passes through before
//! it is rounded.

use std::fmt;
use std::ops::{Add, Mul, Sub};

use super::{Money, Percent, divide_half_up};

/// A number of fen as a fraction in lowest terms; the denominator is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

/// A rate in force, in hundred-millionths: a percent times a percent is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(i128);

impl Rate {
    /// The whole, in hundred-millionths.
    pub const SCALE: i128 = Percent::SCALE * Percent::SCALE;

    /// A rate in hundred-millionths; never negative.
    #[must_use]
    pub const fn from_parts(parts: i128) -> Self {
        Self(parts)
    }

    /// The rate in hundred-millionths.
    #[must_use]
    pub const fn parts(self) -> i128 {
        self.0
    }
}

impl From<Percent> for Rate {
    fn from(percent: Percent) -> Self {
        Self(i128::from(percent.hundredths()) * Percent::SCALE)
    }
}

/// In percent, without needless decimals: `68`, `59.5`, `63.7875`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PERCENT: i128 = Rate::SCALE / 100;
        write!(f, "{}", decimals(self.0 / PERCENT, self.0 % PERCENT, 6))
    }
}

/// Whole part and decimals (in units of the last place) without zeros at the end.
fn decimals(whole: i128, part: i128, places: usize) -> String {
    let text = format!("{whole}.{part:0places$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

const fn common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator / denominator` fen; the denominator must be positive.
    #[must_use]
    pub const fn new(numerator: i128, denominator: i128) -> Self {
        debug_assert!(denominator > 0);
        let divisor = common_divisor(numerator, denominator);
        let divisor = if divisor == 0 { 1 } else { divisor };
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// Rounded half up to the fen, for an amount that is not negative.
    #[must_use]
    pub fn rounded(self) -> Money {
        // Never more than a bill, which fits.
        let fen = divide_half_up(self.numerator.max(0), self.denominator);
        Money::from_fen(i64::try_from(fen).unwrap_or(i64::MAX))
    }

    /// Divided by a rate that is not nothing.
    #[must_use]
    pub const fn divided_by(self, rate: Rate) -> Self {
        Self::new(self.numerator * Rate::SCALE, self.denominator * rate.0)
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        if (self - other).numerator <= 0 { self } else { other }
    }

    /// The larger of the two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        if (self - other).numerator >= 0 { self } else { other }
    }
}

impl From<Money> for Fraction {
    fn from(money: Money) -> Self {
        Self { numerator: i128::from(money.fen()), denominator: 1 }
    }
}

impl Add for Fraction {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )
    }
}

impl Sub for Fraction {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self { numerator: -other.numerator, ..other }
    }
}

impl Mul<Rate> for Fraction {
    type Output = Self;
    fn mul(self, rate: Rate) -> Self {
        Self::new(self.numerator * rate.0, self.denominator * Rate::SCALE)
    }
}

/// Yuan: with two decimals where the fen are whole, else with six, cut off.
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1
            && let Ok(fen) = i64::try_from(self.numerator)
        {
            return Money::from_fen(fen).fmt(f);
        }
        let sign = if self.numerator < 0 { "-" } else { "" };
        let millionths = self.numerator.abs() * 10_000 / self.denominator;
        write!(f, "{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_used_up_in_the_middle_of_a_fen_is_exact() {
        // 50 000 / 0.85 = 58 823.5294…; 149 200 less that, × 0.9 = 81 338.82
        let rate = Rate::from(Percent::new(85));
        let used_up = Fraction::from(Money::from_yuan(50_000)).divided_by(rate);
        assert_eq!(used_up.to_string(), "58823.529411");
        let beyond = Fraction::from(Money::from_yuan(149_200)) - used_up;
        assert_eq!((beyond * Rate::from(Percent::new(90))).rounded().to_string(), "81338.82");
        assert_eq!(used_up * rate, Fraction::from(Money::from_yuan(50_000)));
    }

    #[test]
    fn larger_and_smaller() {
        let (half, whole) = (Fraction::new(1, 2), Fraction::new(1, 1));
        assert_eq!((half.min(whole), half.max(whole)), (half, whole));
        assert_eq!(half.rounded(), Money::from_fen(1), "a half goes up");
        assert_eq!((half - whole).to_string(), "-0.005000");
    }

    #[test]
    fn a_rate_prints_only_the_decimals_it_has() {
        let times = |a: u32, b: u32| Rate::from_parts(i128::from(a) * i128::from(b));
        let shown = [times(8500, 8000), times(8505, 7500), times(0, 5000)].map(|rate| rate.to_string());
        assert_eq!(shown, ["68", "63.7875", "0"]);
    }
}
