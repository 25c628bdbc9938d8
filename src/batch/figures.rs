//! Figures looked up once for each distinct situation, as many as fit.

use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::case::Case;
use crate::estimate::{Alike, Classes, EstimateError, Prepared};
use crate::policy::Book;

/// What was looked up, or why there is nothing.
pub(super) type Found = Result<Prepared, EstimateError>;

/// How many possible worlds it takes up.
fn size(found: &Found) -> usize {
    found.as_ref().map_or(1, Prepared::size)
}

/// What any worker of a run looked up, for all of them.
pub(super) struct Shared {
    parts: Vec<Mutex<Part>>,
    /// How many possible worlds each part may hold.
    most: usize,
}

#[derive(Default)]
struct Part {
    found: FxHashMap<Alike, Arc<Found>>,
    worlds: usize,
}

impl Shared {
    /// At most `most` possible worlds are remembered, of about a kilobyte each.
    pub(super) fn of(most: usize) -> Self {
        // Enough that workers seldom wait for each other.
        const PARTS: usize = 16;
        Self { parts: (0..PARTS).map(|_| Mutex::default()).collect(), most: most / PARTS }
    }

    /// What was looked up before, or is now; two workers may look the same up at
    /// once, and find the same.
    fn get(&self, alike: &Alike, look_up: impl FnOnce() -> Found) -> Arc<Found> {
        // The lower bits; those that tell apart within a part are others.
        let place = FxBuildHasher.hash_one(alike) % self.parts.len() as u64;
        let part = || {
            let place = usize::try_from(place).unwrap_or_default();
            self.parts[place].lock().unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = part().found.get(alike) {
            return Arc::clone(known);
        }
        let found = Arc::new(look_up());
        let mut part = part();
        if part.worlds + size(&found) > self.most {
            *part = Part::default();
        }
        part.worlds += size(&found);
        part.found.insert(*alike, Arc::clone(&found));
        found
    }
}

/// One worker's memory, at most so much that it stays as it is. What was not
/// asked for since the last time it was full is forgotten first.
pub(super) struct Figures<'b> {
    book: &'b Book,
    shared: &'b Shared,
    classes: Classes,
    recent: Known,
    older: Known,
    /// How many possible worlds each of the two may hold.
    most: usize,
    /// What was found last: rows often come sorted.
    last: Option<(Alike, usize)>,
}

#[derive(Default)]
struct Known {
    places: FxHashMap<Alike, usize>,
    found: Vec<Arc<Found>>,
    worlds: usize,
}

impl<'b> Figures<'b> {
    /// At most `most` possible worlds are remembered.
    pub(super) fn of(book: &'b Book, shared: &'b Shared, most: usize) -> Self {
        let classes = Classes::of_most((most / 4).max(16));
        let (recent, older) = (Known::default(), Known::default());
        Self { book, shared, classes, recent, older, most: most / 2, last: None }
    }

    /// The figures a case is settled on.
    ///
    /// # Errors
    /// Where there are none.
    pub(super) fn of_case(&mut self, case: &Case) -> Result<&Prepared, EstimateError> {
        let alike = self.classes.of(self.book, case)?;
        let mut place = self.place(alike, case);
        if self.recent.found[place].as_ref().as_ref().is_ok_and(Prepared::hangs_on_paid) {
            place = self.place(alike.having_paid(case.year.deductible), case);
        }
        self.recent.found[place].as_ref().as_ref().map_err(Clone::clone)
    }

    /// Where among the recent ones it stands.
    fn place(&mut self, alike: Alike, case: &Case) -> usize {
        if let Some((last, place)) = self.last
            && last == alike
        {
            return place;
        }
        let place = match self.recent.places.get(&alike) {
            Some(place) => *place,
            None => self.remember(alike, case),
        };
        self.last = Some((alike, place));
        place
    }

    fn remember(&mut self, alike: Alike, case: &Case) -> usize {
        let older = self.older.places.get(&alike).map(|place| Arc::clone(&self.older.found[*place]));
        let look_up = || self.shared.get(&alike, || self.classes.prepare(self.book, case));
        let found = older.unwrap_or_else(look_up);
        if self.recent.worlds + size(&found) > self.most {
            self.older = std::mem::take(&mut self.recent);
        }
        let place = self.recent.found.len();
        self.recent.worlds += size(&found);
        self.recent.places.insert(alike, place);
        self.recent.found.push(found);
        place
    }
}
