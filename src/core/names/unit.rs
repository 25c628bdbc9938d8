//! The unit in which amounts of a column or a field are written: what stands in
//! brackets behind its name, `总费用（万元）`, or above a table, `单位：万元`.

use unicode_normalization::UnicodeNormalization as _;

/// A unit of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyUnit {
    fen: i64,
    name: &'static str,
}

const fn unit(name: &'static str, fen: i64) -> MoneyUnit {
    MoneyUnit { fen, name }
}

/// Every unit, with what else it is called.
const UNITS: [(MoneyUnit, &[&str]); 11] = [
    (unit("分", 1), &["fen", "cent", "cents"]),
    (unit("角", 10), &["jiao", "毛"]),
    (MoneyUnit::YUAN, &["圆", "块", "yuan", "人民币", "rmb", "cny", "¥"]),
    (unit("十元", 1_000), &[]),
    (unit("百元", 10_000), &["百"]),
    (unit("千元", 100_000), &["千", "k", "thousand"]),
    (unit("万元", 1_000_000), &["万", "w", "10k", "万块", "万圆"]),
    (unit("十万元", 10_000_000), &["十万"]),
    (unit("百万元", 100_000_000), &["百万", "m", "million"]),
    (unit("千万元", 1_000_000_000), &["千万"]),
    (unit("亿元", 10_000_000_000), &["亿"]),
];

/// Money of others: an amount in it is none in yuan.
const FOREIGN: [&str; 17] = [
    "usd",
    "us$",
    "$",
    "美金",
    "港币",
    "hkd",
    "澳门币",
    "澳币",
    "mop",
    "台币",
    "新台币",
    "twd",
    "eur",
    "€",
    "jpy",
    "英镑",
    "gbp",
];

impl MoneyUnit {
    /// The one in which an amount is read that says nothing.
    pub const YUAN: Self = unit("元", 100);

    /// So many fen it is.
    pub const fn fen(self) -> i64 {
        self.fen
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// So many decimals of it are whole fen.
    pub const fn decimals(self) -> u32 {
        self.fen.ilog10()
    }
}

/// What a name says of its unit: one that is known, or one that is not money here.
pub type SaidUnit = Result<MoneyUnit, String>;

fn narrow(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// The unit that a word is, with or without 单位 before it.
fn of_word(word: &str) -> Option<SaidUnit> {
    let mut word = word;
    for lead in ["金额", "计量", "货币", "单位", "unit", "in", ":", "人民币", "rmb", "cny"] {
        let rest = word.strip_prefix(lead).unwrap_or(word);
        // 人民币 alone is a unit of its own.
        word = if rest.is_empty() { word } else { rest };
    }
    let is = |(unit, others): &&(MoneyUnit, &[&str])| unit.name == word || others.contains(&word);
    if let Some((unit, _)) = UNITS.iter().find(is) {
        return Some(Ok(*unit));
    }
    let is_foreign = FOREIGN.contains(&word) || (word.ends_with('元') && !word.ends_with("单元"));
    is_foreign.then(|| Err(word.to_owned()))
}

/// What stands in brackets in a narrow text.
fn in_brackets(narrow: &str) -> impl Iterator<Item = &str> {
    narrow.split(['(', '[', '【']).skip(1).filter_map(|part| part.split([')', ']', '】']).next())
}

/// The unit that stands in brackets behind a name.
pub fn unit_of(name: &str) -> Option<SaidUnit> {
    const LONGEST: usize = 256;
    if name.len() > LONGEST {
        return None;
    }
    let narrow = narrow(name);
    in_brackets(&narrow).flat_map(|inside| inside.split([',', ';', '、', '/'])).find_map(of_word)
}

/// The unit that stands above a table: 单位：万元, or a title with 元 in brackets.
pub fn unit_above<'c>(row: impl Iterator<Item = &'c str>) -> Option<SaidUnit> {
    const LONGEST: usize = 4096;
    let line = row.collect::<Vec<_>>().join(":");
    if line.len() > LONGEST {
        return None;
    }
    let spaced: String = line.nfkc().flat_map(char::to_lowercase).collect();
    let narrow = narrow(&line);
    let is_between = |c: char| c == ':' || c.is_whitespace();
    let said = spaced.match_indices("单位").find_map(|(at, mark)| {
        let rest = spaced.get(at + mark.len()..)?.trim_start_matches(is_between);
        let after = rest.strip_prefix("人民币").map(|rest| rest.trim_start_matches(is_between));
        let rest = after.filter(|rest| !rest.is_empty()).unwrap_or(rest);
        // 单位：元氏县医院 is nobody's unit.
        let word = rest.split(|c: char| !c.is_alphanumeric() && c != '¥' && c != '$').next()?;
        of_word(word)
    });
    said.or_else(|| in_brackets(&narrow).filter(|inside| inside.ends_with('元')).find_map(of_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_in_brackets_is_read() {
        for (name, fen) in [
            ("总费用（万元）", Some(1_000_000)),
            ("总费用(千元)", Some(100_000)),
            ("总费用 [百元]", Some(10_000)),
            ("统筹支付(分)", Some(1)),
            ("统筹支付【角】", Some(10)),
            ("总费用（元）", Some(100)),
            ("总费用（单位：万元）", Some(1_000_000)),
            ("总费用（人民币万元）", Some(1_000_000)),
            ("总费用（人民币）", Some(100)),
            ("总费用（含税，万元）", Some(1_000_000)),
            ("total (10k)", Some(1_000_000)),
            ("total (fen)", Some(1)),
            ("总费用", None),
            ("总费用（住院）", None),
            ("总费用（住院单元）", None),
        ] {
            assert_eq!(unit_of(name).map(|unit| unit.map(MoneyUnit::fen)), fen.map(Ok), "{name}");
        }
        assert_eq!(unit_of("总费用（美元）"), Some(Err("美元".to_owned())));
        assert_eq!(unit_of("total (USD)"), Some(Err("usd".to_owned())));
    }

    #[test]
    fn a_unit_above_a_table_is_read() {
        for (row, fen) in [
            (&["2026 年明细", "单位：万元"][..], Some(1_000_000)),
            (&["单位", "", "千元"], Some(100_000)),
            (&["金额单位：人民币万元  制表：张"], Some(1_000_000)),
            (&["异地就医统计表（万元）"], Some(1_000_000)),
            (&["单位：元"], Some(100)),
            (&["参保单位：元氏县医院"], None),
            (&["单位：分院"], None),
            (&["统计表（分）"], None),
            (&["填报单位", "某医院"], None),
        ] {
            assert_eq!(
                unit_above(row.iter().copied()).map(|unit| unit.map(MoneyUnit::fen)),
                fen.map(Ok),
                "{row:?}"
            );
        }
    }
}
