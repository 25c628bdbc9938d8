//! The amount that matters in large figures, rounded: where there is room for them.

use ratatui::text::{Line, Span};

use super::super::pen::Pen;
use super::super::theme::Meaning;
use crate::words::width::width;
use yidi_core::estimate::Estimate;

/// A figure is three rows high.
const HIGH: usize = 3;
/// Rows from which on nothing else is pushed off the screen by it.
const ROWS_FROM: usize = 26;

/// The lines of it, with a blank one below; none where there is no room.
pub(super) fn lines(estimate: &Estimate, pen: Pen<'_>, rows: usize) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    if rows < ROWS_FROM {
        return Vec::new();
    }
    let large = drawn(&text.about(text.compact_burden(estimate.burden())), theme.is_ascii());
    if width(&large[0]) + 3 > cells {
        return Vec::new();
    }
    let style = theme.style(Meaning::Amount);
    let line = |row: String| Line::from(vec![Span::raw("  "), Span::styled(row, style)]);
    large.into_iter().map(line).chain([Line::default()]).collect()
}

/// Digits large, everything else as it is, on their lowest row.
fn drawn(words: &str, ascii: bool) -> [String; HIGH] {
    let mut rows = [const { String::new() }; HIGH];
    for c in words.chars() {
        if let Some(figure) = figure(c, ascii) {
            for (row, part) in rows.iter_mut().zip(figure) {
                row.push_str(part);
                row.push(' ');
            }
            continue;
        }
        let wide = width(c.encode_utf8(&mut [0; 4]));
        for row in &mut rows[..HIGH - 1] {
            row.push_str(&" ".repeat(wide));
        }
        rows[HIGH - 1].push(c);
    }
    rows
}

const LINES: [[&str; HIGH]; 10] = [
    ["┏━┓", "┃ ┃", "┗━┛"],
    [" ╻ ", " ┃ ", " ╹ "],
    ["╺━┓", "┏━┛", "┗━╸"],
    ["╺━┓", " ━┫", "╺━┛"],
    ["╻ ╻", "┗━┫", "  ╹"],
    ["┏━╸", "┗━┓", "╺━┛"],
    ["┏━╸", "┣━┓", "┗━┛"],
    ["╺━┓", "  ┃", "  ╹"],
    ["┏━┓", "┣━┫", "┗━┛"],
    ["┏━┓", "┗━┫", "╺━┛"],
];

const SIGNS: [[&str; HIGH]; 10] = [
    [" _ ", "| |", "|_|"],
    ["   ", "  |", "  |"],
    [" _ ", " _|", "|_ "],
    [" _ ", " _|", " _|"],
    ["   ", "|_|", "  |"],
    [" _ ", "|_ ", " _|"],
    [" _ ", "|_ ", "|_|"],
    [" _ ", "  |", "  |"],
    [" _ ", "|_|", "|_|"],
    [" _ ", "|_|", " _|"],
];

fn figure(c: char, ascii: bool) -> Option<[&'static str; HIGH]> {
    let digit = usize::try_from(c.to_digit(10)?).ok()?;
    Some(if ascii { SIGNS[digit] } else { LINES[digit] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_as_wide_as_the_others() {
        for ascii in [true, false] {
            let rows = drawn("约 1.72万 ～ 98,034,567元", ascii);
            assert!(rows.iter().all(|row| width(row) == width(&rows[0])), "{rows:?}");
            assert!(rows[2].contains('约') && rows[2].contains('万'));
            assert_eq!(rows.iter().all(|row| row.replace(['约', '万', '～', '元'], "").is_ascii()), ascii);
        }
    }
}
