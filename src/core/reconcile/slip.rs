//! The real settlement slip: its numbers, as far as they are given.

use std::collections::BTreeMap;

use crate::answers::{AmountError, parse_amount_in, parse_percent};
use crate::estimate::Settlement;
use crate::names::{MoneyUnit, SlipField};
use crate::num::{Money, Percent};

impl SlipField {
    /// The amount a settlement has for it; none where it has none, and for the rate.
    pub fn of(self, settlement: &Settlement) -> Option<Money> {
        let part = |place: usize| settlement.split.map(|parts| parts[place]);
        match self {
            Self::Total => Some(settlement.total),
            Self::OwnExpense => part(0),
            Self::Prepay => part(1),
            Self::OverLimit => part(2),
            Self::Eligible => Some(settlement.eligible),
            Self::Deductible => Some(settlement.deductible),
            Self::Fund => Some(settlement.fund),
            Self::Supplement => Some(settlement.supplement),
            Self::Catastrophic => Some(settlement.catastrophic),
            Self::Aid => Some(settlement.aid),
            Self::Funds => Some(settlement.funds()),
            Self::Personal => Some(settlement.personal),
            Self::Account => Some(settlement.account),
            Self::Cash => Some(settlement.cash()),
            Self::Rate
            | Self::CivilServants
            | Self::Enterprise
            | Self::Disabled
            | Self::Others
            | Self::Hospital
            | Self::Mutual => None,
        }
    }
}

/// What a message is that is no settlement slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// What a hospital asks the interface for: nobody has paid yet.
    Request,
    /// A settlement is taken back.
    Cancellation,
    /// The items of a bill.
    Items,
    /// Sums over several settlements, as they are cleared by the month.
    Totals,
    /// A settlement that does not hold any more.
    Void,
}

/// What is wrong with a slip.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlipError {
    /// It is not JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// It holds none of the numbers.
    #[error("no number of a settlement slip")]
    Empty,
    /// It is something else.
    #[error("{0:?}, no settlement slip")]
    Kind(SlipKind),
    /// The interface refused: there is its message and no number.
    #[error("refused: {0}")]
    Refused(String),
    /// A number is no amount.
    #[error("{}: {typed}", field.key())]
    Amount {
        /// Which number.
        field: SlipField,
        /// As it stands there.
        typed: String,
        /// What is wrong with it.
        fault: AmountError,
    },
    /// The rate is no share.
    #[error("pool_prop_selfpay: {0}")]
    Rate(String),
}

/// The numbers of a slip, any part of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    amounts: BTreeMap<SlipField, Money>,
    /// The pooled fund's rate.
    pub rate: Option<Percent>,
}

impl Slip {
    /// Takes a number as it was typed; nothing typed takes it away.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub fn write(&mut self, field: SlipField, typed: &str) -> Result<(), SlipError> {
        self.write_in(field, typed, MoneyUnit::YUAN)
    }

    /// Takes a number whose name says its unit.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub fn write_in(&mut self, field: SlipField, typed: &str, unit: MoneyUnit) -> Result<(), SlipError> {
        let typed = typed.trim();
        if typed.is_empty() {
            self.amounts.remove(&field);
            if field == SlipField::Rate {
                self.rate = None;
            }
            return Ok(());
        }
        if field == SlipField::Rate {
            self.rate = Some(rate(typed).ok_or_else(|| SlipError::Rate(typed.to_owned()))?);
            return Ok(());
        }
        let amount = parse_amount_in(typed, unit).or_else(|fault| {
            // Programs write more zeros than a fen needs: 12.340.
            let short = typed.trim_end_matches('0');
            if typed.contains('.') { parse_amount_in(short, unit).map_err(|_| fault) } else { Err(fault) }
        });
        let amount = amount.map_err(|fault| SlipError::Amount { field, typed: typed.to_owned(), fault })?;
        self.amounts.insert(field, amount);
        Ok(())
    }

    /// Takes a number.
    pub(super) fn put(&mut self, field: SlipField, amount: Money) {
        self.amounts.insert(field, amount);
    }

    /// An amount of the slip.
    pub fn get(&self, field: SlipField) -> Option<Money> {
        self.amounts.get(&field).copied()
    }

    /// Every amount that is given, in the order of the slip.
    pub fn amounts(&self) -> impl Iterator<Item = (SlipField, Money)> {
        self.amounts.iter().map(|(field, amount)| (*field, *amount))
    }

    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        self.amounts.is_empty() && self.rate.is_none()
    }

    /// The sum of the numbers that are given of several.
    pub(super) fn sum(&self, fields: &[SlipField]) -> Money {
        fields.iter().filter_map(|field| self.get(*field)).sum()
    }
}

/// A rate: a share of one, as the interface has it (`0.85`), or a percent.
fn rate(typed: &str) -> Option<Percent> {
    // `.85` is `0.85`.
    let whole = typed.starts_with('.').then(|| format!("0{typed}"));
    let typed = whole.as_deref().unwrap_or(typed);
    let share = typed.trim_end_matches('0').strip_prefix("0.").or(typed.strip_prefix("0."));
    match share {
        Some(digits)
            if !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()) =>
        {
            format!("{digits:0<4}").parse().ok().map(Percent::from_hundredths)
        }
        _ if ["1", "1.0", "1.00", "1.0000"].contains(&typed) => Some(Percent::FULL),
        _ => parse_percent(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = Slip::default().write(SlipField::Fund, "-3");
        assert!(matches!(wrong, Err(SlipError::Amount { field: SlipField::Fund, .. })));
        assert!(matches!(Slip::default().write(SlipField::Rate, "much"), Err(SlipError::Rate(_))));
    }

    #[test]
    fn a_rate_is_a_share_of_one_or_a_percent() {
        for (typed, hundredths) in [
            ("0.85", 8500),
            (".85", 8500),
            (".8550", 8550),
            ("0.8550", 8550),
            ("0.8500", 8500),
            ("1", 10_000),
            ("85", 8500),
            ("85.5%", 8550),
        ] {
            assert_eq!(rate(typed), Some(Percent::from_hundredths(hundredths)), "{typed}");
        }
    }
}
