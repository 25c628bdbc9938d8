//! The real settlement slip beside the estimate (核对结算单): whether it adds
//! up, line by line, and which single change of what was assumed makes the
//! estimate the slip.

mod change;
mod fit;
mod identity;
mod slip;
mod solve;

pub use change::{Change, Like};
pub use identity::{Check, Identity};
pub use slip::{Slip, SlipError, SlipField};

use crate::case::{Bill, Case, Field};
use crate::estimate::{Estimate, EstimateError, Settlement, Side, estimate, numbers_of};
use crate::num::{Money, Percent, Span};
use crate::policy::{Book, Route};
use change::{likes, mixed, runs};
use fit::Observed;
use solve::{End, plain_changes, solved};

/// What a slip is to an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The estimate, to the fen.
    AsExpected,
    /// Inside the range of an estimate that is not certain.
    InRange,
    /// The estimate with one thing changed.
    Explained,
    /// No single change makes the estimate the slip.
    Unexplained,
}

/// A part of the bill taken over from the slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which part.
    pub field: Field,
    /// What the case said.
    pub assumed: Option<Money>,
    /// What the slip says.
    pub actual: Money,
}

/// A line of the slip beside the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Which number.
    pub field: SlipField,
    /// At the end better for the person.
    pub best: Option<Money>,
    /// At the worse end.
    pub worst: Option<Money>,
    /// On the slip.
    pub actual: Option<Money>,
}

impl Compared {
    /// A number beside what is expected of it; nothing is where there is no estimate.
    pub fn of(field: SlipField, expected: Option<&Estimate>, actual: Option<Money>) -> Self {
        let end = |settled: fn(&Estimate) -> &Settlement| field.of(settled(expected?));
        Self { field, best: end(Estimate::low), worst: end(Estimate::high), actual }
    }

    /// What the slip has more than the nearer end, below zero where it has
    /// less; zero inside the range; none where one of the two is missing.
    pub fn difference(&self) -> Option<Money> {
        let expected = Span::between(self.best?, self.worst?);
        let actual = self.actual?;
        Some(actual - actual.clamp(expected.low(), expected.high()))
    }
}

/// A single change, and the settlement it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlipCause {
    /// What is different.
    pub change: Change,
    /// The settlement with it: the slip's, to the fen.
    pub settlement: Settlement,
}

/// A slip beside its estimate.
#[derive(Clone, Debug)]
pub struct Reconciled {
    /// Every identity for which the slip gives enough.
    pub checks: Vec<Check>,
    /// Parts of the bill that were not as the case said.
    pub taken: Vec<Taken>,
    /// What is expected of the slip's own bill.
    pub expected: Estimate,
    /// Line by line.
    pub lines: Vec<Compared>,
    /// The rate on the slip, and the one that its numbers come to.
    pub rate: Option<Percent>,
    /// The pooled fund's share of the eligible cost after the deductible.
    pub effective_rate: Option<Percent>,
    /// Paid by funds that the estimate does not know.
    pub other_funds: Money,
    /// What the slip is.
    pub verdict: Verdict,
    /// The route of the run that is the slip, where several were possible.
    pub route: Option<Route>,
    /// Every single change that makes the estimate the slip, most likely first.
    pub causes: Vec<SlipCause>,
}

impl Reconciled {
    /// Whether every identity holds.
    pub fn adds_up(&self) -> bool {
        self.checks.iter().all(|check| check.holds)
    }
}

/// Lays a slip beside the estimate of a case.
///
/// # Errors
/// Where there is no estimate of the case.
pub fn reconcile(book: &Book, case: &Case, slip: &Slip) -> Result<Reconciled, EstimateError> {
    let taken_over = with_bill_of(case, slip);
    let expected = estimate(book, &taken_over)?;
    let observed = Observed::of(slip);
    let taken = taken(case, slip);
    let fitting = expected.runs.iter().find_map(|run| Some((run, observed.fits_run(run)?)));
    let stated = |one: &Taken| one.assumed.is_some();
    let (verdict, route, causes) = if let Some((run, settlement)) = fitting {
        let cause = SlipCause { change: Change::Bill, settlement: *settlement };
        if taken.iter().any(stated) {
            (Verdict::Explained, Some(run.terms.route), vec![cause])
        } else {
            (Verdict::AsExpected, Some(run.terms.route), Vec::new())
        }
    } else if let Some(run) = expected.runs.iter().find(|run| observed.lies_in(run)) {
        (Verdict::InRange, Some(run.terms.route), Vec::new())
    } else {
        let causes = causes(book, &taken_over, &expected, &observed)?;
        let verdict = if causes.is_empty() { Verdict::Unexplained } else { Verdict::Explained };
        (verdict, None, causes)
    };
    Ok(Reconciled {
        checks: identity::checks(slip),
        taken,
        lines: lines(&expected, slip),
        rate: slip.rate,
        effective_rate: effective_rate(&taken_over, slip),
        other_funds: observed.other_funds,
        verdict,
        route: route.filter(|_| expected.routes().len() > 1),
        causes,
        expected,
    })
}

/// The case with the bill of the slip, as far as that gives it and adds up.
fn with_bill_of(case: &Case, slip: &Slip) -> Case {
    let mut bill = case.bill;
    let total = slip
        .get(SlipField::Total)
        .or_else(|| Some(slip.get(SlipField::Funds)? + slip.get(SlipField::Personal)?));
    bill.total = total.filter(|total| *total <= Money::MAX).unwrap_or(bill.total);
    let parts = [
        (SlipField::OwnExpense, &mut bill.own_expense),
        (SlipField::Prepay, &mut bill.prepay),
        (SlipField::OverLimit, &mut bill.over_limit),
    ];
    let mut given = Money::ZERO;
    let mut open = Vec::new();
    for (field, part) in parts {
        if let Some(amount) = slip.get(field) {
            *part = Some(amount);
            given += amount;
        } else {
            open.push(part);
        }
    }
    if let Some(eligible) = slip.get(SlipField::Eligible) {
        // Only the sum matters: what is left is put on the first part that is open.
        let mut left = (bill.total - eligible - given).or_zero();
        for part in open {
            *part = Some(left);
            left = Money::ZERO;
        }
    }
    if bill.prepay != case.bill.prepay {
        bill.class_b = None;
    }
    let account = slip.get(SlipField::Account).unwrap_or(case.account);
    let fits = bill.known_parts() <= bill.total;
    let total_only = Bill { total: bill.total.max(case.bill.known_parts()), ..case.bill };
    Case { bill: if fits { bill } else { total_only }, account, ..*case }
}

/// Parts of the bill that are on the slip and not as the case says.
fn taken(case: &Case, slip: &Slip) -> Vec<Taken> {
    let bill = &case.bill;
    [
        (Field::Total, SlipField::Total, Some(bill.total)),
        (Field::OwnExpense, SlipField::OwnExpense, bill.own_expense),
        (Field::Prepay, SlipField::Prepay, bill.prepay),
        (Field::OverLimit, SlipField::OverLimit, bill.over_limit),
    ]
    .into_iter()
    .filter_map(|(field, on_slip, assumed)| Some(Taken { field, assumed, actual: slip.get(on_slip)? }))
    .filter(|one| one.assumed != Some(one.actual))
    .collect()
}

fn lines(expected: &Estimate, slip: &Slip) -> Vec<Compared> {
    let shown = |line: &Compared| {
        let amounts = [line.best, line.worst, line.actual];
        line.actual.is_some() || amounts.into_iter().flatten().any(|amount| !amount.is_zero())
    };
    SlipField::ALL
        .into_iter()
        .filter(|field| *field != SlipField::Rate)
        .map(|field| Compared::of(field, Some(expected), slip.get(field)))
        .filter(shown)
        .collect()
}

/// The pooled fund's share of what lies above the deductible, as the slip has it.
fn effective_rate(case: &Case, slip: &Slip) -> Option<Percent> {
    let eligible = slip
        .get(SlipField::Eligible)
        .or_else(|| Some(case.bill.total - case.bill.split()?.into_iter().sum()))?;
    let base = eligible - slip.get(SlipField::Deductible)?;
    let fund = slip.get(SlipField::Fund)?;
    if base <= Money::ZERO {
        return None;
    }
    let hundredths =
        crate::num::divide_half_up(i128::from(fund.fen()) * Percent::SCALE, i128::from(base.fen()));
    u32::try_from(hundredths).ok().map(Percent::from_hundredths)
}

/// Every single change that makes the estimate the slip. Numbers that are made
/// to fit come in only where nothing else does.
fn causes(
    book: &Book,
    case: &Case,
    base: &Estimate,
    observed: &Observed<'_>,
) -> Result<Vec<SlipCause>, EstimateError> {
    let mut causes: Vec<SlipCause> = Vec::new();
    let mut add = |change: Change, settlement: Settlement| {
        if !causes.iter().any(|cause| cause.change == change) {
            causes.push(SlipCause { change, settlement });
        }
    };
    let mut alone = Vec::new();
    for like in likes(case, base) {
        let others = runs(book, case, base, like)?;
        if let Some(settlement) = others.iter().find_map(|run| observed.fits_run(run)) {
            add(Change::Like(like), *settlement);
            continue;
        }
        for (item, mixed) in mixed(case, base, &others) {
            if let Some(settlement) = mixed.iter().find_map(|run| observed.fits_run(run)) {
                alone.push((Change::Only(item, like), *settlement));
            }
        }
    }
    let sides = base.runs.iter().flat_map(|run| [(run, Side::Best), (run, Side::Worst)]);
    let ends: Vec<End> =
        sides.filter_map(|(run, side)| Some(End::of(case, numbers_of(case, run, side)?))).collect();
    let plain = ends.iter().flat_map(plain_changes).filter(|(_, settled)| observed.fits(settled));
    for (change, settlement) in plain.chain(alone) {
        add(change, settlement);
    }
    if causes.is_empty() {
        for (change, settlement) in ends.iter().flat_map(|end| solved(end, observed)) {
            if !causes.iter().any(|cause| cause.change == change) {
                causes.push(SlipCause { change, settlement });
            }
        }
    }
    Ok(causes)
}
