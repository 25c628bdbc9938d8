//! yidi (异地): what to file and what you will pay when you are treated away
//! from where you are insured.
//!
//! Data flows one way: `data → policy → case → estimate / checklist → screen,
//! hand-out, JSON`. All up to the arrow before the screen is the crate
//! `yidi-core`, which knows no terminal, clock, environment, file or language;
//! this crate words it, draws it, keeps it and prints it.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod agency;
pub mod batch;
pub mod casebook;
pub mod cli;
pub mod clock;
pub mod data;
pub mod desk;
mod folders;
pub mod guard;
pub mod guide;
pub mod lines;
pub mod printer;
pub mod report;
#[cfg(test)]
mod samples;
pub mod save;
pub mod screen;
pub mod settings;
pub mod sheet;
pub mod words;
pub mod workbook;
