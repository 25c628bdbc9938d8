//! Words and signs that stand where nothing is stated.

use unicode_normalization::UnicodeNormalization as _;

/// Whether a cell or a value says that nothing is stated there: blank, a stroke, 无,
/// `NULL`, `nan` and the like. Nothing stated is no zero.
pub fn is_nothing(typed: &str) -> bool {
    const WORDS: [&str; 19] = [
        "无",
        "没有",
        "暂无",
        "空",
        "未填",
        "不详",
        "未知",
        "null",
        "nil",
        "none",
        "nan",
        "n/a",
        "na",
        "nat",
        "#n/a",
        "\\n",
        "undefined",
        "(null)",
        "无数据",
    ];
    const LONGEST: usize = 24;
    let typed = typed.trim();
    if typed.is_empty() {
        return true;
    }
    if typed.len() > LONGEST || typed.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let narrow: String = typed.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    WORDS.contains(&narrow.as_str()) || narrow.chars().all(|c| "-—–―‐−─/\\~*_.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_from_zero_and_from_words() {
        for typed in
            ["", "  ", "-", "--", "—", "——", "－", "/", "无", "暂无", "NULL", "nan", "NaN", "None", "N/A"]
        {
            assert!(is_nothing(typed), "{typed}");
        }
        for typed in ["0", "0.00", "-5", "无锡", "无备案", "空军医院", "多", "-a"] {
            assert!(!is_nothing(typed), "{typed}");
        }
    }
}
