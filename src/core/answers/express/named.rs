//! Values beside the name of their question, as tables and messages call it:
//! `insuplc_admdvs=210300`, `人员类别：1101`, `setlTime: 2026-01-05 18:09:52`.
//! What such a value says is read as in a table; the rest of the line as ever.

use std::ops::Range;

use super::number::time_at_start;
use super::split::{parts, within_number};
use super::words::WordAnswer;
use crate::answers::{Answer, Heard, Question, without_point, word};
use crate::case::Field;
use crate::names;
use crate::names::BETWEEN;

/// A value that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NamedValue {
    /// One answer of several.
    Answer(WordAnswer),
    /// As typed.
    Text(String),
    /// A place, which begins there and is read with the others of the line.
    Place,
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedAnswer {
    pub(super) field: Field,
    pub(super) value: NamedValue,
    /// Both, in the line.
    pub(super) range: Range<usize>,
    /// Where the value begins.
    pub(super) begins: usize,
}

/// Finds names with values, and the line with blanks where they stood; of places
/// only the names are taken out.
pub(super) fn take_named(line: &str) -> (String, Vec<NamedAnswer>) {
    let mut found: Vec<NamedAnswer> = Vec::new();
    for (at, mark) in line.char_indices().filter(|(_, c)| BETWEEN.contains(c)) {
        let free = found.last().map_or(0, |last| last.range.end);
        found.extend(named(line, free, at..at + mark.len_utf8()));
    }
    let mut rest = line.to_owned();
    for one in &found {
        let taken = match one.value {
            // A code keeps no noughts behind a point.
            NamedValue::Place => {
                let length = without_point(&line[one.begins..one.range.end]).len();
                vec![one.range.start..one.begins, one.begins + length..one.range.end]
            }
            _ => vec![one.range.clone()],
        };
        for part in taken {
            let blanks = " ".repeat(part.len());
            rest.replace_range(part, &blanks);
        }
    }
    (rest, found)
}

fn named(line: &str, free: usize, mark: Range<usize>) -> Option<NamedAnswer> {
    let before = line.get(free..mark.start)?;
    let start = before.rfind(ends_word).map_or(free, |at| {
        let width = before[at..].chars().next().map_or(0, char::len_utf8);
        free + at + width
    });
    let field = names::column(&line[start..mark.start])?.field;
    let question = Question::of(field);
    let rest = &line[mark.end..];
    let begins = mark.end + (rest.len() - rest.trim_start().len());
    let (value, end) = ends(line, begins).into_iter().find_map(|end| {
        let value = read(question, &line[begins..end])?;
        Some((value, end))
    })?;
    let end = if matches!(question.answer, Answer::Day) { after_time(line, end) } else { end };
    Some(NamedAnswer { field, value, range: start..end, begins })
}

/// Whether a sign stands before a name, or after a value, whatever that is.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || ",，;；、。".contains(c)
}

/// Where a value may end, the longest first: at a blank, at a comma, at anything that
/// parts words.
fn ends(line: &str, begins: usize) -> Vec<usize> {
    let rest = &line[begins..];
    let first = |is_end: &dyn Fn(usize, char) -> bool| {
        let found = rest.char_indices().find(|(at, c)| is_end(begins + at, *c));
        begins + found.map_or(rest.len(), |(at, _)| at)
    };
    let is_parting = |at: usize, c: char| (parts(c) || ends_word(c)) && !within_number(line, at, c);
    let mut ends = vec![
        first(&|_, c| c.is_whitespace()),
        first(&|at, c| ends_word(c) && !within_number(line, at, c)),
        first(&is_parting),
    ];
    ends.retain(|end| *end > begins);
    ends.dedup();
    ends
}

fn read(question: &Question, typed: &str) -> Option<NamedValue> {
    match question.hear(typed).ok()? {
        Some(Heard::Place(_)) => Some(NamedValue::Place),
        Some(Heard::Chosen(at)) => Some(NamedValue::Answer(WordAnswer { field: question.field, at })),
        Some(Heard::Scheme(scheme)) => WordAnswer::heard(Field::Scheme, word(scheme)).map(NamedValue::Answer),
        // Words of circumstances say themselves what they are.
        Some(Heard::Circumstances(_)) => None,
        None => question.can_read(typed).then(|| NamedValue::Text(typed.to_owned())),
    }
}

/// The end of a day with the time of day behind it.
fn after_time(line: &str, end: usize) -> usize {
    let rest = &line[end..];
    let blanks = rest.len() - rest.trim_start().len();
    time_at_start(&rest[blanks..]).map_or(end, |length| end + blanks + length)
}
