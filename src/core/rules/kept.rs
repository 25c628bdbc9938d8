//! Rules told for one case, as the rules of their area: what is offered for keeping.

use crate::case::Case;
use crate::policy::own::Rule;
use crate::policy::{Care, Item, Route, Value};

/// The rules of a form that were told for a case on a route; those that hold for this
/// case alone, or of whom it is not known for whom they hold, are left out.
pub fn told_rules(case: &Case, route: Option<Route>) -> Vec<(Rule, Value)> {
    let Some(scheme) = case.scheme().filter(|_| case.care == Care::Inpatient) else { return Vec::new() };
    let is_home = route == Some(Route::Local);
    let holds = |rule: &Rule| {
        let of_all = match rule.item {
            // Later deductibles of a year are others.
            Item::Deductible => case.year.admissions == 0,
            // Away from home a rate told alone is that of this trip, which no form asks for.
            Item::Rate => is_home || case.told.cut.is_some(),
            // People in hardship have rules of their own there.
            Item::CatastrophicDeductible | Item::CatastrophicRate | Item::CatastrophicCap => !case.hardship,
            _ => true,
        };
        of_all
            && rule.status.is_none_or(|status| case.status.known() == Some(status))
            && rule.tier.is_none_or(|tier| case.tier.known() == Some(tier))
            && rule.route.is_none_or(|of| route == Some(of))
    };
    let rules = Rule::all(scheme).into_iter().filter(holds);
    rules.filter_map(|rule| Some((rule, case.told.value(rule.item)?))).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::answers::Draft;
    use crate::case::{Field, Filed};
    use crate::places::resolve;
    use crate::policy::{Status, Tier};

    fn case(care_place: &str, told: &[(Field, &str)]) -> Case {
        let mut draft = Draft {
            insured: resolve("营口").ok(),
            care_place: resolve(care_place).ok(),
            status: Some(Status::Active),
            tier: Some(Tier::Three),
            filed: Filed::Yes,
            ..Draft::default()
        };
        for (field, typed) in [(Field::Total, "50000")].iter().chain(told) {
            draft.write(*field, typed);
        }
        draft.finish(date(2026, 11, 28)).unwrap()
    }

    fn items(case: &Case, route: Route) -> Vec<Item> {
        told_rules(case, Some(route)).into_iter().map(|(rule, _)| rule.item).collect()
    }

    #[test]
    fn what_holds_for_others_too_can_be_kept() {
        use Field::{RuleCatastrophicRate, RuleCut, RuleDeductible, RuleRate};
        let away = case("北京", &[(RuleDeductible, "800"), (RuleRate, "85"), (RuleCut, "10")]);
        assert_eq!(items(&away, Route::Temporary), [Item::Deductible, Item::Rate, Item::Away]);
        let (rule, value) = told_rules(&away, Some(Route::Temporary)).remove(2);
        assert_eq!((rule.route, Some(value)), (Some(Route::Temporary), away.told.value(Item::Away)));
        let home = case("营口", &[(RuleRate, "85")]);
        assert_eq!(items(&home, Route::Local), [Item::Rate]);
        // 75 % of this trip is no rate at home.
        let trip = case("北京", &[(RuleRate, "75"), (RuleCatastrophicRate, "60")]);
        assert_eq!(items(&trip, Route::Temporary), [Item::CatastrophicRate]);
        let later = case("北京", &[(RuleDeductible, "400"), (Field::Admission, "2")]);
        assert!(items(&later, Route::Temporary).is_empty());
    }
}
