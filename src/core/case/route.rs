//! Which routes are possible: from the two places, the reason and the filing.

use enumset::EnumSet;

use super::{Filed, Reason};
use crate::places::{AreaId, Place};
use crate::policy::{Route, Routes};

/// The routes a case may take and what made them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Routing {
    /// Every route that is possible; never empty.
    pub routes: Routes,
    /// An alliance counts the trip as filed although it is not, or may not be.
    pub counted_as_filed: bool,
}

/// Each route of a trip out of the province, with the reason and the filing that
/// lead to it, in the order people compare them.
pub const TRIPS: [(Route, Reason, Filed); 5] = [
    (Route::LongTerm, Reason::LongTermResident, Filed::Yes),
    (Route::Referral, Reason::Referral, Filed::Yes),
    (Route::Emergency, Reason::Emergency, Filed::Yes),
    (Route::Temporary, Reason::Other, Filed::Yes),
    (Route::Unfiled, Reason::Other, Filed::No),
];

/// Reason and filing that lead to a route, the reason kept where it leads there
/// as well. Unfiled keeps who somebody is, a resident elsewhere, not a trip that
/// was only tried out: a referral has its papers and its filing. What is not
/// filed already is still to be filed.
pub fn trip_by(route: Route, reason: Reason, filed: Filed) -> (Reason, Filed) {
    let filed = if filed == Filed::Yes { Filed::Yes } else { Filed::Planned };
    if route == Route::Unfiled && reason.route_if_filed() == Route::LongTerm {
        return (reason, Filed::No);
    }
    if reason.route_if_filed() == route {
        return (reason, filed);
    }
    let trip = TRIPS.iter().find(|(one, ..)| *one == route);
    trip.map_or((reason, filed), |(_, reason, usual)| {
        (*reason, if *usual == Filed::No { Filed::No } else { filed })
    })
}

/// How the care area lies to the insured one.
enum Relation {
    Same,
    SameProvince,
    /// A whole province was chosen, the insured area's own.
    SameProvinceMaybeSame,
    /// The Corps and the region it lies in: nothing published says whether a
    /// trip between them counts as inside the province.
    Unclear,
    Elsewhere,
}

fn relation(insured: AreaId, care: Place) -> Relation {
    let home = insured.get();
    let same_insurer = home.insurer == care.insurer();
    if care == Place::Area(insured) || same_insurer && home.insurer.get().pooled {
        return Relation::Same;
    }
    match (same_insurer, care) {
        (true, Place::Area(_)) => Relation::SameProvince,
        (true, Place::Province(_)) => Relation::SameProvinceMaybeSame,
        (false, _) if shares_land(insured, care) => Relation::Unclear,
        (false, _) => Relation::Elsewhere,
    }
}

/// Whether two places with different insurers lie in one province.
fn shares_land(insured: AreaId, care: Place) -> bool {
    let home = insured.get().province;
    let lands = |place: Place| match place {
        Place::Area(area) => area.get().province,
        // The Corps has no land of its own: its cities lie in a province.
        Place::Province(province) => province.areas().first().map_or(province, |area| area.get().province),
    };
    home == lands(care)
}

/// The possible routes of a trip from one insured area.
///
/// `in_alliance` says that the two provinces count every trip between them as filed.
pub fn routing(insured: AreaId, care: Place, reason: Reason, filed: Filed, in_alliance: bool) -> Routing {
    let certain = |routes: Routes| Routing { routes, counted_as_filed: false };
    let mut trip = trip(reason, filed);
    let counted_as_filed = in_alliance && trip.contains(Route::Unfiled);
    if counted_as_filed {
        trip = EnumSet::only(reason.route_if_filed());
    }
    match relation(insured, care) {
        Relation::Same => certain(EnumSet::only(Route::Local)),
        Relation::SameProvince => certain(EnumSet::only(Route::InProvince)),
        Relation::SameProvinceMaybeSame => certain(Route::Local | Route::InProvince),
        Relation::Unclear => certain(trip | Route::InProvince),
        Relation::Elsewhere => Routing { routes: trip, counted_as_filed },
    }
}

fn trip(reason: Reason, filed: Filed) -> Routes {
    let if_filed = reason.route_if_filed();
    match filed {
        // An emergency counts as filed.
        _ if if_filed == Route::Emergency => EnumSet::only(if_filed),
        Filed::Yes | Filed::Planned => EnumSet::only(if_filed),
        Filed::No => EnumSet::only(Route::Unfiled),
        Filed::Unknown => if_filed | Route::Unfiled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::resolve;

    fn routes(from: &str, to: &str, reason: Reason, filed: Filed) -> Vec<Route> {
        let Place::Area(from) = resolve(from).unwrap() else { panic!("{from} is a province") };
        routing(from, resolve(to).unwrap(), reason, filed, false).routes.iter().collect()
    }

    #[test]
    fn reason_and_filing_decide_across_provinces() {
        use Filed::*;
        for (reason, filed, expected) in [
            (Reason::Resettled, Yes, vec![Route::LongTerm]),
            (Reason::LongTermResident, Yes, vec![Route::LongTerm]),
            (Reason::Posted, No, vec![Route::Unfiled]),
            (Reason::Referral, Yes, vec![Route::Referral]),
            (Reason::Referral, No, vec![Route::Unfiled]),
            (Reason::Emergency, No, vec![Route::Emergency]),
            (Reason::Emergency, Unknown, vec![Route::Emergency]),
            (Reason::Other, Yes, vec![Route::Temporary]),
            (Reason::Other, Planned, vec![Route::Temporary]),
            (Reason::Referral, Planned, vec![Route::Referral]),
            (Reason::Emergency, Planned, vec![Route::Emergency]),
            (Reason::Other, No, vec![Route::Unfiled]),
            (Reason::Other, Unknown, vec![Route::Temporary, Route::Unfiled]),
        ] {
            assert_eq!(routes("鞍山", "北京", reason, filed), expected, "{reason:?} {filed:?}");
        }
    }

    #[test]
    fn inside_the_province_neither_matters() {
        let other = |from, to| routes(from, to, Reason::Other, Filed::No);
        assert_eq!(other("鞍山", "鞍山"), [Route::Local]);
        assert_eq!(other("鞍山", "沈阳"), [Route::InProvince]);
        assert_eq!(other("鞍山", "辽宁"), [Route::Local, Route::InProvince]);
        assert_eq!(other("北京", "北京"), [Route::Local]);
        assert_eq!(other("海口", "三亚"), [Route::Local], "Hainan is one pooling area");
        assert_eq!(other("海口", "海南省"), [Route::Local]);
    }

    #[test]
    fn the_corps_and_its_region_stay_open() {
        let between = [Route::InProvince, Route::Temporary];
        assert_eq!(routes("石河子", "乌鲁木齐", Reason::Other, Filed::Yes), between);
        assert_eq!(routes("乌鲁木齐", "兵团", Reason::Other, Filed::Yes), between);
        assert_eq!(routes("石河子", "五家渠", Reason::Other, Filed::Yes), [Route::InProvince]);
        assert_eq!(routes("石河子", "北京", Reason::Other, Filed::Yes), [Route::Temporary]);
    }

    #[test]
    fn a_route_that_is_picked_keeps_the_reason_where_it_can() {
        let (yes, no, planned) = (Filed::Yes, Filed::No, Filed::Planned);
        assert_eq!(trip_by(Route::LongTerm, Reason::Resettled, yes), (Reason::Resettled, yes));
        assert_eq!(trip_by(Route::Unfiled, Reason::Referral, yes), (Reason::Other, no));
        assert_eq!(trip_by(Route::Unfiled, Reason::Emergency, planned), (Reason::Other, no));
        assert_eq!(trip_by(Route::Referral, Reason::Other, no), (Reason::Referral, planned));
        for (route, ..) in TRIPS {
            for (reason, filed) in
                Reason::ALL.into_iter().flat_map(|one| Filed::ALL.map(|filed| (one, filed)))
            {
                let (reason, filed) = trip_by(route, reason, filed);
                assert_eq!(trip(reason, filed), EnumSet::only(route));
            }
        }
    }

    #[test]
    fn an_alliance_counts_an_unfiled_trip_as_filed() {
        let Place::Area(tangshan) = resolve("唐山").unwrap() else { panic!() };
        let beijing = resolve("北京").unwrap();
        let unfiled = routing(tangshan, beijing, Reason::Other, Filed::No, true);
        assert_eq!(unfiled.routes, EnumSet::only(Route::Temporary));
        assert!(unfiled.counted_as_filed);
        let filed = routing(tangshan, beijing, Reason::Other, Filed::Yes, true);
        assert!(!filed.counted_as_filed);
    }
}
