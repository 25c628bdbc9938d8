//! Files a person asked for, and fonts of the machine: the one place that
//! writes what a command is told to write.

mod new_file;

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::guard;
use crate::guard::{ReadError, read_file};
use crate::sheet;
use crate::sheet::{Document, Format, HandoutError, Spare};
use crate::words::Text;
pub use new_file::NewFile;

/// Why a file was not written. Nothing is left where it would have been, and
/// what was there is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// There is no hand-out to be written.
    #[error(transparent)]
    Handout(#[from] HandoutError),
    /// A file of that name is there.
    #[error("the file is there")]
    Exists,
    /// No name was given.
    #[error("no name")]
    NoName,
    /// The folder is not there.
    #[error("the folder is not there")]
    NoFolder,
    /// It is a pipe or a device, which is no place for a file.
    #[error("it is no plain file")]
    NoPlainFile,
    /// It is a folder itself.
    #[error("it is a folder")]
    Folder,
    /// It must not be written.
    #[error("it must not be written")]
    Denied,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// What is there, and is to be added to, cannot be read.
    #[error(transparent)]
    Unread(ReadError),
    /// Anything else.
    #[error(transparent)]
    Other(io::Error),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder,
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full,
            _ => Self::Other(error),
        }
    }
}

impl SaveError {
    /// It in words for the person who must act.
    pub fn told(&self, text: &Text, path: &Path) -> String {
        let path = path.display().to_string();
        match self {
            Self::Handout(error) => told(error, text),
            Self::Exists => text.save_exists(path),
            Self::NoName => text.save_no_name(),
            Self::NoFolder => text.save_no_folder(path),
            Self::Folder => text.save_folder(path),
            Self::NoPlainFile => text.save_no_plain_file(path),
            Self::Denied => text.save_denied(path),
            Self::Full => text.save_full(path),
            Self::Unread(error) => text.save_failed(path, text.read_error(error)),
            Self::Other(error) => text.save_failed(path, text.io_error(error)),
        }
    }
}

/// Why there is no hand-out, in words.
pub fn told(error: &HandoutError, text: &Text) -> String {
    match error {
        HandoutError::NoGlyph(characters) => {
            text.handout_no_glyph(text.list(characters.iter().map(char::to_string)))
        }
        HandoutError::Template(_) | HandoutError::Pdf(_) => text.handout_broken(error.to_string()),
    }
}

/// The hand-out as bytes; a character that the shipped font has not is looked
/// for in the fonts of the machine.
///
/// # Errors
/// Where no font has it, or the page cannot be made.
pub fn rendered(document: &Document, format: Format) -> Result<Vec<u8>, HandoutError> {
    let lacking = if format == Format::Pdf { sheet::lacking(document) } else { Vec::new() };
    let spare = if lacking.is_empty() { None } else { spare_font(&lacking) };
    sheet::bytes(document, format, spare.as_ref())
}

/// A font of this machine with outlines for all of these characters.
fn spare_font(lacking: &[char]) -> Option<Spare> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    fonts.faces().find_map(|face| {
        let found = |data: &[u8], index: u32| {
            let covers = sheet::covers(data, index, lacking);
            covers.then(|| Spare { data: Arc::new(data.to_vec()), index })
        };
        fonts.with_face_data(face.id, found).flatten()
    })
}

/// Writes a hand-out and says where.
///
/// # Errors
/// Where it cannot be written, or a file is there and `overwrite` is not set.
pub fn save(document: &Document, format: Format, path: &Path, overwrite: bool) -> Result<PathBuf, SaveError> {
    let path = at_home(path);
    // Asked first: the answer costs less than the page.
    new_file::refuse(&path, overwrite)?;
    let bytes = rendered(document, format)?;
    write(create(&path, overwrite)?, &bytes)?;
    Ok(whole(path))
}

/// The same under a name that is free: where a file of that name is there, a number
/// is put behind it.
///
/// # Errors
/// Where it cannot be written.
pub(crate) fn save_numbered(document: &Document, format: Format, path: &Path) -> Result<PathBuf, SaveError> {
    const MOST: u32 = 1_000;
    let name = |number: u32| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        path.with_file_name(format!("{stem}-{number}.{}", format.ending()))
    };
    let names = std::iter::once(path.to_owned()).chain((2..=MOST).map(name));
    for path in names {
        match save(document, format, &path, false) {
            Err(SaveError::Exists) => {}
            done => return done,
        }
    }
    Err(SaveError::Exists)
}

/// Adds a line to a settings file, or begins one.
///
/// # Errors
/// Where it cannot be read or written.
pub(crate) fn add_setting(path: &Path, line: &str) -> Result<(), SaveError> {
    let mut text = match read_file(path, guard::SETTINGS) {
        Ok(text) => text,
        Err(ReadError::System(error)) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(ReadError::System(error)) => return Err(error.into()),
        Err(other) => return Err(SaveError::Unread(other)),
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(line);
    text.push('\n');
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    save_bytes(text.as_bytes(), path, true, Readers::Usual).map(|_| ())
}

/// Who may read a file that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whoever may read other new files.
    Usual,
    /// Nobody but its owner, where the system can tell: there are people's cases in it.
    /// The owner is who writes it, whose the file was before.
    Owner,
}

/// Writes bytes and says where.
///
/// # Errors
/// Where they cannot be written, or a file is there and `overwrite` is not set.
pub fn save_bytes(
    bytes: &[u8],
    path: &Path,
    overwrite: bool,
    readers: Readers,
) -> Result<PathBuf, SaveError> {
    let path = at_home(path);
    write(new_file::begin(&path, overwrite, readers)?, bytes)?;
    Ok(whole(path))
}

/// Writes bytes over whatever file is there, in the place of a link that is there, and
/// says where.
///
/// # Errors
/// Where they cannot be written.
pub(crate) fn save_in_place(bytes: &[u8], path: &Path) -> Result<PathBuf, SaveError> {
    write(new_file::begin_in_place(path)?, bytes)?;
    Ok(whole(path.to_owned()))
}

/// With its folder, so that it is found again.
fn whole(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// `~/` is the person's own folder, as in a shell.
fn at_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), etcetera::home_dir()) {
        (Ok(rest), Ok(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Begins a file with people's cases in it, for its owner alone. Where it is dropped
/// before [`NewFile::commit`], there is none.
///
/// # Errors
/// Where it cannot be written, or a file is there and `overwrite` is not set.
pub fn create(path: &Path, overwrite: bool) -> Result<NewFile, SaveError> {
    new_file::begin(&at_home(path), overwrite, Readers::Owner)
}

/// Writes beside it and puts it in its place: there is a whole file or none.
fn write(mut file: NewFile, bytes: &[u8]) -> Result<(), SaveError> {
    file.write_all(bytes)?;
    file.commit()
}
