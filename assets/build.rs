//! Turns what is written for people into what the program starts with fast:
//! `data/areas.ron` into a table, `data/province/` into a list of embedded
//! files, `assets/text/` into one checked function a message.

use std::collections::HashMap;
use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_typed::{BuildOptions, FtlOutputOptions, try_build_from_locales_folder};
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
    insured_via: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=assets/build.rs");
    // At a fixed address there is nothing to relocate, which is a thirtieth of the program.
    // A static program is linked in a way of its own.
    let is_static = env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|all| all.contains("crt-static"));
    let is = |what, name| env::var(what).is_ok_and(|value| value == name);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && !is_static {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let provinces = read_areas(&root.join("data/areas.ron"))?;
    fs::write(out.join("areas.rs"), areas_table(&provinces)?)?;
    fs::write(out.join("province_files.rs"), province_files(&root.join("data/province"), &out)?)?;
    println!("cargo:rerun-if-changed=assets/font/handout.otf");
    fs::write(out.join("handout.otf.z"), packed(&fs::read(root.join("assets/font/handout.otf"))?))?;
    texts(&root.join("assets/text"), &out)
}

fn read_areas(path: &Path) -> Result<Vec<Province>, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", path.display());
    let text = fs::read_to_string(path)?;
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options
        .from_str(&text)
        .map_err(|error| format!("{}:{}: {}", path.display(), error.span.start, error.code).into())
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
                "Area {{ code: {}, name: {:?}, short: {:?}, pinyin: {:?}, initials: {:?}, english: {:?}, \
                 aliases: &{:?}, phone: {:?}, province: ProvinceId({place}), insurer: ProvinceId({insurer}) }},",
                area.code,
                area.name,
                area.short,
                area.pinyin,
                area.initials,
                english(area.english.as_ref(), &area.pinyin),
                found_by(&area.aliases, area.english.as_ref()),
                area.phone,
            )?;
        }
        let last = first + province.areas.len();
        writeln!(
            table,
            "Province {{ code: {}, name: {:?}, short: {:?}, pinyin: {:?}, initials: {:?}, english: {:?}, \
             aliases: &{:?}, pooled: {}, first_area: {first}, end_area: {last} }},",
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

/// What stands in a folder, by name.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}

/// `(code, file name, packed text)` of every province file.
fn province_files(folder: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let paths = sorted(folder)?;
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

fn texts(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let options = BuildOptions::default()
        .with_locales_folder(&folder.display().to_string())
        .with_output_file_path(&out.join("messages.rs").display().to_string())
        .with_ftl_output(FtlOutputOptions::multi_file(&out.join("ftl").display().to_string()))
        .with_default_language("zh-CN")
        .with_prefix("")
        .without_bidi_isolation()
        .without_format();
    try_build_from_locales_folder(options)?;
    let mut part_of = HashMap::new();
    for language in fs::read_dir(folder)? {
        let language = language?;
        let name = format!("{}.parts", language.file_name().display());
        fs::write(out.join(name), parts(&language.path(), &mut part_of)?)?;
    }
    let messages = out.join("messages.rs");
    let code = in_parts(&fs::read_to_string(&messages)?, &part_of)?;
    Ok(fs::write(messages, code)?)
}

/// Between two parts of a language's words.
const PART_END: char = '\u{1c}';

/// The words of a language, a part for each of its files, without remarks for
/// translators. Learns in which part a message stands, the same in every language.
fn parts(folder: &Path, part_of: &mut HashMap<String, usize>) -> Result<String, Box<dyn Error>> {
    let paths = sorted(folder)?;
    let mut parts = Vec::new();
    for (part, path) in paths.iter().enumerate() {
        let text = fs::read_to_string(path)?;
        for (id, _) in text.lines().filter_map(|line| line.split_once(" =")) {
            let is_id = id.starts_with(|first: char| first.is_ascii_lowercase());
            if is_id && *part_of.entry(id.to_owned()).or_insert(part) != part {
                return Err(format!("{}: {id} is in another file elsewhere", path.display()).into());
            }
        }
        let words: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        parts.push(words.join("\n"));
    }
    Ok(parts.join(&PART_END.to_string()))
}

/// Every call says in which part its message stands: see `src/text/parts.rs`.
fn in_parts(code: &str, part_of: &HashMap<String, usize>) -> Result<String, Box<dyn Error>> {
    const CALL: &str = "self.0.msg(\"";
    let mut pieces = code.split(CALL);
    let mut told = pieces.next().unwrap_or_default().replace("L10nBundle", "super::parts::Parts");
    told = told.replace("bytes: &[u8]", "bytes: &'static [u8]");
    for piece in pieces {
        let id = piece.split('"').next().unwrap_or_default();
        let part = part_of.get(id).ok_or_else(|| format!("assets/text: where is {id}?"))?;
        write!(told, "self.0.msg({part}, \"{piece}")?;
    }
    Ok(told)
}
