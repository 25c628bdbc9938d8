//! The one door through which text of others comes before a person: from
//! files, arguments, tables, imported cases. What a program reads (JSON, the
//! cells of a table) does not pass it.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use yidi_core::spelling::{MOST_MARKS, is_mark, is_plain, is_stray, is_unseen};

/// No message says more of a text than this, in characters.
const LONGEST: usize = 2_000;

/// A text that steers no terminal, hides nothing and looks like what it is.
/// Only this door makes one: whatever takes a `Shown` cannot be handed anything
/// else.
///
/// What is not seen is written as its number, `U+001B`, `U+202E`, and so is what would
/// choose a form of a character that has none (`U+FE0F`); a tab is a blank; marks
/// beyond what a script needs are dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'t>(Cow<'t, str>);

impl<'t> Shown<'t> {
    /// In one line of bounded length: a line end is written as its number.
    pub fn line(text: &'t str) -> Self {
        if text.len() <= LONGEST && is_plain(text) {
            return Self(Cow::Borrowed(text));
        }
        let mut cut: String = text.chars().take(LONGEST).collect();
        if cut.len() < text.len() {
            cut.push('…');
        }
        Self(Cow::Owned(disarmed(&cut, false)))
    }

    /// In lines, of any length: for what a command prints as a whole.
    pub fn lines(text: &'t str) -> Self {
        let is_plain = text.split('\n').all(is_plain);
        Self(if is_plain { Cow::Borrowed(text) } else { Cow::Owned(disarmed(text, true)) })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, to be kept.
    pub fn into_cow(self) -> Cow<'t, str> {
        self.0
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn disarmed(text: &str, in_lines: bool) -> String {
    let mut shown = String::with_capacity(text.len());
    let (mut marks, mut before) = (0, None);
    for c in text.chars() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        let before = before.replace(c);
        match c {
            '\n' if in_lines => shown.push(c),
            '\t' => shown.push(' '),
            _ if is_unseen(c) || is_stray(before, c) => _ = write!(shown, "U+{:04X}", u32::from(c)),
            _ if marks > MOST_MARKS => {}
            _ => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_not_seen_is_written_as_its_number() {
        for (text, shown) in [
            ("鞍山", "鞍山"),
            ("\u{1b}[31m", "U+001B[31m"),
            ("a\u{202e}b\u{e0041}", "aU+202EbU+E0041"),
            ("a\nb\tc\r", "aU+000Ab cU+000D"),
            ("\u{9b}\u{7f}", "U+009BU+007F"),
            ("❤\u{fe0f}\u{fe0f}a\u{fe00}", "❤\u{fe0f}U+FE0FaU+FE00"),
        ] {
            assert_eq!(Shown::line(text).as_str(), shown);
        }
        assert_eq!(Shown::lines("a\r\nb\u{2028}\n").as_str(), "aU+000D\nbU+2028\n");
        assert_eq!(Shown::line(&"\u{301}".repeat(50)).as_str(), "\u{301}".repeat(MOST_MARKS));
        assert_eq!(Shown::line(&"x".repeat(1 << 20)).as_str().chars().count(), LONGEST + 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_unseen_passes_and_twice_is_once(text in ".{0,40}|(?s).{0,40}|[\u{0}-\u{9f}\u{200b}-\u{206f}\u{e0000}-\u{e007f}\u{300}-\u{310}\u{fe00}-\u{fe0f}❤a]{0,40}") {
            let line = Shown::line(&text);
            prop_assert!(is_plain(line.as_str()));
            prop_assert_eq!(Shown::line(line.as_str()), line.clone());
            prop_assert!(Shown::lines(&text).as_str().split('\n').all(is_plain));
        }
    }
}
