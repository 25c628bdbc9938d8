//! What is chosen of the answers of a question.

use super::choice::Choice;
use super::draft::Draft;
use super::question::{Answer, Question};
use super::vocabulary::{NO, YES};
use crate::case::Field;
use crate::policy::{Status, Tier};

fn choice(field: Field) -> Option<&'static dyn Choice> {
    match Question::of(field).answer {
        Answer::Choice(choice) => Some(choice),
        _ => None,
    }
}

/// How many answers a question has that is answered by choosing; none where it
/// is answered by typing.
pub fn options(field: Field) -> Option<usize> {
    match field {
        Field::Also(_) => Some(2),
        _ => choice(field).map(Choice::count),
    }
}

/// Which answer of a choosing question is chosen, from 0; none where none is.
pub fn chosen(draft: &Draft, field: Field) -> Option<usize> {
    match field {
        Field::Also(also) => Some(usize::from(draft.circumstances.contains(also))),
        _ => choice(field)?.chosen(draft),
    }
}

/// Chooses an answer by where it stands, from 0; where none stands nothing changes.
pub fn choose(draft: &mut Draft, field: Field, at: usize) {
    match field {
        Field::Also(also) if at == 1 => draft.circumstances |= also,
        Field::Also(also) if at == 0 => draft.circumstances -= also,
        Field::Also(_) => {}
        _ => {
            if let Some(choice) = choice(field).filter(|choice| at < choice.count()) {
                choice.choose(draft, at);
            }
        }
    }
}

/// The number by which "not known" is picked in the lists of statuses and of tiers.
const NOT_KNOWN: usize = 9;

/// The number by which an answer is picked where all are listed, from 1; the
/// number of a tier is the tier.
pub const fn number_of(field: Field, at: usize) -> usize {
    match field {
        Field::Status if at == Status::ALL.len() => NOT_KNOWN,
        Field::Tier if at == Tier::ALL.len() => NOT_KNOWN,
        Field::Tier => (Tier::ALL.len() - 1).saturating_sub(at),
        _ => at + 1,
    }
}

/// The words that stand for an answer of a choosing question.
pub fn words_of(field: Field, at: usize) -> &'static [&'static str] {
    match field {
        Field::Also(_) => [NO, YES].get(at).copied().unwrap_or_default(),
        _ => choice(field).map_or(&[], |choice| choice.words(at)),
    }
}

/// The answer that says "not known" or "no" to a choosing question; none where
/// the question must be answered.
pub fn unknown(field: Field) -> Option<usize> {
    match field {
        Field::Also(_) => Some(0),
        _ => choice(field)?.unknown(),
    }
}
