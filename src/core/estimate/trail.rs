//! The trail: how each line came about, in steps that a reader can redo by hand.
//!
//! Kept as numbers; screen, hand-out and JSON make their words of it. A
//! settlement notes its steps where it computes them, so the two cannot differ.

use super::lines::Line;
use crate::case::Field;
use crate::num::{Fraction, Money, Percent, Rate};
use crate::policy::Item;

/// What an amount in a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrailAmount {
    /// Another line of the settlement.
    Line(Line),
    /// What a figure says.
    Figure(Item),
    /// What the person answered.
    Answer(Field),
    /// The parts of an unsplit bill that are known.
    KnownParts,
    /// Eligible cost less first self-pay.
    Reimbursable,
    /// Deductible already paid in the same illness, in the hospital before.
    Illness,
    /// The reimbursable cost from the start of the slice in which the cap is used up.
    FromSlice,
}

/// One step; a line begins with nothing and takes its steps in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrailStep {
    /// An amount is added.
    Plus(TrailAmount, Money),
    /// An amount is taken off.
    Minus(TrailAmount, Money),
    /// At least nothing is left.
    OrNothing,
    /// A share of what there is.
    Times(Rate),
    /// What there is, is the amount that the slices below are parts of; the sum begins anew.
    Over,
    /// So much of the year counts before the first slice: it moves the slices' edges.
    Earlier(TrailAmount, Money),
    /// The slices are counted from here on.
    CountedFrom(TrailAmount, Money),
    /// A share of a slice is added.
    Slice {
        /// Where it begins.
        from: Fraction,
        /// Where it ends.
        to: Fraction,
        /// The rate before the route's rule.
        rate: Percent,
        /// The rate in force.
        after: Rate,
    },
    /// An amount divided by a rate is taken off: the cost for which the cap was used up.
    LessQuotient {
        /// What was left of the cap.
        dividend: Fraction,
        /// The rate in force.
        divisor: Rate,
    },
    /// At least so much.
    AtLeast(TrailAmount, Money),
    /// At most so much, less what was used of it this year.
    AtMost {
        /// What limits it.
        what: TrailAmount,
        /// The limit.
        limit: Money,
        /// What was used of it.
        used: Money,
    },
}

impl TrailStep {
    /// The amount after this step.
    #[must_use]
    pub fn take(&self, value: Fraction) -> Fraction {
        match *self {
            Self::Plus(_, amount) => value + amount.into(),
            Self::Minus(_, amount) => value - amount.into(),
            Self::OrNothing => value.max(Fraction::ZERO),
            Self::Times(rate) => value * rate,
            Self::Over => Fraction::ZERO,
            Self::Earlier(..) | Self::CountedFrom(..) => value,
            Self::Slice { from, to, after, .. } => value + (to - from) * after,
            Self::LessQuotient { dividend, divisor } => value - dividend.divided_by(divisor),
            Self::AtLeast(_, amount) => value.max(amount.into()),
            Self::AtMost { limit, used, .. } => value.min((limit - used).or_zero().into()),
        }
    }
}

/// Takes note of the steps of a settlement, or not.
pub(super) trait Notes {
    fn note(&mut self, line: Line, step: impl FnOnce() -> TrailStep);

    /// Notes an amount taken off, where there is any.
    fn minus(&mut self, line: Line, what: TrailAmount, amount: Money) {
        if !amount.is_zero() {
            self.note(line, || TrailStep::Minus(what, amount));
        }
    }

    /// Notes a limit, where there is one.
    fn at_most(&mut self, line: Line, what: TrailAmount, limit: Option<Money>, used: Money) {
        if let Some(limit) = limit {
            self.note(line, || TrailStep::AtMost { what, limit, used });
        }
    }
}

/// Notes nothing: a settlement costs no more for being explicable.
pub(super) struct Silent;

impl Notes for Silent {
    fn note(&mut self, _: Line, _: impl FnOnce() -> TrailStep) {}
}
