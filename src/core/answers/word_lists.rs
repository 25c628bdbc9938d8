//! The words of every answer, the one to be listed first.

use super::vocabulary::Word;
use crate::case::{CIRCUMSTANCE_WORDS, Circumstance, Filed, Networked, Reason};
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Scheme, Status, Tier};

impl Word for Scheme {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (
            Self::Employee,
            &[
                "employee",
                "employees",
                "职工",
                "职工医保",
                "城镇职工",
                "职保",
                "灵活就业",
                "灵活就业人员",
                "zhigong",
                "zg",
            ],
        ),
        (
            Self::Resident,
            &[
                "resident",
                "residents",
                "居民",
                "居民医保",
                "城乡居民",
                "城乡居民医保",
                "居保",
                "新农合",
                "农合",
                "合作医疗",
                "jumin",
                "jm",
            ],
        ),
    ];
}

impl Word for Status {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (
            Self::Active,
            &[
                "active",
                "working",
                "在职",
                "职工在职",
                "在职职工",
                "上班",
                "上班的",
                "没退休",
                "zaizhi",
                "zz",
            ],
        ),
        (
            Self::Retired,
            &[
                "retired",
                "retiree",
                "pensioner",
                "退休",
                "退休人员",
                "退了休",
                "退休了",
                "职工退休",
                "退休职工",
                "tuixiu",
                "tx",
            ],
        ),
        (Self::Adult, &["adult", "成年", "居民成年", "成年居民", "chengnian", "cn"]),
        (
            Self::Senior,
            &[
                "senior",
                "elderly",
                "老年",
                "60岁及以上",
                "60岁以上",
                "老人",
                "老年人",
                "居民老年",
                "老年居民",
                "laonian",
                "ln",
            ],
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
                "婴儿",
                "婴幼儿",
                "少儿",
                "宝宝",
                "中小学生",
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
            &[
                "3", "三级", "三甲", "三乙", "3甲", "3乙", "3级", "three", "tier3", "tier-3", "sanji",
                "sanjia", "sj",
            ],
        ),
        (
            Self::Two,
            &[
                "2",
                "二级",
                "二甲",
                "二乙",
                "2甲",
                "2乙",
                "县医院",
                "2级",
                "two",
                "tier2",
                "tier-2",
                "erji",
                "ej",
            ],
        ),
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
                "社区医院",
                "卫生院",
                "乡镇卫生院",
                "社区卫生服务中心",
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
        (
            Self::Other,
            &[
                "other",
                "其他",
                "临时",
                "临时外出",
                "其他临时外出",
                "探亲",
                "旅游",
                "出差",
                "temporary",
                "qita",
                "linshi",
            ],
        ),
        (Self::Referral, &["referral", "referred", "转诊", "异地转诊", "转院", "zhuanzhen", "zz"]),
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
                "是",
                "备案",
                "已备案",
                "备案了",
                "已经备案",
                "备过案",
                "y",
                "yibeian",
                "beian",
                "yba",
            ],
        ),
        (
            Self::Planned,
            &[
                "planned",
                "will-file",
                "not-yet",
                "会备案",
                "会去备案",
                "准备备案",
                "打算备案",
                "去备案",
                "待备案",
                "先备案",
                "huibeian",
                "hba",
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
                "忘了备案",
                "补办备案",
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
    const WORDS: &'static [(Self, &'static [&'static str])] = CIRCUMSTANCE_WORDS;
}

impl Word for Care {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Inpatient, &["inpatient", "stay", "住院", "zhuyuan"]),
        (Self::Outpatient, &["outpatient", "门诊", "普通门诊", "menzhen", "mz"]),
        (
            Self::Chronic,
            &[
                "chronic",
                "慢特病",
                "慢病",
                "门慢",
                "门特",
                "特病",
                "门诊特殊病",
                "门诊慢特病",
                "mantebing",
                "mtb",
            ],
        ),
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
        (
            Self::Other,
            &["other-disease", "其他病种", "别的病", "其他慢特病", "病种不清楚", "qitabingzhong", "qtbz"],
        ),
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

/// The words that say that the status is not known.
pub(super) const STATUS_OPEN: &[&str] = &[
    "身份不清楚",
    "身份不知道",
    "不清楚身份",
    "不知道身份",
    "险种不清楚",
    "不知道险种",
    "shenfen-buzhidao",
    "status-unknown",
];

/// The words that say that the tier of the hospital is not known.
pub(super) const TIER_OPEN: &[&str] = &[
    "等级不清楚",
    "等级不知道",
    "不清楚等级",
    "不知道等级",
    "级别不清楚",
    "不知道几级",
    "几级不知道",
    "dengji-buzhidao",
    "tier-unknown",
];
