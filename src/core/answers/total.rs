//! The whole bill as people know it before they have it: an amount, or between
//! two.

use unicode_normalization::UnicodeNormalization;

use super::amount::{AmountError, parse_amount};
use super::spoken::{place_of, spoken};
use crate::num::{Money, Span};

/// What stands between the two ends.
const BETWEEN: [&str; 8] = ["-", "~", "—", "–", "至", "到", "..", "、"];
/// What makes an amount a rough one, before it and behind it.
const ABOUT: [&str; 8] = ["大约", "大概", "差不多", "将近", "接近", "约", "about", "roughly"];
const OR_SO: [&str; 3] = ["左右", "上下", "多少"];
/// What an amount may be counted in.
const UNITS: &str = "十百千万亿佰仟wk";

/// Reads the whole bill: `50000`, `5万`, `5-8万`, `五万到八万`; of a rough
/// amount, `约5万`, everything that is rounded to it; of `五六万` and `十几万` what
/// people mean by it.
///
/// # Errors
/// With what is wrong, see [`AmountError`].
pub fn parse_total(typed: &str) -> Result<Span<Money>, AmountError> {
    let exact = parse_amount(typed);
    // The usual form by a short way.
    if exact.is_ok() && typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return exact.map(Span::exact);
    }
    let text = plain(typed);
    if let Some(rough) = rough(&text) {
        return parse_amount(rough).map(rounded_to).or_else(|fault| ends(rough).unwrap_or(Err(fault)));
    }
    match (exact, ends(&text)) {
        (Ok(amount), _) => Ok(Span::exact(amount)),
        (Err(_), Some(span)) => span,
        (Err(fault), None) => Err(fault),
    }
}

/// The two ends of what is between two amounts, however that is said.
fn ends(text: &str) -> Option<Result<Span<Money>, AmountError>> {
    spoken(text).map(Ok).or_else(|| between(text))
}

fn plain(typed: &str) -> String {
    typed.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Whether a folded text says of something that it is only about so much.
pub(crate) fn is_rough(text: &str) -> bool {
    ABOUT.iter().chain(&OR_SO).any(|word| text.contains(word))
}

/// The amount of which only about so much is known.
fn rough(text: &str) -> Option<&str> {
    // In the midst of a text it stands between two ends.
    let before = ABOUT.iter().chain(&["~"]).find_map(|about| text.strip_prefix(about));
    let amount = before.unwrap_or(text);
    let behind = OR_SO.iter().find_map(|so| amount.strip_suffix(so));
    (before.is_some() || behind.is_some()).then(|| behind.unwrap_or(amount))
}

/// Everything that is rounded to an amount at its last digit which is not 0.
fn rounded_to(amount: Money) -> Span<Money> {
    let half = Money::from_fen(place_of(amount).fen() / 2);
    Span::between((amount - half).or_zero(), (amount + half).min(Money::MAX))
}

/// The two ends, where there are two. A unit that only one of them has is meant
/// for both: `5-8万`.
fn between(text: &str) -> Option<Result<Span<Money>, AmountError>> {
    let text = ["元", "块", "圆", "yuan"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    let (one, other) = BETWEEN.iter().find_map(|mark| {
        let (one, other) = text.split_once(mark)?;
        (!one.is_empty() && !other.is_empty()).then_some((one, other))
    })?;
    let read = |one: &str, other: &str| Ok(Span::between(parse_amount(one)?, parse_amount(other)?));
    let unit = |of: &str| {
        let begins = of.trim_end_matches(|c| UNITS.contains(c)).len();
        of[begins..].to_owned()
    };
    Some(match (unit(one), unit(other)) {
        (none, shared) if none.is_empty() && !shared.is_empty() => {
            let whole = read(one, other);
            let with_unit = read(&format!("{one}{shared}"), other);
            // 8000-1万 has its own.
            if parse_amount(one).is_ok_and(|low| low >= Money::from_yuan(1_000)) { whole } else { with_unit }
        }
        (shared, none) if none.is_empty() && !shared.is_empty() => {
            if parse_amount(other).is_ok_and(|high| high >= Money::from_yuan(1_000)) {
                read(one, other)
            } else {
                read(one, &format!("{other}{shared}"))
            }
        }
        _ => read(one, other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn yuan(low: i64, high: i64) -> Span<Money> {
        Span::between(Money::from_yuan(low), Money::from_yuan(high))
    }

    #[test]
    fn a_bill_is_an_amount_or_between_two() {
        for (typed, expected) in [
            ("50000", Ok(yuan(50_000, 50_000))),
            ("5万", Ok(yuan(50_000, 50_000))),
            ("五万二", Ok(yuan(52_000, 52_000))),
            ("5-8万", Ok(yuan(50_000, 80_000))),
            ("5~8万", Ok(yuan(50_000, 80_000))),
            ("５－８万", Ok(yuan(50_000, 80_000))),
            ("5 - 8 万元", Ok(yuan(50_000, 80_000))),
            ("5万-8万", Ok(yuan(50_000, 80_000))),
            ("5万-8", Ok(yuan(50_000, 80_000))),
            ("8-5万", Ok(yuan(50_000, 80_000))),
            ("五万到八万", Ok(yuan(50_000, 80_000))),
            ("三到五万", Ok(yuan(30_000, 50_000))),
            ("三至五千", Ok(yuan(3_000, 5_000))),
            ("50000-80000", Ok(yuan(50_000, 80_000))),
            ("8000-1万", Ok(yuan(8_000, 10_000))),
            ("5w-8w", Ok(yuan(50_000, 80_000))),
            ("5-8w", Ok(yuan(50_000, 80_000))),
            ("500-800", Ok(yuan(500, 800))),
            ("约5万", Ok(yuan(45_000, 55_000))),
            ("大约5.2万", Ok(yuan(51_500, 52_500))),
            ("6万左右", Ok(yuan(55_000, 65_000))),
            ("大概 10 万左右", Ok(yuan(50_000, 150_000))),
            ("大概五六万", Ok(yuan(50_000, 60_000))),
            ("五六万左右", Ok(yuan(50_000, 60_000))),
            ("约5-8万", Ok(yuan(50_000, 80_000))),
            ("5、6万", Ok(yuan(50_000, 60_000))),
            ("十几万", Ok(yuan(100_000, 200_000))),
            ("约12万", Ok(yuan(115_000, 125_000))),
            ("", Err(AmountError::Empty)),
            ("-5", Err(AmountError::Negative)),
            ("5-", Err(AmountError::NotANumber)),
            ("5-x万", Err(AmountError::NotANumber)),
            ("1-2-3万", Err(AmountError::NotANumber)),
            ("约", Err(AmountError::Empty)),
            ("5-9999999999", Err(AmountError::TooLarge)),
        ] {
            assert_eq!(parse_total(typed), expected, "{typed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_a_span_within_what_money_holds_or_a_fault(typed in "[0-9一五八十百万亿几多来wk.,~、到约左右-]{0,14}|\\PC{0,20}") {
            if let Ok(span) = parse_total(&typed) {
                prop_assert!(span.low() >= Money::ZERO && span.high() <= Money::MAX);
            }
            if let Ok(amount) = parse_amount(&typed) {
                let span = parse_total(&typed);
                prop_assert!(span.is_ok_and(|span| span.low() <= amount && amount <= span.high()), "{}", typed);
            }
        }
    }
}
