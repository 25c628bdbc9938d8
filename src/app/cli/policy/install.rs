//! `yidi policy install`, `uninstall` and `installed`: an agency's file of
//! figures is put in place whole or not at all.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::agency;
use crate::agency::{InstallError, Installed};
use crate::cli::fail::Fail;
use crate::cli::out;
use crate::cli::run::Run;
use crate::cli::settings::own_folder;
use crate::data::Overlays;
use crate::words::Text;
use yidi_core::policy::audit::{Finding, Flaw, Laid};

/// The folder that the run looks in, whether it is there or not.
///
/// # Errors
/// Where there is none, or what was named is a file.
pub(super) fn folder(run: &Run<'_>) -> Result<PathBuf, Fail> {
    let folder = run.settings.data.clone().or_else(own_folder);
    let folder = folder.ok_or_else(|| Fail::Request(vec![run.text.install_no_folder()]))?;
    if folder.is_file() { Err(Fail::no_folder(run.text, &folder)) } else { Ok(folder) }
}

/// Puts a file in place and says whose figures hold now.
///
/// # Errors
/// Where it may not be; nothing is changed then.
pub(super) fn install(run: &Run<'_>) -> Result<(), Fail> {
    let (text, folder) = (run.text, folder(run)?);
    let file = Path::new(run.typed("file").unwrap_or_default());
    let done = agency::install(&folder, file, *run.today, run.is_set("force"));
    let done = done.map_err(|error| fail(text, &error))?;
    let Installed { path, laid, replaced, .. } = &done;
    let mut lines = vec![match replaced {
        Some(old) => text.install_replaced(text.laid(laid), text.laid(old)),
        None => text.install_done(text.laid(laid)),
    }];
    lines.extend(laid.warnings.iter().map(|finding| text.finding(finding)));
    lines.push(text.install_where(path.display().to_string()));
    lines.extend(done.told_link(text));
    out::print(run, &format!("{}\n", lines.join("\n")))
}

/// Takes a file away.
///
/// # Errors
/// Where there is none of that name.
pub(super) fn uninstall(run: &Run<'_>) -> Result<(), Fail> {
    let (text, folder) = (run.text, folder(run)?);
    let name = run.typed("name").unwrap_or_default();
    let gone = agency::uninstall(&folder, name, *run.today);
    let path = gone.map_err(|error| fail(text, &error))?;
    out::print(run, &format!("{}\n", text.uninstall_done(path.display().to_string())))
}

/// Lists what is in place.
///
/// # Errors
/// Where the program's own data is at fault.
pub(super) fn installed(run: &Run<'_>) -> Result<(), Fail> {
    let (text, folder) = (run.text, folder(run)?);
    let found =
        agency::installed(run.text, &folder, *run.today).map_err(|error| Fail::broken(text, &error))?;
    let Overlays { laid, set_aside } = &found;
    let words = || {
        let mut lines = vec![text.install_folder(folder.display().to_string())];
        lines.extend(files(text, &found));
        if laid.is_empty() && set_aside.is_empty() {
            lines.push(text.overlays_none());
        }
        Ok(format!("{}\n", lines.join("\n")))
    };
    let file = |laid: &Laid| {
        json!({
            "file": laid.file,
            "name": laid.name.as_ref().map(|name| &name.zh),
            "date": laid.date.map(|date| date.to_string()),
            "figures": laid.figures,
            "removed": laid.removed,
            "verified": laid.verified,
        })
    };
    let json = || {
        Ok(json!({
            "format": "yidi.overlays/1",
            "folder": folder.display().to_string(),
            "laid": laid.iter().map(file).collect::<Vec<_>>(),
            "set_aside": set_aside.iter().map(|file| text.set_aside(file)).collect::<Vec<_>>(),
        }))
    };
    out::print_either(run, json, words)
}

/// What is in place, one file a line, as a run takes it: a folder or one file.
///
/// # Errors
/// Where the program's own data is at fault.
pub(in crate::cli) fn in_place(run: &Run<'_>) -> Result<Vec<String>, Fail> {
    let Some(folder) = run.settings.data.clone().or_else(own_folder) else { return Ok(Vec::new()) };
    let found = agency::installed(run.text, &folder, *run.today);
    Ok(files(run.text, &found.map_err(|error| Fail::broken(run.text, &error))?))
}

fn files(text: &Text, found: &Overlays) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &found.laid {
        lines.push(text.laid(file));
        lines.extend(twice(text, file));
    }
    lines.extend(found.set_aside.iter().map(|file| text.set_aside(file)));
    lines
}

/// What another file in place says as well.
pub(super) fn twice(text: &Text, file: &Laid) -> Vec<String> {
    let is_twice = |finding: &&Finding| matches!(finding.fault, Flaw::AlsoIn { .. });
    file.warnings.iter().filter(is_twice).map(|finding| text.finding(finding)).collect()
}

fn fail(text: &Text, error: &InstallError) -> Fail {
    match error {
        InstallError::Save(file, error) => out::unsaved(text, error, file),
        InstallError::Data(error) => Fail::broken(text, error),
        other => Fail::Request(other.told(text)),
    }
}
