//! What an agency has laid over the data, in words.

use super::Text;
use yidi_core::policy::audit::Laid;

/// So many files are named in a row.
const MOST_NAMED: usize = 3;

impl Text {
    /// Whose figures are laid over the data, in one line; nothing where none are.
    pub fn laid_over(&self, laid: &[Laid]) -> Option<String> {
        let named = laid.iter().take(MOST_NAMED).map(|file| self.whose(file));
        let names = self.list(named);
        match laid.len() {
            0 => None,
            count if count > MOST_NAMED => Some(self.laid_over_of(self.and_others(names))),
            _ => Some(self.laid_over_of(names)),
        }
    }

    /// An overlay file: whose it is and what it does.
    pub fn laid(&self, file: &Laid) -> String {
        let count = |number: usize| number as u64;
        let mut line = self.laid_file(self.whose(file), file.file.clone(), count(file.figures));
        if file.removed > 0 {
            line = self.laid_removed(line, count(file.removed));
        }
        if file.verified > 0 {
            line = self.laid_verified(line, count(file.verified));
        }
        line
    }

    /// Whose figures they are and of when; the file where it does not say.
    fn whose(&self, file: &Laid) -> String {
        let name = file.name.as_ref().map_or(file.file.as_str(), |name| self.words(name));
        match file.date {
            Some(date) => self.laid_named(name, self.date(date)),
            None => name.to_owned(),
        }
    }
}
