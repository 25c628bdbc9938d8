//! `yidi handout`: the sheet, as a file or on standard output.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::Path;

use super::fail::Fail;
use super::run::Run;
use super::{case, out};
use crate::save;
use crate::save::SaveError;
use crate::sheet;
use crate::sheet::{Document, Format, Handout, HandoutError, handout};
use crate::words::Text;
use yidi_core::checklist::checklist;
use yidi_core::estimate::{EstimateError, compare, estimate};

/// Makes the sheet of a case.
///
/// # Errors
/// Where the request is wrong, the data cannot be read, or the file not written.
pub(super) fn run(run: &Run<'_>) -> Result<(), Fail> {
    let (text, today) = (run.text, *run.today);
    // A wrong form is told before anything is computed.
    let format = format(text, run.typed("format"), out::output(run))?;
    let case = case::case(run)?;
    let book = run.book()?;
    let estimate = estimate(&book, &case);
    if let Err(error @ (EstimateError::File(_) | EstimateError::Clash(_))) = &estimate {
        return Err(Fail::estimate(text, error));
    }
    let comparison = compare(&book, &case).ok();
    let checklist = checklist(&book, &case, today).map_err(|error| Fail::broken(text, &error))?;
    let made_of = Handout {
        case: &case,
        estimate: estimate.as_ref(),
        comparison: comparison.as_ref(),
        checklist: &checklist,
        ticked: &BTreeSet::new(),
        pinned: None,
        note: run.typed("note").unwrap_or_default(),
        edition: run.settings.edition.unwrap_or_default(),
    };
    let document = handout(&book, &made_of, text, today);
    hand_out(run, &document, format)
}

/// Writes a sheet to the file that was named, or to standard output.
///
/// # Errors
/// Where it cannot be made or written.
pub(super) fn hand_out(run: &Run<'_>, document: &Document, format: Format) -> Result<(), Fail> {
    let text = run.text;
    match out::output(run) {
        None => show(text, document, format),
        Some(path) => {
            let saved = save::save(document, format, path, run.is_set("force"));
            let path = saved.map_err(|error| unsaved(text, &error, path))?;
            super::stream::tell(&text.print_saved(path.display().to_string()));
            Ok(())
        }
    }
}

/// The form that was named, that of the file, or text.
pub(super) fn format(text: &Text, named: Option<&str>, out: Option<&Path>) -> Result<Format, Fail> {
    let found = match (named, out) {
        (Some(name), _) => Format::named(name),
        (None, Some(path)) => Format::of_file(path),
        (None, None) => Some(Format::Text),
    };
    found.ok_or_else(|| {
        let names = text.list(Format::ALL.map(Format::key));
        Fail::Request(vec![text.handout_format_unknown(names)])
    })
}

fn show(text: &Text, document: &Document, format: Format) -> Result<(), Fail> {
    let mut stdout = std::io::stdout().lock();
    if format == Format::Pdf && stdout.is_terminal() {
        return Err(Fail::Request(vec![text.handout_not_on_terminal()]));
    }
    let bytes = match format {
        Format::Text => sheet::plain_text(document).into_bytes(),
        other => save::rendered(document, other).map_err(|error| unmade(text, &error))?,
    };
    stdout.write_all(&bytes).and_then(|()| stdout.flush()).map_err(Fail::from)
}

fn unmade(text: &Text, error: &HandoutError) -> Fail {
    let message = save::told(error, text);
    match error {
        HandoutError::NoGlyph(_) => Fail::Request(vec![message]),
        _ => Fail::program(message),
    }
}

fn unsaved(text: &Text, error: &SaveError, path: &Path) -> Fail {
    match error {
        SaveError::Handout(error) => unmade(text, error),
        _ => super::out::unsaved(text, error, path),
    }
}
