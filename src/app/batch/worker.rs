//! One worker: chunks of records in, rows out. Every worker of a run has its own
//! memory and gives the same bytes.

use std::borrow::Cow;

use jiff::civil::Date;
use memchr::memchr;

use super::columns::AddedColumns;
use super::fields::{Fields, Row};
use super::figures::Shared;
use super::header::Header;
use super::out::Out;
use super::person::PersonColumns;
use super::records::{BrokenRecord, Chunk, Dialect, LONGEST, Record};
use super::settler::{Ground, RefusedRow, SettledRow, Settler};
use super::tally::{RowErrorKind, Tally};
use super::write::{RowForm, Settled, Told, Writer};
use crate::words::Lang;
use yidi_core::case::Case;
use yidi_core::policy::Book;

/// What all workers of a run share.
#[derive(Clone, Copy)]
pub struct BatchRun<'r> {
    /// The policy data.
    pub book: &'r Book,
    /// The language of messages.
    pub lang: Lang,
    /// The columns.
    pub header: &'r Header,
    /// How fields are kept apart.
    pub dialect: Dialect,
    /// What the columns that are added are called: [`super::COLUMNS`] or other words,
    /// as many as there are.
    pub added: &'r [String],
    /// Which columns are added.
    pub columns: &'r AddedColumns,
    /// Whether a table begins with the names of its columns.
    pub with_header: bool,
    /// The form of the rows that come out.
    pub form: RowForm,
    /// What is typed as the date of rows that give none; mostly nothing.
    pub date: &'r str,
    /// The day on which rows without a date are settled.
    pub today: Date,
    /// The input was made from another encoding: U+FFFD stands for what could
    /// not be read.
    pub decoded: bool,
    /// How many possible worlds all workers together may remember.
    pub most_worlds: usize,
    /// Rows of one person are settled one after the other, each with what the
    /// earlier ones of the year left.
    pub by: Option<&'r ByPerson>,
}

/// How the rows of one person are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByPerson {
    /// The columns that name a person.
    pub columns: PersonColumns,
    /// The rows of a person stand together, in order of discharge.
    pub is_sorted: bool,
}

/// Settles the rows of chunks.
pub(super) struct Worker<'r> {
    run: BatchRun<'r>,
    ground: Ground<'r>,
    fields: Fields,
    pub(super) settler: Settler,
    writer: Writer<'r>,
    /// There is a carriage return somewhere in the chunk.
    returns: bool,
}

/// A row of a list of cases.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// Which row of the table it is; the header is row 1.
    pub row: u64,
    /// Its cells.
    pub cells: Vec<String>,
    /// The case, or what is wrong with it.
    pub case: Result<Case, String>,
}

impl<'r> Worker<'r> {
    /// A worker that has seen nothing yet.
    pub(super) fn of(run: BatchRun<'r>, shared: &'r Shared) -> Self {
        let by = run.by.map(|by| &by.columns);
        let ground = Ground { book: run.book, shared, header: run.header, by };
        Self {
            run,
            ground,
            fields: Fields::default(),
            settler: Settler::of(ground, run.date, run.today, run.lang),
            writer: Writer::of(run.header, run.form, run.dialect.delimiter, run.columns),
            returns: false,
        }
    }

    /// Appends the header of the output.
    pub(super) fn header(&self, out: &mut Out) {
        if self.run.with_header {
            self.writer.header(out, self.run.header, self.run.added);
        }
    }

    /// Appends a row for every record of a chunk.
    pub(super) fn rows(&mut self, chunk: &Chunk, out: &mut Out, tally: &mut Tally) {
        if !chunk.continues {
            self.settler.part();
        }
        self.each(chunk, |worker, row, record, readable| {
            match readable.and_then(|()| worker.settle(row, record, out)) {
                Ok(()) => tally.good += 1,
                Err(refused) => {
                    if refused.kind == RowErrorKind::OtherHeader {
                        tally.other_header.get_or_insert(record.row);
                    }
                    worker.refuse(row, record.row, &refused, out, tally);
                }
            }
        });
        self.settler.take_repeated().into_iter().for_each(|row| tally.repeat(row));
        tally.assumed += self.settler.take_assumed();
    }

    /// The cases of a chunk, as they stand; each with the cells of its row.
    pub(super) fn cases(&mut self, chunk: &Chunk) -> Vec<CaseRow> {
        let mut found = Vec::new();
        self.each(chunk, |worker, row, record, readable| {
            let case = readable
                .and_then(|()| worker.settler.case(worker.ground, row))
                .map_err(|refused| refused.message);
            let cells = row.iter().map(str::to_owned).collect();
            found.push(CaseRow { row: record.row, cells, case });
        });
        found
    }

    /// Every record of a chunk as a row, and what makes it unreadable.
    fn each(
        &mut self,
        chunk: &Chunk,
        mut take: impl FnMut(&mut Self, Row<'_>, &Record, Result<(), RefusedRow>),
    ) {
        let zero = memchr(0, &chunk.text).is_some();
        self.returns = memchr(b'\r', &chunk.text).is_some();
        let whole = std::str::from_utf8(&chunk.text).ok();
        let whole = whole.filter(|text| !self.run.decoded || !text.contains('\u{fffd}'));
        let mut fields = std::mem::take(&mut self.fields);
        for record in &chunk.records {
            if let (Some(text), false, None) = (whole, zero, record.broken) {
                let text = text.get(record.start..record.end).unwrap_or_default();
                let row = fields.split(text, self.run.dialect.delimiter, record.quoted);
                take(self, row, record, Ok(()));
            } else {
                let readable = String::from_utf8_lossy(&chunk.text[record.start..record.end]);
                let row = match record.broken {
                    Some(BrokenRecord::TooLong) => fields.none(),
                    _ => fields.split(&readable, self.run.dialect.delimiter, record.quoted),
                };
                let replaced = matches!(readable, Cow::Owned(_)) || self.run.decoded;
                let found = self.doubtful(row, record, replaced);
                take(self, row, record, found);
            }
        }
        self.fields = fields;
    }

    /// A record of a chunk in which something is wrong, perhaps not here.
    fn doubtful(&self, row: Row<'_>, record: &Record, replaced: bool) -> Result<(), RefusedRow> {
        let holding = |c: char| row.iter().position(|cell| cell.contains(c));
        let text = self.settler.text();
        let named = |place: usize| self.run.header.names.get(place).cloned().unwrap_or_default();
        let key = |place: usize| {
            let field = self.run.header.question(place);
            Some(field.map_or_else(|| named(place), |field| field.key().to_owned()))
        };
        let bad = |kind, field, message| Err(RefusedRow { kind, field, message });
        if record.broken == Some(BrokenRecord::TooLong) {
            bad(RowErrorKind::TooLong, None, text.batch_too_long((LONGEST / 1024 / 1024) as u64))
        } else if record.broken == Some(BrokenRecord::OpenQuote) {
            bad(RowErrorKind::OpenQuote, None, text.batch_open_quote())
        } else if let Some(place) = holding('\u{fffd}').filter(|_| replaced) {
            bad(RowErrorKind::Encoding, key(place), text.trouble_at(named(place), text.batch_encoding()))
        } else if let Some(place) = holding('\0') {
            bad(RowErrorKind::Zero, key(place), text.trouble_at(named(place), text.batch_zero()))
        } else {
            Ok(())
        }
    }

    fn settle(&mut self, row: Row<'_>, record: &Record, out: &mut Out) -> Result<(), RefusedRow> {
        let SettledRow { ends, date } = self.settler.settle(self.ground, row, record.row)?;
        self.write(row, record, &Settled { ends: &ends, date }, out);
        Ok(())
    }

    fn write(&self, row: Row<'_>, record: &Record, found: &Settled<'_>, out: &mut Out) {
        // A record with more or fewer cells is written anew.
        let plain = row.len() == self.run.header.width()
            && !record.quoted
            && (!self.returns || memchr(b'\r', row.record().as_bytes()).is_none());
        self.writer.settled(out, row, record.row, found, plain);
    }

    fn refuse(&self, row: Row<'_>, number: u64, refused: &RefusedRow, out: &mut Out, tally: &mut Tally) {
        tally.count(refused.kind);
        let sentence = self.settler.sentence(number, refused);
        let told = Told { field: refused.field.clone(), message: refused.message.clone(), sentence };
        self.writer.refused(out, row, number, &told);
    }
}
