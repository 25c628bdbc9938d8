//! What the figures of a case hang on, and nothing else: two cases that are
//! alike in it are settled on the same figures.
//!
//! A date, an age, a year of retirement and an admission count only as far as
//! some figure for such a person and stay asks for them; the care area, the
//! reason and the filing only as far as they decide the route.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::EstimateError;
use super::prepared::{Prepared, prepare_on};
use crate::case::{Case, Effect, Journey, Told, routing};
use crate::places::{AreaId, AreaSet, Place};
use crate::policy::{Band, Book, Figure, FileError, Fit, Route, Situation, Value};

/// What two cases must share to be settled on the same figures. Packed, for it
/// is made and compared for every row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    person: Person,
    /// Every route that is possible; for a whole province what decides it.
    routes: u64,
    /// Fine answers, and whether the bill is split.
    fine: u64,
    /// Edges that are passed: of the date, the age, the year of retirement.
    edges: [u32; 3],
    admissions: u8,
    told: Told,
}

impl Hash for Alike {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [date, age, year] = self.edges.map(u64::from);
        self.person.hash(state);
        state.write_u64(self.routes.rotate_left(20) ^ self.fine << 8 ^ u64::from(self.admissions));
        state.write_u64(date << 32 | age << 16 | year);
    }
}

/// Stands for an answer that was not given, among numbers of four bits.
const OPEN: u64 = 15;

/// A person and a stay as the coarse selectors see them, but for the route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Person(u64);

impl Person {
    fn of(case: &Case) -> Self {
        let disease = case.disease.map_or(OPEN, |one| one as u64);
        let choices = [case.status.all().as_u64(), case.care as u64, case.tier.all().as_u64(), disease];
        let choices = choices.into_iter().fold(u64::from(case.hardship), |all, one| all << 5 | one);
        Self(choices << 32 | u64::from(case.insured.code()))
    }
}

/// What the figures that may hold for a person ask for.
#[derive(Debug, Default)]
struct FigureQuestions {
    /// Days on which one begins or has ceased to hold.
    dates: Vec<Date>,
    /// Numbers at which one begins or has ceased to hold.
    ages: Vec<i16>,
    years: Vec<i16>,
    hospital: bool,
    contribution: bool,
    /// Where care happens, beside the route.
    destination: bool,
    /// Admissions beyond which the deductible stays as it is.
    admissions: u8,
    /// The figures themselves, nearest level first, where one area is meant.
    levels: Option<(AreaId, [Vec<Arc<Figure>>; 3])>,
}

/// The effects of its circumstances that change the terms of a case.
fn effects(case: &Case) -> u64 {
    if case.circumstances.is_empty() {
        return 0;
    }
    let has = |effect, at: u32| u64::from(case.has(effect)) << at;
    has(Effect::ReturnsHome, 1)
        | has(Effect::DeductibleRunsOn, 2)
        | has(Effect::PerhapsNotPaid, 3)
        | has(Effect::NotPaid, 12)
}

/// How many edges are not above a number.
fn passed<T: Ord>(edges: &[T], number: &T) -> u32 {
    // A file cannot hold as many.
    u32::try_from(edges.partition_point(|edge| edge <= number)).unwrap_or(u32::MAX)
}

/// Remembers what tells cases apart; no more than fits.
#[derive(Debug)]
pub struct Classes {
    /// Kinds of people, and pairs of places, that are remembered at most.
    most: usize,
    asked: FxHashMap<Person, FigureQuestions>,
    in_alliance: FxHashMap<(Place, Place), bool>,
}

impl Classes {
    /// Nothing remembered yet, and never more than `most` kinds of people.
    pub fn of_most(most: usize) -> Self {
        Self { most, asked: FxHashMap::default(), in_alliance: FxHashMap::default() }
    }

    /// Looks up every figure of a case, among those that were found to be worth
    /// a look when its class was asked for.
    ///
    /// # Errors
    /// As [`super::prepare`].
    pub fn prepare(&self, book: &Book, case: &Case) -> Result<Prepared, EstimateError> {
        let asked = self.asked.get(&Person::of(case));
        let at_hand = asked.and_then(|asked| asked.levels.as_ref());
        prepare_on(book, case, |area| match at_hand {
            Some((known, levels)) if *known == area => Ok(levels.each_ref().map(Vec::as_slice)),
            _ => book.levels(area),
        })
    }

    /// What the figures of a case hang on.
    ///
    /// # Errors
    /// Where a data file cannot be read.
    pub fn of(&mut self, book: &Book, case: &Case) -> Result<Alike, FileError> {
        let mut routes = self.routes(book, case);
        let person = Person::of(case);
        let asked = if let Some(asked) = self.asked.get(&person) {
            asked
        } else {
            if self.asked.len() >= self.most {
                self.asked.clear();
            }
            self.asked.entry(person).or_insert(FigureQuestions::of(book, case)?)
        };
        if asked.destination {
            // A province's code has 20 bits; it may stand there already.
            routes |= u64::from(case.care_place.code()) << 40;
        }
        let age = case.age.map_or(u32::MAX, |age| passed(&asked.ages, &i16::from(age)));
        let year = case.retired_in.map_or(u32::MAX, |year| passed(&asked.years, &year));
        let hospital = case.hospital.filter(|_| asked.hospital).map_or(OPEN, |one| one as u64);
        let contribution = case.contribution.filter(|_| asked.contribution).map_or(OPEN, |one| one as u64);
        Ok(Alike {
            person,
            routes,
            fine: hospital << 8 | contribution << 4 | effects(case) | u64::from(case.bill.split().is_some()),
            edges: [passed(&asked.dates, &case.date), age, year],
            admissions: case.year.admissions.min(asked.admissions),
            told: case.told,
        })
    }

    fn routes(&mut self, book: &Book, case: &Case) -> u64 {
        let places = (case.insured, case.care_place);
        let Place::Area(area) = case.insured else {
            // Each of its areas may have routes of its own.
            let trip = (case.reason as u64) << 4 | case.filed as u64;
            return trip << 32 | u64::from(case.care_place.code());
        };
        let in_alliance = if let Some(known) = self.in_alliance.get(&places) {
            *known
        } else {
            if self.in_alliance.len() >= self.most {
                self.in_alliance.clear();
            }
            let found = book.alliance(places.0.province(), places.1.province()).is_some();
            *self.in_alliance.entry(places).or_insert(found)
        };
        let routing = routing(area, case.care_place, case.reason, case.filed, in_alliance);
        let inside = routing.routes.contains(Route::InProvince);
        let trips = if inside { routing.trips.as_u64() } else { 0 };
        trips << 16 | routing.routes.as_u64() << 1 | u64::from(routing.counted_as_filed)
    }
}

impl FigureQuestions {
    fn of(book: &Book, case: &Case) -> Result<Self, FileError> {
        let mut asked = Self { admissions: 1, ..Self::default() };
        let coarse = Case { age: None, hospital: None, contribution: None, retired_in: None, ..*case };
        let may_hold = |figure: &Arc<Figure>, plain: Situation| {
            let selectors = &figure.selectors;
            let route = selectors.routes.iter().next().unwrap_or(Route::Local);
            // Which contribution classes there are, any figure of the scheme says.
            let names_class = !figure.selectors.contributions.is_empty()
                && figure.selectors.scheme.is_none_or(|scheme| scheme == plain.scheme);
            // Anywhere, on any trip and back at home: these differ from case to case.
            let anywhere = Situation {
                route,
                trip: selectors.trips.iter().next().unwrap_or(route),
                to: AreaSet::all(),
                returns_home: true,
                ..plain
            };
            names_class || selectors.fit(&anywhere) != Fit::No
        };
        let areas = case.insured.insured_areas();
        // Every place has an area.
        let Some(first) = areas.first() else { return Ok(asked) };
        let plain: Vec<Situation> =
            coarse.each().map(|case| case.situation(*first, Journey::on(Route::Local))).collect();
        let may_hold = |figure: &Arc<Figure>| plain.iter().any(|plain| may_hold(figure, *plain));
        for area in &areas {
            let levels = book.levels(*area)?.map(|level| {
                level.iter().filter(|figure| may_hold(figure)).cloned().collect::<Vec<Arc<Figure>>>()
            });
            levels.iter().flatten().for_each(|figure| asked.take(figure));
            asked.levels = (areas.len() == 1).then_some((*area, levels));
        }
        asked.dates.sort_unstable();
        asked.dates.dedup();
        for numbers in [&mut asked.ages, &mut asked.years] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        Ok(asked)
    }

    fn take(&mut self, figure: &Figure) {
        // What ends holds through its last day.
        let after = figure.until.and_then(|until| until.tomorrow().ok());
        self.dates.extend(figure.from.into_iter().chain(after));
        let ends = |band: Band| band.from.into_iter().chain(band.to.map(|to| to.saturating_add(1)));
        self.ages.extend(figure.selectors.ages.into_iter().flat_map(ends));
        self.years.extend(figure.selectors.retired_in.into_iter().flat_map(ends));
        self.hospital |= !figure.selectors.hospitals.is_empty();
        self.destination |= figure.selectors.to.is_some();
        self.contribution |= !figure.selectors.contributions.is_empty();
        self.take_admissions(&figure.value);
    }

    fn take_admissions(&mut self, value: &Value) {
        match value {
            Value::Deductible { then, .. } => {
                self.admissions = self.admissions.max(u8::try_from(then.len()).unwrap_or(u8::MAX));
            }
            Value::OneOf(values) => values.iter().for_each(|value| self.take_admissions(value)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use enumset::EnumSet;

    use crate::case::{Filed, Reason};
    use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Status, Tier};

    #[test]
    fn an_edge_is_passed_when_it_is_reached() {
        assert_eq!([9, 10, 11, 20, 21].map(|number| passed(&[10, 20], &number)), [0, 1, 1, 2, 2]);
    }

    #[test]
    fn every_answer_fits_its_four_bits() {
        let last = [
            Reason::ALL.map(|one| one as u64).into_iter().max(),
            Filed::ALL.map(|one| one as u64).into_iter().max(),
            Disease::ALL.map(|one| one as u64).into_iter().max(),
            HospitalClass::ALL.map(|one| one as u64).into_iter().max(),
            Some(Care::Chronic as u64),
            Some(ContributionClass::Third as u64),
        ];
        assert!(last.into_iter().all(|last| last.is_some_and(|last| last < OPEN)));
        // Sets of them have five bits.
        let sets = [EnumSet::<Status>::all().as_u64(), EnumSet::<Tier>::all().as_u64()];
        assert!(sets.into_iter().all(|all| all < 32));
    }
}
