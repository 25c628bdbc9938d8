//! What people ask about, in their words: what the list and the sum must say; and
//! that the two never contradict each other, for every circumstance and for pairs.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use enumset::EnumSet;
use proptest::prelude::*;
use yidi::words::{Lang, Text};
use yidi_core::answers::{Draft, express};
use yidi_core::case::{Case, Circumstance, Effect, Field, Filed, Networked, Reason, TRIPS};
use yidi_core::checklist::{Checklist, Items, checklist};
use yidi_core::estimate::{Cause, Estimate, elsewhere, estimate, filing_saves};
use yidi_core::num::{Money, Percent, Span};
use yidi_core::places::{Place, resolve};
use yidi_core::policy::{AwayRule, Book, Grade, RateChange, Route, Schedule, Status, Tier};

use crate::support::{TODAY, cases, draft};

/// Read once: thousands of cases are asked of it.
static BOOK: LazyLock<Book> = LazyLock::new(|| Book::embedded().unwrap());

/// What the sum must be.
enum Sum {
    /// From so much to so much, in yuan, worked out by hand.
    Pays(u32, u32),
    /// The same as for another line.
    As(&'static str),
    /// These words stand beside it.
    Beside(&'static str),
    /// It was not asked about.
    Any,
}
use Sum::{Any, As, Beside, Pays};

/// The question, the line, items there must be, items there must not be, the sum, who says so.
type Row = (&'static str, &'static str, &'static str, &'static str, Sum, &'static str);

/// 鞍山, in work, tier 3, 30 000 yuan of which nothing is uncovered. Filed for another trip, or not
/// filed: 30 000 - 28 000 x 60 % = 13 200. Referred and filed: 30 000 - 28 500 x 70 % = 10 050.
#[rustfmt::skip]
const ASKED: &[Row] = &[
    // ---- the filing
    ("我备案备的是上海，结果在北京住院", "鞍山 北京 在职 三级 3万 转诊 已备案 备案在别的城市", "file-this-city file-referral filing-took-effect", "check-filed", Pays(13_200, 13_200), "N-33: a filing names a city"),
    ("备错城市了", "鞍山 北京 在职 三级 3万 已备案 备错城市", "file-this-city file-temporary", "check-filed", As("鞍山 北京 在职 三级 3万 未备案"), "N-33"),
    ("备错城市，人还在住院，来得及吗", "鞍山 北京 在职 三级 3万 已备案 备错城市 入院11-20", "file-this-city", "back-filing", Any, "N-51: filed before the settlement it settles directly"),
    ("备案过期了又去住院", "鞍山 北京 在职 三级 3万 转诊 已备案 备案过期", "file-again file-referral", "check-filed", Pays(13_200, 13_200), "N-42"),
    ("备了案，医院没联网", "鞍山 北京 在职 三级 3万 转诊 已备案 医院没联网", "not-networked pay-in-full claim-by-hand claim-follow-up", "check-the-sheet filing-took-effect", Pays(10_050, 10_050), "N-53: pay first, claim later on the terms of the filing"),
    ("没备案就自费出院了", "鞍山 北京 在职 三级 3万 未备案 自费出院了 11-10出院", "back-filing claim-by-hand claim-follow-up", "file-temporary filing-took-effect", Pays(13_200, 13_200), "N-52"),
    ("没备案，先住院后备案行不行", "鞍山 北京 在职 三级 3万 未备案 入院11-20", "file-temporary", "back-filing", Any, "N-51"),
    ("会去备案，要带什么", "鞍山 北京 在职 三级 3万 会备案", "file-temporary filling-in", "check-filed back-filing", Pays(13_200, 13_200), "N-25"),
    ("爸妈不会弄，我替他们办", "鞍山 北京 退休 三级 3万 替家人办", "file-temporary", "", Any, "N-26"),
    ("备案在外地，过年回来看病还能报吗", "南昌 南昌 在职 三级 2万 长期 已备案 回参保地", "returns-home", "local file-long-term", Any, "N-65: two-way benefits"),
    ("退休了跟孩子住在北京", "鞍山 北京 退休 三级 3万 跟子女住", "grandchildren", "file-temporary", Beside("异地长期居住"), "N-10, N-21"),
    ("来北京带孙子，突然住院", "鞍山 北京 居民 62岁 三级 3万 带孙子", "grandchildren", "file-temporary", Beside("按所选的外出原因算"), "N-11: 6 months"),
    ("已经按长期居住备案的带孙老人", "鞍山 北京 退休 三级 3万 长期 已备案 带孙子", "check-filed validity-anshan", "grandchildren file-temporary", Any, "N-21: filed already"),
    // ---- the stay
    ("同一个病从县医院转到省城大医院", "鞍山 北京 在职 三级 3万 转到上级医院", "transfer-up", "transfer-down", Pays(12_000, 13_200), "N2-10; 30 000 x 40 % without a deductible"),
    ("从北京转回当地医院康复", "鞍山 北京 在职 三级 3万 转回当地医院", "transfer-down", "transfer-up", Pays(12_000, 13_200), "N2-10"),
    ("住院中途转院起付线交两次吗", "鞍山 北京 在职 三级 3万 中途转院", "transfer-up", "", Beside("只补差额"), "N2-10"),
    ("在急诊留观了三天没住院", "鞍山 北京 在职 三级 3万 急诊 急诊留观", "observation emergency-mark", "file-temporary", Beside("没有算进金额"), "N-55"),
    ("跨年住院报哪一年的", "鞍山 北京 在职 三级 3万 入院2025-12-20 出院2026-01-05", "over-new-year", "", Beside("算在出院那年"), "N-57"),
    ("过年还在住院", "鞍山 北京 在职 三级 3万 跨年住院", "over-new-year", "", Beside("没有算进金额"), "N-57"),
    ("医生让我到外面药房买药", "南京 上海 在职 三级 3万 外购药", "outside-drugs", "", Beside("没有算进金额"), "N-56"),
    ("吃靶向药，双通道怎么报", "鞍山 北京 在职 三级 3万 靶向药", "dual-channel", "", Beside("没有算进金额"), "N-56"),
    ("急诊抢救没来得及备案", "鞍山 北京 在职 三级 3万 急诊", "emergency-first emergency-mark emergency-report", "file-temporary back-filing", Any, "N-55"),
    ("癌症要反复住院", "烟台 北京 在职 三级 3万 癌症住院", "serious-illness", "", Beside("没有算进金额"), "N108: Yantai takes one deductible a year"),
    ("精神病人在外地住院", "鞍山 北京 居民 三级 3万 精神病住院", "serious-illness", "", Beside("可能更少"), "a rule of its own in some areas"),
    // ---- mother and child
    ("在外地生孩子能报吗", "南昌 北京 在职 三级 1万 生孩子", "childbirth", "", Beside("没有算进金额"), "maternity insurance pays: law of 2018, chapter 6"),
    ("居民医保，外地剖腹产", "南京 上海 居民 三级 1万 剖腹产", "childbirth", "", Beside("生育待遇"), "N-103: Jiangsu takes a claim by hand"),
    ("孩子刚出生就住院，还没上医保", "南昌 北京 学生儿童 三级 3万 新生儿", "newborn", "", Beside("已经算进金额"), "Jiangxi: from birth within 90 days"),
    ("新生儿已经出院了还能补吗", "南昌 北京 学生儿童 三级 3万 新生儿 11-10出院", "newborn", "", Any, "insured in time it is covered from birth"),
    ("6 岁以下有没有优惠", "深圳 广州 学生儿童 三级 3万 6岁以下", "", "", Beside("把年龄填上"), "figures with ages"),
    ("八十岁老人", "鞍山 北京 退休 三级 3万 70岁以上", "", "", Beside("把年龄填上"), "figures with ages"),
    // ---- the insurance
    ("我三月份断了医保，六月住院", "鞍山 北京 在职 三级 3万 断保", "lapsed", "", Pays(13_200, 30_000), "nothing is paid in a gap"),
    ("欠了两个月保费", "鞍山 北京 在职 三级 3万 欠费", "lapsed", "", Pays(13_200, 30_000), "nothing is paid in arrears"),
    ("居民医保还在等待期", "鞍山 北京 居民 三级 3万 等待期", "lapsed", "", Beside("已经算进金额"), "3 months since 2025"),
    ("今年从沈阳转到鞍山参保", "鞍山 北京 在职 三级 3万 换参保地", "changed-area", "", Beside("没有算进金额"), "N-40: a filing ends with the insurance"),
    ("我是公务员", "鞍山 北京 在职 三级 3万 公务员", "civil-servant", "", Beside("没有算进来"), "N-59"),
    ("离休干部怎么报", "鞍山 北京 退休 三级 3万 离休", "retired-cadre", "file-temporary say-where-insured catalogue", Beside("没有算进金额"), "care of their own"),
    ("有惠民保还能再赔吗", "鞍山 北京 在职 三级 3万 惠民保", "commercial", "", Beside("请问保险公司"), "it pays after the medical insurance"),
    ("怎么办二次报销", "鞍山 北京 居民 三级 30万 二次报销", "second-claim", "", Beside("没查到的没有算"), "N-80: every resident scheme has one"),
    ("建档的脱贫户", "鞍山 北京 居民 三级 3万 脱贫户", "poverty-relief", "hardship-tell", Beside("没有算进金额"), "N2-11"),
    ("低保户在外地住院", "鞍山 北京 居民 三级 3万 低保", "hardship-tell aid-apply", "poverty-relief", Any, "N-85"),
    ("低保边缘家庭", "鞍山 北京 居民 三级 3万 低保边缘", "poverty-relief", "", Beside("请在「特困、低保或返贫致贫」那一项选是"), "N2-11"),
    // ---- injuries
    ("在外地自己摔骨折了", "成都 广州 在职 三级 3万 摔伤", "injury-promise", "third-party-claim", Any, "N-95"),
    ("被人打伤住院", "鞍山 北京 在职 三级 3万 被打伤", "third-party-claim third-party-advance", "injury-promise", Pays(13_200, 30_000), "N-08: law of 2018, art. 30"),
    ("被狗咬了", "鞍山 北京 在职 三级 3万 狗咬", "third-party-claim", "injury-promise", Beside("该由别人赔的"), "N-08"),
    ("车祸，对方全责", "鞍山 北京 在职 三级 3万 车祸", "traffic-finding traffic-advance", "injury-promise", Pays(13_200, 30_000), "N-08"),
    ("车祸受了外伤，医院让签承诺书", "鞍山 北京 在职 三级 3万 车祸 外伤", "traffic-finding", "injury-promise", Pays(13_200, 30_000), "N-95: a false promise costs all of it back"),
    ("上班路上受伤算工伤吗", "鞍山 北京 在职 三级 3万 工伤", "work-injury", "", Pays(30_000, 30_000), "N-08: law of 2018, art. 30"),
    // ---- students, abroad
    ("大学生暑假回家住院", "南京 合肥 学生 三级 3万 暑假", "student", "", Beside("在校参保的"), "N-14"),
    ("在外地上大学，参保在老家", "鞍山 北京 学生 三级 3万 在外地上学", "student", "", Any, "N-14"),
    ("苏州的学生放假回家", "苏州 成都 学生 三级 3万 放假回家", "student student-long-term", "file-temporary file-temporary-alike", Any, "N-14: Suzhou files them as long-term residents"),
    ("出国旅游看病能报吗", "鞍山 北京 在职 三级 3万 国外看病", "abroad", "", Pays(30_000, 30_000), "N-08: law of 2018, art. 30"),
    ("在香港看病", "鞍山 北京 在职 三级 3万 港澳台看病", "abroad", "", Pays(30_000, 30_000), "N-08"),
    // ---- what a second reader asked: the filing
    ("备案过期了，急诊住院", "鞍山 北京 在职 三级 3万 急诊 备案过期", "emergency-mark", "file-again", Beside("金额不因此而变"), "N-24: an emergency counts as filed"),
    ("京津冀，备案过期了", "石家庄 北京 居民 三级 3万 已备案 备案过期", "alliance", "check-filed", Beside("金额不因此而变"), "N-67: counted as filed"),
    ("没说备没备过，备的是别处", "南京 上海 退休 三级 3万 备案别处", "file-this-city", "check-filed", Beside("按结算前给这里备好案算"), "N-33"),
    ("备了别处，按没备案算", "鞍山 北京 在职 三级 3万 转诊 已备案 备案别处", "file-this-city", "", Beside("已经算进金额，按没备案算"), "N-33"),
    ("省内去苏州，备案过期", "南京 苏州 居民 三级 3万 已备案 备案过期", "file-again in-province-jiangsu", "", Any, "N-42"),
    ("省内不用备案，备的是别的市", "杭州 宁波 居民 三级 3万 已备案 备案别处", "in-province-not-needed", "file-this-city", Any, "F2S-10"),
    ("沈阳临时去北京", "沈阳 北京 在职 三级 3万", "no-temporary-filing", "file-temporary filling-in", As("沈阳 北京 在职 三级 3万 未备案"), "F2N-29"),
    ("宁波临时去上海", "宁波 上海 在职 三级 3万", "no-temporary-filing", "file-temporary filling-in", Any, "F2S-12"),
    ("珠海临时去北京", "珠海 北京 在职 三级 3万", "no-temporary-filing", "file-temporary filling-in", Any, "F2S-24"),
    ("长春临时去北京", "长春 北京 在职 三级 3万", "no-temporary-filing", "file-temporary filling-in", As("长春 北京 在职 三级 3万 未备案"), "F2N-11"),
    ("成都去重庆", "成都 重庆 在职 三级 3万", "no-filing-chengdu", "file-temporary filling-in", Any, "F2S-32"),
    ("成都去北京", "成都 北京 在职 三级 3万", "file-temporary", "no-filing-chengdu", Any, "F2S-32"),
    ("重庆去成都", "重庆 成都 在职 三级 3万", "file-temporary", "no-filing-chengdu", Any, "N-67"),
    ("长沙的透析，去广州", "长沙 广州 居民 三级 1万 慢特病 透析", "no-chronic-filing", "file-temporary filling-in filing-took-effect validity-trip", Any, "F2N-03"),
    ("长沙的门诊，去广州", "长沙 广州 居民 三级 1000 普通门诊", "no-outpatient-filing", "file-temporary filling-in filing-took-effect validity-trip", Any, "F2N-03"),
    ("海口的门诊，去广州", "海口 广州 居民 三级 1000 普通门诊", "no-outpatient-filing", "file-temporary", Any, "F2S-29"),
    ("长沙住院，备不备案一样", "长沙 北京 在职 三级 3万", "file-temporary-alike", "file-temporary", As("长沙 北京 在职 三级 3万 未备案"), "F2N-03: -10 either way"),
    ("忘了备案", "鞍山 北京 在职 三级 3万 忘了备案", "file-temporary", "check-filed", Pays(13_200, 13_200), "N-51"),
    ("回家探亲住院", "鞍山 北京 在职 三级 3万 探亲", "file-temporary", "", Any, "N-12"),
    ("出差住院", "鞍山 北京 在职 三级 3万 出差", "file-temporary", "", Any, "N-12"),
    ("吉林，能直接结却自己垫付了", "长春 北京 在职 三级 3万 已备案 全额垫付", "claim-by-hand", "", Beside("没有算进来"), "F2N-11: another 10 points"),
    // ---- and the rest
    ("青岛的学生寒假回家", "青岛 北京 学生 三级 2万 寒假", "student file-temporary", "student-long-term", As("青岛 北京 学生 三级 2万"), "F2N-36: paid as at home; nothing is said of the filing"),
    ("门特去外地看", "鞍山 北京 退休 三级 5000 门特 透析", "chronic-ask look-up-chronic", "dual-channel", Any, "门特 is chronic care"),
    ("在院外买药，出院了", "鞍山 北京 在职 三级 3万 院外买药 11-10出院", "outside-drugs-claim", "outside-drugs", Beside("没有算进金额"), "N-101"),
    ("公务员，出院了", "鞍山 北京 在职 三级 3万 公务员 11-10出院", "civil-servant", "", Beside("没有算进金额"), "N-59"),
    ("离休干部，出院了", "鞍山 北京 退休 三级 3万 离休 11-10出院", "retired-cadre", "claim-by-hand", Any, "care of their own"),
    ("社保卡丢了", "鞍山 北京 在职 三级 3万 社保卡丢了", "card-lost", "", As("鞍山 北京 在职 三级 3万"), "N-50"),
    ("用子女个人账户付", "鞍山 北京 居民 三级 3万 用子女个人账户付", "family-account", "grandchildren", As("鞍山 北京 居民 三级 3万"), "N2-09"),
    ("外伤又说是别人造成的", "鞍山 北京 在职 三级 3万 外伤 第三方", "third-party-claim", "injury-promise", Pays(13_200, 30_000), "N-95"),
    // ---- several at once
    ("备错城市又没联网", "鞍山 北京 在职 三级 3万 转诊 已备案 备错城市 医院没联网", "file-this-city not-networked claim-by-hand", "check-the-sheet", Pays(13_200, 13_200), "N-33, N-53"),
    ("断保又是工伤", "鞍山 北京 在职 三级 3万 断保 工伤", "work-injury", "lapsed file-temporary", Pays(30_000, 30_000), "work-injury insurance pays, not this one"),
    ("下转又断保", "鞍山 北京 在职 三级 3万 下转 断保", "transfer-down lapsed", "", Pays(12_000, 30_000), "N2-10; nothing is paid in a gap"),
    ("车祸急诊没联网", "鞍山 北京 在职 三级 3万 急诊 车祸 未联网", "traffic-finding pay-in-full", "emergency-mark", Any, "N-54: rescue is paid anywhere, by hand"),
    ("生孩子跨年了", "鞍山 北京 在职 三级 1万 生孩子 入院2025-12-28 出院2026-01-02", "over-new-year", "", Beside("算在出院那年"), "N-57"),
    ("家人代办，带孙老人的低保", "鞍山 北京 居民 65岁 三级 3万 低保 带孙子 代办", "grandchildren hardship-tell aid-apply", "poverty-relief", Any, "N-26, N-85"),
    ("在参保地本地出了车祸", "鞍山 鞍山 在职 三级 3万 车祸", "local traffic-finding", "file-temporary", Any, "N-08"),
    ("在省内另一个市断保住院", "鞍山 沈阳 在职 三级 3万 断保", "lapsed in-province-ask", "file-temporary", Any, "nothing is paid in a gap"),
];

/// A line with nothing uncovered, as a case.
fn said(line: &str) -> Case {
    let read = express(&format!("{line} 自费0 先行自付0 超限价0"), &Draft::default());
    assert!(
        read.unknown.is_empty() && read.doubtful.is_empty(),
        "{line}: {:?} {:?}",
        read.unknown,
        read.doubtful
    );
    read.draft.finish(TODAY).unwrap_or_else(|problems| panic!("{line}: {problems:?}"))
}

fn listed(case: &Case) -> Checklist {
    checklist(&BOOK, case, TODAY).unwrap()
}

fn settled(case: &Case) -> Estimate {
    estimate(&BOOK, case).unwrap()
}

#[test]
fn what_people_ask_is_answered_on_the_list_and_in_the_sum() {
    assert!(ASKED.len() >= 60);
    let known: BTreeSet<&str> = Items::embedded().unwrap().iter().map(|item| item.id.as_str()).collect();
    let mut wrong = Vec::new();
    for (question, line, must, must_not, sum, source) in ASKED {
        let case = said(line);
        let list = listed(&case);
        let ids: Vec<&str> = list.todos.iter().map(|todo| todo.id.as_str()).collect();
        let named = |ids: &'static str| ids.split_whitespace();
        assert!(named(must).chain(named(must_not)).all(|id| known.contains(id)), "{question}: no such item");
        let missing: Vec<&str> = named(must).filter(|id| !ids.contains(id)).collect();
        let false_ones: Vec<&str> = named(must_not).filter(|id| ids.contains(id)).collect();
        if !missing.is_empty() || !false_ones.is_empty() {
            wrong.push(format!(
                "{question} ({source}): not there {missing:?}, there {false_ones:?} of {ids:?}"
            ));
        }
        let pays = settled(&case).personal();
        match sum {
            Pays(low, high) => {
                let expected = [*low, *high].map(|yuan| Money::from_yuan(yuan.into()));
                if [pays.low(), pays.high()] != expected {
                    wrong.push(format!("{question} ({source}): pays {pays:?}"));
                }
            }
            As(other) => assert_eq!(pays, settled(&said(other)).personal(), "{question} ({source})"),
            Beside(words) => {
                let beside = Text::new(Lang::Zh).warnings(&settled(&case)).join("\n");
                if !beside.contains(words) {
                    wrong.push(format!("{question} ({source}): beside the sum {beside:?}"));
                }
            }
            Any => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who picks a filed trip after all still has to file this one.
#[test]
fn a_filing_for_elsewhere_is_not_taken_for_this_trip() {
    let line = "鞍山 北京 在职 三级 3万 转诊 已备案 备案在别的城市 自费0 先行自付0 超限价0";
    let mut draft = express(line, &Draft::default()).draft;
    assert_eq!(draft.finish(TODAY).unwrap().filed, Filed::No);
    draft.take_route(Route::Referral);
    let case = draft.finish(TODAY).unwrap();
    assert_eq!((case.reason, case.filed), (Reason::Referral, Filed::Planned));
    // 30 000 - 28 500 x 70 %.
    assert_eq!(settled(&case).personal(), Span::exact(Money::from_yuan(10_050)));
}

#[test]
fn every_circumstance_is_asked_about() {
    let said: BTreeSet<Circumstance> =
        ASKED.iter().flat_map(|(_, line, ..)| said(line).circumstances.iter().collect::<Vec<_>>()).collect();
    let silent: Vec<Circumstance> = Circumstance::ALL.into_iter().filter(|one| !said.contains(one)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// What a number in an item of the list is about.
enum Says {
    /// A filed referral loses no more points of the rate than this.
    ReferralCutAtMost(u32),
    /// Referred, the rate is so many points above the unfiled one.
    ReferralAboveUnfiled(u32),
    /// So many percent of the eligible cost come first.
    FirstSelfPay(u32),
    /// Back home the rate loses at most so many points.
    CutAtHome(u32),
    /// Another visit, or no money of this one.
    NotThisSum,
}

/// Every number of money or rate that an item names, and what the sum has to do with it. A new
/// sentence with a number needs a row: the sum uses it, or it is not about this sum.
const NUMBERS: &[(&str, &str, Says)] = &[
    ("file-referral", "最多降 5 个百分点", Says::ReferralCutAtMost(5)),
    ("claim-by-hand", "低 10 个百分点", Says::ReferralAboveUnfiled(10)),
    ("returns-home", "先自付 10%", Says::FirstSelfPay(10)),
    // Which claims are handled how fast.
    ("claim-by-hand", "1000 元以下", Says::NotThisSum),
    // What care back home costs later.
    ("file-long-term", "回沈阳看病降 10 个百分点", Says::NotThisSum),
    ("filling-in", "回参保地看病降 20 个百分点", Says::NotThisSum),
    ("returns-home", "降 20 个百分点", Says::CutAtHome(20)),
    ("returns-home", "降 10 个百分点", Says::CutAtHome(10)),
    // The result says that it is not counted.
    ("claim-by-hand", "再降 10 个百分点", Says::NotThisSum),
    // What a late filing leaves.
    ("back-filing", "先自付 10%", Says::NotThisSum),
];

/// Whether a text names an amount or a rate.
fn names_a_number(text: &str) -> bool {
    ["百分点", "%", " 元", "万元"].iter().any(|unit| text.contains(unit))
}

/// Where what the list says of money does not hold in the sum.
fn disagreements(case: &Case, list: &Checklist) -> Vec<String> {
    let estimate = estimate(&BOOK, case);
    let mut faults = Vec::new();
    for todo in &list.todos {
        let told =
            [&todo.task, &todo.why].into_iter().chain(&todo.if_late).chain(&todo.say).chain(&todo.notes);
        for words in told.filter(|words| names_a_number(&words.zh)) {
            let row = NUMBERS.iter().find(|(id, part, _)| *id == todo.id && words.zh.contains(part));
            let Some((_, part, says)) = row else {
                faults.push(format!("{} names a number that no row explains: {}", todo.id, words.zh));
                continue;
            };
            let Ok(estimate) = &estimate else { continue };
            let holds = match says {
                Says::NotThisSum => true,
                Says::ReferralCutAtMost(points) => referral_cut_at_most(case, *points),
                Says::ReferralAboveUnfiled(points) => referral_above_unfiled(case, *points),
                Says::CutAtHome(points) => cut_at_home(estimate, *points),
                Says::FirstSelfPay(percent) => first_self_pay(estimate, *percent),
            };
            if !holds {
                faults.push(format!("{} says {part:?}, the sum does not", todo.id));
            }
        }
    }
    faults
}

fn rules(estimate: &Estimate) -> impl Iterator<Item = AwayRule> {
    estimate.runs.iter().filter_map(|run| run.terms.away.value().copied())
}

fn referral_cut_at_most(case: &Case, points: u32) -> bool {
    let most = Percent::new(points);
    rules(&settled(&plain_trip(case, Reason::Referral, Filed::Yes))).all(|rule| match rule.change {
        RateChange::Cut(cut) => cut.high() <= most,
        _ => true,
    })
}

fn first_self_pay(estimate: &Estimate, percent: u32) -> bool {
    // It is said of care at home; nothing is to be paid first by who pays all.
    let at_home = estimate.runs.iter().filter(|run| run.terms.route == Route::Local);
    let rules = at_home.filter_map(|run| run.terms.away.value());
    let mut rules = rules.filter(|rule| rule.change != RateChange::NotCovered);
    rules.all(|rule| rule.first_self_pay == Span::exact(Percent::new(percent)))
}

fn cut_at_home(estimate: &Estimate, points: u32) -> bool {
    let at_home = estimate.runs.iter().filter(|run| run.terms.route == Route::Local);
    let mut rules = at_home.filter_map(|run| run.terms.away.value());
    rules.all(|rule| match rule.change {
        RateChange::Cut(cut) => cut.high() == Percent::new(points),
        other => other == RateChange::NotCovered,
    })
}

/// The same stay on another way, with nothing else to it.
fn plain_trip(case: &Case, reason: Reason, filed: Filed) -> Case {
    Case { reason, filed, circumstances: EnumSet::empty(), ..*case }
}

/// The rates that the area gives of both ways, where it gives them.
fn referral_above_unfiled(case: &Case, points: u32) -> bool {
    let rate = |reason, filed| {
        let estimate = settled(&plain_trip(case, reason, filed));
        estimate.runs[0].terms.rate.value().and_then(Schedule::as_plain)
    };
    let (referred, unfiled) = (rate(Reason::Referral, Filed::Yes), rate(Reason::Other, Filed::No));
    let (Some(referred), Some(unfiled)) = (referred, unfiled) else { return true };
    [(referred.low(), unfiled.low()), (referred.high(), unfiled.high())]
        .iter()
        .all(|(a, b)| *a == b.plus_points(Percent::new(points)))
}

/// Areas whose own rules the list tells, and one of which nothing is told.
const AREAS: [&str; 12] =
    ["鞍山", "沈阳", "南京", "苏州", "南昌", "郑州", "武汉", "成都", "烟台", "青岛", "哈尔滨", "长沙"];

/// Every sort of trip: out of the province for each route, inside it, at home.
fn trips(area: &str) -> Vec<Draft> {
    let province = |name: &str| match resolve(name).unwrap() {
        Place::Area(area) => Place::whole(area.get().insurer),
        province @ Place::Province(_) => province,
    };
    let away = draft(area, "北京", Status::Active, Tier::Three, "30000");
    let out = TRIPS.into_iter().map(|(_, reason, filed)| Draft { reason, filed, ..away.clone() });
    let near = [province(area), resolve(area).unwrap()];
    let inside = near.map(|place| Draft { care_place: Some(place), filed: Filed::Yes, ..away.clone() });
    out.chain(inside).collect()
}

/// A case with circumstances; of a person who may have them.
fn with(draft: &Draft, also: EnumSet<Circumstance>) -> Case {
    let mut draft = draft.clone();
    let wanted = also.iter().filter_map(|one| one.entry().asked).find(|asked| !asked.statuses.is_empty());
    draft.status = wanted.and_then(|asked| asked.statuses.first().copied()).or(draft.status);
    draft.circumstances = also;
    draft.finish(TODAY).unwrap()
}

/// Two items of which one says that the other is not needed, or is not to be done.
const AGAINST: &[(&str, &str)] = &[
    ("local", "file-temporary"),
    ("local", "filling-in"),
    ("check-filed", "file-temporary"),
    ("check-filed", "file-referral"),
    ("check-filed", "file-long-term"),
    ("pay-in-full", "check-the-sheet"),
    ("injury-promise", "third-party-claim"),
    ("injury-promise", "traffic-finding"),
    ("injury-promise", "work-injury"),
    ("back-filing", "file-temporary"),
    ("abroad", "say-where-insured"),
    ("work-injury", "say-where-insured"),
    ("transfer-up", "transfer-down"),
    ("grandchildren", "file-temporary"),
    ("student-long-term", "file-temporary"),
    ("no-temporary-filing", "file-temporary"),
    ("no-temporary-filing", "filling-in"),
    ("no-temporary-filing", "filing-took-effect"),
    ("no-temporary-filing", "validity-trip"),
    ("no-filing-chengdu", "file-temporary"),
    ("no-filing-chengdu", "filing-took-effect"),
    ("file-temporary-alike", "file-temporary"),
    ("retired-cadre", "say-where-insured"),
];

/// What is wrong with the list of a case, and between it and the sum.
fn faults(case: &Case) -> Vec<String> {
    let list = listed(case);
    let ids: Vec<&str> = list.todos.iter().map(|todo| todo.id.as_str()).collect();
    let different: BTreeSet<&str> = ids.iter().copied().collect();
    let mut faults = disagreements(case, &list);
    let mut must = |holds: bool, fault: &dyn Fn() -> String| faults.extend((!holds).then(fault));
    must(different.len() == ids.len(), &|| format!("twice in {ids:?}"));
    // After a stay at home nothing is left to do.
    let is_over = case.care_place == case.insured && case.date < TODAY;
    must(is_over || !ids.is_empty(), &|| "nothing to do".to_owned());
    for todo in &list.todos {
        let speaks = [&todo.task, &todo.why]
            .iter()
            .all(|words| !words.zh.trim().is_empty() && !words.en.trim().is_empty());
        must(speaks, &|| format!("{} is silent", todo.id));
        let is_told =
            !todo.sources.is_empty() && todo.sources.iter().all(|name| list.sources.contains_key(name));
        must(is_told, &|| format!("{}: nobody says so: {:?}", todo.id, todo.sources));
    }
    // Moved up and down at once is for the person to sort out.
    let both_ways = case.circumstances.is_superset(Circumstance::TransferUp | Circumstance::TransferDown);
    for (one, other) in AGAINST.iter().filter(|(one, _)| !(both_ways && *one == "transfer-up")) {
        let both = different.contains(one) && different.contains(other);
        must(!both, &|| format!("{one} and {other}"));
    }
    for text in Lang::ALL.map(Text::new) {
        let said = text.circumstances(case).len();
        let silent = case.circumstances.iter().filter(|one| one.entry().says.is_none()).count();
        must(said + silent == case.circumstances.len(), &|| "not said beside the sum".to_owned());
    }
    faults
}

/// Whether a circumstance does to the sum what it says, seen from outside.
fn does_as_it_says(plain: &Draft, one: Circumstance) -> Result<(), String> {
    let with = with(plain, EnumSet::only(one));
    let without =
        Case { circumstances: EnumSet::empty(), networked: Networked::Unknown, filed: plain.filed, ..with };
    let (Ok(now), Ok(before)) = (estimate(&BOOK, &with), estimate(&BOOK, &without)) else { return Ok(()) };
    let (now, before) = (now.personal(), before.personal());
    let total = with.bill.total.unwrap().low();
    let expected = match one.effect() {
        Effect::NotPaid => Span::exact(total),
        Effect::PerhapsNotPaid => Span::between(before.low(), total),
        Effect::DeductibleRunsOn if now.low() <= before.low() => Span::between(now.low(), before.high()),
        Effect::NotFiledHere => {
            let filed = if without.filed == Filed::Yes { Filed::No } else { without.filed };
            settled(&Case { filed, ..without }).personal()
        }
        // Somewhere between home and a referral, or what the area says.
        Effect::ReturnsHome => now,
        _ => before,
    };
    if now == expected { Ok(()) } else { Err(format!("{:?}: {now:?}, expected {expected:?}", one.effect())) }
}

#[test]
fn list_and_sum_agree_for_every_circumstance_on_every_route() {
    let mut wrong = BTreeSet::new();
    for area in AREAS {
        for trip in trips(area) {
            let what = format!("{area} {:?} {:?} {:?}", trip.care_place, trip.reason, trip.filed);
            wrong.extend(
                faults(&with(&trip, EnumSet::empty())).into_iter().map(|fault| format!("{what}: {fault}")),
            );
            for one in Circumstance::ALL {
                let all = faults(&with(&trip, EnumSet::only(one))).into_iter();
                let all = all.chain(does_as_it_says(&trip, one).err());
                wrong.extend(all.map(|fault| format!("{what} {one:?}: {fault}")));
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn no_pair_of_circumstances_contradicts_itself(
        area in prop::sample::select(&AREAS[..]),
        trip in 0_usize..7,
        pair in (prop::sample::select(&Circumstance::ALL[..]), prop::sample::select(&Circumstance::ALL[..])),
        days in prop::sample::select(&["", "2026-11-10", "2026-11-22", "2026-11-30"][..]),
    ) {
        let mut draft = trips(area)[trip].clone();
        draft.write(Field::Date, days);
        prop_assert_eq!(faults(&with(&draft, pair.0 | pair.1)), Vec::<String>::new());
    }
}

/// Whether it is paid at all is one question for both ways: filing saves what it saves where
/// it is paid, and no more.
#[test]
fn filing_does_not_save_what_is_perhaps_not_paid() {
    let perhaps = Circumstance::ALL.into_iter().filter(|one| one.effect() == Effect::PerhapsNotPaid);
    let perhaps: Vec<Circumstance> = perhaps.collect();
    assert!(perhaps.len() > 3);
    for area in AREAS {
        let plain = draft(area, "北京", Status::Active, Tier::Three, "50000");
        for one in &perhaps {
            let with = with(&plain, EnumSet::only(*one));
            let without = Case { circumstances: EnumSet::empty(), ..with };
            let saves = |case: &Case| filing_saves(&BOOK, &settled(case)).unwrap();
            let most = |case: &Case| saves(case).map(Span::high);
            assert_eq!(most(&with), most(&without), "{area} {one:?}");
            let now = settled(&with);
            assert_eq!(
                now.causes.first().map(|(cause, _)| *cause),
                Some(Cause::Circumstance),
                "{area} {one:?}"
            );
            assert_eq!(elsewhere(&BOOK, &now).unwrap(), None, "{area} {one:?}");
            let text = Text::new(Lang::Zh).saving(&with, saves(&with), false);
            assert!(!text.contains("先备案更稳妥"), "{text}");
        }
    }
}

/// Where most areas lie is only told where that says more than the full range.
#[test]
fn a_likely_range_narrows() {
    for area in AREAS {
        for trip in trips(area) {
            let estimate = settled(&with(&trip, EnumSet::empty()));
            let likely = elsewhere(&BOOK, &estimate).unwrap().map(|elsewhere| elsewhere.likely);
            assert!(likely.is_none_or(|likely| likely != estimate.personal()), "{area} {trip:?}");
        }
    }
}

/// Where the insurance pays nothing there is no rule to ask for, none that the sum rests on,
/// and nothing to file.
#[test]
fn what_is_not_paid_rests_on_no_figure() {
    for line in ["长沙 广州 在职 二级 5万 工伤", "杭州 上海 在职 三级 5万 香港看病"] {
        let case = express(line, &Draft::default()).draft.finish(TODAY).unwrap();
        let estimate = settled(&case);
        assert_eq!(estimate.personal(), Span::exact(Money::from_yuan(50_000)));
        assert_eq!(
            (estimate.to_ask(), estimate.missing(), estimate.figures()),
            (vec![], vec![], vec![]),
            "{line}"
        );
        assert_eq!(estimate.rules_grade(), Grade::Official, "{line}");
        assert_eq!(filing_saves(&BOOK, &estimate).unwrap(), None, "{line}");
    }
}

/// Back home with a filing elsewhere, where no rule is known: between home and a referral.
#[test]
fn back_home_without_a_rule_is_between_home_and_a_referral() {
    for (area, known) in [("哈尔滨", false), ("西安", false), ("南京", true)] {
        let pays = |line: String| settled(&said(&line)).personal();
        let back = pays(format!("{area} {area} 退休 三级 5万 长期 已备案 回参保地"));
        let home = pays(format!("{area} {area} 退休 三级 5万"));
        let referred = pays(format!("{area} 北京 退休 三级 5万 转诊 已备案"));
        assert_eq!(back.low(), home.low(), "{area}");
        assert_eq!(back.high(), if known { home.high() } else { referred.high().max(home.high()) }, "{area}");
    }
}

/// What changes the sum, or may, leaves something to do after the discharge as well.
#[test]
fn nothing_asked_about_vanishes_with_the_discharge() {
    let own: Vec<_> = Items::embedded().unwrap().iter().filter(|item| !item.when.also.is_empty()).collect();
    let matters = |one: &Circumstance| {
        matches!(
            one.effect(),
            Effect::NotCounted
                | Effect::PerhapsNotPaid
                | Effect::NotPaid
                | Effect::AnotherFund
                | Effect::DeductibleRunsOn
        )
    };
    for one in Circumstance::ALL.into_iter().filter(matters) {
        let mut trip = draft("鞍山", "北京", Status::Active, Tier::Three, "30000");
        trip.write(Field::Date, "2026-11-10");
        let list = listed(&with(&trip, EnumSet::only(one)));
        let is_own = |id: &str| own.iter().any(|item| item.id == id && item.when.also.contains(one));
        assert!(list.todos.iter().any(|todo| is_own(&todo.id)), "{one:?}");
    }
}

/// A line, an item of its list, and what a note or a paper of it says; nothing of it where the
/// last is false.
#[rustfmt::skip]
const TOLD: &[(&str, &str, &str, bool)] = &[
    ("鞍山 北京 在职 三级 5万 第三方 垫付", "claim-by-hand", "公安、法院或调解的材料", true),
    ("鞍山 北京 在职 三级 5万 第三方 垫付", "claim-by-hand", "无第三方责任承诺书", false),
    ("鞍山 北京 在职 三级 5万 第三方 外伤 垫付", "claim-by-hand", "无第三方责任承诺书", false),
    ("鞍山 北京 在职 三级 5万 车祸 垫付", "claim-by-hand", "交警的事故认定书", true),
    ("鞍山 北京 在职 三级 5万 狗咬 垫付", "claim-by-hand", "交警的事故认定书", false),
    ("鞍山 北京 在职 三级 5万 摔伤 垫付", "claim-by-hand", "无第三方责任承诺书", true),
    ("鞍山 北京 退休 三级 5万 长期", "file-long-term", "江苏规定", false),
    ("南京 北京 退休 三级 5万 长期", "file-long-term", "江苏规定", true),
    ("郑州 北京 在职 三级 5万 常驻", "filling-in", "承诺备案没补齐材料前", true),
    ("济南 北京 退休 三级 5万 长期", "filling-in", "交一样就行", true),
    ("济南 北京 退休 三级 5万", "filling-in", "交一样就行", false),
    ("深圳 北京 在职 三级 5万 垫付", "claim-by-hand", "12 个月内交", true),
    ("海口 广州 在职 三级 5万 未备案 垫付", "back-filing", "3 个月内", true),
    ("厦门 北京 在职 三级 5万 未备案 垫付", "back-filing", "先自付 10%", true),
    ("郑州 北京 学生 三级 3万 新生儿", "filling-in", "先参保", true),
    ("天津 北京 退休 三级 5000", "filling-in", "京津冀", true),
    ("青岛 青岛 在职 三级 5万 长期 已备案 回参保地", "returns-home", "降 20 个百分点", true),
    ("青岛 北京 学生 三级 2万 寒假", "student", "没有查到", true),
    ("苏州 北京 学生 三级 2万 寒假", "student", "青岛", false),
    ("太原 北京 在职 三级 3万", "filling-in", "管 6 个月", true),
    ("大同 北京 在职 三级 3万", "filling-in", "管 6 个月", false),
    ("上海 北京 退休 三级 3万 长期", "filling-in", "6 个月内不能变更", true),
    ("十堰 北京 在职 三级 3万 转诊", "file-referral", "太和医院", true),
    ("邯郸 上海 在职 三级 3万", "file-temporary", "可以先住院", true),
    ("宜昌 常德 居民 三级 3万", "file-temporary", "互认", true),
    ("宜昌 北京 居民 三级 3万", "file-temporary", "互认", false),
    ("德阳 北京 居民 三级 3万", "file-temporary", "先备案、后结算", true),
    ("兰州 北京 居民 三级 5000 慢特病 透析", "look-up-chronic", "先垫付再报", true),
    ("黔南 北京 在职 三级 3万 未备案 11-10出院", "back-filing", "按临时外出算", true),
    ("黔南 北京 居民 三级 3万 未备案 11-10出院", "back-filing", "按临时外出算", false),
    ("南京 上海 退休 三级 3万 备案别处", "file-this-city", "最多备 3 个地方", true),
    ("昆明 大理 在职 三级 3万", "in-province-ask", "2025 年起省内也要先备案", true),
    ("宁德 福州 居民 三级 3万 转诊", "in-province-ask", "列明的病种", true),
    ("福州 宁德 居民 三级 3万 转诊", "in-province-ask", "列明的病种", false),
    ("银川 北京 居民 三级 3万", "check-the-sheet", "七折", true),
    ("银川 北京 在职 三级 3万", "check-the-sheet", "七折", false),
    ("重庆 北京 居民 三级 3万 低保", "aid-apply", "大额费用医疗救助", true),
    ("烟台 北京 在职 三级 3万 跨年住院", "over-new-year", "居民保费", false),
    ("烟台 北京 居民 三级 3万 跨年住院", "over-new-year", "居民保费", true),
    ("鞍山 北京 在职 三级 3万 癌症住院", "serious-illness", "降低或免收", true),
    ("鞍山 北京 居民 三级 3万", "family-account", "医保钱包", true),
    ("鞍山 北京 在职 三级 5万 惠民保", "commercial", "医保结算单", true),
    ("成都 北京 在职 三级 5万 工伤 11-10出院", "work-injury", "已经刷了医保的", true),
];

#[test]
fn notes_and_papers_stand_where_they_hold() {
    let mut wrong = Vec::new();
    for (line, id, part, is_told) in TOLD {
        let list = listed(&said(line));
        let Some(todo) = list.todos.iter().find(|todo| todo.id == *id) else {
            wrong.push(format!("{line}: no {id}"));
            continue;
        };
        let papers =
            todo.papers.iter().flat_map(|paper| [&paper.is].into_iter().chain(&paper.or).chain(&paper.note));
        let mut all = todo.notes.iter().chain(&todo.disputed).chain(papers);
        if all.any(|words| words.zh.contains(part)) != *is_told {
            wrong.push(format!("{line}: {id}: {part}: {is_told} expected"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A stay over New Year may count to the year in which it began: the claim is safe by the
/// earlier end of March.
#[test]
fn over_new_year_the_earlier_year_sets_the_deadline() {
    for (days, until) in [
        ("入院2025-12-20 出院2026-01-10", "2026-03-31"),
        ("出院2026-01-10 跨年住院", "2026-03-31"),
        ("出院2026-01-10", "2027-03-31"),
    ] {
        let list = listed(&said(&format!("烟台 北京 在职 三级 3万 未备案 垫付 {days}")));
        let claim = list.todos.iter().find(|todo| todo.id == "claim-by-hand").unwrap();
        let seen = &claim.by.as_ref().unwrap().also_seen;
        let dates: Vec<String> =
            seen.iter().filter_map(|(_, due)| due.date()).map(|day| day.to_string()).collect();
        assert_eq!(dates, [until], "{days}");
    }
}
