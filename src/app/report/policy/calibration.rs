//! How often the ranges hold where an area's rules are missing.

use serde_json::{Value as Json, json};
use yidi_core::estimate::{BILLS, Calibrated};
use yidi_core::num::Money;

use super::super::page::Page;
use super::super::values::money;
use super::share;
use crate::words::Text;

/// A table in Markdown: a bill a row.
pub fn calibration_markdown(text: &Text, found: &[Calibrated]) -> String {
    let head = [
        text.calibrate_bill(),
        text.calibrate_cases(),
        text.calibrate_full(),
        text.calibrate_likely(),
        text.calibrate_width(),
        text.calibrate_ranges(),
    ];
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut out = row(&head) + "|---:|---:|---:|---:|---:|---:|\n";
    for (yuan, one) in BILLS.into_iter().zip(found) {
        let percent = |part: usize, whole: usize| text.percent(share(part, whole).to_string());
        out += &row(&[
            text.count(yuan.unsigned_abs()),
            text.count(u64::try_from(one.cases).unwrap_or(u64::MAX)),
            percent(one.held, one.cases),
            percent(one.likely_held, one.likely),
            one.median_width().map_or_else(String::new, |width| text.percent(width.to_string())),
            percent(one.ranges_held, one.ranges),
        ]);
    }
    out
}

/// The same with what it means.
pub fn calibration_text(text: &Text, found: &[Calibrated]) -> String {
    let mut out = Page::default();
    out.paragraph(&text.calibrate_title());
    out.line("");
    out.block(&calibration_markdown(text, found));
    out.text()
}

/// The same for programs.
pub fn calibration_json(found: &[Calibrated]) -> Json {
    let bills = BILLS.into_iter().zip(found).map(|(yuan, one)| {
        json!({
            "bill": money(Money::from_yuan(yuan)),
            "cases": one.cases,
            "held": one.held,
            "likely": one.likely,
            "likely_held": one.likely_held,
            "ranges": one.ranges,
            "ranges_held": one.ranges_held,
            "median_width": one.median_width(),
        })
    });
    json!({ "format": "yidi.calibration/1", "bills": bills.collect::<Vec<_>>() })
}
