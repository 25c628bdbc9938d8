//! Cases out of the book and into another: JSON for programs and for moving,
//! CSV for spreadsheets.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::rows::{Raw, grade_of, last_change, put};
use super::store::CaseBook;
use super::trouble::CaseBookError;
use super::{CaseEntry, Then};
use crate::guard::harmless;
use yidi_core::answers::{RECORD_VERSION, from_record, parse_amount, record_keys, to_record};
use yidi_core::num::Span;

/// The form of an exported file.
const FORMAT: &str = "yidi.cases/1";
/// Tells spreadsheets on Chinese Windows that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Cases that were not in the book.
    pub added: usize,
    /// Cases of the book that were changed later elsewhere.
    pub updated: usize,
    /// Cases that the book has already, as new or newer.
    pub unchanged: usize,
}

#[derive(Serialize, Deserialize)]
struct Exported {
    format: String,
    cases: Vec<Exchanged>,
}

#[derive(Serialize, Deserialize)]
struct Exchanged {
    id: String,
    created: Timestamp,
    changed: Timestamp,
    #[serde(default)]
    note: String,
    version: u32,
    answers: BTreeMap<String, String>,
    #[serde(default)]
    ticks: BTreeSet<String>,
    #[serde(default)]
    then: Option<ExchangedThen>,
}

#[derive(Serialize, Deserialize)]
struct ExchangedThen {
    low: String,
    high: String,
    data_gathered: Date,
    grade: String,
    estimate: Box<RawValue>,
}

impl Exchanged {
    fn of(entry: &CaseEntry) -> Self {
        let then = entry.then.as_ref().and_then(|then| {
            Some(ExchangedThen {
                low: then.personal.low().to_string(),
                high: then.personal.high().to_string(),
                data_gathered: then.data,
                grade: then.grade.key().to_owned(),
                estimate: RawValue::from_string(then.json.clone()).ok()?,
            })
        });
        let summary = &entry.summary;
        Self {
            id: summary.handle.id.clone(),
            created: summary.created,
            changed: summary.changed,
            note: summary.note.clone(),
            version: RECORD_VERSION,
            answers: to_record(&summary.draft),
            ticks: entry.ticks.clone(),
            then,
        }
    }
}

/// The estimate of then, or which word of it is wrong.
fn then(given: &ExchangedThen) -> Result<Then, String> {
    let amount = |text: &str| parse_amount(text).map_err(|_| text.to_owned());
    Ok(Then {
        personal: Span::between(amount(&given.low)?, amount(&given.high)?),
        data: given.data_gathered,
        grade: grade_of(&given.grade).ok_or_else(|| given.grade.clone())?,
        json: given.estimate.get().to_owned(),
    })
}

impl CaseBook {
    /// Cases as JSON, in the form `yidi.cases/1`.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn export_json(&self, numbers: &[i64]) -> Result<String, CaseBookError> {
        let cases: Result<Vec<Exchanged>, CaseBookError> =
            numbers.iter().map(|number| Ok(Exchanged::of(&self.get(*number)?))).collect();
        let exported = Exported { format: FORMAT.to_owned(), cases: cases? };
        let mut text = serde_json::to_string_pretty(&exported)
            .map_err(|error| CaseBookError::Other(error.to_string()))?;
        text.push('\n');
        Ok(text)
    }

    /// Cases as a table: a row a case, a column a question.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn export_csv(&self, numbers: &[i64]) -> Result<String, CaseBookError> {
        let other = |error: csv::Error| CaseBookError::Other(error.to_string());
        let mut table = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
        let keys = record_keys();
        let mut head = vec!["number", "id", "created", "changed", "note"];
        head.extend(&keys);
        head.extend(["low", "high", "data_gathered", "grade", "ticks"]);
        table.write_record(head).map_err(other)?;
        for number in numbers {
            let CaseEntry { summary, ticks, then } = self.get(*number)?;
            let record = to_record(&summary.draft);
            let mut row = vec![
                number.to_string(),
                summary.handle.id,
                summary.created.to_string(),
                summary.changed.to_string(),
                harmless(&summary.note).into_owned(),
            ];
            row.extend(
                keys.iter().map(|key| harmless(record.get(*key).map_or("", String::as_str)).into_owned()),
            );
            let then = then.as_ref();
            row.push(then.map_or_else(String::new, |then| then.personal.low().to_string()));
            row.push(then.map_or_else(String::new, |then| then.personal.high().to_string()));
            row.push(then.map_or_else(String::new, |then| then.data.to_string()));
            row.push(then.map_or_else(String::new, |then| then.grade.key().to_owned()));
            let ticks: Vec<String> = ticks.into_iter().collect();
            row.push(harmless(&ticks.join(" ")).into_owned());
            table.write_record(row).map_err(other)?;
        }
        let bytes = table.into_inner().map_err(|error| CaseBookError::Other(error.to_string()))?;
        String::from_utf8(bytes).map_err(|error| CaseBookError::Other(error.to_string()))
    }

    /// Takes exported cases in, all or none. A case is known by its id: taking
    /// it in twice changes nothing, and of two versions the later one stays.
    ///
    /// # Errors
    /// Where the text is no such file, or the book could not be written.
    pub fn import(&self, text: &str) -> Result<Imported, CaseBookError> {
        let text = text.trim_start_matches(BYTE_ORDER_MARK);
        let file: Exported =
            serde_json::from_str(text).map_err(|error| CaseBookError::Import(error.to_string()))?;
        if file.format != FORMAT {
            return Err(CaseBookError::Import(format!("{} ≠ {FORMAT}", file.format)));
        }
        let work = self.begin()?;
        let mut done = Imported::default();
        for one in &file.cases {
            take_in(&work, one, &mut done)?;
        }
        work.commit()?;
        Ok(done)
    }
}

fn take_in(db: &rusqlite::Connection, one: &Exchanged, done: &mut Imported) -> Result<(), CaseBookError> {
    let wrong = |detail: String| CaseBookError::Import(format!("{}: {detail}", one.id));
    if one.id.len() != 32
        || !one.id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    {
        return Err(wrong("id".to_owned()));
    }
    if one.version > RECORD_VERSION {
        return Err(wrong(format!("version {}", one.version)));
    }
    let (draft, unread) = from_record(&one.answers);
    if let Some(unread) = unread.first() {
        return Err(wrong(format!("{}: {}", unread.key, unread.value)));
    }
    let then = one.then.as_ref().map(then).transpose().map_err(wrong)?;
    let count = match last_change(db, &one.id)? {
        Some(known) if known >= one.changed => {
            done.unchanged += 1;
            return Ok(());
        }
        Some(_) => &mut done.updated,
        None => &mut done.added,
    };
    *count += 1;
    let raw = Raw {
        id: &one.id,
        draft: &draft,
        ticks: &one.ticks,
        known: None,
        note: Some(&one.note),
        created: one.created,
        changed: one.changed,
        then: then.as_ref(),
    };
    put(db, &raw)?;
    Ok(())
}
