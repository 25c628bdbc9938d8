//! What stands beside a view where there is room: the highlighted row explained,
//! and on a large screen curve and list (or costs) as well.

use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::super::body::Body;
use super::super::body::HEAD_AND_FOOT;
use super::super::pen::Pen;
use super::super::theme::Meaning;
use super::meaning::said;
use super::{Chosen, ResultState, View, compare, cost, curve, explain, grounds, list, title};
use crate::words::Concept;
use crate::words::width::{pad_left, pad_right, width};
use yidi_core::estimate;

/// From this width on the explanation stands beside the view.
const BESIDE_FROM: u16 = 100;
/// From this size on money, curve, list and why stand side by side.
const FOUR_FROM: (u16, u16) = (180, 48);
/// A line between two panes, and a blank at its right.
const BETWEEN: u16 = 2;

/// Whether there is room for four.
pub(super) const fn are_four(size: (u16, u16)) -> bool {
    size.0 >= FOUR_FROM.0 && size.1 >= FOUR_FROM.1
}

/// A line without the look of a highlighted one.
fn unmarked(mut line: Line<'static>) -> Line<'static> {
    for span in &mut line.spans {
        span.style = span.style.remove_modifier(Modifier::REVERSED);
    }
    line
}

/// A view and what stands beside it.
pub(in crate::screen) struct Arranged {
    /// The view, and its place.
    pub(in crate::screen) main: (Rect, Body),
    /// The others: lines that only are read.
    pub(in crate::screen) panes: Vec<(Rect, Vec<Line<'static>>)>,
}

impl ResultState {
    /// The view in a part of the screen, and what has room beside it.
    pub(in crate::screen) fn arrange(&self, pen: Pen<'_>, area: Rect) -> Arranged {
        if area.width < BESIDE_FROM {
            let body = self.draw(pen, usize::from(area.height), true);
            return Arranged { main: (area, body), panes: Vec::new() };
        }
        let four = are_four((area.width, area.height + HEAD_AND_FOOT));
        let left = if four { area.width / 2 } else { area.width / 5 * 3 };
        let upper = if four { area.height / 5 * 3 } else { area.height };
        let main = Rect { width: left, height: upper, ..area };
        let x = area.x + left + BETWEEN;
        let beside = Rect { x, width: area.width - left - BETWEEN, height: upper, ..area };
        let pen_of = |area: Rect| pen.within(usize::from(area.width));
        let explained = self.explained(pen_of(beside));
        // What does not fit there is read in the view itself.
        let is_whole = explained.len() <= usize::from(upper);
        let body = self.draw(pen_of(main), usize::from(upper), !is_whole);
        let mut panes = vec![(beside, explained)];
        if four {
            let (y, height) = (area.y + upper + 1, area.height - upper - 1);
            for (place, view) in [main, beside].into_iter().zip(self.others()) {
                let place = Rect { y, height, ..place };
                panes.push((place, self.glance(view, pen_of(place), usize::from(height))));
            }
        }
        Arranged { main: (main, body), panes }
    }

    /// The views below, where there is room for four.
    fn others(&self) -> [View; 2] {
        match self.view {
            View::Curve => [View::Cost, View::List],
            View::List => [View::Curve, View::Cost],
            _ => [View::Curve, View::List],
        }
    }

    /// The beginning of a view, or what is around its highlighted row.
    fn glance(&self, view: View, pen: Pen<'_>, rows: usize) -> Vec<Line<'static>> {
        let body = self.draw_view(view, pen, rows, false);
        let (top, _) = body.top(rows.saturating_sub(body.head.len()));
        let lines = body.head.into_iter().chain(body.lines.into_iter().skip(top)).take(rows + 1);
        // No key acts on a row of it: none looks highlighted.
        lines.map(unmarked).collect()
    }

    /// The highlighted row explained.
    fn explained(&self, pen: Pen<'_>) -> Vec<Line<'static>> {
        let row = self.place().row;
        let mut lines = match self.view {
            View::Cost if !self.place().open => self.line_explained(row, pen),
            View::List => list::in_full(self, row, pen),
            View::Grounds if !self.place().open => {
                let figure = self.grounds.get(row);
                figure.map_or_else(Vec::new, |ground| grounds::details(ground, pen, 1))
            }
            View::Curve => self.bill_settled(pen),
            _ => Vec::new(),
        };
        let concept = self.concept().filter(|_| !matches!(self.view, View::List | View::Curve));
        if let Some(concept) = concept {
            lines.extend((!lines.is_empty()).then(Line::default));
            lines.push(title(&pen.text.concept(concept), pen.theme));
            lines.extend(said(concept, self.estimate(), 1, pen));
        }
        lines
    }

    fn line_explained(&self, row: usize, pen: Pen<'_>) -> Vec<Line<'static>> {
        let line = self.shown_lines().get(row).copied();
        let Some(line) = line else { return Vec::new() };
        let mut lines = vec![title(&pen.text.line(line), pen.theme)];
        lines.extend(explain::lines(self, line, 1, pen));
        lines
    }

    /// The settlement of the bill that is looked at on the curve.
    fn bill_settled(&self, pen: Pen<'_>) -> Vec<Line<'static>> {
        let Pen { text, theme, .. } = pen;
        let Some(point) = curve::point(self) else { return Vec::new() };
        let rows: Vec<(estimate::Line, [String; 3])> = estimate::shown(&point.low, &point.high)
            .into_iter()
            .map(|(line, low, high)| {
                let second = if low == high { String::new() } else { text.money(high) };
                (line, [text.line(line), text.money(low), second])
            })
            .collect();
        let columns =
            [0, 1, 2].map(|at| rows.iter().map(|(_, row)| width(&row[at])).max().unwrap_or_default());
        let fits = columns.iter().sum::<usize>() + 4 <= pen.cells;
        let mut lines = Vec::new();
        for (line, [name, low, high]) in rows {
            let is_sum = line == estimate::Line::Personal;
            let style = theme.style(if is_sum { Meaning::Amount } else { Meaning::Plain });
            let low = pad_left(&low, columns[1]);
            let amounts =
                if high.is_empty() { low } else { format!("{low} {}", pad_left(&high, columns[2])) };
            if fits {
                let name = Span::raw(format!(" {} ", pad_right(&name, columns[0])));
                lines.push(Line::from(vec![name, Span::styled(amounts, style)]));
            } else {
                lines.push(Line::raw(format!(" {name}")));
                lines.push(Line::styled(format!("   {amounts}"), style));
            }
        }
        lines
    }

    /// The word of the highlighted row.
    pub(in crate::screen) fn concept(&self) -> Option<Concept> {
        let row = self.place().row;
        match self.view {
            View::Cost if self.estimate.is_err() => Some(Concept::Total),
            View::Cost => match self.shown_lines().get(row) {
                Some(line) => Concept::of_line(*line),
                None => Some(Concept::Range),
            },
            View::List => Some(Concept::Filing),
            View::Compare => match compare::chosen(self)? {
                Chosen::Route(route) => Some(Concept::of_route(route)),
                Chosen::Tier(_) => Some(Concept::Tier),
                Chosen::Bill(_) | Chosen::Unknown(_) => Some(Concept::Total),
            },
            View::Grounds => {
                Some(self.grounds.get(row).map_or(Concept::Grade, |one| Concept::of_item(one.figure.item)))
            }
            View::Curve => Some(Concept::Personal),
        }
    }

    /// Draws the view in so many rows; `in_full`: what belongs to the highlighted item
    /// stands in it.
    pub(super) fn draw(&self, pen: Pen<'_>, rows: usize, in_full: bool) -> Body {
        self.draw_view(self.view, pen, rows, in_full)
    }

    fn draw_view(&self, view: View, pen: Pen<'_>, rows: usize, in_full: bool) -> Body {
        let mut body = match view {
            View::Cost => cost::draw(self, pen, rows),
            View::List => list::draw(self, pen, in_full),
            View::Compare => compare::draw(self, pen),
            View::Grounds => grounds::draw(self, pen),
            View::Curve => curve::draw(self, pen, rows),
        };
        body.scroll = self.standing(view).scroll;
        body
    }
}
