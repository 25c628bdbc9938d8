//! Random numbers to settle with. Many are zero, round or the largest allowed,
//! so that amounts meet; [`stay`] moves some onto an edge of another.

use std::ops::RangeInclusive;

use proptest::prelude::*;
use yidi_core::case::YearToDate;
use yidi_core::estimate::{
    Aid, Catastrophic, DeductibleDue, ExactBill, ExactRule, Numbers, Settlement, Slices, Supplement, settle,
};
use yidi_core::num::{Money, Percent};
use yidi_core::policy::{CatastrophicBase, Period};

// One draw says how each value is chosen: `prop_oneof` would seed a generator of
// its own for every value and take most of the time.

pub(crate) fn money(most_yuan: i64) -> impl Strategy<Value = Money> {
    (0..10_u8, 0..=most_yuan * 100).prop_map(move |(kind, fen)| match kind {
        0..7 => Money::from_fen(fen),
        7 => Money::ZERO,
        // A tenth, two tenths … of the most.
        _ => Money::from_fen(fen * 10 / (most_yuan * 100) * most_yuan * 10),
    })
}

pub(crate) fn percent(range: RangeInclusive<u32>) -> impl Strategy<Value = Percent> {
    let (low, high) = (*range.start(), *range.end());
    let share = (0..12_u8, range).prop_map(move |(kind, share)| match kind {
        0..6 => share,
        6..10 => (share / 500 * 500).max(low),
        10 => low,
        _ => high,
    });
    share.prop_map(Percent::from_hundredths)
}

fn period() -> impl Strategy<Value = Period> {
    prop::sample::select(&[Period::Stay, Period::Year])
}

/// Seven of ten are plain amounts; the others hang on the deductible at home or on
/// the bill.
fn due() -> impl Strategy<Value = DeductibleDue> {
    (0..10_u8, money(3_000), percent(0..=30_000)).prop_map(|(kind, amount, share)| match kind {
        0..7 => DeductibleDue::Amount(amount),
        7 => DeductibleDue::Times { home: amount, factor: share },
        _ => DeductibleDue::Share {
            share: Percent::from_hundredths(share.hundredths() / 30),
            least: amount,
            most: amount + Money::from_yuan(2_000),
        },
    })
}

fn slices() -> impl Strategy<Value = Slices> {
    // Every fourth length is full ten thousands.
    let length = (0..4_u8, 1_i64..=60_000)
        .prop_map(|(kind, yuan)| if kind == 3 { (yuan / 10_000).max(1) * 10_000 } else { yuan });
    let bands = prop::collection::vec((length, percent(0..=10_000)), 0..4);
    let last = prop::option::weighted(0.9, percent(0..=10_000));
    (bands, last, period()).prop_map(|(bands, last, per)| {
        let mut end = 0;
        let mut all = Vec::new();
        for (length, rate) in bands {
            end += length;
            all.push((Some(Money::from_yuan(end)), rate));
        }
        all.extend(last.map(|rate| (None, rate)));
        Slices { per, bands: all }
    })
}

fn rule() -> impl Strategy<Value = ExactRule> {
    (0..13_u8, percent(0..=2_500), percent(5_000..=10_000)).prop_map(|(kind, points, part)| match kind {
        0..4 => ExactRule::Same,
        4..8 => ExactRule::Cut(points),
        8..12 => ExactRule::Times(part),
        _ => ExactRule::NotCovered,
    })
}

fn supplement() -> impl Strategy<Value = Supplement> {
    (slices(), prop::option::of(money(600_000))).prop_map(|(slices, cap)| Supplement { slices, cap })
}

fn catastrophic() -> impl Strategy<Value = Catastrophic> {
    let base = (any::<bool>(), any::<bool>())
        .prop_map(|(deductible, first_self_pay)| CatastrophicBase { deductible, first_self_pay });
    (money(40_000), slices(), prop::option::of(money(500_000)), base)
        .prop_map(|(deductible, slices, cap, base)| Catastrophic { deductible, slices, cap, base })
}

fn aid() -> impl Strategy<Value = Aid> {
    (money(10_000), percent(0..=10_000), prop::option::of(money(80_000)))
        .prop_map(|(deductible, rate, cap)| Aid { deductible, rate, cap })
}

fn numbers() -> impl Strategy<Value = Numbers> {
    (
        (
            percent(0..=3_000),
            rule(),
            (due(), prop::bool::weighted(0.2)),
            period(),
            prop::option::of(money(4_000)),
            slices(),
        ),
        prop::option::of(money(600_000)),
        prop::option::of(supplement()),
        prop::option::of(catastrophic()),
        prop::option::of(aid()),
    )
        .prop_map(
            |(
                (
                    first_self_pay,
                    rule,
                    (deductible, deductible_runs_on),
                    deductible_per,
                    deductibles_ceiling,
                    rates,
                ),
                cap,
                supplement,
                catastrophic,
                aid,
            )| {
                Numbers {
                    first_self_pay,
                    rule,
                    deductible,
                    deductible_per,
                    deductible_runs_on,
                    deductibles_ceiling,
                    rates,
                    cap,
                    supplement,
                    catastrophic,
                    aid,
                }
            },
        )
}

fn bill() -> impl Strategy<Value = ExactBill> {
    (money(800_000), money(50_000), money(20_000), money(5_000), any::<bool>()).prop_map(
        |(eligible, a, b, c, split)| {
            let uncovered = a + b + c;
            ExactBill { total: eligible + uncovered, uncovered, split: split.then_some([a, b, c]) }
        },
    )
}

fn year() -> impl Strategy<Value = YearToDate> {
    let amounts = (
        money(2_000),
        money(300_000),
        money(300_000),
        money(100_000),
        money(60_000),
        money(50_000),
        money(20_000),
    );
    (0..4_u8, amounts, prop::option::of(money(2_000))).prop_map(
        |(kind, (deductible, eligible, fund, supplement, burden, catastrophic, aid), illness)| match kind {
            0 => YearToDate::default(),
            _ => YearToDate {
                admissions: 1,
                deductible,
                illness,
                eligible,
                fund,
                supplement,
                burden,
                catastrophic,
                aid,
            },
        },
    )
}

/// Everything one settlement takes.
#[derive(Clone, Debug)]
pub(crate) struct Stay {
    pub(crate) numbers: Numbers,
    pub(crate) bill: ExactBill,
    pub(crate) year: YearToDate,
    pub(crate) account: Money,
}

impl Stay {
    pub(crate) fn settle(&self) -> Settlement {
        settle(&self.bill, &self.year, self.account, &self.numbers)
    }

    /// The settlement with some numbers changed: what they would have to meet.
    fn settle_if(&self, change: impl Fn(&mut Numbers)) -> Settlement {
        let mut changed = self.clone();
        change(&mut changed.numbers);
        changed.settle()
    }

    fn set_eligible(&mut self, eligible: Money) {
        self.bill.total = (eligible.or_zero() + self.bill.uncovered).min(Money::MAX);
    }
}

/// An edge on which amounts can meet, to the fen.
#[derive(Clone, Copy, Debug)]
enum Edge {
    NothingEligible,
    NothingUncovered,
    LargestBill,
    EligibleIsDeductible,
    DeductiblePaidThisYear,
    SliceStartsAtBandEnd,
    SliceEndsAtBandEnd,
    CapIsFund,
    CapUsedUp,
    BeyondCapEndsAtBandEnd,
    SupplementCapIsPayment,
    SupplementCapUsedUp,
    BurdenBorneIsDeductible,
    BurdenReachesDeductible,
    BurdenReachesBandEnd,
    CatastrophicCapIsPayment,
    CatastrophicCapUsedUp,
    AidDeductibleIsBurden,
    AidCapIsPayment,
    AccountIsBurden,
}

const EDGES: [Edge; 20] = [
    Edge::NothingEligible,
    Edge::NothingUncovered,
    Edge::LargestBill,
    Edge::EligibleIsDeductible,
    Edge::DeductiblePaidThisYear,
    Edge::SliceStartsAtBandEnd,
    Edge::SliceEndsAtBandEnd,
    Edge::CapIsFund,
    Edge::CapUsedUp,
    Edge::BeyondCapEndsAtBandEnd,
    Edge::SupplementCapIsPayment,
    Edge::SupplementCapUsedUp,
    Edge::BurdenBorneIsDeductible,
    Edge::BurdenReachesDeductible,
    Edge::BurdenReachesBandEnd,
    Edge::CatastrophicCapIsPayment,
    Edge::CatastrophicCapUsedUp,
    Edge::AidDeductibleIsBurden,
    Edge::AidCapIsPayment,
    Edge::AccountIsBurden,
];

/// The end of one of the bands that have one.
fn band_end(slices: &Slices, pick: usize) -> Option<Money> {
    let ends: Vec<Money> = slices.bands.iter().filter_map(|(end, _)| *end).collect();
    ends.get(pick % ends.len().max(1)).copied()
}

/// What the catastrophic insurance and medical aid are paid of, before them.
fn burden(s: &Settlement) -> Money {
    s.eligible - s.first_self_pay - s.fund - s.supplement
}

/// Makes the deductible a plain amount: what it comes to for the bill.
fn fixed_deductible(stay: &mut Stay) -> Money {
    let due = stay.numbers.deductible.of(stay.bill.total);
    stay.numbers.deductible = DeductibleDue::Amount(due);
    due
}

/// Moves one number so that two amounts meet, or miss each other by `off`
/// (a fen). Where the stay has no such edge, nothing moves.
fn meet(stay: &mut Stay, edge: Edge, pick: usize, off: Money) {
    let annual = stay.numbers.rates.per == Period::Year;
    let earlier = if annual { stay.year.eligible } else { Money::ZERO };
    match edge {
        Edge::NothingEligible => stay.set_eligible(off),
        Edge::NothingUncovered => {
            stay.bill.total = stay.bill.total - stay.bill.uncovered;
            stay.bill.uncovered = Money::ZERO;
            stay.bill.split = stay.bill.split.map(|_| [Money::ZERO; 3]);
        }
        Edge::LargestBill => stay.bill.total = Money::MAX,
        Edge::EligibleIsDeductible => {
            let due = fixed_deductible(stay);
            stay.set_eligible(due + off);
        }
        Edge::DeductiblePaidThisYear => stay.year.deductible = (fixed_deductible(stay) + off).or_zero(),
        Edge::SliceStartsAtBandEnd => {
            if let Some(end) = band_end(&stay.numbers.rates, pick) {
                if annual {
                    let paid = stay.settle().deductible;
                    stay.year.eligible = (end - paid + off).or_zero();
                } else {
                    stay.numbers.deductible = DeductibleDue::Amount((end + off).or_zero());
                }
            }
        }
        Edge::SliceEndsAtBandEnd => {
            if let Some(end) = band_end(&stay.numbers.rates, pick) {
                stay.numbers.first_self_pay = Percent::ZERO;
                stay.set_eligible(end - earlier + off);
            }
        }
        Edge::CapIsFund => {
            let fund = stay.settle_if(|n| n.cap = None).fund;
            stay.numbers.cap = Some((stay.year.fund + fund + off).or_zero());
        }
        Edge::CapUsedUp => stay.numbers.cap = Some((stay.year.fund + off).or_zero()),
        Edge::BeyondCapEndsAtBandEnd => {
            let end = stay.numbers.supplement.as_ref().and_then(|layer| band_end(&layer.slices, pick));
            if let Some(end) = end {
                let s = stay.settle();
                if !s.above_cap.is_zero() {
                    stay.numbers.first_self_pay = Percent::ZERO;
                    stay.set_eligible(s.eligible - s.first_self_pay - s.above_cap + end + off);
                }
            }
        }
        Edge::SupplementCapIsPayment => {
            let paid = stay.settle_if(|n| n.supplement.iter_mut().for_each(|layer| layer.cap = None));
            if let Some(layer) = &mut stay.numbers.supplement {
                layer.cap = Some((stay.year.supplement + paid.supplement + off).or_zero());
            }
        }
        Edge::SupplementCapUsedUp => {
            if let Some(layer) = &mut stay.numbers.supplement {
                layer.cap = Some((stay.year.supplement + off).or_zero());
            }
        }
        Edge::BurdenBorneIsDeductible => {
            if let Some(layer) = &stay.numbers.catastrophic {
                stay.year.burden = (layer.deductible + off).or_zero();
            }
        }
        Edge::BurdenReachesDeductible => {
            let reached = stay.year.burden + burden(&stay.settle());
            if let Some(layer) = &mut stay.numbers.catastrophic {
                layer.deductible = (reached + off).or_zero();
            }
        }
        Edge::BurdenReachesBandEnd => {
            let end = stay.numbers.catastrophic.as_ref().and_then(|layer| band_end(&layer.slices, pick));
            let reached = stay.year.burden + burden(&stay.settle());
            if let (Some(end), Some(layer)) = (end, &mut stay.numbers.catastrophic) {
                layer.deductible = (reached - end + off).or_zero();
            }
        }
        Edge::CatastrophicCapIsPayment => {
            let paid = stay.settle_if(|n| n.catastrophic.iter_mut().for_each(|layer| layer.cap = None));
            if let Some(layer) = &mut stay.numbers.catastrophic {
                layer.cap = Some((stay.year.catastrophic + paid.catastrophic + off).or_zero());
            }
        }
        Edge::CatastrophicCapUsedUp => {
            if let Some(layer) = &mut stay.numbers.catastrophic {
                layer.cap = Some((stay.year.catastrophic + off).or_zero());
            }
        }
        Edge::AidDeductibleIsBurden => {
            let s = stay.settle();
            if let Some(aid) = &mut stay.numbers.aid {
                aid.deductible = (burden(&s) - s.catastrophic + off).or_zero();
            }
        }
        Edge::AidCapIsPayment => {
            let paid = stay.settle_if(|n| n.aid.iter_mut().for_each(|aid| aid.cap = None));
            if let Some(aid) = &mut stay.numbers.aid {
                aid.cap = Some((stay.year.aid + paid.aid + off).or_zero());
            }
        }
        Edge::AccountIsBurden => stay.account = (stay.settle().personal + off).or_zero(),
    }
}

/// A stay whose amounts may stand exactly on an edge, a fen below or above it.
pub(crate) fn stay() -> impl Strategy<Value = Stay> {
    let off = prop::sample::select(&[0, 0, 0, 1, -1]).prop_map(Money::from_fen);
    let edges = prop::collection::vec((prop::sample::select(&EDGES), 0_usize..4, off), 0..4);
    (numbers(), bill(), year(), money(20_000), edges).prop_map(|(numbers, bill, year, account, edges)| {
        let mut stay = Stay { numbers, bill, year, account };
        for (edge, pick, off) in edges {
            meet(&mut stay, edge, pick, off);
        }
        stay
    })
}
