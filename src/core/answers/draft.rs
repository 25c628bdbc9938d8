//! The draft: answers as typed, and what becomes of them.

use std::collections::BTreeMap;

use enumset::EnumSet;
use jiff::civil::Date;

use super::day::{parse_day, parse_day_after, parse_day_near};
use super::typed::{Typed, parse_age};
use crate::case::{Circumstance, Effect, Field, Filed, Networked, Possible, Reason, trip_by};
use crate::names::SlipField;
use crate::places::Place;
use crate::policy::{Care, ContributionClass, Disease, HospitalClass, Route, Scheme, Status, Tier};

/// Answers as they were given; what is missing was not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where the person is insured.
    pub insured: Option<Place>,
    /// Where treatment happens.
    pub care_place: Option<Place>,
    /// The scheme, where it was named apart from the status.
    pub scheme: Option<Scheme>,
    /// The status, which implies the scheme.
    pub status: Option<Status>,
    /// The status was said not to be known.
    pub status_is_open: bool,
    /// The hospital's tier.
    pub tier: Option<Tier>,
    /// The tier was said not to be known.
    pub tier_is_open: bool,
    /// Why the person goes there.
    pub reason: Reason,
    /// Whether the trip is filed.
    pub filed: Filed,
    /// What kind of visit.
    pub care: Care,
    /// The chronic kind, for chronic care.
    pub disease: Option<Disease>,
    /// Whether the person is in hardship.
    pub hardship: bool,
    /// The hospital's class within its tier.
    pub hospital: Option<HospitalClass>,
    /// The contribution class.
    pub contribution: Option<ContributionClass>,
    /// Whether the hospital settles directly.
    pub networked: Networked,
    /// What else is so.
    pub circumstances: EnumSet<Circumstance>,
    /// What was typed, by question; nothing typed means unknown, or the usual.
    pub texts: BTreeMap<Field, String>,
    /// The stays of the person's year, where this is one of several.
    pub year: Option<Box<YearStays>>,
}

/// So many times a stay can stand in a list.
pub const MOST_TIMES: u16 = 366;

/// So many stays a list may have.
pub const MOST_STAYS: usize = 99;

/// A stay, or visits that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStay {
    /// Its answers.
    pub draft: Draft,
    /// How many of it there are; at least one.
    pub times: u16,
    /// The numbers of the real slip, as typed.
    pub paid: BTreeMap<SlipField, String>,
}

impl YearStay {
    /// One stay that is not settled yet.
    pub const fn of(draft: Draft) -> Self {
        Self { draft, times: 1, paid: BTreeMap::new() }
    }
}

/// Every stay of a year, and which of them is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStays {
    /// The stays; at least one.
    pub stays: Vec<YearStay>,
    /// The place of the one that is looked at.
    pub here: usize,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            insured: None,
            care_place: None,
            scheme: None,
            status: None,
            status_is_open: false,
            tier: None,
            tier_is_open: false,
            reason: Reason::default(),
            filed: Filed::default(),
            care: Care::Inpatient,
            disease: None,
            hardship: false,
            hospital: None,
            contribution: None,
            networked: Networked::default(),
            circumstances: EnumSet::empty(),
            texts: BTreeMap::new(),
            year: None,
        }
    }
}

impl Typed for Draft {
    fn typed(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }
}

impl Draft {
    /// What was typed for a question; empty where nothing was.
    pub fn typed(&self, field: Field) -> &str {
        Typed::typed(self, field)
    }

    /// Takes what was typed for a question.
    pub fn write(&mut self, field: Field, typed: &str) {
        if typed.is_empty() {
            self.texts.remove(&field);
        } else {
            self.texts.insert(field, typed.to_owned());
        }
    }

    /// The day typed for a question, counted from today where it says so.
    pub fn day(&self, field: Field, today: Date) -> Option<Date> {
        let typed = self.typed(field).trim();
        let admitted = (field == Field::Date).then(|| self.day(Field::Admitted, today)).flatten();
        match admitted {
            Some(admitted) => parse_day_after(typed, admitted, today),
            None => parse_day_near(typed, today),
        }
    }

    /// Writes days that leave the year out or count from today as what they mean
    /// today: they are to mean the same tomorrow.
    pub fn settle_days(&mut self, today: Date) {
        for field in [Field::Admitted, Field::Date] {
            if parse_day(self.typed(field)).is_none()
                && let Some(day) = self.day(field, today)
            {
                self.write(field, &day.to_string());
            }
        }
    }

    /// The statuses that may be meant; none where the question is not answered.
    pub fn possible_statuses(&self) -> Option<Possible<Status>> {
        let is_of = |status: &Status| self.scheme.is_none_or(|scheme| status.scheme() == scheme);
        let open = || Possible::one_of(Status::ALL.into_iter().filter(is_of).collect());
        self.status.map(Possible::only).or_else(|| open().filter(|_| self.status_is_open))
    }

    /// The tiers that may be meant; none where the question is not answered.
    pub fn possible_tiers(&self) -> Option<Possible<Tier>> {
        let open = || Possible::one_of(EnumSet::all());
        self.tier.map(Possible::only).or_else(|| open().filter(|_| self.tier_is_open))
    }

    /// Takes a route: the reason and the filing that lead to it. A filing that is for
    /// elsewhere is not that of this trip, which is then still to be made.
    pub fn take_route(&mut self, route: Route) {
        (self.reason, self.filed) = trip_by(route, self.reason, self.filed);
        let is_elsewhere = self.circumstances.iter().any(|one| one.effect() == Effect::NotFiledHere);
        if is_elsewhere && self.filed == Filed::Yes {
            self.filed = Filed::Planned;
        }
    }

    /// Takes the status that is meant where only the scheme was named, at an age
    /// that may be typed elsewhere; tells which. From some age on nothing is meant.
    pub fn assume_status(&mut self, age: &str) -> Option<Status> {
        let scheme = self.scheme.filter(|_| self.status.is_none() && !self.status_is_open)?;
        self.status = usual_status(scheme, parse_age(age));
        self.status
    }
}

/// The status that is meant where only the scheme is named.
pub fn usual_status(scheme: Scheme, age: Option<u8>) -> Option<Status> {
    match (scheme, age) {
        (Scheme::Employee, Some(60..)) => None,
        (Scheme::Employee, _) => Some(Status::Active),
        (Scheme::Resident, Some(..18)) => Some(Status::Child),
        (Scheme::Resident, Some(60..)) => Some(Status::Senior),
        (Scheme::Resident, _) => Some(Status::Adult),
    }
}
