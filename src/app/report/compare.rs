//! A comparison as text and as JSON.

use serde_json::{Value as Json, json};

use super::plain::case_line;
use super::values::{burden, money, route_key};
use crate::words::Text;
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::answers::word;
use yidi_core::case::Case;
use yidi_core::estimate::{Comparison, Varied};
use yidi_core::policy::Routes;

/// A comparison as text.
pub fn comparison_text(text: &Text, case: &Case, comparison: &Comparison) -> String {
    let mut out = vec![case_line(text, case, Routes::empty()), String::new()];
    if !comparison.routes.is_empty() {
        out.push(text.compare_by_route());
        out.extend(table(text, &comparison.routes, |route| text.route(*route)));
        out.push(String::new());
    }
    out.push(text.compare_by_tier());
    out.extend(table(text, &comparison.tiers, |tier| text.tier(*tier)));
    out.push(String::new());
    let exact = comparison.tiers.iter().all(|row| row.personal.is_exact());
    out.push(text.saving(case, comparison.saving, exact));
    out.push(text.disclaimer());
    let lines: Vec<&str> = out.iter().map(|line| line.trim_end()).collect();
    lines.join("\n") + "\n"
}

fn table<T>(text: &Text, rows: &[Varied<T>], name: impl Fn(&T) -> String) -> Vec<String> {
    let shown: Vec<(String, String, bool)> =
        rows.iter().map(|row| (name(&row.what), text.burden(row.burden()), row.cheapest)).collect();
    let label = shown.iter().map(|(name, ..)| width(name)).max().unwrap_or_default() + 2;
    let column = shown.iter().map(|(_, amount, _)| width(amount)).max().unwrap_or_default();
    shown
        .into_iter()
        .map(|(name, amount, cheapest)| {
            let mark = if cheapest { text.compare_cheapest() } else { String::new() };
            format!("  {}{}  {mark}", pad_right(&name, label), pad_left(&amount, column))
        })
        .collect()
}

/// A comparison, in the form `yidi.compare/1`.
pub fn comparison_json(comparison: &Comparison) -> Json {
    let routes: Vec<Json> = comparison
        .routes
        .iter()
        .map(|row| json!({ "route": route_key(row.what), "personal": burden(row.burden()), "cheapest": row.cheapest }))
        .collect();
    let tiers: Vec<Json> = comparison
        .tiers
        .iter()
        .map(|row| json!({ "tier": word(row.what), "personal": burden(row.burden()), "cheapest": row.cheapest }))
        .collect();
    let saving =
        comparison.saving.map(|saving| json!({ "low": money(saving.low()), "high": money(saving.high()) }));
    json!({ "format": "yidi.compare/1", "routes": routes, "tiers": tiers, "filing_saves": saving })
}
