//! Display width: Chinese characters take two cells. The one place that
//! measures, pads and wraps.

use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text with spaces after it, so that it takes so many cells.
pub fn pad_right(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(width(text))))
}

/// The text with spaces before it, so that it takes so many cells.
pub fn pad_left(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
}

/// The text in lines of at most so many cells, the later ones indented. Breaks
/// where the language allows it, so that no line begins with a full stop.
pub fn wrap(text: &str, cells: usize, indent: usize) -> Vec<String> {
    let later = " ".repeat(indent);
    let options = textwrap::Options::new(cells.max(indent + 4))
        .subsequent_indent(&later)
        // Dates and numbers with a hyphen stay whole.
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The part of a text from one cell on that fits in so many cells.
pub fn visible(text: &str, from: usize, cells: usize) -> String {
    let mut column = 0;
    let mut shown = String::new();
    for c in text.chars() {
        let wide = width(c.encode_utf8(&mut [0; 4]));
        if column >= from && column + wide <= from + cells {
            shown.push(c);
        }
        column += wide;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_twice() {
        assert_eq!(width("起付线"), 6);
        assert_eq!(pad_right("起付线", 8), "起付线  ");
        assert_eq!(pad_left("700", 5), "  700");
    }

    #[test]
    fn a_date_stays_whole() {
        assert_eq!(wrap("核对于 2026-11-22", 14, 0), ["核对于", "2026-11-22"]);
    }

    #[test]
    fn lines_fit_and_never_begin_with_a_full_stop() {
        let lines = wrap("出院结算之前办好备案，联网医院就应当直接结算。", 20, 2);
        assert!(lines.len() > 1);
        for line in &lines {
            assert!(width(line) <= 20, "{line}");
            assert!(!line.trim_start().starts_with(['，', '。']), "{line}");
        }
        assert!(lines[1].starts_with("  "));
    }
}
