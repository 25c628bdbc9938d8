//! What people say, on every surface: one vocabulary. The same phrase answers
//! its question on the command line, in a table, in an express line and where
//! it is asked line by line.

use yidi_core::answers::{Draft, Heard, Question, chosen, express, words_of};
use yidi_core::case::Field;

/// Phrases of an answer, named by the word that programs use for it.
type Phrases = (Field, &'static str, &'static [&'static str]);

const PHRASES: &[Phrases] = &[
    (
        Field::Scheme,
        "employee",
        &[
            "职工",
            "职工医保",
            "城镇职工",
            "职保",
            "灵活就业",
            "灵活就业人员",
            "zhigong",
            "zg",
            "employee",
            "employees",
        ],
    ),
    (
        Field::Scheme,
        "resident",
        &[
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
            "resident",
            "residents",
        ],
    ),
    (
        Field::Status,
        "active",
        &["在职", "职工在职", "在职职工", "上班", "上班的", "没退休", "zaizhi", "zz", "active", "working"],
    ),
    (
        Field::Status,
        "retired",
        &[
            "退休",
            "退休人员",
            "退了休",
            "退休了",
            "职工退休",
            "退休职工",
            "tuixiu",
            "tx",
            "retired",
            "retiree",
            "pensioner",
        ],
    ),
    (Field::Status, "adult", &["成年", "居民成年", "成年居民", "chengnian", "adult"]),
    (
        Field::Status,
        "senior",
        &[
            "老年",
            "60岁及以上",
            "60岁以上",
            "老人",
            "老年人",
            "居民老年",
            "老年居民",
            "laonian",
            "senior",
            "elderly",
        ],
    ),
    (
        Field::Status,
        "child",
        &[
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
            "child",
            "children",
            "student",
            "pupil",
        ],
    ),
    (
        Field::Tier,
        "3",
        &["三级", "三甲", "三乙", "3甲", "3乙", "3级", "sanji", "sanjia", "sj", "three", "tier3", "tier-3"],
    ),
    (
        Field::Tier,
        "2",
        &["二级", "二甲", "二乙", "2甲", "2乙", "2级", "县医院", "erji", "ej", "two", "tier2", "tier-2"],
    ),
    (Field::Tier, "1", &["一级", "1级", "yiji", "one", "tier1", "tier-1"]),
    (
        Field::Tier,
        "0",
        &[
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
            "primary",
            "community",
            "township",
            "tier0",
        ],
    ),
    (Field::Care, "inpatient", &["住院", "zhuyuan", "inpatient", "stay"]),
    (Field::Care, "outpatient", &["门诊", "普通门诊", "menzhen", "outpatient"]),
    (Field::Care, "chronic", &["慢特病", "慢病", "门慢", "门诊慢特病", "mantebing", "mtb", "chronic"]),
    (Field::Disease, "hypertension", &["高血压", "gaoxueya", "gxy", "hypertension", "high-blood-pressure"]),
    (Field::Disease, "diabetes", &["糖尿病", "tangniaobing", "tnb", "diabetes"]),
    (
        Field::Disease,
        "cancer",
        &["恶性肿瘤", "恶性肿瘤门诊放化疗", "肿瘤", "癌症", "放化疗", "zhongliu", "cancer"],
    ),
    (Field::Disease, "dialysis", &["透析", "血透", "尿毒症", "尿毒症透析", "touxi", "dialysis"]),
    (Field::Disease, "transplant", &["抗排异", "器官移植", "kangpaiyi", "transplant"]),
    (Field::Disease, "copd", &["慢阻肺", "慢性阻塞性肺疾病", "manzufei", "mzf", "copd"]),
    (Field::Disease, "rheumatoid-arthritis", &["类风湿", "类风湿关节炎", "leifengshi", "lfs", "rheumatoid"]),
    (Field::Disease, "coronary-disease", &["冠心病", "guanxinbing", "gxb", "coronary"]),
    (Field::Disease, "hepatitis", &["病毒性肝炎", "肝炎", "乙肝", "丙肝", "ganyan", "hepatitis"]),
    (Field::Disease, "spondylitis", &["强直性脊柱炎", "强直", "qiangzhi", "spondylitis"]),
    (
        Field::Disease,
        "other-disease",
        &["其他病种", "别的病", "其他慢特病", "病种不清楚", "qtbz", "other-disease"],
    ),
    (Field::Reason, "other", &["其他", "临时", "临时外出", "其他临时外出", "linshi", "temporary", "other"]),
    (Field::Reason, "referral", &["转诊", "异地转诊", "转院", "zhuanzhen", "referral", "referred"]),
    (Field::Reason, "emergency", &["急诊", "抢救", "急诊抢救", "jizhen", "emergency", "rescue"]),
    (Field::Reason, "long-term", &["长期", "长期居住", "异地长期居住", "changqi", "long-term"]),
    (Field::Reason, "resettled", &["安置", "异地安置", "退休安置", "异地安置退休", "anzhi", "resettled"]),
    (Field::Reason, "posted", &["常驻", "常驻异地工作", "changzhu", "posted", "posting"]),
    (
        Field::Filed,
        "yes",
        &["备案", "已备案", "备案了", "已经备案", "备过案", "yibeian", "beian", "yba", "filed"],
    ),
    (
        Field::Filed,
        "planned",
        &[
            "会备案",
            "会去备案",
            "准备备案",
            "打算备案",
            "去备案",
            "待备案",
            "先备案",
            "huibeian",
            "hba",
            "planned",
            "will-file",
            "not-yet",
        ],
    ),
    (
        Field::Filed,
        "no",
        &[
            "未备案",
            "没备案",
            "没有备案",
            "还没备案",
            "不备案",
            "weibeian",
            "meibeian",
            "bubeian",
            "wba",
            "unfiled",
            "not-filed",
        ],
    ),
    (
        Field::Filed,
        "unknown",
        &["不知道", "不确定", "不清楚", "buzhidao", "bzd", "unknown", "not-sure", "not-known"],
    ),
    (Field::Networked, "yes", &["联网", "已联网", "能直接结算", "lianwang", "networked"]),
    (Field::Networked, "no", &["未联网", "不联网", "没联网", "没有联网", "不能直接结算", "not-networked"]),
    (
        Field::Hardship,
        "yes",
        &["低保", "低保户", "特困", "特困人员", "困难", "困难人员", "返贫致贫", "dibao", "hardship"],
    ),
    (Field::Hospital, "province-level", &["省属", "部属", "shengshu", "province-level"]),
    (Field::Hospital, "traditional", &["中医院", "zhongyiyuan", "traditional"]),
    (Field::Contribution, "first", &["一档", "1档", "yidang", "first"]),
];

/// The answer that stands for a word of the table.
fn answer(field: Field, word: &str) -> usize {
    match Question::of(field).hear(word) {
        Ok(Some(Heard::Chosen(at))) => at,
        other => panic!("{word}: {other:?}"),
    }
}

#[test]
fn every_phrase_is_heard_alike_everywhere() {
    let mut phrases = 0;
    for (field, word, all) in PHRASES {
        let at = answer(*field, word);
        for phrase in *all {
            phrases += 1;
            assert_eq!(answer(*field, phrase), at, "an option or a cell: {phrase}");
            let capital = phrase.to_uppercase();
            assert_eq!(answer(*field, &capital), at, "{capital}");
            let line = format!("鞍山 北京 {phrase}");
            let read = express(&line, &Draft::default());
            assert_eq!((read.doubtful.as_slice(), read.unknown.as_slice()), (&[][..], &[][..]), "{line}");
            assert_eq!(chosen(&read.draft, *field), Some(at), "{line}");
            let is_asked = words_of(*field, at).contains(phrase);
            assert!(is_asked || *field == Field::Hardship, "asked line by line: {phrase}");
        }
    }
    assert!(phrases >= 200, "{phrases}");
}

#[test]
fn phrases_stand_together_without_blanks() {
    for (line, expected) in [
        ("鞍山到北京退了休三甲转诊会备案", [Some("retired"), Some("3"), Some("referral"), Some("planned")]),
        ("鞍山去北京新农合县医院没备案", [Some("adult"), Some("2"), Some("other"), Some("no")]),
        ("灵活就业鞍山北京三乙急诊", [Some("active"), Some("3"), Some("emergency"), Some("planned")]),
        ("鞍山北京婴儿卫生院已备案", [Some("child"), Some("0"), Some("other"), Some("yes")]),
        ("tx as bj sj zz", [Some("retired"), Some("3"), Some("referral"), Some("planned")]),
    ] {
        let read = express(line, &Draft::default());
        assert_eq!((read.doubtful.as_slice(), read.unknown.as_slice()), (&[][..], &[][..]), "{line}");
        let said = [Field::Status, Field::Tier, Field::Reason, Field::Filed]
            .map(|field| chosen(&read.draft, field).and_then(|at| words_of(field, at).first().copied()));
        assert_eq!(said, expected, "{line}");
    }
}
