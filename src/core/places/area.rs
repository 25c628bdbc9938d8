//! The places of the wizard: 32 provinces and their pooling areas.
//!
//! The table is made from `data/areas.ron` when the program is built; nothing
//! is parsed at start.

use std::fmt;

use super::names::Names;

/// A province-level unit, by its place in the list of division codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvinceId(u8);

/// A pooling area (统筹区), by its place in the list of division codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(u16);

/// A province-level unit.
#[derive(Debug)]
pub struct Province {
    /// Division code, `210000`.
    pub code: u32,
    /// What it is called.
    pub names: Names,
    /// The whole province is one pooling area.
    pub pooled: bool,
    first_area: u16,
    end_area: u16,
}

/// A pooling area.
#[derive(Debug)]
pub struct Area {
    /// Division code, `210300`.
    pub code: u32,
    /// What it is called.
    pub names: Names,
    /// Area code of the telephone network, where it is known.
    pub phone: Option<&'static str>,
    /// Which of several areas with the same initials is meant first: the
    /// smaller one; most areas have the largest rank.
    pub rank: u8,
    /// The province it lies in.
    pub province: ProvinceId,
    /// The province-level unit that runs its medical insurance: its province,
    /// but the Corps for the cities of the Corps.
    pub insurer: ProvinceId,
}

include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// Code of the Xinjiang Production and Construction Corps (新疆生产建设兵团).
const CORPS: u32 = 660_000;

impl ProvinceId {
    /// Every province, in the order of division codes.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        // The table holds 32 rows.
        #[allow(clippy::cast_possible_truncation)]
        (0..PROVINCES.len() as u8).map(Self)
    }

    /// The province's record.
    pub fn get(self) -> &'static Province {
        &PROVINCES[usize::from(self.0)]
    }

    /// The province with a division code.
    pub fn by_code(code: u32) -> Option<Self> {
        Self::all().find(|id| id.get().code == code)
    }

    /// The pooling areas to choose from under this province. The Corps, which
    /// has no area of its own in the division codes, lists its cities.
    pub fn areas(self) -> Vec<AreaId> {
        if self.get().code == CORPS {
            return AreaId::all().filter(|area| area.get().insurer == self).collect();
        }
        let province = self.get();
        (province.first_area..province.end_area).map(AreaId).collect()
    }

    /// The areas insured through this unit.
    pub fn insured_areas(self) -> impl Iterator<Item = AreaId> {
        AreaId::all().filter(move |area| area.get().insurer == self)
    }

    /// Its one pooling area, where it has only one.
    pub fn only_area(self) -> Option<AreaId> {
        let Province { first_area, end_area, .. } = *self.get();
        (end_area - first_area == 1).then_some(AreaId(first_area))
    }
}

impl AreaId {
    /// Every pooling area, in the order of division codes.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        // The table holds 369 rows.
        #[allow(clippy::cast_possible_truncation)]
        (0..AREAS.len() as u16).map(Self)
    }

    /// The area's record.
    pub fn get(self) -> &'static Area {
        &AREAS[usize::from(self.0)]
    }

    /// The area with a division code.
    pub fn by_code(code: u32) -> Option<Self> {
        Self::all().find(|id| id.get().code == code)
    }
}

impl fmt::Debug for ProvinceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get().names.name)
    }
}

impl fmt::Debug for AreaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get().names.name)
    }
}

/// What step 1 or 2 chose: a pooling area, or a whole province where the area
/// is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Somewhere in the province ("whole province / not sure").
    Province(ProvinceId),
    /// One pooling area.
    Area(AreaId),
}

impl Place {
    /// A province as a place: its one area, where it has only one.
    pub fn whole(province: ProvinceId) -> Self {
        province.only_area().map_or(Self::Province(province), Self::Area)
    }

    /// The province-level unit the place lies in.
    pub fn province(self) -> ProvinceId {
        match self {
            Self::Province(province) => province,
            Self::Area(area) => area.get().province,
        }
    }

    /// The unit that runs the medical insurance of people insured there.
    pub fn insurer(self) -> ProvinceId {
        match self {
            Self::Province(province) => province,
            Self::Area(area) => area.get().insurer,
        }
    }

    /// The areas whose insured people may be meant by the place.
    pub fn insured_areas(self) -> Vec<AreaId> {
        match self {
            Self::Area(area) => vec![area],
            Self::Province(province) => province.insured_areas().collect(),
        }
    }

    /// What it is called.
    pub fn names(self) -> &'static Names {
        match self {
            Self::Province(province) => &province.get().names,
            Self::Area(area) => &area.get().names,
        }
    }

    /// Full name, 鞍山市.
    pub fn name(self) -> &'static str {
        self.names().name
    }

    /// Short name, 鞍山.
    pub fn short(self) -> &'static str {
        self.names().short
    }

    /// Pinyin without tones or spaces.
    pub fn pinyin(self) -> &'static str {
        self.names().pinyin
    }

    /// First letter of each syllable.
    pub fn initials(self) -> &'static str {
        self.names().initials
    }

    /// Usual English name, Harbin.
    pub fn english(self) -> &'static str {
        self.names().english
    }

    /// Which of several places with the same initials is meant first: the smaller one.
    pub fn rank(self) -> u8 {
        match self {
            Self::Province(_) => u8::MAX,
            Self::Area(area) => area.get().rank,
        }
    }

    /// Division code.
    pub fn code(self) -> u32 {
        match self {
            Self::Province(province) => province.get().code,
            Self::Area(area) => area.get().code,
        }
    }

    /// Area code of the telephone network, where one is known for the place.
    pub fn phone(self) -> Option<&'static str> {
        match self {
            Self::Area(area) => area.get().phone,
            Self::Province(province) => {
                let mut phones = province.areas().into_iter().map(|area| area.get().phone);
                let first = phones.next()??;
                phones.all(|phone| phone == Some(first)).then_some(first)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_provinces_and_areas_are_there() {
        assert_eq!((ProvinceId::all().len(), AreaId::all().len()), (32, 369));
        for province in ProvinceId::all() {
            assert!(!province.areas().is_empty(), "{province:?} is a dead end");
        }
    }

    #[test]
    fn a_municipality_is_its_one_area() {
        let beijing = ProvinceId::by_code(110_000).unwrap();
        assert_eq!(Place::whole(beijing).code(), 110_100);
        let liaoning = ProvinceId::by_code(210_000).unwrap();
        assert_eq!(Place::whole(liaoning), Place::Province(liaoning));
    }

    #[test]
    fn english_names_are_the_usual_ones() {
        // Spellings of the State Council's and the regions' own English pages.
        for (code, name) in [
            (110_100, "Beijing"),
            (140_100, "Taiyuan"),
            (150_100, "Hohhot"),
            (150_600, "Ordos"),
            (150_700, "Hulunbuir"),
            (152_500, "Xilingol"),
            (152_900, "Alxa"),
            (222_400, "Yanbian"),
            (230_100, "Harbin"),
            (230_200, "Qiqihar"),
            (360_800, "Ji'an"),
            (469_021, "Ding'an"),
            (540_100, "Lhasa"),
            (540_300, "Qamdo"),
            (542_500, "Ngari"),
            (610_100, "Xi'an"),
            (650_100, "Urumqi"),
            (650_400, "Turpan"),
            (652_700, "Bortala"),
            (653_100, "Kashgar"),
            (653_200, "Hotan"),
            (654_000, "Ili"),
            (659_001, "Shihezi"),
            (659_008, "Kokdala"),
        ] {
            assert_eq!(AreaId::by_code(code).unwrap().get().names.english, name);
        }
        for (code, name) in [
            (140_000, "Shanxi"),
            (610_000, "Shaanxi"),
            (150_000, "Inner Mongolia"),
            (540_000, "Xizang"),
            (450_000, "Guangxi"),
            (660_000, "Xinjiang Corps"),
        ] {
            assert_eq!(ProvinceId::by_code(code).unwrap().get().names.english, name);
        }
    }

    #[test]
    fn no_two_places_have_one_english_name() {
        let areas = AreaId::all().map(Place::Area);
        let provinces =
            ProvinceId::all().map(Place::whole).filter(|place| matches!(place, Place::Province(_)));
        let mut names: Vec<&str> = areas.chain(provinces).map(Place::english).collect();
        names.sort_unstable();
        let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(names.iter().all(|name| name.is_ascii()));
    }

    #[test]
    fn the_corps_lists_its_twelve_cities() {
        let corps = ProvinceId::by_code(CORPS).unwrap();
        assert_eq!(corps.areas().len(), 12);
        let shihezi = AreaId::by_code(659_001).unwrap();
        assert_eq!(shihezi.get().insurer, corps);
        assert_ne!(shihezi.get().province, corps);
    }

    #[test]
    fn a_province_has_a_phone_code_only_where_all_its_areas_share_it() {
        let code = |province| Place::Province(ProvinceId::by_code(province).unwrap()).phone();
        assert_eq!(code(460_000), Some("0898"));
        assert_eq!(code(210_000), None);
    }
}
