//! What to file and what you will pay when you are treated away from where you
//! are insured in China (异地就医): the engine of `yidi`, alone.
//!
//! Data flows one way: `data → policy → case → estimate / checklist`. Everything
//! here is pure: no terminal, clock, environment, file or language is inside it.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod answers;
pub mod case;
pub mod checklist;
pub mod estimate;
pub mod num;
pub mod places;
pub mod policy;
pub mod reconcile;
pub mod spelling;
