//! One worker: chunks of records in, rows out. Every worker of a run has its own
//! memory and gives the same bytes.

use std::cell::OnceCell;

use jiff::civil::Date;
use memchr::memchr;

use super::answers::Answers;
use super::columns::AddedColumns;
use super::fields::{Fields, Row};
use super::figures::{Figures, Shared};
use super::header::Header;
use super::out::Out;
use super::records::{BrokenRecord, Chunk, Dialect, LONGEST, Record};
use super::tally::{RowErrorKind, Tally};
use super::write::{RowForm, Settled, Told, Writer};
use crate::words::{Lang, Text};
use yidi_core::answers::Problem;
use yidi_core::case::Field;
use yidi_core::estimate::EstimateError;
use yidi_core::names;
use yidi_core::places::resolve;
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
}

/// Settles the rows of chunks.
pub(super) struct Worker<'r> {
    run: BatchRun<'r>,
    fields: Fields,
    answers: Answers,
    figures: Figures<'r>,
    writer: Writer<'r>,
    /// There is a carriage return somewhere in the chunk.
    returns: bool,
    /// Made when the first message is told.
    text: OnceCell<Text>,
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
            returns: false,
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
        let zero = memchr(0, &chunk.text).is_some();
        self.returns = memchr(b'\r', &chunk.text).is_some();
        let whole = std::str::from_utf8(&chunk.text).ok();
        let whole = whole.filter(|text| !self.run.decoded || !text.contains('\u{fffd}'));
        let mut fields = std::mem::take(&mut self.fields);
        for record in &chunk.records {
            if let (Some(text), false, None) = (whole, zero, record.broken) {
                let text = text.get(record.start..record.end).unwrap_or_default();
                let row = fields.split(text, self.run.dialect.delimiter, record.quoted);
                self.row(row, record, out, tally);
            } else {
                self.doubtful(&mut fields, chunk, record, out, tally);
            }
        }
        self.fields = fields;
        tally.assumed += std::mem::take(&mut self.answers.assumed);
    }

    /// A record of a chunk in which something is wrong, perhaps not here.
    fn doubtful(
        &mut self,
        fields: &mut Fields,
        chunk: &Chunk,
        record: &Record,
        out: &mut Out,
        tally: &mut Tally,
    ) {
        let bytes = &chunk.text[record.start..record.end];
        let readable = String::from_utf8_lossy(bytes);
        let replaced = std::str::from_utf8(bytes).is_err() || self.run.decoded;
        let row = match record.broken {
            Some(BrokenRecord::TooLong) => fields.none(),
            _ => fields.split(&readable, self.run.dialect.delimiter, record.quoted),
        };
        let holding = |c: char| row.iter().position(|cell| cell.contains(c));
        let text = self.text.get_or_init(|| Text::new(self.run.lang));
        let named = |place: usize| self.run.header.names.get(place).cloned().unwrap_or_default();
        let key = |place: usize| {
            let field = self.run.header.question(place);
            Some(field.map_or_else(|| named(place), |field| field.key().to_owned()))
        };
        let bad = |kind, field, message| Err(RefusedRow { kind, field, message });
        let found = if record.broken == Some(BrokenRecord::TooLong) {
            bad(RowErrorKind::TooLong, None, text.batch_too_long((LONGEST / 1024 / 1024) as u64))
        } else if record.broken == Some(BrokenRecord::OpenQuote) {
            bad(RowErrorKind::OpenQuote, None, text.batch_open_quote())
        } else if let Some(place) = holding('\u{fffd}').filter(|_| replaced) {
            bad(RowErrorKind::Encoding, key(place), text.trouble_at(named(place), text.batch_encoding()))
        } else if let Some(place) = holding('\0') {
            bad(RowErrorKind::Zero, key(place), text.trouble_at(named(place), text.batch_zero()))
        } else {
            Ok(())
        };
        match found {
            Ok(()) => self.row(row, record, out, tally),
            Err(refused) => self.refuse(row, record.row, &refused, out, tally),
        }
    }

    fn row(&mut self, row: Row<'_>, record: &Record, out: &mut Out, tally: &mut Tally) {
        match self.settle(row, record, out) {
            Ok(()) => tally.good += 1,
            Err(refused) => self.refuse(row, record.row, &refused, out, tally),
        }
    }

    fn settle(&mut self, row: Row<'_>, record: &Record, out: &mut Out) -> Result<(), RefusedRow> {
        let width = self.run.header.width();
        if row.len() != width {
            if let Some(refused) = self.no_case(row) {
                return Err(refused);
            }
            let message = self.text().batch_width(row.len() as u64, width as u64);
            return Err(RefusedRow { kind: RowErrorKind::Width, field: None, message });
        }
        let case = match self.answers.case(row) {
            Ok(case) => case,
            Err(problems) => return Err(self.no_case(row).unwrap_or_else(|| self.problems(&problems))),
        };
        let found = self.figures.of_case(&case).map(|prepared| prepared.settle(&case));
        let ends = found.map_err(|error| self.no_estimate(&error))?;
        let found = Settled { ends: &ends, date: case.date };
        let plain = !record.quoted && (!self.returns || memchr(b'\r', row.record().as_bytes()).is_none());
        self.writer.settled(out, row, record.row, &found, plain);
        Ok(())
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
        // What is said of the whole table stands first, and no place beside it.
        let places = [Field::Insured, Field::CarePlace].map(|field| header.column(field));
        let has_place = places.into_iter().flatten().any(|place| resolve(row.get(place)).is_ok());
        let is_total = !has_place && row.iter().any(is_total);
        if is_total { told(RowErrorKind::Total, self.text().batch_total()) } else { None }
    }

    /// Answers that cannot be taken, by the names of their columns.
    fn problems(&self, problems: &[Problem]) -> RefusedRow {
        let (text, header) = (self.text(), self.run.header);
        let told = problems.iter().map(|Problem { field, trouble }| {
            let place = header.column(*field);
            let name = place.map_or_else(|| field.key().to_owned(), |place| header.names[place].clone());
            text.trouble_at(name, text.trouble(trouble))
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

/// Whether a cell says that its row adds others up.
fn is_total(cell: &str) -> bool {
    const WORDS: [&str; 9] = ["合计", "总计", "小计", "共计", "累计", "总合计", "total", "totals", "sum"];
    const LONGEST: usize = 64;
    if cell.len() > LONGEST {
        return false;
    }
    let folded = names::folded(cell);
    let text = folded.trim_start_matches("本页").trim_start_matches("本表");
    WORDS.contains(&text) || text == "grandtotal" || text == "subtotal"
}
