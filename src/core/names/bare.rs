//! A name without what people and forms write around it.

use super::folded;

/// A folded name without marks around it: `1.总费用`, `参保地*`, `总费用/元`,
/// `其中:先行自付`, `（一）统筹支付`, `统筹支付额`, signs of no width within.
pub(super) fn bare(name: &str) -> String {
    let visible: String = name
        .chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}' | '\u{feff}'))
        .collect();
    let folded = folded(&visible);
    let mut text = folded.trim_matches(['*', '#', '·', '•', '●', '※', '☆', '★', '.', '—', '-', '+', '>']);
    // The number of a line of a form.
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    if let Some((number, rest)) = text.split_once(['.', '。'])
        && !number.is_empty()
        && number.chars().all(is_number)
    {
        text = rest;
    }
    text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '①'..='⑳' | ')'));
    for before in ["其中", "减", "加"] {
        text = text.strip_prefix(before).unwrap_or(text);
    }
    let text = text.strip_suffix('元').unwrap_or(text).trim_end_matches(['/', '*', '.', '=']);
    // 统筹支付额 and 统筹支付金额 are 统筹支付.
    let named = ["金额", "额"].iter().find_map(|ending| text.strip_suffix(ending));
    named.filter(|name| !name.is_empty()).unwrap_or(text).to_owned()
}
