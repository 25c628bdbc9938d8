//! Whether a settlement is that of the slip.

use super::identity::other_funds;
use super::slip::{Slip, SlipField};
use crate::estimate::{Outcome, Settlement};
use crate::num::Money;

/// What the slip says, made comparable with a settlement.
pub(super) struct Observed<'a> {
    pub(super) slip: &'a Slip,
    /// Paid by funds this program knows nothing of.
    pub(super) other_funds: Money,
}

impl<'a> Observed<'a> {
    pub(super) fn of(slip: &'a Slip) -> Self {
        Self { slip, other_funds: other_funds(slip) }
    }

    /// The amount a settlement must have for a number of the slip.
    pub(super) fn wanted(&self, field: SlipField) -> Option<Money> {
        let amount = self.slip.get(field)?;
        Some(match field {
            SlipField::Funds => amount - self.other_funds,
            SlipField::Personal | SlipField::Cash => amount + self.other_funds,
            _ => amount,
        })
    }

    /// What is to be compared: all that is not taken over from the slip.
    fn compared(&self) -> impl Iterator<Item = (SlipField, Money)> {
        use SlipField::*;
        let taken = |field: &SlipField| matches!(field, Total | OwnExpense | OverLimit | Prepay | Account);
        let given = self.slip.amounts().map(|(field, _)| field).filter(move |field| !taken(field));
        given.filter_map(|field| Some((field, self.wanted(field)?)))
    }

    /// Whether a settlement is the slip's, to the fen.
    pub(super) fn fits(&self, settlement: &Settlement) -> bool {
        self.compared().all(|(field, wanted)| field.of(settlement) == Some(wanted))
    }

    /// Whether one of the two ends of a run is.
    pub(super) fn fits_run<'r>(&self, run: &'r Outcome) -> Option<&'r Settlement> {
        [&run.best, &run.worst].into_iter().find(|end| self.fits(end))
    }

    /// Whether every number lies between the two ends of a run whose ends differ.
    pub(super) fn lies_in(&self, run: &Outcome) -> bool {
        let between = |field: SlipField, wanted: Money| {
            let ends = field.of(&run.best).zip(field.of(&run.worst));
            ends.is_some_and(|(best, worst)| best.min(worst) <= wanted && wanted <= best.max(worst))
        };
        run.best != run.worst && self.compared().all(|(field, wanted)| between(field, wanted))
    }
}
