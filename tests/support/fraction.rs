//! Fractions that are exact: slow, and a second opinion on every rounding.

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

/// A fraction in lowest terms, its bottom above zero. What does not fit panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    pub(crate) top: i128,
    pub(crate) bottom: i128,
}

pub(crate) const NOTHING: Fraction = Fraction { top: 0, bottom: 1 };
const WHOLE: Fraction = Fraction { top: 1, bottom: 1 };

fn common_divisor(one: i128, other: i128) -> i128 {
    if other == 0 { one.abs() } else { common_divisor(other, one % other) }
}

impl Fraction {
    pub(crate) fn new(top: i128, bottom: i128) -> Self {
        assert_ne!(bottom, 0, "divided by nothing");
        let divisor = common_divisor(top, bottom) * bottom.signum();
        Self { top: top / divisor, bottom: bottom / divisor }
    }

    pub(crate) fn above_zero(self) -> Self {
        self.max(NOTHING)
    }

    /// "Round half up to the fen".
    pub(crate) fn round(self) -> Self {
        let doubled = self + self + WHOLE;
        Self { top: doubled.top.div_euclid(doubled.bottom * 2), bottom: 1 }
    }
}

fn product(one: i128, other: i128) -> i128 {
    one.checked_mul(other).expect("a fraction that fits")
}

impl Add for Fraction {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let shared = common_divisor(self.bottom, other.bottom);
        let (mine, its) = (self.bottom / shared, other.bottom / shared);
        let top = product(self.top, its).checked_add(product(other.top, mine)).expect("a sum that fits");
        Self::new(top, product(self.bottom, its))
    }
}

impl Sub for Fraction {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { top: -other.top, bottom: other.bottom }
    }
}

impl Mul for Fraction {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let (one, two) = (Self::new(self.top, other.bottom), Self::new(other.top, self.bottom));
        Self { top: product(one.top, two.top), bottom: product(one.bottom, two.bottom) }
    }
}

impl Div for Fraction {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Self::new(product(self.top, other.bottom), product(self.bottom, other.top))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (*self - *other).top.cmp(&0)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
