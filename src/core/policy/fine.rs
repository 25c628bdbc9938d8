//! The answers that are possible to fine questions which were not answered, and
//! the places that may be meant: one of every kind that the figures tell apart.

use enumset::{EnumSet, EnumSetType};

use super::figure::Figure;
use super::kinds::{ContributionClass, HospitalClass, Status};
use super::selectors::{Band, Situation};
use crate::places::AreaSet;

/// How many answers are tried at most.
const MOST: usize = 20_000;

/// Which ages a question left open may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ages {
    /// Those that go with the status.
    OfStatus,
    /// Any: what a person may still say.
    Any,
}

/// What may be answered, question by question; a question that was answered, or
/// that no figure asks, has one entry.
#[derive(Debug)]
pub(super) struct Answers<'s> {
    situation: &'s Situation,
    places: Vec<AreaSet>,
    ages: Vec<Option<u8>>,
    years: Vec<Option<i16>>,
    hospitals: Vec<Option<HospitalClass>>,
    contributions: Vec<Option<ContributionClass>>,
}

impl<'s> Answers<'s> {
    /// What the figures tell apart for a situation. `classes` are the contribution
    /// classes that any figure of the area names.
    pub(super) fn of<'f>(
        figures: impl Iterator<Item = &'f Figure> + Clone,
        situation: &'s Situation,
        classes: EnumSet<ContributionClass>,
        ages: Ages,
    ) -> Self {
        let selectors = || figures.clone().map(|figure| &figure.selectors);
        let (least, most) = match ages {
            Ages::OfStatus => situation.status.usual_ages(),
            Ages::Any => (0, u8::MAX),
        };
        let ages = starts(selectors().filter_map(|one| one.ages), i16::from(least), i16::from(most));
        let years = starts(selectors().filter_map(|one| one.retired_in), 0, i16::MAX);
        let hospitals = selectors().fold(EnumSet::empty(), |all, one| all | one.hospitals);
        let asked = selectors().any(|one| !one.contributions.is_empty());
        let classes = if asked { classes } else { EnumSet::empty() };
        let ages = ages.into_iter().filter_map(|age| u8::try_from(age).ok()).collect();
        let places = parts(situation.to, selectors().filter_map(|one| one.to));
        Self {
            situation,
            places,
            ages: open(situation.age, ages),
            years: open(situation.retired_in, years),
            hospitals: open(situation.hospital, with_another(hospitals)),
            // An area that names several classes names all that it has.
            contributions: open(
                situation.contribution,
                if classes.len() > 1 { classes.iter().collect() } else { with_another(classes) },
            ),
        }
    }

    /// Whether there are more than can be tried.
    pub(super) fn are_too_many(&self) -> bool {
        let counts = [
            self.places.len(),
            self.ages.len(),
            self.years.len(),
            self.hospitals.len(),
            self.contributions.len(),
        ];
        counts.into_iter().try_fold(1_usize, usize::checked_mul).is_none_or(|all| all > MOST)
    }

    /// The situation with every answer.
    pub(super) fn situations(&self) -> impl Iterator<Item = Situation> {
        let of_place = move |to: AreaSet| {
            self.ages.iter().flat_map(move |age| {
                self.years.iter().flat_map(move |retired_in| {
                    self.hospitals.iter().flat_map(move |hospital| {
                        self.contributions.iter().map(move |contribution| Situation {
                            to,
                            age: *age,
                            retired_in: *retired_in,
                            hospital: *hospital,
                            contribution: *contribution,
                            ..*self.situation
                        })
                    })
                })
            })
        };
        self.places.iter().copied().flat_map(of_place)
    }
}

fn open<T>(given: Option<T>, possible: Vec<T>) -> Vec<Option<T>> {
    if given.is_some() || possible.is_empty() {
        return vec![given];
    }
    possible.into_iter().map(Some).collect()
}

/// The classes named and one that is not, where there is one: somebody may be in
/// none of them.
fn with_another<T: EnumSetType>(named: EnumSet<T>) -> Vec<T> {
    if named.is_empty() {
        return Vec::new();
    }
    let another = EnumSet::<T>::all().iter().find(|class| !named.contains(*class));
    named.iter().chain(another).collect()
}

/// The parts of a set of areas that some others tell apart.
fn parts(all: AreaSet, others: impl Iterator<Item = AreaSet>) -> Vec<AreaSet> {
    others.fold(vec![all], |parts, other| {
        let cut = parts.into_iter().flat_map(|part| [part & other, part - other]);
        cut.filter(|part| !part.is_empty()).collect()
    })
}

/// The first number of every run that the bands tell apart, from the least to the most.
fn starts(bands: impl Iterator<Item = Band>, least: i16, most: i16) -> Vec<i16> {
    let mut starts: Vec<i16> = bands
        .flat_map(|band| [Some(least), band.from, band.to.and_then(|to| to.checked_add(1))])
        .flatten()
        .filter(|start| (least..=most).contains(start))
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

impl Status {
    /// The ages, first and last, that a person of the status has unless they say
    /// otherwise: in work below 70, a child below 18 or a student.
    pub const fn usual_ages(self) -> (u8, u8) {
        match self {
            Self::Active => (16, 69),
            Self::Retired => (16, 130),
            Self::Adult => (16, 59),
            Self::Senior => (60, 130),
            Self::Child => (0, 25),
        }
    }

    /// The ages that a person of the status may say they have.
    pub const fn possible_ages(self) -> (u8, u8) {
        match self {
            Self::Active => (16, 79),
            // From 60 on an adult is a senior.
            Self::Adult => (16, 130),
            _ => self.usual_ages(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(from: i16, to: i16) -> Band {
        Band { from: Some(from), to: Some(to) }
    }

    #[test]
    fn a_number_of_every_run_is_tried() {
        let bands = [band(45, 59), band(60, 69)];
        assert_eq!(starts(bands.into_iter(), 16, 130), [16, 45, 60, 70]);
        assert_eq!(starts(bands.into_iter(), 16, 59), [16, 45]);
        assert_eq!(starts(bands.into_iter(), 60, 130), [60, 70]);
        assert!(starts([].into_iter(), 0, 130).is_empty());
    }

    #[test]
    fn somebody_may_be_in_none_of_the_classes_named() {
        let named = EnumSet::only(HospitalClass::ProvinceLevel);
        assert_eq!(with_another(named), [HospitalClass::ProvinceLevel, HospitalClass::CityLevel]);
        assert_eq!(with_another(EnumSet::<HospitalClass>::all()).len(), 8);
    }

    #[test]
    fn every_usual_age_is_possible() {
        for status in Status::ALL {
            let (usual, possible) = (status.usual_ages(), status.possible_ages());
            assert!(possible.0 <= usual.0 && usual.1 <= possible.1, "{status:?}");
        }
    }
}
