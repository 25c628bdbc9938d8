//! An agency's own figures: the folder in which its files lie, the form that is
//! filled in instead of a file, and the workbook that is the same form.

mod folder;

pub use folder::{InstallError, Installed, install, installed, uninstall};
