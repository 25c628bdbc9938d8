//! What may be different from what was assumed, each alone.

use jiff::civil::{Date, date};

use crate::case::{Case, TRIPS};
use crate::estimate::{Estimate, EstimateError, Outcome, Terms, estimate, run_on, settle_on};
use crate::num::{Money, Percent};
use crate::policy::{Book, Care, ContributionClass, HospitalClass, Item, Route, Status, Tier};

/// The stay counted as something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Like {
    /// As on another route.
    Route(Route),
    /// As another admission of the year, from 1.
    Admission(u8),
    /// As in a hospital of another tier.
    Tier(Tier),
    /// As for a person of another status.
    Status(Status),
    /// As for a person in hardship, or not.
    Hardship(bool),
    /// As in a hospital of another class.
    Hospital(HospitalClass),
    /// As for another contribution class.
    Contribution(ContributionClass),
    /// As another kind of care.
    Care(Care),
    /// By the figures of another day.
    Date(Date),
}

/// One thing that is different from what was assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The bill: its whole or its parts.
    Bill,
    /// The stay counted as something else.
    Like(Like),
    /// No deductible was taken.
    NoDeductible,
    /// One figure alone is that of something else.
    Only(Item, Like),
    /// Nothing of what was counted earlier this year was counted.
    NothingEarlier,
    /// The pooled fund had paid so much this year.
    FundUsed(Money),
    /// So much of the annual deductible had been paid.
    DeductiblePaid(Money),
    /// The person had borne so much this year.
    BurdenBorne(Money),
    /// Another deductible.
    Deductible(Money),
    /// Another rate.
    Rate(Percent),
    /// Another rate above the cap.
    SupplementRate(Percent),
    /// So much of the bill is not covered.
    Uncovered(Money),
}

impl Change {
    /// Whether its number was worked out from the slip: it fits one number by
    /// being made to.
    pub const fn is_solved(self) -> bool {
        matches!(
            self,
            Self::FundUsed(_)
                | Self::DeductiblePaid(_)
                | Self::BurdenBorne(_)
                | Self::Deductible(_)
                | Self::Rate(_)
                | Self::SupplementRate(_)
                | Self::Uncovered(_)
        )
    }
}

/// The figures that are tried alone.
const ALONE: [Item; 3] = [Item::Deductible, Item::Rate, Item::Away];
/// Admissions that are tried.
const ADMISSIONS: u8 = 4;

/// Everything the stay could have been counted as, most likely first.
pub(super) fn likes(case: &Case, base: &Estimate) -> Vec<Like> {
    let known = base.routes();
    let trips = TRIPS.iter().map(|(route, ..)| *route).chain([Route::InProvince, Route::Local]);
    let mut likes: Vec<Like> = trips.filter(|route| !known.contains(*route)).map(Like::Route).collect();
    let now = case.year.admissions + 1;
    likes.extend((1..=ADMISSIONS).filter(|one| *one != now).map(Like::Admission));
    likes.extend(Tier::ALL.into_iter().filter(|tier| case.tier.known() != Some(*tier)).map(Like::Tier));
    let mut statuses: Vec<Status> =
        Status::ALL.into_iter().filter(|one| case.status.known() != Some(*one)).collect();
    statuses.sort_by_key(|one| case.scheme().is_some_and(|scheme| one.scheme() != scheme));
    likes.extend(statuses.into_iter().map(Like::Status));
    likes.push(Like::Hardship(!case.hardship));
    likes
        .extend(HospitalClass::ALL.into_iter().filter(|one| Some(*one) != case.hospital).map(Like::Hospital));
    let classes = ContributionClass::ALL.into_iter().filter(|one| Some(*one) != case.contribution);
    likes.extend(classes.map(Like::Contribution));
    let cares = [Care::Inpatient, Care::Outpatient].into_iter().filter(|care| *care != case.care);
    likes.extend(cares.map(Like::Care));
    let year = case.date.year();
    let days = [Some(date(year.max(1) - 1, 12, 31)), case.admitted, Some(date(year.min(9998) + 1, 1, 1))];
    likes.extend(days.into_iter().flatten().filter(|day| *day != case.date).map(Like::Date));
    likes
}

/// The case counted as something else; none for a route, which no answer alone decides.
pub(super) fn changed(case: &Case, like: Like) -> Option<Case> {
    let mut case = *case;
    match like {
        Like::Route(_) => return None,
        Like::Admission(number) => case.year.admissions = number.saturating_sub(1),
        Like::Tier(tier) => case.tier = tier.into(),
        Like::Status(status) => case.status = status.into(),
        Like::Hardship(hardship) => case.hardship = hardship,
        Like::Hospital(class) => case.hospital = Some(class),
        Like::Contribution(class) => case.contribution = Some(class),
        Like::Care(care) => case.care = care,
        Like::Date(date) => case.date = date,
    }
    Some(case)
}

/// The runs of a case counted as something else; none where no rate is known.
pub(super) fn runs(
    book: &Book,
    case: &Case,
    base: &Estimate,
    like: Like,
) -> Result<Vec<Outcome>, EstimateError> {
    let found = match (like, changed(case, like)) {
        (Like::Route(route), _) => {
            let of_area = |area| settle_on(book, case, area, route);
            let found: Result<Vec<Vec<Outcome>>, _> = base.areas().into_iter().map(of_area).collect();
            found.map(|runs| runs.into_iter().flatten().collect())
        }
        (_, Some(case)) => estimate(book, &case).map(|estimate| estimate.runs),
        _ => Ok(Vec::new()),
    };
    match found {
        Err(EstimateError::NoRate { .. }) => Ok(Vec::new()),
        other => other,
    }
}

/// The runs of the case with one figure alone from another run of the same area.
pub(super) fn mixed(case: &Case, base: &Estimate, others: &[Outcome]) -> Vec<(Item, Vec<Outcome>)> {
    let mix = |item: Item| {
        let of = |run: &Outcome| {
            let other = others.iter().find(|other| other.terms.area == run.terms.area)?;
            run_on(case, with(&run.terms, &other.terms, item)).ok()
        };
        (item, base.runs.iter().filter_map(of).collect())
    };
    ALONE.into_iter().map(mix).collect()
}

fn with(terms: &Terms, other: &Terms, item: Item) -> Terms {
    let mut terms = terms.clone();
    match item {
        Item::Deductible => terms.deductible = other.deductible.clone(),
        Item::Rate => terms.rate = other.rate.clone(),
        _ => terms.away = other.away.clone(),
    }
    terms
}
