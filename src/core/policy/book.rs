//! The book: all policy data, by holder. A province is read when it is first
//! asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::bilingual::Words;
use super::figure::{Figure, Holder};
use super::file::{self, FileError, NationForm, ProvinceForm};
use super::lines;
use super::misread::Misread;
use super::statement::{Alliance, InProvinceFiling, Service, Source, Sourced};
use crate::places::{AreaId, ProvinceId};

include!(concat!(env!("OUT_DIR"), "/province_files.rs"));

const NATION_FILE: (&str, &str) =
    ("data/nation.ron", include_str!(concat!(env!("YIDI_CORE_DATA"), "/nation.ron")));

/// What the nation's file says.
#[derive(Clone, Debug)]
pub struct Nation {
    /// The day up to which the data as a whole was gathered.
    pub gathered: Date,
    /// After so many days without a check a source is called stale.
    pub stale_after_days: u16,
    /// The national filing service, where its address is known.
    pub service: Option<Service>,
    /// Provinces between which every trip counts as filed.
    pub alliances: Vec<Alliance>,
    /// Sources that any file may name.
    pub sources: BTreeMap<String, Source>,
    /// Figures used where nothing closer is known.
    pub figures: Vec<Arc<Figure>>,
}

/// What a province's file says.
#[derive(Clone, Debug, Default)]
pub struct ProvinceData {
    /// The province's own app or entry for filing.
    pub entries: Option<Sourced<Vec<Words>>>,
    /// Whether a trip inside the province must be filed.
    pub in_province_filing: Option<Sourced<InProvinceFiling>>,
    /// Sources the file names.
    pub sources: BTreeMap<String, Source>,
    /// Figures that hold in the whole province.
    pub figures: Vec<Arc<Figure>>,
    /// Figures of its pooling areas, by division code.
    pub areas: BTreeMap<u32, Vec<Arc<Figure>>>,
}

/// All policy data.
#[derive(Clone, Debug)]
pub struct Book {
    nation_file: String,
    nation_text: Cow<'static, str>,
    nation: Nation,
    provinces: BTreeMap<u32, Lazy>,
}

/// A text, in full or as it is carried.
#[derive(Clone, Debug)]
enum CarriedText {
    Text(String),
    Packed(&'static [u8]),
}

impl CarriedText {
    /// The text, unpacked each time: it is read once, and is larger than what it says.
    /// Nothing where what is carried is damaged, which reading then tells.
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Packed(bytes) => {
                let text = miniz_oxide::inflate::decompress_to_vec_zlib(bytes).ok();
                Cow::Owned(text.and_then(|text| String::from_utf8(text).ok()).unwrap_or_default())
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Lazy {
    file: String,
    text: CarriedText,
    read: OnceLock<Result<ProvinceData, FileError>>,
}

fn fault(file: &str, fault: Misread) -> FileError {
    FileError { file: file.to_owned(), line: 1, column: 1, fault }
}

fn read_nation(name: &str, text: &str) -> Result<Nation, FileError> {
    let form: NationForm = file::read(name, text)?;
    let figures = file::figures(name, &lines::of_figures(text), Holder::Nation, form.figures)?;
    Ok(Nation {
        gathered: form.gathered,
        stale_after_days: form.stale_after_days,
        service: form.service,
        alliances: form.alliances,
        sources: form.sources,
        figures,
    })
}

fn read_province(code: u32, name: &str, text: &str) -> Result<ProvinceData, FileError> {
    let form: ProvinceForm = file::read(name, text)?;
    let error = |misread| fault(name, misread);
    if form.code != code.to_string() {
        return Err(error(Misread::CodeNotOfFile { found: form.code, expected: code.to_string() }));
    }
    let lines = lines::of_figures(text);
    let figures = file::figures(name, &lines, Holder::Province(code), form.figures)?;
    let mut areas = BTreeMap::new();
    for (area, groups) in form.areas {
        let known = area
            .parse()
            .ok()
            .and_then(AreaId::by_code)
            .filter(|id| id.get().insurer.get().code == code)
            .ok_or_else(|| FileError {
                line: lines::of_key(text, &area),
                ..error(Misread::UnknownPlace(area.clone()))
            })?;
        let code = known.get().code;
        areas.insert(code, file::figures(name, &lines, Holder::Area(code), groups)?);
    }
    Ok(ProvinceData {
        entries: form.entries,
        in_province_filing: form.in_province_filing,
        sources: form.sources,
        figures,
        areas,
    })
}

impl Book {
    /// The data that the program carries.
    ///
    /// # Errors
    /// Where the nation's file cannot be read; a province is read later.
    pub fn embedded() -> Result<Self, FileError> {
        let provinces = PROVINCE_FILES
            .iter()
            .map(|(code, file, text)| (*code, (*file).to_owned(), CarriedText::Packed(text)));
        Self::new(NATION_FILE.0, Cow::Borrowed(NATION_FILE.1), provinces)
    }

    /// A book of other texts: the nation's file and province files as
    /// `(province code, file name, text)`.
    ///
    /// # Errors
    /// Where the nation's file cannot be read; a province is read later.
    pub fn from_texts(
        nation: (&str, &str),
        provinces: impl IntoIterator<Item = (u32, String, String)>,
    ) -> Result<Self, FileError> {
        let provinces = provinces.into_iter().map(|(code, file, text)| (code, file, CarriedText::Text(text)));
        Self::new(nation.0, Cow::Owned(nation.1.to_owned()), provinces)
    }

    fn new(
        file: &str,
        text: Cow<'static, str>,
        provinces: impl Iterator<Item = (u32, String, CarriedText)>,
    ) -> Result<Self, FileError> {
        let nation = read_nation(file, &text)?;
        let provinces =
            provinces.map(|(code, file, text)| (code, Lazy { file, text, read: OnceLock::new() })).collect();
        Ok(Self { nation_file: file.to_owned(), nation_text: text, nation, provinces })
    }

    /// Name of the file the nation's part was read from.
    pub fn nation_file(&self) -> &str {
        &self.nation_file
    }

    /// The line of a source in the file that describes it, from 1: a province's
    /// or the nation's.
    pub fn source_line(&self, province: Option<ProvinceId>, name: &str) -> usize {
        let text = match province {
            None => Cow::Borrowed(self.nation_text.as_ref()),
            Some(id) => self.provinces.get(&id.get().code).map(|lazy| lazy.text.text()).unwrap_or_default(),
        };
        lines::of_key(&text, name)
    }

    /// How many files the book is made of.
    pub fn file_count(&self) -> usize {
        1 + self.provinces.len()
    }

    /// Name of the file a province's part is read from, where it has one.
    pub fn province_file(&self, id: ProvinceId) -> Option<&str> {
        self.provinces.get(&id.get().code).map(|lazy| lazy.file.as_str())
    }

    /// Puts other data in the place of what was read.
    pub(super) fn replace(
        &mut self,
        nation: Option<Nation>,
        provinces: std::collections::BTreeMap<ProvinceId, ProvinceData>,
    ) {
        if let Some(nation) = nation {
            self.nation = nation;
        }
        for (id, data) in provinces {
            let nothing = || Lazy {
                file: String::new(),
                text: CarriedText::Text(String::new()),
                read: OnceLock::new(),
            };
            let lazy = self.provinces.entry(id.get().code).or_insert_with(nothing);
            lazy.read = OnceLock::from(Ok(data));
        }
    }

    /// The nation's part.
    pub fn nation(&self) -> &Nation {
        &self.nation
    }

    /// A province's part; a province without a file has nothing to say.
    ///
    /// # Errors
    /// Where its file cannot be read.
    pub fn province(&self, id: ProvinceId) -> Result<&ProvinceData, FileError> {
        static NOTHING: OnceLock<ProvinceData> = OnceLock::new();
        let code = id.get().code;
        let Some(lazy) = self.provinces.get(&code) else {
            return Ok(NOTHING.get_or_init(ProvinceData::default));
        };
        lazy.read
            .get_or_init(|| read_province(code, &lazy.file, &lazy.text.text()))
            .as_ref()
            .map_err(Clone::clone)
    }

    /// The figures that may hold for people insured in an area, nearest level first.
    ///
    /// # Errors
    /// Where the province's file cannot be read.
    pub fn levels(&self, area: AreaId) -> Result<[&[Arc<Figure>]; 3], FileError> {
        let province = self.province(area.get().insurer)?;
        let own = province.areas.get(&area.get().code).map_or(&[][..], Vec::as_slice);
        Ok([own, &province.figures, &self.nation.figures])
    }

    /// The source of that name, in the province's file or the nation's.
    ///
    /// # Errors
    /// Where the province's file cannot be read.
    pub fn source(&self, insurer: ProvinceId, name: &str) -> Result<Option<&Source>, FileError> {
        let province = self.province(insurer)?;
        Ok(province.sources.get(name).or_else(|| self.nation.sources.get(name)))
    }

    /// The alliance both provinces belong to, where there is one.
    pub fn alliance(&self, one: ProvinceId, other: ProvinceId) -> Option<&Alliance> {
        let has = |alliance: &Alliance, id: ProvinceId| {
            alliance.provinces.iter().any(|code| *code == id.get().code.to_string())
        };
        self.nation.alliances.iter().find(|alliance| has(alliance, one) && has(alliance, other))
    }
}
