//! What holds in a place on a date.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::super::page::Page;
use super::super::values::{day, level, place};
use super::{full_figure, number, whence};
use crate::words::Text;
use yidi_core::answers::word;
use yidi_core::places::Place;
use yidi_core::policy::audit::{InForce, InPlace, Level};
use yidi_core::policy::{Book, FileError, Verified};

/// As text, level by level; the sources stand once, at the end.
///
/// # Errors
/// Where a data file that describes a source cannot be read.
pub fn figures_text(text: &Text, book: &Book, found: &InPlace) -> Result<String, FileError> {
    let place = found.place;
    let mut out = Page::default();
    out.paragraph(&text.show_title(text.place(place), place.code().to_string(), text.date(found.date)));
    out.paragraph(&text.show_order());
    for level in &found.levels {
        out.line("");
        out.line(&text.level(level.holder));
        figures(&mut out, text, level);
    }
    if !found.areas.is_empty() {
        out.line("");
        let names = found.areas.iter().map(|area| text.place(Place::Area(*area)));
        out.paragraph(&text.show_areas(text.list(names)));
    }
    let mut sources = BTreeMap::new();
    for one in found.levels.iter().flat_map(|level| &level.figures) {
        for name in &one.figure.sources {
            if let Some(source) = book.source_of(&one.figure, name)? {
                // Both a province and the nation may describe a source of this name.
                sources.insert((name, &source.title), source);
            }
        }
    }
    out.line("");
    out.line(&text.show_sources());
    for ((name, _), source) in sources {
        out.item(&text.source_named(name, text.source(source)));
    }
    Ok(out.text())
}

fn figures(out: &mut Page, text: &Text, level: &Level) {
    let (mut group, mut item) = (None, None);
    if level.figures.is_empty() {
        out.item(&text.level_empty());
    }
    for InForce { figure, overruled_by } in &level.figures {
        let this = (figure.selectors.scheme, figure.selectors.care);
        if group != Some(this) {
            out.indented(2, 2, &text.group(this.0, this.1));
            (group, item) = (Some(this), None);
        }
        if item != Some(figure.item) {
            out.indented(4, 4, &text.item(figure.item));
            item = Some(figure.item);
        }
        out.indented(6, 8, &number(text, figure));
        out.indented(10, 10, &whence(text, figure));
        if let Some(file) = &figure.overlay {
            out.indented(10, 10, &text.figure_overlay(&**file));
        }
        if let Some(Verified { by, on }) = &figure.verified {
            out.indented(10, 10, &text.figure_verified(by, text.date(*on)));
        }
        if let Some(remark) = &figure.remark {
            out.indented(10, 10, &text.figure_remark(text.words(remark)));
        }
        if let Some(near) = overruled_by {
            out.indented(10, 10, &text.figure_overruled(near.id()));
        }
        // Overlays name figures by their id, which is copied whole: never broken into lines.
        out.line(&format!("          {}", figure.id()));
    }
}

/// As JSON, in the form `yidi.figures/1`.
///
/// # Errors
/// Where a data file that describes a source cannot be read.
pub fn figures_json(book: &Book, found: &InPlace) -> Result<Json, FileError> {
    let mut levels = Vec::new();
    for Level { holder, figures } in &found.levels {
        let mut all = Vec::new();
        for InForce { figure, overruled_by } in figures {
            let mut json = full_figure(book, figure)?;
            json["overruled_by"] = json!(overruled_by.as_ref().map(|near| near.id()));
            all.push(json);
        }
        let (level, holder) = level(*holder);
        levels.push(json!({ "level": level, "holder": holder, "figures": all }));
    }
    Ok(json!({
        "format": "yidi.figures/1",
        "data_gathered": day(book.nation().gathered),
        "place": place(found.place),
        "date": day(found.date),
        "scheme": found.scheme.map(word),
        "levels": levels,
        "areas_with_own_figures":
            found.areas.iter().map(|area| area.get().code.to_string()).collect::<Vec<_>>(),
    }))
}
