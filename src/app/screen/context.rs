//! What a key is understood by.

use crate::words::Text;
use yidi_core::policy::Book;

/// The data, and the words in the language spoken now.
pub(super) struct ScreenContext<'a> {
    pub(super) book: &'a Book,
    pub(super) text: &'a Text,
}
