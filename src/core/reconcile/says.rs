//! What a slip says beside its numbers: when it was settled, whose it is, where. It
//! answers what the case leaves open, and is compared with the rest.

use crate::answers::{Draft, Question, parse_whole};
use crate::case::Field;
use crate::names;

/// The questions that a slip answers.
const ANSWERED: [Field; 9] = [
    Field::Insured,
    Field::CarePlace,
    Field::Scheme,
    Field::Status,
    Field::Tier,
    Field::Care,
    Field::Admitted,
    Field::Date,
    Field::Age,
];

/// What became of an answer of a slip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SlipStanding {
    /// It is what the case says as well.
    #[default]
    Same,
    /// The case left it open: it is taken.
    Taken,
    /// The case says something else, and stands.
    Differs,
}

/// An answer that stands on a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipAnswer {
    /// The question.
    pub field: Field,
    /// As it stands there.
    pub typed: String,
    /// What became of it.
    pub standing: SlipStanding,
}

impl SlipAnswer {
    /// Answers the question in a draft.
    pub fn put(&self, draft: &mut Draft) {
        let question = Question::of(self.field);
        match question.hear(&self.typed) {
            Ok(Some(heard)) => {
                if self.field == Field::Status {
                    draft.status_is_open = false;
                }
                if self.field == Field::Tier {
                    draft.tier_is_open = false;
                }
                question.put(draft, heard);
            }
            Ok(None) => {
                let number = parse_whole(&self.typed).filter(|_| self.field == Field::Age);
                let typed = number.map_or_else(|| self.typed.clone(), |number| number.to_string());
                draft.write(self.field, &typed);
            }
            Err(_) => {}
        }
    }
}

/// Answers as they are found among names and values.
#[derive(Debug, Default)]
pub(super) struct SlipAnswers(Vec<(usize, SlipAnswer)>);

impl SlipAnswers {
    /// Takes a value that answers a question, the most direct name of each; false
    /// where the name is one of an answer, and the value cannot be read as it.
    pub(super) fn take(&mut self, name: &str, typed: &str) -> bool {
        let column = names::column(name).filter(|column| ANSWERED.contains(&column.field));
        let Some(column) = column else { return true };
        if !Question::of(column.field).can_read(typed) {
            return false;
        }
        let standing = SlipStanding::default();
        let answer = SlipAnswer { field: column.field, typed: typed.to_owned(), standing };
        match self.0.iter_mut().find(|(_, known)| known.field == column.field) {
            Some(known) if column.rank < known.0 => *known = (column.rank, answer),
            Some(_) => {}
            None => self.0.push((column.rank, answer)),
        }
        true
    }

    /// What was found, in the order of the questions.
    pub(super) fn into_found(self) -> Vec<SlipAnswer> {
        let mut found: Vec<SlipAnswer> = self.0.into_iter().map(|(_, answer)| answer).collect();
        found.sort_by_key(|answer| ANSWERED.iter().position(|field| *field == answer.field));
        found
    }
}

/// Whether a name is that of a question that a slip answers.
pub(super) fn is_answer(name: &str) -> bool {
    names::column(name).is_some_and(|column| ANSWERED.contains(&column.field))
}
