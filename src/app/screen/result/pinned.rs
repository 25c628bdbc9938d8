//! The pinned case and the present one side by side.

use std::rc::Rc;

use ratatui::text::{Line, Span};

use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, sentences, title};
use crate::report::{pair_differences, pair_rows};
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::estimate;
use yidi_core::estimate::{CostShift, Estimate};

impl ResultState {
    /// What the person pays more than by an earlier result.
    pub(in crate::screen) fn change_from(&self, earlier: &Self) -> Option<CostShift> {
        Some(CostShift::of(earlier.estimate()?, self.estimate()?))
    }

    /// Keeps the case to be seen beside others, or lets it go; whether it is kept now.
    pub(in crate::screen) fn pin(&mut self) -> bool {
        self.pinned = match &self.pinned {
            Some(_) => None,
            None => self.estimate().cloned().map(Rc::new),
        };
        self.pinned.is_some()
    }
}

/// The lines of it: how the answers differ, and the amounts that do.
pub(super) fn lines(pinned: &Estimate, now: &Estimate, pen: Pen<'_>) -> Vec<Line<'static>> {
    let Pen { text, theme, cells } = pen;
    let mut lines = vec![title(&text.pair_title(), theme)];
    lines.extend(sentences(&pair_differences(text, pinned, now), 3, Meaning::Input, pen));
    let head = [String::new(), text.pair_pinned(), text.pair_now(), text.pair_change()];
    // A screen has room for what differs, and for the sum.
    let mut rows = pair_rows(text, pinned, now);
    rows.retain(|row| row.differs || row.line == estimate::Line::Personal);
    let all = || std::iter::once(&head).chain(rows.iter().map(|row| &row.cells));
    let columns = [0, 1, 2, 3].map(|at| all().map(|row| width(&row[at])).max().unwrap_or_default());
    // Where three columns have no room, each amount has a line of its own, with its name.
    let fits = columns.iter().sum::<usize>() + 9 <= cells;
    let shown = |row: &[String; 4], meaning: Meaning| {
        let name = format!("   {}", pad_right(&row[0], columns[0]));
        if fits {
            let amounts = [1, 2, 3].map(|at| format!("  {}", pad_left(&row[at], columns[at])));
            let amounts = Span::styled(amounts.concat(), theme.style(meaning));
            return vec![Line::from(vec![Span::raw(name), amounts])];
        }
        let (named, wide) = ([1, 2, 3].map(|at| width(&head[at])), [1, 2, 3].map(|at| columns[at]));
        let [named, wide] = [named, wide].map(|all| all.into_iter().max().unwrap_or_default());
        let amount = |at: usize| {
            let line = format!("     {}  {}", pad_right(&head[at], named), pad_left(&row[at], wide));
            Line::styled(line, theme.style(meaning))
        };
        vec![Line::raw(name), amount(1), amount(2), amount(3)]
    };
    if fits {
        lines.extend(shown(&head, Meaning::Plain));
    }
    for row in &rows {
        let is_sum = row.line == estimate::Line::Personal;
        lines.extend(shown(&row.cells, if is_sum { Meaning::Amount } else { Meaning::Plain }));
    }
    lines.push(Line::default());
    lines
}
