//! `yidi policy …`: one file a command.

mod calibrate;
mod check;
mod coverage;
mod diff;
mod edit;
mod folder;
mod form;
mod install;
mod show;
mod sources;

use super::fail::Fail;
use super::language::Spoken;
use super::run::Run;

pub(super) use install::in_place;

/// Runs the command that was named.
///
/// # Errors
/// As the command fails.
pub(super) fn run(run: &Run<'_>, spoken: Spoken, name: Option<&str>) -> Result<(), Fail> {
    match name {
        Some("show") => show::run(run),
        Some("sources") => sources::run(run),
        Some("coverage") => coverage::run(run),
        Some("calibrate") => calibrate::run(run),
        Some("diff") => diff::run(run),
        Some("edit") => edit::run(run, spoken),
        Some("template") => form::template(run),
        Some("import") => form::import(run),
        Some("install") => install::install(run),
        Some("uninstall") => install::uninstall(run),
        Some("installed") => install::installed(run),
        Some(_) => check::run(run),
        None => Ok(()),
    }
}
