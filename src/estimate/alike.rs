//! What the figures of a case hang on, and nothing else: two cases that are
//! alike in it are settled on the same figures.
//!
//! A date, an age and a year of retirement count only as far as some figure
//! asks for them, and a care area only as far as it decides the route.

use std::hash::{Hash, Hasher};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::case::{Case, Filed, Reason, is_elsewhere};
use crate::num::Money;
use crate::policy::{
    Band, Book, Care, ContributionClass, Disease, Figure, FileError, HospitalClass, Place, Status, Tier,
};

/// What two cases must share to be settled on the same figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    insured: Place,
    care_place: Reach,
    status: Status,
    care: Care,
    tier: Tier,
    reason: Reason,
    filed: Filed,
    hardship: bool,
    split: bool,
    disease: Option<Disease>,
    hospital: Option<HospitalClass>,
    contribution: Option<ContributionClass>,
    admissions: u8,
    /// Each counts the edges that are passed.
    age: Option<u32>,
    retired_in: Option<u32>,
    date: u32,
    paid: Money,
}

/// In three numbers rather than field by field: it is asked for every row.
impl Hash for Alike {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let care_place = match self.care_place {
            Reach::Elsewhere { in_alliance } => u64::from(in_alliance),
            Reach::At(place) => u64::from(place.code()),
        };
        let choices = [self.status as u64, self.care as u64, self.tier as u64, self.reason as u64]
            .into_iter()
            .chain([self.filed as u64, u64::from(self.hardship), u64::from(self.split)])
            .chain([self.disease.map_or(15, |one| one as u64), self.hospital.map_or(15, |one| one as u64)])
            .chain([self.contribution.map_or(15, |one| one as u64)])
            .fold(0, |all, one| all << 4 | one);
        let edge = |edge: Option<u32>| edge.map_or(u64::from(u32::MAX), u64::from);
        state.write_u64(u64::from(self.insured.code()) << 32 | care_place);
        state.write_u64(choices << 16 | u64::from(self.date));
        let paid = self.paid.fen().unsigned_abs();
        state.write_u64((edge(self.age) << 16 | edge(self.retired_in)) << 8 | u64::from(self.admissions) ^ paid);
    }
}

impl Alike {
    /// The same for cases of which the deductible paid this year decides as well:
    /// see [`super::Prepared::hangs_on_paid`].
    #[must_use]
    pub const fn having_paid(self, deductible: Money) -> Self {
        Self { paid: deductible, ..self }
    }
}

/// How the care area lies to the insured one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Reach {
    /// In another province, so that any other one will do.
    Elsewhere {
        /// Every trip there counts as filed.
        in_alliance: bool,
    },
    At(Place),
}

/// Numbers at which some figure of an area begins or ceases to hold.
#[derive(Debug, Default)]
struct Edges {
    dates: Vec<Date>,
    ages: Vec<i16>,
    years: Vec<i16>,
}

/// How many edges are not above a number.
fn passed<T: Ord>(edges: &[T], number: &T) -> u32 {
    // A file cannot hold as many.
    u32::try_from(edges.partition_point(|edge| edge <= number)).unwrap_or(u32::MAX)
}

/// Remembers what tells the cases of an area apart; at most as much as there
/// are places.
#[derive(Debug, Default)]
pub struct Classes {
    edges: FxHashMap<Place, Edges>,
    reaches: FxHashMap<(Place, Place), Reach>,
}

/// More pairs of places than a file usually holds.
const MOST_REACHES: usize = 16_384;

impl Classes {
    /// What the figures of a case hang on.
    ///
    /// # Errors
    /// Where a data file cannot be read.
    pub fn of(&mut self, book: &Book, case: &Case) -> Result<Alike, FileError> {
        let care_place = self.reach(book, case);
        let edges = match self.edges.get(&case.insured) {
            Some(edges) => edges,
            None => self.edges.entry(case.insured).or_insert(Edges::of(book, case.insured)?),
        };
        Ok(Alike {
            insured: case.insured,
            care_place,
            status: case.status,
            care: case.care,
            tier: case.tier,
            reason: case.reason,
            filed: case.filed,
            hardship: case.hardship,
            split: case.bill.split().is_some(),
            disease: case.disease,
            hospital: case.hospital,
            contribution: case.contribution,
            admissions: case.year.admissions,
            age: case.age.map(|age| passed(&edges.ages, &i16::from(age))),
            retired_in: case.retired_in.map(|year| passed(&edges.years, &year)),
            date: passed(&edges.dates, &case.date),
            paid: Money::ZERO,
        })
    }

    fn reach(&mut self, book: &Book, case: &Case) -> Reach {
        let places = (case.insured, case.care_place);
        if let Some(reach) = self.reaches.get(&places) {
            return *reach;
        }
        if self.reaches.len() >= MOST_REACHES {
            self.reaches.clear();
        }
        let elsewhere =
            case.insured.insured_areas().into_iter().all(|area| is_elsewhere(area, case.care_place));
        let reach = if elsewhere {
            let provinces = (case.insured.province(), case.care_place.province());
            Reach::Elsewhere { in_alliance: book.alliance(provinces.0, provinces.1).is_some() }
        } else {
            Reach::At(case.care_place)
        };
        self.reaches.insert(places, reach);
        reach
    }
}

impl Edges {
    fn of(book: &Book, insured: Place) -> Result<Self, FileError> {
        let mut edges = Self::default();
        for area in insured.insured_areas() {
            book.levels(area)?.into_iter().flatten().for_each(|figure| edges.take(figure));
        }
        edges.dates.sort_unstable();
        edges.dates.dedup();
        for numbers in [&mut edges.ages, &mut edges.years] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        Ok(edges)
    }

    fn take(&mut self, figure: &Figure) {
        // What ends holds through its last day.
        let after = figure.until.and_then(|until| until.tomorrow().ok());
        self.dates.extend(figure.from.into_iter().chain(after));
        let ends = |band: Band| band.from.into_iter().chain(band.to.map(|to| to.saturating_add(1)));
        self.ages.extend(figure.selectors.ages.into_iter().flat_map(ends));
        self.years.extend(figure.selectors.retired_in.into_iter().flat_map(ends));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_is_passed_when_it_is_reached() {
        assert_eq!([9, 10, 11, 20, 21].map(|number| passed(&[10, 20], &number)), [0, 1, 1, 2, 2]);
    }
}
