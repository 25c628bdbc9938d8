//! A row as answers: what stands in its cells, read into a case by the same
//! draft as everywhere else.

use std::rc::Rc;

use enumset::EnumSet;
use jiff::civil::Date;

use super::fields::Row;
use super::header::Header;
use super::memo::Memo;
use super::names::ALSO;
use yidi_core::answers::{
    Draft, Problem, Typed, Word, all_problems, hear, hear_circumstances, hear_hardship, hear_place, is_blank,
};
use yidi_core::case::{Case, Circumstance, Field, Filed, Networked, Reason};
use yidi_core::places::Place;
use yidi_core::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

/// What a cell means: an answer, or none where it is blank, or what is wrong with it.
type CellMeaning<T> = Result<Option<T>, Rc<Vec<Problem>>>;

/// A column whose cells are chosen from words.
struct Choice<T> {
    field: Field,
    place: usize,
    memo: Memo<CellMeaning<T>>,
    read: fn(Field, &str) -> Result<T, Vec<Problem>>,
}

impl<T: Copy> Choice<T> {
    fn of(header: &Header, field: Field, read: fn(Field, &str) -> Result<T, Vec<Problem>>) -> Option<Self> {
        // More than there are places, and more than there are words for anything else.
        let bits = if matches!(field, Field::Insured | Field::CarePlace) { 10 } else { 6 };
        header.place(field).map(|place| Self { field, place, memo: Memo::of(bits), read })
    }

    fn answer(&mut self, row: &Row<'_>, misread: &mut Vec<Problem>) -> Option<T> {
        let typed = row.get(self.place);
        if typed.is_empty() {
            return None;
        }
        let (field, read) = (self.field, self.read);
        let meaning = self.memo.get(typed, |typed| {
            let blank = typed.trim().is_empty();
            if blank { Ok(None) } else { read(field, typed).map(Some).map_err(Rc::new) }
        });
        meaning.unwrap_or_else(|problems| {
            misread.extend(problems.iter().cloned());
            None
        })
    }
}

fn words<T: Word>(field: Field, typed: &str) -> Result<T, Vec<Problem>> {
    hear(field, typed).map_err(|problem| vec![problem])
}

fn place(field: Field, typed: &str) -> Result<Place, Vec<Problem>> {
    hear_place(field, typed).map_err(|problem| vec![problem])
}

fn hardship(_: Field, typed: &str) -> Result<bool, Vec<Problem>> {
    hear_hardship(typed).map_err(|problem| vec![problem])
}

fn circumstances(_: Field, typed: &str) -> Result<EnumSet<Circumstance>, Vec<Problem>> {
    match hear_circumstances(typed) {
        (all, problems) if problems.is_empty() => Ok(all),
        (_, problems) => Err(problems),
    }
}

/// The answer in a column, where there is such a column and something stands in it.
fn answer<T: Copy>(choice: &mut Option<Choice<T>>, row: &Row<'_>, misread: &mut Vec<Problem>) -> Option<T> {
    choice.as_mut().and_then(|choice| choice.answer(row, misread))
}

/// Where in [`Field::TYPED`] a question stands; a table, as every row asks it.
const fn place_of(field: Field) -> Option<usize> {
    Some(match field {
        Field::Total => 0,
        Field::OwnExpense => 1,
        Field::Prepay => 2,
        Field::ClassB => 3,
        Field::ClassBRate => 4,
        Field::OverLimit => 5,
        Field::Admitted => 6,
        Field::Date => 7,
        Field::Age => 8,
        Field::Account => 9,
        Field::Admission => 10,
        Field::YtdDeductible => 11,
        Field::YtdEligible => 12,
        Field::YtdFund => 13,
        Field::YtdSupplement => 14,
        Field::YtdBurden => 15,
        Field::YtdCatastrophic => 16,
        Field::YtdAid => 17,
        Field::RetiredIn => 18,
        _ => return None,
    })
}

/// The typed answers of a row, where they stand.
struct Cells<'a> {
    row: Row<'a>,
    places: &'a [Option<usize>; Field::TYPED.len()],
    /// The date of rows that give none.
    date: &'a str,
}

impl Typed for Cells<'_> {
    #[inline]
    fn typed(&self, field: Field) -> &str {
        let Some(column) = place_of(field).and_then(|place| self.places[place]) else {
            return if field == Field::Date { self.date } else { "" };
        };
        let typed = self.row.get(column);
        if field == Field::Date && is_blank(typed) { self.date } else { typed }
    }
}

/// Reads the rows of one table.
pub(super) struct Answers {
    insured: Option<Choice<Place>>,
    care_place: Option<Choice<Place>>,
    scheme: Option<Choice<Scheme>>,
    status: Option<Choice<Status>>,
    tier: Option<Choice<Tier>>,
    care: Option<Choice<Care>>,
    disease: Option<Choice<Disease>>,
    reason: Option<Choice<Reason>>,
    filed: Option<Choice<Filed>>,
    networked: Option<Choice<Networked>>,
    hardship: Option<Choice<bool>>,
    hospital: Option<Choice<HospitalClass>>,
    contribution: Option<Choice<ContributionClass>>,
    circumstances: Option<Choice<EnumSet<Circumstance>>>,
    places: [Option<usize>; Field::TYPED.len()],
    date: String,
    today: Date,
    misread: Vec<Problem>,
}

impl Answers {
    /// `date` is typed for rows that give none; without it they are settled `today`.
    pub(super) fn of(header: &Header, date: &str, today: Date) -> Self {
        Self {
            insured: Choice::of(header, Field::Insured, place),
            care_place: Choice::of(header, Field::CarePlace, place),
            scheme: Choice::of(header, Field::Scheme, words),
            status: Choice::of(header, Field::Status, words),
            tier: Choice::of(header, Field::Tier, words),
            care: Choice::of(header, Field::Care, words),
            disease: Choice::of(header, Field::Disease, words),
            reason: Choice::of(header, Field::Reason, words),
            filed: Choice::of(header, Field::Filed, words),
            networked: Choice::of(header, Field::Networked, words),
            hardship: Choice::of(header, Field::Hardship, hardship),
            hospital: Choice::of(header, Field::Hospital, words),
            contribution: Choice::of(header, Field::Contribution, words),
            circumstances: Choice::of(header, ALSO, circumstances),
            places: Field::TYPED.map(|field| header.place(field)),
            date: date.to_owned(),
            today,
            misread: Vec::new(),
        }
    }

    /// The case a row describes.
    ///
    /// # Errors
    /// With everything that is wrong, in the order of the questions.
    pub(super) fn case(&mut self, row: Row<'_>) -> Result<Case, Vec<Problem>> {
        let wrong = &mut self.misread;
        let usual = Draft::default();
        let draft = Draft {
            insured: answer(&mut self.insured, &row, wrong),
            care_place: answer(&mut self.care_place, &row, wrong),
            scheme: answer(&mut self.scheme, &row, wrong),
            status: answer(&mut self.status, &row, wrong),
            tier: answer(&mut self.tier, &row, wrong),
            reason: answer(&mut self.reason, &row, wrong).unwrap_or(usual.reason),
            filed: answer(&mut self.filed, &row, wrong).unwrap_or(usual.filed),
            care: answer(&mut self.care, &row, wrong).unwrap_or(usual.care),
            disease: answer(&mut self.disease, &row, wrong),
            hardship: answer(&mut self.hardship, &row, wrong).unwrap_or(usual.hardship),
            hospital: answer(&mut self.hospital, &row, wrong),
            contribution: answer(&mut self.contribution, &row, wrong),
            networked: answer(&mut self.networked, &row, wrong).unwrap_or(usual.networked),
            circumstances: answer(&mut self.circumstances, &row, wrong).unwrap_or(usual.circumstances),
            texts: usual.texts,
        };
        let typed = Cells { row, places: &self.places, date: &self.date };
        let finished = draft.finish_typed(&typed, self.today);
        if self.misread.is_empty() {
            return finished;
        }
        let misread = std::mem::take(&mut self.misread);
        Err(all_problems(misread, finished.err().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_typed_question_has_its_place() {
        for (place, field) in Field::TYPED.into_iter().enumerate() {
            assert_eq!(place_of(field), Some(place));
        }
        assert_eq!(place_of(Field::Insured), None);
    }
}
