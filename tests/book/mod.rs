//! The case book on the disk.

pub(crate) mod case_book;
mod case_faults;
mod kills;
