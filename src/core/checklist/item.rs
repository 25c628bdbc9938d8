//! What the checklist's data is made of: items, papers, notes.

use serde::Deserialize;

use super::condition::{Condition, Within};
use super::due::Deadline;
use super::phase::Phase;
use crate::places::Place;
use crate::policy::{Grade, Words};

/// Where something can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Channel {
    /// The national app and its web site.
    NationalApp,
    /// The national filing mini-program.
    NationalMiniProgram,
    /// The State Council's mini-program.
    StateCouncil,
    /// The insured province's own app or entry.
    ProvinceEntry,
    /// The window of the insured area's agency.
    Window,
    /// The hotline of the insured area.
    Hotline,
    /// The hospital's insurance office.
    Hospital,
}

/// What sort of thing an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum TodoKind {
    /// A step that needs no paper.
    #[default]
    Step,
    /// A filing (备案): needs papers and channels.
    Filing,
    /// A claim by hand (手工报销): needs papers and channels.
    Claim,
}

/// A paper to bring, with what may stand for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// The paper.
    pub is: Words,
    /// Any of these will do instead.
    #[serde(default)]
    pub or: Vec<Words>,
    /// When what may stand for it is not enough, or what else to know.
    #[serde(default)]
    pub note: Option<Words>,
    /// For people insured in one of these places the note is told; left out: to everybody.
    #[serde(default)]
    pub note_in: Vec<Within>,
    /// Needed only here.
    #[serde(default)]
    pub when: Condition,
}

impl Paper {
    /// The paper as somebody insured in a place is told of it.
    pub(super) fn told(&self, insured: Place) -> Self {
        let is_theirs = self.note_in.is_empty() || self.note_in.iter().any(|within| within.has(insured));
        Self { note: self.note.clone().filter(|_| is_theirs), ..self.clone() }
    }
}

/// Something to know beside an item.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What to know.
    pub says: Words,
    /// Told only here.
    #[serde(default)]
    pub when: Condition,
    /// Who says so, beside the sources of the item.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A statement of the policy data that an item repeats: sources and grade are
/// that statement's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Backing {
    /// Whether the insured province wants trips inside it filed.
    InProvinceFiling,
    /// The alliance both places belong to.
    Alliance,
}

/// One thing to do, as the data has it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TodoItem {
    /// A stable name.
    pub id: String,
    /// When.
    pub phase: Phase,
    /// What sort of thing.
    #[serde(default)]
    pub kind: TodoKind,
    /// Where it applies. Without stages, an item of the time up to the
    /// discharge is over with the discharge.
    #[serde(default)]
    pub when: Condition,
    /// Items that it stands for where it applies, such as a nation-wide one
    /// for which a province has a rule of its own.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// What to do.
    pub task: Words,
    /// Why it applies.
    pub why: Words,
    /// By when.
    #[serde(default)]
    pub by: Option<Deadline>,
    /// What can still be done when that is over.
    #[serde(default)]
    pub if_late: Option<Words>,
    /// What to bring: names of papers.
    #[serde(default)]
    pub papers: Vec<String>,
    /// Where.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// What to say there.
    #[serde(default)]
    pub say: Option<Words>,
    /// What else to know.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What other statements there are, and which one was followed.
    #[serde(default)]
    pub disputed: Vec<Note>,
    /// Who says so.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How sure it is.
    pub grade: Grade,
    /// Where the text that was read is the law of the place: official there.
    #[serde(default)]
    pub official_in: Vec<Within>,
    /// Sources and grade are those of a statement of the policy data.
    #[serde(default)]
    pub backed_by: Option<Backing>,
}
