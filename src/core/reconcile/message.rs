//! Slips in whatever they come in: the answer of the interface at any depth, a
//! log line around it, JSON inside a text, a list, XML, a table, lines of names
//! and numbers. What a message is that is no slip is told for what it is.

use super::amounts::{is_amount, unsigned};
use super::envelope::{Around, Candidate, EnvelopeNotes};
use super::number_group::NumberGroup;
use super::says::{SlipAnswer, SlipAnswers};
use super::slip::{Slip, SlipError, SlipKind};
use super::tree::group_of;
use super::{grid, lines, xml};
use crate::answers::AmountError;
use crate::names::{MoneyUnit, SlipField, slip_field, unit_of};

/// A slip that was found in a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundSlip {
    /// Its numbers.
    pub slip: Slip,
    /// The numbers give back what was paid before: they are those of the
    /// settlement that was taken back.
    pub refund: bool,
    /// Names of amounts and answers that stand there and were not read.
    pub unread: Vec<String>,
    /// What else it says of the case.
    pub says: Vec<SlipAnswer>,
}

/// Every slip of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSlips {
    /// Each slip, or what is wrong with it, in order.
    pub slips: Vec<Result<FoundSlip, SlipError>>,
    /// So many more were there and left out.
    pub left_out: usize,
    /// What has payments as well and is no slip of its own: sums, footers, what was
    /// settled before, each by the name it stands under.
    pub aside: Vec<String>,
}

/// So many slips of one message are read.
pub const MOST_SLIPS: usize = 50;
/// So many names that were not read are told.
const MOST_UNREAD: usize = 12;

impl FoundSlips {
    /// The slips of a text.
    ///
    /// # Errors
    /// Where there is none in it.
    pub fn in_text(text: &str) -> Result<Self, SlipError> {
        let text = text.trim_start_matches('\u{feff}').trim();
        // Some programs write what is no number into what is otherwise JSON.
        let read = json_values(text)
            .or_else(|fault| without_nan(text).map_or(Err(fault), |text| json_values(&text)));
        let fault = match read {
            Ok(found) => return Self::of(found),
            Err(fault) => fault,
        };
        let is_list =
            || text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '[', '"']));
        if text.starts_with('{') || is_list() {
            return Err(fault);
        }
        let xml =
            || text.find('<').and_then(|start| xml::tree(&text[start..])).map(|tree| of_values(&[tree]));
        let is_found = |(group, notes): &(Option<NumberGroup>, EnvelopeNotes)| {
            group.is_some() || notes.kind().is_some() || notes.refused().is_some()
        };
        if let Some(found) = in_log(text).filter(is_found).or_else(|| xml().filter(is_found)) {
            return Self::of(found);
        }
        match Self::in_rows(&lines::rows(text)) {
            Err(SlipError::Empty) => Err(fault),
            found => found,
        }
    }

    /// The slips of a table: one a row under names, or one of names and numbers
    /// side by side.
    ///
    /// # Errors
    /// Where there is none in it.
    pub fn in_rows(rows: &[Vec<String>]) -> Result<Self, SlipError> {
        Self::of((grid::group(rows), EnvelopeNotes::default()))
    }

    fn of((group, notes): (Option<NumberGroup>, EnvelopeNotes)) -> Result<Self, SlipError> {
        let nothing = |notes: &EnvelopeNotes| notes.refused().map_or(SlipError::Empty, SlipError::Refused);
        let Some(NumberGroup { slips: found, mut aside, .. }) = group else {
            return Err(notes.kind().map_or_else(|| nothing(&notes), SlipError::Kind));
        };
        aside.dedup();
        let left_out = found.len().saturating_sub(MOST_SLIPS);
        let judged = |candidate: &Candidate| match judged(candidate) {
            Err(SlipError::Empty) => Err(nothing(&candidate.notes)),
            other => other,
        };
        let slips: Vec<_> = found.iter().take(MOST_SLIPS).map(judged).collect();
        match <[_; 1]>::try_from(slips) {
            Ok([Err(fault)]) => Err(fault),
            Ok(one) => Ok(Self { slips: one.into(), left_out, aside }),
            Err(slips) => Ok(Self { slips, left_out, aside }),
        }
    }
}

/// What was found in messages behind each other, and what the last says of itself.
type Messages = (Option<NumberGroup>, EnvelopeNotes);

/// The values of a JSON text, one or several behind each other.
fn json_values(text: &str) -> Result<Messages, SlipError> {
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>() {
        match value {
            Ok(value @ (serde_json::Value::Object(_) | serde_json::Value::Array(_))) => values.push(value),
            // What follows a whole message is none of it.
            Ok(_) | Err(_) if !values.is_empty() => break,
            Ok(_) => return Err(SlipError::Empty),
            Err(error) => return Err(SlipError::NotJson(error.to_string())),
        }
    }
    if values.is_empty() { Err(SlipError::NotJson(String::new())) } else { Ok(of_values(&values)) }
}

/// A JSON text with nothing in place of every bare `NaN`; none where it has none.
fn without_nan(text: &str) -> Option<String> {
    let mut told = text.to_owned();
    for before in [":", ": ", ",", ", ", "["] {
        told = told.replace(&format!("{before}NaN"), &format!("{before}null"));
    }
    (told.len() != text.len()).then_some(told)
}

/// The values that stand between other words, as in a log: brackets that begin none
/// are passed over.
fn in_log(text: &str) -> Option<Messages> {
    const MOST_TRIES: usize = 64;
    let mut values = Vec::new();
    let (mut rest, mut tries) = (text, 0);
    while let Some(start) = rest.find(['{', '[']).filter(|_| tries < MOST_TRIES) {
        rest = &rest[start..];
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<serde_json::Value>();
        if let Some(Ok(value)) = stream.next() {
            values.push(value);
            rest = rest.get(stream.byte_offset()..).unwrap_or_default();
        } else {
            tries += 1;
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    (!values.is_empty()).then(|| of_values(&values))
}

fn of_values(values: &[serde_json::Value]) -> Messages {
    let mut groups = Vec::new();
    let mut notes = EnvelopeNotes::default();
    for value in values {
        notes = EnvelopeNotes::of(value, &notes);
        let mut group = group_of(value, Around::default());
        let slips = group.iter_mut().flat_map(|group| group.slips.iter_mut());
        slips.for_each(|slip| slip.notes = notes.clone());
        groups.push(group);
    }
    (NumberGroup::behind(groups), notes)
}

/// The slip of an object.
fn judged(candidate: &Candidate) -> Result<FoundSlip, SlipError> {
    let notes = &candidate.notes;
    if let Some(message) = notes.refused() {
        return Err(SlipError::Refused(message));
    }
    if candidate.is_void() {
        return Err(SlipError::Kind(SlipKind::Void));
    }
    if candidate.is_sum() && candidate.is_paid() {
        return Err(SlipError::Kind(SlipKind::Totals));
    }
    let mut found = FoundSlip::default();
    let mut signs = [0_usize; 2];
    let mut negative: Option<(SlipField, String)> = None;
    let mut answers = SlipAnswers::default();
    for (name, typed) in candidate.given() {
        let Some(field) = slip_field(name) else {
            let is_read = answers.take(name, typed) && !is_amount(name, typed);
            if found.unread.len() < MOST_UNREAD && !is_read {
                found.unread.push(name.to_owned());
            }
            continue;
        };
        let unsigned = unsigned(typed);
        let before = (found.slip.get(field), found.slip.rate);
        let mut slip = Slip::default();
        let unit = match unit_of(name) {
            None => MoneyUnit::YUAN,
            Some(Ok(unit)) => unit,
            // Money of others is none of the slip's.
            Some(Err(_)) => {
                found.unread.push(name.to_owned());
                continue;
            }
        };
        slip.write_in(field, unsigned, unit)?;
        if field == SlipField::Rate {
            found.slip.rate = before.1.or(slip.rate);
            continue;
        }
        let Some(amount) = slip.get(field) else { continue };
        if before.0.is_some_and(|known| known != amount) {
            // Two names for one number that say two things: the first counts.
            found.unread.push(name.to_owned());
            continue;
        }
        let is_negative = unsigned.len() < typed.len() && !amount.is_zero();
        signs[usize::from(is_negative)] += usize::from(!amount.is_zero());
        if is_negative && negative.is_none() {
            negative = Some((field, typed.to_owned()));
        }
        found.slip.put(field, amount);
    }
    found.says = answers.into_found();
    match (signs, negative) {
        ([0, 1..=usize::MAX], _) => found.refund = true,
        (_, Some((field, typed))) => {
            return Err(SlipError::Amount { field, typed, fault: AmountError::Negative });
        }
        _ => found.refund = candidate.is_refund(),
    }
    let whole_call = notes.kind().filter(|kind| !found.refund && *kind != SlipKind::Items);
    if let Some(kind) = whole_call {
        return Err(SlipError::Kind(kind));
    }
    let paid = SlipField::PAID.into_iter().any(|field| found.slip.get(field).is_some());
    if found.slip.is_empty() || !paid {
        let kind = notes.kind().or_else(|| candidate.kind());
        if let Some(kind) = kind {
            return Err(SlipError::Kind(kind));
        }
        if found.slip.is_empty() {
            return Err(SlipError::Empty);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod forms;
#[cfg(test)]
mod tests;
