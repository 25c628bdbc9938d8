//! Slips in whatever they come in: the answer of the interface at any depth, a
//! log line around it, JSON inside a text, a list, XML, a table, lines of names
//! and numbers. What a message is that is no slip is told for what it is.

use super::envelope::{Around, Candidate, EnvelopeNotes, NumberGroup, group_of};
use super::says::{SlipAnswer, SlipAnswers};
use super::slip::{Slip, SlipError, SlipKind};
use super::{lines, xml};
use crate::answers::{AmountError, parse_amount};
use crate::names::{MoneyUnit, SlipField, folded, slip_field, unit_of};
use crate::num::Money;

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
        let fault = match json_values(text) {
            Ok(group) => return Self::of(group),
            Err(fault) => fault,
        };
        if text.starts_with(['{', '[']) {
            return Err(fault);
        }
        let json = text.find(['{', '[']).and_then(|start| json_values(&text[start..]).ok());
        let xml = || xml::parse(text).map(|(value, notes)| (group_of(&value, Around::default()), notes));
        if let Some(found) = json.or_else(xml).filter(|(group, _)| group.is_some()) {
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
        Self::of((lines::group(rows), EnvelopeNotes::default()))
    }

    fn of((group, notes): (Option<NumberGroup>, EnvelopeNotes)) -> Result<Self, SlipError> {
        let nothing = || notes.error.clone().map_or(SlipError::Empty, SlipError::Refused);
        let Some(group) = group else {
            return Err(notes.kind().map_or_else(nothing, SlipError::Kind));
        };
        let left_out = group.slips.len().saturating_sub(MOST_SLIPS);
        let judged = |candidate: &Candidate| match judged(candidate, &notes) {
            Err(SlipError::Empty) => Err(nothing()),
            other => other,
        };
        let slips: Vec<_> = group.slips.iter().take(MOST_SLIPS).map(judged).collect();
        match <[_; 1]>::try_from(slips) {
            Ok([Err(fault)]) => Err(fault),
            Ok(one) => Ok(Self { slips: one.into(), left_out }),
            Err(slips) => Ok(Self { slips, left_out }),
        }
    }
}

/// The values of a JSON text, one or several behind each other, as one group.
fn json_values(text: &str) -> Result<(Option<NumberGroup>, EnvelopeNotes), SlipError> {
    let mut groups = Vec::new();
    let mut notes = EnvelopeNotes::default();
    for value in serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>() {
        match value {
            Ok(value @ (serde_json::Value::Object(_) | serde_json::Value::Array(_))) => {
                notes.take(&value);
                groups.push(group_of(&value, Around::default()));
            }
            // What follows a whole message is none of it.
            Ok(_) | Err(_) if !groups.is_empty() => break,
            Ok(_) => return Err(SlipError::Empty),
            Err(error) => return Err(SlipError::NotJson(error.to_string())),
        }
    }
    if groups.is_empty() {
        return Err(SlipError::NotJson(String::new()));
    }
    Ok((NumberGroup::joined(groups), notes))
}

/// The slip of an object.
fn judged(candidate: &Candidate, notes: &EnvelopeNotes) -> Result<FoundSlip, SlipError> {
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
        let unsigned = typed.trim_start_matches(['-', '−', '－']);
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

/// Whether an unknown name with its value is an amount of money, as far as that
/// can be told.
fn is_amount(name: &str, typed: &str) -> bool {
    const ENDINGS: [&str; 14] = [
        "amt", "pay", "fee", "cost", "money", "amount", "金额", "支付", "支出", "自付", "自费", "负担",
        "费用", "补助",
    ];
    let name = folded(name);
    let is_money = ENDINGS.iter().any(|ending| name.ends_with(ending));
    let amount = parse_amount(typed.trim_start_matches(['-', '−', '－']));
    is_money && amount.is_ok_and(|amount| amount > Money::ZERO)
}

impl EnvelopeNotes {
    /// What the number of the function in a message says that it is.
    fn kind(&self) -> Option<SlipKind> {
        match self.function.as_deref()?.get(..4)? {
            "2208" | "2305" => Some(SlipKind::Cancellation),
            "2204" | "2301" | "5204" => Some(SlipKind::Items),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
