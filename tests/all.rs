//! All tests that see the crate from outside, in one program: one link instead
//! of ten. A file of this folder that is not named here fails `layers`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod bad_data;
mod batch;
mod batch_laws;
mod book_laws;
mod book_oracle;
mod case_book;
mod case_commands;
mod case_faults;
mod checklist;
mod command_line;
mod contract;
mod counter;
mod explained;
mod express;
mod fine_laws;
mod golden;
mod guide;
mod handout;
mod heavy;
mod help;
mod languages;
mod laws;
mod layers;
mod manners;
mod national_ranges;
mod open_ranges;
mod oracle;
mod overlay;
mod plain;
mod policy_commands;
mod questions;
mod readme;
mod reconcile;
mod support;
mod terminal;
mod terminal_languages;
mod terminal_life;
mod worked_examples;
