//! Policy data: places, figures with selectors, sources, grades and dates, and
//! the one look-up over them.
//!
//! Reads texts it is handed or that were built in; knows no files, clock or
//! terminal.

mod area;
mod bilingual;
mod book;
mod check;
mod coverage;
mod diff;
mod figure;
mod file;
mod in_force;
mod inventory;
mod lines;
mod lookup;
mod overlay;
mod search;
mod selectors;
mod statement;
mod words;

pub use area::{Area, AreaId, Place, Province, ProvinceId};
pub use bilingual::{Words, WordsFault};
pub use book::{Book, Nation, ProvinceData};
pub use check::{Fault, Finding, SetAside, Severity, check};
pub use coverage::{Cell, Coverage, CoverageError, Levels, ProvinceCoverage, Reach, Row};
pub use diff::{Aspect, DiffError, Difference, diff};
pub use figure::{
    AwayRule, CatastrophicBase, Change, Figure, Grade, Holder, Item, Period, RateBand, Schedule, Value,
    Verified,
};
pub use file::{FileError, read};
pub use in_force::{InForce, InPlace, Level, LevelFigures, in_force};
pub use inventory::{Cited, near_names};
pub use lines::of_keys as lines_of_keys;
pub use lookup::{Clash, Found, look_up};
pub use search::{Unclear, english_names, names_at_start, resolve, search};
pub use selectors::{Band, Fit, Selectors, Situation};
pub use statement::{Alliance, InProvinceFiling, Service, Source, Sourced};
pub use words::{Care, ContributionClass, Disease, HospitalClass, Route, Routes, Scheme, Status, Tier};
