//! What a typed place means: the one reading for every surface.

use super::area::{AreaId, Place, ProvinceId};
use super::county::{County, LEAST_OF_A_COUNTY, by_code};
use super::exact::bearers;
use super::names::Names;

/// A place, and the county that was named where it is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlaceMeaning {
    /// What is counted.
    pub(super) place: Place,
    /// What was named, where that is only a part of it.
    pub(super) county: Option<&'static County>,
}

impl PlaceMeaning {
    const fn of(place: Place) -> Self {
        Self { place, county: None }
    }
}

/// Everything a folded text may mean, nearest first; a text without meaning
/// has none.
pub(super) fn meanings(wanted: &str) -> Vec<PlaceMeaning> {
    let places = bearers(wanted);
    if !places.is_empty() {
        let places = first_of_initials(wanted, places);
        let mut all: Vec<PlaceMeaning> = places.into_iter().map(PlaceMeaning::of).collect();
        // Initials name no county: the table of counties need not be read for them.
        if wanted.len() >= LEAST_OF_A_COUNTY {
            let asked = County::named(wanted).into_iter();
            all.extend(asked.filter(|county| county.asked && county.name != wanted).map(counted));
        }
        return one_a_place(all);
    }
    if wanted.bytes().all(|byte| byte.is_ascii_digit()) {
        let found = by_code(wanted);
        return found.map(|(place, county)| PlaceMeaning { place, county }).into_iter().collect();
    }
    let counties = County::named(wanted);
    if !counties.is_empty() {
        return one_a_place(counties.into_iter().map(counted).collect());
    }
    one_a_place(compound(wanted))
}

fn counted(county: &'static County) -> PlaceMeaning {
    PlaceMeaning { place: Place::Area(county.area), county: Some(county) }
}

/// The largest rank of a place that its initials alone mean: a seat of a
/// province or larger.
const SURE: u8 = 3;

/// Of several places with the same initials the one that is ranked before all
/// others, where it is large enough to be meant for sure.
fn first_of_initials(wanted: &str, places: Vec<Place>) -> Vec<Place> {
    if !places.iter().all(|place| place.initials() == wanted) {
        return places;
    }
    match places.as_slice() {
        [first, second, ..] if first.rank() < second.rank() && first.rank() <= SURE => vec![*first],
        _ => places,
    }
}

/// Each place once, by its first meaning: of two counties of one area and one
/// name it does not matter which is meant.
fn one_a_place(all: Vec<PlaceMeaning>) -> Vec<PlaceMeaning> {
    let mut kept: Vec<PlaceMeaning> = Vec::new();
    for one in all {
        if kept.iter().all(|kept| kept.place != one.place) {
            kept.push(one);
        }
    }
    kept
}

/// Province, area and county in a row: 辽宁省鞍山市, 北京市朝阳区,
/// 江苏苏州昆山, `liaoning anshan`, `kunshan, suzhou`.
fn compound(wanted: &str) -> Vec<PlaceMeaning> {
    let text: String = wanted.chars().filter(|c| !",，、/·.".contains(*c)).collect();
    let forwards = ProvinceId::all().flat_map(|province| in_province(province, &text));
    let mut found: Vec<PlaceMeaning> = forwards.collect();
    found.extend(AreaId::all().flat_map(|area| in_area(area, &text)));
    if found.is_empty() && text.is_ascii() {
        found.extend(AreaId::all().flat_map(|area| before_area(area, &text)));
    }
    // What is known says more than what is only called like a district.
    found.sort_by_key(|meaning| meaning.county.is_none());
    found
}

/// What follows one of the names of a place, with which a text begins. 市 and
/// the like may stand after a short name.
fn after(place: Place, text: &str) -> Vec<&str> {
    let Names { name, short, pinyin, .. } = *place.names();
    let mut rests: Vec<&str> = Vec::new();
    for name in [name, short, pinyin] {
        let Some(rest) = text.strip_prefix(name) else { continue };
        let kinds = ["省", "市", "地区", "自治州", "sheng", "shi", "province", "city"];
        let shorter = kinds.iter().filter_map(|kind| rest.strip_prefix(kind));
        rests.extend(std::iter::once(rest).chain(shorter));
    }
    rests
}

fn in_province(province: ProvinceId, text: &str) -> Vec<PlaceMeaning> {
    let rests = || after(Place::Province(province), text).into_iter().filter(|rest| !rest.is_empty());
    let is_named = |area: &AreaId| {
        let place = Place::Area(*area);
        rests().any(|rest| after(place, rest).contains(&"") || bearers(rest).contains(&place))
    };
    let areas: Vec<PlaceMeaning> = province
        .areas()
        .into_iter()
        .filter(is_named)
        .map(|area| PlaceMeaning::of(Place::Area(area)))
        .collect();
    if !areas.is_empty() {
        return areas;
    }
    let inside = rests().flat_map(|rest| {
        let areas = province.areas().into_iter().flat_map(move |area| in_area(area, rest));
        let counties = County::named(rest).into_iter();
        areas.chain(counties.filter(|county| county.lies_in(Place::Province(province))).map(counted))
    });
    inside.collect()
}

/// A county of the area after its name, or anything that is called a district,
/// a county, a town or the like: the area is named already.
fn in_area(area: AreaId, text: &str) -> Vec<PlaceMeaning> {
    let mut found = Vec::new();
    for rest in after(Place::Area(area), text).into_iter().filter(|rest| !rest.is_empty()) {
        let county = County::named(rest).into_iter().find(|county| county.area == area);
        if let Some(county) = county {
            found.push(counted(county));
        } else if rest.chars().count() > 1 && rest.ends_with(['区', '县', '旗', '镇', '乡']) {
            found.push(PlaceMeaning::of(Place::Area(area)));
        }
    }
    found
}

/// In letters the county may stand first: `kunshan suzhou`, `Chaoyang District, Beijing`.
fn before_area(area: AreaId, text: &str) -> Vec<PlaceMeaning> {
    let Some(county) = text.strip_suffix(area.get().names.pinyin).filter(|county| !county.is_empty()) else {
        return Vec::new();
    };
    County::named(county).into_iter().filter(|county| county.area == area).map(counted).collect()
}

/// Whether a place is none of the insurance of the mainland: abroad, or Hong
/// Kong, Macao, Taiwan.
pub(super) fn is_outside(wanted: &str) -> bool {
    let named = wanted.strip_prefix("中国").unwrap_or(wanted);
    let whole = named.trim_end_matches("特别行政区").trim_end_matches('省');
    OUTSIDE.contains(&whole)
}

/// How much of the beginning of a folded text is a place that
/// [`lies_outside`](super::lies_outside), written out.
pub fn outside_at_start(text: &str) -> Option<usize> {
    let ends = OUTSIDE.iter().filter(|name| text.starts_with(**name)).map(|name| name.len());
    ends.max()
        .map(|end| if text[end..].starts_with("特别行政区") { end + "特别行政区".len() } else { end })
}

const OUTSIDE: [&str; 56] = [
    "香港",
    "澳门",
    "台湾",
    "台北",
    "高雄",
    "九龙",
    "港澳台",
    "港澳",
    "境外",
    "国外",
    "海外",
    "外国",
    "出国",
    "日本",
    "东京",
    "韩国",
    "首尔",
    "朝鲜",
    "蒙古国",
    "越南",
    "泰国",
    "曼谷",
    "新加坡",
    "马来西亚",
    "印度",
    "印度尼西亚",
    "菲律宾",
    "缅甸",
    "老挝",
    "柬埔寨",
    "俄罗斯",
    "英国",
    "法国",
    "德国",
    "意大利",
    "西班牙",
    "瑞士",
    "美国",
    "加拿大",
    "澳大利亚",
    "澳洲",
    "新西兰",
    "巴西",
    "hongkong",
    "macao",
    "macau",
    "taiwan",
    "taipei",
    "abroad",
    "overseas",
    "japan",
    "korea",
    "singapore",
    "thailand",
    "usa",
    "uk",
];
