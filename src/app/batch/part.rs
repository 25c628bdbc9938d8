//! A part of a table: so many records from so many on, however they are cut.

/// Which part of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    part: u64,
    of: u64,
}

impl Part {
    /// As it is typed: `3/8`.
    pub fn typed(typed: &str) -> Option<Self> {
        const MOST: u64 = 1_000_000;
        let (part, of) = typed.split_once('/')?;
        let (part, of) = (part.trim().parse().ok()?, of.trim().parse().ok()?);
        (1..=MOST).contains(&of).then_some(Self { part, of }).filter(|one| (1..=one.of).contains(&one.part))
    }

    /// Whether it is the one that begins with the header.
    pub const fn is_first(self) -> bool {
        self.part == 1
    }

    /// The records of a table of so many: from which one on, and how many.
    pub fn records(self, all: u64) -> (u64, u64) {
        let edge = |part: u64| u128::from(all) * u128::from(part) / u128::from(self.of);
        let whole = |edge: u128| u64::try_from(edge).unwrap_or(all);
        let (from, to) = (whole(edge(self.part - 1)), whole(edge(self.part)));
        (from, to.saturating_sub(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_the_whole_in_order() {
        for all in [0, 1, 7, 100, 1_000_003, u64::MAX] {
            for of in [1, 2, 3, 8, 11] {
                let mut next = 0;
                for part in 1..=of {
                    let (from, count) = Part::typed(&format!("{part}/{of}")).unwrap().records(all);
                    assert_eq!(from, next);
                    next = from + count;
                }
                assert_eq!(next, all, "{of} parts");
            }
        }
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for typed in ["", "3", "0/3", "4/3", "1/0", "a/b", "-1/3", "1/2/3", "1/1000001"] {
            assert_eq!(Part::typed(typed), None, "{typed}");
        }
        assert!(Part::typed("1/8").unwrap().is_first() && !Part::typed(" 2 / 8").unwrap().is_first());
    }
}
