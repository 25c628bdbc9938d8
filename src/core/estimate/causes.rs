//! What causes the spread: each unknown alone, computed, largest first.

use std::collections::BTreeMap;

use super::effects::is_of_circumstance;
use super::{Estimate, Outcome, Side, Terms, run};
use crate::case::{Case, Field, Filed};
use crate::num::Money;
use crate::places::Place;
use crate::policy::{Item, Selectors};

/// One unknown that widens the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cause {
    /// Which of a province's areas is meant.
    Area,
    /// Which route is taken.
    Route,
    /// How much the bill is.
    Bill,
    /// What status the person has.
    Status,
    /// Which tier the hospital is of.
    Tier,
    /// What the earlier cases of the year have left.
    Year,
    /// A figure that is only known as a range.
    Item(Item),
    /// Whether, for one of the circumstances, it is paid or due at all.
    Circumstance,
}

/// How much less the person would pay at the worst, were one unknown alone
/// known to be at its better end; unknowns that change nothing are left out.
pub(super) fn causes(case: &Case, runs: &[Outcome], lowest: Money, worst: &Outcome) -> Vec<(Cause, Money)> {
    let in_best = case.in_best_year();
    let case = &case.in_worst_year();
    let with_bill = |total: Money| Case { bill: case.bill.of(total), ..*case };
    let (at_low, at_high) = (with_bill(case.bill.low()), with_bill(case.bill.high()));
    let burden = worst.worst.personal;
    let mut causes: BTreeMap<Cause, Money> = BTreeMap::new();
    let mut add = |cause, less: Money| {
        // Neighbouring routes may bound the better end from below.
        let less = less.min(burden - lowest);
        let so_far = causes.entry(cause).or_insert(less);
        *so_far = less.max(*so_far);
    };
    let (terms, at_best) = (worst.terms_at(Side::Worst), worst.terms_at(Side::Best));
    for item in terms.uncertain() {
        let only = |asked| if asked == item { Side::Best } else { Side::Worst };
        // What is not covered of the larger bill: how large it is, is another question.
        if let Some(settled) = run(&at_high, terms, only) {
            add(Cause::Item(item), burden - settled.personal);
        }
    }
    if terms != at_best {
        // Its neighbours bound what the route does.
        let only = |asked| if asked == Item::Away { Side::Best } else { Side::Worst };
        if let Some(settled) = run(case, at_best, only) {
            add(Cause::Item(Item::Away), burden - settled.personal);
        }
    }
    if let Some(settled) = run(&at_low, terms, |_| Side::Worst) {
        add(Cause::Bill, burden - settled.personal);
    }
    if let Some(settled) = run(&in_best, terms, |_| Side::Worst) {
        add(Cause::Year, burden - settled.personal);
    }
    let best_of = |same: &dyn Fn(&Terms) -> bool| {
        let others = runs.iter().filter(|run| same(&run.terms));
        burden - others.map(|run| run.worst.personal).min().unwrap_or(burden)
    };
    let own = &worst.terms;
    let same_visit = |one: &Terms| (one.status, one.tier) == (own.status, own.tier);
    let same_way = |one: &Terms| (one.route, one.trip) == (own.route, own.trip) && same_visit(one);
    // An item may be read in two ways by its figures, and in two more by a circumstance.
    let cause_of = |(item, reading): &(Item, usize)| {
        if is_of_circumstance(*reading) { Cause::Circumstance } else { Cause::Item(*item) }
    };
    for reading in &own.readings {
        let cause = cause_of(reading);
        let others = |one: &Terms| {
            let of = |terms: &Terms| -> Vec<(Item, usize)> {
                terms.readings.iter().copied().filter(|other| cause_of(other) != cause).collect()
            };
            of(one) == of(own)
        };
        add(cause, best_of(&|one| one.area == own.area && same_way(one) && others(one)));
    }
    add(
        Cause::Route,
        best_of(&|one| one.area == own.area && same_visit(one) && (!same_way(one) || one == own)),
    );
    let same_trip = |one: &Terms| (one.area, one.route, one.trip) == (own.area, own.route, own.trip);
    let another = |one: &Terms, differs: bool| same_trip(one) && (differs || one == own);
    add(Cause::Status, best_of(&|one| another(one, one.status != own.status && one.tier == own.tier)));
    add(Cause::Tier, best_of(&|one| another(one, one.tier != own.tier && one.status == own.status)));
    add(Cause::Area, best_of(&|one| same_way(one) && (one.area != own.area || one == own)));
    let mut causes: Vec<(Cause, Money)> = causes.into_iter().collect();
    causes.retain(|(_, money)| *money > Money::ZERO);
    causes.sort_by_key(|(cause, money)| (std::cmp::Reverse(*money), *cause));
    causes
}

impl Estimate {
    /// The questions whose answer would narrow the range, in the order they are
    /// asked. Empty where nothing is uncertain, or no answer would help.
    pub fn narrowing(&self) -> Vec<Field> {
        let case = &self.case;
        let mut fields = Vec::new();
        for (cause, _) in &self.causes {
            match cause {
                Cause::Area if matches!(case.insured, Place::Province(_)) => fields.push(Field::Insured),
                Cause::Route if case.filed == Filed::Unknown => fields.push(Field::Filed),
                Cause::Route if matches!(case.care_place, Place::Province(_)) => {
                    fields.push(Field::CarePlace);
                }
                Cause::Bill => fields.push(Field::Total),
                Cause::Status => fields.push(Field::Status),
                Cause::Tier => fields.push(Field::Tier),
                Cause::Area | Cause::Route | Cause::Year | Cause::Circumstance => {}
                Cause::Item(Item::UncoveredShare) => {
                    let bill = &case.bill;
                    let parts = [
                        (Field::OwnExpense, bill.own_expense),
                        (Field::Prepay, bill.prepay),
                        (Field::OverLimit, bill.over_limit),
                    ];
                    fields
                        .extend(parts.into_iter().filter(|(_, part)| part.is_none()).map(|(field, _)| field));
                }
                Cause::Item(item) => fields.extend(self.unanswered(*item)),
            }
        }
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// The fine questions that tell an item's figures apart and were not answered.
    pub(super) fn unanswered(&self, item: Item) -> Vec<Field> {
        let case = &self.case;
        let figures = self.high_run().terms.figures_of(item);
        if figures.len() < 2 {
            return Vec::new();
        }
        let asks = |of: fn(&Selectors) -> bool| figures.iter().any(|figure| of(&figure.selectors));
        let whole = matches!(case.care_place, Place::Province(_));
        let fine = [
            (Field::CarePlace, whole && asks(|one| one.to.is_some())),
            (Field::Age, case.age.is_none() && asks(|one| one.ages.is_some())),
            (Field::Hospital, case.hospital.is_none() && asks(|one| !one.hospitals.is_empty())),
            (Field::Contribution, case.contribution.is_none() && asks(|one| !one.contributions.is_empty())),
            (Field::RetiredIn, case.retired_in.is_none() && asks(|one| one.retired_in.is_some())),
        ];
        fine.into_iter().filter(|(_, asked)| *asked).map(|(field, _)| field).collect()
    }
}
