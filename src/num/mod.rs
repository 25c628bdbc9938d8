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
pub use percent::Percent;
pub use span::Span;

/// `numerator / denominator`, rounded half up, for amounts that are not negative.
///
/// The one rounding rule of the program: lines of a settlement are rounded to
/// the fen when they are produced, and nowhere between.
#[must_use]
pub fn divide_half_up(numerator: i128, denominator: i128) -> i128 {
    debug_assert!(numerator >= 0 && denominator > 0);
    (numerator * 2 + denominator) / (denominator * 2)
}

#[cfg(test)]
mod tests {
    use super::divide_half_up;

    #[test]
    fn a_half_goes_up_and_less_goes_down() {
        assert_eq!(divide_half_up(5, 10), 1);
        assert_eq!(divide_half_up(49, 100), 0);
        assert_eq!(divide_half_up(3, 2), 2);
        assert_eq!(divide_half_up(8, 4), 2);
        assert_eq!(divide_half_up(0, 7), 0);
    }
}
