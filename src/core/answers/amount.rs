//! Amounts as people type them: `50000`, `50,000.00`, `5万`, `５００００`, `五万二`.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::bare::bare;
use crate::names::MoneyUnit;
use crate::num::Money;

/// Why a typed amount cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountError {
    /// Nothing was typed.
    Empty,
    /// It is no number.
    NotANumber,
    /// It is below zero.
    Negative,
    /// It is above 99 999 999.99.
    TooLarge,
    /// It has parts of a fen.
    TooFine,
    /// Its commas do not stand every three digits.
    Grouping,
    /// It says a unit where the name of its column says one.
    OtherUnit,
}

/// What is longer is no amount a person typed: it is refused before anything is
/// computed of it.
const MOST_BYTES: usize = 400;

/// Reads an amount in yuan. Any text is answered, with a value or a fault.
///
/// # Errors
/// With what is wrong, see [`AmountError`].
pub fn parse_amount(typed: &str) -> Result<Money, AmountError> {
    if typed.is_empty() {
        return Err(AmountError::Empty);
    }
    plain_digits(typed).map_or_else(|| any_form(typed), Ok)
}

/// Reads an amount of a column whose name says the unit: a bare number, which is
/// multiplied exactly.
///
/// # Errors
/// With what is wrong; what says a unit of its own is not read twice.
pub fn parse_amount_in(typed: &str, unit: MoneyUnit) -> Result<Money, AmountError> {
    if unit == MoneyUnit::YUAN {
        return parse_amount(typed);
    }
    let text: String =
        bare(typed).nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let text = text.trim_start_matches('¥');
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    let bare = |text: &str| match text.split_once('e') {
        _ if !text.chars().all(|c| c.is_ascii_digit() || ".,e+-".contains(c)) => {
            Err(if parse_amount(text).is_ok() { AmountError::OtherUnit } else { AmountError::NotANumber })
        }
        _ if text.len() > MOST_BYTES => Err(AmountError::TooLarge),
        Some((digits, power)) => scientific(digits, power),
        None => arabic(&without_grouping(text)?),
    };
    if let Some(rest) = text.strip_prefix('-') {
        return Err(bare(rest).map_or_else(|fault| fault, |_| AmountError::Negative));
    }
    let number = bare(text)?;
    let fen = number.checked_mul(Decimal::from(unit.fen())).ok_or(AmountError::TooLarge)?;
    let whole = fen.round();
    // Traces of binary numbers are far behind the point.
    let most = if number.scale() < 8 { Decimal::ZERO } else { Decimal::new(1, 4) };
    if (fen - whole).abs() > most {
        return Err(AmountError::TooFine);
    }
    let whole = i64::try_from(whole).map_err(|_| AmountError::TooLarge)?;
    Some(Money::from_fen(whole)).filter(|money| *money <= Money::MAX).ok_or(AmountError::TooLarge)
}

/// The usual form by a short way: at most eight digits, a point and one or two
/// more. Everything else takes the long way, which comes to the same for these.
fn plain_digits(typed: &str) -> Option<Money> {
    const MOST_DIGITS: usize = 8;
    let bytes = typed.as_bytes();
    let mut fen: i64 = 0;
    let mut digits = 0;
    let mut decimals = None;
    for byte in bytes {
        match byte {
            b'0'..=b'9' => fen = fen * 10 + i64::from(byte - b'0'),
            b'.' if decimals.is_none() && digits > 0 => {
                decimals = Some(0);
                continue;
            }
            _ => return None,
        }
        match &mut decimals {
            Some(decimals) => *decimals += 1,
            None => digits += 1,
        }
        if digits > MOST_DIGITS || decimals > Some(2) {
            return None;
        }
    }
    match decimals {
        None if digits > 0 => Some(Money::from_fen(fen * 100)),
        Some(1) => Some(Money::from_fen(fen * 10)),
        Some(2) => Some(Money::from_fen(fen)),
        _ => None,
    }
}

fn any_form(typed: &str) -> Result<Money, AmountError> {
    let text = plain(typed);
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    if let Some(rest) = text.strip_prefix('-').or_else(|| text.strip_prefix('负')) {
        return Err(match number(rest) {
            Ok(_) => AmountError::Negative,
            Err(fault) => fault,
        });
    }
    let yuan = number(&text)?;
    if yuan > Decimal::from(Money::MAX) {
        return Err(AmountError::TooLarge);
    }
    Money::try_from(yuan).map_err(|_| AmountError::TooFine)
}

/// Narrow digits, no spaces, no currency; `。` between digits is a decimal point.
fn plain(typed: &str) -> String {
    let text: String = bare(typed)
        .nfkc()
        .filter(|c| !c.is_whitespace() && !"¥￥".contains(*c))
        .map(|c| if c == '。' { '.' } else { c })
        .flat_map(char::to_lowercase)
        .collect();
    // What people add to an amount they know roughly; it is a guess anyway.
    let text = ["大约", "大概", "约"].iter().find_map(|about| text.strip_prefix(about)).unwrap_or(&text);
    let text = text.strip_suffix("左右").unwrap_or(text);
    let text = text.strip_suffix('整').unwrap_or(text);
    let text = ["元", "块", "圆", "rmb", "cny", "yuan"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit))
        .unwrap_or(text);
    ["rmb", "cny"].iter().find_map(|unit| text.strip_prefix(unit)).unwrap_or(text).to_owned()
}

fn number(text: &str) -> Result<Decimal, AmountError> {
    if let Some((digits, power)) = text.split_once('e') {
        return scientific(digits, power);
    }
    let known = |c: char| c.is_ascii_digit() || ".,".contains(c) || chinese_digit(c).or(unit(c)).is_some();
    if !text.chars().all(known) {
        return Err(AmountError::NotANumber);
    }
    if text.len() > MOST_BYTES {
        return Err(AmountError::TooLarge);
    }
    let plain = without_grouping(text)?;
    if plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        let number = arabic(&plain)?;
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        return match decimals.len() {
            0..=2 => Ok(number),
            // Three decimals may be meant as thousands: 50.000 is not read as fifty.
            3 if (1..=3).contains(&whole.len()) && whole != "0" && !text.contains(',') => {
                Err(AmountError::TooFine)
            }
            _ => without_noise(number, decimals.len()).ok_or(AmountError::TooFine),
        };
    }
    with_units(&plain)
}

/// What programs write behind the fen: noughts, and far behind it the traces of
/// binary numbers, as in 12345.670000000001.
fn without_noise(number: Decimal, decimals: usize) -> Option<Decimal> {
    const FAR: usize = 8;
    let fen = number.round_dp(2);
    let off = number.checked_sub(fen)?.abs();
    let most = if decimals < FAR { Decimal::ZERO } else { Decimal::new(1, 6) };
    (off <= most).then_some(fen)
}

/// `3.00E+04`, as spreadsheets write large numbers.
fn scientific(digits: &str, power: &str) -> Result<Decimal, AmountError> {
    let fault = Err(AmountError::NotANumber);
    let unsigned = power.trim_start_matches(['+', '-']);
    let is_power = (1..=3).contains(&unsigned.len())
        && power.len() <= unsigned.len() + 1
        && unsigned.bytes().all(|byte| byte.is_ascii_digit());
    if !is_power || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return fault;
    }
    let mut number = arabic(digits)?;
    let Ok(power) = power.trim_start_matches('+').parse::<i32>() else { return fault };
    if number.is_zero() {
        return Ok(number);
    }
    for _ in 0..power.max(0) {
        number = number.checked_mul(Decimal::TEN).ok_or(AmountError::TooLarge)?;
    }
    let scale = number.scale().saturating_add(power.min(0).unsigned_abs());
    number.set_scale(scale).map_err(|_| AmountError::TooFine)?;
    Ok(number.normalize())
}

/// `12.5`; neither `.` alone nor two points.
fn arabic(text: &str) -> Result<Decimal, AmountError> {
    let well_formed = text.bytes().filter(|byte| *byte == b'.').count() <= 1
        && text.bytes().any(|byte| byte.is_ascii_digit());
    if !well_formed {
        return Err(AmountError::NotANumber);
    }
    // Digits and at most one point: what still fails is too long to be an amount.
    text.trim_end_matches('.').parse().map_err(|_| AmountError::TooLarge)
}

/// Drops commas, which must stand every three digits before the point.
fn without_grouping(text: &str) -> Result<String, AmountError> {
    if !text.contains(',') {
        return Ok(text.to_owned());
    }
    let whole = text.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let head = groups.next().is_some_and(|head| (1..=3).contains(&head.len()) && digits(head));
    let tail = groups.all(|group| group.len() == 3 && digits(group));
    if head && tail && !text[whole.len()..].contains(',') {
        Ok(text.replace(',', ""))
    } else {
        Err(AmountError::Grouping)
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

const fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

const fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' | 'k' => 1_000,
        '万' | 'w' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// Numbers with units: `5.2万`, `5万3千`, `五万三`, `壹万贰仟叁佰`.
///
/// Units fall from left to right, within each of 亿 and 万 as well. A last
/// digit without unit, right after a unit, counts a tenth of it: 五万三 is
/// 53 000; after 零 it counts as it is: 五万零三 is 50 003.
#[deny(clippy::arithmetic_side_effects)]
fn with_units(text: &str) -> Result<Decimal, AmountError> {
    let fault = || AmountError::NotANumber;
    let mut total = Decimal::ZERO;
    let mut section = Decimal::ZERO;
    let mut pending: Option<Decimal> = None;
    let mut last_unit: Option<u32> = None;
    let mut big_below = u32::MAX;
    let mut small_below = u32::MAX;
    let mut after_zero = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if c.is_ascii_digit() {
            taken = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            let number = arabic(&rest[..taken])?;
            if pending.replace(number).is_some() {
                return Err(fault());
            }
        } else if let Some(digit) = chinese_digit(c) {
            if digit == 0 {
                after_zero = true;
                if pending.is_some() {
                    return Err(fault());
                }
            } else if pending.replace(Decimal::from(digit)).is_some() {
                return Err(fault());
            }
        } else if let Some(unit) = unit(c) {
            if unit >= 10_000 {
                let number = sum(section, pending.take().unwrap_or_default())?;
                if number.is_zero() || unit >= big_below {
                    return Err(fault());
                }
                total = sum(total, times(number, unit)?)?;
                (big_below, small_below, section) = (unit, u32::MAX, Decimal::ZERO);
            } else {
                // 十 alone is ten; 百 and 千 need a number before them.
                let alone = (unit == 10 && section.is_zero()).then_some(Decimal::ONE);
                let number = pending.take().or(alone).ok_or_else(fault)?;
                if unit >= small_below {
                    return Err(fault());
                }
                section = sum(section, times(number, unit)?)?;
                small_below = unit;
            }
            last_unit = Some(unit);
            after_zero = false;
        } else {
            return Err(fault());
        }
        rest = &rest[taken..];
    }
    if let Some(number) = pending {
        let tenth = last_unit.filter(|unit| *unit > 10 && !after_zero);
        let is_digit = number < Decimal::TEN && number.fract().is_zero();
        let last = match tenth {
            Some(unit) if is_digit => times(number, unit / 10)?,
            _ => number,
        };
        section = sum(section, last)?;
    }
    if last_unit.is_none() && !text.chars().all(|c| c == '零') && text.chars().count() > 1 {
        return Err(fault());
    }
    sum(total, section)
}

/// What was typed may be beyond what the type holds: no operator that panics
/// touches it.
fn sum(one: Decimal, other: Decimal) -> Result<Decimal, AmountError> {
    one.checked_add(other).ok_or(AmountError::TooLarge)
}

/// Likewise for what a unit makes of a number.
fn times(number: Decimal, unit: u32) -> Result<Decimal, AmountError> {
    number.checked_mul(Decimal::from(unit)).ok_or(AmountError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_short_way_comes_to_the_same_as_the_long_one(typed in "[0-9]{0,10}([.][0-9]{0,3})?|[0-9.]{0,6}|\\PC{0,6}") {
            if let Some(money) = plain_digits(&typed) {
                prop_assert_eq!(any_form(&typed), Ok(money));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Parts that fill the type to its edge among them: their sums and
        /// products are beyond it.
        #[test]
        fn any_text_of_digits_and_units_is_a_value_or_a_fault(
            parts in prop::collection::vec(
                prop_oneof![
                    4 => "[0-9零一二三四五六七八九十百千万亿kw.,，。壹佰]{1,8}",
                    1 => "[0-9]{26,29}",
                    1 => Just("79228162514264337593543950335".to_owned()),
                    2 => "[亿万千百十k]",
                ],
                0..12,
            ),
        ) {
            let typed: String = parts.concat().chars().take(200).collect();
            if let Ok(money) = parse_amount(&typed) {
                prop_assert!(money <= Money::MAX, "{typed}");
            }
        }
    }

    #[test]
    fn parts_that_add_up_beyond_the_type_are_too_large() {
        const EDGE: &str = "79228162514264337593543950335";
        for typed in [
            format!("79228162514264337593543950千{EDGE}"),
            format!("一千{EDGE}"),
            format!("一万{EDGE}"),
            format!("一百{EDGE}"),
            format!("一千{EDGE}万"),
            format!("7922816251426433759354395万{EDGE}"),
            "9".repeat(MOST_BYTES + 1),
            "五".repeat(MOST_BYTES),
        ] {
            assert_eq!(parse_amount(&typed), Err(AmountError::TooLarge), "{typed}");
        }
    }

    #[test]
    fn the_usual_forms_take_the_short_way() {
        for typed in ["0", "5", "50000", "50000.5", "50000.00", "99999999.99"] {
            assert!(plain_digits(typed).is_some(), "{typed}");
        }
        for typed in ["", ".", "5.", ".5", "123456789", "1.234", "5万", "-5"] {
            assert_eq!(plain_digits(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_accepted_form() {
        for (typed, fen) in [
            ("50000", 5_000_000),
            ("50,000.00", 5_000_000),
            ("50，000", 5_000_000),
            ("5万", 5_000_000),
            ("6万左右", 6_000_000),
            ("大约 60000 元左右", 6_000_000),
            ("5w", 5_000_000),
            ("5W", 5_000_000),
            ("5.2万", 5_200_000),
            ("５００００", 5_000_000),
            ("５万", 5_000_000),
            ("五万", 5_000_000),
            ("五万二", 5_200_000),
            ("五万三", 5_300_000),
            ("五万零三", 5_000_300),
            ("5万3千", 5_300_000),
            ("5万3", 5_300_000),
            ("1万2000", 1_200_000),
            ("壹万贰仟叁佰元整", 1_230_000),
            ("十二万", 12_000_000),
            ("十五", 1_500),
            ("一百二", 12_000),
            ("三千五百", 350_000),
            ("两千", 200_000),
            ("3k", 300_000),
            ("1。5", 150),
            ("￥ 1,234.50 元", 123_450),
            ("0", 0),
            ("零", 0),
            ("五", 500),
            ("99999999.99", 9_999_999_999),
            ("9999万", 9_999_000_000),
            ("30000.0000", 3_000_000),
            ("30000.000", 3_000_000),
            ("1,234.500", 123_450),
            ("0.000", 0),
            ("12345.670000000001", 1_234_567),
            ("12345.66999999999999", 1_234_567),
            ("3.00E+04", 3_000_000),
            ("1.23456E4", 1_234_560),
            ("5e-2", 5),
            ("0e999", 0),
            ("'30000", 3_000_000),
            ("=\"30,000.00\"", 3_000_000),
        ] {
            assert_eq!(parse_amount(typed), Ok(Money::from_fen(fen)), "{typed}");
        }
    }

    #[test]
    fn a_number_of_a_column_with_a_unit_is_multiplied_exactly() {
        let unit = |name: &str| crate::names::unit_of(&format!("({name})")).unwrap().unwrap();
        for (typed, name, read) in [
            ("3", "万元", Ok(3_000_000)),
            ("3.00005", "万元", Ok(3_000_050)),
            ("3.000005", "万元", Ok(3_000_005)),
            ("12345.670000000001", "千元", Ok(1_234_567_000)),
            ("1,234.5", "百元", Ok(12_345_000)),
            ("3.00E+00", "万元", Ok(3_000_000)),
            ("3000050", "分", Ok(3_000_050)),
            ("３", "万元", Ok(3_000_000)),
            ("300", "角", Ok(3_000)),
            ("30000", "元", Ok(3_000_000)),
            ("3.0000005", "万元", Err(AmountError::TooFine)),
            ("0.5", "分", Err(AmountError::TooFine)),
            ("3万", "万元", Err(AmountError::OtherUnit)),
            ("3元", "万元", Err(AmountError::OtherUnit)),
            ("三", "万元", Err(AmountError::OtherUnit)),
            ("-3", "万元", Err(AmountError::Negative)),
            ("x", "万元", Err(AmountError::NotANumber)),
            ("30000", "万元", Err(AmountError::TooLarge)),
            ("9999999999999999999", "亿元", Err(AmountError::TooLarge)),
            (" ", "万元", Err(AmountError::Empty)),
        ] {
            assert_eq!(parse_amount_in(typed, unit(name)).map(Money::fen), read, "{typed} {name}");
        }
    }

    #[test]
    fn every_refusal_says_what_is_wrong() {
        for (typed, fault) in [
            ("", AmountError::Empty),
            ("  元", AmountError::Empty),
            ("abc", AmountError::NotANumber),
            ("一二三四五", AmountError::NotANumber),
            ("1.2.3", AmountError::NotANumber),
            (".", AmountError::NotANumber),
            ("万", AmountError::NotANumber),
            ("五五万", AmountError::NotANumber),
            ("3千5万5万", AmountError::NotANumber),
            ("1,23,4", AmountError::Grouping),
            ("1,2345", AmountError::Grouping),
            ("1,234.5,6", AmountError::Grouping),
            ("-5", AmountError::Negative),
            ("－5万", AmountError::Negative),
            ("-x", AmountError::NotANumber),
            ("99999999999", AmountError::TooLarge),
            ("1亿", AmountError::TooLarge),
            ("99999999999999999999999999999999999999", AmountError::TooLarge),
            ("1.234", AmountError::TooFine),
            ("50.000", AmountError::TooFine),
            ("1.2340", AmountError::TooFine),
            ("1.23456E+2", AmountError::TooFine),
            ("1e-40", AmountError::TooFine),
            ("'", AmountError::Empty),
            ("=30000", AmountError::NotANumber),
            ("9e99", AmountError::TooLarge),
            ("3e", AmountError::NotANumber),
            ("e4", AmountError::NotANumber),
            ("3e+-4", AmountError::NotANumber),
            ("3万e4", AmountError::NotANumber),
            ("医疗费：50,000.00元", AmountError::NotANumber),
        ] {
            assert_eq!(parse_amount(typed), Err(fault), "{typed}");
        }
    }
}
