//! What a question offers that is answered by choosing: the answers in order,
//! their words, and where the chosen one stands in the draft.

use super::problem::Problem;
use super::vocabulary::{NO, UNKNOWN, Word, YES, hear, word, words};
use crate::answers::Draft;
use crate::case::Field;

/// Where an answer stands in the draft.
pub struct Slot<T> {
    pub(super) get: fn(&Draft) -> T,
    pub(super) put: fn(&mut Draft, T),
}

impl<T> Slot<T> {
    /// What stands there.
    pub fn get(&self, draft: &Draft) -> T {
        (self.get)(draft)
    }

    /// Writes it there.
    pub fn put(&self, draft: &mut Draft, answer: T) {
        (self.put)(draft, answer);
    }
}

/// The place of a field of the draft.
macro_rules! slot {
    ($field:ident) => {
        Slot { get: |draft| draft.$field, put: |draft, answer| draft.$field = answer }
    };
}
pub(super) use slot;

/// The words of an answer.
type ChoiceWords = &'static [&'static str];

/// A question that is answered by choosing. Answers are numbered from 0 in the
/// order in which they are listed.
pub trait Choice: Sync {
    /// How many answers there are.
    fn count(&self) -> usize;
    /// The words that pick an answer where it is asked for.
    fn words(&self, at: usize) -> ChoiceWords;
    /// Which is chosen; none where none is.
    fn chosen(&self, draft: &Draft) -> Option<usize>;
    /// Chooses one; where none stands nothing changes.
    fn choose(&self, draft: &mut Draft, at: usize);
    /// The answer that says "not known" or "no"; none where there must be one.
    fn unknown(&self) -> Option<usize>;
    /// The answer a word stands for.
    ///
    /// # Errors
    /// With the words that can be chosen, and the one it looks like.
    fn hear(&self, field: Field, typed: &str) -> Result<usize, Problem>;
    /// The answers that a word alone gives, without the question beside it.
    fn spoken(&self) -> Vec<(usize, ChoiceWords)>;
    /// The words to offer, one an answer.
    fn offered(&self) -> Vec<&'static str>;

    /// The word by which the chosen answer is kept; none where none is.
    fn kept(&self, draft: &Draft) -> Option<&'static str> {
        self.chosen(draft).and_then(|at| self.words(at).first()).copied()
    }

    /// Whether naming the question is the answer "yes".
    fn is_flag(&self) -> bool {
        false
    }
}

fn at<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or_default()
}

fn words_at<T: Word + PartialEq>(all: &[T], at: usize) -> ChoiceWords {
    all.get(at).map_or(&[], |one| words(*one))
}

fn spoken<T: Word + PartialEq>(all: &[T], first: usize) -> Vec<(usize, ChoiceWords)> {
    T::WORDS.iter().map(|(one, words)| (at(all, one) + first, *words)).collect()
}

fn offered<T: Word>() -> Vec<&'static str> {
    T::WORDS.iter().filter_map(|(_, words)| words.first()).copied().collect()
}

/// Bound of everything that can be chosen.
pub(super) trait Listed: Word + PartialEq + Sync {}
impl<T: Word + PartialEq + Sync> Listed for T {}

/// Where one of several answers stands.
pub(super) trait Stands<T> {
    fn answer(&self, draft: &Draft) -> Option<T>;
    fn take(&self, draft: &mut Draft, answer: T);
}

impl<T: Copy> Stands<T> for Slot<Option<T>> {
    fn answer(&self, draft: &Draft) -> Option<T> {
        self.get(draft)
    }

    fn take(&self, draft: &mut Draft, answer: T) {
        self.put(draft, Some(answer));
    }
}

impl<T: Copy> Stands<T> for Slot<T> {
    fn answer(&self, draft: &Draft) -> Option<T> {
        Some(self.get(draft))
    }

    fn take(&self, draft: &mut Draft, answer: T) {
        self.put(draft, answer);
    }
}

/// One of several.
pub(super) struct OneOf<T: 'static, S> {
    pub(super) all: &'static [T],
    pub(super) slot: S,
    /// The answer that says that it is not known. To know it says nothing where
    /// it is not asked, but for whether a trip is filed.
    pub(super) unknown: Option<T>,
}

/// One of several, none until it is answered.
pub(super) type Needed<T> = OneOf<T, Slot<Option<T>>>;

/// One of several, of which one is usual.
pub(super) type Usual<T> = OneOf<T, Slot<T>>;

impl<T: Listed, S: Stands<T> + Sync> Choice for OneOf<T, S> {
    fn count(&self) -> usize {
        self.all.len()
    }

    fn words(&self, at: usize) -> ChoiceWords {
        words_at(self.all, at)
    }

    fn chosen(&self, draft: &Draft) -> Option<usize> {
        self.slot.answer(draft).map(|one| at(self.all, &one))
    }

    fn choose(&self, draft: &mut Draft, at: usize) {
        if let Some(one) = self.all.get(at) {
            self.slot.take(draft, *one);
        }
    }

    fn unknown(&self) -> Option<usize> {
        self.unknown.as_ref().map(|one| at(self.all, one))
    }

    fn hear(&self, field: Field, typed: &str) -> Result<usize, Problem> {
        hear(field, typed).map(|one: T| at(self.all, &one))
    }

    fn spoken(&self) -> Vec<(usize, ChoiceWords)> {
        spoken(self.all, 0)
    }

    fn offered(&self) -> Vec<&'static str> {
        offered::<T>()
    }
}

/// One of several or, first of all, not known.
pub(super) struct OrUnknown<T: 'static> {
    pub(super) all: &'static [T],
    pub(super) slot: Slot<Option<T>>,
}

impl<T: Listed> Choice for OrUnknown<T> {
    fn count(&self) -> usize {
        self.all.len() + 1
    }

    fn words(&self, at: usize) -> ChoiceWords {
        at.checked_sub(1).map_or(UNKNOWN, |at| words_at(self.all, at))
    }

    fn chosen(&self, draft: &Draft) -> Option<usize> {
        Some(self.slot.get(draft).map_or(0, |one| at(self.all, &one) + 1))
    }

    fn choose(&self, draft: &mut Draft, at: usize) {
        self.slot.put(draft, at.checked_sub(1).and_then(|at| self.all.get(at)).copied());
    }

    fn unknown(&self) -> Option<usize> {
        Some(0)
    }

    fn hear(&self, field: Field, typed: &str) -> Result<usize, Problem> {
        hear(field, typed).map(|one: T| at(self.all, &one) + 1)
    }

    fn spoken(&self) -> Vec<(usize, ChoiceWords)> {
        spoken(self.all, 1)
    }

    fn offered(&self) -> Vec<&'static str> {
        offered::<T>()
    }

    fn kept(&self, draft: &Draft) -> Option<&'static str> {
        self.slot.get(draft).map(word)
    }
}

/// One of several or, last of all, said not to be known: then each may be meant.
pub(super) struct OrOpen<T: 'static> {
    pub(super) all: &'static [T],
    pub(super) slot: Slot<Option<T>>,
    /// Where it stands that it is not known.
    pub(super) open: Slot<bool>,
    /// The words that say so without the question beside them.
    pub(super) says_open: ChoiceWords,
}

impl<T: Listed> Choice for OrOpen<T> {
    fn count(&self) -> usize {
        self.all.len() + 1
    }

    fn words(&self, at: usize) -> ChoiceWords {
        if at == self.all.len() { UNKNOWN } else { words_at(self.all, at) }
    }

    fn chosen(&self, draft: &Draft) -> Option<usize> {
        let known = self.slot.get(draft).map(|one| at(self.all, &one));
        known.or_else(|| self.open.get(draft).then_some(self.all.len()))
    }

    fn choose(&self, draft: &mut Draft, at: usize) {
        if at <= self.all.len() {
            self.slot.put(draft, self.all.get(at).copied());
            self.open.put(draft, at == self.all.len());
        }
    }

    fn unknown(&self) -> Option<usize> {
        None
    }

    fn hear(&self, field: Field, typed: &str) -> Result<usize, Problem> {
        if is_one_of(UNKNOWN, typed) || is_one_of(self.says_open, typed) {
            return Ok(self.all.len());
        }
        hear(field, typed).map(|one: T| at(self.all, &one))
    }

    fn spoken(&self) -> Vec<(usize, ChoiceWords)> {
        let mut spoken = spoken(self.all, 0);
        spoken.push((self.all.len(), self.says_open));
        spoken
    }

    fn offered(&self) -> Vec<&'static str> {
        let mut offered = offered::<T>();
        offered.extend(UNKNOWN.first());
        offered
    }
}

/// Whether something typed is one of some words.
fn is_one_of(words: ChoiceWords, typed: &str) -> bool {
    words.contains(&typed.trim().to_lowercase().as_str())
}

/// No or yes.
pub(super) struct YesNo {
    pub(super) slot: Slot<bool>,
    /// The words that say yes without the question beside them.
    pub(super) says_yes: ChoiceWords,
}

impl Choice for YesNo {
    fn count(&self) -> usize {
        2
    }

    fn words(&self, at: usize) -> ChoiceWords {
        [NO, YES].get(at).copied().unwrap_or_default()
    }

    fn chosen(&self, draft: &Draft) -> Option<usize> {
        Some(usize::from(self.slot.get(draft)))
    }

    fn choose(&self, draft: &mut Draft, at: usize) {
        self.slot.put(draft, at == 1);
    }

    fn unknown(&self) -> Option<usize> {
        Some(0)
    }

    fn hear(&self, field: Field, typed: &str) -> Result<usize, Problem> {
        if is_one_of(self.says_yes, typed) {
            return Ok(1);
        }
        hear::<bool>(field, typed).map(usize::from)
    }

    fn spoken(&self) -> Vec<(usize, ChoiceWords)> {
        vec![(1, self.says_yes)]
    }

    fn offered(&self) -> Vec<&'static str> {
        Vec::new()
    }

    fn is_flag(&self) -> bool {
        true
    }
}
