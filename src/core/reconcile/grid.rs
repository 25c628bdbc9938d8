//! Slips in rows: a table with a slip a row under its names, a sheet whose names and
//! numbers take turns row by row, or a form with names and numbers side by side.

use super::amounts::unsigned;
use super::envelope::Candidate;
use super::lines::{MOST_ABOVE, MOST_ROWS};
use super::number_group::NumberGroup;
use super::says::is_answer;
use crate::answers::{is_nothing, parse_amount};
use crate::names::{MoneyUnit, SlipField, is_total, slip_field, unit_above, unit_of};

fn is_number(cell: &str) -> bool {
    parse_amount(unsigned(cell)).is_ok()
}

/// The slips of rows.
pub(super) fn group(rows: &[Vec<String>]) -> Option<NumberGroup> {
    let rows = &rows[..rows.len().min(MOST_ROWS)];
    let in_units = with_units(rows);
    let rows = in_units.as_deref().unwrap_or(rows);
    under_names(rows).or_else(|| beside_names(rows))
}

/// The rows with the unit that stands above all names behind each that says nothing else;
/// none where there is no such unit.
fn with_units(rows: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    // A unit in a row of names is that of its name alone.
    let above = rows.iter().take(MOST_ABOVE);
    let mut above = above.filter(|row| !row.iter().any(|cell| slip_field(cell).is_some()));
    let said = |row: &Vec<String>| unit_above(row.iter().map(String::as_str));
    let unit = above.find_map(|row| said(row).filter(|unit| *unit != Ok(MoneyUnit::YUAN)))?;
    let unit = unit.map_or_else(|foreign| foreign, |unit| unit.name().to_owned());
    let mut rows = rows.to_vec();
    for cell in rows.iter_mut().flatten() {
        if slip_field(cell).is_some_and(|field| field != SlipField::Rate) && unit_of(cell).is_none() {
            cell.extend(["(", unit.as_str(), ")"]);
        }
    }
    Some(rows)
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

#[cfg(test)]
mod tests {
    use super::super::message::FoundSlips;
    use crate::names::SlipField;

    #[test]
    fn amounts_are_multiplied_by_the_unit_that_is_said() {
        for text in [
            "总费用（万元）,统筹支付（万元）,个人支付（万元）\n2,1.3345,0.6655\n",
            "对账表,单位：万元,\n总费用,统筹支付,个人支付\n2,1.3345,0.6655\n",
            "金额单位：万元\n总费用：2\n统筹支付：1.3345\n个人支付：0.6655\n",
            "金额单位：千元\n总费用：20\n统筹支付（万元）：1.3345\n个人支付(元)：6655\n",
            "{\"总费用(分)\":2000000,\"统筹支付(分)\":1334500,\"个人支付(分)\":665500}",
        ] {
            let found = FoundSlips::in_text(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            let found = found.slips.into_iter().next().unwrap().unwrap();
            let yuan = [SlipField::Total, SlipField::Fund, SlipField::Personal]
                .map(|field| found.slip.get(field).map(|amount| amount.to_string()));
            assert_eq!(yuan, ["20000.00", "13345.00", "6655.00"].map(|yuan| Some(yuan.to_owned())), "{text}");
        }
        // Money of others is not read, and named.
        let text = "总费用（美元）,总费用,统筹支付\n2,20000,13345\n";
        let found = FoundSlips::in_text(text).unwrap().slips.remove(0).unwrap();
        assert_eq!(found.unread, ["总费用（美元）"]);
    }
}
