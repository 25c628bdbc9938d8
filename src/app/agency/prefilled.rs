//! A form with what an agency's file says already.

use yidi_core::places::{AreaId, Place};
use yidi_core::policy::own::{OwnFile, Remarks};
use yidi_core::policy::{Book, Figure, FileError, Source};
use yidi_core::rules::{Form, Heading, Slot};

use crate::words::Text;

/// The form of an area: what figures of overlays say of its rules, of one file
/// alone where it is named. Who publishes them is proposed.
///
/// # Errors
/// Where the data cannot be read.
pub(super) fn prefilled(
    text: &Text,
    book: &Book,
    area: AreaId,
    file: Option<&str>,
) -> Result<Form, FileError> {
    let mut form = Form::new(area);
    let [there, ..] = book.levels(area)?;
    let is_own = |figure: &&std::sync::Arc<Figure>| match (&figure.overlay, file) {
        (Some(overlay), Some(file)) => **overlay == *file,
        (overlay, _) => overlay.is_some(),
    };
    let mut first: Option<&Figure> = None;
    for slot in Slot::all() {
        let Slot::Rule(rule) = slot else { continue };
        let selectors = rule.selectors();
        let same =
            there.iter().filter(is_own).filter(|one| one.item == rule.item && one.selectors == selectors);
        let Some(figure) = same.max_by_key(|figure| figure.from) else { continue };
        if let Some(cell) = text.cell(&figure.value) {
            form.write(slot, &cell);
            first.get_or_insert(figure);
        }
    }
    if let Some(figure) = first {
        let name = figure.sources.first().map_or("", String::as_str);
        if let Some(source) = book.source_of(figure, name)? {
            of_source(text, &mut form, source, figure);
        }
    } else {
        let name = text.place(Place::Area(area));
        form.write(Slot::Heading(Heading::Publisher), &text.usual_publisher(name));
    }
    Ok(form)
}

fn of_source(text: &Text, form: &mut Form, source: &Source, figure: &Figure) {
    let mut write = |heading, typed: &str| form.write(Slot::Heading(heading), typed);
    write(Heading::Title, text.words(&source.title));
    write(Heading::Publisher, text.words(&source.publisher));
    write(Heading::Number, source.number.as_deref().unwrap_or_default());
    write(Heading::Date, source.date.as_deref().unwrap_or_default());
    if let Some(from) = figure.from {
        write(Heading::From, &from.to_string());
    }
    if let Some(verified) = &figure.verified {
        write(Heading::VerifiedBy, &verified.by);
        write(Heading::VerifiedOn, &verified.on.to_string());
    }
}

/// The figures of a file that its form does not show: they would be lost if the
/// form were written over the file. `made` is what the form becomes.
///
/// # Errors
/// Where the data cannot be read.
pub(super) fn not_in_form(
    base: &Book,
    laid: &Book,
    file: &str,
    made: Option<&OwnFile>,
    remarks: &dyn Remarks,
    today: jiff::civil::Date,
) -> Result<Vec<String>, FileError> {
    let mut again = base.clone();
    if let Some(made) = made {
        let text = made.text(base, remarks)?;
        // What the form cannot say is then missing in it as well.
        let _ = again.overlay(file, &text, today);
    }
    let of_file = |figure: &Figure| figure.overlay.as_deref() == Some(file);
    let kept: std::collections::BTreeSet<String> =
        again.figures()?.into_iter().filter(|figure| of_file(figure)).map(|figure| figure.id()).collect();
    let ids = laid.figures()?.into_iter().filter(|figure| of_file(figure)).map(|figure| figure.id());
    Ok(ids.filter(|id| !kept.contains(id)).collect())
}
