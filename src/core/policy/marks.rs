//! A look at the marks of a file that could not be read: the place where a
//! person slipped is often not where the reader of RON stumbles.

use super::misread::Misread;

/// A place in a text, lines and columns from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The first slip among the marks of a text: a full-width character outside
/// texts and remarks, brackets that do not pair, a text without an end.
pub(super) fn first_slip(text: &str) -> Option<(Spot, Misread)> {
    let mut open: Vec<(char, Spot)> = Vec::new();
    let mut characters = Characters::of(text);
    while let Some((spot, c)) = characters.next() {
        match c {
            '/' if characters.skips('/') => characters.skip_line(),
            '/' if characters.skips('*') => characters.skip_remark(),
            '"' => {
                let end = characters.skip_text();
                // A text of several lines is none that an agency writes.
                if end.is_none_or(|end| end.line > spot.line) {
                    return Some((spot, Misread::TextNeverEnds));
                }
            }
            '(' | '[' | '{' => open.push((c, spot)),
            ')' | ']' | '}' => match open.pop() {
                None => return Some((spot, Misread::NeverOpened { close: c })),
                Some((bracket, at)) if closing(bracket) != c => {
                    return Some((spot, Misread::ClosedBy { open: bracket, line: at.line, found: c }));
                }
                Some(_) => {}
            },
            _ => {
                if let Some(belongs) = narrow(c) {
                    return Some((spot, Misread::FullWidth { found: c, belongs }));
                }
            }
        }
    }
    open.last().map(|(bracket, spot)| (*spot, Misread::NeverClosed { open: *bracket }))
}

/// The end of what stands before a place: there a comma is missing.
pub(super) fn end_before(text: &str, place: Spot) -> Spot {
    let mut last = Spot { line: 1, column: 1 };
    let mut characters = Characters::of(text);
    while let Some((spot, c)) = characters.next() {
        if spot >= place {
            break;
        }
        match c {
            '/' if characters.skips('/') => characters.skip_line(),
            '/' if characters.skips('*') => characters.skip_remark(),
            '"' => last = characters.skip_text().unwrap_or(spot),
            _ if c.is_whitespace() => {}
            _ => last = spot,
        }
    }
    last
}

const fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// What belongs where a full-width character stands.
fn narrow(c: char) -> Option<char> {
    Some(match c {
        '、' | '；' => ',',
        '。' => '.',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '“' | '”' | '„' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' => '"',
        '\u{3000}' | '\u{a0}' => ' ',
        '—' | '–' | '−' => '-',
        // The full-width forms stand in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0)?,
        _ => return None,
    })
}

/// The characters of a text with their places.
struct Characters<'t> {
    rest: std::iter::Peekable<std::str::Chars<'t>>,
    here: Spot,
}

impl<'t> Characters<'t> {
    fn of(text: &'t str) -> Self {
        Self { rest: text.chars().peekable(), here: Spot { line: 1, column: 1 } }
    }

    /// Passes over a character where it is the next.
    fn skips(&mut self, wanted: char) -> bool {
        let is_next = self.rest.peek() == Some(&wanted);
        if is_next {
            self.next();
        }
        is_next
    }

    fn skip_line(&mut self) {
        while self.next().is_some_and(|(_, c)| c != '\n') {}
    }

    fn skip_remark(&mut self) {
        while let Some((_, c)) = self.next() {
            if c == '*' && self.skips('/') {
                return;
            }
        }
    }

    /// Passes over the rest of a text; where it ends.
    fn skip_text(&mut self) -> Option<Spot> {
        while let Some((spot, c)) = self.next() {
            match c {
                '\\' => _ = self.next(),
                '"' => return Some(spot),
                _ => {}
            }
        }
        None
    }
}

impl Iterator for Characters<'_> {
    type Item = (Spot, char);

    fn next(&mut self) -> Option<(Spot, char)> {
        let c = self.rest.next()?;
        let spot = self.here;
        self.here = match c {
            '\n' => Spot { line: spot.line + 1, column: 1 },
            _ => Spot { column: spot.column + 1, ..spot },
        };
        Some((spot, c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_slip_is_told_with_its_place() {
        let at = |line, column| Spot { line, column };
        for (text, slip) in [
            ("(a: 1)", None),
            ("(a: \"，：（\", // ，\n /* （ */ b: 1)", None),
            ("(\n a： 1)", Some((at(2, 3), Misread::FullWidth { found: '：', belongs: ':' }))),
            ("(a: “x\")", Some((at(1, 5), Misread::FullWidth { found: '“', belongs: '"' }))),
            ("(a: [1)\n]", Some((at(1, 7), Misread::ClosedBy { open: '[', line: 1, found: ')' }))),
            ("(a: 1\n", Some((at(1, 1), Misread::NeverClosed { open: '(' }))),
            ("(a: 1))", Some((at(1, 7), Misread::NeverOpened { close: ')' }))),
            ("(a: \"x,\n b: \"y\")", Some((at(1, 5), Misread::TextNeverEnds))),
            ("(a: ８0)", Some((at(1, 5), Misread::FullWidth { found: '８', belongs: '8' }))),
        ] {
            assert_eq!(first_slip(text), slip, "{text}");
        }
    }

    #[test]
    fn a_comma_is_missing_behind_what_stands_before() {
        let text = "(a: \"x)\" // no, not here\n   b: 1)";
        assert_eq!(end_before(text, Spot { line: 2, column: 4 }), Spot { line: 1, column: 8 });
    }
}
