//! The tools of whoever keeps the data: the check, what an overlay changes, what
//! is known where, what holds in a place, what differs between two books.

mod check;
mod coverage;
mod diff;
mod in_force;
mod inventory;
mod overlay;
mod reached;

pub(in crate::policy) use check::is_hidden;
pub use check::{ELSEWHERE, Finding, Flaw, MOST_OF_AN_ITEM, SetAside, Severity, Unusual, check};
pub use coverage::{Coverage, CoverageCell, CoverageError, CoverageRow, LevelCounts, ProvinceCoverage};
pub use diff::{Aspect, DiffError, Difference, diff};
pub use in_force::{InForce, InPlace, Level, LevelFigures, in_force};
pub use inventory::{Cited, near_names};
pub use overlay::Laid;
pub use reached::{Asked, KnownAreas, Reach, ReachCounts};
