//! How numbers are read from data files: `800`, `89.5`, or `(800, 1500)` for a range.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use super::{Factor, Money, Percent, Span};

/// How a data file writes an amount.
pub(crate) const AMOUNT_WRITTEN: &str = "an amount in yuan from 0 to 99999999.99 with at most two decimals";
/// How it writes a share.
pub(crate) const PERCENT_WRITTEN: &str = "a percent from 0 to 100 with at most two decimals";
/// How it writes a factor.
pub(crate) const FACTOR_WRITTEN: &str = "a factor from 0 to 100 with at most two decimals";
/// How it writes a range.
pub(crate) const RANGE_WRITTEN: &str = "a range is written (low, high)";
/// What is said of a range that is not so.
pub(crate) const RANGE_TURNED: &str = "a range is written (low, high): here low is above high";

/// A number that a data file writes with at most two decimals.
trait TwoDecimals: Copy + Ord {
    /// What a person should have written.
    const EXPECTED: &'static str;
    /// The value for so many hundredths, if it is within bounds.
    fn from_hundredths(hundredths: i64) -> Option<Self>;
}

impl TwoDecimals for Money {
    const EXPECTED: &'static str = AMOUNT_WRITTEN;
    fn from_hundredths(hundredths: i64) -> Option<Self> {
        let money = Self::from_fen(hundredths);
        (Self::ZERO..=Self::MAX).contains(&money).then_some(money)
    }
}

impl TwoDecimals for Percent {
    const EXPECTED: &'static str = PERCENT_WRITTEN;
    fn from_hundredths(hundredths: i64) -> Option<Self> {
        let percent = Self::from_hundredths(u32::try_from(hundredths).ok()?);
        (percent <= Self::FULL).then_some(percent)
    }
}

impl TwoDecimals for Factor {
    const EXPECTED: &'static str = FACTOR_WRITTEN;
    fn from_hundredths(hundredths: i64) -> Option<Self> {
        Self::from_hundredths(u16::try_from(hundredths).ok()?)
    }
}

fn from_integer<T: TwoDecimals, E: de::Error>(number: i64) -> Result<T, E> {
    number
        .checked_mul(100)
        .and_then(T::from_hundredths)
        .ok_or_else(|| E::custom(format_args!("{number} is not {}", T::EXPECTED)))
}

fn from_float<T: TwoDecimals, E: de::Error>(number: f64) -> Result<T, E> {
    let hundredths = (number * 100.0).round();
    let close = (number * 100.0 - hundredths).abs() < 1e-6;
    // Far inside the range in which a float holds every integer exactly.
    #[allow(clippy::cast_possible_truncation)]
    let value = (close && hundredths.abs() < 1e12).then_some(hundredths as i64);
    value
        .and_then(T::from_hundredths)
        .ok_or_else(|| E::custom(format_args!("{number} is not {}", T::EXPECTED)))
}

struct One<T>(PhantomData<T>);

impl<T: TwoDecimals> Visitor<'_> for One<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        from_integer(number)
    }
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        from_integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        from_float(number)
    }
}

struct OneOrTwo<T>(PhantomData<T>);

impl<'de, T: TwoDecimals + Deserialize<'de>> Visitor<'de> for OneOrTwo<T> {
    type Value = Span<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, or (low, high)", T::EXPECTED)
    }
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Span<T>, E> {
        from_integer(number).map(Span::exact)
    }
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Span<T>, E> {
        from_integer(i64::try_from(number).unwrap_or(i64::MAX)).map(Span::exact)
    }
    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Span<T>, E> {
        from_float(number).map(Span::exact)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut ends: A) -> Result<Span<T>, A::Error> {
        let missing = || de::Error::custom(RANGE_WRITTEN);
        let low: T = ends.next_element()?.ok_or_else(missing)?;
        let high: T = ends.next_element()?.ok_or_else(missing)?;
        Span::new(low, high).ok_or_else(|| de::Error::custom(RANGE_TURNED))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(One(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(One(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Factor {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(One(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Span<Factor> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(OneOrTwo(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Span<Money> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(OneOrTwo(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Span<Percent> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(OneOrTwo(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_decimals_and_ranges() {
        let plain: Span<Money> = ron::from_str("1300").unwrap();
        assert_eq!(plain, Span::exact(Money::from_yuan(1300)));
        let range: Span<Percent> = ron::from_str("(88.8, 91)").unwrap();
        assert_eq!((range.low().hundredths(), range.high().hundredths()), (8880, 9100));
    }

    #[test]
    fn what_is_no_such_number_says_what_would_be() {
        for (text, part) in [
            ("101", "percent from 0 to 100"),
            ("-1", "percent from 0 to 100"),
            ("85.123", "at most two decimals"),
            ("(90, 80)", "low is above high"),
            ("(90,)", "(low, high)"),
        ] {
            let error = ron::from_str::<Span<Percent>>(text).unwrap_err().to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
