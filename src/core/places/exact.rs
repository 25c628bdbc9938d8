//! Every name and code of a place, as a table.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::area::{AreaId, Place, ProvinceId};

/// Every name and code with the places that have it, in the order of [`places`].
static EXACT: LazyLock<HashMap<String, Vec<Place>>> = LazyLock::new(|| {
    let mut exact: HashMap<String, Vec<Place>> = HashMap::new();
    for place in places() {
        for name in place.names().all().map(str::to_owned).chain(codes(place)) {
            let bearers = exact.entry(name).or_default();
            if !bearers.contains(&place) {
                bearers.push(place);
            }
        }
    }
    for (name, bearers) in &mut exact {
        if bearers.iter().all(|place| place.initials() == name) {
            bearers.sort_by_key(|place| (place.rank(), place.code()));
        }
    }
    exact
});

/// Every place that can be chosen. A municipality stands once, as its one area.
pub(super) fn places() -> impl Iterator<Item = Place> {
    let provinces = ProvinceId::all().map(Place::whole);
    let areas = AreaId::all().filter(|area| area.get().province.only_area().is_none()).map(Place::Area);
    provinces.chain(areas)
}

/// The places of a folded name.
pub(super) fn bearers(wanted: &str) -> Vec<Place> {
    let Some(exact) = EXACT.get(wanted) else { return Vec::new() };
    // A full name, 吉林省, or a code is meant even where the short name has two bearers.
    let is_full = |place: &&Place| place.name() == wanted || place.code().to_string() == wanted;
    let mut full = exact.iter().filter(is_full);
    match (full.next(), full.next()) {
        (Some(place), None) => vec![*place],
        _ => exact.clone(),
    }
}

/// Whether a folded text is a whole name or code of the place.
pub(super) fn is_exact(place: Place, wanted: &str) -> bool {
    EXACT.get(wanted).is_some_and(|bearers| bearers.contains(&place))
}

/// The division codes a place answers to: a municipality to its own and its area's.
pub(super) fn codes(place: Place) -> [String; 2] {
    let province = place.province();
    let other = match place {
        Place::Area(_) if province.only_area().is_some() => province.get().code,
        _ => place.code(),
    };
    [place.code().to_string(), other.to_string()]
}
