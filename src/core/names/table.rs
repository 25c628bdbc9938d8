//! Every name a question or a number of a slip goes by, beside the program's own
//! key and that of the national interface. Who meets a table or a message that
//! is not read adds its names here; tables, slips and kept cases all read them.
//!
//! Spelling in snake, camel or upper case, width, blanks, hyphens and what
//! stands in brackets make no difference: each name is written once.

use super::{Named, SlipField};
use crate::case::{Circumstance, Field};

/// Names of columns that answer a question.
const fn asks(field: Field, names: &'static [&'static str]) -> Named {
    Named { question: Some(field), own: true, slip: None, names }
}

/// Further names of columns that answer it, less directly.
const fn asks_too(field: Field, names: &'static [&'static str]) -> Named {
    Named { question: Some(field), own: false, slip: None, names }
}

/// Names of a number of the slip.
const fn settles(slip: SlipField, names: &'static [&'static str]) -> Named {
    Named { question: None, own: false, slip: Some(slip), names }
}

/// Names of a number of the slip that is asked for as well.
const fn both(field: Field, slip: SlipField, names: &'static [&'static str]) -> Named {
    Named { question: Some(field), own: true, slip: Some(slip), names }
}

/// Of two rows for one question the first is read where a table has both.
pub(super) static NAMES: &[Named] = &[
    asks(
        Field::Insured,
        &[
            "参保地",
            "参保地区",
            "参保城市",
            "参保统筹区",
            "参保区划",
            "参保地区划",
            "参保地医保区划",
            "参保地行政区划",
            "参保地代码",
            "insured-area",
            "insuplc_admdvs",
            "insu_admdvs",
        ],
    ),
    asks(
        Field::CarePlace,
        &[
            "就医地",
            "就医地区",
            "就医城市",
            "就医统筹区",
            "就医区划",
            "就医地区划",
            "就医地医保区划",
            "就医地代码",
            "就诊地",
            "care-area",
            "mdtrtarea_admvs",
            "mdtrtarea_admdvs",
        ],
    ),
    // Where the hospital belongs to: the same place, said less directly.
    asks_too(
        Field::CarePlace,
        &["定点归属医保区划", "定点医药机构统筹区", "医院所在地", "fix_blng_admdvs", "fixmedins_poolarea"],
    ),
    asks(
        Field::Scheme,
        &["险种", "险种类型", "险种名称", "医保类型", "参保类型", "insutype", "insu_type", "insutype_name"],
    ),
    asks(
        Field::Status,
        &[
            "身份",
            "险种与身份",
            "人员类别",
            "人员类型",
            "参保身份",
            "人员身份",
            "参保人员类别",
            "psn_type",
            "psn_type_name",
        ],
    ),
    asks(
        Field::Tier,
        &[
            "医院等级",
            "医院级别",
            "医疗机构等级",
            "医疗机构级别",
            "定点医疗机构等级",
            "等级",
            "hospital-tier",
            "hosp_lv",
            "hosp_lv_name",
            "medins_lv",
        ],
    ),
    asks_too(Field::Tier, &["起付线医院等级", "dedc_hosp_lv", "dedc_hosp_lv_name"]),
    asks(
        Field::Care,
        &["就医类型", "就诊类型", "就诊类别", "医疗类别", "就医类别", "med_type", "med_type_name"],
    ),
    asks(Field::Disease, &["慢特病病种", "病种", "慢特病"]),
    asks(Field::Reason, &["外出原因", "外出就医原因", "就医原因"]),
    asks(Field::Filed, &["备案了吗", "备案", "是否备案", "已备案", "备案标志"]),
    both(
        Field::Total,
        SlipField::Total,
        &[
            "总费用",
            "医疗费总额",
            "医疗费用总额",
            "费用总额",
            "总金额",
            "医疗总费用",
            "医疗费用合计",
            "费用合计",
            "med_fee_sumamt",
            "medfee_amt",
        ],
    ),
    both(
        Field::OwnExpense,
        SlipField::OwnExpense,
        &[
            "自费",
            "个人自费金额",
            "个人自费",
            "自费费用",
            "全自费金额",
            "全自费",
            "全自费费用",
            "ownpay_amt",
            "psn_ownpay",
        ],
    ),
    both(
        Field::Prepay,
        SlipField::Prepay,
        &["先行自付", "乙类先行自付", "先行自付费用", "乙类自付", "prese_ifpay_amt"],
    ),
    asks(Field::ClassB, &["乙类费用", "乙类", "乙类金额"]),
    asks(Field::ClassBRate, &["乙类先行自付比例", "先行自付比例"]),
    both(
        Field::OverLimit,
        SlipField::OverLimit,
        &["超限价", "其中超限价", "超限价自付", "超限价自费", "超限价金额", "超限价自费费用", "overlmt_amt"],
    ),
    asks(
        Field::Admitted,
        &[
            "入院日期",
            "入院时间",
            "入院日",
            "住院日期",
            "adm_date",
            "adm_time",
            "begndate",
            "begntime",
            "开始日期",
            "开始时间",
        ],
    ),
    asks(
        Field::Date,
        &[
            "出院结算日期",
            "结算日期",
            "结算时间",
            "结算日",
            "settled",
            "settlement-date",
            "setl_time",
            "setl_date",
        ],
    ),
    asks_too(
        Field::Date,
        &[
            "出院日期",
            "出院时间",
            "出院日",
            "discharged",
            "discharge-date",
            "dscg_date",
            "dscg_time",
            "enddate",
            "endtime",
            "结束日期",
            "结束时间",
        ],
    ),
    asks_too(Field::Date, &["日期", "时间"]),
    asks(Field::Networked, &["医院能直接结算", "是否联网", "能否直接结算", "联网"]),
    asks(Field::Age, &["年龄", "周岁", "实足年龄"]),
    asks(Field::Hardship, &["特困、低保或返贫致贫", "困难人员", "困难身份", "特困低保", "是否困难"]),
    asks(Field::Account, &["个人账户余额", "个账余额", "账户余额", "余额", "account-balance", "balc"]),
    // Beside a balance it is what was paid of it.
    asks_too(Field::Account, &["个人账户"]),
    asks(Field::Admission, &["今年第几次住院", "第几次住院", "住院次数", "住院次序"]),
    asks(Field::YtdDeductible, &["今年已付起付线", "已付起付线", "年度累计起付线"]),
    asks(Field::YtdEligible, &["今年此前符合范围", "年度累计符合范围", "累计符合范围"]),
    asks(Field::YtdFund, &["今年统筹已付", "年度累计统筹", "统筹累计支付"]),
    asks(Field::YtdSupplement, &["今年大额已付", "年度累计大额"]),
    asks(Field::YtdBurden, &["今年合规自付累计", "年度累计合规自付", "合规自付累计"]),
    asks(Field::YtdCatastrophic, &["今年大病已付", "年度累计大病"]),
    asks(Field::YtdAid, &["今年救助已付", "年度累计救助"]),
    asks(Field::Hospital, &["医院类别", "医疗机构类别"]),
    asks(Field::Contribution, &["缴费档次", "档次"]),
    asks(Field::RetiredIn, &["退休年份", "退休年度"]),
    asks(Field::RuleDeductible, &["当地起付线", "规定起付线"]),
    asks(Field::RuleRate, &["这次报百分之几", "这次按几成报", "规定报销比例"]),
    asks(Field::RuleCut, &["异地比例降几个点", "异地降低百分点"]),
    asks(Field::RuleCap, &["当地统筹封顶线", "规定封顶线"]),
    asks(Field::RuleSupplementRate, &["当地大额支付比例", "规定大额比例"]),
    asks(Field::RuleSupplementCap, &["当地大额封顶线", "规定大额封顶线"]),
    asks(Field::RuleCatastrophicDeductible, &["当地大病起付标准", "规定大病起付线"]),
    asks(Field::RuleCatastrophicRate, &["当地大病支付比例", "规定大病比例"]),
    asks(Field::RuleCatastrophicCap, &["当地大病封顶线", "规定大病封顶线"]),
    asks(Field::Also(Circumstance::Injury), &["还有什么情况", "其他情况"]),
    settles(
        SlipField::Eligible,
        &[
            "符合政策范围金额",
            "符合政策范围",
            "符合范围金额",
            "符合范围费用",
            "符合范围",
            "政策范围内费用",
            "政策范围内金额",
            "符合医保范围",
            "医保范围内金额",
            "医保范围内费用",
            "范围内费用",
            "合规费用",
            "eligible",
            "inscp_amt",
        ],
    ),
    settles(
        SlipField::Deductible,
        &[
            "实际支付起付线",
            "起付线",
            "本次起付线",
            "起付标准",
            "起付金额",
            "起付线金额",
            "起付标准自付",
            "deductible",
        ],
    ),
    settles(
        SlipField::Fund,
        &[
            "统筹基金支付",
            "统筹基金支出",
            "统筹基金",
            "统筹支付",
            "统筹支出",
            "统筹支付金额",
            "基本统筹支付",
            "基本医疗统筹支付",
            "统筹金额",
            "统筹基金支付金额",
            "基本医疗保险统筹基金支出",
            "基本医疗保险统筹基金支付",
            "fund",
        ],
    ),
    settles(
        SlipField::Rate,
        &["统筹支付比例", "统筹比例", "支付比例", "报销比例", "基本医疗保险统筹基金支付比例"],
    ),
    settles(
        SlipField::Supplement,
        &[
            "大额补助",
            "大额支付",
            "大额补助支付",
            "大额基金支付",
            "职工大额",
            "职工大额支付",
            "大额医疗费用补助",
            "职工大额医疗费用补助",
            "职工大额医疗费用补助基金支出",
            "supplement",
        ],
    ),
    settles(
        SlipField::Catastrophic,
        &[
            "大病保险",
            "大病支付",
            "大病保险支付",
            "大病保险基金支付",
            "居民大病保险",
            "居民大病保险资金支出",
            "catastrophic",
        ],
    ),
    settles(
        SlipField::Aid,
        &[
            "医疗救助",
            "救助支付",
            "救助金额",
            "医疗救助支付",
            "医疗救助基金支付",
            "医疗救助基金支出",
            "aid",
            "medical-aid",
        ],
    ),
    settles(
        SlipField::Funds,
        &[
            "基金支付总额",
            "基金支付合计",
            "基金支付",
            "医保基金支付",
            "医保基金支付总额",
            "医保支付",
            "医保支付总额",
            "医保支付合计",
            "医保支付金额",
            "报销金额",
            "报销总额",
            "报销合计",
            "funds",
        ],
    ),
    settles(
        SlipField::Personal,
        &[
            "个人负担",
            "个人负担金额",
            "个人负担总额",
            "个人负担总金额",
            "个人支付",
            "个人支付金额",
            "个人支付合计",
            "个人支付总额",
            "个人承担",
            "个人自付合计",
            "personal",
            "psn_pay",
            "psn_pay_amt",
        ],
    ),
    settles(
        SlipField::Account,
        &[
            "个人账户支付",
            "个人账户支出",
            "个人账户支付金额",
            "个人账户",
            "账户支付",
            "账户支出",
            "个账支付",
            "account",
            "acct_payamt",
        ],
    ),
    settles(
        SlipField::Cash,
        &[
            "现金支付",
            "现金",
            "现金支付金额",
            "个人现金支付金额",
            "个人现金",
            "个人现金支付",
            "个人现金支出",
            "cash",
            "cash_payamt",
            "cash_pay",
            "pdn_cash_pay",
        ],
    ),
    settles(
        SlipField::CivilServants,
        &[
            "公务员补助",
            "公务员补助支付",
            "公务员补助金额",
            "公务员医疗补助",
            "公务员医疗补助支付",
            "公务员医疗补助资金支出",
        ],
    ),
    settles(
        SlipField::Enterprise,
        &["企业补充", "企业补充医疗保险", "企业补充保险支付", "企业补充医疗保险基金支出"],
    ),
    settles(SlipField::Disabled, &["伤残人员医疗保障", "伤残人员医疗保障基金支出"]),
    settles(
        SlipField::Others,
        &["其他支出", "其他支付", "其他基金", "其他基金支付", "其他基金支出", "othfund_pay"],
    ),
    settles(SlipField::Hospital, &["医院负担", "医院负担金额", "医院承担", "医院承担金额", "医院支付"]),
    settles(
        SlipField::Mutual,
        &["共济支付", "账户共济支付", "家庭共济支付", "个人账户共济支付", "个人账户共济支付金额"],
    ),
];
