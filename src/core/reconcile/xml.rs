//! Just as much XML as messages of hospitals hold: elements in elements, attributes,
//! text in the innermost. It becomes the same tree as JSON does.

use serde_json::{Map, Value as Json};

/// Elements so deep in others are not looked at.
const DEEPEST: usize = 64;

/// The tree of an XML text; none where it is none.
pub(super) fn tree(text: &str) -> Option<Json> {
    let text = text.trim();
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
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = &comment[comment.find("-->")? + 3..];
            continue;
        }
        let end = tag_end(rest)?;
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if tag.starts_with(['?', '!']) {
            continue;
        }
        let name = tag.trim_matches('/').split_whitespace().next().unwrap_or_default();
        let name = local(name);
        if !tag.starts_with('/') {
            if open.len() > DEEPEST {
                return None;
            }
            open.push((name, attributes(tag), String::new()));
        }
        if tag.starts_with('/') || tag.ends_with('/') {
            let (name, inner, text) = open.pop()?;
            let value = match (inner.is_empty(), text.is_empty()) {
                (true, _) => Json::String(text),
                (false, true) => Json::Object(inner),
                (false, false) => with_text(inner, name, text),
            };
            add(&mut open.last_mut()?.1, name, value);
        }
    }
    let (_, tree, _) = open.into_iter().next()?;
    Some(Json::Object(tree))
}

/// A prefix says whose name it is.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

/// Where a tag ends: a bracket in a value of an attribute is none.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('>', None) => return Some(at),
            _ => {}
        }
    }
    rest.find('>')
}

/// The attributes of a tag as what the element holds, those of the names left out.
fn attributes(tag: &str) -> Map<String, Json> {
    let mut found = Map::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.split_whitespace().last().unwrap_or_default();
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, behind)) = after[1..].split_once(quote) else { break };
        if !name.starts_with("xmlns") && !name.is_empty() {
            found.insert(local(name).to_owned(), Json::String(plain(value)));
        }
        rest = behind;
    }
    found
}

/// An element with attributes and a text: the text alone, where the attributes say nothing
/// of money, else both.
fn with_text(mut inner: Map<String, Json>, name: &str, text: String) -> Json {
    let is_leaf = inner.values().all(Json::is_string) && !text.starts_with(['{', '[', '<']);
    if is_leaf && crate::names::slip_field(name).is_some() {
        return Json::String(text);
    }
    add(&mut inner, name, Json::String(text));
    Json::Object(inner)
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

/// Text without the names and numbers of characters that XML has.
fn plain(text: &str) -> String {
    /// No entity that is meant is longer.
    const LONGEST: usize = 10;
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        told.push_str(&rest[..start]);
        rest = &rest[start..];
        let known = rest.bytes().take(LONGEST).position(|byte| byte == b';');
        if let Some((end, c)) = known.and_then(|end| Some((end, character(&rest[1..end])?))) {
            told.push(c);
            rest = &rest[end + 1..];
        } else {
            told.push('&');
            rest = &rest[1..];
        }
    }
    told.push_str(rest);
    told
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "amp" => '&',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}
