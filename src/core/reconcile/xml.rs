//! Just as much XML as messages of hospitals hold: elements in elements, text
//! in the innermost. It becomes the same tree as JSON does.

use serde_json::{Map, Value as Json};

use super::envelope::EnvelopeNotes;

/// Elements so deep in others are not looked at.
const DEEPEST: usize = 64;

/// The tree of an XML text; none where it is none.
pub(super) fn parse(text: &str) -> Option<(Json, EnvelopeNotes)> {
    if !text.starts_with('<') {
        return None;
    }
    // The names of the elements that are open, what they hold, and their text.
    let mut open: Vec<(&str, Map<String, Json>, String)> = vec![("", Map::new(), String::new())];
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        if let Some((_, _, inner)) = open.last_mut() {
            inner.push_str(&plain(rest[..start].trim()));
        }
        rest = &rest[start + 1..];
        if let Some(data) = rest.strip_prefix("![CDATA[") {
            let end = data.find("]]>")?;
            if let Some((_, _, inner)) = open.last_mut() {
                inner.push_str(data[..end].trim());
            }
            rest = &data[end + 3..];
            continue;
        }
        let end = rest.find('>')?;
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if tag.starts_with(['?', '!']) {
            continue;
        }
        let name = tag.trim_matches('/').split_whitespace().next().unwrap_or_default();
        // A prefix says whose name it is.
        let name = name.rsplit(':').next().unwrap_or_default();
        if !tag.starts_with('/') {
            if open.len() > DEEPEST {
                return None;
            }
            open.push((name, Map::new(), String::new()));
        }
        if tag.starts_with('/') || tag.ends_with('/') {
            let (name, inner, text) = open.pop()?;
            let value = if inner.is_empty() { Json::String(text) } else { Json::Object(inner) };
            add(&mut open.last_mut()?.1, name, value);
        }
    }
    let (_, tree, _) = open.into_iter().next()?;
    let tree = Json::Object(tree);
    let mut notes = EnvelopeNotes::default();
    notes.take(&tree);
    Some((tree, notes))
}

/// Puts an element beside those of the same name: several are a list.
fn add(into: &mut Map<String, Json>, name: &str, value: Json) {
    match into.get_mut(name) {
        None => {
            into.insert(name.to_owned(), value);
        }
        Some(Json::Array(all)) => all.push(value),
        Some(one) => *one = Json::Array(vec![one.take(), value]),
    }
}

/// Text without the five names of characters that XML has.
fn plain(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
