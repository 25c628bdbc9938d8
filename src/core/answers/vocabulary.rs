//! The words a command line, an express line or a table may use for an answer,
//! in English and Chinese.

use enumset::EnumSet;

use super::problem::{Problem, ProblemKind};
use crate::case::Field;
use crate::case::{Circumstance, Filed, Networked, Reason};
use crate::places::{Place, PlaceError, resolve};
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};
use crate::spelling::likeness;

/// An answer that has words.
pub trait Word: Copy + 'static {
    /// Each answer with its words, the one to be listed first.
    const WORDS: &'static [(Self, &'static [&'static str])];
}

impl Word for Scheme {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Employee, &["employee", "employees", "职工", "职工医保", "城镇职工", "zhigong", "zg"]),
        (
            Self::Resident,
            &[
                "resident",
                "residents",
                "居民",
                "居民医保",
                "城乡居民",
                "城乡居民医保",
                "新农合",
                "jumin",
                "jm",
            ],
        ),
    ];
}

impl Word for Status {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Active, &["active", "working", "在职", "职工在职", "在职职工", "zaizhi", "zz"]),
        (Self::Retired, &["retired", "retiree", "pensioner", "退休", "职工退休", "退休职工", "tuixiu", "tx"]),
        (Self::Adult, &["adult", "成年", "居民成年", "成年居民", "chengnian", "cn"]),
        (
            Self::Senior,
            &["senior", "elderly", "老年", "60岁及以上", "60岁以上", "居民老年", "老年居民", "laonian", "ln"],
        ),
        (
            Self::Child,
            &[
                "child",
                "children",
                "student",
                "pupil",
                "学生儿童",
                "学生",
                "大学生",
                "儿童",
                "孩子",
                "小孩",
                "居民学生儿童",
                "xuesheng",
                "ertong",
                "xs",
                "et",
            ],
        ),
    ];
}

impl Word for Tier {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (
            Self::Three,
            &["3", "三级", "三甲", "三乙", "3级", "three", "tier3", "tier-3", "sanji", "sanjia", "sj"],
        ),
        (Self::Two, &["2", "二级", "二甲", "二乙", "2级", "two", "tier2", "tier-2", "erji", "ej"]),
        (Self::One, &["1", "一级", "1级", "one", "tier1", "tier-1", "yiji", "yj"]),
        (
            Self::Primary,
            &[
                "0",
                "primary",
                "community",
                "township",
                "tier0",
                "tier-0",
                "基层",
                "社区",
                "乡镇",
                "jiceng",
                "shequ",
                "xiangzhen",
                "jc",
            ],
        ),
    ];
}

impl Word for Reason {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Other, &["other", "其他", "临时", "临时外出", "其他临时外出", "temporary", "qita", "linshi"]),
        (Self::Referral, &["referral", "referred", "转诊", "异地转诊", "zhuanzhen"]),
        (Self::Emergency, &["emergency", "rescue", "急诊", "抢救", "急诊抢救", "jizhen", "jz"]),
        (Self::LongTermResident, &["long-term", "长期", "长期居住", "异地长期居住", "changqi"]),
        (Self::Resettled, &["resettled", "安置", "异地安置", "退休安置", "异地安置退休", "anzhi"]),
        (Self::Posted, &["posted", "posting", "常驻", "常驻异地工作", "changzhu"]),
    ];
}

impl Word for Filed {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (
            Self::Yes,
            &[
                "yes",
                "filed",
                "will-file",
                "是",
                "备案",
                "已备案",
                "备案了",
                "会备案",
                "y",
                "yibeian",
                "beian",
                "yba",
            ],
        ),
        (
            Self::No,
            &[
                "no",
                "unfiled",
                "not-filed",
                "否",
                "未备案",
                "没备案",
                "没有备案",
                "还没备案",
                "不备案",
                "n",
                "weibeian",
                "meibeian",
                "bubeian",
                "wba",
            ],
        ),
        (
            Self::Unknown,
            &["unknown", "not-sure", "not-known", "不知道", "不确定", "不清楚", "?", "buzhidao", "bzd"],
        ),
    ];
}

impl Word for Networked {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Yes, &["yes", "networked", "是", "联网", "已联网", "能直接结算", "y", "lianwang"]),
        (
            Self::No,
            &[
                "no",
                "not-networked",
                "否",
                "未联网",
                "不联网",
                "没联网",
                "没有联网",
                "不能直接结算",
                "n",
                "weilianwang",
                "bulianwang",
            ],
        ),
        (Self::Unknown, &["unknown", "不知道", "不确定", "不清楚", "?", "buzhidao", "bzd"]),
    ];
}

impl Word for Circumstance {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Injury, &["injury", "外伤", "无第三方外伤", "无第三方责任", "waishang"]),
        (Self::Proxy, &["proxy", "代办", "他人代办", "daiban"]),
        (Self::ReturnsHome, &["returns-home", "回参保地", "回参保地就医", "huicanbaodi"]),
        (Self::PaidInFull, &["paid-in-full", "垫付", "已垫付", "全额垫付", "已全额垫付", "dianfu"]),
    ];
}

impl Word for Care {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Inpatient, &["inpatient", "stay", "住院", "zhuyuan"]),
        (Self::Outpatient, &["outpatient", "门诊", "普通门诊", "menzhen", "mz"]),
        (Self::Chronic, &["chronic", "慢特病", "慢病", "门慢", "门诊慢特病", "mantebing", "mtb"]),
    ];
}

impl Word for Disease {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Hypertension, &["hypertension", "high-blood-pressure", "高血压", "gaoxueya", "gxy"]),
        (Self::Diabetes, &["diabetes", "糖尿病", "tangniaobing", "tnb"]),
        (
            Self::Cancer,
            &[
                "cancer",
                "恶性肿瘤",
                "恶性肿瘤门诊放化疗",
                "肿瘤",
                "癌症",
                "放化疗",
                "zhongliu",
                "fanghualiao",
            ],
        ),
        (Self::Dialysis, &["dialysis", "透析", "血透", "尿毒症", "尿毒症透析", "touxi"]),
        (
            Self::Transplant,
            &[
                "transplant",
                "抗排异",
                "器官移植",
                "器官移植术后抗排异",
                "器官移植术后抗排异治疗",
                "kangpaiyi",
            ],
        ),
        (Self::Copd, &["copd", "慢阻肺", "慢性阻塞性肺疾病", "manzufei", "mzf"]),
        (
            Self::RheumatoidArthritis,
            &["rheumatoid-arthritis", "rheumatoid", "类风湿", "类风湿关节炎", "leifengshi", "lfs"],
        ),
        (Self::CoronaryDisease, &["coronary-disease", "coronary", "冠心病", "guanxinbing", "gxb"]),
        (Self::Hepatitis, &["hepatitis", "病毒性肝炎", "肝炎", "乙肝", "丙肝", "ganyan"]),
        (Self::Spondylitis, &["spondylitis", "强直性脊柱炎", "强直", "qiangzhi"]),
    ];
}

impl Word for HospitalClass {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::ProvinceLevel, &["province-level", "省属", "部属", "shengshu", "bushu"]),
        (Self::CityLevel, &["city-level", "市属", "shishu"]),
        (Self::DistrictLevel, &["district-level", "区县属", "区属", "县属", "quxianshu"]),
        (Self::GradeA, &["grade-a", "甲等", "jiadeng"]),
        (Self::GradeB, &["grade-b", "乙等", "yideng"]),
        (Self::Traditional, &["traditional", "中医院", "zhongyiyuan"]),
        (Self::Specialist, &["specialist", "专科医院", "zhuanke"]),
        (Self::VillageClinic, &["village-clinic", "村卫生室", "cunweishengshi"]),
    ];
}

impl Word for ContributionClass {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::First, &["first", "一档", "1档", "yidang"]),
        (Self::Second, &["second", "二档", "2档", "erdang"]),
        (Self::Third, &["third", "三档", "3档", "sandang"]),
    ];
}

/// Whether something is so.
impl Word for bool {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (true, &["yes", "是", "有", "对", "y", "true", "1", "√"]),
        (false, &["no", "否", "无", "不是", "没有", "n", "false", "0", "×"]),
    ];
}

/// The words that say a person is in hardship (特困、低保、返贫致贫).
pub(super) const HARDSHIP: &[&str] =
    &["hardship", "低保", "低保户", "特困", "特困人员", "困难", "困难人员", "返贫致贫", "dibao", "tekun"];

/// The words that say yes to a question that has no other answers.
pub const YES: &[&str] = &["yes", "是", "有", "对", "y", "shi", "you"];
/// The words that say no to it.
pub const NO: &[&str] = &["no", "否", "没有", "无", "不是", "n", "fou", "meiyou"];
/// The words that say that the answer is not known.
pub const UNKNOWN: &[&str] = &["unknown", "不知道", "不确定", "不清楚", "buzhidao", "bzd"];

/// The word programs use for an answer.
pub fn word<T: Word + PartialEq>(answer: T) -> &'static str {
    words(answer).first().copied().unwrap_or_default()
}

/// Every word for an answer.
pub fn words<T: Word + PartialEq>(answer: T) -> &'static [&'static str] {
    T::WORDS.iter().find(|(one, _)| *one == answer).map_or(&[], |(_, words)| words)
}

/// The answer a word stands for.
///
/// # Errors
/// With the words that can be chosen, and the one it looks like.
pub fn hear<T: Word>(field: Field, typed: &str) -> Result<T, Problem> {
    let wanted = typed.trim().to_lowercase();
    let found = T::WORDS.iter().find(|(_, words)| words.contains(&wanted.as_str()));
    found.map(|(answer, _)| *answer).ok_or_else(|| {
        let near = T::WORDS
            .iter()
            .flat_map(|(_, words)| words.iter().copied())
            .map(|word| (likeness(word, &wanted), word))
            .filter(|(alike, _)| *alike > 0.8)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, word)| word);
        let choices = T::WORDS.iter().filter_map(|(_, words)| words.first().copied()).collect();
        Problem { field, trouble: ProblemKind::UnknownWord { typed: typed.to_owned(), choices, near } }
    })
}

/// The place a name, pinyin, initials or code stands for.
///
/// # Errors
/// With the places it may mean, or that come near.
pub fn hear_place(field: Field, typed: &str) -> Result<Place, Problem> {
    resolve(typed).map_err(|unclear| {
        let typed = typed.to_owned();
        let trouble = match unclear {
            PlaceError::Unknown { near } => ProblemKind::UnknownPlace { typed, near },
            PlaceError::Several(several) => ProblemKind::AmbiguousPlace { typed, several },
            PlaceError::Outside => ProblemKind::PlaceOutside { typed },
        };
        Problem { field, trouble }
    })
}

/// The circumstances several words in a row stand for, and what is wrong with
/// the first that stand for none.
pub fn hear_circumstances(typed: &str) -> (EnumSet<Circumstance>, Vec<Problem>) {
    const MOST_PROBLEMS: usize = 8;
    let mut all = EnumSet::empty();
    let mut problems = Vec::new();
    for one in typed.split([',', '，', '、', ';', '；']).filter(|one| !one.trim().is_empty()) {
        match hear::<Circumstance>(Field::Also(Circumstance::Injury), one) {
            Ok(also) => all |= also,
            Err(problem) => problems.push(problem),
        }
        if problems.len() == MOST_PROBLEMS {
            break;
        }
    }
    (all, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_are_known() {
        assert_eq!(hear::<Status>(Field::Status, "在职"), Ok(Status::Active));
        assert_eq!(hear::<Tier>(Field::Tier, "三级"), Ok(Tier::Three));
        assert_eq!(hear::<Filed>(Field::Filed, " YES "), Ok(Filed::Yes));
        assert_eq!(hear::<Reason>(Field::Reason, "转诊"), Ok(Reason::Referral));
        assert_eq!(hear::<Scheme>(Field::Scheme, "resident"), Ok(Scheme::Resident));
    }

    #[test]
    fn an_unknown_word_brings_the_choices_and_the_nearest() {
        let Err(problem) = hear::<Scheme>(Field::Scheme, "employe") else { panic!("guessed") };
        let ProblemKind::UnknownWord { choices, near, .. } = problem.trouble else { panic!() };
        assert_eq!((choices, near), (vec!["employee", "resident"], Some("employee")));
    }

    #[test]
    fn no_word_stands_for_two_answers() {
        fn all<T: Word>() -> Vec<&'static str> {
            T::WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect()
        }
        let each_type = [
            all::<Scheme>(),
            all::<Status>(),
            all::<Tier>(),
            all::<Reason>(),
            all::<Filed>(),
            all::<Networked>(),
            all::<Circumstance>(),
            all::<Care>(),
            all::<Disease>(),
            all::<HospitalClass>(),
            all::<ContributionClass>(),
            all::<bool>(),
        ];
        for mut words in each_type {
            words.sort_unstable();
            for pair in words.windows(2) {
                assert_ne!(pair[0], pair[1]);
            }
        }
    }
}
