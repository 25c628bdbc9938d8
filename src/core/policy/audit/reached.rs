//! How many areas a rule is known for: counted area by area, where
//! [`Coverage`](super::Coverage) has a row for those that are alike.

use std::sync::Arc;

use enumset::{EnumSet, EnumSetType};
use jiff::civil::Date;

use super::in_force::LevelFigures;
use crate::policy::figure::{Figure, Holder, Item};
use crate::policy::kinds::{Care, Route, Scheme, Tier};
use crate::policy::lookup::{ClashError, Found, look_up};
use crate::policy::selectors::Situation;

/// Where an item's figures come from, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// The area's own figure.
    Own,
    /// Its province's.
    Province,
    /// The nation's.
    Nation,
    /// No level has one.
    Unknown,
}

/// Areas by where an item's figures come from in some situation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReachCounts {
    /// From the area itself.
    pub own: usize,
    /// From its province.
    pub province: usize,
    /// From the nation.
    pub nation: usize,
    /// From nowhere.
    pub unknown: usize,
}

impl ReachCounts {
    /// With so many more areas.
    pub(super) const fn add(&mut self, reach: Reach, areas: usize) {
        match reach {
            Reach::Own => self.own += areas,
            Reach::Province => self.province += areas,
            Reach::Nation => self.nation += areas,
            Reach::Unknown => self.unknown += areas,
        }
    }
}

/// How many areas have what most people ask for, of their own or of their
/// province, in at least one scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownAreas {
    /// All areas.
    pub all: usize,
    /// Deductible and rate of a stay at home, in hospitals of some tier.
    pub stay: usize,
    /// The same in hospitals of tier 3.
    pub tier_3: usize,
    /// What a trip to another province does, filed as long-term or otherwise.
    pub away: usize,
    /// What one does that is not filed as long-term.
    pub trip: usize,
}

/// What most people ask for.
#[derive(EnumSetType, Debug)]
pub enum Asked {
    /// Deductible and rate of a stay at home, in hospitals of some tier.
    Stay,
    /// The same in hospitals of tier 3.
    TierThree,
    /// What a trip to another province does, filed as long-term or otherwise.
    Away,
    /// What one does that is not filed as long-term.
    Trip,
}

impl KnownAreas {
    /// With so many more areas that are alike.
    pub(super) fn add(&mut self, known: EnumSet<Asked>, areas: usize) {
        let of = |asked: Asked| if known.contains(asked) { areas } else { 0 };
        *self = self.and(Self {
            all: areas,
            stay: of(Asked::Stay),
            tier_3: of(Asked::TierThree),
            away: of(Asked::Away),
            trip: of(Asked::Trip),
        });
    }

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            stay: self.stay + other.stay,
            tier_3: self.tier_3 + other.tier_3,
            away: self.away + other.away,
            trip: self.trip + other.trip,
        }
    }
}

/// What is known below the nation, in at least one scheme.
pub(super) fn known(levels: &[LevelFigures<'_>], date: Date) -> Result<EnumSet<Asked>, ClashError> {
    let near: Vec<&[Arc<Figure>]> =
        levels.iter().filter(|(holder, _)| *holder != Holder::Nation).map(|(_, figures)| *figures).collect();
    let mut known = EnumSet::empty();
    for scheme in [Scheme::Employee, Scheme::Resident] {
        for tier in Tier::ALL {
            let mut all = true;
            let at_home = |one: &Situation| one.route == Route::Local && one.tier == tier;
            for situation in situations(scheme).filter(at_home) {
                for item in [Item::Deductible, Item::Rate] {
                    all &= !found(&near, item, &situation, date)?.is_empty();
                }
            }
            if all {
                known |= Asked::Stay;
                if tier == Tier::Three {
                    known |= Asked::TierThree;
                }
            }
        }
        for situation in situations(scheme).filter(|one| one.route.crosses_provinces()) {
            let ruled = !found(&near, Item::Away, &situation, date)?.is_empty();
            let is_final = |figure: &Arc<Figure>| {
                let routes = figure.selectors.routes;
                routes.contains(situation.route) && !routes.contains(Route::Local)
            };
            let ruled = ruled || found(&near, Item::Rate, &situation, date)?.iter().any(is_final);
            if ruled {
                known |= Asked::Away;
                if situation.route != Route::LongTerm {
                    known |= Asked::Trip;
                }
            }
        }
    }
    Ok(known)
}

fn situations(scheme: Scheme) -> impl Iterator<Item = Situation> {
    let stays = |one: &Situation| one.care == Care::Inpatient && !one.hardship;
    Situation::everywhere().filter(move |one| one.scheme == scheme && stays(one))
}

fn found(
    levels: &[&[Arc<Figure>]],
    item: Item,
    situation: &Situation,
    date: Date,
) -> Result<Vec<Arc<Figure>>, ClashError> {
    Ok(match look_up(levels, item, situation, date)? {
        Found::Figures(figures) => figures,
        Found::Unknown { .. } => Vec::new(),
    })
}
