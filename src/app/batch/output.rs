//! What is written of a row beside its own columns: the contract of the output.

use std::sync::LazyLock;

use crate::words::Text;
use yidi_core::estimate::Line;
use yidi_core::reconcile::SlipField;

/// Before the name of every column that is added, where one of them is a column
/// of the input.
pub const PREFIX: &str = "yidi_";
/// The weakest grade of the figures used.
pub const GRADE: &str = "grade";
/// The settlement date that was used, given or not.
pub const DATE_USED: &str = "date_used";
/// What is wrong with the row; empty where nothing is.
pub const ERROR: &str = "error";

/// One number of a settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// A line.
    Line(Line),
    /// A field of the national settlement interface.
    National(SlipField),
}

impl Number {
    /// Its name, to which the end is added.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Line(line) => line.key(),
            Self::National(field) => field.key(),
        }
    }
}

/// How many numbers are written of one settlement.
pub(super) const COUNT: usize = Line::ALL.len() + SlipField::SETTLED.len();

/// Every number, in the order of the columns.
pub(super) fn numbers() -> impl Iterator<Item = Number> {
    Line::ALL.into_iter().map(Number::Line).chain(SlipField::SETTLED.into_iter().map(Number::National))
}

/// The names of the added columns in words, in the same order.
pub fn in_words(text: &Text) -> Vec<String> {
    let ends = numbers().flat_map(|number| {
        let name = match number {
            Number::Line(line) => text.line(line),
            Number::National(field) => text.batch_head_national(text.slip_field(field)),
        };
        [text.batch_head_low(name.as_str()), text.batch_head_high(name)]
    });
    ends.chain([text.batch_head_grade(), text.batch_head_date(), text.batch_head_error()]).collect()
}

/// Every column that is added, in order. `_low` belongs to the settlement in
/// which the person pays least, `_high` to that in which the person pays most.
pub static COLUMNS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let ends = numbers().flat_map(|number| ["low", "high"].map(|end| format!("{}_{end}", number.key())));
    ends.chain([GRADE, DATE_USED, ERROR].map(str::to_owned)).collect()
});
