//! Figures looked up once for each distinct situation, as many as fit.

use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use yidi_core::case::Case;
use yidi_core::estimate::{Alike, Classes, EstimateError, Prepared};
use yidi_core::policy::Book;
use yidi_core::year;

/// What was looked up, or why there is nothing.
pub(super) type LookedUp = Result<Prepared, EstimateError>;

/// How many possible worlds it takes up.
fn size(found: &LookedUp) -> usize {
    found.as_ref().map_or(1, Prepared::size)
}

/// What any worker of a run looked up, for all of them, and no more than fits.
pub struct Shared {
    parts: Vec<Mutex<FiguresPart>>,
    /// How many possible worlds each part may hold.
    most: usize,
    /// How many situations each worker may hold on to.
    each: usize,
    /// How often a part was full and emptied.
    emptied: AtomicU64,
}

#[derive(Default)]
struct FiguresPart {
    found: FxHashMap<Alike, Arc<LookedUp>>,
    worlds: usize,
}

impl Shared {
    /// So many workers remember at most `most` possible worlds, of about a
    /// kilobyte each.
    pub fn of(most: usize, workers: usize) -> Self {
        // Enough that workers seldom wait for each other.
        const PARTS: usize = 16;
        Self {
            parts: (0..PARTS).map(|_| Mutex::default()).collect(),
            most: most / PARTS,
            each: (most / workers.max(1)).max(64),
            emptied: AtomicU64::new(0),
        }
    }

    /// What was looked up before, or is now; two workers may look the same up at
    /// once, and find the same.
    fn get(&self, alike: &Alike, look_up: impl FnOnce() -> LookedUp) -> Arc<LookedUp> {
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
            *part = FiguresPart::default();
            self.emptied.fetch_add(1, Ordering::Relaxed);
        }
        part.worlds += size(&found);
        part.found.insert(*alike, Arc::clone(&found));
        found
    }
}

/// One worker's own list of what is shared, without a lock. It lets go of all of
/// it whenever some of the shared is forgotten: else that would stay in memory.
pub(super) struct FiguresSeen {
    classes: Classes,
    places: FxHashMap<Alike, usize>,
    found: Vec<Arc<LookedUp>>,
    /// The count of the shared when the list was begun.
    emptied: u64,
    /// What was found last: rows often come sorted.
    last: Option<(Alike, usize)>,
}

impl FiguresSeen {
    /// Nothing in the list yet.
    pub(super) fn of(shared: &Shared) -> Self {
        Self {
            classes: Classes::of_most((shared.each / 8).max(16)),
            places: FxHashMap::default(),
            found: Vec::new(),
            emptied: 0,
            last: None,
        }
    }
}

/// Where one worker finds the figures of a case.
pub(super) struct Figures<'f> {
    pub(super) book: &'f Book,
    pub(super) shared: &'f Shared,
    pub(super) seen: &'f mut FiguresSeen,
}

impl Figures<'_> {
    /// The figures a case is settled on.
    ///
    /// # Errors
    /// Where there are none.
    pub(super) fn of_case(&mut self, case: &Case) -> Result<&Prepared, EstimateError> {
        let seen = &mut *self.seen;
        let emptied = self.shared.emptied.load(Ordering::Relaxed);
        if emptied != seen.emptied || seen.found.len() >= self.shared.each {
            seen.emptied = emptied;
            seen.places.clear();
            seen.found.clear();
            seen.last = None;
        }
        let alike = seen.classes.of(self.book, case)?;
        let place = self.place(alike, case);
        self.seen.found[place].as_ref().as_ref().map_err(Clone::clone)
    }

    /// Where in the list it stands.
    fn place(&mut self, alike: Alike, case: &Case) -> usize {
        if let Some((last, place)) = self.seen.last
            && last == alike
        {
            return place;
        }
        let place = match self.seen.places.get(&alike) {
            Some(place) => *place,
            None => self.take_over(alike, case),
        };
        self.seen.last = Some((alike, place));
        place
    }

    fn take_over(&mut self, alike: Alike, case: &Case) -> usize {
        let seen = &mut *self.seen;
        let found = self.shared.get(&alike, || seen.classes.prepare(self.book, case));
        let place = seen.found.len();
        seen.places.insert(alike, place);
        seen.found.push(found);
        place
    }
}

impl year::Figures for Figures<'_> {
    fn of(&mut self, case: &Case) -> Result<&Prepared, EstimateError> {
        self.of_case(case)
    }
}
