//! Words for people, in the language that was chosen.
//!
//! Every message is in `assets/text/<language>/`; a missing or misspelt one
//! stops the build. The language is a value that is passed along.

mod answers;
mod cases;
mod checklist;
mod config;
mod express;
mod figures;
pub mod matching;
mod names;
mod numbers;
mod reconcile;
mod troubles;
pub mod width;
mod workings;

use std::fmt;
use std::ops::Deref;

pub use checklist::Part;

use crate::policy::Words;

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

const ZH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ftl/zh-CN.ftl"));

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese, as written on the mainland.
    #[default]
    Zh,
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
        let (name, bytes) = match lang {
            Lang::Zh => ("zh-CN", ZH),
        };
        let messages = Messages::new(name, bytes).expect("checked when built");
        Self { lang, messages }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A text of the policy data, in this language.
    pub fn words<'w>(&self, words: &'w Words) -> &'w str {
        match self.lang {
            Lang::Zh => &words.zh,
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
