//! Slips in rows: a table with a slip a row under its names, or a form with
//! names and numbers side by side.

use super::envelope::{Candidate, NumberGroup};
use super::says::is_answer;
use crate::answers::parse_amount;
use crate::names::{MoneyUnit, SlipField, slip_field, unit_above, unit_of};

/// So many rows and cells are looked at.
const MOST_ROWS: usize = 10_000;
const MOST_CELLS: usize = 512;

/// The rows of a text: cells between tabs, commas or semicolons, or names and
/// numbers with colons between.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let known = |line: &str, delimiter| {
        cells(line, delimiter).iter().filter(|cell| slip_field(cell).is_some()).count()
    };
    let is_header = |delimiter: &char| text.lines().take(MOST_ABOVE).any(|line| known(line, *delimiter) > 1);
    let delimiter = ['\t', ',', ';', '|'].into_iter().find(is_header);
    let row = |line: &str| match delimiter {
        Some(delimiter) => cells(line, delimiter),
        None if line.contains(COLONS) => pairs(line),
        None => cells(line, ['\t', ';', '|'].into_iter().find(|one| line.contains(*one)).unwrap_or(',')),
    };
    text.lines().take(MOST_ROWS).map(row).collect()
}

/// So many lines may stand above a header.
const MOST_ABOVE: usize = 30;
const COLONS: [char; 4] = [':', '：', '=', '＝'];

/// Names and numbers with anything between that belongs to neither.
fn pairs(line: &str) -> Vec<String> {
    let apart = |c: char| COLONS.contains(&c) || c.is_whitespace() || "；;，|".contains(c);
    line.split(apart).filter(|cell| !cell.is_empty()).take(MOST_CELLS).map(str::to_owned).collect()
}

fn cells(line: &str, delimiter: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        if c == '"' {
            quoted = !quoted;
        } else if c == delimiter && !quoted {
            if cells.len() == MOST_CELLS {
                break;
            }
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
    }
    cells
}

fn is_number(cell: &str) -> bool {
    parse_amount(cell.trim_start_matches(['-', '−', '－'])).is_ok()
}

/// The slips of rows.
pub(super) fn group(rows: &[Vec<String>]) -> Option<NumberGroup> {
    let rows = &rows[..rows.len().min(MOST_ROWS)];
    // A unit in a row of names is that of its name alone.
    let above = rows.iter().take(MOST_ABOVE);
    let mut above = above.filter(|row| !row.iter().any(|cell| slip_field(cell).is_some()));
    let unit = above.find_map(|row| {
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        unit_above(&row).filter(|unit| *unit != Ok(MoneyUnit::YUAN))
    });
    let Some(unit) = unit else { return under_names(rows).or_else(|| beside_names(rows)) };
    // What stands above all names stands behind each that says nothing else.
    let unit = unit.map_or_else(|foreign| foreign, |unit| unit.name().to_owned());
    let mut rows = rows.to_vec();
    for cell in rows.iter_mut().flatten() {
        if slip_field(cell).is_some_and(|field| field != SlipField::Rate) && unit_of(cell).is_none() {
            cell.extend(["(", unit.as_str(), ")"]);
        }
    }
    under_names(&rows).or_else(|| beside_names(&rows))
}

/// A slip a row, under a row of names.
fn under_names(rows: &[Vec<String>]) -> Option<NumberGroup> {
    let is_header = |row: &Vec<String>| {
        row.iter().filter(|cell| slip_field(cell).is_some()).count() > 1
            && !row.iter().any(|cell| is_number(cell))
    };
    let header = rows.iter().position(is_header)?;
    let names = &rows[header];
    let slips = rows[header + 1..].iter().filter(|row| row.iter().any(|cell| is_number(cell)));
    let is_total =
        |row: &&Vec<String>| row.iter().any(|cell| matches!(cell.trim(), "合计" | "总计" | "小计" | "共计"));
    let slips = slips.filter(|row| !is_total(row)).map(|row| {
        let fields = names.iter().cloned().zip(row.iter().cloned()).collect();
        NumberGroup::one(Candidate::of(fields))
    });
    NumberGroup::joined(slips.collect())
}

/// One slip, each number right of its name.
fn beside_names(rows: &[Vec<String>]) -> Option<NumberGroup> {
    let mut fields = Vec::new();
    for row in rows {
        let is_name = |cell: &str| slip_field(cell).is_some() || is_answer(cell);
        for (place, name) in row.iter().enumerate().filter(|(_, cell)| is_name(cell)) {
            let value = row[place + 1..].iter().find(|cell| !cell.trim().is_empty());
            if let Some(value) = value.filter(|value| !is_name(value)) {
                fields.push((name.clone(), value.clone()));
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
