//! What the person pays against the bill: the same case settled for a ladder of
//! bills, and the bills at which something begins.

use super::prepared::{Prepared, prepare};
use super::world::Ends;
use super::{EstimateError, Settlement};
use crate::case::{Bill, Case, Filed};
use crate::num::{Money, Span};
use crate::policy::Book;

/// Steps of the ladder, one more than its bills.
const STEPS: i64 = 80;

/// The shortest and, where nothing is known of the bill, the usual end of the ladder.
const SHORTEST: Money = Money::from_yuan(100_000);
const USUAL: Money = Money::from_yuan(400_000);

/// A bill, and what the case comes to with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// The bill.
    pub total: Money,
    /// The settlement that is best for the person.
    pub low: Settlement,
    /// The settlement that is worst.
    pub high: Settlement,
    /// What the person pays with the other answer to the question of filing.
    pub other: Option<Span<Money>>,
}

impl CurvePoint {
    /// What the person pays.
    pub fn personal(&self) -> Span<Money> {
        Span::between(self.low.personal, self.high.personal)
    }
}

/// What begins at a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The deductible is paid: the pooled fund begins to pay.
    Deductible,
    /// The pooled fund pays by another rate.
    Slice,
    /// The pooled fund's cap is used up.
    Cap,
    /// The catastrophic insurance begins to pay.
    Catastrophic,
    /// Medical aid begins to pay.
    Aid,
}

/// A bill at which something begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurveMark {
    /// What begins.
    pub turn: Turn,
    /// The smallest bill at which it may, to the yuan.
    pub from: Money,
    /// The bill at which it has begun for certain; none where it may not within
    /// the ladder.
    pub to: Option<Money>,
}

/// What the person pays against the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The bills, rising from nothing; the case's own is among them.
    pub points: Vec<CurvePoint>,
    /// What [`CurvePoint::other`] is answered with; none where filing changes
    /// nothing.
    pub other: Option<Filed>,
    /// Where something begins, rising.
    pub marks: Vec<CurveMark>,
}

impl Curve {
    /// The last bill of the ladder.
    pub fn most(&self) -> Money {
        self.points.last().map_or(Money::ZERO, |point| point.total)
    }

    /// The most that a person pays within the ladder, either way filed.
    pub fn highest(&self) -> Money {
        let high =
            |point: &CurvePoint| point.personal().high().max(point.other.map_or(Money::ZERO, Span::high));
        self.points.iter().map(high).max().unwrap_or(Money::ZERO)
    }

    /// The place of the bill that is nearest to an amount.
    pub fn nearest(&self, total: Money) -> usize {
        let far = |point: &CurvePoint| (point.total.fen() - total.fen()).abs();
        let places = self.points.iter().enumerate();
        places.min_by_key(|(_, point)| far(point)).map_or(0, |(at, _)| at)
    }
}

/// The curve of a case. Where the bill is split, its parts grow with it.
///
/// # Errors
/// As [`super::estimate`].
pub fn curve(book: &Book, case: &Case) -> Result<Curve, EstimateError> {
    let prepared = prepare(book, case)?;
    let filed = if case.filed == Filed::No { Filed::Planned } else { Filed::No };
    let other_case = Case { filed, ..*case };
    let other = prepare(book, &other_case).ok();
    let settle = |total| prepared.settle(&with_total(case, total));
    let own = case.bill.high();
    let most = end(own, settle);
    let step = most.fen() / STEPS;
    let mut totals: Vec<Money> = (0..=STEPS).map(|at| Money::from_fen(step * at)).collect();
    totals.extend([case.bill.low(), own].into_iter().filter(|own| *own <= most));
    totals.sort_unstable();
    totals.dedup();
    let mut points: Vec<CurvePoint> = totals
        .into_iter()
        .map(|total| {
            let Ends { low, high, .. } = settle(total);
            let other = other.as_ref().map(|other| personal(other, &with_total(&other_case, total)));
            CurvePoint { total, low, high, other }
        })
        .collect();
    let differs = points.iter().any(|point| point.other.is_some_and(|other| other != point.personal()));
    if !differs {
        for point in &mut points {
            point.other = None;
        }
    }
    let marks = marks(case, &prepared, &points);
    Ok(Curve { points, other: differs.then_some(filed), marks })
}

fn personal(prepared: &Prepared, case: &Case) -> Span<Money> {
    let Ends { low, high, .. } = prepared.settle(case);
    Span::between(low.personal, high.personal)
}

/// The case with another bill, whose known parts are in the same proportion.
fn with_total(case: &Case, total: Money) -> Case {
    let before = i128::from(case.bill.high().fen());
    let grown = |part: Money| {
        // Rounded down: together the parts stay below the whole.
        let part = i128::from(part.fen()) * i128::from(total.fen()) / before;
        Money::from_fen(i64::try_from(part).unwrap_or(i64::MAX))
    };
    let grown = |part: Option<Money>| if before == 0 { part.map(|_| Money::ZERO) } else { part.map(grown) };
    let Bill { own_expense, prepay, over_limit, .. } = case.bill;
    let bill = Bill {
        own_expense: grown(own_expense),
        prepay: grown(prepay),
        over_limit: grown(over_limit),
        ..case.bill.of(total)
    };
    Case { bill, ..*case }
}

/// Where the ladder ends: well above the bill, and where nothing more begins that
/// would begin within four times as much.
fn end(own: Money, settle: impl Fn(Money) -> Ends) -> Money {
    let times = |by: i64| Money::from_fen(own.fen().saturating_mul(by)).min(Money::MAX);
    let (least, most) = if own.is_zero() { (SHORTEST, USUAL) } else { (times(2).max(SHORTEST), times(4)) };
    let begun = |total| {
        let Ends { low, high, .. } = settle(total);
        TURNS.map(|(_, has_begun)| (has_begun(&low), has_begun(&high)))
    };
    let ends: Vec<Money> = round_ends().filter(|end| *end >= least).collect();
    let last = ends.iter().copied().find(|end| *end >= most.max(least)).unwrap_or(Money::MAX);
    let all = begun(last);
    ends.into_iter().find(|end| *end >= last || begun(*end) == all).unwrap_or(last)
}

/// Round amounts whose eightieth is one: 1, 2, 4 and 8 with noughts.
fn round_ends() -> impl Iterator<Item = Money> {
    let tens = (3..8).map(|power| 10_i64.pow(power));
    tens.flat_map(|ten| [1, 2, 4, 8].map(|by| Money::from_yuan(by * ten))).filter(|end| *end <= Money::MAX)
}

/// What a settlement shows of a turn.
type HasBegun = fn(&Settlement) -> bool;

const TURNS: [(Turn, HasBegun); 4] = [
    (Turn::Deductible, |settled| !settled.fund.is_zero()),
    (Turn::Cap, |settled| !settled.above_cap.is_zero()),
    (Turn::Catastrophic, |settled| !settled.catastrophic.is_zero()),
    (Turn::Aid, |settled| !settled.aid.is_zero()),
];

fn marks(case: &Case, prepared: &Prepared, points: &[CurvePoint]) -> Vec<CurveMark> {
    let finder = Finder { case, prepared, points };
    let mut marks: Vec<CurveMark> =
        TURNS.into_iter().filter_map(|(turn, has_begun)| finder.mark(turn, has_begun)).collect();
    // Without a deductible the fund pays from the first yuan: nothing begins there.
    marks.retain(|mark| mark.turn != Turn::Deductible || mark.from > Money::from_yuan(1));
    let earlier = |slices: &super::Slices| match slices.per {
        crate::policy::Period::Year => case.year.eligible,
        crate::policy::Period::Stay => Money::ZERO,
    };
    let slices = prepared.slices();
    for (end, _) in &slices.bands {
        let Some(end) = end.filter(|end| *end > earlier(slices)) else { continue };
        let reaches = |settled: &Settlement| {
            settled.eligible - settled.first_self_pay + earlier(slices) > end && settled.above_cap.is_zero()
        };
        // Once the cap is used up no rate counts any more.
        marks.extend(finder.mark(Turn::Slice, reaches));
    }
    marks.sort_by_key(|mark| mark.from);
    marks
}

struct Finder<'c> {
    case: &'c Case,
    prepared: &'c Prepared,
    points: &'c [CurvePoint],
}

impl Finder<'_> {
    fn mark(&self, turn: Turn, has_begun: impl Fn(&Settlement) -> bool) -> Option<CurveMark> {
        let low = self.first(|ends| has_begun(&ends.low), |point| has_begun(&point.low));
        let high = self.first(|ends| has_begun(&ends.high), |point| has_begun(&point.high));
        let from = low.into_iter().chain(high).min()?;
        Some(CurveMark { turn, from, to: low.zip(high).map(|(low, high)| low.max(high)) })
    }

    /// The first bill, to the yuan, for which it holds: between the last point of the
    /// ladder for which it does not, and the next.
    fn first(&self, holds: impl Fn(&Ends) -> bool, holds_at: impl Fn(&CurvePoint) -> bool) -> Option<Money> {
        const YUAN: i64 = 100;
        let at = self.points.iter().position(holds_at)?;
        let before = at.checked_sub(1).map_or(Money::ZERO, |at| self.points[at].total);
        let (mut no, mut yes) = (before.fen() / YUAN, self.points[at].total.fen().div_euclid(YUAN));
        while yes - no > 1 {
            let middle = no + (yes - no) / 2;
            let settled = self.prepared.settle(&with_total(self.case, Money::from_yuan(middle)));
            if holds(&settled) { yes = middle } else { no = middle }
        }
        Some(Money::from_yuan(yes))
    }
}
