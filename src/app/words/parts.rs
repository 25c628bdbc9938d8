//! The words of a language, each message read when it is first asked for: a start needs
//! few of them.

use std::sync::OnceLock;

use fluent_typed::prelude::{FluentArgs, L10nBundle, L10nError};

/// A number is so long.
const NUMBER: usize = size_of::<u32>();

/// All messages of one language, read or not. The generated functions speak to it as
/// they would to one bundle.
///
/// As `assets/build.rs` writes them: how many there are, where each ends, their words.
pub(super) struct Parts {
    lang: String,
    /// Where each ends, then their words.
    bytes: &'static [u8],
    messages: Vec<OnceLock<Box<L10nBundle>>>,
}

impl Parts {
    /// Nothing is read yet.
    ///
    /// # Errors
    /// Never; the generated code expects that there may be some.
    #[allow(clippy::unnecessary_wraps)]
    pub(super) fn new_without_isolation(
        lang: impl AsRef<str>,
        bytes: &'static [u8],
    ) -> Result<Self, L10nError> {
        let messages = (0..number(bytes, 0)).map(|_| OnceLock::new()).collect();
        Ok(Self { lang: lang.as_ref().to_owned(), bytes: bytes.get(NUMBER..).unwrap_or_default(), messages })
    }

    /// A message, by its place and its name.
    ///
    /// # Errors
    /// Where another one stands there.
    ///
    /// # Panics
    /// Never: the messages were checked when the program was built.
    #[allow(clippy::expect_used)]
    pub(super) fn msg(
        &self,
        place: usize,
        id: &str,
        args: Option<FluentArgs<'_>>,
    ) -> Result<String, L10nError> {
        let read = || {
            let words = self.words(place);
            Box::new(L10nBundle::new_without_isolation(&self.lang, words).expect("checked when built"))
        };
        self.messages[place].get_or_init(read).msg(id, args)
    }

    /// A message as it is written.
    fn words(&self, place: usize) -> &'static [u8] {
        let begin = place.checked_sub(1).map_or(0, |before| number(self.bytes, before));
        let (_, words) = self.bytes.split_at(self.messages.len() * NUMBER);
        &words[begin..number(self.bytes, place)]
    }
}

/// A number at its place.
fn number(bytes: &[u8], place: usize) -> usize {
    let bytes = bytes.get(place * NUMBER..).and_then(|from| from.first_chunk()).copied();
    bytes.map_or(0, u32::from_le_bytes) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_when_it_is_needed_and_once() {
        let bytes = b"\x02\0\0\0\x08\0\0\0\x1a\0\0\0one = 1\ntwo = 2 { $more }\n";
        let parts = Parts::new_without_isolation("en", bytes).unwrap();
        let read = || parts.messages.iter().map(|message| message.get().is_some()).collect::<Vec<_>>();
        assert_eq!(read(), [false, false]);
        let mut more = FluentArgs::new();
        more.set("more", "x");
        assert_eq!(parts.msg(1, "two", Some(more)).unwrap(), "2 x");
        assert_eq!(read(), [false, true]);
        assert_eq!(parts.msg(0, "one", None).unwrap(), "1");
        assert!(parts.msg(1, "one", None).is_err(), "another one stands there");
    }
}
