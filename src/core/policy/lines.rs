//! On which line of its file a figure stands.
//!
//! RON's reader tells no places once it has read something. But it reads from
//! top to bottom, and every figure has exactly one key `is` or `one_of`: so the
//! n-th figure read is the one with the n-th such key.

use std::cell::Cell;

thread_local! {
    static READ: Cell<usize> = const { Cell::new(0) };
}

/// Begins to count anew, before a file is read.
pub(super) fn restart() {
    READ.set(0);
}

/// The place of the figure just read, from 0.
pub(super) fn next() -> usize {
    READ.replace(READ.get() + 1)
}

/// The line, from 1, of every figure: of every key `is` or `one_of`.
pub(super) fn of_figures(text: &str) -> Vec<usize> {
    let mut lines = of_keys(text, "is");
    lines.extend(of_keys(text, "one_of"));
    lines.sort_unstable();
    lines
}

/// The line, from 1, of every place where this key stands, outside texts and comments.
pub fn of_keys(text: &str, key: &str) -> Vec<usize> {
    let is_key = |rest: &[u8]| rest.strip_prefix(key.as_bytes()).is_some_and(|after| after.starts_with(b":"));
    let mut lines = Vec::new();
    let mut line = 1;
    let mut rest = text.as_bytes();
    let mut before = b' ';
    while let Some((&byte, after)) = rest.split_first() {
        let taken = match rest {
            [b'/', b'/', ..] => rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => {
                rest.windows(2).position(|pair| pair == b"*/").map_or(rest.len(), |end| end + 2)
            }
            [b'"', ..] => 1 + end_of_text(after),
            _ if is_key(rest) && !before.is_ascii_alphanumeric() && before != b'_' => {
                lines.push(line);
                key.len() + 1
            }
            _ => 1,
        };
        line += rest[..taken].iter().filter(|byte| **byte == b'\n').count();
        before = byte;
        rest = &rest[taken..];
    }
    lines
}

/// The line, from 1, on which a key in quotes stands: `"210300":`. The first
/// line where it does not.
pub(super) fn of_key(text: &str, key: &str) -> usize {
    let quoted = format!("\"{key}\"");
    let is_key = |line: &str| {
        line.split("//")
            .next()
            .and_then(|code| code.split_once(&quoted))
            .is_some_and(|(_, after)| after.trim_start().starts_with(':'))
    };
    text.lines().position(is_key).map_or(1, |place| place + 1)
}

/// The line, from 1, on which a text in quotes stands. The first line where it does not.
pub(super) fn of_text(text: &str, wanted: &str) -> usize {
    let quoted = format!("\"{wanted}\"");
    text.lines().position(|line| line.contains(&quoted)).map_or(1, |place| place + 1)
}

/// How many bytes a text in quotes still takes, its closing quote included.
fn end_of_text(after_quote: &[u8]) -> usize {
    let mut escaped = false;
    for (place, byte) in after_quote.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return place + 1,
            _ => {}
        }
    }
    after_quote.len()
}

#[cfg(test)]
mod tests {
    use super::{of_figures, of_key};

    #[test]
    fn a_key_is_found_where_it_is_one() {
        let text = "(\n  code: \"210300\", // \"210300\": no\n  areas: { \"210300\" : [] },\n)";
        assert_eq!((of_key(text, "210300"), of_key(text, "999")), (3, 1));
    }

    #[test]
    fn texts_and_comments_do_not_count() {
        let text = "(\n  // is: no\n  a: \"is: \\\" no\",\n  /* is:\n no */ (is: 1),\n  (this: 2, is: 3),\n)";
        assert_eq!(of_figures(text), [5, 6]);
    }
}
