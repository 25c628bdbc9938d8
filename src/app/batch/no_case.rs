//! Rows of a table that are no cases: those that add others up, and the header of
//! another table below.

use super::cells::Cells;
use super::header::Header;
use yidi_core::names;

/// Whether a cell has to be looked at at all.
pub(super) fn may_be_total(cell: &str) -> bool {
    cell.contains('计') || cell.trim().eq_ignore_ascii_case("total")
}

/// The columns that are only kept and name a person or count the rows.
pub(super) fn named(header: &Header) -> Vec<usize> {
    const NAMES: [&str; 14] = [
        "姓名",
        "患者姓名",
        "病人姓名",
        "人员姓名",
        "参保人姓名",
        "参保人",
        "患者",
        "病人",
        "序号",
        "psnname",
        "name",
        "patient",
        "patientname",
        "no",
    ];
    let is_named = |place: &usize| {
        header.question(*place).is_none() && NAMES.contains(&names::folded(&header.names[*place]).as_str())
    };
    (0..header.width()).filter(is_named).collect()
}

/// Whether a row that is no case holds the names of columns, those of another table
/// that stands below; `total` is what stands in the place of its amount.
pub(super) fn is_header(row: impl Cells, total: &str) -> bool {
    const ENOUGH: usize = 4;
    // Where the amount stands no number does.
    if total.is_empty() || total.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let known = (0..row.count()).map(|place| row.get(place)).filter(|cell| {
        let is_word = !cell.is_empty() && !cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        is_word && names::column(cell).is_some()
    });
    known.take(ENOUGH).count() == ENOUGH
}
