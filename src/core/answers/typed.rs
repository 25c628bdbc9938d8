//! What is typed as it stands: blank or not, a percent.

use unicode_normalization::UnicodeNormalization as _;

use super::amount::parse_amount;
use super::bare::bare;
use crate::case::Field;
use crate::names::MoneyUnit;
use crate::num::Percent;

/// Where typed answers stand.
pub trait Typed {
    /// What was typed for a question; empty where nothing was.
    fn typed(&self, field: Field) -> &str;

    /// The unit in which amounts of a question are written.
    #[inline]
    fn unit(&self, _field: Field) -> MoneyUnit {
        MoneyUnit::YUAN
    }

    /// Whether the answers are cells of a table that nobody made for these questions:
    /// where the prepay stands there, the class-B amount beside it asks nothing.
    #[inline]
    fn is_row(&self) -> bool {
        false
    }
}

/// Whether nothing was typed but blanks.
pub fn is_blank(typed: &str) -> bool {
    // What begins with a letter or a digit needs no further look.
    !typed.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) && typed.trim().is_empty()
}

/// A whole number or code as it was meant, where a program wrote noughts behind a
/// point: `1101.0`, `65.00`.
pub(crate) fn without_point(typed: &str) -> &str {
    let typed = bare(typed);
    let Some((whole, noughts)) = typed.trim().split_once('.') else { return typed };
    let are = |text: &str, is: fn(u8) -> bool| !text.is_empty() && text.bytes().all(is);
    if are(whole, |byte| byte.is_ascii_digit()) && are(noughts, |byte| byte == b'0') { whole } else { typed }
}

/// A whole number as people write it: `65`, `65岁`, `第2次`, `２`.
pub fn parse_whole(typed: &str) -> Option<i16> {
    const LONGEST: usize = 32;
    let plain = without_point(typed).trim();
    if let Ok(number) = plain.parse() {
        return Some(number);
    }
    if plain.len() > LONGEST {
        return None;
    }
    let narrow: String = plain.nfkc().filter(|c| !c.is_whitespace()).collect();
    let text = narrow.strip_prefix('第').unwrap_or(&narrow);
    let units = ["周岁", "岁", "次住院", "次", "年"];
    let text = units.iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    without_point(text).parse().ok()
}

/// An age, as [`parse_whole`] reads it.
pub(super) fn parse_age(typed: &str) -> Option<u8> {
    parse_whole(typed).and_then(|age| u8::try_from(age).ok())
}

/// Whether a number may be a share of one as well as a percent: it lies between
/// nought and one, and no sign or word says what it is.
pub fn is_perhaps_share(typed: &str, percent: Percent) -> bool {
    percent > Percent::ZERO && percent < Percent::new(1) && !typed.contains(['%', '％', '成'])
}

/// A percent as people write it: `10`, `8.5`, `10%`, `１０％`, `七成`, `七成五`; at most two
/// decimals, at most 100.
pub fn parse_percent(typed: &str) -> Option<Percent> {
    let text = bare(typed).trim_end_matches(['%', '％']);
    let number = |text: &str| u32::try_from(parse_amount(text).ok()?.fen()).ok();
    let hundredths = match text.split_once('成') {
        // A tenth, and the tenths of a tenth after it.
        Some((tenths, "")) => number(tenths)?.checked_mul(10)?,
        Some((tenths, parts)) => number(tenths)?.checked_mul(10)?.checked_add(number(parts)?)?,
        None => number(text)?,
    };
    let percent = Percent::from_hundredths(hundredths);
    (percent <= Percent::FULL).then_some(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_read_as_people_and_programs_write_it() {
        for (typed, number) in [
            ("65", Some(65)),
            (" 65 ", Some(65)),
            ("65.0", Some(65)),
            ("65岁", Some(65)),
            ("６５ 周岁", Some(65)),
            ("第2次", Some(2)),
            ("第 3 次住院", Some(3)),
            ("1999年", Some(1999)),
            ("'65", Some(65)),
            ("=\"65\"", Some(65)),
            ("65.5", None),
            ("岁", None),
            ("", None),
            ("1e3", None),
        ] {
            assert_eq!(parse_whole(typed), number, "{typed}");
        }
    }

    #[test]
    fn a_percent_is_read_as_people_write_it() {
        for (typed, hundredths) in [
            ("10", 1_000),
            ("8.5%", 850),
            ("１０％", 1_000),
            ("七成", 7_000),
            ("7成", 7_000),
            ("七成五", 7_500),
            ("十成", 10_000),
        ] {
            assert_eq!(parse_percent(typed), Some(Percent::from_hundredths(hundredths)), "{typed}");
        }
        for typed in ["", "成", "一百零一", "101", "十一成", "七成百", "8.555"] {
            assert_eq!(parse_percent(typed), None, "{typed}");
        }
    }
}
