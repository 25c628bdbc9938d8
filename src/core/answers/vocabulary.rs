//! The words a command line, an express line or a table may use for an answer,
//! in English and Chinese.

use enumset::EnumSet;
use unicode_normalization::UnicodeNormalization as _;

use super::problem::{Problem, ProblemKind};
use crate::case::{Circumstance, Field};
use crate::places::{Place, PlaceError, resolve};
use crate::spelling::likeness;

/// An answer that has words.
pub trait Word: Copy + 'static {
    /// Each answer with its words, the one to be listed first.
    const WORDS: &'static [(Self, &'static [&'static str])];
}

/// The words that say yes to a question that has no other answers.
pub const YES: &[&str] = &["yes", "是", "有", "对", "y", "shi", "you"];
/// The words that say no to it.
pub const NO: &[&str] = &["no", "否", "没有", "无", "不是", "n", "fou", "meiyou"];
/// The words that say that the answer is not known.
pub const UNKNOWN: &[&str] = &["unknown", "不知道", "不确定", "不清楚", "buzhidao", "bzd"];

/// The word programs use for an answer.
pub fn word<T: Word + PartialEq>(answer: T) -> &'static str {
    words(answer).first().copied().unwrap_or_default()
}

/// Every word for an answer.
pub fn words<T: Word + PartialEq>(answer: T) -> &'static [&'static str] {
    T::WORDS.iter().find(|(one, _)| *one == answer).map_or(&[], |(_, words)| words)
}

/// The answer a word stands for.
///
/// # Errors
/// With the words that can be chosen, and the one it looks like.
pub fn hear<T: Word>(field: Field, typed: &str) -> Result<T, Problem> {
    let wanted: String = typed.trim().nfkc().flat_map(char::to_lowercase).collect();
    let found = T::WORDS.iter().find(|(_, words)| words.contains(&wanted.as_str()));
    found.map(|(answer, _)| *answer).ok_or_else(|| {
        let near = T::WORDS
            .iter()
            .flat_map(|(_, words)| words.iter().copied())
            .map(|word| (likeness(word, &wanted), word))
            .filter(|(alike, _)| *alike > 0.8)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, word)| word);
        let choices = T::WORDS.iter().filter_map(|(_, words)| words.first().copied()).collect();
        Problem { field, trouble: ProblemKind::UnknownWord { typed: typed.to_owned(), choices, near } }
    })
}

/// The place a name, pinyin, initials or code stands for.
///
/// # Errors
/// With the places it may mean, or that come near.
pub fn hear_place(field: Field, typed: &str) -> Result<Place, Problem> {
    resolve(typed).map_err(|unclear| {
        let typed = typed.to_owned();
        let trouble = match unclear {
            PlaceError::Unknown { near } => ProblemKind::UnknownPlace { typed, near },
            PlaceError::Several(several) => ProblemKind::AmbiguousPlace { typed, several },
            PlaceError::Outside => ProblemKind::PlaceOutside { typed },
        };
        Problem { field, trouble }
    })
}

/// The circumstances several words in a row stand for, and what is wrong with
/// the first that stand for none.
pub fn hear_circumstances(typed: &str) -> (EnumSet<Circumstance>, Vec<Problem>) {
    const MOST_PROBLEMS: usize = 8;
    let mut all = EnumSet::empty();
    let mut problems = Vec::new();
    for one in typed.split([',', '，', '、', ';', '；']).filter(|one| !one.trim().is_empty()) {
        match hear::<Circumstance>(Field::Also(Circumstance::Injury), one) {
            Ok(also) => all |= also,
            Err(problem) => problems.push(problem),
        }
        if problems.len() == MOST_PROBLEMS {
            break;
        }
    }
    (all, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Filed, Networked, Reason};
    use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

    #[test]
    fn words_of_both_languages_are_known() {
        assert_eq!(hear::<Status>(Field::Status, "在职"), Ok(Status::Active));
        assert_eq!(hear::<Tier>(Field::Tier, "三级"), Ok(Tier::Three));
        assert_eq!(hear::<Filed>(Field::Filed, " YES "), Ok(Filed::Yes));
        assert_eq!(hear::<Reason>(Field::Reason, "转诊"), Ok(Reason::Referral));
        assert_eq!(hear::<Scheme>(Field::Scheme, "resident"), Ok(Scheme::Resident));
    }

    #[test]
    fn an_unknown_word_brings_the_choices_and_the_nearest() {
        let Err(problem) = hear::<Scheme>(Field::Scheme, "employe") else { panic!("guessed") };
        let ProblemKind::UnknownWord { choices, near, .. } = problem.trouble else { panic!() };
        assert_eq!((choices, near), (vec!["employee", "resident"], Some("employee")));
    }

    #[test]
    fn no_word_stands_for_two_answers() {
        fn all<T: Word>() -> Vec<&'static str> {
            T::WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect()
        }
        let each_type = [
            all::<Scheme>(),
            all::<Status>(),
            all::<Tier>(),
            all::<Reason>(),
            all::<Filed>(),
            all::<Networked>(),
            all::<Circumstance>(),
            all::<Care>(),
            all::<Disease>(),
            all::<HospitalClass>(),
            all::<ContributionClass>(),
            all::<bool>(),
        ];
        for mut words in each_type {
            words.sort_unstable();
            for pair in words.windows(2) {
                assert_ne!(pair[0], pair[1]);
            }
        }
    }
}
