//! The guide: a page for each reader, in every language, carried by the program
//! and printed as plain text.

mod plain;
mod table;

use crate::words::{Lang, Text};

/// A page of the guide, by the name that it is called with.
#[derive(Debug)]
pub struct Topic {
    /// Its name, the same in every language.
    pub name: &'static str,
    zh: &'static str,
    en: &'static str,
}

macro_rules! topic {
    ($name:literal) => {
        Topic {
            name: $name,
            zh: include_str!(concat!("../../../assets/guide/zh/", $name, ".md")),
            en: include_str!(concat!("../../../assets/guide/en/", $name, ".md")),
        }
    };
}

/// Every page, in the order in which they are offered.
pub static TOPICS: [Topic; 8] = [
    topic!("tour"),
    topic!("counter"),
    topic!("keeper"),
    topic!("batch"),
    topic!("contract"),
    topic!("terminals"),
    topic!("speed"),
    topic!("glossary"),
];

impl Topic {
    /// The page of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TOPICS.iter().find(|topic| topic.name.eq_ignore_ascii_case(name))
    }

    /// What it says, as it was written.
    pub const fn markdown(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// What it is about: its first line.
    pub fn title(&self, lang: Lang) -> &'static str {
        let first = self.markdown(lang).lines().next().unwrap_or_default();
        first.trim_start_matches("# ")
    }

    /// What it says, as plain text in the language of `text`.
    pub fn plain(&self, text: &Text) -> String {
        plain::plain(text, self.markdown(text.lang()))
    }
}
