//! Statements of the policy data that are no figures: who said something, and
//! what is said about filing.

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::Deserializer;

use super::bilingual::Words;
use super::entry::day;
use super::figure::Grade;
use super::misread::{Misread, Written, told};

/// Who said something, when, and when somebody last checked that it still holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the text.
    pub title: Words,
    /// Who published it.
    pub publisher: Words,
    /// Document number, where it has one and it was seen.
    #[serde(default)]
    pub number: Option<String>,
    /// Date of the text, as far as it is known: a year, a month or a day.
    #[serde(default)]
    pub date: Option<String>,
    /// When somebody last checked that it still holds.
    #[serde(with = "day")]
    pub checked: Date,
    /// Address of the text, where it is public.
    #[serde(default)]
    pub url: Option<String>,
    /// What a reader must know of the source.
    #[serde(default)]
    pub remark: Option<Words>,
}

impl Source {
    /// The first day of its date: of a year, a month or a day.
    pub fn written(&self) -> Option<Date> {
        self.date.as_deref().and_then(first_day)
    }
}

/// The first day of a year, a month or a day: `2025`, `2025-07`, `2025-07-01`.
pub(super) fn first_day(date: &str) -> Option<Date> {
    let full = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    full.parse().ok()
}

/// A statement that is no number, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// What is said.
    pub says: T,
    /// Who says so.
    pub sources: Vec<String>,
    /// How sure it is.
    pub grade: Grade,
}

/// Whether a trip inside the province must be filed (省内异地备案).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum InProvinceFiling {
    /// No filing is needed (免备案).
    NotNeeded,
    /// It must be filed as well.
    Needed,
}

/// Provinces between which every trip counts as filed (视同备案).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alliance {
    /// Its usual name.
    pub name: Words,
    /// Division codes of its provinces.
    pub provinces: Vec<String>,
    /// Who says so.
    pub sources: Vec<String>,
    /// How sure it is.
    pub grade: Grade,
}

/// The national filing service, by its public address.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its name.
    pub name: Words,
    /// Its address, which begins with `https://`.
    #[serde(deserialize_with = "address")]
    pub url: String,
    /// Who says so.
    pub sources: Vec<String>,
}

/// An address that can be printed as a code: short, and safe to open.
fn address<'de, D: Deserializer<'de>>(reader: D) -> Result<String, D::Error> {
    const LONGEST: usize = 60;
    let url = String::deserialize(reader)?;
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"\\".contains(&byte));
    if url.starts_with("https://") && is_plain && url.len() <= LONGEST {
        Ok(url)
    } else {
        Err(told(Misread::NotA { found: Some(url), kind: Written::Address }))
    }
}
