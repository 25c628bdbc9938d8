//! What a change did, and how two cases differ, in words.

use jiff::civil::Date;

use super::Text;
use yidi_core::answers;
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Field};
use yidi_core::estimate::CostShift;
use yidi_core::num::{Money, Span};

impl Text {
    /// What the person pays more or less than a moment ago.
    pub fn cost_shift(&self, CostShift { best, worst }: CostShift) -> String {
        let zero = Money::ZERO;
        let size = |money: Money| money.max(zero - money);
        let sizes = || self.money_span(Span::between(size(best), size(worst)));
        match (best, worst) {
            _ if best.is_zero() && worst.is_zero() => self.change_none(),
            _ if best >= zero && worst >= zero => self.change_more(sizes()),
            _ if best <= zero && worst <= zero => self.change_less(sizes()),
            _ => self.change_ends(self.signed_money(best), self.signed_money(worst)),
        }
    }

    /// By how much an amount changed, low and high, with signs.
    pub fn change_span(&self, CostShift { best, worst }: CostShift) -> String {
        let (low, high) = (self.signed_money(best.min(worst)), self.signed_money(best.max(worst)));
        if best == worst { low } else { self.range(low, high) }
    }

    /// The same in passing.
    pub fn compact_shift(&self, CostShift { best, worst }: CostShift) -> String {
        let signed = |money: Money| {
            let sign = if money < Money::ZERO { "-" } else { "+" };
            format!("{sign}{}", self.compact(money.max(Money::ZERO - money)))
        };
        let (low, high) = (signed(best.min(worst)), signed(best.max(worst)));
        if low == high { low } else { self.range(low, high) }
    }

    /// The answers that are not the same, as `医院等级：三级 → 二级`.
    pub fn changed_answers(&self, from: &Draft, to: &Draft, today: Date) -> Vec<String> {
        let mut fields = answers::checked(from);
        for field in answers::checked(to) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        let told = |draft, field| self.answer(draft, field, today).unwrap_or_else(|| self.not_given());
        let changed = fields.into_iter().filter_map(|field| {
            let (before, after) = (told(from, field), told(to, field));
            (before != after).then(|| self.change_from_to(self.field(field), before, after))
        });
        changed.collect()
    }

    /// How two cases differ, as far as people call it by a name.
    pub fn case_differences(&self, one: &Case, other: &Case) -> Vec<String> {
        let told = |case: &Case| {
            let yes = |is: bool| if is { self.yes() } else { self.no() };
            [
                (Field::Insured, self.chosen_place(case.insured)),
                (Field::CarePlace, self.chosen_place(case.care_place)),
                (Field::Status, self.statuses(case.status)),
                (Field::Tier, self.tiers(case.tier)),
                (Field::Care, self.visit(case.care, case.disease)),
                (Field::Reason, self.reason(case.reason)),
                (Field::Filed, self.filed(case.filed)),
                (
                    Field::Total,
                    case.bill
                        .total
                        .map_or_else(|| self.bill_unknown(), |total| self.yuan(self.money_span(total))),
                ),
                (Field::Date, self.date(case.date)),
                (Field::Hardship, yes(case.hardship)),
            ]
        };
        let pairs = told(one).into_iter().zip(told(other));
        let differ = pairs.filter(|((_, one), (_, other))| one != other);
        differ.map(|((field, one), (_, other))| self.change_from_to(self.field(field), one, other)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_change_is_told_by_its_direction() {
        let text = Text::new(Lang::Zh);
        let told = |best, worst| {
            text.cost_shift(CostShift { best: Money::from_yuan(best), worst: Money::from_yuan(worst) })
        };
        for (best, worst, expected) in [
            (0, 0, "和刚才一样"),
            (3_930, 4_680, "比刚才多付 3,930.00 ～ 4,680.00 元"),
            (4_680, 3_930, "比刚才多付 3,930.00 ～ 4,680.00 元"),
            (500, 500, "比刚才多付 500.00 元"),
            (-500, -200, "比刚才少付 200.00 ～ 500.00 元"),
            (0, -200, "比刚才少付 0.00 ～ 200.00 元"),
            (-100, 300, "和刚才比：最少的一端 -100.00 元，最多的一端 +300.00 元"),
        ] {
            assert_eq!(told(best, worst), expected);
        }
    }

    #[test]
    fn a_span_of_changes_rises() {
        let text = Text::new(crate::words::Lang::Zh);
        let yuan = Money::from_yuan;
        for (best, worst, expected) in
            [(9_400, 7_900, "+7,900.00 ～ +9,400.00"), (-100, -300, "-300.00 ～ -100.00"), (5, 5, "+5.00")]
        {
            assert_eq!(text.change_span(CostShift { best: yuan(best), worst: yuan(worst) }), expected);
        }
        let compact = text.compact_shift(CostShift { best: yuan(9_400), worst: yuan(7_900) });
        assert_eq!(compact, "+7,900 ～ +9,400");
    }
}
