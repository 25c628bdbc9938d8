//! What a question means and how it is filled in, for the screen and the lines alike.

use super::Text;
use yidi_core::case::Field;

impl Text {
    /// What helps with a question that is not answered yet; nothing where the
    /// question and its options say it all.
    pub fn hint(&self, field: Field) -> Option<String> {
        Some(match field {
            Field::Insured | Field::CarePlace => self.place_hint(),
            Field::Total => self.total_hint(),
            Field::Date => self.date_hint(),
            Field::Admitted => self.day_hint(),
            Field::Reason => self.hint_reason(),
            Field::Filed => self.hint_filed(),
            Field::Networked => self.hint_networked(),
            Field::OwnExpense => self.unknown_is_range(self.hint_own_expense()),
            Field::Prepay => self.unknown_is_range(self.hint_prepay()),
            Field::ClassB => self.unknown_is_range(self.hint_class_b()),
            Field::OverLimit => self.unknown_is_range(self.hint_over_limit()),
            Field::ClassBRate | Field::Age | Field::Admission | Field::RetiredIn => self.may_stay_empty(),
            Field::Account => self.empty_is_none(),
            Field::YtdDeductible
            | Field::YtdEligible
            | Field::YtdFund
            | Field::YtdSupplement
            | Field::YtdBurden
            | Field::YtdCatastrophic
            | Field::YtdAid => self.hint_year_to_date(),
            Field::RuleRate => self.hint_rule_rate(),
            Field::RuleCut => self.hint_rule_cut(),
            Field::RuleDeductible
            | Field::RuleCap
            | Field::RuleSupplementRate
            | Field::RuleSupplementCap
            | Field::RuleCatastrophicDeductible
            | Field::RuleCatastrophicRate
            | Field::RuleCatastrophicCap => self.hint_rule(),
            Field::Scheme
            | Field::Status
            | Field::Tier
            | Field::Care
            | Field::Disease
            | Field::Hardship
            | Field::Hospital
            | Field::Contribution
            | Field::Also(_) => return None,
        })
    }
}
