//! An agency's own figures: the folder in which its files lie, the form that is
//! filled in instead of a file, and the workbook that is the same form.

mod edit;
mod folder;
mod prefilled;
mod sheet;

pub use edit::{EditError, Editing, FormRemark, FormState, Tried};
pub use folder::{InstallError, Installed, install, installed, uninstall};
pub use sheet::{CellPlace, FormSheet, ImportedForms, SheetFlaw, SheetMistake, form_rows, import};
