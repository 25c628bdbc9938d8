//! One case of a list with what the others before it left, for whoever looks at it
//! alone.

use super::{Entry, Year, YearError, year};
use crate::case::{Bill, Case};
use crate::num::Money;
use crate::policy::Book;

/// The case at a place of a list, with the year to date at both ends that the cases
/// before it leave; `entries` holds the case itself.
///
/// # Errors
/// Where a case of the list has no estimate.
pub fn carried(book: &Book, entries: &[Entry], at: usize) -> Result<Case, YearError> {
    let Some(entry) = entries.get(at) else { return Err(YearError::Empty) };
    let case = entry.case;
    // What it costs itself changes nothing for it.
    let total = case.bill.total.is_none().then_some(Money::ZERO);
    let bill =
        total.map_or(case.bill, |total| Bill { own_expense: None, prepay: None, ..case.bill }.of(total));
    let mut entries = entries.to_vec();
    if let Some(entry) = entries.get_mut(at) {
        entry.case.bill = bill;
    }
    let settled: Year = year(book, &entries)?;
    let found = settled.visits.iter().find(|visit| visit.entry == at && visit.nth == 0);
    let Some(visit) = found else { return Err(YearError::Empty) };
    let (best, worst) = (visit.best.case, visit.worst.case);
    Ok(Case {
        year: best.year,
        year_at_worst: (worst.year != best.year).then_some(worst.year),
        account: best.account.min(worst.account),
        ..case
    })
}
