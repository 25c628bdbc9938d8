//! A value known exactly or between two ends.

/// A value from `low` to `high`, both possible; equal when nothing is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span<T> {
    low: T,
    high: T,
}

impl<T: Copy + Ord> Span<T> {
    /// A value known exactly.
    #[must_use]
    pub const fn exact(value: T) -> Self {
        Self { low: value, high: value }
    }

    /// A value between two ends, or nothing when they are the wrong way round.
    #[must_use]
    pub fn new(low: T, high: T) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// The smallest span that holds both values.
    #[must_use]
    pub fn between(one: T, other: T) -> Self {
        Self { low: one.min(other), high: one.max(other) }
    }

    /// The smaller end.
    #[must_use]
    pub const fn low(self) -> T {
        self.low
    }

    /// The larger end.
    #[must_use]
    pub const fn high(self) -> T {
        self.high
    }

    /// Whether both ends are the same.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// The smallest span that holds this one and the other.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The same span of another thing, by a map that keeps the order.
    #[must_use]
    pub fn map<U: Copy + Ord>(self, f: impl Fn(T) -> U) -> Span<U> {
        Span::between(f(self.low), f(self.high))
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn ends_the_wrong_way_round_are_no_span() {
        assert_eq!(Span::new(2, 1), None);
        assert_eq!(Span::new(1, 2), Some(Span::between(2, 1)));
    }

    #[test]
    fn a_hull_holds_both() {
        let hull = Span::between(3, 5).hull(Span::exact(9));
        assert_eq!((hull.low(), hull.high()), (3, 9));
        assert!(!hull.is_exact());
    }
}
