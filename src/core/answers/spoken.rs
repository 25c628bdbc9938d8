//! Amounts as people say them of a bill they do not have yet: 五六万, 十几万, 5万多.

use super::amount::parse_amount;
use crate::num::{Money, Span};

/// The digits that stand side by side in 五六万.
const DIGITS: [(char, u8); 10] = [
    ('一', 1),
    ('二', 2),
    ('两', 2),
    ('三', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
];

/// What the digits count.
const COUNTED: &str = "十百千万亿";

/// The two ends of such an amount; nothing where it is none. The text is folded.
pub(super) fn spoken(text: &str) -> Option<Span<Money>> {
    let text = text.strip_prefix('好').filter(|rest| rest.starts_with('几')).unwrap_or(text);
    neighbours(text).or_else(|| some(text)).or_else(|| and_more(text))
}

/// The largest power of ten, in fen, of which an amount is a multiple.
pub(super) fn place_of(amount: Money) -> Money {
    let mut place: i64 = 1;
    while amount.fen() != 0 && amount.fen() % (place * 10) == 0 {
        place *= 10;
    }
    Money::from_fen(place)
}

fn digit(c: char) -> Option<u8> {
    DIGITS.iter().find(|(digit, _)| *digit == c).map(|(_, value)| *value)
}

/// 五六万, 三四十万, 十五六万, 一万五六: between the one and the other.
fn neighbours(text: &str) -> Option<Span<Money>> {
    let is_counted = |c: Option<char>| c.is_some_and(|c| COUNTED.contains(c));
    let mut pairs =
        text.char_indices().zip(text.char_indices().skip(1)).filter(|((at, one), (next, other))| {
            let rises = digit(*one).zip(digit(*other)).is_some_and(|(one, other)| one < other);
            let (before, behind) = (&text[..*at], &text[next + other.len_utf8()..]);
            rises && (is_counted(behind.chars().next()) || is_counted(before.chars().next_back()))
        });
    let ((at, _), (next, other)) = pairs.next()?;
    if pairs.next().is_some() {
        return None;
    }
    let end = next + other.len_utf8();
    let read = |digit: &str| parse_amount(&format!("{}{digit}{}", &text[..at], &text[end..])).ok();
    let (low, high) = (read(&text[at..next])?, read(&text[next..end])?);
    (low < high).then(|| Span::between(low, high))
}

/// 几万, 十几万, 一百几十万: what it begins with, up to the next of its place.
fn some(text: &str) -> Option<Span<Money>> {
    let (before, behind) = text.split_once('几')?;
    if before.is_empty() {
        if !behind.starts_with(|c| COUNTED.contains(c)) {
            return None;
        }
        let one = parse_amount(&format!("一{behind}")).ok()?;
        let ten = Money::from_fen(one.fen().checked_mul(10)?);
        return (ten <= Money::MAX).then(|| Span::between(one, ten));
    }
    let low = parse_amount(&format!("{before}{}", behind.trim_start_matches('十'))).ok()?;
    upwards(low)
}

/// 五万多, 二十多万, 5万余: up to the next of its place. 十来万: about so much.
fn and_more(text: &str) -> Option<Span<Money>> {
    let (mark, (before, behind)) =
        ["多", "余", "来"].into_iter().find_map(|mark| Some((mark, text.split_once(mark)?)))?;
    let counts = |c: char| COUNTED.contains(c) || c.is_ascii_digit() || "wk".contains(c);
    if !before.ends_with(counts) {
        return None;
    }
    let low = parse_amount(&format!("{before}{behind}")).ok()?;
    if mark == "来" {
        let half = Money::from_fen(place_of(low).fen() / 2);
        return Some(Span::between(low - half, (low + half).min(Money::MAX)));
    }
    upwards(low)
}

fn upwards(low: Money) -> Option<Span<Money>> {
    let high = low + place_of(low);
    (!low.is_zero() && high <= Money::MAX).then(|| Span::between(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_say_is_between_two_amounts() {
        let wan = |low: i64, high: i64| Some(Span::between(Money::from_yuan(low), Money::from_yuan(high)));
        for (said, expected) in [
            ("五六万", wan(50_000, 60_000)),
            ("五六万块", wan(50_000, 60_000)),
            ("两三万", wan(20_000, 30_000)),
            ("三五万", wan(30_000, 50_000)),
            ("七八千", wan(7_000, 8_000)),
            ("三四十万", wan(300_000, 400_000)),
            ("一二十万", wan(100_000, 200_000)),
            ("十五六万", wan(150_000, 160_000)),
            ("一万五六", wan(15_000, 16_000)),
            ("几万", wan(10_000, 100_000)),
            ("好几千", wan(1_000, 10_000)),
            ("十几万", wan(100_000, 200_000)),
            ("二十几万", wan(200_000, 300_000)),
            ("一万几", wan(10_000, 20_000)),
            ("五万多", wan(50_000, 60_000)),
            ("5万多", wan(50_000, 60_000)),
            ("5w多", wan(50_000, 60_000)),
            ("二十多万", wan(200_000, 300_000)),
            ("20多万元", wan(200_000, 300_000)),
            ("八千余元", wan(8_000, 9_000)),
            ("十来万", wan(50_000, 150_000)),
            // None of these.
            ("五六", None),
            ("六五万", None),
            ("五六七万", None),
            ("万", None),
            ("多", None),
            ("五多万", None),
            ("几", None),
            ("九千九百九十九万多", None),
        ] {
            assert_eq!(spoken(said), expected, "{said}");
        }
    }
}
