//! The real settlement slip beside the estimate (核对结算单): whether it adds
//! up, line by line, and which change of what was assumed, or which two or
//! three, make the estimate the slip.

mod amounts;
mod causes;
mod chain;
mod change;
mod complete;
mod end;
mod envelope;
mod fit;
mod grid;
mod identity;
mod learned;
mod lines;
mod message;
mod number_group;
mod says;
mod slip;
mod solve;
mod tree;
mod xml;

pub use crate::names::SlipField;
pub use change::{Change, Like};
pub use identity::{AccountPlace, Check, Identity, Oversized, ROUNDING};
pub use message::{FoundSlip, FoundSlips, MOST_SLIPS};
pub use says::{SlipAnswer, SlipStanding};
pub use slip::{Slip, SlipError, SlipKind};

use crate::case::{Bill, Case, Field};
use crate::estimate::{Estimate, EstimateError, Settlement, estimate};
use crate::num::{Money, Percent, Span};
use crate::policy::{Book, Route};
use causes::causes;
use fit::Observed;

/// What a slip is to an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The estimate, to the fen.
    AsExpected,
    /// Inside the range of an estimate that is not certain.
    InRange,
    /// The estimate with one thing changed.
    Explained,
    /// Nothing that was looked for makes the estimate the slip.
    Unexplained,
    /// Nothing that somebody paid stands on the slip: nothing was compared.
    NotCompared,
    /// The slip itself is wrong: a part is larger than its whole, or it does not add up.
    Unsound,
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

/// A change, or several at once, and the settlement they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipCause {
    /// What is different.
    pub change: Change,
    /// What else is different at the same time; mostly nothing.
    pub also: Vec<Change>,
    /// The settlement with it: the slip's.
    pub settlement: Settlement,
}

impl SlipCause {
    const fn one(change: Change, settlement: Settlement) -> Self {
        Self { change, also: Vec::new(), settlement }
    }
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
    /// The deductible on the slip.
    pub deductible: Option<Money>,
    /// Paid by funds that the estimate does not know.
    pub other_funds: Money,
    /// What nobody on the slip pays of its total.
    pub unpaid: Money,
    /// Where the slip counts the personal account.
    pub account: AccountPlace,
    /// Parts that are larger than their whole.
    pub oversized: Vec<Oversized>,
    /// So many numbers were compared that are not taken over from the slip.
    pub compared: usize,
    /// What the slip is.
    pub verdict: Verdict,
    /// The most that a number is off by rounding, where the slip is the estimate
    /// or is explained.
    pub rounding: Money,
    /// The route of the run that is the slip, where several were possible.
    pub route: Option<Route>,
    /// Every change that makes the estimate the slip, most likely first.
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
    let observed = Observed::of(slip);
    let taken_over = with_bill_of(case, &observed);
    let expected = estimate(book, &taken_over)?;
    let taken = taken(case, slip);
    let oversized = identity::oversized(slip);
    let mut found = Reconciled {
        lines: lines(&expected, slip),
        rate: slip.rate,
        effective_rate: effective_rate(&taken_over, slip),
        deductible: slip.get(SlipField::Deductible),
        other_funds: observed.other_funds,
        unpaid: observed.sums.unpaid,
        account: observed.sums.account,
        compared: observed.compared().count(),
        rounding: Money::ZERO,
        route: None,
        causes: Vec::new(),
        verdict: Verdict::Unexplained,
        checks: observed.sums.checks.clone(),
        taken,
        oversized,
        expected,
    };
    if !found.oversized.is_empty() || !found.adds_up() {
        // Whatever fits, numbers that contradict each other confirm nothing.
        found.verdict = Verdict::Unsound;
    } else if !observed.says_something() {
        (found.verdict, found.compared) = (Verdict::NotCompared, 0);
    } else {
        // To the fen first; only where nothing fits may rounding explain.
        for slack in [Money::ZERO, ROUNDING] {
            if judge(book, &taken_over, &Observed::of(slip).within(slack), &mut found)? {
                break;
            }
        }
    }
    Ok(found)
}

/// Says what the slip is, where that is found out.
fn judge(
    book: &Book,
    case: &Case,
    observed: &Observed<'_>,
    found: &mut Reconciled,
) -> Result<bool, EstimateError> {
    let runs = &found.expected.runs;
    if let Some((run, settlement)) = runs.iter().find_map(|run| Some((run, observed.fits_run(run)?))) {
        let is_stated = found.taken.iter().any(|one| one.assumed.is_some());
        let (route, settlement) = (run.terms.route, *settlement);
        found.rounding = observed.off(&settlement);
        found.route = Some(route).filter(|_| found.expected.routes().len() > 1);
        found.verdict = if is_stated { Verdict::Explained } else { Verdict::AsExpected };
        found.causes.extend(is_stated.then(|| SlipCause::one(Change::Bill, settlement)));
        return Ok(true);
    }
    if let Some(run) = runs.iter().find(|run| observed.lies_in(run)) {
        found.route = Some(run.terms.route).filter(|_| found.expected.routes().len() > 1);
        found.verdict = Verdict::InRange;
        return Ok(true);
    }
    found.causes = causes(book, case, &found.expected, observed)?;
    let off = found.causes.iter().map(|cause| observed.off(&cause.settlement)).max();
    found.rounding = off.unwrap_or_default();
    if !found.causes.is_empty() {
        found.verdict = Verdict::Explained;
    }
    Ok(!found.causes.is_empty())
}

/// The case with the bill of the slip, as far as that gives it and adds up.
fn with_bill_of(case: &Case, observed: &Observed<'_>) -> Case {
    let slip = observed.slip;
    let mut bill = case.bill;
    bill.total = observed.total().filter(|total| *total <= Money::MAX).map(Span::exact).or(bill.total);
    let whole = bill.high();
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
        let mut left = (whole - eligible - given).or_zero();
        for part in open {
            *part = Some(left);
            left = Money::ZERO;
        }
    }
    if bill.prepay != case.bill.prepay {
        bill.class_b = None;
    }
    let is_told = [SlipField::Account, SlipField::Mutual].into_iter().any(|one| slip.get(one).is_some());
    let account = if is_told { observed.account } else { case.account };
    let fits = bill.known_parts() <= bill.high();
    let parts = case.bill.known_parts();
    let total_only = Bill { total: bill.total.map(|total| total.map(|end| end.max(parts))), ..case.bill };
    Case { bill: if fits { bill } else { total_only }, account, ..*case }
}

/// Parts of the bill that are on the slip and not as the case says.
fn taken(case: &Case, slip: &Slip) -> Vec<Taken> {
    let bill = &case.bill;
    [
        (Field::Total, SlipField::Total, bill.total.filter(|total| total.is_exact()).map(Span::low)),
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
        .or_else(|| case.bill.is_exact().then(|| case.bill.low() - case.bill.known_parts()))?;
    let base = eligible - slip.get(SlipField::Deductible)?;
    let fund = slip.get(SlipField::Fund)?;
    if base <= Money::ZERO {
        return None;
    }
    let hundredths =
        crate::num::divide_half_up(i128::from(fund.fen()) * Percent::SCALE, i128::from(base.fen()));
    u32::try_from(hundredths).ok().map(Percent::from_hundredths)
}
