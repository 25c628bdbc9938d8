//! Local rules that the person was told: by the hotline, a notice, an earlier slip.

use crate::num::{Money, Percent, Span};
use crate::policy::{AwayRule, Item, Period, RateChange, Schedule, Value};

/// What the person says the insured area's rules are for this visit, each as far as
/// it is known. A rule told wins over ranges and community figures, never in
/// silence over anything better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Told {
    /// The deductible of this visit.
    pub deductible: Option<Money>,
    /// The rate of the pooled fund: what is paid on this trip; with a cut, the rate
    /// before it.
    pub rate: Option<Percent>,
    /// By how many points the rate is lower on this trip.
    pub cut: Option<Percent>,
    /// Most the pooled fund pays in the year.
    pub cap: Option<Money>,
    /// Rate of the supplement.
    pub supplement_rate: Option<Percent>,
    /// Most the supplement pays in the year.
    pub supplement_cap: Option<Money>,
    /// Deductible of the catastrophic insurance.
    pub catastrophic_deductible: Option<Money>,
    /// Rate of the catastrophic insurance.
    pub catastrophic_rate: Option<Percent>,
    /// Most the catastrophic insurance pays in the year.
    pub catastrophic_cap: Option<Money>,
}

impl Told {
    /// The items that rules can be told of.
    pub const ITEMS: [Item; 9] = [
        Item::Deductible,
        Item::Rate,
        Item::Away,
        Item::Cap,
        Item::SupplementRate,
        Item::SupplementCap,
        Item::CatastrophicDeductible,
        Item::CatastrophicRate,
        Item::CatastrophicCap,
    ];

    /// The amount that was told of an item.
    pub const fn amount(&self, item: Item) -> Option<Money> {
        match item {
            Item::Deductible => self.deductible,
            Item::Cap => self.cap,
            Item::SupplementCap => self.supplement_cap,
            Item::CatastrophicDeductible => self.catastrophic_deductible,
            Item::CatastrophicCap => self.catastrophic_cap,
            _ => None,
        }
    }

    /// The share that was told of an item; of the route the points it takes off.
    pub const fn share(&self, item: Item) -> Option<Percent> {
        match item {
            Item::Rate => self.rate,
            Item::Away => self.cut,
            Item::SupplementRate => self.supplement_rate,
            Item::CatastrophicRate => self.catastrophic_rate,
            _ => None,
        }
    }

    /// What was told of an item, as a figure says it; none where nothing was.
    pub fn value(&self, item: Item) -> Option<Value> {
        Some(match (item, self.amount(item), self.share(item)) {
            (Item::Deductible, Some(first), _) => {
                Value::Deductible { per: Period::Stay, first: Span::exact(first), then: Vec::new() }
            }
            (_, Some(amount), _) => Value::Amount(Span::exact(amount)),
            (Item::Away, None, Some(points)) => {
                let cut = RateChange::Cut(Span::exact(points));
                let change = if points.is_zero() { RateChange::Same } else { cut };
                Value::Away(AwayRule { change, ..AwayRule::SAME })
            }
            (_, None, Some(share)) => Value::Rate(Schedule::plain(Span::exact(share))),
            (_, None, None) => return None,
        })
    }

    /// The items of which something was told.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let told = *self;
        Self::ITEMS
            .into_iter()
            .filter(move |item| told.amount(*item).is_some() || told.share(*item).is_some())
    }

    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
