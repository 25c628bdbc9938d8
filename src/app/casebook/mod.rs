//! The case book: cases that were saved, in one embedded database that several
//! sessions of a user share.
//!
//! What is acknowledged is on the disk. What is deleted is gone from the file.
//! A file that cannot be read is set aside, never removed. Knows the disk, not
//! the clock: the moment is handed in.

mod aside;
mod exchange;
mod files;
mod find;
mod former;
mod kept;
mod packing;
mod rows;
mod schema;
mod store;
mod trouble;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

pub use exchange::Imported;
pub use kept::{KeptSession, LeftDraft, end_sessions};
pub use schema::SCHEMA_VERSION;
pub use store::{CaseBook, Opened, Remark};
pub use trouble::CaseBookError;

use yidi_core::answers::{Draft, RecordError};
use yidi_core::estimate::Estimate;
use yidi_core::num::{Money, Span};
use yidi_core::policy::{Book, Grade};

/// An estimate as it was when a case was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// What the person paid, at the best and at the worst.
    pub personal: Span<Money>,
    /// When the policy data it used had been gathered.
    pub data: Date,
    /// The weakest grade it used.
    pub grade: Grade,
    /// All of it, in the form `yidi.estimate/1`.
    pub json: String,
}

impl Then {
    /// An estimate to be kept, with its JSON.
    pub fn of(book: &Book, estimate: &Estimate, json: String) -> Self {
        Self { personal: estimate.personal(), data: book.nation().gathered, grade: estimate.grade(), json }
    }

    /// Whether an estimate of today comes to something else: the rule changed since.
    pub fn differs(&self, today: &Estimate) -> bool {
        self.personal != today.personal()
    }
}

/// What is to be saved.
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    /// The case it replaces, or none for a new one.
    pub id: Option<&'a str>,
    /// The answers.
    pub draft: &'a Draft,
    /// Ids of the ticked items of the checklist.
    pub ticks: &'a BTreeSet<String>,
    /// Those that were ticked when this session last looked: what differs from
    /// them is written, and what another session ticked meanwhile stays.
    pub known: &'a BTreeSet<String>,
    /// The note; none leaves it as it is.
    pub note: Option<&'a str>,
    /// The estimate as it is now, where there is one.
    pub then: Option<&'a Then>,
}

/// Which case: both name it for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    /// The number people call it by in this book; never used twice.
    pub number: i64,
    /// The name it keeps in every book: 32 hexadecimal digits.
    pub id: String,
}

/// A case of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseSummary {
    /// Which case.
    pub handle: Handle,
    /// The answers.
    pub draft: Draft,
    /// Answers, days and other parts that this program cannot read.
    pub unread: Vec<RecordError>,
    /// The note.
    pub note: String,
    /// When it was first saved.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// What the person paid by the estimate of then.
    pub personal: Option<Span<Money>>,
    /// How many items of the checklist are ticked.
    pub ticked: usize,
}

/// A saved case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEntry {
    /// As the list has it.
    pub summary: CaseSummary,
    /// Ids of the ticked items of the checklist.
    pub ticks: BTreeSet<String>,
    /// The estimate as it was.
    pub then: Option<Then>,
}
