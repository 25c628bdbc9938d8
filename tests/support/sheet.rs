//! Policy data as tests make it up: entries that can be written as data files,
//! shuffled, made exact or changed, and read back by the program.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use enumset::{EnumSet, EnumSetType};
use yidi_core::places::ProvinceId;
use yidi_core::policy::{Band, Book, CatastrophicBase, Item, Period, Selectors, Status};

/// The province all made-up data is of, and two of its areas. The second has no
/// figures of its own.
pub(crate) const PROVINCE: u32 = 210_000;
pub(crate) const AREA: u32 = 210_300;
pub(crate) const OTHER_AREA: u32 = 210_100;

/// Whose an entry is, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Area(u32),
    Province,
    Nation,
}

/// From here to there, in hundredths of a yuan or of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) low: u32,
    pub(crate) high: u32,
}

impl Range {
    pub(crate) const fn exact(hundredths: u32) -> Self {
        Self { low: hundredths, high: hundredths }
    }

    pub(crate) const fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Both ends changed.
    pub(crate) fn map(self, change: impl Fn(u32) -> u32) -> Self {
        Self { low: change(self.low), high: change(self.high) }
    }
}

struct Hundredths(u32);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            part => write!(f, "{}.{part:02}", self.0 / 100),
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = (Hundredths(self.low), Hundredths(self.high));
        if self.is_exact() { write!(f, "{low}") } else { write!(f, "({low}, {high})") }
    }
}

/// The kinds of away rule a file may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Away {
    Same,
    Cut(Range),
    Times(Range),
    FirstSelfPay(Range),
    FirstSelfPayThenCut(Range, Range),
    NotCovered,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    Deductible {
        first: Range,
        then: Vec<Range>,
        per: Period,
    },
    /// Rates of the pooled fund, the supplement or the catastrophic insurance:
    /// the end of each slice in yuan, and what is paid of it.
    Rates {
        item: Item,
        bands: Vec<(Option<u32>, Range)>,
        per: Period,
    },
    /// An amount, or a share without slices.
    Plain(Item, Range),
    Away(Away),
    Counts(CatastrophicBase),
    No(Item),
}

impl Stated {
    pub(crate) const fn item(&self) -> Item {
        match self {
            Self::Deductible { .. } => Item::Deductible,
            Self::Rates { item, .. } | Self::Plain(item, _) | Self::No(item) => *item,
            Self::Away(_) => Item::Away,
            Self::Counts(_) => Item::CatastrophicBase,
        }
    }

    /// Every range in it, to be changed.
    pub(crate) fn ranges(&mut self) -> Vec<&mut Range> {
        match self {
            Self::Deductible { first, then, .. } => std::iter::once(first).chain(then).collect(),
            Self::Rates { bands, .. } => bands.iter_mut().map(|(_, pays)| pays).collect(),
            Self::Plain(_, range) => vec![range],
            Self::Away(Away::Cut(one) | Away::Times(one) | Away::FirstSelfPay(one)) => vec![one],
            Self::Away(Away::FirstSelfPayThenCut(one, other)) => vec![one, other],
            Self::Away(Away::Same | Away::NotCovered) | Self::Counts(_) | Self::No(_) => Vec::new(),
        }
    }
}

/// The word a file uses for an item: for slices, then for one number.
const fn words(item: Item) -> (&'static str, &'static str) {
    match item {
        Item::Rate => ("Bands", "Rate"),
        Item::SupplementRate => ("SupplementBands", "Supplement"),
        Item::CatastrophicRate => ("CatastrophicBands", "Catastrophic"),
        Item::DeductiblesCeiling => ("", "DeductiblesCeiling"),
        Item::Cap => ("", "Cap"),
        Item::SupplementCap => ("", "SupplementCap"),
        Item::CatastrophicDeductible => ("", "CatastrophicDeductible"),
        Item::CatastrophicCap => ("", "CatastrophicCap"),
        Item::AidDeductible => ("", "AidDeductible"),
        Item::AidRate => ("", "Aid"),
        Item::AidCap => ("", "AidCap"),
        Item::UncoveredShare => ("", "UncoveredShare"),
        Item::Deductible | Item::Away | Item::CatastrophicBase => ("", ""),
    }
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deductible { first, then, per } => {
                write!(f, "is: Deductible({first}), per: {per:?}")?;
                let then: Vec<String> = then.iter().map(Range::to_string).collect();
                if then.is_empty() { Ok(()) } else { write!(f, ", then: [{}]", then.join(", ")) }
            }
            Self::Rates { item, bands, per } => {
                let (slices, plain) = words(*item);
                if let [(None, pays)] = bands.as_slice() {
                    return write!(f, "is: {plain}({pays})");
                }
                write!(f, "is: {slices}([")?;
                for (to, pays) in bands {
                    match to {
                        Some(to) => write!(f, "(to: {to}, pays: {pays}), ")?,
                        None => write!(f, "(pays: {pays}), ")?,
                    }
                }
                write!(f, "])")?;
                if *item == Item::Rate { write!(f, ", per: {per:?}") } else { Ok(()) }
            }
            Self::Plain(item, range) => write!(f, "is: {}({range})", words(*item).1),
            Self::Away(rule) => match rule {
                Away::Same => f.write_str("is: Away(Same)"),
                Away::Cut(points) => write!(f, "is: Away(Cut({points}))"),
                Away::Times(share) => write!(f, "is: Away(Times({share}))"),
                Away::FirstSelfPay(share) => write!(f, "is: Away(FirstSelfPay({share}))"),
                Away::FirstSelfPayThenCut(share, points) => {
                    write!(f, "is: Away(FirstSelfPayThenCut({share}, {points}))")
                }
                Away::NotCovered => f.write_str("is: Away(NotCovered)"),
            },
            Self::Counts(CatastrophicBase { deductible, first_self_pay }) => {
                write!(
                    f,
                    "is: CatastrophicCounts(deductible: {deductible}, first_self_pay: {first_self_pay})"
                )
            }
            Self::No(item) => write!(f, "is: No({item:?})"),
        }
    }
}

/// One figure to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) level: Level,
    pub(crate) selectors: Selectors,
    /// First and last day, as a file writes them.
    pub(crate) from: Option<&'static str>,
    pub(crate) until: Option<&'static str>,
    pub(crate) says: Stated,
}

fn set<T: EnumSetType + fmt::Debug>(f: &mut fmt::Formatter<'_>, name: &str, set: EnumSet<T>) -> fmt::Result {
    let names: Vec<String> = set.iter().map(|one| format!("{one:?}")).collect();
    if names.is_empty() { Ok(()) } else { write!(f, "{name}: [{}], ", names.join(", ")) }
}

fn band(f: &mut fmt::Formatter<'_>, name: &str, band: Option<Band>) -> fmt::Result {
    let Some(Band { from, to }) = band else { return Ok(()) };
    let ends = [("from", from), ("to", to)];
    let ends = ends.iter().filter_map(|(name, end)| end.map(|end| format!("{name}: {end}")));
    write!(f, "{name}: ({}), ", ends.collect::<Vec<_>>().join(", "))
}

/// A figure as a file writes it, without what a group says for it.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = &self.selectors;
        f.write_str("(")?;
        // A file that names adults means seniors too.
        let adults = s.statuses.contains(Status::Adult);
        set(f, "statuses", if adults { s.statuses - Status::Senior } else { s.statuses })?;
        set(f, "tiers", s.tiers)?;
        set(f, "routes", s.routes)?;
        set(f, "diseases", s.diseases)?;
        if let Some(hardship) = s.hardship {
            write!(f, "hardship: {hardship}, ")?;
        }
        band(f, "ages", s.ages)?;
        set(f, "hospitals", s.hospitals)?;
        set(f, "contributions", s.contributions)?;
        band(f, "retired_in", s.retired_in)?;
        for (name, day) in [("from", self.from), ("until", self.until)] {
            if let Some(day) = day {
                write!(f, "{name}: \"{day}\", ")?;
            }
        }
        write!(f, "{})", self.says)
    }
}

/// A whole book to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) entries: Vec<Entry>,
}

const SOURCE: &str = r#""S": (title: "made up", publisher: "tests", checked: "2026-11-22")"#;

impl Sheet {
    /// The groups of one level, in the order of the entries.
    fn groups(&self, level: Level) -> String {
        let mut text = String::new();
        for entry in self.entries.iter().filter(|entry| entry.level == level) {
            text.push('(');
            if let Some(scheme) = entry.selectors.scheme {
                write!(text, "scheme: {scheme:?}, ").unwrap();
            }
            if let Some(care) = entry.selectors.care {
                write!(text, "care: {care:?}, ").unwrap();
            }
            writeln!(text, "sources: [\"S\"], grade: Reported, figures: [{entry}]),").unwrap();
        }
        text
    }

    pub(crate) fn nation_text(&self) -> String {
        // 吉林 stands for a province whose trips count as filed.
        let alliance = "(name: (zh: \"同盟\", en: \"alliance\"), provinces: [\"210000\", \"220000\"], sources: [\"S\"], grade: Reported)";
        format!(
            "(gathered: \"2026-11-22\", stale_after_days: 400, alliances: [{alliance}], sources: {{{SOURCE}}}, figures: [\n{}])",
            self.groups(Level::Nation)
        )
    }

    pub(crate) fn province_text(&self) -> String {
        let mut areas: BTreeMap<u32, String> = BTreeMap::new();
        for entry in &self.entries {
            if let Level::Area(code) = entry.level {
                areas.entry(code).or_insert_with(|| self.groups(entry.level));
            }
        }
        let areas: Vec<String> =
            areas.iter().map(|(code, groups)| format!("\"{code}\": [\n{groups}],")).collect();
        let areas = areas.join("\n");
        format!("(code: \"{PROVINCE}\", figures: [\n{}], areas: {{{areas}}})", self.groups(Level::Province))
    }

    /// The book as the program reads it.
    pub(crate) fn book(&self) -> Book {
        let province = (PROVINCE, "province.ron".to_owned(), self.province_text());
        let book = Book::from_texts(("nation.ron", &self.nation_text()), [province])
            .unwrap_or_else(|error| panic!("{error}\n{}", self.nation_text()));
        book.province(ProvinceId::by_code(PROVINCE).unwrap())
            .unwrap_or_else(|error| panic!("{error}\n{}", self.province_text()));
        book
    }

    /// The same with every entry of some items changed.
    pub(crate) fn with(&self, items: &[Item], change: impl FnMut(&mut Entry)) -> Self {
        let mut changed = self.clone();
        changed.entries.iter_mut().filter(|entry| items.contains(&entry.says.item())).for_each(change);
        changed
    }

    /// The same without some items.
    pub(crate) fn without(&self, items: &[Item]) -> Self {
        let entries = self.entries.iter().filter(|entry| !items.contains(&entry.says.item()));
        Self { entries: entries.cloned().collect() }
    }
}
