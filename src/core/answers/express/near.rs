//! What a word that was not understood looks like.

use super::Near;
use super::split::is_not;
use super::words::Dictionary;
use crate::places::{PlaceError, resolve};
use crate::spelling::likeness;

/// The word or place that looks most like another, places first where one is
/// still needed.
pub(super) fn near(word: &str, dictionary: &Dictionary, needs_place: bool) -> Option<Near> {
    // One of two characters right is much in Chinese, one of two letters is little.
    let enough = if word.is_ascii() { 0.8 } else { 0.66 };
    let known = || {
        dictionary
            .all()
            .map(|known| (likeness(known, word), known))
            .filter(|(alike, known)| *alike > enough && known.chars().count() > 1)
            // 非急诊 does not look like 急诊.
            .filter(|(_, known)| known.contains(is_not) == word.contains(is_not))
            // The first of those that are alike.
            .min_by(|(a, _), (b, _)| b.total_cmp(a))
            .map(|(_, known)| Near::Word(known))
    };
    let place = || {
        let Err(PlaceError::Unknown { near }) = resolve(word) else { return None };
        let place = *near.first()?;
        let english = place.english().to_lowercase();
        let names = [place.name(), place.short(), place.pinyin(), &english];
        names.iter().any(|name| likeness(name, word) > enough).then_some(Near::Place(place))
    };
    if needs_place { place().or_else(known) } else { known().or_else(place) }
}
