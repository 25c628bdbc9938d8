//! Finding a case again by what a clerk remembers of it.

use unicode_normalization::UnicodeNormalization;

use super::CaseSummary;
use super::store::CaseBook;
use super::trouble::CaseBookError;
use crate::clock;
use yidi_core::answers::{parse_amount, parse_day, parse_total};
use yidi_core::case::Field;
use yidi_core::places::Place;

/// As many digits of an id name it.
const LEAST_OF_AN_ID: usize = 6;

impl CaseBook {
    /// The cases that answer a search, the one changed last first. Every word
    /// must fit: a place (characters, pinyin, initials), a day or the beginning
    /// of one, an amount, a piece of the note, a number or an id.
    ///
    /// # Errors
    /// Where the book cannot be read.
    pub fn list(&self, search: &str) -> Result<Vec<CaseSummary>, CaseBookError> {
        let mut found = self.all()?;
        found.retain(|one| one.answers_to(search));
        Ok(found)
    }

    /// The number of a case named by its number or by the beginning of its id.
    ///
    /// # Errors
    /// [`CaseBookError::NoSuchCase`], also where the beginning fits several.
    pub fn find(&self, named: &str) -> Result<i64, CaseBookError> {
        let named = named.trim().trim_start_matches('#').to_lowercase();
        let all = self.all()?;
        let by_number = all.iter().find(|one| one.handle.number.to_string() == named);
        let mut by_id =
            all.iter().filter(|one| named.len() >= LEAST_OF_AN_ID && one.handle.id.starts_with(&named));
        match (by_number, by_id.next(), by_id.next()) {
            (Some(one), ..) | (None, Some(one), None) => Ok(one.handle.number),
            _ => Err(CaseBookError::NoSuchCase),
        }
    }
}

impl CaseSummary {
    /// Whether the case answers a search; see [`CaseBook::list`].
    pub fn answers_to(&self, search: &str) -> bool {
        let search = folded(search);
        search.split_whitespace().all(|word| self.answers_to_word(word))
    }

    fn answers_to_word(&self, word: &str) -> bool {
        let places = [self.draft.insured, self.draft.care_place];
        places.into_iter().flatten().any(|place| is_named(place, word))
            || self.is_on(word)
            || self.costs(word)
            || folded(&self.note).contains(word)
            || self.handle.number.to_string() == word.trim_start_matches('#')
            || (word.len() >= LEAST_OF_AN_ID && self.handle.id.starts_with(word))
    }

    /// A day of the stay, or one on which the case was saved.
    fn is_on(&self, word: &str) -> bool {
        let stay = [Field::Admitted, Field::Date].map(|field| parse_day(self.draft.typed(field)));
        let saved = [self.created, self.changed].map(|one| clock::here(one).date());
        let whole = parse_day(word);
        stay.into_iter().flatten().chain(saved).any(|day| {
            // 2026-11 as well as 11-22; a plain number is no day.
            let part = word.contains('-') && word.len() >= 4 && day.to_string().contains(word);
            part || whole == Some(day)
        })
    }

    fn costs(&self, word: &str) -> bool {
        let Ok(amount) = parse_amount(word) else { return false };
        let total = parse_total(self.draft.typed(Field::Total)).ok();
        let ends = self.personal.map(|personal| [personal.low(), personal.high()]);
        total.is_some_and(|total| total.low() <= amount && amount <= total.high())
            || ends.is_some_and(|ends| ends.contains(&amount))
    }
}

fn is_named(place: Place, word: &str) -> bool {
    let english = place.english().to_lowercase().replace(['\'', ' '], "");
    place.name().contains(word)
        || english.starts_with(word.replace('\'', "").as_str())
        || place.pinyin().starts_with(word)
        || place.initials() == word
        || place.code().to_string() == word
}

/// Narrow small letters.
fn folded(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}
