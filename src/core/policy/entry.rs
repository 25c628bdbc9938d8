//! What several kinds of entries of a file are made of.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{self, Deserializer};

use super::misread::{Misread, Written, told};

/// A day, or the first day of a year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start(pub(super) Date);

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let year = (text.len() == 4).then(|| format!("{text}-01-01"));
        let day = year.as_ref().unwrap_or(&text).parse().map(Self);
        day.map_err(|_| told(Misread::NotA { found: Some(text), kind: Written::Day }))
    }
}

/// A map in which no key stands twice: the second would silently win.
pub(crate) fn unique<'de, D: Deserializer<'de>, V: Deserialize<'de>>(
    reader: D,
) -> Result<BTreeMap<String, V>, D::Error> {
    struct Unique<V>(std::marker::PhantomData<V>);

    impl<'de, V: Deserialize<'de>> de::Visitor<'de> for Unique<V> {
        type Value = BTreeMap<String, V>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a map { \"key\": … }")
        }

        fn visit_map<A: de::MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = entries.next_key::<String>()? {
                if map.contains_key(&key) {
                    return Err(told(Misread::Twice(key)));
                }
                map.insert(key, entries.next_value()?);
            }
            Ok(map)
        }
    }

    reader.deserialize_map(Unique(std::marker::PhantomData))
}

/// A day as a file writes it.
pub(super) mod day {
    use super::{Date, Deserialize, Deserializer, Start};

    pub(in crate::policy) fn deserialize<'de, D: Deserializer<'de>>(reader: D) -> Result<Date, D::Error> {
        Start::deserialize(reader).map(|start| start.0)
    }

    /// A day that may be left out.
    pub(in crate::policy) fn perhaps<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Date>, D::Error> {
        Option::<Start>::deserialize(reader).map(|start| start.map(|start| start.0))
    }
}
