//! The written form of policy data: what a RON file of `data/` may say, and how
//! it becomes figures.
//!
//! A file groups its figures by what they share (scheme, care, source …), so
//! that a person can read it. A figure takes from its group whatever it does
//! not say itself.

use std::collections::BTreeMap;

use enumset::EnumSet;
use jiff::civil::Date;
use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::bilingual::Words;
use super::entry::{Start, day, unique};
use super::figure::{
    AwayRule, CatastrophicBase, Figure, Grade, Holder, Item, Period, RateBand, RateChange, Schedule, Value,
};
use super::lines;
use super::selectors::{Band, Selectors};
use super::statement::{Alliance, InProvinceFiling, Service, Source, Sourced};
use crate::num::{Money, Percent, Span};
use crate::policy::kinds::{Care, ContributionClass, Disease, HospitalClass, Route, Scheme, Status, Tier};
use crate::spelling::is_unseen;

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
    pub fault: String,
}

/// Reads any data file of the project.
///
/// # Errors
/// With the place of the fault, where the text is no RON or not of the form asked for.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileError> {
    lines::restart();
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES);
    options.from_str(text).map_err(|error| FileError {
        file: file.to_owned(),
        line: error.span.start.line,
        column: error.span.start.col,
        // What the file says must not reach a terminal as it is.
        fault: error.code.to_string().replace(is_unseen, " "),
    })
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
    #[serde(default)]
    remark: Option<Words>,
    figures: Vec<FigureForm>,
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
    is: ValueForm,
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

#[derive(Clone, Debug, Deserialize)]
enum ValueForm {
    Deductible(Span<Money>),
    Rate(Span<Percent>),
    Bands(Vec<BandForm>),
    Cap(Span<Money>),
    Supplement(Span<Percent>),
    SupplementBands(Vec<BandForm>),
    SupplementCap(Span<Money>),
    CatastrophicDeductible(Span<Money>),
    Catastrophic(Span<Percent>),
    CatastrophicBands(Vec<BandForm>),
    CatastrophicCap(Span<Money>),
    CatastrophicCounts(CatastrophicBase),
    AidDeductible(Span<Money>),
    Aid(Span<Percent>),
    AidCap(Span<Money>),
    Away(AwayForm),
    UncoveredShare(Span<Percent>),
    /// The area has none of it.
    No(Item),
}

#[derive(Clone, Debug, Deserialize)]
enum AwayForm {
    /// As at home.
    Same,
    /// So many points less.
    Cut(Span<Percent>),
    /// The usual rate times this percent.
    Times(Span<Percent>),
    /// The patient pays this percent first, then the usual rules hold.
    FirstSelfPay(Span<Percent>),
    /// The patient pays this percent first, then so many points less.
    FirstSelfPayThenCut(Span<Percent>, Span<Percent>),
    /// Nothing is paid.
    NotCovered,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BandForm {
    #[serde(default)]
    to: Option<Money>,
    pays: Span<Percent>,
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
) -> Result<Vec<Figure>, FileError> {
    let mut figures = Vec::new();
    for mut group in groups {
        for form in std::mem::take(&mut group.figures) {
            let line = lines.get(form.place).copied().unwrap_or(1);
            let made = figure(holder, line, &group, form);
            let fault = |fault| FileError { file: file.to_owned(), line, column: 1, fault };
            figures.push(made.map_err(fault)?);
        }
    }
    Ok(figures)
}

fn figure(holder: Holder, line: usize, group: &GroupForm, form: FigureForm) -> Result<Figure, String> {
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
        routes: or(form.routes, group.routes),
        diseases: form.diseases,
        hardship: form.hardship,
        ages: form.ages,
        hospitals: form.hospitals,
        contributions: form.contributions,
        retired_in: form.retired_in,
    };
    let then_given = !form.then.is_empty();
    let per_given = form.per.is_some();
    let (item, value) = value(form.is, form.then, form.per);
    if then_given && !matches!(value, Value::Deductible { .. }) {
        return Err("then: belongs to a Deductible only".to_owned());
    }
    let counts_by_period = matches!(&value, Value::Deductible { .. })
        || matches!(&value, Value::Rate(schedule) if schedule.as_plain().is_none());
    if per_given && !counts_by_period {
        return Err("per: belongs to a Deductible or to rates by slices only".to_owned());
    }
    let sources = if form.sources.is_empty() { group.sources.clone() } else { form.sources };
    let figure = Figure {
        holder,
        line,
        item,
        selectors,
        from: form.from.or(group.from).map(|start| start.0),
        until: form.until.map(|start| start.0),
        value,
        sources,
        grade: form.grade.or(group.grade).unwrap_or(Grade::Assumed),
        remark: form.remark.or_else(|| group.remark.clone()),
        verified: None,
    };
    if figure.sources.is_empty() {
        return Err(format!("{}: names no source; add sources: [\"…\"] to it or its group", figure.id()));
    }
    if form.grade.or(group.grade).is_none() {
        return Err(format!("{}: has no grade; add grade: … to it or its group", figure.id()));
    }
    Ok(figure)
}

fn schedule(bands: Vec<BandForm>, per: Option<Period>) -> Value {
    let bands = bands.into_iter().map(|band| RateBand { to: band.to, pays: band.pays }).collect();
    Value::Rate(Schedule { per: per.unwrap_or_default(), bands })
}

fn value(form: ValueForm, then: Vec<Span<Money>>, per: Option<Period>) -> (Item, Value) {
    let plain = |rate| Value::Rate(Schedule::plain(rate));
    match form {
        ValueForm::Deductible(first) => {
            let per = per.unwrap_or_default();
            (Item::Deductible, Value::Deductible { per, first, then })
        }
        ValueForm::Rate(rate) => (Item::Rate, plain(rate)),
        ValueForm::Bands(bands) => (Item::Rate, schedule(bands, per)),
        ValueForm::Cap(amount) => (Item::Cap, Value::Amount(amount)),
        ValueForm::Supplement(rate) => (Item::SupplementRate, plain(rate)),
        ValueForm::SupplementBands(bands) => (Item::SupplementRate, schedule(bands, per)),
        ValueForm::SupplementCap(amount) => (Item::SupplementCap, Value::Amount(amount)),
        ValueForm::CatastrophicDeductible(amount) => (Item::CatastrophicDeductible, Value::Amount(amount)),
        ValueForm::Catastrophic(rate) => (Item::CatastrophicRate, plain(rate)),
        ValueForm::CatastrophicBands(bands) => (Item::CatastrophicRate, schedule(bands, per)),
        ValueForm::CatastrophicCap(amount) => (Item::CatastrophicCap, Value::Amount(amount)),
        ValueForm::CatastrophicCounts(base) => (Item::CatastrophicBase, Value::CatastrophicBase(base)),
        ValueForm::AidDeductible(amount) => (Item::AidDeductible, Value::Amount(amount)),
        ValueForm::Aid(share) => (Item::AidRate, Value::Share(share)),
        ValueForm::AidCap(amount) => (Item::AidCap, Value::Amount(amount)),
        ValueForm::Away(rule) => (Item::Away, Value::Away(away(rule))),
        ValueForm::UncoveredShare(share) => (Item::UncoveredShare, Value::Share(share)),
        ValueForm::No(item) => (item, Value::None),
    }
}

fn away(form: AwayForm) -> AwayRule {
    let none = Span::exact(Percent::ZERO);
    let (first_self_pay, change) = match form {
        AwayForm::Same => (none, RateChange::Same),
        AwayForm::Cut(points) => (none, RateChange::Cut(points)),
        AwayForm::Times(share) => (none, RateChange::Times(share)),
        AwayForm::FirstSelfPay(share) => (share, RateChange::Same),
        AwayForm::FirstSelfPayThenCut(share, points) => (share, RateChange::Cut(points)),
        AwayForm::NotCovered => (none, RateChange::NotCovered),
    };
    AwayRule { first_self_pay, change }
}
