//! Which items a situation must and must not have, written from the procedure,
//! not from the output; deadlines as days; ticks.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use unicode_width::UnicodeWidthStr;
use yidi_core::answers::Draft;
use yidi_core::case::{Case, Circumstance, Field, Filed, Networked, Reason};
use yidi_core::checklist::{Checklist, Due, Items, Phase, Settling, Stage, Todo, check, checklist};
use yidi_core::places::resolve;
use yidi_core::policy::{Book, Care, Disease, Grade, Status, Tier, Words};

use crate::support::TODAY;

/// A situation: what differs from a person in work who goes for another stay,
/// to be filed, to a hospital of which nothing is known.
fn situation(from: &str, to: &str, words: &str) -> Case {
    let mut draft = Draft {
        insured: Some(resolve(from).expect(from)),
        care_place: Some(resolve(to).expect(to)),
        status: Some(Status::Active),
        tier: Some(Tier::Three),
        ..Draft::default()
    };
    draft.write(Field::Total, "0");
    for word in words.split_whitespace() {
        match word {
            "referral" => draft.reason = Reason::Referral,
            "emergency" => draft.reason = Reason::Emergency,
            "long-term" => draft.reason = Reason::LongTermResident,
            "resettled" => draft.reason = Reason::Resettled,
            "posted" => draft.reason = Reason::Posted,
            "unfiled" => draft.filed = Filed::No,
            "filed" => draft.filed = Filed::Yes,
            "filed?" => draft.filed = Filed::Unknown,
            "retired" => draft.status = Some(Status::Retired),
            "adult" => draft.status = Some(Status::Adult),
            "child" => draft.status = Some(Status::Child),
            "outpatient" => draft.care = Care::Outpatient,
            "dialysis" => (draft.care, draft.disease) = (Care::Chronic, Some(Disease::Dialysis)),
            "hepatitis" => (draft.care, draft.disease) = (Care::Chronic, Some(Disease::Hepatitis)),
            "hardship" => draft.hardship = true,
            "networked" => draft.networked = Networked::Yes,
            "not-networked" => draft.networked = Networked::No,
            "injury" => draft.circumstances |= Circumstance::Injury,
            "proxy" => draft.circumstances |= Circumstance::Proxy,
            "returns" => draft.circumstances |= Circumstance::ReturnsHome,
            "paid" => draft.circumstances |= Circumstance::PaidInFull,
            _ => match word.split_once(':').expect(word) {
                ("in", day) => draft.write(Field::Admitted, day),
                ("out", day) => draft.write(Field::Date, day),
                _ => panic!("{word}"),
            },
        }
    }
    draft.finish(TODAY).unwrap()
}

fn list(case: &Case) -> Checklist {
    checklist(&Book::embedded().unwrap(), case, TODAY).unwrap()
}

fn todo(from: &str, to: &str, words: &str, id: &str) -> Todo {
    let list = list(&situation(from, to, words));
    let found = list.todos.into_iter().find(|todo| todo.id == id);
    found.unwrap_or_else(|| panic!("{from} {to} {words}: no {id}"))
}

/// From, to, what is so, items there must be, items there must not be, why.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const TABLE: &[Row] = &[
    // Filings by reason.
    ("鞍山", "北京", "", "file-temporary filling-in validity-trip filing-took-effect claim-by-hand say-where-insured check-the-sheet account", "file-referral file-long-term file-resettled file-posted back-filing emergency-mark local alliance family-account claim-follow-up aid-apply injury-promise returns-home chronic-recognised", "N-25: another trip is filed with an identity document"),
    ("鞍山", "北京", "referral", "file-referral", "file-temporary file-long-term", "N-23: a referral needs the certificate"),
    ("鞍山", "北京", "referral unfiled", "file-referral filing-took-effect", "file-temporary back-filing validity-trip", "N-51: filing before the settlement still settles directly"),
    ("沈阳", "三亚", "resettled", "file-resettled validity-long-term", "file-long-term file-posted file-temporary validity-trip", "N-20"),
    ("沈阳", "三亚", "long-term", "file-long-term validity-long-term", "file-resettled file-posted", "N-21"),
    ("沈阳", "三亚", "posted", "file-posted", "file-long-term", "N-22"),
    ("沈阳", "三亚", "posted unfiled", "file-posted", "validity-long-term file-temporary", "N-22: not filed yet, no validity to look up"),
    ("鞍山", "北京", "filed", "check-filed filing-took-effect validity-trip", "file-temporary filling-in find-out-filed", "filed already: the record is looked at, nothing is filed"),
    ("沈阳", "三亚", "long-term filed", "check-filed validity-long-term", "file-long-term filling-in", "N-34"),
    ("唐山", "北京", "filed", "check-filed", "alliance file-temporary", "filed as well: nothing to confirm"),
    ("鞍山", "北京", "emergency filed", "emergency-mark", "check-filed", "N-55: nothing to file"),
    ("鞍山", "北京", "filed?", "find-out-filed file-temporary", "back-filing", "N-34: the record can be looked up"),
    ("鞍山", "北京", "unfiled", "file-temporary filing-took-effect", "find-out-filed validity-trip", "N-51"),
    ("鞍山", "三亚", "long-term", "validity-anshan", "validity-long-term", "C-03: Anshan's one year goes before the national practice"),
    // At home and in the province.
    ("鞍山", "鞍山", "", "local", "file-temporary say-where-insured claim-by-hand catalogue filling-in", "N-01: only care outside is filed"),
    ("鞍山", "沈阳", "", "in-province-ask say-where-insured claim-by-hand", "file-temporary in-province-not-needed filling-in local", "C-31: the province's rule is not known"),
    ("广州", "深圳", "", "in-province-not-needed", "in-province-ask in-province-needed file-temporary filling-in filing-took-effect", "regions: Guangdong 免备案"),
    ("南京", "苏州", "", "in-province-jiangsu", "in-province-ask in-province-not-needed", "regions: the 2022 text keeps filing inside Jiangsu"),
    ("鞍山", "辽宁", "", "local in-province-ask", "file-temporary", "a whole province may be home or not"),
    ("鞍山", "鞍山", "paid", "claim-at-home claim-follow-up", "claim-by-hand local back-filing", "N-100: paid in full, the claim by hand is a right"),
    ("鞍山", "鞍山", "returns", "returns-home", "local", "N-65: two-way benefits"),
    ("鞍山", "北京", "long-term returns", "returns-home file-long-term", "", "N-65"),
    ("鞍山", "鞍山", "dialysis", "chronic-recognised local", "look-up-chronic", "N-73: recognition is the insured area's"),
    // Alliances.
    ("唐山", "北京", "unfiled", "alliance", "file-temporary filling-in back-filing validity-trip", "C-15: 京津冀 counts as filed, unconfirmed"),
    ("唐山", "北京", "", "file-temporary", "alliance", "filed as usual: nothing to confirm"),
    ("杭州", "上海", "unfiled", "file-temporary filling-in", "alliance", "C-15: 长三角 is told to file"),
    ("唐山", "北京", "unfiled paid", "claim-by-hand", "back-filing alliance", "counted as filed: nothing to make up"),
    // Emergency.
    ("鞍山", "北京", "emergency", "emergency-first emergency-mark emergency-report claim-by-hand", "file-temporary filling-in filing-took-effect look-up-hospital validity-trip", "N-24, N-55: counts as filed, needs the mark"),
    ("鞍山", "北京", "emergency unfiled", "emergency-mark", "file-temporary back-filing", "N-55"),
    ("鞍山", "北京", "emergency in:2026-11-20", "emergency-mark emergency-report", "emergency-first", "admitted already: nobody is told to treat first"),
    ("鞍山", "北京", "emergency not-networked", "pay-in-full claim-by-hand", "emergency-mark not-networked check-the-sheet", "N-54: rescue is paid anywhere, by hand"),
    // Places that need no filing.
    ("沈阳", "三亚", "filed?", "no-temporary-filing", "find-out-filed filling-in", "F2N-29"),
    ("成都", "重庆", "long-term", "no-filing-chengdu", "file-long-term filling-in validity-long-term", "F2S-32"),
    ("长沙", "广州", "outpatient", "no-outpatient-filing", "file-temporary filling-in", "F2N-03"),
    ("长沙", "广州", "", "file-temporary-alike filling-in", "file-temporary", "F2N-03: filed or not, 10 points off"),
    // Hospital not networked, outpatient, chronic.
    ("武汉", "广州", "not-networked", "not-networked pay-in-full claim-by-hand claim-follow-up file-temporary", "look-up-hospital check-the-sheet filing-took-effect account", "N-53: pay first, claim later"),
    ("武汉", "广州", "networked", "check-the-sheet", "look-up-hospital not-networked pay-in-full claim-by-hand", "N-50: settles directly, nothing to claim"),
    ("武汉", "广州", "outpatient", "file-temporary look-up-outpatient", "look-up-hospital look-up-chronic", "C-07: outpatient care is filed as well"),
    ("郑州", "北京", "dialysis long-term", "chronic-recognised look-up-chronic file-long-term", "look-up-hospital look-up-outpatient", "N-73: two locks"),
    ("郑州", "北京", "dialysis not-networked", "chronic-recognised not-networked", "look-up-chronic", "N-73"),
    // Persons.
    ("武汉", "广州", "adult", "family-account", "account", "N-93: residents have no personal account"),
    ("武汉", "广州", "hardship adult", "hardship-tell aid-apply", "", "N-85"),
    ("武汉", "广州", "hardship adult not-networked", "aid-apply", "hardship-tell", "N-85: nothing is settled at the hospital"),
    ("成都", "广州", "injury", "injury-promise", "", "N-95"),
    ("成都", "广州", "injury not-networked", "claim-by-hand", "injury-promise", "N-95 is for direct settlement, N-96 for the claim"),
    ("成都", "广州", "resettled proxy", "file-resettled", "", "N-26"),
    // While in care.
    ("成都", "上海", "unfiled in:2026-11-20", "file-temporary filling-in", "filing-took-effect look-up-hospital back-filing not-networked", "N-51: in hospital, still in time"),
    ("成都", "上海", "unfiled in:2026-11-20 out:2026-11-22", "file-temporary", "back-filing", "N-51: on the day of discharge still in time"),
    // Over.
    ("鞍山", "北京", "unfiled out:2026-11-10", "back-filing claim-by-hand claim-follow-up", "file-temporary filling-in filing-took-effect say-where-insured check-the-sheet catalogue account", "N-52: no direct settlement any more"),
    ("鞍山", "北京", "unfiled networked out:2026-11-21", "back-filing claim-by-hand", "check-the-sheet file-temporary", "N-52"),
    ("鞍山", "北京", "out:2026-11-10", "claim-by-hand check-the-sheet", "back-filing file-temporary", "filed: either it settled or it is claimed"),
    ("鞍山", "北京", "networked out:2026-11-10", "check-the-sheet", "claim-by-hand back-filing claim-follow-up", "N-04: nothing is handed in later"),
    ("鞍山", "北京", "networked paid", "claim-by-hand claim-follow-up", "check-the-sheet back-filing", "N-52: paid in full is claimed"),
    ("鞍山", "北京", "filed? out:2026-11-10", "back-filing claim-by-hand", "find-out-filed", "N-52"),
    ("鞍山", "北京", "emergency out:2026-11-10", "emergency-report claim-by-hand", "emergency-mark emergency-first back-filing", "C-04"),
    ("广州", "深圳", "paid", "claim-by-hand claim-follow-up", "back-filing in-province-not-needed", "N-100"),
    // A province's own rules.
    ("武汉", "广州", "long-term", "hubei-promise", "", "N-112: papers within 30 days"),
    ("武汉", "广州", "", "file-temporary", "hubei-promise", "another trip is filed without a promise"),
    ("武汉", "广州", "unfiled out:2026-11-10", "back-filing-hubei", "back-filing", "N-52: Hubei reaches 60 days back"),
    ("武汉", "广州", "unfiled out:2026-03-31", "back-filing", "back-filing-hubei", "N-112: in force from 2026-04-01"),
    ("沈阳", "北京", "", "no-temporary-filing", "file-temporary filling-in", "F2N-29: no filing for other temporary trips"),
    ("成都", "重庆", "", "no-filing-chengdu", "file-temporary filling-in", "F2S-32"),
    ("海口", "广州", "outpatient", "no-outpatient-filing", "file-temporary", "F2S-29: ordinary outpatient care needs no filing"),
    ("长沙", "广州", "dialysis", "no-chronic-filing", "file-temporary", "F2N-03"),
    ("苏州", "北京", "", "file-temporary-alike", "file-temporary", "X-13: paid the same, filed or not"),
    ("郑州", "广州", "long-term", "file-long-term", "hubei-promise", "Hubei's rule is Hubei's"),
];

#[test]
fn every_situation_has_its_items_and_no_others_that_would_mislead() {
    assert!(TABLE.len() >= 40);
    let known: BTreeSet<&str> = Items::embedded().unwrap().iter().map(|item| item.id.as_str()).collect();
    for (from, to, words, must, must_not, why) in TABLE {
        let list = list(&situation(from, to, words));
        let ids: Vec<&str> = list.todos.iter().map(|todo| todo.id.as_str()).collect();
        for id in must.split_whitespace() {
            assert!(ids.contains(&id), "{from} {to} {words}: no {id} ({why}): {ids:?}");
        }
        for id in must_not.split_whitespace() {
            assert!(known.contains(id), "{id} is no item");
            assert!(!ids.contains(&id), "{from} {to} {words}: {id} ({why})");
        }
        assert!(ids.len() <= 12, "{from} {to} {words}: too long: {ids:?}");
    }
}

#[test]
fn every_item_but_the_one_no_province_needs_yet_is_in_a_situation() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (from, to, words, ..) in TABLE {
        seen.extend(list(&situation(from, to, words)).todos.into_iter().map(|todo| todo.id));
    }
    let unseen: Vec<&str> = Items::embedded()
        .unwrap()
        .iter()
        // What people ask about has a table of its own.
        .filter(|item| item.when.also.is_empty())
        .map(|item| item.id.as_str())
        .filter(|id| !seen.contains(*id))
        .collect();
    // No province in the data is known to want trips inside it filed.
    assert_eq!(unseen, ["in-province-needed"]);
}

#[test]
fn what_is_still_to_be_done_moves_to_the_present_phase() {
    let phases = |words| {
        let list = list(&situation("成都", "上海", words));
        let phases: BTreeSet<Phase> = list.todos.iter().map(|todo| todo.phase).collect();
        (list.stage, list.settles, phases.into_iter().collect::<Vec<_>>())
    };
    assert_eq!(phases(""), (Stage::Ahead, Settling::Open, Phase::ALL.to_vec()));
    assert_eq!(
        phases("in:2026-11-20"),
        (Stage::InCare, Settling::Open, vec![Phase::BeforeDischarge, Phase::AfterDischarge])
    );
    assert_eq!(phases("in:2026-11-23").0, Stage::Ahead);
    assert_eq!(phases("out:2026-11-22").0, Stage::InCare);
    assert_eq!(
        phases("unfiled out:2026-11-21"),
        (Stage::Over, Settling::ByHand, vec![Phase::AfterDischarge])
    );
}

#[test]
fn deadlines_are_days_once_the_days_of_the_stay_are_known() {
    let due = |words, id| todo("鞍山", "北京", words, id).by.unwrap();
    let day = date(2026, 11, 30);
    let filing = due("out:2026-11-30", "file-temporary");
    assert_eq!(filing.due, Due::Open { date: day, left: 8 });
    assert_eq!(due("", "file-temporary").due, Due::Undated);
    let late = todo("鞍山", "北京", "emergency in:2026-11-07", "emergency-report");
    assert!(late.is_late() && late.if_late.is_some());
    // What can only be done after the discharge has no deadline before it.
    assert_eq!(todo("鞍山", "北京", "unfiled out:2026-11-10", "back-filing").by, None);
    // 30 days after 10 November; 31 March of the next year.
    let claim = due("unfiled out:2026-11-10", "claim-by-hand");
    assert_eq!(claim.due, Due::Open { date: date(2026, 12, 10), left: 18 });
    assert_eq!(claim.also_seen[0].1.date(), Some(date(2027, 3, 31)));
    // Saturday 7 November: 3 days are over, 15 working days end on Friday 27.
    let report = due("emergency in:2026-11-07", "emergency-report");
    assert_eq!(report.due, Due::Past { date: date(2026, 11, 10), over: 12 });
    assert_eq!(report.also_seen[0].1, Due::Open { date: date(2026, 11, 27), left: 5 });
    // 60 days after 1 October.
    let hubei = todo("武汉", "广州", "unfiled in:2026-10-01 out:2026-10-09", "back-filing-hubei");
    assert_eq!(hubei.by.unwrap().due.date(), Some(date(2026, 11, 30)));
    // A visit without a stay is recognised before it.
    let visit = todo("郑州", "北京", "dialysis out:2026-11-30", "chronic-recognised");
    assert_eq!(visit.by.unwrap().due.date(), Some(day));
}

/// The days on which something changes in a stay that begins on one day and ends on another.
fn days_around(begins: Date, ends: Date) -> [Date; 7] {
    let day = |from: Date, days: i64| from.checked_add(days.days()).unwrap();
    [day(begins, -10), day(begins, -1), begins, day(begins, 1), ends, day(ends, 1), day(ends, 40)]
}

/// An item that shows only after an event has no deadline before that event: on
/// the day on which it first shows it can still be kept. Stays up to 30 days, as
/// Hubei's filing made up reaches back 60 days from the admission.
#[test]
fn no_item_is_past_on_the_day_it_first_shows() {
    let rows = TABLE.iter().filter(|(_, _, words, ..)| !words.contains(':'));
    for (from, to, words, ..) in rows {
        for begins in [date(2026, 1, 30), date(2026, 9, 25), date(2026, 12, 20)] {
            for length in [0_i64, 1, 9, 30] {
                let ends = begins.checked_add(length.days()).unwrap();
                let stay =
                    words.split(' ').all(|word| !["outpatient", "dialysis", "hepatitis"].contains(&word));
                let admitted = if stay { format!("in:{begins} ") } else { String::new() };
                let case = situation(from, to, &format!("{words} {admitted}out:{ends}"));
                let mut seen = BTreeSet::new();
                for today in days_around(begins, ends) {
                    let list = checklist(&Book::embedded().unwrap(), &case, today).unwrap();
                    for todo in list.todos {
                        let first = seen.insert(todo.id.clone());
                        assert!(
                            !first || !todo.is_late(),
                            "{from} {to} {words} {begins} {ends} {today}: {}",
                            todo.id
                        );
                    }
                }
            }
        }
    }
}

fn said(all: &[Words], part: &str) -> bool {
    all.iter().any(|words| words.zh.contains(part))
}

#[test]
fn papers_follow_the_case() {
    let papers = |words, id| -> Vec<String> {
        let todo = todo("鞍山", "北京", words, id);
        todo.papers.into_iter().map(|paper| paper.is.zh).collect()
    };
    let has = |words, id, part: &str| papers(words, id).iter().any(|paper| paper.contains(part));
    assert!(has("referral", "file-referral", "转诊证明"));
    assert!(!has("referral", "file-referral", "代办人"));
    assert!(has("referral proxy", "file-referral", "代办人"));
    assert!(has("emergency", "claim-by-hand", "急诊病历") && !has("", "claim-by-hand", "急诊病历"));
    assert!(has("injury", "claim-by-hand", "公安") && !has("", "claim-by-hand", "公安"));
    assert!(has("", "claim-by-hand", "出院记录") && has("outpatient", "claim-by-hand", "处方"));
    // The four papers of the State Council's regulation.
    for part in ["票据", "清单", "诊断", "病历"] {
        assert!(has("", "claim-by-hand", part), "{part}");
    }
    for (words, id) in
        [("resettled", "file-resettled"), ("long-term", "file-long-term"), ("posted", "file-posted")]
    {
        // What a promise is worth is a rule of Jiangsu.
        let todo = todo("南京", "北京", words, id);
        let proof = todo.papers.iter().find(|paper| said(&paper.or, "承诺书")).unwrap();
        assert!(proof.note.as_ref().unwrap().zh.contains("承诺书不够"), "{id}");
    }
}

#[test]
fn disputes_name_what_was_followed_only_where_they_matter() {
    let disputed = |from, to, words, id, part: &str| said(&todo(from, to, words, id).disputed, part);
    for (from, to, words, id, part, elsewhere) in [
        ("鞍山", "北京", "", "file-temporary", "10 个百分点", "本溪"),
        ("抚顺", "北京", "", "file-temporary", "免申即享", "本溪"),
        ("南京", "上海", "", "filling-in", "长三角", "郑州"),
        ("重庆", "成都", "", "filling-in", "川渝", "郑州"),
        ("南京", "成都", "", "filling-in", "出省不能用", "郑州"),
        ("上海", "成都", "", "filling-in", "12 个城市", "郑州"),
        ("济南", "成都", "", "filling-in", "12333", "郑州"),
        ("合肥", "南京", "outpatient", "look-up-outpatient", "安徽到江苏", "郑州"),
    ] {
        assert!(disputed(from, to, words, id, part), "{from} {part}");
        assert!(!disputed(elsewhere, to, words, id, part), "{elsewhere} {part}");
    }
    for (words, id, part) in [
        ("", "claim-by-hand", "最早"),
        ("referral", "file-referral", "三级以上"),
        ("emergency", "emergency-report", "视同已备案"),
        ("", "filling-in", "绑定一家医院"),
        ("", "validity-trip", "一年"),
        ("", "account", "9 个省"),
        ("", "catalogue", "只管目录"),
        ("not-networked", "not-networked", "非定点"),
        ("outpatient", "look-up-outpatient", "不用备案"),
        ("hepatitis", "look-up-chronic", "五种"),
        ("posted", "claim-by-hand", "单位证明"),
    ] {
        assert!(disputed("本溪", "北京", words, id, part), "{id} {part}");
    }
    assert!(!disputed("本溪", "北京", "dialysis", "look-up-chronic", "五种"), "one of the first five");
    assert!(!disputed("广州", "深圳", "", "account", "9 个省"), "not across provinces");
}

#[test]
fn a_text_is_official_only_where_it_is_law() {
    let grade = |from, id| todo(from, "北京", "long-term unfiled", id).grade;
    assert_eq!(grade("南京", "filing-took-effect"), Grade::Official);
    assert_eq!(grade("郑州", "filing-took-effect"), Grade::Reported);
    let backed = todo("南昌", "九江", "", "in-province-not-needed");
    assert_eq!(backed.grade, Grade::Corroborated, "as the province's file says");
    assert_eq!(todo("广州", "深圳", "", "in-province-not-needed").grade, Grade::Community);
    assert!(backed.sources.contains(&"JX-CARD-2025".to_owned()));
}

#[test]
fn the_law_of_2027_is_told_with_its_date_and_then_as_law() {
    let notes = |words| todo("武汉", "广州", words, "hardship-tell").notes;
    assert!(said(&notes("hardship adult"), "2027 年 1 月 1 日起"));
    let after = notes("hardship adult out:2027-01-01");
    assert!(!said(&after, "2027") && said(&after, "医疗保障法要求"));
    // The days alone say that a stay lasts over New Year.
    let ids = |words| {
        let list = list(&situation("武汉", "广州", words));
        list.todos.into_iter().map(|todo| todo.id).collect::<Vec<_>>()
    };
    assert!(ids("in:2026-12-20 out:2027-01-05").contains(&"over-new-year".to_owned()));
    assert!(!ids("in:2026-12-20 out:2026-12-31").contains(&"over-new-year".to_owned()));
}

#[test]
fn ticks_count_what_the_case_has() {
    let list = list(&situation("鞍山", "北京", "unfiled out:2026-11-10"));
    let ticked = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
    let progress = |ids: &[&str]| {
        let progress = list.progress(&ticked(ids));
        (progress.done, progress.left())
    };
    assert_eq!(progress(&[]), (0, 3));
    assert_eq!(progress(&["back-filing", "local"]), (1, 2), "local is not in the list");
    assert_eq!(progress(&["back-filing", "claim-by-hand", "claim-follow-up"]), (3, 0));
}

#[test]
fn every_source_of_an_item_is_described_in_the_list() {
    for (from, to, words, ..) in TABLE {
        let list = list(&situation(from, to, words));
        for todo in &list.todos {
            assert!(!todo.sources.is_empty(), "{}", todo.id);
            for name in &todo.sources {
                assert!(list.sources.contains_key(name), "{}: {name}", todo.id);
            }
        }
    }
}

#[test]
fn the_readmes_checklist_is_whole_and_clean() {
    let readme = include_str!("../../data/README.md");
    let begin = readme.find("```ron checklist\n").unwrap() + "```ron checklist\n".len();
    let example = &readme[begin..begin + readme[begin..].find("```").unwrap()];
    let items = Items::from_texts(None, [("example.ron", example)]).unwrap();
    assert_eq!(items.iter().count(), 2);
    assert_eq!(check(&Book::embedded().unwrap(), &items), []);
}

/// In Chinese terminals some characters are one cell or two: texts keep to
/// those that are the same everywhere.
#[test]
fn texts_have_no_character_of_ambiguous_width() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/checklist");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for (line, number) in text.lines().zip(1..) {
            assert_eq!(line.width(), line.width_cjk(), "{}:{number}: {line}", path.display());
        }
    }
}
