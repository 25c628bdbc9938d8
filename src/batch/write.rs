//! One row out: its own cells, then what was found for it.

use jiff::civil::Date;

use super::amounts::{Amounts, Cell};
use super::fields::Row;
use super::header::Header;
use super::output::{COLUMNS, COUNT, DATE_USED, ERROR, GRADE, numbers};
use crate::case::{harmless, runs_as_formula};
use crate::estimate::Ends;
use crate::policy::Grade;

/// What was found for a row.
pub(super) struct Settled<'a> {
    pub(super) ends: &'a Ends,
    pub(super) grade: Grade,
    pub(super) date: Date,
}

/// What is wrong with a row, in words.
pub(super) struct Told {
    /// The question, as programs name it.
    pub(super) field: Option<String>,
    /// All that is wrong.
    pub(super) message: String,
    /// The same with the row's number.
    pub(super) sentence: String,
}

/// In which form the rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table with commas.
    Csv,
    /// A JSON object a line.
    JsonLines,
}

/// Both ends of a settlement as text; made once where they are equal.
fn both(ends: &Ends) -> (Amounts, Amounts) {
    let low = Amounts::of(&ends.low, ends.low_rate);
    let same = ends.low == ends.high && ends.low_rate == ends.high_rate;
    (low, if same { low } else { Amounts::of(&ends.high, ends.high_rate) })
}

/// Writes the rows of one table.
pub(super) struct Writer {
    form: Form,
    width: usize,
    delimiter: u8,
    /// The names of the columns as JSON texts, each with its colon.
    names: Vec<String>,
    /// The date written last, and how it reads.
    day: (Date, String),
}

impl Writer {
    pub(super) fn of(header: &Header, form: Form, delimiter: u8) -> Self {
        let mut names: Vec<String> = Vec::new();
        for name in &header.names {
            let taken = |candidate: &String| names.contains(candidate);
            let mut candidate = format!("{}:", json(name));
            let mut number = 1;
            // A reader would lose one of two fields of the same name.
            while taken(&candidate) {
                number += 1;
                candidate = format!("{}:", json(&format!("{name}_{number}")));
            }
            names.push(candidate);
        }
        let width = header.width();
        Self { form, width, delimiter, names, day: (Date::default(), Date::default().to_string()) }
    }

    /// The header; there is none of JSON lines.
    pub(super) fn header(&self, out: &mut Vec<u8>, header: &Header) {
        if self.form == Form::Csv {
            for name in &header.names {
                cell(out, name);
                out.push(b',');
            }
            let own = COLUMNS.iter().map(|name| format!("{}{name}", header.prefix));
            out.extend_from_slice(own.collect::<Vec<_>>().join(",").as_bytes());
            out.push(b'\n');
        }
    }

    /// A row that was settled. `plain` says that its record can be written as it stands.
    pub(super) fn settled(&mut self, out: &mut Vec<u8>, row: Row<'_>, number: u64, found: &Settled<'_>, plain: bool) {
        let (low, high) = both(found.ends);
        if self.day.0 != found.date {
            self.day = (found.date, found.date.to_string());
        }
        let grade = found.grade.key();
        match self.form {
            Form::Csv => {
                self.cells(out, row, plain);
                amounts(out, &low, &high);
                for text in [grade, ",", &self.day.1, ",\n"] {
                    out.extend_from_slice(text.as_bytes());
                }
            }
            Form::JsonLines => {
                self.open(out, row, number);
                let mut pairs = numbers().zip(low.iter().zip(high.iter()));
                object(out, ",\"lines\":{", pairs.by_ref().take(COUNT - NATIONAL));
                object(out, "},\"national\":{", pairs);
                let day = &self.day.1;
                let rest = format!("}},\"{GRADE}\":\"{grade}\",\"{DATE_USED}\":\"{day}\",\"{ERROR}\":null}}\n");
                out.extend_from_slice(rest.as_bytes());
            }
        }
    }

    /// A row that was not settled.
    pub(super) fn refused(&self, out: &mut Vec<u8>, row: Row<'_>, number: u64, told: &Told) {
        match self.form {
            Form::Csv => {
                self.cells(out, row, false);
                // As many commas as columns that stay empty.
                out.resize(out.len() + COLUMNS.len() - 1, b',');
                cell(out, &told.sentence);
                out.push(b'\n');
            }
            Form::JsonLines => {
                self.open(out, row, number);
                let field = told.field.as_deref().map_or_else(|| "null".to_owned(), json);
                let message = json(&told.message);
                let rest = format!(
                    ",\"lines\":null,\"national\":null,\"{GRADE}\":null,\"{DATE_USED}\":null,\
                     \"{ERROR}\":{{\"row\":{number},\"field\":{field},\"message\":{message}}}}}\n"
                );
                out.extend_from_slice(rest.as_bytes());
            }
        }
    }

    /// The row's own cells, as many as the header has.
    fn cells(&self, out: &mut Vec<u8>, row: Row<'_>, plain: bool) {
        if plain && self.delimiter == b',' && !row.iter().any(runs_perhaps) {
            out.extend_from_slice(row.record().as_bytes());
            out.push(b',');
            return;
        }
        for place in 0..self.width {
            cell(out, row.get(place));
            out.push(b',');
        }
    }

    /// The beginning of an object: the row's number and its own cells.
    fn open(&self, out: &mut Vec<u8>, row: Row<'_>, number: u64) {
        out.extend_from_slice(format!("{{\"row\":{number},\"input\":{{").as_bytes());
        for (place, name) in self.names.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(json(row.get(place)).as_bytes());
        }
        out.push(b'}');
    }
}

const NATIONAL: usize = crate::reconcile::SlipField::ALL.len();

/// Whether a text has to be looked at: most begin with nothing a spreadsheet runs.
fn runs_perhaps(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n' | 0xef))
        && runs_as_formula(text)
}

/// A cell of a table, in quotes where it must be.
fn cell(out: &mut Vec<u8>, text: &str) {
    let text = harmless(text);
    let needs_quotes = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.bytes().any(needs_quotes) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    for (place, part) in text.split('"').enumerate() {
        if place > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}

/// Low and high of every number, each followed by a comma.
fn amounts(out: &mut Vec<u8>, low: &Amounts, high: &Amounts) {
    const ROOM: usize = 2 * COUNT * Cell::ROOM + Cell::ROOM;
    let mut text = [0; ROOM];
    let mut at = 0;
    let mut put = |cell: &Cell| {
        // The whole room is copied, which is quicker than as much as is used.
        let (bytes, length) = cell.with_comma();
        text[at..at + Cell::ROOM].copy_from_slice(bytes);
        at += length;
    };
    for (low, high) in low.iter().zip(high.iter()) {
        put(low);
        put(high);
    }
    out.extend_from_slice(&text[..at]);
}

/// Numbers of both settlements by name; one that a settlement has not is null.
fn object<'c>(
    out: &mut Vec<u8>,
    opening: &str,
    numbers: impl Iterator<Item = (super::output::Number, (&'c Cell, &'c Cell))>,
) {
    out.extend_from_slice(opening.as_bytes());
    for (place, (number, (low, high))) in numbers.enumerate() {
        let comma = if place > 0 { "," } else { "" };
        out.extend_from_slice(format!("{comma}\"{}\":{{\"low\":", number.key()).as_bytes());
        amount(out, low);
        out.extend_from_slice(b",\"high\":");
        amount(out, high);
        out.push(b'}');
    }
}

fn amount(out: &mut Vec<u8>, cell: &Cell) {
    if cell.text().is_empty() {
        out.extend_from_slice(b"null");
    } else {
        out.push(b'"');
        out.extend_from_slice(cell.text());
        out.push(b'"');
    }
}

/// A text as JSON writes it.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
