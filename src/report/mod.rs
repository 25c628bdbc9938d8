//! Results outside the screen: text for people, JSON for programs.

mod json;
mod plain;

pub use json::{checklist_json, estimate_json};
pub use plain::{case_line, checklist_text, estimate_text};
