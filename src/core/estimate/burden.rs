//! What the person pays, as far as it is known: a number that something unknown may
//! still move says so itself.

use std::ops::BitOr;

use super::play::{ByLayer, Layer, Reached};
use super::settle::Settlement;
use super::terms::Terms;
use crate::num::{Money, Span};
use crate::policy::{Item, Scheme};

/// To which side an amount may lie outside its range, for want of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// It may be less: a fund that pays something is not known.
    pub less: bool,
    /// It may be more: something that the person pays is not known.
    pub more: bool,
}

impl Open {
    /// What not knowing an item leaves open.
    const fn by(item: Item) -> Self {
        let costs = matches!(item, Item::Deductible | Item::Cap);
        Self { less: !costs, more: costs }
    }

    /// Nobody pays less than nothing or more than the whole bill: what reaches so far is
    /// not open there.
    pub(crate) fn of_ends(self, low: &Settlement, high: &Settlement) -> Self {
        Self { less: self.less && !low.personal.is_zero(), more: self.more && high.personal < high.total }
    }
}

impl BitOr for Open {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self { less: self.less || other.less, more: self.more || other.more }
    }
}

/// What the person pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Burden {
    /// From the least to the most.
    pub span: Span<Money>,
    /// Where it may lie outside.
    pub open: Open,
}

/// What the terms leave open.
pub(super) fn left_open(terms: &Terms) -> ByLayer<Open> {
    ByLayer::of(|layer| {
        let of_layer = terms.unknown().filter(|item| Layer::of(*item) == layer);
        of_layer.map(Open::by).fold(Open::default(), BitOr::bitor)
    })
}

/// Of what is left open, what can matter.
pub(super) fn open_where(layers: ByLayer<Open>, reached: Reached) -> Open {
    layers.where_reached(reached).fold(Open::default(), BitOr::bitor)
}

impl Terms {
    /// The items that should be there and are not known, whether they can matter or not.
    pub(super) fn unknown(&self) -> impl Iterator<Item = Item> {
        let is_employee = self.status.scheme() == Scheme::Employee;
        let unknown = [
            (Item::Deductible, self.deductible.is_unknown()),
            (Item::Cap, self.cap.is_unknown()),
            (Item::SupplementRate, is_employee && self.supplement_rate.is_unknown()),
            (Item::CatastrophicDeductible, !is_employee && self.catastrophic_deductible.is_unknown()),
            // One word for the layer.
            (
                Item::CatastrophicRate,
                !is_employee
                    && self.catastrophic_rate.is_unknown()
                    && !self.catastrophic_deductible.is_unknown(),
            ),
            (Item::AidRate, self.hardship && self.aid_rate.is_unknown()),
        ];
        unknown.into_iter().filter_map(|(item, unknown)| unknown.then_some(item))
    }
}
