//! "8 times 2 600": how often a case of a list is meant.

use super::MOST_TIMES;
use crate::names;

/// Whether a column of a list says how often a case of it is meant.
pub fn is_times(name: &str) -> bool {
    ["times", "次数", "count"].contains(&names::folded(name).as_str())
}

/// A line of a list without the word that says how often: `8次`, `×8`, `x8`,
/// `8x`, `8 times`; once where there is none.
///
/// # Errors
/// With the word, where it says none, or more than [`MOST_TIMES`].
pub fn split_times(line: &str) -> Result<(String, u16), String> {
    let mut rest: Vec<&str> = Vec::new();
    let mut times = None;
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let (found, takes_next) = match number(word) {
            Some(found) => (Some(found), false),
            None if is_word(next) && word.bytes().all(|byte| byte.is_ascii_digit()) => (Some(word), true),
            None => (None, false),
        };
        let Some(found) = found.filter(|_| times.is_none()) else {
            rest.push(word);
            continue;
        };
        let count = found.parse().ok().filter(|count| (1..=MOST_TIMES).contains(count));
        times = Some(count.ok_or_else(|| word.to_owned())?);
        if takes_next {
            words.next();
        }
    }
    Ok((rest.join(" "), times.unwrap_or(1)))
}

/// What stands after a number of times.
fn is_word(word: &str) -> bool {
    ["次", "times"].contains(&word)
}

/// The digits of a word that says how often.
fn number(word: &str) -> Option<&str> {
    let marks = ["×", "x", "X", "*"];
    let before = marks.iter().find_map(|mark| word.strip_prefix(mark));
    let after = marks.iter().chain(&["次"]).find_map(|mark| word.strip_suffix(mark));
    before.or(after).filter(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_said_in_several_ways() {
        for line in [
            "门诊 8次 2600",
            "门诊 2600 ×8",
            "门诊 x8 2600",
            "门诊 8 times 2600",
            "8x 门诊 2600",
            "门诊 2600 8 次",
        ] {
            assert_eq!(split_times(line), Ok(("门诊 2600".to_owned(), 8)), "{line}");
        }
        assert_eq!(split_times("鞍山 北京  5万"), Ok(("鞍山 北京 5万".to_owned(), 1)));
        assert_eq!(split_times("2600 0次"), Err("0次".to_owned()));
        assert_eq!(split_times("2600 ×367"), Err("×367".to_owned()));
    }
}
