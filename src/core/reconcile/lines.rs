//! Lines of text as rows of cells: tables with a delimiter, or names and numbers
//! with anything between.

use crate::answers::parse_amount;
use crate::names::{BETWEEN, slip_field};

/// So many rows and cells are looked at.
pub(super) const MOST_ROWS: usize = 10_000;
const MOST_CELLS: usize = 512;
/// So many lines may stand above a header.
pub(super) const MOST_ABOVE: usize = 30;

/// The rows of a text: cells between tabs, commas or semicolons, or names and
/// numbers with colons between.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let known = |line: &str, delimiter| {
        cells(line, delimiter).iter().filter(|cell| slip_field(cell).is_some()).count()
    };
    let is_header = |delimiter: &char| text.lines().take(MOST_ABOVE).any(|line| known(line, *delimiter) > 1);
    let delimiter = ['\t', ',', ';', '|', '^'].into_iter().find(is_header);
    let row = |line: &str| match delimiter {
        Some(delimiter) => cells(line, delimiter),
        None if line.contains(BETWEEN) => pairs(line, true),
        None => match ['\t', ';', '|'].into_iter().find(|one| line.contains(*one)) {
            Some(delimiter) => cells(line, delimiter),
            None if line.contains('"') => cells(line, ','),
            None => pairs(line, !line.contains([',', '，']) || !has_comma(line)),
        },
    };
    text.lines().take(MOST_ROWS).map(row).collect()
}

/// Whether a comma stands anywhere but among the digits of a number.
fn has_comma(line: &str) -> bool {
    let all: Vec<char> = line.chars().collect();
    (0..all.len()).any(|at| ",，".contains(all[at]) && !is_within_number(&all, at))
}

/// Whether a sign belongs to the number it stands in: a stop between digits, a comma
/// before every three of them.
fn is_within_number(all: &[char], at: usize) -> bool {
    let is_digit = |c: &&char| c.is_ascii_digit() || ('０'..='９').contains(*c);
    let before = all[..at].iter().rev().take_while(is_digit).count();
    let after = all[at + 1..].iter().take_while(is_digit).count();
    match all[at] {
        ',' | '，' => (1..=3).contains(&before) && after == 3,
        _ => before > 0 && after > 0,
    }
}

/// Names and numbers with anything between that belongs to neither. A comma or a stop
/// between digits is a part of the number.
fn pairs(line: &str, by_blanks: bool) -> Vec<String> {
    let all: Vec<char> = line.chars().collect();
    let mut found = vec![String::new()];
    for (at, c) in all.iter().enumerate() {
        let is_apart = BETWEEN.contains(c)
            || (by_blanks && c.is_whitespace())
            || "；;|、".contains(*c)
            || (",，。".contains(*c) && !is_within_number(&all, at));
        if is_apart {
            found.push(String::new());
        } else if let Some(cell) = found.last_mut() {
            cell.push(*c);
        }
    }
    let cells = found.into_iter().filter(|cell| !cell.trim().is_empty());
    cells.flat_map(unfused).take(MOST_CELLS).collect()
}

/// A known name right before its number, apart: 总费用20000.00元.
fn unfused(cell: String) -> Vec<String> {
    let at = cell.find(|c: char| c.is_ascii_digit() || "¥￥".contains(c)).filter(|at| *at > 0);
    if let Some((name, number)) = at.map(|at| cell.split_at(at))
        && slip_field(name).is_some()
        && parse_amount(number).is_ok()
    {
        return vec![name.to_owned(), number.to_owned()];
    }
    vec![cell]
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
