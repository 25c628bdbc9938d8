//! Words for people, in the language that was chosen.
//!
//! Every message is in `assets/text/<language>/`; a missing or misspelt one
//! stops the build. The language is a value that is passed along.

mod answers;
mod cases;
mod checklist;
mod config;
mod cost_shift;
mod curve;
mod express;
mod figures;
mod files;
mod hints;
pub mod matching;
mod meanings;
mod misread;
mod names;
mod numbers;
mod overlays;
mod parts;
mod reconcile;
mod rules;
pub mod synonyms;
mod timeline;
mod told;
mod troubles;
pub mod width;
mod workings;
mod year;

use std::fmt;
use std::ops::Deref;

use strum::VariantArray;

pub use checklist::{ItemPart, Medium};
pub use meanings::Concept;
pub use rules::FileRemarks;

use crate::settings::language;
use yidi_core::case::Said;
use yidi_core::places::Place;
use yidi_core::policy::Words;
use yidi_core::variants::all;

#[allow(
    missing_docs,
    unused_imports,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    unreachable_pub,
    dead_code
)]
mod messages {
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

pub use messages::L10nLanguage as Messages;

const ZH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zh-CN.parts"));
const EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/en.parts"));

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray)]
pub enum Lang {
    /// Chinese, as written on the mainland.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// The language of a tag: `zh`, `en`, `zh-CN`, `en_US.UTF-8`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let word = language(tag)?;
        Self::ALL.into_iter().find(|lang| lang.tag() == word)
    }

    /// The language for a locale of the environment, as POSIX writes it.
    /// Chinese comes first: only the name of another real language asks for
    /// English; `C` and `POSIX` name none.
    pub fn of_locale(locale: &str) -> Self {
        let names_none = matches!(locale.split(['.', '@']).next(), None | Some("" | "C" | "POSIX"));
        Self::of_tag(locale).unwrap_or(if names_none { Self::Zh } else { Self::En })
    }

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// Its tag for readers of documents: what is written is mainland Chinese.
    pub const fn written(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language that F2 goes to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

/// All words in one language.
pub struct Text {
    lang: Lang,
    messages: Messages,
}

impl Text {
    /// Loads the words of a language.
    ///
    /// # Panics
    /// Never: the messages were checked when the program was built.
    #[allow(clippy::expect_used)]
    pub fn new(lang: Lang) -> Self {
        let bytes = match lang {
            Lang::Zh => ZH,
            Lang::En => EN,
        };
        let messages = Messages::new(lang.written(), bytes).expect("checked when built");
        Self { lang, messages }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A text of the policy data, in this language; an agency's own may be in
    /// Chinese alone.
    pub fn words<'w>(&self, words: &'w Words) -> &'w str {
        match self.lang {
            Lang::Zh => &words.zh,
            Lang::En => words.english(),
        }
    }

    /// A text of a table that is built in, in the language.
    pub const fn said(&self, said: &Said) -> &'static str {
        match self.lang {
            Lang::Zh => said.zh,
            Lang::En => said.en,
        }
    }

    /// The full name of a place, 鞍山市 or Anshan.
    pub fn place(&self, place: Place) -> &'static str {
        match self.lang {
            Lang::Zh => place.name(),
            Lang::En => place.english(),
        }
    }

    /// Its short name, 鞍山 or Anshan.
    pub fn place_short(&self, place: Place) -> &'static str {
        match self.lang {
            Lang::Zh => place.short(),
            Lang::En => place.english(),
        }
    }

    /// Several things in a row: `a、b`.
    pub fn list<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<S> = items.into_iter().collect();
        let parts: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
        parts.join(&self.list_separator())
    }
}

impl Deref for Text {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        &self.messages
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Text").field(&self.lang).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_real_language_takes_english() {
        for locale in ["", "C", "POSIX", "C.UTF-8", "zh", "zh_CN.UTF-8", "zh_TW", "ZH-cn", "zh_CN.GB18030@x"]
        {
            assert_eq!(Lang::of_locale(locale), Lang::Zh, "{locale}");
        }
        for locale in ["en", "en_US.UTF-8", "de_DE", "ja_JP.UTF-8", "fr@euro"] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale}");
        }
    }

    #[test]
    fn a_tag_names_a_language_or_none() {
        assert_eq!(Lang::of_tag("en_GB.UTF-8"), Some(Lang::En));
        assert_eq!(Lang::of_tag("zh-CN"), Some(Lang::Zh));
        for tag in ["", "english", "de", "C"] {
            assert_eq!(Lang::of_tag(tag), None, "{tag}");
        }
    }
}
