//! The tools of whoever keeps the data: the check, what an overlay changes, what
//! is known where, what holds in a place, what differs between two books.

mod check;
mod coverage;
mod diff;
mod in_force;
mod inventory;
mod overlay;

pub use check::{Fault, Finding, SetAside, Severity, check};
pub use coverage::{Cell, Coverage, CoverageError, Levels, ProvinceCoverage, Reach, Row};
pub use diff::{Aspect, DiffError, Difference, diff};
pub use in_force::{InForce, InPlace, Level, LevelFigures, in_force};
pub use inventory::{Cited, near_names};
