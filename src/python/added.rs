//! The columns that are added to a table.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Date32Array, Decimal128Array};
use arrow_buffer::{NullBuffer, NullBufferBuilder};
use arrow_schema::{ArrowError, DataType, Field};

use crate::days::days_of_day;
use yidi::batch::{AddedCell, AddedColumns, RefusedRow, SettledRow, hundredths, open_word, twin};

/// Digits of an amount; with them amounts go into every table and data base.
const DIGITS: u8 = 12;
/// Of them behind the point.
const SCALE: i8 = 2;

/// What came of a row: a settlement, or what is wrong, in words.
pub(crate) type Outcome = Result<SettledRow, RefusedRow>;

/// The fields of the added columns, with their names.
pub(crate) fn fields(columns: &AddedColumns, names: &[String]) -> Vec<Field> {
    let kinds = columns.cells().map(|cell| match cell {
        AddedCell::Number { .. } => DataType::Decimal128(DIGITS, SCALE),
        AddedCell::Date => DataType::Date32,
        AddedCell::Grade | AddedCell::Open | AddedCell::Error => DataType::Utf8,
    });
    kinds.zip(names).map(|(kind, name)| Field::new(name, kind, true)).collect()
}

/// The numbers of a column.
struct Amounts {
    place: usize,
    is_high: bool,
    values: Vec<i128>,
    nulls: NullBufferBuilder,
}

impl Amounts {
    fn of(place: usize, is_high: bool, rows: usize) -> Self {
        Self { place, is_high, values: Vec::with_capacity(rows), nulls: NullBufferBuilder::new(rows) }
    }

    fn take(&mut self, rows: &[Outcome]) {
        let ends = rows.iter().map(|row| row.as_ref().ok().map(|row| &row.ends));
        for value in hundredths(self.place, self.is_high, ends) {
            self.values.push(value.map_or(0, i128::from));
            self.nulls.append(value.is_some());
        }
    }

    fn finish(mut self) -> (Vec<i128>, Option<NullBuffer>) {
        (self.values, self.nulls.finish())
    }
}

/// The added columns of a piece, while they grow.
pub(crate) struct Added<'c> {
    columns: &'c AddedColumns,
    /// Each once, however many columns show it.
    amounts: Vec<Amounts>,
    grade: StringBuilder,
    open: StringBuilder,
    date: Vec<i32>,
    date_nulls: NullBufferBuilder,
    error: StringBuilder,
}

impl<'c> Added<'c> {
    pub(crate) fn of(columns: &'c AddedColumns, rows: usize) -> Self {
        let mut amounts: Vec<Amounts> = Vec::new();
        for cell in columns.cells() {
            if let AddedCell::Number { place, is_high } = cell {
                let place = twin(place);
                if !amounts.iter().any(|one| (one.place, one.is_high) == (place, is_high)) {
                    amounts.push(Amounts::of(place, is_high, rows));
                }
            }
        }
        Self {
            columns,
            amounts,
            grade: StringBuilder::with_capacity(rows, rows.saturating_mul(8)),
            open: StringBuilder::with_capacity(rows, 0),
            date: Vec::with_capacity(rows),
            date_nulls: NullBufferBuilder::new(rows),
            error: StringBuilder::with_capacity(rows, 0),
        }
    }

    /// Takes some rows; of one that is refused the sentence.
    pub(crate) fn take(&mut self, rows: &[Outcome], sentence: impl Fn(usize, &RefusedRow) -> String) {
        for amounts in &mut self.amounts {
            amounts.take(rows);
        }
        for (row, outcome) in rows.iter().enumerate() {
            let settled = outcome.as_ref().ok();
            self.grade.append_option(settled.map(|row| row.ends.grade.key()));
            let open = settled.map(|row| open_word(row.ends.open));
            self.open.append_option(open.filter(|word| !word.is_empty()));
            self.date.push(settled.map_or(0, |row| days_of_day(row.date)));
            self.date_nulls.append(settled.is_some());
            self.error.append_option(outcome.as_ref().err().map(|refused| sentence(row, refused)));
        }
    }

    /// The columns, in their order.
    ///
    /// # Errors
    /// Never: every number has few enough digits.
    pub(crate) fn finish(mut self) -> Result<Vec<ArrayRef>, ArrowError> {
        let mut made: Vec<(usize, bool, ArrayRef)> = Vec::with_capacity(self.amounts.len());
        for amounts in std::mem::take(&mut self.amounts) {
            let (place, is_high) = (amounts.place, amounts.is_high);
            let (values, nulls) = amounts.finish();
            let array =
                Decimal128Array::try_new(values.into(), nulls)?.with_precision_and_scale(DIGITS, SCALE)?;
            let array: ArrayRef = Arc::new(array);
            // What both settlements agree in is kept once.
            let low =
                made.iter().find(|(at, high, low)| *at == place && !high && low.as_ref() == array.as_ref());
            let array = low.map_or(array, |(_, _, low)| Arc::clone(low));
            made.push((place, is_high, array));
        }
        let grade: ArrayRef = Arc::new(self.grade.finish());
        let open: ArrayRef = Arc::new(self.open.finish());
        let date: ArrayRef = Arc::new(Date32Array::try_new(self.date.into(), self.date_nulls.finish())?);
        let error: ArrayRef = Arc::new(self.error.finish());
        let column = |cell| match cell {
            AddedCell::Number { place, is_high } => {
                let is_it = |one: &&(usize, bool, ArrayRef)| (one.0, one.1) == (twin(place), is_high);
                made.iter().find(is_it).map(|(_, _, array)| Arc::clone(array))
            }
            AddedCell::Grade => Some(Arc::clone(&grade)),
            AddedCell::Open => Some(Arc::clone(&open)),
            AddedCell::Date => Some(Arc::clone(&date)),
            AddedCell::Error => Some(Arc::clone(&error)),
        };
        Ok(self.columns.cells().filter_map(column).collect())
    }
}
