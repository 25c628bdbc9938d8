//! The form of one area at work: what holds without it, what it would change,
//! and its file in the folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::folder::{InstallError, Installed, put};
use super::prefilled::{not_in_form, prefilled};
use crate::data::{lay, ron_files};
use crate::words::{FileRemarks, Text};
use yidi_core::answers::Draft;
use yidi_core::case::{Field, Filed, Reason, trip_by};
use yidi_core::estimate::estimate;
use yidi_core::num::{Money, Span};
use yidi_core::places::{AreaId, Place};
use yidi_core::policy::audit::{Finding, Severity};
use yidi_core::policy::own::{OwnArea, OwnFile, Rule};
use yidi_core::policy::{Book, FileError, Route, Scheme, Status, Tier, Value};
use yidi_core::rules::{Form, FormProblem, Heading, Slot, check};

/// Why a form is not opened, or not written.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// The file holds figures that the form does not show: these.
    #[error("{} holds more than the form shows", .file.display())]
    MoreThanForm {
        /// The file.
        file: PathBuf,
        /// The ids of the figures.
        ids: Vec<String>,
    },
    /// The file that is there is wrong.
    #[error("{} is wrong", .0.display())]
    Wrong(PathBuf),
    /// It cannot be put in place.
    #[error(transparent)]
    Install(#[from] InstallError),
    /// The data cannot be read.
    #[error(transparent)]
    Data(#[from] FileError),
}

/// What is said beside a place of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormRemark {
    /// What was typed cannot be taken.
    Problem(FormProblem),
    /// The check of the data says so.
    Finding(Finding),
}

impl EditError {
    /// It in words for the person who must act.
    pub fn told(&self, text: &Text) -> String {
        match self {
            Self::MoreThanForm { file, ids } => {
                text.edit_more_than_form(file.display().to_string(), text.list(ids))
            }
            Self::Wrong(file) => text.edit_wrong_file(file.display().to_string()),
            Self::Install(error) => error.told(text).join("\n"),
            Self::Data(error) => text.data_broken(error.to_string()),
        }
    }
}

impl FormRemark {
    /// It in words.
    pub fn told(&self, text: &Text) -> String {
        match self {
            Self::Problem(problem) => text.form_problem(problem),
            Self::Finding(finding) => {
                text.form_finding(text.severity(finding.fault.severity()), text.fault(&finding.fault))
            }
        }
    }

    /// Whether the form cannot be written so.
    pub fn is_error(&self) -> bool {
        match self {
            Self::Problem(_) => true,
            Self::Finding(finding) => finding.fault.severity() == Severity::Error,
        }
    }
}

/// What a form is, looked at as a whole.
#[derive(Debug)]
pub struct FormState {
    /// What is said beside its places.
    pub beside: BTreeMap<Slot, FormRemark>,
    /// What is said of it altogether.
    pub whole: Vec<Finding>,
    /// The data with what can be taken of it.
    book: Option<Book>,
}

impl FormState {
    /// Whether it may be written.
    pub fn is_clean(&self) -> bool {
        let is_error = |finding: &Finding| finding.fault.severity() == Severity::Error;
        !self.beside.values().any(FormRemark::is_error) && !self.whole.iter().any(is_error)
    }
}

/// What a test case comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Who.
    pub status: Status,
    /// In which hospital.
    pub tier: Tier,
    /// To where.
    pub to: Place,
    /// What the person pays without the form.
    pub before: Option<Span<Money>>,
    /// With it.
    pub after: Option<Span<Money>>,
}

/// The form of an area being filled in.
#[derive(Clone, Debug)]
pub struct Editing {
    /// Whose rules.
    pub area: AreaId,
    /// What was typed when it was opened.
    pub form: Form,
    /// The file it is written to.
    pub path: PathBuf,
    /// The day.
    pub today: Date,
    /// The data that the program carries: the file stands over it on any machine.
    embedded: Book,
    /// The same with every other file of the folder over it: what holds here without the form.
    others: Book,
}

impl Tried {
    /// It in words: what the stay is, and what it costs without and with the form.
    pub fn told(&self, text: &Text) -> String {
        let stay = text.form_stay(text.place_short(self.to), text.status(self.status), text.tier(self.tier));
        let cost = |personal: Option<Span<Money>>| {
            personal.map_or_else(|| text.sheet_unknown(), |span| text.yuan(text.money_span(span)))
        };
        if self.before == self.after {
            text.form_tried_same(stay, cost(self.after))
        } else {
            text.form_tried(stay, cost(self.before), cost(self.after))
        }
    }
}

impl Editing {
    /// Opens the form of an area, with what its file in the folder says already.
    ///
    /// # Errors
    /// Where the file holds what the form does not show: it would be lost.
    pub fn open(text: &Text, folder: &Path, area: AreaId, today: Date) -> Result<Self, EditError> {
        let place = area.get();
        let name = format!("{}-{}.ron", place.code, Place::Area(area).pinyin());
        let path = folder.join(&name);
        let embedded = Book::embedded()?;
        let mut files = ron_files(folder).unwrap_or_default();
        files.retain(|file| *file != path);
        let others = lay(text, embedded.clone(), &files, today).book;
        let mut form = prefilled(text, &embedded, area, Some(&name))?;
        if path.exists() {
            let own = lay(text, embedded.clone(), std::slice::from_ref(&path), today);
            if !own.overlays.set_aside.is_empty() {
                return Err(EditError::Wrong(path));
            }
            form = prefilled(text, &own.book, area, Some(&name))?;
            let made = form.finish(today).ok().map(|area| own_file(vec![area], today));
            let ids = not_in_form(&embedded, &own.book, &name, made.as_ref(), &FileRemarks(text), today)?;
            if !ids.is_empty() {
                return Err(EditError::MoreThanForm { file: path, ids });
            }
        }
        Ok(Self { area, form, path, today, embedded, others })
    }

    /// The form as it was opened, with rules that were told for a case filled in. Where
    /// it names no source, they come from whoever told them today.
    pub fn with_told(&self, text: &Text, told: &[(Rule, Value)]) -> Form {
        let mut form = self.form.clone();
        for (rule, value) in told {
            if let Some(cell) = text.cell(value) {
                form.write(Slot::Rule(*rule), &cell);
            }
        }
        let title = Slot::Heading(Heading::Title);
        if !form.is_empty() && form.typed(title).is_empty() {
            form.write(title, &text.form_told_source(self.today.to_string()));
        }
        form
    }

    /// The name of the file.
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// What holds for a rule without the form, and from which level.
    pub fn in_force(&self, text: &Text, rule: Rule) -> Option<(String, String)> {
        text.rule_in_force(rule.in_force(&self.others, self.area, self.today).figures())
    }

    /// Looks at a form as a whole: what is wrong stands at its place, and what
    /// can be taken is laid over the data.
    ///
    /// # Errors
    /// Where the data cannot be read.
    pub fn look(&self, text: &Text, form: &Form) -> Result<FormState, FileError> {
        let mut beside = BTreeMap::new();
        for error in form.finish(self.today).err().unwrap_or_default() {
            beside.insert(error.slot, FormRemark::Problem(error.problem));
        }
        let so_far = form.so_far(self.today);
        if so_far.rules.is_empty() {
            return Ok(FormState { beside, whole: Vec::new(), book: Some(self.others.clone()) });
        }
        let file = own_file(vec![so_far], self.today);
        let checked = check(&self.embedded, &self.name(), &file, &FileRemarks(text), self.today)?;
        let mut whole = Vec::new();
        for found in checked.findings {
            match found.at {
                Some((_, slot)) => _ = beside.entry(slot).or_insert(FormRemark::Finding(found.finding)),
                None => whole.push(found.finding),
            }
        }
        let mut book = self.others.clone();
        let laid = book.overlay(&self.name(), &checked.text, self.today);
        Ok(FormState { beside, whole, book: laid.is_ok().then_some(book) })
    }

    /// What a stay of 5万 costs without and with the form, of the people, in the
    /// hospital and on the route that a rule is about: away from home; at home
    /// where the rule changes nothing away.
    pub fn tried(&self, rule: Option<Rule>, state: &FormState) -> Option<Tried> {
        let route = rule.and_then(|rule| rule.route).unwrap_or(Route::Temporary);
        let away = self.stay(rule, route, self.elsewhere(route == Route::InProvince)?, state)?;
        if away.before != away.after || rule.is_none_or(|rule| rule.route.is_some()) {
            return Some(away);
        }
        let home = self.stay(rule, Route::Temporary, Place::Area(self.area), state);
        Some(home.filter(|home| home.before != home.after).unwrap_or(away))
    }

    fn stay(&self, rule: Option<Rule>, route: Route, to: Place, state: &FormState) -> Option<Tried> {
        let usual = |scheme| match scheme {
            Some(Scheme::Resident) => Status::Adult,
            _ => Status::Active,
        };
        let status = rule.and_then(|rule| rule.status).unwrap_or_else(|| usual(rule.map(|rule| rule.scheme)));
        let tier = rule.and_then(|rule| rule.tier).unwrap_or(Tier::Three);
        let (reason, filed) = trip_by(route, Reason::Other, Filed::Yes);
        let mut draft = Draft {
            insured: Some(Place::Area(self.area)),
            care_place: Some(to),
            status: Some(status),
            tier: Some(tier),
            reason,
            filed,
            ..Draft::default()
        };
        let nothing = [Field::OwnExpense, Field::Prepay, Field::OverLimit];
        for (field, typed) in nothing.map(|field| (field, "0")).into_iter().chain([(Field::Total, "50000")]) {
            draft.write(field, typed);
        }
        let case = draft.finish(self.today).ok()?;
        let personal = |book: &Book| Some(estimate(book, &case).ok()?.personal());
        let (before, after) = (personal(&self.others), state.book.as_ref().and_then(personal));
        Some(Tried { status, tier, to, before, after })
    }

    /// Where the stay is: in Beijing, or in Shanghai of people from there; within
    /// the province in another of its areas.
    fn elsewhere(&self, in_province: bool) -> Option<Place> {
        let insurer = self.area.get().insurer;
        let area = if in_province {
            AreaId::all().find(|other| *other != self.area && other.get().insurer == insurer)
        } else {
            AreaId::all().find(|other| {
                [110_000, 110_100, 310_000, 310_100].contains(&other.get().code)
                    && other.get().insurer != insurer
            })
        };
        area.map(Place::Area)
    }

    /// Writes the form into the folder: checked, whole or not at all.
    ///
    /// # Errors
    /// Where something is wrong; the folder is as it was then.
    pub fn save(&self, text: &Text, form: &Form) -> Result<Installed, EditError> {
        let area = form.finish(self.today).map_err(|_| InstallError::Wrong(self.path.clone(), Vec::new()))?;
        let content = own_file(vec![area], self.today).text(&self.embedded, &FileRemarks(text))?;
        Ok(put(&self.path, content, self.today, true)?)
    }
}

/// A file of these areas, called after who publishes the first.
fn own_file(areas: Vec<OwnArea>, date: Date) -> OwnFile {
    let name = areas.first().map(|area| area.source.publisher.clone()).unwrap_or_default();
    OwnFile { name, date, areas }
}
