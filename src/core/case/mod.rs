//! The case: a person, a trip, a visit and a bill, made whole and checked.
//!
//! Holds no rule of any area.

mod circumstance;
mod field;
mod possible;
mod route;
mod told;

pub(crate) use circumstance::CIRCUMSTANCE_WORDS;
pub use circumstance::{Asked, Circumstance, CircumstanceEntry, Effect, Said};
pub use field::Field;
pub use possible::Possible;
pub use route::{Journey, Routing, TRIPS, routing, trip_by};
pub use told::Told;

use enumset::{EnumSet, EnumSetType};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::num::{Money, Percent, Span};
use crate::places::{AreaId, AreaSet, Place};
use crate::policy::{
    Care, ContributionClass, Disease, Grade, HospitalClass, Route, Scheme, Situation, Status, Tier,
};
use crate::variants::all;

/// Why the person goes elsewhere (外出就医原因).
#[derive(EnumSetType, Debug, Default, Hash, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Reason {
    /// Retired and resettled there (异地安置退休).
    Resettled,
    /// Lives there for long (异地长期居住).
    LongTermResident,
    /// Posted there for work (常驻异地工作).
    Posted,
    /// Referred by a hospital of the insured area (异地转诊).
    Referral,
    /// Emergency rescue (急诊抢救).
    Emergency,
    /// Any other trip (其他临时外出).
    #[default]
    Other,
}

impl Reason {
    /// Every reason, in the order the wizard lists them.
    pub const ALL: [Self; 6] =
        [Self::Other, Self::Referral, Self::Emergency, Self::LongTermResident, Self::Resettled, Self::Posted];

    /// The route of a trip for this reason that was filed before the settlement.
    pub const fn route_if_filed(self) -> Route {
        match self {
            Self::Resettled | Self::LongTermResident | Self::Posted => Route::LongTerm,
            Self::Referral => Route::Referral,
            Self::Emergency => Route::Emergency,
            Self::Other => Route::Temporary,
        }
    }
}

/// Whether the trip is filed before the settlement (备案).
#[derive(EnumSetType, Debug, Default, Hash, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Filed {
    /// It is already.
    Yes,
    /// Not yet, but it will be.
    #[default]
    Planned,
    /// It is not, and will not be.
    No,
    /// The person does not know.
    Unknown,
}

impl Filed {
    /// Every answer, in the order the wizard lists them, the usual one first.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Yes, Self::No, Self::Unknown];
}

/// Whether the hospital settles directly (联网直接结算).
#[derive(EnumSetType, Debug, Default, Hash, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Networked {
    /// The person does not know.
    #[default]
    Unknown,
    /// It does.
    Yes,
    /// It does not: the person pays in full and claims later.
    No,
}

impl Networked {
    /// Every answer, in the order the wizard lists them.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

/// The bill. A part that is not given is unknown, not zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bill {
    /// The whole bill (总费用), as far as it is known: an amount, or between two.
    pub total: Option<Span<Money>>,
    /// Outside the catalogue (自费).
    pub own_expense: Option<Money>,
    /// The patient's first share of class-B items (乙类先行自付).
    pub prepay: Option<Money>,
    /// The class-B amount and its prepay rate, where the prepay was worked out of them.
    pub class_b: Option<(Money, Percent)>,
    /// Above a price ceiling (超限价自付).
    pub over_limit: Option<Money>,
}

impl Bill {
    /// The whole bill at its lower end; nothing where it is not known.
    pub fn low(&self) -> Money {
        self.total.map_or(Money::ZERO, Span::low)
    }

    /// The whole bill at its higher end; nothing where it is not known.
    pub fn high(&self) -> Money {
        self.total.map_or(Money::ZERO, Span::high)
    }

    /// The same bill, the whole of it known to be so much.
    #[must_use]
    pub fn of(self, total: Money) -> Self {
        Self { total: Some(Span::exact(total)), ..self }
    }

    /// Whether the whole and its parts are known to the fen.
    pub fn is_exact(&self) -> bool {
        self.split().is_some() && self.total.is_some_and(Span::is_exact)
    }

    /// The parts that are known not to be eligible.
    pub fn known_parts(&self) -> Money {
        [self.own_expense, self.prepay, self.over_limit].into_iter().flatten().sum()
    }

    /// The three parts, where all are known.
    pub fn split(&self) -> Option<[Money; 3]> {
        Some([self.own_expense?, self.prepay?, self.over_limit?])
    }
}

/// What happened earlier in the calendar year, one amount for each limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct YearToDate {
    /// Admissions before this one.
    pub admissions: u8,
    /// Annual deductible already paid.
    pub deductible: Money,
    /// Deductible already paid in the illness that goes on in another hospital
    /// (同一次病转院); none where that is not known.
    pub illness: Option<Money>,
    /// Earlier eligible cost, on which annual slices count on.
    pub eligible: Money,
    /// Paid by the pooled fund.
    pub fund: Money,
    /// Paid by the supplement.
    pub supplement: Money,
    /// Compliant burden borne by the person.
    pub burden: Money,
    /// Paid by the catastrophic insurance.
    pub catastrophic: Money,
    /// Paid by medical aid.
    pub aid: Money,
}

/// A case that can be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where the person is insured (参保地).
    pub insured: Place,
    /// Where treatment happens (就医地).
    pub care_place: Place,
    /// The person's status, which implies the scheme; several where it is not known.
    pub status: Possible<Status>,
    /// What kind of visit.
    pub care: Care,
    /// The hospital's tier; several where it is not known.
    pub tier: Possible<Tier>,
    /// Why the person goes there.
    pub reason: Reason,
    /// Whether the trip is filed.
    pub filed: Filed,
    /// The bill.
    pub bill: Bill,
    /// What happened earlier in the year; where that is not certain, at its end better
    /// for the person.
    pub year: YearToDate,
    /// The same at the worse end, where it is another.
    pub year_at_worst: Option<YearToDate>,
    /// Balance of the personal account, for employees.
    pub account: Money,
    /// Whether the person is in hardship.
    pub hardship: bool,
    /// The chronic kind, for chronic care.
    pub disease: Option<Disease>,
    /// Age in full years, where given.
    pub age: Option<u8>,
    /// The hospital's class within its tier, where given.
    pub hospital: Option<HospitalClass>,
    /// The contribution class, where given.
    pub contribution: Option<ContributionClass>,
    /// The year of retirement, where given.
    pub retired_in: Option<i16>,
    /// Local rules that the person was told.
    pub told: Told,
    /// Whether the hospital settles directly.
    pub networked: Networked,
    /// What else is so.
    pub circumstances: EnumSet<Circumstance>,
    /// The day of admission, where given.
    pub admitted: Option<Date>,
    /// The day of discharge, where given.
    pub discharged: Option<Date>,
    /// The settlement date, which picks the version of every figure: the
    /// discharge where it is given.
    pub date: Date,
}

impl Case {
    /// The insurance that pays, where it is known.
    pub fn scheme(&self) -> Option<Scheme> {
        let first = self.status.first().scheme();
        self.status.all().iter().all(|status| status.scheme() == first).then_some(first)
    }

    /// The same case with what the better year left.
    #[must_use]
    pub const fn in_best_year(&self) -> Self {
        Self { year_at_worst: None, ..*self }
    }

    /// The same case with what the worse year left.
    #[must_use]
    pub fn in_worst_year(&self) -> Self {
        Self { year: self.year_at_worst.unwrap_or(self.year), year_at_worst: None, ..*self }
    }

    /// The same case with each status and each tier that may be meant: of these both
    /// are known.
    pub fn each(&self) -> impl Iterator<Item = Self> {
        let case = *self;
        self.status.all().iter().flat_map(move |status| {
            case.tier.all().iter().map(move |tier| Self { status: status.into(), tier: tier.into(), ..case })
        })
    }

    /// The areas where care may happen for somebody insured in one area who takes a route.
    fn care_areas(&self, insured: AreaId, route: Route) -> AreaSet {
        let home = AreaSet::only(insured);
        match (route, self.care_place) {
            (Route::Local, _) => home,
            (_, Place::Area(_)) => AreaSet::of_place(self.care_place),
            (_, Place::Province(_)) => {
                let others = AreaSet::of_place(self.care_place) - home;
                if others.is_empty() { home } else { others }
            }
        }
    }

    /// Whether one of its circumstances does this to the sum.
    pub fn has(&self, effect: Effect) -> bool {
        self.circumstances.iter().any(|one| one.effect() == effect)
    }

    /// Whether it is nothing that this insurance pays: nothing is filed, claimed or
    /// settled with it.
    pub fn stands_alone(&self) -> bool {
        self.circumstances.iter().any(|one| one.effect().stands_alone())
    }

    /// How sure it is that nothing is paid; none where something may be.
    pub fn not_paid(&self) -> Option<Grade> {
        // Hardly any case has a circumstance, and tables have millions of cases.
        let none = self.circumstances.iter().filter(|one| one.effect() == Effect::NotPaid);
        none.map(|one| one.entry().grade).max()
    }

    /// The case as the look-up sees it, insured in one area, on one way; where status
    /// or tier are not known, with the first that may be meant (see [`Case::each`]).
    pub fn situation(&self, insured: AreaId, Journey { route, trip }: Journey) -> Situation {
        Situation {
            to: self.care_areas(insured, route),
            trip,
            returns_home: route == Route::Local && self.has(Effect::ReturnsHome),
            scheme: self.status.first().scheme(),
            status: self.status.first(),
            care: self.care,
            tier: self.tier.first(),
            route,
            hardship: self.hardship,
            disease: self.disease,
            age: self.age,
            hospital: self.hospital,
            contribution: self.contribution,
            retired_in: self.retired_in,
        }
    }
}
