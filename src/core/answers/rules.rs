//! A rule that was told in words: `deductible=800`, `报销比例75`.

use unicode_normalization::UnicodeNormalization as _;

use super::problem::{Problem, ProblemKind};
use crate::case::Field;
use crate::spelling::likeness;

/// The names by which a rule is told, the one to be listed first.
const NAMES: [(Field, &[&str]); 9] = [
    (Field::RuleDeductible, &["deductible", "起付线", "起付标准", "qifuxian", "qfx"]),
    (Field::RuleRate, &["rate", "报销比例", "支付比例", "比例", "baoxiaobili", "bxbl"]),
    (Field::RuleCut, &["cut", "降", "降低", "异地降", "少报"]),
    (Field::RuleCap, &["cap", "封顶线", "统筹封顶线", "fengdingxian", "fdx"]),
    (Field::RuleSupplementRate, &["supplement-rate", "大额比例", "大额支付比例"]),
    (Field::RuleSupplementCap, &["supplement-cap", "大额封顶线"]),
    (Field::RuleCatastrophicDeductible, &["catastrophic-deductible", "大病起付线", "大病起付标准"]),
    (Field::RuleCatastrophicRate, &["catastrophic-rate", "大病比例", "大病支付比例"]),
    (Field::RuleCatastrophicCap, &["catastrophic-cap", "大病封顶线"]),
];

/// The rule that is told, and its number as it was typed.
///
/// # Errors
/// Where no rule has that name, with the names there are.
pub fn hear_rule(typed: &str) -> Result<(Field, String), Problem> {
    let text: String = typed.trim().nfkc().flat_map(char::to_lowercase).collect();
    let (name, number) = match text.split_once(['=', ':']) {
        Some((name, number)) => (name.trim(), number.trim()),
        // 起付线800: the number begins with its first digit.
        None => text.find(|c: char| c.is_ascii_digit()).map_or((text.as_str(), ""), |at| {
            let (name, number) = text.split_at(at);
            (name.trim(), number)
        }),
    };
    let found = NAMES.iter().find(|(_, names)| names.contains(&name));
    if let Some((field, _)) = found.filter(|_| !number.is_empty()) {
        return Ok((*field, number.to_owned()));
    }
    let choices: Vec<&'static str> = NAMES.iter().filter_map(|(_, names)| names.first()).copied().collect();
    let near = choices.iter().copied().find(|choice| likeness(choice, name) > 0.8 && *choice != name);
    let field = found.map_or(Field::RuleDeductible, |(field, _)| *field);
    Err(Problem { field, trouble: ProblemKind::UnknownRule { typed: typed.to_owned(), choices, near } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_named_in_both_languages() {
        for (typed, field, number) in [
            ("deductible=800", Field::RuleDeductible, "800"),
            ("起付线＝800", Field::RuleDeductible, "800"),
            ("起付线800元", Field::RuleDeductible, "800元"),
            ("报销比例：75%", Field::RuleRate, "75%"),
            ("rate=75", Field::RuleRate, "75"),
            ("cut=10", Field::RuleCut, "10"),
            ("降10", Field::RuleCut, "10"),
            ("catastrophic-rate = 60", Field::RuleCatastrophicRate, "60"),
            ("封顶线=30万", Field::RuleCap, "30万"),
        ] {
            assert_eq!(hear_rule(typed), Ok((field, number.to_owned())), "{typed}");
        }
        for typed in ["", "deductable=800", "rate", "rate=", "=5", "门槛=5"] {
            let Err(Problem { trouble: ProblemKind::UnknownRule { choices, near, .. }, .. }) =
                hear_rule(typed)
            else {
                panic!("{typed}")
            };
            assert_eq!(choices.len(), 9);
            assert_eq!(near.is_some(), typed.starts_with("deductable"), "{typed}");
        }
    }
}
