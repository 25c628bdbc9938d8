//! The names a column may have: those of the command line, those of the
//! national settlement interface, and what people write in Chinese.

use unicode_normalization::UnicodeNormalization;

use yidi_core::case::{Circumstance, Field};
use yidi_core::spelling::likeness;

/// Which of the circumstances is named here says nothing: the column holds all.
pub(super) const ALSO: Field = Field::Also(Circumstance::Injury);

/// Every question a column may answer, with the names it goes by beside that of
/// the command line.
const NAMES: [(Field, &[&str]); 33] = [
    (Field::Insured, &["参保地", "参保地区", "参保城市", "参保统筹区", "insured-area"]),
    (Field::CarePlace, &["就医地", "就医地区", "就医城市", "就诊地", "care-area"]),
    (Field::Scheme, &["险种", "险种类型", "医保类型", "参保类型"]),
    (Field::Status, &["身份", "险种与身份", "人员类别", "参保身份", "人员身份"]),
    (Field::Tier, &["医院等级", "医院级别", "医疗机构等级", "等级", "hospital-tier"]),
    (Field::Care, &["就医类型", "就诊类型", "医疗类别"]),
    (Field::Disease, &["慢特病病种", "病种", "慢特病"]),
    (Field::Reason, &["外出原因", "外出就医原因", "就医原因"]),
    (Field::Filed, &["备案了吗", "备案", "是否备案", "已备案"]),
    (Field::Total, &["总费用", "医疗费总额", "费用总额", "总金额", "医疗总费用", "medfee_sumamt"]),
    (Field::OwnExpense, &["自费", "其中自费", "自费金额", "全自费金额", "全自费", "fulamt_ownpay_amt"]),
    (Field::Prepay, &["先行自付", "其中乙类先行自付", "乙类先行自付", "先行自付金额", "preselfpay_amt"]),
    (Field::ClassB, &["乙类费用", "乙类", "乙类金额"]),
    (Field::ClassBRate, &["乙类先行自付比例", "先行自付比例"]),
    (Field::OverLimit, &["超限价", "其中超限价", "超限价自付", "超限价金额", "overlmt_selfpay"]),
    (Field::Admitted, &["入院日期", "入院时间", "入院日"]),
    (Field::Date, &["出院结算日期", "出院日期", "结算日期", "出院时间", "日期", "discharged"]),
    (Field::Networked, &["医院能直接结算", "是否联网", "能否直接结算", "联网"]),
    (Field::Age, &["年龄", "周岁"]),
    (Field::Hardship, &["特困、低保或返贫致贫", "困难人员", "困难身份", "特困低保", "是否困难"]),
    (Field::Account, &["个人账户余额", "个人账户", "个账余额", "account-balance"]),
    (Field::Admission, &["今年第几次住院", "第几次住院", "住院次数", "住院次序"]),
    (Field::YtdDeductible, &["今年已付起付线", "已付起付线", "年度累计起付线"]),
    (Field::YtdEligible, &["今年此前符合范围", "年度累计符合范围", "累计符合范围"]),
    (Field::YtdFund, &["今年统筹已付", "年度累计统筹", "统筹累计支付"]),
    (Field::YtdSupplement, &["今年大额已付", "年度累计大额"]),
    (Field::YtdBurden, &["今年合规自付累计", "年度累计合规自付", "合规自付累计"]),
    (Field::YtdCatastrophic, &["今年大病已付", "年度累计大病"]),
    (Field::YtdAid, &["今年救助已付", "年度累计救助"]),
    (Field::Hospital, &["医院类别", "医疗机构类别"]),
    (Field::Contribution, &["缴费档次", "档次"]),
    (Field::RetiredIn, &["退休年份", "退休年度"]),
    (ALSO, &["还有什么情况", "其他情况"]),
];

/// Lower case and narrow, without what stands in brackets, spaces, hyphens and
/// the like.
fn folded(name: &str) -> String {
    let mut depth = 0_u32;
    let narrow = name.nfkc().flat_map(char::to_lowercase);
    narrow
        .filter(|c| {
            match c {
                '(' | '[' | '【' => depth += 1,
                ')' | ']' | '】' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0 && !c.is_whitespace() && !c.is_control() && !"_-、,?:·'\"\u{feff}".contains(*c)
        })
        .collect()
}

/// Every name, folded, with its question.
pub(super) struct ColumnNames(Vec<(String, &'static str, Field)>);

impl ColumnNames {
    pub(super) fn new() -> Self {
        let all = NAMES.iter().flat_map(|(field, names)| {
            let own = std::iter::once(field.key()).chain(names.iter().copied());
            own.map(|name| (folded(name), name, *field))
        });
        Self(all.collect())
    }

    /// The question a column of that name answers.
    pub(super) fn find(&self, name: &str) -> Option<Field> {
        let wanted = folded(name);
        self.0.iter().find(|(one, ..)| *one == wanted).map(|(.., field)| *field)
    }

    /// The known name that an unknown one looks like.
    pub(super) fn near(&self, name: &str) -> Option<&'static str> {
        const ENOUGH: f64 = 0.85;
        let wanted = folded(name);
        let all = self.0.iter().map(|(one, name, _)| (likeness(one, &wanted), *name));
        let near = all.filter(|(alike, _)| *alike >= ENOUGH);
        near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Text};

    #[test]
    fn no_name_stands_for_two_questions() {
        let ColumnNames(mut names) = ColumnNames::new();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert!(pair[0].0 != pair[1].0, "{} and {}", pair[0].1, pair[1].1);
        }
    }

    #[test]
    fn what_the_screen_calls_a_question_is_a_name_of_its_column() {
        let (names, text) = (ColumnNames::new(), Text::new(Lang::Zh));
        for (field, _) in NAMES.iter().filter(|(field, _)| *field != ALSO) {
            assert_eq!(names.find(&text.field(*field)), Some(*field), "{}", text.field(*field));
            assert_eq!(names.find(field.key()), Some(*field));
        }
    }

    #[test]
    fn case_width_and_strokes_do_not_matter() {
        let names = ColumnNames::new();
        for name in
            ["own-expense", "Own_Expense", "OWN EXPENSE", "ｏｗｎ－ｅｘｐｅｎｓｅ", "自费（元）", " 自费 "]
        {
            assert_eq!(names.find(name), Some(Field::OwnExpense), "{name}");
        }
        assert_eq!((names.find("note"), names.find("")), (None, None));
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        let names = ColumnNames::new();
        assert_eq!(names.near("own-expence"), Some("own-expense"));
        assert_eq!(names.near("statsu"), Some("status"));
        assert_eq!(names.near("patient"), None);
    }
}
