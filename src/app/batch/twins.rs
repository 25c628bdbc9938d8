//! Columns that answer one question twice, a code beside its name: one is read,
//! the other stands in where that is blank, and where both speak they must agree.

use super::cells::Cells;
use super::header::Header;
use yidi_core::answers::{
    Answer, Heard, Problem, ProblemKind, Question, is_blank, parse_amount_in, parse_day, parse_percent,
    parse_whole,
};
use yidi_core::case::Field;
use yidi_core::names::MoneyUnit;
use yidi_core::places::Place;

/// A column beside the one that is read.
struct Twin {
    question: &'static Question,
    /// The column that is read, with its unit.
    read: (usize, MoneyUnit),
    /// The one beside it.
    beside: (usize, MoneyUnit),
}

/// All such columns of a table; mostly none.
pub(super) struct Twins(Vec<Twin>);

impl Twins {
    /// Those of a header.
    pub(super) fn of(header: &Header) -> Self {
        let with_unit = |place| (place, header.unit(place));
        let twin = |(field, beside): &(Field, usize)| {
            let read = with_unit(header.column(*field)?);
            Some(Twin { question: Question::of(*field), read, beside: with_unit(*beside) })
        };
        Self(header.twins().iter().filter_map(twin).collect())
    }

    /// Whether there is none.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What another column says where the one that is read is blank. Amounts of
    /// another unit are not taken over.
    pub(super) fn instead<'t>(&self, row: &'t impl Cells, field: Field) -> &'t str {
        let of_field = self.0.iter().filter(|twin| twin.question.field == field);
        let same = of_field.filter(|twin| twin.read.1 == twin.beside.1 || !twin.question.is_amount());
        same.map(|twin| row.get(twin.beside.0)).find(|typed| !is_blank(typed)).unwrap_or_default()
    }

    /// Notes where two columns say two things. What is not understood says nothing.
    pub(super) fn compare(&self, row: &impl Cells, problems: &mut Vec<Problem>) {
        for Twin { question, read, beside } in &self.0 {
            let [one, other] = [read.0, beside.0].map(|place| row.get(place).trim());
            if one.is_empty() || other.is_empty() || (one == other && read.1 == beside.1) {
                continue;
            }
            if differ(question, (one, read.1), (other, beside.1)) {
                let trouble = ProblemKind::Contradicted { typed: one.to_owned(), other: other.to_owned() };
                problems.push(Problem { field: question.field, trouble });
            }
        }
    }
}

fn differ(question: &Question, one: (&str, MoneyUnit), other: (&str, MoneyUnit)) -> bool {
    let both = |read: &dyn Fn(&str) -> Option<i64>| {
        read(one.0).zip(read(other.0)).is_some_and(|(one, other)| one != other)
    };
    match &question.answer {
        Answer::Amount => {
            let fen = |(typed, unit)| parse_amount_in(typed, unit).ok();
            fen(one).zip(fen(other)).is_some_and(|(one, other)| one != other)
        }
        Answer::Day => parse_day(one.0).zip(parse_day(other.0)).is_some_and(|(one, other)| one != other),
        Answer::Number { .. } => both(&|typed| parse_whole(typed).map(i64::from)),
        Answer::Percent => both(&|typed| parse_percent(typed).map(|share| i64::from(share.hundredths()))),
        Answer::Place(_) | Answer::Choice(_) | Answer::Several => {
            let heard = |typed| question.hear(typed).ok().flatten();
            match (heard(one.0), heard(other.0)) {
                (Some(Heard::Place(one)), Some(Heard::Place(other))) => are_apart(one, other),
                (Some(Heard::Chosen(one)), Some(Heard::Chosen(other))) => one != other,
                (Some(Heard::Scheme(one)), Some(Heard::Scheme(other))) => one != other,
                _ => false,
            }
        }
    }
}

/// Whether neither place lies in the other.
fn are_apart(one: Place, other: Place) -> bool {
    let is_whole = |place| matches!(place, Place::Province(_));
    one != other && !((is_whole(one) || is_whole(other)) && one.province() == other.province())
}
