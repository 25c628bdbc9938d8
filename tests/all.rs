//! All tests that see the crate from outside, in one program: one link instead
//! of ten; a folder for what they prove. A file that no list names fails `layers`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod book;
mod data;
mod house;
mod laws;
mod program;
mod screens;
mod support;
