//! JSON lines, one object a stay: answers by their option, an express line, how
//! often, and what was really paid.

use serde_json::{Map, Value as Json};

use super::{ListedEntry, lines};
use crate::cli::fail::Fail;
use crate::cli::run::Run;
use yidi_core::answers::{Draft, Question, next_stay};
use yidi_core::case::Field;
use yidi_core::names;
use yidi_core::policy::Care;
use yidi_core::reconcile::Slip;
use yidi_core::year::{Entry, MOST_TIMES};

/// The list.
///
/// # Errors
/// With everything that is wrong, line by line.
pub(super) fn read(run: &Run<'_>, lines: &str) -> Result<Vec<ListedEntry>, Fail> {
    let text = run.text;
    let mut list = Vec::new();
    let mut wrong = Vec::new();
    let mut base = Draft::default();
    for (row, line) in (1_u64..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let object = serde_json::from_str::<Map<String, Json>>(line);
        let object = object.map_err(|error| vec![text.year_no_object(error.to_string())]);
        match object.and_then(|object| entry(run, &object, &base)) {
            Ok((entry, draft)) => {
                base = Draft { care: Care::Inpatient, disease: None, ..next_stay(&draft) };
                list.push(ListedEntry { row, entry });
            }
            Err(problems) => {
                wrong.extend(problems.into_iter().map(|problem| text.batch_error(row, problem)));
            }
        }
    }
    if wrong.is_empty() { Ok(list) } else { Err(Fail::Request(wrong)) }
}

fn entry(run: &Run<'_>, object: &Map<String, Json>, base: &Draft) -> Result<(Entry, Draft), Vec<String>> {
    let text = run.text;
    let mut wrong = Vec::new();
    let mut draft = base.clone();
    let mut times = 1;
    let mut paid = None;
    if let Some(line) = object.get("line") {
        let (entry, written) = lines::entry(run, &typed(line), base)?;
        (times, draft) = (entry.times, written);
    }
    for (name, value) in object.iter().filter(|(name, value)| *name != "line" && !value.is_null()) {
        match (name.as_str(), value) {
            ("times", value) => {
                let count = value.as_u64().and_then(|count| u16::try_from(count).ok());
                match count.filter(|count| (1..=MOST_TIMES).contains(count)) {
                    Some(count) => times = count,
                    None => wrong.push(text.year_times_wrong(u64::from(MOST_TIMES), typed(value))),
                }
            }
            ("paid", Json::Object(numbers)) => match slip(run, numbers) {
                Ok(slip) => paid = Some(slip),
                Err(more) => wrong.extend(more),
            },
            (name, value) => {
                let Some(column) = names::column(name) else {
                    wrong.push(text.year_no_key(name));
                    continue;
                };
                let (question, typed) = (Question::of(column.field), typed(value));
                match question.hear(&typed) {
                    Ok(Some(heard)) => question.put(&mut draft, heard),
                    Ok(None) => draft.write(column.field, &typed),
                    Err(problems) => wrong.extend(problems.iter().map(|problem| text.problem(problem))),
                }
            }
        }
    }
    let age = draft.typed(Field::Age).to_owned();
    draft.assume_status(&age);
    match draft.finish(*run.today) {
        Ok(case) if wrong.is_empty() => Ok((Entry { times, paid, ..Entry::of(case) }, draft)),
        Ok(_) => Err(wrong),
        Err(problems) => {
            wrong.extend(problems.iter().map(|problem| text.problem(problem)));
            Err(wrong)
        }
    }
}

/// A value as it would be typed.
fn typed(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Bool(is) => (if *is { "yes" } else { "no" }).to_owned(),
        Json::Array(all) => all.iter().map(typed).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// What was really paid.
fn slip(run: &Run<'_>, numbers: &Map<String, Json>) -> Result<Slip, Vec<String>> {
    let mut slip = Slip::default();
    let mut wrong = Vec::new();
    for (name, value) in numbers.iter().filter(|(_, value)| !value.is_null()) {
        let Some(field) = names::slip_field(name) else {
            wrong.push(run.text.year_no_key(name.as_str()));
            continue;
        };
        if let Err(error) = slip.write(field, &typed(value)) {
            wrong.push(run.text.slip_fault(&error));
        }
    }
    if wrong.is_empty() { Ok(slip) } else { Err(wrong) }
}
