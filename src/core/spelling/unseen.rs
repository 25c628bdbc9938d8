//! Characters of a text that a person does not see, or that turn, hide or cover
//! the text around them.

use unicode_normalization::char::is_combining_mark;

/// So many marks may stand on one letter: Vietnamese has two, the most that
/// any living script needs is four.
pub const MOST_MARKS: usize = 4;

/// Whether a character is an order to a terminal, has no form of its own, turns
/// the direction of others, parts lines or fills room with nothing. So does what no two
/// fonts agree on: the private areas, and the numbers that are no characters.
pub const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{fff0}'..='\u{fffc}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{16fe4}'
        | '\u{1d159}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'..
    ) || c as u32 & 0xfffe == 0xfffe
}

/// Whether a character chooses a form of the one before it and cannot: that one has no
/// such form, or its form is chosen. Rows of them are how bytes are smuggled.
pub const fn is_stray(before: Option<char>, c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
        && match before {
            Some(before) => !has_forms(before),
            None => true,
        }
}

/// Whether a character may have several forms: signs that are pictures too, Chinese
/// characters and their punctuation.
const fn has_forms(c: char) -> bool {
    !is_unseen(c)
        && matches!(c,
            '#' | '*' | '0'..='9' | '\u{a9}' | '\u{ae}'
            | '\u{203c}' | '\u{2049}' | '\u{2100}'..='\u{2bff}'
            | '\u{3001}'..='\u{3002}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
            | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff1f}'
            | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}'
        )
}

/// Whether a character stands on the one before it and takes no room.
pub fn is_mark(c: char) -> bool {
    // What texts here are made of holds none, and needs no looking up.
    let is_usual = matches!(c, ..'\u{300}' | '\u{2010}'..='\u{2027}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    !is_usual && (is_combining_mark(c) || matches!(c, '\u{fe00}'..='\u{fe0f}'))
}

/// Whether everything in a text is seen as what it is.
pub fn is_plain(text: &str) -> bool {
    let (mut marks, mut before) = (0, None);
    text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control())
        || text.chars().all(|c| {
            marks = if is_mark(c) { marks + 1 } else { 0 };
            let before = before.replace(c);
            !is_unseen(c) && !is_stray(before, c) && marks <= MOST_MARKS
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_no_looking_up_is_no_mark() {
        let all = '\0'..=char::MAX;
        let wrong = all.filter(|c| is_combining_mark(*c) && !is_mark(*c));
        assert_eq!(wrong.collect::<Vec<_>>(), []);
    }

    #[test]
    fn what_is_not_seen_is_told_from_what_is() {
        for text in ["鞍山", "Anshan", "Việt", "❤\u{fe0f}", "a\u{3000}b", "＝１", "", "—·…“”"]
        {
            assert!(is_plain(text), "{text:?}");
        }
        for c in [
            '\u{1b}',
            '\u{9b}',
            '\u{7f}',
            '\u{202e}',
            '\u{2066}',
            '\u{61c}',
            '\u{200b}',
            '\u{2028}',
            '\u{e0041}',
            '\u{3164}',
            '\u{feff}',
            '\n',
            '\u{e000}',
            '\u{f0000}',
            '\u{10fffd}',
            '\u{fdd0}',
            '\u{1ffff}',
            '\u{fffc}',
        ] {
            assert!(is_unseen(c) && !is_plain(&format!("a{c}b")), "{c:?}");
        }
        assert!(!is_plain(&format!("a{}", "\u{301}".repeat(MOST_MARKS + 1))));
    }

    #[test]
    fn a_form_is_chosen_once_and_only_where_there_is_one() {
        for text in ["☎\u{fe0e}", "1\u{fe0f}\u{20e3}", "葛\u{fe00}城", "。\u{fe01}", "😀\u{fe0f}😀"]
        {
            assert!(is_plain(text), "{text:?}");
        }
        for text in [
            "a\u{fe0f}",
            "\u{fe0f}",
            "山\u{fe00}\u{fe01}",
            " \u{fe0f}",
            "é\u{301}\u{fe0f}",
            "\u{2800}\u{fe0f}",
        ] {
            assert!(!is_plain(text), "{text:?}");
        }
    }
}
