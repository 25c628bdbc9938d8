//! The check of policy data: what a keeper of figures must put right, each with
//! file and line. Says what is wrong; the way out is in the message files.

mod pairs;
mod reach;
mod remark;
mod single;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::places::ProvinceId;
use crate::policy::bilingual::{Words, WordsError};
use crate::policy::book::{Book, Nation};
use crate::policy::figure::{Figure, Item};
use crate::policy::file::FileError;
use crate::policy::misread::Misread;
use crate::policy::statement::Source;
use pairs::Group;

/// So many figures of one item a holder may have: a hundred times what any area
/// has, and little enough that every two of them can be held side by side.
pub const MOST_OF_AN_ITEM: usize = 400;

/// Stands for the line of a figure that is in another file than the one in hand.
pub const ELSEWHERE: usize = 0;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used as it is.
    Error,
    /// Probably a slip.
    Warning,
}

/// Whether no situation at all makes the look-up choose the first of these
/// figures of one holder and item, seen on the day the data was gathered.
pub(in crate::policy) fn is_hidden(figures: &[Arc<Figure>], gathered: Date) -> bool {
    let group = Group::of(figures.iter().collect());
    reach::unreachable(&group, gathered).first().copied().unwrap_or_default()
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The file cannot be read, or a word or number in it is none of the allowed.
    Unreadable(Misread),
    /// A source is named that no file describes.
    UnknownSource(String),
    /// A source is described that no figure or statement of its file names.
    UnusedSource(String),
    /// Nobody has checked for long that the source still holds.
    StaleSource(String),
    /// The source is said to be checked on a day that is still to come.
    CheckedInTheFuture(String),
    /// The source is younger than its check.
    CheckedBeforeWritten(String),
    /// The source's date is neither a year, a month nor a day.
    SourceDate(String),
    /// An alliance names a province that does not exist.
    AllianceProvince(String),
    /// Another figure is about the same thing at the same time.
    Same {
        /// The other figure's line, [`ELSEWHERE`] in another file.
        other: usize,
    },
    /// Another figure holds in part of the same situations, neither is
    /// narrower, and none covers both.
    Clash {
        /// The other figure's id.
        with: String,
        /// The other figure's line, [`ELSEWHERE`] in another file.
        other: usize,
    },
    /// More figures of one item and holder than [`MOST_OF_AN_ITEM`].
    TooMany,
    /// No look-up can ever choose the figure.
    Unreachable,
    /// A status is named that the scheme does not have.
    StatusNotOfScheme,
    /// A chronic kind is named for another kind of care.
    KindWithoutChronicCare,
    /// An away rule for care at home.
    AwayAtHome,
    /// An away rule with a fine selector: two kinds of rule make no range.
    FineAway,
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// A rate by slices without a slice.
    NoBands,
    /// The ends of the slices do not rise.
    BandsDoNotRise,
    /// A slice without end is followed by another.
    EndlessBandInTheMiddle,
    /// The last slice ends: nothing is paid beyond.
    LastBandEnds,
    /// A later admission has a higher deductible than an earlier one.
    LaterAdmissionDearer,
    /// A lower tier has a higher deductible or a lower rate than a higher one.
    TierOrder {
        /// The other figure's line, [`ELSEWHERE`] in another file.
        other: usize,
    },
    /// The retired have a higher deductible or a lower rate than people in work.
    RetiredWorse {
        /// The other figure's line, [`ELSEWHERE`] in another file.
        other: usize,
    },
    /// An away rule cuts more than the national ceilings allow.
    AboveCeiling,
    /// The number is far from what anybody has: probably written in another unit.
    Unusual(Unusual),
    /// Another overlay file has a figure of the same item for the same situations.
    AlsoIn {
        /// The other file.
        file: String,
        /// Both begin on the same day: what is laid later takes the other's place.
        /// Otherwise the one that begins later holds from then on.
        replaces: bool,
    },
    /// The remark of an exact number gives another number of another source.
    RemarkNamesAnother(String),
    /// A text is not as it should be.
    Text(WordsError),
}

impl Flaw {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::AboveCeiling
            | Self::AlsoIn { .. }
            | Self::Unusual(_)
            | Self::RemarkNamesAnother(_)
            | Self::Text(WordsError::NoEnglish)
            | Self::UnusedSource(_)
            | Self::StaleSource(_)
            | Self::CheckedBeforeWritten(_)
            | Self::LastBandEnds
            | Self::LaterAdmissionDearer
            | Self::TierOrder { .. }
            | Self::RetiredWorse { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A number far from what anybody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusual {
    /// A rate below 10 %.
    LowRate,
    /// A deductible above 20 000 yuan.
    HighDeductible,
    /// A cap below 10 000 yuan.
    LowCap,
}

/// A fault and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Id of the figure, or nothing where the fault is the file's.
    pub figure: Option<String>,
    /// What is wrong.
    pub fault: Flaw,
}

/// An overlay file that was left aside whole, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// It cannot be read.
    Unread {
        /// The file's name.
        file: String,
        /// What the system says.
        why: String,
    },
    /// Everything that is wrong with it, at least one thing.
    Wrong(Vec<Finding>),
}

/// Checks all data of a book on a day, file by file in the order of codes, the
/// nation first.
pub fn check(book: &Book, today: Date) -> Vec<Finding> {
    let nation = book.nation();
    let day = CheckDays::new(nation, today);
    let mut report = Report::new(book.nation_file());
    report.sources(&nation.sources, &day, &|name| book.source_line(None, name));
    for alliance in &nation.alliances {
        for code in &alliance.provinces {
            if code.parse().ok().and_then(ProvinceId::by_code).is_none() {
                report.add(1, None, Flaw::AllianceProvince(code.clone()));
            }
        }
        report.named(&alliance.sources, &|name| nation.sources.contains_key(name));
        report.texts([&alliance.name]);
    }
    if let Some(service) = &nation.service {
        report.named(&service.sources, &|name| nation.sources.contains_key(name));
        report.texts([&service.name]);
    }
    report.figures(&nation.figures, &|name| nation.sources.contains_key(name), &day);
    for id in ProvinceId::all() {
        let Some(file) = book.province_file(id) else { continue };
        file.clone_into(&mut report.file);
        let data = match book.province(id) {
            Ok(data) => data,
            Err(FileError { line, fault, .. }) => {
                report.add(line, None, Flaw::Unreadable(fault));
                continue;
            }
        };
        let known = |name: &str| data.sources.contains_key(name) || nation.sources.contains_key(name);
        let line = |name: &str| book.source_line(Some(id), name);
        report.sources(&data.sources, &day, &line);
        let stated: Vec<&String> = [
            data.entries.as_ref().map(|entries| &entries.sources),
            data.in_province_filing.as_ref().map(|filing| &filing.sources),
        ]
        .into_iter()
        .flatten()
        .flatten()
        .collect();
        report.named(&stated, &known);
        report.texts(data.entries.iter().flat_map(|entries| &entries.says));
        let holders = || std::iter::once(&data.figures).chain(data.areas.values());
        for figures in holders() {
            report.figures(figures, &known, &day);
        }
        let named = holders().flatten().flat_map(|figure| &figure.sources);
        let used: BTreeSet<&String> = stated.into_iter().chain(named).collect();
        for name in data.sources.keys().filter(|name| !used.contains(name)) {
            report.add(line(name), None, Flaw::UnusedSource(name.clone()));
        }
    }
    report.into_findings()
}

/// The days a check measures by.
pub(super) struct CheckDays {
    today: Date,
    gathered: Date,
    stale_after_days: u16,
}

impl CheckDays {
    pub(super) const fn new(nation: &Nation, today: Date) -> Self {
        Self { today, gathered: nation.gathered, stale_after_days: nation.stale_after_days }
    }
}

/// Findings of the file in hand.
pub(super) struct Report {
    file: String,
    findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), findings: Vec::new() }
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    fn add(&mut self, line: usize, figure: Option<&Figure>, fault: Flaw) {
        let figure = figure.map(Figure::id);
        self.findings.push(Finding { file: self.file.clone(), line, figure, fault });
    }

    pub(super) fn sources(
        &mut self,
        sources: &BTreeMap<String, Source>,
        day: &CheckDays,
        line: &dyn Fn(&str) -> usize,
    ) {
        for (name, source) in sources {
            for fault in single::source_faults(name, source, day.stale_after_days, day.today) {
                self.add(line(name), None, fault);
            }
        }
    }

    /// Sources that statements of the file name.
    fn named<S: AsRef<str>>(&mut self, names: &[S], known: &dyn Fn(&str) -> bool) {
        for name in names.iter().map(AsRef::as_ref).filter(|name| !known(name)) {
            self.add(1, None, Flaw::UnknownSource(name.to_owned()));
        }
    }

    /// The name of a file.
    pub(super) fn words(&mut self, words: Option<&Words>) {
        self.texts(words);
    }

    /// Texts of statements of the file.
    fn texts<'w>(&mut self, texts: impl IntoIterator<Item = &'w Words>) {
        for fault in texts.into_iter().filter_map(single::words) {
            self.add(1, None, fault);
        }
    }

    /// The figures of one holder.
    pub(super) fn figures(&mut self, figures: &[Arc<Figure>], known: &dyn Fn(&str) -> bool, day: &CheckDays) {
        let mut beside: Vec<Vec<Flaw>> = vec![Vec::new(); figures.len()];
        let mut places: BTreeMap<Item, Vec<usize>> = BTreeMap::new();
        for (place, figure) in figures.iter().enumerate() {
            places.entry(figure.item).or_default().push(place);
        }
        for places in places.into_values() {
            if let Some(first) = places.get(MOST_OF_AN_ITEM) {
                beside[*first].push(Flaw::TooMany);
                continue;
            }
            let group = Group::of(places.iter().map(|place| &figures[*place]).collect());
            let unreachable = reach::unreachable(&group, day.gathered);
            for ((place, faults), unreachable) in places.into_iter().zip(group.faults()).zip(unreachable) {
                beside[place].extend(faults);
                beside[place].extend(unreachable.then_some(Flaw::Unreachable));
            }
        }
        for (figure, beside) in figures.iter().zip(beside) {
            let line = figure.line;
            for name in figure.sources.iter().filter(|name| !known(name)) {
                self.add(line, Some(figure), Flaw::UnknownSource(name.clone()));
            }
            for fault in single::faults(figure).into_iter().chain(beside) {
                self.add(line, Some(figure), fault);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_data_is_clean() {
        let book = Book::embedded().unwrap();
        assert_eq!(check(&book, book.nation().gathered), []);
    }

    /// An official text is what the area pays by; it must be said that it is so.
    #[test]
    fn only_an_official_figure_with_a_remark_may_go_past_the_ceilings() {
        let found = |grade: &str, more: &str| {
            let nation = "(gathered: \"2026\", stale_after_days: 400, alliances: [], \
                          sources: {\"S\": (title: \"t\", publisher: \"p\", checked: \"2026\")}, figures: [])";
            let province = format!(
                "(code: \"210000\", figures: [(sources: [\"S\"], grade: {grade}, figures: [\
                 (routes: [Referral], is: Away(Cut(20)){more})])])"
            );
            let provinces = [(210_000, "210000.ron".to_owned(), province)];
            let book = Book::from_texts(("nation.ron", nation), provinces).unwrap();
            let found = check(&book, book.nation().gathered);
            found.iter().any(|finding| finding.fault == Flaw::AboveCeiling)
        };
        let remark = ", remark: (zh: \"规定如此\", en: \"so it says\")";
        assert!(!found("Official", remark));
        assert!(found("Official", ""));
        assert!(found("Corroborated", remark));
    }
}
