//! A table, one stay a row: the columns of `yidi batch`, how often, and what was
//! really paid.

use std::io::Cursor;

use encoding_rs::Encoding;

use super::{ListedEntry, MOST_ENTRIES};
use crate::batch::{self, AddedColumns, BatchRun, Header, RowForm, Table};
use crate::cli::batch::{tell_header, unopened};
use crate::cli::fail::Fail;
use crate::cli::run::Run;
use yidi_core::names::{self, SlipField};
use yidi_core::reconcile::Slip;
use yidi_core::year::{Entry, MOST_TIMES, is_times};

/// Whether there is a header that can be used.
pub(super) fn is_table(bytes: &[u8], named: Option<&'static Encoding>) -> bool {
    Table::open(Box::new(Cursor::new(bytes.to_vec())), named).is_ok()
}

/// The list.
///
/// # Errors
/// With everything that is wrong, row by row.
pub(super) fn read(
    run: &Run<'_>,
    bytes: Vec<u8>,
    named: Option<&'static Encoding>,
    name: &str,
) -> Result<Vec<ListedEntry>, Fail> {
    let text = run.text;
    let table = Table::open(Box::new(Cursor::new(bytes)), named);
    let table = table.map_err(|error| unopened(text, name, error))?;
    let times = column(&table.header, is_times);
    let is_read = |name: &str| is_times(name) || paid_field(name).is_some();
    tell_header(text, &table, is_read);
    let (dialect, decoded) = (table.dialect, table.is_decoded());
    let (header, records) = table.into_records();
    let book = run.book()?;
    let columns = AddedColumns::all();
    let job = BatchRun {
        book: &book,
        lang: text.lang(),
        header: &header,
        dialect,
        added: &[],
        columns: &columns,
        with_header: false,
        form: RowForm::Csv,
        date: "",
        today: *run.today,
        decoded,
        most_worlds: batch::MOST_WORLDS,
        by: None,
    };
    let rows = batch::read_cases(records, job, MOST_ENTRIES + 1);
    let rows = rows.map_err(|error| Fail::Request(vec![text.batch_input(name, text.io_error(&error))]))?;
    let mut list = Vec::new();
    let mut wrong = Vec::new();
    for row in rows {
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.trim());
        let often = times.map_or("", cell);
        let count = if often.is_empty() { Some(1) } else { often.parse().ok() };
        let count = count.filter(|count| (1..=MOST_TIMES).contains(count));
        let paid = slip(run, &header, &row.cells);
        match (row.case, count, paid) {
            (Ok(case), Some(times), Ok(paid)) => {
                list.push(ListedEntry { row: row.row, entry: Entry { times, paid, ..Entry::of(case) } });
            }
            (case, count, paid) => {
                let mut told: Vec<String> = case.err().into_iter().collect();
                if count.is_none() {
                    told.push(text.year_times_wrong(u64::from(MOST_TIMES), often));
                }
                told.extend(paid.err());
                wrong.extend(told.into_iter().map(|one| text.batch_error(row.row, one)));
            }
        }
    }
    if wrong.is_empty() { Ok(list) } else { Err(Fail::Request(wrong)) }
}

fn column(header: &Header, is: impl Fn(&str) -> bool) -> Option<usize> {
    header.names.iter().position(|name| is(name))
}

/// The number of a slip that a column holds which answers no question.
fn paid_field(name: &str) -> Option<SlipField> {
    names::slip_field(name).filter(|_| names::column(name).is_none())
}

/// What was really paid; nothing where no fund and nobody paid yet.
fn slip(run: &Run<'_>, header: &Header, cells: &[String]) -> Result<Option<Slip>, String> {
    let mut slip = Slip::default();
    for (place, (name, cell)) in header.names.iter().zip(cells).enumerate() {
        if let Some(field) = paid_field(name) {
            slip.write_in(field, cell, header.unit(place)).map_err(|error| run.text.slip_fault(&error))?;
        }
    }
    let is_paid = SlipField::PAID.iter().any(|field| slip.get(*field).is_some());
    Ok(is_paid.then_some(slip))
}
