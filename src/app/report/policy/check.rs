//! What a check of the data found, for programs.

use serde_json::{Value as Json, json};

use crate::words::{Lang, Text};
use yidi_core::checklist::ListFinding;
use yidi_core::policy::audit::{Finding, Severity};

/// What was found in so many files: in the figures, and in items of the checklist.
pub fn check_json(findings: &[Finding], of_items: &[ListFinding], files: usize) -> Json {
    let (zh, en) = (Text::new(Lang::Zh), Text::new(Lang::En));
    let figures = findings.iter().map(|finding| {
        let says = (zh.fault(&finding.fault), en.fault(&finding.fault));
        found(finding.fault.severity(), &finding.file, finding.line, finding.figure.as_ref(), says)
    });
    let items = of_items.iter().map(|finding| {
        let says = (zh.item_fault(&finding.fault), en.item_fault(&finding.fault));
        found(finding.fault.severity(), &finding.file, finding.line, finding.item.as_ref(), says)
    });
    json!({ "format": "yidi.check/1", "files": files, "findings": figures.chain(items).collect::<Vec<_>>() })
}

fn found(
    severity: Severity,
    file: &str,
    line: usize,
    id: Option<&String>,
    (zh, en): (String, String),
) -> Json {
    let severity = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({ "severity": severity, "file": file, "line": line, "id": id, "says": { "zh": zh, "en": en } })
}
