//! Where in a message the numbers stand: the object with most known fields,
//! wherever it is; a list of such objects is as many slips.

use serde_json::{Map, Value as Json};

use super::says::is_answer;
use super::slip::SlipKind;
use crate::names::{SlipField, folded, slip_field};

/// What stands around an object.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// It is part of what was asked.
    input: bool,
    /// It is one of a list of items.
    items: bool,
    /// So often a text was read as JSON.
    texts: u8,
}

/// An object that may be a slip.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidate {
    fields: Vec<(String, String)>,
    input: bool,
    items: bool,
}

/// What a message says of itself, beside its numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct EnvelopeNotes {
    /// The number of the function that was called.
    pub(super) function: Option<String>,
    /// What the interface says went wrong.
    pub(super) error: Option<String>,
}

/// Candidates of one level; those of the best level are the slips.
#[derive(Clone, Debug)]
pub(super) struct NumberGroup {
    paid: bool,
    known: usize,
    pub(super) slips: Vec<Candidate>,
}

/// The names of an object with what stands there, lists and objects left out.
fn scalars(object: &Map<String, Json>) -> impl Iterator<Item = (String, String)> {
    object.iter().filter_map(|(name, value)| {
        let typed = match value {
            Json::String(typed) => typed.clone(),
            Json::Number(number) => number.to_string(),
            Json::Bool(so) => so.to_string(),
            Json::Null | Json::Array(_) | Json::Object(_) => return None,
        };
        Some((name.clone(), typed))
    })
}

/// Whether something stands there at all.
fn is_given(typed: &str) -> bool {
    !matches!(typed.trim(), "" | "-" | "--" | "—" | "/" | "null" | "NULL" | "None" | "N/A" | "\\N")
}

impl Candidate {
    /// An object of names and values.
    pub(super) fn of(fields: Vec<(String, String)>) -> Self {
        Self { fields, ..Self::default() }
    }

    fn of_object(object: &Map<String, Json>, around: Around) -> Self {
        Self { fields: scalars(object).collect(), input: around.input, items: around.items }
    }

    /// Takes what the objects around say of the person and the visit.
    fn say(&mut self, answers: &[(String, String)]) {
        let new = |(name, _): &&(String, String)| !self.fields.iter().any(|(known, _)| known == name);
        let new: Vec<_> = answers.iter().filter(new).cloned().collect();
        self.fields.extend(new);
    }

    /// Every name at which something stands.
    pub(super) fn given(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.fields.iter().map(|(name, typed)| (name.as_str(), typed.trim()));
        all.filter(|(_, typed)| is_given(typed))
    }

    /// The value at a name.
    fn value(&self, name: &str) -> Option<&str> {
        self.given().find(|(one, _)| folded(one) == name).map(|(_, typed)| typed)
    }

    /// Whether it says that it takes a settlement back.
    pub(super) fn is_refund(&self) -> bool {
        self.value("refdsetlflag").is_some_and(|flag| matches!(flag, "1" | "true" | "是"))
    }

    /// What it is, where it is no settlement.
    pub(super) fn kind(&self) -> Option<SlipKind> {
        const OF_ITEMS: [&str; 9] = [
            "feedetlsn",
            "medlistcodg",
            "medinslistcodg",
            "medinslistname",
            "detitemfeesumamt",
            "listtype",
            "pric",
            "cnt",
            "itemname",
        ];
        let is_item = self.items || self.fields.iter().any(|(name, _)| OF_ITEMS.contains(&&*folded(name)));
        match () {
            () if is_item => Some(SlipKind::Items),
            () if self.input => Some(SlipKind::Request),
            () => None,
        }
    }
}

impl NumberGroup {
    /// One object, where it has any number of a slip.
    pub(super) fn one(candidate: Candidate) -> Option<Self> {
        let known: Vec<SlipField> = candidate.given().filter_map(|(name, _)| slip_field(name)).collect();
        let paid = known.iter().any(|field| SlipField::PAID.contains(field));
        (!known.is_empty()).then(|| Self { paid, known: known.len(), slips: vec![candidate] })
    }

    /// Several of one list: each is a slip, also where it has no number.
    pub(super) fn joined(groups: Vec<Option<Self>>) -> Option<Self> {
        let found = groups.iter().flatten();
        let (paid, known) = found.map(|group| (group.paid, group.known)).max()?;
        let slips = groups
            .into_iter()
            .flat_map(|group| group.map_or_else(|| vec![Candidate::default()], |group| group.slips));
        Some(Self { paid, known, slips: slips.collect() })
    }

    /// The better of two, the first where they are equal.
    fn better(self, other: Self) -> Self {
        if (other.paid, other.known) > (self.paid, self.known) { other } else { self }
    }
}

/// JSON in a text in JSON, so deep.
const MOST_TEXTS: u8 = 4;

/// The slips of a value.
pub(super) fn group_of(json: &Json, around: Around) -> Option<NumberGroup> {
    match json {
        Json::Object(object) => {
            let own = NumberGroup::one(Candidate::of_object(object, around));
            let inner = object.iter().map(|(name, value)| group_of(value, around.inside(name)));
            let mut best = own.into_iter().chain(inner.flatten()).reduce(NumberGroup::better)?;
            let answers = answers(object, around);
            best.slips.iter_mut().for_each(|slip| slip.say(&answers));
            Some(best)
        }
        Json::Array(all) => {
            let is_list = |value: &&Json| matches!(value, Json::Object(_) | Json::Array(_) | Json::String(_));
            NumberGroup::joined(all.iter().filter(is_list).map(|value| group_of(value, around)).collect())
        }
        Json::String(text) if around.texts < MOST_TEXTS && text.trim_start().starts_with(['{', '[']) => {
            let inner: Json = serde_json::from_str(text).ok()?;
            group_of(&inner, Around { texts: around.texts + 1, ..around })
        }
        _ => None,
    }
}

/// What an object, and each in it, says of the person and the visit.
fn answers(object: &Map<String, Json>, around: Around) -> Vec<(String, String)> {
    let beside = object.iter().filter_map(|(name, value)| match value {
        Json::Object(inner) if !around.inside(name).items => Some(inner),
        _ => None,
    });
    let all = scalars(object).chain(beside.flat_map(scalars));
    all.filter(|(name, _)| slip_field(name).is_none() && is_answer(name)).collect()
}

impl Around {
    /// What stands around the value of a name.
    fn inside(self, name: &str) -> Self {
        const ASKED: [&str; 6] = ["input", "request", "req", "入参", "请求", "requestbody"];
        const ANSWERED: [&str; 6] = ["output", "response", "resp", "出参", "响应", "result"];
        const ITEMS: [&str; 7] =
            ["feedetail", "feedetails", "iteminfo", "items", "itemlist", "detaillist", "费用明细"];
        let name = folded(name);
        let is = |names: &[&str]| names.contains(&name.as_str());
        Self { input: (self.input || is(&ASKED)) && !is(&ANSWERED), items: self.items || is(&ITEMS), ..self }
    }
}

impl EnvelopeNotes {
    /// Takes what a message says of itself at its outside.
    pub(super) fn take(&mut self, json: &Json) {
        let Json::Object(object) = json else { return };
        for (name, value) in object {
            let text = match value {
                Json::String(text) => text.trim().to_owned(),
                Json::Number(number) => number.to_string(),
                _ => continue,
            };
            match folded(name).as_str() {
                "infno" if self.function.is_none() => self.function = Some(text),
                "errmsg" if self.error.is_none() && !text.is_empty() => self.error = Some(text),
                _ => {}
            }
        }
    }
}
