//! Every question, one row each, in the order of the questions.

use super::choice::{Needed, OrOpen, OrUnknown, Slot, Usual, YesNo, slot};
use super::question::{Answer, Question};
use super::word_lists::{HARDSHIP, STATUS_OPEN, TIER_OPEN};
use crate::case::{Circumstance, Field, Filed, Networked, Reason};
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

/// Kinds of care, in the order they are listed.
pub const CARES: [Care; 3] = [Care::Inpatient, Care::Outpatient, Care::Chronic];

/// Schemes, in the order they are listed.
const SCHEMES: [Scheme; 2] = [Scheme::Employee, Scheme::Resident];

impl Question {
    /// The row of a question.
    pub fn of(field: Field) -> &'static Self {
        &QUESTIONS[field.row()]
    }

    /// Every row, in the order of the questions.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        QUESTIONS.iter()
    }

    /// The rows that are answered by typing.
    pub fn typed() -> impl Iterator<Item = &'static Self> {
        Self::all().filter(|question| question.is_typed())
    }
}

/// The row of a field stands where the field stands among the fields.
static QUESTIONS: [Question; Field::COUNT] = [
    Question {
        field: Field::Insured,
        answer: Answer::Place(slot!(insured)),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::CarePlace,
        answer: Answer::Place(slot!(care_place)),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Scheme,
        answer: Answer::Choice(&Needed { all: &SCHEMES, slot: slot!(scheme), unknown: None }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Status,
        answer: Answer::Choice(&OrOpen {
            all: &Status::ALL,
            slot: slot!(status),
            open: slot!(status_is_open),
            says_open: STATUS_OPEN,
        }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Tier,
        answer: Answer::Choice(&OrOpen {
            all: &Tier::ALL,
            slot: slot!(tier),
            open: slot!(tier_is_open),
            says_open: TIER_OPEN,
        }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Care,
        answer: Answer::Choice(&Usual { all: &CARES, slot: slot!(care), unknown: None }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Disease,
        answer: Answer::Choice(&Needed {
            all: &Disease::ALL,
            slot: slot!(disease),
            unknown: Some(Disease::Other),
        }),
        of_bill: false,
        rare: true,
        labels: &[],
    },
    Question {
        field: Field::Reason,
        answer: Answer::Choice(&Usual { all: &Reason::ALL, slot: slot!(reason), unknown: None }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Filed,
        answer: Answer::Choice(&Usual {
            all: &Filed::ALL,
            slot: slot!(filed),
            unknown: Some(Filed::Unknown),
        }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Total,
        answer: Answer::Amount,
        of_bill: true,
        rare: false,
        labels: &[
            "总",
            "共",
            "花",
            "花了",
            "花费",
            "总共",
            "一共",
            "共计",
            "合计",
            "总计",
            "总额",
            "费用",
            "总费用",
            "医疗费",
            "医疗费用",
            "住院费",
            "total",
            "bill",
            "cost",
            "feiyong",
            "zongfeiyong",
        ],
    },
    Question {
        field: Field::OwnExpense,
        answer: Answer::Amount,
        of_bill: true,
        rare: false,
        labels: &["自费", "全自费", "自费部分", "其中自费", "zifei", "own-expense"],
    },
    Question {
        field: Field::Prepay,
        answer: Answer::Amount,
        of_bill: true,
        rare: false,
        labels: &[
            "先行自付",
            "先自付",
            "乙类自付",
            "乙类先行自付",
            "其中乙类先行自付",
            "xianxingzifu",
            "prepay",
        ],
    },
    Question {
        field: Field::ClassB,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &["乙类", "乙类费用", "yilei", "class-b"],
    },
    Question {
        field: Field::ClassBRate,
        answer: Answer::Percent,
        of_bill: true,
        rare: true,
        labels: &[
            "比例",
            "自付比例",
            "乙类比例",
            "先行自付比例",
            "乙类先行自付比例",
            "zifubili",
            "class-b-prepay-rate",
        ],
    },
    Question {
        field: Field::OverLimit,
        answer: Answer::Amount,
        of_bill: true,
        rare: false,
        labels: &["超限价", "超限价自付", "超限", "其中超限价", "chaoxianjia", "over-limit"],
    },
    Question {
        field: Field::Admitted,
        answer: Answer::Day,
        of_bill: false,
        rare: false,
        labels: &["入院", "入院日期", "住院日期", "ruyuan", "admitted"],
    },
    Question {
        field: Field::Date,
        answer: Answer::Day,
        of_bill: false,
        rare: false,
        labels: &[
            "出院",
            "出院日期",
            "结算日期",
            "出院结算",
            "出院结算日期",
            "chuyuan",
            "date",
            "discharged",
            "discharge",
        ],
    },
    Question {
        field: Field::Networked,
        answer: Answer::Choice(&Usual {
            all: &Networked::ALL,
            slot: slot!(networked),
            unknown: Some(Networked::Unknown),
        }),
        of_bill: false,
        rare: true,
        labels: &[],
    },
    Question {
        field: Field::Age,
        answer: Answer::Number { least: 0, most: 130 },
        of_bill: false,
        rare: false,
        labels: &["年龄", "nianling", "age"],
    },
    Question {
        field: Field::Hardship,
        answer: Answer::Choice(&YesNo { slot: slot!(hardship), says_yes: HARDSHIP }),
        of_bill: false,
        rare: false,
        labels: &[],
    },
    Question {
        field: Field::Account,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &["账户", "个账", "余额", "个人账户", "账户余额", "个人账户余额", "zhanghu", "account"],
    },
    Question {
        field: Field::Admission,
        answer: Answer::Number { least: 1, most: 99 },
        of_bill: false,
        rare: true,
        labels: &["住院次数", "admission"],
    },
    Question {
        field: Field::YtdDeductible,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &["起付线已付", "已付起付线", "今年已付起付线", "ytd-deductible"],
    },
    Question {
        field: Field::YtdEligible,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &["符合范围", "已符合范围", "此前符合范围", "ytd-eligible"],
    },
    Question {
        field: Field::YtdFund,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &[
            "统筹",
            "统筹已付",
            "统筹已报",
            "已付统筹",
            "统筹支付",
            "统筹基金已付",
            "tongchou",
            "ytd-fund",
            "fund",
        ],
    },
    Question {
        field: Field::YtdSupplement,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &["大额", "大额已付", "已付大额", "大额补助已付", "ytd-supplement", "supplement"],
    },
    Question {
        field: Field::YtdBurden,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &["合规自付", "合规自付累计", "ytd-burden"],
    },
    Question {
        field: Field::YtdCatastrophic,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &[
            "大病",
            "大病已付",
            "已付大病",
            "大病保险已付",
            "dabing",
            "ytd-catastrophic",
            "catastrophic",
        ],
    },
    Question {
        field: Field::YtdAid,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        labels: &[
            "救助",
            "救助已付",
            "已付救助",
            "医疗救助",
            "医疗救助已付",
            "jiuzhu",
            "ytd-aid",
            "medical-aid",
        ],
    },
    Question {
        field: Field::Hospital,
        answer: Answer::Choice(&OrUnknown { all: &HospitalClass::ALL, slot: slot!(hospital) }),
        of_bill: false,
        rare: true,
        labels: &[],
    },
    Question {
        field: Field::Contribution,
        answer: Answer::Choice(&OrUnknown { all: &ContributionClass::ALL, slot: slot!(contribution) }),
        of_bill: false,
        rare: true,
        labels: &[],
    },
    Question {
        field: Field::RetiredIn,
        answer: Answer::Number { least: 1950, most: 2100 },
        of_bill: false,
        rare: true,
        labels: &["退休年份", "退休于", "retired-in"],
    },
    Question {
        field: Field::RuleDeductible,
        answer: Answer::Amount,
        of_bill: false,
        rare: true,
        labels: &["当地起付线", "规定起付线", "起付线", "qifuxian", "deductible"],
    },
    Question {
        field: Field::RuleRate,
        answer: Answer::Percent,
        of_bill: false,
        rare: true,
        labels: &["当地报销比例", "报销比例", "支付比例"],
    },
    Question {
        field: Field::RuleCut,
        answer: Answer::Percent,
        of_bill: false,
        rare: true,
        labels: &["异地降", "异地少报"],
    },
    Question {
        field: Field::RuleCap,
        answer: Answer::Amount,
        of_bill: false,
        rare: true,
        labels: &["当地封顶线", "封顶线"],
    },
    Question {
        field: Field::RuleSupplementRate,
        answer: Answer::Percent,
        of_bill: false,
        rare: true,
        labels: &["当地大额比例", "大额比例"],
    },
    Question {
        field: Field::RuleSupplementCap,
        answer: Answer::Amount,
        of_bill: false,
        rare: true,
        labels: &["当地大额封顶线", "大额封顶线"],
    },
    Question {
        field: Field::RuleCatastrophicDeductible,
        answer: Answer::Amount,
        of_bill: false,
        rare: true,
        labels: &["当地大病起付线", "大病起付线"],
    },
    Question {
        field: Field::RuleCatastrophicRate,
        answer: Answer::Percent,
        of_bill: false,
        rare: true,
        labels: &["当地大病比例", "大病比例"],
    },
    Question {
        field: Field::RuleCatastrophicCap,
        answer: Answer::Amount,
        of_bill: false,
        rare: true,
        labels: &["当地大病封顶线", "大病封顶线"],
    },
    Question {
        field: Field::Also(Circumstance::Injury),
        answer: Answer::Several,
        of_bill: false,
        rare: true,
        labels: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_at_its_field_and_has_a_key_of_its_own() {
        let mut keys = std::collections::BTreeSet::new();
        for question in &QUESTIONS {
            assert_eq!(Question::of(question.field).field, question.field);
            assert!(keys.insert(question.key()), "{} twice", question.key());
        }
        assert_eq!(keys.len(), Field::COUNT);
    }

    #[test]
    fn what_is_typed_is_announced_by_words_and_nothing_else_is() {
        for question in &QUESTIONS {
            assert_eq!(question.labels.is_empty(), !question.is_typed(), "{}", question.key());
            let names = crate::names::names_of(question.field);
            assert!(names.count() > 1, "{} has no name in Chinese", question.key());
        }
    }
}
