//! The line that names the views.

use ratatui::text::{Line, Span};

use super::super::body::Hit;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::{ResultState, View};
use crate::words::width::width;

/// Cells between two.
const APART: usize = 2;

impl ResultState {
    /// The line of tabs, and where each can be clicked.
    pub(in crate::screen) fn tabs(&self, pen: Pen<'_>) -> (Line<'static>, Vec<(usize, usize, Hit)>) {
        let Pen { text, theme, cells } = pen;
        let shown = |(view, number): (View, u8)| {
            let name = match view {
                View::Cost => text.tab_cost(),
                View::List => text.tab_list(),
                View::Compare => text.tab_compare(),
                View::Grounds => text.tab_grounds(),
                View::Curve => text.tab_curve(),
            };
            // The view that is shown is told by brackets, not by its look alone.
            let shown =
                if view == self.view { format!("[{number} {name}]") } else { format!(" {number} {name} ") };
            (view, number, shown)
        };
        let all: Vec<(View, u8, String)> = View::ALL.into_iter().zip(1..).map(shown).collect();
        let needed: usize = all.iter().map(|(.., shown)| width(shown) + APART).sum();
        // Where they have no room apart, the blanks around them part them.
        let apart = if needed + 1 > cells + APART { 0 } else { APART };
        let mut spans = vec![Span::raw(" ")];
        let mut hits = Vec::new();
        let mut column = 1;
        for (view, number, shown) in all {
            let style = theme.style(if view == self.view { Meaning::Focus } else { Meaning::Plain });
            let end = column + width(&shown);
            hits.push((column, end, Hit::Tab(number)));
            column = end + apart;
            spans.push(Span::styled(shown, style));
            spans.push(Span::raw(" ".repeat(apart)));
        }
        (Line::from(spans), hits)
    }
}
