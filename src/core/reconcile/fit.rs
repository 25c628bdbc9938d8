//! Whether a settlement is that of the slip.

use super::identity::{AccountPlace, Identity, Sums, account, other_funds};
use super::slip::Slip;
use crate::estimate::{Outcome, Settlement};
use crate::names::SlipField;
use crate::num::Money;

/// What the slip says, made comparable with a settlement.
pub(super) struct Observed<'a> {
    pub(super) slip: &'a Slip,
    /// How it adds up.
    pub(super) sums: Sums,
    /// Paid by funds this program knows nothing of.
    pub(super) other_funds: Money,
    /// Paid by accounts.
    pub(super) account: Money,
    /// Borne by the hospital beside what the person bears.
    hospital: Money,
    /// Amounts that differ by no more are the same.
    slack: Money,
}

impl Slip {
    /// The whole bill, as it stands there or as its payers come to.
    pub fn total(&self) -> Option<Money> {
        Observed::of(self).total()
    }

    /// What both sides of a slip that has no total come to; none where it has not both.
    pub fn payers(&self) -> Option<Money> {
        use SlipField::{Aid, Cash, Catastrophic, Fund, Funds, Personal, Supplement};
        const PARTS: [SlipField; 4] = [Fund, Supplement, Catastrophic, Aid];
        let has_parts = PARTS.into_iter().any(|field| self.get(field).is_some());
        let by_parts = || self.sum(&PARTS) + self.sum(&SlipField::OTHER_FUNDS);
        let funds = self.get(Funds).or_else(|| has_parts.then(by_parts))?;
        let by_cash = || Some(self.get(Cash)? + account(self));
        Some(funds + self.get(Personal).or_else(by_cash)? + self.sum(&[SlipField::Hospital]))
    }
}

/// What an estimate is compared by that somebody paid.
const PAID: [SlipField; 7] = [
    SlipField::Fund,
    SlipField::Supplement,
    SlipField::Catastrophic,
    SlipField::Aid,
    SlipField::Funds,
    SlipField::Personal,
    SlipField::Cash,
];

impl<'a> Observed<'a> {
    pub(super) fn of(slip: &'a Slip) -> Self {
        let sums = Sums::of(slip);
        let payers = sums.checks.iter().find(|check| check.identity == Identity::Payers);
        let is_beside = payers.is_none_or(|check| !check.holds || check.parts.contains(&SlipField::Hospital));
        let hospital = if is_beside { slip.sum(&[SlipField::Hospital]) } else { Money::ZERO };
        let other_funds = other_funds(slip, &sums);
        Self { slip, sums, other_funds, account: account(slip), hospital, slack: Money::ZERO }
    }

    /// The same where amounts may differ by so much.
    pub(super) fn within(self, slack: Money) -> Self {
        Self { slack, ..self }
    }

    /// The whole bill, as the slip has it or as its payers come to.
    pub(super) fn total(&self) -> Option<Money> {
        let slip = self.slip;
        slip.get(SlipField::Total).or_else(|| {
            let funds = slip.get(SlipField::Funds)?;
            let personal = slip.get(SlipField::Personal)?;
            Some(funds + personal + self.hospital)
        })
    }

    /// The amount a settlement must have for a number of the slip.
    pub(super) fn wanted(&self, field: SlipField) -> Option<Money> {
        let amount = self.slip.get(field)?;
        let in_account = |place| if self.sums.account == place { self.account } else { Money::ZERO };
        let others = self.other_funds + self.hospital;
        Some(match field {
            SlipField::Funds => amount - self.other_funds - in_account(AccountPlace::Funds),
            SlipField::Personal => amount + others + in_account(AccountPlace::Beside),
            SlipField::Cash => amount + others,
            _ => amount,
        })
    }

    /// What is to be compared: all that is not taken over from the slip.
    pub(super) fn compared(&self) -> impl Iterator<Item = (SlipField, Money)> {
        let fields = PAID.into_iter().chain([SlipField::Eligible, SlipField::Deductible]);
        fields.filter_map(|field| Some((field, self.wanted(field)?)))
    }

    /// Whether anything that somebody paid can be compared at all.
    pub(super) fn says_something(&self) -> bool {
        let is_something = self.total().is_none_or(|total| !total.is_zero());
        is_something && PAID.into_iter().any(|field| self.slip.get(field).is_some())
    }

    fn is(&self, found: Option<Money>, wanted: Money) -> bool {
        found.is_some_and(|found| (found - wanted).fen().abs() <= self.slack.fen())
    }

    /// Whether one number of a settlement is the slip's.
    pub(super) fn fits_at(&self, field: SlipField, settlement: &Settlement) -> bool {
        self.wanted(field).is_none_or(|wanted| self.is(field.of(settlement), wanted))
    }

    /// Whether a settlement is the slip's.
    pub(super) fn fits(&self, settlement: &Settlement) -> bool {
        self.compared().all(|(field, wanted)| self.is(field.of(settlement), wanted))
    }

    /// The most that a number of a settlement is off the slip's.
    pub(super) fn off(&self, settlement: &Settlement) -> Money {
        let off = |(field, wanted): (SlipField, Money)| Some((field.of(settlement)? - wanted).fen().abs());
        Money::from_fen(self.compared().filter_map(off).max().unwrap_or_default())
    }

    /// Whether one of the two ends of a run is.
    pub(super) fn fits_run<'r>(&self, run: &'r Outcome) -> Option<&'r Settlement> {
        [&run.best, &run.worst].into_iter().find(|end| self.fits(end))
    }

    /// Whether every number lies between the two ends of a run whose ends differ.
    /// What nobody on the slip pays must be a layer that the slip leaves out, or
    /// another fund has paid it.
    pub(super) fn lies_in(&self, run: &Outcome) -> bool {
        const LAYERS: [SlipField; 4] =
            [SlipField::Fund, SlipField::Supplement, SlipField::Catastrophic, SlipField::Aid];
        let left_out = |end: &Settlement| -> Money {
            let layers = LAYERS.into_iter().filter(|field| self.slip.get(*field).is_none());
            layers.filter_map(|field| field.of(end)).sum()
        };
        let unpaid = self.sums.unpaid;
        let is_layer = unpaid <= left_out(&run.best).max(left_out(&run.worst)) + self.slack;
        let by_others = if is_layer { Money::ZERO } else { unpaid };
        let between = |field: SlipField, wanted: Money| {
            let ends = field.of(&run.best).zip(field.of(&run.worst));
            ends.is_some_and(|(best, worst)| {
                best.min(worst) - self.slack <= wanted && wanted <= best.max(worst) + self.slack
            })
        };
        let is_persons = |field| matches!(field, SlipField::Personal | SlipField::Cash);
        run.best != run.worst
            && self.compared().all(|(field, wanted)| {
                let others = if is_persons(field) { by_others } else { Money::ZERO };
                between(field, wanted + others)
            })
    }
}
