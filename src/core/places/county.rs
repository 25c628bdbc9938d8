//! Counties, districts and county-level cities: found by name or code, each
//! leads to its pooling area.

use std::sync::LazyLock;

use super::area::{AreaId, Place, ProvinceId};

/// A county-level unit (县、区、县级市、旗) that is no pooling area of its own.
#[derive(Debug)]
pub struct County {
    /// Division code, `110108`.
    pub code: u32,
    /// Full name, 海淀区.
    pub name: &'static str,
    /// Name in everyday use, 海淀.
    pub short: &'static str,
    /// Pinyin of the name in everyday use, without tones or spaces.
    pub pinyin: &'static str,
    /// The pooling area it is counted as.
    pub area: AreaId,
    /// The name in everyday use is asked about although a pooling area has it too.
    pub asked: bool,
}

/// Two letters, or one character, begin too many names of counties.
pub(super) const LEAST_OF_A_COUNTY: usize = 4;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/counties.z"));

struct Counties {
    all: Vec<County>,
    /// Full names, everyday names and pinyin in their order, with where each stands in
    /// `all`: so those of a name, and those with a beginning, stand together.
    named: Vec<(&'static str, usize)>,
}

/// Unpacked when the first name is looked for that is no province and no area.
static COUNTIES: LazyLock<Counties> = LazyLock::new(|| {
    // What the build packed unpacks; an empty table would fail every test.
    let unpacked = miniz_oxide::inflate::decompress_to_vec_zlib(PACKED).unwrap_or_default();
    let text: &'static str = Box::leak(String::from_utf8(unpacked).unwrap_or_default().into_boxed_str());
    let all: Vec<County> = text.lines().filter_map(county).collect();
    let names = |(at, one): (usize, &County)| [one.name, one.short, one.pinyin].map(|name| (name, at));
    let mut named: Vec<(&'static str, usize)> = all.iter().enumerate().flat_map(names).collect();
    named.sort_unstable();
    named.dedup();
    Counties { all, named }
});

fn county(line: &'static str) -> Option<County> {
    let mut parts = line.split('\t');
    Some(County {
        code: parts.next()?.parse().ok()?,
        name: parts.next()?,
        short: parts.next()?,
        pinyin: parts.next()?,
        area: AreaId::by_code(parts.next()?.parse().ok()?)?,
        asked: parts.next()? == "?",
    })
}

/// The names from one on, in their order.
fn names_from(name: &str) -> &'static [(&'static str, usize)] {
    let named = &COUNTIES.named;
    &named[named.partition_point(|(one, _)| *one < name)..]
}

/// Those of a name.
fn bearers(name: &str) -> Vec<&'static County> {
    let of_name = names_from(name).iter().take_while(|(one, _)| *one == name);
    of_name.map(|(_, at)| &COUNTIES.all[*at]).collect()
}

impl County {
    /// Every county-level unit, in the order of the codes of their areas.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        COUNTIES.all.iter()
    }

    /// Those with a folded name: full, everyday or in pinyin, with or without
    /// what kind of unit it is.
    pub(super) fn named(wanted: &str) -> Vec<&'static Self> {
        let whole = bearers(wanted);
        if !whole.is_empty() {
            return whole;
        }
        let of_kind = |(ending, kind): &(&str, char)| {
            let mut of_kind = bearers(wanted.strip_suffix(ending)?);
            of_kind.retain(|one| one.name.ends_with(*kind));
            Some(of_kind).filter(|found| !found.is_empty())
        };
        KINDS.iter().find_map(of_kind).unwrap_or_default()
    }

    /// Those whose name begins so.
    pub(super) fn beginning(start: &str) -> impl Iterator<Item = &'static Self> {
        Self::all().filter(move |one| [one.name, one.pinyin].iter().any(|name| name.starts_with(start)))
    }

    /// The names in characters with which a text begins, as their lengths in bytes.
    pub(super) fn names_at_start(text: &str) -> impl Iterator<Item = usize> {
        let first = text.chars().next().filter(|first| !first.is_ascii());
        let first = first.map(|first| &text[..first.len_utf8()]);
        let begun =
            first.map(|first| names_from(first).iter().take_while(move |(name, _)| name.starts_with(first)));
        let begun = begun.into_iter().flatten().map(|(name, _)| *name);
        let mut last = "";
        let begun = begun.filter(move |name| std::mem::replace(&mut last, name) != *name);
        begun.filter(move |name| text.starts_with(*name)).map(str::len)
    }

    /// Whether it lies in a place.
    pub fn lies_in(&self, place: Place) -> bool {
        match place {
            Place::Area(area) => self.area == area,
            Place::Province(province) => {
                [self.area.get().province, self.area.get().insurer].contains(&province)
            }
        }
    }
}

/// What kind of unit it is, in pinyin and English as a search folds them.
const KINDS: [(&str, char); 9] = [
    ("xinqu", '区'),
    ("newarea", '区'),
    ("qu", '区'),
    ("district", '区'),
    ("xian", '县'),
    ("county", '县'),
    ("shi", '市'),
    ("city", '市'),
    ("banner", '旗'),
];

/// The pooling area of a division code of four or six digits, which may be that
/// of a county: by the table of counties, else by its first digits.
pub(super) fn by_code(digits: &str) -> Option<(Place, Option<&'static County>)> {
    let code: u32 = digits.parse().ok().filter(|_| matches!(digits.len(), 4 | 6))?;
    let code = if digits.len() == 4 { code * 100 } else { code };
    if let Some(county) = County::all().find(|one| one.code == code) {
        return Some((Place::Area(county.area), Some(county)));
    }
    let municipality = || ProvinceId::by_code(code / 10_000 * 10_000)?.only_area();
    AreaId::by_code(code / 100 * 100).or_else(municipality).map(|area| (Place::Area(area), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_county_of_the_list_is_there_and_belongs_to_an_area() {
        assert_eq!(County::all().count(), 2_814);
        for county in County::all() {
            assert!(county.pinyin.bytes().all(|byte| byte.is_ascii_lowercase()), "{county:?}");
            assert!(county.short.chars().count() >= 2 || county.short == county.name, "{county:?}");
        }
    }
}
