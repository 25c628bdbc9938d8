//! How far the data reaches: for each area and item the level its figures come
//! from, and how many figures of which grade there are.

use std::collections::BTreeMap;
use std::sync::Arc;

use enumset::EnumSet;
use jiff::civil::Date;

use super::in_force::LevelFigures;
use super::reached::{Asked, KnownAreas, Reach, ReachCounts, known};
use crate::places::{AreaId, Place, ProvinceId};
use crate::policy::book::Book;
use crate::policy::figure::{Figure, Grade, Holder, Item};
use crate::policy::file::FileError;
use crate::policy::kinds::{Care, Route, Scheme};
use crate::policy::lookup::{ClashError, Found, look_up};
use crate::policy::selectors::Situation;

/// From where an item's figures come for inpatient care in one scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageCell {
    /// The nearest level that has one in some situation.
    pub nearest: Reach,
    /// Whether that level has one in every situation.
    pub always: bool,
}

/// The areas that share a row: an area with figures of its own; a province
/// with figures of its own, for its other areas; the nation, for all the rest.
#[derive(Clone, Debug)]
pub struct CoverageRow {
    /// Whose own figures make it a row.
    pub holder: Holder,
    /// What is known, by scheme and item.
    pub cells: BTreeMap<(Scheme, Item), CoverageCell>,
    /// What is known below the nation of what most people ask for.
    pub known: EnumSet<Asked>,
}

/// What is known of one province and its areas.
#[derive(Clone, Debug)]
pub struct ProvinceCoverage {
    /// The province.
    pub province: ProvinceId,
    /// Its areas with figures of their own.
    pub areas: Vec<AreaId>,
    /// Figures of it and its areas, of each grade, best first.
    pub by_grade: Vec<(Grade, usize)>,
    /// How many of its areas take an item from where, by scheme and item.
    pub reaches: BTreeMap<(Scheme, Item), ReachCounts>,
    /// How many of its areas have what most people ask for.
    pub known: KnownAreas,
}

impl ProvinceCoverage {
    fn of(province: ProvinceId, areas: Vec<AreaId>, figures: &[&Arc<Figure>]) -> Self {
        let by_grade = by_grade(figures.iter().copied());
        Self { province, areas, by_grade, reaches: BTreeMap::new(), known: KnownAreas::default() }
    }

    /// With so many areas that a row is about.
    fn add(&mut self, row: &CoverageRow, areas: usize) {
        for (key, cell) in &row.cells {
            self.reaches.entry(*key).or_default().add(cell.nearest, areas);
        }
        self.known.add(row.known, areas);
    }

    /// How many figures there are.
    pub fn figures(&self) -> usize {
        self.by_grade.iter().map(|(_, count)| count).sum()
    }
}

/// How many figures there are of each grade, best first.
fn by_grade<'f>(figures: impl Iterator<Item = &'f Arc<Figure>> + Clone) -> Vec<(Grade, usize)> {
    let of = |grade| figures.clone().filter(|figure| figure.grade == grade).count();
    // What a person was told stands in no data.
    let graded = Grade::ALL.into_iter().filter(|grade| *grade != Grade::Told);
    graded.map(|grade| (grade, of(grade))).collect()
}

/// How far the data reaches.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The date.
    pub date: Date,
    /// In the order of division codes, the nation last.
    pub rows: Vec<CoverageRow>,
    /// The same by province, in the order of division codes.
    pub provinces: Vec<ProvinceCoverage>,
    /// How many figures there are, of areas, provinces and the nation.
    pub figures: usize,
    /// Figures of each level.
    pub by_level: LevelCounts,
    /// Figures of each grade, best first.
    pub by_grade: Vec<(Grade, usize)>,
    /// How many sources there are.
    pub sources: usize,
}

/// A number for each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LevelCounts {
    /// Of pooling areas.
    pub areas: usize,
    /// Of provinces.
    pub provinces: usize,
    /// Of the nation.
    pub nation: usize,
}

impl LevelCounts {
    fn count(holders: impl Iterator<Item = Holder>) -> Self {
        holders.fold(Self::default(), |mut count, holder| {
            match holder {
                Holder::Area(_) => count.areas += 1,
                Holder::Province(_) => count.provinces += 1,
                Holder::Nation => count.nation += 1,
            }
            count
        })
    }
}

/// Why the reach of the data cannot be told: the data itself is at fault.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CoverageError {
    /// A file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// Two figures hold at once.
    #[error(transparent)]
    ClashError(#[from] ClashError),
}

impl Coverage {
    /// The reach of a book on a date.
    ///
    /// # Errors
    /// Where the data is at fault.
    pub fn of(book: &Book, date: Date) -> Result<Self, CoverageError> {
        let figures = book.figures()?;
        let (mut rows, mut provinces) = (Vec::new(), Vec::new());
        let nation = row(&[(Holder::Nation, &book.nation().figures)], date)?;
        for id in ProvinceId::all() {
            let data = book.province(id)?;
            let own = data.areas.iter().filter(|(_, own)| !own.is_empty());
            let areas: Vec<AreaId> = own.filter_map(|(code, _)| AreaId::by_code(*code)).collect();
            let others = id.insured_areas().count().saturating_sub(areas.len());
            let all: Vec<_> = data.figures.iter().chain(data.areas.values().flatten()).collect();
            let mut province = ProvinceCoverage::of(id, areas, &all);
            if data.figures.is_empty() {
                province.add(&nation, others);
            } else {
                let of_all = row(&book.levels_of(Place::Province(id))?, date)?;
                province.add(&of_all, others);
                rows.push(of_all);
            }
            for area in &province.areas.clone() {
                let own = row(&book.levels_of(Place::Area(*area))?, date)?;
                province.add(&own, 1);
                rows.push(own);
            }
            provinces.push(province);
        }
        rows.push(nation);
        Ok(Self {
            date,
            rows,
            provinces,
            figures: figures.len(),
            by_level: LevelCounts::count(figures.iter().map(|figure| figure.holder)),
            by_grade: by_grade(figures.iter().copied()),
            sources: book.sources()?.len(),
        })
    }

    /// How many areas have what most people ask for.
    pub fn known(&self) -> KnownAreas {
        self.provinces.iter().fold(KnownAreas::default(), |sum, province| sum.and(province.known))
    }

    /// How many areas and provinces have figures of their own.
    pub fn holders(&self) -> LevelCounts {
        LevelCounts::count(self.rows.iter().map(|row| row.holder))
    }
}

fn row(levels: &[LevelFigures<'_>], date: Date) -> Result<CoverageRow, ClashError> {
    let mut cells = BTreeMap::new();
    for scheme in EnumSet::<Scheme>::all() {
        for item in EnumSet::<Item>::all() {
            cells.insert((scheme, item), cell(levels, scheme, item, date)?);
        }
    }
    let holder = levels.first().map_or(Holder::Nation, |(holder, _)| *holder);
    Ok(CoverageRow { holder, cells, known: known(levels, date)? })
}

/// Looks the item up in every situation, as an estimate would.
fn cell(
    levels: &[LevelFigures<'_>],
    scheme: Scheme,
    item: Item,
    date: Date,
) -> Result<CoverageCell, ClashError> {
    let of_item: Vec<Vec<Arc<Figure>>> = levels
        .iter()
        .map(|(_, figures)| figures.iter().filter(|figure| figure.item == item).map(Arc::clone).collect())
        .collect();
    let of_item: Vec<&[Arc<Figure>]> = of_item.iter().map(Vec::as_slice).collect();
    let (mut nearest, mut farthest) = (Reach::Unknown, Reach::Own);
    for situation in situations(scheme, item) {
        let reach = match look_up(&of_item, item, &situation, date)? {
            Found::Figures(figures) => figures.first().map_or(Reach::Unknown, |figure| reach(figure.holder)),
            Found::Unknown { .. } => Reach::Unknown,
        };
        nearest = nearest.min(reach);
        farthest = farthest.max(reach);
    }
    Ok(CoverageCell { nearest, always: nearest == farthest })
}

const fn reach(holder: Holder) -> Reach {
    match holder {
        Holder::Area(_) => Reach::Own,
        Holder::Province(_) => Reach::Province,
        Holder::Nation => Reach::Nation,
    }
}

/// Every situation of a stay in which an estimate asks for the item.
fn situations(scheme: Scheme, item: Item) -> impl Iterator<Item = Situation> {
    // Care at home has no away rule, and medical aid is for people in hardship.
    let hardship = matches!(item, Item::AidDeductible | Item::AidRate | Item::AidCap);
    Situation::everywhere().filter(move |situation| {
        situation.scheme == scheme
            && situation.care == Care::Inpatient
            && situation.hardship == hardship
            && (item != Item::Away || situation.route != Route::Local)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    #[test]
    fn a_cell_tells_the_nearest_level_and_whether_it_is_enough() {
        use Reach::{Nation, Own, Province, Unknown};

        let group = |figures: &str| format!("[(sources: [\"S\"], grade: Official, figures: [{figures}])]");
        let nation = format!(
            "(gathered: \"2026\", stale_after_days: 400, alliances: [], sources: {{}}, figures: {})",
            group("(is: Rate(80)), (routes: [LongTerm], is: Away(Same))"),
        );
        let province = format!(
            "(code: \"210000\", figures: {}, areas: {{ \"210300\": {} }})",
            group("(is: Cap(100))"),
            group("(tiers: [Three], is: Rate(70)), (is: Deductible(5))"),
        );
        let provinces = [(210_000, "210000.ron".to_owned(), province)];
        let book = Book::from_texts(("nation.ron", &nation), provinces).unwrap();
        let coverage = Coverage::of(&book, TODAY).unwrap();
        let holders: Vec<Holder> = coverage.rows.iter().map(|row| row.holder).collect();
        assert_eq!(holders, [Holder::Province(210_000), Holder::Area(210_300), Holder::Nation]);
        let cells = |item| {
            let cell = |row: &CoverageRow| {
                let CoverageCell { nearest, always } = row.cells[&(Scheme::Employee, item)];
                (nearest, always)
            };
            coverage.rows.iter().map(cell).collect::<Vec<_>>()
        };
        assert_eq!(cells(Item::Deductible), [(Unknown, true), (Own, true), (Unknown, true)]);
        assert_eq!(cells(Item::Rate), [(Nation, true), (Own, false), (Nation, true)]);
        assert_eq!(cells(Item::Cap), [(Province, true), (Province, true), (Unknown, true)]);
        assert_eq!(cells(Item::Away), [(Nation, false); 3]);
        assert_eq!(coverage.by_level, LevelCounts { areas: 2, provinces: 1, nation: 2 });
        // 14 areas of 辽宁, one with figures of its own; the rest of the country has none.
        let liaoning = coverage.provinces.iter().find(|one| one.province.get().code == 210_000).unwrap();
        let counts = |own, province, nation, unknown| ReachCounts { own, province, nation, unknown };
        assert_eq!(liaoning.reaches[&(Scheme::Employee, Item::Rate)], counts(1, 0, 13, 0));
        assert_eq!(liaoning.reaches[&(Scheme::Employee, Item::Cap)], counts(0, 14, 0, 0));
        assert_eq!(liaoning.reaches[&(Scheme::Employee, Item::Deductible)], counts(1, 0, 0, 13));
        assert_eq!(liaoning.known, KnownAreas { all: 14, stay: 1, tier_3: 1, away: 0, trip: 0 });
        assert_eq!(coverage.known().all, AreaId::all().len());
        assert_eq!(coverage.by_grade.iter().map(|(_, count)| count).sum::<usize>(), coverage.figures);
    }
}
