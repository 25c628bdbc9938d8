//! A rule that was told in words: `deductible=800`, `报销比例75`.

use unicode_normalization::UnicodeNormalization as _;

use super::problem::{Problem, ProblemKind};
use super::question::Question;
use crate::case::Field;
use crate::spelling::likeness;

/// The name of a rule among rules: `deductible`.
fn name_of(field: Field) -> &'static str {
    field.key().trim_start_matches("rule-")
}

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
    // Among rules it is the local one that is meant, whether that is said or not.
    let local = format!("当地{name}");
    let named = |field: &Field| {
        let labels = Question::of(*field).labels;
        name_of(*field) == name || labels.contains(&name) || labels.contains(&local.as_str())
    };
    let found = Field::RULES.into_iter().find(named);
    if let Some(field) = found.filter(|_| !number.is_empty()) {
        return Ok((field, number.to_owned()));
    }
    let choices: Vec<&'static str> = Field::RULES.map(name_of).to_vec();
    let near = choices.iter().copied().find(|choice| likeness(choice, name) > 0.8 && *choice != name);
    let field = found.unwrap_or(Field::RuleDeductible);
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
            ("异地降10", Field::RuleCut, "10"),
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
