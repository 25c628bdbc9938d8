//! Slips in rows: a table with a slip a row under its names, a sheet whose names and
//! numbers take turns row by row, or a form with names and numbers side by side.

use super::envelope::Candidate;
use super::lines::MOST_ROWS;
use super::says::is_answer;
use super::tree::NumberGroup;
use crate::answers::{is_nothing, parse_amount};
use crate::names::{SlipField, is_total, slip_field};

fn is_number(cell: &str) -> bool {
    parse_amount(cell.trim_start_matches(['-', '−', '－'])).is_ok()
}

/// The slips of rows.
pub(super) fn group(rows: &[Vec<String>]) -> Option<NumberGroup> {
    let rows = &rows[..rows.len().min(MOST_ROWS)];
    under_names(rows).or_else(|| beside_names(rows))
}

fn known(row: &[String]) -> usize {
    row.iter().filter(|cell| slip_field(cell).is_some()).count()
}

fn has_number(row: &[String]) -> bool {
    row.iter().any(|cell| is_number(cell))
}

/// Names with the rows under them.
struct GridBlock {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl GridBlock {
    fn fields(&self) -> impl Iterator<Item = SlipField> {
        self.names.iter().filter_map(|name| slip_field(name))
    }
}

/// Slips under rows of names.
fn under_names(rows: &[Vec<String>]) -> Option<NumberGroup> {
    let mut blocks: Vec<GridBlock> = Vec::new();
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        at += 1;
        if has_number(row) {
            if let Some(block) = blocks.last_mut() {
                block.rows.push(row.clone());
            }
            continue;
        }
        let below = rows.get(at).filter(|below| !has_number(below));
        let two = below.and_then(|below| two_levels(row, below)).filter(|names| known(names) > 1);
        at += usize::from(two.is_some());
        if let Some(names) = two.or_else(|| (known(row) > 1).then(|| row.clone())) {
            // The same names again are those of the next page.
            if blocks.last().is_none_or(|block| block.names != names) {
                blocks.push(GridBlock { names, rows: Vec::new() });
            }
        }
    }
    blocks.retain(|block| !block.rows.is_empty());
    if blocks.is_empty() {
        return None;
    }
    if let Some(one) = in_turns(&blocks) {
        return NumberGroup::one(one);
    }
    let (mut slips, mut aside) = (Vec::new(), Vec::new());
    for block in blocks {
        let last = block.rows.len().saturating_sub(1);
        for (place, row) in block.rows.iter().enumerate() {
            let label = row.iter().find(|cell| is_total(cell));
            let has_names = block
                .rows
                .first()
                .is_some_and(|first| first.first().is_some_and(|cell| !is_number(cell) && !is_nothing(cell)));
            let is_nameless = place > 1
                && place == last
                && has_names
                && row.first().is_some_and(|cell| cell.trim().is_empty());
            if let Some(label) = label {
                aside.push(label.trim().to_owned());
            } else if is_nameless {
                aside.push(
                    row.iter().filter(|cell| !cell.trim().is_empty()).cloned().collect::<Vec<_>>().join(" "),
                );
            } else {
                slips.push(Candidate::of(block.names.iter().cloned().zip(row.iter().cloned()).collect()));
            }
        }
    }
    NumberGroup::table(slips, aside)
}

/// One slip whose names and numbers take turns: every row of names has one of numbers,
/// and no number comes twice.
fn in_turns(blocks: &[GridBlock]) -> Option<Candidate> {
    let mut all: Vec<SlipField> = blocks.iter().flat_map(GridBlock::fields).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    let is_one = blocks.len() > 1 && all.len() == count && blocks.iter().all(|block| block.rows.len() == 1);
    is_one.then(|| {
        let pairs = blocks.iter().flat_map(|block| {
            let row = block.rows.first().into_iter().flatten().cloned();
            block.names.iter().cloned().zip(row).collect::<Vec<_>>()
        });
        Candidate::of(pairs.collect())
    })
}

/// The names of two rows, the lower of which has the parts of what stands above: 基金支付
/// over 统筹, 大额 and 合计. None where the lower one has no parts.
fn two_levels(above: &[String], below: &[String]) -> Option<Vec<String>> {
    let cell = |row: &[String], at: usize| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    let width = above.len().max(below.len());
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let is_part = (1..width).any(|at| cell(above, at).is_empty() && !cell(below, at).is_empty());
    if !is_part || filled(above) < 2 || filled(below) < 2 {
        return None;
    }
    let mut names = Vec::with_capacity(width);
    let mut group = String::new();
    for at in 0..width {
        let (over, part) = (cell(above, at), cell(below, at));
        if !over.is_empty() {
            group.clone_from(&over);
        }
        names.push(match (over.is_empty(), part.is_empty()) {
            (_, true) => over,
            (true, false) if group.is_empty() => part,
            _ => part_name(&group, &part),
        });
    }
    Some(names)
}

/// The name of a part of a group; both together where it is not known.
fn part_name(group: &str, part: &str) -> String {
    const WHOLE: [&str; 6] = ["合计", "小计", "总额", "总计", "金额", "合计金额"];
    let part_only: String = part.split_whitespace().collect();
    if WHOLE.contains(&part_only.as_str()) {
        return group.to_owned();
    }
    let tried = [
        format!("{part_only}支付"),
        format!("{group}{part_only}"),
        part.to_owned(),
        format!("{part_only}基金支付"),
    ];
    let found = tried.iter().find(|name| slip_field(name).is_some() || is_answer(name)).cloned();
    found.unwrap_or_else(|| format!("{group} {part_only}"))
}

/// One slip, each number right of its name.
fn beside_names(rows: &[Vec<String>]) -> Option<NumberGroup> {
    /// Between a name and its number they are neither.
    const UNITS: [&str; 8] = ["元", "¥", "￥", "人民币", "RMB", "CNY", "rmb", "圆"];
    let mut fields = Vec::new();
    for row in rows {
        let is_name = |cell: &str| slip_field(cell).is_some() || is_answer(cell);
        let is_empty = |cell: &&String| cell.trim().is_empty() || UNITS.contains(&cell.trim());
        for (place, name) in row.iter().enumerate() {
            let mut after = row[place + 1..].iter().filter(|cell| !is_empty(cell));
            let Some(value) = after.next().filter(|value| !is_name(value)) else { continue };
            // What is not known is kept with its number, to be named.
            let is_other = || !is_number(name) && is_number(value);
            if is_name(name) || is_other() {
                fields.push((name.trim().to_owned(), value.clone()));
                // A second number of one name is not read, and told.
                let second = after.next().filter(|second| is_number(second));
                fields.extend(second.map(|second| (name.trim().to_owned(), second.clone())));
            }
        }
    }
    NumberGroup::one(Candidate::of(fields))
}
