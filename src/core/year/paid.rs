//! What was really paid in place of what was estimated: the rest of the year
//! follows from it.

use crate::estimate::Settlement;
use crate::names::SlipField;
use crate::num::Money;
use crate::reconcile::Slip;

/// A settlement with the numbers of a real slip laid over it; what the slip does
/// not say stays as it was estimated, or follows from the rest.
pub(super) fn laid_over(estimated: &Settlement, slip: &Slip) -> Settlement {
    let get = |field| slip.get(field);
    let total = get(SlipField::Total).unwrap_or(estimated.total);
    let parts = [SlipField::OwnExpense, SlipField::Prepay, SlipField::OverLimit].map(get);
    let split = match parts {
        [Some(own), Some(prepay), Some(over)] => Some([own, prepay, over]),
        _ => estimated.split.filter(|_| total == estimated.total && parts == [None; 3]),
    };
    let by_parts = split.map(|split| (total - split.into_iter().sum()).or_zero());
    let eligible = get(SlipField::Eligible).or(by_parts);
    let eligible = eligible.unwrap_or_else(|| (total - estimated.uncovered).or_zero()).min(total);
    let fund = get(SlipField::Fund).unwrap_or(estimated.fund);
    let supplement = get(SlipField::Supplement).unwrap_or(estimated.supplement);
    let catastrophic = get(SlipField::Catastrophic).unwrap_or(estimated.catastrophic);
    let aid = get(SlipField::Aid).unwrap_or(estimated.aid);
    let funds = get(SlipField::Funds).unwrap_or(fund + supplement + catastrophic + aid);
    let personal = get(SlipField::Personal).unwrap_or_else(|| (total - funds).or_zero());
    let first_self_pay = estimated.first_self_pay.min(eligible);
    let deductible = get(SlipField::Deductible).unwrap_or(estimated.deductible);
    let deductible = deductible.min((eligible - first_self_pay).or_zero());
    let above_cap = estimated.above_cap.min((eligible - first_self_pay - deductible - fund).or_zero());
    let cash = get(SlipField::Cash).map(|cash| (personal - cash).or_zero());
    Settlement {
        total,
        uncovered: total - eligible,
        split: split.filter(|split| split.iter().copied().sum::<Money>() == total - eligible),
        eligible,
        first_self_pay,
        deductible,
        fund,
        co_payment: (eligible - first_self_pay - deductible - fund - above_cap).or_zero(),
        above_cap,
        supplement,
        catastrophic,
        aid,
        personal,
        account: get(SlipField::Account).or(cash).unwrap_or(estimated.account).min(personal),
        base: estimated.base,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::CatastrophicBase;

    fn estimated() -> Settlement {
        let yuan = Money::from_yuan;
        Settlement {
            total: yuan(10_000),
            uncovered: yuan(1_000),
            split: None,
            eligible: yuan(9_000),
            first_self_pay: yuan(0),
            deductible: yuan(1_000),
            fund: yuan(6_000),
            co_payment: yuan(2_000),
            above_cap: yuan(0),
            supplement: yuan(0),
            catastrophic: yuan(0),
            aid: yuan(0),
            personal: yuan(4_000),
            account: yuan(0),
            base: Some(CatastrophicBase::USUAL),
        }
    }

    #[test]
    fn what_the_slip_says_stands_and_the_rest_follows() {
        let mut slip = Slip::default();
        for (field, typed) in [
            (SlipField::Total, "12000"),
            (SlipField::Eligible, "11000"),
            (SlipField::Deductible, "800"),
            (SlipField::Fund, "7000"),
        ] {
            slip.write(field, typed).unwrap();
        }
        let paid = laid_over(&estimated(), &slip);
        // 11 000 − 800 − 7 000 = 3 200; 12 000 − 7 000 = 5 000; burden 11 000 − 7 000 = 4 000
        assert_eq!(paid.co_payment, Money::from_yuan(3_200));
        assert_eq!((paid.personal, paid.uncovered), (Money::from_yuan(5_000), Money::from_yuan(1_000)));
        assert_eq!(paid.compliant(), Money::from_yuan(4_000));
    }

    #[test]
    fn an_empty_slip_changes_nothing() {
        assert_eq!(laid_over(&estimated(), &Slip::default()), estimated());
    }
}
