//! The figures that an estimate used, with who says so.

use std::sync::Arc;

use jiff::civil::Date;

use super::page::Page;
use super::plain::case_line;
use crate::words::Text;
use yidi_core::estimate::Estimate;
use yidi_core::policy::{Book, Figure, Holder, Source};

/// A figure that was used, with its sources described.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The figure.
    pub figure: Arc<Figure>,
    /// The name of each source, and what is known of it.
    pub sources: Vec<(String, Option<Source>)>,
    /// A source was last checked too long ago.
    pub stale: bool,
}

/// The figures of an estimate: nearest level first, in the order of the steps.
pub fn grounds(book: &Book, estimate: &Estimate, today: Date) -> Vec<Ground> {
    let limit = i32::from(book.nation().stale_after_days);
    let mut grounds: Vec<Ground> = estimate
        .figures()
        .into_iter()
        .map(|figure| {
            let described = |name: &String| book.source_of(&figure, name).ok().flatten().cloned();
            let sources: Vec<(String, Option<Source>)> =
                figure.sources.iter().map(|name| (name.clone(), described(name))).collect();
            let old = |source: &Source| (today - source.checked).get_days() > limit;
            let stale = sources.iter().any(|(_, source)| source.as_ref().is_some_and(old));
            Ground { figure, sources, stale }
        })
        .collect();
    grounds.sort_by_key(|ground| level(ground.figure.holder));
    grounds
}

const fn level(holder: Holder) -> u8 {
    match holder {
        Holder::Area(_) => 0,
        Holder::Province(_) => 1,
        Holder::Nation => 2,
    }
}

/// The figures of an estimate as text, and what is not known.
pub fn grounds_text(text: &Text, book: &Book, estimate: &Estimate, today: Date) -> String {
    let mut out = Page::default();
    out.paragraph(&case_line(text, &estimate.case, estimate.routes()));
    out.line("");
    out.line(&text.grounds_head(text.basis(estimate)));
    let mut holder = None;
    for ground in grounds(book, estimate, today) {
        let figure = &ground.figure;
        if holder.replace(figure.holder) != Some(figure.holder) {
            out.line("");
            out.line(&text.level(figure.holder));
        }
        let item = text.item(figure.item);
        let item = text.fine(&figure.selectors).map_or(item.clone(), |fine| text.with_note(item, fine));
        out.item(&text.grounds_line(item, text.full_value(&figure.value), text.grade(figure.grade)));
        if ground.stale {
            out.below(&text.stale());
        }
        out.below(&text.grounds_for(text.for_whom(&figure.selectors), text.since(figure)));
        for (name, source) in &ground.sources {
            let described = source.as_ref().map(|source| text.source_in_full(name, source));
            out.below(&text.says(described.unwrap_or_else(|| name.clone())));
            if let Some(url) = source.as_ref().and_then(|source| source.url.as_ref()) {
                out.below(url);
            }
        }
        if let Some(verified) = &figure.verified {
            out.below(&text.verified_by(verified.by.clone(), verified.on.to_string()));
        }
        if let Some(remark) = &figure.remark {
            out.below(&text.checklist_note(text.words(remark)));
        }
    }
    out.line("");
    out.line(&text.unknown_title());
    let missing = text.missing(&estimate.missing());
    if missing.is_empty() {
        out.item(&text.nothing_unknown());
    }
    for sentence in missing {
        out.item(&sentence);
    }
    out.paragraph(&text.grounds_note());
    out.text()
}
