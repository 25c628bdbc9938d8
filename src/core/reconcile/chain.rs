//! Two or three things at once: the slip is followed line by line, and each
//! line that differs needs a reason of its own. Numbers that are worked out must
//! be such as rules have, so that not everything can be made to fit.

use super::change::Change;
use super::end::{End, percent, range, roundest};
use super::fit::Observed;
use crate::estimate::{DeductibleDue, Settlement};
use crate::names::SlipField;
use crate::num::{Money, Percent, Span};
use crate::policy::Period;

/// So many things at once are looked for.
const MOST: usize = 3;

/// What has been changed so far, and where that leads.
#[derive(Clone)]
struct ChainStep {
    changes: Vec<Change>,
    end: End,
}

impl ChainStep {
    fn with(&self, change: Change, alter: impl FnOnce(&mut End)) -> Self {
        let mut step = self.clone();
        step.changes.push(change);
        alter(&mut step.end);
        step
    }
}

/// What becomes of a step at one line of the slip.
type ChainLine<'l> = dyn Fn(&ChainStep) -> Vec<ChainStep> + 'l;

/// Changes beside the first, if any, that make an end of the estimate the slip;
/// the parts of a bill that is not split may be anything between those given.
pub(super) fn chains(
    start: (Option<Change>, End),
    uncovered: Span<Money>,
    observed: &Observed<'_>,
) -> Vec<(Vec<Change>, Settlement)> {
    let (first, end) = start;
    let mut steps = vec![ChainStep { changes: first.into_iter().collect(), end }];
    let lines: [&ChainLine<'_>; 5] = [
        &|step| deductible(step, observed),
        &|step| parts(step, uncovered, observed),
        &|step| fund(step, observed),
        &|step| supplement(step, observed),
        &|step| catastrophic(step, observed),
    ];
    for line in lines {
        steps = steps.iter().flat_map(line).filter(|step| step.changes.len() <= MOST).collect();
    }
    let found = steps.into_iter().filter(|step| step.changes.len() > 1).map(|step| {
        let settled = step.end.settle();
        (step.changes, settled)
    });
    found.filter(|(_, settled)| observed.fits(settled)).collect()
}

/// Whether a line of the slip is met already.
fn is_met(step: &ChainStep, field: SlipField, observed: &Observed<'_>) -> bool {
    observed.fits_at(field, &step.end.settle())
}

/// The deductible that the slip names.
fn deductible(step: &ChainStep, observed: &Observed<'_>) -> Vec<ChainStep> {
    if is_met(step, SlipField::Deductible, observed) {
        return vec![step.clone()];
    }
    let Some(named) = observed.wanted(SlipField::Deductible).filter(|_| step.changes.is_empty()) else {
        return Vec::new();
    };
    vec![step.with(Change::Deductible(named), |end| {
        end.numbers.deductible = DeductibleDue::Amount(named);
        end.numbers.deductible_per = Period::Stay;
        end.numbers.deductible_runs_on = false;
    })]
}

/// What is not covered, where neither bill nor slip splits it.
fn parts(step: &ChainStep, uncovered: Span<Money>, observed: &Observed<'_>) -> Vec<ChainStep> {
    let slip = observed.slip;
    let mut steps = vec![step.clone()];
    let is_open = slip.get(SlipField::Eligible).is_none() && step.end.bill.split.is_none();
    let paid = [SlipField::Fund, SlipField::Funds, SlipField::Personal, SlipField::Cash]
        .into_iter()
        .find(|field| slip.get(*field).is_some());
    if let Some(field) = paid.filter(|_| is_open && !uncovered.is_exact())
        && let Some(wanted) = observed.wanted(field)
    {
        let at = |value: Money| step.end.with(|end| end.bill.uncovered = value);
        let amount = |value: Money| field.of(&at(value)).unwrap_or_default();
        let within = range(step.end.bill.total, amount, wanted).and_then(|(low, high)| {
            let (low, high) = (low.max(uncovered.low()), high.min(uncovered.high()));
            (low <= high).then_some((low, high))
        });
        if let Some(value) = within.and_then(roundest) {
            steps.push(step.with(Change::Uncovered(value), |end| end.bill.uncovered = value));
        }
    }
    steps
}

/// The pooled fund: used up earlier in the year, or at another rate.
fn fund(step: &ChainStep, observed: &Observed<'_>) -> Vec<ChainStep> {
    /// Rates are written in whole or half points.
    const POINTS: u32 = 50;
    /// What was used up without a line that confirms it must be so round.
    const FEN: i64 = 1_000 * 100;
    let field = SlipField::Fund;
    if is_met(step, field, observed) {
        return vec![step.clone()];
    }
    let Some(wanted) = observed.wanted(field) else { return vec![step.clone()] };
    let mut steps = Vec::new();
    if let Some(cap) = step.end.numbers.cap {
        let used = cap - wanted;
        let confirmed = observed.slip.get(SlipField::Supplement).is_some_and(|paid| !paid.is_zero());
        if used > Money::ZERO && (confirmed || used.fen() % FEN == 0) {
            steps.push(step.with(Change::FundUsed(used), |end| end.year.fund = used));
        }
    }
    let at = |hundredths: Money| {
        let rate = percent(hundredths);
        step.end.with(|end| end.set_rate(rate)).fund
    };
    if let Some(rate) = range(Money::from_fen(10_000), at, wanted).and_then(roundest).map(percent)
        && rate.hundredths() % POINTS == 0
    {
        steps.push(step.with(Change::Rate(rate), |end| end.set_rate(rate)));
    }
    steps.retain(|step| is_met(step, field, observed));
    steps
}

/// The layer above the cap at another rate, a whole number of points.
fn supplement(step: &ChainStep, observed: &Observed<'_>) -> Vec<ChainStep> {
    const POINTS: u32 = 100;
    let field = SlipField::Supplement;
    if is_met(step, field, observed) {
        return vec![step.clone()];
    }
    let Some(rate) = supplement_rate(&step.end, observed) else { return Vec::new() };
    let step = step.with(Change::SupplementRate(rate), |end| end.set_supplement(rate));
    let is_round = rate.hundredths() % POINTS == 0;
    if is_round && is_met(&step, field, observed) { vec![step] } else { Vec::new() }
}

/// The one rate of the layer above the cap by which it pays what the slip says.
pub(super) fn supplement_rate(end: &End, observed: &Observed<'_>) -> Option<Percent> {
    let wanted = observed.wanted(SlipField::Supplement)?;
    end.numbers.supplement.as_ref()?;
    let at = |hundredths: Money| end.with(|end| end.set_supplement(percent(hundredths))).supplement;
    range(Money::from_fen(10_000), at, wanted).and_then(roundest).map(percent)
}

/// The burden of the year that was borne before.
fn catastrophic(step: &ChainStep, observed: &Observed<'_>) -> Vec<ChainStep> {
    let field = SlipField::Catastrophic;
    if is_met(step, field, observed) || step.end.numbers.catastrophic.is_none() {
        return vec![step.clone()];
    }
    let Some(wanted) = observed.wanted(field) else { return vec![step.clone()] };
    let at = |borne: Money| step.end.with(|end| end.year.burden = borne).catastrophic;
    let borne = range(Money::MAX, at, wanted).and_then(roundest);
    borne
        .map(|borne| step.with(Change::BurdenBorne(borne), |end| end.year.burden = borne))
        .into_iter()
        .collect()
}
