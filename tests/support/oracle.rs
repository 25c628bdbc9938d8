//! The settlement a second time, from the page of rules and not from the code:
//! slow, in fractions that are exact, one function a step. Quoted sentences are
//! the page's own.

// The page's own letters.
#![allow(clippy::many_single_char_names)]

use yidi_core::case::YearToDate;
use yidi_core::estimate::{DeductibleDue, ExactBill, ExactRule, Numbers, Settlement, Slices};
use yidi_core::num::{Money, Percent};
use yidi_core::policy::{CatastrophicBase, Period};

use super::fraction::{Fraction, NOTHING};
use super::generators::Stay;

fn fen(money: Money) -> Fraction {
    Fraction { top: money.fen().into(), bottom: 1 }
}

fn share(percent: Percent) -> Fraction {
    Fraction::new(percent.hundredths().into(), 10_000)
}

/// A line of the settlement: whole fen by now.
fn line(amount: Fraction) -> Money {
    assert_eq!(amount.bottom, 1, "a line in parts of a fen");
    Money::from_fen(amount.top.try_into().unwrap())
}

/// A part of an amount, from here to there.
#[derive(Clone, Copy)]
struct Interval {
    from: Fraction,
    to: Fraction,
}

impl Interval {
    fn length(self) -> Fraction {
        (self.to - self.from).above_zero()
    }

    fn shifted(self, by: Fraction) -> Self {
        Self { from: self.from + by, to: self.to + by }
    }
}

/// "`overlap([a,b],[c,d])` is the length of the common part."
fn overlap(one: Interval, other: Interval) -> Fraction {
    Interval { from: one.from.max(other.from), to: one.to.min(other.to) }.length()
}

/// A band and its rate.
#[derive(Clone, Copy)]
struct Band {
    from: Fraction,
    /// None: without end.
    to: Option<Fraction>,
    rate: Fraction,
}

impl Band {
    /// The band as far as the slice can reach.
    fn up_to(self, end: Fraction) -> Interval {
        Interval { from: self.from, to: self.to.unwrap_or(end.max(self.from)) }
    }
}

/// "One plain rate is one band from 0 to infinity." Beyond the last end nothing is paid.
fn bands(slices: &Slices) -> Vec<Band> {
    let mut from = NOTHING;
    let mut all = Vec::new();
    for (end, rate) in &slices.bands {
        let to = end.map(fen);
        all.push(Band { from, to, rate: share(*rate) });
        if let Some(to) = to {
            from = to;
        }
    }
    if all.last().is_none_or(|last| last.to.is_some()) {
        all.push(Band { from, to: None, rate: NOTHING });
    }
    all
}

/// "Σ over bands overlap(slice, band) × rate(band)".
fn sum_over_bands(slice: Interval, bands: &[Band]) -> Fraction {
    bands.iter().fold(NOTHING, |sum, band| sum + overlap(slice, band.up_to(slice.to)) * band.rate)
}

/// "Each cap and band below counts from its own year-to-date."
fn left_of(cap: Option<Money>, paid_this_year: Money) -> Option<Fraction> {
    cap.map(|cap| (fen(cap) - fen(paid_this_year)).above_zero())
}

fn at_most(amount: Fraction, most: Option<Fraction>) -> Fraction {
    most.map_or(amount, |most| amount.min(most))
}

/// Step 1: "Eligible cost `E = T − X − P − L`."
fn eligible_cost(bill: &ExactBill) -> Fraction {
    match bill.split {
        Some([x, p, l]) => fen(bill.total) - fen(x) - fen(p) - fen(l),
        None => fen(bill.total) - fen(bill.uncovered),
    }
}

/// Step 2: "First self-pay: where the route's rule is 'the patient first pays s % of
/// eligible cost', `S = round(E × s)`; else 0."
fn first_self_pay(e: Fraction, n: &Numbers) -> Fraction {
    (e * share(n.first_self_pay)).round()
}

/// Step 3: "Deductible `D = min(E − S, d)`. Per admission: d is the figure for this
/// tier, route and ordinal. Annual: `d = max(0, figure − deductible already paid
/// this year)`." "A deductible may be a share of the bill with a lowest and highest
/// amount, or a factor on the home deductible; several deductibles may share a yearly
/// ceiling."
fn deductible(bill: &ExactBill, e: Fraction, s: Fraction, year: &YearToDate, n: &Numbers) -> Fraction {
    let figure = match n.deductible {
        DeductibleDue::Amount(amount) => fen(amount),
        DeductibleDue::Times { home, factor } => fen(home) * share(factor),
        DeductibleDue::Share { share: of_bill, least, most } => {
            let of_bill = fen(bill.total) * share(of_bill);
            if of_bill < fen(least) { fen(least) } else { of_bill.min(fen(most)) }
        }
    };
    let paid = fen(year.deductible);
    let d = match n.deductible_per {
        Period::Stay => figure,
        Period::Year => (figure - paid).above_zero(),
    };
    // "A transfer in one illness runs its deductible on": what is left of it, of a
    // yearly one as of any other year; nothing where that is not known.
    let d = match (n.deductible_runs_on, year.illness, n.deductible_per) {
        (false, ..) | (true, Some(_), Period::Year) => d,
        (true, None, _) => NOTHING,
        (true, Some(before), Period::Stay) => (d - fen(before)).above_zero(),
    };
    let room = n.deductibles_ceiling.map(|ceiling| (fen(ceiling) - paid).above_zero());
    (e - s).min(at_most(d, room)).round()
}

/// Step 4: "The reimbursable slice is the interval `[D, E − S]`, shifted by the year's
/// earlier eligible cost where bands are annual."
fn reimbursable_slice(e: Fraction, s: Fraction, d: Fraction, year: &YearToDate, n: &Numbers) -> Interval {
    let slice = Interval { from: d, to: e - s };
    match n.rates.per {
        Period::Stay => slice,
        Period::Year => slice.shifted(fen(year.eligible)),
    }
}

/// Step 4: "`cut p points` → `max(0, rate − p)`; `times m` → `rate × m`; `same` → unchanged".
fn rates_away(n: &Numbers) -> Vec<Band> {
    let mut bands = bands(&n.rates);
    for band in &mut bands {
        band.rate = match n.rule {
            ExactRule::Same => band.rate,
            ExactRule::Cut(points) => (band.rate - share(points)).above_zero(),
            ExactRule::Times(part) => band.rate * share(part),
            ExactRule::NotCovered => NOTHING,
        };
    }
    bands
}

/// Step 5: "Cap. `F' = min(F, max(0, cap − pooled-fund payments this year))`."
fn pooled_fund(slice: Interval, rates: &[Band], room: Option<Fraction>) -> Fraction {
    at_most(sum_over_bands(slice, rates), room).round()
}

/// Step 5: "Let O be the part of the slice beyond the point where F' is used up (0 if
/// the cap is not reached)." What the fund pays nothing for (a rate of 0) uses
/// nothing up: of several such points it is the last, and a fund that ends exactly
/// there leaves no O.
fn beyond_cap(slice: Interval, rates: &[Band], room: Option<Fraction>) -> Fraction {
    let Some(mut left) = room else { return NOTHING };
    let mut point = slice.from;
    for band in rates {
        let length = overlap(slice, band.up_to(slice.to));
        let pays = length * band.rate;
        if pays > left {
            return slice.to - (point + left / band.rate);
        }
        point = point + length;
        left = left - pays;
    }
    NOTHING
}

/// Step 6: "Supplement: where the scheme has one, `FS = min(round(O × supplement
/// rate), supplement cap)`; bands as in step 4, counted from the start of O."
fn supplement(o: Fraction, year: &YearToDate, n: &Numbers) -> Fraction {
    let Some(layer) = &n.supplement else { return NOTHING };
    let paid = sum_over_bands(Interval { from: NOTHING, to: o }, &bands(&layer.slices)).round();
    at_most(paid, left_of(layer.cap, year.supplement))
}

/// Step 7: "Compliant burden `C = E − S − F' − FS`: what a route's first self-pay took
/// is not counted, unless the area's own figure says it is; an area's figure may
/// also leave the deductible D out of C."
fn compliant_burden(
    e: Fraction,
    s: Fraction,
    d: Fraction,
    f: Fraction,
    fs: Fraction,
    base: CatastrophicBase,
) -> Fraction {
    let c = e - s - f - fs;
    let c = if base.first_self_pay { c + s } else { c };
    if base.deductible { c } else { c - d }
}

/// Step 7: "With c₀ already borne this year and the catastrophic deductible `d_c`,
/// the paid interval is `[max(c₀, d_c), c₀ + C]` (empty if `c₀ + C ≤ d_c`); band edges
/// are counted from the deductible (the first band starts there) and move with
/// it; `FC = Σ overlap × rate`, at most the catastrophic cap."
fn catastrophic(c: Fraction, year: &YearToDate, n: &Numbers) -> Fraction {
    let Some(layer) = &n.catastrophic else { return NOTHING };
    let (borne, d_c) = (fen(year.burden), fen(layer.deductible));
    if borne + c <= d_c {
        return NOTHING;
    }
    let paid = Interval { from: borne.max(d_c), to: borne + c };
    let from_deductible = paid.shifted(NOTHING - d_c);
    let sum = sum_over_bands(from_deductible, &bands(&layer.slices)).round();
    at_most(sum, left_of(layer.cap, year.catastrophic))
}

/// Step 8: "Medical aid (hardship only, where a figure exists): `FA = min(round(max(0,
/// C − FC − d_a) × rate_a), cap_a)`." C is step 7's before what an area's figure
/// says of the catastrophic insurance: the deductible counts, first self-pay does not.
fn medical_aid(c: Fraction, fc: Fraction, year: &YearToDate, n: &Numbers) -> Fraction {
    let Some(aid) = &n.aid else { return NOTHING };
    let rest = (c - fc - fen(aid.deductible)).above_zero();
    at_most((rest * share(aid.rate)).round(), left_of(aid.cap, year.aid))
}

/// What the four funds pay and what they leave.
struct Paid {
    s: Fraction,
    d: Fraction,
    f: Fraction,
    above_cap: Fraction,
    fs: Fraction,
    fc: Fraction,
    fa: Fraction,
}

/// Step 4: "`not covered` → nothing is paid by any fund, the whole of E is the
/// person's and none of it compliant: D = F' = FS = FC = FA = 0, Y = T."
const NOT_COVERED: Paid =
    Paid { s: NOTHING, d: NOTHING, f: NOTHING, above_cap: NOTHING, fs: NOTHING, fc: NOTHING, fa: NOTHING };

/// Steps 2 to 8.
fn paid(bill: &ExactBill, e: Fraction, year: &YearToDate, n: &Numbers) -> Paid {
    let s = first_self_pay(e, n);
    let d = deductible(bill, e, s, year, n);
    let slice = reimbursable_slice(e, s, d, year, n);
    let (rates, room) = (rates_away(n), left_of(n.cap, year.fund));
    let f = pooled_fund(slice, &rates, room);
    let o = beyond_cap(slice, &rates, room);
    let fs = supplement(o, year, n);
    // Where an area's figure says nothing, the plain C holds.
    let base = n.catastrophic.as_ref().map_or(CatastrophicBase::USUAL, |layer| layer.base);
    let fc = catastrophic(compliant_burden(e, s, d, f, fs, base), year, n);
    let fa = medical_aid(compliant_burden(e, s, d, f, fs, CatastrophicBase::USUAL), fc, year, n);
    Paid { s, d, f, above_cap: o.round(), fs, fc, fa }
}

/// The whole settlement. Step 9: "Personal burden `Y = T − F' − FS − FC − FA`. Account
/// pays `A = min(account balance, Y)`." "Co-payment is what remains: `E − S − D −
/// F' − above-cap`, with above-cap = O rounded."
pub(crate) fn settlement(stay: &Stay) -> Settlement {
    let Stay { numbers: n, bill, year, account } = stay;
    let e = eligible_cost(bill);
    let p = if n.rule == ExactRule::NotCovered { NOT_COVERED } else { paid(bill, e, year, n) };
    let y = fen(bill.total) - p.f - p.fs - p.fc - p.fa;
    Settlement {
        total: bill.total,
        uncovered: line(fen(bill.total) - e),
        split: bill.split,
        eligible: line(e),
        first_self_pay: line(p.s),
        deductible: line(p.d),
        fund: line(p.f),
        co_payment: line(e - p.s - p.d - p.f - p.above_cap),
        above_cap: line(p.above_cap),
        supplement: line(p.fs),
        catastrophic: line(p.fc),
        aid: line(p.fa),
        personal: line(y),
        account: line(fen(*account).min(y)),
        base: (n.rule != ExactRule::NotCovered)
            .then(|| n.catastrophic.as_ref().map_or(CatastrophicBase::USUAL, |layer| layer.base)),
    }
}
