//! The built program in a terminal of its own.

mod counter;
mod locked;
mod presses;
mod printing;
pub(crate) mod terminal;
mod terminal_languages;
mod terminal_life;
