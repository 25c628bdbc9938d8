//! The header of a table: which column answers which question, and what the
//! table that comes out is called.

use super::names::ColumnNames;
use super::output::{COLUMNS, PREFIX};
use yidi_core::case::Field;

/// So many columns a table may have: more than any is written with, though a
/// sheet that is exported whole has four times as many.
pub const MOST_COLUMNS: usize = 4096;

/// Why a table cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderError {
    /// There is not even a header.
    Empty,
    /// The header is longer than a record may be, or its quotes do not close.
    NoHeader,
    /// It is an Excel workbook, not a table in text form.
    Workbook,
    /// There are more than [`MOST_COLUMNS`] columns.
    TooManyColumns,
    /// Two columns answer the same question.
    Twice {
        /// The question.
        field: Field,
        /// What the two columns are called.
        names: [String; 2],
    },
    /// Questions that must be answered have no column.
    Missing(Vec<Field>),
}

/// A column that answers no question: it is kept, not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadColumn {
    /// What it is called.
    pub name: String,
    /// The name of a question that it looks like.
    pub near: Option<&'static str>,
}

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The names as they stand in the input.
    pub names: Vec<String>,
    /// Columns that answer no question.
    pub unread: Vec<UnreadColumn>,
    /// What stands before the name of every column that is added, so that none
    /// is there already; mostly nothing.
    pub prefix: String,
    questions: Vec<Option<Field>>,
}

/// For so many columns that answer no question it is told what they look like.
const MOST_GUESSES: usize = 50;

/// Without these there is no case.
const NEEDED: [Field; 5] = [Field::Insured, Field::CarePlace, Field::Status, Field::Tier, Field::Total];

impl Header {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// Where a question is answered twice, or one that must be answered is not.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Result<Self, HeaderError> {
        let known = ColumnNames::new();
        let names: Vec<String> = names.take(MOST_COLUMNS + 1).map(str::to_owned).collect();
        if names.len() > MOST_COLUMNS {
            return Err(HeaderError::TooManyColumns);
        }
        let questions: Vec<Option<Field>> = names.iter().map(|name| known.find(name)).collect();
        for (place, field) in questions.iter().enumerate() {
            let Some(field) = *field else { continue };
            if let Some(other) = questions[..place].iter().position(|one| *one == Some(field)) {
                return Err(HeaderError::Twice {
                    field,
                    names: [names[other].clone(), names[place].clone()],
                });
            }
        }
        let missing: Vec<Field> =
            NEEDED.into_iter().filter(|field| !questions.contains(&Some(*field))).collect();
        if !missing.is_empty() {
            return Err(HeaderError::Missing(missing));
        }
        let mut prefix = String::new();
        while COLUMNS.iter().any(|own| names.iter().any(|name| is_made_of(name, &prefix, own))) {
            prefix.push_str(PREFIX);
        }
        let is_own = |name: &str| COLUMNS.iter().any(|own| name.trim_start_matches(PREFIX) == own.as_str());
        let unread = names.iter().zip(&questions).filter(|(name, field)| field.is_none() && !is_own(name));
        // Only the first are told by name.
        let near = |place, name| if place < MOST_GUESSES { known.near(name) } else { None };
        let unread = unread
            .enumerate()
            .map(|(place, (name, _))| UnreadColumn { name: name.clone(), near: near(place, name) })
            .collect();
        Ok(Self { names, unread, prefix, questions })
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.names.len()
    }

    /// The column that answers a question.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.questions.iter().position(|one| *one == Some(field))
    }

    /// The question a column answers.
    pub fn question(&self, place: usize) -> Option<Field> {
        self.questions.get(place).copied().flatten()
    }
}

fn is_made_of(name: &str, prefix: &str, own: &str) -> bool {
    name.strip_prefix(prefix).is_some_and(|rest| rest == own)
}
