//! The written form of policy data: what a RON file of `data/` may say, and how
//! it becomes figures.
//!
//! A file groups its figures by what they share (scheme, care, source …), so
//! that a person can read it. A figure takes from its group whatever it does
//! not say itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::bilingual::Words;
use super::entry::{Start, day, unique};
use super::figure::{Figure, Grade, Holder, Period, Verified};
use super::lines;
use super::marks::{self, Spot};
use super::misread::{self, Misread};
use super::selectors::{Band, Selectors};
use super::statement::{Alliance, InProvinceFiling, Service, Source, Sourced};
use super::written::{ValueForm, WrittenBeside, said};
use crate::num::{Money, Span};
use crate::places::AreaSet;
use crate::policy::kinds::{Care, ContributionClass, Disease, HospitalClass, Route, Scheme, Status, Tier};

/// A data file that cannot be used, and where the fault is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {fault}")]
pub struct FileError {
    /// The file's name.
    pub file: String,
    /// Line of the fault, from 1.
    pub line: usize,
    /// Column of the fault, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: Misread,
}

/// Reads any data file of the project.
///
/// # Errors
/// With the place of the fault, where the text is no RON or not of the form asked for.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    lines::restart();
    misread::restart();
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES);
    options.from_str(text).map_err(|error| {
        let (Spot { line, column }, fault) = stumbled(text, &error);
        FileError { file: file.to_owned(), line, column, fault }
    })
}

/// Where a person slipped, and how: among the marks before the place where the
/// reader stumbled, or there.
fn stumbled(text: &str, error: &SpannedError) -> (Spot, Misread) {
    let at = Spot { line: error.span.start.line, column: error.span.start.col };
    let until = Spot { line: error.span.end.line, column: error.span.end.col };
    if let Some((spot, slip)) = marks::first_slip(text)
        && (spot <= at.max(until) || error.code == ron::Error::Eof)
    {
        return (spot, slip);
    }
    let fault = Misread::of(&error.code);
    match fault {
        Misread::NoComma => (marks::end_before(text, at), fault),
        // The reader has passed over what is blank, and stands before what is not of the kind.
        Misread::NotA { found: None, .. } => (until, fault),
        fault => (at, fault),
    }
}

/// What a province's file says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProvinceForm {
    /// Division code of the province.
    pub code: String,
    /// The province's own app or entry for filing.
    #[serde(default)]
    pub entries: Option<Sourced<Vec<Words>>>,
    #[serde(default)]
    pub in_province_filing: Option<Sourced<InProvinceFiling>>,
    #[serde(default, deserialize_with = "unique")]
    pub sources: BTreeMap<String, Source>,
    /// Figures that hold in the whole province.
    #[serde(default)]
    pub figures: Vec<GroupForm>,
    /// Figures of its pooling areas, by division code.
    #[serde(default, deserialize_with = "unique")]
    pub areas: BTreeMap<String, Vec<GroupForm>>,
}

/// What the nation's file says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NationForm {
    /// The day up to which the data as a whole was gathered.
    #[serde(with = "day")]
    pub gathered: Date,
    /// After so many days without a check a source is called stale.
    pub stale_after_days: u16,
    #[serde(default)]
    pub service: Option<Service>,
    pub alliances: Vec<Alliance>,
    #[serde(deserialize_with = "unique")]
    pub sources: BTreeMap<String, Source>,
    pub figures: Vec<GroupForm>,
}

/// Figures that share something.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupForm {
    #[serde(default)]
    scheme: Option<Scheme>,
    #[serde(default)]
    care: Option<Care>,
    #[serde(default)]
    statuses: EnumSet<Status>,
    #[serde(default)]
    tiers: EnumSet<Tier>,
    #[serde(default)]
    routes: EnumSet<Route>,
    #[serde(default)]
    from: Option<Start>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    grade: Option<Grade>,
    /// Who checked them, and when: then they are verified.
    #[serde(default)]
    verified: Option<VerifiedForm>,
    #[serde(default)]
    remark: Option<Words>,
    figures: Vec<FigureForm>,
}

/// Who checked a figure, and when.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerifiedForm {
    by: String,
    #[serde(with = "day")]
    on: Date,
}

impl VerifiedForm {
    /// Who it was, in plain words.
    ///
    /// # Errors
    /// Where it is nobody.
    pub(super) fn verified(&self) -> Result<Verified, Misread> {
        Verified::new(&self.by, self.on).ok_or(Misread::VerifiedByNobody)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureForm {
    /// The figure's place among those of the file, by which its line is found.
    #[serde(skip, default = "lines::next")]
    place: usize,
    #[serde(default)]
    statuses: EnumSet<Status>,
    #[serde(default)]
    tiers: EnumSet<Tier>,
    #[serde(default)]
    routes: EnumSet<Route>,
    #[serde(default)]
    trips: EnumSet<Route>,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    not_to: Vec<String>,
    #[serde(default)]
    returns_home: bool,
    #[serde(default)]
    diseases: EnumSet<Disease>,
    #[serde(default)]
    hardship: Option<bool>,
    #[serde(default)]
    ages: Option<Band>,
    #[serde(default)]
    hospitals: EnumSet<HospitalClass>,
    #[serde(default)]
    contributions: EnumSet<ContributionClass>,
    #[serde(default)]
    retired_in: Option<Band>,
    #[serde(default)]
    is: Option<ValueForm>,
    #[serde(default)]
    one_of: Vec<ValueForm>,
    #[serde(default)]
    then: Vec<Span<Money>>,
    #[serde(default)]
    per: Option<Period>,
    #[serde(default)]
    from: Option<Start>,
    #[serde(default)]
    until: Option<Start>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    grade: Option<Grade>,
    #[serde(default)]
    remark: Option<Words>,
}

fn or<T: enumset::EnumSetType>(own: EnumSet<T>, group: EnumSet<T>) -> EnumSet<T> {
    if own.is_empty() { group } else { own }
}

/// Makes figures of groups.
///
/// # Errors
/// With the line of the figure that lacks something.
pub(super) fn figures(
    file: &str,
    lines: &[usize],
    holder: Holder,
    groups: Vec<GroupForm>,
) -> Result<Vec<Arc<Figure>>, FileError> {
    let mut figures = Vec::new();
    for mut group in groups {
        for form in std::mem::take(&mut group.figures) {
            let line = lines.get(form.place).copied().unwrap_or(1);
            let made = figure(holder, line, &group, form);
            let fault = |fault| FileError { file: file.to_owned(), line, column: 1, fault };
            figures.push(Arc::new(made.map_err(fault)?));
        }
    }
    Ok(figures)
}

/// Where care happens: in these places, or anywhere but there.
fn destination(to: &[String], not_to: &[String]) -> Result<Option<AreaSet>, Misread> {
    let areas = |codes: &[String]| {
        codes.iter().try_fold(AreaSet::default(), |all, code| {
            let place = code.parse().ok().and_then(AreaSet::lying_in);
            let unknown = || Misread::UnknownPlace(code.clone());
            Ok::<_, Misread>(all | place.ok_or_else(unknown)?)
        })
    };
    match (to, not_to) {
        ([], []) => Ok(None),
        (to, []) => areas(to).map(Some),
        ([], not_to) => Ok(Some(AreaSet::all() - areas(not_to)?)),
        _ => Err(Misread::ToAndNotTo),
    }
}

/// The routes of a figure for people who are back for care at home: it is written
/// at the route on which they are filed, and holds at home.
fn routes(routes: EnumSet<Route>, form: &FigureForm) -> Result<EnumSet<Route>, Misread> {
    if !form.trips.is_empty() {
        if routes != EnumSet::only(Route::InProvince) {
            return Err(Misread::TripsElsewhere);
        }
        if form.trips.iter().any(|trip| !trip.crosses_provinces()) {
            return Err(Misread::TripsInside);
        }
    }
    if !form.returns_home {
        return Ok(routes);
    }
    if !routes.is_subset(EnumSet::only(Route::LongTerm)) {
        return Err(Misread::ReturnsElsewhere);
    }
    Ok(EnumSet::only(Route::Local))
}

fn figure(holder: Holder, line: usize, group: &GroupForm, form: FigureForm) -> Result<Figure, Misread> {
    let mut statuses = or(form.statuses, group.statuses);
    // A senior is an adult for every figure that does not name seniors.
    if statuses.contains(Status::Adult) {
        statuses |= Status::Senior;
    }
    let selectors = Selectors {
        scheme: group.scheme,
        statuses,
        care: group.care,
        tiers: or(form.tiers, group.tiers),
        routes: routes(or(form.routes, group.routes), &form)?,
        trips: form.trips,
        to: destination(&form.to, &form.not_to)?,
        returns_home: form.returns_home,
        diseases: form.diseases,
        hardship: form.hardship,
        ages: form.ages,
        hospitals: form.hospitals,
        contributions: form.contributions,
        retired_in: form.retired_in,
    };
    let (item, value) = said(form.is, form.one_of, &WrittenBeside { then: form.then, per: form.per })?;
    let sources = if form.sources.is_empty() { group.sources.clone() } else { form.sources };
    let verified = group.verified.as_ref().map(VerifiedForm::verified).transpose()?;
    let grade = verified.as_ref().map(|_| Grade::Verified).or(form.grade).or(group.grade);
    let figure = Figure {
        holder,
        line,
        item,
        selectors,
        from: form.from.or(group.from).map(|start| start.0),
        until: form.until.map(|start| start.0),
        value,
        sources,
        grade: grade.unwrap_or(Grade::Assumed),
        remark: form.remark.or_else(|| group.remark.clone()),
        verified,
        overlay: None,
    };
    if figure.sources.is_empty() {
        return Err(Misread::NoSource(figure.id()));
    }
    if grade.is_none() {
        return Err(Misread::NoGrade(figure.id()));
    }
    Ok(figure)
}
