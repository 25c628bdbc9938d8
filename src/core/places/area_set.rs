//! A set of pooling areas: where a trip may lead.

use std::fmt;
use std::ops::{BitAnd, BitOr, Sub};

use super::area::{AreaId, Place, ProvinceId};

/// Words of 64 areas each; a test holds that every area has its bit.
const WORDS: usize = 6;

/// A set of pooling areas.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaSet([u64; WORDS]);

impl AreaSet {
    /// One area alone.
    pub fn only(area: AreaId) -> Self {
        let mut set = Self::default();
        let bit = area.index();
        if let Some(word) = set.0.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
        set
    }

    /// Every area.
    pub fn all() -> Self {
        // Asked for with every look-up: a word at a time.
        let count = AreaId::all().len();
        Self(std::array::from_fn(|word| match count.saturating_sub(word * 64) {
            0 => 0,
            left @ 1..64 => (1 << left) - 1,
            _ => u64::MAX,
        }))
    }

    /// The areas that lie in the province, or are the area, with this code. The Corps
    /// has the areas that it insures.
    pub fn lying_in(code: u32) -> Option<Self> {
        if let Some(area) = AreaId::by_code(code) {
            return Some(Self::only(area));
        }
        ProvinceId::by_code(code).map(|province| province.areas().into_iter().collect())
    }

    /// The areas that may be meant by a place.
    pub fn of_place(place: Place) -> Self {
        match place {
            Place::Area(area) => Self::only(area),
            Place::Province(province) => province.areas().into_iter().collect(),
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Whether an area is in it.
    pub fn contains(&self, area: AreaId) -> bool {
        !(*self & Self::only(area)).is_empty()
    }

    /// Whether everything in it is in the other too.
    pub fn is_subset(&self, other: &Self) -> bool {
        (*self - *other).is_empty()
    }

    /// Whether nothing is in both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        (*self & *other).is_empty()
    }

    /// Its areas, in the order of division codes.
    pub fn areas(&self) -> impl Iterator<Item = AreaId> {
        AreaId::all().filter(|area| self.contains(*area))
    }

    /// The fewest places that make it: provinces that lie in it as a whole, and
    /// single areas; in the order of division codes.
    pub fn places(&self) -> Vec<Place> {
        let mut left = *self;
        let mut places = Vec::new();
        for province in ProvinceId::all() {
            let all: Self = province.areas().into_iter().collect();
            if !all.is_empty() && all.is_subset(self) && !all.is_disjoint(&left) {
                left = left - all;
                places.push(Place::whole(province));
            }
        }
        places.extend(left.areas().map(Place::Area));
        places.sort_by_key(|place| place.code());
        places
    }
}

impl FromIterator<AreaId> for AreaSet {
    fn from_iter<I: IntoIterator<Item = AreaId>>(areas: I) -> Self {
        areas.into_iter().fold(Self::default(), |all, area| all | Self::only(area))
    }
}

fn zip(one: AreaSet, other: AreaSet, join: fn(u64, u64) -> u64) -> AreaSet {
    let mut words = one.0;
    for (word, other) in words.iter_mut().zip(other.0) {
        *word = join(*word, other);
    }
    AreaSet(words)
}

impl BitOr for AreaSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        zip(self, other, |one, other| one | other)
    }
}

impl BitAnd for AreaSet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        zip(self, other, |one, other| one & other)
    }
}

impl Sub for AreaSet {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        zip(self, other, |one, other| one & !other)
    }
}

impl fmt::Debug for AreaSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.places()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_has_its_bit() {
        assert!(AreaId::all().len() <= WORDS * 64);
        assert!(AreaId::all().all(|area| AreaSet::all().contains(area)));
        assert_eq!(AreaSet::all(), AreaId::all().collect());
    }

    #[test]
    fn a_set_is_told_in_the_fewest_places() {
        let of = |codes: &[u32]| {
            codes.iter().filter_map(|code| AreaSet::lying_in(*code)).fold(AreaSet::default(), BitOr::bitor)
        };
        let codes = |set: AreaSet| set.places().iter().map(|place| place.code()).collect::<Vec<_>>();
        assert_eq!(codes(of(&[510_100, 500_000, 520_000])), [500_100, 510_100, 520_000]);
        assert_eq!(codes(of(&[320_100, 440_100])), [320_100, 440_100]);
        // The cities of the Corps lie in the region.
        assert!(of(&[660_000]).is_subset(&of(&[650_000])) || of(&[660_000]).is_disjoint(&of(&[650_000])));
        assert_eq!(AreaSet::lying_in(999_999), None);
    }

    #[test]
    fn sets_are_joined_cut_and_taken_off() {
        let (one, all) = (AreaSet::of_place(Place::whole(ProvinceId::all().next().unwrap())), AreaSet::all());
        assert!(one.is_subset(&all) && !all.is_subset(&one) && (all - one).is_disjoint(&one));
        assert_eq!((all - one) | one, all);
        assert_eq!(all & one, one);
        assert_eq!(one.areas().count(), 1);
    }
}
