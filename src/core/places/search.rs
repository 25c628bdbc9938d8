//! Finding a place by what a clerk types: Chinese, pinyin, initials or code.

use std::sync::LazyLock;

use super::area::{AreaId, Place, Province, ProvinceId};
use super::county::{County, LEAST_OF_A_COUNTY};
use super::exact::{bearers, codes, is_exact, places};
use super::meaning::{is_outside, meanings};
use super::names::Names;
use crate::spelling::likeness;

/// How well a place answers what was typed, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum PlaceRank {
    Name,
    Initials,
    /// It holds a county with that name.
    County,
    Start,
    /// It holds a county whose name begins so.
    CountyStart,
    Inside,
    /// It lies in the province whose name was typed.
    Member,
}

/// The places that answer `typed`: exact names first, then exact initials, the
/// larger places before the smaller, then counties, starts of names, and the
/// rest, each in the order of division codes. The order never changes with use.
/// Nothing typed finds nothing.
pub fn search(typed: &str) -> Vec<Place> {
    let wanted = folded(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let meant = meanings(&wanted);
    let counties: Vec<AreaId> = if wanted.len() >= LEAST_OF_A_COUNTY {
        County::beginning(&wanted).map(|county| county.area).collect()
    } else {
        Vec::new()
    };
    let of_county = |place: Place| {
        let is_meant = meant.iter().any(|meaning| meaning.place == place);
        let begins = || matches!(place, Place::Area(area) if counties.contains(&area));
        if is_meant { Some(PlaceRank::County) } else { begins().then_some(PlaceRank::CountyStart) }
    };
    let ranked = |place| rank(place, &wanted).into_iter().chain(of_county(place)).min();
    let mut found: Vec<(PlaceRank, u8, u32, Place)> =
        places().filter_map(|place| Some((ranked(place)?, place.rank(), place.code(), place))).collect();
    // Rank decides between equal initials alone.
    found.sort_by_key(|(how, rank, code, _)| {
        (*how, if *how == PlaceRank::Initials { *rank } else { u8::MAX }, *code)
    });
    found.into_iter().map(|(.., place)| place).collect()
}

/// The one place a text means: by full or short name, pinyin, initials or code
/// of a pooling area, of a province, or of a county in it, alone or after the
/// place it lies in.
///
/// # Errors
/// Where it means none or several: see [`PlaceError`].
pub fn resolve(typed: &str) -> Result<Place, PlaceError> {
    let wanted = folded(typed);
    match meanings(&wanted).as_slice() {
        [one] => Ok(one.place),
        [] if let Some(place) = otherwise_written(&wanted) => Ok(place),
        [] if is_outside(&wanted) => Err(PlaceError::Outside),
        [] => Err(PlaceError::Unknown { near: near(&wanted) }),
        several => Err(PlaceError::Several(several.iter().map(|one| one.place).collect())),
    }
}

/// A place as tables write it beside its code, 360100 南昌市 or 南昌市(360100), or its
/// own agency, 南昌市本级. A code and a name that are two places are none.
fn otherwise_written(wanted: &str) -> Option<Place> {
    let one = |text: &str| match meanings(text).as_slice() {
        [one] => Some(one.place),
        _ => None,
    };
    if let Some(name) = wanted.strip_suffix("本级") {
        return one(name);
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let (code, name) = if wanted.starts_with(is_digit) {
        wanted.split_at(wanted.find(|c: char| !is_digit(c))?)
    } else {
        let (name, code) = wanted.split_at(wanted.find(is_digit)?);
        (code.trim_end_matches(BETWEEN), name)
    };
    let name = name.trim_matches(BETWEEN);
    if code.len() != CODE || !code.chars().all(is_digit) || name.is_empty() {
        return None;
    }
    let (by_code, by_name) = (one(code)?, one(name)?);
    let lies_in = |inner: Place, outer: Place| inner == outer || outer == Place::Province(inner.province());
    if lies_in(by_code, by_name) { Some(by_code) } else { lies_in(by_name, by_code).then_some(by_name) }
}

/// So long is a code.
const CODE: usize = 6;
/// What may stand between a code and its name.
const BETWEEN: [char; 14] = ['(', ')', '[', ']', '【', '】', '_', ':', '/', '|', ',', '.', '<', '>'];

/// Whether a text names a place abroad, or in Hong Kong, Macao or Taiwan.
pub fn lies_outside(typed: &str) -> bool {
    is_outside(&folded(typed))
}

/// The county that a text names, where it is counted as this place.
pub fn county_of(typed: &str, place: Place) -> Option<&'static County> {
    let wanted = folded(typed);
    let exact = meanings(&wanted).into_iter().find(|meaning| meaning.place == place);
    match exact {
        Some(meaning) => meaning.county,
        None if rank(place, &wanted).is_some() || wanted.len() < LEAST_OF_A_COUNTY => None,
        None => County::beginning(&wanted).find(|county| Place::Area(county.area) == place),
    }
}

/// The places that [`resolve`] would take or ask about, and all with the same
/// initials, without looking for what comes near: for whoever tries many words.
pub fn named(typed: &str) -> Vec<Place> {
    let wanted = folded(typed);
    let places = bearers(&wanted);
    // Those with the same initials are told, also where one of them is meant.
    if places.iter().any(|place| place.initials() != wanted) || places.is_empty() {
        return meanings(&wanted).into_iter().map(|meaning| meaning.place).collect();
    }
    places
}

/// The names in characters with which a text begins, as their lengths in bytes:
/// 鞍山市去… gives the lengths of 鞍山 and 鞍山市. What each means tells
/// [`resolve`].
pub fn names_at_start(text: &str) -> Vec<usize> {
    static IN_CHARACTERS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let all = places().flat_map(|place| place.names().written());
        let mut names: Vec<&str> = all.filter(|name| !name.is_ascii()).collect();
        names.sort_unstable_by_key(|name| (name.len(), *name));
        names.dedup();
        names
    });
    let of_places = IN_CHARACTERS.iter().filter(|name| text.starts_with(**name)).map(|name| name.len());
    let mut lengths: Vec<usize> = of_places.chain(County::names_at_start(text)).collect();
    lengths.sort_unstable();
    lengths.dedup();
    lengths
}

/// The English names of all places.
pub fn english_names() -> impl Iterator<Item = &'static str> {
    places().map(Place::english)
}

/// Why a typed place could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceError {
    /// No place has this name; these come near.
    Unknown {
        /// At most five places, nearest first.
        near: Vec<Place>,
    },
    /// Several places have it.
    Several(Vec<Place>),
    /// It lies abroad, or in Hong Kong, Macao or Taiwan: the insurance of the
    /// mainland does not pay there.
    Outside,
}

/// Lower case, without what parts syllables; full-width letters and digits count as narrow ones.
fn folded(typed: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    typed
        .nfkc()
        .filter(|c| !c.is_whitespace() && !['\'', '’', '-'].contains(c))
        .flat_map(char::to_lowercase)
        .collect()
}

fn rank(place: Place, wanted: &str) -> Option<PlaceRank> {
    if is_exact(place, wanted) {
        let by_initials = place.initials() == wanted && place.pinyin() != wanted;
        return Some(if by_initials { PlaceRank::Initials } else { PlaceRank::Name });
    }
    if wanted.bytes().all(|byte| byte.is_ascii_digit()) {
        return codes(place).iter().any(|code| code.starts_with(wanted)).then_some(PlaceRank::Start);
    }
    let mut all = place.names().all();
    if all.clone().any(|name| name.starts_with(wanted)) {
        Some(PlaceRank::Start)
    } else if all.any(|name| name.contains(wanted)) {
        Some(PlaceRank::Inside)
    } else {
        let Place::Area(area) = place else { return None };
        let lies_in = [area.get().province, area.get().insurer].map(ProvinceId::get);
        let named = |province: &Province| {
            let Names { name, short, pinyin, english, .. } = province.names;
            [name, short, pinyin].contains(&wanted) || folded(english) == wanted
        };
        lies_in.into_iter().any(named).then_some(PlaceRank::Member)
    }
}

/// Places with a name that looks like what was typed, best first.
fn near(wanted: &str) -> Vec<Place> {
    const ENOUGH: f64 = 0.66;
    const MOST: usize = 5;
    let most_alike =
        |place: Place| place.names().written().map(|name| likeness(name, wanted)).fold(0.0, f64::max);
    let mut near: Vec<(f64, Place)> =
        places().map(|place| (most_alike(place), place)).filter(|(alike, _)| *alike >= ENOUGH).collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.truncate(MOST);
    near.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> &'static str {
        search(typed).first().map_or("nothing", |place| place.name())
    }

    #[test]
    fn the_first_hit_is_what_a_clerk_means() {
        for (typed, meant) in [
            ("as", "鞍山市"),
            ("bj", "北京市"),
            ("anshan", "鞍山市"),
            ("鞍山", "鞍山市"),
            ("ＡＳ", "鞍山市"),
            ("an shan", "鞍山市"),
            ("210300", "鞍山市"),
            ("110000", "北京市"),
            ("cq", "重庆市"),
            ("xiamen", "厦门市"),
            ("shaanxi", "陕西省"),
            ("辽宁", "辽宁省"),
            ("兵团", "新疆生产建设兵团"),
            ("harbin", "哈尔滨市"),
            ("Xi'an", "西安市"),
            ("xi’an", "西安市"),
            ("inner mongolia", "内蒙古自治区"),
            ("Tibet", "西藏自治区"),
            ("urum", "乌鲁木齐市"),
            ("Suzhou (Anhui)", "宿州市"),
            ("jilin city", "吉林市"),
        ] {
            assert_eq!(first(typed), meant, "{typed}");
        }
    }

    #[test]
    fn equal_initials_stand_by_rank_and_then_by_code() {
        let found: Vec<_> = search("sz").into_iter().take(5).map(Place::short).collect();
        assert_eq!(found, ["深圳", "苏州", "朔州", "宿州", "随州"]);
    }

    #[test]
    fn a_province_brings_its_areas_after_it() {
        let found: Vec<_> = search("辽宁").into_iter().map(Place::short).collect();
        assert_eq!((found.len(), found[0], found[1]), (15, "辽宁", "沈阳"));
        assert_eq!(search("Inner Mongolia").len(), 13);
        assert!(search("兵团").len() == 1 && search("新疆兵团").len() == 13);
    }

    #[test]
    fn a_municipality_stands_once() {
        assert_eq!(search("北京").len(), 1);
    }

    #[test]
    fn nothing_typed_and_nonsense_find_nothing() {
        assert!(search("  ").is_empty());
        assert!(search("zzzz").is_empty());
    }

    #[test]
    fn a_name_with_two_bearers_is_not_guessed() {
        let Err(PlaceError::Several(both)) = resolve("吉林") else { panic!("guessed") };
        assert_eq!(both.iter().map(|place| place.name()).collect::<Vec<_>>(), ["吉林省", "吉林市"]);
        assert_eq!(resolve("吉林市").map(Place::code), Ok(220_200));
        assert!(matches!(resolve("as"), Err(PlaceError::Several(_))));
    }

    #[test]
    fn a_text_begins_with_a_short_and_a_full_name() {
        assert_eq!(names_at_start("鞍山市去北京"), ["鞍山".len(), "鞍山市".len()]);
        assert_eq!(names_at_start("anshan"), [0_usize; 0]);
        assert_eq!(names_at_start("去鞍山"), [0_usize; 0]);
    }

    #[test]
    fn a_code_beside_its_name_and_the_own_agency_are_places() {
        for (typed, code) in [
            ("360100 南昌市", 360_100),
            ("南昌市(360100)", 360_100),
            ("南昌市（360100）", 360_100),
            ("360100-南昌", 360_100),
            ("江西省南昌市 360100", 360_100),
            ("360100|江西省", 360_100),
            ("南昌市本级", 360_100),
            ("江西省南昌市本级", 360_100),
            ("江西省本级", 360_000),
        ] {
            assert_eq!(resolve(typed).map(Place::code), Ok(code), "{typed}");
        }
        for typed in ["360100 鞍山市", "南昌市(210300)", "3601 南昌市", "本级", "360100 (", "南昌市(360100"]
        {
            let found = resolve(typed).map(Place::code);
            assert!(found.is_err() || typed.ends_with("360100"), "{typed}: {found:?}");
        }
    }

    #[test]
    fn a_misspelt_name_brings_its_neighbours() {
        let Err(PlaceError::Unknown { near }) = resolve("anshann") else { panic!("guessed") };
        assert_eq!(near.first().map(|place| place.name()), Some("鞍山市"));
    }
}
