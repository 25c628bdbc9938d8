//! The built program from outside: what it prints, says and leaves behind.

mod batch;
mod bills;
mod case_commands;
mod columnar;
mod command_line;
mod contract;
mod explained;
mod express;
mod guide;
mod handout;
mod help;
mod languages;
mod manners;
mod overlay;
mod plain;
mod plain_files;
mod policy_commands;
mod readme;
mod reconcile;
mod settings;
mod signals;
mod slips;
mod tables;
mod told;
mod workbooks;
mod years;
