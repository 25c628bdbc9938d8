//! `yidi policy edit`: an agency's form on the screen, or one place a line.

use crate::agency::{EditError, Editing};
use crate::cli::fail::Fail;
use crate::cli::language::Spoken;
use crate::cli::run::Run;
use crate::cli::stream::{show, tell};
use crate::cli::{case, plain, wizard};
use crate::lines::{FormEnd, FormLinesError, fill_in};
use crate::words::Text;
use yidi_core::case::Field;
use yidi_core::places::Place;

/// Fills in the form of an area.
///
/// # Errors
/// Where the area is none, or its file cannot be edited or written.
pub(super) fn run(run: &Run<'_>, spoken: Spoken) -> Result<(), Fail> {
    let text = run.text;
    let mut problems = Vec::new();
    let Some(place) = case::place(run, "area", Field::Insured, &mut problems) else {
        return Err(Fail::problems(text, &problems));
    };
    let Place::Area(area) = place else {
        return Err(Fail::Request(vec![text.edit_province(text.place(place))]));
    };
    let folder = super::install::folder(run)?;
    let editing = Editing::open(text, &folder, area, *run.today).map_err(|error| fail(text, &error))?;
    if plain::why(&run.settings).is_none() {
        return wizard::edit(run, spoken, editing);
    }
    let (mut input, mut out) = (std::io::stdin().lock(), std::io::stdout().lock());
    let end = fill_in(text, &editing, &mut input, &mut out).map_err(|error| match error {
        FormLinesError::Io(error) => Fail::from(error),
        FormLinesError::Edit(error) => fail(text, &error),
    })?;
    drop(out);
    match end {
        FormEnd::Written(done) => {
            let mut lines = vec![text.edit_done(done.path.display().to_string())];
            lines.extend(done.told_link(text));
            lines.extend(super::install::twice(text, &done.laid));
            Ok(show(&format!("{}\n", lines.join("\n")))?)
        }
        FormEnd::Left => {
            tell(&text.edit_left());
            Ok(())
        }
        FormEnd::Ended => Err(Fail::Request(vec![text.edit_ended()])),
        FormEnd::Refused => Err(Fail::Request(vec![text.edit_refused()])),
    }
}

/// Why a form is not opened or written.
fn fail(text: &Text, error: &EditError) -> Fail {
    match error {
        EditError::Data(error) => Fail::broken(text, error),
        other => Fail::Request(vec![other.told(text)]),
    }
}
