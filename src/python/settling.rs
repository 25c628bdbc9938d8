//! The settling itself: pieces of a table in, the same with the columns that are added
//! out, on several threads and in order. A fixed number of pieces is under way, so that
//! memory does not grow with rows. Python is not held meanwhile.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};

use crate::added::{Added, Outcome};
use crate::cells::{Layout, PieceCells};
use crate::pieces::{Piece, Pieces, ROWS};
use yidi::batch::{AddedColumns, Ground, Header, PersonColumns, Settler, Shared, Tally};
use yidi::words::{Lang, Text};
use yidi_core::policy::Book;

/// So many pieces a thread are under way at once.
const PIECES: usize = 2;
/// So many rows are settled before they are written into columns: what came of them is
/// near then.
const STEP: usize = 256;

/// A piece that is settled.
type Made = Result<(RecordBatch, Tally), ArrowError>;

/// What all rows of a table share.
pub(crate) struct Plan {
    pub(crate) book: Book,
    pub(crate) header: Header,
    pub(crate) shared: Shared,
    pub(crate) by: Option<PersonColumns>,
    pub(crate) layout: Layout,
    pub(crate) columns: AddedColumns,
    /// The columns that come out.
    pub(crate) schema: SchemaRef,
    pub(crate) lang: Lang,
}

impl Plan {
    pub(crate) const fn ground(&self) -> Ground<'_> {
        Ground { book: &self.book, shared: &self.shared, header: &self.header, by: self.by.as_ref() }
    }

    /// Settles a piece.
    fn settle(&self, settler: &mut Settler, piece: &Piece) -> Made {
        let (batch, ground) = (&piece.batch, self.ground());
        let cells = PieceCells::of(batch, &self.layout)?;
        let rows = batch.num_rows();
        let (mut added, mut tally) = (Added::of(&self.columns, rows), Tally::default());
        let mut outcomes: Vec<Outcome> = Vec::with_capacity(STEP.min(rows));
        settler.part();
        for first in (0..rows).step_by(STEP) {
            outcomes.clear();
            for row in first..rows.min(first.saturating_add(STEP)) {
                let outcome = settler.settle(ground, cells.row(row), piece.numbers.of(row));
                match &outcome {
                    Ok(_) => tally.good = tally.good.saturating_add(1),
                    Err(refused) => tally.count(refused.kind),
                }
                outcomes.push(outcome);
            }
            let number = |row: usize| piece.numbers.of(first.saturating_add(row));
            added.take(&outcomes, |row, refused| settler.sentence(number(row), refused));
        }
        settler.take_repeated().into_iter().for_each(|row| tally.repeat(row));
        tally.assumed = settler.take_assumed();
        let columns = batch.columns().iter().cloned().chain(added.finish()?).collect();
        Ok((RecordBatch::try_new(Arc::clone(&self.schema), columns)?, tally))
    }
}

/// A table that is being settled.
pub(crate) struct Settling {
    plan: Plan,
    pieces: Pieces,
    settlers: Vec<Settler>,
    done: VecDeque<Result<RecordBatch, ArrowError>>,
    tally: Arc<Mutex<Tally>>,
    is_over: bool,
    /// What was wrong with the table, told behind the rows before it.
    failed: Option<ArrowError>,
}

impl Settling {
    /// `settlers` is not empty: as many as threads.
    pub(crate) fn of(plan: Plan, pieces: Pieces, settlers: Vec<Settler>, tally: Arc<Mutex<Tally>>) -> Self {
        Self { plan, pieces, settlers, done: VecDeque::new(), tally, is_over: false, failed: None }
    }

    /// Takes some pieces and settles them.
    fn advance(&mut self) {
        let pieces = self.some_pieces();
        let made: Vec<Mutex<Option<Made>>> = pieces.iter().map(|_| Mutex::default()).collect();
        let (plan, left) = (&self.plan, Mutex::new(pieces.iter().zip(&made)));
        let work = |settler: &mut Settler| {
            loop {
                let next = left.lock().unwrap_or_else(PoisonError::into_inner).next();
                let Some((piece, made)) = next else { return };
                let found = catch_unwind(AssertUnwindSafe(|| plan.settle(settler, piece)));
                let found = found.unwrap_or_else(|panic| Err(broken(plan.lang, panic.as_ref())));
                *made.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
            }
        };
        let helpers = pieces.len().saturating_sub(1);
        if let Some((first, others)) = self.settlers.split_first_mut() {
            thread::scope(|scope| {
                for settler in others.iter_mut().take(helpers) {
                    scope.spawn(|| work(settler));
                }
                work(first);
            });
        }
        let mut tally = self.tally.lock().unwrap_or_else(PoisonError::into_inner);
        let made =
            made.into_iter().filter_map(|made| made.into_inner().unwrap_or_else(PoisonError::into_inner));
        self.done.extend(made.map(|made| {
            made.map(|(batch, counted)| {
                tally.add(&counted);
                batch
            })
        }));
    }

    /// The next pieces.
    fn some_pieces(&mut self) -> Vec<Piece> {
        let most = self.settlers.len().saturating_mul(PIECES).saturating_mul(ROWS);
        let (mut pieces, mut rows) = (Vec::new(), 0_usize);
        while rows < most && !self.is_over {
            let next = catch_unwind(AssertUnwindSafe(|| self.pieces.next()));
            match next.unwrap_or_else(|panic| Some(Err(broken(self.plan.lang, panic.as_ref())))) {
                Some(Ok(piece)) => {
                    rows = rows.saturating_add(piece.batch.num_rows());
                    pieces.push(piece);
                }
                Some(Err(error)) => {
                    self.is_over = true;
                    self.failed = Some(error);
                }
                None => self.is_over = true,
            }
        }
        pieces
    }
}

/// What panicked, as an error.
fn broken(lang: Lang, panic: &(dyn Any + Send)) -> ArrowError {
    let said = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    ArrowError::ComputeError(Text::new(lang).python_broken(said.unwrap_or("?")))
}

impl Iterator for Settling {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.done.is_empty() && !self.is_over {
            self.advance();
        }
        self.done.pop_front().or_else(|| self.failed.take().map(Err))
    }
}

impl RecordBatchReader for Settling {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.plan.schema)
    }
}
