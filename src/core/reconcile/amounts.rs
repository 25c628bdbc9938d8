//! Values of a message that are amounts of money.

use crate::answers::parse_amount;
use crate::names::folded;
use crate::num::Money;

/// An amount without the sign that it is given back.
pub(super) fn unsigned(typed: &str) -> &str {
    typed.trim_start_matches(['-', '−', '－'])
}

/// Whether an unknown name with its value is an amount of money, as far as that
/// can be told.
pub(super) fn is_amount(name: &str, typed: &str) -> bool {
    const ENDINGS: [&str; 11] =
        ["amt", "pay", "fee", "cost", "money", "amount", "金额", "支付", "支出", "负担", "费用"];
    /// Wherever in a name they stand, they speak of money.
    const WORDS: [&str; 14] = [
        "支付",
        "自付",
        "自费",
        "自负",
        "自理",
        "补助",
        "报销",
        "救助",
        "兜底",
        "赔付",
        "医保内",
        "医保外",
        "减免",
        "垫付",
    ];
    /// What is no money though it is named after some.
    const NO_MONEY: [&str; 12] =
        ["比例", "率", "标志", "日期", "时间", "方式", "类型", "类别", "编号", "代码", "次数", "名称"];
    let name = folded(name);
    let has_ending = ENDINGS.iter().any(|ending| name.ends_with(ending));
    let has_word = WORDS.iter().any(|word| name.contains(word));
    let is_money = (has_ending || has_word) && !NO_MONEY.iter().any(|ending| name.ends_with(ending));
    let amount = parse_amount(unsigned(typed));
    is_money && amount.is_ok_and(|amount| amount > Money::ZERO)
}

/// Whether two values are one amount.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    parse_amount(one).is_ok_and(|amount| parse_amount(other) == Ok(amount))
}
