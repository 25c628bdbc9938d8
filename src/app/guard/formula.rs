//! Text that a spreadsheet would take for a formula and run.

use std::borrow::Cow;

use yidi_core::spelling::{is_mark, is_unseen};

/// Whether a spreadsheet would run a text as a formula, whatever blank, unseen
/// or piled character stands before it: some drop those. A number is none, with
/// or without a sign.
pub fn runs_as_formula(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c) || is_mark(c));
    // The mark of a number that a workbook gave stands behind it.
    let bare = bare.strip_suffix('\u{1f}').unwrap_or(bare);
    // A tab before a number keeps its digits in a spreadsheet.
    let is_pushed = text.starts_with(['\t', '\r', '\n']) && !bare.starts_with(|c: char| c.is_ascii_digit());
    let begins = is_pushed
        || bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−']);
    begins && !is_number(bare)
}

/// The text with an apostrophe before it where a spreadsheet would run it.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if runs_as_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// `-5`, `+1,234.50`, `-3%`: a sign, digits, at most one point.
fn is_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else { return false };
    let digits = digits.strip_suffix('%').unwrap_or(digits);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let has = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    (has(whole) || has(part))
        && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
        && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_would_be_run_gets_an_apostrophe() {
        for text in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            "-",
            "+1-2",
            "-1.2.3",
            " =1",
            "\u{3000}=1",
            "\u{a0}@x",
            "\u{200b}=1",
            "\u{feff}=1",
            " \u{202e}\u{301}=1",
            "\u{e0041}+a",
            "﹦1",
            "\ta",
        ] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
    }

    #[test]
    fn numbers_and_plain_text_stay_as_they_are() {
        for text in [
            "",
            "鞍山",
            "50000",
            "-5",
            "+3.20",
            "-1,234.50",
            "-3%",
            "-.5",
            " -5",
            "a=b",
            "'=1",
            "\t210300199001011234",
            "\t5",
        ] {
            assert_eq!(harmless(text), text);
        }
    }
}
