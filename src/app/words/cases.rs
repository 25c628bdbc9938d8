//! What the case book has to say, in words for the person who must act.

use super::Text;
use crate::casebook::{CaseBookError, Remark};

impl Text {
    /// Why the case book did not do what was asked.
    pub fn cases_trouble(&self, trouble: &CaseBookError) -> String {
        match trouble {
            CaseBookError::NoFolder => self.cases_no_folder(),
            CaseBookError::NoAccess { path, error } => {
                self.cases_no_access(path.display().to_string(), self.system_error(error))
            }
            CaseBookError::Locked => self.cases_locked(),
            CaseBookError::Full => self.cases_full(),
            CaseBookError::ReadOnly => self.cases_read_only(),
            CaseBookError::Damaged => self.cases_damaged(),
            CaseBookError::Replaced => self.cases_replaced(),
            CaseBookError::Disk(code) => self.cases_disk(code.to_string()),
            CaseBookError::NotACaseBook(path) => self.cases_foreign(path.display().to_string()),
            CaseBookError::Newer(version) => self.cases_newer(*version),
            CaseBookError::NoSuchCase => self.cases_no_such(),
            CaseBookError::Import(detail) => self.cases_import_wrong(detail.clone()),
            CaseBookError::Other(detail) => self.cases_other(detail.clone()),
        }
    }

    /// That a case was saved, perhaps over the answers of another session.
    pub fn case_kept(&self, number: i64, over: bool) -> String {
        let number = number.to_string();
        if over { self.case_saved_over(number) } else { self.case_saved(number) }
    }

    /// What is to be told about opening it.
    pub fn cases_remark(&self, remark: &Remark) -> String {
        match remark {
            Remark::SetAside(path) => self.cases_set_aside(path.display().to_string()),
            Remark::Newer(version) => self.cases_opened_newer(*version),
            Remark::ReadOnly => self.cases_opened_read_only(),
            Remark::Moved(from) => self.cases_moved(from.display().to_string()),
        }
    }
}
