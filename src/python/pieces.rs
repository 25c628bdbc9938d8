//! A table cut into pieces that are settled one by one: so many rows, or whole persons.

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use arrow_select::concat::concat_batches;
use arrow_select::interleave::interleave_record_batch;

use crate::cells::{Layout, PieceCells};
use crate::source::Source;
use yidi::batch::{PersonColumns, Settler};

/// So many rows are settled at once.
pub(crate) const ROWS: usize = 16_384;

/// Rows that are settled together.
pub(crate) struct Piece {
    /// The rows.
    pub(crate) batch: RecordBatch,
    /// Which rows of the table they are.
    pub(crate) numbers: Numbers,
}

/// Which rows of a table: the header would be row 1.
pub(crate) enum Numbers {
    /// One after the other from a first one on.
    From(u64),
    /// Any.
    Each(Vec<u64>),
}

impl Numbers {
    /// The number of one of the rows.
    pub(crate) fn of(&self, row: usize) -> u64 {
        match self {
            Self::From(first) => first.saturating_add(row as u64),
            Self::Each(numbers) => numbers.get(row).copied().unwrap_or_default(),
        }
    }
}

/// The row below the header.
const FIRST: u64 = 2;

/// The pieces of a table, in the order in which they are settled.
pub(crate) enum Pieces {
    /// As they come.
    AsTheyCome(Slices),
    /// Between two pieces no person stands.
    Persons(Persons),
    /// All of the table, person by person.
    Sorted(Box<Sorted>),
}

impl Pieces {
    /// The next piece; none at the end.
    ///
    /// # Errors
    /// Where the table cannot be read.
    pub(crate) fn next(&mut self) -> Option<Result<Piece, ArrowError>> {
        match self {
            Self::AsTheyCome(slices) => slices.next(),
            Self::Persons(persons) => persons.next(),
            Self::Sorted(sorted) => sorted.next(),
        }
    }
}

/// Batches cut into pieces.
pub(crate) struct Slices {
    source: Source,
    /// What is left of the last batch.
    left: Option<RecordBatch>,
    row: u64,
}

impl Slices {
    pub(crate) const fn of(source: Source) -> Self {
        Self { source, left: None, row: FIRST }
    }

    fn next(&mut self) -> Option<Result<Piece, ArrowError>> {
        let batch = loop {
            if let Some(left) = self.left.take().filter(|left| left.num_rows() > 0) {
                break left;
            }
            match self.source.next()? {
                Ok(batch) => self.left = Some(batch),
                Err(error) => return Some(Err(error)),
            }
        };
        let count = batch.num_rows().min(ROWS);
        let piece = Piece { batch: batch.slice(0, count), numbers: Numbers::From(self.row) };
        self.row = self.row.saturating_add(count as u64);
        self.left = Some(batch.slice(count, batch.num_rows() - count));
        Some(Ok(piece))
    }
}

/// Pieces of a table in which the rows of a person stand together.
pub(crate) struct Persons {
    slices: Slices,
    layout: Layout,
    by: PersonColumns,
    /// The rows of the last person, who may have more of them.
    open: Vec<RecordBatch>,
    /// Whose they are.
    last: Vec<u8>,
    row: u64,
}

impl Persons {
    pub(crate) const fn of(source: Source, layout: Layout, by: PersonColumns) -> Self {
        let slices = Slices::of(source);
        Self { slices, layout, by, open: Vec::new(), last: Vec::new(), row: FIRST }
    }

    fn next(&mut self) -> Option<Result<Piece, ArrowError>> {
        loop {
            let Some(piece) = self.slices.next() else {
                let open = std::mem::take(&mut self.open);
                return (!open.is_empty()).then(|| self.whole(&open));
            };
            let batch = match piece {
                Ok(piece) => piece.batch,
                Err(error) => return Some(Err(error)),
            };
            // Where the last person of the batch begins; nowhere where it is the one before.
            let begin = match self.begin(&batch) {
                Ok(begin) => begin,
                Err(error) => return Some(Err(error)),
            };
            let Some(begin) = begin else {
                self.open.push(batch);
                continue;
            };
            let mut whole =
                std::mem::replace(&mut self.open, vec![batch.slice(begin, batch.num_rows() - begin)]);
            whole.push(batch.slice(0, begin));
            whole.retain(|part| part.num_rows() > 0);
            if !whole.is_empty() {
                return Some(self.whole(&whole));
            }
        }
    }

    fn begin(&mut self, batch: &RecordBatch) -> Result<Option<usize>, ArrowError> {
        let cells = PieceCells::of(batch, &self.layout)?;
        let (mut key, mut begin) = (Vec::new(), None);
        for row in 0..batch.num_rows() {
            self.by.write(cells.row(row), &mut key);
            if key.is_empty() || key != self.last {
                begin = Some(row);
            }
            std::mem::swap(&mut key, &mut self.last);
        }
        Ok(begin)
    }

    fn whole(&mut self, parts: &[RecordBatch]) -> Result<Piece, ArrowError> {
        let batch = match parts {
            [one] => one.clone(),
            several => concat_batches(&self.slices.source.schema(), several)?,
        };
        let numbers = Numbers::From(self.row);
        self.row = self.row.saturating_add(batch.num_rows() as u64);
        Ok(Piece { batch, numbers })
    }
}

/// Where a row stands, and by what it is sorted: whose it is, of which day, where.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    key: Box<[u8]>,
    /// Days since 1970; what has no day stands first, and is refused later.
    day: i32,
    batch: usize,
    row: usize,
}

/// A whole table, person by person and by day.
pub(crate) struct Sorted {
    source: Source,
    batches: Vec<RecordBatch>,
    /// The number of the first row of each.
    firsts: Vec<u64>,
    places: Vec<Place>,
    at: usize,
    is_read: bool,
    layout: Layout,
    by: PersonColumns,
    /// Tells the day of a row.
    settler: Settler,
}

impl Sorted {
    pub(crate) fn of(source: Source, layout: Layout, by: PersonColumns, settler: Settler) -> Self {
        let (batches, firsts, places) = (Vec::new(), Vec::new(), Vec::new());
        Self { source, batches, firsts, places, at: 0, is_read: false, layout, by, settler }
    }

    fn next(&mut self) -> Option<Result<Piece, ArrowError>> {
        if !std::mem::replace(&mut self.is_read, true)
            && let Err(error) = self.read()
        {
            self.places.clear();
            return Some(Err(error));
        }
        let rest = self.places.get(self.at..).filter(|rest| !rest.is_empty())?;
        let is_between = |place: usize| {
            let both = rest.get(place.saturating_sub(1)).zip(rest.get(place));
            both.is_none_or(|(one, next)| next.key.is_empty() || one.key != next.key)
        };
        let count = (ROWS.min(rest.len())..rest.len()).find(|place| is_between(*place)).unwrap_or(rest.len());
        let rows = rest.get(..count)?;
        let indices: Vec<(usize, usize)> = rows.iter().map(|place| (place.batch, place.row)).collect();
        let number = |place: &Place| self.firsts.get(place.batch).map_or(0, |first| first + place.row as u64);
        let numbers = Numbers::Each(rows.iter().map(number).collect());
        let batches: Vec<&RecordBatch> = self.batches.iter().collect();
        self.at += count;
        let batch = interleave_record_batch(&batches, &indices);
        Some(batch.map(|batch| Piece { batch, numbers }))
    }

    fn read(&mut self) -> Result<(), ArrowError> {
        let mut number = FIRST;
        while let Some(batch) = self.source.next() {
            let batch = batch?;
            let cells = PieceCells::of(&batch, &self.layout)?;
            let mut key = Vec::new();
            for row in 0..batch.num_rows() {
                self.by.write(cells.row(row), &mut key);
                let day = self.settler.day(cells.row(row)).map_or(i32::MIN, crate::days::days_of_day);
                let place = Place { key: key.as_slice().into(), day, batch: self.batches.len(), row };
                self.places.push(place);
            }
            self.firsts.push(number);
            number = number.saturating_add(batch.num_rows() as u64);
            drop(cells);
            self.batches.push(batch);
        }
        self.places.sort_unstable();
        Ok(())
    }
}
