//! A piece of an express line, and what it may be.

use std::ops::Range;

use super::words::{Mark, WordAnswer};
use crate::case::Field;
use crate::places::{Place, county_of, named};

/// The places a word may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// One, or several: those that share their initials in the order in which
    /// they are meant, others in the order of division codes.
    pub(super) places: Vec<Place>,
    /// They share their initials: the first is meant, as in the lists of the wizard.
    pub(super) initials: bool,
    /// A county was named, which is counted as its pooling area.
    pub(super) county: bool,
}

impl Site {
    /// The places a word names.
    pub(super) fn named(word: &str) -> Option<Self> {
        let mut places = named(word);
        let initials = places.len() > 1 && places.iter().all(|place| place.initials() == word);
        if !initials {
            places.sort_by_key(|place| place.code());
        }
        let county = county_of(word, *places.first()?).is_some();
        Some(Self { places, initials, county })
    }

    /// The one place it means, where that is clear or may be assumed.
    pub(super) fn one(&self) -> Option<Place> {
        self.places.first().copied().filter(|_| self.initials || self.places.len() == 1)
    }
}

/// What a piece of a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// A word that may be a place, an answer, or, as a division code, an amount.
    Named {
        site: Option<Site>,
        answers: Vec<WordAnswer>,
        amount: bool,
    },
    Label(Field),
    Mark(Mark),
    Filler,
    Amount(String),
    /// A number without unit; alone where blanks are around it.
    Number {
        text: String,
        alone: bool,
    },
    Percent(String),
    Day(String),
    /// An answer that names its question: `65岁`, `第2次`.
    Typed(Field, String),
    /// `1999年退休`
    RetiredIn(String),
    Unknown,
}

impl PieceKind {
    /// A word with the places it names.
    pub(super) fn named(word: &str, answers: Vec<WordAnswer>, amount: bool) -> Self {
        Self::Named { site: Site::named(word), answers, amount }
    }
}

/// What stands before a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Comma,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) what: PieceKind,
    /// Where it stands in the line as typed, in bytes.
    pub(super) range: Range<usize>,
    /// What stands before it.
    pub(super) gap: Gap,
}
