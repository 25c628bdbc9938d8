//! A remark beside an exact number in which another source gives the same
//! figure another number: then the number is not exact.
//!
//! Looked at is the Chinese text, clause by clause: one that speaks of another
//! source and holds a number of the figure's unit that the figure does not have.
//! A remark that says why the one was taken is in order.

use rust_decimal::Decimal;

use super::Flaw;
use crate::num::{Money, Percent, Span};
use crate::policy::figure::{Figure, Value};

/// Words by which a clause speaks of another source.
const ANOTHER: [&str; 22] = [
    "另一",
    "另有",
    "一页",
    "一网页",
    "两页",
    "三页",
    "一份",
    "两份",
    "有的网页",
    "有网页",
    "有资料",
    "资料称",
    "资料写",
    "一说",
    "又说",
    "不一致",
    "社区数据",
    "一文",
    "网页称",
    "网页写",
    "文章称",
    "文章写",
];

/// Words by which a remark says what was taken, and why.
const CHOSEN: [&str; 6] = ["此处", "这里按", "采用", "为准", "未采", "不采"];

/// What an amount is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Yuan,
    Percent,
}

/// The other number that a remark names for an exact figure.
pub(super) fn fault(figure: &Figure) -> Option<Flaw> {
    let remark = figure.remark.as_ref()?;
    let (unit, own) = exact(&figure.value)?;
    if CHOSEN.iter().any(|word| remark.zh.contains(word)) {
        return None;
    }
    let clauses = remark.zh.split(['；', '。', '，', '：']);
    let told = clauses.filter(|clause| ANOTHER.iter().any(|word| clause.contains(word)));
    let other = told
        .flat_map(numbers)
        .find(|(number, of)| *of == unit && !own.contains(number))
        .map(|(number, _)| number)?;
    Some(Flaw::RemarkNamesAnother(other.normalize().to_string()))
}

/// The numbers of a figure that is exact throughout, in yuan or percent.
fn exact(value: &Value) -> Option<(Unit, Vec<Decimal>)> {
    let amounts = |spans: &mut dyn Iterator<Item = &Span<Money>>| -> Option<Vec<Decimal>> {
        spans.map(|span| span.is_exact().then(|| Decimal::new(span.low().fen(), 2))).collect()
    };
    let share =
        |span: &Span<Percent>| span.is_exact().then(|| Decimal::new(i64::from(span.low().hundredths()), 2));
    match value {
        Value::Deductible { first, then, .. } => {
            Some((Unit::Yuan, amounts(&mut std::iter::once(first).chain(then))?))
        }
        Value::Amount(amount) => Some((Unit::Yuan, amounts(&mut std::iter::once(amount))?)),
        Value::Share(pays) => Some((Unit::Percent, vec![share(pays)?])),
        Value::Rate(schedule) => {
            let all: Option<Vec<Decimal>> = schedule.bands.iter().map(|band| share(&band.pays)).collect();
            Some((Unit::Percent, all?))
        }
        // Several numbers, of which a remark may well say more.
        Value::Away(_)
        | Value::CatastrophicBase(_)
        | Value::DeductibleTimes(_)
        | Value::DeductibleShare(_)
        | Value::OneOf(_)
        | Value::None => None,
    }
}

/// The numbers of a clause with their unit; of a row (`300/600/800 元`) each has
/// the unit of the last.
fn numbers(clause: &str) -> Vec<(Decimal, Unit)> {
    let mut found = Vec::new();
    let mut row = Vec::new();
    let mut rest = clause;
    while let Some(begin) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[begin..];
        let end = from.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(from.len());
        let digits = from[..end].replace(',', "");
        let after = from[end..].trim_start();
        rest = &from[end..];
        let Ok(number) = digits.trim_end_matches('.').parse::<Decimal>() else { continue };
        let (number, after) = match after.strip_prefix('万') {
            Some(after) => (number * Decimal::from(10_000), after),
            None => (number, after),
        };
        row.push(number);
        let unit = match after.trim_start().chars().next() {
            Some('元') => Unit::Yuan,
            Some('%') => Unit::Percent,
            Some('/' | '、' | '～' | '至' | '-' | '或') => continue,
            _ => {
                row.clear();
                continue;
            }
        };
        found.extend(row.drain(..).map(|number| (number, unit)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_unit() {
        let read = |clause: &str| -> Vec<(String, bool)> {
            let text = |(number, unit): (Decimal, Unit)| (number.normalize().to_string(), unit == Unit::Yuan);
            numbers(clause).into_iter().map(text).collect()
        };
        assert_eq!(read("一页写 300/600 元"), [("300".to_owned(), true), ("600".to_owned(), true)]);
        assert_eq!(read("2024 年起 1.5 万元，70%"), [("15000".to_owned(), true), ("70".to_owned(), false)]);
        assert_eq!(read("第 2 次、第 3 次"), []);
    }
}
