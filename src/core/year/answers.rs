//! A year as it is answered: the list of a draft, and what the others leave for the
//! stay that is looked at.

use jiff::civil::Date;

use super::{Entry, Year, YearComparison, YearError, carried, compare_year, year};
use crate::answers::{Draft, Problem, YearStay, YearStays};
use crate::case::Case;
use crate::estimate::EstimateError;
use crate::names::SlipField;
use crate::policy::Book;
use crate::reconcile::Slip;

/// What was really paid of a stay; nothing where nobody has paid yet, or where a number
/// is none.
fn paid(stay: &YearStay) -> Option<Slip> {
    let mut slip = Slip::default();
    for (field, typed) in &stay.paid {
        slip.write(*field, typed).ok()?;
    }
    SlipField::PAID.iter().any(|field| slip.get(*field).is_some()).then_some(slip)
}

/// The stays that are whole and whose bill is known, each with its place in the list.
pub fn entries_of(list: &YearStays, today: Date) -> Vec<(usize, Entry)> {
    let entry = |(at, stay): (usize, &YearStay)| {
        let case = stay.draft.finish(today).ok().filter(|case| case.bill.total.is_some())?;
        Some((at, Entry { times: stay.times, paid: paid(stay), ..Entry::of(case) }))
    };
    list.stays.iter().enumerate().filter_map(entry).collect()
}

/// The stays of a person's answers, settled.
#[derive(Clone, Debug)]
pub struct SettledStays {
    /// The year.
    pub year: Year,
    /// What would have cost less, where that can be said.
    pub comparison: Option<YearComparison>,
    /// The place in the list of each entry that was settled.
    pub places: Vec<usize>,
}

/// Settles the stays that are whole and whose bill is known.
///
/// # Errors
/// Where there is none of them, or one has no estimate.
pub fn settle_stays(book: &Book, list: &YearStays, today: Date) -> Result<SettledStays, EstimateError> {
    let (places, entries): (Vec<usize>, Vec<_>) = entries_of(list, today).into_iter().unzip();
    match year(book, &entries) {
        Ok(year) => {
            let comparison = compare_year(book, &entries, &year).ok();
            Ok(SettledStays { year, comparison, places })
        }
        Err(YearError::Empty) => Err(EstimateError::NoBill),
        Err(YearError::Case { error, .. }) => Err(error),
    }
}

/// The case with what the other stays of its draft leave for it; as it is where they
/// cannot be settled.
pub fn with_year(book: &Book, draft: &Draft, case: &Case, today: Date) -> Case {
    if draft.year.is_none() {
        return *case;
    }
    let list = YearStays::of(draft);
    let mut entries = entries_of(&list, today);
    entries.retain(|(at, _)| *at != list.here);
    let at = entries.iter().filter(|(at, _)| *at < list.here).count();
    entries.insert(at, (list.here, Entry::of(*case)));
    let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    carried(book, &entries, at).unwrap_or(*case)
}

/// The case of a draft, with what the other stays of its year leave for it.
///
/// # Errors
/// As [`Draft::finish`].
pub fn case_of(book: &Book, draft: &Draft, today: Date) -> Result<Case, Vec<Problem>> {
    draft.finish(today).map(|case| with_year(book, draft, &case, today))
}
