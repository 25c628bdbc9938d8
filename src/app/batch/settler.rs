//! Rows settled one after the other, whatever they were read from and whatever is
//! written of them: a row takes the way of a single case.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::answers::Answers;
use super::cells::Cells;
use super::figures::{Figures, FiguresSeen, Shared};
use super::header::Header;
use super::no_case::{is_header, may_be_total, named};
use super::person::PersonColumns;
use super::tally::RowErrorKind;
use crate::words::{Lang, Text};
use yidi_core::answers::{AmountError, Problem, ProblemKind};
use yidi_core::case::{Case, Field};
use yidi_core::estimate::{Ends, EstimateError};
use yidi_core::names::is_total;
use yidi_core::places::resolve;
use yidi_core::policy::Book;
use yidi_core::year::{Chain, ends_over};

/// What all rows of a table are settled on.
#[derive(Clone, Copy)]
pub struct Ground<'g> {
    /// The policy data.
    pub book: &'g Book,
    /// What was looked up for any row.
    pub shared: &'g Shared,
    /// The columns.
    pub header: &'g Header,
    /// The columns that name a person whose rows follow on each other.
    pub by: Option<&'g PersonColumns>,
}

/// A row that is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledRow {
    /// Both settlements.
    pub ends: Ends,
    /// The day of them.
    pub date: Date,
}

/// A row that is not settled: what counts, where, and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// For counting.
    pub kind: RowErrorKind,
    /// The question, as programs name it.
    pub field: Option<String>,
    /// All that is wrong.
    pub message: String,
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

/// Settles rows, and remembers what many of them have in common.
pub struct Settler {
    answers: Answers,
    seen: FiguresSeen,
    pub(super) person: PersonSoFar,
    /// Whose row it is.
    key: Vec<u8>,
    /// Columns that are only kept and name a person: what adds rows up says so there.
    named: Vec<usize>,
    /// Rows that say the same as the one before of the same person.
    repeated: Vec<u64>,
    lang: Lang,
    /// Made when the first message is told.
    text: OnceCell<Text>,
}

impl Settler {
    /// One that has seen nothing yet. `date` is typed for rows that give none; without
    /// it they are settled `today`. What is wrong is told in a language.
    pub fn of(ground: Ground<'_>, date: &str, today: Date, lang: Lang) -> Self {
        Self {
            answers: Answers::of(ground.header, date, today),
            seen: FiguresSeen::of(ground.shared),
            person: PersonSoFar::default(),
            key: Vec::new(),
            named: named(ground.header),
            repeated: Vec::new(),
            lang,
            text: OnceCell::new(),
        }
    }

    /// The next row is of another person.
    pub fn part(&mut self) {
        self.person.key.clear();
    }

    /// In how many rows the status was taken from the scheme, since it was asked last.
    pub const fn take_assumed(&mut self) -> u64 {
        std::mem::replace(&mut self.answers.assumed, 0)
    }

    /// The rows that say the same as the one before of the same person, since they were
    /// asked for last.
    pub fn take_repeated(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.repeated)
    }

    /// The day on which a row is settled; nothing where its days cannot be taken.
    pub fn day(&self, row: impl Cells) -> Option<Date> {
        self.answers.day(row)
    }

    /// Settles a row; it is told by its number.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub fn settle(
        &mut self,
        ground: Ground<'_>,
        row: impl Cells,
        number: u64,
    ) -> Result<SettledRow, RefusedRow> {
        let case = match self.case(ground, row) {
            Ok(case) => case,
            Err(refused) => {
                self.note_refund(ground, row, number);
                return Err(refused);
            }
        };
        let found = match ground.by {
            Some(by) => self.carried(ground, by, row, (number, &case))?,
            None => self.figures(ground).of_case(&case).map(|prepared| prepared.settle(&case)),
        };
        match found {
            Ok(ends) => Ok(SettledRow { ends, date: case.date }),
            Err(error) => Err(self.no_estimate(&error)),
        }
    }

    const fn figures<'f>(&'f mut self, ground: Ground<'f>) -> Figures<'f> {
        Figures { book: ground.book, shared: ground.shared, seen: &mut self.seen }
    }

    /// The ends of a case, of the row of that number, with what the person's earlier ones
    /// left.
    fn carried(
        &mut self,
        ground: Ground<'_>,
        by: &PersonColumns,
        row: impl Cells,
        (number, case): (u64, &Case),
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
        let mut figures = Figures { book: ground.book, shared: ground.shared, seen: &mut self.seen };
        let steps = self.person.chain.next(case, None, &mut figures);
        Ok(steps.and_then(|steps| ends_over(steps).ok_or(EstimateError::NoRate { begins: None })))
    }

    /// Begins anew where a row is of another person than the one before, or of nobody.
    fn turn_to(&mut self, by: &PersonColumns, row: impl Cells) {
        by.write(row, &mut self.key);
        let PersonSoFar { key, chain, last, refund } = &mut self.person;
        if self.key.is_empty() || self.key != *key {
            key.clone_from(&self.key);
            chain.clear();
            (*last, *refund) = (None, None);
        }
    }

    /// Remembers a row that takes a stay back: what the person's year left is not known
    /// from there on.
    fn note_refund(&mut self, ground: Ground<'_>, row: impl Cells, number: u64) {
        let Some(by) = ground.by else { return };
        let total = ground.header.column(Field::Total).map_or("", |place| row.get(place));
        if !total.trim_start().starts_with(['-', '−', '－', '负', '(', '（']) {
            return;
        }
        self.turn_to(by, row);
        if !self.key.is_empty() {
            self.person.refund = Some((number, self.answers.day(row).map(Date::year)));
        }
    }

    /// The case of a row.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub(super) fn case(&mut self, ground: Ground<'_>, row: impl Cells) -> Result<Case, RefusedRow> {
        let header = ground.header;
        let width = header.width();
        if row.count() > width && (width..row.count()).any(|place| !row.get(place).trim().is_empty()) {
            if let Some(refused) = self.no_case(header, row) {
                return Err(refused);
            }
            let message = self.text().batch_width(row.count() as u64, width as u64);
            return Err(RefusedRow { kind: RowErrorKind::Width, field: None, message });
        }
        let is_sum = |place: &usize| may_be_total(row.get(*place)) && is_total(row.get(*place));
        if self.named.iter().any(is_sum) {
            let message = self.text().batch_total();
            return Err(RefusedRow { kind: RowErrorKind::Total, field: None, message });
        }
        let case = self.answers.case(row);
        case.map_err(|problems| {
            self.no_case(header, row).unwrap_or_else(|| self.problems(header, row, &problems))
        })
    }

    /// The words it tells what is wrong in.
    pub(super) fn text(&self) -> &Text {
        self.text.get_or_init(|| Text::new(self.lang))
    }

    /// What a refused row says, with its number.
    pub fn sentence(&self, number: u64, refused: &RefusedRow) -> String {
        self.text().batch_error(number, refused.message.clone())
    }

    /// What a row is that is no case and is not meant as one.
    fn no_case(&self, header: &Header, row: impl Cells) -> Option<RefusedRow> {
        let told = |kind, message| Some(RefusedRow { kind, field: None, message });
        let cells = || (0..row.count()).map(|place| row.get(place));
        if cells().zip(&header.names).all(|(cell, name)| cell.trim() == name.trim()) {
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
        let is_sum = places.into_iter().flatten().chain(self.named.iter().copied()).any(stands_at)
            || (!has_place && cells().any(is_total));
        if is_sum { told(RowErrorKind::Total, self.text().batch_total()) } else { None }
    }

    /// Answers that cannot be taken, by the names of their columns.
    fn problems(&self, header: &Header, row: impl Cells, problems: &[Problem]) -> RefusedRow {
        let text = self.text();
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
