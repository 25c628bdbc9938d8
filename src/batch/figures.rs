//! Figures looked up once for each distinct situation, as many as fit.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::case::Case;
use crate::estimate::{Alike, Classes, EstimateError, Prepared};
use crate::policy::Book;

/// What was looked up, or why there is nothing.
pub(super) type Found = Result<Prepared, EstimateError>;

/// Remembers what was looked up; at most so much that memory stays as it is.
/// What was not asked for since the last time it was full is forgotten first.
pub(super) struct Figures<'b> {
    book: &'b Book,
    classes: Classes,
    recent: Known,
    older: Known,
    /// How many possible worlds each of the two may hold.
    most: usize,
    /// What was found last: rows often come sorted.
    last: Option<(Alike, Rc<Found>)>,
}

#[derive(Default)]
struct Known {
    found: FxHashMap<Alike, Rc<Found>>,
    worlds: usize,
}

impl<'b> Figures<'b> {
    /// At most `most` possible worlds are remembered, of about a kilobyte each.
    pub(super) fn of(book: &'b Book, most: usize) -> Self {
        let classes = Classes::of_most((most / 4).max(16));
        let (recent, older) = (Known::default(), Known::default());
        Self { book, classes, recent, older, most: most / 2, last: None }
    }

    /// The figures a case is settled on.
    pub(super) fn of_case(&mut self, case: &Case) -> Rc<Found> {
        let alike = match self.classes.of(self.book, case) {
            Ok(alike) => alike,
            Err(error) => return Rc::new(Err(error.into())),
        };
        let found = self.find(alike, case);
        match found.as_ref() {
            Ok(prepared) if prepared.hangs_on_paid() => {
                self.find(alike.having_paid(case.year.deductible), case)
            }
            _ => found,
        }
    }

    fn find(&mut self, alike: Alike, case: &Case) -> Rc<Found> {
        if let Some((last, found)) = &self.last
            && *last == alike
        {
            return Rc::clone(found);
        }
        let found = match self.recent.found.get(&alike) {
            Some(found) => Rc::clone(found),
            None => self.remember(alike, case),
        };
        self.last = Some((alike, Rc::clone(&found)));
        found
    }

    fn remember(&mut self, alike: Alike, case: &Case) -> Rc<Found> {
        let looked_up = || Rc::new(self.classes.prepare(self.book, case));
        let found = self.older.found.remove(&alike).unwrap_or_else(looked_up);
        let size = found.as_ref().as_ref().map_or(1, Prepared::size);
        if self.recent.worlds + size > self.most {
            self.older = std::mem::take(&mut self.recent);
        }
        self.recent.worlds += size;
        self.recent.found.insert(alike, Rc::clone(&found));
        found
    }
}
