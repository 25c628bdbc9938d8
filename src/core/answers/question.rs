//! One row a question: how it is answered, where the answer stands in the
//! draft, and by which words express lines know it; what tables of others call
//! it stands in [`crate::names`].
//!
//! Whatever asks, reads, keeps, restores or lists questions goes through these
//! rows; nothing else lists them.

use enumset::EnumSet;

use super::amount::parse_amount;
use super::choice::{Choice, Slot};
use super::day::is_day;
use super::draft::Draft;
use super::problem::Problem;
use super::total::parse_total;
use super::typed::{parse_percent, parse_whole, without_point};
use super::vocabulary::{hear, hear_circumstances, hear_place, word};
use crate::case::{Circumstance, Field};
use crate::names;
use crate::places::{AreaId, Place, ProvinceId};
use crate::policy::Scheme;

/// How a question is answered.
pub enum Answer {
    /// By naming a place.
    Place(Slot<Option<Place>>),
    /// By choosing one of several answers.
    Choice(&'static dyn Choice),
    /// By choosing any of several, each a yes or no of its own: the circumstances.
    Several,
    /// By typing an amount of money.
    Amount,
    /// By typing a day.
    Day,
    /// By typing a whole number between two, both included.
    Number {
        /// The smallest that is taken.
        least: i16,
        /// The largest.
        most: i16,
    },
    /// By typing a share in percent.
    Percent,
}

/// A question: the one place that says what belongs to it.
pub struct Question {
    /// Its name; one of the circumstances stands for all of them.
    pub field: Field,
    /// How it is answered.
    pub answer: Answer,
    /// Whether it is about the bill: a checklist alone does not ask it.
    pub of_bill: bool,
    /// Whether few need it: a short help leaves it out.
    pub rare: bool,
    /// The words that announce it in an express line, where it is typed.
    pub labels: &'static [&'static str],
}

/// A word or a name understood as an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A place.
    Place(Place),
    /// The answer that stands there in the list of answers, from 0.
    Chosen(usize),
    /// Only the scheme, where the status was asked for: 职工.
    Scheme(Scheme),
    /// Some circumstances.
    Circumstances(EnumSet<Circumstance>),
}

impl Question {
    /// Its name on the command line, in a table and in a record.
    pub const fn key(&self) -> &'static str {
        self.field.key()
    }

    /// Whether it is answered by typing.
    pub const fn is_typed(&self) -> bool {
        matches!(self.answer, Answer::Amount | Answer::Day | Answer::Number { .. } | Answer::Percent)
    }

    /// Whether it is answered by typing an amount of money.
    pub const fn is_amount(&self) -> bool {
        matches!(self.answer, Answer::Amount)
    }

    /// Whether naming it is the answer: an option without a value.
    pub fn is_flag(&self) -> bool {
        matches!(self.answer, Answer::Choice(choice) if choice.is_flag())
    }

    /// The answer that words stand for; nothing for a question that is answered
    /// by typing, which keeps what was typed.
    ///
    /// # Errors
    /// With every part that is no answer, and what would be one.
    pub fn hear(&self, typed: &str) -> Result<Option<Heard>, Vec<Problem>> {
        let typed = without_point(typed);
        match &self.answer {
            Answer::Place(_) => {
                hear_place(self.field, typed).map(Heard::Place).map_err(|problem| vec![problem])
            }
            Answer::Choice(choice) => {
                let word = names::coded(self.field, typed).unwrap_or(typed);
                let heard = choice.hear(self.field, word).map(Heard::Chosen);
                heard.or_else(|problem| self.scheme(typed).ok_or_else(|| vec![problem]))
            }
            Answer::Several => match hear_circumstances(typed) {
                (all, problems) if problems.is_empty() => Ok(Heard::Circumstances(all)),
                (_, problems) => Err(problems),
            },
            Answer::Amount | Answer::Day | Answer::Number { .. } | Answer::Percent => return Ok(None),
        }
        .map(Some)
    }

    /// The scheme that stands where the status was asked for.
    fn scheme(&self, typed: &str) -> Option<Heard> {
        let scheme = names::coded(Field::Scheme, typed).unwrap_or(typed);
        let heard = (self.field == Field::Status).then(|| hear::<Scheme>(Field::Scheme, scheme))?;
        heard.ok().map(Heard::Scheme)
    }

    /// Writes an answer into a draft; circumstances join those that are there.
    pub fn put(&self, draft: &mut Draft, heard: Heard) {
        match (&self.answer, heard) {
            (Answer::Place(slot), Heard::Place(place)) => slot.put(draft, Some(place)),
            (Answer::Choice(choice), Heard::Chosen(at)) => choice.choose(draft, at),
            (Answer::Choice(_), Heard::Scheme(scheme)) => draft.scheme = Some(scheme),
            (Answer::Several, Heard::Circumstances(also)) => draft.circumstances |= also,
            _ => {}
        }
    }

    /// The answer in a form that is kept; nothing where none was given. Usual
    /// answers are written out as well: what is usual may change.
    pub fn kept(&self, draft: &Draft) -> Option<String> {
        match &self.answer {
            Answer::Place(slot) => slot.get(draft).map(|place| place.code().to_string()),
            Answer::Choice(choice) => choice.kept(draft).map(str::to_owned),
            Answer::Several => {
                let also: Vec<&str> = draft.circumstances.iter().map(word).collect();
                Some(also.join(",")).filter(|also| !also.is_empty())
            }
            _ => Some(draft.typed(self.field).to_owned()).filter(|typed| !typed.is_empty()),
        }
    }

    /// Takes an answer that was kept; false where it cannot be read.
    pub fn restore(&self, draft: &mut Draft, kept: &str) -> bool {
        let place = matches!(self.answer, Answer::Place(_)).then(|| coded(kept)).flatten();
        match place.map_or_else(|| self.hear(kept), |place| Ok(Some(Heard::Place(place)))) {
            Ok(Some(heard)) => self.put(draft, heard),
            Ok(None) => draft.write(self.field, kept),
            Err(_) => return false,
        }
        true
    }

    /// Whether typed text is an answer that can be read by itself. What is
    /// chosen is read by [`Question::hear`].
    pub fn can_read(&self, typed: &str) -> bool {
        match self.answer {
            Answer::Amount if self.field == Field::Total => parse_total(typed).is_ok(),
            Answer::Amount => parse_amount(typed).is_ok(),
            Answer::Day => is_day(typed),
            Answer::Percent => parse_percent(typed).is_some(),
            Answer::Number { least, most } => {
                parse_whole(typed).is_some_and(|number| (least..=most).contains(&number))
            }
            Answer::Place(_) | Answer::Choice(_) | Answer::Several => self.hear(typed).is_ok(),
        }
    }

    /// The words of its answers, the one to be listed first of each; none where
    /// it is typed.
    pub fn offered(&self) -> Vec<&'static str> {
        use super::vocabulary::Word;
        match &self.answer {
            Answer::Choice(choice) => choice.offered(),
            Answer::Several => {
                Circumstance::WORDS.iter().filter_map(|(_, words)| words.first()).copied().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The place with a division code.
fn coded(typed: &str) -> Option<Place> {
    let code = typed.parse().ok()?;
    let province = ProvinceId::by_code(code).map(Place::whole);
    province.or_else(|| AreaId::by_code(code).map(Place::Area))
}
