//! What the person pays for a row of bills: for whom does not know the bill yet.

use super::{Burden, EstimateError, prepare};
use crate::case::Case;
use crate::num::{Money, Span};
use crate::policy::{Book, Care};

/// Bills of a stay, in yuan.
const STAYS: [i64; 7] = [5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
/// Bills without a stay.
const VISITS: [i64; 6] = [200, 500, 1_000, 3_000, 10_000, 30_000];

/// The case with a usual bill where its own is not known: what matters then is asked for.
pub fn with_usual_bill(case: &Case) -> Case {
    const STAY: i64 = 50_000;
    const VISIT: i64 = 1_000;
    let usual = Money::from_yuan(if case.care == Care::Inpatient { STAY } else { VISIT });
    let total = usual.max(case.bill.known_parts());
    // A checklist is made without a bill, or with one of nothing.
    let is_known = case.bill.total.is_some_and(|total| !total.high().is_zero());
    let bill = if is_known { case.bill } else { case.bill.of(total) };
    Case { bill, ..*case }
}

/// A bill, and what the person pays of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The whole bill.
    pub total: Money,
    /// What the person pays.
    pub personal: Burden,
}

/// The same case with one bill after the other, the smallest first; those below
/// the parts that are known are left out.
///
/// # Errors
/// As [`prepare`].
pub fn ladder(book: &Book, case: &Case) -> Result<Vec<Rung>, EstimateError> {
    let totals = if case.care == Care::Inpatient { &STAYS[..] } else { &VISITS[..] };
    let totals = totals.iter().map(|yuan| Money::from_yuan(*yuan));
    let prepared = prepare(book, case)?;
    let rung = |total| {
        let case = Case { bill: case.bill.of(total), ..*case };
        let ends = prepared.settle(&case);
        let span = Span::between(ends.low.personal, ends.high.personal);
        Rung { total, personal: Burden { span, open: ends.open } }
    };
    Ok(totals.filter(|total| *total >= case.bill.known_parts()).map(rung).collect())
}
