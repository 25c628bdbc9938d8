//! What can matter at a bill: a cap that is not reached even at its lowest, and the
//! catastrophic insurance where the burden stays below its lowest deductible, change
//! nothing; nor then does what is not known of them, or by whom it is said.

use super::settle::Settlement;
use super::term::Term;
use super::terms::Terms;
use crate::case::YearToDate;
use crate::num::{Money, Span};
use crate::policy::{CatastrophicBase, Item};

/// A layer of the settlement that only some bills reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// The cap, and the supplement above it.
    AboveCap,
    /// The catastrophic insurance.
    Catastrophic,
}

impl Layer {
    /// The layer of an item that only matters where its layer is reached.
    pub(super) const fn of(item: Item) -> Option<Self> {
        match item {
            Item::Cap | Item::SupplementRate | Item::SupplementCap => Some(Self::AboveCap),
            Item::CatastrophicDeductible
            | Item::CatastrophicRate
            | Item::CatastrophicCap
            | Item::CatastrophicBase => Some(Self::Catastrophic),
            _ => None,
        }
    }
}

/// One for the items that always matter, and one for each layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ByLayer<T>([T; 3]);

impl<T> ByLayer<T> {
    const LAYERS: [Option<Layer>; 3] = [None, Some(Layer::AboveCap), Some(Layer::Catastrophic)];

    pub(super) fn of(each: impl Fn(Option<Layer>) -> T) -> Self {
        Self(Self::LAYERS.map(each))
    }

    /// That of a layer.
    pub(super) const fn at(&self, layer: Layer) -> &T {
        match layer {
            Layer::AboveCap => &self.0[1],
            Layer::Catastrophic => &self.0[2],
        }
    }

    /// Those that matter; the first always does.
    pub(super) fn where_reached(self, reached: Reached) -> impl Iterator<Item = T> {
        let all = Self::LAYERS.into_iter().zip(self.0);
        let matters = move |layer: Option<Layer>| layer.is_none_or(|layer| reached.has(layer));
        all.filter(move |(layer, _)| matters(*layer)).map(|(_, one)| one)
    }
}

/// From where on each layer matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// The lowest cap that may hold; none where it may be anything.
    cap: Option<Money>,
    /// The lowest deductible of the catastrophic insurance; none where it may be anything.
    catastrophic: Option<Money>,
    base: CatastrophicBase,
}

/// The layers that matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reached {
    above_cap: bool,
    catastrophic: bool,
}

impl Reach {
    pub(super) fn of(terms: &Terms) -> Self {
        let low = |term: &Term<Span<Money>>| term.value().map(|span| span.low());
        let catastrophic =
            low(&terms.catastrophic_deductible).filter(|_| !terms.catastrophic_rate.is_unknown());
        // The tilt halves it.
        let halved = terms.tilt().contains(&Item::CatastrophicDeductible);
        Self {
            cap: low(&terms.cap),
            catastrophic: catastrophic.map(|low| if halved { Money::from_fen(low.fen() / 2) } else { low }),
            base: *terms.catastrophic_base.value().unwrap_or(&CatastrophicBase::USUAL),
        }
    }

    /// Which layers matter between two settlements.
    pub(super) fn reached(&self, best: &Settlement, worst: &Settlement, year: &YearToDate) -> Reached {
        let fund = best.fund.max(worst.fund) + year.fund;
        let is_cut = !best.above_cap.is_zero() || !worst.above_cap.is_zero();
        // Between the two the bill may have more that counts, and be paid less of it.
        let burden = |one: &Settlement| one.compliant_burden(self.base);
        let more = (best.eligible - worst.eligible).or_zero();
        let burden = year.burden + burden(best).max(burden(worst)) + more;
        Reached {
            above_cap: is_cut || self.cap.is_none_or(|cap| fund > cap),
            catastrophic: self.catastrophic.is_none_or(|line| burden > line),
        }
    }
}

impl Reached {
    /// Whether what is known of an item can matter.
    pub(super) fn matters(self, item: Item) -> bool {
        Layer::of(item).is_none_or(|layer| self.has(layer))
    }

    /// Whether a layer is reached.
    pub(super) const fn has(self, layer: Layer) -> bool {
        match layer {
            Layer::AboveCap => self.above_cap,
            Layer::Catastrophic => self.catastrophic,
        }
    }
}
