//! One line of what is typed or piped in, whatever bytes it has.

use std::io::{self, BufRead};
use yidi_core::spelling::is_unseen;

/// The longest line that is taken, in bytes: a note may be long, a case is not.
pub(super) const LONGEST: usize = 4_096;

/// A line that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineIn {
    /// As it was typed, without its end and the blanks around it.
    Line(String),
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It is not UTF-8.
    NotText,
    /// It holds characters that are not seen, such as those of an arrow key.
    Unseen,
}

/// The next line; none at the end of the input.
///
/// # Errors
/// Where the input cannot be read.
pub(super) fn next(input: &mut impl BufRead) -> io::Result<Option<LineIn>> {
    let mut bytes = Vec::new();
    let mut any = false;
    let mut too_long = false;
    loop {
        let here = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if here.is_empty() {
            break;
        }
        any = true;
        let end = here.iter().position(|byte| *byte == b'\n');
        let part = &here[..end.unwrap_or(here.len())];
        too_long |= bytes.len() + part.len() > LONGEST;
        if !too_long {
            bytes.extend_from_slice(part);
        }
        let taken = end.map_or(here.len(), |end| end + 1);
        input.consume(taken);
        if end.is_some() {
            break;
        }
    }
    Ok(any.then(|| if too_long { LineIn::TooLong } else { of(&bytes) }))
}

fn of(bytes: &[u8]) -> LineIn {
    let Ok(line) = std::str::from_utf8(bytes) else { return LineIn::NotText };
    // Some shells put a byte order mark before what they pipe.
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.chars().any(|c| is_unseen(c) && c != '\t') {
        return LineIn::Unseen;
    }
    LineIn::Line(line.replace('\t', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<LineIn> {
        // A buffer of three bytes: lines and characters lie across its edges.
        let mut input = io::BufReader::with_capacity(3, bytes);
        std::iter::from_fn(|| next(&mut input).unwrap()).collect()
    }

    fn line(line: &str) -> LineIn {
        LineIn::Line(line.to_owned())
    }

    #[test]
    fn lines_are_taken_with_any_end() {
        assert_eq!(all("as\r\n 鞍山 \n\nbj".as_bytes()), [line("as"), line("鞍山"), line(""), line("bj")]);
        assert_eq!(all(b""), []);
        assert_eq!(all("\u{feff}as\n".as_bytes()), [line("as")]);
        assert_eq!(all(b"a\tb\n"), [line("a b")]);
    }

    #[test]
    fn an_odd_line_is_told_and_the_next_one_is_taken() {
        let long = "五".repeat(LONGEST);
        let odd = [b"\x1b[A\n\xff\xfe\n".as_slice(), long.as_bytes(), b"\n\xe2\x80\xae\na\0b\n3\n"].concat();
        let expected =
            [LineIn::Unseen, LineIn::NotText, LineIn::TooLong, LineIn::Unseen, LineIn::Unseen, line("3")];
        assert_eq!(all(&odd), expected);
        assert_eq!(all("x".repeat(LONGEST).as_bytes()), [line(&"x".repeat(LONGEST))]);
    }
}
