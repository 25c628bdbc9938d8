//! The check of the checklist's data: what its keeper must put right, each with
//! file and line. Says what is wrong; the way out is in the message files.

use std::collections::{BTreeMap, BTreeSet};

use enumset::EnumSet;
use jiff::civil::Date;

use super::condition::{CaseFacts, Condition, InProvince, Settling, Stage, Within};
use super::due::Limit;
use super::file::{Items, ListSpot};
use super::item::{Note, TodoItem, TodoKind};
use super::phase::Phase;
use crate::answers::Draft;
use crate::case::{Case, Effect, Field, Filed, Networked, Reason, routing};
use crate::places::{Place, ProvinceId};
use crate::policy::audit::Severity;
use crate::policy::{Book, Care, Disease, Status, Tier, Words, WordsError};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFlaw {
    /// Another item has the same id.
    SameId {
        /// The other item's line.
        other: usize,
    },
    /// No case can ever show the item.
    NeverShown,
    /// No case can ever show this note or statement of an item.
    NoteNeverShown(String),
    /// A filing or a claim without papers.
    WithoutPapers,
    /// A filing or a claim that does not say where.
    WithoutChannels,
    /// A paper is named that no file describes.
    UnknownPaper(String),
    /// A paper is described that no item names.
    UnusedPaper(String),
    /// An item is replaced that does not exist.
    UnknownItem(String),
    /// A source is named that neither the nation's file nor the file of every
    /// province meant describes.
    UnknownSource(String),
    /// Nobody is named who says so.
    NoSource,
    /// A deadline without a word on what to do when it is over.
    NoWayOut,
    /// A word on what to do when a deadline is over, without a deadline.
    NoDeadline,
    /// It shows only after the discharge, and its deadline is the discharge.
    PastByConstruction,
    /// A text is not as it should be.
    Text(WordsError),
}

impl ListFlaw {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::UnusedPaper(_) | Self::Text(WordsError::NoEnglish) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFinding {
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Id of the item, where it is about one.
    pub item: Option<String>,
    /// What is wrong.
    pub fault: ListFlaw,
}

/// Checks all items against a book, in the order of the files.
pub fn check(book: &Book, items: &Items) -> Vec<ListFinding> {
    let mut findings = Vec::new();
    let mut add = |spot: &ListSpot, item: Option<&TodoItem>, fault| {
        let item = item.map(|item| item.id.clone());
        findings.push(ListFinding { file: spot.file.clone(), line: spot.line, item, fault });
    };
    let ids: BTreeSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
    let named: BTreeSet<&String> = items.iter().flat_map(|item| &item.papers).collect();
    for (name, (paper, spot)) in &items.papers {
        let texts = std::iter::once(&paper.is).chain(&paper.or).chain(&paper.note);
        text_faults(texts).for_each(|fault| add(spot, None, fault));
        if !named.contains(name) {
            add(spot, None, ListFlaw::UnusedPaper(name.clone()));
        }
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (item, spot) in &items.items {
        if let Some(other) = first.insert(&item.id, spot.line) {
            add(spot, Some(item), ListFlaw::SameId { other });
        }
        for fault in of_item(book, items, item, &ids) {
            add(spot, Some(item), fault);
        }
    }
    findings
}

fn text_faults<'w>(texts: impl IntoIterator<Item = &'w Words>) -> impl Iterator<Item = ListFlaw> {
    // One is enough to find the place by.
    texts.into_iter().find_map(Words::fault).map(ListFlaw::Text).into_iter()
}

/// What is wrong with an item taken alone.
fn of_item(book: &Book, items: &Items, item: &TodoItem, ids: &BTreeSet<&str>) -> Vec<ListFlaw> {
    let mut faults = Vec::new();
    if !possible(item, None) {
        faults.push(ListFlaw::NeverShown);
    }
    if matches!(item.kind, TodoKind::Filing | TodoKind::Claim) {
        faults.extend(item.papers.is_empty().then_some(ListFlaw::WithoutPapers));
        faults.extend(item.channels.is_empty().then_some(ListFlaw::WithoutChannels));
    }
    let unknown = item.papers.iter().filter(|name| items.paper(name).is_none());
    faults.extend(unknown.map(|name| ListFlaw::UnknownPaper(name.clone())));
    let dangling = item.replaces.iter().filter(|id| !ids.contains(id.as_str()) || **id == item.id);
    faults.extend(dangling.map(|id| ListFlaw::UnknownItem(id.clone())));
    if item.sources.is_empty() && item.backed_by.is_none() {
        faults.push(ListFlaw::NoSource);
    }
    faults.extend(unknown_sources(book, &item.sources, &[&item.when]));
    match (&item.by, &item.if_late) {
        (Some(_), None) => faults.push(ListFlaw::NoWayOut),
        (None, Some(_)) => faults.push(ListFlaw::NoDeadline),
        _ => {}
    }
    let only_later = item.when.stages == EnumSet::only(Stage::Over);
    let ends_before =
        item.by.as_ref().is_some_and(|by| matches!(by.limit(), Limit::Leaving | Limit::Settlement));
    faults.extend((only_later && ends_before).then_some(ListFlaw::PastByConstruction));
    let notes = || item.notes.iter().chain(&item.disputed);
    for Note { says, when, sources } in notes() {
        if !possible(item, Some(when)) {
            faults.push(ListFlaw::NoteNeverShown(says.zh.clone()));
        }
        faults.extend(unknown_sources(book, sources, &[&item.when, when]));
    }
    let texts = [&item.task, &item.why].into_iter().chain(&item.if_late).chain(&item.say);
    faults.extend(text_faults(texts.chain(notes().map(|note| &note.says))));
    faults
}

/// Sources that the nation does not describe, nor every province for whose
/// people the conditions hold. A note for fewer people than its item is for those.
fn unknown_sources(book: &Book, names: &[String], when: &[&Condition]) -> Vec<ListFlaw> {
    let narrowest = when.iter().rev().find(|when| !when.insured.is_empty());
    let places: Vec<Within> = narrowest.map(|when| when.insured.clone()).unwrap_or_default();
    let known = |name: &String| {
        let there = |within: &Within| matches!(book.source(within.0.insurer(), name), Ok(Some(_)));
        book.nation().sources.contains_key(name) || !places.is_empty() && places.iter().all(there)
    };
    names.iter().filter(|name| !known(name)).map(|name| ListFlaw::UnknownSource(name.clone())).collect()
}

/// Whether there is a case in which the item shows, and this note of it.
fn possible(item: &TodoItem, note: Option<&Condition>) -> bool {
    let conditions: Vec<&Condition> = std::iter::once(&item.when).chain(note).collect();
    let shows = |now: &CaseFacts| {
        let over = now.stage == Stage::Over && item.phase < Phase::AfterDischarge;
        (!over || !item.when.stages.is_empty())
            && conditions.iter().all(|condition| condition.holds_on_the_way(now))
    };
    let circumstances = |when: &&Condition| when.also.is_disjoint(when.unless);
    conditions.iter().all(circumstances)
        && ways(&conditions).any(|now| shows(&now))
        && people().any(|case| conditions.iter().all(|condition| condition.holds_for(&case)))
}

/// Every way there that places, reason, filing, networking and stage allow,
/// with the circumstances that the conditions ask for.
fn ways(conditions: &[&Condition]) -> impl Iterator<Item = CaseFacts> {
    let asked = conditions.iter().fold(EnumSet::empty(), |all, when| all | when.also);
    let mut ways = Vec::new();
    for case in trips() {
        let case = Case { circumstances: asked, ..case };
        for in_alliance in [false, true] {
            let areas = case.insured.insured_areas();
            let Some(area) = areas.first() else { continue };
            let routing = routing(*area, case.care_place, case.reason, case.filed, in_alliance);
            // Paying in full ends the visit.
            let paid = case.has(Effect::PaidInFull);
            for stage in EnumSet::<Stage>::all().iter().filter(|stage| !paid || *stage == Stage::Over) {
                let settles = Settling::of(&case, routing.routes, stage);
                ways.extend(EnumSet::<InProvince>::all().iter().map(|in_province| CaseFacts {
                    case,
                    routes: routing.routes,
                    counted_as_filed: routing.counted_as_filed,
                    in_province,
                    stage,
                    settles,
                }));
            }
        }
    }
    ways.into_iter()
}

/// Trips of every sort: at home, in the province, perhaps one or the other,
/// elsewhere; for every reason, filing and networking.
fn trips() -> impl Iterator<Item = Case> {
    let home = ProvinceId::all().find(|province| province.areas().len() > 1 && !province.get().pooled);
    let areas = home.map(ProvinceId::areas).unwrap_or_default();
    let there = ProvinceId::all().filter(|province| Some(*province) != home).map(Place::Province).next();
    let insured = areas.first().copied().map(Place::Area);
    let near = areas.into_iter().take(2).map(Place::Area).chain(home.map(Place::Province));
    let cases = near.chain(there).filter_map(move |care_place| blank(insured?, care_place));
    cases.flat_map(|case| {
        let answers = Reason::ALL.into_iter().flat_map(|reason| Filed::ALL.map(|filed| (reason, filed)));
        let answers = answers.flat_map(|(reason, filed)| Networked::ALL.map(|net| (reason, filed, net)));
        answers.map(move |(reason, filed, networked)| Case { reason, filed, networked, ..case })
    })
}

/// Every sort of person and visit that conditions tell apart.
fn people() -> impl Iterator<Item = Case> {
    trips().take(1).flat_map(|case| {
        Status::ALL.into_iter().flat_map(move |status| {
            let kinds = Disease::ALL.into_iter().map(|kind| (Care::Chronic, Some(kind)));
            let visits = [(Care::Inpatient, None), (Care::Outpatient, None)].into_iter().chain(kinds);
            visits.flat_map(move |(care, disease)| {
                [false, true].map(|hardship| Case { status: status.into(), care, hardship, disease, ..case })
            })
        })
    })
}

/// A case of which nothing but the places is said.
fn blank(insured: Place, care_place: Place) -> Option<Case> {
    let mut draft = Draft {
        insured: Some(insured),
        care_place: Some(care_place),
        status: Some(Status::Active),
        tier: Some(Tier::Three),
        ..Draft::default()
    };
    draft.write(Field::Total, "0");
    draft.finish(Date::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_items_are_clean() {
        assert_eq!(check(&Book::embedded().unwrap(), Items::embedded().unwrap()), []);
    }

    #[test]
    fn every_route_is_tried() {
        let tried = ways(&[]).fold(EnumSet::empty(), |all, now| all | now.routes);
        assert_eq!(tried, EnumSet::all());
    }
}
