//! Rules as people tell them: cells like `800/400`, `3万以下 85；以上 90` or `降 10`
//! become the rules of an area, and the file that is laid over the data.

mod cell;
mod check;
mod form;
mod kept;

pub use cell::{CellError, read_cell};
pub use check::{Checked, FormFinding, check};
pub use form::{Form, FormError, FormProblem, Heading, Slot};
pub use kept::told_rules;
