//! What people may type for a place, for the tests that hold every surface to
//! one meaning.

use yidi_core::places::{AreaId, County, Place, ProvinceId};

/// One county in so many is tried: a test is to be over soon.
const ONE_IN: usize = 11;

/// Names, short names, pinyin, initials, codes, beginnings, names after the place
/// they lie in, slips of the pen, and places that are none of the mainland.
pub(crate) fn places() -> Vec<String> {
    let all = ProvinceId::all().map(Place::whole).chain(AreaId::all().map(Place::Area));
    let mut texts: Vec<String> = all
        .flat_map(|place| {
            let beginning: String = place.pinyin().chars().take(4).collect();
            let names = [place.name(), place.short(), place.pinyin(), place.initials(), &beginning];
            let inside = format!("{}{}", place.province().get().names.name, place.short());
            names.map(str::to_owned).into_iter().chain([place.code().to_string(), inside])
        })
        .collect();
    for county in County::all().step_by(ONE_IN) {
        let area = Place::Area(county.area);
        texts.extend([county.name, county.short, county.pinyin].map(str::to_owned));
        texts.extend([county.code.to_string(), format!("{}{}", area.name(), county.name)]);
    }
    let others = [
        "香港",
        "中国台湾",
        "hong kong",
        "国外",
        "anshann",
        "鞍衫",
        "火星",
        "qqqq",
        "朝阳区",
        "110100",
        "999999",
    ];
    texts.extend(others.map(str::to_owned));
    texts.sort_unstable();
    texts.dedup();
    texts
}
