//! 清单: what to file, bring and do, in the order of time. The highlighted item
//! is shown in full, the others by what to do and by when.

use std::collections::BTreeSet;
use std::ops::Range;

use ratatui::text::{Line, Span};

use super::super::bindings::Action;
use super::super::body::{Body, Caret, count};
use super::super::theme::{Meaning, Theme};
use super::{ResultState, sentences};
use crate::case::Case;
use crate::checklist::{Checklist, Phase, Todo};
use crate::text::{Part, Text};

/// What a person did in the list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListState {
    /// The highlighted item.
    row: usize,
    /// How far the view is scrolled away from it.
    scrolled: isize,
    /// Ids of what is done.
    ticked: BTreeSet<String>,
}

impl ListState {
    /// The same ticks in a list that begins at the top again.
    pub(super) fn with_ticks_of(self, earlier: Self) -> Self {
        Self { ticked: earlier.ticked, ..self }
    }

    /// Takes a key; says whether it was one of the list's.
    pub(super) fn act(&mut self, action: Action, checklist: &Checklist, page: usize) -> bool {
        let last = checklist.todos.len().saturating_sub(1);
        let row = self.row.min(last);
        match action {
            Action::Up => self.go(row.checked_sub(1).unwrap_or(last)),
            Action::Down => self.go(if row == last { 0 } else { row + 1 }),
            Action::First => self.go(0),
            Action::Last => self.go(last),
            Action::PageUp => self.scrolled -= page.cast_signed(),
            Action::PageDown => self.scrolled += page.cast_signed(),
            Action::Tick => {
                if let Some(todo) = checklist.todos.get(row)
                    && !self.ticked.remove(&todo.id)
                {
                    self.ticked.insert(todo.id.clone());
                }
            }
            _ => return false,
        }
        true
    }

    fn go(&mut self, row: usize) {
        (self.row, self.scrolled) = (row, 0);
    }
}

/// Draws the view, the highlighted item in sight.
pub(super) fn draw(state: &ResultState, text: &Text, theme: &Theme, cells: usize, rows: usize) -> Body {
    let checklist = match &state.checklist {
        Ok(checklist) => checklist,
        Err(error) => {
            let words = text.data_broken(error.to_string());
            let lines = sentences(&words, 1, Meaning::Warning, theme, cells);
            return Body { lines, caret: None, position: None };
        }
    };
    let list = Listing { state: &state.list, case: &state.case, checklist, text, theme, cells };
    // The head stays; what follows scrolls.
    let head = list.head();
    let (all, shown) = list.lines();
    let rows = rows.saturating_sub(1);
    let top = top(&shown, all.len(), rows, state.list.scrolled);
    let items = checklist.todos.len();
    let place = (state.list.row + 1).min(items);
    let lines: Vec<_> = std::iter::once(head).chain(all.into_iter().skip(top).take(rows)).collect();
    // Screen readers follow the cursor: it stands at the highlighted item.
    let line = shown.start.checked_sub(top).map(|line| line + 1).filter(|line| *line < lines.len());
    let caret = line.filter(|_| items > 0).map(|line| Caret { column: 1, line });
    Body { lines, caret, position: (items > 0).then_some((place, items)) }
}

/// The first line on the screen: the highlighted item in the middle where
/// there is room around it, its beginning at the top where there is not.
fn top(shown: &Range<usize>, all: usize, rows: usize, scrolled: isize) -> usize {
    let around = rows.saturating_sub(shown.len()) / 2;
    let last = all.saturating_sub(rows);
    shown.start.saturating_sub(around).min(last).saturating_add_signed(scrolled).min(last)
}

/// What the lines of the list are made of.
struct Listing<'a> {
    state: &'a ListState,
    case: &'a Case,
    checklist: &'a Checklist,
    text: &'a Text,
    theme: &'a Theme,
    cells: usize,
}

impl Listing<'_> {
    /// What the list is, and how much of it is left.
    fn head(&self) -> Line<'static> {
        let Self { state, checklist, text, theme, .. } = *self;
        let head = [
            text.checklist_title(),
            text.checklist_count(count(checklist.todos.len())),
            text.progress(checklist.progress(&state.ticked)),
        ];
        Line::styled(format!(" {}", head.join("  ")), theme.style(Meaning::Title))
    }

    /// Every line below the head, and which of them are the highlighted item.
    fn lines(&self) -> (Vec<Line<'static>>, Range<usize>) {
        let Self { state, case, checklist, text, theme, cells } = *self;
        let mut lines = Vec::new();
        let mut shown = 0..0;
        let mut row = 0;
        for phase in Phase::ALL {
            if checklist.of(phase).next().is_none() {
                continue;
            }
            lines.push(Line::default());
            let name = text.phase(phase, case.care);
            lines.push(Line::styled(format!(" {name}"), theme.style(Meaning::Amount)));
            // Items stand in the order of phases, so rows count on.
            for todo in checklist.of(phase) {
                let begin = lines.len();
                lines.extend(self.one(todo, row == state.row));
                if row == state.row {
                    shown = begin..lines.len();
                }
                row += 1;
            }
        }
        lines.push(Line::default());
        lines.extend(sentences(&text.closing(case.insured), 1, Meaning::Plain, theme, cells));
        (lines, shown)
    }

    /// An item: what to do, and by when where that presses; all of it where it
    /// is highlighted.
    fn one(&self, todo: &Todo, highlighted: bool) -> Vec<Line<'static>> {
        const MARGIN: usize = 7;
        let Self { state, case, checklist, text, theme, cells } = *self;
        let done = state.ticked.contains(&todo.id);
        let meaning = match (highlighted, done) {
            (true, _) => Meaning::Focus,
            (_, true) => Meaning::Muted,
            _ => Meaning::Input,
        };
        let mark = format!(" {} [{}] ", if highlighted { ">" } else { " " }, if done { "x" } else { " " });
        let mut lines = sentences(text.words(&todo.task), MARGIN, meaning, theme, cells);
        if let Some(first) = lines.first_mut() {
            let task = first.to_string();
            let task = Span::styled(task.trim_start().to_owned(), theme.style(meaning));
            *first = Line::from(vec![Span::raw(mark), task]);
        }
        for (part, words) in text.todo(todo, checklist, case.insured, case.care) {
            let meaning = match part {
                Part::By if todo.is_late() => Meaning::Warning,
                Part::Late => Meaning::Warning,
                Part::By | Part::Papers | Part::Channels | Part::Say => Meaning::Plain,
                Part::Note | Part::Disputed | Part::Why => Meaning::Muted,
            };
            let presses = !done && matches!(part, Part::By | Part::Late);
            if highlighted || presses {
                lines.extend(sentences(&words, MARGIN, meaning, theme, cells));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::top;

    #[test]
    fn the_highlighted_item_is_always_in_sight() {
        // In the middle, at either end, and longer than the screen.
        assert_eq!(top(&(20..24), 60, 10, 0), 17);
        assert_eq!(top(&(1..4), 60, 10, 0), 0);
        assert_eq!(top(&(55..58), 60, 10, 0), 50);
        assert_eq!(top(&(20..35), 60, 10, 0), 20);
        assert_eq!(top(&(20..35), 60, 10, 10), 30);
        assert_eq!(top(&(0..3), 5, 10, 0), 0);
        assert_eq!(top(&(20..24), 60, 10, isize::MAX), 50);
    }
}
