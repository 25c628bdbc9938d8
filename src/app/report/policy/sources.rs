//! Who says so: the sources of the data.

use serde_json::{Value as Json, json};

use super::super::page::Page;
use super::super::values::{source, words};
use crate::words::Text;
use yidi_core::policy::audit::Cited;

/// Every source in one line, by the file that describes it.
pub fn sources_text(text: &Text, sources: &[Cited<'_>]) -> String {
    let mut out = Page::default();
    out.line(&text.sources_count(sources.len()));
    let mut file = None;
    for one in sources {
        if file != Some(one.file) {
            out.line("");
            out.line(&text.holder(one.holder()));
            file = Some(one.file);
        }
        let named = text.source_named(one.name, text.source(one.source));
        out.item(&text.source_cited(named, one.figures.len()));
    }
    out.text()
}

/// The sources of one name in full, with the figures that name them.
pub fn source_text(text: &Text, sources: &[&Cited<'_>]) -> String {
    let mut out = Page::default();
    for (at, one) in sources.iter().enumerate() {
        if at > 0 {
            out.line("");
        }
        let source = one.source;
        out.paragraph(&text.source_named(one.name, text.source(source)));
        if let Some(number) = &source.number {
            out.item(&text.source_number(number));
        }
        if let Some(url) = &source.url {
            out.item(&text.source_url(url));
        }
        out.item(&text.source_file(text.holder(one.holder())));
        if let Some(remark) = &source.remark {
            out.item(&text.figure_remark(text.words(remark)));
        }
        out.item(&text.source_figures(one.figures.len()));
        for figure in &one.figures {
            // An id is copied whole: never broken into lines.
            out.line(&format!("      {}", figure.id()));
        }
    }
    out.text()
}

/// As JSON, in the form `yidi.sources/1`; with the ids of figures where only
/// some sources were asked for.
pub fn sources_json(sources: &[&Cited<'_>], with_figures: bool) -> Json {
    let all: Vec<Json> = sources
        .iter()
        .map(|one| {
            let mut json = source(one.name, one.source);
            json["remark"] = json!(one.source.remark.as_ref().map(words));
            json["file"] = json!(one.holder().to_string());
            json["figures"] = json!(one.figures.len());
            if with_figures {
                json["figure_ids"] = one.figures.iter().map(|figure| figure.id()).collect();
            }
            json
        })
        .collect();
    json!({ "format": "yidi.sources/1", "sources": all })
}
