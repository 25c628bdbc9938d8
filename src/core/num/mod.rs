//! Exact numbers: money in fen, percents in hundredths of a percent, ranges.
//!
//! Nothing here knows what a number is for. There is no binary floating point
//! in any computation; a float is met only where a data file is read, and is
//! refused there unless it stands exactly for two decimals.

mod fraction;
mod money;
mod percent;
mod reading;
mod span;

pub use fraction::{Fraction, Rate};
pub use money::{Money, TooLarge};
pub use percent::{Factor, Percent};
pub(crate) use reading::{AMOUNT_WRITTEN, FACTOR_WRITTEN, PERCENT_WRITTEN, RANGE_TURNED, RANGE_WRITTEN};
pub use span::Span;

/// `numerator / denominator`, rounded half up, for amounts that are not negative.
///
/// The one rounding rule of the program: lines of a settlement are rounded to
/// the fen when they are produced, and nowhere between.
#[must_use]
// Checked to fit where the types are narrowed.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn divide_half_up(numerator: i128, denominator: i128) -> i128 {
    // So that doubling and adding stay within 64 bits, of which a division takes
    // a fraction of the time; most amounts are as small.
    const SMALL: i128 = 1 << 61;
    debug_assert!(numerator >= 0 && denominator > 0);
    if numerator < SMALL && denominator < SMALL {
        return i128::from(small_half_up(numerator as u64, denominator as u64));
    }
    (numerator * 2 + denominator) / (denominator * 2)
}

const fn small_half_up(numerator: u64, denominator: u64) -> u64 {
    (numerator * 2 + denominator) / (denominator * 2)
}

#[cfg(test)]
mod tests {
    use super::divide_half_up;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn small_numbers_are_divided_as_large_ones_are(
            (numerator, denominator) in (0..1_i128 << 62, 1..1_i128 << 62),
            shift in 0..62_u32,
        ) {
            for (numerator, denominator) in [(numerator, denominator), (numerator, (denominator >> shift).max(1))] {
                let whole = numerator / denominator;
                let left = (numerator % denominator) * 2;
                prop_assert_eq!(divide_half_up(numerator, denominator), whole + i128::from(left >= denominator));
            }
        }
    }

    #[test]
    fn a_half_goes_up_and_less_goes_down() {
        assert_eq!(divide_half_up(5, 10), 1);
        assert_eq!(divide_half_up(49, 100), 0);
        assert_eq!(divide_half_up(3, 2), 2);
        assert_eq!(divide_half_up(8, 4), 2);
        assert_eq!(divide_half_up(0, 7), 0);
    }
}
