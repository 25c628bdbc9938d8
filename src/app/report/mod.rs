//! Results outside the screen: text for people, JSON for programs.

mod calendar;
mod cases;
mod chart;
mod checklist;
mod compare;
mod curve;
mod curve_svg;
mod elsewhere;
mod grounds;
mod json;
mod ladder;
mod national;
mod page;
mod pair;
mod plain;
mod policy;
mod reconcile;
mod schema;
mod values;
mod workings;
mod year;

pub use calendar::calendar;
pub use cases::{Reopened, case_json, case_text, cases_json, cases_text};
pub use chart::{ChartForm, Ink, chart, round_above};
pub use checklist::{checklist_json, checklist_text};
pub use compare::{comparison_json, comparison_text};
pub use curve::{curve_csv, curve_json, curve_text};
pub use curve_svg::curve_svg;
pub use elsewhere::{elsewhere_dots, elsewhere_sentences};
pub use grounds::{Ground, grounds, grounds_text};
pub use json::estimate_json;
pub use ladder::{ladder_rows, ladder_text};
pub(crate) use page::Page;
pub use pair::{PairRow, pair_differences, pair_json, pair_rows, pair_text};

pub use schema::{ESTIMATE_SCHEMA, SCHEMAS, schema};

pub use plain::{case_line, estimate_text, line_text, workings_text};
pub use policy::{
    DiffReport, calibration_json, calibration_markdown, calibration_text, check_json, coverage_json,
    coverage_markdown, coverage_text, diff_json, diff_text, figures_json, figures_text, source_text,
    sources_json, sources_text,
};
pub use reconcile::{reconciled_json, reconciled_list_json, reconciled_text, slip_findings, slip_notes};
pub use year::{crossed_sentence, standing_line, year_json, year_text};
