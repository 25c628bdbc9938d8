//! What changed between two data folders.

use serde_json::{Value as Json, json};

use super::super::page::Page;
use super::{full_figure, number, whence};
use crate::words::Text;
use yidi_core::policy::audit::{Aspect, Difference};
use yidi_core::policy::{Book, Figure, FileError};

/// Two books with what differs; a book without a name is the program's own.
#[derive(Debug)]
pub struct DiffReport<'b> {
    /// The older one.
    pub old: (Option<String>, &'b Book),
    /// The newer one.
    pub new: (Option<String>, &'b Book),
    /// In the order of ids.
    pub differences: Vec<Difference>,
}

/// As text: counts, then each figure by its id.
pub fn diff_text(text: &Text, compared: &DiffReport<'_>) -> String {
    let mut out = Page::default();
    let name = |name: &Option<String>| name.clone().unwrap_or_else(|| text.diff_embedded());
    out.line(&text.diff_title(name(&compared.old.0), name(&compared.new.0)));
    let [mut added, mut removed, mut changed] = [(); 3].map(|()| Vec::new());
    for difference in &compared.differences {
        match difference {
            Difference::Added(figure) => added.push((figure, whole(text, figure))),
            Difference::Removed(figure) => removed.push((figure, whole(text, figure))),
            Difference::Changed { old, new, aspects } => {
                let line = |aspect: &Aspect| {
                    let said = |figure| said(text, *aspect, figure);
                    text.diff_aspect(text.aspect(*aspect), said(old), said(new))
                };
                changed.push((new, aspects.iter().map(line).collect()));
            }
        }
    }
    if compared.differences.is_empty() {
        out.line(&text.diff_none());
    } else {
        out.line(&text.diff_summary(added.len(), removed.len(), changed.len()));
    }
    let parts = [(text.diff_added(), added), (text.diff_removed(), removed), (text.diff_changed(), changed)];
    for (title, figures) in parts.into_iter().filter(|(_, figures)| !figures.is_empty()) {
        out.line("");
        out.line(&title);
        for (figure, lines) in figures {
            // An id is copied whole: never broken into lines.
            out.line(&format!("  {}", figure.id()));
            for line in lines {
                out.below(&line);
            }
        }
    }
    out.text()
}

/// All a figure says, but its remark.
fn whole(text: &Text, figure: &Figure) -> Vec<String> {
    vec![number(text, figure), whence(text, figure)]
}

/// What a figure says in one respect.
fn said(text: &Text, aspect: Aspect, figure: &Figure) -> String {
    let nothing = || text.aspect_nothing();
    match aspect {
        Aspect::Value => text.full_value(&figure.value),
        Aspect::Until => figure.until.map_or_else(nothing, |until| until.to_string()),
        Aspect::Grade => text.grade(figure.grade),
        Aspect::Sources => text.list(&figure.sources),
        Aspect::Remark => figure.remark.as_ref().map_or_else(nothing, |remark| text.words(remark).to_owned()),
    }
}

/// As JSON, in the form `yidi.diff/1`.
///
/// # Errors
/// Where a data file that describes a source cannot be read.
pub fn diff_json(compared: &DiffReport<'_>) -> Result<Json, FileError> {
    let ((old_name, old_book), (new_name, new_book)) = (&compared.old, &compared.new);
    let [mut added, mut removed, mut changed] = [(); 3].map(|()| Vec::new());
    for difference in &compared.differences {
        match difference {
            Difference::Added(figure) => added.push(full_figure(new_book, figure)?),
            Difference::Removed(figure) => removed.push(full_figure(old_book, figure)?),
            Difference::Changed { old, new, aspects } => changed.push(json!({
                "id": new.id(),
                "changed": aspects.iter().copied().map(aspect_key).collect::<Vec<_>>(),
                "old": full_figure(old_book, old)?,
                "new": full_figure(new_book, new)?,
            })),
        }
    }
    Ok(json!({
        "format": "yidi.diff/1",
        "old": old_name,
        "new": new_name,
        "added": added,
        "removed": removed,
        "changed": changed,
    }))
}

const fn aspect_key(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Value => "value",
        Aspect::Until => "until",
        Aspect::Grade => "grade",
        Aspect::Sources => "sources",
        Aspect::Remark => "remark",
    }
}
