//! When an item, a paper or a note applies: conditions as sets, and what a case
//! says about each of them.

use enumset::{EnumSet, EnumSetType};
use jiff::civil::Date;
use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize};

use super::phase::Phase;
use crate::case::{Case, Circumstance, Effect, Filed, Networked, Reason};
use crate::places::{AreaId, Place, ProvinceId};
use crate::policy::{Care, Disease, InProvinceFiling, Route, Routes, Scheme, Status};

/// How far the visit has come on a day.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Stage {
    /// Still to come, or no day was given.
    Ahead,
    /// Admitted and not yet discharged; the discharge may be today.
    InCare,
    /// Discharged, or the bill is paid.
    Over,
}

impl Stage {
    /// Where the visit stands on a day.
    pub fn of(case: &Case, today: Date) -> Self {
        let paid = case.has(Effect::PaidInFull);
        match (case.admitted, case.discharged) {
            _ if paid => Self::Over,
            (_, Some(discharged)) if discharged < today => Self::Over,
            (_, Some(discharged)) if discharged == today => Self::InCare,
            (Some(admitted), _) if admitted <= today => Self::InCare,
            _ => Self::Ahead,
        }
    }

    /// What is still to be done of an earlier phase is done in this one.
    pub const fn phase(self) -> Phase {
        match self {
            Self::Ahead => Phase::BeforeLeaving,
            Self::InCare => Phase::BeforeDischarge,
            Self::Over => Phase::AfterDischarge,
        }
    }
}

/// How the bill is settled (结算方式).
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Settling {
    /// At the hospital: the person pays only the own share (直接结算).
    Direct,
    /// The person paid or will pay in full and claims later (手工报销).
    ByHand,
    /// Not known.
    Open,
}

impl Settling {
    /// How a case is settled: by hand where the bill is paid in full, where the
    /// hospital is not networked (N-53), or where the person left without a
    /// filing (N-52); else as the hospital does.
    pub fn of(case: &Case, routes: Routes, stage: Stage) -> Self {
        let paid = case.has(Effect::PaidInFull);
        let left_unfiled = stage == Stage::Over && routes == EnumSet::only(Route::Unfiled);
        match case.networked {
            _ if paid || left_unfiled => Self::ByHand,
            Networked::No => Self::ByHand,
            Networked::Yes => Self::Direct,
            Networked::Unknown => Self::Open,
        }
    }
}

/// What is known of filing a trip inside the insured province (省内异地备案).
#[derive(EnumSetType, Debug, Hash, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum InProvince {
    /// None is needed (免备案).
    NotNeeded,
    /// It must be filed as well.
    Needed,
    /// The data holds no rule of the province.
    Unknown,
}

impl From<Option<InProvinceFiling>> for InProvince {
    fn from(says: Option<InProvinceFiling>) -> Self {
        match says {
            Some(InProvinceFiling::NotNeeded) => Self::NotNeeded,
            Some(InProvinceFiling::Needed) => Self::Needed,
            None => Self::Unknown,
        }
    }
}

/// A province or pooling area, written as its division code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within(pub Place);

impl Within {
    /// Whether a place certainly lies in it.
    pub fn has(self, place: Place) -> bool {
        match self.0 {
            Place::Province(province) => place.insurer() == province,
            area @ Place::Area(_) => place == area,
        }
    }
}

impl<'de> Deserialize<'de> for Within {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let code = text.parse().ok();
        let province = || code.and_then(ProvinceId::by_code).map(Place::Province);
        let area = || code.and_then(AreaId::by_code).map(Place::Area);
        province().or_else(area).map(Self).ok_or_else(|| {
            de::Error::custom(format_args!(
                "{text:?} is no code of a province or pooling area; see data/areas.ron"
            ))
        })
    }
}

/// A day like `"2027-01-01"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CivilDay(pub Date);

impl<'de> Deserialize<'de> for CivilDay {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let wrong = || de::Error::custom(format_args!("{text:?} is no day like \"2027-01-01\""));
        text.parse().map(Self).map_err(|_| wrong())
    }
}

/// What must hold; what is left out holds always. A set holds where the case
/// has one of its members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// One of these routes is possible.
    pub routes: EnumSet<Route>,
    /// For one of these reasons.
    pub reasons: EnumSet<Reason>,
    /// With one of these answers to "filed?".
    pub filed: EnumSet<Filed>,
    /// For this scheme.
    pub scheme: Option<Scheme>,
    /// For one of these statuses.
    pub statuses: EnumSet<Status>,
    /// For one of these kinds of visit.
    pub care: EnumSet<Care>,
    /// For one of these chronic kinds.
    pub diseases: EnumSet<Disease>,
    /// For people in hardship, or only for the others.
    pub hardship: Option<bool>,
    /// With one of these answers to "does the hospital settle directly?".
    pub networked: EnumSet<Networked>,
    /// Where the bill is settled in one of these ways.
    pub settles: EnumSet<Settling>,
    /// All of these circumstances are so.
    pub also: EnumSet<Circumstance>,
    /// None of these circumstances is so.
    pub unless: EnumSet<Circumstance>,
    /// An alliance counts the trip as filed.
    pub counted_as_filed: Option<bool>,
    /// What is known of filing inside the province; on a trip out of it this does not count.
    pub in_province: EnumSet<InProvince>,
    /// For people insured in one of these places.
    pub insured: Vec<Within>,
    /// For care in one of these places.
    pub care_in: Vec<Within>,
    /// In one of these stages.
    pub stages: EnumSet<Stage>,
    /// Where it is settled on this day or later.
    pub from: Option<CivilDay>,
    /// Where it is settled on this day or earlier.
    pub until: Option<CivilDay>,
}

/// What a case says about everything a condition may ask.
#[derive(Clone, Debug)]
pub struct CaseFacts {
    /// The case.
    pub case: Case,
    /// The routes that are possible.
    pub routes: Routes,
    /// An alliance counts the trip as filed.
    pub counted_as_filed: bool,
    /// What is known of filing inside the province.
    pub in_province: InProvince,
    /// How far the visit has come.
    pub stage: Stage,
    /// How the bill is settled.
    pub settles: Settling,
}

fn allows<T: EnumSetType>(set: EnumSet<T>, one: T) -> bool {
    set.is_empty() || set.contains(one)
}

fn near(places: &[Within], place: Place) -> bool {
    places.is_empty() || places.iter().any(|within| within.has(place))
}

impl Condition {
    /// Whether it holds in a situation.
    pub fn holds(&self, now: &CaseFacts) -> bool {
        self.holds_on_the_way(now) && self.holds_for(&now.case) && {
            let Case { insured, care_place, date, .. } = now.case;
            near(&self.insured, insured)
                && near(&self.care_in, care_place)
                && self.from.is_none_or(|from| from.0 <= date)
                && self.until.is_none_or(|until| date <= until.0)
        }
    }

    /// The part that asks for route, filing, stage and settlement.
    pub(super) fn holds_on_the_way(&self, now: &CaseFacts) -> bool {
        (self.routes.is_empty() || !self.routes.is_disjoint(now.routes))
            && allows(self.reasons, now.case.reason)
            && allows(self.filed, now.case.filed)
            && allows(self.networked, now.case.networked)
            && allows(self.settles, now.settles)
            && allows(self.stages, now.stage)
            && (!now.routes.contains(Route::InProvince) || allows(self.in_province, now.in_province))
            && self.also.is_subset(now.case.circumstances)
            && self.unless.is_disjoint(now.case.circumstances)
            && self.counted_as_filed.is_none_or(|counted| counted == now.counted_as_filed)
    }

    /// The part that asks for the person and the kind of visit.
    pub(super) fn holds_for(&self, case: &Case) -> bool {
        let is_meant = |status: Status| {
            self.scheme.is_none_or(|scheme| scheme == status.scheme()) && allows(self.statuses, status)
        };
        case.status.all().iter().any(is_meant)
            && allows(self.care, case.care)
            && (self.diseases.is_empty() || case.disease.is_some_and(|kind| self.diseases.contains(kind)))
            && self.hardship.is_none_or(|hardship| hardship == case.hardship)
    }
}
