//! A page further in a view: the highlighted row goes along, so that what a key
//! acts on is in view. And what is found by typing.

use std::ops::Range;

use super::super::body::{Body, Hit};
use super::super::pen::Pen;
use super::super::theme::{Palette, Theme};
use super::super::view::body_rows;
use super::{ResultState, View, list};
use crate::words::Text;
use crate::words::matching::rank;

impl ResultState {
    /// The page after, or before, this one on a screen of this size. A row that is
    /// longer than the screen is read to its end first.
    pub(in crate::screen) fn page(&mut self, forward: bool, size: (u16, u16), text: &Text) {
        let theme = Theme::new(Palette::None, false);
        let pen = Pen { text, theme: &theme, cells: usize::from(size.0) };
        let rows = body_rows(size.1);
        let body = self.draw(pen, rows);
        let rows = rows.saturating_sub(body.head.len()).max(1);
        let (top, _) = body.top(rows);
        let step = rows.saturating_sub(1).max(1);
        let here = body.focus.clone().unwrap_or(top..top + 1);
        if forward {
            let end = top + rows;
            let next = rows_of(&body).find(|(_, lines)| lines.end > end);
            match next {
                Some((row, _)) if row != self.place().row && here.end <= end => {
                    self.put_on_top(row, rows, pen)
                }
                // The rest of a long row, or what stands below the last one.
                _ => {
                    if let Some((last, _)) = rows_of(&body).last().filter(|_| next.is_none()) {
                        self.put_on_top(last, rows, pen);
                    }
                    self.place_mut().scroll += step.cast_signed();
                }
            }
        } else if here.start < top {
            self.place_mut().scroll -= step.cast_signed();
        } else {
            let first_shown = rows_of(&body).find(|(_, lines)| lines.start >= top).map(|(row, _)| row);
            let before = first_shown.unwrap_or(self.place().row).saturating_sub(1);
            // The row before is the last of its page.
            self.move_to(before);
            if first_shown == Some(0) {
                self.place_mut().scroll -= step.cast_signed();
            }
        }
    }

    /// Highlights a row and shows it first.
    fn put_on_top(&mut self, row: usize, rows: usize, pen: Pen<'_>) {
        self.move_to(row);
        let body = self.draw(pen, rows);
        let (follow, _) = body.top(rows.saturating_sub(body.head.len()).max(1));
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
        // So wide that no word is parted.
        const WIDE: usize = 4000;
        let theme = Theme::new(Palette::None, true);
        let body = self.draw(Pen { text, theme: &theme, cells: WIDE }, 0);
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
