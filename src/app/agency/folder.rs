//! Files of figures are put into the overlay folder whole or not at all, and
//! taken out again; what lies there already must go on holding.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::data::{Overlays, ron_files};
use crate::guard;
use crate::guard::{ReadError, read_written};
use crate::save;
use crate::save::SaveError;
use crate::words::Text;
use yidi_core::policy::audit::{Finding, Flaw, Laid, SetAside};
use yidi_core::policy::{Book, FileError};

/// Why a file was not put in place, or not taken away. Nothing is changed then.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// It cannot be read.
    #[error("{} cannot be read", .0.display())]
    Read(PathBuf, #[source] ReadError),
    /// It is wrong.
    #[error("{} is wrong", .0.display())]
    Wrong(PathBuf, Vec<Finding>),
    /// A file that is there would no longer hold.
    #[error("{} would no longer hold", .0.display())]
    Breaks(PathBuf, Vec<Finding>),
    /// The file of that name that is there is newer.
    #[error("what is there is of {there}")]
    Older {
        /// The day of the file that is there.
        there: Date,
        /// The day of the new one.
        new: Date,
    },
    /// It is a form that was filled in, or a table: figures are made of it first.
    #[error("{} is a form", .0.display())]
    IsForm(PathBuf),
    /// Several files are called so.
    #[error("several are called so")]
    Several {
        /// What was asked for.
        name: String,
        /// The files that are.
        names: Vec<String>,
    },
    /// No file is called so.
    #[error("not installed")]
    NotInstalled {
        /// What was asked for.
        name: String,
        /// The files that are there.
        names: Vec<String>,
    },
    /// It cannot be written or deleted.
    #[error("{} cannot be written or deleted", .0.display())]
    Save(PathBuf, #[source] SaveError),
    /// The program's own data is at fault.
    #[error(transparent)]
    Data(#[from] FileError),
}

impl InstallError {
    /// It in words, with everything that is wrong.
    pub fn told(&self, text: &Text) -> Vec<String> {
        let with = |first: String, findings: &[Finding]| {
            let lines = findings.iter().map(|finding| text.finding(finding));
            std::iter::once(first).chain(lines).collect()
        };
        match self {
            Self::Read(file, error) => {
                vec![text.install_unread(file.display().to_string(), text.read_error(error))]
            }
            Self::Wrong(file, findings) => with(text.install_wrong(file.display().to_string()), findings),
            Self::Breaks(file, findings) => with(text.install_breaks(file.display().to_string()), findings),
            Self::Older { there, new } => vec![text.install_older(text.date(*there), text.date(*new))],
            Self::IsForm(file) => vec![text.install_form(file.display().to_string())],
            Self::Several { name, names } => vec![text.uninstall_several(name, text.list(names))],
            Self::NotInstalled { name, names } if names.is_empty() => vec![text.uninstall_nothing(name)],
            Self::NotInstalled { name, names } => vec![text.uninstall_unknown(name, text.list(names))],
            Self::Save(file, error) => vec![error.told(text, file)],
            Self::Data(error) => vec![text.data_broken(error.to_string())],
        }
    }
}

/// A file that is in its place now.
#[derive(Debug)]
pub struct Installed {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub laid: Laid,
    /// What it takes the place of.
    pub replaced: Option<Laid>,
    /// Where the link led that was in its place; the file there is as it was.
    pub link: Option<PathBuf>,
}

impl Installed {
    /// That a link was in its place, where one was.
    pub fn told_link(&self, text: &Text) -> Option<String> {
        let led = self.link.as_ref()?.display().to_string();
        Some(text.install_link(self.path.display().to_string(), led))
    }
}

/// A file of the folder: its path and what it says.
type Read = (PathBuf, Result<String, ReadError>);

/// What the files of a folder are when they are laid one over the other.
fn laid(files: &[Read], today: Date) -> Result<Vec<Result<Laid, Vec<Finding>>>, FileError> {
    let mut book = Book::embedded()?;
    let lay = |(path, content): &Read| match content {
        Ok(content) => book.overlay(&path.display().to_string(), content, today),
        Err(_) => Err(Vec::new()),
    };
    Ok(files.iter().map(lay).collect())
}

fn read(folder: &Path) -> Vec<Read> {
    let files = ron_files(folder).unwrap_or_default();
    files
        .into_iter()
        .map(|path| {
            let content = read_written(&path, guard::POLICY);
            (path, content)
        })
        .collect()
}

/// The first file that holds among the old ones and does not among the new ones.
fn broken(
    old: &[Read],
    old_laid: &[Result<Laid, Vec<Finding>>],
    new: &[Read],
    new_laid: &[Result<Laid, Vec<Finding>>],
) -> Option<(PathBuf, Vec<Finding>)> {
    new.iter().zip(new_laid).find_map(|((path, _), laid)| {
        let held = old.iter().zip(old_laid).any(|((other, _), laid)| other == path && laid.is_ok());
        laid.as_ref().err().filter(|_| held).map(|findings| (path.clone(), findings.clone()))
    })
}

/// The name of a file in the folder: what the person's file is called, ending as
/// the folder's files do.
fn name_in_folder(file: &Path) -> PathBuf {
    let name = file.file_name().map(PathBuf::from).unwrap_or_default();
    // Editors on Windows add their own ending.
    let name = if name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt")) {
        name.with_extension("")
    } else {
        name
    };
    if name.extension().is_some_and(|ending| ending == "ron") { name } else { name.with_extension("ron") }
}

/// Whether a file is called as forms are that are filled in.
fn is_form(file: &Path) -> bool {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ["xlsx", "xls", "ods", "csv"].contains(&ending.as_str()))
}

/// Checks a file and puts it into the folder, over one of the same name unless
/// that is newer and `force` is not set.
///
/// # Errors
/// Where it or what it does is wrong; the folder is as it was then.
pub fn install(folder: &Path, file: &Path, today: Date, force: bool) -> Result<Installed, InstallError> {
    if is_form(file) {
        return Err(InstallError::IsForm(file.to_owned()));
    }
    let content =
        read_written(file, guard::POLICY).map_err(|error| InstallError::Read(file.to_owned(), error))?;
    let name = file.display().to_string();
    put(&folder.join(name_in_folder(file)), content, today, force).map_err(|error| match error {
        // It is told of the file that the person has.
        InstallError::Wrong(_, findings) => {
            let here = |finding| Finding { file: name.clone(), ..finding };
            InstallError::Wrong(file.to_owned(), findings.into_iter().map(here).collect())
        }
        other => other,
    })
}

/// Puts a file where it belongs, as [`install`] does.
///
/// # Errors
/// As [`install`].
pub(super) fn put(path: &Path, content: String, today: Date, force: bool) -> Result<Installed, InstallError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let old = read(folder);
    let old_laid = laid(&old, today)?;
    let mut new: Vec<Read> = old.iter().filter(|(other, _)| *other != *path).map(copy).collect();
    new.push((path.to_owned(), Ok(content.clone())));
    new.sort_by(|(one, _), (other, _)| one.cmp(other));
    let new_laid = laid(&new, today)?;
    let own = new.iter().zip(&new_laid).find(|((other, _), _)| *other == *path).map(|(_, laid)| laid.clone());
    let mut own = own
        .unwrap_or_else(|| Err(Vec::new()))
        .map_err(|findings| InstallError::Wrong(path.to_owned(), findings))?;
    if let Some((other, findings)) = broken(&old, &old_laid, &new, &new_laid) {
        return Err(InstallError::Breaks(other, findings));
    }
    let replaced = old.iter().zip(old_laid).find(|((other, _), _)| *other == *path);
    let replaced = replaced.and_then(|(_, laid)| laid.ok());
    if let Some(there) = replaced.as_ref().and_then(|laid| laid.date)
        && let Some(new) = own.date.filter(|new| *new < there && !force)
    {
        return Err(InstallError::Older { there, new });
    }
    let unsaved = |error: SaveError| InstallError::Save(path.to_owned(), error);
    fs::create_dir_all(folder).map_err(|error| unsaved(error.into()))?;
    // A link may lead to what is not this folder's to change.
    let link = fs::read_link(path).ok();
    let path = save::save_in_place(content.as_bytes(), path).map_err(unsaved)?;
    own.file = path.display().to_string();
    // What lies over it says so of itself.
    let of_own = |finding: &&Finding| matches!(&finding.fault, Flaw::AlsoIn { file, .. } if path.file_name().is_some_and(|name| *name == **file));
    let others = new_laid.iter().flatten().flat_map(|laid| laid.warnings.iter().filter(of_own));
    own.warnings.extend(others.cloned());
    Ok(Installed { path, laid: own, replaced, link })
}

fn copy((path, content): &Read) -> Read {
    let content = match content {
        Ok(content) => Ok(content.clone()),
        Err(_) => Err(ReadError::NotText),
    };
    (path.clone(), content)
}

/// What lies in the folder.
///
/// # Errors
/// Where the program's own data is at fault.
pub fn installed(text: &Text, folder: &Path, today: Date) -> Result<Overlays, FileError> {
    let mut overlays = Overlays::default();
    let files = read(folder);
    for (laid, (path, content)) in laid(&files, today)?.into_iter().zip(files) {
        match (laid, content) {
            (Ok(laid), _) => overlays.laid.push(laid),
            (Err(findings), Ok(_)) => overlays.set_aside.push(SetAside::Wrong(findings)),
            (Err(_), Err(error)) => {
                let file = path.display().to_string();
                overlays.set_aside.push(SetAside::Unread { file, why: text.read_error(&error) });
            }
        }
    }
    Ok(overlays)
}

/// Takes a file out of the folder, by its name or by whose figures it holds.
/// Says which it was.
///
/// # Errors
/// Where none is called so, or another file would no longer hold without it;
/// the folder is as it was then.
pub fn uninstall(folder: &Path, name: &str, today: Date) -> Result<PathBuf, InstallError> {
    let old = read(folder);
    let old_laid = laid(&old, today)?;
    let file_name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let is_called = |(path, _): &Read, laid: &Result<Laid, Vec<Finding>>| {
        let file = file_name(path);
        let of_file = file == name || file.strip_suffix(".ron") == Some(name) || path == Path::new(name);
        let whose = laid.as_ref().ok().and_then(|laid| laid.name.as_ref());
        of_file || whose.is_some_and(|whose| whose.zh == name || whose.english() == name)
    };
    let called = old.iter().zip(&old_laid).filter(|(file, laid)| is_called(file, laid));
    let called: Vec<&PathBuf> = called.map(|((path, _), _)| path).collect();
    let names = |paths: &mut dyn Iterator<Item = &PathBuf>| paths.map(|path| file_name(path)).collect();
    let name = name.to_owned();
    let path = match called[..] {
        [one] => one,
        [] => {
            return Err(InstallError::NotInstalled {
                name,
                names: names(&mut old.iter().map(|(path, _)| path)),
            });
        }
        _ => return Err(InstallError::Several { name, names: names(&mut called.into_iter()) }),
    };
    let new: Vec<Read> = old.iter().filter(|(other, _)| other != path).map(copy).collect();
    let new_laid = laid(&new, today)?;
    if let Some((other, findings)) = broken(&old, &old_laid, &new, &new_laid) {
        return Err(InstallError::Breaks(other, findings));
    }
    fs::remove_file(path).map_err(|error| InstallError::Save(path.clone(), error.into()))?;
    Ok(path.clone())
}
