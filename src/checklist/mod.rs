//! The filing checklist: what to file, bring and do, in the order of time.
//!
//! The items are data (`data/checklist.ron`); this module only decides which of
//! them a case needs. Wording, sources and conditions are not code.

use enumset::EnumSet;
use serde::Deserialize;

use crate::case::{Case, Filed, Reason, routing};
use crate::policy::{Book, FileError, Grade, InProvinceFiling, Place, Route, Routes, Scheme, Words, read};

const FILE: (&str, &str) = ("data/checklist.ron", include_str!("../../data/checklist.ron"));

/// When something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Phase {
    /// Before leaving (出发前).
    BeforeLeaving,
    /// On admission (入院时).
    OnAdmission,
    /// Before discharge (出院前).
    BeforeDischarge,
    /// After discharge (出院后).
    AfterDischarge,
}

impl Phase {
    /// Every phase in the order of time.
    pub const ALL: [Self; 4] =
        [Self::BeforeLeaving, Self::OnAdmission, Self::BeforeDischarge, Self::AfterDischarge];
}

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

/// A paper to bring, with what may stand for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The paper.
    pub is: Words,
    /// Any of these will do instead.
    #[serde(default)]
    pub or: Vec<Words>,
}

/// What must hold for an item to be shown; what is left out holds always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Condition {
    /// One of these routes is possible.
    routes: EnumSet<Route>,
    /// For one of these reasons.
    reasons: Vec<Reason>,
    /// With one of these answers to "filed?".
    filed: Vec<Filed>,
    /// For this scheme.
    scheme: Option<Scheme>,
    /// An alliance counts the trip as filed.
    counted_as_filed: Option<bool>,
    /// What is known of filing inside the province.
    in_province: Option<InProvince>,
}

/// What is known of filing a trip inside the province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
enum InProvince {
    NotNeeded,
    Needed,
    Unknown,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// A stable name.
    pub id: String,
    /// When.
    pub phase: Phase,
    #[serde(default)]
    when: Condition,
    /// What to do.
    pub task: Words,
    /// Why it applies.
    pub why: Words,
    /// By when, in words.
    #[serde(default)]
    pub deadline: Option<Words>,
    /// What to bring.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// Where.
    #[serde(default)]
    pub channels: Vec<Channel>,
    /// Who says so.
    pub sources: Vec<String>,
    /// How sure it is.
    pub grade: Grade,
    /// What else a reader must know, such as another statement.
    #[serde(default)]
    pub remark: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    items: Vec<Item>,
}

/// The checklist of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// What to do, in the order of time.
    pub items: Vec<Item>,
    /// The routes that are possible.
    pub routes: Routes,
    /// The insured province's own entries for filing, where they are known.
    pub entries: Vec<String>,
}

/// Every item there is, for the check of the data.
///
/// # Errors
/// Where the checklist's file cannot be read.
pub fn all_items() -> Result<Vec<Item>, FileError> {
    let Form { items } = read(FILE.0, FILE.1)?;
    Ok(items)
}

/// The name of the checklist's file.
pub const fn file() -> &'static str {
    FILE.0
}

/// The checklist of a case.
///
/// # Errors
/// Where a data file cannot be read.
pub fn checklist(book: &Book, case: &Case) -> Result<Checklist, FileError> {
    let in_alliance = book.alliance(case.insured.province(), case.care_place.province()).is_some();
    let mut routes = Routes::empty();
    let mut counted_as_filed = false;
    for area in case.insured.insured_areas() {
        let routing = routing(area, case.care_place, case.reason, case.filed, in_alliance);
        routes |= routing.routes;
        counted_as_filed |= routing.counted_as_filed;
    }
    let province = book.province(case.insured.insurer())?;
    let in_province = match province.in_province_filing.as_ref().map(|filing| filing.says) {
        Some(InProvinceFiling::NotNeeded) => InProvince::NotNeeded,
        Some(InProvinceFiling::Needed) => InProvince::Needed,
        None => InProvince::Unknown,
    };
    let holds = |when: &Condition| {
        (when.routes.is_empty() || !when.routes.is_disjoint(routes))
            && (when.reasons.is_empty() || when.reasons.contains(&case.reason))
            && (when.filed.is_empty() || when.filed.contains(&case.filed))
            && when.scheme.is_none_or(|scheme| scheme == case.scheme())
            && when.counted_as_filed.is_none_or(|counted| counted == counted_as_filed)
            && when.in_province.is_none_or(|known| known == in_province)
    };
    let mut items = all_items()?;
    items.retain(|item| holds(&item.when));
    items.sort_by_key(|item| item.phase);
    let entries = province.entries.as_ref().map(|entries| entries.says.clone()).unwrap_or_default();
    Ok(Checklist { items, routes, entries })
}

/// The hotline of a place's agency (医保服务热线): dialled from elsewhere with the
/// place's area code, where one is known.
pub fn hotline(place: Place) -> String {
    place.phone().map_or_else(|| "12393".to_owned(), |code| format!("{code}-12393"))
}
