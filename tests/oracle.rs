//! The settlement a second time, from the page of rules and not from the code:
//! slow, in fractions that are exact, one function a step. Every line must equal
//! the engine's to the fen. Quoted sentences are the page's own.
//!
//! More cases: `YIDI_ORACLE_CASES=1000000 cargo test --release --test all oracle`.

// The page's own letters.
#![allow(clippy::many_single_char_names)]

use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

use proptest::prelude::*;
use yidi::case::YearToDate;
use yidi::estimate::{Aid, Catastrophic, ExactBill, Numbers, Rule, Settlement, Slices, Supplement};
use yidi::num::{Money, Percent};
use yidi::policy::{CatastrophicBase, Period};

use crate::support::generators::{Stay, stay};

/// A fraction in lowest terms, its bottom above zero. What does not fit panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fraction {
    top: i128,
    bottom: i128,
}

const NOTHING: Fraction = Fraction { top: 0, bottom: 1 };
const WHOLE: Fraction = Fraction { top: 1, bottom: 1 };

fn common_divisor(one: i128, other: i128) -> i128 {
    if other == 0 { one.abs() } else { common_divisor(other, one % other) }
}

impl Fraction {
    fn new(top: i128, bottom: i128) -> Self {
        assert_ne!(bottom, 0, "divided by nothing");
        let divisor = common_divisor(top, bottom) * bottom.signum();
        Self { top: top / divisor, bottom: bottom / divisor }
    }

    fn above_zero(self) -> Self {
        self.max(NOTHING)
    }

    /// "Round half up to the fen".
    fn round(self) -> Self {
        let doubled = self + self + WHOLE;
        Self { top: doubled.top.div_euclid(doubled.bottom * 2), bottom: 1 }
    }
}

fn product(one: i128, other: i128) -> i128 {
    one.checked_mul(other).expect("a fraction that fits")
}

impl Add for Fraction {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let shared = common_divisor(self.bottom, other.bottom);
        let (mine, its) = (self.bottom / shared, other.bottom / shared);
        let top = product(self.top, its).checked_add(product(other.top, mine)).expect("a sum that fits");
        Self::new(top, product(self.bottom, its))
    }
}

impl Sub for Fraction {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { top: -other.top, bottom: other.bottom }
    }
}

impl Mul for Fraction {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let (one, two) = (Self::new(self.top, other.bottom), Self::new(other.top, self.bottom));
        Self { top: product(one.top, two.top), bottom: product(one.bottom, two.bottom) }
    }
}

impl Div for Fraction {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Self::new(product(self.top, other.bottom), product(self.bottom, other.top))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (*self - *other).top.cmp(&0)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

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
/// this year)`."
fn deductible(e: Fraction, s: Fraction, year: &YearToDate, n: &Numbers) -> Fraction {
    let d = match n.deductible_per {
        Period::Stay => fen(n.deductible),
        Period::Year => (fen(n.deductible) - fen(year.deductible)).above_zero(),
    };
    (e - s).min(d)
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
            Rule::Same => band.rate,
            Rule::Cut(points) => (band.rate - share(points)).above_zero(),
            Rule::Times(part) => band.rate * share(part),
            Rule::NotCovered => NOTHING,
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
fn paid(e: Fraction, year: &YearToDate, n: &Numbers) -> Paid {
    let s = first_self_pay(e, n);
    let d = deductible(e, s, year, n);
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
fn settlement(stay: &Stay) -> Settlement {
    let Stay { numbers: n, bill, year, account } = stay;
    let e = eligible_cost(bill);
    let p = if n.rule == Rule::NotCovered { NOT_COVERED } else { paid(e, year, n) };
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
    }
}

/// Ordinary runs, or as many as the environment asks for.
fn cases() -> u32 {
    std::env::var("YIDI_ORACLE_CASES").map_or(20_000, |asked| asked.parse().expect("a number of cases"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_agrees_on_every_line(stay in stay()) {
        let (engine, oracle) = (stay.settle(), settlement(&stay));
        prop_assert_eq!(engine, oracle);
        // "Y + all fund payments = T"; "Cash = Y − A".
        prop_assert_eq!(engine.funds(), oracle.total - oracle.personal);
        prop_assert_eq!(engine.cash(), oracle.personal - oracle.account);
    }
}

/// What both say, which must be the same.
fn agreed(stay: &Stay) -> Settlement {
    let oracle = settlement(stay);
    assert_eq!(stay.settle(), oracle, "{stay:?}");
    oracle
}

const fn yuan(yuan: i64) -> Money {
    Money::from_yuan(yuan)
}

fn one_rate(percent: u32) -> Slices {
    Slices { per: Period::Stay, bands: vec![(None, Percent::new(percent))] }
}

/// A first stay of the year with one plain rate and nothing uncovered.
fn plain_stay(total: i64, deductible: i64, rate: u32) -> Stay {
    Stay {
        numbers: Numbers {
            first_self_pay: Percent::ZERO,
            rule: Rule::Same,
            deductible: yuan(deductible),
            deductible_per: Period::Stay,
            rates: one_rate(rate),
            cap: None,
            supplement: None,
            catastrophic: None,
            aid: None,
        },
        bill: ExactBill { total: yuan(total), uncovered: Money::ZERO, split: Some([Money::ZERO; 3]) },
        year: YearToDate::default(),
        account: Money::ZERO,
    }
}

/// The page's synthetic area: deductible 800, rate 85 %, cap 50 000, supplement
/// 90 % up to 500 000.
fn synthetic(total: i64, own_expense: i64, prepay: i64) -> Stay {
    let mut stay = plain_stay(total, 800, 85);
    stay.numbers.cap = Some(yuan(50_000));
    stay.numbers.supplement = Some(Supplement { slices: one_rate(90), cap: Some(yuan(500_000)) });
    stay.bill.uncovered = yuan(own_expense + prepay);
    stay.bill.split = Some([yuan(own_expense), yuan(prepay), Money::ZERO]);
    stay
}

#[test]
fn the_synthetic_area_by_route() {
    // E = 60 000 − 5 000 − 1 000 = 54 000; sums as on the page.
    for (self_pay, rule, s, fund, personal) in [
        // local: 53 200 × 0.85
        (0, Rule::Same, 0, 45_220, 14_780),
        // referral: 53 200 × 0.75
        (0, Rule::Cut(Percent::new(10)), 0, 39_900, 20_100),
        // temporary: 53 200 × 0.65
        (0, Rule::Cut(Percent::new(20)), 0, 34_580, 25_420),
        // unfiled: S = 54 000 × 0.20; (54 000 − 10 800 − 800) × 0.65
        (20, Rule::Cut(Percent::new(20)), 10_800, 27_560, 32_440),
    ] {
        let mut stay = synthetic(60_000, 5_000, 1_000);
        stay.numbers.first_self_pay = Percent::new(self_pay);
        stay.numbers.rule = rule;
        let lines = agreed(&stay);
        assert_eq!(lines.eligible, yuan(54_000));
        assert_eq!(lines.first_self_pay, yuan(s));
        assert_eq!(lines.deductible, yuan(800));
        assert_eq!((lines.fund, lines.personal), (yuan(fund), yuan(personal)));
    }
}

#[test]
fn the_synthetic_area_beyond_its_cap() {
    let lines = agreed(&synthetic(160_000, 10_000, 0));
    // 149 200 × 0.85 = 126 820, so the cap pays; O = 149 200 − 50 000/0.85.
    assert_eq!(lines.fund, yuan(50_000));
    assert_eq!(lines.above_cap, Money::from_fen(9_037_647));
    assert_eq!(lines.supplement, Money::from_fen(8_133_882));
    assert_eq!(lines.personal, Money::from_fen(2_866_118));
}

#[test]
fn not_covered_pays_nothing() {
    let mut stay = synthetic(100_000, 0, 0);
    stay.numbers.rule = Rule::NotCovered;
    stay.numbers.aid = Some(Aid { deductible: Money::ZERO, rate: Percent::FULL, cap: None });
    let lines = agreed(&stay);
    assert_eq!(lines.funds(), Money::ZERO);
    assert_eq!(lines.deductible, Money::ZERO);
    assert_eq!(lines.personal, yuan(100_000));
}

#[test]
fn hardship_moves_the_bands_with_the_deductible() {
    let mut stay = plain_stay(90_000, 0, 0);
    // 30 404 halved; 60 % and 70 % with 5 points more; no cap.
    let bands = vec![(Some(yuan(50_000)), Percent::new(65)), (None, Percent::new(75))];
    stay.numbers.catastrophic = Some(Catastrophic {
        deductible: yuan(15_202),
        slices: Slices { per: Period::Year, bands },
        cap: None,
        base: CatastrophicBase::USUAL,
    });
    // 50 000 × 65 % + 24 798 × 75 % = 51 098.50
    assert_eq!(agreed(&stay).catastrophic, Money::from_fen(5_109_850));
}

#[test]
fn anshan_as_its_article_states_it() {
    for (deductible, rate, fund, personal) in [
        // Filed, active: 29 300 × 0.70; retired: × 0.75.
        (700, 70, 20_510, 9_490),
        (700, 75, 21_975, 8_025),
        // Unfiled, active, and filed, resident: 29 300 × 0.60.
        (700, 60, 17_580, 12_420),
        // Unfiled, resident: 29 300 × 0.50.
        (700, 50, 14_650, 15_350),
        // Emergency, active: 28 500 × 0.70.
        (1_500, 70, 19_950, 10_050),
    ] {
        let lines = agreed(&plain_stay(30_000, deductible, rate));
        assert_eq!((lines.fund, lines.personal), (yuan(fund), yuan(personal)));
    }
}

/// Where the page's words leave two readings: a fund that pays nothing from
/// 40 000 on and reaches its cap exactly there.
#[test]
fn what_the_fund_would_not_pay_for_is_not_above_its_cap() {
    let mut stay = plain_stay(60_000, 0, 0);
    let bands = vec![(Some(yuan(40_000)), Percent::new(80)), (None, Percent::ZERO)];
    stay.numbers.rates = Slices { per: Period::Stay, bands };
    stay.numbers.supplement = Some(Supplement { slices: one_rate(90), cap: None });
    // 40 000 × 0.80 = 32 000
    stay.numbers.cap = Some(yuan(32_000));
    let lines = agreed(&stay);
    assert_eq!((lines.above_cap, lines.supplement), (Money::ZERO, Money::ZERO));
    assert_eq!(lines.personal, yuan(28_000));

    // A fen less: used up at 31 999.99/0.80 = 39 999.9875; O = 20 000.0125.
    stay.numbers.cap = Some(Money::from_fen(3_199_999));
    let lines = agreed(&stay);
    assert_eq!(lines.above_cap, Money::from_fen(2_000_001));
    assert_eq!(lines.supplement, Money::from_fen(1_800_001));
    assert_eq!(lines.personal, yuan(10_000));
}

/// The other: an area's figure for the catastrophic insurance says nothing about
/// what medical aid is paid of.
#[test]
fn medical_aid_counts_the_usual_burden() {
    let mut stay = plain_stay(50_000, 1_000, 80);
    stay.numbers.first_self_pay = Percent::new(10);
    stay.numbers.catastrophic = Some(Catastrophic {
        deductible: yuan(5_000),
        slices: one_rate(60),
        cap: None,
        base: CatastrophicBase { deductible: false, first_self_pay: true },
    });
    stay.numbers.aid = Some(Aid { deductible: Money::ZERO, rate: Percent::new(70), cap: None });
    let lines = agreed(&stay);
    // S = 5 000; F = (50 000 − 5 000 − 1 000) × 0.80
    assert_eq!(lines.fund, yuan(35_200));
    // 50 000 − 5 000 − 35 200 = 9 800; with S, without D 13 800; (13 800 − 5 000) × 0.60
    assert_eq!(lines.catastrophic, yuan(5_280));
    // (9 800 − 5 280) × 0.70
    assert_eq!(lines.aid, yuan(3_164));
    assert_eq!(lines.personal, yuan(6_356));
}
