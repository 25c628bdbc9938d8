//! On which line of its file a figure stands.
//!
//! RON's reader tells no places once it has read something. But it reads from
//! top to bottom: so the n-th figure read is the n-th entry of the lists that are
//! called `figures`, those aside that hold such a list themselves.

use std::cell::Cell;
use std::collections::HashMap;

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

/// The line, from 1, of every figure: of its key `is` or `one_of`, where it has one;
/// else the line on which it begins.
pub(super) fn of_figures(text: &str) -> Vec<usize> {
    let mut lines: Vec<usize> = Vec::new();
    // For each open bracket: whether it is a list of figures, or a figure, or neither.
    let mut open: Vec<Inside> = Vec::new();
    let (mut line, mut rest, mut before) = (1, text.as_bytes(), b' ');
    let mut is_list_named = false;
    while let Some(&byte) = rest.first() {
        let is_word = before.is_ascii_alphanumeric() || before == b'_';
        let starts = |key: &str| !is_word && is_key(rest, key);
        let taken = passed_over(rest).unwrap_or(1);
        if taken == 1 {
            let is_figure = open.last() == Some(&Inside::Figure);
            match byte {
                b'[' if std::mem::take(&mut is_list_named) => open.push(Inside::Figures),
                b'(' if open.last() == Some(&Inside::Figures) => {
                    lines.push(line);
                    open.push(Inside::Figure);
                }
                b'(' | b'[' | b'{' => open.push(Inside::Other),
                b')' | b']' | b'}' => _ = open.pop(),
                _ if starts("figures") => {
                    is_list_named = true;
                    if is_figure {
                        lines.pop();
                    }
                }
                _ if is_figure && (starts("is") || starts("one_of")) => {
                    lines.pop();
                    lines.push(line);
                }
                _ => {}
            }
        }
        line += rest[..taken].iter().filter(|byte| **byte == b'\n').count();
        before = byte;
        rest = &rest[taken..];
    }
    lines
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Figures,
    Figure,
    Other,
}

/// Whether a text begins with a key.
fn is_key(rest: &[u8], key: &str) -> bool {
    rest.strip_prefix(key.as_bytes()).is_some_and(|after| after.starts_with(b":"))
}

/// How many bytes a remark or a text takes that begins here.
fn passed_over(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'/', b'/', ..] => Some(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())),
        [b'/', b'*', ..] => {
            Some(rest.windows(2).position(|pair| pair == b"*/").map_or(rest.len(), |end| end + 2))
        }
        [b'"', after @ ..] => Some(1 + end_of_text(after)),
        _ => None,
    }
}

/// The line, from 1, of every place where this key stands, outside texts and comments.
pub fn of_keys(text: &str, key: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut line = 1;
    let mut rest = text.as_bytes();
    let mut before = b' ';
    while let Some(&byte) = rest.first() {
        let taken = match passed_over(rest) {
            Some(taken) => taken,
            None if is_key(rest, key) && !before.is_ascii_alphanumeric() && before != b'_' => {
                lines.push(line);
                key.len() + 1
            }
            None => 1,
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

/// The line, from 1, on which each key in quotes stands first, as [`of_key`] finds it.
pub(super) fn of_all_keys(text: &str) -> HashMap<&str, usize> {
    let mut found = HashMap::new();
    for (line, at) in text.lines().zip(1..) {
        let mut rest = line.split("//").next().unwrap_or_default();
        while let Some((_, begun)) = rest.split_once('"') {
            let Some((key, after)) = begun.split_once('"') else { break };
            if after.trim_start().starts_with(':') {
                found.entry(key).or_insert(at);
                rest = after;
            } else {
                // What closes one text may open the next.
                rest = begun;
            }
        }
    }
    found
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
        let text = "(figures: [\n  // is: no\n  (a: \"is: \\\" no\",\n  /* is:\n no */ is: 1),\n  (this: 2, is: 3),\n])";
        assert_eq!(of_figures(text), [5, 6]);
    }

    #[test]
    fn groups_are_no_figures_and_a_figure_that_says_nothing_has_its_line() {
        let text = "(is: 0, figures: [\n(scheme: A, figures: [\n(tiers: [One],\nis: B([(to: 1)])),\n(tiers: []),\n(one_of: [1]),\n]),\n])";
        assert_eq!(of_figures(text), [4, 5, 6]);
    }
}
