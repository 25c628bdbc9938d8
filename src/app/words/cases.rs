//! What the case book has to say, in words for the person who must act.

use super::Text;
use crate::casebook::{Remark, Trouble};

impl Text {
    /// Why the case book did not do what was asked.
    pub fn cases_trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::NoFolder => self.cases_no_folder(),
            Trouble::NoAccess { path, error } => {
                self.cases_no_access(path.display().to_string(), error.clone())
            }
            Trouble::Locked => self.cases_locked(),
            Trouble::Full => self.cases_full(),
            Trouble::ReadOnly => self.cases_read_only(),
            Trouble::Damaged => self.cases_damaged(),
            Trouble::Disk(detail) => self.cases_disk(detail.clone()),
            Trouble::NotACaseBook(path) => self.cases_foreign(path.display().to_string()),
            Trouble::Newer(version) => self.cases_newer(*version),
            Trouble::NoSuchCase => self.cases_no_such(),
            Trouble::Import(detail) => self.cases_import_wrong(detail.clone()),
            Trouble::Other(detail) => self.cases_other(detail.clone()),
        }
    }

    /// What is to be told about opening it.
    pub fn cases_remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::SetAside(path) => self.cases_set_aside(path.display().to_string()),
            Remark::Newer(version) => self.cases_opened_newer(*version),
            Remark::ReadOnly => self.cases_opened_read_only(),
        }
    }
}
