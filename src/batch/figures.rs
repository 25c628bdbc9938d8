//! Figures looked up once for each distinct situation, as many as fit.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::case::Case;
use crate::estimate::{Alike, Classes, EstimateError, Prepared};
use crate::policy::Book;

/// What was looked up, or why there is nothing.
pub(super) type Found = Result<Prepared, EstimateError>;

/// Remembers what was looked up; at most so much that memory stays as it is.
pub(super) struct Figures<'b> {
    book: &'b Book,
    classes: Classes,
    known: FxHashMap<Alike, Rc<Found>>,
    /// Possible worlds remembered, and how many may be.
    worlds: usize,
    most: usize,
    /// What was found last: rows often come sorted.
    last: Option<(Alike, Rc<Found>)>,
}

impl<'b> Figures<'b> {
    /// At most `most` possible worlds are remembered, of some kilobytes each.
    pub(super) fn of(book: &'b Book, most: usize) -> Self {
        let classes = Classes::of_most((most / 4).max(16));
        Self { book, classes, known: FxHashMap::default(), worlds: 0, most, last: None }
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
        let found = match self.known.get(&alike) {
            Some(found) => Rc::clone(found),
            None => self.look_up(alike, case),
        };
        self.last = Some((alike, Rc::clone(&found)));
        found
    }

    fn look_up(&mut self, alike: Alike, case: &Case) -> Rc<Found> {
        let found = Rc::new(self.classes.prepare(self.book, case));
        let size = found.as_ref().as_ref().map_or(1, Prepared::size);
        if self.worlds + size > self.most {
            self.known.clear();
            self.worlds = 0;
        }
        self.worlds += size;
        self.known.insert(alike, Rc::clone(&found));
        found
    }
}
