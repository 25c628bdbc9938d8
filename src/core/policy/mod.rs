//! Policy data: figures with selectors, sources, grades and dates, and the one
//! look-up over them.
//!
//! Reads texts it is handed or that were built in; knows no files, clock or
//! terminal.

pub mod audit;
mod bilingual;
mod book;
mod entry;
mod figure;
mod file;
mod fine;
mod kinds;
mod lines;
mod lookup;
mod marks;
mod misread;
pub mod own;
mod selectors;
mod statement;
mod written;

pub use bilingual::{Words, WordsError};
pub use book::{Book, Nation, ProvinceData};
pub(crate) use entry::unique;
pub use figure::{
    AwayRule, BillShare, CatastrophicBase, Figure, Grade, Holder, Item, Period, RateBand, RateChange,
    Schedule, Value, Verified,
};
pub use file::{FileError, read};
pub use kinds::{Care, ContributionClass, Disease, HospitalClass, Route, Routes, Scheme, Status, Tier};
pub use lines::of_keys as lines_of_keys;
pub(crate) use lookup::contribution_classes;
pub use lookup::{ClashError, Found, look_up};
pub use misread::{Misread, Written};
pub use selectors::{Band, Destination, Fit, Selectors, Situation};
pub use statement::{Alliance, InProvinceFiling, Service, Source, Sourced};
