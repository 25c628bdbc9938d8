//! What is written into one cell of the form: an amount, a rate, what a route does.

use unicode_normalization::UnicodeNormalization;

use crate::answers::{AmountError, is_perhaps_share, is_rough, parse_amount, parse_percent};
use crate::num::{Money, Percent, Span};
use crate::policy::own::{Rule, RuleKind};
use crate::policy::{AwayRule, Item, Period, RateBand, RateChange, Schedule, Value};

/// Why a cell cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellError {
    /// It is no amount.
    Amount(AmountError),
    /// It is no share.
    Percent,
    /// A share written as a part of one: 0.85.
    PartOfOne,
    /// About so much is no rule.
    Rough,
    /// The lower end of a range is above its upper end.
    Turned,
    /// The slices of a rate are not clear.
    Slices,
    /// It says nothing that a route can do.
    Away,
    /// There cannot be none of it.
    NotNone,
}

/// The rule that a cell tells; nothing where it is blank.
///
/// # Errors
/// With what is wrong.
pub fn read_cell(rule: Rule, typed: &str) -> Result<Option<Value>, CellError> {
    let text: String = typed.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if text.is_empty() {
        return Ok(None);
    }
    if is_rough(&text) {
        return Err(CellError::Rough);
    }
    let is_none = ["无", "没有", "不设", "none", "no"].contains(&text.as_str());
    match rule.kind() {
        RuleKind::Away => away(&text).map(|rule| Some(Value::Away(rule))),
        RuleKind::Rate if is_none && rule.item == Item::Rate => Err(CellError::NotNone),
        _ if is_none => Ok(Some(Value::None)),
        RuleKind::Deductible => deductible(&text).map(Some),
        RuleKind::Amount => amount(&text).map(|amount| Some(Value::Amount(amount))),
        RuleKind::Rate => rate(&text).map(|schedule| Some(Value::Rate(schedule))),
    }
}

/// A text without a sign that it counts over the year.
fn per(text: &str) -> (Period, &str) {
    let marks = ["(按年累计)", "按年累计", "按年", "每年", "全年", "ayear", "peryear", "yearly"];
    let marked = marks.iter().find_map(|mark| text.strip_suffix(mark));
    marked.map_or((Period::Stay, text), |rest| (Period::Year, rest.trim_end_matches([',', ';'])))
}

/// `800`, `800/400`, `800/400/200`, each perhaps a range.
fn deductible(text: &str) -> Result<Value, CellError> {
    let (per, text) = per(text);
    let mut all = text.split('/').map(amount);
    let first = all.next().unwrap_or(Err(CellError::Amount(AmountError::Empty)))?;
    let then = all.collect::<Result<Vec<_>, _>>()?;
    Ok(Value::Deductible { per, first, then })
}

/// The two ends of a range, or one for both.
fn ends(text: &str) -> (&str, &str) {
    let split = |mark| text.split_once(mark).filter(|(low, high)| !low.is_empty() && !high.is_empty());
    ["至", "到", "~", "-", "—", "–"].into_iter().find_map(split).unwrap_or((text, text))
}

fn amount(text: &str) -> Result<Span<Money>, CellError> {
    let (low, high) = ends(text);
    let read = |text| parse_amount(text).map_err(CellError::Amount);
    Span::new(read(low)?, read(high)?).ok_or(CellError::Turned)
}

fn share(text: &str) -> Result<Span<Percent>, CellError> {
    let text = text.strip_prefix(':').unwrap_or(text);
    let (low, high) = ends(text);
    let read = |text: &str| {
        let share = parse_percent(text).ok_or(CellError::Percent)?;
        // A spreadsheet that shows 85 % hands on 0.85.
        let is_part = !share.is_zero() && share <= Percent::new(1) && !text.contains('%');
        if is_part { Err(CellError::PartOfOne) } else { Ok(share) }
    };
    Span::new(read(low)?, read(high)?).ok_or(CellError::Turned)
}

fn rate(text: &str) -> Result<Schedule, CellError> {
    let (per, text) = per(text);
    if !is_in_slices(text) {
        return share(text).map(Schedule::plain);
    }
    let bands = pieces(text).into_iter().map(slice).collect::<Result<Vec<_>, _>>()?;
    let (last, before) = bands.split_last().ok_or(CellError::Slices)?;
    let rises = before.windows(2).all(|pair| pair[0].to < pair[1].to);
    if before.is_empty() || last.to.is_some() || before.iter().any(|band| band.to.is_none()) || !rises {
        return Err(CellError::Slices);
    }
    Ok(Schedule { per, bands })
}

/// Where a slice ends, and where the last one begins.
const UP_TO: [&str; 4] = ["及以下", "以下", "以内", "内"];
const ABOVE: [&str; 5] = ["以上", "其余", "above", "over", "rest"];

fn is_in_slices(text: &str) -> bool {
    text.starts_with("to") || UP_TO.iter().chain(&ABOVE).any(|mark| text.contains(mark))
}

/// The slices of a text: between semicolons, and between commas that part no digits.
fn pieces(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let is_grouping = |at: usize| {
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        at > 0 && digit(at - 1) && (1..=3).all(|next| digit(at + next)) && !digit(at + 4)
    };
    let mut pieces = Vec::new();
    let mut begin = 0;
    for (at, c) in text.char_indices() {
        if c == ';' || c == '、' || (c == ',' && !is_grouping(at)) {
            pieces.push(&text[begin..at]);
            begin = at + c.len_utf8();
        }
    }
    pieces.push(&text[begin..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// `30000以下85`, `to30000:85`; `以上95`, `above:95`, where a number before 以上
/// only says again where the one before ended.
fn slice(piece: &str) -> Result<RateBand, CellError> {
    let piece = piece.replace("部分", "");
    let above = ABOVE.iter().find_map(|mark| piece.split_once(mark));
    if let Some((_, pays)) = above {
        return Ok(RateBand { to: None, pays: share(pays)? });
    }
    let (to, pays) = piece
        .strip_prefix("to")
        .and_then(|rest| rest.split_once(':'))
        .or_else(|| UP_TO.iter().find_map(|mark| piece.split_once(mark)))
        .ok_or(CellError::Slices)?;
    let to = ends(to).1;
    Ok(RateBand { to: Some(parse_amount(to).map_err(CellError::Amount)?), pays: share(pays)? })
}

fn away(text: &str) -> Result<AwayRule, CellError> {
    const SAME: [&str; 9] =
        ["同本地", "同参保地", "与本地相同", "不降", "不变", "相同", "same", "asathome", "0"];
    const NOT_COVERED: [&str; 7] = ["不报", "不报销", "不支付", "不予支付", "无", "notcovered", "nothing"];
    const CUT: [&str; 7] = ["降低", "下降", "降", "减少", "减", "cut", "-"];
    const TIMES: [&str; 5] = ["乘以", "乘", "×", "x", "times"];
    const FIRST: [&str; 5] = ["个人先自付", "个人先付", "先自付", "先付", "first"];
    let none = Span::exact(Percent::ZERO);
    let plain = |change| Ok(AwayRule { first_self_pay: none, change });
    let text = text
        .replace("个百分点", "")
        .replace("百分点", "")
        .replace("个点", "")
        .replace("points", "")
        .replace("比例", "");
    let after =
        |marks: &[&str], text: &str| marks.iter().find_map(|mark| text.strip_prefix(mark).map(str::to_owned));
    if SAME.contains(&text.as_str()) {
        return plain(RateChange::Same);
    }
    if NOT_COVERED.contains(&text.as_str()) {
        return plain(RateChange::NotCovered);
    }
    if let Some(points) = after(&CUT, &text) {
        return plain(RateChange::Cut(points_of(&points)?));
    }
    if let Some(factor) = after(&TIMES, &text) {
        return plain(RateChange::Times(share(&factor).map_err(told)?));
    }
    let Some(rest) = after(&FIRST, &text) else { return Err(CellError::Away) };
    let cut =
        ["再降低", "再降", "后降", "thencut", ",降", "降"].iter().find_map(|mark| rest.split_once(mark));
    let (first, change) = match cut {
        Some((first, points)) => (first, RateChange::Cut(points_of(points)?)),
        None => (rest.as_str(), RateChange::Same),
    };
    let first = first.trim_end_matches([',', ';']);
    Ok(AwayRule { first_self_pay: share(first).map_err(told)?, change })
}

fn points_of(text: &str) -> Result<Span<Percent>, CellError> {
    let (low, high) = ends(text);
    let read = |text| {
        let points = parse_percent(text).ok_or(CellError::Away)?;
        if is_perhaps_share(text, points) { Err(CellError::PartOfOne) } else { Ok(points) }
    };
    Span::new(read(low)?, read(high)?).ok_or(CellError::Turned)
}

/// What is no number here is nothing that a route can do.
const fn told(error: CellError) -> CellError {
    match error {
        CellError::Percent => CellError::Away,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Route, Scheme, Status, Tier};

    fn rule(item: Item) -> Rule {
        let of = |wanted: &Rule| wanted.item == item;
        Rule::all(Scheme::Employee).into_iter().find(of).unwrap()
    }

    fn yuan(amount: i64) -> Span<Money> {
        Span::exact(Money::from_yuan(amount))
    }

    fn percent(share: u32) -> Span<Percent> {
        Span::exact(Percent::new(share))
    }

    #[test]
    fn deductibles_with_later_admissions_ranges_and_years() {
        let value = |first, then: &[i64], per| Value::Deductible {
            per,
            first,
            then: then.iter().copied().map(yuan).collect(),
        };
        for (typed, expected) in [
            ("800", value(yuan(800), &[], Period::Stay)),
            (" 1,300 元", value(yuan(1300), &[], Period::Stay)),
            ("800/400/200", value(yuan(800), &[400, 200], Period::Stay)),
            ("８００／４００", value(yuan(800), &[400], Period::Stay)),
            ("0.1万 每年", value(yuan(1000), &[], Period::Year)),
            (
                "800-1000",
                value(Span::new(Money::from_yuan(800), Money::from_yuan(1000)).unwrap(), &[], Period::Stay),
            ),
            ("无", Value::None),
        ] {
            assert_eq!(read_cell(rule(Item::Deductible), typed), Ok(Some(expected)), "{typed}");
        }
        assert_eq!(read_cell(rule(Item::Deductible), " 　"), Ok(None));
        assert_eq!(read_cell(rule(Item::Deductible), "1000-800"), Err(CellError::Turned));
        assert_eq!(
            read_cell(rule(Item::Deductible), "八百块左"),
            Err(CellError::Amount(AmountError::NotANumber))
        );
    }

    #[test]
    fn rates_plain_and_in_slices() {
        let slices = |slices: &[(Option<i64>, u32)], per| Schedule {
            per,
            bands: slices
                .iter()
                .map(|(to, pays)| RateBand { to: to.map(Money::from_yuan), pays: percent(*pays) })
                .collect(),
        };
        let three = slices(&[(Some(30_000), 85), (Some(40_000), 90), (None, 95)], Period::Stay);
        for (typed, expected) in [
            ("85", Schedule::plain(percent(85))),
            ("85%", Schedule::plain(percent(85))),
            ("８５％", Schedule::plain(percent(85))),
            ("80-85", Schedule::plain(Span::new(Percent::new(80), Percent::new(85)).unwrap())),
            ("3万以下 85；4万以下 90；以上 95", three.clone()),
            ("30,000元以下85%，30,000-40,000元以下90%，40,000元以上95%", three.clone()),
            ("to 30000: 85; to 40000: 90; above: 95", three),
            ("3万以下 85；以上 90 按年", slices(&[(Some(30_000), 85), (None, 90)], Period::Year)),
        ] {
            assert_eq!(read_cell(rule(Item::Rate), typed), Ok(Some(Value::Rate(expected))), "{typed}");
        }
        for (typed, error) in [
            ("0.85", CellError::PartOfOne),
            ("约85", CellError::Rough),
            ("85左右", CellError::Rough),
            ("850", CellError::Percent),
            ("八五", CellError::Percent),
            ("3万以下85", CellError::Slices),
            ("4万以下85；3万以下90；以上95", CellError::Slices),
            ("以上95；3万以下85", CellError::Slices),
            ("无", CellError::NotNone),
        ] {
            assert_eq!(read_cell(rule(Item::Rate), typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn what_a_route_does() {
        let none = Span::exact(Percent::ZERO);
        for (typed, first_self_pay, change) in [
            ("同本地", none, RateChange::Same),
            ("same", none, RateChange::Same),
            ("降10", none, RateChange::Cut(percent(10))),
            ("降低 10 个百分点", none, RateChange::Cut(percent(10))),
            ("cut 10", none, RateChange::Cut(percent(10))),
            ("乘90%", none, RateChange::Times(percent(90))),
            ("先自付20%", percent(20), RateChange::Same),
            ("先自付 20%，再降 20", percent(20), RateChange::Cut(percent(20))),
            ("first 20, then cut 10", percent(20), RateChange::Cut(percent(10))),
            ("不报", none, RateChange::NotCovered),
        ] {
            let rule = Rule { route: Some(Route::Temporary), ..rule(Item::Away) };
            let expected = Value::Away(AwayRule { first_self_pay, change });
            assert_eq!(read_cell(rule, typed), Ok(Some(expected)), "{typed}");
        }
        assert_eq!(read_cell(rule(Item::Away), "看情况"), Err(CellError::Away));
        assert_eq!(read_cell(rule(Item::Away), "降一成半"), Err(CellError::Away));
    }

    #[test]
    fn caps_are_amounts_or_none() {
        assert_eq!(read_cell(rule(Item::Cap), "20万"), Ok(Some(Value::Amount(yuan(200_000)))));
        assert_eq!(read_cell(rule(Item::SupplementRate), "没有"), Ok(Some(Value::None)));
        let of_tier = Rule { status: Some(Status::Active), tier: Some(Tier::Two), ..rule(Item::Rate) };
        assert_eq!(read_cell(of_tier, "90"), Ok(Some(Value::Rate(Schedule::plain(percent(90))))));
    }
}
