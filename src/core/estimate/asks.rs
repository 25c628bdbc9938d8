//! What would settle an unknown: the question to answer, or the local rule to ask for.

use super::told::is_better;
use super::{Cause, Estimate, Term};
use crate::case::{Field, Filed};
use crate::places::Place;
use crate::policy::{Grade, Item};

/// So many questions are put to the hotline at most.
const MOST_ASKED: usize = 3;

/// What a person can say to settle an unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asks {
    /// The answer to a question, or a local rule.
    Question(Field),
    /// The parts of the bill that are not eligible, all together.
    Uncovered,
}

/// The field in which the rule of an item can be told.
pub const fn rule_field(item: Item) -> Option<Field> {
    Some(match item {
        Item::Deductible => Field::RuleDeductible,
        Item::Rate => Field::RuleRate,
        Item::Away => Field::RuleCut,
        Item::Cap => Field::RuleCap,
        Item::SupplementRate => Field::RuleSupplementRate,
        Item::SupplementCap => Field::RuleSupplementCap,
        Item::CatastrophicDeductible => Field::RuleCatastrophicDeductible,
        Item::CatastrophicRate => Field::RuleCatastrophicRate,
        Item::CatastrophicCap => Field::RuleCatastrophicCap,
        _ => return None,
    })
}

impl Estimate {
    /// The items that only community data says, which a person had better ask for.
    fn unsure(&self) -> Vec<Item> {
        if self.rules_grade() == Grade::Community { self.weakest() } else { Vec::new() }
    }

    /// Everything a person can say that would settle an unknown or make a weak rule a
    /// better one: what moves the most first.
    pub fn all_asks(&self) -> Vec<Asks> {
        let causes = self.causes.iter().filter_map(|(cause, _)| self.asks(*cause));
        let unsure = self.unsure().into_iter().filter_map(rule_field).map(Asks::Question);
        let mut all: Vec<Asks> = Vec::new();
        for asks in causes.chain(unsure) {
            if !all.contains(&asks) {
                all.push(asks);
            }
        }
        all
    }

    /// What would settle a cause of the spread; none where nothing that a person can
    /// say does.
    pub fn asks(&self, cause: Cause) -> Option<Asks> {
        let case = &self.case;
        match cause {
            Cause::Area => matches!(case.insured, Place::Province(_)).then_some(Field::Insured),
            Cause::Route if case.filed == Filed::Unknown => Some(Field::Filed),
            Cause::Route => matches!(case.care_place, Place::Province(_)).then_some(Field::CarePlace),
            Cause::Bill => Some(Field::Total),
            Cause::Status => Some(Field::Status),
            Cause::Tier => Some(Field::Tier),
            // The other stays have causes of their own.
            Cause::Item(Item::UncoveredShare) => return Some(Asks::Uncovered),
            Cause::Item(item) => self.unanswered(item).first().copied().or_else(|| self.rule_asked(item)),
            // Whether it is paid decides the agency.
            Cause::Year | Cause::Circumstance => None,
        }
        .map(Asks::Question)
    }

    /// The rule that can be told of an item: not where somebody better says it already.
    fn rule_asked(&self, item: Item) -> Option<Field> {
        let terms = &self.high_run().terms;
        let is_open = |item| !terms.figures_of(item).iter().any(|figure| is_better(figure));
        // With the rate of this trip nothing is left of what the route does to it.
        let rate_is_range = matches!(&terms.rate, Term::Known(rate, _) if rate.bands.iter().any(|band| !band.pays.is_exact()));
        let item = if item == Item::Away && rate_is_range && is_open(Item::Rate) { Item::Rate } else { item };
        rule_field(item).filter(|_| is_open(item))
    }

    /// Whether something is to be asked of the hotline: of one area's, about its rules.
    pub fn asks_the_hotline(&self) -> bool {
        matches!(self.case.insured, Place::Area(_)) && !self.to_ask().is_empty()
    }

    /// The rules to ask the hotline for, those that move the most first: what causes the
    /// spread, then what is not known at all and can matter. None where nothing is paid.
    pub fn to_ask(&self) -> Vec<Item> {
        if self.case.not_paid().is_some() {
            return Vec::new();
        }
        let mut items: Vec<Item> = Vec::new();
        let causes = self.causes.iter().filter_map(|(cause, _)| match cause {
            Cause::Item(Item::UncoveredShare) => None,
            Cause::Item(item) => self.unanswered(*item).is_empty().then_some(*item),
            _ => None,
        });
        let unknown = self.missing().into_iter().map(|missing| missing.item);
        for item in causes.chain(unknown).chain(self.unsure()) {
            if !items.contains(&item) && rule_field(item).is_some() {
                items.push(item);
            }
        }
        items.truncate(MOST_ASKED);
        items
    }
}
