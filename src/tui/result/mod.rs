//! The result: views of one estimate, drawn from it and never computing.

mod cost;
mod list;

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::bindings::Action;
use super::body::Body;
use super::theme::{Meaning, Theme};
use crate::case::Case;
use crate::checklist::{Checklist, checklist};
use crate::estimate::{Estimate, EstimateError, estimate};
use crate::policy::{Book, FileError};
use crate::text::Text;

/// A view of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    /// What it costs (费用).
    Cost,
    /// What to do (清单).
    List,
}

impl View {
    const ALL: [Self; 2] = [Self::Cost, Self::List];
}

/// What the result shows.
#[derive(Clone, Debug)]
pub(super) struct ResultState {
    case: Case,
    estimate: Result<Estimate, EstimateError>,
    checklist: Result<Checklist, FileError>,
    list: list::ListState,
    view: View,
    /// First line shown, by view.
    tops: [usize; 2],
}

impl ResultState {
    /// Computes everything a result shows.
    pub(super) fn new(book: &Book, case: &Case, today: Date) -> Self {
        Self {
            case: *case,
            estimate: estimate(book, case),
            checklist: checklist(book, case, today),
            list: list::ListState::default(),
            view: View::Cost,
            tops: [0; 2],
        }
    }

    /// The same with what was ticked in an earlier result of the case.
    pub(super) fn with_ticks_of(self, earlier: Self) -> Self {
        Self { list: self.list.with_ticks_of(earlier.list), ..self }
    }

    /// Whether the list is shown, in which keys move from item to item.
    pub(super) const fn is_list(&self) -> bool {
        matches!(self.view, View::List)
    }

    /// Takes a key in the list; says whether it was one of the list's.
    pub(super) fn act_in_list(&mut self, action: Action, page: usize) -> bool {
        match &self.checklist {
            Ok(checklist) if matches!(self.view, View::List) => self.list.act(action, checklist, page),
            _ => false,
        }
    }

    pub(super) fn next_view(&mut self) {
        self.view = match self.view {
            View::Cost => View::List,
            View::List => View::Cost,
        };
    }

    /// Shows a view by its digit, from 1.
    pub(super) fn pick_view(&mut self, digit: u8) {
        if let Some(view) = usize::from(digit).checked_sub(1).and_then(|place| View::ALL.get(place)) {
            self.view = *view;
        }
    }

    fn place(&self) -> usize {
        View::ALL.iter().position(|view| *view == self.view).unwrap_or_default()
    }

    /// Scrolls; drawing stops at the last line.
    pub(super) fn scroll_by(&mut self, by: isize) {
        const FAR: usize = 10_000;
        let top = &mut self.tops[self.view as usize];
        *top = top.saturating_add_signed(by).min(FAR);
    }

    /// The routes that are possible, in words.
    pub(super) fn routes(&self, text: &Text) -> String {
        let routes = self.checklist.as_ref().map(|list| list.routes).unwrap_or_default();
        routes.iter().map(|route| text.route(route)).collect::<Vec<_>>().join(" / ")
    }

    /// The line of tabs.
    pub(super) fn tabs(&self, text: &Text, theme: &Theme) -> Line<'static> {
        let mut spans = vec![Span::raw(" ")];
        for (view, number) in View::ALL.into_iter().zip(1..) {
            let name = match view {
                View::Cost => text.tab_cost(),
                View::List => text.tab_list(),
            };
            let style = theme.style(if view == self.view { Meaning::Focus } else { Meaning::Plain });
            spans.push(Span::styled(format!(" {number} {name} "), style));
            spans.push(Span::raw("  "));
        }
        Line::from(spans)
    }

    /// Draws the view, scrolled.
    pub(super) fn draw(&self, text: &Text, theme: &Theme, cells: usize, rows: usize) -> Body {
        let all = match self.view {
            View::Cost => cost::lines(self, text, theme, cells),
            View::List => return list::draw(self, text, theme, cells, rows),
        };
        let count = all.len();
        let top = self.tops[self.place()].min(count.saturating_sub(rows));
        let lines = all.into_iter().skip(top).take(rows).collect();
        let position = (count > rows).then_some(((top + rows).min(count), count));
        Body { lines, caret: None, position }
    }
}

/// Text in the margin of a view, wrapped.
fn sentences(
    words: &str,
    indent: usize,
    meaning: Meaning,
    theme: &Theme,
    cells: usize,
) -> Vec<Line<'static>> {
    let margin = " ".repeat(indent);
    crate::text::width::wrap(words, cells.saturating_sub(indent + 1), 0)
        .into_iter()
        .map(|part| Line::styled(format!("{margin}{part}"), theme.style(meaning)))
        .collect()
}
