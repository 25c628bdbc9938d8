//! Overlays: an agency's own figures over the book it was given.
//!
//! A file adds figures, replaces those with the same id, removes some, or marks
//! some as verified. It is taken whole or not at all: whatever is wrong with it
//! is told with its line, and the book stays as it was.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use super::check::{CheckDays, Finding, Flaw, Report, Severity};
use crate::places::{AreaId, ProvinceId};
use crate::policy::bilingual::{Words, WordsError};
use crate::policy::book::{Book, Nation, ProvinceData};
use crate::policy::entry::{day, unique};
use crate::policy::figure::{Figure, Grade, Holder, Item, Verified};
use crate::policy::file;
use crate::policy::file::{FileError, GroupForm};
use crate::policy::lines;
use crate::policy::misread::Misread;
use crate::policy::selectors::Selectors;
use crate::policy::statement::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverlayFile {
    /// Whose figures these are, in a few words.
    #[serde(default)]
    name: Option<Words>,
    /// The day of the file.
    #[serde(default, deserialize_with = "day::perhaps")]
    date: Option<Date>,
    #[serde(default, deserialize_with = "unique")]
    sources: BTreeMap<String, Source>,
    #[serde(default)]
    nation: Vec<GroupForm>,
    #[serde(default, deserialize_with = "unique")]
    provinces: BTreeMap<String, Vec<GroupForm>>,
    #[serde(default, deserialize_with = "unique")]
    areas: BTreeMap<String, Vec<GroupForm>>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    verified: Vec<VerifiedFigure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerifiedFigure {
    figure: String,
    by: String,
    #[serde(with = "day")]
    on: Date,
}

/// What an overlay file that was laid over a book says of itself, and does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The file's name.
    pub file: String,
    /// Whose figures these are: its name, else who published its sources.
    pub name: Option<Words>,
    /// The day of the file, else the last on which one of its sources was checked.
    pub date: Option<Date>,
    /// How many figures it adds or replaces.
    pub figures: usize,
    /// How many it takes away.
    pub removed: usize,
    /// How many it marks as verified.
    pub verified: usize,
    /// What is probably a slip.
    pub warnings: Vec<Finding>,
}

/// The part of a book that an overlay touches, while it is being changed.
struct LaidBook<'b> {
    book: &'b Book,
    nation: Option<Nation>,
    provinces: BTreeMap<ProvinceId, ProvinceData>,
}

impl LaidBook<'_> {
    /// The figures of a holder, to be changed.
    fn figures(&mut self, holder: Holder) -> Result<&mut Vec<Arc<Figure>>, Misread> {
        let insurer = match holder {
            Holder::Nation => {
                let nation = self.nation.get_or_insert_with(|| self.book.nation().clone());
                return Ok(&mut nation.figures);
            }
            Holder::Province(code) => ProvinceId::by_code(code),
            Holder::Area(code) => AreaId::by_code(code).map(|area| area.get().insurer),
        };
        let insurer = insurer.ok_or_else(|| Misread::UnknownPlace(holder.to_string()))?;
        if !self.provinces.contains_key(&insurer) {
            let data = self.book.province(insurer).map_err(|error| Misread::Said(error.to_string()))?;
            self.provinces.insert(insurer, data.clone());
        }
        let data = self.provinces.entry(insurer).or_default();
        Ok(match holder {
            Holder::Area(code) => data.areas.entry(code).or_default(),
            _ => &mut data.figures,
        })
    }

    /// The figures whose holder an id names.
    fn figures_of_id(&mut self, id: &str) -> Result<&mut Vec<Arc<Figure>>, Misread> {
        let name = holder_name(id);
        let code = || name.parse().ok();
        let area = || code().filter(|code| AreaId::by_code(*code).is_some()).map(Holder::Area);
        let province = || code().filter(|code| ProvinceId::by_code(*code).is_some()).map(Holder::Province);
        let holder = if name == "nation" { Some(Holder::Nation) } else { area().or_else(province) };
        let holder = holder.ok_or_else(|| Misread::UnknownPlace(name.to_owned()))?;
        self.figures(holder)
    }
}

/// The holder in an id, as it is written there.
fn holder_name(id: &str) -> &str {
    id.split('/').next().unwrap_or_default()
}

/// Where each figure of a holder stands, by its id; of the same the first.
type Places = HashMap<String, usize>;

/// The figures an id is among, and where they stand; looked up once for all ids
/// of a holder.
fn places_of<'p>(
    draft: &mut LaidBook<'_>,
    known: &'p mut BTreeMap<String, Places>,
    id: &str,
) -> Result<&'p Places, Misread> {
    let holder = holder_name(id);
    if !known.contains_key(holder) {
        let figures = draft.figures_of_id(id)?.iter().enumerate().rev();
        known.insert(holder.to_owned(), figures.map(|(place, figure)| (figure.id(), place)).collect());
    }
    Ok(known.entry(holder.to_owned()).or_default())
}

fn place_of(places: &Places, id: &str) -> Result<usize, Misread> {
    places.get(id).copied().ok_or_else(|| Misread::NoFigure(id.to_owned()))
}

/// The holder of a key, which must be written as codes are.
fn holder_of(key: &str, holder: fn(u32) -> Holder) -> Option<Holder> {
    key.parse().ok().filter(|code: &u32| code.to_string() == key).map(holder)
}

/// The last part of a file's path: what people call it.
fn short_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

impl Book {
    /// Lays a file over the book, seen on a day.
    ///
    /// # Errors
    /// With everything that is wrong with the file; the book is then unchanged.
    pub fn overlay(&mut self, name: &str, text: &str, today: Date) -> Result<Laid, Vec<Finding>> {
        let form: OverlayFile = file::read(name, text).map_err(unreadable)?;
        let heading = (form.name.clone(), form.date);
        let sources = form.sources.clone();
        let keys = lines::of_all_keys(text);
        let line_of = |source: &str| keys.get(source).copied().unwrap_or(1);
        let mut draft = LaidBook { book: self, nation: None, provinces: BTreeMap::new() };
        let (removed, verified) = (form.remove.len(), form.verified.len());
        let changed = apply(&mut draft, name, text, form)?;
        let LaidBook { nation, provinces, .. } = draft;
        let day = CheckDays::new(self.nation(), today);
        let mut report = Report::new(name);
        report.words(heading.0.as_ref());
        report.sources(&sources, &day, &line_of);
        let mut findings =
            check(report, &changed, nation.as_ref().unwrap_or(self.nation()), &provinces, &day);
        let unused = sources.keys().filter(|source| !changed.named.contains(*source));
        findings.extend(unused.map(|source| Finding {
            file: name.to_owned(),
            line: line_of(source),
            figure: None,
            fault: Flaw::UnusedSource(source.clone()),
        }));
        findings.extend(changed.also);
        let (warnings, errors): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|finding| finding.fault.severity() == Severity::Warning);
        if !errors.is_empty() {
            return Err(errors);
        }
        self.replace(nation, provinces);
        let (own_name, own_date) = heading;
        Ok(Laid {
            file: name.to_owned(),
            name: own_name.or_else(|| sources.values().next().map(|source| source.publisher.clone())),
            date: own_date.or_else(|| sources.values().map(|source| source.checked).max()),
            figures: changed.ids.len(),
            removed,
            verified,
            warnings,
        })
    }
}

/// A file that cannot be read.
fn unreadable(error: FileError) -> Vec<Finding> {
    let fault = Flaw::Unreadable(error.fault);
    vec![Finding { file: error.file, line: error.line, figure: None, fault }]
}

/// What came from the file.
#[derive(Default)]
struct Changed {
    /// The ids of its figures.
    ids: BTreeSet<String>,
    /// The sources they name.
    named: BTreeSet<String>,
    /// What another overlay file says as well.
    also: Vec<Finding>,
}

/// Changes the draft; gives what came from the file.
fn apply(
    draft: &mut LaidBook<'_>,
    name: &str,
    text: &str,
    form: OverlayFile,
) -> Result<Changed, Vec<Finding>> {
    let wrong = |line, fault| unreadable(FileError { file: name.to_owned(), line, column: 1, fault });
    let places = lines::of_figures(text);
    let origin: Arc<str> = short_name(name).into();
    let mut changed = Changed::default();
    let holders = std::iter::once((Some(Holder::Nation), "nation".to_owned(), form.nation))
        .chain(
            form.provinces
                .into_iter()
                .map(|(code, groups)| (holder_of(&code, Holder::Province), code, groups)),
        )
        .chain(form.areas.into_iter().map(|(code, groups)| (holder_of(&code, Holder::Area), code, groups)));
    for (holder, key, groups) in holders {
        let line = || lines::of_key(text, &key);
        let holder = holder.ok_or_else(|| wrong(line(), Misread::UnknownPlace(key.clone())))?;
        if groups.is_empty() {
            continue;
        }
        let figures = draft.figures(holder).map_err(|fault| wrong(line(), fault))?;
        let mut new = file::figures(name, &places, holder, groups).map_err(unreadable)?;
        let ids: BTreeSet<String> = new.iter().map(|figure| figure.id()).collect();
        changed.also.extend(said_elsewhere(name, &new, figures));
        figures.retain(|other| !ids.contains(&other.id()));
        // Nobody else has them yet.
        for figure in new.iter_mut().filter_map(Arc::get_mut) {
            figure.overlay = Some(Arc::clone(&origin));
            changed.named.extend(figure.sources.iter().cloned());
        }
        figures.extend(new);
        changed.ids.extend(ids);
    }
    remove(draft, &form.remove).map_err(|(id, fault)| wrong(lines::of_text(text, id), fault))?;
    let mut known = BTreeMap::new();
    for VerifiedFigure { figure: id, by, on } in form.verified {
        let line = || lines::of_text(text, &id);
        let verified = Verified::new(&by, on).ok_or_else(|| wrong(line(), Misread::VerifiedByNobody))?;
        let place = places_of(draft, &mut known, &id).and_then(|places| place_of(places, &id));
        let place = place.map_err(|fault| wrong(line(), fault))?;
        let figures = draft.figures_of_id(&id).map_err(|fault| wrong(line(), fault))?;
        let mut figure = Figure::clone(&figures[place]);
        figure.grade = Grade::Verified;
        figure.verified = Some(verified);
        figures[place] = Arc::new(figure);
    }
    for data in draft.provinces.values_mut() {
        data.sources.extend(form.sources.clone());
    }
    if let Some(nation) = &mut draft.nation {
        nation.sources.extend(form.sources);
    }
    Ok(changed)
}

/// Which new figures another overlay file has as well: item and situations are the same,
/// whenever they begin.
fn said_elsewhere(name: &str, new: &[Arc<Figure>], figures: &[Arc<Figure>]) -> Vec<Finding> {
    let mut known: HashMap<(Item, &Selectors), Vec<&Figure>> = HashMap::new();
    for other in figures.iter().filter(|other| other.overlay.is_some()) {
        known.entry((other.item, &other.selectors)).or_default().push(other);
    }
    let finding = |figure: &Figure, other: &Figure| Finding {
        file: name.to_owned(),
        line: figure.line,
        figure: Some(figure.id()),
        fault: Flaw::AlsoIn {
            file: other.overlay.as_deref().unwrap_or_default().to_owned(),
            replaces: figure.from == other.from,
        },
    };
    new.iter()
        .filter_map(|figure| {
            let other = known.get(&(figure.item, &figure.selectors))?.first()?;
            Some(finding(figure, other))
        })
        .collect()
}

/// Takes figures away by their ids.
fn remove<'i>(draft: &mut LaidBook<'_>, ids: &'i [String]) -> Result<(), (&'i str, Misread)> {
    let mut known = BTreeMap::new();
    let mut gone: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for id in ids {
        let place = places_of(draft, &mut known, id).and_then(|places| place_of(places, id));
        let place = place.map_err(|fault| (id.as_str(), fault))?;
        gone.entry(holder_name(id)).or_default().insert(place);
    }
    for (id, places) in ids.iter().map(|id| (id, gone.remove(holder_name(id)).unwrap_or_default())) {
        if places.is_empty() {
            continue;
        }
        let mut place = 0;
        draft.figures_of_id(id).map_err(|fault| (id.as_str(), fault))?.retain(|_| {
            place += 1;
            !places.contains(&(place - 1))
        });
    }
    Ok(())
}

/// What the file brings with it, good and bad.
fn check(
    mut report: Report,
    changed: &Changed,
    nation: &Nation,
    provinces: &BTreeMap<ProvinceId, ProvinceData>,
    day: &CheckDays,
) -> Vec<Finding> {
    report.figures(&nation.figures, &|source| nation.sources.contains_key(source), day);
    for data in provinces.values() {
        let known = |source: &str| data.sources.contains_key(source) || nation.sources.contains_key(source);
        for figures in std::iter::once(&data.figures).chain(data.areas.values()) {
            report.figures(figures, &known, day);
        }
    }
    let mut findings = report.into_findings();
    // An agency may write Chinese alone: it is shown in both languages. What it says
    // again for each case that there is need not be reached itself.
    findings.retain(|finding| {
        finding.fault != Flaw::Text(WordsError::NoEnglish)
            && !(finding.fault == Flaw::Unreachable && is_said_again(finding, nation, provinces))
            && finding.figure.as_ref().is_none_or(|figure| changed.ids.contains(figure))
    });
    findings
}

/// Whether the file of a figure says the same number again for narrower cases.
fn is_said_again(finding: &Finding, nation: &Nation, provinces: &BTreeMap<ProvinceId, ProvinceData>) -> bool {
    let of_provinces =
        provinces.values().flat_map(|data| std::iter::once(&data.figures).chain(data.areas.values()));
    let mut levels = std::iter::once(&nation.figures).chain(of_provinces);
    levels.any(|level| {
        let of_id = |figure: &&Arc<Figure>| finding.figure.as_deref() == Some(figure.id().as_str());
        level.iter().find(of_id).is_some_and(|figure| {
            level.iter().any(|other| {
                other.item == figure.item
                    && other.overlay == figure.overlay
                    && other.value == figure.value
                    && other.selectors != figure.selectors
                    && other.selectors.is_within(&figure.selectors)
            })
        })
    })
}
