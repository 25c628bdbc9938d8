//! The languages of a sheet: one, or one with the other beside it.

use super::Edition;
use crate::words::{Lang, Text};
use yidi_core::policy::Words;

/// Says things in the language of the sheet, and titles in the other one too where
/// the edition has both.
pub(super) struct Voice<'a> {
    /// The language of the sheet.
    pub(super) text: &'a Text,
    beside: Option<Text>,
}

impl<'a> Voice<'a> {
    pub(super) fn new(text: &'a Text, edition: Edition) -> Self {
        let other = || Lang::ALL.into_iter().find(|lang| *lang != text.lang()).map(Text::new);
        Self { text, beside: if edition == Edition::Bilingual { other() } else { None } }
    }

    /// A title.
    pub(super) fn title(&self, said: impl Fn(&Text) -> String) -> String {
        match &self.beside {
            Some(other) => format!("{} / {}", said(self.text), said(other)),
            None => said(self.text),
        }
    }

    /// A text of the data in the other language, where it says something else.
    pub(super) fn beside<'w>(&'w self, words: &'w Words) -> Option<(&'w Text, &'w str)> {
        let other = self.beside.as_ref()?;
        let said = other.words(words);
        (said != self.text.words(words)).then_some((other, said))
    }

    /// Whether there is another language at all.
    pub(super) const fn is_of_two(&self) -> bool {
        self.beside.is_some()
    }
}
