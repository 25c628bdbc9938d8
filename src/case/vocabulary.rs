//! The words a command line, an express line or a table may use for an answer,
//! in English and Chinese.

use strsim::jaro_winkler;

use super::problem::{Field, Problem, Trouble};
use super::{Circumstance, Filed, Networked, Reason};
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

/// An answer that has words.
pub trait Word: Copy + 'static {
    /// Each answer with its words, the one to be listed first.
    const WORDS: &'static [(Self, &'static [&'static str])];
}

impl Word for Scheme {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Employee, &["employee", "职工", "职工医保", "zg"]),
        (Self::Resident, &["resident", "居民", "居民医保", "jm"]),
    ];
}

impl Word for Status {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Active, &["active", "在职", "职工在职", "在职职工", "zz"]),
        (Self::Retired, &["retired", "退休", "职工退休", "退休职工", "tx"]),
        (Self::Adult, &["adult", "成年", "居民成年", "成年居民", "cn"]),
        (Self::Senior, &["senior", "老年", "60岁及以上", "居民老年", "ln"]),
        (Self::Child, &["child", "学生儿童", "学生", "儿童", "居民学生儿童", "xs", "et"]),
    ];
}

impl Word for Tier {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Three, &["3", "三级", "三甲", "three"]),
        (Self::Two, &["2", "二级", "two"]),
        (Self::One, &["1", "一级", "one"]),
        (Self::Primary, &["0", "primary", "基层", "社区", "乡镇"]),
    ];
}

impl Word for Reason {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Other, &["other", "其他", "临时", "其他临时外出", "temporary"]),
        (Self::Referral, &["referral", "转诊", "异地转诊"]),
        (Self::Emergency, &["emergency", "急诊", "急诊抢救"]),
        (Self::LongTermResident, &["long-term", "长期居住", "异地长期居住"]),
        (Self::Resettled, &["resettled", "异地安置", "退休安置", "异地安置退休"]),
        (Self::Posted, &["posted", "常驻", "常驻异地工作"]),
    ];
}

impl Word for Filed {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Yes, &["yes", "是", "已备案", "y"]),
        (Self::No, &["no", "否", "未备案", "n"]),
        (Self::Unknown, &["unknown", "不知道", "不确定", "?"]),
    ];
}

impl Word for Networked {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Yes, &["yes", "是", "联网", "y"]),
        (Self::No, &["no", "否", "未联网", "n"]),
        (Self::Unknown, &["unknown", "不知道", "不确定", "?"]),
    ];
}

impl Word for Circumstance {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Injury, &["injury", "外伤", "无第三方外伤"]),
        (Self::Proxy, &["proxy", "代办", "他人代办"]),
        (Self::ReturnsHome, &["returns-home", "回参保地", "回参保地就医"]),
        (Self::PaidInFull, &["paid-in-full", "垫付", "已垫付", "全额垫付"]),
    ];
}

impl Word for Care {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Inpatient, &["inpatient", "住院"]),
        (Self::Outpatient, &["outpatient", "门诊", "普通门诊"]),
        (Self::Chronic, &["chronic", "慢特病", "门诊慢特病"]),
    ];
}

impl Word for Disease {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Hypertension, &["hypertension", "高血压"]),
        (Self::Diabetes, &["diabetes", "糖尿病"]),
        (Self::Cancer, &["cancer", "恶性肿瘤", "恶性肿瘤门诊放化疗"]),
        (Self::Dialysis, &["dialysis", "透析", "尿毒症透析"]),
        (Self::Transplant, &["transplant", "抗排异", "器官移植术后抗排异治疗"]),
        (Self::Copd, &["copd", "慢阻肺", "慢性阻塞性肺疾病"]),
        (Self::RheumatoidArthritis, &["rheumatoid-arthritis", "类风湿", "类风湿关节炎"]),
        (Self::CoronaryDisease, &["coronary-disease", "冠心病"]),
        (Self::Hepatitis, &["hepatitis", "病毒性肝炎"]),
        (Self::Spondylitis, &["spondylitis", "强直性脊柱炎"]),
    ];
}

impl Word for HospitalClass {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::ProvinceLevel, &["province-level", "省属", "部属"]),
        (Self::CityLevel, &["city-level", "市属"]),
        (Self::DistrictLevel, &["district-level", "区县属"]),
        (Self::GradeA, &["grade-a", "甲等"]),
        (Self::GradeB, &["grade-b", "乙等"]),
        (Self::Traditional, &["traditional", "中医院"]),
        (Self::Specialist, &["specialist", "专科医院"]),
        (Self::VillageClinic, &["village-clinic", "村卫生室"]),
    ];
}

impl Word for ContributionClass {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::First, &["first", "一档"]),
        (Self::Second, &["second", "二档"]),
        (Self::Third, &["third", "三档"]),
    ];
}

/// The word programs use for an answer.
pub fn word<T: Word + PartialEq>(answer: T) -> &'static str {
    let words = T::WORDS.iter().find(|(one, _)| *one == answer);
    words.and_then(|(_, words)| words.first()).copied().unwrap_or_default()
}

/// The answer a word stands for.
///
/// # Errors
/// With the words that can be chosen, and the one it looks like.
pub fn choose<T: Word>(field: Field, typed: &str) -> Result<T, Problem> {
    let wanted = typed.trim().to_lowercase();
    let found = T::WORDS.iter().find(|(_, words)| words.contains(&wanted.as_str()));
    found.map(|(answer, _)| *answer).ok_or_else(|| {
        let near = T::WORDS
            .iter()
            .flat_map(|(_, words)| words.iter().copied())
            .map(|word| (jaro_winkler(word, &wanted), word))
            .filter(|(likeness, _)| *likeness > 0.8)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, word)| word);
        let choices = T::WORDS.iter().filter_map(|(_, words)| words.first().copied()).collect();
        Problem { field, trouble: Trouble::UnknownWord { typed: typed.to_owned(), choices, near } }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_are_known() {
        assert_eq!(choose::<Status>(Field::Status, "在职"), Ok(Status::Active));
        assert_eq!(choose::<Tier>(Field::Tier, "三级"), Ok(Tier::Three));
        assert_eq!(choose::<Filed>(Field::Filed, " YES "), Ok(Filed::Yes));
        assert_eq!(choose::<Reason>(Field::Reason, "转诊"), Ok(Reason::Referral));
        assert_eq!(choose::<Scheme>(Field::Scheme, "resident"), Ok(Scheme::Resident));
    }

    #[test]
    fn an_unknown_word_brings_the_choices_and_the_nearest() {
        let Err(problem) = choose::<Scheme>(Field::Scheme, "employe") else { panic!("guessed") };
        let Trouble::UnknownWord { choices, near, .. } = problem.trouble else { panic!() };
        assert_eq!((choices, near), (vec!["employee", "resident"], Some("employee")));
    }

    #[test]
    fn no_word_stands_for_two_answers() {
        fn all<T: Word>() -> Vec<&'static str> {
            T::WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect()
        }
        for words in [all::<Scheme>(), all::<Status>(), all::<Tier>(), all::<Reason>(), all::<Filed>()] {
            let distinct: std::collections::BTreeSet<_> = words.iter().collect();
            assert_eq!(distinct.len(), words.len());
        }
    }
}
