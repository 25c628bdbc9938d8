//! Who says so: the sources at the foot of a sheet, each once.

use std::collections::BTreeSet;

use super::SourceLine;
use crate::words::Text;
use yidi_core::estimate::{Estimate, Side};
use yidi_core::policy::{Book, Source};

/// The sources so far, in the order in which they were taken.
pub(super) struct Sources<'b> {
    book: &'b Book,
    text: &'b Text,
    named: BTreeSet<String>,
    lines: Vec<SourceLine>,
}

impl<'b> Sources<'b> {
    pub(super) const fn new(book: &'b Book, text: &'b Text) -> Self {
        Self { book, text, named: BTreeSet::new(), lines: Vec::new() }
    }

    /// Takes a source.
    pub(super) fn take(&mut self, name: &str, source: &Source) {
        if !self.named.insert(name.to_owned()) {
            return;
        }
        let title = self.text.words(&source.title);
        let short = match &source.date {
            Some(date) => self.text.handout_source(title, date.as_str()),
            None => title.to_owned(),
        };
        self.lines.push(SourceLine { full: self.text.source(source), title: title.to_owned(), short });
    }

    /// Takes those of the figures of an estimate. Of a whole province, those of the two
    /// areas whose settlements are shown.
    pub(super) fn take_estimate(&mut self, estimate: &Estimate) {
        let shown = [(estimate.low_run(), Side::Best), (estimate.high_run(), Side::Worst)];
        for figure in shown.into_iter().flat_map(|(run, side)| run.figures_at(side)) {
            for name in &figure.sources {
                if let Ok(Some(source)) = self.book.source_of(figure, name) {
                    self.take(name, source);
                }
            }
        }
    }

    pub(super) fn into_lines(self) -> Vec<SourceLine> {
        self.lines
    }
}
