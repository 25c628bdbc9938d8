//! One row out: its own cells, then what was found for it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;

use super::amounts::{AmountCell, Amounts};
use super::columns::{AddedCell, AddedColumns};
use super::fields::Row;
use super::header::Header;
use super::out::Out;
use super::output::{COUNT, DATE_USED, ERROR, GRADE, Number, OPEN, numbers, open_word};
use crate::guard::{harmless, runs_as_formula};
use yidi_core::estimate::{Ends, Line};

/// What was found for a row.
pub(super) struct Settled<'a> {
    pub(super) ends: &'a Ends,
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
pub enum RowForm {
    /// A table with commas.
    Csv,
    /// A JSON object a line.
    JsonLines,
}

/// Writes the rows of one table.
pub(super) struct Writer<'r> {
    form: RowForm,
    columns: &'r AddedColumns,
    /// All columns are added: that is written in one piece.
    is_whole: bool,
    width: usize,
    delimiter: u8,
    /// The names of the columns as JSON texts, each with its colon.
    names: Vec<String>,
}

impl<'r> Writer<'r> {
    pub(super) fn of(header: &Header, form: RowForm, delimiter: u8, columns: &'r AddedColumns) -> Self {
        let mut names: Vec<String> = Vec::new();
        let mut taken: HashSet<String> = HashSet::new();
        // How far the numbers behind a name were counted.
        let mut counted: HashMap<&str, usize> = HashMap::new();
        for name in &header.names {
            let mut candidate = name.clone();
            // A reader would lose one of two fields of the same name.
            while !taken.insert(candidate.clone()) {
                let number = counted.entry(name).or_insert(1);
                *number += 1;
                candidate = format!("{name}_{number}");
            }
            names.push(format!("{}:", json(&candidate)));
        }
        let width = header.width();
        Self { form, columns, is_whole: columns.is_all(), width, delimiter, names }
    }

    /// The header; there is none of JSON lines.
    pub(super) fn header(&self, out: &mut Out, header: &Header, added: &[String]) {
        if self.form == RowForm::Csv {
            for name in &header.names {
                cell(out, name);
                out.put(b",");
            }
            let prefix = header.prefix(added);
            for (place, name) in added.iter().enumerate() {
                if place > 0 {
                    out.put(b",");
                }
                cell(out, &format!("{prefix}{name}"));
            }
            out.put(b"\n");
        }
    }

    /// A row that was settled. `plain` says that its record can be written as it stands.
    pub(super) fn settled(&self, out: &mut Out, row: Row<'_>, number: u64, found: &Settled<'_>, plain: bool) {
        let [low, high] = Amounts::both(found.ends);
        let mut room = [0; 10];
        let day = day(found.date, &mut room);
        let (grade, open) = (found.ends.grade.key(), open_word(found.ends.open));
        match self.form {
            RowForm::Csv if !self.is_whole => {
                self.cells(out, row, plain);
                for cell in self.columns.cells() {
                    match cell {
                        AddedCell::Number { place, is_high } => {
                            let amounts = if is_high { &high } else { &low };
                            let (bytes, length) = amounts.get(place).with_comma();
                            out.put(&bytes[..length]);
                        }
                        AddedCell::Grade => out.put_all([grade.as_bytes(), b","]),
                        AddedCell::Open => out.put_all([open.as_bytes(), b","]),
                        AddedCell::Date => out.put_all([day.as_ref(), b","]),
                        // The last one, and empty.
                        AddedCell::Error => out.put(b"\n"),
                    }
                }
            }
            RowForm::Csv => {
                self.cells(out, row, plain);
                out.pairs(COUNT, low.iter().zip(high.iter()));
                out.put_all([grade.as_bytes(), b",", open.as_bytes(), b",", day.as_ref(), b",\n"]);
            }
            RowForm::JsonLines => {
                self.open(out, row, number);
                for (opening, (low, high)) in OPENINGS.iter().zip(low.iter().zip(high.iter())) {
                    out.put(opening.as_bytes());
                    amount(out, low);
                    out.put(b",\"high\":");
                    amount(out, high);
                }
                let day = String::from_utf8_lossy(day.as_ref());
                let rest = format!(
                    "}}}},\"{GRADE}\":\"{grade}\",\"{OPEN}\":\"{open}\",\"{DATE_USED}\":\"{day}\",\"{ERROR}\":null}}\n"
                );
                out.put(rest.as_bytes());
            }
        }
    }

    /// A row that was not settled.
    pub(super) fn refused(&self, out: &mut Out, row: Row<'_>, number: u64, told: &Told) {
        match self.form {
            RowForm::Csv => {
                self.cells(out, row, false);
                // As many commas as columns that stay empty.
                out.fill(b',', self.columns.count().saturating_sub(1));
                cell(out, &told.sentence);
                out.put(b"\n");
            }
            RowForm::JsonLines => {
                self.open(out, row, number);
                let field = told.field.as_deref().map_or_else(|| "null".to_owned(), json);
                let message = json(&told.message);
                let rest = format!(
                    ",\"lines\":null,\"national\":null,\"{GRADE}\":null,\"{OPEN}\":null,\"{DATE_USED}\":null,\
                     \"{ERROR}\":{{\"row\":{number},\"field\":{field},\"message\":{message}}}}}\n"
                );
                out.put(rest.as_bytes());
            }
        }
    }

    /// The row's own cells, as many as the header has.
    fn cells(&self, out: &mut Out, row: Row<'_>, plain: bool) {
        if plain && self.delimiter == b',' && !row.iter().any(runs_perhaps) {
            out.put(row.record().as_bytes());
            out.put(b",");
            return;
        }
        for place in 0..self.width {
            cell(out, row.get(place));
            out.put(b",");
        }
    }

    /// The beginning of an object: the row's number and its own cells.
    fn open(&self, out: &mut Out, row: Row<'_>, number: u64) {
        out.put(format!("{{\"row\":{number},\"input\":{{").as_bytes());
        for (place, name) in self.names.iter().enumerate() {
            if place > 0 {
                out.put(b",");
            }
            out.put(name.as_bytes());
            let text = row.get(place);
            let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
            if text.bytes().all(is_plain) {
                out.put(b"\"");
                out.put(text.as_bytes());
                out.put(b"\"");
            } else {
                out.put(json(text).as_bytes());
            }
        }
        out.put(b"}");
    }
}

/// Whether a text has to be looked at: most begin with nothing a spreadsheet runs.
fn runs_perhaps(text: &str) -> bool {
    // Characters of everyday Chinese begin with these bytes.
    let is_usual = |byte: &u8| byte.is_ascii_alphanumeric() || (0xe4..=0xe9).contains(byte);
    text.as_bytes().first().is_some_and(|byte| !is_usual(byte)) && runs_as_formula(text)
}

/// A cell of a table, in quotes where it must be.
fn cell(out: &mut Out, text: &str) {
    let text = harmless(text);
    let needs_quotes = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.bytes().any(needs_quotes) {
        out.put(text.as_bytes());
        return;
    }
    out.put(b"\"");
    for (place, part) in text.split('"').enumerate() {
        if place > 0 {
            out.put(b"\"\"");
        }
        out.put(part.as_bytes());
    }
    out.put(b"\"");
}

/// What stands before the low end of each number in an object of a row.
static OPENINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let opening = |(place, number): (usize, Number)| {
        let before = match number {
            _ if place == 0 => ",\"lines\":{",
            Number::National(_) if place == Line::ALL.len() => "}},\"national\":{",
            _ => "},",
        };
        format!("{before}\"{}\":{{\"low\":", number.key())
    };
    numbers().enumerate().map(opening).collect()
});

/// A date as [`Date`] prints it; one of a usual year is put together in `room`.
fn day(date: Date, room: &mut [u8; 10]) -> Cow<'_, [u8]> {
    let (year, month, day) = (date.year(), i16::from(date.month()), i16::from(date.day()));
    if !(1000..=9999).contains(&year) {
        return Cow::Owned(date.to_string().into_bytes());
    }
    let digit = |number: i16| b'0' + u8::try_from(number % 10).unwrap_or_default();
    let [y, m, d] = [year, month, day];
    *room = [
        digit(y / 1000),
        digit(y / 100),
        digit(y / 10),
        digit(y),
        b'-',
        digit(m / 10),
        digit(m),
        b'-',
        digit(d / 10),
        digit(d),
    ];
    Cow::Borrowed(room)
}

/// An amount as a JSON text; null where a settlement has none.
fn amount(out: &mut Out, cell: AmountCell) {
    let (bytes, _) = cell.with_comma();
    match cell.length() {
        0 => out.put(b"null"),
        length => {
            out.put(b"\"");
            out.put(&bytes[..length]);
            out.put(b"\"");
        }
    }
}

/// A text as JSON writes it.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_it_is_printed() {
        let mut date = jiff::civil::date(998, 11, 1);
        for _ in 0..2_000 {
            assert_eq!(day(date, &mut [0; 10]), date.to_string().as_bytes());
            date = date.checked_add(jiff::Span::new().days(397)).unwrap();
        }
        assert_eq!(day(Date::MIN, &mut [0; 10]), Date::MIN.to_string().as_bytes());
    }
}
