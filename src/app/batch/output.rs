//! What is written of a row beside its own columns: the contract of the output.

use std::sync::LazyLock;

use crate::words::Text;
use yidi_core::estimate::{Ends, Line, Open};
use yidi_core::num::{Money, Percent};
use yidi_core::reconcile::SlipField;

/// Before the name of every column that is added, where one of them is a column
/// of the input.
pub const PREFIX: &str = "yidi_";
/// The weakest grade of the figures used.
pub const GRADE: &str = "grade";
/// Where what the person pays may lie outside its range for want of a figure: see
/// [`open_word`].
pub const OPEN: &str = "open";
/// The settlement date that was used, given or not.
pub const DATE_USED: &str = "date_used";
/// What is wrong with the row; empty where nothing is.
pub const ERROR: &str = "error";

/// `at-most`, `at-least`, `both`, or nothing where the range holds.
pub const fn open_word(open: Open) -> &'static str {
    match (open.less, open.more) {
        (false, false) => "",
        (true, false) => "at-most",
        (false, true) => "at-least",
        (true, true) => "both",
    }
}

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

    /// Its hundredths in one of both settlements: fen of an amount, hundredths of a
    /// percent of a rate.
    fn hundredths(self, ends: &Ends, is_high: bool) -> Option<i64> {
        let settlement = if is_high { &ends.high } else { &ends.low };
        match self {
            Self::Line(line) => settlement.line(line).map(Money::fen),
            Self::National(SlipField::Rate) => {
                let rate = if is_high { ends.high_rate } else { ends.low_rate };
                rate.map(Percent::hundredths).map(i64::from)
            }
            Self::National(field) => field.of(settlement).map(Money::fen),
        }
    }
}

/// The number at a place among the columns, of many rows: in hundredths, none where a
/// settlement has none, and of a row that was not settled.
pub fn hundredths<'e>(
    place: usize,
    is_high: bool,
    rows: impl Iterator<Item = Option<&'e Ends>>,
) -> impl Iterator<Item = Option<i64>> {
    let number = numbers().nth(place);
    rows.map(move |ends| number?.hundredths(ends?, is_high))
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
    ends.chain([
        text.batch_head_grade(),
        text.batch_head_open(),
        text.batch_head_date(),
        text.batch_head_error(),
    ])
    .collect()
}

/// Every column that is added, in order. `_low` belongs to the settlement in
/// which the person pays least, `_high` to that in which the person pays most.
pub static COLUMNS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let ends = numbers().flat_map(|number| ["low", "high"].map(|end| format!("{}_{end}", number.key())));
    ends.chain([GRADE, OPEN, DATE_USED, ERROR].map(str::to_owned)).collect()
});
