//! How many rows were fine, and what was wrong with the others.

use std::collections::BTreeMap;

use yidi_core::case::Field;

/// What is wrong with a row, for counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowErrorKind {
    /// An answer cannot be taken; the first one counts.
    Answer(Field),
    /// More or fewer fields than the header has.
    Width,
    /// Longer than a record may be.
    TooLong,
    /// Quotes that nothing closes.
    OpenQuote,
    /// A row of totals: no case.
    Total,
    /// The header once more.
    HeaderAgain,
    /// Bytes that are no text.
    Encoding,
    /// A zero byte.
    Zero,
    /// The header of another table: its columns stand in another order.
    OtherHeader,
    /// An earlier row of the same person takes a stay back.
    AfterRefund,
    /// It stands behind a later one of the same person.
    Order,
    /// No rate is known for the case on its date.
    NoRate,
    /// The data contradict themselves or cannot be read.
    Data,
}

/// Rows counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that were settled.
    pub good: u64,
    /// Rows in which only the scheme is named and the usual status was taken.
    pub assumed: u64,
    /// Rows that say the same as the one before of the same person, and the first of them.
    pub repeated: (u64, Option<u64>),
    /// The first row with the header of another table.
    pub other_header: Option<u64>,
    /// Rows that were not, by what is wrong with them.
    pub bad: BTreeMap<RowErrorKind, u64>,
}

impl Tally {
    /// All rows that were not settled.
    pub fn bad_rows(&self) -> u64 {
        self.bad.values().sum()
    }

    /// All rows.
    pub fn rows(&self) -> u64 {
        self.good + self.bad_rows()
    }

    /// Counts a row that was not settled.
    pub fn count(&mut self, kind: RowErrorKind) {
        *self.bad.entry(kind).or_default() += 1;
    }

    /// Counts a row that says the same as the one before.
    pub fn repeat(&mut self, row: u64) {
        self.repeated = (self.repeated.0 + 1, earlier(self.repeated.1, Some(row)));
    }

    /// Adds the rows of another part.
    pub fn add(&mut self, other: &Self) {
        self.good += other.good;
        self.assumed += other.assumed;
        self.repeated = (self.repeated.0 + other.repeated.0, earlier(self.repeated.1, other.repeated.1));
        self.other_header = earlier(self.other_header, other.other_header);
        for (kind, count) in &other.bad {
            *self.bad.entry(*kind).or_default() += count;
        }
    }
}

/// The earlier of two rows, where there are some.
fn earlier(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    one.into_iter().chain(other).min()
}
