//! Money in fen, exact.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Percent, divide_half_up};

/// An amount of CNY, kept in fen (1/100 yuan).
///
/// Amounts of a case and of a figure are never negative; a difference of two
/// amounts may be, so the type itself allows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// The amount does not fit what the program can settle, or has parts of a fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an amount from 0.00 to 99999999.99 with at most two decimals")]
pub struct TooLarge;

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount the program accepts: 99 999 999.99 yuan.
    pub const MAX: Self = Self(9_999_999_999);

    /// An amount in fen.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// An amount in whole yuan.
    #[must_use]
    pub const fn from_yuan(yuan: i64) -> Self {
        Self(yuan * 100)
    }

    /// The amount in fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// A share of it, rounded half up to the fen; the amount must not be negative.
    #[must_use]
    pub fn share(self, rate: Percent) -> Self {
        let part = divide_half_up(i128::from(self.0) * i128::from(rate.hundredths()), Percent::SCALE);
        Self(i64::try_from(part).unwrap_or(i64::MAX))
    }

    /// The part above zero.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl TryFrom<Decimal> for Money {
    type Error = TooLarge;

    /// # Errors
    /// Negative, above [`Money::MAX`], or with parts of a fen.
    fn try_from(yuan: Decimal) -> Result<Self, TooLarge> {
        let fen = yuan
            .checked_mul(Decimal::ONE_HUNDRED)
            .filter(|fen| fen.fract().is_zero())
            .and_then(|fen| fen.to_i64())
            .ok_or(TooLarge)?;
        let money = Self(fen);
        if (Self::ZERO..=Self::MAX).contains(&money) { Ok(money) } else { Err(TooLarge) }
    }
}

impl From<Money> for Decimal {
    fn from(money: Money) -> Self {
        Self::new(money.0, 2)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Yuan with two decimals and no separators: `9490.00`, the form programs read.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", fen / 100, fen % 100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_in_and_out() {
        let money = Money::try_from(Decimal::new(1_234_567, 2)).unwrap();
        assert_eq!(money, Money::from_fen(1_234_567));
        assert_eq!(money.to_string(), "12345.67");
        assert_eq!(Decimal::from(money), Decimal::new(1_234_567, 2));
    }

    #[test]
    fn parts_of_a_fen_negative_and_too_large_are_refused() {
        for (number, scale) in [(12_345, 3), (-1, 2), (10_000_000_000, 2)] {
            assert_eq!(Money::try_from(Decimal::new(number, scale)), Err(TooLarge), "{number}e-{scale}");
        }
    }

    #[test]
    fn a_negative_difference_prints_its_sign() {
        assert_eq!((Money::ZERO - Money::from_fen(5)).to_string(), "-0.05");
    }
}
