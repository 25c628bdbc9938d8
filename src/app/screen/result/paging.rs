//! A page further in a view: the highlighted row goes along, so that what a key
//! acts on is in view. And what is found by typing.

use std::ops::Range;

use ratatui::layout::Rect;

use super::super::body::HEAD_AND_FOOT;
use super::super::body::{Body, Hit};
use super::super::pen::Pen;
use super::super::theme::{Palette, Theme};
use super::{ResultState, View, list};
use crate::words::Text;
use crate::words::matching::rank;

/// So wide that no word is parted.
const WIDE: usize = 4000;

/// Bills of the curve that a page key moves by.
const BILLS: usize = 10;

impl ResultState {
    /// The page after, or before, this one on a screen of this size. A row that is
    /// longer than the screen is read to its end first.
    pub(in crate::screen) fn page(&mut self, forward: bool, size: (u16, u16), text: &Text) {
        if self.view == View::Curve {
            let row = self.place().row;
            self.go_to(if forward { row + BILLS } else { row.saturating_sub(BILLS) });
            return;
        }
        let theme = Theme::new(Palette::None, false);
        let pen = Pen { text, theme: &theme, cells: usize::from(size.0) };
        let (body, rows) = self.paged(pen, size);
        let (top, _) = body.top(rows);
        let step = rows.saturating_sub(1).max(1).cast_signed();
        let here = body.focus.clone().unwrap_or(top..top + 1);
        if !forward {
            if here.start < top {
                self.place_mut().scroll -= step;
                return;
            }
            let shown_first = rows_of(&body).find(|(_, lines)| lines.start >= top).map(|(row, _)| row);
            // The row before is the last of its page.
            self.move_to(shown_first.unwrap_or(self.place().row).saturating_sub(1));
            if shown_first == Some(0) {
                self.place_mut().scroll -= step;
            }
            return;
        }
        let end = top + rows;
        let next = rows_of(&body).find(|(_, lines)| lines.end > end).map(|(row, _)| row);
        let last = rows_of(&body).last().map(|(row, _)| row);
        match next {
            Some(row) if row != self.place().row && here.end <= end => self.put_on_top(row, pen, size),
            // The rest of a long row.
            Some(_) => self.place_mut().scroll += step,
            // What stands below the last one.
            None => {
                if let Some(last) = last {
                    self.put_on_top(last, pen, size);
                }
                self.place_mut().scroll += step;
            }
        }
    }

    /// The view as it is on a screen of this size, and the rows its lines have.
    fn paged(&self, pen: Pen<'_>, size: (u16, u16)) -> (Body, usize) {
        let height = size.1.saturating_sub(HEAD_AND_FOOT);
        let (area, body) = self.arrange(pen, Rect::new(0, 0, size.0, height)).main;
        let rows = usize::from(area.height).saturating_sub(body.head.len()).max(1);
        (body, rows)
    }

    /// Highlights a row and shows it first.
    fn put_on_top(&mut self, row: usize, pen: Pen<'_>, size: (u16, u16)) {
        self.move_to(row);
        let (body, rows) = self.paged(pen, size);
        let (follow, _) = body.top(rows);
        let start = body.focus.as_ref().map_or(0, |lines| lines.start);
        self.place_mut().scroll = start.cast_signed() - follow.cast_signed();
    }

    /// The rows of the view that hold what is typed, in their order.
    pub(in crate::screen) fn found(&self, typed: &str, text: &Text) -> Vec<usize> {
        if typed.trim().is_empty() {
            return Vec::new();
        }
        let words = self.row_words(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut found = rank(typed, &words);
        found.sort_unstable();
        found
    }

    /// What each row of the view says; of an item of the list everything, also
    /// where only its beginning is shown.
    fn row_words(&self, text: &Text) -> Vec<String> {
        if self.view == View::List {
            return list::words(self, text);
        }
        let theme = Theme::new(Palette::None, true);
        let body = self.draw(Pen { text, theme: &theme, cells: WIDE }, 0, true);
        rows_of(&body)
            .map(|(_, lines)| body.lines[lines].iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
            .collect()
    }
}

fn rows_of(body: &Body) -> impl Iterator<Item = (usize, Range<usize>)> {
    body.hits.iter().filter_map(|(lines, hit)| match hit {
        Hit::Row(row) => Some((*row, lines.clone())),
        _ => None,
    })
}
