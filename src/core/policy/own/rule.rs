//! One rule that can be told: a number of a stay, for a scheme and whatever else
//! it hangs on.

use enumset::EnumSet;
use jiff::civil::Date;

use crate::places::{AreaId, AreaSet};
use crate::policy::book::Book;
use crate::policy::figure::Item;
use crate::policy::kinds::{Care, Route, Scheme, Status, Tier};
use crate::policy::lookup::{Found, look_up};
use crate::policy::selectors::{Selectors, Situation};

/// A rule of a stay in hospital that a person can tell in a few characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// Whose rule.
    pub scheme: Scheme,
    /// What it is a number of.
    pub item: Item,
    /// For whom, where it hangs on that.
    pub status: Option<Status>,
    /// In which hospital, where it hangs on that.
    pub tier: Option<Tier>,
    /// On which route, where it hangs on that.
    pub route: Option<Route>,
}

/// What kind of number a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// A deductible, perhaps with others for later admissions.
    Deductible,
    /// A rate, perhaps by slices.
    Rate,
    /// An amount.
    Amount,
    /// What a route does.
    Away,
}

impl Rule {
    /// The rules of a scheme, in the order in which a form asks for them.
    pub fn all(scheme: Scheme) -> Vec<Self> {
        let plain = |item| Self { scheme, item, status: None, tier: None, route: None };
        let statuses: &[Status] = match scheme {
            Scheme::Employee => &[Status::Active, Status::Retired],
            Scheme::Resident => &[Status::Adult, Status::Senior, Status::Child],
        };
        let deductibles =
            Tier::ALL.into_iter().map(|tier| Self { tier: Some(tier), ..plain(Item::Deductible) });
        let rates = statuses.iter().flat_map(|status| {
            Tier::ALL.into_iter().map(|tier| Self {
                status: Some(*status),
                tier: Some(tier),
                ..plain(Item::Rate)
            })
        });
        // Only employees have a supplement.
        let of_employees = [Item::SupplementRate, Item::SupplementCap];
        let layers = [
            &[Item::Cap][..],
            if scheme == Scheme::Employee { &of_employees } else { &[] },
            &[Item::CatastrophicDeductible, Item::CatastrophicRate, Item::CatastrophicCap],
        ];
        let routes = Route::ALL.into_iter().filter(|route| *route != Route::Local);
        deductibles
            .chain(rates)
            .chain(layers.into_iter().flatten().map(|item| plain(*item)))
            .chain(routes.map(|route| Self { route: Some(route), ..plain(Item::Away) }))
            .collect()
    }

    /// What kind of number it is.
    pub const fn kind(self) -> RuleKind {
        match self.item {
            Item::Deductible => RuleKind::Deductible,
            Item::Rate | Item::SupplementRate | Item::CatastrophicRate | Item::AidRate => RuleKind::Rate,
            Item::Away => RuleKind::Away,
            _ => RuleKind::Amount,
        }
    }

    /// Where its figure holds.
    pub fn selectors(self) -> Selectors {
        let mut statuses: EnumSet<Status> = self.status.into_iter().collect();
        // A senior is an adult wherever seniors are not named.
        if statuses.contains(Status::Adult) {
            statuses |= Status::Senior;
        }
        Selectors {
            scheme: Some(self.scheme),
            care: Some(Care::Inpatient),
            statuses,
            tiers: self.tier.into_iter().collect(),
            routes: self.route.into_iter().collect(),
            ..Selectors::default()
        }
    }

    /// A situation in which it holds: what it does not hang on is the usual.
    fn situation(self) -> Situation {
        let route = self.route.unwrap_or(Route::Local);
        let trip = if route == Route::InProvince { Route::Temporary } else { route };
        let usual = match self.scheme {
            Scheme::Employee => Status::Active,
            Scheme::Resident => Status::Adult,
        };
        Situation {
            scheme: self.scheme,
            status: self.status.unwrap_or(usual),
            care: Care::Inpatient,
            tier: self.tier.unwrap_or(Tier::Three),
            route,
            trip,
            to: AreaSet::all(),
            returns_home: false,
            hardship: false,
            disease: None,
            age: None,
            hospital: None,
            contribution: None,
            retired_in: None,
        }
    }

    /// The figures that hold for it in an area on a day: the area's own, else
    /// those of its province or the nation; none where nothing is known.
    pub fn in_force(self, book: &Book, area: AreaId, date: Date) -> Found {
        let unknown = Found::Unknown { begins: None };
        let Ok(levels) = book.levels(area) else { return unknown };
        look_up(&levels, self.item, &self.situation(), date).unwrap_or(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_asks_each_rule_once() {
        for (scheme, count) in [(Scheme::Employee, 4 + 8 + 3 + 3 + 6), (Scheme::Resident, 4 + 12 + 1 + 3 + 6)]
        {
            let rules = Rule::all(scheme);
            let once: std::collections::BTreeSet<Rule> = rules.iter().copied().collect();
            assert_eq!((rules.len(), once.len()), (count, count));
        }
    }
}
