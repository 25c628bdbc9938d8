//! Why a table is not read, and what of it stands aside.

use yidi_core::case::Field;

/// Why a table cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderError {
    /// There is not even a header.
    Empty,
    /// A row in which the header was looked for is longer than a record may be.
    TooLong {
        /// Which row it is.
        row: u64,
    },
    /// Quotes in it do not close.
    OpenQuote {
        /// Which row it is.
        row: u64,
    },
    /// It is an Excel workbook, not a table in text form.
    Workbook,
    /// It is a web page or an XML table, which spreadsheets open as well.
    Markup,
    /// There are more than [`MOST_COLUMNS`] columns.
    TooManyColumns,
    /// Two columns answer the same question.
    Twice {
        /// The question.
        field: Field,
        /// What the two columns are called.
        names: [String; 2],
    },
    /// A column holds money of others, or of a unit that is not known.
    Unit {
        /// The column.
        name: String,
        /// The unit.
        unit: String,
    },
    /// Questions that must be answered have no column.
    Missing(Vec<Field>),
}

/// A column that could answer a question which another answers better: it is
/// kept, not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideColumn {
    /// The question.
    pub field: Field,
    /// The column that is read.
    pub read: String,
    /// The one that is kept beside it.
    pub aside: String,
    /// Both say the same in other words: the one that is kept is compared, and read
    /// where the other is blank.
    pub is_compared: bool,
}
