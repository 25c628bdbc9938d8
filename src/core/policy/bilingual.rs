//! Texts of the data in both languages.

use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use crate::spelling::is_plain;

/// A short text for people, in both languages; an agency may leave the English out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English, or nothing.
    pub en: String,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsError {
    /// It says nothing.
    Empty,
    /// It has no English: the Chinese is shown.
    NoEnglish,
    /// It holds a character that is not seen or turns others, or piles of marks:
    /// it could steer a terminal, or show another text than it says.
    ControlCharacter,
}

impl Words {
    /// What is wrong with it, the worst first.
    pub fn fault(&self) -> Option<WordsError> {
        let has_control = [&self.zh, &self.en].into_iter().any(|text| !is_plain(text));
        // An address is no language.
        let has_english = self.english().is_ascii() || !self.en.trim().is_empty();
        if self.zh.trim().is_empty() {
            Some(WordsError::Empty)
        } else if has_control {
            Some(WordsError::ControlCharacter)
        } else {
            (!has_english).then_some(WordsError::NoEnglish)
        }
    }

    /// The English, or the one text there is.
    pub fn english(&self) -> &str {
        if self.en.trim().is_empty() { &self.zh } else { &self.en }
    }
}

impl<'de> Deserialize<'de> for Words {
    /// From `(zh: "…", en: "…")`, or from one text, `"…"`, for both.
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Read;

        #[derive(Deserialize)]
        #[serde(field_identifier, rename_all = "lowercase")]
        enum Language {
            Zh,
            En,
        }

        impl<'de> Visitor<'de> for Read {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text: \"…\" or (zh: \"…\", en: \"…\")")
            }

            fn visit_str<E: de::Error>(self, zh: &str) -> Result<Words, E> {
                Ok(Words { zh: zh.to_owned(), en: String::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut texts: A) -> Result<Words, A::Error> {
                let (mut zh, mut en) = (None, None);
                while let Some(language) = texts.next_key()? {
                    let (text, name) = match language {
                        Language::Zh => (&mut zh, "zh"),
                        Language::En => (&mut en, "en"),
                    };
                    if text.replace(texts.next_value()?).is_some() {
                        return Err(de::Error::duplicate_field(name));
                    }
                }
                let zh = zh.ok_or_else(|| de::Error::missing_field("zh"))?;
                Ok(Words { zh, en: en.unwrap_or_default() })
            }
        }

        reader.deserialize_any(Read)
    }
}
