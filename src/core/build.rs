//! Turns the policy data into what the engine starts with fast: `data/areas.ron`
//! into a table, `data/circumstance.ron` into a type and a table, `data/province/` into a
//! list of embedded files.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use pinyin::ToPinyin as _;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Province {
    code: String,
    name: String,
    short: String,
    pinyin: String,
    initials: String,
    #[serde(default)]
    english: Option<String>,
    #[serde(default)]
    pooled: bool,
    #[serde(default)]
    aliases: Vec<String>,
    areas: Vec<Area>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    code: String,
    name: String,
    short: String,
    pinyin: String,
    initials: String,
    #[serde(default)]
    english: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    rank: Option<u8>,
    #[serde(default)]
    insured_via: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    // In a package the data lies beside; in the repository that is a link, which not
    // every system follows.
    let beside = here.join("data");
    let data = if beside.join("areas.ron").is_file() { beside } else { here.join("../../data") };
    println!("cargo:rustc-env=YIDI_CORE_DATA={}", data.display());
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let provinces = read_areas(&data.join("areas.ron"))?;
    fs::write(out.join("areas.rs"), areas_table(&provinces)?)?;
    fs::write(out.join("circumstances.rs"), circumstances(&data.join("circumstance.ron"))?)?;
    fs::write(out.join("counties.z"), packed(counties(&data.join("counties.ron"))?.as_bytes()))?;
    Ok(fs::write(out.join("province_files.rs"), province_files(&data.join("province"), &out)?)?)
}

fn read_areas(path: &Path) -> Result<Vec<Province>, Box<dyn Error>> {
    read(path)
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path)?;
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options
        .from_str(&text)
        .map_err(|error| format!("{}:{}: {}", path.display(), error.span.start, error.code).into())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counties {
    asked: Vec<String>,
    readings: BTreeMap<String, String>,
    #[serde(rename = "counties")]
    by_area: BTreeMap<String, Vec<(u32, String)>>,
}

/// A line a county: code, name, everyday name, its pinyin, the code of its
/// pooling area, and `?` where the everyday name is asked about although a
/// pooling area has it too.
fn counties(path: &Path) -> Result<String, Box<dyn Error>> {
    let Counties { asked, readings, by_area } = read(path)?;
    let mut lines = String::new();
    for (area, units) in &by_area {
        for (code, name) in units {
            let everyday = everyday(name);
            let reading = readings.get(everyday).cloned().unwrap_or_else(|| pinyin_of(everyday));
            let asked = if asked.iter().any(|one| one == everyday) { "?" } else { "" };
            writeln!(lines, "{code}\t{name}\t{everyday}\t{reading}\t{area}\t{asked}")?;
        }
    }
    Ok(lines)
}

fn pinyin_of(name: &str) -> String {
    name.to_pinyin().flatten().map(|reading| reading.plain().replace('ü', "v")).collect()
}

/// The peoples that stand in the names of autonomous counties.
const PEOPLES: [&str; 51] = [
    "各族",
    "蒙古族",
    "蒙古",
    "回族",
    "藏族",
    "维吾尔族",
    "苗族",
    "彝族",
    "壮族",
    "布依族",
    "朝鲜族",
    "满族",
    "侗族",
    "瑶族",
    "白族",
    "土家族",
    "哈尼族",
    "哈萨克族",
    "哈萨克",
    "傣族",
    "黎族",
    "傈僳族",
    "佤族",
    "畲族",
    "拉祜族",
    "水族",
    "东乡族",
    "纳西族",
    "景颇族",
    "土族",
    "达斡尔族",
    "仫佬族",
    "羌族",
    "布朗族",
    "撒拉族",
    "毛南族",
    "仡佬族",
    "锡伯族",
    "锡伯",
    "阿昌族",
    "普米族",
    "塔吉克族",
    "塔吉克",
    "怒族",
    "俄罗斯族",
    "鄂温克族",
    "裕固族",
    "保安族",
    "独龙族",
    "柯尔克孜族",
    "京族",
];

/// The name people use: without 区, 县, 市, 旗 and the peoples of an autonomous
/// county, where two characters stay.
fn everyday(name: &str) -> &str {
    let shorter = |name: &'static str, whole: &str| whole.strip_suffix(name).map(str::len);
    let keeps_two = |length: usize| name[..length].chars().count() >= 2;
    if let Some(mut length) = ["自治县", "自治旗"].into_iter().find_map(|ending| shorter(ending, name))
    {
        while let Some(less) =
            PEOPLES.iter().find_map(|people| shorter(people, &name[..length])).filter(|less| keeps_two(*less))
        {
            length = less;
        }
        return &name[..length];
    }
    let endings = ["新区", "区", "县", "市", "旗"];
    let length =
        endings.into_iter().filter_map(|ending| shorter(ending, name)).find(|length| keeps_two(*length));
    length.map_or(name, |length| &name[..length])
}

/// Two static tables; an area knows its province by its place in the other.
fn areas_table(provinces: &[Province]) -> Result<String, Box<dyn Error>> {
    let place_of = |code: &str| {
        let found = provinces.iter().position(|province| province.code == code);
        found.ok_or_else(|| format!("data/areas.ron: no province {code}"))
    };
    let mut areas = String::new();
    let mut table = String::new();
    let mut first = 0;
    for (place, province) in provinces.iter().enumerate() {
        for area in &province.areas {
            let insurer = match &area.insured_via {
                Some(code) => place_of(code)?,
                None => place,
            };
            writeln!(
                areas,
                "Area {{ code: {}, names: Names {{ name: {:?}, short: {:?}, pinyin: {:?}, initials: {:?}, \
                 english: {:?}, aliases: &{:?} }}, phone: {:?}, rank: {}, \
                 province: ProvinceId({place}), insurer: ProvinceId({insurer}) }},",
                area.code,
                area.name,
                area.short,
                area.pinyin,
                area.initials,
                english(area.english.as_ref(), &area.pinyin),
                found_by(&area.aliases, area.english.as_ref()),
                area.phone,
                area.rank.unwrap_or(u8::MAX),
            )?;
        }
        let last = first + province.areas.len();
        writeln!(
            table,
            "Province {{ code: {}, names: Names {{ name: {:?}, short: {:?}, pinyin: {:?}, initials: {:?}, \
             english: {:?}, aliases: &{:?} }}, pooled: {}, first_area: {first}, end_area: {last} }},",
            province.code,
            province.name,
            province.short,
            province.pinyin,
            province.initials,
            english(province.english.as_ref(), &province.pinyin),
            found_by(&province.aliases, province.english.as_ref()),
            province.pooled,
        )?;
        first = last;
    }
    Ok(format!(
        "#[allow(clippy::unreadable_literal)]\nstatic PROVINCES: [Province; {}] = [\n{table}];\n#[allow(clippy::unreadable_literal, clippy::large_stack_arrays)]\nstatic AREAS: [Area; {first}] = [\n{areas}];\n",
        provinces.len(),
    ))
}

/// The English name: the pinyin with a capital where no other is written.
fn english(written: Option<&String>, pinyin: &str) -> String {
    let mut letters = pinyin.chars();
    let capital = letters.next().map(|first| first.to_ascii_uppercase());
    written.cloned().unwrap_or_else(|| capital.into_iter().chain(letters).collect())
}

/// The other names a place is found by, its English one as a search folds it.
fn found_by(aliases: &[String], english: Option<&String>) -> Vec<String> {
    let folded = |name: &String| name.replace([' ', '\''], "").to_lowercase();
    let mut all = aliases.to_vec();
    all.extend(english.map(folded).filter(|name| !aliases.contains(name)));
    all
}

/// Deflated as far as it goes: what is read late or seldom is carried small.
fn packed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 10)
}

/// `(code, file name, packed text)` of every province file.
fn province_files(folder: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let mut list = String::new();
    for path in &paths {
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a file name is not UTF-8")?;
        let code = name.get(..6).filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
        let code =
            code.ok_or_else(|| format!("data/province/{name}: a name starts with the province's code"))?;
        println!("cargo:rerun-if-changed={}", path.display());
        let shown = format!("data/province/{name}");
        fs::write(out.join(format!("{code}.z")), packed(&fs::read(path)?))?;
        writeln!(list, "({code}, {shown:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{code}.z\"))),")?;
    }
    Ok(format!(
        "#[allow(clippy::unreadable_literal)]\nstatic PROVINCE_FILES: [(u32, &str, &[u8]); {}] = [\n{list}];\n",
        paths.len()
    ))
}

/// A name of the program's own types, written as it is there.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Read;

        impl serde::de::Visitor<'_> for Read {
            type Value = Name;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Name, E> {
                Ok(Name(name.to_owned()))
            }

            fn visit_bytes<E: serde::de::Error>(self, name: &[u8]) -> Result<Name, E> {
                String::from_utf8(name.to_vec()).map(Name).map_err(E::custom)
            }
        }

        reader.deserialize_identifier(Read)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Circumstances {
    circumstances: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    circumstance: Name,
    words: Vec<String>,
    name: Said,
    #[serde(default)]
    asked: Option<Asked>,
    #[serde(default)]
    needs: Vec<Name>,
    effect: Name,
    #[serde(default)]
    says: Option<Said>,
    sources: Vec<String>,
    grade: Name,
    // Its items are the checklist's.
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Asked {
    statuses: Vec<Name>,
    care: Vec<Name>,
    away: bool,
}

/// The type of all circumstances, their table and their words.
fn circumstances(path: &Path) -> Result<String, Box<dyn Error>> {
    let Circumstances { circumstances } = read(path)?;
    let said = |Said { zh, en }: &Said| format!("Said {{ zh: {zh:?}, en: {en:?} }}");
    let of = |kind: &str, names: &[Name]| {
        let names = names.iter().map(|Name(name)| format!("{kind}::{name}"));
        format!("&[{}]", names.collect::<Vec<_>>().join(", "))
    };
    let (mut variants, mut table, mut words) = (String::new(), String::new(), String::new());
    for one in &circumstances {
        let Entry { circumstance: Name(name), effect, grade, sources, .. } = one;
        let asked = one.asked.as_ref().map_or("None".to_owned(), |Asked { statuses, care, away }| {
            let (statuses, care) = (of("Status", statuses), of("Care", care));
            format!("Some(Asked {{ statuses: {statuses}, care: {care}, away: {away} }})")
        });
        let says = one.says.as_ref().map_or("None".to_owned(), |says| format!("Some({})", said(says)));
        writeln!(variants, "/// {} ({}).\n{name},", one.name.en, one.name.zh)?;
        writeln!(words, "(Circumstance::{name}, &{:?}),", one.words)?;
        writeln!(
            table,
            "CircumstanceEntry {{ words: &{:?}, spellings: {:?}, name: {}, asked: {asked}, needs: {}, \
             effect: Effect::{}, says: {says}, sources: &{sources:?}, grade: Grade::{} }},",
            one.words,
            spellings(&one.words),
            said(&one.name),
            of("Field", &one.needs),
            effect.0,
            grade.0,
        )?;
    }
    Ok(format!(
        "/// What else is so: made from `data/circumstance.ron`.\n\
         #[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]\n\
         #[enumset(serialize_repr = \"list\")]\n\
         pub enum Circumstance {{\n{variants}}}\n\
         const TABLE: &[CircumstanceEntry] = &[\n{table}];\n\
         /// The words of every circumstance.\n\
         pub(crate) const CIRCUMSTANCE_WORDS: &[(Circumstance, &[&str])] = &[\n{words}];\n"
    ))
}

/// How the first words are typed without Chinese: each syllable, run together, by initials.
fn spellings(words: &[String]) -> String {
    let syllables = |word: &String| -> Vec<String> {
        word.as_str().to_pinyin().flatten().map(|reading| reading.plain().replace('ü', "v")).collect()
    };
    let chinese = words.iter().map(syllables).filter(|syllables| syllables.len() > 1).take(2);
    let mut all: Vec<String> = chinese
        .flat_map(|word| {
            let initials: String = word.iter().filter_map(|one| one.chars().next()).collect();
            [word.join(" "), word.concat(), initials]
        })
        .collect();
    all.extend(words.first().map(|word| word.replace('-', " ")));
    all.join("|")
}
