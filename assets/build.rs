//! Turns what is written for people into what the program starts with fast:
//! `assets/text/` into one checked function a message, the font packed.

use std::collections::{BTreeMap, HashMap};
use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fluent_typed::{BuildOptions, FtlOutputOptions, try_build_from_locales_folder};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=assets/build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let is = |what, name| env::var(what).is_ok_and(|value| value == name);
    if is("CARGO_CFG_TARGET_OS", "windows") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        windows_resource(&root.join("assets/icon/yidi.ico"), &out)?;
    }
    println!("cargo:rerun-if-changed=assets/font/handout.otf");
    fs::write(out.join("handout.otf.z"), packed(&fs::read(root.join("assets/font/handout.otf"))?))?;
    println!("cargo:rerun-if-changed=assets/THIRD-PARTY.txt");
    fs::write(out.join("licences.z"), packed(&fs::read(root.join("assets/THIRD-PARTY.txt"))?))?;
    texts(&root.join("assets/text"), &out)
}

/// The icon and the version that Windows shows of the program; without the tool for it
/// (of mingw) it has none.
fn windows_resource(icon: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", icon.display());
    let version = env::var("CARGO_PKG_VERSION")?;
    let numbers = format!("{},0", version.split('-').next().unwrap_or_default().replace('.', ","));
    let script = format!(
        "1 ICON \"{}\"\n1 VERSIONINFO FILEVERSION {numbers} PRODUCTVERSION {numbers}\n\
         {{ BLOCK \"StringFileInfo\" {{ BLOCK \"080404b0\" {{\n\
         VALUE \"FileDescription\", \"yidi\"\nVALUE \"ProductName\", \"yidi\"\n\
         VALUE \"FileVersion\", \"{version}\"\nVALUE \"ProductVersion\", \"{version}\"\n\
         VALUE \"LegalCopyright\", \"MIT\"\n}} }}\n\
         BLOCK \"VarFileInfo\" {{ VALUE \"Translation\", 0x0804, 1200 }} }}\n",
        icon.display()
    );
    let (source, object) = (out.join("yidi.rc"), out.join("yidi.res.o"));
    fs::write(&source, script)?;
    let tool = env::var("WINDRES").unwrap_or_else(|_| "x86_64-w64-mingw32-windres".to_owned());
    match Command::new(&tool).arg(&source).args(["-O", "coff", "-o"]).arg(&object).status() {
        Ok(status) if status.success() => {
            println!("cargo:rustc-link-arg-bins={}", object.display());
        }
        _ => println!("cargo:warning={tool} cannot be run: the program gets no icon"),
    }
    Ok(())
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
    let mut languages = Vec::new();
    for language in fs::read_dir(folder)? {
        let language = language?;
        languages.push((language.file_name().display().to_string(), messages_of(&language.path())?));
    }
    let first: Vec<&String> = languages.first().map(|(_, first)| first.keys().collect()).unwrap_or_default();
    for (name, messages) in &languages {
        if !messages.keys().eq(first.iter().copied()) {
            return Err(format!("assets/text/{name} has other messages than the rest").into());
        }
        fs::write(out.join(format!("{name}.parts")), parts(messages)?)?;
    }
    let part_of: HashMap<&str, usize> = first.iter().map(|id| id.as_str()).zip(0..).collect();
    let messages = out.join("messages.rs");
    let code = disarmed(&in_parts(&fs::read_to_string(&messages)?, &part_of)?);
    Ok(fs::write(messages, code)?)
}

/// The messages of a language by their names, as they are written, without remarks for
/// translators.
fn messages_of(folder: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut messages = BTreeMap::new();
    for path in sorted(folder)? {
        let text = fs::read_to_string(&path)?;
        let mut message: Option<&mut String> = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let is_id = line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((id, _)) = line.split_once(" =").filter(|_| is_id) {
                let twice = messages.contains_key(id);
                if twice {
                    return Err(format!("{}: {id} is there already", path.display()).into());
                }
                message = Some(messages.entry(id.to_owned()).or_insert_with(String::new));
            }
            if let Some(message) = &mut message {
                message.push_str(line);
                message.push('\n');
            }
        }
    }
    Ok(messages)
}

/// How many messages there are, where each ends, and their words: four bytes a number.
/// So one is found, and read, without the others; see `src/app/words/parts.rs`.
fn parts(messages: &BTreeMap<String, String>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = u32::try_from(messages.len())?.to_le_bytes().to_vec();
    let mut end = 0;
    for message in messages.values() {
        end += message.len();
        bytes.extend(u32::try_from(end)?.to_le_bytes());
    }
    bytes.extend(messages.values().flat_map(|message| message.bytes()));
    Ok(bytes)
}

/// Every text a message is given passes the door of `src/app/guard`: none comes
/// before a person that did not.
fn disarmed(code: &str) -> String {
    let argument = |line: &str| {
        let (set, name) = line.strip_suffix(".as_ref());")?.rsplit_once(", ")?;
        set.trim_start()
            .starts_with("args.set(")
            .then(|| format!("{set}, crate::guard::Shown::line({name}.as_ref()).into_cow());"))
    };
    let lines: Vec<String> =
        code.lines().map(|line| argument(line).unwrap_or_else(|| line.to_owned())).collect();
    lines.join("\n")
}

/// Every call says which its message is: see `src/app/words/parts.rs`.
fn in_parts(code: &str, part_of: &HashMap<&str, usize>) -> Result<String, Box<dyn Error>> {
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
