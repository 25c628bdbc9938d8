//! The data that is carried, and files that are wrong.

mod bad_data;
mod checklist;
mod circumstances;
mod county_table;
mod golden;
mod golden_years;
mod phrases;
mod places;
mod stated;
mod worked_examples;
