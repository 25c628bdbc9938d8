//! A case completed by what a slip says: what the case leaves open is taken, the rest is
//! compared with it.

use jiff::civil::Date;

use super::message::FoundSlip;
use super::says::SlipStanding;
use crate::answers::Draft;
use crate::case::Field;
use crate::policy::{Scheme, Status};

impl FoundSlip {
    /// Whether the slip answers a question.
    pub fn answers(&self, field: Field) -> bool {
        self.says.iter().any(|answer| answer.field == field)
    }

    /// Answers what a draft leaves open, as far as it fits to the rest, and notes of each
    /// answer what became of it. `is_said` tells of a question whether it was answered
    /// at all where the draft has something usual.
    pub fn complete(&mut self, draft: &mut Draft, today: Date, is_said: impl Fn(Field) -> bool) {
        let wrong = |draft: &Draft| draft.finish(today).err().unwrap_or_default();
        for answer in &mut self.says {
            let before = wrong(draft);
            let mut answered = draft.clone();
            answer.put(&mut answered);
            answer.standing = if same(answer.field, draft, &answered, today) {
                SlipStanding::Same
            } else if is_open(answer.field, draft, &is_said)
                && wrong(&answered).iter().all(|problem| before.contains(problem))
            {
                *draft = answered;
                SlipStanding::Taken
            } else {
                SlipStanding::Differs
            };
        }
    }
}

/// Whether a draft has no answer that somebody gave.
fn is_open(field: Field, draft: &Draft, is_said: impl Fn(Field) -> bool) -> bool {
    match field {
        Field::Insured => draft.insured.is_none(),
        Field::CarePlace => draft.care_place.is_none(),
        Field::Scheme => draft.scheme.is_none() && draft.status.is_none(),
        Field::Status => draft.status.is_none(),
        Field::Tier => draft.tier.is_none(),
        Field::Care => !is_said(field),
        _ => draft.typed(field).trim().is_empty(),
    }
}

/// The scheme that was named, or that of the status.
fn scheme(draft: &Draft) -> Option<Scheme> {
    draft.scheme.or(draft.status.map(Status::scheme))
}

/// Whether two drafts answer a question alike.
fn same(field: Field, one: &Draft, other: &Draft, today: Date) -> bool {
    match field {
        Field::Insured => one.insured == other.insured,
        Field::CarePlace => one.care_place == other.care_place,
        Field::Scheme => scheme(one) == scheme(other),
        // Who does not know says nothing else.
        Field::Status if other.status.is_none() && one.status.is_some() => true,
        Field::Status => one.possible_statuses() == other.possible_statuses() && scheme(one) == scheme(other),
        Field::Tier if other.tier.is_none() && one.tier.is_some() => true,
        Field::Tier => one.possible_tiers() == other.possible_tiers(),
        Field::Care => one.care == other.care,
        // What is not typed is open, also where it means today.
        Field::Date | Field::Admitted => {
            let is_typed = !one.typed(field).trim().is_empty();
            is_typed && one.day(field, today) == other.day(field, today)
        }
        _ => one.typed(field).trim() == other.typed(field).trim(),
    }
}
