//! What is told of a table, in words.

use super::columns::UnknownColumn;
use super::header::{Header, MOST_COLUMNS, ScaledColumn};
use super::records::LONGEST;
use super::tally::RowErrorKind;
use super::unread::{AsideColumn, HeaderError};
use crate::words::Text;
use yidi_core::case::Field;
use yidi_core::num::Money;

fn column(text: &Text, field: Field) -> String {
    text.batch_column(text.field(field), field.key())
}

/// Why a table of that name cannot be read.
pub fn header_error(text: &Text, name: &str, error: &HeaderError) -> String {
    match error {
        HeaderError::TooLong { row } => text.batch_header_too_long(name, *row, (LONGEST >> 20) as u64),
        HeaderError::OpenQuote { row } => text.batch_header_open_quote(name, *row),
        HeaderError::Empty => text.batch_empty(),
        HeaderError::TooManyColumns => text.batch_too_many_columns(MOST_COLUMNS as u64),
        HeaderError::Markup => text.batch_markup(),
        HeaderError::Workbook => text.batch_workbook(),
        HeaderError::Unit { name, unit } => text.batch_unit(name.as_str(), unit.as_str()),
        HeaderError::Twice { field, names: [one, other] } => {
            text.batch_twice(column(text, *field), one.as_str(), other.as_str())
        }
        HeaderError::Missing(fields) => {
            text.batch_missing(text.list(fields.iter().map(|field| column(text, *field))))
        }
    }
}

/// Which columns are not read; `is_read` are those that mean something beside a case.
pub fn header_remarks(text: &Text, header: &Header, is_read: impl Fn(&str) -> bool) -> Vec<String> {
    let aside = header.aside.iter().map(|AsideColumn { field, read, aside, is_compared }| {
        let (field, read, aside) = (text.field(*field), read.as_str(), aside.as_str());
        if *is_compared {
            text.batch_compared(field, read, aside)
        } else {
            text.batch_aside(field, read, aside)
        }
    });
    let mut remarks: Vec<String> = aside.collect();
    if !header.class_b.is_empty() {
        remarks.push(text.batch_class_b_kept(text.list(&header.class_b)));
    }
    remarks.extend(header.scaled(&is_read).into_iter().map(|ScaledColumn { name, unit }| {
        let yuan = Money::from_fen(unit.fen());
        text.batch_scaled(name, unit.name(), text.money(yuan))
    }));
    let unread = header.unread.iter().filter(|one| !is_read(&one.name));
    let names = unread.map(|one| match one.near {
        Some(near) => text.batch_unread_near(one.name.as_str(), near),
        None => one.name.clone(),
    });
    let names: Vec<String> = names.collect();
    if !names.is_empty() {
        remarks.push(text.batch_unread(text.list(names)));
    }
    remarks
}

/// What is said of a name that is of no column.
pub fn unknown_column(text: &Text, unknown: UnknownColumn) -> String {
    let UnknownColumn { name, near } = unknown;
    match near {
        Some(near) => text.batch_column_unknown_near(name, near),
        None => text.batch_column_unknown(name),
    }
}

/// What is wrong with rows of a kind.
pub fn row_error_kind(text: &Text, kind: RowErrorKind) -> String {
    match kind {
        RowErrorKind::Answer(field) => text.batch_kind_answer(column(text, field)),
        RowErrorKind::Width => text.batch_kind_width(),
        RowErrorKind::TooLong => text.batch_kind_too_long(),
        RowErrorKind::OpenQuote => text.batch_kind_open_quote(),
        RowErrorKind::Total => text.batch_kind_total(),
        RowErrorKind::HeaderAgain => text.batch_kind_header_again(),
        RowErrorKind::Encoding => text.batch_kind_encoding(),
        RowErrorKind::Zero => text.batch_kind_zero(),
        RowErrorKind::OtherHeader => text.batch_kind_other_header(),
        RowErrorKind::AfterRefund => text.batch_kind_after_refund(),
        RowErrorKind::Order => text.batch_kind_order(),
        RowErrorKind::NoRate => text.batch_kind_no_rate(),
        RowErrorKind::Data => text.batch_kind_data(),
    }
}
