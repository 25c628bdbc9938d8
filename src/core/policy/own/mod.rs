//! Rules that somebody tells or fills in, without writing a file: which rules
//! can be told so, what holds for each today, and the overlay file they become.

mod beside;
mod file;
mod rule;
mod spelled;

pub use file::{OwnArea, OwnFile, OwnSource, Remarks};
pub use rule::{Rule, RuleKind};
