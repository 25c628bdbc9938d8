//! What the figures of a case hang on, and nothing else: two cases that are
//! alike in it are settled on the same figures.
//!
//! A date, an age and a year of retirement count only as far as some figure
//! asks for them, and a care area only as far as it decides the route.

use std::hash::{Hash, Hasher};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::case::{Case, is_elsewhere};
use crate::num::Money;
use crate::policy::{Band, Book, Figure, FileError, Place};

/// What two cases must share to be settled on the same figures. Packed, for it
/// is made and compared for every row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The code of the insured area; that of the care area where it matters.
    places: u64,
    /// Four bits an answer.
    choices: u64,
    /// Edges that are passed: of the date, the age, the year of retirement.
    edges: [u32; 3],
    admissions: u8,
    paid: Money,
}

impl Hash for Alike {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [date, age, year] = self.edges.map(u64::from);
        state.write_u64(self.places);
        state.write_u64(self.choices << 8 | u64::from(self.admissions));
        state.write_u64((date << 32 | age << 16 | year) ^ self.paid.fen().unsigned_abs());
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

/// Of every answer the number of its word, in four bits of its own.
fn choices(case: &Case) -> u64 {
    const OPEN: u64 = 15;
    let sure = [case.status as u64, case.care as u64, case.tier as u64, case.reason as u64, case.filed as u64];
    let also = u64::from(case.hardship) << 1 | u64::from(case.bill.split().is_some());
    let perhaps = [
        case.disease.map_or(OPEN, |one| one as u64),
        case.hospital.map_or(OPEN, |one| one as u64),
        case.contribution.map_or(OPEN, |one| one as u64),
    ];
    sure.into_iter().chain(perhaps).fold(also, |all, one| all << 4 | one)
}

/// How the care area lies to the insured one: where it is in another province,
/// any other one will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reach {
    /// As in [`Alike`].
    places: u64,
    /// Which of the edges count.
    edges: usize,
}

/// Numbers at which some figure of an area begins or ceases to hold.
#[derive(Debug, Default)]
struct Edges {
    dates: Vec<Date>,
    ages: Vec<i16>,
    years: Vec<i16>,
}

/// Stands for an answer that was not given.
const OPEN: u32 = u32::MAX;

/// How many edges are not above a number.
fn passed<T: Ord>(edges: &[T], number: &T) -> u32 {
    // A file cannot hold as many.
    u32::try_from(edges.partition_point(|edge| edge <= number)).unwrap_or(u32::MAX)
}

/// Remembers what tells the cases of an area apart; at most as much as there
/// are places.
#[derive(Debug, Default)]
pub struct Classes {
    edges: Vec<(Place, Edges)>,
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
        let reach = match self.reaches.get(&(case.insured, case.care_place)) {
            Some(reach) => *reach,
            None => self.look(book, case)?,
        };
        let (_, edges) = &self.edges[reach.edges];
        let age = case.age.map_or(OPEN, |age| passed(&edges.ages, &i16::from(age)));
        let year = case.retired_in.map_or(OPEN, |year| passed(&edges.years, &year));
        Ok(Alike {
            places: reach.places,
            choices: choices(case),
            edges: [passed(&edges.dates, &case.date), age, year],
            admissions: case.year.admissions,
            paid: Money::ZERO,
        })
    }

    fn look(&mut self, book: &Book, case: &Case) -> Result<Reach, FileError> {
        let (insured, care) = (case.insured, case.care_place);
        let edges = match self.edges.iter().position(|(place, _)| *place == insured) {
            Some(known) => known,
            None => {
                self.edges.push((insured, Edges::of(book, insured)?));
                self.edges.len() - 1
            }
        };
        let elsewhere = insured.insured_areas().into_iter().all(|area| is_elsewhere(area, care));
        let care_place = if elsewhere {
            // An alliance counts every trip as filed; no place has such a code.
            u32::from(book.alliance(insured.province(), care.province()).is_some())
        } else {
            care.code()
        };
        let places = u64::from(insured.code()) << 32 | u64::from(care_place);
        let reach = Reach { places, edges };
        if self.reaches.len() >= MOST_REACHES {
            self.reaches.clear();
        }
        self.reaches.insert((insured, care), reach);
        Ok(reach)
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
