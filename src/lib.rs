//! yidi (异地): what to file and what you will pay when you are treated away
//! from where you are insured.
//!
//! Data flows one way: `data → policy → case → estimate / checklist → screen,
//! hand-out, JSON`. The modules `num`, `policy`, `case`, `estimate`,
//! `checklist`, `reconcile` and `wizard` are pure: no terminal, clock, environment or file
//! is inside them, and no language.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod batch;
pub mod case;
pub mod cases;
pub mod checklist;
pub mod cli;
pub mod config;
pub mod estimate;
pub mod files;
pub mod handout;
pub mod num;
pub mod plain;
pub mod policy;
pub mod reconcile;
pub mod report;
pub mod text;
pub mod tui;
pub mod wizard;
