//! Display width: Chinese characters take two cells. The one place that
//! measures, pads and wraps.

use textwrap::WrapAlgorithm;
use textwrap::core::Word;
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
    wrapped(text, cells, indent, WrapAlgorithm::FirstFit)
}

/// As [`wrap`], for whoever reads or hears line by line: a line that would end in
/// the midst of a Chinese word ends at the pause before, if that is in its later half.
pub fn wrap_at_pauses(text: &str, cells: usize, indent: usize) -> Vec<String> {
    wrapped(text, cells, indent, textwrap::WrapAlgorithm::Custom(lines_at_pauses))
}

fn wrapped(text: &str, cells: usize, indent: usize, algorithm: WrapAlgorithm) -> Vec<String> {
    let later = " ".repeat(indent);
    let options = textwrap::Options::new(cells.max(indent + 4))
        .subsequent_indent(&later)
        .wrap_algorithm(algorithm)
        // Dates and numbers with a hyphen stay whole.
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Whether nobody minds a new line after this word.
fn is_pause(word: &Word<'_>) -> bool {
    !word.whitespace.is_empty() || word.ends_with(['，', '。', '；', '：', '、', '！', '？', '）', '」', '…'])
}

fn lines_at_pauses<'a, 'b>(mut words: &'b [Word<'a>], widths: &'b [usize]) -> Vec<&'b [Word<'a>]> {
    let mut lines = Vec::new();
    while !words.is_empty() {
        let most = widths.get(lines.len()).or(widths.last()).copied().unwrap_or_default();
        let (mut used, mut fits, mut pause) = (0, 0, 0);
        for (at, word) in words.iter().enumerate() {
            if at > 0 && used + width(word) > most {
                break;
            }
            used += width(word) + word.whitespace.len();
            fits = at + 1;
            if is_pause(word) && used * 2 > most {
                pause = fits;
            }
        }
        let is_last = fits == words.len();
        let (line, rest) = words.split_at(if is_last || pause == 0 { fits } else { pause });
        lines.push(line);
        words = rest;
    }
    lines
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
    fn a_line_ends_at_a_pause_where_one_is_near() {
        let text = "还有可以不填的：账单明细、入出院日期、年龄，填了更准。现在要填吗？";
        assert_eq!(wrap(text, 40, 0)[0], "还有可以不填的：账单明细、入出院日期、年");
        let lines = wrap_at_pauses(text, 40, 0);
        assert_eq!(lines, ["还有可以不填的：账单明细、入出院日期、", "年龄，填了更准。现在要填吗？"]);
        // None is near, or it is at a blank anyway.
        let far = "是，账单明细入出院日期年龄本年累计参保地就医地";
        assert_eq!(wrap_at_pauses(far, 20, 0), wrap(far, 20, 0));
        let english = "What you pay yourself, and what to file before you go";
        assert_eq!(wrap_at_pauses(english, 24, 2), wrap(english, 24, 2));
        assert_eq!(wrap_at_pauses("", 20, 0), wrap("", 20, 0));
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
