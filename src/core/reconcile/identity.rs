//! Whether a slip adds up, by the identities of the settlement sheet.

use strum::VariantArray;

use super::slip::{Slip, SlipField};
use crate::num::Money;
use crate::variants::all;

/// An identity of the settlement sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Identity {
    /// Total = eligible + prepay + over-limit + own expense.
    Bill,
    /// Total = fund payments + what the person pays.
    Payers,
    /// All funds = their parts together; other funds may pay as well.
    Funds,
    /// What the person pays = account + cash.
    Person,
}

impl Identity {
    /// Every identity, in the order of the sheet.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its name as programs read it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bill => "bill",
            Self::Payers => "payers",
            Self::Funds => "funds",
            Self::Person => "person",
        }
    }

    /// The number that must be the sum, and what it is the sum of.
    pub const fn parts(self) -> (SlipField, &'static [SlipField]) {
        use SlipField::*;
        match self {
            Self::Bill => (Total, &[Eligible, Prepay, OverLimit, OwnExpense]),
            Self::Payers => (Total, &[Funds, Personal]),
            Self::Funds => (Funds, &[Fund, Supplement, Catastrophic, Aid]),
            Self::Person => (Personal, &[Account, Cash]),
        }
    }
}

/// An identity and what the slip says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The identity.
    pub identity: Identity,
    /// The number that must be the sum.
    pub whole: Money,
    /// The sum of its parts.
    pub sum: Money,
    /// Whether it holds.
    pub holds: bool,
}

/// Every identity for which the slip gives enough.
pub(super) fn checks(slip: &Slip) -> Vec<Check> {
    Identity::ALL.into_iter().filter_map(|identity| check(slip, identity)).collect()
}

fn check(slip: &Slip, identity: Identity) -> Option<Check> {
    let (whole, parts) = identity.parts();
    let whole = slip.get(whole)?;
    let given: Vec<Money> = parts.iter().filter_map(|part| slip.get(*part)).collect();
    let sum: Money = given.iter().copied().sum();
    let all_given = given.len() == parts.len();
    // Parts that are left out can only be missing; more than the whole is wrong anyhow.
    if !all_given && sum <= whole {
        return None;
    }
    let other_funds = identity == Identity::Funds && sum < whole;
    Some(Check { identity, whole, sum, holds: sum == whole || other_funds })
}

/// What funds pay that this program knows nothing of, where the slip names all it knows.
pub(super) fn other_funds(slip: &Slip) -> Money {
    check(slip, Identity::Funds).map_or(Money::ZERO, |check| (check.whole - check.sum).or_zero())
}
