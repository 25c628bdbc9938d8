//! Where a figure holds: the selectors it carries, the situation they are held against.

use std::fmt;

use enumset::{EnumSet, EnumSetType};
use serde::Deserialize;

use crate::places::{AreaSet, Place};
use crate::policy::kinds::{Care, ContributionClass, Disease, HospitalClass, Route, Scheme, Status, Tier};

/// Everything about a person, a stay and a trip that a selector may ask for.
/// The last four are *fine*: they may stay unknown. Of the place of care a whole
/// province may be all that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Situation {
    /// Which insurance pays.
    pub scheme: Scheme,
    /// The person's status in it.
    pub status: Status,
    /// What kind of visit.
    pub care: Care,
    /// The hospital's tier.
    pub tier: Tier,
    /// Where care happens and how it was filed.
    pub route: Route,
    /// The route that the same trip would have out of the province; away from the
    /// province, and at home, the route itself.
    pub trip: Route,
    /// The area where care happens: one of these.
    pub to: AreaSet,
    /// Back for care in the insured area while filed elsewhere (备案期间回参保地就医).
    pub returns_home: bool,
    /// Whether the person is in hardship (特困、低保、返贫致贫).
    pub hardship: bool,
    /// The chronic kind, for chronic care.
    pub disease: Option<Disease>,
    /// Age in full years.
    pub age: Option<u8>,
    /// The hospital's class within its tier.
    pub hospital: Option<HospitalClass>,
    /// The contribution class.
    pub contribution: Option<ContributionClass>,
    /// The year of retirement.
    pub retired_in: Option<i16>,
}

impl Situation {
    /// Every situation that the coarse selectors tell apart, without a chronic
    /// kind, with the fine selectors unanswered and care anywhere.
    pub fn everywhere() -> impl Iterator<Item = Self> {
        Self::journeys().flat_map(|(route, trip, returns_home)| Self::of_journey(route, trip, returns_home))
    }

    /// Every route, with the trips it may be and as a return home.
    fn journeys() -> impl Iterator<Item = (Route, Route, bool)> {
        let inside = Route::TRIPS.into_iter().map(|trip| (Route::InProvince, trip, false));
        let others = Route::ALL.into_iter().filter(|route| *route != Route::InProvince);
        others.map(|route| (route, route, false)).chain(inside).chain([(Route::Local, Route::Local, true)])
    }

    fn of_journey(route: Route, trip: Route, returns_home: bool) -> impl Iterator<Item = Self> {
        let cares = [Care::Inpatient, Care::Outpatient, Care::Chronic];
        Status::ALL.into_iter().flat_map(move |status| {
            cares.into_iter().flat_map(move |care| {
                Tier::ALL.into_iter().flat_map(move |tier| {
                    [false, true].into_iter().map(move |hardship| Self {
                        scheme: status.scheme(),
                        status,
                        care,
                        tier,
                        route,
                        trip,
                        to: AreaSet::all(),
                        returns_home,
                        hardship,
                        disease: None,
                        age: None,
                        hospital: None,
                        contribution: None,
                        retired_in: None,
                    })
                })
            })
        })
    }
}

/// An inclusive run of numbers, open at either side: an age band or a run of years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Band {
    /// The first number in it; none means without lower end.
    pub from: Option<i16>,
    /// The last number in it; none means without upper end.
    pub to: Option<i16>,
}

impl Band {
    fn holds(self, number: i16) -> bool {
        self.from.is_none_or(|from| from <= number) && self.to.is_none_or(|to| number <= to)
    }

    fn is_within(self, other: Self) -> bool {
        let from = other.from.is_none_or(|wide| self.from.is_some_and(|from| from >= wide));
        let to = other.to.is_none_or(|wide| self.to.is_some_and(|to| to <= wide));
        from && to
    }

    fn meets(self, other: Self) -> bool {
        let before = |end: Option<i16>, start: Option<i16>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// The selectors of a figure. An empty set or a missing value means "any".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selectors {
    /// Which insurance.
    pub scheme: Option<Scheme>,
    /// Which statuses.
    pub statuses: EnumSet<Status>,
    /// Which kind of care.
    pub care: Option<Care>,
    /// Which hospital tiers.
    pub tiers: EnumSet<Tier>,
    /// Which routes.
    pub routes: EnumSet<Route>,
    /// Of a trip inside the province: which routes it would have outside.
    pub trips: EnumSet<Route>,
    /// Only where care happens in one of these areas.
    pub to: Option<AreaSet>,
    /// Only people filed elsewhere who are back for care at home.
    pub returns_home: bool,
    /// Which chronic kinds.
    pub diseases: EnumSet<Disease>,
    /// Only people in hardship, or only the others.
    pub hardship: Option<bool>,
    /// Fine: ages in full years.
    pub ages: Option<Band>,
    /// Fine: hospital classes.
    pub hospitals: EnumSet<HospitalClass>,
    /// Fine: contribution classes.
    pub contributions: EnumSet<ContributionClass>,
    /// Fine: years of retirement.
    pub retired_in: Option<Band>,
}

/// How a figure's selectors stand to a situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fit {
    /// Some selector excludes the situation.
    No,
    /// Nothing excludes it, but a fine selector asks for what is not known.
    Perhaps,
    /// Every selector holds.
    Yes,
}

fn set_fits<T: EnumSetType>(set: EnumSet<T>, one: T) -> bool {
    set.is_empty() || set.contains(one)
}

fn fine_fit(known: Option<bool>) -> Fit {
    match known {
        None => Fit::Perhaps,
        Some(true) => Fit::Yes,
        Some(false) => Fit::No,
    }
}

fn fine_set_fit<T: EnumSetType>(set: EnumSet<T>, one: Option<T>) -> Fit {
    if set.is_empty() { Fit::Yes } else { fine_fit(one.map(|one| set.contains(one))) }
}

fn band_fit(band: Option<Band>, number: Option<i16>) -> Fit {
    band.map_or(Fit::Yes, |band| fine_fit(number.map(|number| band.holds(number))))
}

fn place_fit(places: Option<AreaSet>, to: AreaSet) -> Fit {
    match places {
        Some(places) if to.is_disjoint(&places) => Fit::No,
        Some(places) if !to.is_subset(&places) => Fit::Perhaps,
        _ => Fit::Yes,
    }
}

fn set_within<T: EnumSetType>(narrow: EnumSet<T>, wide: EnumSet<T>) -> bool {
    wide.is_empty() || (!narrow.is_empty() && narrow.is_subset(wide))
}

fn value_within<T: PartialEq>(narrow: Option<T>, wide: Option<T>) -> bool {
    wide.is_none() || narrow == wide
}

fn sets_meet<T: EnumSetType>(one: EnumSet<T>, other: EnumSet<T>) -> bool {
    one.is_empty() || other.is_empty() || !one.is_disjoint(other)
}

fn values_meet<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

fn bands_meet(one: Option<Band>, other: Option<Band>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one.meets(other))
}

impl Selectors {
    /// Holds the selectors against a situation.
    ///
    /// A chronic kind is no fine selector: a figure for a kind holds only where
    /// that kind is known.
    pub fn fit(&self, s: &Situation) -> Fit {
        let coarse = self.scheme.is_none_or(|scheme| scheme == s.scheme)
            && set_fits(self.statuses, s.status)
            && self.care.is_none_or(|care| care == s.care)
            && set_fits(self.tiers, s.tier)
            && set_fits(self.routes, s.route)
            && set_fits(self.trips, s.trip)
            && (!self.returns_home || s.returns_home)
            && (self.diseases.is_empty() || s.disease.is_some_and(|kind| self.diseases.contains(kind)))
            && self.hardship.is_none_or(|hardship| hardship == s.hardship);
        if !coarse {
            return Fit::No;
        }
        let fine = [
            place_fit(self.to, s.to),
            band_fit(self.ages, s.age.map(i16::from)),
            fine_set_fit(self.hospitals, s.hospital),
            fine_set_fit(self.contributions, s.contribution),
            band_fit(self.retired_in, s.retired_in),
        ];
        if fine.contains(&Fit::No) {
            Fit::No
        } else if fine.contains(&Fit::Perhaps) {
            Fit::Perhaps
        } else {
            Fit::Yes
        }
    }

    /// Whether these selectors hold nowhere that the other's do not: the
    /// narrower of two matching figures wins over the wider.
    pub fn is_within(&self, wide: &Self) -> bool {
        value_within(self.scheme, wide.scheme)
            && set_within(self.statuses, wide.statuses)
            && value_within(self.care, wide.care)
            && set_within(self.tiers, wide.tiers)
            && set_within(self.routes, wide.routes)
            && set_within(self.trips, wide.trips)
            && wide.to.is_none_or(|places| self.to.is_some_and(|to| to.is_subset(&places)))
            && (self.returns_home || !wide.returns_home)
            && set_within(self.diseases, wide.diseases)
            && value_within(self.hardship, wide.hardship)
            && wide.ages.is_none_or(|band| self.ages.is_some_and(|ages| ages.is_within(band)))
            && set_within(self.hospitals, wide.hospitals)
            && set_within(self.contributions, wide.contributions)
            && wide.retired_in.is_none_or(|band| self.retired_in.is_some_and(|years| years.is_within(band)))
    }

    /// Whether some situation fits both. A chronic kind is one of chronic care alone.
    pub fn meets(&self, other: &Self) -> bool {
        let is_chronic = self.care.or(other.care).is_none_or(|care| care == Care::Chronic);
        let names_kinds = !self.diseases.is_empty() || !other.diseases.is_empty();
        (is_chronic || !names_kinds)
            && values_meet(self.scheme, other.scheme)
            && sets_meet(self.statuses, other.statuses)
            && values_meet(self.care, other.care)
            && sets_meet(self.tiers, other.tiers)
            && sets_meet(self.routes, other.routes)
            && sets_meet(self.trips, other.trips)
            && self.to.zip(other.to).is_none_or(|(one, other)| !one.is_disjoint(&other))
            && sets_meet(self.diseases, other.diseases)
            && values_meet(self.hardship, other.hardship)
            && bands_meet(self.ages, other.ages)
            && sets_meet(self.hospitals, other.hospitals)
            && sets_meet(self.contributions, other.contributions)
            && bands_meet(self.retired_in, other.retired_in)
    }
}

/// What two sets have in common, where an empty one means "any".
fn common<T: EnumSetType>(one: EnumSet<T>, other: EnumSet<T>) -> EnumSet<T> {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => other,
        (_, true) => one,
        _ => one & other,
    }
}

impl Band {
    fn overlap(self, other: Self) -> Self {
        let both = |one: Option<i16>, other: Option<i16>, pick: fn(i16, i16) -> i16| {
            one.zip(other).map_or(one.or(other), |(one, other)| Some(pick(one, other)))
        };
        Self { from: both(self.from, other.from, i16::max), to: both(self.to, other.to, i16::min) }
    }
}

impl Selectors {
    /// The selectors of exactly the situations that fit both, where there are any.
    pub fn overlap(&self, other: &Self) -> Option<Self> {
        let band = |one: Option<Band>, other: Option<Band>| {
            one.zip(other).map_or(one.or(other), |(one, other)| Some(one.overlap(other)))
        };
        self.meets(other).then(|| Self {
            scheme: self.scheme.or(other.scheme),
            statuses: common(self.statuses, other.statuses),
            care: self.care.or(other.care),
            tiers: common(self.tiers, other.tiers),
            routes: common(self.routes, other.routes),
            trips: common(self.trips, other.trips),
            to: self.to.zip(other.to).map_or(self.to.or(other.to), |(one, other)| Some(one & other)),
            returns_home: self.returns_home || other.returns_home,
            diseases: common(self.diseases, other.diseases),
            hardship: self.hardship.or(other.hardship),
            ages: band(self.ages, other.ages),
            hospitals: common(self.hospitals, other.hospitals),
            contributions: common(self.contributions, other.contributions),
            retired_in: band(self.retired_in, other.retired_in),
        })
    }
}

fn write_set<T: EnumSetType + fmt::Debug>(f: &mut fmt::Formatter<'_>, set: EnumSet<T>) -> fmt::Result {
    for (index, one) in set.iter().enumerate() {
        write!(f, "{}{one:?}", if index == 0 { "/" } else { "+" })?;
    }
    Ok(())
}

/// The part of a figure's id that tells where it holds: `/Employee/Active/Three`.
impl fmt::Display for Selectors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scheme) = self.scheme {
            write!(f, "/{scheme:?}")?;
        }
        write_set(f, self.statuses)?;
        if let Some(care) = self.care {
            write!(f, "/{care:?}")?;
        }
        write_set(f, self.tiers)?;
        write_set(f, self.routes)?;
        if !self.trips.is_empty() {
            f.write_str("/trip")?;
            write_set(f, self.trips)?;
        }
        if let Some(to) = self.to {
            let Destination { but, places } = Destination::of(to);
            let codes: Vec<String> = places.iter().map(|place| place.code().to_string()).collect();
            write!(f, "/{}={}", if but { "not_to" } else { "to" }, codes.join("+"))?;
        }
        if self.returns_home {
            f.write_str("/returns-home")?;
        }
        write_set(f, self.diseases)?;
        if let Some(hardship) = self.hardship {
            write!(f, "/hardship={hardship}")?;
        }
        for (name, band) in [("age", self.ages), ("retired", self.retired_in)] {
            if let Some(Band { from, to }) = band {
                let end = |end: Option<i16>| end.map_or(String::new(), |end| end.to_string());
                write!(f, "/{name}={}..{}", end(from), end(to))?;
            }
        }
        write_set(f, self.hospitals)?;
        write_set(f, self.contributions)
    }
}

/// Where care happens, in the fewest places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The places are those where it does not happen.
    pub but: bool,
    /// Provinces and areas.
    pub places: Vec<Place>,
}

impl Destination {
    /// A set of areas in the fewest places: its own, or those outside it.
    pub fn of(areas: AreaSet) -> Self {
        let (inside, outside) = (areas.places(), (AreaSet::all() - areas).places());
        if outside.len() < inside.len() {
            Self { but: true, places: outside }
        } else {
            Self { but: false, places: inside }
        }
    }
}
