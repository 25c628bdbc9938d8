//! The JSON schemas of what the program prints: what a reader may rely on.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

/// The JSON schema of `yidi.estimate/1`.
pub const ESTIMATE_SCHEMA: &str = include_str!("../../../assets/schema/estimate-1.json");

const YEAR: &str = include_str!("../../../assets/schema/year-1.json");

/// The JSON schema of `yidi.year/1`. What it shares with that of an estimate is
/// written there and taken over.
pub fn year_schema() -> String {
    // Both are shipped, and held to be schemas by a test.
    let read = |text| serde_json::from_str::<Json>(text).unwrap_or_default();
    let (mut schema, estimate) = (read(YEAR), read(ESTIMATE_SCHEMA));
    let shared = estimate.get("$defs").and_then(Json::as_object).cloned().unwrap_or_default();
    let known: BTreeSet<String> = named(&schema["$defs"]);
    let mut wanted: Vec<String> =
        references(&schema).into_iter().filter(|name| !known.contains(name)).collect();
    let mut taken = Map::new();
    while let Some(name) = wanted.pop() {
        let Some(definition) = shared.get(&name).filter(|_| !taken.contains_key(&name)) else { continue };
        wanted.extend(references(definition));
        taken.insert(name, definition.clone());
    }
    if let Some(definitions) = schema.get_mut("$defs").and_then(Json::as_object_mut) {
        definitions.extend(taken);
    }
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn named(definitions: &Json) -> BTreeSet<String> {
    definitions.as_object().into_iter().flat_map(Map::keys).cloned().collect()
}

/// The definitions that a part of a schema refers to.
fn references(part: &Json) -> BTreeSet<String> {
    match part {
        Json::Object(fields) => {
            let own =
                fields.get("$ref").and_then(Json::as_str).and_then(|named| named.strip_prefix("#/$defs/"));
            own.map(str::to_owned).into_iter().chain(fields.values().flat_map(references)).collect()
        }
        Json::Array(all) => all.iter().flat_map(references).collect(),
        _ => BTreeSet::new(),
    }
}
