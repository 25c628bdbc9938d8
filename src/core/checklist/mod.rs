//! The filing checklist: what to file, bring, say and do, in the order of time,
//! with the days by which.
//!
//! The items are data (`data/checklist/*.ron`); this module only decides which
//! of them a case needs and turns deadlines into days. Wording, sources and
//! conditions are not code.

mod check;
mod condition;
mod due;
mod file;
mod holidays;
mod item;
mod month_day;
mod phase;
mod timeline;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

pub use check::{ListFinding, ListFlaw, check};
pub use condition::{CaseFacts, CivilDay, Condition, InProvince, Settling, Stage, Within};
pub use due::{Anchor, Deadline, Due, Limit};
pub use file::{Items, file_count};
pub use holidays::{HolidayNotice, Holidays};
pub use item::{Backing, Channel, Note, Paper, TodoItem, TodoKind};
pub use month_day::MonthDay;
pub use phase::Phase;
pub use timeline::{Event, Moment, next_deadline, timeline};

use crate::case::{Case, routing};
use crate::places::Place;
use crate::policy::{Book, FileError, Grade, ProvinceData, Routes, Source, Words};

/// One thing to do in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// A stable name, by which it is ticked.
    pub id: String,
    /// When: that of the data, or the present one where that is over.
    pub phase: Phase,
    /// What sort of thing.
    pub kind: TodoKind,
    /// What to do.
    pub task: Words,
    /// Why it applies.
    pub why: Words,
    /// By when, with the day where it is known.
    pub by: Option<DueBy>,
    /// What can still be done when that is over.
    pub if_late: Option<Words>,
    /// What to bring.
    pub papers: Vec<Paper>,
    /// Where.
    pub channels: Vec<Channel>,
    /// What to say there.
    pub say: Option<Words>,
    /// What else to know.
    pub notes: Vec<Words>,
    /// What other statements there are, and which one was followed.
    pub disputed: Vec<Words>,
    /// Who says so, by name; described in [`Checklist::sources`].
    pub sources: Vec<String>,
    /// How sure it is.
    pub grade: Grade,
}

impl Todo {
    /// Whether its day is over.
    pub fn is_late(&self) -> bool {
        self.by.as_ref().is_some_and(|by| matches!(by.due, Due::Past { .. }))
    }
}

/// A deadline with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueBy {
    /// The rule, or the safe one where no rule is known.
    pub deadline: Deadline,
    /// Its day in this case.
    pub due: Due,
    /// Other demands that were seen, with their days.
    pub also_seen: Vec<(Limit, Due)>,
}

/// The checklist of a case on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// What to do, in the order of time.
    pub todos: Vec<Todo>,
    /// The routes that are possible.
    pub routes: Routes,
    /// How far the visit has come.
    pub stage: Stage,
    /// How the bill is settled.
    pub settles: Settling,
    /// The insured province's own entries for filing, where they are known.
    pub entries: Vec<Words>,
    /// Every source that an item names.
    pub sources: BTreeMap<String, Source>,
}

/// How much of a checklist is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListProgress {
    /// Ticked items.
    pub done: usize,
    /// All items.
    pub all: usize,
}

impl ListProgress {
    /// Items that are not ticked yet.
    pub const fn left(self) -> usize {
        self.all.saturating_sub(self.done)
    }
}

impl Checklist {
    /// What is to be done in a phase.
    pub fn of(&self, phase: Phase) -> impl Iterator<Item = &Todo> {
        self.todos.iter().filter(move |todo| todo.phase == phase)
    }

    /// How much is done, given the ids of what is ticked. Ticks of items that
    /// the case does not have do not count.
    pub fn progress(&self, ticked: &BTreeSet<String>) -> ListProgress {
        let done = self.todos.iter().filter(|todo| ticked.contains(&todo.id)).count();
        ListProgress { done, all: self.todos.len() }
    }
}

/// The checklist of a case as it is on a day.
///
/// # Errors
/// Where a data file cannot be read.
pub fn checklist(book: &Book, case: &Case, today: Date) -> Result<Checklist, FileError> {
    let province = book.province(case.insured.insurer())?;
    let now = situation(book, province, case, today);
    let items = Items::embedded()?;
    Holidays::embedded()?;
    let making = Making { book, province, items, now: &now, today };
    // Where another pays, or nobody, nothing is filed, claimed or settled: what is left is what
    // its circumstances themselves ask for.
    let is_paid = !case.stands_alone();
    let asks = |item: &TodoItem| item.when.also.iter().any(|one| one.effect().stands_alone());
    let applies = |item: &&TodoItem| {
        if !is_paid && !asks(item) {
            return false;
        }
        let over = now.stage == Stage::Over && item.phase < Phase::AfterDischarge;
        (!over || !item.when.stages.is_empty()) && item.when.holds(&now)
    };
    let applying: Vec<&TodoItem> = items.iter().filter(applies).collect();
    let replaced: BTreeSet<&str> =
        applying.iter().flat_map(|item| &item.replaces).map(String::as_str).collect();
    let mut todos: Vec<Todo> = applying
        .into_iter()
        .filter(|item| !replaced.contains(item.id.as_str()))
        .map(|item| making.todo(item))
        .collect();
    todos.sort_by_key(|todo| todo.phase);
    let mut sources = BTreeMap::new();
    for name in todos.iter().flat_map(|todo| &todo.sources) {
        if let Some(source) = book.source(case.insured.insurer(), name)? {
            sources.insert(name.clone(), source.clone());
        }
    }
    Ok(Checklist {
        todos,
        routes: now.routes,
        stage: now.stage,
        settles: now.settles,
        entries: province.entries.as_ref().map(|entries| entries.says.clone()).unwrap_or_default(),
        sources,
    })
}

/// What the case says about everything a condition may ask.
fn situation(book: &Book, province: &ProvinceData, case: &Case, today: Date) -> CaseFacts {
    let in_alliance = book.alliance(case.insured.province(), case.care_place.province()).is_some();
    let mut routes = Routes::empty();
    let mut counted_as_filed = false;
    for area in case.insured.insured_areas() {
        let routing = routing(area, case.care_place, case.reason, case.filed, in_alliance);
        routes |= routing.routes;
        counted_as_filed |= routing.counted_as_filed;
    }
    let stage = Stage::of(case, today);
    CaseFacts {
        case: *case,
        routes,
        counted_as_filed,
        in_province: province.in_province_filing.as_ref().map(|filing| filing.says).into(),
        stage,
        settles: Settling::of(case, routes, stage),
    }
}

/// What the list of a case is made of.
struct Making<'a> {
    book: &'a Book,
    province: &'a ProvinceData,
    items: &'a Items,
    now: &'a CaseFacts,
    today: Date,
}

impl Making<'_> {
    /// An item as the case has it.
    fn todo(&self, item: &TodoItem) -> Todo {
        let Self { book, province, items, now, today } = *self;
        let mut sources = item.sources.clone();
        let mut grade = item.grade;
        if item.official_in.iter().any(|within| within.has(now.case.insured)) {
            grade = Grade::Official;
        }
        let stated = match item.backed_by {
            Some(Backing::InProvinceFiling) => {
                province.in_province_filing.as_ref().map(|filing| (&filing.sources, filing.grade))
            }
            Some(Backing::Alliance) => {
                let alliance = book.alliance(now.case.insured.province(), now.case.care_place.province());
                alliance.map(|alliance| (&alliance.sources, alliance.grade))
            }
            None => None,
        };
        if let Some((names, stated)) = stated {
            sources.extend(names.iter().cloned());
            grade = stated;
        }
        let mut told = |notes: &[Note]| -> Vec<Words> {
            let told = notes.iter().filter(|note| note.when.holds(now));
            told.map(|note| {
                sources.extend(note.sources.iter().cloned());
                note.says.clone()
            })
            .collect()
        };
        let notes = told(&item.notes);
        let disputed = told(&item.disputed);
        let mut named = BTreeSet::new();
        sources.retain(|name| named.insert(name.clone()));
        let by = item.by.as_ref().map(|deadline| DueBy {
            deadline: deadline.clone(),
            due: deadline.limit().due(&now.case, today),
            also_seen: deadline
                .also_seen()
                .iter()
                .map(|limit| (*limit, limit.due(&now.case, today)))
                .collect(),
        });
        let papers = item.papers.iter().filter_map(|name| items.paper(name));
        Todo {
            id: item.id.clone(),
            phase: item.phase.max(now.stage.phase()),
            kind: item.kind,
            task: item.task.clone(),
            why: item.why.clone(),
            by,
            if_late: item.if_late.clone(),
            papers: papers
                .filter(|paper| paper.when.holds(now))
                .map(|paper| paper.told(now.case.insured))
                .collect(),
            channels: item.channels.clone(),
            say: item.say.clone(),
            notes,
            disputed,
            sources,
            grade,
        }
    }
}

/// The hotline of a place's agency (医保服务热线): dialled from elsewhere with the
/// place's area code, where one is known.
pub fn hotline(place: Place) -> String {
    place.phone().map_or_else(|| "12393".to_owned(), |code| format!("{code}-12393"))
}
