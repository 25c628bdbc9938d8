//! The questions by name.

use strum::{EnumCount, EnumDiscriminants};

use super::Circumstance;

/// A question, as messages name it; their order is the order of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, EnumDiscriminants)]
#[strum_discriminants(name(Name), vis(pub(self)))]
pub enum Field {
    /// Insured area.
    Insured,
    /// Care area.
    CarePlace,
    /// Scheme.
    Scheme,
    /// Status.
    Status,
    /// Hospital tier.
    Tier,
    /// Kind of care.
    Care,
    /// Chronic kind.
    Disease,
    /// Reason for going.
    Reason,
    /// Filed or not.
    Filed,
    /// Total of the bill.
    Total,
    /// Own expense.
    OwnExpense,
    /// Class-B prepay.
    Prepay,
    /// Amount of class-B items.
    ClassB,
    /// Prepay rate of class-B items.
    ClassBRate,
    /// Over-limit.
    OverLimit,
    /// Day of admission.
    Admitted,
    /// Day of discharge, which is the settlement date.
    Date,
    /// Whether the hospital settles directly.
    Networked,
    /// Age in full years.
    Age,
    /// In hardship or not.
    Hardship,
    /// Balance of the personal account.
    Account,
    /// Which admission of the year it is.
    Admission,
    /// Annual deductible already paid.
    YtdDeductible,
    /// Earlier eligible cost.
    YtdEligible,
    /// Paid by the pooled fund this year.
    YtdFund,
    /// Paid by the supplement this year.
    YtdSupplement,
    /// Compliant burden borne this year.
    YtdBurden,
    /// Paid by the catastrophic insurance this year.
    YtdCatastrophic,
    /// Paid by medical aid this year.
    YtdAid,
    /// Hospital class.
    Hospital,
    /// Contribution class.
    Contribution,
    /// Year of retirement.
    RetiredIn,
    /// The deductible that was told.
    RuleDeductible,
    /// The rate of the pooled fund that was told.
    RuleRate,
    /// The points off the rate that were told.
    RuleCut,
    /// The cap of the pooled fund that was told.
    RuleCap,
    /// The rate of the supplement that was told.
    RuleSupplementRate,
    /// The cap of the supplement that was told.
    RuleSupplementCap,
    /// The deductible of the catastrophic insurance that was told.
    RuleCatastrophicDeductible,
    /// The rate of the catastrophic insurance that was told.
    RuleCatastrophicRate,
    /// The cap of the catastrophic insurance that was told.
    RuleCatastrophicCap,
    /// Whether something else is so.
    Also(Circumstance),
}

impl Field {
    /// How many questions there are, all circumstances as one.
    pub const COUNT: usize = <Self as EnumCount>::COUNT;

    /// Where it stands among the questions, from 0; all circumstances are one.
    pub fn row(self) -> usize {
        Name::from(self) as usize
    }

    /// The question as programs name it: the option of the command line and the
    /// column of a table.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Insured => "from",
            Self::CarePlace => "to",
            Self::Scheme => "scheme",
            Self::Status => "status",
            Self::Tier => "tier",
            Self::Care => "care",
            Self::Disease => "disease",
            Self::Reason => "reason",
            Self::Filed => "filed",
            Self::Total => "total",
            Self::OwnExpense => "own-expense",
            Self::Prepay => "prepay",
            Self::ClassB => "class-b",
            Self::ClassBRate => "class-b-prepay-rate",
            Self::OverLimit => "over-limit",
            Self::Admitted => "admitted",
            Self::Date => "date",
            Self::Networked => "networked",
            Self::Age => "age",
            Self::Hardship => "hardship",
            Self::Account => "account",
            Self::Admission => "admission",
            Self::YtdDeductible => "ytd-deductible",
            Self::YtdEligible => "ytd-eligible",
            Self::YtdFund => "ytd-fund",
            Self::YtdSupplement => "ytd-supplement",
            Self::YtdBurden => "ytd-burden",
            Self::YtdCatastrophic => "ytd-catastrophic",
            Self::YtdAid => "ytd-aid",
            Self::Hospital => "hospital-class",
            Self::Contribution => "contribution-class",
            Self::RetiredIn => "retired-in",
            Self::RuleDeductible => "rule-deductible",
            Self::RuleRate => "rule-rate",
            Self::RuleCut => "rule-cut",
            Self::RuleCap => "rule-cap",
            Self::RuleSupplementRate => "rule-supplement-rate",
            Self::RuleSupplementCap => "rule-supplement-cap",
            Self::RuleCatastrophicDeductible => "rule-catastrophic-deductible",
            Self::RuleCatastrophicRate => "rule-catastrophic-rate",
            Self::RuleCatastrophicCap => "rule-catastrophic-cap",
            Self::Also(_) => "also",
        }
    }

    /// Rules that can be told, in the order of the steps.
    pub const RULES: [Self; 9] = [
        Self::RuleDeductible,
        Self::RuleRate,
        Self::RuleCut,
        Self::RuleCap,
        Self::RuleSupplementRate,
        Self::RuleSupplementCap,
        Self::RuleCatastrophicDeductible,
        Self::RuleCatastrophicRate,
        Self::RuleCatastrophicCap,
    ];

    /// Earlier amounts of the year, in the order of the steps.
    pub const YEAR_TO_DATE: [Self; 7] = [
        Self::YtdDeductible,
        Self::YtdEligible,
        Self::YtdFund,
        Self::YtdSupplement,
        Self::YtdBurden,
        Self::YtdCatastrophic,
        Self::YtdAid,
    ];
}
