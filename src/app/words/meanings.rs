//! What the words of the field mean: one plain sentence, and what they come to in
//! the case at hand.

use strum::VariantArray;

use super::Text;
use yidi_core::estimate::{Estimate, Line, Side, shown};
use yidi_core::num::Span;
use yidi_core::policy::{Item, Route};
use yidi_core::variants::all;

/// A word of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Concept {
    /// The whole bill.
    Total,
    /// Medicines and items outside the catalogue.
    OwnExpense,
    /// Your own share of class-B items, paid first; only the rest counts for reimbursement.
    Prepay,
    /// What goes beyond a price ceiling, for example of materials or a bed.
    OverLimit,
    /// Own expense, class-B prepay and over-limit together; where the bill is not split, a usual share of it, as a range.
    Uncovered,
    /// The bill without what is never paid.
    Eligible,
    /// In some areas care away begins with a share of the eligible cost that you pay first; the rest is then paid by the rate.
    FirstSelfPay,
    /// The threshold.
    Deductible,
    /// The insured people's common fund.
    Fund,
    /// The share of the eligible cost above the deductible that the pooled fund pays.
    Rate,
    /// Your share of the eligible cost once the pooled fund has paid its own.
    CoPayment,
    /// The most that the pooled fund pays for you in a year.
    Cap,
    /// The cost left once the cap is used up; a supplement, where there is one, pays a part of it.
    AboveCap,
    /// Employees' insurance above the cap.
    Supplement,
    /// Where your compliant burden of the year passes its threshold, the rest is paid in part once more, at no extra premium.
    Catastrophic,
    /// What you paid of the eligible cost; catastrophic insurance and aid look at it alone, own expense does not count.
    Compliant,
    /// People in hardship.
    Aid,
    /// All that is left for you when every fund has paid, own expense included.
    Personal,
    /// The balance of an employee's personal account.
    Account,
    /// What is left of your burden once the account has paid.
    Cash,
    /// Telling the insured area of a trip beforehand; only then does the hospital settle directly, and mostly more is paid.
    Filing,
    /// For people who live or work elsewhere; filed once, it lasts, mostly on the terms at home.
    LongTerm,
    /// A hospital of the insured area sends you; more is paid than when you go by yourself.
    Referral,
    /// Rescued in an emergency elsewhere.
    Emergency,
    /// At discharge you pay your own part only; the hospital settles the rest with the funds.
    Direct,
    /// You pay everything and hand in receipts, list and records in the insured area later.
    ByHand,
    /// A hospital on the national platform.
    Networked,
    /// The place that collects and pays together, mostly a city.
    PoolingArea,
    /// Where you are insured.
    InsuredArea,
    /// The list of what may be paid; away from home that of the place of care holds.
    Catalogue,
    /// Three is the highest; the lower the tier, the lower the deductible and the higher the rate, as a rule.
    Tier,
    /// Some numbers are not known.
    Range,
    /// How sure a number is.
    Grade,
    /// The hotline of the health insurance; from elsewhere dial the area code first.
    Hotline,
}

impl Concept {
    /// Every word, in the order of the settlement, then of the trip.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// The line of the settlement that bears the word.
    pub const fn line(self) -> Option<Line> {
        Some(match self {
            Self::Total => Line::Total,
            Self::OwnExpense => Line::OwnExpense,
            Self::Prepay => Line::Prepay,
            Self::OverLimit => Line::OverLimit,
            Self::Uncovered => Line::Uncovered,
            Self::Eligible => Line::Eligible,
            Self::FirstSelfPay => Line::FirstSelfPay,
            Self::Deductible => Line::Deductible,
            Self::Fund => Line::Fund,
            Self::CoPayment => Line::CoPayment,
            Self::AboveCap => Line::AboveCap,
            Self::Supplement => Line::Supplement,
            Self::Catastrophic => Line::Catastrophic,
            Self::Aid => Line::Aid,
            Self::Personal => Line::Personal,
            Self::Account => Line::Account,
            Self::Cash => Line::Cash,
            _ => return None,
        })
    }

    /// The word of a line.
    pub fn of_line(line: Line) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.line() == Some(line))
    }

    /// The word of what a figure is a number of.
    pub const fn of_item(item: Item) -> Self {
        match item {
            Item::Deductible | Item::DeductiblesCeiling => Self::Deductible,
            Item::Rate => Self::Rate,
            Item::Cap => Self::Cap,
            Item::SupplementRate | Item::SupplementCap => Self::Supplement,
            Item::CatastrophicDeductible | Item::CatastrophicRate | Item::CatastrophicCap => {
                Self::Catastrophic
            }
            Item::CatastrophicBase => Self::Compliant,
            Item::AidDeductible | Item::AidRate | Item::AidCap => Self::Aid,
            Item::Away => Self::Filing,
            Item::UncoveredShare => Self::Uncovered,
        }
    }

    /// The word of a route.
    pub const fn of_route(route: Route) -> Self {
        match route {
            Route::Local | Route::InProvince => Self::PoolingArea,
            Route::LongTerm => Self::LongTerm,
            Route::Referral => Self::Referral,
            Route::Emergency => Self::Emergency,
            Route::Temporary | Route::Unfiled => Self::Filing,
        }
    }

    /// The figure that says how much it is, where it is not a line.
    const fn item(self) -> Option<Item> {
        match self {
            Self::Rate => Some(Item::Rate),
            Self::Cap => Some(Item::Cap),
            Self::Compliant => Some(Item::CatastrophicBase),
            _ => None,
        }
    }
}

impl Text {
    /// A word of the field.
    pub fn concept(&self, concept: Concept) -> String {
        match concept {
            Concept::Total => self.line(Line::Total),
            Concept::OwnExpense => self.line(Line::OwnExpense),
            Concept::Prepay => self.line(Line::Prepay),
            Concept::OverLimit => self.line(Line::OverLimit),
            Concept::Uncovered => self.line(Line::Uncovered),
            Concept::Eligible => self.line(Line::Eligible),
            Concept::FirstSelfPay => self.line(Line::FirstSelfPay),
            Concept::Deductible => self.line(Line::Deductible),
            Concept::Fund => self.line(Line::Fund),
            Concept::Rate => self.word_rate(),
            Concept::CoPayment => self.line(Line::CoPayment),
            Concept::Cap => self.word_cap(),
            Concept::AboveCap => self.line(Line::AboveCap),
            Concept::Supplement => self.line(Line::Supplement),
            Concept::Catastrophic => self.line(Line::Catastrophic),
            Concept::Compliant => self.word_compliant(),
            Concept::Aid => self.line(Line::Aid),
            Concept::Personal => self.line(Line::Personal),
            Concept::Account => self.line(Line::Account),
            Concept::Cash => self.line(Line::Cash),
            Concept::Filing => self.word_filing(),
            Concept::LongTerm => self.word_long_term(),
            Concept::Referral => self.word_referral(),
            Concept::Emergency => self.word_emergency(),
            Concept::Direct => self.word_direct(),
            Concept::ByHand => self.word_by_hand(),
            Concept::Networked => self.word_networked(),
            Concept::PoolingArea => self.word_pooling_area(),
            Concept::InsuredArea => self.word_insured_area(),
            Concept::Catalogue => self.word_catalogue(),
            Concept::Tier => self.word_tier(),
            Concept::Range => self.word_range(),
            Concept::Grade => self.word_grade(),
            Concept::Hotline => self.word_hotline(),
        }
    }

    /// What it means, in a sentence.
    pub fn concept_means(&self, concept: Concept) -> String {
        match concept {
            Concept::Total => self.word_total_means(),
            Concept::OwnExpense => self.word_own_expense_means(),
            Concept::Prepay => self.word_prepay_means(),
            Concept::OverLimit => self.word_over_limit_means(),
            Concept::Uncovered => self.word_uncovered_means(),
            Concept::Eligible => self.word_eligible_means(),
            Concept::FirstSelfPay => self.word_first_self_pay_means(),
            Concept::Deductible => self.word_deductible_means(),
            Concept::Fund => self.word_fund_means(),
            Concept::Rate => self.word_rate_means(),
            Concept::CoPayment => self.word_co_payment_means(),
            Concept::Cap => self.word_cap_means(),
            Concept::AboveCap => self.word_above_cap_means(),
            Concept::Supplement => self.word_supplement_means(),
            Concept::Catastrophic => self.word_catastrophic_means(),
            Concept::Compliant => self.word_compliant_means(),
            Concept::Aid => self.word_aid_means(),
            Concept::Personal => self.word_personal_means(),
            Concept::Account => self.word_account_means(),
            Concept::Cash => self.word_cash_means(),
            Concept::Filing => self.word_filing_means(),
            Concept::LongTerm => self.word_long_term_means(),
            Concept::Referral => self.word_referral_means(),
            Concept::Emergency => self.word_emergency_means(),
            Concept::Direct => self.word_direct_means(),
            Concept::ByHand => self.word_by_hand_means(),
            Concept::Networked => self.word_networked_means(),
            Concept::PoolingArea => self.word_pooling_area_means(),
            Concept::InsuredArea => self.word_insured_area_means(),
            Concept::Catalogue => self.word_catalogue_means(),
            Concept::Tier => self.word_tier_means(),
            Concept::Range => self.word_range_means(),
            Concept::Grade => self.word_grade_means(),
            Concept::Hotline => self.word_hotline_means(),
        }
    }

    /// What it comes to in a case; nothing where it has no amount there.
    pub fn concept_here(&self, concept: Concept, estimate: &Estimate) -> Option<String> {
        if let Some(line) = concept.line() {
            let (_, low, high) =
                shown(estimate.low(), estimate.high()).into_iter().find(|(one, ..)| *one == line)?;
            return Some(self.words_here(self.yuan(self.money_span(Span::between(low, high)))));
        }
        if concept == Concept::Range {
            return Some(self.words_here(self.burden_unit(estimate.burden())));
        }
        let item = concept.item()?;
        let value = |run: &yidi_core::estimate::Outcome, side| {
            let figure = run.figures_at(side).find(|figure| figure.item == item)?;
            Some(self.full_value(&figure.value))
        };
        let best = value(estimate.low_run(), Side::Best)?;
        let worst = value(estimate.high_run(), Side::Worst)?;
        Some(if best == worst { self.words_here(best) } else { self.words_here_ends(best, worst) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_word() {
        for line in Line::ALL {
            assert_eq!(Concept::of_line(line).and_then(Concept::line), Some(line), "{line:?}");
        }
        assert!(Concept::ALL.len() >= 30);
    }
}
