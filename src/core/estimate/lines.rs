//! The lines of a settlement, in the order of the steps.

use strum::VariantArray;

use super::Settlement;
use crate::num::Money;
use crate::policy::Item;
use crate::variants::all;

/// A line of the settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, VariantArray)]
pub enum Line {
    /// The whole bill.
    Total,
    /// Outside the catalogue.
    OwnExpense,
    /// The patient's first share of class-B items.
    Prepay,
    /// Above a price ceiling.
    OverLimit,
    /// The three together, where the bill is not split.
    Uncovered,
    /// Eligible cost.
    Eligible,
    /// First self-pay of the route.
    FirstSelfPay,
    /// Deductible paid.
    Deductible,
    /// Paid by the pooled fund.
    Fund,
    /// The person's share below the cap.
    CoPayment,
    /// Beyond the cap.
    AboveCap,
    /// Paid by the supplement.
    Supplement,
    /// Paid by the catastrophic insurance.
    Catastrophic,
    /// Paid by medical aid.
    Aid,
    /// Personal burden.
    Personal,
    /// Of it, from the personal account.
    Account,
    /// Of it, in cash.
    Cash,
}

impl Line {
    /// Every line, in order.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// The line's name as programs read it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::OwnExpense => "own_expense",
            Self::Prepay => "prepay",
            Self::OverLimit => "over_limit",
            Self::Uncovered => "uncovered",
            Self::Eligible => "eligible",
            Self::FirstSelfPay => "first_self_pay",
            Self::Deductible => "deductible",
            Self::Fund => "fund",
            Self::CoPayment => "co_payment",
            Self::AboveCap => "above_cap",
            Self::Supplement => "supplement",
            Self::Catastrophic => "catastrophic",
            Self::Aid => "aid",
            Self::Personal => "personal",
            Self::Account => "account",
            Self::Cash => "cash",
        }
    }

    /// The items whose figures the line is made of.
    pub const fn items(self) -> &'static [Item] {
        match self {
            Self::Uncovered => &[Item::UncoveredShare],
            Self::FirstSelfPay => &[Item::Away],
            Self::Deductible => &[Item::Deductible],
            Self::Fund | Self::AboveCap => &[Item::Rate, Item::Away, Item::Cap],
            Self::Supplement => &[Item::SupplementRate, Item::SupplementCap],
            Self::Catastrophic => &[
                Item::CatastrophicDeductible,
                Item::CatastrophicRate,
                Item::CatastrophicCap,
                Item::CatastrophicBase,
            ],
            Self::Aid => &[Item::AidDeductible, Item::AidRate, Item::AidCap],
            _ => &[],
        }
    }

    /// Whether a reader looks for the line even when nothing is on it.
    const fn always_shown(self) -> bool {
        matches!(self, Self::Total | Self::Eligible | Self::Deductible | Self::Fund | Self::Personal)
    }
}

impl Settlement {
    /// The amount on a line; the parts of an unsplit bill have none.
    pub fn line(&self, line: Line) -> Option<Money> {
        let part = |place: usize| self.split.map(|parts| parts[place]);
        match line {
            Line::Total => Some(self.total),
            Line::OwnExpense => part(0),
            Line::Prepay => part(1),
            Line::OverLimit => part(2),
            Line::Uncovered => self.split.is_none().then_some(self.uncovered),
            Line::Eligible => Some(self.eligible),
            Line::FirstSelfPay => Some(self.first_self_pay),
            Line::Deductible => Some(self.deductible),
            Line::Fund => Some(self.fund),
            Line::CoPayment => Some(self.co_payment),
            Line::AboveCap => Some(self.above_cap),
            Line::Supplement => Some(self.supplement),
            Line::Catastrophic => Some(self.catastrophic),
            Line::Aid => Some(self.aid),
            Line::Personal => Some(self.personal),
            Line::Account => Some(self.account),
            Line::Cash => (!self.account.is_zero()).then(|| self.cash()),
        }
    }
}

/// The lines worth showing of two settlements of one case, with both amounts.
pub fn shown(best: &Settlement, worst: &Settlement) -> Vec<(Line, Money, Money)> {
    Line::ALL
        .into_iter()
        .filter_map(|line| {
            let (low, high) = (best.line(line), worst.line(line));
            if low.is_none() && high.is_none() {
                return None;
            }
            Some((line, low.unwrap_or_default(), high.unwrap_or_default()))
        })
        .filter(|(line, low, high)| line.always_shown() || !low.is_zero() || !high.is_zero())
        .collect()
}
