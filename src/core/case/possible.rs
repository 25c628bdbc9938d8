//! What an answer may be: one, or several where it is not known.

use enumset::{EnumSet, EnumSetType};

/// One answer, or several of which one holds; never none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Possible<T: EnumSetType> {
    first: T,
    all: EnumSet<T>,
}

impl<T: EnumSetType> Possible<T> {
    /// The one that is known.
    pub fn only(one: T) -> Self {
        Self { first: one, all: EnumSet::only(one) }
    }

    /// One of several; nothing where there is none.
    pub fn one_of(all: EnumSet<T>) -> Option<Self> {
        all.iter().next().map(|first| Self { first, all })
    }

    /// The one that holds, where it is known.
    pub fn known(self) -> Option<T> {
        (self.all.len() == 1).then_some(self.first)
    }

    /// The first of them: the only one, where it is known.
    pub const fn first(self) -> T {
        self.first
    }

    /// Everything that may hold.
    pub const fn all(self) -> EnumSet<T> {
        self.all
    }

    /// Whether an answer may be the one that holds.
    pub fn may_be(self, one: T) -> bool {
        self.all.contains(one)
    }
}

impl<T: EnumSetType> From<T> for Possible<T> {
    fn from(one: T) -> Self {
        Self::only(one)
    }
}
