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
use crate::policy::book::{Book, Nation, ProvinceData};
use crate::policy::entry::{day, unique};
use crate::policy::figure::{Figure, Grade, Holder, Verified};
use crate::policy::file;
use crate::policy::file::{FileError, GroupForm};
use crate::policy::lines;
use crate::policy::statement::Source;
use crate::spelling::is_plain;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverlayFile {
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
    verified: Vec<VerifiedForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VerifiedForm {
    figure: String,
    by: String,
    #[serde(with = "day")]
    on: Date,
}

/// The part of a book that an overlay touches, while it is being changed.
struct LaidBook<'b> {
    book: &'b Book,
    nation: Option<Nation>,
    provinces: BTreeMap<ProvinceId, ProvinceData>,
}

impl LaidBook<'_> {
    /// The figures of a holder, to be changed.
    fn figures(&mut self, holder: Holder) -> Result<&mut Vec<Arc<Figure>>, String> {
        let insurer = match holder {
            Holder::Nation => {
                let nation = self.nation.get_or_insert_with(|| self.book.nation().clone());
                return Ok(&mut nation.figures);
            }
            Holder::Province(code) => ProvinceId::by_code(code),
            Holder::Area(code) => AreaId::by_code(code).map(|area| area.get().insurer),
        };
        let insurer =
            insurer.ok_or_else(|| format!("{holder} is no area or province; see data/areas.ron"))?;
        if !self.provinces.contains_key(&insurer) {
            let data = self.book.province(insurer).map_err(|error| error.to_string())?;
            self.provinces.insert(insurer, data.clone());
        }
        let data = self.provinces.entry(insurer).or_default();
        Ok(match holder {
            Holder::Area(code) => data.areas.entry(code).or_default(),
            _ => &mut data.figures,
        })
    }

    /// The figures whose holder an id names.
    fn figures_of_id(&mut self, id: &str) -> Result<&mut Vec<Arc<Figure>>, String> {
        let name = holder_name(id);
        let code = || name.parse().ok();
        let area = || code().filter(|code| AreaId::by_code(*code).is_some()).map(Holder::Area);
        let province = || code().filter(|code| ProvinceId::by_code(*code).is_some()).map(Holder::Province);
        let holder = if name == "nation" { Some(Holder::Nation) } else { area().or_else(province) };
        let holder = holder.ok_or_else(|| format!("{id:?} names no area, province or the nation"))?;
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
) -> Result<&'p Places, String> {
    let holder = holder_name(id);
    if !known.contains_key(holder) {
        let figures = draft.figures_of_id(id)?.iter().enumerate().rev();
        known.insert(holder.to_owned(), figures.map(|(place, figure)| (figure.id(), place)).collect());
    }
    Ok(known.entry(holder.to_owned()).or_default())
}

fn place_of(places: &Places, id: &str) -> Result<usize, String> {
    let place = places.get(id).copied();
    place.ok_or_else(|| format!("there is no figure {id:?}; `yidi policy show` lists the ids"))
}

/// The holder of a key, which must be written as codes are.
fn holder_of(key: &str, holder: fn(u32) -> Holder) -> Option<Holder> {
    key.parse().ok().filter(|code: &u32| code.to_string() == key).map(holder)
}

impl Book {
    /// Lays a file over the book, seen on a day.
    ///
    /// # Errors
    /// With everything that is wrong with the file; the book is then unchanged.
    pub fn overlay(&mut self, name: &str, text: &str, today: Date) -> Result<(), Vec<Finding>> {
        let unreadable = |error: FileError| {
            let fault = Flaw::Unreadable(error.fault);
            vec![Finding { file: error.file, line: error.line, figure: None, fault }]
        };
        let form: OverlayFile = file::read(name, text).map_err(unreadable)?;
        let wrong = |line, fault| unreadable(FileError { file: name.to_owned(), line, column: 1, fault });
        let mut draft = LaidBook { book: self, nation: None, provinces: BTreeMap::new() };
        let changed = apply(&mut draft, name, text, form, &wrong, &unreadable)?;
        let LaidBook { nation, provinces, .. } = draft;
        let day = CheckDays::new(self.nation(), today);
        let findings = check(name, &changed, nation.as_ref().unwrap_or(self.nation()), &provinces, &day);
        if findings.is_empty() {
            self.replace(nation, provinces);
            Ok(())
        } else {
            Err(findings)
        }
    }
}

/// Changes the draft; gives the ids of the figures that came from the file.
fn apply(
    draft: &mut LaidBook<'_>,
    name: &str,
    text: &str,
    form: OverlayFile,
    wrong: &dyn Fn(usize, String) -> Vec<Finding>,
    unreadable: &dyn Fn(FileError) -> Vec<Finding>,
) -> Result<BTreeSet<String>, Vec<Finding>> {
    let places = lines::of_figures(text);
    let mut changed = BTreeSet::new();
    let holders = std::iter::once((Some(Holder::Nation), "nation".to_owned(), form.nation))
        .chain(
            form.provinces
                .into_iter()
                .map(|(code, groups)| (holder_of(&code, Holder::Province), code, groups)),
        )
        .chain(form.areas.into_iter().map(|(code, groups)| (holder_of(&code, Holder::Area), code, groups)));
    for (holder, key, groups) in holders {
        let line = || lines::of_key(text, &key);
        let holder = holder.ok_or_else(|| wrong(line(), format!("{key:?} is no division code")))?;
        if groups.is_empty() {
            continue;
        }
        let figures = draft.figures(holder).map_err(|fault| wrong(line(), fault))?;
        let new = file::figures(name, &places, holder, groups).map_err(unreadable)?;
        let ids: BTreeSet<String> = new.iter().map(Figure::id).collect();
        figures.retain(|other| !ids.contains(&other.id()));
        figures.extend(new.into_iter().map(Arc::new));
        changed.extend(ids);
    }
    remove(draft, &form.remove).map_err(|(id, fault)| wrong(lines::of_text(text, id), fault))?;
    let mut known = BTreeMap::new();
    for VerifiedForm { figure: id, by, on } in form.verified {
        let line = || lines::of_text(text, &id);
        if by.trim().is_empty() || !is_plain(&by) {
            return Err(wrong(line(), "by: says in plain words who verified the figure".to_owned()));
        }
        let place = places_of(draft, &mut known, &id).and_then(|places| place_of(places, &id));
        let place = place.map_err(|fault| wrong(line(), fault))?;
        let figures = draft.figures_of_id(&id).map_err(|fault| wrong(line(), fault))?;
        let mut figure = Figure::clone(&figures[place]);
        figure.grade = Grade::Verified;
        figure.verified = Some(Verified { by, on });
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

/// Takes figures away by their ids.
fn remove<'i>(draft: &mut LaidBook<'_>, ids: &'i [String]) -> Result<(), (&'i str, String)> {
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

/// The errors that the figures of the file bring with them.
fn check(
    name: &str,
    changed: &BTreeSet<String>,
    nation: &Nation,
    provinces: &BTreeMap<ProvinceId, ProvinceData>,
    day: &CheckDays,
) -> Vec<Finding> {
    let mut report = Report::new(name);
    report.figures(&nation.figures, &|source| nation.sources.contains_key(source), day);
    for data in provinces.values() {
        let known = |source: &str| data.sources.contains_key(source) || nation.sources.contains_key(source);
        report.sources(&data.sources, day, &|_| 1);
        for figures in std::iter::once(&data.figures).chain(data.areas.values()) {
            report.figures(figures, &known, day);
        }
    }
    let mut findings = report.into_findings();
    findings.retain(|finding| {
        finding.fault.severity() == Severity::Error
            && finding.figure.as_ref().is_none_or(|figure| changed.contains(figure))
    });
    findings
}
