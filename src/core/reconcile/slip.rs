//! The real settlement slip, under the names of the national interface.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use strum::VariantArray;

use crate::answers::{AmountError, parse_amount, parse_percent};
use crate::estimate::Settlement;
use crate::num::{Money, Percent};
use crate::variants::all;

/// A number of the slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum SlipField {
    /// The whole bill (医疗费总额).
    Total,
    /// Own expense (全自费).
    OwnExpense,
    /// Over-limit (超限价).
    OverLimit,
    /// Class-B prepay (先行自付).
    Prepay,
    /// Eligible cost (符合政策范围).
    Eligible,
    /// Deductible paid (实际支付起付线).
    Deductible,
    /// Paid by the pooled fund (统筹基金).
    Fund,
    /// The pooled fund's rate (统筹支付比例).
    Rate,
    /// Paid by the supplement (大额补助).
    Supplement,
    /// Paid by the catastrophic insurance (大病保险).
    Catastrophic,
    /// Paid by medical aid (医疗救助).
    Aid,
    /// All funds together (基金支付总额).
    Funds,
    /// Personal burden (个人负担).
    Personal,
    /// Of it, from the account (个人账户).
    Account,
    /// Of it, in cash (现金).
    Cash,
}

impl SlipField {
    /// Every number, in the order of the slip.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Its name in the national interface.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "medfee_sumamt",
            Self::OwnExpense => "fulamt_ownpay_amt",
            Self::OverLimit => "overlmt_selfpay",
            Self::Prepay => "preselfpay_amt",
            Self::Eligible => "inscp_scp_amt",
            Self::Deductible => "act_pay_dedc",
            Self::Fund => "hifp_pay",
            Self::Rate => "pool_prop_selfpay",
            Self::Supplement => "hifob_pay",
            Self::Catastrophic => "hifmi_pay",
            Self::Aid => "maf_pay",
            Self::Funds => "fund_pay_sumamt",
            Self::Personal => "psn_part_amt",
            Self::Account => "acct_pay",
            Self::Cash => "psn_cash_pay",
        }
    }

    /// The number of that name.
    pub fn by_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }

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
            Self::Rate => None,
            Self::Supplement => Some(settlement.supplement),
            Self::Catastrophic => Some(settlement.catastrophic),
            Self::Aid => Some(settlement.aid),
            Self::Funds => Some(settlement.funds()),
            Self::Personal => Some(settlement.personal),
            Self::Account => Some(settlement.account),
            Self::Cash => Some(settlement.cash()),
        }
    }
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
    /// The numbers of a JSON text: of the object that has one of the names,
    /// wherever it stands. Other names are passed over: a slip of a hospital
    /// holds much that is none of this program's business.
    ///
    /// # Errors
    /// With what is wrong.
    pub fn from_json(text: &str) -> Result<Self, SlipError> {
        let json: Json = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| SlipError::NotJson(error.to_string()))?;
        let found = numbers_in(&json).ok_or(SlipError::Empty)?;
        let mut slip = Self::default();
        for (key, value) in found {
            let Some(field) = SlipField::by_key(key) else { continue };
            match value {
                Json::Null => {}
                Json::String(typed) => slip.write(field, typed)?,
                other => slip.write(field, &other.to_string())?,
            }
        }
        if slip.is_empty() { Err(SlipError::Empty) } else { Ok(slip) }
    }

    /// Takes a number as it was typed; nothing typed takes it away.
    ///
    /// # Errors
    /// With what is wrong with it.
    pub fn write(&mut self, field: SlipField, typed: &str) -> Result<(), SlipError> {
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
        let amount = parse_amount(typed).or_else(|fault| {
            // Programs write more zeros than a fen needs: 1234.5600.
            let short = typed.trim_end_matches('0');
            if typed.contains('.') { parse_amount(short).map_err(|_| fault) } else { Err(fault) }
        });
        let amount = amount.map_err(|fault| SlipError::Amount { field, typed: typed.to_owned(), fault })?;
        self.amounts.insert(field, amount);
        Ok(())
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
}

/// A rate: a share of one, as the interface has it (`0.85`), or a percent.
fn rate(typed: &str) -> Option<Percent> {
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

/// The first object that has one of the names, from outside inwards.
fn numbers_in(json: &Json) -> Option<&Map<String, Json>> {
    match json {
        Json::Object(object) if object.keys().any(|key| SlipField::by_key(key).is_some()) => Some(object),
        Json::Object(object) => object.values().find_map(numbers_in),
        Json::Array(all) => all.iter().find_map(numbers_in),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_read_from_any_depth_and_form() {
        let text = r#"{"infcode": 0, "output": {"setlinfo": {"psn_no": "1", "medfee_sumamt": 1234.5,
            "hifp_pay": "1,000.0000", "pool_prop_selfpay": 0.85, "acct_pay": null}}}"#;
        let slip = Slip::from_json(text).unwrap();
        assert_eq!(slip.get(SlipField::Total), Some(Money::from_fen(123_450)));
        assert_eq!(slip.get(SlipField::Fund), Some(Money::from_yuan(1_000)));
        assert_eq!((slip.rate, slip.get(SlipField::Account)), (Some(Percent::new(85)), None));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(matches!(Slip::from_json("{"), Err(SlipError::NotJson(_))));
        assert_eq!(Slip::from_json("{\"a\": 1}"), Err(SlipError::Empty));
        let wrong = Slip::from_json("{\"hifp_pay\": \"-3\"}");
        assert!(matches!(wrong, Err(SlipError::Amount { field: SlipField::Fund, .. })));
        assert!(matches!(Slip::default().write(SlipField::Rate, "much"), Err(SlipError::Rate(_))));
    }

    #[test]
    fn a_rate_is_a_share_of_one_or_a_percent() {
        for (typed, hundredths) in
            [("0.85", 8500), ("0.8550", 8550), ("0.8500", 8500), ("1", 10_000), ("85", 8500), ("85.5%", 8550)]
        {
            assert_eq!(rate(typed), Some(Percent::from_hundredths(hundredths)), "{typed}");
        }
    }
}
