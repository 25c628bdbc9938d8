//! Where in a message the numbers stand: every object with payments is a slip, or
//! is named as left out; a list of such objects is as many slips.

use serde_json::{Map, Value as Json};

use super::amounts::is_amount;
use super::envelope::{Around, Candidate, Standing, scalar, scalars};
use super::number_group::NumberGroup;
use super::says::is_answer;
use super::{grid, xml};
use crate::names::{SlipField, folded, slip_field};

/// JSON or XML in a text, so deep.
const MOST_TEXTS: u8 = 4;

/// The slips of a value.
pub(super) fn group_of(json: &Json, around: Around) -> Option<NumberGroup> {
    match json {
        Json::Object(object) => of_object(object, around),
        Json::Array(all) => of_array(all, around),
        Json::String(text) if around.texts < MOST_TEXTS => {
            let around = Around { texts: around.texts + 1, ..around };
            let text = text.trim();
            if text.starts_with(['{', '[']) {
                group_of(&serde_json::from_str(text).ok()?, around)
            } else {
                xml::tree(text).and_then(|tree| group_of(&tree, around))
            }
        }
        _ => None,
    }
}

fn of_object(object: &Map<String, Json>, around: Around) -> Option<NumberGroup> {
    let mut parts = Vec::new();
    let own = Candidate::of_object(object, around);
    let name = own.given().find(|(name, _)| slip_field(name).is_some()).map(|(name, _)| name.to_owned());
    if let Some(group) = NumberGroup::one(own) {
        parts.push((name.unwrap_or_default(), true, group));
    }
    for (name, value) in object {
        if let Some(mut group) = group_of(value, around.inside(name)) {
            group.standing = group.standing.under(name);
            parts.push((name.clone(), false, group));
        }
    }
    let mut best = NumberGroup::among(parts)?;
    let answers = answers(object, around);
    best.slips.iter_mut().for_each(|slip| slip.say(&answers));
    if let [slip] = best.slips.as_mut_slice() {
        by_fund(object, slip);
    }
    Some(best)
}

fn of_array(all: &[Json], around: Around) -> Option<NumberGroup> {
    if let Some(group) = of_pairs(all).or_else(|| of_rows(all)) {
        return Some(group);
    }
    let is_list = |value: &&Json| matches!(value, Json::Object(_) | Json::Array(_) | Json::String(_));
    let groups: Vec<_> = all.iter().filter(is_list).map(|value| group_of(value, around)).collect();
    let mut joined = NumberGroup::joined(groups)?;
    // Of a list with others a row that adds them up is none.
    if joined.slips.len() > 1 {
        let sums = joined.slips.extract_if(.., |slip| slip.is_sum());
        joined.aside.extend(sums.filter_map(|sum| {
            let label =
                sum.given().find(|(name, typed)| slip_field(name).is_none() && crate::names::is_total(typed));
            label.map(|(_, typed)| typed.to_owned())
        }));
    }
    Some(joined)
}

/// Rows of a table as lists of cells.
fn of_rows(all: &[Json]) -> Option<NumberGroup> {
    let cells = |row: &Json| -> Option<Vec<String>> {
        let Json::Array(cells) = row else { return None };
        cells.iter().map(|cell| if cell.is_null() { Some(String::new()) } else { scalar(cell) }).collect()
    };
    let rows: Option<Vec<Vec<String>>> = all.iter().map(cells).collect();
    grid::group(&rows.filter(|rows| rows.len() > 1)?)
}

/// A list of objects with a name and a value each.
fn of_pairs(all: &[Json]) -> Option<NumberGroup> {
    const NAMES: [&str; 9] = ["name", "key", "label", "title", "field", "item", "名称", "项目", "字段"];
    const VALUES: [&str; 9] = ["value", "val", "amount", "amt", "text", "content", "金额", "值", "数值"];
    let pair = |value: &Json| -> Option<(String, String)> {
        let Json::Object(object) = value else { return None };
        let of = |names: &[&str]| {
            let known = |(name, _): &(&String, &Json)| names.contains(&folded(name).as_str());
            object.iter().find(known).and_then(|(_, value)| scalar(value))
        };
        Some((of(&NAMES)?, of(&VALUES).unwrap_or_default()))
    };
    let pairs: Option<Vec<_>> = all.iter().map(pair).collect();
    let pairs = pairs?;
    let known = pairs.iter().filter(|(name, _)| slip_field(name).is_some()).count();
    if known > 1 { NumberGroup::one(Candidate::of(pairs)) } else { None }
}

/// What an object, and each in it, says of the person and the visit, and which
/// payments stand beside the slip.
fn answers(object: &Map<String, Json>, around: Around) -> Vec<(String, String)> {
    let beside = object.iter().filter_map(|(name, value)| match value {
        Json::Object(inner)
            if !around.inside(name).items && Standing::default().under(name) != Standing::Aside =>
        {
            Some(inner)
        }
        _ => None,
    });
    let is_payment = |name: &str, typed: &str| !name.is_ascii() && is_amount(name, typed);
    let all = scalars(object).chain(beside.flat_map(scalars));
    all.filter(|(name, typed)| slip_field(name).is_none() && (is_answer(name) || is_payment(name, typed)))
        .collect()
}

/// The payments by fund beside a slip: what it has not itself is taken where the fund
/// is known, the rest is left under its name.
fn by_fund(object: &Map<String, Json>, slip: &mut Candidate) {
    let rows = object.values().filter_map(Json::as_array).flatten().filter_map(Json::as_object);
    for row in rows {
        let of = |wanted: &str| {
            row.iter().find(|(name, _)| folded(name) == wanted).and_then(|(_, value)| scalar(value))
        };
        let (Some(code), Some(amount)) = (of("fundpaytype"), of("fundpayamt")) else { continue };
        let field = fund(&code).or_else(|| of("fundpaytypename").and_then(|name| slip_field(&name)));
        match field.map(|field| (field, slip.at(field))) {
            Some((field, None)) => slip.fields.push((field.key().to_owned(), amount)),
            Some((_, Some(known))) if super::amounts::is_same(known, &amount) => {}
            _ => slip.fields.push((format!("{code} fund_payamt"), amount)),
        }
    }
}

/// The number of a slip by the code of a fund.
fn fund(code: &str) -> Option<SlipField> {
    Some(match code {
        "310100" | "390100" => SlipField::Fund,
        "320100" => SlipField::CivilServants,
        "330100" => SlipField::Supplement,
        "370100" => SlipField::Enterprise,
        "390200" => SlipField::Catastrophic,
        "610100" => SlipField::Aid,
        _ => return None,
    })
}
