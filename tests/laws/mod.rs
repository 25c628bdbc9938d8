//! What holds for every case, every book and every input: laws, second calculations, random input.

mod batch_laws;
pub(crate) mod book_laws;
mod book_oracle;
mod curve;
mod disarmed;
mod fine_laws;
pub(crate) mod for_all_cases;
mod fuzz;
mod fuzz_workbooks;
mod heavy;
mod national_ranges;
mod not_known;
mod open_ranges;
mod oracle;
mod year_laws;
