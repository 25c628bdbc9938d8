//! A day that every year has.

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{self, Deserializer};

/// A day of the year, `"03-31"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MonthDay {
    /// Month, from 1.
    pub month: i8,
    /// Day of the month, from 1.
    pub day: i8,
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        // A day that every year has: 2023 has no 29 February.
        let date: Result<Date, _> = format!("2023-{text}").parse();
        date.map(|date| Self { month: date.month(), day: date.day() })
            .map_err(|_| de::Error::custom(format_args!("{text:?} is no day of every year like \"03-31\"")))
    }
}
