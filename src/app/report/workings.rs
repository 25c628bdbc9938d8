//! How each line of a settlement came about, as JSON: steps that a program or a
//! person with a pocket calculator can redo.

use serde_json::{Map, Value as Json, json};

use yidi_core::case::Case;
use yidi_core::estimate::{Explained, Outcome, Side, TrailAmount, TrailStep, explain};
use yidi_core::num::Money;

/// The steps of every line of one end of a run, in the order of the lines.
pub(super) fn workings(case: &Case, run: &Outcome, side: Side) -> Json {
    explain(case, run, side).iter().map(explained).collect()
}

fn explained(explained: &Explained) -> Json {
    json!({
        "line": explained.line.key(),
        "amount": explained.amount.to_string(),
        "steps": explained.steps.iter().map(step).collect::<Vec<_>>(),
        "figures": explained.figures.iter().map(|figure| figure.id()).collect::<Vec<_>>(),
    })
}

/// One step as `{"do": …}`; amounts are texts in yuan, rates texts in percent.
fn step(step: &TrailStep) -> Json {
    match *step {
        TrailStep::Plus(of, amount) => amount_step("plus", of, amount),
        TrailStep::Minus(of, amount) => amount_step("minus", of, amount),
        TrailStep::AtLeast(of, amount) => amount_step("at-least", of, amount),
        TrailStep::Earlier(of, amount) => amount_step("earlier", of, amount),
        TrailStep::CountedFrom(of, amount) => amount_step("counted-from", of, amount),
        TrailStep::OrNothing => json!({ "do": "or-nothing" }),
        TrailStep::Over => json!({ "do": "over" }),
        TrailStep::Times(rate) => json!({ "do": "times", "rate": rate.to_string() }),
        TrailStep::Slice { from, to, rate, after } => json!({
            "do": "slice",
            "from": from.to_string(),
            "to": to.to_string(),
            "rate": rate.to_string(),
            "in_force": after.to_string(),
            "pays": ((to - from) * after).to_string(),
        }),
        TrailStep::LessQuotient { dividend, divisor } => json!({
            "do": "less-quotient",
            "dividend": dividend.to_string(),
            "divisor": divisor.to_string(),
        }),
        TrailStep::AtMost { what, limit, used } => {
            let mut step = amount_step("at-most", what, limit);
            step["used"] = json!(used.to_string());
            step
        }
    }
}

fn amount_step(does: &str, of: TrailAmount, amount: Money) -> Json {
    let mut step = Map::new();
    step.insert("do".to_owned(), json!(does));
    step.insert("of".to_owned(), json!(key(of)));
    step.insert("amount".to_owned(), json!(amount.to_string()));
    Json::Object(step)
}

/// What an amount is, as programs read it: a line, `figure:` and an item,
/// `answer:` and a question.
fn key(what: TrailAmount) -> String {
    match what {
        TrailAmount::Line(line) => line.key().to_owned(),
        TrailAmount::Figure(item) => format!("figure:{}", item.key()),
        TrailAmount::Answer(field) => format!("answer:{}", field.key()),
        TrailAmount::KnownParts => "known_parts".to_owned(),
        TrailAmount::Reimbursable => "reimbursable".to_owned(),
        TrailAmount::Illness => "illness_deductible".to_owned(),
        TrailAmount::FromSlice => "from_slice".to_owned(),
    }
}
