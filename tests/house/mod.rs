//! How the program is built: who may import whom, one row a question, the notices.

mod layers;
mod licences;
mod questions;
