//! Every question, one row each, in the order of the questions.

use super::choice::{Needed, OrUnknown, Slot, Usual, YesNo, slot};
use super::question::{Answer, Question};
use super::word_lists::HARDSHIP;
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
        columns: &["参保地", "参保地区", "参保城市", "参保统筹区", "insured-area"],
        labels: &[],
    },
    Question {
        field: Field::CarePlace,
        answer: Answer::Place(slot!(care_place)),
        of_bill: false,
        rare: false,
        columns: &["就医地", "就医地区", "就医城市", "就诊地", "care-area"],
        labels: &[],
    },
    Question {
        field: Field::Scheme,
        answer: Answer::Choice(&Needed { all: &SCHEMES, slot: slot!(scheme), unknown: None }),
        of_bill: false,
        rare: false,
        columns: &["险种", "险种类型", "医保类型", "参保类型"],
        labels: &[],
    },
    Question {
        field: Field::Status,
        answer: Answer::Choice(&Needed { all: &Status::ALL, slot: slot!(status), unknown: None }),
        of_bill: false,
        rare: false,
        columns: &["身份", "险种与身份", "人员类别", "参保身份", "人员身份"],
        labels: &[],
    },
    Question {
        field: Field::Tier,
        answer: Answer::Choice(&Needed { all: &Tier::ALL, slot: slot!(tier), unknown: None }),
        of_bill: false,
        rare: false,
        columns: &["医院等级", "医院级别", "医疗机构等级", "等级", "hospital-tier"],
        labels: &[],
    },
    Question {
        field: Field::Care,
        answer: Answer::Choice(&Usual { all: &CARES, slot: slot!(care), unknown: None }),
        of_bill: false,
        rare: false,
        columns: &["就医类型", "就诊类型", "医疗类别"],
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
        columns: &["慢特病病种", "病种", "慢特病"],
        labels: &[],
    },
    Question {
        field: Field::Reason,
        answer: Answer::Choice(&Usual { all: &Reason::ALL, slot: slot!(reason), unknown: None }),
        of_bill: false,
        rare: false,
        columns: &["外出原因", "外出就医原因", "就医原因"],
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
        columns: &["备案了吗", "备案", "是否备案", "已备案"],
        labels: &[],
    },
    Question {
        field: Field::Total,
        answer: Answer::Amount,
        of_bill: true,
        rare: false,
        columns: &["总费用", "医疗费总额", "费用总额", "总金额", "医疗总费用", "medfee_sumamt"],
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
        columns: &["自费", "其中自费", "自费金额", "全自费金额", "全自费", "fulamt_ownpay_amt"],
        labels: &["自费", "全自费", "自费部分", "其中自费", "zifei", "own-expense"],
    },
    Question {
        field: Field::Prepay,
        answer: Answer::Amount,
        of_bill: true,
        rare: false,
        columns: &["先行自付", "其中乙类先行自付", "乙类先行自付", "先行自付金额", "preselfpay_amt"],
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
        columns: &["乙类费用", "乙类", "乙类金额"],
        labels: &["乙类", "乙类费用", "yilei", "class-b"],
    },
    Question {
        field: Field::ClassBRate,
        answer: Answer::Percent,
        of_bill: true,
        rare: true,
        columns: &["乙类先行自付比例", "先行自付比例"],
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
        columns: &["超限价", "其中超限价", "超限价自付", "超限价金额", "overlmt_selfpay"],
        labels: &["超限价", "超限价自付", "超限", "其中超限价", "chaoxianjia", "over-limit"],
    },
    Question {
        field: Field::Admitted,
        answer: Answer::Day,
        of_bill: false,
        rare: false,
        columns: &["入院日期", "入院时间", "入院日"],
        labels: &["入院", "入院日期", "住院日期", "ruyuan", "admitted"],
    },
    Question {
        field: Field::Date,
        answer: Answer::Day,
        of_bill: false,
        rare: false,
        columns: &["出院结算日期", "出院日期", "结算日期", "出院时间", "日期", "discharged"],
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
        columns: &["医院能直接结算", "是否联网", "能否直接结算", "联网"],
        labels: &[],
    },
    Question {
        field: Field::Age,
        answer: Answer::Number { least: 0, most: 130 },
        of_bill: false,
        rare: false,
        columns: &["年龄", "周岁"],
        labels: &["年龄", "nianling", "age"],
    },
    Question {
        field: Field::Hardship,
        answer: Answer::Choice(&YesNo { slot: slot!(hardship), says_yes: HARDSHIP }),
        of_bill: false,
        rare: false,
        columns: &["特困、低保或返贫致贫", "困难人员", "困难身份", "特困低保", "是否困难"],
        labels: &[],
    },
    Question {
        field: Field::Account,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        columns: &["个人账户余额", "个人账户", "个账余额", "account-balance"],
        labels: &["账户", "个账", "余额", "个人账户", "账户余额", "个人账户余额", "zhanghu", "account"],
    },
    Question {
        field: Field::Admission,
        answer: Answer::Number { least: 1, most: 99 },
        of_bill: false,
        rare: true,
        columns: &["今年第几次住院", "第几次住院", "住院次数", "住院次序"],
        labels: &["住院次数", "admission"],
    },
    Question {
        field: Field::YtdDeductible,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        columns: &["今年已付起付线", "已付起付线", "年度累计起付线"],
        labels: &["起付线", "起付线已付", "已付起付线", "qifuxian", "ytd-deductible", "deductible"],
    },
    Question {
        field: Field::YtdEligible,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        columns: &["今年此前符合范围", "年度累计符合范围", "累计符合范围"],
        labels: &["符合范围", "已符合范围", "此前符合范围", "ytd-eligible"],
    },
    Question {
        field: Field::YtdFund,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        columns: &["今年统筹已付", "年度累计统筹", "统筹累计支付"],
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
        columns: &["今年大额已付", "年度累计大额"],
        labels: &["大额", "大额已付", "已付大额", "大额补助已付", "ytd-supplement", "supplement"],
    },
    Question {
        field: Field::YtdBurden,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        columns: &["今年合规自付累计", "年度累计合规自付", "合规自付累计"],
        labels: &["合规自付", "合规自付累计", "ytd-burden"],
    },
    Question {
        field: Field::YtdCatastrophic,
        answer: Answer::Amount,
        of_bill: true,
        rare: true,
        columns: &["今年大病已付", "年度累计大病"],
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
        columns: &["今年救助已付", "年度累计救助"],
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
        columns: &["医院类别", "医疗机构类别"],
        labels: &[],
    },
    Question {
        field: Field::Contribution,
        answer: Answer::Choice(&OrUnknown { all: &ContributionClass::ALL, slot: slot!(contribution) }),
        of_bill: false,
        rare: true,
        columns: &["缴费档次", "档次"],
        labels: &[],
    },
    Question {
        field: Field::RetiredIn,
        answer: Answer::Number { least: 1950, most: 2100 },
        of_bill: false,
        rare: true,
        columns: &["退休年份", "退休年度"],
        labels: &["退休年份", "退休于", "retired-in"],
    },
    Question {
        field: Field::Also(Circumstance::Injury),
        answer: Answer::Several,
        of_bill: false,
        rare: true,
        columns: &["还有什么情况", "其他情况"],
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
            assert!(!question.columns.is_empty(), "{}", question.key());
        }
    }
}
