//! The terms of a case on one route: every figure looked up once, so that a
//! settlement only computes.

use std::sync::Arc;

use super::EstimateError;
use super::numbers::{Aid, Catastrophic, Numbers, Rule, Slices, Supplement};
use super::term::{
    Deductible, Term, amount_of, away_of, base_of, deductible_of, no_amount, no_limit, no_schedule, no_share,
    schedule_of, share_of, term,
};
use crate::case::Case;
use crate::num::{Money, Percent, Span};
use crate::places::AreaId;
use crate::policy::{
    AwayRule, CatastrophicBase, ContributionClass, Figure, Holder, Item, Period, RateChange, Route, Schedule,
    Situation, Value, contribution_classes, look_up,
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
    /// Share of a bill that is not eligible, needed where it is not split.
    pub uncovered_share: Term<Span<Percent>>,
    /// Deductible.
    pub deductible: Term<Deductible>,
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
    hardship: bool,
}

/// The figures that may hold for people insured in an area, nearest level first.
pub(super) type Levels<'f> = [&'f [Arc<Figure>]; 3];

/// Looks up all terms of a case.
///
/// # Errors
/// Where two figures clash.
pub(super) fn terms(
    levels: &Levels<'_>,
    case: &Case,
    area: AreaId,
    route: Route,
) -> Result<Terms, EstimateError> {
    let situation = situation(levels, case, route);
    let find = |item| look_up(levels, item, &situation, case.date);
    let rate = term(find(Item::Rate)?, schedule_of, no_schedule);
    let final_rate = rate.figures().iter().any(|figure| figure.names_route());
    let away = if final_rate || route == Route::Local {
        Term::Known(AwayRule::SAME, Vec::new())
    } else {
        let unfiled = Situation { route: Route::Unfiled, ..situation };
        let unfiled = look_up(levels, Item::Away, &unfiled, case.date)?;
        let away = |found| match term(found, away_of, || AwayRule::SAME) {
            // No rule for those who go away: what holds at home.
            Term::None(figures) => Term::Known(AwayRule::SAME, figures),
            term => term,
        };
        no_worse_than_unfiled(away(find(Item::Away)?), away(unfiled))
    };
    let limit = |item| Ok::<_, EstimateError>(term(find(item)?, amount_of, no_limit));
    let first = |item| Ok::<_, EstimateError>(term(find(item)?, amount_of, no_amount));
    Ok(Terms {
        area,
        route,
        uncovered_share: if case.bill.split().is_some() {
            Term::None(Vec::new())
        } else {
            term(find(Item::UncoveredShare)?, share_of, no_share)
        },
        deductible: term(
            find(Item::Deductible)?,
            |value| deductible_of(value, &case.year),
            || Deductible::NONE,
        ),
        rate,
        away,
        cap: limit(Item::Cap)?,
        supplement_rate: term(find(Item::SupplementRate)?, schedule_of, no_schedule),
        supplement_cap: limit(Item::SupplementCap)?,
        catastrophic_deductible: first(Item::CatastrophicDeductible)?,
        catastrophic_rate: term(find(Item::CatastrophicRate)?, schedule_of, no_schedule),
        catastrophic_cap: limit(Item::CatastrophicCap)?,
        catastrophic_base: term(find(Item::CatastrophicBase)?, base_of, || CatastrophicBase::USUAL),
        aid_deductible: first(Item::AidDeductible)?,
        aid_rate: term(find(Item::AidRate)?, share_of, no_share),
        aid_cap: limit(Item::AidCap)?,
        hardship: case.hardship,
    })
}

/// The case as the look-up sees it. Nobody is in a contribution class that is none
/// of the several which the area has: then the class counts as not answered.
fn situation(levels: &Levels<'_>, case: &Case, route: Route) -> Situation {
    let is_of_area = |class: &ContributionClass| {
        let classes = contribution_classes(levels, case.scheme());
        classes.len() < 2 || classes.contains(*class)
    };
    Situation { contribution: case.contribution.filter(is_of_area), ..case.situation(route) }
}

/// A filed trip is never cut more than the area's own rule cuts an unfiled one:
/// where only the nation's range is known for it, that range ends there.
fn no_worse_than_unfiled(filed: Term<AwayRule>, unfiled: Term<AwayRule>) -> Term<AwayRule> {
    let national = |figures: &[Arc<Figure>]| figures.iter().all(|figure| figure.holder == Holder::Nation);
    match (filed, unfiled) {
        (Term::Known(filed, mut figures), Term::Known(unfiled, own))
            if national(&figures) && !national(&own) =>
        {
            let (RateChange::Cut(range), RateChange::Cut(most)) = (filed.change, unfiled.change) else {
                return Term::Known(filed, figures);
            };
            // A first self-pay is a rule of another kind: it bounds nothing.
            let bound = Span::between(range.low().min(most.low()), range.high().min(most.high()));
            if range == bound || !unfiled.first_self_pay.high().is_zero() {
                return Term::Known(filed, figures);
            }
            figures.extend(own);
            let range = bound;
            Term::Known(AwayRule { change: RateChange::Cut(range), ..filed }, figures)
        }
        (filed, _) => filed,
    }
}

/// The national tilt of the catastrophic insurance for people in hardship: half
/// the deductible, 5 points more, no cap. Source: reported for Jiangxi, and read
/// in the Beijing text, which gives the same numbers.
const TILT_POINTS: Percent = Percent::new(5);

/// Every item, in the order of the steps.
const ORDER: [Item; 14] = [
    Item::UncoveredShare,
    Item::Away,
    Item::Deductible,
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

    /// Whether the deductible paid this year decides more than what is left of it:
    /// where it is not known whether it counts each stay or once a year.
    pub(super) fn hang_on_paid(&self) -> bool {
        let per = |figure: &Arc<Figure>| match figure.value {
            Value::Deductible { per, .. } => per,
            _ => Period::Stay,
        };
        self.deductible.figures().windows(2).any(|pair| per(&pair[0]) != per(&pair[1]))
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
        let deductible = self.deductible.value().is_some_and(|due| !due.amount.is_exact());
        [
            (Item::UncoveredShare, share(&self.uncovered_share)),
            (Item::Away, away),
            (Item::Deductible, deductible),
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
                RateChange::Same => Rule::Same,
                RateChange::Cut(points) => Rule::Cut(side(Item::Away).lower(points)),
                RateChange::Times(share) => Rule::Times(side(Item::Away).higher(share)),
                RateChange::NotCovered => Rule::NotCovered,
            },
            deductible: deductible.map_or(Money::ZERO, |due| side(Item::Deductible).lower(due.amount)),
            deductible_per: deductible.map_or(Period::Stay, |due| due.per),
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
