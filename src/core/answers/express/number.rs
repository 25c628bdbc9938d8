//! Numbers in an express line: amounts, days, ages, percents, and bare ones.

use super::piece::PieceKind;
use crate::answers::{AmountError, is_day, parse_amount, parse_day, parse_total};
use crate::case::Field;
use crate::places::named;

/// The numbers with which a text may begin, each with its length in bytes.
/// The text is narrow and in small letters.
pub(super) fn numbers_at_start(text: &str, alone: bool) -> Vec<(usize, PieceKind)> {
    let mut found = Vec::new();
    found.extend(day(text));
    found.extend(percent(text));
    found.extend(counted(text));
    found.extend(scientific(text));
    found.extend(retired(text));
    if let Some(length) = arabic(text) {
        let digits = &text[..length];
        let is_code = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_code && named(digits).len() == 1 {
            // Before the amount it is as well: of two alike the first is meant.
            found.push((length, PieceKind::named(digits, Vec::new(), true)));
        } else if whole_digits(digits) < 4 {
            found.push((length, PieceKind::Number { text: digits.to_owned(), alone }));
        }
    }
    found.extend(amounts(text));
    found.extend(spans(text));
    found
}

/// Everything at the start that is a bill between two amounts, or a rough one:
/// `3-5万`, `三到五万`, `约5万`, `5万左右`, `五六万`. Two short numbers are something else.
fn spans(text: &str) -> Vec<(usize, PieceKind)> {
    let is_of_it = |c: char| is_of_amount(c) || "~到至元块圆约大概差不多左右几余来好".contains(c);
    let run = text.char_indices().take_while(|(_, c)| is_of_it(*c)).take(LONGEST_AMOUNT);
    let ends = run.map(|(place, c)| place + c.len_utf8());
    let is_span = |end: &usize| {
        let (span, rest) = text.split_at(*end);
        let is_rough = span.starts_with(['约', '大', '差']) || span.ends_with('右');
        let has_unit = span.contains(|c: char| "wk十百千万亿佰仟元块圆".contains(c)) || span.len() > 8;
        has_unit && !cuts(span, rest) && parse_total(span).is_ok_and(|total| is_rough || !total.is_exact())
    };
    ends.filter(is_span).map(|end| (end, PieceKind::Amount(text[..end].to_owned()))).collect()
}

/// The length of the number in digits with which a text begins, where nothing
/// cuts it: `50,000.00`, `10`.
fn arabic(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let number = text[..length].trim_end_matches(['.', ',']);
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number.len())
}

/// How many digits stand before the point.
fn whole_digits(number: &str) -> usize {
    let whole = number.split('.').next().unwrap_or_default();
    whole.chars().filter(char::is_ascii_digit).count()
}

fn is_of_amount(c: char) -> bool {
    c.is_ascii_digit() || "-.,¥wk零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟".contains(c)
}

/// So many characters an amount has at most: every place of a line is tried
/// with every end of it.
const LONGEST_AMOUNT: usize = 32;

/// Everything at the start that is an amount by its unit, currency or length.
/// A longer number in digits is one as well, and refused as a whole.
fn amounts(text: &str) -> Vec<(usize, PieceKind)> {
    let run = text.char_indices().take_while(|(_, c)| is_of_amount(*c)).take(LONGEST_AMOUNT);
    let ends: Vec<usize> = run.map(|(place, c)| place + c.len_utf8()).collect();
    let long = arabic(text).filter(|length| ends.last().is_some_and(|last| last < length));
    let mut found = Vec::new();
    for end in ends.into_iter().chain(long) {
        let number = &text[..end];
        let rest = &text[end..];
        let currency =
            ["元整", "元", "块", "圆", "rmb", "cny", "yuan"].iter().find(|unit| rest.starts_with(**unit));
        let end = end + currency.map_or(0, |unit| unit.len());
        if cuts(number, &text[end..]) || number.trim_start_matches('-').contains('-') {
            continue;
        }
        let has_unit = number.contains(|c: char| "wk百千万亿佰仟¥".contains(c));
        let is_long = arabic(number.trim_start_matches('-')).is_some() && whole_digits(number) >= 4;
        let is_amount = has_unit || currency.is_some() || is_long || number.starts_with('-');
        if is_amount && (currency.is_some() || is_number(number)) && is_number(&text[..end]) {
            found.push((end, PieceKind::Amount(text[..end].to_owned())));
        }
    }
    found
}

/// Whether it is an amount, or at least a number that cannot be one.
fn is_number(text: &str) -> bool {
    use AmountError::{Negative, TooFine, TooLarge};
    matches!(parse_amount(text), Ok(_) | Err(Negative | TooLarge | TooFine))
}

/// Whether a number would end within a longer one or within a word of letters.
fn cuts(number: &str, rest: &str) -> bool {
    let mut after = rest.chars();
    let next = after.next();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let ends_in_digit = is_digit(number.chars().next_back());
    let splits_digits = ends_in_digit
        && (is_digit(next) || next.is_some_and(|c| ".,%".contains(c)) && is_digit(after.next()));
    let splits_letters =
        number.ends_with(|c: char| c.is_ascii_alphabetic()) && next.is_some_and(|c| c.is_ascii_alphabetic());
    splits_digits || splits_letters || next == Some('%')
}

/// A day: `2026-11-20`, `2026.11.20`, `2026年11月20日`, `20261120`; without its
/// year `11月20日`, and `11-20`, which may be something else as well; `昨天`.
fn day(text: &str) -> Option<(usize, PieceKind)> {
    if let Some(named) =
        ["大前天", "前天", "昨天", "昨日", "今天", "今日"].iter().find(|name| text.starts_with(**name))
    {
        return Some((named.len(), PieceKind::Day((*named).to_owned())));
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits(text);
    if year == 8 {
        let written = format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]);
        let is_day = parse_day(&written).is_some_and(|day| (1900..2100).contains(&day.year()));
        return is_day.then_some((8, PieceKind::Day(written)));
    }
    let mut place = 0;
    let mut parts = Vec::new();
    if year == 4 {
        let mark = text[4..].chars().next().filter(|c| "-/.年".contains(*c))?;
        parts.push(&text[..4]);
        place = 4 + mark.len_utf8();
    }
    let month = digits(&text[place..]);
    let mark = text[place + month..].chars().next()?;
    let fits = "-/.月".contains(mark);
    if !fits || !(1..=2).contains(&month) {
        return None;
    }
    parts.push(&text[place..place + month]);
    place += month + mark.len_utf8();
    let day = digits(&text[place..]);
    if !(1..=2).contains(&day) {
        return None;
    }
    parts.push(&text[place..place + day]);
    place += day;
    let rest = &text[place..];
    // 3-5万 and 3.5万 are amounts, 1.2.3 is nothing.
    let is_short = parts.len() == 2 && mark != '月';
    if is_short && (!is_day(&parts.join("-")) || is_amount_end(rest)) {
        return None;
    }
    let ending = rest.chars().next().filter(|c| "日号".contains(*c));
    Some((place + ending.map_or(0, char::len_utf8), PieceKind::Day(parts.join("-"))))
}

/// The length of a time of day at the start, `18:09:52`, with parts of a second and a
/// zone; nothing where a letter or a digit touches it.
pub(super) fn time_at_start(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(text);
    if !(1..=2).contains(&hour) {
        return None;
    }
    let mut place = hour;
    let mut groups = 0;
    while let Some(rest) = text[place..].strip_prefix([':', '：']) {
        if digits(rest) != 2 || groups == 2 {
            return None;
        }
        place = text.len() - rest.len() + 2;
        groups += 1;
    }
    if let Some(rest) = text[place..].strip_prefix('.') {
        place += 1 + digits(rest);
    }
    let zone = text[place..].strip_prefix(['z', 'Z']).map(|_| 1).or_else(|| {
        let rest = text[place..].strip_prefix('+')?;
        Some(1 + rest.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(rest.len()))
    });
    place += zone.unwrap_or_default();
    let ends = text[place..].chars().next().is_none_or(|c| !c.is_ascii_alphanumeric() && c != ':');
    (groups > 0 && ends).then_some(place)
}

/// An amount as spreadsheets write large numbers, `3.00e+04`, and its length.
fn scientific(text: &str) -> Option<(usize, PieceKind)> {
    let digits = arabic(text)?;
    let rest = text[digits..].strip_prefix('e')?;
    let sign = usize::from(rest.starts_with(['+', '-']));
    let power = rest[sign..].bytes().take_while(u8::is_ascii_digit).count();
    let length = digits + 1 + sign + power;
    let ends = text[length..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let is_one = ends && (1..=3).contains(&power) && is_number(&text[..length]);
    is_one.then(|| (length, PieceKind::Amount(text[..length].to_owned())))
}

/// Whether what stands behind a number makes it an amount, or no number at all.
fn is_amount_end(rest: &str) -> bool {
    let next = rest.trim_start().chars().next();
    next.is_some_and(|c| is_of_amount(c) || "元块圆%岁/~到至".contains(c) || c.is_ascii_alphabetic())
}

/// `10%`.
fn percent(text: &str) -> Option<(usize, PieceKind)> {
    let length = arabic(text)?;
    text[length..].starts_with('%').then(|| (length + 1, PieceKind::Percent(text[..length].to_owned())))
}

/// The whole number at the start, in digits or characters, and its length.
fn whole(text: &str) -> Option<(usize, String)> {
    let is_of_it = |c: char| c.is_ascii_digit() || "零一二两三四五六七八九十百".contains(c);
    let mut run = text.char_indices().skip_while(|(_, c)| is_of_it(*c)).map(|(place, _)| place);
    let length = run.next().unwrap_or(text.len());
    // An age or the number of a stay is short.
    if length > LONGEST_AMOUNT {
        return None;
    }
    let number = parse_amount(&text[..length]).ok()?;
    (number.fen() % 100 == 0 && number.fen() < 100_000).then(|| (length, (number.fen() / 100).to_string()))
}

/// An age, `65岁`, or which stay of the year, `第2次`, `二次住院`.
fn counted(text: &str) -> Option<(usize, PieceKind)> {
    let ordinal = text.starts_with('第');
    let start = if ordinal { '第'.len_utf8() } else { 0 };
    let (length, number) = whole(&text[start..])?;
    let rest = &text[start + length..];
    let ending =
        |endings: &[&str]| endings.iter().find(|ending| rest.starts_with(**ending)).map(|it| it.len());
    if !ordinal && let Some(ending) = ending(&["周岁", "岁"]) {
        return Some((length + ending, PieceKind::Typed(Field::Age, number)));
    }
    let stay = ending(&["次住院", "次入院"]).or_else(|| ending(&["次"]).filter(|_| ordinal))?;
    Some((start + length + stay, PieceKind::Typed(Field::Admission, number)))
}

/// `1999年退休`.
fn retired(text: &str) -> Option<(usize, PieceKind)> {
    let year = text.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let ending = "年退休";
    text[4..].starts_with(ending).then(|| (4 + ending.len(), PieceKind::RetiredIn(year.to_owned())))
}
