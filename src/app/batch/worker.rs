//! One worker: chunks of records in, rows out. Every worker of a run has its own
//! memory and gives the same bytes.

use std::borrow::Cow;
use std::cell::OnceCell;

use jiff::civil::Date;
use memchr::memchr;

use super::answers::Answers;
use super::columns::AddedColumns;
use super::fields::{Fields, Row};
use super::figures::{Figures, Shared};
use super::header::Header;
use super::no_case::{is_header, is_total, may_be_total, named};
use super::out::Out;
use super::person::PersonColumns;
use super::records::{BrokenRecord, Chunk, Dialect, LONGEST, Record};
use super::tally::{RowErrorKind, Tally};
use super::write::{RowForm, Settled, Told, Writer};
use crate::words::{Lang, Text};
use yidi_core::answers::{AmountError, Problem, ProblemKind};
use yidi_core::case::{Case, Field};
use yidi_core::estimate::{Ends, EstimateError};
use yidi_core::places::resolve;
use yidi_core::policy::Book;
use yidi_core::year::{Chain, ends_over};

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

/// The person whose rows are being settled, and what the year has left.
#[derive(Clone, Debug, Default)]
pub(super) struct PersonSoFar {
    key: Vec<u8>,
    chain: Chain,
    /// Their last case.
    last: Option<Case>,
    /// A row that takes a stay back, and the year it is of, where that can be read.
    refund: Option<(u64, Option<i16>)>,
}

/// Settles the rows of chunks.
pub(super) struct Worker<'r> {
    run: BatchRun<'r>,
    fields: Fields,
    answers: Answers,
    figures: Figures<'r>,
    writer: Writer<'r>,
    pub(super) person: PersonSoFar,
    /// Whose row it is.
    key: Vec<u8>,
    /// There is a carriage return somewhere in the chunk.
    returns: bool,
    /// Columns that are only kept and name a person: what adds rows up says so there.
    named: Vec<usize>,
    /// Rows that say the same as the one before of the same person.
    repeated: Vec<u64>,
    /// Made when the first message is told.
    text: OnceCell<Text>,
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

/// A row that is not settled: what counts, where, and the words.
struct RefusedRow {
    kind: RowErrorKind,
    field: Option<String>,
    message: String,
}

impl<'r> Worker<'r> {
    /// A worker that has seen nothing yet.
    pub(super) fn of(run: BatchRun<'r>, shared: &'r Shared) -> Self {
        Self {
            run,
            fields: Fields::default(),
            answers: Answers::of(run.header, run.date, run.today),
            figures: Figures::of(run.book, shared),
            writer: Writer::of(run.header, run.form, run.dialect.delimiter, run.columns),
            person: PersonSoFar::default(),
            key: Vec::new(),
            returns: false,
            named: named(run.header),
            repeated: Vec::new(),
            text: OnceCell::new(),
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
            self.person.key.clear();
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
        self.repeated.drain(..).for_each(|row| tally.repeat(row));
        tally.assumed += std::mem::take(&mut self.answers.assumed);
    }

    /// The cases of a chunk, as they stand; each with the cells of its row.
    pub(super) fn cases(&mut self, chunk: &Chunk) -> Vec<CaseRow> {
        let mut found = Vec::new();
        self.each(chunk, |worker, row, record, readable| {
            let case = readable.and_then(|()| worker.case(row)).map_err(|refused| refused.message);
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
        let text = self.text();
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
        let case = match self.case(row) {
            Ok(case) => case,
            Err(refused) => {
                self.note_refund(row, record.row);
                return Err(refused);
            }
        };
        let found = match self.run.by {
            Some(by) => self.carried(by, row, record.row, &case)?,
            None => self.figures.of_case(&case).map(|prepared| prepared.settle(&case)),
        };
        let ends = found.map_err(|error| self.no_estimate(&error))?;
        self.write(row, record, &Settled { ends: &ends, date: case.date }, out);
        Ok(())
    }

    /// The ends of a case with what the person's earlier ones left.
    fn carried(
        &mut self,
        by: &ByPerson,
        row: Row<'_>,
        number: u64,
        case: &Case,
    ) -> Result<Result<Ends, EstimateError>, RefusedRow> {
        self.turn_to(by, row);
        let of_year = |year: Option<i16>| year.is_none_or(|year| year == case.date.year());
        if let Some((refund, _)) = self.person.refund.filter(|(_, year)| of_year(*year)) {
            let message = self.text().batch_after_refund(refund);
            return Err(RefusedRow { kind: RowErrorKind::AfterRefund, field: None, message });
        }
        if self.person.last == Some(*case) {
            self.repeated.push(number);
        }
        if let Some(last) = self.person.chain.last().filter(|last| case.date < *last) {
            let message = self.text().batch_out_of_order(self.text().date(case.date), self.text().date(last));
            return Err(RefusedRow { kind: RowErrorKind::Order, field: None, message });
        }
        self.person.last = Some(*case);
        let steps = self.person.chain.next(case, None, &mut self.figures);
        Ok(steps.and_then(|steps| ends_over(steps).ok_or(EstimateError::NoRate { begins: None })))
    }

    /// Begins anew where a row is of another person than the one before, or of nobody.
    fn turn_to(&mut self, by: &ByPerson, row: Row<'_>) {
        by.columns.write(row, &mut self.key);
        let PersonSoFar { key, chain, last, refund } = &mut self.person;
        if self.key.is_empty() || self.key != *key {
            key.clone_from(&self.key);
            chain.clear();
            (*last, *refund) = (None, None);
        }
    }

    /// Remembers a row that takes a stay back: what the person's year left is not known
    /// from there on.
    fn note_refund(&mut self, row: Row<'_>, number: u64) {
        let Some(by) = self.run.by else { return };
        let total = self.run.header.column(Field::Total).map_or("", |place| row.get(place));
        if !total.trim_start().starts_with(['-', '−', '－', '负', '(', '（']) {
            return;
        }
        self.turn_to(by, row);
        if !self.key.is_empty() {
            self.person.refund = Some((number, self.answers.day(row).map(Date::year)));
        }
    }

    /// The case of a row.
    fn case(&mut self, row: Row<'_>) -> Result<Case, RefusedRow> {
        let width = self.run.header.width();
        if row.len() > width && row.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
            if let Some(refused) = self.no_case(row) {
                return Err(refused);
            }
            let message = self.text().batch_width(row.len() as u64, width as u64);
            return Err(RefusedRow { kind: RowErrorKind::Width, field: None, message });
        }
        if self.named.iter().any(|place| may_be_total(row.get(*place)) && is_total(row.get(*place))) {
            let message = self.text().batch_total();
            return Err(RefusedRow { kind: RowErrorKind::Total, field: None, message });
        }
        let case = self.answers.case(row);
        case.map_err(|problems| self.no_case(row).unwrap_or_else(|| self.problems(row, &problems)))
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
        let sentence = self.text().batch_error(number, refused.message.clone());
        let told = Told { field: refused.field.clone(), message: refused.message.clone(), sentence };
        self.writer.refused(out, row, number, &told);
    }

    fn text(&self) -> &Text {
        self.text.get_or_init(|| Text::new(self.run.lang))
    }

    /// What a row is that is no case and is not meant as one.
    fn no_case(&self, row: Row<'_>) -> Option<RefusedRow> {
        let header = self.run.header;
        let told = |kind, message| Some(RefusedRow { kind, field: None, message });
        if row.iter().zip(&header.names).all(|(cell, name)| cell.trim() == name.trim()) {
            return told(RowErrorKind::HeaderAgain, self.text().batch_header_again());
        }
        let total = header.column(Field::Total).map_or("", |place| row.get(place));
        if is_header(row, total) {
            return told(RowErrorKind::OtherHeader, self.text().batch_other_header());
        }
        // What is said of the whole table stands first, and no place beside it.
        let places = [Field::Insured, Field::CarePlace].map(|field| header.column(field));
        let has_place = places.into_iter().flatten().any(|place| resolve(row.get(place)).is_ok());
        let stands_at = |place: usize| is_total(row.get(place));
        let is_total = places.into_iter().flatten().chain(self.named.iter().copied()).any(stands_at)
            || (!has_place && row.iter().any(is_total));
        if is_total { told(RowErrorKind::Total, self.text().batch_total()) } else { None }
    }

    /// Answers that cannot be taken, by the names of their columns.
    fn problems(&self, row: Row<'_>, problems: &[Problem]) -> RefusedRow {
        let (text, header) = (self.text(), self.run.header);
        let told = problems.iter().map(|Problem { field, trouble }| {
            let place = header.column(*field);
            let name = place.map_or_else(|| field.key().to_owned(), |place| header.names[place].clone());
            let is_formula = place.is_some_and(|place| row.get(place).starts_with('='));
            let is_refund =
                *field == Field::Total && matches!(trouble, ProblemKind::Amount(AmountError::Negative));
            let fault = match trouble {
                _ if is_formula => text.batch_formula(),
                trouble if is_refund => text.batch_refund(text.trouble(trouble)),
                trouble => text.trouble(trouble),
            };
            text.trouble_at(name, fault)
        });
        let message = told.collect::<Vec<_>>().join(&text.batch_separator());
        let first = problems.first().map(|problem| problem.field);
        let kind = first.map_or(RowErrorKind::Data, RowErrorKind::Answer);
        RefusedRow { kind, field: first.map(|field| field.key().to_owned()), message }
    }

    fn no_estimate(&self, error: &EstimateError) -> RefusedRow {
        let kind = match error {
            EstimateError::NoRate { .. } => RowErrorKind::NoRate,
            EstimateError::NoBill | EstimateError::File(_) | EstimateError::Clash(_) => RowErrorKind::Data,
        };
        RefusedRow { kind, field: None, message: self.text().estimate_error(error) }
    }
}
