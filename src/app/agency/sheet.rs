//! The form of areas as rows of a table, out and in: one area below the other,
//! each begun by the row that names it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::prefilled::prefilled;
use crate::words::{Lang, Text};
use yidi_core::places::{AreaId, Place, resolve};
use yidi_core::policy::audit::{Finding, Severity};
use yidi_core::policy::own::OwnFile;
use yidi_core::policy::{Book, FileError};
use yidi_core::rules::{Form, FormError, FormProblem, Heading, Slot, check};

use crate::words::FileRemarks;

/// A sheet of a workbook, or a whole table: its rows with their cells, both
/// counted from 0, empty ones left out.
#[derive(Clone, Debug, Default)]
pub struct FormSheet {
    /// What it is called; nothing for a table that is no workbook.
    pub name: Option<String>,
    /// The rows.
    pub rows: Vec<(u32, Vec<(u32, String)>)>,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The sheet's name, where it has one.
    pub sheet: Option<String>,
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
}

impl std::fmt::Display for CellPlace {
    /// `营口!B12`, as spreadsheets write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}!")?;
        }
        let mut letters = String::new();
        let mut column = self.column + 1;
        while column > 0 {
            let letter = u8::try_from((column - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + letter));
            column = (column - 1) / 26;
        }
        write!(f, "{letters}{}", self.row + 1)
    }
}

/// What is wrong with a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFlaw {
    /// A row that names nothing the form asks.
    UnknownLabel(String),
    /// A place that is no pooling area.
    UnknownArea(String),
    /// Rows before any area is named.
    NoArea,
    /// An area that is named twice.
    AreaTwice(String),
    /// The same row twice.
    RowTwice(String),
    /// What stands at a place of the form.
    Form(FormError),
    /// What the check of the data says, and of which place of the form.
    Check(Option<Slot>, Finding),
    /// Nothing is filled in.
    Nothing,
}

/// A mistake and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetMistake {
    /// Where; nothing where it is of the whole.
    pub at: Option<CellPlace>,
    /// What.
    pub flaw: SheetFlaw,
}

impl SheetMistake {
    /// It in words with its place: the cell, else the file.
    pub fn told(&self, text: &Text, file: &str) -> String {
        let what = match &self.flaw {
            SheetFlaw::UnknownLabel(label) if label.is_empty() => text.sheet_no_label(),
            SheetFlaw::UnknownLabel(label) => text.sheet_unknown_label(label),
            SheetFlaw::UnknownArea(typed) => text.sheet_unknown_area(typed),
            SheetFlaw::NoArea => text.sheet_no_area(),
            SheetFlaw::AreaTwice(typed) => text.sheet_area_twice(typed),
            SheetFlaw::RowTwice(label) => text.sheet_row_twice(label),
            SheetFlaw::Form(error) => text.form_problem(&error.problem),
            SheetFlaw::Check(_, finding) => {
                text.form_finding(text.severity(finding.fault.severity()), text.fault(&finding.fault))
            }
            SheetFlaw::Nothing => text.sheet_nothing(),
        };
        let at = self.at.as_ref().map_or_else(|| file.to_owned(), CellPlace::to_string);
        // The form on the screen names the same place by the same words.
        let at = self.slot().map_or(at.clone(), |slot| text.sheet_place(at, text.slot(slot)));
        text.sheet_mistake(at, what)
    }

    /// The place of the form that it is about.
    fn slot(&self) -> Option<Slot> {
        match &self.flaw {
            SheetFlaw::Form(error) => Some(error.slot),
            SheetFlaw::Check(slot, _) => *slot,
            _ => None,
        }
    }

    /// Whether the table cannot be taken.
    pub fn is_error(&self) -> bool {
        match &self.flaw {
            SheetFlaw::Check(_, finding) => finding.fault.severity() == Severity::Error,
            _ => true,
        }
    }
}

/// What a table of forms became.
#[derive(Debug)]
pub struct ImportedForms {
    /// The overlay file, where nothing is wrong.
    pub file: Option<(OwnFile, String)>,
    /// What is wrong or probably a slip, in the order of the rows.
    pub mistakes: Vec<SheetMistake>,
}

/// The rows of an area's form: what is asked, what is filled in, what holds
/// today, from where, and how to fill it in.
///
/// # Errors
/// Where the data cannot be read.
pub fn form_rows(text: &Text, book: &Book, area: AreaId, today: Date) -> Result<Vec<Vec<String>>, FileError> {
    let form = prefilled(text, book, area, None)?;
    let place = format!("{} {}", area.get().code, text.place(Place::Area(area)));
    let mut rows = vec![
        vec![text.sheet_label(), text.sheet_fill(), text.sheet_now(), text.sheet_from(), text.sheet_how()],
        vec![text.sheet_area(), place, String::new(), String::new(), text.sheet_hint_area()],
    ];
    for slot in Slot::all() {
        let (mut now, mut from) = (String::new(), String::new());
        if let Slot::Rule(rule) = slot {
            let found = rule.in_force(book, area, today);
            (now, from) =
                text.rule_in_force(found.figures()).unwrap_or_else(|| (text.sheet_unknown(), String::new()));
        }
        rows.push(vec![text.slot(slot), form.typed(slot).to_owned(), now, from, text.slot_hint(slot)]);
    }
    Ok(rows)
}

/// A form that is being read, and where each thing stands.
struct ReadForm {
    form: Form,
    at: CellPlace,
    places: BTreeMap<Slot, CellPlace>,
}

impl ReadForm {
    /// Where a problem stands: the cell of its row; where there is no such row, what
    /// asks for it, at last the area.
    fn place_of(&self, error: FormError) -> CellPlace {
        let asks = match error.problem {
            FormProblem::CheckedByNobody => Slot::Heading(Heading::VerifiedOn),
            _ => error.slot,
        };
        let there = self.places.get(&error.slot).or_else(|| self.places.get(&asks));
        there.unwrap_or(&self.at).clone()
    }
}

/// Reads forms from sheets.
///
/// # Errors
/// Where the data cannot be read.
pub fn import(
    text: &Text,
    base: &Book,
    name: &str,
    sheets: &[FormSheet],
    today: Date,
) -> Result<ImportedForms, FileError> {
    let languages = Lang::ALL.map(Text::new);
    let mut mistakes = Vec::new();
    let mut forms: Vec<ReadForm> = Vec::new();
    for sheet in sheets {
        read_sheet(&languages, sheet, &mut forms, &mut mistakes);
    }
    let mut areas = Vec::new();
    let mut kept = Vec::new();
    for read in forms {
        // A province's workbook is filled in area by area.
        if read.form.is_empty() {
            continue;
        }
        match read.form.finish(today) {
            Ok(area) => {
                areas.push(area);
                kept.push(read);
            }
            Err(errors) => {
                mistakes.extend(errors.into_iter().map(|error| SheetMistake {
                    at: Some(read.place_of(error)),
                    flaw: SheetFlaw::Form(error),
                }));
            }
        }
    }
    if areas.is_empty() && mistakes.is_empty() {
        mistakes.push(SheetMistake { at: None, flaw: SheetFlaw::Nothing });
    }
    if !mistakes.is_empty() {
        mistakes.sort_by(|one, other| one.at.cmp(&other.at));
        return Ok(ImportedForms { file: None, mistakes });
    }
    let publisher = areas[0].source.publisher.clone();
    let is_one = areas.iter().all(|area| area.source.publisher == publisher);
    let whose = if is_one { publisher } else { text.and_others(publisher) };
    let file = OwnFile { name: whose, date: today, areas };
    let checked = check(base, name, &file, &FileRemarks(text), today)?;
    for found in checked.findings {
        let at = found.at.and_then(|(area, slot)| kept[area].places.get(&slot).cloned());
        let slot = found.at.map(|(_, slot)| slot);
        mistakes.push(SheetMistake { at, flaw: SheetFlaw::Check(slot, found.finding) });
    }
    let file = checked.book.map(|_| (file, checked.text));
    Ok(ImportedForms { file, mistakes })
}

fn read_sheet(
    languages: &[Text],
    sheet: &FormSheet,
    forms: &mut Vec<ReadForm>,
    mistakes: &mut Vec<SheetMistake>,
) {
    let (mut label, mut fill) = (0, 1);
    // The area whose rows these are; where it is not known, that is told once.
    let mut current: Option<usize> = None;
    let mut is_told = false;
    for (row, cells) in &sheet.rows {
        let cell =
            |column: u32| cells.iter().find(|(at, _)| *at == column).map_or("", |(_, text)| text.trim());
        let at = |column| Some(CellPlace { sheet: sheet.name.clone(), row: *row, column });
        let is =
            |said: &str, wanted: fn(&Text) -> String| languages.iter().any(|text| same(said, &wanted(text)));
        if let Some((column, _)) = cells.iter().find(|(_, said)| is(said, |text| text.sheet_label())) {
            label = *column;
            let filled = cells.iter().find(|(_, said)| is(said, |text| text.sheet_fill()));
            fill = filled.map_or(label + 1, |(column, _)| *column);
            continue;
        }
        let (asked, typed) = (cell(label), cell(fill));
        if is(asked, |text| text.sheet_area()) {
            (current, is_told) = (None, true);
            let flaw = match area_of(typed) {
                None => SheetFlaw::UnknownArea(typed.to_owned()),
                Some(area) if forms.iter().any(|read| read.form.area == area) => {
                    SheetFlaw::AreaTwice(typed.to_owned())
                }
                Some(area) => {
                    let place = CellPlace { sheet: sheet.name.clone(), row: *row, column: fill };
                    forms.push(ReadForm { form: Form::new(area), at: place, places: BTreeMap::new() });
                    current = Some(forms.len() - 1);
                    continue;
                }
            };
            mistakes.push(SheetMistake { at: at(fill), flaw });
            continue;
        }
        let slot = languages.iter().find_map(|text| text.slot_named(asked));
        let read = current.and_then(|current| forms.get_mut(current));
        let flaw = match (slot, read) {
            (Some(slot), Some(read)) => {
                if typed.is_empty() || read.form.typed(slot).is_empty() {
                    read.places.extend(at(fill).map(|place| (slot, place)));
                    if !typed.is_empty() {
                        read.form.write(slot, typed);
                    }
                    continue;
                }
                SheetFlaw::RowTwice(asked.to_owned())
            }
            // Remarks without anything filled in beside them are let be.
            _ if typed.is_empty() => continue,
            (None, _) => SheetFlaw::UnknownLabel(asked.to_owned()),
            (Some(_), None) if is_told => continue,
            (Some(_), None) => {
                is_told = true;
                SheetFlaw::NoArea
            }
        };
        mistakes.push(SheetMistake { at: at(label), flaw });
    }
}

/// Whether two labels are the same however they are spaced.
fn same(one: &str, other: &str) -> bool {
    let bare = |text: &str| -> String { text.nfkc().filter(|c| !c.is_whitespace()).collect() };
    bare(one) == bare(other)
}

/// The area of `210800 营口市`, of its code or of its name alone.
fn area_of(typed: &str) -> Option<AreaId> {
    let code = typed.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let by_code = code.parse().ok().and_then(AreaId::by_code);
    by_code.or_else(|| match resolve(typed).ok()? {
        Place::Area(area) => Some(area),
        Place::Province(_) => None,
    })
}
