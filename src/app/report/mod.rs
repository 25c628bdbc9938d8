//! Results outside the screen: text for people, JSON for programs.

mod cases;
mod checklist;
mod compare;
mod elsewhere;
mod grounds;
mod json;
mod ladder;
mod national;
mod page;
mod plain;
mod policy;
mod reconcile;
mod schema;
mod workings;
mod year;

pub use cases::{Reopened, case_json, case_text, cases_json, cases_text};
pub use checklist::{checklist_json, checklist_text};
pub use compare::{comparison_json, comparison_text};
pub use elsewhere::{elsewhere_dots, elsewhere_sentences};
pub use grounds::{Ground, grounds, grounds_text};
pub use json::estimate_json;
pub use ladder::{ladder_rows, ladder_text};
pub(crate) use page::Page;

pub use plain::{case_line, estimate_text, line_text, workings_text};
pub use policy::{
    DiffReport, calibration_json, calibration_markdown, calibration_text, coverage_json, coverage_markdown,
    coverage_text, diff_json, diff_text, figures_json, figures_text, source_text, sources_json, sources_text,
};
pub use reconcile::{reconciled_json, reconciled_list_json, reconciled_text, slip_findings, slip_notes};
pub use schema::{ESTIMATE_SCHEMA, year_schema};
pub use year::{crossed_sentence, standing_line, year_json, year_text};
