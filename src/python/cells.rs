//! The rows of a batch as the cells of a table.

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, Schema};

use crate::column::{CellColumn, Unreadable};
use yidi::batch::{Cells, Header, PersonColumns};
use yidi::words::Text;
use yidi_core::answers::{Answer, Question};

/// Which columns of a table are read.
#[derive(Clone)]
pub(crate) struct Layout(Vec<bool>);

impl Layout {
    /// Those that answer a question, stand beside one that does, or name a person.
    pub(crate) fn of(header: &Header, by: Option<&PersonColumns>) -> Self {
        let names = |place| by.is_some_and(|by| by.places().contains(&place));
        let is_read =
            |place| header.question(place).is_some() || header.twin(place).is_some() || names(place);
        Self((0..header.width()).map(is_read).collect())
    }

    /// What is wrong with the types of the columns that are read.
    pub(crate) fn check(&self, text: &Text, header: &Header, schema: &Schema) -> Vec<String> {
        let read = schema.fields().iter().enumerate().filter(|(place, _)| self.is_read(*place));
        let wrong = read.filter_map(|(place, field)| {
            let empty = arrow_array::new_empty_array(field.data_type());
            let name = field.name().as_str();
            match CellColumn::of(empty.as_ref()).err()? {
                Unreadable::Zone(zone) => Some(text.python_zone(name, zone)),
                Unreadable::Kind => {
                    let right = match header.question(place).map(|field| &Question::of(field).answer) {
                        Some(Answer::Amount | Answer::Percent | Answer::Number { .. }) => {
                            text.python_right_number()
                        }
                        Some(Answer::Day) => text.python_right_day(),
                        _ => text.python_right_words(),
                    };
                    Some(text.python_column_kind(name, field.data_type().to_string(), right))
                }
            }
        });
        wrong.collect()
    }

    fn is_read(&self, place: usize) -> bool {
        self.0.get(place).copied().unwrap_or_default()
    }
}

/// The cells of a batch.
pub(crate) struct PieceCells<'b>(Vec<CellColumn<'b>>);

impl<'b> PieceCells<'b> {
    /// Those of the columns that are read; of the others what is text already.
    ///
    /// # Errors
    /// Where a column is of another type than its table said.
    pub(crate) fn of(batch: &'b RecordBatch, layout: &Layout) -> Result<Self, ArrowError> {
        let columns = batch.columns().iter().enumerate().map(|(place, array)| {
            if !layout.is_read(place) {
                return Ok(CellColumn::of_unread(array.as_ref()));
            }
            CellColumn::of(array.as_ref()).map_err(|_| ArrowError::SchemaError(array.data_type().to_string()))
        });
        columns.collect::<Result<_, _>>().map(Self)
    }

    /// One of the rows.
    pub(crate) const fn row(&self, row: usize) -> RowCells<'_> {
        RowCells { columns: self.0.as_slice(), row }
    }
}

/// The cells of one row.
#[derive(Clone, Copy)]
pub(crate) struct RowCells<'p> {
    columns: &'p [CellColumn<'p>],
    row: usize,
}

impl Cells for RowCells<'_> {
    fn count(&self) -> usize {
        self.columns.len()
    }

    #[inline]
    fn get(&self, place: usize) -> &str {
        self.columns.get(place).map_or("", |column| column.get(self.row))
    }
}
