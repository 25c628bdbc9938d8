//! Every question is asked, kept, restored, has an option, a column, a place in
//! the JSON of a case and its words in both languages. A question that is half
//! made fails here.

use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use yidi::batch::Header;
use yidi::report::{estimate_json, schema};
use yidi::words::{Lang, Text};
use yidi_core::answers::{
    Answer, Draft, Question, choose, from_record, options, questions, to_record, trip_fields,
};
use yidi_core::case::{Circumstance, Field};
use yidi_core::estimate::estimate;
use yidi_core::places::resolve;
use yidi_core::policy::{Book, Care, Status};

use crate::support::process::program;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

fn plain() -> Draft {
    let mut draft = Draft {
        insured: resolve("武汉").ok(),
        care_place: resolve("北京").ok(),
        status: Some(Status::Retired),
        tier: Some(yidi_core::policy::Tier::Two),
        ..Draft::default()
    };
    draft.write(Field::Total, "50000");
    draft
}

/// Drafts on which the wizard asks different questions.
fn askers() -> [Draft; 5] {
    let chronic = Draft { care: Care::Chronic, ..plain() };
    let with = |status| Draft { status: Some(status), ..plain() };
    [plain(), chronic, with(Status::Adult), with(Status::Active), with(Status::Child)]
}

/// A draft that the question matters to, and the same with another answer.
fn two(question: &Question) -> (Draft, Draft) {
    let mut before = plain();
    let field = question.field;
    match field {
        Field::Disease => before.care = Care::Chronic,
        Field::ClassB => before.write(Field::ClassBRate, "10"),
        Field::ClassBRate => before.write(Field::ClassB, "1000"),
        _ => {}
    }
    let mut after = before.clone();
    let mut answer = |draft: &mut Draft, typed: [&str; 2]| {
        before.write(field, typed[0]);
        draft.write(field, typed[1]);
    };
    match question.answer {
        Answer::Place(ref slot) => slot.put(&mut after, resolve("宜昌").ok()),
        Answer::Choice(_) => {
            choose(&mut before, field, 0);
            choose(&mut after, field, 1);
        }
        Answer::Several => after.circumstances |= Circumstance::Proxy,
        Answer::Amount => answer(&mut after, ["100", "200"]),
        // Any that goes with any grown-up.
        Answer::Number { .. } if field == Field::Age => answer(&mut after, ["60", "61"]),
        Answer::Day => answer(&mut after, ["2026-11-01", "2026-11-02"]),
        Answer::Number { least, most } => answer(&mut after, [&least.to_string(), &most.to_string()]),
        Answer::Percent => answer(&mut after, ["10", "20"]),
    }
    (before, after)
}

fn in_json(draft: &Draft) -> Json {
    let book = Book::embedded().unwrap();
    let case = draft.finish(TODAY).unwrap_or_else(|problems| panic!("{problems:?}"));
    estimate_json(&book, &estimate(&book, &case).unwrap()).unwrap()["case"].clone()
}

#[test]
fn every_question_is_asked() {
    let asked: Vec<Field> =
        askers().iter().flat_map(|draft| [questions(draft), trip_fields(draft, true)].concat()).collect();
    for question in Question::all() {
        // The status says the scheme.
        let is_asked = question.field == Field::Scheme || asked.contains(&question.field);
        assert!(is_asked, "{} is never asked", question.key());
    }
    for also in Circumstance::ALL.into_iter().filter(|also| also.entry().asked.is_some()) {
        assert!(asked.contains(&Field::Also(also)), "{also:?} is never asked");
    }
}

#[test]
fn every_answer_is_kept_and_restored() {
    for question in Question::all() {
        for draft in [two(question).0, two(question).1] {
            let record = to_record(&draft);
            assert_eq!(from_record(&record), (draft, Vec::new()), "{}", question.key());
        }
        let (before, after) = two(question);
        assert_ne!(to_record(&before), to_record(&after), "{} is lost", question.key());
        let unreadable = BTreeMap::from([(question.key().to_owned(), "☃".to_owned())]);
        if !question.is_typed() {
            assert_eq!(from_record(&unreadable).1.len(), 1, "{}", question.key());
        }
    }
}

#[test]
fn every_choice_of_every_question_is_kept() {
    for question in Question::all() {
        for at in 0..options(question.field).unwrap_or_default() {
            let mut draft = plain();
            choose(&mut draft, question.field, at);
            assert_eq!(from_record(&to_record(&draft)).0, draft, "{} {at}", question.key());
        }
    }
}

#[test]
fn every_answer_stands_in_the_json_of_a_case() {
    let schema: Json = serde_json::from_str(include_str!("../../assets/schema/estimate-1.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let book = Book::embedded().unwrap();
    for question in Question::all().filter(|question| question.field != Field::Scheme) {
        let (before, after) = two(question);
        assert_ne!(in_json(&before), in_json(&after), "{} is not in the JSON", question.key());
        let case = after.finish(TODAY).unwrap();
        let document = estimate_json(&book, &estimate(&book, &case).unwrap()).unwrap();
        assert!(schema.is_valid(&document), "{} does not fit the schema", question.key());
    }
}

#[test]
fn every_question_has_an_option_and_words_in_both_languages() {
    for lang in ["zh", "en"] {
        let help = program(&["estimate", "--help", "--lang", lang]).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        for question in Question::all() {
            let option = format!("--{}", question.key());
            let has_option = help.lines().any(|line| line.split_whitespace().next() == Some(&option));
            assert!(has_option, "{option} in {lang}");
        }
    }
    for question in Question::all() {
        let texts = [Lang::Zh, Lang::En].map(Text::new);
        let words = texts.each_ref().map(|text| text.field(question.field));
        assert_ne!(words[0], words[1], "{}", question.key());
        for (text, count) in texts.iter().zip([options(question.field); 2]) {
            let answers: Vec<String> =
                (0..count.unwrap_or_default()).map(|at| text.option(question.field, at)).collect();
            let different: BTreeSet<&String> = answers.iter().filter(|answer| !answer.is_empty()).collect();
            assert_eq!(different.len(), answers.len(), "{}: {answers:?}", question.key());
        }
    }
}

/// One case, told alike wherever it stands.
#[test]
fn the_schemas_have_one_form_of_a_case() {
    let case = |name: &str| {
        let schema: Json = serde_json::from_str(schema(name).unwrap()).unwrap();
        schema["$defs"]["case"].clone()
    };
    let first = case("estimate");
    assert!(first["properties"]["told"].is_object(), "{first}");
    for other in ["checklist", "reconcile", "year"] {
        assert_eq!(case(other), first, "{other}");
    }
}

#[test]
fn every_question_has_a_column() {
    for question in Question::all() {
        for name in yidi_core::names::names_of(question.field) {
            let needed = ["from", "to", "status", "tier", "total"];
            let others = needed.into_iter().filter(|needed| *needed != question.key());
            // A class-B amount and its rate are read beside each other.
            let beside = match question.key() {
                "class-b" => Some("class-b-prepay-rate"),
                "class-b-prepay-rate" => Some("class-b"),
                _ => None,
            };
            let header = Header::of(std::iter::once(name).chain(others).chain(beside)).unwrap();
            assert_eq!(header.column(question.field), Some(0), "{name}");
        }
    }
}
