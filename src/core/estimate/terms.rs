//! The terms of a case on one route: every figure looked up once, so that a
//! settlement only computes.

use std::sync::Arc;

use jiff::civil::Date;

use super::numbers::{Aid, Catastrophic, DeductibleDue, ExactRule, Numbers, Slices, Supplement};
use super::term::{Deductible, DueRange, Term};
use crate::case::Case;
use crate::num::{Money, Percent, Span};
use crate::places::AreaId;
use crate::policy::{
    AwayRule, BillShare, CatastrophicBase, Figure, Item, Period, RateChange, Route, Schedule, Scheme, Status,
    Tier,
};

/// Which end of what is uncertain: the one better for the patient, or the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Better for the patient.
    Best,
    /// Worse for the patient.
    Worst,
}

impl Side {
    fn lower<T: Copy + Ord>(self, span: Span<T>) -> T {
        if self == Self::Best { span.low() } else { span.high() }
    }

    fn higher<T: Copy + Ord>(self, span: Span<T>) -> T {
        if self == Self::Best { span.high() } else { span.low() }
    }
}

/// Every figure that holds for a case insured in one area, on one route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The insured area.
    pub area: AreaId,
    /// The route.
    pub route: Route,
    /// The route that the same trip would have out of the province.
    pub trip: Route,
    /// Share of a bill that is not eligible, needed where it is not split.
    pub uncovered_share: Term<Span<Percent>>,
    /// Deductible.
    pub deductible: Term<Deductible>,
    /// Most that all deductibles of the year come to.
    pub deductibles_ceiling: Term<Span<Money>>,
    /// Rate of the pooled fund.
    pub rate: Term<Schedule>,
    /// What the route does; unchanged where the rate names the route.
    pub away: Term<AwayRule>,
    /// Cap of the pooled fund.
    pub cap: Term<Span<Money>>,
    /// Supplement: rate.
    pub supplement_rate: Term<Schedule>,
    /// Supplement: cap.
    pub supplement_cap: Term<Span<Money>>,
    /// Catastrophic insurance: deductible.
    pub catastrophic_deductible: Term<Span<Money>>,
    /// Catastrophic insurance: rate.
    pub catastrophic_rate: Term<Schedule>,
    /// Catastrophic insurance: cap.
    pub catastrophic_cap: Term<Span<Money>>,
    /// Catastrophic insurance: what counts.
    pub catastrophic_base: Term<CatastrophicBase>,
    /// Medical aid: deductible.
    pub aid_deductible: Term<Span<Money>>,
    /// Medical aid: rate.
    pub aid_rate: Term<Span<Percent>>,
    /// Medical aid: cap.
    pub aid_cap: Term<Span<Money>>,
    /// The status, one of those that may be meant.
    pub status: Status,
    /// The tier, one of those that may be meant.
    pub tier: Tier,
    pub(super) hardship: bool,
    /// Which reading was taken of each item that has several.
    pub(super) readings: Vec<(Item, usize)>,
}

/// The figures that may hold for people insured in an area, nearest level first.
pub(super) type Levels<'f> = [&'f [Arc<Figure>]; 3];

/// The national tilt of the catastrophic insurance for people in hardship: half
/// the deductible, 5 points more, no cap. Source: reported for Jiangxi, and read
/// in the Beijing text, which gives the same numbers.
const TILT_POINTS: Percent = Percent::new(5);

/// Every item, in the order of the steps.
const ORDER: [Item; 15] = [
    Item::UncoveredShare,
    Item::Away,
    Item::Deductible,
    Item::DeductiblesCeiling,
    Item::Rate,
    Item::Cap,
    Item::SupplementRate,
    Item::SupplementCap,
    Item::CatastrophicDeductible,
    Item::CatastrophicRate,
    Item::CatastrophicCap,
    Item::CatastrophicBase,
    Item::AidDeductible,
    Item::AidRate,
    Item::AidCap,
];

impl Terms {
    /// The balance of the personal account that can pay: residents have none.
    pub(super) fn account(&self, case: &Case) -> Money {
        if self.status.scheme() == Scheme::Employee { case.account } else { Money::ZERO }
    }

    /// Every figure in use, in the order of the steps.
    pub fn figures(&self) -> impl Iterator<Item = &Arc<Figure>> {
        ORDER.into_iter().flat_map(|item| self.figures_of(item))
    }

    /// The figures of one item.
    pub fn figures_of(&self, item: Item) -> &[Arc<Figure>] {
        match item {
            Item::UncoveredShare => self.uncovered_share.figures(),
            Item::Away => self.away.figures(),
            Item::Deductible => self.deductible.figures(),
            Item::DeductiblesCeiling => self.deductibles_ceiling.figures(),
            Item::Rate => self.rate.figures(),
            Item::Cap => self.cap.figures(),
            Item::SupplementRate => self.supplement_rate.figures(),
            Item::SupplementCap => self.supplement_cap.figures(),
            Item::CatastrophicDeductible => self.catastrophic_deductible.figures(),
            Item::CatastrophicRate => self.catastrophic_rate.figures(),
            Item::CatastrophicCap => self.catastrophic_cap.figures(),
            Item::CatastrophicBase => self.catastrophic_base.figures(),
            Item::AidDeductible => self.aid_deductible.figures(),
            Item::AidRate => self.aid_rate.figures(),
            Item::AidCap => self.aid_cap.figures(),
        }
    }

    /// The first day for which an item that is not known has a figure, if any.
    pub(super) fn begins(&self, item: Item) -> Option<Date> {
        match item {
            Item::Deductible => self.deductible.begins(),
            Item::Cap => self.cap.begins(),
            Item::SupplementRate => self.supplement_rate.begins(),
            Item::CatastrophicDeductible => self.catastrophic_deductible.begins(),
            Item::CatastrophicRate => self.catastrophic_rate.begins(),
            Item::AidRate => self.aid_rate.begins(),
            _ => None,
        }
    }

    /// The items whose numbers are not exact.
    pub fn uncertain(&self) -> Vec<Item> {
        let amount = |term: &Term<Span<Money>>| term.value().is_some_and(|span| !span.is_exact());
        let share = |term: &Term<Span<Percent>>| term.value().is_some_and(|span| !span.is_exact());
        let rate = |term: &Term<Schedule>| {
            term.value().is_some_and(|schedule| schedule.bands.iter().any(|band| !band.pays.is_exact()))
        };
        let away = self.away.value().is_some_and(|rule| {
            !rule.first_self_pay.is_exact()
                || matches!(rule.change, RateChange::Cut(span) | RateChange::Times(span) if !span.is_exact())
        });
        let deductible = self.deductible.value().is_some_and(|due| !due.due.is_exact());
        [
            (Item::UncoveredShare, share(&self.uncovered_share)),
            (Item::Away, away),
            (Item::Deductible, deductible),
            (Item::DeductiblesCeiling, amount(&self.deductibles_ceiling)),
            (Item::Rate, rate(&self.rate)),
            (Item::Cap, amount(&self.cap)),
            (Item::SupplementRate, rate(&self.supplement_rate)),
            (Item::SupplementCap, amount(&self.supplement_cap)),
            (Item::CatastrophicDeductible, amount(&self.catastrophic_deductible)),
            (Item::CatastrophicRate, rate(&self.catastrophic_rate)),
            (Item::CatastrophicCap, amount(&self.catastrophic_cap)),
            (Item::AidDeductible, amount(&self.aid_deductible)),
            (Item::AidRate, share(&self.aid_rate)),
            (Item::AidCap, amount(&self.aid_cap)),
        ]
        .into_iter()
        .filter_map(|(item, uncertain)| uncertain.then_some(item))
        .collect()
    }

    /// Exact numbers, each item at the side asked for. Nothing where no rate is known.
    pub fn numbers(&self, side: impl Fn(Item) -> Side) -> Option<Numbers> {
        let high = |item, term: &Term<Span<Money>>| term.value().map(|span| side(item).higher(*span));
        let low = |item, term: &Term<Span<Money>>| term.value().map(|span| side(item).lower(*span));
        let rates = self.rate.value()?;
        let rule = *self.away.value()?;
        let deductible = self.deductible.value();
        Some(Numbers {
            first_self_pay: side(Item::Away).lower(rule.first_self_pay),
            rule: match rule.change {
                RateChange::Same => ExactRule::Same,
                RateChange::Cut(points) => ExactRule::Cut(side(Item::Away).lower(points)),
                RateChange::Times(share) => ExactRule::Times(side(Item::Away).higher(share)),
                RateChange::NotCovered => ExactRule::NotCovered,
            },
            deductible: deductible
                .map_or(DeductibleDue::Amount(Money::ZERO), |due| due_at(&due.due, side(Item::Deductible))),
            deductible_per: deductible.map_or(Period::Stay, |due| due.per),
            deductible_runs_on: deductible.is_some_and(|due| due.runs_on),
            deductibles_ceiling: low(Item::DeductiblesCeiling, &self.deductibles_ceiling),
            rates: slices(rates, side(Item::Rate)),
            cap: high(Item::Cap, &self.cap),
            supplement: self.supplement_rate.value().map(|schedule| Supplement {
                slices: slices(schedule, side(Item::SupplementRate)),
                cap: high(Item::SupplementCap, &self.supplement_cap),
            }),
            catastrophic: self
                .catastrophic_rate
                .value()
                .zip(low(Item::CatastrophicDeductible, &self.catastrophic_deductible))
                .map(|(schedule, deductible)| {
                    let layer = Catastrophic {
                        deductible,
                        slices: slices(schedule, side(Item::CatastrophicRate)),
                        cap: high(Item::CatastrophicCap, &self.catastrophic_cap),
                        base: *self.catastrophic_base.value().unwrap_or(&CatastrophicBase::USUAL),
                    };
                    if self.hardship { self.tilted(layer) } else { layer }
                }),
            aid: (self.hardship).then(|| self.aid_rate.value()).flatten().map(|rate| Aid {
                deductible: low(Item::AidDeductible, &self.aid_deductible).unwrap_or_default(),
                rate: side(Item::AidRate).higher(*rate),
                cap: high(Item::AidCap, &self.aid_cap),
            }),
        })
    }

    fn is_own_of_hardship(&self, item: Item) -> bool {
        self.figures_of(item).iter().any(|figure| figure.selectors.hardship == Some(true))
    }

    /// Which items of the catastrophic insurance the national tilt changes for
    /// this person: those for which the area has no figure of its own for
    /// people in hardship.
    pub fn tilt(&self) -> Vec<Item> {
        let layer = [Item::CatastrophicDeductible, Item::CatastrophicRate, Item::CatastrophicCap];
        let applies = self.hardship && self.catastrophic_rate.value().is_some();
        layer.into_iter().filter(|item| applies && !self.is_own_of_hardship(*item)).collect()
    }

    /// The layer with the national tilt, where the area's own figures for people
    /// in hardship do not say otherwise.
    fn tilted(&self, layer: Catastrophic) -> Catastrophic {
        let own = |item| self.is_own_of_hardship(item);
        let Catastrophic { deductible, mut slices, cap, base } = layer;
        if !own(Item::CatastrophicRate) {
            for (_, rate) in &mut slices.bands {
                *rate = rate.plus_points(TILT_POINTS);
            }
        }
        Catastrophic {
            deductible: if own(Item::CatastrophicDeductible) {
                deductible
            } else {
                Money::from_fen(deductible.fen() / 2)
            },
            slices,
            cap: cap.filter(|_| own(Item::CatastrophicCap)),
            base,
        }
    }
}

fn slices(schedule: &Schedule, side: Side) -> Slices {
    let bands = schedule.bands.iter().map(|band| (band.to, side.higher(band.pays))).collect();
    Slices { per: schedule.per, bands }
}

fn due_at(due: &DueRange, side: Side) -> DeductibleDue {
    match due {
        DueRange::Amount(amount) => DeductibleDue::Amount(side.lower(*amount)),
        DueRange::Times { home, factor } => {
            DeductibleDue::Times { home: side.lower(*home), factor: side.lower(*factor) }
        }
        DueRange::Share(BillShare { share, least, most }) => {
            DeductibleDue::Share { share: side.lower(*share), least: *least, most: *most }
        }
    }
}
