//! The JSON contract: every document fits the schema that is shipped, and every
//! line can be worked out again from the steps beside it.

use std::collections::BTreeSet;
use std::path::Path;

use jsonschema::Validator;
use serde_json::Value as Json;
use yidi::report::{ESTIMATE_SCHEMA, SCHEMAS, estimate_json};
use yidi_core::case::{Case, Filed, Networked, Reason, YearToDate};
use yidi_core::estimate::{EstimateError, Side, estimate, explain};
use yidi_core::num::{Money, Percent};
use yidi_core::places::{AreaId, Place, ProvinceId};
use yidi_core::policy::{Book, Care, Disease, Status, Tier};

use crate::support::process::{fed, said, shown, yidi};
use crate::support::{TODAY, case, draft};

fn schema() -> Validator {
    let schema: Json = serde_json::from_str(ESTIMATE_SCHEMA).expect("the schema is JSON");
    jsonschema::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::validator_for(&schema).expect("the schema can be used")
}

/// Cases that differ in everything that can be answered: every area with figures
/// of its own, every province as a whole, every status and kind of care.
fn cases(book: &Book) -> Vec<Case> {
    let plain = case(&draft("鞍山", "西宁", Status::Active, Tier::Three, "1"));
    let own = AreaId::all().filter(|area| !book.levels(*area).unwrap()[0].is_empty()).map(Place::Area);
    let places: Vec<Place> = own.chain(ProvinceId::all().map(Place::whole)).collect();
    let amounts = [1_000, 30_000, 400_000, 2_000_000];
    let mut all = Vec::new();
    for (at, insured) in places.into_iter().enumerate() {
        for (turn, status) in Status::ALL.into_iter().enumerate() {
            for (care, disease) in
                [(Care::Inpatient, None), (Care::Outpatient, None), (Care::Chronic, Some(Disease::Dialysis))]
            {
                let turn = at + turn;
                let mut case = Case {
                    insured,
                    status: status.into(),
                    care,
                    disease,
                    tier: Tier::ALL[turn % 4].into(),
                    reason: Reason::ALL[turn % 6],
                    filed: Filed::ALL[turn % 3],
                    hardship: turn % 2 == 0,
                    networked: Networked::ALL[turn % 3],
                    ..plain
                };
                case.bill = case.bill.of(Money::from_yuan(amounts[turn % 4]));
                case.account = Money::from_yuan(if turn % 5 == 0 { 777 } else { 0 });
                if turn % 3 == 0 {
                    case.bill.own_expense = None;
                }
                if turn % 4 == 1 {
                    case.bill.class_b = Some((Money::from_fen(50_005), Percent::new(10)));
                    case.bill.prepay = Some(Money::from_fen(5_001));
                }
                if turn % 2 == 1 {
                    let yuan = Money::from_yuan;
                    case.year = YearToDate {
                        admissions: 1,
                        deductible: yuan(300),
                        illness: None,
                        eligible: yuan(50_000),
                        fund: yuan(40_000),
                        supplement: yuan(10_000),
                        burden: yuan(20_000),
                        catastrophic: yuan(5_000),
                        aid: yuan(100),
                    };
                }
                all.push(case);
            }
        }
    }
    all
}

#[test]
fn every_document_fits_the_schema() {
    let (book, schema) = (Book::embedded().unwrap(), schema());
    let mut fitting = 0;
    for case in cases(&book) {
        let estimate = match estimate(&book, &case) {
            Ok(estimate) => estimate,
            Err(EstimateError::NoRate { .. }) => continue,
            Err(error) => panic!("{case:?}: {error}"),
        };
        let document = estimate_json(&book, &estimate).unwrap();
        let faults: Vec<String> = schema
            .iter_errors(&document)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{case:?}\n{}", faults.join("\n"));
        fitting += 1;
    }
    assert!(fitting > 500, "only {fitting} documents");
}

#[test]
fn a_document_that_is_not_whole_does_not_fit() {
    let (book, schema) = (Book::embedded().unwrap(), schema());
    let plain = case(&draft("鞍山", "北京", Status::Active, Tier::Three, "30000"));
    let whole = estimate_json(&book, &estimate(&book, &plain).unwrap()).unwrap();
    assert!(schema.is_valid(&whole));
    let spoilt = |spoil: &dyn Fn(&mut Json)| {
        let mut document = whole.clone();
        spoil(&mut document);
        !schema.is_valid(&document)
    };
    assert!(spoilt(&|document| document["personal"]["low"] = Json::from(9_490.0)));
    assert!(spoilt(&|document| document["personal"]["low"] = Json::from("9,490.00")));
    assert!(spoilt(&|document| document["best"]["lines"]["fund"] = Json::from("20510")));
    assert!(spoilt(&|document| document["best"]["route"] = Json::from("abroad")));
    assert!(spoilt(&|document| document["more"] = Json::Null));
    assert!(spoilt(&|document| {
        document.as_object_mut().unwrap().remove("causes");
    }));
}

/// What a reader with a pocket calculator gets from the steps in the JSON.
fn by_hand(steps: &[Json]) -> f64 {
    let number = |step: &Json, key: &str| step[key].as_str().unwrap().parse::<f64>().unwrap();
    steps.iter().fold(0.0, |value: f64, step| match step["do"].as_str().unwrap() {
        "plus" => value + number(step, "amount"),
        "minus" => value - number(step, "amount"),
        "at-least" => value.max(number(step, "amount")),
        "at-most" => value.min((number(step, "amount") - number(step, "used")).max(0.0)),
        "or-nothing" => value.max(0.0),
        "over" => 0.0,
        "times" => value * number(step, "rate") / 100.0,
        "slice" => value + (number(step, "to") - number(step, "from")) * number(step, "in_force") / 100.0,
        "less-quotient" => value - number(step, "dividend") / (number(step, "divisor") / 100.0),
        "earlier" | "counted-from" => value,
        other => panic!("a step nobody knows: {other}"),
    })
}

#[test]
fn every_line_is_worked_out_again_from_its_steps() {
    let book = Book::embedded().unwrap();
    let mut seen = BTreeSet::new();
    for case in cases(&book) {
        let Ok(estimate) = estimate(&book, &case) else { continue };
        for run in &estimate.runs {
            for (side, settlement) in [(Side::Best, &run.best), (Side::Worst, &run.worst)] {
                for explained in explain(&case, run, side) {
                    let at = format!("{case:?} {side:?} {explained:?}");
                    assert_eq!(Some(explained.amount), settlement.line(explained.line), "{at}");
                    assert_eq!(explained.redone(), explained.amount, "{at}");
                    seen.extend(explained.steps.iter().map(|step| {
                        let name = format!("{step:?}");
                        name.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned()
                    }));
                }
            }
        }
        let document = estimate_json(&book, &estimate).unwrap();
        for side in ["best", "worst"] {
            for line in document[side]["workings"].as_array().unwrap() {
                let amount: f64 = line["amount"].as_str().unwrap().parse().unwrap();
                let again = by_hand(line["steps"].as_array().unwrap());
                // Parts of a fen are cut off after six decimals in the JSON.
                assert!((again - amount).abs() < 0.0051, "{case:?}\n{line:#}\n{again}");
            }
        }
    }
    let steps = "AtLeast AtMost CountedFrom Earlier LessQuotient Minus OrNothing Over Plus Slice Times";
    assert_eq!(seen.into_iter().collect::<Vec<_>>().join(" "), steps, "every kind of step was met");
}

#[test]
fn every_figure_of_a_line_is_described() {
    let book = Book::embedded().unwrap();
    for case in cases(&book).into_iter().step_by(7) {
        let Ok(estimate) = estimate(&book, &case) else { continue };
        let document = estimate_json(&book, &estimate).unwrap();
        let described: BTreeSet<&str> =
            document["figures"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
        for side in ["best", "worst"] {
            for line in document[side]["workings"].as_array().unwrap() {
                for id in line["figures"].as_array().unwrap() {
                    assert!(described.contains(id.as_str().unwrap()), "{TODAY} {id}");
                }
            }
        }
    }
}

/// Every other form: its schema is one, `yidi schema` prints it, and documents fit.
#[test]
fn every_form_has_a_schema_and_fits_it() {
    let home = tempfile::tempdir().unwrap();
    let book = home.path().join("cases.db").display().to_string();
    let (_folder, _, kept) = crate::book::case_book::fresh();
    let plain = crate::book::case_book::plain();
    let exported = kept.export_json(&[crate::book::case_book::save(&kept, &plain, "x", 0)]).unwrap();
    let imported = fed(format!("cases import - --cases '{book}'"), exported.as_bytes());
    assert_eq!(imported.status.code(), Some(0), "{}", said(&imported));
    let root = env!("CARGO_MANIFEST_DIR");
    let slips = home.path().join("slips.json");
    let two = "[{\"medfee_sumamt\":50000,\"hifp_pay\":27300},{\"medfee_sumamt\":50000,\"psn_part_amt\":9}]";
    std::fs::write(&slips, two).unwrap();
    let case = "鞍山 北京 职工 三级 5万";
    let stays = home.path().join("stays.txt");
    std::fs::write(&stays, format!("{case} 2026-02-01\n3万 2026-05-01\n")).unwrap();
    // One file that can be laid over and one that cannot.
    let own = home.path().join("own");
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("yingkou.ron"), super::mistakes::RIGHT).unwrap();
    std::fs::write(own.join("wrong.ron"), "(areas: {").unwrap();
    let commands = [
        ("estimate", format!("estimate {case} --json")),
        ("compare", format!("compare {case} --json")),
        ("compare", "compare 成都 上海 职工退休 三级 转诊 已备案 3万 --json".to_owned()),
        ("pair", format!("compare {case} --json -- 未备案")),
        ("pair", "compare 成都 上海 职工退休 三级 转诊 已备案 3-5万 --json -- 杭州 上海 8万".to_owned()),
        ("curve", format!("curve {case} --json")),
        ("curve", "curve 武汉 武汉 成年居民 三级 --json".to_owned()),
        ("year", format!("year '{}' --json", stays.display())),
        ("checklist", "checklist 广州 上海 退休 三级 急诊 --date 2026-11-20 --json".to_owned()),
        ("reconcile", format!("reconcile {case} --slip-hifp_pay 25000 --slip-psn_part_amt 25000 --json")),
        ("reconcile-list", format!("reconcile {case} --slip '{}' --json", slips.display())),
        ("case", format!("cases show 1 --cases '{book}' --json")),
        ("case-list", format!("cases list --cases '{book}' --json")),
        ("cases", format!("cases export --cases '{book}'")),
        ("figures", "policy show 上海 --json".to_owned()),
        ("figures", "policy show 广东 --json".to_owned()),
        ("sources", "policy sources --json".to_owned()),
        ("coverage", "policy coverage --json".to_owned()),
        ("calibration", "policy calibrate --json".to_owned()),
        ("diff", format!("policy diff '{root}/data' '{root}/data' --json")),
        ("check", "policy check --json".to_owned()),
        ("check", format!("policy check '{}' --json", own.display())),
        ("overlays", format!("policy installed --data '{}' --json", own.display())),
        ("where", "where --json".to_owned()),
    ];
    // Every form that the program writes has one.
    let written = forms_written(&Path::new(root).join("src"));
    let known: BTreeSet<String> = SCHEMAS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(written, known);
    for (name, _) in SCHEMAS {
        assert!(commands.iter().any(|(form, _)| *form == name), "no document of {name}");
    }
    for (form, command) in commands {
        let schema: Json = serde_json::from_str(&shown(&yidi(format!("schema {form}")))).unwrap();
        jsonschema::meta::validate(&schema).expect(form);
        let validator = jsonschema::validator_for(&schema).expect(form);
        let output = yidi(command.as_str());
        let document: Json =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
        assert_eq!(document["format"], format!("yidi.{form}/1"), "{command}");
        let wrong: Vec<String> = validator
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{command}: {wrong:?}");
    }
    for name in ["estimate", "estimate/1", "yidi.estimate/1"] {
        assert_eq!(shown(&yidi(format!("schema {name}"))), ESTIMATE_SCHEMA);
    }
    let unknown = yidi("schema nonsense");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(said(&unknown).contains("reconcile-list"), "{}", said(&unknown));
}

/// The forms of JSON that the code writes: `"yidi.NAME/1"`.
fn forms_written(folder: &Path) -> BTreeSet<String> {
    let mut forms = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            forms.extend(forms_written(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let code = std::fs::read_to_string(&path).unwrap();
            let pieces = code.split("\"yidi.").skip(1).filter_map(|piece| piece.split_once("/1\""));
            forms.extend(pieces.map(|(name, _)| name.to_owned()).filter(|name| !name.contains('"')));
        }
    }
    forms
}
