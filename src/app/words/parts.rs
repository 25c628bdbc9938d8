//! The words of a language in parts, each read when one of its messages is first
//! asked for: a start needs few of them.

use std::sync::OnceLock;

use fluent_typed::prelude::{FluentArgs, L10nBundle, L10nError};

/// Between two parts, as they are joined when the program is built.
const END: u8 = 0x1c;

/// All parts of one language, read or not. The generated messages speak to it as
/// they would to one bundle.
pub(super) struct Parts {
    lang: String,
    parts: Vec<(&'static [u8], OnceLock<L10nBundle>)>,
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
        let parts = bytes.split(|byte| *byte == END).map(|part| (part, OnceLock::new())).collect();
        Ok(Self { lang: lang.as_ref().to_owned(), parts })
    }

    /// A message of a part.
    ///
    /// # Errors
    /// Where the part has no such message.
    ///
    /// # Panics
    /// Never: the messages were checked when the program was built.
    #[allow(clippy::expect_used)]
    pub(super) fn msg(
        &self,
        part: usize,
        id: &str,
        args: Option<FluentArgs<'_>>,
    ) -> Result<String, L10nError> {
        let (bytes, bundle) = &self.parts[part];
        let read = || L10nBundle::new_without_isolation(&self.lang, bytes).expect("checked when built");
        bundle.get_or_init(read).msg(id, args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_when_it_is_needed_and_once() {
        let parts = Parts::new_without_isolation("en", b"one = 1\n\x1ctwo = 2 { $more }\n\x1c").unwrap();
        let read = || parts.parts.iter().map(|(_, bundle)| bundle.get().is_some()).collect::<Vec<_>>();
        assert_eq!(read(), [false, false, false]);
        let mut more = FluentArgs::new();
        more.set("more", "x");
        assert_eq!(parts.msg(1, "two", Some(more)).unwrap(), "2 x");
        assert_eq!(read(), [false, true, false]);
        assert!(parts.msg(1, "one", None).is_err(), "it stands in another part");
    }
}
