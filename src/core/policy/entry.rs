//! What several kinds of entries of a file are made of.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{self, Deserializer};

/// A day, or the first day of a year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start(pub(super) Date);

impl<'de> Deserialize<'de> for Start {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let year = (text.len() == 4).then(|| format!("{text}-01-01"));
        year.as_ref().unwrap_or(&text).parse().map(Self).map_err(|_| {
            de::Error::custom(format_args!(
                "{text:?} is neither a day like \"2025-07-01\" nor a year like \"2025\""
            ))
        })
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
                    return Err(de::Error::custom(format_args!("{key:?} stands here for the second time")));
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
}
