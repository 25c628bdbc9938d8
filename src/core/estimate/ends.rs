//! Uncertain numbers of which it is not certain which end is better for the
//! patient: both ends are tried, and every number between at which the rate of
//! some fund changes, for the burden is a straight line from one to the next.

use super::numbers::{ExactBill, Numbers, Slices};
use super::settle::settle;
use super::terms::{Side, Terms};
use crate::case::Case;
use crate::num::{Fraction, Money, Percent, Rate, Span};
use crate::policy::{Item, Period, RateBand, Schedule};

/// What is tried, the earlier fixed before the later is looked at.
#[derive(Clone, Copy)]
enum OpenEnd {
    /// A larger one leaves less for the deductible, which may count less for the
    /// catastrophic insurance.
    FirstSelfPay(Span<Percent>),
    /// The supplement may pay more above the cap than the pooled fund below.
    Cap(Span<Money>),
    /// Slices that fall may pay more from a later start.
    CatastrophicDeductible,
}

/// The numbers with each open one where its side is best or worst.
pub(super) fn settled(world: &EndSearch<'_>, numbers: Numbers, side: &impl Fn(Item) -> Side) -> Numbers {
    let open = open(world.terms);
    if open.is_empty() {
        return numbers;
    }
    pick(world, numbers, &open, side).0
}

/// Whether there is any number of which it is not certain which end is better.
pub(super) fn are_open(terms: &Terms) -> bool {
    !open(terms).is_empty()
}

/// The lower end of the cap, where nothing else is open.
pub(super) fn only_cap(terms: &Terms) -> Option<Money> {
    match open(terms).as_slice() {
        [OpenEnd::Cap(span)] => Some(span.low()),
        _ => None,
    }
}

fn open(terms: &Terms) -> Vec<OpenEnd> {
    let mut open = Vec::new();
    if let Some(rule) = terms.away.value().filter(|rule| !rule.first_self_pay.is_exact()) {
        open.push(OpenEnd::FirstSelfPay(rule.first_self_pay));
    }
    if let Some(cap) = terms.cap.value().filter(|cap| !cap.is_exact()) {
        open.push(OpenEnd::Cap(*cap));
    }
    let moves = terms.catastrophic_deductible.value().is_some_and(|span| !span.is_exact());
    if moves && terms.catastrophic_rate.value().is_some_and(falls) {
        open.push(OpenEnd::CatastrophicDeductible);
    }
    open
}

/// Whether a later slice may pay less than the one before it.
fn falls(schedule: &Schedule) -> bool {
    let mut pairs = schedule.bands.iter().zip(schedule.bands.iter().skip(1));
    let is_less = |(one, next): (&RateBand, &RateBand)| {
        next.pays.low() < one.pays.low() || next.pays.high() < one.pays.high()
    };
    let ends = schedule.bands.last().is_some_and(|band| band.to.is_some());
    ends || pairs.any(is_less)
}

pub(super) struct EndSearch<'w> {
    pub(super) case: &'w Case,
    pub(super) bill: &'w ExactBill,
    pub(super) terms: &'w Terms,
}

impl EndSearch<'_> {
    fn personal(&self, numbers: &Numbers) -> Money {
        settle(self.bill, &self.case.year, self.terms.account(self.case), numbers).personal
    }
}

/// The numbers that are best or worst, and the burden with them.
fn pick(
    world: &EndSearch<'_>,
    numbers: Numbers,
    open: &[OpenEnd],
    side: &impl Fn(Item) -> Side,
) -> (Numbers, Money) {
    let Some((first, rest)) = open.split_first() else {
        let personal = world.personal(&numbers);
        return (numbers, personal);
    };
    let (item, tried) = match *first {
        OpenEnd::FirstSelfPay(span) => (Item::Away, first_self_pays(world, &numbers, span)),
        OpenEnd::Cap(span) => (Item::Cap, caps(world, &numbers, span)),
        OpenEnd::CatastrophicDeductible => {
            (Item::CatastrophicDeductible, catastrophic_deductibles(world, &numbers))
        }
    };
    let settled = tried.into_iter().map(|numbers| pick(world, numbers, rest, side));
    let found = match side(item) {
        Side::Best => settled.min_by_key(|(_, personal)| *personal),
        Side::Worst => settled.max_by_key(|(_, personal)| *personal),
    };
    found.unwrap_or_else(|| {
        let personal = world.personal(&numbers);
        (numbers, personal)
    })
}

/// The ends of a span and the numbers inside it, each once.
fn inside<T: Copy + Ord>(span: Span<T>, numbers: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all = vec![span.low(), span.high()];
    all.extend(numbers.into_iter().filter(|one| span.low() < *one && *one < span.high()));
    all.sort_unstable();
    all.dedup();
    all
}

fn first_self_pays(world: &EndSearch<'_>, numbers: &Numbers, span: Span<Percent>) -> Vec<Numbers> {
    // Where it leaves exactly the deductible.
    let eligible = i128::from((world.bill.total - world.bill.uncovered).fen());
    let left = i128::from(numbers.deductible.of(world.bill.total).fen());
    let edge = (eligible > 0).then(|| (eligible - left).max(0) * Percent::SCALE / eligible);
    let edges = edge.into_iter().flat_map(|edge| [edge, edge + 1]);
    let edges = edges.filter_map(|edge| u32::try_from(edge).ok()).map(Percent::from_hundredths);
    inside(span, edges)
        .into_iter()
        .map(|first_self_pay| Numbers { first_self_pay, ..numbers.clone() })
        .collect()
}

fn caps(world: &EndSearch<'_>, numbers: &Numbers, span: Span<Money>) -> Vec<Numbers> {
    let at = |cap| Numbers { cap: Some(cap), ..numbers.clone() };
    let Some(supplement) = &numbers.supplement else {
        return inside(span, []).into_iter().map(at).collect();
    };
    let year = &world.case.year;
    let uncapped = settle(world.bill, year, Money::ZERO, &Numbers { cap: None, ..numbers.clone() });
    let earlier = if numbers.rates.per == Period::Year { year.eligible } else { Money::ZERO };
    let start = Fraction::from(uncapped.deductible + earlier);
    let end = Fraction::from(uncapped.eligible - uncapped.first_self_pay + earlier);
    let mut costs: Vec<Fraction> = ends_of(&numbers.rates).collect();
    costs.extend(ends_of(&supplement.slices).map(|beyond| end - beyond));
    if let Some(cap) = supplement.cap {
        let room = Fraction::from((cap - year.supplement).or_zero());
        costs.extend(cost_paying(&supplement.slices, room).map(|beyond| end - beyond));
    }
    // The cap that is used up where the cost has come to one of these.
    let used_up = costs.into_iter().map(|cost| {
        let fund = paid(numbers, start, cost.max(start).min(end));
        (fund.rounded() + year.fund).fen()
    });
    let near = used_up.flat_map(|fen| [fen - 1, fen, fen + 1]).map(Money::from_fen);
    inside(span, near).into_iter().map(at).collect()
}

fn ends_of(slices: &Slices) -> impl Iterator<Item = Fraction> {
    slices.bands.iter().filter_map(|(to, _)| to.map(Fraction::from))
}

/// What the pooled fund pays of the cost between two points, its cap aside.
fn paid(numbers: &Numbers, start: Fraction, end: Fraction) -> Fraction {
    let mut from = start;
    let mut paid = Fraction::ZERO;
    for (to, rate) in &numbers.rates.bands {
        let to = to.map_or(end, |to| Fraction::from(to).min(end)).max(from);
        paid = paid + (to - from) * numbers.rule.apply(*rate);
        from = to;
    }
    paid
}

/// The cost of which the slices pay just so much, where there is one.
fn cost_paying(slices: &Slices, amount: Fraction) -> Option<Fraction> {
    let mut from = Fraction::ZERO;
    let mut left = amount;
    for (to, rate) in &slices.bands {
        let rate = Rate::from(*rate);
        let whole = to.map(|to| (Fraction::from(to) - from) * rate);
        if rate != Rate::from(Percent::ZERO) && whole.is_none_or(|whole| left.min(whole) == left) {
            return Some(from + left.divided_by(rate));
        }
        from = Fraction::from((*to)?);
        left = left - whole?;
    }
    None
}

fn catastrophic_deductibles(world: &EndSearch<'_>, numbers: &Numbers) -> Vec<Numbers> {
    let Some(layer) = &numbers.catastrophic else { return vec![numbers.clone()] };
    // The tilt may have halved both ends.
    let end = |side| world.terms.numbers(|_| side).and_then(|numbers| numbers.catastrophic);
    let (Some(low), Some(high)) = (end(Side::Best), end(Side::Worst)) else { return vec![numbers.clone()] };
    let span = Span::between(low.deductible, high.deductible);
    let year = &world.case.year;
    let s = settle(world.bill, year, Money::ZERO, numbers);
    let (before, after) = (year.burden, year.burden + s.compliant_burden(layer.base));
    let edges = layer.slices.bands.iter().filter_map(|(to, _)| *to).chain([Money::ZERO]);
    let edges = edges.flat_map(|edge| [before - edge, after - edge]);
    inside(span, edges)
        .into_iter()
        .map(|deductible| {
            let mut next = numbers.clone();
            if let Some(layer) = &mut next.catastrophic {
                layer.deductible = deductible;
            }
            next
        })
        .collect()
}
