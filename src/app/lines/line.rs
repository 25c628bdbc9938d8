//! One line of what is typed or piped in, whatever bytes it has.

use std::io::{self, BufRead};

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
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
    /// It is text in none of the encodings that are known.
    NotText,
    /// It holds characters that are not seen, such as those of an arrow key.
    Unseen,
}

/// Lines of an input, in whatever encoding a shell pipes them: UTF-8, the code page
/// of a Chinese Windows, or UTF-16.
pub(super) struct LinesIn<R> {
    input: R,
    /// What the lines so far were written in; none as long as plain ones came.
    encoding: Option<&'static Encoding>,
    has_begun: bool,
}

impl<R: BufRead> LinesIn<R> {
    /// Nothing is read yet.
    pub(super) const fn of(input: R) -> Self {
        Self { input, encoding: None, has_begun: false }
    }

    /// The next line; none at the end of the input.
    ///
    /// # Errors
    /// Where the input cannot be read.
    pub(super) fn next(&mut self) -> io::Result<Option<LineIn>> {
        let mut bytes = Vec::new();
        let (mut any, mut too_long, mut ended) = (false, false, false);
        while !ended {
            let here = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if here.is_empty() {
                break;
            }
            if !std::mem::replace(&mut self.has_begun, true) {
                self.encoding = told_by(here);
            }
            any = true;
            let end = line_end(self.encoding);
            let mut taken = 0;
            for byte in here {
                taken += 1;
                too_long |= bytes.len() >= LONGEST + end.len();
                // Of a line that is too long only so much is kept as tells its end.
                if too_long {
                    bytes.drain(..bytes.len() / 2 * 2);
                }
                bytes.push(*byte);
                // A line's end of two bytes stands where a character begins.
                ended = bytes.ends_with(end) && bytes.len().is_multiple_of(end.len());
                if ended {
                    break;
                }
            }
            self.input.consume(taken);
        }
        let end = if ended { line_end(self.encoding).len() } else { 0 };
        too_long |= bytes.len().saturating_sub(end) > LONGEST;
        Ok(any.then(|| if too_long { LineIn::TooLong } else { self.line(&bytes) }))
    }

    /// A line without its end; what it is written in is remembered.
    fn line(&mut self, bytes: &[u8]) -> LineIn {
        if let Some(encoding) = self.encoding {
            return decoded(bytes, encoding).map_or(LineIn::NotText, |line| of(&line));
        }
        if let Ok(line) = std::str::from_utf8(bytes) {
            if !line.is_ascii() {
                self.encoding = Some(UTF_8);
            }
            return of(line);
        }
        let Some(line) = decoded(bytes, GB18030).filter(|line| is_text(line)) else { return LineIn::NotText };
        self.encoding = Some(GB18030);
        of(&line)
    }
}

/// How a line ends.
fn line_end(encoding: Option<&'static Encoding>) -> &'static [u8] {
    match encoding {
        Some(encoding) if encoding == UTF_16LE => b"\n\0",
        Some(encoding) if encoding == UTF_16BE => b"\0\n",
        _ => b"\n",
    }
}

/// What the first bytes say: a mark, or line ends of UTF-16, which are two bytes
/// and stand where a character begins, as `cmd /u` writes them.
fn told_by(begin: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(begin) {
        return Some(encoding);
    }
    let holds = |end: [u8; 2]| begin.chunks_exact(2).any(|pair| pair == end);
    // In a text of one byte a character this is the end of a line and a zero byte.
    let is_ascii = |place: usize| begin.iter().skip(place).step_by(2).any(|byte| *byte == 0);
    match (holds(*b"\n\0") && is_ascii(1), holds(*b"\0\n") && is_ascii(0)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

fn decoded(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// Nearly any bytes are GB18030; those of a text are characters that people use.
fn is_text(line: &str) -> bool {
    !line.contains(|c| matches!(c, '\u{e000}'..='\u{f8ff}'))
}

fn of(line: &str) -> LineIn {
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
        let mut lines = LinesIn::of(io::BufReader::with_capacity(3, bytes));
        std::iter::from_fn(|| lines.next().unwrap()).collect()
    }

    fn at_once(bytes: &[u8]) -> Vec<LineIn> {
        let mut lines = LinesIn::of(bytes);
        std::iter::from_fn(|| lines.next().unwrap()).collect()
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

    #[test]
    fn what_a_chinese_windows_pipes_is_read() {
        let said = "鞍山\r\nbj\r\n联通\r\n";
        let expected = [line("鞍山"), line("bj"), line("联通")];
        let (gbk, _, _) = GB18030.encode(said);
        assert_eq!(all(&gbk), expected);
        assert_eq!(at_once(&gbk), expected);
        let wide = |to_bytes: fn(u16) -> [u8; 2]| said.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
        for (mark, bytes) in [(b"\xff\xfe", wide(u16::to_le_bytes)), (b"\xfe\xff", wide(u16::to_be_bytes))] {
            assert_eq!(at_once(&bytes), expected, "told by its line ends");
            let marked = [mark.as_slice(), &bytes].concat();
            assert_eq!(at_once(&marked), expected);
            assert_eq!(all(&marked), expected);
        }
        // Once a line was UTF-8, no other is taken for something else.
        let mixed = ["五\n".as_bytes(), &gbk].concat();
        assert_eq!(all(&mixed), [line("五"), LineIn::NotText, line("bj"), LineIn::NotText]);
    }
}
