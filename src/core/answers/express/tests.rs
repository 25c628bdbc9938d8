use super::*;
use crate::answers::{Word, parse_amount, word};
use crate::case::{Circumstance, Filed, Networked, Reason};
use crate::num::Money;
use crate::places::{AreaId, ProvinceId};
use crate::policy::Scheme;
use crate::policy::{ContributionClass, Disease, HospitalClass, Tier};

/// Everything a draft says that a new one does not, in one line.
fn said(draft: &Draft) -> String {
    let empty = Draft::default();
    let mut parts: Vec<String> = Vec::new();
    let place = |place: Option<Place>| place.map_or("?", Place::short);
    parts.push(format!("{}>{}", place(draft.insured), place(draft.care_place)));
    parts.extend(draft.scheme.map(|scheme| word(scheme).to_owned()));
    parts.extend(draft.status.map(|status| word(status).to_owned()));
    parts.extend(draft.tier.map(|tier| format!("t{}", word(tier))));
    parts.extend((draft.care != empty.care).then(|| word(draft.care).to_owned()));
    parts.extend(draft.disease.map(|kind| word(kind).to_owned()));
    parts.extend((draft.reason != empty.reason).then(|| word(draft.reason).to_owned()));
    parts.extend((draft.filed != empty.filed).then(|| format!("filed:{}", word(draft.filed))));
    parts.extend((draft.networked != empty.networked).then(|| format!("net:{}", word(draft.networked))));
    parts.extend(draft.hardship.then(|| "hardship".to_owned()));
    parts.extend(draft.hospital.map(|class| word(class).to_owned()));
    parts.extend(draft.contribution.map(|class| word(class).to_owned()));
    parts.extend(draft.circumstances.iter().map(|also| word(also).to_owned()));
    parts.extend(draft.texts.iter().map(|(field, text)| format!("{field:?}={text}")));
    parts.join(" ")
}

fn read(line: &str) -> Express {
    express(line, &Draft::default())
}

/// A line that must be clear: nothing unknown, nothing doubtful.
fn clear(line: &str) -> Express {
    let read = read(line);
    assert_eq!((&read.doubtful, &read.unknown), (&vec![], &vec![]), "{line}");
    read
}

const LINES: &[(&str, &str)] = &[
    // As lists of places have a name that two areas share.
    ("Suzhou (Jiangsu) Shanghai active tier3 20k", "苏州>上海 active t3 Total=20k"),
    ("Suzhou, Anhui, Shanghai active tier3 20k", "宿州>上海 active t3 Total=20k"),
    ("上海 苏州（江苏） 在职 三级 2万", "上海>苏州 active t3 Total=2万"),
    ("鞍山 北京 职工 三级 5万 未备案", "鞍山>北京 employee active t3 filed:no Total=5万"),
    ("as bj zg 3 5w", "鞍山>北京 employee active t3 Total=5w"),
    ("AS BJ ZG 3 5W", "鞍山>北京 employee active t3 Total=5W"),
    ("ａｓ　ｂｊ　ｚｇ　３　５ｗ", "鞍山>北京 employee active t3 Total=５ｗ"),
    ("zg as bj 3 5w", "鞍山>北京 employee active t3 Total=5w"),
    ("5w 3 as zg bj", "鞍山>北京 employee active t3 Total=5w"),
    ("zg bj zg 3 5w", "自贡>北京 employee active t3 Total=5w"),
    ("as ln 退休 3 5w", "鞍山>辽宁 retired t3 Total=5w"),
    (
        "鞍山 北京 退休 三甲 3万 转诊 自费5000 乙类8000@10% 外伤 65岁 2026-11-20出院",
        "鞍山>北京 retired t3 referral injury Total=3万 OwnExpense=5000 ClassB=8000 ClassBRate=10 \
         Date=2026-11-20 Age=65",
    ),
    ("鞍山到北京 职工在职 三级医院 花了五万二 没备案", "鞍山>北京 active t3 filed:no Total=五万二"),
    ("鞍山北京职工三级5万未备案", "鞍山>北京 employee active t3 filed:no Total=5万"),
    ("鞍山到北京职工三级5万", "鞍山>北京 employee active t3 Total=5万"),
    ("从鞍山去北京 职工 三级 50000", "鞍山>北京 employee active t3 Total=50000"),
    ("去北京 从鞍山 职工 三级 50000", "鞍山>北京 employee active t3 Total=50000"),
    ("鞍山参保 北京就医 居民 二级 3千", "鞍山>北京 resident adult t2 Total=3千"),
    ("北京就医 鞍山参保 居民 二级 3千", "鞍山>北京 resident adult t2 Total=3千"),
    ("参保 鞍山 就医 北京 居民 二级 3千", "鞍山>北京 resident adult t2 Total=3千"),
    ("参保地：鞍山，就医地：北京，退休，二级，3000元", "鞍山>北京 retired t2 Total=3000元"),
    ("就医地北京 参保地鞍山 退休 二级 3000元", "鞍山>北京 retired t2 Total=3000元"),
    ("鞍山职工参保 北京三级 5万", "鞍山>北京 employee active t3 Total=5万"),
    ("鞍山职工参保北京就医三级5万", "鞍山>北京 employee active t3 Total=5万"),
    ("到北京看病 鞍山的职工 三级 5万", "鞍山>北京 employee active t3 Total=5万"),
    ("鞍山→北京；职工；三级；5万", "鞍山>北京 employee active t3 Total=5万"),
    ("as->bj zg 3 5w", "鞍山>北京 employee active t3 Total=5w"),
    ("鞍山,北京,退休,3,50000", "鞍山>北京 retired t3 Total=50000"),
    ("鞍山、北京、退休、2、50,000.00", "鞍山>北京 retired t2 Total=50,000.00"),
    ("鞍山\t北京\t退休\t1\t￥50000", "鞍山>北京 retired t1 Total=￥50000"),
    ("210300 110000 退休 0 5万元", "鞍山>北京 retired t0 Total=5万元"),
    ("210300 110100 退休 3 210300", "鞍山>北京 retired t3 Total=210300"),
    ("鞍山 北京 退休 3 210300", "鞍山>北京 retired t3 Total=210300"),
    ("anshan beijing zhigong sanji 5w weibeian", "鞍山>北京 employee active t3 filed:no Total=5w"),
    ("anshan beijing tuixiu erji 5w yibeian", "鞍山>北京 retired t2 filed:yes Total=5w"),
    ("anshan beijing tuixiu sanji 5w zhuanzhen", "鞍山>北京 retired t3 referral Total=5w"),
    ("anshan dao beijing xuesheng yiji 3k jizhen", "鞍山>北京 child t1 emergency Total=3k"),
    ("xi'an beijing retired two 50000 unknown", "西安>北京 retired t2 filed:unknown Total=50000"),
    ("辽宁省鞍山市 北京市 退休 三级 5万", "鞍山>北京 retired t3 Total=5万"),
    ("辽宁鞍山到北京 退休 三级 5万", "鞍山>北京 retired t3 Total=5万"),
    ("辽宁 鞍山 北京 退休 三级 5万", "鞍山>北京 retired t3 Total=5万"),
    ("吉林长春 北京 退休 三级 5万", "长春>北京 retired t3 Total=5万"),
    ("吉林省 吉林市 退休 三级 5万", "吉林>吉林 retired t3 Total=5万"),
    ("辽宁 鞍山 退休 三级 5万", "辽宁>鞍山 retired t3 Total=5万"),
    ("北京 北京 退休 三级 5万", "北京>北京 retired t3 Total=5万"),
    ("呼市 兵团 居民老年 社区 800元", "呼和浩特>新疆兵团 senior t0 Total=800元"),
    ("鞍山 北京 居民 10岁 三级 5万", "鞍山>北京 resident child t3 Total=5万 Age=10"),
    ("鞍山 北京 居民 七十岁 三级 5万", "鞍山>北京 resident senior t3 Total=5万 Age=70"),
    ("鞍山 北京 60岁及以上 三级 5万", "鞍山>北京 senior t3 Total=5万"),
    ("鞍山 北京 职工 退休 年龄 72 三级 5万", "鞍山>北京 employee retired t3 Total=5万 Age=72"),
    ("鞍山 北京 1999年退休 三级 5万", "鞍山>北京 retired t3 Total=5万 RetiredIn=1999"),
    ("鞍山 北京 退休 门诊 三级 800元", "鞍山>北京 retired t3 outpatient Total=800元"),
    ("鞍山 北京 退休 慢特病 透析 三级 800元", "鞍山>北京 retired t3 chronic dialysis Total=800元"),
    ("鞍山 北京 退休 门诊 糖尿病 三级 800元", "鞍山>北京 retired t3 chronic diabetes Total=800元"),
    ("鞍山 北京 退休 高血压 三级 800元", "鞍山>北京 retired t3 chronic hypertension Total=800元"),
    ("鞍山 北京 退休 住院 高血压 三级 8000", "鞍山>北京 retired t3 hypertension Total=8000"),
    ("鞍山 北京 退休 长期居住 已备案 三级 5万", "鞍山>北京 retired t3 long-term filed:yes Total=5万"),
    ("鞍山 北京 退休 长期备案 三级 5万", "鞍山>北京 retired t3 long-term filed:yes Total=5万"),
    ("鞍山 北京 异地安置退休 退休 三级 5万", "鞍山>北京 retired t3 resettled Total=5万"),
    ("鞍山 北京 在职 常驻 不知道 三级 5万", "鞍山>北京 active t3 posted filed:unknown Total=5万"),
    ("鞍山 北京 在职 低保 不联网 三级 5万", "鞍山>北京 active t3 net:no hardship Total=5万"),
    (
        "鞍山 北京 在职 代办 垫付 回参保地 三级甲等 5万",
        "鞍山>北京 active t3 grade-a proxy returns-home paid-in-full Total=5万",
    ),
    (
        "鞍山 北京 居民 二档 三级医院 费用5万 先行自付800 超限价：200",
        "鞍山>北京 resident adult t3 second Total=5万 Prepay=800 OverLimit=200",
    ),
    (
        "鞍山 北京 在职 三级 总费用是5万 自费 500 账户1200",
        "鞍山>北京 active t3 Total=5万 OwnExpense=500 Account=1200",
    ),
    ("鞍山 北京 在职 三级 5万 5000自费", "鞍山>北京 active t3 Total=5万 OwnExpense=5000"),
    ("鞍山 北京 在职 三级 5万自费8000", "鞍山>北京 active t3 Total=5万 OwnExpense=8000"),
    ("鞍山 北京 在职 三级 5万 自费110000", "鞍山>北京 active t3 Total=5万 OwnExpense=110000"),
    (
        "鞍山 北京 在职 三级 5万 第2次 今年统筹已付 3万",
        "鞍山>北京 active t3 Total=5万 Admission=2 YtdFund=3万",
    ),
    (
        "鞍山 北京 在职 三级 5万 二次住院 已付起付线800 大病已付1万 大额已付2万",
        "鞍山>北京 active t3 Total=5万 Admission=2 YtdDeductible=800 YtdSupplement=2万 YtdCatastrophic=1万",
    ),
    (
        "鞍山 北京 在职 三级 5万 救助已付 100 合规自付 2000 此前符合范围3万",
        "鞍山>北京 active t3 Total=5万 YtdEligible=3万 YtdBurden=2000 YtdAid=100",
    ),
    (
        "鞍山 北京 在职 三级 5万 2026-11-20入院 出院2026.11.25",
        "鞍山>北京 active t3 Total=5万 Admitted=2026-11-20 Date=2026-11-25",
    ),
    (
        "鞍山 北京 在职 三级 5万 2026-11-20入院2026-11-25出院",
        "鞍山>北京 active t3 Total=5万 Admitted=2026-11-20 Date=2026-11-25",
    ),
    (
        "鞍山 北京 在职 三级 5万 入院 2026/11/20 出院 2026年11月25日",
        "鞍山>北京 active t3 Total=5万 Admitted=2026-11-20 Date=2026-11-25",
    ),
    (
        "鞍山 北京 在职 三级 5万 2026-11-20 入院 2026-11-25 出院",
        "鞍山>北京 active t3 Total=5万 Admitted=2026-11-20 Date=2026-11-25",
    ),
    (
        "2026-11-25 20261120 鞍山 北京 在职 三级 5万",
        "鞍山>北京 active t3 Total=5万 Admitted=2026-11-20 Date=2026-11-25",
    ),
    ("as bj tx 3 3w zz", "鞍山>北京 retired t3 referral Total=3w"),
    ("as bj zz 3 3w", "鞍山>北京 active t3 Total=3w"),
    ("as bj zz 3 3w zz", "鞍山>北京 active t3 referral Total=3w"),
    ("as bj 1999年退休 3 3w zz", "鞍山>北京 retired t3 referral Total=3w RetiredIn=1999"),
    ("鞍山 北京 在职 三级 5万 2026-11-25", "鞍山>北京 active t3 Total=5万 Date=2026-11-25"),
    ("鞍山 北京 在职 三级 5万 11月25日出院", "鞍山>北京 active t3 Total=5万 Date=11-25"),
    ("鞍山 北京 在职 三级 5万 10-20入院 11.2出院", "鞍山>北京 active t3 Total=5万 Admitted=10-20 Date=11-2"),
    ("鞍山 北京 在职 三级 5万 入院10-20 出院 11-2", "鞍山>北京 active t3 Total=5万 Admitted=10-20 Date=11-2"),
    ("鞍山 北京 在职 三级 5万 前天入院 昨天出院", "鞍山>北京 active t3 Total=5万 Admitted=前天 Date=昨天"),
    ("鞍山 北京 在职 三级 5万 10月20日 11月2日", "鞍山>北京 active t3 Total=5万 Admitted=10-20 Date=11-2"),
    ("鞍山 北京 在职 三级 -5万", "鞍山>北京 active t3 Total=-5万"),
    ("鞍山 北京 在职 三级 99999999999", "鞍山>北京 active t3 Total=99999999999"),
    ("鞍山 北京 在职 三级 三万三", "鞍山>北京 active t3 Total=三万三"),
    ("鞍山北京在职三万三级", "鞍山>北京 active t3 Total=三万"),
    ("鞍山北京在职三万二级", "鞍山>北京 active t2 Total=三万"),
    ("鞍山 北京 在职 三级 5万 50000", "鞍山>北京 active t3 Total=50000"),
    (
        "鞍山 北京 在职 三级 5 万 自费 500 元，账户 1 千",
        "鞍山>北京 active t3 Total=5 万 OwnExpense=500 元 Account=1 千",
    ),
    ("我是鞍山人，新农合，在北京住院 三级 5万", "鞍山>北京 resident adult t3 Total=5万"),
    ("鞍山 北京 在职 三级 三甲 5万", "鞍山>北京 active t3 Total=5万"),
    ("鞍山 北京 在职 三级 5万 特困", "鞍山>北京 active t3 hardship Total=5万"),
    (
        "我在鞍山参保，想去北京看病，职工医保，三级医院，大概5万左右",
        "鞍山>北京 employee active t3 Total=大概5万左右",
    ),
    ("", "?>?"),
    ("，。 ", "?>?"),
];

#[test]
fn every_line_says_exactly_this() {
    for (line, expected) in LINES {
        assert_eq!(said(&clear(line).draft), *expected, "{line}");
    }
}

fn fields(read: &Express) -> Vec<Field> {
    read.understood.iter().map(|chip| chip.field).collect()
}

#[test]
fn what_was_read_is_told_in_the_order_of_the_line() {
    let read = clear("5Ｗ 鞍山到北京职工三级 自费 5000");
    let chips: Vec<(Field, &str)> =
        read.understood.iter().map(|chip| (chip.field, chip.words.as_str())).collect();
    let expected = [
        (Field::Total, "5Ｗ"),
        (Field::Insured, "鞍山"),
        (Field::CarePlace, "北京"),
        (Field::Scheme, "职工"),
        (Field::Tier, "三级"),
        (Field::OwnExpense, "自费 5000"),
    ];
    assert_eq!(chips, expected);
    assert_eq!(clear("辽宁鞍山").understood[0].words, "辽宁鞍山");
    assert_eq!(clear("xi'an").understood[0].words, "xi'an");
}

#[test]
fn what_is_missing_is_named_in_the_order_of_the_questions() {
    use Field::*;
    assert_eq!(read("").missing, [Insured, CarePlace, Status, Tier, Total]);
    assert_eq!(read("鞍山 三级").missing, [CarePlace, Status, Total]);
    assert_eq!(read("去北京 5万").missing, [Insured, Status, Tier]);
    assert_eq!(read("鞍山 北京 退休 三级 5万 慢特病").missing, [Disease]);
    assert_eq!(read("鞍山 北京 职工 三级 5万").missing, []);
}

#[test]
fn a_scheme_alone_takes_the_usual_status_and_says_so() {
    for (line, status) in [
        ("职工", Some(Status::Active)),
        ("zhigong 59岁", Some(Status::Active)),
        ("职工 60岁", None),
        ("居民", Some(Status::Adult)),
        ("居民 17岁", Some(Status::Child)),
        ("居民 60岁", Some(Status::Senior)),
    ] {
        let read = clear(line);
        assert_eq!(read.draft.status, status, "{line}");
        assert_eq!(read.assumed.len(), usize::from(status.is_some()), "{line}");
        assert_eq!(read.missing.contains(&Field::Status), status.is_none(), "{line}");
    }
    assert_eq!(clear("职工 退休").assumed, []);
    assert_eq!(read("职工 退休 在职").draft.status, None);
}

#[test]
fn shared_initials_take_the_first_place_and_name_the_others() {
    let read = clear("as bj zg 3 5w");
    let Assumed::Place { field, word, place, others } = &read.assumed[0] else { panic!() };
    assert_eq!((*field, word.as_str(), place.name()), (Field::Insured, "as", "鞍山市"));
    assert_eq!(others.iter().map(|place| place.name()).collect::<Vec<_>>(), ["安顺市"]);
}

#[test]
fn a_word_that_could_as_well_be_another_is_told() {
    let read = clear("zg bj 3 5w");
    assert_eq!((read.draft.insured.map(Place::short), read.draft.status), (Some("自贡"), None));
    let told = Assumed::Reading { word: "zg".to_owned(), field: Field::Insured, other: Field::Scheme };
    assert!(read.assumed.contains(&told), "{:?}", read.assumed);
    let settled = clear("自贡 bj zg 3 5w");
    assert!(!settled.assumed.iter().any(|assumed| matches!(assumed, Assumed::Reading { .. })));
}

#[test]
fn doubts_are_told_and_never_decided() {
    let doubt = |line: &str| {
        let read = read(line);
        assert_eq!(read.doubtful.len(), 1, "{line}: {:?}", read.doubtful);
        (read.doubtful[0].clone(), read.draft)
    };
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let (jilin, draft) = doubt("吉林 北京 退休 三级 5万");
    let Doubt::Place { field: Field::Insured, several, .. } = jilin else { panic!("{jilin:?}") };
    assert_eq!((several.len(), draft.insured, draft.care_place.map(Place::short)), (2, None, Some("北京")));
    let (suzhou, _) = doubt("鞍山 suzhou 退休 三级 5万");
    assert!(matches!(suzhou, Doubt::Place { field: Field::CarePlace, .. }), "{suzhou:?}");
    let (twice, draft) = doubt("鞍山 北京 三级 二级");
    assert_eq!(twice, Doubt::Twice { field: Field::Tier, words: words(&["三级", "二级"]) });
    assert_eq!(draft.tier, None);
    let (twice, draft) = doubt("鞍山 北京 3万 5万");
    assert_eq!(twice, Doubt::Twice { field: Field::Total, words: words(&["3万", "5万"]) });
    assert_eq!(draft.typed(Field::Total), "");
    assert_eq!(doubt("3 2").0, Doubt::Twice { field: Field::Tier, words: words(&["3", "2"]) });
    assert_eq!(doubt("职工 居民").0, Doubt::Twice { field: Field::Scheme, words: words(&["职工", "居民"]) });
    assert_eq!(doubt("鞍山 北京 上海").0, Doubt::Surplus { word: "上海".to_owned() });
    assert_eq!(doubt("自费").0, Doubt::NoValue { field: Field::OwnExpense, word: "自费".to_owned() });
    assert_eq!(doubt("500").0, Doubt::Number { word: "500".to_owned() });
    assert_eq!(doubt("鞍山3").0, Doubt::Number { word: "3".to_owned() });
    assert_eq!(doubt("到北京 去上海").0.field(), Some(Field::CarePlace));
    let fields = vec![Field::Filed, Field::Networked];
    assert_eq!(doubt("是").0, Doubt::Fields { word: "是".to_owned(), fields: fields.clone() });
    assert_eq!(doubt("no").0, Doubt::Fields { word: "no".to_owned(), fields });
}

#[test]
fn what_is_not_understood_is_named_with_what_it_looks_like() {
    for (line, word, near) in [
        ("鞍山 北京 三纪", "三纪", Some("三级")),
        ("鞍衫 北京 三级", "鞍衫", Some("鞍山市")),
        ("anshann bj", "anshann", Some("鞍山市")),
        ("鞍山 北京 zhigon", "zhigon", Some("zhigong")),
        ("鞍山 北京 非急诊", "非急诊", None),
        ("鞍山 北京 没有转诊", "没有转诊", Some("没有备案")),
        ("鞍山 北京 不是低保", "不是低保", None),
        ("鞍山 北京 未备安", "未备安", Some("未备案")),
        ("鞍山 北京 没去转诊", "没去转诊", None),
        ("鞍山 北京协和医院", "协和医院", Some("县医院")),
        ("鞍山 北京高新区", "高新区", None),
        ("鞍山经开区 北京", "经开区", None),
        ("鞍山 北京 住院12天", "天", None),
        ("鞍山 北京 qqqq", "qqqq", None),
        ("鞍山 北京 5万呢", "呢", None),
    ] {
        let read = read(line);
        let told: Vec<_> = read.unknown.iter().map(|one| one.word.as_str()).collect();
        assert_eq!(told, [word], "{line}");
        let looks_like = read.unknown[0].near.map(|near| match near {
            Near::Word(word) => word,
            Near::Place(place) => place.name(),
        });
        assert_eq!(looks_like, near, "{line}");
        assert_eq!(read.unknown[0].is_district, word.ends_with('区'), "{line}");
        assert_eq!((read.draft.reason, read.draft.hardship), (Reason::Other, false), "{line}");
    }
}

#[test]
fn a_place_that_is_not_covered_is_told_as_one() {
    for (line, word) in [
        ("鞍山 香港 职工 三级 5万", "香港"),
        ("鞍山 澳门特别行政区 职工 三级 5万", "澳门特别行政区"),
        ("鞍山到台湾看病 职工 三级 5万", "台湾"),
        ("去国外 鞍山 职工 三级 5万", "国外"),
        ("anshan hong kong employee tier3 50k", "hong kong"),
        ("anshan Singapore employee tier3 50k", "Singapore"),
    ] {
        let read = read(line);
        assert_eq!(read.doubtful, [Doubt::Outside { word: word.to_owned() }], "{line}");
        assert_eq!((read.unknown.len(), read.missing.len()), (0, 1), "{line}: {:?}", read.missing);
    }
}

#[test]
fn a_bill_may_lie_between_two_amounts_or_be_a_rough_one() {
    for (typed, low, high) in [
        ("3-5万", 30_000, 50_000),
        ("3~5万", 30_000, 50_000),
        ("3到5万", 30_000, 50_000),
        ("三到五万", 30_000, 50_000),
        ("3万-5万", 30_000, 50_000),
        ("3万到5万", 30_000, 50_000),
        ("30000-50000", 30_000, 50_000),
        ("约5万", 45_000, 55_000),
        ("大概5万左右", 45_000, 55_000),
    ] {
        for line in [format!("鞍山 北京 退休 三级 {typed}"), format!("鞍山到北京退休三级{typed}未备案")]
        {
            let read = clear(&line);
            let total = crate::answers::parse_total(read.draft.typed(Field::Total)).unwrap();
            assert_eq!(
                (total.low(), total.high()),
                (Money::from_yuan(low), Money::from_yuan(high)),
                "{line}"
            );
            assert_eq!(read.draft.tier, Some(Tier::Three), "{line}");
        }
    }
    for line in ["鞍山 北京 3-5", "鞍山 北京 10-20"] {
        assert!(!read(line).doubtful.is_empty(), "{line}: {:?}", read(line).draft);
    }
}

#[test]
fn the_line_goes_over_the_draft_it_began_with() {
    let mut base = clear("鞍山 北京 职工退休 三级 5万 自费800 未备案").draft;
    base.scheme = Some(Scheme::Employee);
    let read = express("二级 3万", &base);
    assert_eq!(said(&read.draft), "鞍山>北京 employee retired t2 filed:no Total=3万 OwnExpense=800");
    assert_eq!(fields(&read), [Field::Tier, Field::Total]);
    assert_eq!(express("居民", &base).draft.status, Some(Status::Adult));
    assert_eq!(express("儿童", &base).draft.scheme, None);
    assert_eq!(express("职工", &base).draft.status, Some(Status::Retired));
    assert_eq!(express("as bj zg 3 5w", &base).draft.insured, base.insured);
    assert_eq!(express("zg bj zg 3 5w", &base).draft.insured.map(Place::short), Some("自贡"));
    let only_from = Draft { insured: base.insured, ..Draft::default() };
    assert_eq!(said(&express("bj zg 3 5w", &only_from).draft), "鞍山>北京 employee active t3 Total=5w");
    let mut prepaid = Draft::default();
    prepaid.write(Field::Prepay, "800");
    assert_eq!(express("乙类8000@10%", &prepaid).draft.typed(Field::Prepay), "");
}

/// Every word of a type, in a line with two places, gives its answer and no other.
fn gives_its_answer<T: Word + PartialEq + std::fmt::Debug>(answer: fn(&Draft) -> Option<T>) {
    // `zz` is 在职 and 转诊, by what the line says.
    let shared = ["yes", "no", "y", "n", "是", "否", "?", "zz"];
    for (expected, words) in T::WORDS {
        for word in words.iter().filter(|word| !shared.contains(word)) {
            let read = clear(&format!("鞍山 北京 {word}"));
            assert_eq!(answer(&read.draft).as_ref(), Some(expected), "{word}");
            let mut rest = read.draft;
            rest.insured = None;
            rest.care_place = None;
            assert_eq!(fields(&clear(&format!("鞍山 北京 {word}"))).len(), 3, "{word} says more: {rest:?}");
        }
    }
}

#[test]
fn every_word_gives_exactly_its_answer() {
    gives_its_answer::<Scheme>(|draft| draft.scheme);
    gives_its_answer::<Status>(|draft| draft.status);
    gives_its_answer::<Tier>(|draft| draft.tier);
    gives_its_answer::<Care>(|draft| Some(draft.care));
    gives_its_answer::<Disease>(|draft| draft.disease.filter(|_| draft.care == Care::Chronic));
    gives_its_answer::<Reason>(|draft| Some(draft.reason));
    gives_its_answer::<Filed>(|draft| Some(draft.filed));
    gives_its_answer::<HospitalClass>(|draft| draft.hospital);
    gives_its_answer::<ContributionClass>(|draft| draft.contribution);
    gives_its_answer::<Circumstance>(|draft| draft.circumstances.iter().next());
    for (networked, words) in Networked::WORDS.iter().filter(|(one, _)| *one != Networked::Unknown) {
        for word in words.iter().filter(|word| !["yes", "no", "y", "n", "是", "否"].contains(word)) {
            assert_eq!(clear(&format!("鞍山 北京 {word}")).draft.networked, *networked, "{word}");
        }
    }
}

/// What a name gives on one side of a line: the place itself, or a doubt or an
/// assumption that names it.
fn is_never_wrong(line: &str, place: Place, field: Field) {
    let read = read(line);
    assert!(read.unknown.is_empty(), "{line}: {:?}", read.unknown);
    let taken = if field == Field::Insured { read.draft.insured } else { read.draft.care_place };
    let doubted = read.doubtful.iter().any(|doubt| {
        matches!(doubt, Doubt::Place { field: one, several, .. } if *one == field && several.contains(&place))
    });
    let assumed = read.assumed.iter().any(|assumed| {
        matches!(assumed, Assumed::Place { field: one, others, .. } if *one == field && others.contains(&place))
    });
    assert!(taken == Some(place) || doubted || assumed, "{line}: {:?}", read.draft);
    assert!(read.doubtful.len() == usize::from(doubted), "{line}: {:?}", read.doubtful);
}

#[test]
fn every_place_by_every_name_on_both_sides_is_never_silently_wrong() {
    let places = ProvinceId::all().map(Place::whole).chain(AreaId::all().map(Place::Area));
    for place in places {
        let code = place.code().to_string();
        for name in [place.name(), place.short(), place.pinyin(), place.initials(), &code] {
            is_never_wrong(&format!("{name} 鞍山市 职工 三级 5万"), place, Field::Insured);
            is_never_wrong(&format!("鞍山市 {name} zg 3 5w"), place, Field::CarePlace);
        }
        let short = place.short();
        is_never_wrong(&format!("鞍山市{short}职工三级5万"), place, Field::CarePlace);
        is_never_wrong(&format!("{short}到鞍山市职工三级5万"), place, Field::Insured);
    }
}

#[test]
fn english_words_are_read_with_blanks_or_hyphens() {
    let whole = "from Anshan to Beijing, retired employee, tier 3 hospital, 50,000 yuan, own expense 5000, not filed, age 65";
    let draft = read(whole).draft;
    assert_eq!(read(whole).unknown, []);
    assert_eq!(draft.status, Some(Status::Retired));
    assert_eq!((draft.tier, draft.filed), (Some(Tier::Three), Filed::No));
    let typed = [Field::Total, Field::OwnExpense, Field::Age].map(|field| parse_amount(draft.typed(field)));
    assert_eq!(typed, [50_000, 5_000, 65].map(|yuan| Ok(crate::num::Money::from_yuan(yuan))));
    for (line, filed) in [
        ("anshan beijing employee tier3 50k unfiled", Filed::No),
        ("anshan beijing employee tier-3 50k not-filed", Filed::No),
        ("Harbin Inner Mongolia employee tier 3 50k filed", Filed::Yes),
        ("Jilin City Xi'an employee primary 2.5k not sure", Filed::Unknown),
    ] {
        let read = read(line);
        assert_eq!((read.unknown.as_slice(), read.doubtful.as_slice()), (&[][..], &[][..]), "{line}");
        assert_eq!((read.draft.filed, read.missing.len()), (filed, 0), "{line}");
    }
    let draft = read("jilin city  inner mongolia  long term  paid in full  class b 8000@10%").draft;
    assert_eq!(draft.insured.map(Place::english), Some("Jilin City"));
    assert_eq!(draft.care_place.map(Place::english), Some("Inner Mongolia"));
    assert_eq!(draft.reason, Reason::LongTermResident);
    assert!(draft.circumstances.contains(Circumstance::PaidInFull));
    assert_eq!([Field::ClassB, Field::ClassBRate].map(|field| draft.typed(field).to_owned()), ["8000", "10"]);
    assert_eq!(read("anshan beijing not referred").unknown.len(), 1, "a not is never passed over");
}

/// Where most people are insured: a place alone is where somebody goes.
#[test]
fn a_place_alone_is_where_somebody_goes_from_the_usual_area() {
    let usual = crate::places::resolve("鞍山").ok();
    let read = |line: &str| express_usually_from(line, &Draft::default(), usual);
    for (line, expected) in [
        ("北京 退休 三级 5万", "鞍山>北京 retired t3 Total=5万"),
        ("bj zg 3 5w", "鞍山>北京 employee active t3 Total=5w"),
        ("沈阳 上海 在职 三级 5万", "沈阳>上海 active t3 Total=5万"),
        ("as bj zg 3 5w", "鞍山>北京 employee active t3 Total=5w"),
        ("在职 三级", "鞍山>? active t3"),
    ] {
        assert_eq!(said(&read(line).draft), expected, "{line}");
    }
    let given = Draft { insured: crate::places::resolve("营口").ok(), ..Draft::default() };
    assert_eq!(express_usually_from("北京 退休", &given, usual).draft.insured, given.insured);
}
